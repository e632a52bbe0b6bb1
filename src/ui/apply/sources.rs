//! The files as they stand on disk, and the findings to take along.

use super::super::command::Command;
use super::super::found::{RowAt, RowView, copied, order_findings};
use super::super::notice::Notice;
use super::super::state::State;
use super::super::work::{Job, RowJob};
use super::import::file_at;

/// Carries out a command about files and findings.
pub fn apply(state: &mut State, command: Command) {
    match command {
        Command::LookAtFiles => look_at_files(state),
        Command::FilterFindings(file) => {
            state.sources.file = file;
            order_findings(state);
        }
        Command::ShowRow(row) => show_row(state, row),
        Command::ShowChanges(place) => {
            let notice = place.and_then(|place| state.notices.get(place));
            state.changes = notice.and_then(Notice::changes).cloned();
        }
        Command::CopyFindings => copy_findings(state),
        _ => {}
    }
}

/// Looks whether the files changed on disk. Those of the sample stand nowhere.
pub fn look_at_files(state: &mut State) {
    if !state.is_sample && !state.workspace.sources.is_empty() {
        let stamped = state.workspace.sources().filter(|source| source.stamp.is_some());
        let files = stamped.map(|source| source.origin.clone()).collect();
        state.jobs.push(Job::LookAtFiles(files));
    }
}

/// Reads a row of a file to look at it; puts it away where none is told.
fn show_row(state: &mut State, row: Option<RowAt>) {
    state.sources.row = None;
    let Some(at) = row else { return };
    let origin = state.workspace.sources().find(|source| source.file == at.file).map(|source| source.origin.clone());
    let Some((origin, file)) = origin.and_then(|origin| Some((origin.clone(), file_at(state, &origin)?))) else {
        return;
    };
    let generation = state.next_generation();
    let (choices, workspace) = (state.chosen.get(&origin).cloned(), state.workspace.clone());
    let (sheet, row) = (at.sheet.clone(), at.row);
    state.sources.row = Some(RowView { at, generation, found: None });
    state.jobs.push(Job::ReadRow(RowJob { generation, at: file, choices, workspace, sheet, row }));
}

/// Copies the findings that are shown.
fn copy_findings(state: &mut State) {
    state.clipboard = state.outcome.as_ref().map(|outcome| copied(&state.sources, outcome, &state.texts));
}
