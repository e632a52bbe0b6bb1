//! What of a result can be saved, and under which name.

use std::path::{Path, PathBuf};

use crate::rulebook::LevelId;
use crate::texts::Texts;

use super::file::{WriteError, with_extension, write_file, write_folder};
use super::tables::TableKind;
use super::{CsvStyle, Report, calendar, checklist, csv, json, workbook};

/// Something of a result that can be saved as a file, or as a folder of files.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Export {
    /// Everything, as an Excel workbook.
    Workbook,
    /// A table as CSV; a folder of all of them where none is named.
    Csv(Option<TableKind>, CsvStyle),
    /// A level's checklist as text.
    Checklist {
        /// The option, as its place in the rulebook.
        option: usize,
        /// The level.
        level: LevelId,
    },
    /// The days to remember, for a calendar.
    Calendar,
    /// Everything, for programs.
    Json,
}

/// Something could not be saved.
#[derive(Debug, thiserror::Error)]
pub enum ExportError {
    /// It could not be made, and why.
    #[error("{0}")]
    NotMade(String),
    /// It could not be written. What stood there before is still whole.
    #[error(transparent)]
    NotWritten(#[from] WriteError),
}

impl Export {
    /// How the name of its file ends; a folder's has no such end.
    pub fn extension(self) -> Option<&'static str> {
        match self {
            Self::Workbook => Some("xlsx"),
            Self::Csv(Some(_), _) => Some("csv"),
            Self::Csv(None, _) => None,
            Self::Checklist { .. } => Some("txt"),
            Self::Calendar => Some("ics"),
            Self::Json => Some("json"),
        }
    }

    /// What its file or folder might be called: "Readiness 2017-06-27.xlsx".
    pub fn name(self, report: &Report<'_>) -> String {
        let texts = report.texts;
        let what = match self {
            Self::Csv(Some(table), _) => table.title(texts),
            Self::Checklist { level, .. } => {
                texts.with("export-name-checklist", &[("level", texts.get(&format!("level-{level}")).into())])
            }
            _ => texts.get("export-name"),
        };
        let name = format!("{} {}", what.replace('/', "-"), report.readiness.settings.as_of);
        match self.extension() {
            Some(extension) => format!("{name}.{extension}"),
            None => name,
        }
    }

    /// Saves it as that file, in place of the one that stands there. A folder of files is made anew inside the one that is
    /// named, and nothing that stands there is touched. Gives what was made, which is whole or not there at all.
    ///
    /// # Errors
    /// When it can't be made or written.
    pub fn save(self, report: &Report<'_>, path: &Path) -> Result<PathBuf, ExportError> {
        let not_made = |error: &dyn std::error::Error| ExportError::NotMade(error.to_string());
        let bytes = match self {
            Self::Workbook => workbook(report).map_err(|error| not_made(&error))?,
            Self::Csv(Some(table), style) => csv(&table.table(report), style),
            Self::Csv(None, style) => {
                let files = TableKind::ALL.into_iter().map(|kind| {
                    let table = kind.table(report);
                    (format!("{}.csv", table.file), csv(&table, style))
                });
                return Ok(write_folder(path, &self.name(report), files)?);
            }
            Self::Checklist { option, level } => checklist(report, option, level).into_bytes(),
            Self::Calendar => calendar(report).into_bytes(),
            Self::Json => json(report).map_err(|error| not_made(&error))?.into_bytes(),
        };
        let path = self.extension().map_or_else(|| path.to_owned(), |extension| with_extension(path, extension));
        write_file(&path, &bytes)?;
        Ok(path)
    }
}

impl ExportError {
    /// What happened and what to do, in one or two sentences.
    pub fn message(&self, texts: &Texts) -> String {
        match self {
            Self::NotMade(why) => texts.with("notice-not-made", &[("why", why.as_str().into())]),
            Self::NotWritten(error) => error.message(texts),
        }
    }
}
