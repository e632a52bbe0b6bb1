//! What the text of one date says alone, before it is known which of two numbers is the day.

use std::borrow::Cow;

use chrono::NaiveDate;

use super::super::super::choices::DateOrder;
use super::When;
use crate::rulebook::fold;

/// What a text says.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Spelling {
    /// A date that can be read in one way only.
    Clear(When),
    /// A date in numbers, whose order the text alone does not tell.
    Numbers(Numbers),
    /// The number of a day in the spreadsheet's calendar.
    Serial(f64),
}

/// Three numbers of which the first or the last is the year.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Numbers {
    first: Number,
    pub second: u32,
    last: Number,
    /// Parted by dots; then the day comes first in every country.
    pub is_dotted: bool,
}

#[derive(Debug, Clone, Copy, PartialEq)]
struct Number {
    value: u32,
    digits: usize,
}

impl Numbers {
    /// The day that they are in an order; nothing when there is none.
    pub fn read(self, order: DateOrder) -> Option<NaiveDate> {
        let (year, month, day) = match order {
            DateOrder::DayFirst => (self.last, self.second, self.first),
            DateOrder::MonthFirst => (self.last, self.first.value, Number { value: self.second, ..self.first }),
            DateOrder::YearFirst => (self.first, self.second, self.last),
        };
        let is_day = day.digits <= 2;
        NaiveDate::from_ymd_opt(full_year(year).filter(|_| is_day)?, month, day.value)
    }

    /// The first number.
    pub fn first(self) -> u32 {
        self.first.value
    }

    /// The last number.
    pub fn last(self) -> u32 {
        self.last.value
    }
}

/// What a text says; nothing when it is no date.
pub(super) fn spelling(text: &str) -> Option<Spelling> {
    let text = without_time(text)?;
    if let Some(serial) = serial(text) {
        return Some(Spelling::Serial(serial));
    }
    let mut room = [Piece::Month(0); 4];
    let pieces = match pieces(text, &mut room)? {
        // `mar` is also the short Spanish Tuesday.
        [Piece::Month(3), rest @ ..] if rest.len() == 3 => rest,
        pieces => pieces,
    };
    let day = |year, month, day| NaiveDate::from_ymd_opt(year, month, day).map(|it| Spelling::Clear(When::Day(it)));
    let month_of = |year, month| NaiveDate::from_ymd_opt(year, month, 1).map(|it| Spelling::Clear(When::Month(it)));
    match *pieces {
        [
            Piece::Number(y @ Number { digits: 4, .. }),
            Piece::Number(Number { value: m, .. }) | Piece::Month(m),
            Piece::Number(d),
        ] if d.digits <= 2 => day(full_year(y)?, m, d.value),
        [Piece::Number(d), Piece::Month(m), Piece::Number(y)]
        | [Piece::Month(m), Piece::Number(d), Piece::Number(y)]
            if d.digits <= 2 =>
        {
            day(full_year(y)?, m, d.value)
        }
        [Piece::Number(first), Piece::Number(second), Piece::Number(last)]
            if first.digits <= 2 && second.digits <= 2 =>
        {
            let is_dotted = text.contains('.') && !text.contains('/');
            Some(Spelling::Numbers(Numbers { first, second: second.value, last, is_dotted }))
        }
        [Piece::Month(m), Piece::Number(y)] | [Piece::Number(y @ Number { digits: 4, .. }), Piece::Month(m)] => {
            month_of(full_year(y)?, m)
        }
        [Piece::Number(a), Piece::Number(b)] => match (a.digits, b.digits) {
            (4, 1 | 2) => month_of(full_year(a)?, b.value),
            (1 | 2, 4) => month_of(full_year(b)?, a.value),
            _ => None,
        },
        [Piece::Number(Number { value, digits: 6 | 8 })] => run_of_digits(value).map(Spelling::Clear),
        _ => None,
    }
}

