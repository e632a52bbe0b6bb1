//! The result as tables of values: what the workbook and the CSV files are made of.

mod checklist;
mod credentials;
mod findings;
mod people;
mod sales;
mod summary;

pub use checklist::checklist;
pub use credentials::credentials;
pub use findings::findings;
pub use people::people;
pub use sales::sales;
pub use summary::summary;

use std::borrow::Cow;
use std::cell::RefCell;
use std::collections::BTreeMap;

use chrono::NaiveDate;
use rust_decimal::Decimal;

use crate::rulebook::AttainmentOption;
use crate::texts::Texts;

use super::Report;

/// A table: headings, and rows that are made when they are asked for, since there may be a million.
pub struct Table<'a> {
    /// What it is called, for people.
    pub title: String,
    /// What a file of it is called, without an extension; the same in every language.
    pub file: &'static str,
    /// Its columns.
    pub columns: Vec<Column>,
    /// How many rows it has.
    pub rows: usize,
    row: Box<dyn Fn(usize) -> Vec<Value<'a>> + 'a>,
}

/// A column of a table.
#[derive(Debug, Clone, PartialEq)]
pub struct Column {
    /// Its heading.
    pub heading: String,
    /// What stands below it: the sum of its amounts.
    pub total: Option<Decimal>,
    /// What some of its cells tell.
    pub marks: Vec<Mark>,
}

/// What a cell tells by what stands in it.
#[derive(Debug, Clone, PartialEq)]
pub struct Mark {
    /// Which cells.
    pub of: Marked,
    /// What they tell.
    pub tone: Tone,
}

/// Which cells of a column are marked.
#[derive(Debug, Clone, PartialEq)]
pub enum Marked {
    /// Those with this text.
    Text(String),
    /// Dates.
    Dates,
}

/// What a mark tells.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tone {
    /// Held, met.
    Good,
    /// Missing, left out.
    Missing,
    /// Worth a look.
    Risk,
    /// What if.
    Assumed,
}

/// What stands in a cell.
#[derive(Debug, Clone, PartialEq)]
pub enum Value<'a> {
    /// Nothing.
    Nothing,
    /// Words. Whatever they look like, they are never a formula.
    Text(Cow<'a, str>),
    /// How many.
    Count(u64),
    /// An amount, with so many decimals.
    Amount(Decimal, u32),
    /// A day.
    Day(NaiveDate),
    /// A month, as its first day.
    Month(NaiveDate),
}

/// One of the tables that every result has.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TableKind {
    /// The seats, what is held and what is missing.
    Checklist,
    /// People × exams.
    People,
    /// Sales.
    Sales,
    /// Findings.
    Findings,
    /// Credentials.
    Credentials,
    /// How far each level is.
    Levels,
    /// Who should sit what next.
    Next,
    /// Why, and what is at risk.
    Reasons,
    /// What is assumed.
    Assumed,
    /// What was chosen.
    Chosen,
    /// The files.
    Files,
    /// What the result is about.
    About,
}

impl TableKind {
    /// All of them, those that are asked for most first.
    pub const ALL: [Self; 12] = [
        Self::Checklist,
        Self::People,
        Self::Sales,
        Self::Findings,
        Self::Credentials,
        Self::Levels,
        Self::Next,
        Self::Reasons,
        Self::Assumed,
        Self::Chosen,
        Self::Files,
        Self::About,
    ];

    /// What its table is called, for people.
    pub fn title(self, texts: &Texts) -> String {
        texts.get(match self {
            Self::Checklist => "table-checklist",
            Self::People => "table-people",
            Self::Sales => "table-sales",
            Self::Findings => "table-findings",
            Self::Credentials => "table-credentials",
            Self::Levels => "table-levels",
            Self::Next => "summary-next",
            Self::Reasons => "table-reasons",
            Self::Assumed => "summary-assumed",
            Self::Chosen => "summary-chosen",
            Self::Files => "summary-sources",
            Self::About => "summary-title",
        })
    }

