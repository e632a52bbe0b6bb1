//! Records as columns: what repeats stands once.

use std::collections::HashMap;
use std::fmt;
use std::sync::Arc;

use chrono::{Datelike, NaiveDate};
use rust_decimal::Decimal;
use serde::de::{Error, SeqAccess, Visitor};
use serde::ser::Error as _;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::FileFault;
use crate::ledger::Place;

/// Texts as they are collected for a file: each has a number, by which columns name it.
#[derive(Default)]
pub(super) struct Collected<'a> {
    texts: Vec<&'a str>,
    numbers: HashMap<&'a str, u32>,
    /// Those met last, by where they stand in memory: rows that say the same share their text, and then it need not be read.
    recent: HashMap<(usize, usize), u32>,
}

impl<'a> Collected<'a> {
    /// The number of a text.
    pub(super) fn number(&mut self, text: &'a str) -> u32 {
        let address = (text.as_ptr().addr(), text.len());
        if let Some(known) = self.recent.get(&address) {
            return *known;
        }
        let next = u32::try_from(self.texts.len()).unwrap_or(u32::MAX);
        let number = *self.numbers.entry(text).or_insert(next);
        if number == next {
            self.texts.push(text);
        }
        if self.recent.len() < 1 << 16 {
            self.recent.insert(address, number);
        }
        number
    }

    /// The number of a text that may be missing, from 1 on; 0 is none.
    pub(super) fn maybe(&mut self, text: Option<&'a str>) -> u32 {
        text.map_or(0, |text| self.number(text).saturating_add(1))
    }

    /// All texts, each at its number.
    pub(super) fn into_texts(self) -> Words {
        Words(self.texts.into_iter().map(str::to_owned).collect())
    }
}

/// A column of texts. An empty one takes many times more memory than it does in the file, so that there may be so many only.
#[derive(Debug, Default)]
pub(super) struct Words(pub Vec<String>);

/// As many texts as no partner has.
const MOST_WORDS: usize = 1 << 24;

impl Serialize for Words {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if self.0.len() > MOST_WORDS { Err(S::Error::custom("too many texts")) } else { self.0.serialize(serializer) }
    }
}

impl<'de> Deserialize<'de> for Words {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_seq(WordsVisitor)
    }
}

struct WordsVisitor;

impl<'de> Visitor<'de> for WordsVisitor {
    type Value = Words;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("texts")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut access: A) -> Result<Words, A::Error> {
        let mut words = Vec::new();
        while let Some(word) = access.next_element()? {
            if words.len() == MOST_WORDS {
                return Err(A::Error::custom("too many texts"));
            }
            words.push(word);
        }
        Ok(Words(words))
    }
}

/// The texts of a file.
pub(super) struct Texts(Vec<Arc<str>>);

impl Texts {
    pub(super) fn new(texts: Words) -> Self {
        Self(texts.0.into_iter().map(Into::into).collect())
    }

    /// The text of that number.
    pub(super) fn get(&self, number: u32) -> Result<&Arc<str>, FileFault> {
        let place = usize::try_from(number).unwrap_or(usize::MAX);
        self.0.get(place).ok_or_else(|| FileFault::damaged("text"))
    }

    /// The text of that number from 1 on; 0 is none.
    pub(super) fn maybe(&self, number: u32) -> Result<Option<&Arc<str>>, FileFault> {
        number.checked_sub(1).map(|number| self.get(number)).transpose()
    }
}

/// Where records stand: the numbers of the file and the sheet, the first row, and how many rows follow one another.
#[derive(Debug, Default, Serialize, Deserialize)]
#[serde(transparent)]
pub(super) struct Places(Vec<(u32, u32, u32, u32)>);

