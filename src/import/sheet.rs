//! A sheet as it was read: its rows that have something in them, kept small so that a million of them fit in memory.

use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hash, Hasher};
use std::sync::Arc;

use super::cell::{Cell, Serial};
use super::error::Damage;
use super::reading::Event;
use crate::hashing::{Hashed, hash};

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
    rows: Vec<(u32, u32)>,
    cells: Vec<Kept>,
    /// All texts, one after the other; one that comes again is kept once.
    texts: String,
    /// Where each text ends; the next begins there. A text's number is its place here.
    ends: Vec<usize>,
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
        self.add(number, cells.into_iter().map(|(column, cell)| (column, cell, Event::UNNUMBERED)));
    }

    /// The same for a row whose texts have numbers: one that comes again is known by its own.
    pub(super) fn push_numbered(&mut self, number: u32, cells: &[(u16, Cell<'_>)], texts: &[u32]) {
        let texts = texts.iter().copied().chain(std::iter::repeat(Event::UNNUMBERED));
        self.add(number, cells.iter().zip(texts).map(|((column, cell), text)| (*column, *cell, text)));
    }

    fn add<'c>(&mut self, number: u32, cells: impl Iterator<Item = (u16, Cell<'c>, u32)>) {
        let start = self.cells.len();
        let Ok(start_kept) = u32::try_from(start) else {
            self.damage = Some(Damage::TooManyCells);
            return;
        };
        for (column, cell, text_number) in cells {
            let (kind, bits) = match cell {
                Cell::Empty => continue,
                Cell::Text(text) => (Kind::Text, self.keep_numbered(text, text_number)),
                Cell::Error(text) => {
                    self.may_hold_errors = true;
                    (Kind::Error, self.keep_once(text))
                }
                Cell::Number(number) => (Kind::Number, number.to_bits()),
                Cell::Date(Serial { days, from_1904: false }) => (Kind::Date, days.to_bits()),
                Cell::Date(Serial { days, from_1904: true }) => (Kind::Date1904, days.to_bits()),
                Cell::Bool(yes) => (Kind::Bool, u64::from(yes)),
            };
            self.cells.push(Kept { bits: halves(bits), column, kind });
        }
        if self.cells.len() > start {
            self.rows.push((number, start_kept));
        }
    }

    /// About how much memory it takes, in bytes.
    pub(super) fn weight(&self) -> usize {
        size_of::<Self>()
            + self.rows.len() * size_of::<(u32, usize)>()
            + self.cells.len() * size_of::<Kept>()
            + self.texts.len()
            + self.odd_cells.len() * size_of::<u32>()
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
        let end = self.rows.get(place + 1).map_or(self.cells.len(), |(_, next)| *next as usize);
        Some(Row { number, sheet: self, cells: self.cells.get(start as usize..end)? })
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
        self.ends.shrink_to_fit();
    }

    /// The same as [`Self::keep_once`] for a text that those who read the file gave a number, which is not the sheet's own.
    fn keep_numbered(&mut self, text: &str, number: u32) -> u64 {
        let place = number as usize;
        if let Some(own) = self.known.by_number.get(place) {
            return *own;
        }
        let own = self.keep_once(text);
        if place == self.known.by_number.len() {
            self.known.by_number.push(own);
        }
        own
    }

    /// The number of a text; it is kept if it was not before.
    fn keep_once(&mut self, text: &str) -> u64 {
        let hash = hash(text);
        match self.known.by_hash.get(&hash) {
            Some(number) if self.text(*number) == text => *number,
            _ => {
                let number = self.ends.len() as u64;
                self.may_hold_errors |= text.starts_with('#');
                self.texts.push_str(text);
                self.ends.push(self.texts.len());
                if self.known.by_hash.len() < MOST_KNOWN {
                    self.known.by_hash.insert(hash, number);
                }
                number
            }
        }
    }

    fn text(&self, number: u64) -> &str {
        let place = usize::try_from(number).unwrap_or(usize::MAX);
        let start = place.checked_sub(1).and_then(|before| self.ends.get(before)).copied().unwrap_or_default();
        self.ends.get(place).and_then(|end| self.texts.get(start..*end)).unwrap_or_default()
    }
}

