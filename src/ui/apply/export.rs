//! Saving a result as files, and showing what was saved.

use std::time::Instant;

use crate::report::Export;
use crate::ui::notice::Notice;

use super::super::command::Command;
use super::super::state::{Exporting, Form, State};
use super::super::work::{Exported, Job};
use super::{file, tell};

/// Carries out a command about what leaves the program as files.
pub fn apply(state: &mut State, command: Command) {
    match command {
        Command::Export if state.can_export() => state.form = Some(Form::Export(Export::Workbook)),
        Command::SaveExport(export) => save(state, export),
        Command::OpenSaved(path) => state.jobs.push(Job::Show(path)),
        _ => {}
    }
}

fn save(state: &mut State, export: Export) {
    let Some(outcome) = state.outcome.clone().filter(|_| state.can_export()) else {
        return;
    };
    let name = export.name(&state.result(&outcome));
    state.exporting = Some(Exporting::Asking);
    let (workspace, language) = (state.workspace.clone(), state.texts.language());
    state.jobs.push(Job::Export { export, name, workspace, outcome, language });
}

/// Takes in how an export goes.
pub fn receive(state: &mut State, exported: Exported) {
    state.exporting = None;
    match exported {
        Exported::Begun => state.exporting = Some(Exporting::Writing(Instant::now())),
        Exported::Saved(path) => {
            file::used_folder_of(state, Some(&path));
            tell(state, Notice::Exported(path));
        }
        Exported::Cancelled => {}
        Exported::NoDialog => tell(state, Notice::NoExportDialog),
        Exported::Failed(error) => tell(state, Notice::NotExported(error)),
    }
}