impl Places {
    pub(super) fn push<'a>(&mut self, texts: &mut Collected<'a>, place: &'a Place) {
        let (in_file, on_sheet) = (texts.number(&place.file), texts.number(&place.sheet));
        match self.0.last_mut() {
            Some((file, sheet, first, count))
                if (*file, *sheet) == (in_file, on_sheet) && first.checked_add(*count) == Some(place.row) =>
            {
                *count += 1;
            }
            _ => self.0.push((in_file, on_sheet, place.row, 1)),
        }
    }

    /// The places, one for each of so many records.
    pub(super) fn places(&self, records: usize, texts: &Texts) -> Result<Vec<Place>, FileFault> {
        let mut places = Vec::with_capacity(records);
        for (file, sheet, first, count) in &self.0 {
            let (file, sheet) = (texts.get(*file)?, texts.get(*sheet)?);
            let end = first.checked_add(count.saturating_sub(1)).ok_or_else(|| FileFault::damaged("row"))?;
            if usize::try_from(*count).map_or(true, |count| count == 0 || count > records - places.len()) {
                return Err(FileFault::damaged("rows"));
            }
            places.extend((*first..=end).map(|row| Place { file: file.clone(), sheet: sheet.clone(), row }));
        }
        if places.len() == records { Ok(places) } else { Err(FileFault::damaged("rows")) }
    }
}

/// Yes or no for each record: by turns how many say no, and how many yes.
#[derive(Debug, Default, Serialize, Deserialize)]
#[serde(transparent)]
pub(super) struct Marks(Vec<u32>);

impl Marks {
    pub(super) fn new(marks: impl IntoIterator<Item = bool>) -> Self {
        let mut runs = vec![0];
        let mut current = false;
        for mark in marks {
            if mark != current {
                runs.push(0);
                current = mark;
            }
            if let Some(run) = runs.last_mut() {
                *run += 1;
            }
        }
        Self(runs)
    }

    /// The marks of so many records.
    pub(super) fn marks(&self, records: usize) -> Result<Vec<bool>, FileFault> {
        let mut marks = Vec::with_capacity(records);
        for (place, run) in self.0.iter().enumerate() {
            let run = usize::try_from(*run).unwrap_or(usize::MAX);
            if run > records - marks.len() {
                return Err(FileFault::damaged("marks"));
            }
            marks.extend(std::iter::repeat_n(place % 2 == 1, run));
        }
        if marks.len() == records { Ok(marks) } else { Err(FileFault::damaged("marks")) }
    }
}

/// A day, as the number of days since the first of January of the year 1, which is day 1.
#[derive(Debug, Clone, Copy, Serialize, Deserialize)]
#[serde(transparent)]
pub(super) struct Day(i32);

impl Day {
    pub(super) fn of(day: NaiveDate) -> Self {
        Self(day.num_days_from_ce())
    }

    pub(super) fn day(self) -> Result<NaiveDate, FileFault> {
        NaiveDate::from_num_days_from_ce_opt(self.0).ok_or_else(|| FileFault::damaged("day"))
    }
}

/// An exact amount, as text with all its decimals.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Amount(pub Decimal);

impl Serialize for Amount {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(&self.0)
    }
}

impl<'de> Deserialize<'de> for Amount {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_str(AmountVisitor)
    }
}

struct AmountVisitor;

impl Visitor<'_> for AmountVisitor {
    type Value = Amount;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an amount")
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<Amount, E> {
        Decimal::from_str_exact(text).map(Amount).map_err(|_| E::custom("not an amount"))
    }
}

/// Columns that must be equally long.
pub(super) fn same_length(first: usize, others: &[usize]) -> Result<usize, FileFault> {
    if others.iter().all(|other| *other == first) { Ok(first) } else { Err(FileFault::damaged("columns")) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_are_what_they_were() {
        for marks in [vec![], vec![true], vec![false], vec![true, true, false, true], vec![false, true, true]] {
            assert_eq!(Marks::new(marks.iter().copied()).marks(marks.len()), Ok(marks));
        }
    }

    #[test]
    fn runs_that_are_longer_than_the_records_take_no_memory() {
        assert!(Marks(vec![0, u32::MAX]).marks(3).is_err());
        assert!(Marks(vec![2]).marks(3).is_err());
        let texts = Texts::new(Words(vec![String::new()]));
        assert!(Places(vec![(0, 0, 1, u32::MAX)]).places(3, &texts).is_err());
        assert!(Places(vec![(0, 0, u32::MAX, 2)]).places(2, &texts).is_err());
        assert!(Places(vec![(0, 1, 1, 2)]).places(2, &texts).is_err());
        assert!(Places(vec![(0, 0, 1, 0)]).places(0, &texts).is_err());
    }
}
