//! Workbooks of all kinds to rows of cells, through calamine.

use std::io::Cursor;

use calamine::{
    Cell as Found, CellErrorType, Data, DataRef, ExcelDateTime, Ods, OdsError, Range, Reader, SheetType, Xls, XlsError,
    XlsOptions, Xlsb, XlsbError, Xlsx, XlsxError,
};
use chrono::{NaiveDate, NaiveDateTime};

use crate::silenced::silenced;

use super::cell::{Cell, Row, Sheet};
use super::format::Format;
use super::{ImportFault, RowCount};

type Bytes<'a> = Cursor<&'a [u8]>;

/// Every sheet of a workbook, in its order. A sheet that can't be read says why.
///
/// # Errors
/// When no sheet can be reached: the file is damaged or protected.
pub(super) fn read(bytes: &[u8], format: Format, count: &mut RowCount<'_>) -> Result<Vec<Sheet>, ImportFault> {
    let bytes = Cursor::new(bytes);
    // A reader of damaged files may panic; what it read until then is dropped with it.
    silenced(|| match format {
        Format::Xlsb => read_xlsb(bytes, count),
        Format::Xls => read_xls(&bytes, count),
        Format::Ods => read_ods(bytes, count),
        Format::Xlsx | Format::Text => read_xlsx(bytes, count),
    })
    .unwrap_or_else(|| Err(ImportFault::Damaged("unexpected content".to_owned())))
}

fn read_xlsx(bytes: Bytes<'_>, count: &mut RowCount<'_>) -> Result<Vec<Sheet>, ImportFault> {
    let mut workbook = Xlsx::new(bytes).map_err(|error| match error {
        XlsxError::Password => ImportFault::Protected,
        other => damaged(&other),
    })?;
    let from_1904 = workbook.has_1904_epoch();
    let mut sheets = Vec::new();
    for name in worksheets(&workbook) {
        let mut rows = RowsBuilder::new(count);
        let damage = match workbook.worksheet_cells_reader(&name) {
            Ok(mut reader) => drain(&mut rows, || match reader.next_cell() {
                // One odd cell is no reason to lose the sheet; what it held is told where it is missed.
                Err(
                    XlsxError::CellError(_)
                    | XlsxError::CellTAttribute(_)
                    | XlsxError::Unexpected(_)
                    | XlsxError::Unrecognized { .. }
                    | XlsxError::ParseFloat(_),
                ) => Next::Nothing,
                Err(error) => Next::Damage(error.to_string()),
                Ok(cell) => cell.map_or(Next::End, |cell| Next::Cell(position(&cell), from_ref(cell.get_value()))),
            }),
            Err(XlsxError::NotAWorksheet(_)) => continue,
            Err(error) => Some(error.to_string()),
        };
        sheets.push(rows.finish(name, from_1904, damage));
    }
    Ok(sheets)
}

fn read_xlsb(bytes: Bytes<'_>, count: &mut RowCount<'_>) -> Result<Vec<Sheet>, ImportFault> {
    let mut workbook = Xlsb::new(bytes).map_err(|error| match error {
        XlsbError::Password => ImportFault::Protected,
        other => damaged(&other),
    })?;
    let mut sheets = Vec::new();
    for name in worksheets(&workbook) {
        let mut rows = RowsBuilder::new(count);
        let damage = match workbook.worksheet_cells_reader(&name) {
            Ok(mut reader) => drain(&mut rows, || match reader.next_cell() {
                Err(error) => Next::Damage(error.to_string()),
                Ok(cell) => cell.map_or(Next::End, |cell| Next::Cell(position(&cell), from_ref(cell.get_value()))),
            }),
            Err(error) => Some(error.to_string()),
        };
        sheets.push(rows.finish(name, false, damage));
    }
    Ok(sheets)
}

fn read_xls(bytes: &Bytes<'_>, count: &mut RowCount<'_>) -> Result<Vec<Sheet>, ImportFault> {
    let open = |options| {
        Xls::new_with_options(bytes.clone(), options).map_err(|error| match error {
            XlsError::Password => ImportFault::Protected,
            other => damaged(&other),
        })
    };
    let mut workbook = open(XlsOptions::default())?;
    let names = worksheets(&workbook);
    let garbled = |workbook: &mut Xls<_>| {
        names.iter().any(|name| workbook.worksheet_range(name).is_ok_and(|range| has_nul(&range)))
    };
    if garbled(&mut workbook) {
        // The file says that its text has one byte a letter, but it has two.
        let mut options = XlsOptions::default();
        options.force_codepage = Some(1200);
        workbook = open(options)?;
    }
    let from_1904 = workbook.has_1904_epoch();
    let sheets = names.into_iter().map(|name| match workbook.worksheet_range(&name) {
        Ok(range) => from_range(name, &range, from_1904, count),
        Err(error) => RowsBuilder::new(count).finish(name, from_1904, Some(error.to_string())),
    });
    Ok(sheets.collect())
}

fn read_ods(bytes: Bytes<'_>, count: &mut RowCount<'_>) -> Result<Vec<Sheet>, ImportFault> {
    let mut workbook = Ods::new(bytes).map_err(|error| match error {
        OdsError::Password => ImportFault::Protected,
        other => damaged(&other),
    })?;
    let sheets = worksheets(&workbook).into_iter().map(|name| match workbook.worksheet_range(&name) {
        Ok(range) => from_range(name, &range, false, count),
        Err(error) => RowsBuilder::new(count).finish(name, false, Some(error.to_string())),
    });
    Ok(sheets.collect())
}

