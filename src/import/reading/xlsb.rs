//! xlsb workbooks to rows of cells, through calamine.

use std::borrow::Cow;
use std::io::Cursor;

use calamine::{Reader, Xlsb, XlsbError};

use super::super::ImportFault;
use super::super::error::Damage;
use super::compound::u32_at;
use super::workbook::{begin, cell_on_the_way, kept_going, worksheets};
use super::{Tell, archive};
use crate::silenced::silenced;

/// Every sheet of a workbook, in its order. A sheet that can't be read says why.
///
/// # Errors
/// When no sheet can be reached: the file is damaged or protected.
pub(super) fn read(bytes: &[u8], tell: &mut Tell<'_>) -> Result<(), ImportFault> {
    /// More of them come from a sheet that is damaged as a whole.
    const MOST_PANICS: u32 = 1000;
    let bytes = &*mended(bytes);
    let mut workbook = Xlsb::new(Cursor::new(bytes)).map_err(|error| match error {
        XlsbError::Password => ImportFault::Protected,
        other => Damage::broken(other).into(),
    })?;
    let from_1904 = workbook.has_1904_epoch();
    for sheet in worksheets(&workbook) {
        let mut reader = kept_opening(|| workbook.worksheet_cells_reader(&sheet.name).map_err(Damage::broken));
        let mut rows = begin(&sheet, from_1904, tell);
        let mut panics = 0;
        let read = kept_going(|| {
            let reader = reader.as_mut().map_err(|damage| damage.clone())?;
            while rows.flow.is_continue() {
                // A text that is missing makes calamine panic; the reading can go on behind that cell.
                match silenced(|| reader.next_cell()) {
                    Some(Ok(None)) => break,
                    Some(Ok(Some(cell))) => {
                        let (row, column) = cell.get_position();
                        rows.push(row, column, cell_on_the_way(cell.get_value(), from_1904));
                    }
                    Some(Err(XlsbError::CellError(_))) => rows.odd_cell(),
                    Some(Err(error)) => return Err(Damage::broken(error)),
                    None if panics < MOST_PANICS => {
                        panics += 1;
                        rows.odd_cell();
                    }
                    None => return Err(Damage::broken("unexpected content")),
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

fn kept_opening<T>(open: impl FnOnce() -> Result<T, Damage>) -> Result<T, Damage> {
    silenced(open).unwrap_or_else(|| Err(Damage::broken("unexpected content")))
}

/// The workbook without what calamine can't read or leaves out: errors that it does not know, errors of formulas, and
/// texts that are not there. Each becomes an error that it knows, in the same place.
fn mended(bytes: &[u8]) -> Cow<'_, [u8]> {
    let copy = archive::open(bytes).and_then(|mut archive| {
        let mut texts = None;
        let mut sheets = Vec::new();
        for part in 0..archive.len() {
            let name = archive::name(&mut archive, part).unwrap_or_default();
            if name.ends_with("sharedstrings.bin") {
                texts = count_of_texts(&archive::beginning(&mut archive, part, 64));
            } else if name.contains("worksheets/") && !name.contains("_rels") {
                sheets.push(part);
            }
        }
        let sheets = sheets.into_iter().filter_map(|part| {
            let sheet = archive::beginning(&mut archive, part, u64::MAX);
            Some((part, mended_sheet(sheet, texts.unwrap_or(0))?))
        });
        let sheets: Vec<(usize, Vec<u8>)> = sheets.collect();
        if sheets.is_empty() { None } else { archive::with_parts(&mut archive, &sheets) }
    });
    copy.map_or(Cow::Borrowed(bytes), Cow::Owned)
}

/// How many different texts the list of texts says that it has.
fn count_of_texts(list: &[u8]) -> Option<u32> {
    const BEGIN: u16 = 0x009F;
    records(list).find(|record| record.kind == BEGIN).and_then(|record| u32_at(list, record.data + 4))
}

/// A sheet whose errors calamine knows; nothing when that is so already.
fn mended_sheet(mut sheet: Vec<u8>, texts: u32) -> Option<Vec<u8>> {
    const ERROR: u8 = 0x03;
    const TEXT: u16 = 0x07;
    const FORMULA_ERROR: u16 = 0x0B;
    const KNOWN_ERRORS: [u8; 8] = [0x00, 0x07, 0x0F, 0x17, 0x1D, 0x24, 0x2A, 0x2B];
    const VALUE: u8 = 0x0F;
    const REFERENCE: u8 = 0x17;
    let mut changes = Vec::new();
    for Record { start, kind, data } in records(&sheet) {
        // A cell begins with its column and its format.
        let at = data + 8;
        let error = sheet.get(at).copied().unwrap_or(VALUE);
        let is_known = KNOWN_ERRORS.contains(&error);
        match kind {
            FORMULA_ERROR => changes.push((start, at, if is_known { error } else { VALUE })),
            TEXT if u32_at(&sheet, at)? >= texts => changes.push((start, at, REFERENCE)),
            kind if kind == u16::from(ERROR) && !is_known => changes.push((start, at, VALUE)),
            _ => {}
        }
    }
    for (start, at, error) in &changes {
        *sheet.get_mut(*start)? = ERROR;
        *sheet.get_mut(*at)? = *error;
    }
    (!changes.is_empty()).then_some(sheet)
}

/// A record of a part: where it starts, its kind, and where its data begin.
struct Record {
    start: usize,
    kind: u16,
    data: usize,
}

/// The records of a part, up to where it ends or breaks. Their kinds and lengths are written in seven bits a byte.
fn records(part: &[u8]) -> impl Iterator<Item = Record> {
    let mut at = 0;
    std::iter::from_fn(move || {
        let start = at;
        let first = *part.get(at)?;
        let mut kind = u16::from(first);
        at += 1;
        if first & 0x80 != 0 {
            kind = u16::from(first & 0x7F) | u16::from(*part.get(at)?) << 7;
            at += 1;
        }
        let mut length = 0_usize;
        for place in 0..4 {
            let byte = *part.get(at)?;
            at += 1;
            length |= usize::from(byte & 0x7F) << (7 * place);
            if byte & 0x80 == 0 {
                break;
            }
        }
        let data = at;
        at = at.checked_add(length)?;
        Some(Record { start, kind, data })
    })
}
