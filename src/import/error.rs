//! Why nothing could be read from a file.

use std::io::{Error, ErrorKind};
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use crate::texts::Texts;

/// Nothing could be read from a file.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{file}: {}", fault.as_str())]
pub struct ImportError {
    /// The file, as the user named it.
    pub file: Arc<str>,
    /// Why.
    pub fault: ImportFault,
}

/// Why nothing could be read from a file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum ImportFault {
    /// There is no such file.
    Missing,
    /// The system does not let us read it.
    Denied,
    /// Another program holds it.
    Locked,
    /// It vanished or shrank while it was read.
    Vanished,
    /// It is a folder.
    Folder,
    /// It is the small file that Excel or `LibreOffice` keeps beside an open workbook.
    LockFile,
    /// It holds nothing, not a byte.
    NoBytes,
    /// It is neither a workbook nor a table as text.
    NotATable,
    /// It is a picture.
    Picture,
    /// It is a PDF.
    Pdf,
    /// It is a text document or a presentation.
    Document,
    /// It is a web page without a table.
    WebPage,
    /// It is protected by a password.
    Protected,
    /// It is protected by another password than the one that was given.
    WrongPassword,
    /// It looks like a workbook, but can't be read as one.
    Damaged(Damage),
    /// Its sheets are empty.
    Empty,
    /// It has headings, but no row below them.
    HeadingsOnly,
    /// No sheet has headings that tell what it holds.
    NotRecognised,
    /// It has only sums of rows that stand elsewhere.
    OnlyTotals,
    /// Its tables may hold something else.
    Doubtful,
    /// None of its rows gives a record.
    NoRecords,
    /// The user stopped the reading.
    Cancelled,
    /// The process that reads could not be started. Holds the system's own words.
    NoReader(String),
    /// The process that reads needed more memory than it may have.
    TooMuchMemory,
    /// Nothing was read for a minute.
    TooSlow,
    /// More was read than any workbook holds.
    TooLarge,
    /// The process that reads broke down.
    Broke,
}

/// How a file or a sheet is damaged.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Damage {
    /// It ends before it should, as after a download that broke off.
    CutShort,
    /// A part of it can't be understood. Holds the words of the library that tried, for those who want to know.
    Broken(String),
    /// From this row on a quotation mark is open that nothing closes.
    OpenQuote(u32),
    /// It names more cells than any sheet has.
    TooManyCells,
}

impl Damage {
    /// A part that can't be understood.
    #[expect(clippy::needless_pass_by_value, reason = "as `map_err` gives it")]
    pub(super) fn broken(words: impl ToString) -> Self {
        Self::Broken(words.to_string())
    }

    /// As the messages name it.
    pub fn as_str(&self) -> &'static str {
        match self {
            Self::CutShort => "cut-short",
            Self::Broken(_) => "broken",
            Self::OpenQuote(_) => "open-quote",
            Self::TooManyCells => "too-many-cells",
        }
    }
}

impl ImportFault {
    /// As the messages name it.
    pub fn as_str(&self) -> &'static str {
        match self {
            Self::Missing => "missing",
            Self::Denied => "denied",
            Self::Locked => "locked",
            Self::Vanished => "vanished",
            Self::Folder => "folder",
            Self::LockFile => "lock-file",
            Self::NoBytes => "no-bytes",
            Self::NotATable => "not-a-table",
            Self::Picture => "picture",
            Self::Pdf => "pdf",
            Self::Document => "document",
            Self::WebPage => "web-page",
            Self::Protected => "protected",
            Self::WrongPassword => "wrong-password",
            Self::Damaged(_) => "damaged",
            Self::Empty => "empty",
            Self::HeadingsOnly => "headings-only",
            Self::NotRecognised => "not-recognised",
            Self::OnlyTotals => "only-totals",
            Self::Doubtful => "doubtful",
            Self::NoRecords => "no-records",
            Self::Cancelled => "cancelled",
            Self::NoReader(_) => "no-reader",
            Self::TooMuchMemory => "too-much-memory",
            Self::TooSlow => "too-slow",
            Self::TooLarge => "too-large",
            Self::Broke => "broke",
        }
    }

    /// Why the system gave no bytes.
    pub(super) fn of_system(error: &Error) -> Self {
        // How Windows says that another program holds the file, or a part of it.
        const SHARING_VIOLATION: i32 = 32;
        const LOCK_VIOLATION: i32 = 33;
        match (error.kind(), error.raw_os_error()) {
            (_, Some(SHARING_VIOLATION | LOCK_VIOLATION)) if cfg!(windows) => Self::Locked,
            (ErrorKind::ResourceBusy | ErrorKind::WouldBlock, _) => Self::Locked,
            (ErrorKind::NotFound | ErrorKind::NotADirectory | ErrorKind::InvalidFilename, _) => Self::Missing,
            (ErrorKind::IsADirectory, _) => Self::Folder,
            (ErrorKind::PermissionDenied, _) => Self::Denied,
            // What is left comes from drives and networks that went away.
            _ => Self::Vanished,
        }
    }
}

impl From<Damage> for ImportFault {
    fn from(damage: Damage) -> Self {
        Self::Damaged(damage)
    }
}

impl ImportError {
    /// What happened and what to do, in one or two sentences.
    pub fn message(&self, texts: &Texts) -> String {
        let file = ("file", (*self.file).into());
        let damage = match &self.fault {
            ImportFault::Damaged(damage) => damage,
            ImportFault::NoReader(words) => {
                return texts.with("import-no-reader", &[file, ("detail", words.as_str().into())]);
            }
            fault => return texts.with(&format!("import-{}", fault.as_str()), &[file]),
        };
        let id = format!("import-damaged-{}", damage.as_str());
        match damage {
            Damage::Broken(words) => texts.with(&id, &[file, ("detail", words.as_str().into())]),
            Damage::OpenQuote(row) => texts.with(&id, &[file, ("row", row.to_string().into())]),
            Damage::CutShort | Damage::TooManyCells => texts.with(&id, &[file]),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(error: &Error, expected: &ImportFault) {
        assert_eq!(&ImportFault::of_system(error), expected);
    }

    #[test]
    fn what_the_system_says_becomes_advice() {
        check(&ErrorKind::NotFound.into(), &ImportFault::Missing);
        check(&ErrorKind::PermissionDenied.into(), &ImportFault::Denied);
        check(&ErrorKind::ResourceBusy.into(), &ImportFault::Locked);
        check(&ErrorKind::StaleNetworkFileHandle.into(), &ImportFault::Vanished);
        check(&ErrorKind::ConnectionReset.into(), &ImportFault::Vanished);
    }

    #[test]
    #[cfg(windows)]
    fn a_file_that_excel_holds_is_in_use() {
        check(&Error::from_raw_os_error(32), &ImportFault::Locked);
        check(&Error::from_raw_os_error(33), &ImportFault::Locked);
    }
}
