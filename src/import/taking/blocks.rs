//! Rows in blocks: the name stands only in the first row of each, as in merged cells and pivot tables.

use std::collections::HashSet;
use std::hash::BuildHasherDefault;

use super::super::cell::Cell;
use super::super::field::Field;
use super::super::sheet::Row;
use super::memo::Key;
use super::table::Table;
use super::totals::Label;
use crate::hashing::QuickHasher;
use crate::ledger::{Finding, FindingCode};

/// For each row of a table the row that names whom it is about.
pub(super) struct Blocks<'a> {
    /// The first row of each row's block; nothing where the table is not written in blocks.
    heads: Option<Vec<Row<'a>>>,
    first_filled: Option<Row<'a>>,
}

impl<'a> Blocks<'a> {
    /// Looks whether a table is written in blocks, as these fields tell. A wrong name is worse than none, so it must be
    /// plain: no name begins two blocks, at least two blocks have rows without a name right below the first, and not fewer
    /// have such rows than have none.
    pub fn find(table: &Table<'a>, fields: &[Field]) -> Self {
        let none = Self { heads: None, first_filled: None };
        let fields: Vec<Field> = fields.iter().copied().filter(|field| table.has(*field)).collect();
        if fields.is_empty() {
            return none;
        }
        let mut heads = Vec::with_capacity(table.len());
        let mut names: HashSet<Vec<Key<'a>>, BuildHasherDefault<QuickHasher>> = HashSet::default();
        let (mut head, mut last, mut first_filled) = (None, 0, None);
        let (mut blocks, mut filled_blocks, mut is_filled) = (0_usize, 0_usize, false);
        for row in table.rows() {
            let name: Vec<Key<'a>> = fields.iter().map(|field| table.cell(row, *field).into()).collect();
            if name.iter().any(|key| *key != Key::Empty) {
                if Label::of(row).is_some() {
                    head = None;
                } else if names.insert(name) {
                    (head, is_filled) = (Some(row), false);
                    blocks += 1;
                } else {
                    return none;
                }
            } else if row.number != last + 1 || Label::of(row).is_some() {
                head = None;
            } else if head.is_some() && !is_filled {
                first_filled = first_filled.or(Some(row));
                is_filled = true;
                filled_blocks += 1;
            }
            last = row.number;
            heads.push(head.unwrap_or(row));
        }
        let is_plain = filled_blocks >= 2 && filled_blocks * 2 >= blocks;
        if is_plain { Self { heads: Some(heads), first_filled } } else { none }
    }

    /// The row that names whom the row at a place, counted from 0, is about.
    pub fn head(&self, place: usize, row: Row<'a>) -> Row<'a> {
        self.heads.as_ref().and_then(|heads| heads.get(place)).copied().unwrap_or(row)
    }

    /// That names were filled down, with the first row to which that was done.
    pub fn finding(&self, table: &Table<'a>, fields: &[Field]) -> Option<Finding> {
        let row = self.first_filled?;
        let place = table.rows().position(|other| other.number == row.number)?;
        let head = self.head(place, row);
        let field = fields.iter().find(|field| table.cell(head, **field) != Cell::Empty)?;
        let finding = table.fault(row, FindingCode::FilledDown, &[*field]);
        Some(Finding { value: Some(table.words(head, *field)), ..finding })
    }
}
