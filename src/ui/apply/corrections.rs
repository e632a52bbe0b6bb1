//! The user's word on people and exams.

use std::sync::Arc;

use crate::ledger::{Corrections, PersonId};

use super::super::notice::Notice;
use super::super::outcome::Outcome;
use super::super::state::State;
use super::super::undo::Done;
use super::{Files, evaluate, keep_for_undo, tell};

/// Takes two people for one.
pub fn join(state: &mut State, (a, b): (String, String)) {
    let about = format!("{} · {}", label(state, &a), label(state, &b));
    let step = correct(state, Done::People, |corrections| corrections.join(&a, &b));
    state.people.search_other.clear();
    tell(state, Notice::Did { what: Done::People, about, step });
}

/// Takes two people for two.
pub fn part(state: &mut State, (a, b): (String, String)) {
    correct(state, Done::People, |corrections| corrections.part(&a, &b));
}

/// Forgets what was said about two people.
pub fn take_back_pair(state: &mut State, (a, b): (String, String)) {
    correct(state, Done::People, |corrections| corrections.take_back(&a, &b));
}

/// Reads an exam as another, or as it is written.
pub fn read_exam(state: &mut State, written: &str, code: Option<String>) {
    let Some(code) = code else {
        correct(state, Done::Exam, |corrections| corrections.take_back_exam(written));
        return;
    };
    let step = correct(state, Done::Exam, |corrections| corrections.explain_exam(written, &code));
    tell(state, Notice::Did { what: Done::Exam, about: format!("{written} → {code}"), step });
}

/// Changes the corrections, as a step that can be undone; gives its number.
fn correct(state: &mut State, what: Done, change: impl FnOnce(&mut Corrections)) -> u64 {
    let step = keep_for_undo(state, what);
    change(&mut Arc::make_mut(&mut state.workspace).corrections);
    evaluate(state, Files::Changed);
    step
}

fn label(state: &State, id: &str) -> String {
    let people = state.outcome.iter().flat_map(|outcome| &outcome.ledger.people);
    people.into_iter().find(|person| person.id == id).map_or_else(|| id.to_owned(), |person| person.label().to_owned())
}

/// The place in a new result of the person who is selected: under the same id, or that of whom they were joined with.
pub fn still_selected(state: &State, outcome: &Outcome) -> Option<PersonId> {
    let selected = state.people.selected?;
    let id = &state.outcome.as_ref()?.ledger.people.get(selected.0)?.id;
    let mates = state.workspace.corrections.same.iter().filter_map(|(a, b)| match () {
        () if a == id => Some(b),
        () if b == id => Some(a),
        () => None,
    });
    let people = &outcome.ledger.people;
    std::iter::once(id)
        .chain(mates)
        .find_map(|id| people.binary_search_by(|person| person.id.cmp(id)).ok().map(PersonId))
}
