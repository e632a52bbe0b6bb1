//! Dates as people and programs write them. Which of two numbers is the day is decided for a whole column, never cell
//! by cell.

use chrono::{Datelike, Days, Months, NaiveDate};

use super::cell::Cell;
use crate::rulebook::fold;

/// What a cell of a date column says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum When {
    /// A day.
    Day(NaiveDate),
    /// Only a month, as its first day.
    Month(NaiveDate),
}

/// Which of the two numbers in `05/06/2017` is the day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Order {
    DayFirst,
    MonthFirst,
}

/// How the dates of one column are to be read.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct DateColumn {
    order: Order,
    from_1904: bool,
    /// Whether the column itself showed the order.
    is_decided: bool,
    /// A value that can be read in two ways, where nothing in the column showed which is meant.
    pub ambiguous: Option<String>,
}

impl DateColumn {
    /// Decides from all values of a column how to read it. Beside each value may stand the month in which it must be.
    pub fn decide<'a>(cells: impl Iterator<Item = (&'a Cell, &'a Cell)>, from_1904: bool) -> Self {
        let (mut day_first, mut month_first) = (0_usize, 0_usize);
        let mut unclear = None;
        for (cell, month_beside) in cells {
            let Cell::Text(text) = cell else { continue };
            let Some(Spelling::TwoNumbers { first, second, year }) = spelling(text) else { continue };
            let days = [Order::DayFirst, Order::MonthFirst].map(|order| two_numbers(first, second, year, order));
            match days.map(|day| day.is_some_and(|day| in_month(day, month_beside))) {
                [true, false] => day_first += 1,
                [false, true] => month_first += 1,
                _ if days[0] == days[1] || days.contains(&None) => {}
                _ => unclear = unclear.or(Some(text)),
            }
        }
        let is_decided = day_first + month_first > 0;
        let is_mixed = day_first > 0 && month_first > 0;
        let order = if month_first > day_first { Order::MonthFirst } else { Order::DayFirst };
        let ambiguous = unclear.filter(|_| !is_decided || is_mixed).cloned();
        Self { order, from_1904, is_decided, ambiguous }
    }

    /// Decides from all values of a column of months how to read it: where each is written as its first day, the number
    /// that is always 1 is the day.
    pub fn decide_months(cells: &[&Cell], from_1904: bool) -> Self {
        let column = Self::decide(cells.iter().map(|cell| (*cell, &Cell::Empty)), from_1904);
        if column.ambiguous.is_none() || column.is_decided {
            return column;
        }
        let numbers = || {
            cells.iter().filter_map(|cell| match cell {
                Cell::Text(text) => match spelling(text)? {
                    Spelling::TwoNumbers { first, second, .. } => Some((first, second)),
                    _ => None,
                },
                _ => None,
            })
        };
        let order = match () {
            () if numbers().all(|(first, _)| first == 1) => Order::DayFirst,
            () if numbers().all(|(_, second)| second == 1) => Order::MonthFirst,
            () => return column,
        };
        Self { order, is_decided: true, ambiguous: None, ..column }
    }

    /// The same column, in the order that another column of the sheet showed, where this one showed none.
    #[must_use]
    pub fn or_as(self, other: &Self) -> Self {
        if self.is_decided || !other.is_decided {
            return self;
        }
        Self { order: other.order, ambiguous: None, ..self }
    }

    /// What a cell says; nothing when it can't be read as a date.
    pub fn read(&self, cell: &Cell) -> Option<When> {
        match cell {
            // A time of day alone is shown as a date of 1899 or 1904.
            Cell::Date(at, _) => Some(When::Day(at.date())).filter(|_| at.year() >= EARLIEST_YEAR),
            Cell::Number(number) => self.number(*number),
            Cell::Text(text) => match spelling(text)? {
                Spelling::Clear(when) => Some(when),
                Spelling::Serial(number) => self.number(number),
                Spelling::TwoNumbers { first, second, year } => {
                    let read = |order| two_numbers(first, second, year, order);
                    let other = if self.order == Order::DayFirst { Order::MonthFirst } else { Order::DayFirst };
                    read(self.order).or_else(|| read(other)).map(When::Day)
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

/// Whether a day is in the month that stands beside it; true when none does.
fn in_month(day: NaiveDate, month_beside: &Cell) -> bool {
    let month = match month_beside {
        Cell::Text(text) => match spelling(text) {
            Some(Spelling::Clear(month)) => Some(month),
            _ => None,
        },
        // Excel makes the first day of the month of `Dec-18`.
        Cell::Date(at, _) => Some(When::Day(at.date())),
        _ => None,
    };
    month.is_none_or(|month| When::Day(day).month() == month.month())
}

/// What a text says, before it is known which of two numbers is the day.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Spelling {
    Clear(When),
    TwoNumbers { first: u32, second: u32, year: i32 },
    Serial(f64),
}

fn two_numbers(first: u32, second: u32, year: i32, order: Order) -> Option<NaiveDate> {
    let (day, month) = match order {
        Order::DayFirst => (first, second),
        Order::MonthFirst => (second, first),
    };
    NaiveDate::from_ymd_opt(year, month, day)
}

/// A piece of a date.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Piece {
    /// A number and how many digits it was written with.
    Number(u32, usize),
    /// The name of a month.
    Month(u32),
}

use Piece::{Month, Number};

fn spelling(text: &str) -> Option<Spelling> {
    let text = without_time(text);
    if let Some(serial) = serial(text) {
        return Some(Spelling::Serial(serial));
    }
    let day = |year, month, day| NaiveDate::from_ymd_opt(year, month, day).map(|it| Spelling::Clear(When::Day(it)));
    let month_of = |year, month| NaiveDate::from_ymd_opt(year, month, 1).map(|it| Spelling::Clear(When::Month(it)));
    match pieces(text)?.as_slice() {
        [Number(y, 4), Number(m, _) | Month(m), Number(d, 1 | 2)] => day(full_year(*y, 4)?, *m, *d),
        // No day and no month is above 31, so that must be the year: `99-12-31`.
        [Number(y @ 32.., 2), Number(m, 1 | 2), Number(d, 1 | 2)] => day(full_year(*y, 2)?, *m, *d),
        [Number(d, 1 | 2), Month(m), Number(y, digits)] | [Month(m), Number(d, 1 | 2), Number(y, digits)] => {
            day(full_year(*y, *digits)?, *m, *d)
        }
        // Where dots part the numbers, the day comes first in every country.
        [Number(d, 1 | 2), Number(m, 1 | 2), Number(y, digits)] if text.contains('.') && !text.contains('/') => {
            day(full_year(*y, *digits)?, *m, *d)
        }
        [Number(first, 1 | 2), Number(second, 1 | 2), Number(y, digits)] => {
            Some(Spelling::TwoNumbers { first: *first, second: *second, year: full_year(*y, *digits)? })
        }
        [Month(m), Number(y, digits)] => month_of(full_year(*y, *digits)?, *m),
        [Number(y, 4), Number(m, 1 | 2) | Month(m)] | [Number(m, 1 | 2), Number(y, 4)] => {
            month_of(full_year(*y, 4)?, *m)
        }
        [Number(number, 6 | 8)] => run_of_digits(*number).map(Spelling::Clear),
        _ => None,
    }
}

/// `20161231` or `201612`.
fn run_of_digits(number: u32) -> Option<When> {
    let date = |number: u32, day| {
        let year = i32::try_from(number / 100).ok().filter(|year| (1980..2100).contains(year))?;
        NaiveDate::from_ymd_opt(year, number % 100, day)
    };
    match number {
        100_000..=999_999 => date(number, 1).map(When::Month),
        10_000_000..=99_999_999 => date(number / 100, number % 100).map(When::Day),
        _ => None,
    }
}

/// No exam was passed and no sale made before; an earlier date is a slip.
const EARLIEST_YEAR: i32 = 1950;

/// A year of two digits is one from 1970 to 2069.
fn full_year(year: u32, digits: usize) -> Option<i32> {
    let year = i32::try_from(year).ok()?;
    match (digits, year) {
        (4, EARLIEST_YEAR..=9999) => Some(year),
        (2, 0..=69) => Some(2000 + year),
        (2, _) => Some(1900 + year),
        _ => None,
    }
}

/// The text before its time of day: `2018-12-25  23:07:22`, `2016-05-20T00:00:00Z`, `25/12/2018 23:07`.
fn without_time(text: &str) -> &str {
    let before = text.split_once(':').map_or(text, |(before, _)| {
        let before = before.trim_end().trim_end_matches(|c: char| c.is_ascii_digit());
        before.trim_end_matches(|c: char| c == 'T' || c == ',' || c.is_whitespace())
    });
    before.trim()
}

/// `42510`, `42510.75`: the number of a day in the spreadsheet's calendar.
fn serial(text: &str) -> Option<f64> {
    let whole = text.split(['.', ',']).next()?;
    let is_number = whole.len() == 5 && text.bytes().filter(|byte| !byte.is_ascii_digit()).count() <= 1;
    if is_number { text.replace(',', ".").parse().ok() } else { None }
}

/// The numbers and month names of a text; nothing when it holds another word.
fn pieces(text: &str) -> Option<Vec<Piece>> {
    let mut pieces = Vec::new();
    // `fold` leaves digits, letters and single spaces.
    for word in fold(text).split(' ') {
        for part in runs(word) {
            if part.starts_with(|c: char| c.is_ascii_digit()) {
                pieces.push(Number(part.parse().ok()?, part.len()));
            } else if let Some(month) = month_named(part) {
                pieces.push(Month(month));
            } else if !IDLE_WORDS.contains(&part) {
                return None;
            }
        }
        if pieces.len() > 3 {
            return None;
        }
    }
    Some(pieces)
}

/// A word cut where digits and letters meet: `31dic16`.
fn runs(word: &str) -> impl Iterator<Item = &str> {
    let mut rest = word;
    std::iter::from_fn(move || {
        let first = rest.chars().next()?;
        let end = rest.find(|c: char| c.is_ascii_digit() != first.is_ascii_digit()).unwrap_or(rest.len());
        let (run, after) = rest.split_at(end);
        rest = after;
        Some(run)
    })
}

#[rustfmt::skip]
const IDLE_WORDS: [&str; 33] = [
    "de", "del", "of", "the", "el", "st", "nd", "rd", "th", "o",
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
    "mon", "tue", "wed", "thu", "fri", "sat", "sun",
    "lunes", "martes", "miercoles", "jueves", "viernes", "sabado", "domingo", "mie", "jue",
];

fn month_named(word: &str) -> Option<u32> {
    #[rustfmt::skip]
    const NAMES: [&[&str]; 12] = [
        &["january", "jan", "enero", "ene"], &["february", "feb", "febrero"], &["march", "mar", "marzo"],
        &["april", "apr", "abril", "abr"], &["may", "mayo"], &["june", "jun", "junio"], &["july", "jul", "julio"],
        &["august", "aug", "agosto", "ago"], &["september", "sep", "sept", "septiembre", "setiembre", "set"],
        &["october", "oct", "octubre"], &["november", "nov", "noviembre"], &["december", "dec", "diciembre", "dic"],
    ];
    NAMES.iter().zip(1..).find(|(names, _)| names.contains(&word)).map(|(_, month)| month)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Reads a column of texts; each as `2016-12-31`, `2016-12` for a month, or `?`.
    #[track_caller]
    fn check_column(texts: &[&str], expected: &[&str], ambiguous: Option<&str>) {
        let cells: Vec<Cell> = texts.iter().map(|text| Cell::text(text)).collect();
        let column = DateColumn::decide(cells.iter().map(|cell| (cell, &Cell::Empty)), false);
        let read: Vec<String> = cells.iter().map(|cell| show(column.read(cell))).collect();
        assert_eq!(read, expected);
        assert_eq!(column.ambiguous.as_deref(), ambiguous);
    }

    fn show(when: Option<When>) -> String {
        match when {
            Some(When::Day(day)) => day.to_string(),
            Some(When::Month(month)) => month.format("%Y-%m").to_string(),
            None => "?".to_owned(),
        }
    }

    #[test]
    fn reads_one_date_alone() {
        #[rustfmt::skip]
        let cases = [
            ("2018-12-25  23:07:22", "2018-12-25"), ("2018-12-25T23:07:22Z", "2018-12-25"),
            ("2018-12-25T23:07:22.123+01:00", "2018-12-25"), ("2018/12/25", "2018-12-25"), ("2018.12.25", "2018-12-25"),
            ("25/12/2018 23:07", "2018-12-25"), ("25/12/2018", "2018-12-25"), ("12/25/2018", "2018-12-25"),
            ("12/25/2018 11:07:22 PM", "2018-12-25"), ("25-12-2018", "2018-12-25"), ("25.12.2018", "2018-12-25"),
            ("5.6.2017", "2017-06-05"), ("25.12.18", "2018-12-25"), ("25/12/18", "2018-12-25"), ("31/12/69", "2069-12-31"),
            ("31/12/70", "1970-12-31"), ("99-12-31", "1999-12-31"), ("05/05/2017", "2017-05-05"),
            ("31-dic-16", "2016-12-31"), ("31-dic-2016", "2016-12-31"), ("31 dic. 2016", "2016-12-31"),
            ("31 de diciembre de 2016", "2016-12-31"), ("31 Diciembre 2016", "2016-12-31"), ("1-ene-17", "2017-01-01"),
            ("22 Aug 2021", "2021-08-22"), ("22 August, 2021", "2021-08-22"), ("Aug 22, 2021", "2021-08-22"),
            ("August 22nd, 2021", "2021-08-22"), ("2016-Dec-31", "2016-12-31"), ("Monday, 22 August 2016", "2016-08-22"),
            ("lunes, 22 de agosto de 2016", "2016-08-22"), ("1º de mayo de 2016", "2016-05-01"), ("22Aug2021", "2021-08-22"),
            ("Dec-18", "2018-12"), ("dic-16", "2016-12"), ("diciembre 2016", "2016-12"), ("Diciembre de 2016", "2016-12"),
            ("jun 2017", "2017-06"), ("Sept 2016", "2016-09"), ("2016-12", "2016-12"), ("12/2016", "2016-12"),
            ("2016 December", "2016-12"), ("July, 2022", "2022-07"), ("201612", "2016-12"), ("20161231", "2016-12-31"),
            ("42735", "2016-12-31"), ("42735.75", "2016-12-31"), ("42735,75", "2016-12-31"),
            ("31/31/2016", "?"), ("30/02/2016", "?"), ("13/13/2016", "?"), ("00/12/2016", "?"), ("2016-13-01", "?"),
            ("2016", "?"), ("12", "?"), ("31/12", "?"), ("31 dic", "?"), ("hoy", "?"), ("pendiente", "?"), ("n/a", "?"),
            ("1/2/3/2016", "?"), ("Q4 2016", "?"), ("201613", "?"), ("20161331", "?"), ("99999999999", "?"),
            ("12/31/0016", "?"), ("31/12/9999", "9999-12-31"), ("31/12/1899", "?"), ("31/12/216", "?"),
        ];
        for (text, expected) in cases {
            check_column(&[text], &[expected], None);
        }
    }

    #[test]
    fn a_column_shows_its_order_once_for_all() {
        check_column(&["05/06/2017", "25/12/2016"], &["2017-06-05", "2016-12-25"], None);
        check_column(&["05/06/2017", "12/25/2016"], &["2017-05-06", "2016-12-25"], None);
        check_column(&["5-6-17", "2017-01-01", "12-25-16"], &["2017-05-06", "2017-01-01", "2016-12-25"], None);
    }

    #[test]
    fn a_column_that_shows_no_order_is_read_day_first_and_said() {
        check_column(
            &["05/05/2017", "05/06/2017", "07/08/2017"],
            &["2017-05-05", "2017-06-05", "2017-08-07"],
            Some("05/06/2017"),
        );
    }

    #[test]
    fn a_column_in_two_orders_is_read_by_the_more_frequent_one_and_said() {
        check_column(
            &["25/12/2016", "26/12/2016", "12/27/2016", "05/06/2017"],
            &["2016-12-25", "2016-12-26", "2016-12-27", "2017-06-05"],
            Some("05/06/2017"),
        );
    }

    #[test]
    fn the_month_beside_shows_the_order() {
        let (date, month) = (Cell::text("05/06/2017 10:00"), Cell::text("May-17"));
        let column = DateColumn::decide([(&date, &month)].into_iter(), false);
        assert_eq!(show(column.read(&date)), "2017-05-06");
        assert_eq!(column.ambiguous, None);

        let month = Cell::Date(NaiveDate::from_ymd_opt(2017, 5, 1).unwrap().into(), 42_856.0);
        let column = DateColumn::decide([(&date, &month)].into_iter(), false);
        assert_eq!(show(column.read(&date)), "2017-05-06");
        assert_eq!(column.ambiguous, None);
    }

    #[test]
    fn a_month_written_as_its_first_day_shows_the_order() {
        for (texts, expected) in [
            (["7/1/2016", "12/1/2016", "1/1/2017"], ["2016-07-01", "2016-12-01", "2017-01-01"]),
            (["01/07/2016", "01/12/2016", "01/01/2017"], ["2016-07-01", "2016-12-01", "2017-01-01"]),
        ] {
            let cells = texts.map(Cell::text);
            let column = DateColumn::decide_months(&cells.iter().collect::<Vec<_>>(), false);
            assert_eq!(cells.each_ref().map(|cell| show(column.read(cell))), expected);
            assert_eq!(column.ambiguous, None);
        }
    }

    #[test]
    fn numbers_are_days_of_the_spreadsheets_calendar() {
        let column = |from_1904| DateColumn::decide(std::iter::empty(), from_1904);
        for (number, from_1904, expected) in [
            (42_735.5, false, "2016-12-31"),
            (41_273.0, true, "2016-12-31"),
            (20_161_231.0, false, "2016-12-31"),
            (201_612.0, false, "2016-12"),
            (2016.0, false, "?"),
            (-1.0, false, "?"),
            (f64::NAN, false, "?"),
            (1e300, false, "?"),
        ] {
            assert_eq!(show(column(from_1904).read(&Cell::Number(number))), expected, "{number}");
        }
    }
}
