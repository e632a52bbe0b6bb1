//! Saving a result as files, and having the system show what was saved.

use std::path::PathBuf;
use std::sync::Arc;

use crate::report::{Export, ExportError};
use crate::texts::{Language, Texts};
use crate::workspace::Workspace;

use super::super::dialogs::{Choice, Question, Shown};
use super::super::outcome::Outcome;
use super::{Event, Tell};

/// How an export goes.
#[derive(Debug, Clone)]
pub enum Exported {
    /// The user said where, and it is being written.
    Begun,
    /// It is there.
    Saved(PathBuf),
    /// The user thought better of it.
    Cancelled,
    /// The system could not show its dialog.
    NoDialog,
    /// It could not be made or written.
    Failed(Arc<ExportError>),
}

/// Asks where to save something of a result, and saves it.
pub fn export(
    export: Export,
    (workspace, outcome): (&Workspace, &Outcome),
    language: Language,
    question: Question<PathBuf>,
    tell: &Tell,
) {
    let exported = match question() {
        Choice::Chosen(path) => {
            tell.event(Event::Exported(Exported::Begun));
            let texts = Texts::new(language);
            match export.save(&outcome.report(workspace, &texts), &path) {
                Ok(path) => Exported::Saved(path),
                Err(error) => Exported::Failed(Arc::new(error)),
            }
        }
        Choice::Cancelled => Exported::Cancelled,
        Choice::NoDialog => Exported::NoDialog,
    };
    tell.event(Event::Exported(exported));
}

/// What the system could not show.
pub fn show(path: PathBuf, show: Shown) -> Option<PathBuf> {
    show().is_err().then_some(path)
}
