//! A sheet as it was read: its rows that have something in them, kept small so that a million of them fit in memory.

use std::collections::HashMap;
use std::hash::BuildHasherDefault;
use std::sync::Arc;

use super::cell::{Cell, Serial};
use super::error::Damage;
use super::hashing::{Hashed, hash};

/// One sheet of a file.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Sheet {
    /// Its name; empty for a file that has no sheets.
    pub name: Arc<str>,
    /// Whether the program that wrote it does not show it.
    pub is_hidden: bool,
    /// Whether its dates are counted from 1904 on.
    pub from_1904: bool,
    /// Why the rest of it could not be read, where it could not.
    pub damage: Option<Damage>,
    /// The rows of single cells that could not be read, or not as they are written.
    pub odd_cells: Vec<u32>,
    /// Each row's number, and where its cells begin.
    rows: Vec<(u32, usize)>,
    cells: Vec<Kept>,
    /// All texts, one after the other; one that comes again is kept once.
    texts: String,
    known: Known,
    may_hold_errors: bool,
}

/// A row of a sheet that has something in it.
#[derive(Debug, Clone, Copy)]
pub struct Row<'a> {
    /// Counted from 1, as spreadsheet programs show it.
    pub number: u32,
    sheet: &'a Sheet,
    cells: &'a [Kept],
}

impl Sheet {
    /// A sheet without rows.
    pub fn new(name: &str, is_hidden: bool, from_1904: bool) -> Self {
        Self { name: name.into(), is_hidden, from_1904, ..Self::default() }
    }

    /// Adds a row below the others: the cells that have something in them, from left to right, each with its column.
    /// A row without any is not kept.
    pub fn push<'c>(&mut self, number: u32, cells: impl IntoIterator<Item = (u16, Cell<'c>)>) {
        let start = self.cells.len();
        let above = self.rows.last().map_or(start, |(_, above)| *above);
        for (column, cell) in cells {
            let (kind, bits) = match cell {
                Cell::Empty => continue,
                Cell::Text(text) => {
                    self.may_hold_errors |= text.starts_with('#');
                    let above = self.cells.get(above + self.cells.len() - start).filter(|it| it.column == column);
                    let same = above.filter(|it| it.kind == Kind::Text && self.text(it.bits) == text).map(|it| it.bits);
                    (Kind::Text, same.unwrap_or_else(|| self.keep_once(text)))
                }
                Cell::Error(text) => {
                    self.may_hold_errors = true;
                    (Kind::Error, self.keep_once(text))
                }
                Cell::Number(number) => (Kind::Number, number.to_bits()),
                Cell::Date(Serial { days, from_1904: false }) => (Kind::Date, days.to_bits()),
                Cell::Date(Serial { days, from_1904: true }) => (Kind::Date1904, days.to_bits()),
                Cell::Bool(yes) => (Kind::Bool, u64::from(yes)),
            };
            self.cells.push(Kept { bits, column, kind });
        }
        if self.cells.len() > start {
            self.rows.push((number, start));
        }
    }

    /// How many rows have something in them.
    pub fn len(&self) -> usize {
        self.rows.len()
    }

    /// Whether nothing stands on it.
    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    /// Whether a cell of it may hold an error such as `#N/A`, as one or as text.
    pub(super) fn may_hold_errors(&self) -> bool {
        self.may_hold_errors
    }

    /// The row at a place, counted from 0 over those that have something in them.
    pub fn row(&self, place: usize) -> Option<Row<'_>> {
        let (number, start) = *self.rows.get(place)?;
        let end = self.rows.get(place + 1).map_or(self.cells.len(), |(_, next)| *next);
        Some(Row { number, sheet: self, cells: self.cells.get(start..end)? })
    }

    /// The rows that have something in them, from top to bottom.
    pub fn rows(&self) -> impl DoubleEndedIterator<Item = Row<'_>> + ExactSizeIterator {
        (0..self.rows.len()).map(|place| self.row(place).unwrap_or(Row { number: 0, sheet: self, cells: &[] }))
    }

    /// Tells that no more rows come: what was only needed to add some is given back.
    pub fn end(&mut self) {
        self.known = Known::default();
        self.rows.shrink_to_fit();
        self.cells.shrink_to_fit();
        self.texts.shrink_to_fit();
    }

    /// Where a text stands; it is kept if it was not before.
    fn keep_once(&mut self, text: &str) -> u64 {
        let hash = hash(text);
        match self.known.0.get(&hash) {
            Some(bits) if self.text(*bits) == text => *bits,
            _ => {
                let bits = self.keep(text);
                if self.known.0.len() < MOST_KNOWN {
                    self.known.0.insert(hash, bits);
                }
                bits
            }
        }
    }

    /// Where a text now stands, as beginning and end.
    fn keep(&mut self, text: &str) -> u64 {
        let start = self.texts.len() as u64;
        self.texts.push_str(text);
        // Begin and length share the bits; a cell holds at most 32,767 letters and a sheet far less than a terabyte.
        start << LENGTH_BITS | (text.len() as u64 & LENGTH_MASK)
    }

    fn text(&self, bits: u64) -> &str {
        let (start, length) = (bits >> LENGTH_BITS, bits & LENGTH_MASK);
        let end = usize::try_from(start + length).unwrap_or(usize::MAX);
        usize::try_from(start).ok().and_then(|start| self.texts.get(start..end)).unwrap_or_default()
    }
}

