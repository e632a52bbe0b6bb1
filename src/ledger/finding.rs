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
    /// What is set against it: what may be meant instead, or what was read.
    pub other: Option<Arc<str>>,
}

/// How bad a finding is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// The row, cell, sheet or file is left out.
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
    /// The sheet can't be read, or not below a row: the file is damaged there.
    DamagedSheet,
    /// The sheet has nothing on it.
    EmptySheet,
    /// The sheet has headings and no rows.
    HeadingsOnly,
    /// The column names no currency, so its amounts were read as US dollars.
    CurrencyAssumed,
    /// Two people have the same name, and nothing says whether they are one.
    SameName,
    /// Two people have names that differ by little, and nothing says whether they are one.
    SimilarName,
    /// An exam's name is none that the rules know, but differs from one by little.
    UnknownExamLike,
    /// The same row stands more than once in one file; each counts.
    IdenticalRows,
    /// A day and a month can't be told apart in this column; it was read as the column's heading names.
    AmbiguousDate,
    /// A sign in this column may part thousands or be the decimal sign; it was read as parting thousands.
    AmbiguousAmount,
    /// Real dates stand among texts as though a program had made them of the texts that it could, perhaps wrongly.
    HalfConvertedDates,
    /// Real numbers with thousandths stand among texts, likewise.
    HalfConvertedAmounts,
    /// This edition has no threshold for the market.
    NoThreshold,
    /// A cell in a table of people and exams can't be read.
    UnreadableMark,
    /// A cell says that an exam was passed, and nothing says when.
    UndatedPass,
    /// A total in the file is not the sum of what was read.
    TotalDiffers,
    /// A cell of the row can't be read: the file is damaged there.
    UnreadableCell,
    /// A cell holds an error such as `#N/A`, and was read as if it were empty.
    ErrorCell,
    /// The text file does not show its encoding, so it was guessed.
    EncodingGuessed,
    /// The table has only sums, of rows that stand elsewhere.
    AggregateReport,
    /// Nothing tells of which year a month is.
    MissingYear,
    /// The amounts of this column are running totals, so the differences were read.
    RunningTotal,
    /// Rows around a table that belong to none.
    OutsideTable,
    /// The sheet was read though it is hidden.
    HiddenSheet,
    /// Names that stand once for several rows were filled down.
    FilledDown,
    /// A row repeats the headings.
    RepeatedHeading,
    /// A row of a table with exams or months across has nothing in it.
    NothingInRow,
    /// The months of this column are real dates whose days are the years that were meant; they were read so.
    YearsAsDays,
    /// The first running total of a series, which may hold what came before the file begins.
    RunningTotalStart,
    /// Each amount of the column holds twelve months, so the column was not read.
    TrailingTotal,
    /// The table may hold something else.
    DoubtfulTable,
    /// The row has more cells than there are headings: an amount was parted at its decimal sign.
    TooManyCells,
    /// Cells stand beyond the last heading.
    ExtraCells,
    /// The heading says that amounts are thousands or the like, so they were multiplied.
    Scaled,
    /// A title says that amounts are thousands or the like, so they were multiplied.
    ScaledByTitle,
    /// Only a title names the currency.
    CurrencyOfTitle,
    /// A row counts or plans what others hold.
    CountRow,
    /// A cell leaves open which exam is meant, or says that it was not passed.
    UnclearExam,
    /// Several rows around a table have several cells each, and were not read.
    UnreadRows,
    /// Sales name no customer, though the table has a column for it.
    MissingCustomer,
    /// Columns beside a table look like another table.
    OtherTable,
    /// All rows of a sheet stand in another sheet of the file too.
    RepeatedSheet,
}

impl Finding {
    /// A finding about one row.
    pub fn at(place: &Place, code: FindingCode) -> Self {
        Self { row: Some(place.row), ..Self::on_sheet(&place.file, &place.sheet, code) }
    }

    /// A finding about a whole sheet.
    pub fn on_sheet(file: &Arc<str>, sheet: &Arc<str>, code: FindingCode) -> Self {
        Self { file: Some(file.clone()), sheet: Some(sheet.clone()), ..Self::overall(code) }
    }