impl<'a> Row<'a> {
    /// The cell in a column, counted from 0.
    pub fn cell(self, column: usize) -> Cell<'a> {
        self.kept(column).map_or(Cell::Empty, |kept| kept.show(self.sheet))
    }

    /// What tells the content of the cell in a column from others, without looking at its text.
    pub(super) fn id(self, column: usize) -> CellId {
        self.kept(column).map_or(CellId::EMPTY, |kept| CellId { kind: Some(kept.kind), bits: whole(kept.bits) })
    }

    /// The cells that have something in them, each with its column.
    pub fn filled(self) -> impl DoubleEndedIterator<Item = (usize, Cell<'a>)> + ExactSizeIterator {
        self.cells.iter().map(move |kept| (usize::from(kept.column), kept.show(self.sheet)))
    }

    fn kept(self, column: usize) -> Option<Kept> {
        // In most rows every column up to the last is filled.
        match self.cells.get(column) {
            Some(kept) if usize::from(kept.column) == column => Some(*kept),
            _ => {
                let at = self.cells.binary_search_by_key(&column, |kept| usize::from(kept.column)).ok()?;
                self.cells.get(at).copied()
            }
        }
    }
}

/// Which content a cell has: cells of one sheet with equal ids hold the same. Of two ids each counts for itself, even where
/// they say the same.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct CellId {
    /// Nothing where the cell is empty.
    kind: Option<Kind>,
    bits: u64,
}

impl CellId {
    /// That of a cell with nothing in it.
    pub const EMPTY: Self = Self { kind: None, bits: 0 };

    /// The number of its text, where it has one: they are counted from 0 in each sheet.
    pub fn text(self) -> Option<usize> {
        if self.kind == Some(Kind::Text) { usize::try_from(self.bits).ok() } else { None }
    }
}

impl Hash for CellId {
    fn hash<H: Hasher>(&self, hasher: &mut H) {
        // In a list of cells most are empty.
        if let Some(kind) = self.kind {
            hasher.write_u64(self.bits ^ (kind as u64) << 60);
        }
    }
}

/// The numbers of texts. Two sheets that hold the same are equal, whatever is known of their texts.
#[derive(Debug, Clone, Default)]
struct Known {
    by_hash: HashMap<u64, u64, BuildHasherDefault<Hashed>>,
    /// By the numbers that those have who read the file.
    by_number: Vec<u64>,
}

/// Where nearly each text is another one, knowing them all would cost more than it saves.
const MOST_KNOWN: usize = 250_000;

impl PartialEq for Known {
    fn eq(&self, _: &Self) -> bool {
        true
    }
}

/// A cell in twelve bytes.
#[derive(Debug, Clone, Copy, PartialEq)]
struct Kept {
    bits: [u32; 2],
    column: u16,
    kind: Kind,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Text,
    Error,
    Number,
    Date,
    Date1904,
    Bool,
}

#[expect(clippy::cast_possible_truncation, reason = "each half is kept")]
fn halves(bits: u64) -> [u32; 2] {
    [bits as u32, (bits >> 32) as u32]
}

fn whole([low, high]: [u32; 2]) -> u64 {
    u64::from(low) | u64::from(high) << 32
}

impl Kept {
    fn show(self, sheet: &Sheet) -> Cell<'_> {
        let bits = whole(self.bits);
        let number = f64::from_bits(bits);
        match self.kind {
            Kind::Text => Cell::Text(sheet.text(bits)),
            Kind::Error => Cell::Error(sheet.text(bits)),
            Kind::Number => Cell::Number(number),
            Kind::Date => Cell::Date(Serial { days: number, from_1904: false }),
            Kind::Date1904 => Cell::Date(Serial { days: number, from_1904: true }),
            Kind::Bool => Cell::Bool(bits != 0),
        }
    }
}
