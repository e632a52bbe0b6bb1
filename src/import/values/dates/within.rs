//! A date that stands in a cell beside a word or a score: `Aprobado 12/03/2016`, `12/03/2016 (720)`.

use super::super::super::cell::Cell;
use super::spelling::spelling;

/// What may be a date, and what stands beside it, each way in which the text of a cell can be parted.
pub(in crate::import) fn halves(text: &str) -> impl Iterator<Item = (&str, &str)> {
    let edge = |c: char| c.is_whitespace() || "(),:;-".contains(c);
    let halves = text.match_indices([' ', '(', ':', ',', '\n']).map(|(at, _)| text.split_at(at));
    halves
        .flat_map(|(a, b)| [(a, b), (b, a)])
        .map(move |(date, rest)| (date.trim_matches(edge), rest.trim_matches(edge)))
}

/// The date beside something else, where a cell holds both; else the cell.
pub(in crate::import) fn date_within(cell: Cell<'_>) -> Cell<'_> {
    /// Longer texts are notes.
    const LONGEST: usize = 40;
    let Cell::Text(text) = cell else { return cell };
    if text.len() > LONGEST || !text.contains(|c: char| c.is_ascii_digit()) || spelling(text).is_some() {
        return cell;
    }
    // A number alone may be the score.
    let is_date = |half: &&str| half.contains(|c: char| !c.is_ascii_digit()) && spelling(half).is_some();
    halves(text).map(|(date, _)| date).filter(is_date).max_by_key(|date| date.len()).map_or(cell, Cell::Text)
}
