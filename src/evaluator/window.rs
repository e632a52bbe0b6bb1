//! The window: the days that a sale must fall in.

use chrono::{Datelike, Days, Months, NaiveDate};

use crate::ledger::SaleDate;

/// How the trailing months are cut.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub enum WindowKind {
    /// The months that end on the day of the evaluation.
    #[default]
    Rolling,
    /// The whole months before the month of the day of the evaluation.
    FullMonths,
}

/// The days that a sale must fall in, both ends included.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Window {
    /// The first day.
    pub from: NaiveDate,
    /// The last day.
    pub to: NaiveDate,
    /// The first day of the first month that counts as a whole.
    pub(super) first_month: NaiveDate,
}

impl WindowKind {
    /// Both kinds, in the order in which they are offered.
    pub const ALL: [Self; 2] = [Self::Rolling, Self::FullMonths];

    /// As the command line and the JSON result write it.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Rolling => "rolling",
            Self::FullMonths => "full-months",
        }
    }
}

impl Window {
    /// The window of some months for a day.
    ///
    /// Rolling is (`as_of` − months, `as_of`]; a sale of which only the month is known counts when its month is one of
    /// those that end with `as_of`'s. Full months are those before `as_of`'s month. Dates beyond the calendar's ends stop
    /// there.
    pub fn new(kind: WindowKind, months: u32, as_of: NaiveDate) -> Self {
        let this_month = first_of_month(as_of);
        let back = |from: NaiveDate, months| from.checked_sub_months(Months::new(months)).unwrap_or(NaiveDate::MIN);
        match kind {
            WindowKind::Rolling => Self {
                from: back(as_of, months).checked_add_days(Days::new(1)).unwrap_or(NaiveDate::MAX),
                to: as_of,
                first_month: back(this_month, months.saturating_sub(1)),
            },
            WindowKind::FullMonths => {
                let from = back(this_month, months);
                let to = this_month.checked_sub_days(Days::new(1)).unwrap_or(NaiveDate::MIN);
                Self { from, to, first_month: from }
            }
        }
    }

    /// Whether a sale's date is in the window.
    pub fn contains(&self, date: SaleDate) -> bool {
        match date {
            SaleDate::Day(day) => self.from <= day && day <= self.to,
            SaleDate::Month(month) => self.first_month <= month && month <= self.to,
        }
    }
}

/// The first day of a day's month.
fn first_of_month(day: NaiveDate) -> NaiveDate {
    day.with_day(1).unwrap_or(day)
}
