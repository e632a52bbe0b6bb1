//! The system's file dialogs, behind a trait so that tests can answer them.

use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use rfd::FileDialog;

use crate::printing::open_file;
use crate::report::Export;
use crate::texts::Texts;

/// Asks the user for files.
///
/// A question is prepared on the window's thread and asked on a worker's, so that an open dialog never stops the window.
pub trait Dialogs {
    /// Which exports to read.
    fn exports(&self, asking: &Asking<'_>) -> Question<Vec<PathBuf>>;

    /// Where to save pages, which are offered a name.
    fn summary(&self, asking: &Asking<'_>, name: &str) -> Question<PathBuf>;

    /// Where to save something of a result, which is offered a name; or in which folder to make a folder of it.
    fn export(&self, asking: &Asking<'_>, export: Export, name: &str) -> Question<PathBuf>;

    /// Opens a file or folder with the program that the system has for it.
    fn show(&self, path: &Path) -> Shown;

    /// Where to save the rows of a file that were left out.
    fn left_out(&self, asking: &Asking<'_>, file: &str) -> Question<PathBuf>;

    /// Which workspace to open.
    fn workspace(&self, asking: &Asking<'_>) -> Question<PathBuf>;

    /// Which rulebook to use.
    fn rulebook(&self, asking: &Asking<'_>) -> Question<PathBuf>;

    /// Where to save the workspace, which has a name already or is offered one.
    fn save_as(&self, asking: &Asking<'_>, name: &str) -> Question<PathBuf>;
}

/// From where the user is asked.
pub struct Asking<'a> {
    /// The window that the dialog belongs to.
    pub window: Option<&'a eframe::Frame>,
    /// The folder in which the dialog begins.
    pub folder: Option<&'a Path>,
    /// In which language.
    pub texts: &'a Texts,
}

/// Shows a dialog and waits for the answer.
pub type Question<T> = Box<dyn FnOnce() -> Choice<T> + Send>;

/// Has the system open something, and tells whether it could.
pub type Shown = Box<dyn FnOnce() -> std::io::Result<()> + Send>;

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

impl<T> Choice<T> {
    /// The same answer, with something made of what was chosen.
    pub fn map<U>(self, make: impl FnOnce(T) -> U) -> Choice<U> {
        match self {
            Self::Chosen(chosen) => Choice::Chosen(make(chosen)),
            Self::Cancelled => Choice::Cancelled,
            Self::NoDialog => Choice::NoDialog,
        }
    }
}

/// The dialogs of the system.
pub struct SystemDialogs;

/// What can be imported, by file name extension.
const EXPORTS: [&str; 8] = ["xlsx", "xlsm", "xlsb", "xls", "ods", "csv", "tsv", "txt"];

/// The extension of workspaces.
const WORKSPACES: [&str; 1] = ["touchstone"];

impl Dialogs for SystemDialogs {
    fn exports(&self, asking: &Asking<'_>) -> Question<Vec<PathBuf>> {
        let texts = asking.texts;
        let dialog = asking.dialog("dialog-import").add_filter(texts.get("dialog-exports"), &EXPORTS);
        ask(move || dialog.pick_files().filter(|files| !files.is_empty()))
    }

    fn summary(&self, asking: &Asking<'_>, name: &str) -> Question<PathBuf> {
        let dialog = asking.dialog("dialog-print").set_file_name(name).add_filter("PDF", &["pdf"]);
        ask(move || dialog.save_file())
    }

    fn export(&self, asking: &Asking<'_>, export: Export, name: &str) -> Question<PathBuf> {
        let dialog = asking.dialog("dialog-export");
        let Some(extension) = export.extension() else {
            return ask(move || dialog.pick_folder());
        };
        let dialog = dialog.set_file_name(name).add_filter(extension.to_uppercase(), &[extension]);
        ask(move || dialog.save_file())
    }

    fn show(&self, path: &Path) -> Shown {
        let path = path.to_owned();
        Box::new(move || open_file(&path))
    }

    fn left_out(&self, asking: &Asking<'_>, file: &str) -> Question<PathBuf> {
        let stem = file.rsplit_once('.').map_or(file, |(stem, _)| stem);
        let name = asking.texts.with("dialog-left-out-name", &[("file", stem.into())]);
        let dialog = asking.dialog("dialog-left-out").set_file_name(name).add_filter("Excel", &["xlsx"]);
        ask(move || dialog.save_file())
    }

    fn workspace(&self, asking: &Asking<'_>) -> Question<PathBuf> {
        let dialog = asking.dialog("dialog-open").add_filter("Touchstone", &WORKSPACES);
        ask(move || dialog.pick_file())
    }

    fn rulebook(&self, asking: &Asking<'_>) -> Question<PathBuf> {
        let filter = asking.texts.get("dialog-rulebooks");
        let dialog = asking.dialog("dialog-open-rulebook").add_filter(filter, &["json"]);
        ask(move || dialog.pick_file())
    }

    fn save_as(&self, asking: &Asking<'_>, name: &str) -> Question<PathBuf> {
        let dialog = asking.dialog("dialog-save-as").set_file_name(name).add_filter("Touchstone", &WORKSPACES);
        ask(move || dialog.save_file())
    }
}

impl Asking<'_> {
    fn dialog(&self, title: &str) -> FileDialog {
        let dialog = FileDialog::new().set_title(self.texts.get(title));
        let dialog = match self.window {
            Some(window) => dialog.set_parent(window),
            None => dialog,
        };
        match self.folder {
            Some(folder) => dialog.set_directory(folder),
            None => dialog,
        }
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
