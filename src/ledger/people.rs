//! Who is who: rows that share an MCP ID or an e-mail are one person.

use std::collections::HashMap;

use super::{Person, PersonId};

/// What one row says of a person. Any part may be empty, not all.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
pub struct PersonKeys {
    /// The MCP ID.
    pub mcp_id: String,
    /// The office e-mail, in lower case.
    pub office_email: String,
    /// Another e-mail, in lower case.
    pub personal_email: String,
    /// The name as written, with single spaces.
    pub name: String,
}

impl PersonKeys {
    /// Whether the row names nobody.
    pub fn is_empty(&self) -> bool {
        [&self.mcp_id, &self.office_email, &self.personal_email, &self.name].iter().all(|key| key.is_empty())
    }

    /// What makes two rows one person. A name does only where there is nothing better: two people may share one.
    ///
    /// They are compared whatever they are, since some lists have e-mails for names; so no two people have the same id.
    fn identities(&self) -> Vec<String> {
        let better = [&self.office_email, &self.personal_email, &self.mcp_id];
        let mut found: Vec<_> =
            better.into_iter().filter(|key| !key.is_empty()).map(|key| key.to_lowercase()).collect();
        if found.is_empty() {
            found.push(self.name.to_lowercase());
        }
        found
    }
}

/// The people that rows speak of.
pub(crate) struct Identified<'a> {
    /// The people, by id.
    pub people: Vec<Person>,
    /// Which of them each row is.
    pub of_row: Vec<PersonId>,
    /// The rows of each of them.
    pub rows_of: Vec<Vec<&'a PersonKeys>>,
    /// A row that has each identity.
    known: HashMap<String, usize>,
}

/// Who rows speak of, with the pairs that the user said are one.
pub(crate) fn identify<'a>(rows: impl Iterator<Item = &'a PersonKeys>, same: &[(String, String)]) -> Identified<'a> {
    let mut groups = Groups::default();
    let mut known: HashMap<String, usize> = HashMap::new();
    let rows: Vec<&PersonKeys> = rows.collect();
    for (row, keys) in rows.iter().enumerate() {
        groups.add();
        for identity in keys.identities() {
            let other = *known.entry(identity).or_insert(row);
            groups.join(row, other);
        }
    }
    for (a, b) in same {
        if let (Some(a), Some(b)) = (known.get(&a.to_lowercase()), known.get(&b.to_lowercase())) {
            groups.join(*a, *b);
        }
    }

    let mut members: HashMap<usize, Vec<&PersonKeys>> = HashMap::new();
    for (row, keys) in rows.iter().enumerate() {
        members.entry(groups.root(row)).or_default().push(keys);
    }
    let mut described: Vec<(Person, usize, Vec<&PersonKeys>)> =
        members.into_iter().map(|(root, keys)| (describe(&keys), root, keys)).collect();
    described.sort_by(|(a, ..), (b, ..)| a.id.cmp(&b.id));

    let person_of_root: HashMap<usize, PersonId> =
        described.iter().enumerate().map(|(place, (_, root, _))| (*root, PersonId(place))).collect();
    let of_row = (0..rows.len()).map(|row| person_of_root[&groups.root(row)]).collect();
    let (people, rows_of) = described.into_iter().map(|(person, _, keys)| (person, keys)).unzip();
    Identified { people, of_row, rows_of, known }
}

impl Identified<'_> {
    /// Who has a key.
    pub fn find(&self, key: &str) -> Option<PersonId> {
        self.known.get(&key.to_lowercase()).and_then(|row| self.of_row.get(*row)).copied()
    }
}

/// One person out of the rows that are theirs. The least of several ids is taken, so that the files' order is no matter.
fn describe(rows: &[&PersonKeys]) -> Person {
    let least = |part: fn(&PersonKeys) -> &String| rows.iter().map(|keys| part(keys)).filter(|it| !it.is_empty()).min();
    let email = least(|keys| &keys.office_email).or(least(|keys| &keys.personal_email));
    let name = rows.iter().map(|keys| &keys.name).find(|name| !name.is_empty());
    let id = match (least(|keys| &keys.mcp_id), email, name) {
        (Some(id), _, _) | (None, Some(id), _) => id.clone(),
        (None, None, Some(name)) => name.to_lowercase(),
        (None, None, None) => String::new(),
    };
    Person { id, name: name.cloned().unwrap_or_default(), email: email.cloned().unwrap_or_default() }
}

/// Disjoint sets of rows, joined as shared keys turn up.
#[derive(Default)]
struct Groups {
    parent: Vec<usize>,
}

impl Groups {
    fn add(&mut self) {
        self.parent.push(self.parent.len());
    }

    fn root(&mut self, mut row: usize) -> usize {
        while self.parent[row] != row {
            self.parent[row] = self.parent[self.parent[row]];
            row = self.parent[row];
        }
        row
    }

    fn join(&mut self, a: usize, b: usize) {
        let (a, b) = (self.root(a), self.root(b));
        self.parent[a.max(b)] = a.min(b);
    }
}
