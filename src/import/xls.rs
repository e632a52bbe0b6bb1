//! Whether an xls workbook can be read at all: it has no password, and names only cells that such a workbook can have.
//!
//! calamine reserves memory for the whole rectangle up to the farthest cell. In a damaged file that cell may be so far
//! away that no memory suffices, and a program that gets no memory ends at once. The records are those of MS-XLS.

use super::ImportFault;
use super::compound::{Compound, u16_at, u32_at};

/// The sheets of an xls workbook have this many columns.
const COLUMNS: u16 = 256;
/// And this many rows.
const ROWS: u32 = 65_536;

const FILE_PASS: u16 = 0x002F;
const BOUND_SHEET: u16 = 0x0085;
const DIMENSIONS: u16 = 0x0200;
const MANY_NUMBERS: u16 = 0x00BD;
/// The records that hold one cell, whose row and column come first.
const ONE_CELL: [u16; 8] = [0x0006, 0x00D6, 0x00FD, 0x0203, 0x0204, 0x0205, 0x027E, 0x0201];

/// Looks through all records.
///
/// # Errors
/// When the workbook is protected by a password, or damaged.
pub(super) fn check(file: &Compound<'_>) -> Result<(), ImportFault> {
    let stream = file.stream("Workbook").or_else(|| file.stream("Book"));
    let stream = stream.ok_or_else(|| ImportFault::Damaged("broken chain of sectors".to_owned()))?;
    if records(&stream).any(|(kind, _)| kind == FILE_PASS) {
        return Err(ImportFault::Protected);
    }
    let starts = records(&stream).filter(|(kind, _)| *kind == BOUND_SHEET).filter_map(|(_, data)| u32_at(data, 0));
    let mut sheets = starts.filter_map(|start| stream.get(start as usize..));
    if sheets.all(|sheet| records(sheet).all(|(kind, data)| is_within(kind, data))) {
        Ok(())
    } else {
        Err(ImportFault::Damaged("cells beyond the last row or column".to_owned()))
    }
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

/// The records of a stream: their kind and data, up to where it ends or breaks.
fn records(stream: &[u8]) -> impl Iterator<Item = (u16, &[u8])> {
    let mut rest = stream;
    std::iter::from_fn(move || {
        let (kind, length) = (u16_at(rest, 0)?, usize::from(u16_at(rest, 2)?));
        let data = rest.get(4..4 + length)?;
        rest = &rest[4 + length..];
        Some((kind, data))
    })
}
