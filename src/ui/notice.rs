//! What the user should know, until they put it away.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use chrono::NaiveDate;

use crate::import::ImportError;
use crate::ledger::Source;
use crate::printing::{PrintFault, sent};
use crate::report::{ExportError, WriteError};
use crate::texts::Texts;
use crate::workspace::{Changes, OpenError, SaveError};

use super::changes::changes_text;
use super::command::Command;
use super::undo::Done;

/// Something the user should know, until they put it away.
#[derive(Debug, Clone)]
pub enum Notice {
    /// Files were taken in.
    Imported(Imported),
    /// A step that changed the data was done, and can be undone.
    Did {
        /// What was done.
        what: Done,
        /// With what.
        about: String,
        /// The step.
        step: u64,
    },
    /// A file was not taken in, since the user skipped it.
    Skipped(Arc<str>),
    /// A step was undone.
    Undone(Done),
    /// The rows that were left out of a file were saved.
    LeftOutSaved(PathBuf),
    /// A file could not be read.
    ImportFailed(ImportError),
    /// The system could not ask for a file to read.
    NoImportDialog,
    /// The system could not ask for a file to write.
    NoPrintDialog,
    /// The checklist is on the clipboard.
    Copied,
    /// The summary is there.
    Printed(PathBuf),
    /// A printer took the pages, as a job of that number.
    Sent {
        /// The printer's name.
        printer: String,
        /// The number.
        number: Option<u32>,
    },
    /// The system's viewer shows the pages.
    Viewed,
    /// The pages were not printed, or not shown.
    NotPrinted(PrintFault),
    /// Something of the result was saved there.
    Exported(PathBuf),
    /// Something of the result could not be saved.
    NotExported(Arc<ExportError>),
    /// The system could not ask where to save something of the result.
    NoExportDialog,
    /// The system could not open a file or folder that was saved.
    NotShown(PathBuf),
    /// No row is left out any more that could be mended.
    NothingToSave,
    /// A file could not be made, and why.
    NotMade(String),
    /// A file could not be written.
    NotWritten(Arc<WriteError>),
    /// The workspace that was opened is of an earlier day.
    OfEarlierDay {
        /// The day.
        as_of: NaiveDate,
        /// Today, which the user may want instead.
        today: NaiveDate,
    },
    /// A workspace could not be opened.
    NotOpened(OpenError),
    /// The workspace could not be saved.
    NotSaved(SaveError),
    /// The workspace could not be saved by itself.
    NotAutosaved(SaveError),
    /// A workspace came among other files.
    WorkspaceAmongFiles(PathBuf),
    /// The system could not ask for a workspace to open.
    NoOpenDialog,
    /// The system could not ask where to save the workspace.
    NoSaveDialog,
    /// The program has a fault.
    Broke,
}

/// What files brought.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Imported {
    /// How many files.
    pub files: usize,
    /// The last one's name.
    pub file: Arc<str>,
    /// Rows in them.
    pub rows: usize,
    /// Records made of these rows.
    pub records: usize,
    /// Rows that became no record.
    pub left_out: usize,
    /// What they changed in what was known, as soon as that is known.
    pub changes: Option<Arc<Changes>>,
    /// The job that finds it out, while it runs.
    pub comparing: Option<u64>,
    /// Where the last file stands.
    pub origin: Arc<str>,
    /// The step that takes them back.
    pub undo: u64,
}

impl Imported {
    /// What sources bring.
    pub fn of<'a>(sources: impl IntoIterator<Item = &'a Source>) -> Self {
        let mut came = Self::default();
        for source in sources {
            let (rows, _, left_out) = source.tally();
            came.files += 1;
            came.rows += rows;
            came.left_out += left_out;
            came.records += source.credentials.len() + source.sales.len();
            (came.file, came.origin) = (source.file.clone(), source.origin.clone());
        }
        came
    }

    /// "120 rows", "118 records", "2 left out".
    pub fn counts(&self, texts: &Texts) -> [String; 3] {
        let counts =
            [("count-rows", self.rows), ("count-records", self.records), ("count-rows-left-out", self.left_out)];
        counts.map(|(id, count)| {
            let number = texts.number(count.into());
            texts.with(id, &[("count", count.into()), ("number", number.into())])
        })
    }
}

impl Notice {
    /// Whether something went wrong.
    pub fn is_error(&self) -> bool {
        !matches!(
            self,
            Self::Imported(_)
                | Self::Did { .. }
                | Self::NothingToSave
                | Self::Skipped(_)
                | Self::Undone(_)
                | Self::LeftOutSaved(_)
                | Self::Copied
                | Self::Printed(_)
                | Self::Sent { .. }
                | Self::Viewed
                | Self::Exported(_)
                | Self::OfEarlierDay { .. }
        )
    }

