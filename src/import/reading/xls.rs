//! xls workbooks to rows of cells, through calamine.

use std::io::Cursor;

use calamine::{Data, Reader, Xls, XlsError, XlsOptions};

use super::super::ImportFault;
use super::super::error::Damage;
use super::workbook::{Bytes, begin, cell, kept_going, worksheets};
use super::{Tell, mended};

/// Every sheet of a workbook, in its order. A sheet that can't be read says why.
///
/// # Errors
/// When no sheet can be reached: the file is damaged or protected.
pub(super) fn read(bytes: &[u8], tell: &mut Tell<'_>) -> Result<(), ImportFault> {
    let bytes = &*mended::mended(bytes)?;
    let mut workbook = open(bytes, XlsOptions::default())?;
    let sheets = worksheets(&workbook);
    if sheets.iter().any(|sheet| has_nul(&mut workbook, &sheet.name)) {
        // The file says that its text has one byte a letter, but it has two.
        let mut options = XlsOptions::default();
        options.force_codepage = Some(1200);
        workbook = open(bytes, options)?;
    }
    let from_1904 = workbook.has_1904_epoch();
    for sheet in worksheets(&workbook) {
        let mut rows = begin(&sheet, from_1904, tell);
        let read = kept_going(|| {
            let range = workbook.worksheet_range(&sheet.name).map_err(Damage::broken)?;
            let (first_row, first_column) = range.start().unwrap_or_default();
            for (row, cells) in (first_row..).zip(range.rows()) {
                for (column, data) in (first_column..).zip(cells) {
                    rows.push(row, column, cell(data, from_1904));
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

fn open(bytes: &[u8], options: XlsOptions) -> Result<Xls<Bytes<'_>>, ImportFault> {
    Xls::new_with_options(Cursor::new(bytes), options).map_err(|error| match error {
        XlsError::Password => ImportFault::Protected,
        other => Damage::broken(other).into(),
    })
}

/// Whether the first texts of a sheet have a NUL between their letters.
fn has_nul(workbook: &mut Xls<Bytes<'_>>, sheet: &str) -> bool {
    let Ok(range) = workbook.worksheet_range(sheet) else { return false };
    let texts = range.used_cells().filter_map(|(_, _, data)| match data {
        Data::String(text) => Some(text),
        _ => None,
    });
    texts.take(1000).any(|text| text.contains('\0'))
}
