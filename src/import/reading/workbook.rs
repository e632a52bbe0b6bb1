//! What the readers of workbooks share that go through calamine.

use std::io::Cursor;

use calamine::{CellErrorType, Data, DataRef, Reader, Sheet as SheetFound, SheetType, SheetVisible};

use super::super::cell::{Cell, Serial};
use super::super::error::Damage;
use super::Tell;
use super::iso;
use super::rows::Rows;
use crate::silenced::silenced;

pub(super) type Bytes<'a> = Cursor<&'a [u8]>;

/// The sheets with cells, in the workbook's order.
pub(super) fn worksheets<'a>(workbook: &impl Reader<Bytes<'a>>) -> Vec<SheetFound> {
    let sheets = workbook.sheets_metadata().iter();
    sheets.filter(|sheet| sheet.typ == SheetType::WorkSheet).cloned().collect()
}

/// Tells that a sheet begins.
pub(super) fn begin<'t, 'f, 's>(sheet: &SheetFound, from_1904: bool, tell: &'t mut Tell<'f>) -> Rows<'t, 'f, 's> {
    Rows::begin(&sheet.name, sheet.visible != SheetVisible::Visible, from_1904, tell)
}

/// Runs what may panic on a damaged sheet; what it told until then stands.
pub(super) fn kept_going(read: impl FnOnce() -> Result<(), Damage>) -> Result<(), Damage> {
    silenced(read).unwrap_or_else(|| Err(Damage::broken("unexpected content")))
}

/// A cell as calamine gives it when it reads on the way.
pub(super) fn cell_on_the_way<'c>(data: &'c DataRef<'_>, from_1904: bool) -> Cell<'c> {
    match data {
        DataRef::Empty => Cell::Empty,
        #[expect(clippy::cast_precision_loss, reason = "a spreadsheet holds no number beyond a float's exact integers")]
        DataRef::Int(number) => Cell::Number(*number as f64),
        DataRef::Float(number) => Cell::Number(*number),
        DataRef::String(text) | DataRef::DurationIso(text) => Cell::text(text),
        DataRef::SharedString(text) => Cell::text(text),
        DataRef::Bool(yes) => Cell::Bool(*yes),
        DataRef::DateTime(at) if at.is_datetime() => Cell::Date(Serial { days: at.as_f64(), from_1904 }),
        DataRef::DateTime(at) => Cell::Number(at.as_f64()),
        DataRef::DateTimeIso(text) => iso::date_time(text, from_1904).map_or(Cell::text(text), Cell::Date),
        DataRef::Error(error) => Cell::Error(error_name(error)),
    }
}

/// A cell as calamine gives it when it has read the whole sheet.
pub(super) fn cell(data: &Data, from_1904: bool) -> Cell<'_> {
    match data {
        Data::Empty => Cell::Empty,
        #[expect(clippy::cast_precision_loss, reason = "a spreadsheet holds no number beyond a float's exact integers")]
        Data::Int(number) => Cell::Number(*number as f64),
        Data::Float(number) => Cell::Number(*number),
        Data::String(text) | Data::DurationIso(text) => Cell::text(text),
        Data::Bool(yes) => Cell::Bool(*yes),
        Data::DateTime(at) if at.is_datetime() => Cell::Date(Serial { days: at.as_f64(), from_1904 }),
        Data::DateTime(at) => Cell::Number(at.as_f64()),
        Data::DateTimeIso(text) => iso::date_time(text, from_1904).map_or(Cell::text(text), Cell::Date),
        Data::Error(error) => Cell::Error(error_name(error)),
    }
}

fn error_name(error: &CellErrorType) -> &'static str {
    match error {
        CellErrorType::Div0 => "#DIV/0!",
        CellErrorType::NA => "#N/A",
        CellErrorType::Name => "#NAME?",
        CellErrorType::Null => "#NULL!",
        CellErrorType::Num => "#NUM!",
        CellErrorType::Ref => "#REF!",
        CellErrorType::Value => "#VALUE!",
        CellErrorType::GettingData => "#GETTING_DATA",
    }
}
