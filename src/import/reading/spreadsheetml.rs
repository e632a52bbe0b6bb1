//! Excel's XML of 2003 to rows of cells.

use std::ops::ControlFlow;

use quick_xml::events::{BytesStart, Event as Xml};
use quick_xml::reader::Reader;

use super::super::ImportFault;
use super::super::cell::{Cell, Serial};
use super::super::error::Damage;
use super::rows::Rows;
use super::xml::{attribute, next, push_words, reader, skip};
use super::{Tell, encoding, iso};

/// Every sheet of a workbook.
///
/// # Errors
/// When there is no sheet in it.
pub(super) fn read(bytes: &[u8], tell: &mut Tell<'_>) -> Result<(), ImportFault> {
    let decoded = encoding::decode_markup(bytes, None, tell);
    // Whether a sheet is shown stands below its rows.
    let mut hidden = hidden_sheets(&decoded.text).into_iter();
    let mut xml = reader(decoded.text.as_bytes());
    let mut buffer = Vec::new();
    let mut has_sheet = false;
    loop {
        match next(&mut xml, &mut buffer) {
            Ok(Xml::Start(element)) if element.local_name().as_ref() == "Worksheet" => {
                let name = attribute(&element, "Name").unwrap_or_default();
                has_sheet = true;
                let mut rows = Rows::begin(&name, hidden.next().unwrap_or_default(), false, tell);
                let read = read_rows(&mut xml, &mut rows);
                let is_over = read.is_err();
                if rows.end(read).is_break() || is_over {
                    return Ok(());
                }
            }
            Ok(Xml::Eof) if has_sheet => return Ok(()),
            Ok(Xml::Eof) => return Err(Damage::CutShort.into()),
            Err(damage) if has_sheet => {
                let _ = tell(super::Event::Damage(&damage));
                return Ok(());
            }
            Err(damage) => return Err(damage.into()),
            Ok(_) => {}
        }
    }
}

/// For each sheet whether it is hidden.
fn hidden_sheets(text: &str) -> Vec<bool> {
    let mut hidden = Vec::new();
    if !text.contains("SheetHidden") && !text.contains("SheetVeryHidden") {
        return hidden;
    }
    let mut xml = reader(text.as_bytes());
    let mut buffer = Vec::new();
    let mut is_asked = false;
    while let Ok(event) = next(&mut xml, &mut buffer) {
        match event {
            Xml::Start(element) if element.local_name().as_ref() == "Worksheet" => hidden.push(false),
            Xml::Start(element) => is_asked = element.local_name().as_ref() == "Visible",
            Xml::Text(words) if is_asked && words.starts_with("Sheet") => {
                if let Some(last) = hidden.last_mut() {
                    *last = &*words != "SheetVisible";
                }
            }
            Xml::Eof => break,
            _ => {}
        }
    }
    hidden
}

/// The rows up to the end of the sheet.
fn read_rows(xml: &mut Reader<&[u8]>, rows: &mut Rows<'_, '_, '_>) -> Result<(), Damage> {
    let mut buffer = Vec::new();
    let mut words = String::new();
    let (mut row, mut column, mut merged, mut span) = (0_u32, 0_u32, 0, 0);
    while rows.flow == ControlFlow::Continue(()) {
        match next(xml, &mut buffer)? {
            Xml::Start(element) => match element.local_name().as_ref() {
                "Row" => {
                    row = index(&element).unwrap_or(row);
                    span = number(&element, "Span");
                    column = 0;
                }
                "Cell" => {
                    column = index(&element).unwrap_or(column);
                    merged = number(&element, "MergeAcross");
                }
                "Data" => {
                    let kind = attribute(&element, "Type").unwrap_or_default().into_owned();
                    read_data(xml, &mut words)?;
                    rows.push(row, column, cell(&kind, &words));
                }
                "Comment" | "PhoneticText" => {
                    let start = element.into_owned();
                    skip(xml, &start)?;
                }
                _ => {}
            },
            Xml::End(element) => match element.local_name().as_ref() {
                "Row" => row = row.saturating_add(1).saturating_add(span),
                "Cell" => column = column.saturating_add(1).saturating_add(merged),
                "Worksheet" => return Ok(()),
                _ => {}
            },
            Xml::Eof => return Err(Damage::CutShort),
            _ => {}
        }
    }
    Ok(())
}

/// Where a row or cell says that it stands, counted from 0.
fn index(element: &BytesStart<'_>) -> Option<u32> {
    attribute(element, "Index")?.trim().parse::<u32>().ok()?.checked_sub(1)
}

fn number(element: &BytesStart<'_>, name: &str) -> u32 {
    attribute(element, name).and_then(|number| number.trim().parse().ok()).unwrap_or(0)
}

/// The words up to the end of the data, without the marks of how they look.
fn read_data(xml: &mut Reader<&[u8]>, words: &mut String) -> Result<(), Damage> {
    words.clear();
    let mut buffer = Vec::new();
    loop {
        match next(xml, &mut buffer)? {
            Xml::End(element) if element.local_name().as_ref() == "Data" => return Ok(()),
            Xml::Eof => return Err(Damage::CutShort),
            event => push_words(&event, words),
        }
    }
}

/// A cell of a kind. What does not read as its kind promises is text.
fn cell<'w>(kind: &str, words: &'w str) -> Cell<'w> {
    let trimmed = words.trim();
    let told = match kind {
        "Number" => trimmed.parse().ok().map(Cell::Number),
        "DateTime" => iso::date_time(trimmed, false).map(|at| Cell::Date(without_day(at, trimmed))),
        "Boolean" => Some(Cell::Bool(trimmed == "1" || trimmed.eq_ignore_ascii_case("true"))),
        "Error" => Some(Cell::Error(if trimmed.is_empty() { "#VALUE!" } else { trimmed })),
        _ => None,
    };
    told.unwrap_or_else(|| Cell::text(words))
}

/// Times without a day are written as of the last day of 1899.
fn without_day(at: Serial, words: &str) -> Serial {
    if words.starts_with("1899-12-31T") { Serial { days: at.days - 1.0, ..at } } else { at }
}
