//! A sheet whose headings are known: cells by field, and findings with their place.

use std::sync::Arc;

use super::amounts::AmountColumn;
use super::cell::{Cell, Row, Sheet};
use super::dates::DateColumn;
use super::headings::{Field, Layout};
use crate::ledger::{Finding, FindingCode, Place};
use crate::rulebook::fold;

/// A sheet whose headings are known.
pub(super) struct Table<'a> {
    file: Arc<str>,
    sheet: Arc<str>,
    layout: &'a Layout,
    /// The rows below the headings.
    pub rows: &'a [Row],
    from_1904: bool,
}

impl<'a> Table<'a> {
    /// The part of a sheet below its headings.
    pub fn new(file: &Arc<str>, name: &Arc<str>, sheet: &'a Sheet, layout: &'a Layout) -> Self {
        let rows = sheet.rows.get(layout.heading_row + 1..).unwrap_or_default();
        Self { file: file.clone(), sheet: name.clone(), layout, rows, from_1904: sheet.from_1904 }
    }

    /// Whether it has a column for a field.
    pub fn has(&self, field: Field) -> bool {
        self.layout.column(field).is_some()
    }

    /// The heading of a field's column; empty where there is none.
    pub fn heading(&self, field: Field) -> Arc<str> {
        self.layout.column(field).map(|column| column.heading.clone()).unwrap_or_default()
    }

    /// What a row has for a field.
    pub fn cell<'row>(&self, row: &'row Row, field: Field) -> &'row Cell {
        self.layout.column(field).map_or(&Cell::Empty, |column| row.cell(column.index))
    }

    /// What a row has for a field, as words.
    pub fn words(&self, row: &Row, field: Field) -> String {
        self.cell(row, field).words()
    }

    /// Where a row stands.
    pub fn place(&self, row: &Row) -> Place {
        Place { file: self.file.clone(), sheet: self.sheet.clone(), row: row.number }
    }

    /// How the dates of a column are to be read, with what the months beside them tell.
    pub fn dates(&self, field: Field, month_beside: Option<Field>) -> DateColumn {
        let cells = self.rows.iter().map(|row| {
            let beside = month_beside.map_or(&Cell::Empty, |month| self.cell(row, month));
            (self.cell(row, field), beside)
        });
        DateColumn::decide(cells, self.from_1904)
    }

    /// How the months of a column are to be read.
    pub fn months(&self, field: Field) -> DateColumn {
        let cells: Vec<&Cell> = self.rows.iter().map(|row| self.cell(row, field)).collect();
        DateColumn::decide_months(&cells, self.from_1904)
    }

    /// How the amounts of a column are to be read.
    pub fn amounts(&self, field: Field) -> AmountColumn {
        AmountColumn::decide(self.rows.iter().map(|row| self.cell(row, field)))
    }

    /// A finding about a row and what it has for the first of these fields that the table has.
    pub fn fault(&self, row: &Row, code: FindingCode, fields: &[Field]) -> Finding {
        let finding = Finding::at(&self.place(row), code);
        let Some(column) = fields.iter().find_map(|field| self.layout.column(*field)) else { return finding };
        let cell = row.cell(column.index);
        let value = Some(cell.to_string().into()).filter(|_| !cell.is_empty());
        Finding { column: Some(column.heading.clone()), value, ..finding }
    }

    /// A finding about a whole column, with one of its values.
    pub fn about_column(&self, code: FindingCode, field: Field, value: Option<String>) -> Finding {
        let finding = Finding::on_sheet(&self.file, &self.sheet, code);
        Finding { column: Some(self.heading(field)), value: value.map(Into::into), ..finding }
    }

    /// The finding for a row that adds up others.
    pub fn total_row(&self, row: &Row) -> Finding {
        let finding = Finding::at(&self.place(row), FindingCode::TotalRow);
        Finding { value: row.filled().next().map(|cell| cell.to_string().into()), ..finding }
    }

    /// The first company that a row names; empty where none does.
    pub fn company(&self) -> Arc<str> {
        let names = self.rows.iter().map(|row| self.words(row, Field::Company));
        names.into_iter().find(|name| !name.is_empty()).unwrap_or_default().into()
    }
}

/// Whether the first words of a row say that it adds up others.
pub(super) fn is_called_total(row: &Row) -> bool {
    let first = row.filled().find(|cell| matches!(cell, Cell::Text(_)));
    first.is_some_and(|cell| {
        let words = fold(&cell.words());
        let words = words.strip_prefix("gran ").or_else(|| words.strip_prefix("grand ")).unwrap_or(&words);
        let first = words.split(' ').next().unwrap_or_default();
        ["total", "totals", "totales", "subtotal", "subtotales", "suma", "sumas", "sum", "sums"].contains(&first)
    })
}

/// A yes or a no, in either language; nothing when it is neither.
pub(super) fn yes_or_no(cell: &Cell) -> Option<bool> {
    match cell {
        Cell::Bool(yes) => Some(*yes),
        Cell::Number(1.0) => Some(true),
        Cell::Number(0.0) => Some(false),
        Cell::Text(text) if mark(text).is_some() => mark(text),
        Cell::Text(text) => match fold(text).as_str() {
            // Programs that take it for an amount write `1.0`.
            "yes" | "y" | "si" | "s" | "x" | "1" | "1 0" | "true" | "verdadero" => Some(true),
            "no" | "n" | "0" | "0 0" | "false" | "falso" => Some(false),
            _ => None,
        },
        _ => None,
    }
}

/// What a tick or a cross says.
fn mark(text: &str) -> Option<bool> {
    // Some programs ask for the mark as a picture.
    match text.trim_end_matches('\u{fe0f}') {
        "✓" | "✔" | "✅" | "☑" => Some(true),
        "✗" | "✘" | "✕" | "✖" | "×" | "❌" | "☒" | "☐" => Some(false),
        _ => None,
    }
}

/// Whether a cell only fills a place: empty, a dash, "n/a".
pub(super) fn is_blank(cell: &Cell) -> bool {
    match cell {
        Cell::Empty => true,
        // Longer ones are no such word; folding every cell of a big file takes time.
        Cell::Text(text) if text.len() > 6 => false,
        Cell::Text(text) => match fold(text).as_str() {
            // A question mark is a doubt that somebody should look at.
            "" => mark(text).is_none() && !text.contains('?'),
            words => ["n a", "na", "null", "none"].contains(&words),
        },
        _ => false,
    }
}
