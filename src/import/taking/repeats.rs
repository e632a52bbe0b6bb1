//! Sheets that repeat another of the same file.

use std::collections::HashMap;
use std::sync::Arc;

use super::super::cell::Cell;
use super::super::contents::Contents;
use super::super::understanding::{Layout, Shape, Understanding};
use super::super::watch::GoOn;
use super::memo::Key;

/// The name of the sheet on which all rows of a sheet stand as well, below the same headings: a larger one, or an equal one
/// further up. Of two rows that are the same, both must stand there.
pub(super) fn repeated(
    contents: &Contents,
    understanding: &Understanding,
    place: usize,
    go_on: GoOn<'_>,
) -> Option<Arc<str>> {
    let (own, count) = (only(understanding, place)?, contents.sheets.get(place)?.len());
    // A row or two may be the same by chance.
    if own.rows.len() < FEWEST_ROWS {
        return None;
    }
    let others = (0..contents.sheets.len()).filter(|other| *other != place);
    let is_greater = |other: usize, layout: &Layout| {
        layout.rows.len() > own.rows.len() || (layout.rows.len() == own.rows.len() && other < place)
    };
    let mut others = others.filter_map(|other| Some((other, only(understanding, other)?)));
    let (other, _) = others.find(|(other, layout)| {
        count > 0 && is_greater(*other, layout) && is_alike(own, layout) && holds(contents, layout, own, go_on)
    })?;
    contents.sheets.get(other).map(|sheet| sheet.name.clone())
}

const FEWEST_ROWS: usize = 3;

/// The table of a sheet that has but one.
fn only(understanding: &Understanding, place: usize) -> Option<&Layout> {
    let mut tables = understanding.tables.iter().filter(|table| table.sheet == place);
    tables.next().filter(|table| table.shape != Shape::Totals && tables.next().is_none())
}

/// Whether two tables have the same columns.
fn is_alike(one: &Layout, other: &Layout) -> bool {
    let columns = |layout: &Layout| -> Vec<_> {
        layout.columns.iter().map(|column| (column.index, column.heading.clone(), column.field)).collect()
    };
    let told = |layout: &Layout| (layout.kind, layout.person.clone(), layout.year, layout.months.clone());
    told(one) == told(other) && columns(one) == columns(other)
}

/// Whether a table holds all rows of another, each as often as that does.
fn holds(contents: &Contents, layout: &Layout, other: &Layout, go_on: GoOn<'_>) -> bool {
    let rows = |layout: &Layout| {
        let sheet = contents.sheets.get(layout.sheet);
        let places = layout.rows.clone();
        places.take_while(|_| go_on()).filter_map(move |place| sheet?.row(place)).map(|row| {
            let cells = row.filled();
            cells.map(|(at, cell): (usize, Cell<'_>)| (at, Key::from(cell))).collect::<Vec<_>>()
        })
    };
    let mut counts: HashMap<Vec<(usize, Key<'_>)>, usize> = HashMap::new();
    for row in rows(layout) {
        *counts.entry(row).or_default() += 1;
    }
    rows(other).all(|row| match counts.get_mut(&row) {
        Some(count) if *count > 0 => {
            *count -= 1;
            true
        }
        _ => false,
    })
}
