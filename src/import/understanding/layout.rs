//! A table on a sheet: what was understood of it.

use std::ops::Range;
use std::sync::Arc;

use chrono::NaiveDate;

use super::super::choices::{AmountsAre, DateOrder, DecimalSign};
use super::super::field::Field;
use super::super::sheet::{Row, Sheet};
use super::super::watch::GoOn;
use super::headings::compact;
use crate::ledger::SheetKind;

/// A table on a sheet: what it holds, where, and how.
///
/// Rows are places in [`Sheet::rows`](super::super::Sheet::rows). Each row of a sheet with tables stands in exactly one of
/// `above`, `headings`, `rows` and `below` of one of them.
#[derive(Debug, Clone, PartialEq)]
pub struct Layout {
    /// The sheet's place in the file, from 0.
    pub sheet: usize,
    /// What the table holds.
    pub kind: SheetKind,
    /// How it holds it.
    pub shape: Shape,
    /// The rows above the headings, up to the table before or the beginning of the sheet: titles and notes.
    pub above: Range<usize>,
    /// The rows of the headings: one, or two, or none where the table has no headings.
    pub headings: Range<usize>,
    /// The rows below them that belong to the table.
    pub rows: Range<usize>,
    /// The rows below the table, where it is the last of its sheet: notes.
    pub below: Range<usize>,
    /// Which of the rows repeat the headings, or the title above them, as printed pages do.
    pub repeated: Vec<usize>,
    /// Its columns, from left to right; those that have a heading or content.
    pub columns: Vec<Column>,
    /// For months across: each month's column and first day. Where the table has a column of years, the year is that of the
    /// row instead. Empty where nothing tells the year.
    pub months: Vec<(usize, NaiveDate)>,
    /// The year that the titles or the sheet's name tell, for months that name none.
    pub year: Option<i32>,
    /// Whose credentials these are, where the rows name nobody: chosen, or told by the titles.
    pub person: Option<Arc<str>>,
    /// The order of numbers in dates that can be read in more than one way, where the user chose it.
    pub date_order: Option<DateOrder>,
    /// The decimal sign of amounts, where the user chose it.
    pub decimal_sign: Option<DecimalSign>,
    /// What each amount is: chosen, or told by the headings; else the row's own.
    pub amounts: AmountsAre,
}

/// How a table holds its records.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shape {
    /// A row for each.
    RowEach,
    /// A row for each person and a column for each exam.
    ExamsAcross,
    /// A row for each exam and a column for each person.
    PeopleAcross,
    /// A row for each customer or product and a column for each month.
    MonthsAcross,
    /// Sums of rows that stand elsewhere: nothing in it is to be taken in.
    Totals,
}

/// A column of a table.
#[derive(Debug, Clone, PartialEq)]
pub struct Column {
    /// Its place in a row, from 0.
    pub index: usize,
    /// Its heading as written; of two heading rows, both. Empty where it has none.
    pub heading: Arc<str>,
    /// What it holds; nothing that matters when there is none.
    pub field: Option<Field>,
    /// How sure that is.
    pub certainty: Certainty,
}

/// Why a column is taken for what it is, the surest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Certainty {
    /// The user said so.
    Chosen,
    /// Its heading says so.
    Heading,
    /// What it holds looks like it.
    Content,
}

impl Shape {
    /// As the JSON output and the messages name it.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::RowEach => "row-each",
            Self::ExamsAcross => "exams-across",
            Self::PeopleAcross => "people-across",
            Self::MonthsAcross => "months-across",
            Self::Totals => "totals",
        }
    }
}

impl Certainty {
    /// As the JSON output and the messages name it.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Chosen => "chosen",
            Self::Heading => "heading",
            Self::Content => "content",
        }
    }
}

impl Layout {
    /// The column of a field, if the table has one.
    pub fn column(&self, field: Field) -> Option<&Column> {
        self.columns.iter().find(|column| column.field == Some(field))
    }

    /// Whether it has a column for a field.
    pub fn has(&self, field: Field) -> bool {
        self.column(field).is_some()
    }

    /// Whether a column tells of a person.
    pub fn names_people(&self) -> bool {
        PEOPLE.into_iter().any(|field| self.has(field)) || self.has(Field::PersonMark)
    }

    /// The rows below the headings, without those that repeat them; as long as it goes on.
    pub(in crate::import) fn own_rows<'a>(&self, sheet: &'a Sheet, go_on: GoOn<'a>) -> impl Iterator<Item = Row<'a>> {
        let places = self.rows.clone().filter(|place| self.repeated.binary_search(place).is_err());
        places.take_while(move |_| go_on()).filter_map(|place| sheet.row(place))
    }

    /// The rows of its part of the sheet that are neither headings nor records: titles and notes around it.
    pub fn outside(&self) -> impl Iterator<Item = usize> + use<> {
        self.above.clone().chain(self.below.clone())
    }
}

/// What may tell of a person.
pub(super) const PEOPLE: [Field; 7] =
    [Field::McpId, Field::UserKey, Field::GivenName, Field::FullName, Field::Surname, Field::OfficeEmail, Field::Email];

impl Column {
    /// The letters over it in spreadsheet programs: `A`, `AB`.
    pub fn letters(&self) -> String {
        letters(self.index)
    }

    /// Whether it is meant by these words: its heading without case, accents, spaces and punctuation; where it has none, its
    /// letters.
    pub fn is_called(&self, words: &str) -> bool {
        if self.heading.is_empty() {
            return self.letters().eq_ignore_ascii_case(words.trim());
        }
        let wanted = compact(words);
        if wanted.is_empty() { *self.heading == *words.trim() } else { compact(&self.heading) == wanted }
    }
}

/// The letters over a column in spreadsheet programs.
pub(super) fn letters(index: usize) -> String {
    let mut letters = Vec::new();
    let mut rest = index + 1;
    while rest > 0 {
        rest -= 1;
        letters.push(char::from(b'A' + u8::try_from(rest % 26).unwrap_or_default()));
        rest /= 26;
    }
    letters.iter().rev().collect()
}
