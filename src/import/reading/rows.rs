//! Gathers the cells of a sheet into rows and tells each row once it is whole.

use std::ops::ControlFlow;

use super::super::cell::Cell;
use super::super::error::Damage;
use super::{Event, Tell};

/// No sheet has more columns.
pub(super) const COLUMNS: u32 = 16_384;
/// So many cells may come before the listener hears that the reading goes on.
const CELLS_BETWEEN_SIGNS: u32 = 4096;
/// Cells that only stand for repetitions of others; more of them come from damage.
const REPEATED_CELLS: u64 = 20_000_000;

/// The rows of one sheet, as they come.
pub(super) struct Rows<'t, 'f, 's> {
    tell: &'t mut Tell<'f>,
    /// Whether the listener still wants to hear.
    pub flow: ControlFlow<()>,
    row: u32,
    cells: Vec<(u16, Held<'s>)>,
    texts: String,
    /// The last row's list of cells, kept for its memory.
    spare: Vec<(u16, Cell<'static>)>,
    since_sign: u32,
    repeated: u64,
}

/// A cell whose text stands among the row's texts.
enum Held<'s> {
    Text(usize, usize),
    Error(usize, usize),
    /// One whose text, if it has any, lasts as long as the sheet is read.
    Other(Cell<'s>),
}

impl<'t, 'f, 's> Rows<'t, 'f, 's> {
    /// Tells that a sheet begins.
    pub fn begin(name: &str, is_hidden: bool, from_1904: bool, tell: &'t mut Tell<'f>) -> Self {
        let flow = tell(Event::Sheet { name, is_hidden, from_1904 });
        let (cells, texts, spare) = (Vec::new(), String::new(), Vec::new());
        Self { tell, flow, row: 0, cells, texts, spare, since_sign: 0, repeated: 0 }
    }

    /// Adds a cell; row and column are counted from 0.
    pub fn push(&mut self, row: u32, column: u32, cell: Cell<'_>) {
        let Some(column) = self.go_to(row, column) else { return };
        let held = match cell {
            Cell::Empty => return,
            Cell::Text(text) => self.keep(text, Held::Text),
            Cell::Error(text) => self.keep(text, Held::Error),
            Cell::Number(number) => Held::Other(Cell::Number(number)),
            Cell::Date(serial) => Held::Other(Cell::Date(serial)),
            Cell::Bool(yes) => Held::Other(Cell::Bool(yes)),
        };
        self.cells.push((column, held));
    }

    /// The same for a cell whose text lasts as long as the sheet is read, and need not be kept until the row is whole.
    pub fn push_lasting(&mut self, row: u32, column: u32, cell: Cell<'s>) {
        if let Some(column) = self.go_to(row, column).filter(|_| !cell.is_empty()) {
            self.cells.push((column, Held::Other(cell)));
        }
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

    /// Tells the row that was gathered, and the same again in the rows below, so many times in all.
    ///
    /// # Errors
    /// When that makes more cells than any sheet has.
    pub fn end_row(&mut self, times: u32) -> Result<(), Damage> {
        self.repeated += u64::from(times.saturating_sub(1)) * self.cells.len() as u64;
        if self.repeated > REPEATED_CELLS {
            self.cells.clear();
            return Err(Damage::TooManyCells);
        }
        for _ in 0..times {
            self.tell_row();
            self.row = self.row.saturating_add(1);
        }
        self.cells.clear();
        self.texts.clear();
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

    fn keep(&mut self, text: &str, held: impl FnOnce(usize, usize) -> Held<'s>) -> Held<'s> {
        let start = self.texts.len();
        self.texts.push_str(text);
        held(start, self.texts.len())
    }

    fn finish_row(&mut self) {
        self.tell_row();
        self.cells.clear();
        self.texts.clear();
    }

    fn tell_row(&mut self) {
        if self.cells.is_empty() || self.flow.is_break() {
            return;
        }
        self.since_sign = 0;
        // Cells out of order are against every format's rules, but some programs write them.
        if !self.cells.is_sorted_by(|(left, _), (right, _)| left < right) {
            self.cells.sort_by_key(|(column, _)| *column);
            self.cells.dedup_by_key(|(column, _)| *column);
        }
        let texts = self.texts.as_str();
        let text = |start: usize, end: usize| texts.get(start..end).unwrap_or_default();
        let mut cells: Vec<(u16, Cell<'_>)> = recycled(std::mem::take(&mut self.spare));
        cells.extend(self.cells.iter().map(|(column, held)| match held {
            Held::Text(start, end) => (*column, Cell::Text(text(*start, *end))),
            Held::Error(start, end) => (*column, Cell::Error(text(*start, *end))),
            Held::Other(cell) => (*column, *cell),
        }));
        self.flow = (self.tell)(Event::Row { number: self.row.saturating_add(1), cells: &cells });
        self.spare = recycled(cells);
    }
}

/// An empty list in the memory of another. Collecting what is filtered out of a list uses its memory again.
#[expect(clippy::unnecessary_filter_map, reason = "the kind of list changes with what its cells borrow from")]
pub(super) fn recycled<'b>(cells: Vec<(u16, Cell<'_>)>) -> Vec<(u16, Cell<'b>)> {
    cells.into_iter().filter_map(|_| None).collect()
}
