//! Which people and sales the tables show, and in which order: worked out when something changes, not in every frame.

use std::sync::Arc;

use crate::evaluator::Taker;
use crate::ledger::{PersonId, Sale};
use crate::rulebook::{ExamId, fold};

use super::outcome::Outcome;
use super::seats::SeatView;
use super::state::{PeopleColumn, SalesColumn, SalesFilter, State, Totals};

/// Works out which people are shown.
pub fn order_people(state: &mut State) {
    let Some(outcome) = state.outcome.clone() else {
        state.people.rows.clear();
        return;
    };
    let words = search_words(&state.people.search);
    let seats = outcome.seats(state.option, outcome.highest_level(state.option));
    let people = &outcome.ledger.people;
    let mut rows: Vec<usize> = (0..people.len())
        .filter(|at| {
            let person = &people[*at];
            contains_all(&words, [person.name.as_str(), &person.email, &person.id])
        })
        .collect();
    // Sorting keeps the order of equals, so within a column people stand by name.
    rows.sort_by_cached_key(|at| fold(people[*at].label()));
    match state.people.sort.column {
        PeopleColumn::Name => {}
        PeopleColumn::Exam(exam) => rows.sort_by_key(|at| !holds(&outcome, PersonId(*at), ExamId(exam))),
        PeopleColumn::Takes => rows.sort_by_key(|at| seat_of(&seats, PersonId(*at)).unwrap_or(usize::MAX)),
        PeopleColumn::ToGo(role) => {
            let to_go = exams_to_go(&outcome, state.option, role);
            rows.sort_by_key(|at| to_go.get(*at).copied());
        }
    }
    if state.people.sort.descending {
        rows.reverse();
    }
    state.people.rows = rows;
}

/// Works out which sales are shown, and adds them up.
pub fn order_sales(state: &mut State) {
    let view = &mut state.sales;
    view.rows.clear();
    (view.counting, view.left_out) = (Totals::default(), Totals::default());
    let Some(outcome) = &state.outcome else {
        return;
    };
    let sales = &outcome.ledger.sales;
    let why_not = |at: usize| outcome.readiness.sales.get(at).copied().flatten();
    let words = search_words(&view.search);
    for (at, sale) in sales.iter().enumerate() {
        let shown = match view.filter {
            SalesFilter::All => true,
            SalesFilter::Counting => why_not(at).is_none(),
            SalesFilter::LeftOut => why_not(at).is_some(),
            SalesFilter::Because(reason) => why_not(at) == Some(reason),
        };
        if shown && contains_all(&words, [&*sale.customer, &sale.product, &sale.place.file]) {
            view.rows.push(at);
            let totals = if why_not(at).is_none() { &mut view.counting } else { &mut view.left_out };
            totals.add(sale);
        }
    }
    // Sales stand in the ledger by their places, and sorting keeps the order of equals.
    match view.sort.column {
        SalesColumn::Date => view.rows.sort_by_key(|at| sales[*at].date.first_day()),
        SalesColumn::Customer => view.rows.sort_by_cached_key(|at| fold(&sales[*at].customer)),
        SalesColumn::Product => view.rows.sort_by_cached_key(|at| fold(&sales[*at].product)),
        SalesColumn::Amount => view.rows.sort_by_key(|at| sales[*at].amount),
        SalesColumn::Counts => view.rows.sort_by_key(|at| why_not(*at)),
        SalesColumn::From => {}
    }
    if view.sort.descending {
        view.rows.reverse();
    }
}

/// Whether a person holds an exam that counts.
pub fn holds(outcome: &Outcome, person: PersonId, exam: ExamId) -> bool {
    let verdicts = outcome.readiness.credentials.get(outcome.credentials_of(person)).unwrap_or_default();
    verdicts.iter().any(|verdict| verdict.exam == Some(exam) && verdict.why_not.is_none())
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
    let rosters = super::outcome::rosters(rules, result);
    let result = rosters.iter().flat_map(|(_, roster)| &roster.roles).nth(role);
    result.map_or(&[], |role| &role.exams_to_go)
}

impl Totals {
    fn add(&mut self, sale: &Sale) {
        self.sales += 1;
        let sum = self.sums.entry(Arc::clone(&sale.currency)).or_default();
        // Beyond 28 digits nothing can be added; no company gets there.
        *sum = sum.saturating_add(sale.amount);
    }
}

fn search_words(search: &str) -> Vec<String> {
    search.split_whitespace().map(fold).collect()
}

fn contains_all<'a>(words: &[String], texts: impl IntoIterator<Item = &'a str>) -> bool {
    if words.is_empty() {
        return true;
    }
    let text: Vec<String> = texts.into_iter().map(fold).collect();
    words.iter().all(|word| text.iter().any(|text| text.contains(word.as_str())))
}
