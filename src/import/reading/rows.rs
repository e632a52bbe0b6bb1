//! Gathers the cells of a sheet into rows and tells each row once it is whole.

use std::collections::HashMap;
use std::hash::BuildHasherDefault;
use std::ops::{ControlFlow, Range};

use super::super::cell::Cell;
use super::super::error::Damage;
use super::{Event, Tell};
use crate::hashing::QuickHasher;

/// No sheet has more columns.
pub(super) const COLUMNS: u32 = 16_384;
/// So many cells may come before the listener hears that the reading goes on.
const CELLS_BETWEEN_SIGNS: u32 = 4096;
/// Cells that only stand for repetitions of others; more of them come from damage.
const REPEATED_CELLS: u64 = 20_000_000;

/// Where nearly each text is another one, numbering them all would cost more than it saves.
const MOST_NUMBERED: usize = 250_000;

/// The rows of one sheet, as they come.
pub(super) struct Rows<'t, 'f, 's> {
    tell: &'t mut Tell<'f>,
    /// Whether the listener still wants to hear.
    pub flow: ControlFlow<()>,
    row: u32,
    /// The row's cells; those whose text was copied have none yet.
    cells: Vec<(u16, Cell<'s>)>,
    copied: Vec<Copied>,
    /// The numbers of the cells' texts.
    numbers: Vec<u32>,
    /// The numbers of the texts that last as long as the sheet is read, by address and length; nothing for one that has
    /// spaces around it.
    known: HashMap<u64, Option<u32>, BuildHasherDefault<QuickHasher>>,
    /// How many texts have numbers.
    numbered: u32,
    texts: String,
    /// The last row's list of cells, kept for its memory.
    spare: Vec<(u16, Cell<'static>)>,
    since_sign: u32,
    repeated: u64,
}

/// Where a cell's text stands among the row's texts.
struct Copied {
    cell: usize,
    text: Range<usize>,
}

impl<'t, 'f, 's> Rows<'t, 'f, 's> {
    /// Tells that a sheet begins.
    pub fn begin(name: &str, is_hidden: bool, from_1904: bool, tell: &'t mut Tell<'f>) -> Self {
        let flow = tell(Event::Sheet { name, is_hidden, from_1904 });
        Self {
            tell,
            flow,
            row: 0,
            cells: Vec::new(),
            copied: Vec::new(),
            numbers: Vec::new(),
            known: HashMap::default(),
            numbered: 0,
            texts: String::new(),
            spare: Vec::new(),
            since_sign: 0,
            repeated: 0,
        }
    }

    /// Adds a cell; row and column are counted from 0.
    pub fn push(&mut self, row: u32, column: u32, cell: Cell<'_>) {
        let Some(column) = self.go_to(row, column) else { return };
        let cell = match cell {
            Cell::Empty => return,
            Cell::Text(text) => self.copy(text, Cell::Text("")),
            Cell::Error(text) => self.copy(text, Cell::Error("")),
            Cell::Number(number) => Cell::Number(number),
            Cell::Date(serial) => Cell::Date(serial),
            Cell::Bool(yes) => Cell::Bool(yes),
        };
        self.cells.push((column, cell));
        self.numbers.push(Event::UNNUMBERED);
    }

    /// The same for a text that lasts as long as the sheet is read, and need not be copied until the row is whole.
    pub fn push_lasting(&mut self, row: u32, column: u32, text: &'s str) {
        let Some(column) = self.go_to(row, column) else { return };
        let known = key(text).and_then(|key| self.known.get(&key).copied().flatten());
        let (cell, number) = match known {
            Some(number) => (Cell::Text(text), number),
            None => (Cell::text(text), self.number(text)),
        };
        if !cell.is_empty() {
            self.cells.push((column, cell));
            self.numbers.push(number);
        }
    }

    /// Gives a text a number, where it can have one.
    fn number(&mut self, text: &str) -> u32 {
        let Some(key) = key(text).filter(|_| self.known.len() < MOST_NUMBERED) else { return Event::UNNUMBERED };
        if text.is_empty() || text.trim().len() < text.len() {
            self.known.insert(key, None);
            return Event::UNNUMBERED;
        }
        let number = self.numbered;
        self.numbered += 1;
        self.known.insert(key, Some(number));
        number
    }

    /// Goes on to a cell, and gives its column; nothing where no sheet has such a column.
    fn go_to(&mut self, row: u32, column: u32) -> Option<u16> {
        if row != self.row {
            self.finish_row();
            self.row = row;
        }
        self.since_sign += 1;
        if self.since_sign > CELLS_BETWEEN_SIGNS {
            self.sign();
        }
        u16::try_from(column).ok().filter(|column| u32::from(*column) < COLUMNS)
    }

    /// Counts cells that only stand for repetitions of others.
    ///
    /// # Errors
    /// When there are more of them than any sheet has.
    pub fn repeat(&mut self, cells: u64) -> Result<(), Damage> {
        self.repeated += cells;
        if self.repeated > REPEATED_CELLS {
            self.clear();
            return Err(Damage::TooManyCells);
        }
        Ok(())
    }

    /// Tells the row that was gathered, and the same again in the rows below, so many times in all.
    ///
    /// # Errors
    /// When that makes more cells than any sheet has.
    pub fn end_row(&mut self, times: u32) -> Result<(), Damage> {
        self.repeat(u64::from(times.saturating_sub(1)) * self.cells.len() as u64)?;
        for _ in 0..times {
            self.tell_row();
            self.row = self.row.saturating_add(1);
        }
        self.clear();
        Ok(())
    }

    /// Tells that a cell can't be read whose place is not known; it comes after those before.
    pub fn odd_cell(&mut self) {
        if self.flow.is_continue() {
            self.flow = (self.tell)(Event::OddCell { row: self.row.saturating_add(1) });
        }
    }

    /// Tells that the reading goes on.
    pub fn sign(&mut self) {
        self.since_sign = 0;
        if self.flow.is_continue() {
            self.flow = (self.tell)(Event::Alive);
        }
    }

    /// Tells the last row, and what kept the rest from being read.
    pub fn end(mut self, read: Result<(), Damage>) -> ControlFlow<()> {
        self.finish_row();
        self.flow?;
        match read {
            Ok(()) => ControlFlow::Continue(()),
            Err(damage) => (self.tell)(Event::Damage(&damage)),
        }
    }

    fn copy(&mut self, text: &str, cell: Cell<'s>) -> Cell<'s> {
        let start = self.texts.len();
        self.texts.push_str(text);
        self.copied.push(Copied { cell: self.cells.len(), text: start..self.texts.len() });
        cell
    }

    fn finish_row(&mut self) {
        self.tell_row();
        self.clear();
    }

    fn clear(&mut self) {
        self.cells.clear();
        self.copied.clear();
        self.numbers.clear();
        self.texts.clear();
    }

    fn tell_row(&mut self) {
        if self.cells.is_empty() || self.flow.is_break() {
            return;
        }
        self.since_sign = 0;
        let number = self.row.saturating_add(1);
        let is_sorted = self.cells.is_sorted_by(|(left, _), (right, _)| left < right);
        if is_sorted && self.copied.is_empty() {
            self.flow = (self.tell)(Event::Row { number, cells: &self.cells, texts: &self.numbers });
            return;
        }
        let mut cells: Vec<(u16, Cell<'_>)> = recycled(std::mem::take(&mut self.spare));
        cells.extend(self.cells.iter().copied());
        for Copied { cell, text } in &self.copied {
            let text = self.texts.get(text.clone()).unwrap_or_default();
            if let Some((_, cell)) = cells.get_mut(*cell) {
                *cell = if matches!(cell, Cell::Error(_)) { Cell::Error(text) } else { Cell::Text(text) };
            }
        }
        let mut texts = self.numbers.as_slice();
        // Cells out of order are against every format's rules, but some programs write them.
        if !is_sorted {
            texts = &[];
            cells.sort_by_key(|(column, _)| *column);
            cells.dedup_by_key(|(column, _)| *column);
        }
        self.flow = (self.tell)(Event::Row { number, cells: &cells, texts });
        self.spare = recycled(cells);
    }
}

/// What tells a text that lasts from others: its address and length, where both fit.
fn key(text: &str) -> Option<u64> {
    let (address, length) = (text.as_ptr().addr() as u64, text.len() as u64);
    (address < 1 << 48 && length < 1 << 16).then_some(address << 16 | length)
}

/// An empty list in the memory of another. Collecting what is filtered out of a list uses its memory again.
#[expect(clippy::unnecessary_filter_map, reason = "the kind of list changes with what its cells borrow from")]
pub(in crate::import) fn recycled<'b>(cells: Vec<(u16, Cell<'_>)>) -> Vec<(u16, Cell<'b>)> {
    cells.into_iter().filter_map(|_| None).collect()
}
