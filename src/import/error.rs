//! Why nothing could be read from a file.

use std::sync::Arc;

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
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ImportFault {
    /// There is no such file.
    Missing,
    /// The system does not let us read it.
    Denied,
    /// It is a folder.
    Folder,
    /// It holds nothing, not a byte.
    NoBytes,
    /// It is neither a workbook nor a table as text.
    NotATable,
    /// It is protected by a password.
    Protected,
    /// It looks like a workbook, but can't be read as one. Holds the reader's own words.
    Damaged(String),
    /// Its sheets are empty.
    Empty,
    /// It has headings, but no row below them.
    HeadingsOnly,
    /// No sheet has headings that tell what it holds.
    NotRecognised,
}

impl ImportFault {
    /// As the messages name it.
    pub fn as_str(&self) -> &'static str {
        match self {
            Self::Missing => "missing",
            Self::Denied => "denied",
            Self::Folder => "folder",
            Self::NoBytes => "no-bytes",
            Self::NotATable => "not-a-table",
            Self::Protected => "protected",
            Self::Damaged(_) => "damaged",
            Self::Empty => "empty",
            Self::HeadingsOnly => "headings-only",
            Self::NotRecognised => "not-recognised",
        }
    }
}

impl ImportError {
    /// What happened and what to do, in one or two sentences.
    pub fn message(&self, texts: &Texts) -> String {
        let detail = match &self.fault {
            ImportFault::Damaged(words) => words.as_str(),
            _ => "",
        };
        let id = format!("import-{}", self.fault.as_str());
        texts.with(&id, &[("file", (*self.file).into()), ("detail", detail.into())])
    }
}
