//! What changes the workspace, each as one step that can be undone and redone.

use std::sync::Arc;

use crate::ledger::{AssumedPass, Assumptions};
use crate::workspace::Workspace;

use super::super::command::Command;
use super::super::notice::Notice;
use super::super::state::{Calendar, State, Whose};
use super::super::undo::{Done, Held};
use super::{Files, evaluate, tell};

/// Keeps the workspace as it is, to come back to it; gives the step's number.
pub fn keep_for_undo(state: &mut State, what: Done) -> u64 {
    let held = held(state);
    state.undo.keep(what, held)
}

/// Undoes the last step.
pub fn undo(state: &mut State) {
    let now = held(state);
    let Some((id, what, before)) = state.undo.undo(now) else {
        return;
    };
    state.notices.retain(|notice| notice.step() != Some(id) && !matches!(notice, Notice::Undone(_)));
    if what.changes_data() {
        tell(state, Notice::Undone(what));
    }
    put_back(state, what, before);
}

/// Does again what was undone last.
pub fn redo(state: &mut State) {
    let now = held(state);
    if let Some((what, after)) = state.undo.redo(now) {
        state.notices.retain(|notice| !matches!(notice, Notice::Undone(_)));
        put_back(state, what, after);
    }
}

fn held(state: &State) -> Held {
    let State { workspace, is_sample, chosen, .. } = state;
    Held { workspace: workspace.clone(), is_sample: *is_sample, chosen: chosen.clone() }
}

fn put_back(state: &mut State, what: Done, mut held: Held) {
    // A save keeps the day's result. That is no step, and stays.
    let kept = &state.workspace.snapshots;
    if what != Done::History && held.is_sample == state.is_sample && held.workspace.snapshots != *kept {
        Arc::make_mut(&mut held.workspace).snapshots.clone_from(kept);
    }
    // A result that is being taken would become a step between those that are undone.
    state.history.taking = false;
    (state.workspace, state.is_sample, state.chosen) = (held.workspace, held.is_sample, held.chosen);
    state.calendar = Calendar::default();
    evaluate(state, Files::Changed);
}

/// Carries out a command that changes what the user chose or assumes.
pub fn change(state: &mut State, command: Command) {
    let is_day = matches!(command, Command::SetAsOf(_));
    let what = match &command {
        Command::UseRulebook { .. } => Done::Rules,
        Command::AssumePassed { .. }
        | Command::AssumeLeft { .. }
        | Command::AssumeSale(_)
        | Command::ForgetSale(_)
        | Command::ClearAssumptions => Done::Assumption,
        Command::Pin { .. } | Command::KeepOut { .. } => Done::Seat,
        _ => Done::Setting,
    };
    let before = state.workspace.clone();
    carry_out(Arc::make_mut(&mut state.workspace), command);
    if is_day {
        state.notices.retain(|notice| !matches!(notice, Notice::OfEarlierDay { .. }));
        state.calendar = Calendar::default();
    }
    let after = &state.workspace;
    if is_as_before(&before, after) {
        state.workspace = before;
        return;
    }
    // What is assumed stands in the ledger, with the day.
    let files = if before.assumptions == after.assumptions { Files::Same } else { Files::Changed };
    let before = Held { workspace: before, ..held(state) };
    state.undo.keep(what, before);
    evaluate(state, files);
}

fn carry_out(workspace: &mut Workspace, command: Command) {
    let settings = &mut workspace.settings;
    match command {
        Command::UseRulebook { id, edition } => workspace.use_rulebook(&id, edition.as_deref()),
        Command::AssumePassed { person, exams, assume } => assume_passed(workspace, &person, exams, assume),
        Command::AssumeLeft { person, assume } => {
            let leavers = &mut workspace.assumptions.leavers;
            leavers.retain(|leaver| *leaver != person);
            if assume {
                leavers.push(person);
            }
        }
        Command::ForgetSale(place) => {
            let sales = &mut workspace.assumptions.sales;
            if place < sales.len() {
                sales.remove(place);
            }
        }
        Command::ClearAssumptions => workspace.assumptions = Assumptions::default(),
        Command::SetAsOf(day) => workspace.set_as_of(day),
        Command::SetMarket(market) => settings.market = market,
        Command::SetWindow(kind) => settings.window = kind,
        // Who takes it back for all takes back each.
        Command::AssumeAssociated(assume) => {
            settings.assume_associated = assume;
            settings.associated_files.clear();
            settings.associated_customers.clear();
        }
        Command::Associate { whose, associated } => {
            let (known, name) = match whose {
                Whose::File(file) => (&mut settings.associated_files, file),
                Whose::Customer(customer) => (&mut settings.associated_customers, customer),
            };
            if associated {
                known.insert(name.to_string());
            } else {
                known.remove(&*name);
            }
        }
        Command::SetRates(rates) => settings.rates = rates,
        Command::AssumeSale(sale) => workspace.assumptions.sales.push(sale),
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
    let rules = before.edition_is_chosen == after.edition_is_chosen && before.rulebook == after.rulebook;
    rules && before.settings == after.settings && before.assumptions == after.assumptions
}
