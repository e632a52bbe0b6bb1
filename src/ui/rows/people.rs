//! Which people are shown, in which order, and with which exams.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use chrono::Days;

use crate::evaluator::Taker;
use crate::ledger::PersonId;
use crate::rulebook::{ExamId, fold};

use super::super::outcome::Outcome;
use super::super::seats::SeatView;
use super::super::state::{ExamColumn, PeopleColumn, PeopleExams, PeopleFilter, PeopleView, Sort};
use super::search::search_words;

/// Which people to show, and how.
#[derive(Debug)]
pub struct PeopleQuestion {
    outcome: Arc<Outcome>,
    option: usize,
    search: String,
    filter: PeopleFilter,
    exams: PeopleExams,
    sort: Sort<PeopleColumn>,
}

/// The people to show, in order.
#[derive(Debug)]
pub struct PeopleArranged {
    outcome: Arc<Outcome>,
    rows: Vec<usize>,
    columns: Vec<ExamColumn>,
}

impl PeopleArranged {
    /// Swaps it in.
    pub fn put_into(self, view: &mut PeopleView) {
        (view.rows, view.columns, view.shown) = (self.rows, self.columns, Some(self.outcome));
    }
}

impl PeopleQuestion {
    /// What a view asks of a result.
    pub fn of(view: &PeopleView, outcome: Arc<Outcome>, option: usize) -> Self {
        let (search, filter, exams, sort) = (view.search.clone(), view.filter, view.exams, view.sort);
        Self { outcome, option, search, filter, exams, sort }
    }

    /// Looks through the people.
    pub fn answer(self) -> PeopleArranged {
        let outcome = &self.outcome;
        let index = outcome.people_index();
        let columns = columns(outcome, self.exams);
        let words = search_words(&self.search);
        let mut rows: Vec<usize> = (0..outcome.ledger.people.len())
            .filter(|at| index.has(*at, &words) && self.is_shown(PersonId(*at)))
            .collect();
        // Sorting keeps the order of equals, so within a column people stand by name.
        rows.sort_by_key(|at| index.rank.get(*at).copied());
        match self.sort.column {
            PeopleColumn::Name => {}
            PeopleColumn::Exam(place) => {
                if let Some(column) = columns.get(place) {
                    rows.sort_by_cached_key(|at| !has(outcome, PersonId(*at), column));
                }
            }
            PeopleColumn::Takes => {
                let seats = outcome.seats(self.option, outcome.highest_level(self.option));
                rows.sort_by_cached_key(|at| seat_of(&seats, PersonId(*at)).unwrap_or(usize::MAX));
            }
            PeopleColumn::ToGo(role) => {
                let to_go = exams_to_go(outcome, self.option, role);
                rows.sort_by_key(|at| to_go.get(*at).copied());
            }
        }
        if self.sort.descending {
            rows.reverse();
        }
        PeopleArranged { outcome: self.outcome, rows, columns }
    }

    fn is_shown(&self, person: PersonId) -> bool {
        let outcome = &self.outcome;
        match self.filter {
            PeopleFilter::Everyone => true,
            PeopleFilter::Qualifies(role) => exams_to_go(outcome, self.option, role).get(person.0) == Some(&0),
            PeopleFilter::HoldsNothing => !outcome.credentials_of(person).any(|at| counts(outcome, at).is_some()),
            PeopleFilter::ExpiresSoon => outcome.credentials_of(person).any(|at| ends_soon(outcome, at)),
        }
    }
}

/// Within so many days from the day of the evaluation, what ends ends soon.
const SOON: Days = Days::new(90);

/// Whether a credential counts today and won't before long.
fn ends_soon(outcome: &Outcome, at: usize) -> bool {
    let Some(exam) = counts(outcome, at) else { return false };
    let today = outcome.readiness.settings.as_of;
    let soon = today.checked_add_days(SOON).unwrap_or(today);
    let expires = outcome.ledger.credentials.get(at).and_then(|credential| credential.expires);
    let accepted = outcome.rulebook.exam(exam).accepted_until;
    [expires, accepted].into_iter().flatten().any(|last| last < soon)
}

/// The exam as which a credential counts.
fn counts(outcome: &Outcome, at: usize) -> Option<ExamId> {
    let verdict = outcome.readiness.credentials.get(at)?;
    verdict.exam.filter(|_| verdict.why_not.is_none())
}

/// The exams to show: those of the rulebook first, in its order.
fn columns(outcome: &Outcome, exams: PeopleExams) -> Vec<ExamColumn> {
    let of_rulebook = (0..outcome.rulebook.exams.len()).map(ExamId);
    if exams == PeopleExams::Rulebook {
        return of_rulebook.map(ExamColumn::Rulebook).collect();
    }
    let mut known = BTreeSet::new();
    let mut others: BTreeMap<String, Arc<str>> = BTreeMap::new();
    let mut seen: BTreeSet<Arc<str>> = BTreeSet::new();
    for (credential, verdict) in outcome.ledger.credentials.iter().zip(&outcome.readiness.credentials) {
        match verdict.exam {
            Some(exam) => {
                known.insert(exam.0);
            }
            None if seen.contains(&credential.exam) => {}
            None => {
                seen.insert(credential.exam.clone());
                others.entry(fold(&credential.exam)).or_insert_with(|| credential.exam.clone());
            }
        }
    }
    let known = known.into_iter().map(|exam| ExamColumn::Rulebook(ExamId(exam)));
    known.chain(others.into_values().map(ExamColumn::Other)).collect()
}

/// The person's credentials for an exam that has a column, as places in the ledger.
pub fn exam_of<'a>(outcome: &'a Outcome, person: PersonId, column: &'a ExamColumn) -> impl Iterator<Item = usize> + 'a {
    let exam = |at: usize| outcome.readiness.credentials.get(at).and_then(|verdict| verdict.exam);
    let written = |at: usize| outcome.ledger.credentials.get(at).map(|credential| &credential.exam);
    outcome.credentials_of(person).filter(move |at| match column {
        ExamColumn::Rulebook(id) => exam(*at) == Some(*id),
        ExamColumn::Other(text) => {
            let is_it = |other: &Arc<str>| Arc::ptr_eq(other, text) || **other == **text || fold(other) == fold(text);
            exam(*at).is_none() && written(*at).is_some_and(is_it)
        }
    })
}

/// Whether a person holds an exam: one of the rulebook so that it counts, another as the files say.
fn has(outcome: &Outcome, person: PersonId, column: &ExamColumn) -> bool {
    exam_of(outcome, person, column).any(|at| match column {
        ExamColumn::Rulebook(_) => counts(outcome, at).is_some(),
        ExamColumn::Other(_) => outcome.ledger.credentials.get(at).is_some_and(|credential| !credential.failed),
    })
}

/// The place of the first seat that a person takes.
pub fn seat_of(seats: &[SeatView<'_>], person: PersonId) -> Option<usize> {
    seats.iter().position(|seat| seat.taker == Taker::Person(person))
}

/// For each person, the exams to go for a role of the option's highest level, by its place among the level's roles.
pub fn exams_to_go(outcome: &Outcome, option: usize, role: usize) -> &[u32] {
    let Some((rules, result)) = outcome.level(option, outcome.highest_level(option)) else {
        return &[];
    };
    let rosters = super::super::outcome::rosters(rules, result);
    let result = rosters.iter().flat_map(|(_, roster)| &roster.roles).nth(role);
    result.map_or(&[], |role| &role.exams_to_go)
}
