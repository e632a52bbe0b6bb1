//! What single values look like. All that understanding asks of how values are read stands here.

use chrono::Datelike;
use rust_decimal::prelude::ToPrimitive;

use super::super::cell::Cell;
use super::super::values::amounts::AmountColumn;
use super::super::values::currencies;
use super::super::values::dates::{DateColumn, When};

/// How the dates in a row of headings are to be read.
pub(super) struct Dates(DateColumn);

impl Dates {
    /// Decides from all headings of the row.
    pub fn of(headings: &[Cell<'_>], from_1904: bool) -> Self {
        Self(DateColumn::decide_months(headings, from_1904))
    }

    /// What one says.
    pub fn read(&self, cell: Cell<'_>) -> Option<When> {
        self.0.read(cell)
    }
}

/// What a cell says as a date, in whatever order of day and month.
fn when(cell: Cell<'_>) -> Option<When> {
    DateColumn::decide(std::iter::empty(), false).read(cell)
}

/// Whether a cell holds a date, a month or a time; a plain number is none.
pub(super) fn is_date(cell: Cell<'_>) -> bool {
    match cell {
        Cell::Date(_) => when(cell).is_some(),
        // A run of digits may be anything.
        Cell::Text(text) => text.contains(|c: char| !c.is_ascii_digit()) && !is_amount(cell) && when(cell).is_some(),
        _ => false,
    }
}

/// Whether a cell holds an amount, or another number.
pub(super) fn is_amount(cell: Cell<'_>) -> bool {
    match cell {
        Cell::Number(_) => true,
        Cell::Text(text) => {
            text.contains(|c: char| c.is_ascii_digit()) && AmountColumn::decide(std::iter::empty()).read(cell).is_some()
        }
        _ => false,
    }
}

/// Whether a cell holds an amount with cents or a currency.
pub(super) fn is_money(cell: Cell<'_>) -> bool {
    match cell {
        Cell::Number(number) => number.fract() != 0.0,
        Cell::Text(text) => is_amount(cell) && text.contains(|c: char| ".,€$£".contains(c) || c.is_alphabetic()),
        _ => false,
    }
}

/// Whether a text is a currency's code.
pub(super) fn is_currency(text: &str) -> bool {
    text.len() == 3 && text.bytes().all(|byte| byte.is_ascii_uppercase()) && currencies::code(text).is_some()
}

/// The number of the month that a word names: `Enero`, `jan.`.
pub(super) fn month_named(word: &str) -> Option<u32> {
    if !word.chars().all(|c| c.is_alphabetic() || c == '.') {
        return None;
    }
    match when(Cell::Text(&format!("{word} 2000"))) {
        Some(When::Month(first)) => Some(first.month()),
        _ => None,
    }
}

/// What a cell holds as a number.
pub(super) fn number(cell: Cell<'_>) -> Option<f64> {
    match cell {
        Cell::Number(number) => Some(number),
        Cell::Text(_) => AmountColumn::decide(std::iter::empty()).read(cell)?.value.to_f64(),
        _ => None,
    }
}
