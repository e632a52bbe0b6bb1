//! Understanding: where the tables of a file stand, what each column holds and how it is written.
//!
//! Nothing is taken in here. What was understood is a value that the user can look at and correct through [`Choices`].
//!
//! `tables` finds where on a sheet a table stands, and asks `recognise` of each row that may hold headings whether it does.
//! That one makes a `draft` of the columns and tries the shapes on it: `row_each`, and what may stand `across`. Each says
//! of the `columns` what they are: by their `headings` (with the words in `synonyms`), then by their `content`. `titles`
//! reads what stands above, `written` decides how dates and amounts are to be read, and `questions` collects what is left
//! to ask. Headings and content are looked for in a bounded number of rows, however long a sheet is.

mod across;
mod columns;
mod content;
mod draft;
mod evidence;
mod exams;
mod headings;
mod layout;
mod months;
mod plans;
mod questions;
mod recognise;
mod row_each;
mod synonyms;
mod tables;
mod titles;
mod written;

use std::ops::ControlFlow;
use std::sync::Arc;

use super::choices::Choices;
use super::contents::Contents;
use super::field::Field;
use super::watch::{GoOn, Watch};
use super::{ImportError, Progress};
use crate::ledger::SheetKind;
use recognise::{Found, Sureness};

pub(super) use content::is_name as looks_like_name;
pub(super) use exams::of_heading as exam_of_heading;
pub(crate) use headings::compact;
pub(super) use headings::{field_called, is_trailing};
pub use layout::{Certainty, Column, Layout, Shape};
pub(super) use plans::counts_or_plans;
pub(super) use written::{amounts, dates};

/// What was understood of a file.
#[derive(Debug, Clone, PartialEq)]
pub struct Understanding {
    /// Its tables, from the first sheet on, from top to bottom.
    pub tables: Vec<Layout>,
    /// What the file does not show and only the user knows. Each is answered by a choice; until then the likelier answer
    /// is taken, and a finding says so.
    pub questions: Vec<Question>,
    /// The choices that nothing in the file fits.
    pub unmet: Vec<Unmet>,
}

/// Something that only the user knows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Question {
    /// The table that it is about, as a place in [`Understanding::tables`].
    pub table: usize,
    /// What is asked.
    pub about: About,
    /// The heading of the column that it is about; empty where it is about the whole table.
    pub heading: Arc<str>,
    /// A value that shows the doubt.
    pub value: Arc<str>,
}

/// What is asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum About {
    /// Which number of `05/06/2017` is the day.
    DateOrder,
    /// Whether `1.234` is more than a thousand.
    DecimalSign,
    /// Whether each amount holds those before it.
    RunningTotal,
    /// Whose credentials these are: the rows name nobody.
    Person,
    /// Of which year the months are.
    Year,
    /// Whether the table holds what it looks like: it may be a bank statement or the like.
    Kind,
    /// Which column holds this; without it no row can be taken in.
    Needed(Field),
}

/// A choice that nothing in the file fits.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Unmet {
    /// No sheet has this name.
    Sheet(String),
    /// No sheet has anything in this row.
    HeadingRow(u32),
    /// No table has a column with this heading.
    Column(String),
}

/// Understands a file, with what the user chose.
pub fn understand(contents: &Contents, choices: &Choices) -> Understanding {
    understood(contents, choices, &|| true)
}

/// The same, of a file that may be long.
///
/// # Errors
/// When it is stopped, and only then.
pub fn understand_watched(
    contents: &Contents,
    choices: &Choices,
    progress: &mut dyn FnMut(Progress) -> ControlFlow<()>,
) -> Result<Understanding, ImportError> {
    let watch = Watch::new(contents, progress);
    watch.whole(contents, understood(contents, choices, &|| watch.goes_on()))
}

