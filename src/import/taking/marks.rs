//! What a cell of a matrix of people and exams says: a date, a cross, a score, a word.

use chrono::NaiveDate;

use super::super::cell::Cell;
use super::super::values::dates;
use super::results::{Told, told_in_words, told_result, told_score};
use super::words::{is_blank, yes_or_no};
use super::written::Dates;

/// What a cell says of one person and one exam.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Mark {
    /// That it was not passed, or nothing.
    None,
    /// That it was tried on a day, or on a day that is not told.
    Tried { passed: bool, day: Option<NaiveDate> },
    /// Nothing that can be read.
    Unreadable,
}

/// The cells of a matrix, and what shows how they are written.
pub(super) struct Marks<'a> {
    pub dates: Dates<'a>,
    letters: Letters,
}

/// What single letters say: an `A` is "aprobado", unless a `P` says that it is "absent"; beside it an `S` is "suspenso".
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Letters {
    /// No `A` stands in the table.
    AsWords,
    Spanish,
    Absent,
}

impl<'a> Marks<'a> {
    /// Decides from all cells how they are written.
    pub fn of(dates: Dates<'a>, cells: impl Iterator<Item = Cell<'a>>) -> Self {
        let (mut has_a, mut has_p) = (false, false);
        for cell in cells {
            has_a |= is_letter(cell, "a");
            has_p |= is_letter(cell, "p");
        }
        let letters = match (has_a, has_p) {
            (false, _) => Letters::AsWords,
            (true, false) => Letters::Spanish,
            (true, true) => Letters::Absent,
        };
        Self { dates, letters }
    }

    /// What a cell says.
    pub fn read(&self, cell: Cell<'a>) -> Mark {
        if is_blank(cell) || matches!(cell, Cell::Error(_)) {
            return Mark::None;
        }
        match self.letters {
            Letters::Spanish if is_letter(cell, "a") => return Mark::Tried { passed: true, day: None },
            Letters::Spanish if is_letter(cell, "s") => return Mark::Tried { passed: false, day: None },
            Letters::Absent if is_letter(cell, "a") => return Mark::Unreadable,
            _ => {}
        }
        if let Some(when) = self.dates.read(cell) {
            return Mark::Tried { passed: true, day: Some(when.last_day()) };
        }
        if let Some(mark) = dated_word(cell, &self.dates) {
            return mark;
        }
        match told_result(cell) {
            Some(Told::Passed) => Mark::Tried { passed: true, day: None },
            // An empty circle and a plain no say that there is nothing yet; only other words and scores tell of an attempt.
            Some(Told::Failed) if yes_or_no(cell) == Some(false) => Mark::None,
            Some(Told::Failed) => Mark::Tried { passed: false, day: None },
            Some(Told::Lapsed) => Mark::None,
            None => Mark::Unreadable,
        }
    }
}

fn is_letter(cell: Cell<'_>, letter: &str) -> bool {
    matches!(cell, Cell::Text(text) if text.eq_ignore_ascii_case(letter))
}

/// A word or score beside a date: `Aprobado 12/03/2016`, `12/03/2016 (720)`.
fn dated_word<'a>(cell: Cell<'a>, dates: &Dates<'a>) -> Option<Mark> {
    let Cell::Text(text) = cell else { return None };
    let told = |word: Cell<'_>| {
        let sign = || yes_or_no(word).filter(|_| !word.words().contains(|c: char| c.is_ascii_digit()));
        told_in_words(word).or_else(|| told_score(word)).map(|told| told == Told::Passed).or_else(sign)
    };
    let read = dates::halves(text)
        .filter_map(|(date, word)| Some((date.len(), dates.read(Cell::text(date))?, told(Cell::text(word))?)));
    // Of "22 Aug 2021 ok" the whole date, and no shorter one.
    let (_, when, passed) = read.max_by_key(|(length, ..)| *length)?;
    Some(Mark::Tried { passed, day: Some(when.last_day()) })
}