    /// A finding about the data as a whole.
    pub fn overall(code: FindingCode) -> Self {
        Self { file: None, sheet: None, row: None, column: None, code, value: None, other: None }
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
    pub const ALL: [Self; 51] = [
        Self::UnreadableDate,
        Self::UnreadableAmount,
        Self::UnreadableResult,
        Self::UnreadableMark,
        Self::MissingDate,
        Self::MissingYear,
        Self::MissingAmount,
        Self::MissingExam,
        Self::MissingPerson,
        Self::UnclearExam,
        Self::RunningTotalStart,
        Self::TooManyCells,
        Self::DamagedSheet,
        Self::DoubtfulTable,
        Self::UnrecognisedSheet,
        Self::NoThreshold,
        Self::OtherTable,
        Self::UnreadRows,
        Self::MissingCustomer,
        Self::CountRow,
        Self::ScaledByTitle,
        Self::ExtraCells,
        Self::TotalDiffers,
        Self::UnreadableCell,
        Self::ErrorCell,
        Self::UndatedPass,
        Self::AmbiguousDate,
        Self::AmbiguousAmount,
        Self::EncodingGuessed,
        Self::HalfConvertedDates,
        Self::HalfConvertedAmounts,
        Self::YearsAsDays,
        Self::TrailingTotal,
        Self::RunningTotal,
        Self::CurrencyAssumed,
        Self::UnknownExamLike,
        Self::SameName,
        Self::SimilarName,
        Self::IdenticalRows,
        Self::RepeatedSheet,
        Self::AggregateReport,
        Self::HeadingsOnly,
        Self::HiddenSheet,
        Self::EmptySheet,
        Self::Scaled,
        Self::CurrencyOfTitle,
        Self::FilledDown,
        Self::TotalRow,
        Self::RepeatedHeading,
        Self::NothingInRow,
        Self::OutsideTable,
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
            Self::SimilarName => "similar-name",
            Self::UnknownExamLike => "unknown-exam-like",
            Self::IdenticalRows => "identical-rows",
            Self::AmbiguousDate => "ambiguous-date",
            Self::AmbiguousAmount => "ambiguous-amount",
            Self::HalfConvertedDates => "half-converted-dates",
            Self::HalfConvertedAmounts => "half-converted-amounts",
            Self::NoThreshold => "no-threshold",
            Self::UnreadableMark => "unreadable-mark",
            Self::UndatedPass => "undated-pass",
            Self::TotalDiffers => "total-differs",
            Self::UnreadableCell => "unreadable-cell",
            Self::ErrorCell => "error-cell",
            Self::EncodingGuessed => "encoding-guessed",
            Self::AggregateReport => "aggregate-report",
            Self::MissingYear => "missing-year",
            Self::RunningTotal => "running-total",
            Self::OutsideTable => "outside-table",
            Self::HiddenSheet => "hidden-sheet",
            Self::FilledDown => "filled-down",
            Self::RepeatedHeading => "repeated-heading",
            Self::NothingInRow => "nothing-in-row",
            Self::YearsAsDays => "years-as-days",
            Self::RunningTotalStart => "running-total-start",
            Self::TrailingTotal => "trailing-total",
            Self::DoubtfulTable => "doubtful-table",
            Self::TooManyCells => "too-many-cells",
            Self::ExtraCells => "extra-cells",
            Self::Scaled => "scaled",
            Self::ScaledByTitle => "scaled-by-title",
            Self::CurrencyOfTitle => "currency-of-title",
            Self::CountRow => "count-row",
            Self::UnclearExam => "unclear-exam",
            Self::UnreadRows => "unread-rows",
            Self::MissingCustomer => "missing-customer",
            Self::OtherTable => "other-table",
            Self::RepeatedSheet => "repeated-sheet",
        }
    }

    /// How bad it is.
    pub fn severity(self) -> Severity {
        match self {
            Self::UnreadableDate
            | Self::UnreadableAmount
            | Self::UnreadableResult
            | Self::UnreadableMark
            | Self::MissingDate
            | Self::MissingYear
            | Self::MissingAmount
            | Self::MissingExam
            | Self::MissingPerson
            | Self::UnclearExam
            | Self::DamagedSheet
            | Self::UnrecognisedSheet
            | Self::RunningTotalStart
            | Self::DoubtfulTable
            | Self::TooManyCells
            | Self::NoThreshold => Severity::Error,
            Self::AmbiguousDate
            | Self::AmbiguousAmount
            | Self::HalfConvertedDates
            | Self::HalfConvertedAmounts
            | Self::CurrencyAssumed
            | Self::SameName
            | Self::SimilarName
            | Self::UnknownExamLike
            | Self::IdenticalRows
            | Self::HeadingsOnly
            | Self::UndatedPass
            | Self::TotalDiffers
            | Self::UnreadableCell
            | Self::ErrorCell
            | Self::EncodingGuessed
            | Self::RunningTotal
            | Self::YearsAsDays
            | Self::TrailingTotal
            | Self::ExtraCells
            | Self::ScaledByTitle
            | Self::OtherTable
            | Self::UnreadRows
            | Self::MissingCustomer
            | Self::CountRow
            | Self::RepeatedSheet
            | Self::AggregateReport => Severity::Warning,
            Self::TotalRow
            | Self::EmptySheet
            | Self::HiddenSheet
            | Self::FilledDown
            | Self::RepeatedHeading
            | Self::NothingInRow
            | Self::Scaled
            | Self::CurrencyOfTitle
            | Self::OutsideTable => Severity::Note,
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
