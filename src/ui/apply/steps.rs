//! What changes the workspace, each as one step that can be undone and redone.

use std::sync::Arc;

use crate::ledger::{AssumedPass, Assumptions};
use crate::workspace::Workspace;

use super::super::command::Command;
use super::super::notice::Notice;
use super::super::state::{Calendar, State};
use super::super::undo::Done;
use super::{Files, evaluate, tell};

/// Keeps the workspace as it is, to come back to it; gives the step's number.
pub fn keep_for_undo(state: &mut State, what: Done) -> u64 {
    state.undo.keep(what, state.workspace.clone(), state.is_sample)
}

/// Undoes the last step.
pub fn undo(state: &mut State) {
    let Some((id, what)) = state.undo.undo(&mut state.workspace, &mut state.is_sample) else {
        return;
    };
    state.notices.retain(|notice| notice.step() != Some(id) && !matches!(notice, Notice::Undone(_)));
    if what.changes_data() {
        tell(state, Notice::Undone(what));
    }
    went(state);
}

/// Does again what was undone last.
pub fn redo(state: &mut State) {
    if state.undo.redo(&mut state.workspace, &mut state.is_sample).is_some() {
        state.notices.retain(|notice| !matches!(notice, Notice::Undone(_)));
        went(state);
    }
}

fn went(state: &mut State) {
    state.calendar = Calendar::default();
    evaluate(state, Files::Changed);
}

/// Carries out a command that changes what the user chose or assumes.
pub fn change(state: &mut State, command: Command) {
    let is_day = matches!(command, Command::SetAsOf(_));
    let what = match &command {
        Command::UseRulebook { .. } => Done::Rules,
        Command::AssumePassed { .. } | Command::ClearAssumptions => Done::Assumption,
        Command::Pin { .. } | Command::KeepOut { .. } => Done::Seat,
        _ => Done::Setting,
    };
    let before = state.workspace.clone();
    carry_out(Arc::make_mut(&mut state.workspace), command);
    if is_day {
        state.calendar = Calendar::default();
    }
    let after = &state.workspace;
    if is_as_before(&before, after) {
        state.workspace = before;
        return;
    }
    // What is assumed stands in the ledger, with the day.
    let files = if before.assumptions == after.assumptions { Files::Same } else { Files::Changed };
    state.undo.keep(what, before, state.is_sample);
    evaluate(state, files);
}

fn carry_out(workspace: &mut Workspace, command: Command) {
    let settings = &mut workspace.settings;
    match command {
        Command::UseRulebook { id, edition } => workspace.use_rulebook(&id, edition.as_deref()),
        Command::AssumePassed { person, exams, assume } => assume_passed(workspace, &person, exams, assume),
        Command::ClearAssumptions => workspace.assumptions = Assumptions::default(),
        Command::SetAsOf(day) => workspace.set_as_of(day),
        Command::SetMarket(market) => settings.market = market,
        Command::SetWindow(kind) => settings.window = kind,
        Command::AssumeAssociated(assume) => settings.assume_associated = assume,
        // Whoever is pinned is not kept out, and the other way round.
        Command::Pin { person, role } => {
            settings.kept_out.remove(&person);
            match role {
                Some(role) => settings.pins.insert(person, role),
                None => settings.pins.remove(&person),
            };
        }
        Command::KeepOut { person, keep_out } => {
            settings.pins.remove(&person);
            if keep_out {
                settings.kept_out.insert(person);
            } else {
                settings.kept_out.remove(&person);
            }
        }
        _ => {}
    }
}

fn assume_passed(workspace: &mut Workspace, person: &str, exams: Vec<String>, assume: bool) {
    let day = workspace.settings.as_of;
    let passes = &mut workspace.assumptions.passes;
    passes.retain(|pass| pass.person != person || !exams.iter().any(|exam| **exam == *pass.exam));
    if assume {
        let assumed = |exam: String| AssumedPass { person: person.to_owned(), exam: exam.into(), passed: day };
        passes.extend(exams.into_iter().map(assumed));
    }
}

/// Whether nothing was changed of what the user chose or assumes.
fn is_as_before(before: &Workspace, after: &Workspace) -> bool {
    let edition = |it: &Workspace| (it.rulebook.id.clone(), it.rulebook.edition.clone(), it.edition_is_chosen);
    edition(before) == edition(after) && before.settings == after.settings && before.assumptions == after.assumptions
}
