//! What the values of a date column show together.

use std::collections::HashSet;
use std::hash::BuildHasherDefault;
use std::ops::RangeInclusive;

use chrono::{Datelike, NaiveDate};

use super::super::super::cell::Cell;
use super::super::super::choices::DateOrder;
use super::super::evidence::Evidence;
use super::When;
use super::spelling::{Numbers, Spelling, run_of_digits, spelling};
use crate::hashing::QuickHasher;

/// What the values seen so far show.
#[derive(Debug, Default)]
pub(super) struct Seen<'a> {
    /// Texts that are a date in one order only.
    day_first: Tally<'a>,
    month_first: Tally<'a>,
    year_first: Tally<'a>,
    /// Texts that are dates in two orders, of which the month beside shows one.
    day_first_beside: Tally<'a>,
    month_first_beside: Tally<'a>,
    /// Texts that are different dates in two orders, and nothing shows which.
    unclear: Tally<'a>,
    /// Texts in which both the first and the second number can be a month.
    exchangeable: Tally<'a>,
    /// Texts that can't begin with the year.
    not_year_first: Tally<'a>,
    firsts: Option<RangeInclusive<u32>>,
    lasts: Option<RangeInclusive<u32>>,
    dates: Dates,
    /// The real dates that stood alone.
    days: HashSet<u64, BuildHasherDefault<QuickHasher>>,
}

/// How many there are, and the first of them.
#[derive(Debug, Default)]
struct Tally<'a> {
    count: usize,
    first: Option<&'a str>,
}

/// The real dates among the values.
#[derive(Debug, Default)]
struct Dates {
    /// The first one whose day and month can change places.
    exchangeable: Option<NaiveDate>,
    /// How many can't.
    fixed: usize,
    /// How many are in the month beside as they stand only, and how many with day and month exchanged only.
    as_they_stand: usize,
    exchanged: usize,
}

impl<'a> Tally<'a> {
    fn add(&mut self, text: &'a str) {
        self.count += 1;
        self.first = self.first.or(Some(text));
    }
}

impl<'a> Seen<'a> {
    /// Looks at one value, beside which may stand the month in which it must be.
    pub fn add(&mut self, cell: Cell<'a>, month_beside: Cell<'_>) {
        match cell {
            Cell::Text(text) => {
                if let Some(Spelling::Numbers(numbers)) = spelling(text) {
                    self.add_numbers(text, numbers, month_beside);
                }
            }
            // Most dates come often, and show the same each time where no month stands beside them.
            Cell::Date(serial) if month_beside.is_empty() && self.is_known(serial.days) => {}
            Cell::Date(serial) => {
                if let Some(at) = serial.date_time() {
                    self.dates.add(at.date(), month_beside);
                }
            }
            _ => {}
        }
    }

    /// Whether a whole day was there before, alone.
    fn is_known(&mut self, days: f64) -> bool {
        days.fract() == 0.0 && !self.days.insert(days.to_bits())
    }

    fn add_numbers(&mut self, text: &'a str, numbers: Numbers, month_beside: Cell<'_>) {
        let [day_first, month_first, year_first] = DateOrder::ALL.map(|order| numbers.read(order));
        if year_first.is_none() {
            self.not_year_first.add(text);
        } else {
            widen(&mut self.firsts, numbers.first());
            widen(&mut self.lasts, numbers.last());
        }
        match (day_first, month_first) {
            (None, None) if year_first.is_some() => self.year_first.add(text),
            (None, None) => {}
            _ if numbers.is_dotted => {}
            (Some(_), None) => self.day_first.add(text),
            (None, Some(_)) => self.month_first.add(text),
            (Some(day_first), Some(month_first)) => {
                self.exchangeable.add(text);
                match [day_first, month_first].map(|day| in_month(day, month_beside)) {
                    _ if day_first == month_first => {}
                    [true, false] => self.day_first_beside.add(text),
                    [false, true] => self.month_first_beside.add(text),
                    _ => self.unclear.add(text),
                }
            }
        }
    }

    /// The order of the texts, what shows it, and a text that leaves a doubt.
    pub fn order(&self) -> (DateOrder, Evidence, Option<&'a str>) {
        if self.year_first.count > 0 && self.not_year_first.count == 0 {
            return (DateOrder::YearFirst, Evidence::Column, None);
        }
        let day = self.day_first.count + self.day_first_beside.count;
        let month = self.month_first.count + self.month_first_beside.count;
        let evidence = match () {
            () if self.day_first.count + self.month_first.count + self.year_first.count > 0 => Evidence::Column,
            () if day + month > 0 => Evidence::MonthBeside,
            () => Evidence::Nothing,
        };
        let order = if month > day { DateOrder::MonthFirst } else { DateOrder::DayFirst };
        let is_mixed = [day, month, self.year_first.count].into_iter().filter(|count| *count > 0).count() > 1;
        let doubt = match () {
            () if is_mixed => self.unclear.first.or_else(|| self.contradiction(order)),
            () if evidence == Evidence::Nothing => self.unclear.first,
            () if self.looks_year_first() => self.day_first.first.or(self.month_first.first),
            () => None,
        };
        (order, evidence, doubt)
    }

