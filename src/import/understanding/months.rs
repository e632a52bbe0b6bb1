//! Months that stand over columns.

use chrono::{Datelike, Days, NaiveDate};

use super::super::cell::Cell;
use super::super::values::dates::When;
use super::evidence::{self, Dates};
use super::headings::{Heading, Meaning};
use crate::ledger::SheetKind;
use crate::rulebook::fold;

/// A month that a heading names.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct NamedMonth {
    /// From 1 to 12.
    pub month: u32,
    /// Its year, where the heading names that too.
    pub year: Option<i32>,
}

/// The month that a column's heading names: `Ene-17`, `2017-01`, `January`, `Ventas enero 2017`.
pub(super) fn named(heading: &Heading, cell: Cell<'_>, reader: &Dates) -> Option<NamedMonth> {
    if heading.is_trailing() {
        return None;
    }
    if !matches!(cell, Cell::Text(_)) && heading.words == heading.lower {
        return reader.read(cell).and_then(in_month);
    }
    // Months of a budget, or of units sold, are no amounts.
    let upper = heading.words.strip_suffix(&heading.lower).unwrap_or_default();
    if Heading::new(upper).meaning(SheetKind::Sales) == Meaning::Other {
        return None;
    }
    if !matches!(cell, Cell::Text(_)) {
        return reader.read(cell).and_then(in_month);
    }
    // A slash or a dash may part the numbers of a whole date, so that the words as they stand come first.
    let rest: Vec<String> =
        fold(&heading.words).split(' ').filter(|word| !IDLE.contains(word)).map(str::to_owned).collect();
    let rest = rest.join(" ");
    [heading.words.as_str(), rest.as_str()].into_iter().find_map(|words| match evidence::month_named(words) {
        Some(month) => Some(NamedMonth { month, year: None }),
        None if words.contains(char::is_alphabetic) || words.contains(['-', '/', '.']) || words.len() == 6 => {
            reader.read(Cell::Text(words)).and_then(in_month)
        }
        None => None,
    })
}

/// The first day of each month, where the headings or these years tell the year of each.
pub(super) fn dated(
    months: &[(usize, NamedMonth)],
    years: &[i32],
    chosen: Option<i32>,
) -> Option<Vec<(usize, NaiveDate)>> {
    let bare: Vec<u32> = months.iter().filter(|(_, it)| it.year.is_none()).map(|(_, it)| it.month).collect();
    let turns = bare.windows(2).any(|pair| matches!(pair, [one, next] if next <= one));
    let first_year = match (chosen, years) {
        (Some(year), _) => Some(year),
        _ if bare.is_empty() => Some(0),
        (None, [year]) if !turns => Some(*year),
        // "Ventas 2016-2017", from July to June.
        (None, [first, second]) if turns && *second == first + 1 => Some(*first),
        _ => None,
    }?;
    let (mut year, mut before) = (first_year, 0);
    let mut dated: Vec<(usize, NaiveDate)> = Vec::new();
    for (index, named) in months {
        if named.year.is_none() {
            year += i32::from(named.month <= before);
            before = named.month;
        }
        let first = NaiveDate::from_ymd_opt(named.year.unwrap_or(year), named.month, 1)?;
        if dated.iter().all(|(_, other)| *other != first) {
            dated.push((*index, first));
        }
    }
    Some(dated)
}

fn in_month(when: When) -> Option<NamedMonth> {
    let day = match when {
        When::Month(first) => first,
        When::Day(day) => day,
    };
    // A month written as a day is written as its first or its last.
    let is_whole = matches!(when, When::Month(_))
        || day.day() == 1
        || day.checked_add_days(Days::new(1)).is_some_and(|next| next.day() == 1);
    is_whole.then(|| NamedMonth { month: day.month(), year: Some(day.year()) })
}

/// Words that stand beside a month and don't change which it is.
const IDLE: [&str; 26] = [
    "ventas",
    "venta",
    "sales",
    "revenue",
    "importe",
    "importes",
    "ingresos",
    "facturacion",
    "facturado",
    "amount",
    "net",
    "neto",
    "month",
    "mes",
    "usd",
    "eur",
    "euros",
    "in",
    "en",
    "billed",
    "total",
    "acumulado",
    "ytd",
    "real",
    "actual",
    "fy",
];
