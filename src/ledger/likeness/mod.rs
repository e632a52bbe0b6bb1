//! People whose names are so alike that they may be one.
//!
//! Nobody is compared with everybody: a name is looked up by the forms in which others may write it, so that twice as many
//! people take twice as long.

mod name;

use std::collections::{BTreeMap, HashMap, HashSet};

use super::PersonId;
use super::people::{Identified, PersonKeys};
use name::{Name, compact, differ_by_a_slip};

/// Two people who may be one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Suggestion {
    /// The one who comes first by id.
    pub a: PersonId,
    /// The other.
    pub b: PersonId,
    /// What speaks for it.
    pub why: NameLikeness,
    /// Whether each has an MCP ID or an office e-mail of their own, which speaks against it.
    pub is_contradicted: bool,
}

/// How two names are alike, the closest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum NameLikeness {
    /// They differ in case, accents, spaces or hyphens at most.
    Equal,
    /// The words are the same, in another order.
    Order,
    /// One lacks a word of the other, such as the second last name.
    Part,
    /// One has an initial for a word of the other.
    Initial,
    /// They differ by one letter of a long word.
    Typo,
    /// One is how the other's e-mail begins.
    Email,
}

impl NameLikeness {
    /// As the messages name it.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Equal => "equal",
            Self::Order => "order",
            Self::Part => "part",
            Self::Initial => "initial",
            Self::Typo => "typo",
            Self::Email => "email",
        }
    }
}

/// With so many others of one name somebody is compared.
const COMPARED: usize = 64;
/// So many others of one name are suggested for somebody.
const SUGGESTED: usize = 3;

/// Who may be one, by the places of both. Of pairs that the user said are apart there is none.
pub(super) fn suggestions(identified: &Identified<'_>, apart: &[(String, String)]) -> Vec<Suggestion> {
    let place = |key: &String| identified.find(key).map(|person| person.0);
    let apart = apart.iter().filter_map(|(a, b)| Some(in_order(place(a)?, place(b)?)));
    let known: Vec<Known<'_>> = identified.rows_of.iter().map(|rows| Known::of(rows)).collect();
    let mut search = Search { known: &known, apart: apart.collect(), found: BTreeMap::new() };
    search.equal_names();
    let names = names(&known);
    search.other_orders(&names);
    search.parts_and_initials(&names);
    search.slips(&names);
    search.emails(&names);
    let suggestion = |((a, b), why): ((usize, usize), NameLikeness)| Suggestion {
        a: PersonId(a),
        b: PersonId(b),
        why,
        is_contradicted: contradict(&known[a], &known[b]),
    };
    search.found.into_iter().map(suggestion).collect()
}

/// What the files tell of one person.
struct Known<'a> {
    names: Vec<&'a str>,
    emails: Vec<&'a str>,
    has_mcp_id: bool,
    has_office_email: bool,
}

impl<'a> Known<'a> {
    fn of(rows: &[&'a PersonKeys]) -> Self {
        let distinct = |part: fn(&PersonKeys) -> &str| {
            let mut texts: Vec<&str> = rows.iter().map(|keys| part(keys)).filter(|text| !text.is_empty()).collect();
            texts.sort_unstable();
            texts.dedup();
            texts
        };
        let office = distinct(|keys| &keys.office_email);
        Self {
            names: distinct(|keys| &keys.name),
            has_mcp_id: rows.iter().any(|keys| !keys.mcp_id.is_empty()),
            has_office_email: !office.is_empty(),
            emails: [office, distinct(|keys| &keys.personal_email)].concat(),
        }
    }
}

/// Whether two people have an MCP ID each, or an office e-mail each. Were it the same one, they would be one person.
fn contradict(a: &Known<'_>, b: &Known<'_>) -> bool {
    (a.has_mcp_id && b.has_mcp_id) || (a.has_office_email && b.has_office_email)
}

fn in_order(a: usize, b: usize) -> (usize, usize) {
    (a.min(b), a.max(b))
}

/// A name, whatever the order of its words, and the places of those who have it.
struct Shared {
    name: Name,
    people: Vec<usize>,
}

/// Every name that can be compared, in the order of the people.
fn names(known: &[Known<'_>]) -> Vec<Shared> {
    let mut names: Vec<Shared> = Vec::new();
    let mut places: HashMap<u64, usize> = HashMap::new();
    for (person, known) in known.iter().enumerate() {
        for name in known.names.iter().filter_map(|text| Name::new(text)) {
            let place = *places.entry(name.hash).or_insert(names.len());
            match names.get_mut(place) {
                Some(shared) if shared.people.last() == Some(&person) => {}
                Some(shared) => shared.people.push(person),
                None => names.push(Shared { name, people: vec![person] }),
            }
        }
    }
    names
}

struct Search<'a> {
    known: &'a [Known<'a>],
    apart: HashSet<(usize, usize)>,
    found: BTreeMap<(usize, usize), NameLikeness>,
}