    /// Its table.
    pub fn table<'a>(self, report: &'a Report<'a>) -> Table<'a> {
        match self {
            Self::Checklist => checklist(report),
            Self::People => people(report),
            Self::Sales => sales(report),
            Self::Findings => findings(report),
            Self::Credentials => credentials(report),
            Self::Levels => summary::levels(report),
            Self::Next => summary::next(report),
            Self::Reasons => summary::sentences(report),
            Self::Assumed => summary::assumed(report),
            Self::Chosen => summary::chosen(report),
            Self::Files => summary::files(report),
            Self::About => summary::about(report),
        }
    }
}

/// Every table of a result but the summary, which is several: the checklist, people, sales, findings and credentials.
pub fn tables<'a>(report: &'a Report<'a>) -> Vec<Table<'a>> {
    vec![checklist(report), people(report), sales(report), findings(report), credentials(report)]
}

impl<'a> Table<'a> {
    /// A table whose rows are made when they are asked for.
    fn lazy(
        title: String,
        file: &'static str,
        columns: Vec<Column>,
        rows: usize,
        row: impl Fn(usize) -> Vec<Value<'a>> + 'a,
    ) -> Self {
        Self { title, file, columns, rows, row: Box::new(row) }
    }

    /// A table of a few rows.
    fn of(title: String, file: &'static str, columns: Vec<Column>, rows: Vec<Vec<Value<'a>>>) -> Self {
        Self::lazy(title, file, columns, rows.len(), move |at| rows.get(at).cloned().unwrap_or_default())
    }

    /// One of its rows, as many values as there are columns; nothing beyond the last.
    pub fn row(&self, at: usize) -> Vec<Value<'a>> {
        (self.row)(at)
    }
}

impl Column {
    /// A column with a heading.
    fn new(heading: impl Into<String>) -> Self {
        Self { heading: heading.into(), total: None, marks: Vec::new() }
    }

    /// The columns whose headings these messages are.
    fn all(texts: &Texts, ids: &[&str]) -> Vec<Self> {
        ids.iter().map(|id| Self::new(texts.get(id))).collect()
    }

    /// The same, with the cells of a text marked.
    fn mark(mut self, text: impl Into<String>, tone: Tone) -> Self {
        self.marks.push(Mark { of: Marked::Text(text.into()), tone });
        self
    }
}

impl<'a> Value<'a> {
    /// Words; nothing where there are none.
    fn text(text: impl Into<Cow<'a, str>>) -> Self {
        let text = text.into();
        if text.is_empty() { Self::Nothing } else { Self::Text(text) }
    }

    /// How many.
    fn count(count: usize) -> Self {
        Self::Count(u64::try_from(count).unwrap_or(u64::MAX))
    }

    /// A day; nothing where there is none.
    fn day(day: Option<NaiveDate>) -> Self {
        day.map_or(Self::Nothing, Self::Day)
    }
}

/// "Yes" or "No".
fn yes_no(yes: bool, texts: &Texts) -> String {
    texts.get(if yes { "table-yes" } else { "table-no" })
}

/// Messages that stand in many rows, each looked up once.
struct Often<'a, K> {
    texts: &'a Texts,
    known: RefCell<BTreeMap<K, String>>,
}

impl<'a, K: Ord> Often<'a, K> {
    fn new(texts: &'a Texts) -> Self {
        Self { texts, known: RefCell::default() }
    }

    /// The message of a key, whose id is told where it has to be looked up.
    fn get(&self, key: K, id: impl FnOnce() -> String) -> String {
        self.known.borrow_mut().entry(key).or_insert_with(|| self.texts.get(&id())).clone()
    }
}

/// The name of an option.
fn option_name<'a>(report: &'a Report<'a>, option: &'a AttainmentOption) -> Value<'a> {
    Value::text(report.texts.pick(&option.title))
}
