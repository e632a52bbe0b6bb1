//! The columns below some headings, before it is known what they are.

use std::cell::OnceCell;
use std::collections::HashSet;
use std::ops::Range;

use super::super::cell::Cell;
use super::super::choices::Choices;
use super::super::field::Field;
use super::super::sheet::{Row, Sheet};
use super::content::{self, Looks};
use super::headings::Heading;
use super::layout::letters;
use crate::ledger::SheetKind;

/// The columns below some headings.
pub(super) struct Draft<'a> {
    pub columns: Vec<DraftColumn<'a>>,
    pub from_1904: bool,
    rows: Vec<Row<'a>>,
}

/// A column, before it is known what it is.
pub(super) struct DraftColumn<'a> {
    pub index: usize,
    pub heading: Heading,
    /// The lowest of its heading's cells.
    pub cell: Cell<'a>,
    /// What the user chose it to be; more than one where a word means another field in each kind of table.
    chosen: Vec<Option<Field>>,
    looks: OnceCell<Looks>,
}

/// So many columns are looked at; no export has more.
const COLUMNS: usize = 400;

impl<'a> Draft<'a> {
    /// The columns below the headings in these rows; an empty range stands for rows without headings.
    pub fn new(sheet: &'a Sheet, headings: Range<usize>, choices: &Choices) -> Self {
        let mut rows = content::sample(sheet, headings.end);
        let heads: Vec<Row<'a>> = headings.filter_map(|place| sheet.row(place)).collect();
        // Headings that stand there again on the next page are none of the content.
        rows.retain(|row| !heads.iter().any(|head| is_same(*head, *row)));
        let filled = heads.iter().chain(&rows).flat_map(|row| row.filled().take(COLUMNS));
        let mut indices: Vec<usize> = filled.map(|(index, _)| index).collect();
        indices.sort_unstable();
        indices.dedup();
        indices.truncate(COLUMNS);
        let columns = indices.into_iter().map(|index| {
            let (heading, cell) = match heads.as_slice() {
                [upper, lower] => of_two_rows(*upper, *lower, index),
                heads => {
                    let cell = heads.first().map_or(Cell::Empty, |row| row.cell(index));
                    (Heading::new(&cell.words()), cell)
                }
            };
            let is_meant = |words: &str| match heading.words.as_str() {
                "" => letters(index).eq_ignore_ascii_case(words.trim()),
                _ => heading.is_called(words),
            };
            let chosen = choices.columns.iter().filter(|choice| is_meant(&choice.heading)).map(|choice| choice.field);
            DraftColumn { index, chosen: chosen.collect(), heading, cell, looks: OnceCell::new() }
        });
        Self { columns: columns.collect(), from_1904: sheet.from_1904, rows }
    }

    /// What a column holds looks like.
    pub fn looks(&self, at: usize) -> Looks {
        let Some(column) = self.columns.get(at) else { return Looks::default() };
        *column.looks.get_or_init(|| Looks::of(&self.rows, column.index))
    }

    /// How many headings are one of these names.
    pub fn count_called(&self, names: &HashSet<String>) -> usize {
        self.columns.iter().filter(|column| column.heading.is_in(names)).count()
    }
}

impl DraftColumn<'_> {
    /// Whether the user chose what it is, or that it is nothing that matters.
    pub fn is_chosen(&self) -> bool {
        !self.chosen.is_empty()
    }

    /// What the user chose it to be in a table of a kind.
    pub fn chosen(&self, kind: SheetKind) -> Option<Field> {
        self.chosen.iter().flatten().find_map(|field| field.in_kind(kind))
    }
}

/// Whether two rows hold the same; of many cells one may differ.
pub(super) fn is_same(one: Row<'_>, other: Row<'_>) -> bool {
    let count = one.filled().len();
    if other.filled().len().abs_diff(count) > 1 {
        return false;
    }
    let mut unlike = one.filled().filter(|(index, cell)| other.cell(*index) != *cell);
    unlike.next().is_none() || (count > 3 && unlike.next().is_none())
}

/// A heading of two rows, and the lowest of its cells. A cell of the upper row may stand over several of the lower.
fn of_two_rows<'a>(upper: Row<'a>, lower: Row<'a>, index: usize) -> (Heading, Cell<'a>) {
    let cell = lower.cell(index);
    if cell.is_empty() {
        let cell = upper.cell(index);
        return (Heading::new(&cell.words()), cell);
    }
    let above = upper.filled().rev().find(|(at, _)| *at <= index).map(|(_, cell)| cell.words()).unwrap_or_default();
    (Heading::of_two(&above, &cell.words()), cell)
}
