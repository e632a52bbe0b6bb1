//! A row for each customer or product and a column for each month.

use chrono::{Datelike, NaiveDate};

use super::super::cell::Cell;
use super::super::field::Field;
use super::super::sheet::Row;
use super::super::understanding::{Column, counts_or_plans};
use super::super::values::currencies;
use super::blocks::Blocks;
use super::running;
use super::table::Table;
use super::terms::{CurrencyOf, Deal, Terms};
use super::totals::{Label, Sums, count_row, total_differs, total_row};
use super::words::is_blank;
use super::written::Amounts;
use crate::ledger::{FindingCode, SaleDate, Source};

/// Reads every cell of a table into the source: as a sale, or as a finding that says why it is none. Tells how many rows
/// gave a sale.
pub(super) fn read(table: &Table<'_>, source: &mut Source) -> usize {
    let amounts = table.amounts(Field::MonthAmount);
    source.findings.extend(table.doubts_of_amounts(Field::MonthAmount, &amounts));
    let terms = Terms::of(table, "");
    let blocks = Blocks::find(table, &[Field::Customer]);
    let mut months: Vec<Month<'_>> = table.columns(Field::MonthAmount).map(|column| Month::of(table, column)).collect();
    let (first_sale, mut begun) = (source.sales.len(), running::Begun::default());
    let (mut taken, mut told_by) = (0, CurrencyOf::Row);
    for (place, row) in table.rows().enumerate() {
        if let Some(label) = label(table, row, &amounts, &months) {
            source.findings.push(total_row(table, row));
            for month in &mut months {
                let told = amounts.read(Table::at(row, month.column));
                let read = told.and_then(|told| month.sums.compare(told.value, label));
                source.findings.extend(read.map(|read| total_differs(table, row, month.column, read)));
            }
            continue;
        }
        if is_count(table, row) {
            source.findings.push(count_row(table, row));
            continue;
        }
        if table.is_parted(row, Field::MonthAmount) {
            source.findings.push(table.fault(row, FindingCode::TooManyCells, &[Field::MonthAmount]));
            continue;
        }
        let Some(later) = years_after_first(table, row) else {
            source.findings.push(table.fault(row, FindingCode::MissingYear, &[Field::Year, Field::MonthAmount]));
            continue;
        };
        let (sales, findings) = (source.sales.len(), source.findings.len());
        let mut begins_with_nothing = false;
        for month in &mut months {
            let cell = Table::at(row, month.column);
            let is_first = source.sales.len() == sales;
            begins_with_nothing |= is_first && is_blank(cell);
            if is_blank(cell) || matches!(cell, Cell::Error(_)) {
                continue;
            }
            let Some(amount) = amounts.read(cell) else {
                source.findings.push(table.about_cell(row, FindingCode::UnreadableAmount, month.column));
                continue;
            };
            if amount.value.is_zero() {
                begins_with_nothing |= is_first;
                continue;
            }
            let first = month.first.and_then(|first| first.with_year(first.year() + later));
            let Some(first) = first else {
                source.findings.push(table.about_cell(row, FindingCode::MissingYear, month.column));
                continue;
            };
            month.sums.add(amount.value);
            let deal = Deal {
                date: SaleDate::Month(first),
                amount: amount.value,
                currency: amount.currency.or(month.currency),
                place: table.place(row),
            };
            let (sale, told) = terms.sale(table, row, blocks.head(place, row), deal);
            source.sales.push(sale);
            if is_first && begins_with_nothing {
                begun.insert((row.number, first));
            }
            told_by = told_by.max(told);
        }
        let is_taken = source.sales.len() > sales;
        if !is_taken && source.findings.len() == findings {
            source.findings.push(table.about_row(row, FindingCode::NothingInRow));
        }
        source.findings.extend(table.error_cells(row));
        taken += usize::from(is_taken);
    }
    source.findings.extend(blocks.finding(table, &[Field::Customer]));
    if table.has_running_totals() {
        taken -= running::to_own_amounts(table, source, first_sale, &begun);
    }
    source.findings.extend(told_by.finding(table, Field::MonthAmount));
    taken
}

/// A column, its month where that is known, and what was read of it so far.
struct Month<'a> {
    column: &'a Column,
    first: Option<NaiveDate>,
    currency: Option<&'static str>,
    sums: Sums,
}

impl<'a> Month<'a> {
    fn of(table: &Table<'a>, column: &'a Column) -> Self {
        let first = table.months_across().iter().find(|(index, _)| *index == column.index).map(|(_, first)| *first);
        Self { column, first, currency: currencies::in_heading(&column.heading), sums: Sums::default() }
    }
}

/// By how many years the months of a row are later than those of the table's first row, where a column tells the year of
/// each; nothing where that can't be told.
fn years_after_first<'a>(table: &Table<'a>, row: Row<'a>) -> Option<i32> {
    if !table.has(Field::Year) {
        return Some(0);
    }
    let first = table.rows().next().and_then(|first| table.year(first));
    // The months are of this year where the first row tells none.
    Some(table.year(row)? - first.unwrap_or(2000))
}

/// What a row calls itself that adds up others: it is called so and speaks of no single product, or it has nothing but
/// numbers, each of them the sum of those above.
fn label<'a>(table: &Table<'a>, row: Row<'a>, amounts: &Amounts<'a>, months: &[Month<'a>]) -> Option<Label> {
    let is_filled = |field: &Field| !is_blank(table.cell(row, *field));
    let names = [Field::Customer, Field::Product, Field::Sku].iter().filter(|field| is_filled(field)).count();
    let called = Label::of(row).filter(|_| names <= 1);
    let adds_up = |month: &Month<'a>| {
        let told = amounts.read(Table::at(row, month.column));
        told.is_none_or(|told| month.sums.fits(told.value))
    };
    // "Total Telecom" is a customer, unless it adds up others.
    let adds_up_any = || {
        months.iter().any(|month| {
            let told = amounts.read(Table::at(row, month.column)).filter(|told| !told.value.is_zero());
            told.is_some_and(|told| month.sums.fits(told.value))
        })
    };
    let called = called.filter(|label| *label != Label::Part || Label::is_plain(row) || adds_up_any());
    let is_total = || names == 0 && months.iter().any(|month| !month.sums.is_zero()) && months.iter().all(adds_up);
    called.or_else(|| is_total().then_some(Label::All))
}

/// Whether a row holds a plan or a running sum: it is called so, and names nothing else.
fn is_count<'a>(table: &Table<'a>, row: Row<'a>) -> bool {
    let names = [Field::Customer, Field::Product, Field::Sku].map(|field| table.cell(row, field));
    let mut names = names.into_iter().filter(|cell| !is_blank(*cell));
    let called = names.next().is_some_and(|cell| matches!(cell, Cell::Text(text) if counts_or_plans(text)));
    called && names.next().is_none()
}
