//! Findings: what the program noticed in the data, as values. Words for them live with the messages.

use std::sync::Arc;

use super::Place;

/// Something noticed in the data, and where.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Finding {
    /// The file's name; none for what belongs to no file.
    pub file: Option<Arc<str>>,
    /// The sheet's name.
    pub sheet: Option<Arc<str>>,
    /// The row, counted from 1.
    pub row: Option<u32>,
    /// The heading of the column.
    pub column: Option<Arc<str>>,
    /// What was noticed.
    pub code: FindingCode,
    /// What stands there.
    pub value: Option<Arc<str>>,
}

/// How bad a finding is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// The row, sheet or file is left out.
    Error,
    /// It was read, but somebody should look.
    Warning,
    /// Good to know.
    Note,
}

/// What was noticed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum FindingCode {
    /// A cell that should hold a date holds none that can be read.
    UnreadableDate,
    /// A cell that should hold an amount holds none that can be read.
    UnreadableAmount,
    /// A cell that tells whether an exam was passed holds neither a yes nor a no.
    UnreadableResult,
    /// A row has no date.
    MissingDate,
    /// A row has no amount.
    MissingAmount,
    /// A row names no exam.
    MissingExam,
    /// A row names nobody.
    MissingPerson,
    /// A row holds sums of other rows.
    TotalRow,
    /// No headings were recognised on the sheet.
    UnrecognisedSheet,
    /// The sheet can't be read: the file is damaged there.
    DamagedSheet,
    /// The sheet has nothing on it.
    EmptySheet,
    /// The sheet has headings and no rows.
    HeadingsOnly,
    /// The column names no currency, so its amounts were read as US dollars.
    CurrencyAssumed,
    /// Two people have the same name, and nothing says whether they are one.
    SameName,
    /// The same row stands more than once in one file; each counts.
    IdenticalRows,
    /// A day and a month can't be told apart in this column; it was read as the column's heading names.
    AmbiguousDate,
    /// A sign in this column may part thousands or be the decimal sign; it was read as parting thousands.
    AmbiguousAmount,
    /// This edition has no threshold for the market.
    NoThreshold,
}

impl Finding {
    /// A finding about one row.
    pub fn at(place: &Place, code: FindingCode) -> Self {
        Self {
            file: Some(place.file.clone()),
            sheet: Some(place.sheet.clone()),
            row: Some(place.row),
            column: None,
            code,
            value: None,
        }
    }

    /// A finding about a whole sheet.
    pub fn on_sheet(file: &Arc<str>, sheet: &Arc<str>, code: FindingCode) -> Self {
        Self { file: Some(file.clone()), sheet: Some(sheet.clone()), row: None, column: None, code, value: None }
    }

    /// A finding about the data as a whole.
    pub fn overall(code: FindingCode) -> Self {
        Self { file: None, sheet: None, row: None, column: None, code, value: None }
    }

    /// The same finding, with the column's heading and what stands in the cell.
    #[must_use]
    pub fn cell(mut self, column: impl Into<Arc<str>>, value: impl Into<Arc<str>>) -> Self {
        self.column = Some(column.into());
        self.value = Some(value.into());
        self
    }

    /// How bad it is.
    pub fn severity(&self) -> Severity {
        self.code.severity()
    }
}

impl FindingCode {
    /// Every code, worst first.
    pub const ALL: [Self; 18] = [
        Self::UnreadableDate,
        Self::UnreadableAmount,
        Self::UnreadableResult,
        Self::MissingDate,
        Self::MissingAmount,
        Self::MissingExam,
        Self::MissingPerson,
        Self::DamagedSheet,
        Self::UnrecognisedSheet,
        Self::NoThreshold,
        Self::AmbiguousDate,
        Self::AmbiguousAmount,
        Self::CurrencyAssumed,
        Self::SameName,
        Self::IdenticalRows,
        Self::HeadingsOnly,
        Self::EmptySheet,
        Self::TotalRow,
    ];

    /// As the JSON result and the messages name it.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::UnreadableDate => "unreadable-date",
            Self::UnreadableAmount => "unreadable-amount",
            Self::UnreadableResult => "unreadable-result",
            Self::MissingDate => "missing-date",
            Self::MissingAmount => "missing-amount",
            Self::MissingExam => "missing-exam",
            Self::MissingPerson => "missing-person",
            Self::TotalRow => "total-row",
            Self::UnrecognisedSheet => "unrecognised-sheet",
            Self::DamagedSheet => "damaged-sheet",
            Self::EmptySheet => "empty-sheet",
            Self::HeadingsOnly => "headings-only",
            Self::CurrencyAssumed => "currency-assumed",
            Self::SameName => "same-name",
            Self::IdenticalRows => "identical-rows",
            Self::AmbiguousDate => "ambiguous-date",
            Self::AmbiguousAmount => "ambiguous-amount",
            Self::NoThreshold => "no-threshold",
        }
    }

    /// How bad it is.
    pub fn severity(self) -> Severity {
        match self {
            Self::UnreadableDate
            | Self::UnreadableAmount
            | Self::UnreadableResult
            | Self::MissingDate
            | Self::MissingAmount
            | Self::MissingExam
            | Self::MissingPerson
            | Self::DamagedSheet
            | Self::UnrecognisedSheet
            | Self::NoThreshold => Severity::Error,
            Self::AmbiguousDate
            | Self::AmbiguousAmount
            | Self::CurrencyAssumed
            | Self::SameName
            | Self::IdenticalRows
            | Self::HeadingsOnly => Severity::Warning,
            Self::TotalRow | Self::EmptySheet => Severity::Note,
        }
    }
}

impl Severity {
    /// As the JSON result and the messages name it.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Warning => "warning",
            Self::Note => "note",
        }
    }
}
