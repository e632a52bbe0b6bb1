//! What the panel of the selected person shows: worked out when something changes, not in every frame.

use std::collections::HashSet;
use std::sync::Arc;

use crate::evaluator::{MissingClause, Taker, towards};
use crate::ledger::{PersonId, PersonKeys};
use crate::rulebook::{Bilingual, Clause, LevelId, fold};

use super::outcome::{Outcome, rosters};
use super::state::State;

/// What the panel of a person shows, apart from what the result tells at once.
#[derive(Debug, Clone)]
pub struct PersonView {
    made_of: MadeOf,
    /// How far they are towards each role of the option, the nearest first.
    pub roles: Vec<RoleView>,
    /// The levels that would lack more exams without them, each with whether it would be lost.
    pub missed_by: Vec<(LevelId, bool)>,
    /// How the files write them, where they do so in several ways.
    pub spellings: Vec<PersonKeys>,
    /// The first of the others who are looked for to be joined with them.
    pub others: Vec<PersonId>,
}

/// What a view was made of; it is made anew when that changes.
#[derive(Debug, Clone)]
struct MadeOf {
    outcome: Arc<Outcome>,
    person: PersonId,
    option: usize,
    search: String,
}

/// How far somebody is towards a role. Levels that ask the same of it share it.
#[derive(Debug, Clone, PartialEq)]
pub struct RoleView {
    /// The role's name within its roster.
    pub id: String,
    /// The role's name.
    pub title: Bilingual,
    clauses: Vec<Clause>,
    /// The levels that have it.
    pub levels: Vec<LevelId>,
    /// Those of them in which the person takes a seat of it.
    pub takes: Vec<LevelId>,
    /// The least number of exams that they lack.
    pub exams_to_go: u32,
    /// What they lack on a shortest way.
    pub missing: Vec<MissingClause>,
}

/// How many of the others are listed.
const OTHERS: usize = 30;

/// Makes the view of the selected person, where that is not done yet.
pub fn follow(state: &mut State) {
    let (Some(outcome), Some(person)) = (&state.outcome, state.people.selected) else {
        state.person = None;
        return;
    };
    if outcome.ledger.people.get(person.0).is_none() {
        state.person = None;
        return;
    }
    let is_known = state.person.as_ref().is_some_and(|view| {
        let made_of = &view.made_of;
        Arc::ptr_eq(&made_of.outcome, outcome)
            && (made_of.person, made_of.option) == (person, state.option)
            && made_of.search == state.people.search_other
    });
    if !is_known {
        let search = state.people.search_other.clone();
        let made_of = MadeOf { outcome: outcome.clone(), person, option: state.option, search };
        state.person = Some(PersonView::of(state, made_of));
    }
}

impl PersonView {
    fn of(state: &State, made_of: MadeOf) -> Self {
        let MadeOf { outcome, person, option, search } = &made_of;
        let mut roles = roles(outcome, *option, *person);
        roles.sort_by_key(|role| role.exams_to_go);
        let missed_by = outcome.levels(*option).filter_map(|(rules, level)| {
            let rosters = rosters(rules, level);
            let missed = rosters.iter().find(|(_, roster)| roster.essential.contains(person))?;
            Some((level.id, missed.1.met && level.met))
        });
        let missed_by = missed_by.collect();
        let spellings = spellings(state, outcome, *person);
        let others = others(outcome, *person, search);
        Self { made_of, roles, missed_by, spellings, others }
    }
}

fn roles(outcome: &Outcome, option: usize, person: PersonId) -> Vec<RoleView> {
    let mut found: Vec<RoleView> = Vec::new();
    for (rules, level) in outcome.levels(option) {
        let seats = outcome.seats(option, level.id);
        for (role, result) in
            rosters(rules, level).into_iter().flat_map(|(rules, it)| rules.roles.iter().zip(&it.roles))
        {
            let takes = seats.iter().any(|seat| seat.role.id == role.id && seat.taker == Taker::Person(person));
            let takes = takes.then_some(level.id);
            if let Some(known) = found.iter_mut().find(|known| known.id == role.id && known.clauses == role.clauses) {
                known.levels.push(level.id);
                known.takes.extend(takes);
                continue;
            }
            let (_, missing) = towards(&outcome.rulebook, &outcome.ledger, &outcome.readiness, role, person);
            found.push(RoleView {
                id: role.id.clone(),
                title: role.title.clone(),
                clauses: role.clauses.clone(),
                levels: vec![level.id],
                takes: takes.into_iter().collect(),
                exams_to_go: result.exams_to_go.get(person.0).copied().unwrap_or_default(),
                missing,
            });
        }
    }
    found
}

/// How the rows of somebody's credentials write them; nothing where all do so in one way.
fn spellings(state: &State, outcome: &Outcome, person: PersonId) -> Vec<PersonKeys> {
    let credentials = outcome.ledger.credentials.get(outcome.credentials_of(person)).unwrap_or_default();
    let places: HashSet<_> = credentials.iter().map(|it| (&it.place, it.passed)).collect();
    let numbers: HashSet<u32> = credentials.iter().map(|it| it.place.row).collect();
    let mut found: Vec<PersonKeys> = Vec::new();
    for row in state.workspace.sources.iter().flat_map(|source| &source.credentials) {
        let is_theirs = || numbers.contains(&row.place.row) && places.contains(&(&row.place, row.passed));
        if is_theirs() && !found.contains(&row.person) {
            found.push(PersonKeys::clone(&row.person));
        }
    }
    // The fullest first; a row that only says less tells nothing.
    found.sort_by_key(|keys| parts(keys).iter().filter(|part| part.is_empty()).count());
    let mut telling: Vec<PersonKeys> = Vec::new();
    for keys in found {
        let is_known =
            |at: usize, part: &String| part.is_empty() || telling.iter().any(|other| parts(other)[at] == part);
        if !parts(&keys).into_iter().enumerate().all(|(at, part)| is_known(at, part)) {
            telling.push(keys);
        }
    }
    if telling.len() < 2 {
        telling.clear();
    }
    telling
}

fn parts(keys: &PersonKeys) -> [&String; 4] {
    [&keys.mcp_id, &keys.office_email, &keys.personal_email, &keys.name]
}

fn others(outcome: &Outcome, person: PersonId, search: &str) -> Vec<PersonId> {
    let words: Vec<String> = search.split_whitespace().map(fold).collect();
    let people = outcome.ledger.people.iter().enumerate().filter(|(at, other)| {
        let is_meant = || {
            let text = fold(&format!("{} {} {}", other.name, other.email, other.id));
            words.iter().all(|word| text.contains(word.as_str()))
        };
        *at != person.0 && (words.is_empty() || is_meant())
    });
    people.map(|(at, _)| PersonId(at)).take(OTHERS).collect()
}
