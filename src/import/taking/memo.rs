//! What texts of a table say, each made out once: the rows of an export say the same things again and again.

use std::cell::RefCell;
use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hash, Hasher};
use std::marker::PhantomData;

use super::super::cell::Cell;
use super::super::sheet::CellId;
use crate::hashing::QuickHasher;

/// What was made of each key met so far.
pub(super) struct Memo<K, T> {
    known: RefCell<HashMap<K, T, BuildHasherDefault<QuickHasher>>>,
}

impl<K: Eq + Hash, T: Clone> Memo<K, T> {
    /// Where each key is another one, keeping them all would cost more than it saves.
    const MOST: usize = 100_000;

    /// What was made of this key, or now is.
    pub fn get(&self, key: K, make: impl FnOnce() -> T) -> T {
        if let Some(known) = self.known.borrow().get(&key) {
            return known.clone();
        }
        let value = make();
        let mut known = self.known.borrow_mut();
        if known.len() < Self::MOST {
            known.insert(key, value.clone());
        }
        value
    }
}

impl<K, T> Default for Memo<K, T> {
    fn default() -> Self {
        Self { known: RefCell::default() }
    }
}

/// What was made of each cell's content met so far, by the cell's id.
pub(super) struct ByCell<T> {
    /// Of texts, by their number.
    of_texts: RefCell<Vec<Option<T>>>,
    of_others: Memo<CellId, T>,
}

impl<T: Clone> ByCell<T> {
    /// What was made of this content, or now is.
    pub fn get(&self, id: CellId, make: impl FnOnce() -> T) -> T {
        let Some(number) = id.text().filter(|number| *number < Memo::<CellId, T>::MOST) else {
            return self.of_others.get(id, make);
        };
        if let Some(Some(known)) = self.of_texts.borrow().get(number) {
            return known.clone();
        }
        let value = make();
        let mut known = self.of_texts.borrow_mut();
        if known.len() <= number {
            known.resize(number + 1, None);
        }
        if let Some(slot) = known.get_mut(number) {
            *slot = Some(value.clone());
        }
        value
    }
}

impl<T> Default for ByCell<T> {
    fn default() -> Self {
        Self { of_texts: RefCell::default(), of_others: Memo::default() }
    }
}

/// The same as an id, for a cell whose row is not at hand: equal ones hold the same. A sheet keeps a text that comes again once, so that the place of
/// a text tells what it says, without looking at it; of two places that say the same, each counts for itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Id<'a> {
    /// The text's address, or a small number that tells what else it is.
    at: usize,
    bits: u64,
    /// While the text is borrowed, nothing else stands at its address.
    text: PhantomData<&'a str>,
}

impl Hash for Id<'_> {
    fn hash<H: Hasher>(&self, hasher: &mut H) {
        // In a list of cells most are empty.
        if self.at != 0 {
            hasher.write_u64(self.bits.rotate_left(32) ^ self.at as u64);
        }
    }
}

impl<'a> From<Cell<'a>> for Id<'a> {
    fn from(cell: Cell<'a>) -> Self {
        let (at, bits) = match cell {
            Cell::Empty => (0, 0),
            Cell::Text(text) => (text.as_ptr().addr(), (text.len() as u64) << 1),
            Cell::Error(text) => (text.as_ptr().addr(), (text.len() as u64) << 1 | 1),
            Cell::Number(number) => (1, number.to_bits()),
            Cell::Date(serial) => (2 + usize::from(serial.from_1904), serial.days.to_bits()),
            Cell::Bool(yes) => (4, u64::from(yes)),
        };
        Self { at, bits, text: PhantomData }
    }
}

/// A cell as a key: cells with equal keys hold the same.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum Key<'a> {
    Empty,
    Text(&'a str),
    Number(u64),
    Date(u64, bool),
    Bool(bool),
    Error(&'a str),
}

impl<'a> From<Cell<'a>> for Key<'a> {
    fn from(cell: Cell<'a>) -> Self {
        match cell {
            Cell::Empty => Self::Empty,
            Cell::Text(text) => Self::Text(text),
            Cell::Number(number) => Self::Number(number.to_bits()),
            Cell::Date(serial) => Self::Date(serial.days.to_bits(), serial.from_1904),
            Cell::Bool(yes) => Self::Bool(yes),
            Cell::Error(text) => Self::Error(text),
        }
    }
}
