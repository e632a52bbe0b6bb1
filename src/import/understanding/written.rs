//! How the columns of a table are written: which number of a date is the day, and which sign of an amount the decimal one.
//!
//! Decided here once, so that what is asked and what is taken in agree.

use super::super::cell::Cell;
use super::super::field::Field;
use super::super::sheet::{Row, Sheet};
use super::super::values::amounts::AmountColumn;
use super::super::values::dates::{DateColumn, date_within};
use super::super::values::language;
use super::super::watch::GoOn;
use super::layout::Layout;
use crate::ledger::SheetKind;

/// How dates in the columns of each field are written, for the fields of dates that the table has.
///
/// The order of day and month is told by a column's own values, by the months beside them, or by the other dates of the
/// table. The language of the headings tells nothing of it: exports have Spanish headings and American dates.
pub(in crate::import) fn dates(sheet: &Sheet, layout: &Layout, go_on: GoOn<'_>) -> Vec<(Field, DateColumn)> {
    const FIELDS: [Field; 6] =
        [Field::Passed, Field::Expires, Field::ExamMark, Field::PersonMark, Field::Day, Field::Month];
    // What a column of months holds beside a pass is only used to tell the day of the pass.
    let is_read = |field: Field| layout.has(field) && (field != Field::Month || layout.kind == SheetKind::Sales);
    let fields = FIELDS.into_iter().filter(|field| is_read(*field));
    let alone: Vec<(Field, DateColumn)> = fields.map(|field| (field, of_field(sheet, layout, field, go_on))).collect();
    let others = |field: Field| alone.iter().filter(move |(other, _)| *other != field);
    let decided = alone.iter().map(|(field, column)| {
        let column = others(*field).fold(column.clone(), |column, (_, other)| column.or_as(other));
        (*field, column.chosen(layout.date_order))
    });
    decided.collect()
}

/// How amounts in columns of a field are written: as they show, else as other columns of numbers do, else as the language of
/// the headings does.
pub(in crate::import) fn amounts(sheet: &Sheet, layout: &Layout, field: Field, go_on: GoOn<'_>) -> AmountColumn {
    let column =
        AmountColumn::decide(cells(sheet, layout, field, go_on).map(|(_, cell)| cell)).chosen(layout.decimal_sign);
    let column = if column.ambiguous.is_some() {
        other_amounts(sheet, layout, go_on).fold(column, |column, other| column.or_as(&other))
    } else {
        column
    };
    column.or_language(language::of_headings(layout.columns.iter().map(|column| &*column.heading)))
}

/// How the dates of a field are written, as they and the months beside them show.
fn of_field(sheet: &Sheet, layout: &Layout, field: Field, go_on: GoOn<'_>) -> DateColumn {
    if field == Field::Month {
        let cells: Vec<Cell<'_>> = cells(sheet, layout, field, go_on).map(|(_, cell)| cell).collect();
        return DateColumn::decide_months(&cells, sheet.from_1904);
    }
    let month = layout.column(Field::Month).filter(|_| matches!(field, Field::Passed | Field::Day));
    let pairs = cells(sheet, layout, field, go_on).map(|(row, cell)| {
        let beside = month.map_or(Cell::Empty, |month| row.cell(month.index));
        // In a matrix a date may stand beside a word or a score.
        let is_mark = matches!(field, Field::ExamMark | Field::PersonMark);
        (if is_mark { date_within(cell) } else { cell }, beside)
    });
    // In a matrix a word may stand beside the date.
    let is_mark = matches!(field, Field::ExamMark | Field::PersonMark);
    let pairs = pairs.map(|(cell, beside)| (if is_mark { date_within(cell) } else { cell }, beside));
    DateColumn::decide(pairs, sheet.from_1904)
}

/// How amounts are written in the columns that are of no further use, such as prices and taxes.
fn other_amounts(sheet: &Sheet, layout: &Layout, go_on: GoOn<'_>) -> impl Iterator<Item = AmountColumn> {
    let columns = layout.columns.iter().filter(|column| column.field.is_none());
    columns.filter_map(move |column| {
        let cells = || layout.own_rows(sheet, go_on).map(|row| row.cell(column.index)).filter(|cell| !cell.is_empty());
        let written = AmountColumn::decide(cells());
        cells().all(|cell| written.read(cell).is_some()).then_some(written)
    })
}

/// All cells in columns of a field, each with its row.
fn cells<'a>(
    sheet: &'a Sheet,
    layout: &Layout,
    field: Field,
    go_on: GoOn<'a>,
) -> impl Iterator<Item = (Row<'a>, Cell<'a>)> {
    let columns = layout.columns.iter().filter(move |column| column.field == Some(field));
    columns.flat_map(move |column| layout.own_rows(sheet, go_on).map(|row| (row, row.cell(column.index))))
}