impl Search<'_> {
    fn equal_names(&mut self) {
        let mut met: HashMap<String, Vec<usize>> = HashMap::new();
        for (person, known) in self.known.iter().enumerate() {
            for name in &known.names {
                let others = met.entry(compact(name)).or_default();
                if others.last() == Some(&person) {
                    continue;
                }
                self.suggest(person, others, NameLikeness::Equal, 1);
                others.push(person);
            }
        }
    }

    fn other_orders(&mut self, names: &[Shared]) {
        for shared in names {
            for (place, person) in shared.people.iter().enumerate() {
                self.suggest(*person, &shared.people[..place], NameLikeness::Order, 1);
            }
        }
    }

    fn parts_and_initials(&mut self, names: &[Shared]) {
        let by_hash: HashMap<u64, usize> = names.iter().enumerate().map(|(place, it)| (it.name.hash, place)).collect();
        let has_initials = names.iter().any(|it| it.name.has_initial());
        for long in names {
            let parts = long.name.parts().into_iter().map(|hash| (hash, NameLikeness::Part));
            let initials = if has_initials { long.name.with_initials() } else { Vec::new() };
            let initials = initials.into_iter().map(|hash| (hash, NameLikeness::Initial));
            for (hash, why) in parts.chain(initials) {
                if let Some(short) = by_hash.get(&hash).and_then(|place| names.get(*place)) {
                    self.suggest_each(&long.people, &short.people, why);
                }
            }
        }
    }

    fn slips(&mut self, names: &[Shared]) {
        let mut keys: Vec<(u64, usize, usize)> = Vec::new();
        for (place, shared) in names.iter().enumerate() {
            keys.extend(shared.name.slips().into_iter().map(|(hash, word)| (hash, place, word)));
        }
        keys.sort_unstable();
        for alike in keys.chunk_by(|a, b| a.0 == b.0) {
            for (at, (_, place, word)) in alike.iter().enumerate() {
                for (_, other, other_word) in alike.iter().take(at.min(COMPARED)) {
                    let (a, b) = (&names[*place], &names[*other]);
                    if place != other && differ_by_a_slip(&a.name.words[*word], &b.name.words[*other_word]) {
                        self.suggest_each(&a.people, &b.people, NameLikeness::Typo);
                    }
                }
            }
        }
    }

    fn emails(&mut self, names: &[Shared]) {
        let mut everybody: HashMap<String, Vec<usize>> = HashMap::new();
        let mut nameless: HashMap<String, Vec<usize>> = HashMap::new();
        for (person, known) in self.known.iter().enumerate() {
            for local in known.emails.iter().filter_map(|email| email.split('@').next()) {
                let local: String = compact(local).chars().filter(|letter| letter.is_alphabetic()).collect();
                if local.len() >= SHORTEST_LOCAL {
                    if known.names.is_empty() {
                        nameless.entry(local.clone()).or_default().push(person);
                    }
                    everybody.entry(local).or_default().push(person);
                }
            }
        }
        for shared in names {
            let whole = everybody.get(&shared.name.words.concat()).into_iter();
            // What begins like an e-mail of somebody whose name is known says little: there is more than one A. Ruiz.
            let forms = shared.name.email_forms();
            for others in whole.chain(forms.iter().filter_map(|form| nameless.get(form))) {
                self.suggest_each(&shared.people, others, NameLikeness::Email);
            }
        }
    }

    fn suggest_each(&mut self, people: &[usize], others: &[usize], why: NameLikeness) {
        for person in people {
            self.suggest(*person, others, why, SUGGESTED);
        }
    }

    /// Suggests the first few of the others who may be this person.
    fn suggest(&mut self, person: usize, others: &[usize], why: NameLikeness, most: usize) {
        let may_be = |other: &&usize| {
            **other != person
                && !self.apart.contains(&in_order(person, **other))
                && (why == NameLikeness::Equal || !contradict(&self.known[person], &self.known[**other]))
        };
        for other in others.iter().take(COMPARED).filter(may_be).take(most) {
            let known = self.found.entry(in_order(person, *other)).or_insert(why);
            *known = why.min(*known);
        }
    }
}

/// An e-mail that begins with fewer letters says nothing of a name.
const SHORTEST_LOCAL: usize = 4;
