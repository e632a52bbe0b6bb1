//! Rows that add up others: how they are called, and whether their figures are those of the rows that were read.

use std::collections::BTreeSet;

use rust_decimal::Decimal;

use super::super::cell::Cell;
use super::super::sheet::Row;
use super::super::understanding::Column;
use super::table::Table;
use crate::ledger::{Finding, FindingCode};
use crate::rulebook::fold;

/// What a row that adds up others calls itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Label {
    /// The total of all, or of what no word tells: `Total`, `Total general`, `Suma`.
    All,
    /// The total of a part: `Subtotal`, `Total Contoso`, `Contoso Total`.
    Part,
    /// No sum: `Media`.
    Mean,
}

impl Label {
    /// What the words of a row call it; nothing when they don't say that it adds up others.
    pub fn of(row: Row<'_>) -> Option<Self> {
        let texts = row.filled().filter_map(|(_, cell)| match cell {
            Cell::Text(text) => Some(fold(text)),
            _ => None,
        });
        // The word alone says it in any column; beside other words only at the beginning: a product may be called so.
        texts
            .enumerate()
            .find_map(|(place, words)| Self::of_words(&words).filter(|(_, alone)| place == 0 || *alone))
            .map(|(label, _)| label)
    }

    /// Whether some cell of a row says nothing else than that it adds up others.
    pub fn is_plain(row: Row<'_>) -> bool {
        row.filled().any(|(_, cell)| match cell {
            Cell::Text(text) => Self::of_words(&fold(text)).is_some_and(|(label, alone)| alone || label == Self::Mean),
            _ => false,
        })
    }

    /// What folded words call a row, and whether they say nothing else.
    fn of_words(words: &str) -> Option<(Self, bool)> {
        const SUMS: [&str; 9] =
            ["total", "totals", "totales", "suma", "sumas", "sum", "sums", "importe total", "suma total"];
        const PARTS: [&str; 5] = ["subtotal", "subtotals", "subtotales", "sub total", "subtot"];
        const MEANS: [&str; 7] = ["media", "medias", "promedio", "average", "averages", "mean", "valor medio"];
        /// Words that narrow a total down to nothing.
        const IDLE: [&str; 12] =
            ["general", "generales", "global", "gran", "grand", "overall", "final", "de", "of", "usd", "eur", "the"];
        if MEANS.contains(&words) {
            return Some((Self::Mean, true));
        }
        let begins =
            |name: &&&str| words.strip_prefix(**name).is_some_and(|rest| rest.is_empty() || rest.starts_with(' '));
        if let Some(part) = PARTS.iter().find(begins) {
            return Some((Self::Part, words == *part));
        }
        let is_idle = |word: &str| IDLE.contains(&word) || word.chars().all(|c| c.is_ascii_digit());
        let mut all = words.split(' ');
        let first = all.find(|word| !is_idle(word))?;
        let names_nothing = all.clone().all(|word| is_idle(word) || SUMS.contains(&word));
        match () {
            () if SUMS.contains(&first) && names_nothing => Some((Self::All, true)),
            () if SUMS.contains(&first) || words.ends_with(" total") => Some((Self::Part, false)),
            () => None,
        }
    }
}

/// The sums of a column of amounts, as they grow from row to row.
#[derive(Debug, Default)]
pub(super) struct Sums {
    all: Decimal,
    /// The sum of all above each row that added up others.
    before: BTreeSet<Decimal>,
    /// The sum of all above the last of them.
    before_last: Decimal,
    /// Whether a sum was too great to be kept.
    is_lost: bool,
}

impl Sums {
    /// Adds an amount that was read.
    pub fn add(&mut self, amount: Decimal) {
        match self.all.checked_add(amount) {
            Some(sum) => self.all = sum,
            None => self.is_lost = true,
        }
    }

    /// Compares with what a row says that the amounts above it make: since any such row before, or altogether. Where that
    /// differs, tells what was read.
    pub fn compare(&mut self, told: Decimal, label: Label) -> Option<Decimal> {
        let expected = match label {
            Label::All => self.all,
            Label::Part => self.all.checked_sub(self.before_last)?,
            Label::Mean => return None,
        };
        let fits = self.fits(told);
        self.before.insert(self.all);
        self.before_last = self.all;
        (!self.is_lost && !fits).then(|| expected.normalize())
    }

    /// Whether an amount is the sum of all above, or of all since a row that added up others.
    pub fn fits(&self, told: Decimal) -> bool {
        // Less than a cent is lost in rounding.
        let cent = Decimal::new(1, 2);
        let Some(start) = self.all.checked_sub(told) else { return false };
        let (Some(from), Some(to)) = (start.checked_sub(cent), start.checked_add(cent)) else { return false };
        let is_near = |before: &Decimal| from < *before && *before < to;
        is_near(&Decimal::ZERO) || self.before.range(from..to).any(is_near)
    }

    /// Whether nothing was added yet.
    pub fn is_zero(&self) -> bool {
        self.all.is_zero()
    }
}

/// The finding for a row that adds up others.
pub(super) fn total_row(table: &Table<'_>, row: Row<'_>) -> Finding {
    let value = row.filled().next().map(|(_, cell)| cell.to_string().into());
    Finding { value, ..table.about_row(row, FindingCode::TotalRow) }
}

/// The finding for a row that counts or plans what others hold.
pub(super) fn count_row(table: &Table<'_>, row: Row<'_>) -> Finding {
    Finding { code: FindingCode::CountRow, ..total_row(table, row) }
}

/// The finding for a total that is not what the rows above it make.
pub(super) fn total_differs(table: &Table<'_>, row: Row<'_>, column: &Column, read: Decimal) -> Finding {
    Finding { other: Some(read.to_string().into()), ..table.about_cell(row, FindingCode::TotalDiffers, column) }
}