impl<'a> Row<'a> {
    /// The cell in a column, counted from 0.
    pub fn cell(self, column: usize) -> Cell<'a> {
        // In most rows every column up to the last is filled.
        let at = match self.cells.get(column) {
            Some(kept) if usize::from(kept.column) == column => Some(column),
            _ => self.cells.binary_search_by_key(&column, |kept| usize::from(kept.column)).ok(),
        };
        at.and_then(|at| self.cells.get(at)).map_or(Cell::Empty, |kept| kept.show(self.sheet))
    }

    /// The cells that have something in them, each with its column.
    pub fn filled(self) -> impl DoubleEndedIterator<Item = (usize, Cell<'a>)> + ExactSizeIterator {
        self.cells.iter().map(move |kept| (usize::from(kept.column), kept.show(self.sheet)))
    }
}

/// Where texts stand, by their hash. Two sheets that hold the same are equal, whatever is known of their texts.
#[derive(Debug, Clone, Default)]
struct Known(HashMap<u64, u64, BuildHasherDefault<Hashed>>);

/// Where nearly each text is another one, knowing them all would cost more than it saves.
const MOST_KNOWN: usize = 250_000;

impl PartialEq for Known {
    fn eq(&self, _: &Self) -> bool {
        true
    }
}

/// A cell in sixteen bytes.
#[derive(Debug, Clone, Copy, PartialEq)]
struct Kept {
    bits: u64,
    column: u16,
    kind: Kind,
}

#[derive(Debug, Clone, Copy, PartialEq)]
enum Kind {
    Text,
    Error,
    Number,
    Date,
    Date1904,
    Bool,
}

/// As many bits of a text's place are its length; the others are its beginning.
const LENGTH_BITS: u32 = 24;
const LENGTH_MASK: u64 = (1 << LENGTH_BITS) - 1;

impl Kept {
    fn show(self, sheet: &Sheet) -> Cell<'_> {
        let number = f64::from_bits(self.bits);
        match self.kind {
            Kind::Text => Cell::Text(sheet.text(self.bits)),
            Kind::Error => Cell::Error(sheet.text(self.bits)),
            Kind::Number => Cell::Number(number),
            Kind::Date => Cell::Date(Serial { days: number, from_1904: false }),
            Kind::Date1904 => Cell::Date(Serial { days: number, from_1904: true }),
            Kind::Bool => Cell::Bool(self.bits != 0),
        }
    }
}
