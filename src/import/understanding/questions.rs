//! What a file does not show and only the user knows.

use std::sync::Arc;

use super::super::cell::Cell;
use super::super::choices::{AmountsAre, Choices};
use super::super::contents::Contents;
use super::super::field::Field;
use super::super::sheet::Sheet;
use super::super::values::dates::DateColumn;
use super::super::watch::GoOn;
use super::{About, Layout, Question, Shape, evidence, written};
use crate::ledger::SheetKind;

/// All questions about some tables. Those that may hold something else are marked as doubtful.
pub(super) fn all(
    contents: &Contents,
    tables: &[Layout],
    doubtful: &[bool],
    choices: &Choices,
    go_on: GoOn<'_>,
) -> Vec<Question> {
    let mut questions = Vec::new();
    for (table, layout) in tables.iter().enumerate().filter(|(_, layout)| layout.shape != Shape::Totals) {
        let Some(sheet) = contents.sheets.get(layout.sheet) else { continue };
        let mut ask = |about: About, heading: Arc<str>, value: String| {
            questions.push(Question { table, about, heading, value: value.into() });
        };
        if doubtful.get(table) == Some(&true) {
            ask(About::Kind, Arc::default(), String::new());
        }
        for field in needed(layout) {
            ask(About::Needed(field), Arc::default(), String::new());
        }
        if layout.kind == SheetKind::Credentials && !layout.names_people() && layout.person.is_none() {
            ask(About::Person, Arc::default(), String::new());
        }
        if let Some(value) = month_without_year(sheet, layout) {
            ask(About::Year, heading_of(layout, &[Field::Month, Field::MonthAmount]), value);
        }
        // One answer holds for all columns.
        let unclear = |(field, column): (Field, DateColumn)| Some((field, column.ambiguous?));
        if let Some((field, value)) = written::dates(sheet, layout, go_on).into_iter().find_map(unclear) {
            ask(About::DateOrder, heading_of(layout, &[field]), value);
        }
        if let Some((heading, value)) = unclear_amount(sheet, layout, go_on) {
            ask(About::DecimalSign, heading, value);
        }
        if choices.amounts.is_none() && (layout.amounts == AmountsAre::RunningTotal || only_rises(sheet, layout)) {
            ask(About::RunningTotal, heading_of(layout, &[Field::Amount, Field::MonthAmount]), String::new());
        }
    }
    questions
}

/// So many rows are looked at before all of them are.
const ROWS: usize = 200;

/// What a table lacks without which no row can be taken in.
fn needed(layout: &Layout) -> Vec<Field> {
    let has_one = |fields: &[Field]| fields.iter().any(|field| layout.has(*field));
    let needs: &[&[Field]] = match (layout.kind, layout.shape) {
        (SheetKind::Credentials, Shape::RowEach) => &[&[Field::Exam, Field::ExamCode], &[Field::Passed]],
        (SheetKind::Sales, Shape::RowEach) => {
            &[&[Field::Amount], &[Field::Day, Field::Month], &[Field::Customer, Field::Product, Field::Sku]]
        }
        _ => &[],
    };
    needs.iter().filter(|fields| !has_one(fields)).filter_map(|fields| fields.first().copied()).collect()
}

fn heading_of(layout: &Layout, fields: &[Field]) -> Arc<str> {
    fields.iter().find_map(|field| layout.column(*field)).map(|column| column.heading.clone()).unwrap_or_default()
}

/// A month of the table of which nothing tells the year.
fn month_without_year(sheet: &Sheet, layout: &Layout) -> Option<String> {
    if layout.has(Field::Year) || layout.year.is_some() {
        return None;
    }
    if layout.shape == Shape::MonthsAcross {
        return layout.months.is_empty().then(|| heading_of(layout, &[Field::MonthAmount]).to_string());
    }
    if layout.kind != SheetKind::Sales || layout.has(Field::Day) {
        return None;
    }
    let mut months = cells(sheet, layout, &[Field::Month], ROWS).map(Cell::words);
    let is_number = |words: &str| words.parse().is_ok_and(|month: u32| (1..=12).contains(&month));
    months.find(|words| is_number(words) || evidence::month_named(words).is_some())
}

/// An amount whose decimal sign nothing shows, and its column's heading.
fn unclear_amount(sheet: &Sheet, layout: &Layout, go_on: GoOn<'_>) -> Option<(Arc<str>, String)> {
    let field = [Field::Amount, Field::MonthAmount].into_iter().find(|field| layout.has(*field))?;
    Some((heading_of(layout, &[field]), written::amounts(sheet, layout, field, go_on).ambiguous?))
}

/// Whether the amounts of every customer rise from month to month and never fall, as running totals do.
fn only_rises(sheet: &Sheet, layout: &Layout) -> bool {
    if layout.shape != Shape::MonthsAcross {
        return false;
    }
    let mut in_order = layout.months.clone();
    in_order.sort_by_key(|(_, month)| *month);
    let rows = layout.rows.clone().take(ROWS).filter_map(|place| sheet.row(place));
    let series = rows
        .map(|row| in_order.iter().filter_map(|(index, _)| evidence::number(row.cell(*index))).collect::<Vec<f64>>());
    let mut long = series.filter(|series| series.len() >= 6).peekable();
    let rises = |series: Vec<f64>| {
        let steps =
            || series.windows(2).filter_map(|pair| if let [one, next] = pair { Some(next - one) } else { None });
        steps().all(|step| step >= 0.0) && steps().filter(|step| *step > 0.0).count() * 5 >= (series.len() - 1) * 4
    };
    let first = long.next().is_some_and(rises);
    first && long.peek().is_some() && long.all(rises)
}

/// What the first rows have for some fields, column by column.
fn cells<'a>(sheet: &'a Sheet, layout: &Layout, fields: &[Field], count: usize) -> impl Iterator<Item = Cell<'a>> {
    let is_one = |field: Option<Field>| field.is_some_and(|field| fields.contains(&field));
    let columns = layout.columns.iter().filter(move |column| is_one(column.field));
    columns.flat_map(move |column| cells_below(sheet, layout, column.index, count))
}

/// What the first rows have in a column.
fn cells_below<'a>(sheet: &'a Sheet, layout: &Layout, index: usize, count: usize) -> impl Iterator<Item = Cell<'a>> {
    layout.rows.clone().take(count).filter_map(move |place| sheet.row(place)).map(move |row| row.cell(index))
}
