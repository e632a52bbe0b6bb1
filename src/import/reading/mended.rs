//! An xls workbook without what keeps calamine from reading it: errors that it does not know.
//!
//! Also tells whether it can be read at all: calamine reserves memory for the whole rectangle up to the farthest cell. In a
//! damaged file that cell may be so far away that no memory suffices, and a program that gets no memory ends at once. The
//! records are those of MS-XLS.

use std::borrow::Cow;
use std::ops::Range;

use super::super::ImportFault;
use super::super::error::Damage;
use super::compound::{Compound, u16_at, u32_at};

/// The sheets of an xls workbook have this many columns.
const COLUMNS: u16 = 256;
/// And this many rows.
const ROWS: u32 = 65_536;

const FORMULA: u16 = 0x0006;
pub(super) const FILE_PASS: u16 = 0x002F;
pub(super) const BOUND_SHEET: u16 = 0x0085;
const DIMENSIONS: u16 = 0x0200;
const MANY_NUMBERS: u16 = 0x00BD;
const BOOL_OR_ERROR: u16 = 0x0205;
/// The records that hold one cell, whose row and column come first.
const ONE_CELL: [u16; 8] = [FORMULA, 0x00D6, 0x00FD, 0x0203, 0x0204, BOOL_OR_ERROR, 0x027E, 0x0201];
/// The errors that calamine knows.
const KNOWN_ERRORS: [u8; 8] = [0x00, 0x07, 0x0F, 0x17, 0x1D, 0x24, 0x2A, 0x2B];
/// What stands for the others: `#VALUE!`.
const SOME_ERROR: u8 = 0x0F;

/// The workbook as calamine can read it.
///
/// # Errors
/// When it is protected by a password, or damaged.
pub(super) fn mended(bytes: &[u8]) -> Result<Cow<'_, [u8]>, ImportFault> {
    let file = Compound::open(bytes).ok_or(Damage::CutShort)?;
    let name = if file.has("Workbook") { "Workbook" } else { "Book" };
    let mut stream = file.stream(name).ok_or(Damage::CutShort)?;
    if is_protected(&stream) {
        return Err(ImportFault::Protected);
    }
    let mut faulty = Vec::new();
    for sheet in sheets(&stream) {
        for (kind, place) in records(&stream, sheet) {
            let data = stream.get(place.clone()).unwrap_or_default();
            if !is_within(kind, data) {
                return Err(Damage::broken("cells beyond the last row or column").into());
            }
            faulty.extend(faulty_error(kind, data).map(|at| place.start + at));
        }
    }
    if faulty.is_empty() {
        return Ok(bytes.into());
    }
    for at in faulty {
        if let Some(error) = stream.get_mut(at) {
            *error = SOME_ERROR;
        }
    }
    Ok(file.with_stream(name, &stream).map_or(Cow::Borrowed(bytes), Cow::Owned))
}

/// Whether a password is needed for the records of a workbook.
pub(super) fn is_protected(stream: &[u8]) -> bool {
    records(stream, 0).any(|(kind, _)| kind == FILE_PASS)
}

/// Where the sheets begin.
fn sheets(stream: &[u8]) -> Vec<usize> {
    let sheets = records(stream, 0).filter(|(kind, _)| *kind == BOUND_SHEET);
    sheets.filter_map(|(_, place)| Some(u32_at(stream, place.start)? as usize)).collect()
}

/// Where in a record an error stands that calamine does not know.
fn faulty_error(kind: u16, data: &[u8]) -> Option<usize> {
    let at = match (kind, data) {
        (BOOL_OR_ERROR, [_, _, _, _, _, _, _, 1, ..]) => 6,
        // A formula whose value is an error.
        (FORMULA, [_, _, _, _, _, _, 2, _, _, _, _, _, 0xFF, 0xFF, ..]) => 8,
        _ => return None,
    };
    data.get(at).filter(|error| !KNOWN_ERRORS.contains(error)).map(|_| at)
}

/// Whether the cells that a record names can be there.
fn is_within(kind: u16, data: &[u8]) -> bool {
    let column = |at| u16_at(data, at).is_none_or(|column| column < COLUMNS);
    let area = |first_row: Option<u32>, rows: Option<u32>, columns: Option<u16>| {
        first_row <= rows && rows <= Some(ROWS) && columns <= Some(COLUMNS)
    };
    let short = |at| u16_at(data, at).map(u32::from);
    match kind {
        MANY_NUMBERS => column(2) && column(data.len().saturating_sub(2)),
        // Older workbooks write the rows with two bytes, newer ones with four.
        DIMENSIONS if data.len() >= 12 => area(u32_at(data, 0), u32_at(data, 4), u16_at(data, 10)),
        DIMENSIONS => area(short(0), short(2), u16_at(data, 6)),
        _ if ONE_CELL.contains(&kind) => column(2),
        _ => true,
    }
}

/// The records of a stream from a place on: their kind and where their data stands, up to where it ends or breaks.
pub(super) fn records(stream: &[u8], from: usize) -> impl Iterator<Item = (u16, Range<usize>)> {
    let mut at = from;
    std::iter::from_fn(move || {
        let (kind, length) = (u16_at(stream, at)?, usize::from(u16_at(stream, at + 2)?));
        let place = at + 4..at + 4 + length;
        stream.get(place.clone())?;
        at = place.end;
        Some((kind, place))
    })
}