    /// The first text that shows another order than the column's.
    fn contradiction(&self, order: DateOrder) -> Option<&'a str> {
        let (day, month) = (&self.day_first, &self.month_first);
        let (day_beside, month_beside) = (&self.day_first_beside, &self.month_first_beside);
        let others = if order == DateOrder::MonthFirst { [day, day_beside] } else { [month, month_beside] };
        others.into_iter().chain([&self.year_first]).find_map(|tally| tally.first)
    }

    /// Whether the last numbers spread like days and the first ones like years: `16/12/31`, `17/01/14`.
    fn looks_year_first(&self) -> bool {
        let (Some(firsts), Some(lasts)) = (&self.firsts, &self.lasts) else { return false };
        let spread = |range: &RangeInclusive<u32>| range.end() - range.start();
        self.not_year_first.count == 0 && *firsts.end() > 1 && spread(firsts) < 10 && spread(lasts) >= 10
    }

    /// A real date that a spreadsheet program may have read in the wrong order.
    ///
    /// Such a program makes dates of the texts that are ones in its own country's order and leaves the others: then every
    /// text left is a date in the other order only, and every date made could be read in both. The month beside may
    /// vouch for the dates, or show that they are wrong even where no text is left.
    pub fn half_converted(&self) -> Option<String> {
        let is_one_order = (self.day_first.count > 0) != (self.month_first.count > 0);
        let looks_so = is_one_order && self.exchangeable.count == 0;
        let Dates { exchangeable, fixed, as_they_stand, exchanged } = self.dates;
        let is_doubtful =
            if looks_so { as_they_stand == 0 || exchanged > 0 } else { as_they_stand == 0 && exchanged > 0 };
        exchangeable.filter(|_| fixed == 0 && is_doubtful).map(|date| date.to_string())
    }
}

impl Dates {
    fn add(&mut self, date: NaiveDate, month_beside: Cell<'_>) {
        let exchanged = NaiveDate::from_ymd_opt(date.year(), date.day(), date.month());
        match exchanged {
            None => self.fixed += 1,
            Some(exchanged) if exchanged == date => {}
            Some(exchanged) => {
                self.exchangeable = self.exchangeable.or(Some(date));
                match [date, exchanged].map(|day| in_month(day, month_beside)) {
                    [true, false] => self.as_they_stand += 1,
                    [false, true] => self.exchanged += 1,
                    _ => {}
                }
            }
        }
    }
}

fn widen(range: &mut Option<RangeInclusive<u32>>, number: u32) {
    let (start, end) = range.as_ref().map_or((number, number), |range| (*range.start(), *range.end()));
    *range = Some(start.min(number)..=end.max(number));
}

/// Whether a day is in the month that stands beside it; true when none does.
fn in_month(day: NaiveDate, month_beside: Cell<'_>) -> bool {
    let is_in = |month: Option<When>| month.is_none_or(|month| When::Day(day).month() == month.month());
    match month_beside {
        Cell::Text(text) => match spelling(text) {
            Some(Spelling::Clear(month)) => is_in(Some(month)),
            Some(Spelling::Serial(number)) => is_in(month_of_digits(number)),
            _ => true,
        },
        Cell::Number(number) => is_in(month_of_digits(number)),
        // Of `Dec-18` Excel makes the first day of that month, or in the United States the 18th of this year's December.
        Cell::Date(serial) => serial.date_time().is_none_or(|at| {
            let is_year = at.year() == day.year() || i64::from(at.day()) == i64::from(day.year() % 100);
            at.month() == day.month() && is_year
        }),
        _ => true,
    }
}

/// The month that a number such as 201612 names.
fn month_of_digits(number: f64) -> Option<When> {
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "the range was checked")]
    let whole = (190_001.0..=20_991_231.0).contains(&number).then_some(number as u32)?;
    run_of_digits(whole)
}

/// The first of a column's real dates, where they look as though a program had taken the year of `Dec-18` for the day: all
/// in one year, and their days like a few of the years up to it.
pub(super) fn years_as_days(cells: &[Cell<'_>]) -> Option<String> {
    /// More years than this are in no export.
    const YEARS: u32 = 10;
    let mut first: Option<NaiveDate> = None;
    let mut days: Option<RangeInclusive<u32>> = None;
    for cell in cells {
        let Cell::Date(serial) = cell else { continue };
        let date = serial.date_time()?.date();
        let is_one_year = first.is_none_or(|first| first.year() == date.year());
        if !is_one_year || date.day() < 10 || year_of_day(date)? > date.year() {
            return None;
        }
        first = first.or(Some(date));
        widen(&mut days, date.day());
    }
    let are_few = days.is_some_and(|days| days.end() - days.start() < YEARS);
    first.filter(|_| are_few).map(|date| date.to_string())
}

/// The year that a day stands for: 2018 for the 18th.
pub(super) fn year_of_day(date: NaiveDate) -> Option<i32> {
    i32::try_from(date.day()).ok().map(|day| 2000 + day)
}
