//! A table of a sheet: its cells by field, how its columns are written, and findings with their place.

use std::sync::Arc;

use chrono::NaiveDate;

use super::super::cell::Cell;
use super::super::choices::AmountsAre;
use super::super::field::Field;
use super::super::sheet::{CellId, Row, Sheet};
use super::super::understanding::{self, Column, Layout, compact};
use super::super::values::dates::DateColumn;
use super::super::values::units::{self, Unit};
use super::super::watch::GoOn;
use super::memo::ByCell;
use super::words::{is_blank, with_errors};
use super::written::{Amounts, Dates};
use crate::ledger::{Finding, FindingCode, Place, SheetKind};

/// A table of a sheet.
pub(super) struct Table<'a> {
    file: &'a Arc<str>,
    sheet: &'a Sheet,
    layout: &'a Layout,
    go_on: GoOn<'a>,
    /// The first column of each field, by the field's number.
    by_field: [Option<&'a Column>; Field::ALL.len()],
    /// Rows share their texts, so that a big table stays small.
    words: ByCell<Arc<str>>,
    blank: ByCell<bool>,
}

impl<'a> Table<'a> {
    /// A table of a sheet, the rows of which come as long as it goes on.
    pub fn new(file: &'a Arc<str>, sheet: &'a Sheet, layout: &'a Layout, go_on: GoOn<'a>) -> Self {
        let mut by_field = [None; Field::ALL.len()];
        for column in layout.columns.iter().rev() {
            if let Some(slot) = column.field.and_then(|field| by_field.get_mut(field as usize)) {
                *slot = Some(column);
            }
        }
        Self { file, sheet, layout, go_on, by_field, words: ByCell::default(), blank: ByCell::default() }
    }

    /// The rows below the headings, without those that repeat them.
    pub fn rows(&self) -> impl Iterator<Item = Row<'a>> + use<'a> {
        self.layout.own_rows(self.sheet, self.go_on)
    }

    /// How many rows it has below the headings.
    pub fn len(&self) -> usize {
        self.layout.rows.len()
    }

