//! The user's word on people and exams.

use std::sync::Arc;

use crate::ledger::PersonId;
use crate::workspace::Workspace;

use super::super::notice::Notice;
use super::super::outcome::Outcome;
use super::super::state::State;
use super::super::undo::Done;
use super::{Files, evaluate, keep_for_undo, tell};

/// Takes two people for one.
pub fn join(state: &mut State, (a, b): (String, String)) {
    let about = format!("{} · {}", label(state, &a), label(state, &b));
    state.people.search_other.clear();
    if let Some(step) = correct(state, Done::People, |workspace| workspace.join_people(&a, &b)) {
        tell(state, Notice::Did { what: Done::People, about, step });
    }
}

/// Takes two people for two.
pub fn part(state: &mut State, (a, b): (String, String)) {
    correct(state, Done::People, |workspace| workspace.corrections.part(&a, &b));
}

/// Forgets what was said about two people.
pub fn take_back_pair(state: &mut State, (a, b): (String, String)) {
    correct(state, Done::People, |workspace| workspace.corrections.take_back(&a, &b));
}

/// Reads an exam as another, or as it is written.
pub fn read_exam(state: &mut State, written: &str, code: Option<String>) {
    let Some(code) = code else {
        correct(state, Done::Exam, |workspace| workspace.corrections.take_back_exam(written));
        return;
    };
    if let Some(step) = correct(state, Done::Exam, |workspace| workspace.corrections.explain_exam(written, &code)) {
        tell(state, Notice::Did { what: Done::Exam, about: format!("{written} → {code}"), step });
    }
}

/// Changes the corrections, as a step that can be undone; gives its number. What was said already is no step.
fn correct(state: &mut State, what: Done, change: impl FnOnce(&mut Workspace)) -> Option<u64> {
    let mut workspace = Workspace::clone(&state.workspace);
    change(&mut workspace);
    if workspace.corrections == state.workspace.corrections {
        return None;
    }
    let step = keep_for_undo(state, what);
    state.workspace = Arc::new(workspace);
    evaluate(state, Files::Changed);
    Some(step)
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
