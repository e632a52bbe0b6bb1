//! The system's file dialogs, behind a trait so that tests can answer them.

use std::path::PathBuf;
use std::time::{Duration, Instant};

use rfd::FileDialog;

use crate::texts::Texts;

/// Asks the user for files.
///
/// A question is prepared on the window's thread and asked on a worker's, so that an open dialog never stops the window.
pub trait Dialogs {
    /// Which exports to read.
    fn exports(&self, parent: Option<&eframe::Frame>, texts: &Texts) -> Question<Vec<PathBuf>>;

    /// Where to write the summary.
    fn summary(&self, parent: Option<&eframe::Frame>, texts: &Texts) -> Question<PathBuf>;
}

/// Shows a dialog and waits for the answer.
pub type Question<T> = Box<dyn FnOnce() -> Choice<T> + Send>;

/// What the user answered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Choice<T> {
    /// This.
    Chosen(T),
    /// Nothing.
    Cancelled,
    /// The system could not show the dialog.
    NoDialog,
}

/// The dialogs of the system.
pub struct SystemDialogs;

/// What can be imported, by file name extension.
const EXPORTS: [&str; 8] = ["xlsx", "xlsm", "xlsb", "xls", "ods", "csv", "tsv", "txt"];

impl Dialogs for SystemDialogs {
    fn exports(&self, parent: Option<&eframe::Frame>, texts: &Texts) -> Question<Vec<PathBuf>> {
        let dialog =
            dialog(parent).set_title(texts.get("dialog-import")).add_filter(texts.get("dialog-exports"), &EXPORTS);
        ask(move || dialog.pick_files().filter(|files| !files.is_empty()))
    }

    fn summary(&self, parent: Option<&eframe::Frame>, texts: &Texts) -> Question<PathBuf> {
        let dialog = dialog(parent)
            .set_title(texts.get("dialog-print"))
            .set_file_name(texts.get("dialog-print-name"))
            .add_filter("PDF", &["pdf"]);
        ask(move || dialog.save_file())
    }
}

fn dialog(parent: Option<&eframe::Frame>) -> FileDialog {
    let dialog = FileDialog::new();
    match parent {
        Some(window) => dialog.set_parent(window),
        None => dialog,
    }
}

/// The dialogs don't tell "cancelled" from "could not be shown", but nobody cancels this fast.
const NOBODY_CANCELS_WITHIN: Duration = Duration::from_millis(250);

fn ask<T>(show: impl FnOnce() -> Option<T> + Send + 'static) -> Question<T> {
    Box::new(move || {
        let asked = Instant::now();
        match show() {
            Some(chosen) => Choice::Chosen(chosen),
            None if asked.elapsed() < NOBODY_CANCELS_WITHIN => Choice::NoDialog,
            None => Choice::Cancelled,
        }
    })
}
