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

/// The people that rows speak of, by id, and for each row which of them it is.
pub(super) fn identify<'a>(rows: impl Iterator<Item = &'a PersonKeys>) -> (Vec<Person>, Vec<PersonId>) {
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

    let mut members: HashMap<usize, Vec<&PersonKeys>> = HashMap::new();
    for (row, keys) in rows.iter().enumerate() {
        members.entry(groups.root(row)).or_default().push(keys);
    }
    let mut people: Vec<(Person, usize)> = members.into_iter().map(|(root, keys)| (describe(&keys), root)).collect();
    people.sort_by(|(a, _), (b, _)| a.id.cmp(&b.id));

    let person_of_root: HashMap<usize, PersonId> =
        people.iter().enumerate().map(|(place, (_, root))| (*root, PersonId(place))).collect();
    let person_of_row = (0..rows.len()).map(|row| person_of_root[&groups.root(row)]).collect();
    (people.into_iter().map(|(person, _)| person).collect(), person_of_row)
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
