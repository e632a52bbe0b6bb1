//! What a cell of a workbook may hold.

use rust_xlsxwriter::{Format, Worksheet, XlsxError};

/// So many rows a sheet of a workbook can have.
pub const MOST_ROWS: usize = 1_048_576;
/// So many characters a cell of a workbook can hold.
const LONGEST_TEXT: usize = 32_767;

/// Writes a text, never as a formula.
pub fn write_text(
    to: &mut Worksheet,
    row: u32,
    column: u16,
    text: &str,
    format: Option<&Format>,
) -> Result<(), XlsxError> {
    let text = cut(text);
    if text.starts_with(['=', '+', '-', '@']) {
        // Without the mark, a program would take it for a formula once somebody edits it.
        let format = format.cloned().unwrap_or_default().set_quote_prefix();
        to.write_string_with_format(row, column, text, &format)?;
    } else if let Some(format) = format {
        to.write_string_with_format(row, column, text, format)?;
    } else {
        to.write_string(row, column, text)?;
    }
    Ok(())
}

/// A text as long as a cell can hold.
pub fn cut(text: &str) -> &str {
    first_units(text, LONGEST_TEXT)
}

/// The beginning of a text, of so many of the units in which Excel counts.
pub fn first_units(text: &str, most: usize) -> &str {
    let mut units = 0;
    let end = text.char_indices().find(|(_, character)| {
        units += character.len_utf16();
        units > most
    });
    end.map_or(text, |(end, _)| &text[..end])
}
