//! `OpenDocument` sheets to rows of cells, from an archive or from one flat XML file.
//!
//! calamine reads a whole sheet into memory first, with its repeated rows written out; this reader goes through it once.

use std::io::{BufRead, BufReader, Cursor, Read};
use std::ops::ControlFlow;

use quick_xml::events::{BytesStart, Event as Xml};
use quick_xml::reader::Reader;
use zip::ZipArchive;
use zip::result::ZipError;

use super::super::ImportFault;
use super::super::cell::Cell;
use super::super::error::Damage;
use super::rows::{COLUMNS, Rows};
use super::xml::{attribute, next, push_words, reader, skip};
use super::{Tell, encoding, iso};

/// No sheet has more rows.
const ROWS: u32 = 1_048_576;

/// Every sheet of a workbook.
///
/// # Errors
/// When no sheet can be reached: the file is damaged or protected.
pub(super) fn read(bytes: &[u8], tell: &mut Tell<'_>) -> Result<(), ImportFault> {
    if !bytes.starts_with(b"PK") {
        return read_sheets(encoding::decode_markup(bytes, None, tell).text.as_bytes(), tell);
    }
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(Damage::broken)?;
    let mut manifest = String::new();
    if let Ok(part) = archive.by_name("META-INF/manifest.xml") {
        // A manifest that can't be read protects nothing.
        let _ = part.take(1 << 20).read_to_string(&mut manifest);
    }
    if manifest.contains("encryption-data") {
        return Err(ImportFault::Protected);
    }
    let content = archive.by_name("content.xml").map_err(|error| match error {
        ZipError::UnsupportedArchive(ZipError::PASSWORD_REQUIRED) => ImportFault::Protected,
        other => Damage::broken(other).into(),
    })?;
    read_sheets(BufReader::new(content), tell)
}

fn read_sheets(content: impl BufRead, tell: &mut Tell<'_>) -> Result<(), ImportFault> {
    let mut xml = reader(content);
    let mut buffer = Vec::new();
    let (mut style, mut hidden_styles) = (String::new(), Vec::new());
    let mut has_sheet = false;
    loop {
        let read = next(&mut xml, &mut buffer);
        match read {
            Ok(Xml::Start(element)) => match element.name().as_ref() {
                "style:style" => style = attribute(&element, "style:name").unwrap_or_default().into_owned(),
                "style:table-properties" if attribute(&element, "table:display").as_deref() == Some("false") => {
                    hidden_styles.push(std::mem::take(&mut style));
                }
                "table:table" => {
                    let name = attribute(&element, "table:name").unwrap_or_default();
                    let style = attribute(&element, "table:style-name").unwrap_or_default();
                    has_sheet = true;
                    let mut rows = Rows::begin(&name, hidden_styles.iter().any(|it| **it == *style), false, tell);
                    let read = read_table(&mut xml, &mut rows);
                    let is_over = read.is_err();
                    if rows.end(read).is_break() || is_over {
                        return Ok(());
                    }
                }
                _ => {}
            },
            Ok(Xml::Eof) if has_sheet => return Ok(()),
            Ok(Xml::Eof) => return Err(Damage::CutShort.into()),
            // A sheet may be missing after those that were read; its name is not known.
            Err(damage) if has_sheet => {
                let _ = tell(super::Event::Damage(&damage));
                return Ok(());
            }
            Err(damage) => return Err(damage.into()),
            Ok(_) => {}
        }
    }
}

/// The rows up to the end of the sheet.
fn read_table<R: BufRead>(xml: &mut Reader<R>, rows: &mut Rows<'_, '_, '_>) -> Result<(), Damage> {
    let mut buffer = Vec::new();
    let mut words = String::new();
    let (mut row, mut column, mut row_times) = (0_u32, 0_u32, 1);
    while rows.flow == ControlFlow::Continue(()) {
        match next(xml, &mut buffer)? {
            Xml::Start(element) => match element.name().as_ref() {
                "table:table-row" => {
                    row_times = times(&element, "table:number-rows-repeated").min(ROWS.saturating_sub(row));
                    column = 0;
                }
                "table:table-cell" | "table:covered-table-cell" => {
                    let cell_times =
                        times(&element, "table:number-columns-repeated").min(COLUMNS - column.min(COLUMNS));
                    let written = Written::of(&element);
                    read_words(xml, &mut words)?;
                    let cell = written.cell(&words);
                    // Formatted cells without content often fill the row up to its end.
                    let cells = if cell.is_empty() { 1 } else { cell_times };
                    rows.repeat(u64::from(cells.saturating_sub(1)))?;
                    for column in column..column + cells {
                        rows.push(row, column, cell);
                    }
                    column += cell_times;
                }
                name if name.starts_with("draw:") || name == "table:shapes" || name == "office:forms" => {
                    let start = element.into_owned();
                    skip(xml, &start)?;
                }
                _ => {}
            },
            Xml::End(element) => match element.name().as_ref() {
                "table:table-row" => {
                    rows.end_row(row_times)?;
                    row = row.saturating_add(row_times);
                }
                "table:table" => return Ok(()),
                _ => {}
            },
            Xml::Eof => return Err(Damage::CutShort),
            _ => {}
        }
    }
    Ok(())
}

