//! xlsx and xlsm workbooks to rows of cells, through calamine.

use std::io::Cursor;

use calamine::{DataRef, Reader, Xlsx, XlsxError};

use super::super::ImportFault;
use super::super::cell::Cell;
use super::super::error::Damage;
use super::rows::Rows;
use super::workbook::{Bytes, begin, cell_on_the_way, kept_going, worksheets};
use super::{Tell, cdata};

/// Every sheet of a workbook, in its order. A sheet that can't be read says why.
///
/// # Errors
/// When no sheet can be reached: the file is damaged or protected.
pub(super) fn read(bytes: &[u8], tell: &mut Tell<'_>) -> Result<(), ImportFault> {
    let bytes = &*cdata::without(bytes);
    let mut workbook = open(bytes)?;
    let from_1904 = workbook.has_1904_epoch();
    for sheet in worksheets(&workbook) {
        let mut reader = match workbook.worksheet_cells_reader(&sheet.name) {
            Err(XlsxError::NotAWorksheet(_)) => continue,
            reader => reader,
        };
        let mut rows = begin(&sheet, from_1904, tell);
        let mut places = Places { bytes, sheet: &sheet.name, found: None };
        let read = kept_going(|| {
            let reader = reader.as_mut().map_err(Damage::broken)?;
            for nth in 0.. {
                match reader.next_cell() {
                    Ok(None) => break,
                    Ok(Some(cell)) => {
                        let (row, column) = cell.get_position();
                        match cell.get_value() {
                            DataRef::SharedString(text) => rows.push_lasting(row, column, text),
                            other => rows.push(row, column, cell_on_the_way(other, from_1904)),
                        }
                    }
                    // One odd cell is no reason to lose the sheet: it becomes an error in its place.
                    Err(error) => push_odd(&mut rows, &mut places, nth, &error)?,
                }
                if rows.flow.is_break() {
                    break;
                }
            }
            Ok(())
        });
        if rows.end(read).is_break() {
            return Ok(());
        }
    }
    Ok(())
}

fn open(bytes: &[u8]) -> Result<Xlsx<Bytes<'_>>, ImportFault> {
    Xlsx::new(Cursor::new(bytes)).map_err(|error| match error {
        XlsxError::Password => ImportFault::Protected,
        other => Damage::broken(other).into(),
    })
}

fn push_odd(rows: &mut Rows<'_, '_, '_>, places: &mut Places<'_>, nth: usize, error: &XlsxError) -> Result<(), Damage> {
    let words = match error {
        // Errors that calamine does not know: `#SPILL!`, or `#DIV/0!` as some other language writes it.
        XlsxError::CellError(words) => words.as_str(),
        // The cell names a text that is not there.
        XlsxError::Unexpected(_) => "#REF!",
        XlsxError::CellTAttribute(_) | XlsxError::Unrecognized { .. } | XlsxError::ParseFloat(_) => "#VALUE!",
        _ => return Err(Damage::broken(error)),
    };
    match places.of(nth) {
        Some((row, column)) => rows.push(row, column, Cell::Error(words)),
        None => rows.odd_cell(),
    }
    Ok(())
}

/// Where the cells of a sheet stand. calamine does not say where an odd cell stands; going through the sheet again as if
/// for its formulas tells the places of all cells in the same order.
struct Places<'a> {
    bytes: &'a [u8],
    sheet: &'a str,
    found: Option<Vec<(u32, u32)>>,
}

impl Places<'_> {
    fn of(&mut self, nth: usize) -> Option<(u32, u32)> {
        self.found.get_or_insert_with(|| find(self.bytes, self.sheet).unwrap_or_default()).get(nth).copied()
    }
}

fn find(bytes: &[u8], sheet: &str) -> Option<Vec<(u32, u32)>> {
    let mut workbook = open(bytes).ok()?;
    let mut reader = workbook.worksheet_cells_reader(sheet).ok()?;
    let mut places: Vec<(u32, u32)> = Vec::new();
    loop {
        match reader.next_formula() {
            Ok(Some(cell)) => places.push(cell.get_position()),
            Ok(None) | Err(XlsxError::Xml(_) | XlsxError::XmlEof(_)) => return Some(places),
            // Of an odd cell in this reading as well only the place before is known.
            Err(_) => places.push(places.last().map_or((0, 0), |(row, column)| (*row, column + 1))),
        }
    }
}
