//! How the dates of one column are written, told from all of them.

use chrono::{Datelike, Days, NaiveDate};

use super::super::super::cell::Cell;
use super::super::super::choices::DateOrder;
use super::super::evidence::Evidence;
use super::When;
use super::seen::{Seen, year_of_day, years_as_days};
use super::spelling::{EARLIEST_YEAR, Spelling, run_of_digits, spelling};

/// How the dates of one column are to be read.
#[derive(Debug, Clone, PartialEq)]
pub(in crate::import) struct DateColumn {
    /// The order in which its dates are read.
    pub order: DateOrder,
    from_1904: bool,
    /// What showed the order.
    pub evidence: Evidence,
    /// A value that can be read in two ways, where nothing showed which is meant or the values contradict each other.
    /// Until somebody says, the order that more values show is taken; else the day comes first.
    pub ambiguous: Option<String>,
    /// A real date whose day and month may have changed places: a spreadsheet program in another country's language made
    /// real dates of the texts that it could, the wrong way round, and left the others.
    pub half_converted: Option<String>,
    /// A real date whose day was meant as the year: of `Dec-18` a spreadsheet program made the 18th of December of its own
    /// year. All of the column's real dates are read as months then.
    pub years_as_days: Option<String>,
}

impl Default for DateColumn {
    fn default() -> Self {
        Self::decide(std::iter::empty(), false)
    }
}

impl DateColumn {
    /// Decides from all values of a column how to read it. Beside each value may stand the month in which it must be.
    pub fn decide<'a>(cells: impl Iterator<Item = (Cell<'a>, Cell<'a>)>, from_1904: bool) -> Self {
        let mut seen = Seen::default();
        for (cell, month_beside) in cells {
            seen.add(cell, month_beside);
        }
        let (order, evidence, ambiguous) = seen.order();
        let ambiguous = ambiguous.map(str::to_owned);
        Self { order, from_1904, evidence, ambiguous, half_converted: seen.half_converted(), years_as_days: None }
    }

    /// Decides from all values of a column of months how to read it: where each is written as its first day, the number
    /// that is always 1 is the day.
    pub fn decide_months(cells: &[Cell<'_>], from_1904: bool) -> Self {
        let column = Self::decide(cells.iter().map(|cell| (*cell, Cell::Empty)), from_1904);
        let column = match years_as_days(cells) {
            None => column,
            told => Self { half_converted: None, years_as_days: told, ..column },
        };
        if column.ambiguous.is_none() || column.evidence != Evidence::Nothing {
            return column;
        }
        let numbers = || {
            cells.iter().filter_map(|cell| match cell {
                Cell::Text(text) => match spelling(text)? {
                    Spelling::Numbers(numbers) => Some(numbers),
                    _ => None,
                },
                _ => None,
            })
        };
        let order = match () {
            () if numbers().all(|numbers| numbers.first() == 1) => DateOrder::DayFirst,
            () if numbers().all(|numbers| numbers.second == 1) => DateOrder::MonthFirst,
            () => return column,
        };
        Self { order, evidence: Evidence::Column, ambiguous: None, ..column }
    }

    /// The same column in the order that the user chose, if they did.
    #[must_use]
    pub fn chosen(self, order: Option<DateOrder>) -> Self {
        match order {
            Some(order) => Self { order, evidence: Evidence::Chosen, ambiguous: None, ..self },
            None => self,
        }
    }

    /// The same column in the order that another column of the table showed, where this one showed none.
    #[must_use]
    pub fn or_as(self, other: &Self) -> Self {
        if self.evidence != Evidence::Nothing || !other.evidence.is_own() || other.ambiguous.is_some() {
            return self;
        }
        Self { order: other.order, evidence: Evidence::Neighbour, ambiguous: None, ..self }
    }

    /// What a cell says; nothing when it can't be read as a date.
    pub fn read(&self, cell: Cell<'_>) -> Option<When> {
        match cell {
            // A time of day alone is shown as a date of 1899 or 1904.
            Cell::Date(serial) if self.years_as_days.is_some() => {
                let day = serial.date_time()?.date();
                NaiveDate::from_ymd_opt(year_of_day(day)?, day.month(), 1).map(When::Month)
            }
            Cell::Date(serial) => {
                serial.date_time().filter(|at| at.year() >= EARLIEST_YEAR).map(|at| When::Day(at.date()))
            }
            Cell::Number(number) => self.number(number),
            Cell::Text(text) => match spelling(text)? {
                Spelling::Clear(when) => Some(when),
                Spelling::Serial(number) => self.number(number),
                Spelling::Numbers(numbers) => {
                    let order = match self.order {
                        DateOrder::MonthFirst if numbers.is_dotted && self.evidence != Evidence::Chosen => {
                            DateOrder::DayFirst
                        }
                        order => order,
                    };
                    // Where no value showed an order, one from elsewhere that does contradicts none.
                    let is_open = self.evidence == Evidence::Nothing;
                    let any = || DateOrder::ALL.into_iter().filter(|_| is_open).find_map(|order| numbers.read(order));
                    numbers.read(order).or_else(any).map(When::Day)
                }
            },
            Cell::Empty | Cell::Bool(_) | Cell::Error(_) => None,
        }
    }

    /// A number in a date column: the day's number in the spreadsheet's calendar, or a date such as 20161231 or 201612.
    fn number(&self, number: f64) -> Option<When> {
        if !(0.0..1e8).contains(&number) {
            return None;
        }
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "the range was checked")]
        let whole = number.trunc() as u32;
        let serial = if self.from_1904 { whole + 1462 } else { whole };
        match serial {
            // 1954 to 2119: a smaller or greater number is something else.
            20_000..=80_500 => {
                let zero = NaiveDate::from_ymd_opt(1899, 12, 30)?;
                zero.checked_add_days(Days::new(u64::from(serial))).map(When::Day)
            }
            _ => run_of_digits(whole),
        }
    }
}