    /// A field's column, if the table has one.
    pub fn column(&self, field: Field) -> Option<&'a Column> {
        self.by_field.get(field as usize).copied().flatten()
    }

    /// All columns of a field, from left to right.
    pub fn columns(&self, field: Field) -> impl Iterator<Item = &'a Column> {
        self.layout.columns.iter().filter(move |column| column.field == Some(field))
    }

    /// Whether it has a column for a field.
    pub fn has(&self, field: Field) -> bool {
        self.column(field).is_some()
    }

    /// The heading of a field's column; empty where there is none.
    pub fn heading(&self, field: Field) -> Arc<str> {
        self.column(field).map(|column| column.heading.clone()).unwrap_or_default()
    }

    /// What a row has for a field.
    pub fn cell(&self, row: Row<'a>, field: Field) -> Cell<'a> {
        let Some(column) = self.column(field) else { return Cell::Empty };
        // Looking whether a text is an error takes time, and most sheets have none.
        if self.sheet.may_hold_errors() { Self::at(row, column) } else { row.cell(column.index) }
    }

    /// What tells what a row has for a field from what other rows have.
    pub fn id(&self, row: Row<'a>, field: Field) -> CellId {
        self.column(field).map_or(CellId::EMPTY, |column| row.id(column.index))
    }

    /// What a row has in a column.
    pub fn at(row: Row<'a>, column: &Column) -> Cell<'a> {
        with_errors(row.cell(column.index))
    }

    /// Whose the rows are that name nobody, where that was chosen.
    pub fn person(&self) -> Option<&'a str> {
        self.layout.person.as_deref()
    }

    /// The months of its columns, each with its column's place in a row.
    pub fn months_across(&self) -> &'a [(usize, NaiveDate)] {
        &self.layout.months
    }

    /// Whether its amounts hold those before them.
    pub fn has_running_totals(&self) -> bool {
        self.layout.amounts == AmountsAre::RunningTotal
    }

    /// The heading over the amounts of a month.
    pub fn heading_of_amount(&self, month: NaiveDate) -> Arc<str> {
        let index = self.months_across().iter().find(|(_, first)| *first == month).map(|(index, _)| *index);
        let column = self.layout.columns.iter().find(|column| Some(column.index) == index);
        column.map_or_else(|| self.heading(Field::Amount), |column| column.heading.clone())
    }

    /// The year of a row, for a month that names none: told by the row, else by the titles.
    pub fn year(&self, row: Row<'a>) -> Option<i32> {
        let told = self.column(Field::Year).map(|column| year_in(Self::at(row, column)));
        told.unwrap_or(self.layout.year)
    }

    /// Whether what a row has for a field only fills its place.
    pub fn is_blank(&self, row: Row<'a>, field: Field) -> bool {
        match self.id(row, field) {
            CellId::EMPTY => true,
            id if id.text().is_some() => self.blank.get(id, || is_blank(self.cell(row, field))),
            _ => false,
        }
    }

    /// What a row has for a field, as words.
    pub fn words(&self, row: Row<'a>, field: Field) -> Arc<str> {
        match self.id(row, field) {
            CellId::EMPTY => Arc::default(),
            id => self.words.get(id, || self.cell(row, field).words().into()),
        }
    }

    /// Where a row stands.
    pub fn place(&self, row: Row<'_>) -> Place {
        Place { file: self.file.clone(), sheet: self.sheet.name.clone(), row: row.number }
    }

    /// How the dates in columns of each field are written.
    pub fn dates(&self) -> impl Fn(Field) -> Dates<'a> {
        let decided = understanding::dates(self.sheet, self.layout, self.go_on);
        move |field| {
            let column = decided.iter().find(|(it, _)| *it == field).map(|(_, column)| column.clone());
            Dates::new(column.unwrap_or_default())
        }
    }

    /// How some dates are written: as they show, else as others of the table.
    pub fn dates_of(&self, cells: &[Cell<'a>], others: &Dates<'_>) -> Dates<'a> {
        let cells = cells.iter().map(|cell| (*cell, Cell::Empty));
        let column = DateColumn::decide(cells, self.sheet.from_1904).or_as(others.column());
        Dates::new(column.chosen(self.layout.date_order))
    }

    /// How all amounts in columns of a field are written.
    pub fn amounts(&self, field: Field) -> Amounts<'a> {
        let factor = self.unit(field).map_or(1, |(unit, _)| unit.factor);
        Amounts::new(understanding::amounts(self.sheet, self.layout, field, self.go_on)).counted_in(factor)
    }

    /// In what the amounts of a field are counted, where all its headings say so or a title does; then its words.
    fn unit(&self, field: Field) -> Option<(Unit, Option<&'a str>)> {
        let headings: Vec<Option<Unit>> = self.columns(field).map(|it| units::in_heading(&it.heading)).collect();
        match headings.first() {
            Some(Some(first)) if headings.iter().flatten().all(|it| it.factor == first.factor) => Some((*first, None)),
            _ => self.titles().find_map(|title| Some((units::in_title(title)?, Some(title)))),
        }
    }

    /// The currency that the titles name, where they name one, and the title.
    pub fn currency_in_titles(&self) -> Option<(&'static str, &'a str)> {
        let named: Vec<_> = self
            .titles()
            .flat_map(|title| units::currencies_in_title(title).into_iter().map(move |it| (it, title)))
            .collect();
        named.first().copied().filter(|(first, _)| named.iter().all(|(code, _)| code == first))
    }

    /// The texts in the rows above the headings.
    fn titles(&self) -> impl Iterator<Item = &'a str> + use<'a> {
        /// A title is near, and short.
        const ROWS: usize = 30;
        const LONGEST: usize = 150;
        let (sheet, above) = (self.sheet, self.layout.above.clone());
        let rows = above.rev().take(ROWS).filter_map(|place| sheet.row(place));
        rows.flat_map(Row::filled).filter_map(|(_, cell)| match cell {
            Cell::Text(text) if text.len() <= LONGEST => Some(text),
            _ => None,
        })
    }

    /// What is to be said of the dates in columns of a field.
    pub fn doubts_of_dates(&self, field: Field, dates: &Dates<'_>) -> impl Iterator<Item = Finding> {
        let doubts = dates.doubts().map(|(code, value)| Some(self.about_column(code, field, Some(value?))));
        doubts.into_iter().flatten()
    }

    /// What is to be said of the amounts in columns of a field.
    pub fn doubts_of_amounts(&self, field: Field, amounts: &Amounts<'_>) -> impl Iterator<Item = Finding> {
        let doubts = amounts.doubts().map(|(code, value)| Some(self.about_column(code, field, Some(value?))));
        let running = self.has_running_totals().then(|| self.about_column(FindingCode::RunningTotal, field, None));
        let unit = self.unit(field).map(|(unit, title)| match title {
            None => (FindingCode::Scaled, None, unit),
            Some(title) => (FindingCode::ScaledByTitle, Some(title), unit),
        });
        let unit = unit.map(|(code, title, unit)| Finding {
            other: Some(unit.factor.to_string().into()),
            ..self.about_column(code, field, title)
        });
        doubts.into_iter().flatten().chain(running).chain(unit)
    }

    /// All cells in columns of a field, each with its row.
    pub fn cells(&self, field: Field) -> impl Iterator<Item = (Row<'a>, Cell<'a>)> {
        self.columns(field).flat_map(|column| self.rows().map(|row| (row, Self::at(row, column))))
    }

    /// A finding about a row and what it has for the first of these fields that the table has.
    pub fn fault(&self, row: Row<'_>, code: FindingCode, fields: &[Field]) -> Finding {
        let column = fields.iter().find_map(|field| self.column(*field));
        column.map_or_else(|| self.about_row(row, code), |column| self.about_cell(row, code, column))
    }

    /// A finding about a row.
    pub fn about_row(&self, row: Row<'_>, code: FindingCode) -> Finding {
        Finding::at(&self.place(row), code)
    }

    /// A finding about one cell.
    pub fn about_cell(&self, row: Row<'_>, code: FindingCode, column: &Column) -> Finding {
        let cell = row.cell(column.index);
        let value = Some(cell.to_string().into()).filter(|_| !cell.is_empty());
        Finding { column: Some(column.heading.clone()), value, ..self.about_row(row, code) }
    }

    /// A finding about a field's column, with one of its values.
    pub fn about_column(&self, code: FindingCode, field: Field, value: Option<&str>) -> Finding {
        let value = value.map(Into::into);
        Finding { column: Some(self.heading(field)), value, ..Finding::on_sheet(self.file, &self.sheet.name, code) }
    }

    /// What is to be said of the rows that no record can come from: those that repeat the headings, and those around the
    /// table.
    pub fn other_rows(&self) -> impl Iterator<Item = Finding> {
        let rows = self.layout.repeated.iter().filter_map(|place| self.sheet.row(*place));
        let repeated = rows.map(|row| self.about_row(row, FindingCode::RepeatedHeading));
        let around = self.layout.outside().find_map(|place| self.sheet.row(place));
        let around = around.map(|row| {
            let value = row.filled().next().map(|(_, cell)| cell.to_string().into());
            Finding { value, ..Finding::on_sheet(self.file, &self.sheet.name, FindingCode::OutsideTable) }
        });
        repeated.chain(around).chain(self.unread_rows())
    }

    /// What is to be said of rows around the table that are no titles: they have several cells each.
    fn unread_rows(&self) -> Option<Finding> {
        let of_length = |least: usize| {
            let rows = self.layout.outside().filter_map(|place| self.sheet.row(place));
            rows.filter(move |row| row.filled().len() >= least)
        };
        let count = of_length(2).count();
        if count <= 3 && of_length(3).count() < 2 {
            return None;
        }
        let first = of_length(2).next()?;
        let value = first.filled().next().map(|(_, cell)| cell.to_string().into());
        let other = Some(count.to_string().into());
        Some(Finding { value, other, ..self.about_row(first, FindingCode::UnreadRows) })
    }

    /// What is to be said of the columns each amount of which holds twelve months.
    pub fn trailing_totals(&self) -> impl Iterator<Item = Finding> {
        let columns = self.layout.columns.iter().filter(|column| column.field.is_none());
        let trailing = columns.filter(|column| understanding::is_trailing(&column.heading));
        trailing.filter(|_| self.layout.kind == SheetKind::Sales).map(|column| {
            let finding = Finding::on_sheet(self.file, &self.sheet.name, FindingCode::TrailingTotal);
            Finding { column: Some(column.heading.clone()), ..finding }
        })
    }

    /// Whether a row of a text file has more cells than there are headings, and an amount among them was parted at its
    /// decimal sign: `1,234.50` without quotation marks.
    pub fn is_parted(&self, row: Row<'a>, field: Field) -> bool {
        let is_beyond = self.beyond(row).is_some();
        is_beyond
            && self.columns(field).any(|column| {
                let (before, after) = (row.cell(column.index), row.cell(column.index + 1));
                let (before, after) = (before.words(), after.words());
                let is_digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
                let whole = before.trim_start_matches(|c: char| !c.is_ascii_digit()).replace(['.', ' ', '\u{a0}'], "");
                let rest = after.trim_end_matches(|c: char| !c.is_ascii_digit());
                let rest = rest.split_once('.').map_or(rest, |(rest, _)| rest);
                is_digits(&whole) && is_digits(rest) && rest.len() <= 3
            })
    }

    /// The first cell of a text file's row that stands beyond the last heading.
    fn beyond(&self, row: Row<'a>) -> Option<Cell<'a>> {
        if !self.sheet.name.is_empty() || self.layout.headings.is_empty() {
            return None;
        }
        let last = self.layout.columns.iter().rev().find(|column| !column.heading.is_empty())?.index;
        row.filled().find(|(index, _)| *index > last).map(|(_, cell)| cell)
    }

    /// What is to be said of a table that stands beside this one: columns behind an empty one, headed as columns of this.
    pub fn other_table(&self) -> Option<Finding> {
        let columns = &self.layout.columns;
        let gap = columns.windows(2).find_map(|pair| match pair {
            [one, next] if next.index > one.index + 1 && one.field.is_some() => Some(next.index),
            _ => None,
        })?;
        let is_again = |column: &&Column| {
            let last = |heading: &str| compact(heading.rsplit(' ').next().unwrap_or_default());
            let used = columns.iter().filter(|it| it.index < gap && it.field.is_some());
            column.index >= gap
                && column.field.is_none()
                && used.clone().any(|it| !it.heading.is_empty() && last(&it.heading) == last(&column.heading))
        };
        let mut again = columns.iter().filter(is_again);
        let (first, _) = (again.next()?, again.next()?);
        let row = self.rows().find(|row| !row.cell(first.index).is_empty())?;
        Some(self.about_cell(row, FindingCode::OtherTable, first))
    }

    /// What is to be said of cells beyond the last heading: the first row that has one.
    pub fn extra_cells(&self) -> Option<Finding> {
        // Only text files have such cells.
        if !self.sheet.name.is_empty() {
            return None;
        }
        let (row, cell) = self.rows().find_map(|row| Some((row, self.beyond(row)?)))?;
        Some(Finding { value: Some(cell.to_string().into()), ..self.about_row(row, FindingCode::ExtraCells) })
    }

    /// What is to be said of the cells of a row that was taken: errors such as `#N/A`, which were read as nothing.
    pub fn error_cells(&self, row: Row<'a>) -> impl Iterator<Item = Finding> {
        // Most sheets have none, and looking at every cell takes time.
        let row_to_see = Some(row).filter(|_| self.sheet.may_hold_errors());
        let cells = row_to_see.into_iter().flat_map(Row::filled);
        let errors = cells.filter(|(_, cell)| matches!(with_errors(*cell), Cell::Error(_)));
        let columns = errors.filter_map(|(index, _)| {
            self.layout.columns.iter().find(|column| column.index == index && column.field.is_some())
        });
        columns.map(move |column| self.about_cell(row, FindingCode::ErrorCell, column))
    }

    /// The first company that a row names; empty where none does.
    pub fn company(&self) -> Arc<str> {
        let Some(column) = self.column(Field::Company) else { return Arc::default() };
        let named = self.rows().map(|row| row.cell(column.index).words()).find(|words| !words.is_empty());
        named.map(Into::into).unwrap_or_default()
    }
}

/// The year that a cell names; nothing when it names none.
pub(super) fn year_in(cell: Cell<'_>) -> Option<i32> {
    cell.words().parse().ok().filter(|year| (1990..2100).contains(year))
}
