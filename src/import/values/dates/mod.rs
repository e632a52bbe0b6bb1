//! Dates as people and programs write them.
//!
//! [`spelling`](self::spelling) reads one text as far as it goes alone; [`DateColumn`] decides which of two numbers is the
//! day for a whole column, never cell by cell. A cell that no date of its column's order can be is not read in another
//! order: it is as likely a slip as a date, so somebody should look at it.

mod column;
mod seen;
mod spelling;
#[cfg(test)]
mod tests;
mod within;

use chrono::{Datelike, Months, NaiveDate};

pub(in crate::import) use column::DateColumn;
pub(in crate::import) use within::{date_within, halves};

/// What a cell of a date column says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::import) enum When {
    /// A day.
    Day(NaiveDate),
    /// Only a month, as its first day.
    Month(NaiveDate),
}

impl When {
    /// The last day that it may be.
    pub fn last_day(self) -> NaiveDate {
        match self {
            Self::Day(day) => day,
            Self::Month(first) => {
                first.checked_add_months(Months::new(1)).and_then(|next| next.pred_opt()).unwrap_or(first)
            }
        }
    }

    /// Its month, as the first day.
    pub fn month(self) -> NaiveDate {
        let (Self::Day(day) | Self::Month(day)) = self;
        day.with_day(1).unwrap_or(day)
    }
}