fn understood(contents: &Contents, choices: &Choices, go_on: GoOn<'_>) -> Understanding {
    let is_chosen = |name: &str| choices.sheet.as_deref().is_none_or(|chosen| is_same_name(chosen, name));
    let sheets = || contents.sheets.iter().enumerate().filter(|(_, sheet)| is_chosen(&sheet.name));
    let mut unmet = Vec::new();
    if let Some(name) = choices.sheet.as_ref().filter(|_| sheets().next().is_none()) {
        unmet.push(Unmet::Sheet(name.clone()));
    } else if let Some(number) = choices.heading_row
        && !sheets().any(|(_, sheet)| tables::place_of(sheet, number).is_some())
    {
        unmet.push(Unmet::HeadingRow(number));
    }

    let mut found: Vec<Found> =
        sheets().flat_map(|(place, sheet)| tables::find(place, sheet, &contents.file, choices, go_on)).collect();
    keep_the_surest(&mut found);
    if choices.sheet.is_none() {
        set_repeats_apart(&mut found);
    }
    let doubtful: Vec<bool> = found.iter().map(|found| found.sureness == Sureness::Doubtful).collect();
    let mut tables: Vec<Layout> = found.into_iter().map(|found| found.layout).collect();
    share_out_rows(contents, &mut tables);

    let has = |heading: &str| tables.iter().any(|table| table.columns.iter().any(|column| column.is_called(heading)));
    let unknown = choices.columns.iter().filter(|choice| !has(&choice.heading));
    unmet.extend(unknown.map(|choice| Unmet::Column(choice.heading.clone())));
    let questions = questions::all(contents, &tables, &doubtful, choices, go_on);
    Understanding { tables, questions, unmet }
}

/// A table that lacks something, or may be something else, is offered only where no whole one holds the same.
fn keep_the_surest(found: &mut Vec<Found>) {
    let best = |kind: SheetKind| found.iter().filter(|it| it.layout.kind == kind).map(|it| it.sureness).min();
    let best = [(SheetKind::Credentials, best(SheetKind::Credentials)), (SheetKind::Sales, best(SheetKind::Sales))];
    found.retain(|it| best.contains(&(it.layout.kind, Some(it.sureness))));
}

/// Beside rows of sales, customers by months repeat them: their amounts are those of the rows, added up.
fn set_repeats_apart(found: &mut [Found]) {
    let is_rows = |it: &Found| it.layout.kind == SheetKind::Sales && it.layout.shape == Shape::RowEach;
    if found.iter().any(is_rows) {
        for it in found.iter_mut().filter(|it| it.layout.shape == Shape::MonthsAcross) {
            it.layout.shape = Shape::Totals;
        }
    }
}

/// Gives every row of a sheet that has tables to one of them.
fn share_out_rows(contents: &Contents, tables: &mut [Layout]) {
    let mut before: Option<(usize, usize)> = None;
    for table in tables.iter_mut() {
        let from = before.filter(|(sheet, _)| *sheet == table.sheet).map_or(0, |(_, end)| end);
        table.above = from..table.headings.start;
        before = Some((table.sheet, table.rows.end));
    }
    let sheets: Vec<usize> = tables.iter().skip(1).map(|table| table.sheet).chain([usize::MAX]).collect();
    for (table, next) in tables.iter_mut().zip(sheets) {
        let length = contents.sheets.get(table.sheet).map_or(0, super::Sheet::len);
        let end = if next == table.sheet { table.rows.end } else { length.max(table.rows.end) };
        table.below = table.rows.end..end;
    }
}

fn is_same_name(one: &str, other: &str) -> bool {
    one.trim() == other.trim() || (!compact(one).is_empty() && compact(one) == compact(other))
}

impl About {
    /// As the JSON output and the messages name it.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::DateOrder => "date-order",
            Self::DecimalSign => "decimal-sign",
            Self::RunningTotal => "running-total",
            Self::Person => "person",
            Self::Year => "year",
            Self::Kind => "kind",
            Self::Needed(_) => "needed",
        }
    }

    /// The field whose column is asked for.
    pub fn field(self) -> Option<Field> {
        match self {
            Self::Needed(field) => Some(field),
            _ => None,
        }
    }
}

impl Understanding {
    /// Whether the file can be taken in without asking anything.
    pub fn is_clear(&self) -> bool {
        !self.tables.is_empty() && self.questions.is_empty() && self.unmet.is_empty()
    }
}