fn times(element: &BytesStart<'_>, name: &str) -> u32 {
    attribute(element, name).and_then(|times| times.parse().ok()).unwrap_or(1)
}

/// What the attributes of a cell say.
#[derive(Default)]
struct Written {
    kind: Kind,
    value: Option<String>,
}

#[derive(Default, Clone, Copy, PartialEq)]
enum Kind {
    #[default]
    Text,
    Number,
    Date,
    Time,
    Bool,
    Error,
}

impl Written {
    fn of(element: &BytesStart<'_>) -> Self {
        let mut written = Self::default();
        let mut attributes = element.attributes();
        for attribute in attributes.with_checks(false).filter_map(Result::ok) {
            match attribute.key.as_ref() {
                "office:value-type" | "table:value-type" if written.kind == Kind::Text => {
                    written.kind = match attribute.value.as_ref() {
                        "float" | "percentage" | "currency" => Kind::Number,
                        "date" => Kind::Date,
                        "time" => Kind::Time,
                        "boolean" => Kind::Bool,
                        _ => Kind::Text,
                    };
                }
                // So LibreOffice keeps the booleans of other programs.
                "table:formula" if matches!(&*attribute.value, "of:=TRUE()" | "of:=FALSE()") => {
                    written.kind = Kind::Bool;
                }
                "calcext:value-type" if attribute.value == "error" => written.kind = Kind::Error,
                "office:value"
                | "office:date-value"
                | "office:time-value"
                | "office:boolean-value"
                | "table:value"
                | "table:date-value"
                | "table:time-value"
                | "table:boolean-value"
                | "office:string-value" => {
                    let value = attribute.normalized_value(quick_xml::XmlVersion::Implicit1_0);
                    written.value =
                        Some(value.map_or_else(|_| attribute.value.to_string(), std::borrow::Cow::into_owned));
                }
                _ => {}
            }
        }
        written
    }

    /// The cell, with the words in it. What does not read as its attributes promise is text.
    fn cell<'w>(&'w self, words: &'w str) -> Cell<'w> {
        let value = self.value.as_deref().filter(|value| !value.is_empty());
        let told = match self.kind {
            Kind::Text => return Cell::text(if words.is_empty() { value.unwrap_or_default() } else { words }),
            Kind::Error => Some(Cell::Error(if words.is_empty() { "#VALUE!" } else { words })),
            Kind::Number => value.and_then(|value| value.trim().parse().ok()).map(Cell::Number),
            Kind::Date => value.and_then(|value| iso::date_time(value, false)).map(Cell::Date),
            Kind::Time => value.and_then(iso::period).map(Cell::Date),
            Kind::Bool => value.map(|value| Cell::Bool(value == "1" || value.eq_ignore_ascii_case("true"))),
        };
        told.unwrap_or_else(|| Cell::text(words))
    }
}

/// The words of a cell up to its end: its paragraphs, each on a line.
fn read_words<R: BufRead>(xml: &mut Reader<R>, words: &mut String) -> Result<(), Damage> {
    words.clear();
    let mut buffer = Vec::new();
    let (mut is_inside, mut paragraphs) = (false, 0);
    loop {
        match next(xml, &mut buffer)? {
            Xml::Start(element) => match element.name().as_ref() {
                "text:p" | "text:h" => {
                    if paragraphs > 0 {
                        words.push('\n');
                    }
                    paragraphs += 1;
                    is_inside = true;
                }
                "text:s" => words.extend(std::iter::repeat_n(' ', times(&element, "text:c").min(1000) as usize)),
                "text:tab" => words.push('\t'),
                "text:line-break" => words.push('\n'),
                name if name == "office:annotation" || name == "table:table" || name.starts_with("draw:") => {
                    let start = element.into_owned();
                    skip(xml, &start)?;
                }
                _ => {}
            },
            Xml::End(element) => match element.name().as_ref() {
                "text:p" | "text:h" => is_inside = false,
                "table:table-cell" | "table:covered-table-cell" => return Ok(()),
                _ => {}
            },
            Xml::Eof => return Err(Damage::CutShort),
            event if is_inside => push_words(&event, words),
            _ => {}
        }
    }
}
