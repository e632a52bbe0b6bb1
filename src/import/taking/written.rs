//! How the columns of a table are written: each decided once for the column, and each text of it read once.

use chrono::Datelike;

use super::super::cell::Cell;
use super::super::values::amounts::{Amount, AmountColumn};
use super::super::values::dates::{DateColumn, When};
use super::memo::{Id, Memo};
use crate::ledger::FindingCode;

/// A column of dates.
pub(super) struct Dates<'a> {
    column: DateColumn,
    known: Memo<Id<'a>, Option<When>>,
    months: Memo<Id<'a>, Option<u32>>,
}

/// Columns of amounts.
pub(super) struct Amounts<'a> {
    column: AmountColumn,
    known: Memo<Id<'a>, Option<Amount>>,
    /// What each is counted in: 1000 where it is thousands.
    factor: u32,
}

impl<'a> Dates<'a> {
    /// A column that is written so.
    pub fn new(column: DateColumn) -> Self {
        Self { column, known: Memo::default(), months: Memo::default() }
    }

    /// What a cell says; nothing when it can't be read as a date.
    pub fn read(&self, cell: Cell<'a>) -> Option<When> {
        match cell {
            Cell::Text(_) => self.known.get(cell.into(), || self.column.read(cell)),
            _ => self.column.read(cell),
        }
    }

    /// What was decided.
    pub fn column(&self) -> &DateColumn {
        &self.column
    }

    /// The number of the month that a cell names without a year: `Enero`, `1`.
    pub fn month_named(&self, cell: Cell<'a>) -> Option<u32> {
        match cell {
            Cell::Number(number) => (1..=12).find(|month| (f64::from(*month) - number).abs() < f64::EPSILON),
            Cell::Text(text) => {
                self.months.get(cell.into(), || match self.column.read(Cell::Text(&format!("{text} 2000"))) {
                    Some(When::Month(first)) => Some(first.month()),
                    _ => text.parse().ok().filter(|month| (1..=12).contains(month)),
                })
            }
            _ => None,
        }
    }

    /// What can be read in two ways: each doubt with a value that shows it.
    pub fn doubts(&self) -> [(FindingCode, Option<&str>); 3] {
        let DateColumn { ambiguous, half_converted, years_as_days, .. } = &self.column;
        [
            (FindingCode::AmbiguousDate, ambiguous.as_deref()),
            (FindingCode::HalfConvertedDates, half_converted.as_deref()),
            (FindingCode::YearsAsDays, years_as_days.as_deref()),
        ]
    }
}

impl<'a> Amounts<'a> {
    /// Columns that are written so.
    pub fn new(column: AmountColumn) -> Self {
        Self { column, known: Memo::default(), factor: 1 }
    }

    /// The same columns, counted in thousands or the like.
    #[must_use]
    pub fn counted_in(self, factor: u32) -> Self {
        Self { factor, ..self }
    }

    /// What a cell says; nothing when it can't be read as an amount.
    pub fn read(&self, cell: Cell<'a>) -> Option<Amount> {
        match cell {
            Cell::Text(_) => self.known.get(cell.into(), || self.read_once(cell)),
            _ => self.read_once(cell),
        }
    }

    fn read_once(&self, cell: Cell<'a>) -> Option<Amount> {
        let amount = self.column.read(cell)?;
        if self.factor == 1 {
            return Some(amount);
        }
        Some(Amount { value: amount.value.checked_mul(self.factor.into())?, ..amount })
    }

    /// What can be read in two ways: each doubt with a value that shows it.
    pub fn doubts(&self) -> [(FindingCode, Option<&str>); 2] {
        let AmountColumn { ambiguous, half_converted, .. } = &self.column;
        [
            (FindingCode::AmbiguousAmount, ambiguous.as_deref()),
            (FindingCode::HalfConvertedAmounts, half_converted.as_deref()),
        ]
    }
}
