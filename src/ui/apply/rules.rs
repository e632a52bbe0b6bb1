//! Rules from a file of the user's.

use std::path::PathBuf;
use std::sync::Arc;

use super::super::command::Command;
use super::super::dialogs::Choice;
use super::super::notice::Notice;
use super::super::refused::RefusedRulebook;
use super::super::state::{Page, State};
use super::super::undo::Done;
use super::super::work::{Job, RulebookFile};
use super::{Files, evaluate, file, keep_for_undo, show, tell};

/// Carries out a command about rules from a file.
pub fn apply(state: &mut State, command: Command) {
    match command {
        Command::OpenRulebook => ask_for_rulebook(state),
        Command::OpenRulebookFile(path) => read_rulebook(state, path),
        Command::CopyFaults => {
            state.clipboard = state.refused.as_ref().map(|refused| refused.copied(&state.texts));
        }
        Command::DismissFaults => state.refused = None,
        _ => {}
    }
}

/// Asks for a rulebook's file, unless a question is open already.
fn ask_for_rulebook(state: &mut State) {
    if !state.asking {
        state.asking = true;
        state.jobs.push(Job::OpenRulebook(None));
    }
}

/// Reads a rulebook's file.
fn read_rulebook(state: &mut State, path: PathBuf) {
    if !state.asking {
        state.asking = true;
        state.jobs.push(Job::OpenRulebook(Some(path)));
    }
}

/// The user answered which rulebook's file to use, and it was read.
pub fn receive(state: &mut State, answer: Choice<RulebookFile>) {
    state.asking = false;
    match answer {
        Choice::Chosen(read) => take(state, read),
        Choice::Cancelled => {}
        Choice::NoDialog => tell(state, Notice::NoOpenDialog),
    }
}

/// A rulebook's file was read: it applies from now on, or is refused with all that is wrong in it.
pub fn take(state: &mut State, read: RulebookFile) {
    let RulebookFile { path, rulebook } = read;
    file::used_folder_of(state, Some(&path));
    show(state, Page::Rules);
    match rulebook {
        Ok(rulebook) => {
            state.refused = None;
            if state.workspace.rulebook != *rulebook || !state.workspace.edition_is_chosen {
                keep_for_undo(state, Done::Rules);
                Arc::make_mut(&mut state.workspace).take_rulebook(*rulebook);
                evaluate(state, Files::Same);
            }
        }
        Err(fault) => state.refused = Some(RefusedRulebook { path, fault }),
    }
}