fn worksheets<'a>(workbook: &impl Reader<Bytes<'a>>) -> Vec<String> {
    let sheets = workbook.sheets_metadata().iter();
    sheets.filter(|sheet| sheet.typ == SheetType::WorkSheet).map(|sheet| sheet.name.clone()).collect()
}

fn damaged(error: &impl std::fmt::Display) -> ImportFault {
    ImportFault::Damaged(error.to_string())
}

/// What a reader of cells has next.
enum Next {
    Cell((u32, u32), Cell),
    Nothing,
    Damage(String),
    End,
}

/// Takes all cells, and says what stopped it where that was not the end.
fn drain(rows: &mut RowsBuilder<'_, '_>, mut next: impl FnMut() -> Next) -> Option<String> {
    loop {
        match next() {
            Next::Cell((row, column), cell) => rows.push(row, column, cell),
            Next::Nothing => {}
            Next::Damage(words) => return Some(words),
            Next::End => return None,
        }
    }
}

/// Puts cells into rows as they come.
struct RowsBuilder<'a, 'b> {
    rows: Vec<Row>,
    count: &'a mut RowCount<'b>,
}

impl<'a, 'b> RowsBuilder<'a, 'b> {
    fn new(count: &'a mut RowCount<'b>) -> Self {
        Self { rows: Vec::new(), count }
    }

    fn push(&mut self, row: u32, column: u32, cell: Cell) {
        let (number, column) = (row.saturating_add(1), column as usize);
        if cell.is_empty() || column >= 16_384 {
            return;
        }
        if self.rows.last().is_none_or(|last| last.number != number) {
            self.rows.push(Row { number, cells: Vec::new() });
            self.count.one_more();
        }
        if let Some(row) = self.rows.last_mut() {
            if row.cells.len() <= column {
                row.cells.resize(column + 1, Cell::Empty);
            }
            row.cells[column] = cell;
        }
    }

    fn finish(self, name: String, from_1904: bool, damage: Option<String>) -> Sheet {
        Sheet { name, rows: self.rows, from_1904, damage }
    }
}

fn from_range(name: String, range: &Range<Data>, from_1904: bool, count: &mut RowCount<'_>) -> Sheet {
    let mut rows = RowsBuilder::new(count);
    let (first_row, first_column) = range.start().unwrap_or_default();
    for (row, cells) in (first_row..).zip(range.rows()) {
        for (column, data) in (first_column..).zip(cells) {
            rows.push(row, column, from_data(data));
        }
    }
    rows.finish(name, from_1904, None)
}

fn has_nul(range: &Range<Data>) -> bool {
    range.used_cells().any(|(_, _, data)| matches!(data, Data::String(text) if text.contains('\0')))
}

fn position<T: calamine::CellType>(cell: &Found<T>) -> (u32, u32) {
    cell.get_position()
}

fn from_ref(data: &DataRef<'_>) -> Cell {
    match data {
        DataRef::Empty => Cell::Empty,
        DataRef::Int(number) => from_data(&Data::Int(*number)),
        DataRef::Float(number) => Cell::Number(*number),
        DataRef::String(text) | DataRef::DurationIso(text) => Cell::text(text),
        DataRef::SharedString(text) => Cell::text(text),
        DataRef::Bool(yes) => Cell::Bool(*yes),
        DataRef::DateTime(at) => from_serial(at),
        DataRef::DateTimeIso(text) => from_iso(text),
        DataRef::Error(error) => from_error(error),
    }
}

fn from_data(data: &Data) -> Cell {
    match data {
        Data::Empty => Cell::Empty,
        #[expect(clippy::cast_precision_loss, reason = "a spreadsheet holds no number beyond a float's exact integers")]
        Data::Int(number) => Cell::Number(*number as f64),
        Data::Float(number) => Cell::Number(*number),
        Data::String(text) | Data::DurationIso(text) => Cell::text(text),
        Data::Bool(yes) => Cell::Bool(*yes),
        Data::DateTime(at) => from_serial(at),
        Data::DateTimeIso(text) => from_iso(text),
        Data::Error(error) => from_error(error),
    }
}

fn from_serial(at: &ExcelDateTime) -> Cell {
    let number = at.as_f64();
    match at.as_datetime() {
        Some(date) if at.is_datetime() => Cell::Date(date, number),
        _ => Cell::Number(number),
    }
}

/// A date as `OpenDocument` and strict OOXML write it.
fn from_iso(text: &str) -> Cell {
    let date = text.parse::<NaiveDateTime>().ok();
    let date = date.or_else(|| text.parse::<NaiveDate>().ok()?.and_hms_opt(0, 0, 0));
    let Some(date) = date else { return Cell::text(text) };
    let zero = NaiveDate::from_ymd_opt(1899, 12, 30).unwrap_or_default();
    #[expect(clippy::cast_precision_loss, reason = "days of the calendar are few")]
    Cell::Date(date, date.date().signed_duration_since(zero).num_days() as f64)
}

fn from_error(error: &CellErrorType) -> Cell {
    Cell::Error(error.to_string())
}