    /// Whether it tells that a workspace could not be opened or saved, which the next success makes untrue.
    pub fn is_about_file(&self) -> bool {
        matches!(self, Self::NotOpened(_) | Self::NotSaved(_) | Self::NotAutosaved(_) | Self::NoSaveDialog)
    }

    /// Whether it tells of what is in the workspace, so that it goes with it.
    pub fn is_about_workspace(&self) -> bool {
        self.step().is_some() || matches!(self, Self::Undone(_) | Self::OfEarlierDay { .. })
    }

    /// The command that has the file take the place of the one that it has most records of.
    pub fn instead(&self) -> Option<Command> {
        let Self::Imported(came) = self else { return None };
        let changes = came.changes.as_ref().filter(|changes| came.files == 1 && changes.replaced.is_none())?;
        let other = changes.overlaps.iter().max_by_key(|overlap| overlap.records)?;
        Some(Command::UseInstead { file: came.origin.clone(), other: (other.origin.clone(), other.file.clone()) })
    }

    /// The file or folder that was saved, so that it can be opened.
    pub fn saved(&self) -> Option<&Path> {
        match self {
            Self::Exported(path) | Self::Printed(path) | Self::LeftOutSaved(path) => Some(path),
            _ => None,
        }
    }

    /// What files changed that were known before, where there is something to look at.
    pub fn changes(&self) -> Option<&Arc<Changes>> {
        let Self::Imported(came) = self else { return None };
        let knew = |changes: &&Arc<Changes>| changes.replaced.is_some() || !changes.overlaps.is_empty();
        came.changes.as_ref().filter(knew).filter(|changes| !changes.is_empty())
    }

    /// The step that it tells of, where that can be undone.
    pub fn step(&self) -> Option<u64> {
        match self {
            Self::Imported(came) => Some(came.undo),
            Self::Did { step, .. } => Some(*step),
            _ => None,
        }
    }

    /// Waits no longer for a job that broke off.
    pub fn stop_waiting(&mut self) {
        if let Self::Imported(came) = self {
            came.comparing = None;
        }
    }

    /// What it says.
    pub fn text(&self, texts: &Texts) -> String {
        match self {
            Self::Imported(came) => {
                let counts = came.counts(texts).join(", ");
                let values = [("files", came.files.into()), ("file", (*came.file).into()), ("counts", counts.into())];
                let what = texts.with("notice-imported", &values);
                let changes = came.changes.as_ref().and_then(|changes| changes_text(changes, texts));
                [Some(what), changes].into_iter().flatten().collect::<Vec<_>>().join(" ")
            }
            Self::Did { what, about, .. } => {
                texts.with(&format!("did-{}", what.as_str()), &[("about", about.as_str().into())])
            }
            Self::Skipped(file) => texts.with("notice-skipped", &[("file", (**file).into())]),
            Self::Undone(what) => texts.get(&format!("undone-{}", what.as_str())),
            Self::LeftOutSaved(path) => {
                texts.with("notice-left-out-saved", &[("file", path.display().to_string().into())])
            }
            Self::ImportFailed(error) => error.message(texts),
            Self::NoImportDialog => texts.get("notice-no-import-dialog"),
            Self::NoPrintDialog => texts.get("notice-no-print-dialog"),
            Self::Printed(path) => texts.with("notice-printed", &[("file", path.display().to_string().into())]),
            Self::Sent { printer, number } => sent(texts, printer, *number),
            Self::Viewed => texts.get("print-viewed"),
            Self::NotPrinted(fault) => fault.message(texts),
            Self::Exported(path) => texts.with("notice-exported", &[("file", path.display().to_string().into())]),
            Self::NotExported(error) => error.message(texts),
            Self::NoExportDialog => texts.get("notice-no-export-dialog"),
            Self::NotShown(path) => texts.with("notice-not-shown", &[("file", path.display().to_string().into())]),
            Self::Copied => texts.get("notice-copied"),
            Self::NothingToSave => texts.get("notice-nothing-to-save"),
            Self::NotMade(why) => texts.with("notice-not-made", &[("why", why.as_str().into())]),
            Self::NotWritten(error) => error.message(texts),
            Self::OfEarlierDay { as_of, .. } => {
                texts.with("notice-of-earlier-day", &[("day", texts.long_date(*as_of).into())])
            }
            Self::NotOpened(error) => error.message(texts),
            Self::NotSaved(error) => error.message(texts),
            Self::NotAutosaved(_) => texts.get("notice-not-autosaved"),
            Self::WorkspaceAmongFiles(path) => {
                texts.with("failed-workspace-among-files", &[("file", path.display().to_string().into())])
            }
            Self::NoOpenDialog => texts.get("notice-no-open-dialog"),
            Self::NoSaveDialog => texts.get("notice-no-save-dialog"),
            Self::Broke => texts.get("notice-broke"),
        }
    }
}