/// `20161231` or `201612`.
pub(super) fn run_of_digits(number: u32) -> Option<When> {
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
pub(super) const EARLIEST_YEAR: i32 = 1950;

/// A year of two digits is one from 1970 to 2069.
fn full_year(Number { value, digits }: Number) -> Option<i32> {
    let year = i32::try_from(value).ok()?;
    match (digits, year) {
        (4, EARLIEST_YEAR..=9999) => Some(year),
        (2, 0..=69) => Some(2000 + year),
        (2, _) => Some(1900 + year),
        _ => None,
    }
}

/// The text before its time of day: `2018-12-25  23:07:22`, `2016-05-20T00:00:00Z`, `25/12/2018 11:07 p. m.`; nothing when
/// what follows the hour is no time.
fn without_time(text: &str) -> Option<&str> {
    let Some((before, after)) = text.split_once(':') else { return Some(text.trim()) };
    let is_time = runs(after).all(|run| {
        run.starts_with(|c: char| c.is_ascii_digit()) || AFTER_TIMES.iter().any(|word| word.eq_ignore_ascii_case(run))
    });
    let day = before.trim_end().trim_end_matches(|c: char| c.is_ascii_digit());
    is_time.then(|| day.trim_end_matches(|c: char| c == 'T' || c == ',' || c.is_whitespace()).trim())
}

/// What may follow the hour.
const AFTER_TIMES: [&str; 20] = [
    "am", "pm", "a", "p", "m", "z", "utc", "gmt", "h", "hs", "hrs", "cet", "cest", "bst", "est", "edt", "cst", "cdt",
    "pst", "pdt",
];

/// `42510`, `42510.75`: the number of a day in the spreadsheet's calendar.
fn serial(text: &str) -> Option<f64> {
    let whole = text.split(['.', ',']).next()?;
    let is_number = whole.len() == 5 && text.bytes().filter(|byte| !byte.is_ascii_digit()).count() <= 1;
    if is_number { text.replace(',', ".").parse().ok() } else { None }
}

/// A piece of a date.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Piece {
    Number(Number),
    /// The name of a month.
    Month(u32),
}

/// The numbers and month names of a text; nothing when it holds another word, or more than four pieces.
fn pieces<'r>(text: &str, room: &'r mut [Piece; 4]) -> Option<&'r [Piece]> {
    // Most dates are plain; taking accents off takes longer than all the rest.
    let text = if text.is_ascii() { Cow::Borrowed(text) } else { Cow::Owned(fold(text)) };
    let mut length = 0;
    for run in runs(&text) {
        let piece = if run.starts_with(|c: char| c.is_ascii_digit()) {
            Piece::Number(Number { value: run.parse().ok()?, digits: run.len() })
        } else if let Some(month) = month_named(run) {
            Piece::Month(month)
        } else if IDLE_WORDS.iter().any(|word| word.eq_ignore_ascii_case(run)) {
            continue;
        } else {
            return None;
        };
        *room.get_mut(length)? = piece;
        length += 1;
    }
    room.get(..length)
}

/// A text's words and numbers, also where they meet: `31dic16`.
fn runs(text: &str) -> impl Iterator<Item = &str> {
    let mut rest = text;
    std::iter::from_fn(move || {
        rest = rest.trim_start_matches(|c: char| !c.is_alphanumeric());
        let is_number = rest.chars().next()?.is_ascii_digit();
        let end = rest.find(|c: char| !c.is_alphanumeric() || c.is_ascii_digit() != is_number).unwrap_or(rest.len());
        let (run, after) = rest.split_at(end);
        rest = after;
        Some(run)
    })
}

#[rustfmt::skip]
const IDLE_WORDS: [&str; 41] = [
    "de", "del", "of", "the", "el", "on", "a", "las", "at", "st", "nd", "rd", "th", "o",
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
    "mon", "tue", "wed", "thu", "fri", "sat", "sun",
    "lunes", "martes", "miercoles", "jueves", "viernes", "sabado", "domingo", "lun", "mie", "jue", "vie", "sab", "dom",
];

fn month_named(word: &str) -> Option<u32> {
    #[rustfmt::skip]
    const NAMES: [&[&str]; 12] = [
        &["january", "jan", "enero", "ene"], &["february", "feb", "febrero"], &["march", "mar", "marzo"],
        &["april", "apr", "abril", "abr"], &["may", "mayo"], &["june", "jun", "junio"], &["july", "jul", "julio"],
        &["august", "aug", "agosto", "ago"], &["september", "sep", "sept", "septiembre", "setiembre", "set"],
        &["october", "oct", "octubre"], &["november", "nov", "noviembre"], &["december", "dec", "diciembre", "dic"],
    ];
    let is_it = |names: &[&str]| names.iter().any(|name| name.eq_ignore_ascii_case(word));
    NAMES.iter().zip(1..).find(|(names, _)| is_it(names)).map(|(_, month)| month)
}
