//! Tables as text to rows of cells.

use std::borrow::Cow;
use std::ops::ControlFlow;

use super::super::ImportFault;
use super::super::cell::Cell;
use super::super::error::Damage;
use super::rows::recycled;
use super::{Event, Format, Opened, ReadOptions, Tell, delimiter, encoding};

/// The table in a text file, as one sheet without a name.
///
/// # Errors
/// When the bytes are no text.
pub(super) fn read(bytes: &[u8], options: &ReadOptions, tell: &mut Tell<'_>) -> Result<Opened, ImportFault> {
    let decoded = encoding::decode(bytes, options.encoding.as_deref(), tell);
    let text = cleaned(decoded.text).ok_or(ImportFault::NotATable)?;
    let (told, text) = told_delimiter(&text);
    let delimiter = options.delimiter.or(told).filter(char::is_ascii).unwrap_or_else(|| delimiter::sniff(text));
    if tell(Event::Sheet { name: "", is_hidden: false, from_1904: false }).is_continue() {
        // Whoever stops the reading early knows why.
        let _ = read_rows(text, delimiter, tell);
    }
    Ok(Opened {
        format: Format::Text,
        encoding: Some(decoded.name.to_owned()),
        encoding_is_sure: decoded.is_sure,
        delimiter: Some(delimiter),
        sum: String::new(),
    })
}

/// The text without what no table needs; nothing when it is none.
fn cleaned(text: Cow<'_, str>) -> Option<Cow<'_, str>> {
    // A stray control character is no reason to refuse a file; a binary file has them everywhere.
    let is_control = |byte: &u8| *byte < b' ' && !matches!(byte, b'\t' | b'\n' | b'\r');
    let controls = text.bytes().filter(is_control).count();
    if controls > 3 && controls * 50 > text.len() {
        return None;
    }
    let text = if text.contains('\0') { text.replace('\0', "").into() } else { text };
    // Old Macintosh programs end a line with a carriage return alone.
    let bytes = text.as_bytes();
    let is_alone = |(at, _): (usize, &str)| bytes.get(at + 1) != Some(&b'\n');
    if text.match_indices('\r').any(is_alone) {
        return Some(text.replace("\r\n", "\n").replace('\r', "\n").into());
    }
    Some(text)
}

/// The delimiter that the first line tells, as Excel understands it: `sep=;`. The line is no row then.
fn told_delimiter(text: &str) -> (Option<char>, &str) {
    let first = text.split_once('\n').map(|(line, rest)| (line.trim_end_matches('\r').trim_matches('"'), rest));
    match first {
        Some((line, rest)) if line.len() == 5 && line.to_ascii_lowercase().starts_with("sep=") => {
            (line.chars().last(), rest)
        }
        _ => (None, text),
    }
}

/// Every row. Where a quotation mark is never closed, all that follows would be one cell: that row is read again as it
/// stands, without heed of quotation marks, and the reading goes on below it.
fn read_rows(text: &str, delimiter: char, tell: &mut Tell<'_>) -> ControlFlow<()> {
    // More of them come from a file that quotes in some other way.
    const MOST_OPEN_QUOTES: usize = 20;
    let mut place = Place { text, number: 1 };
    for _ in 0..MOST_OPEN_QUOTES {
        let Some(open) = read_quoted(place, delimiter, tell)? else { return ControlFlow::Continue(()) };
        tell(Event::OddCell { row: open.number })?;
        let (line, rest) = open.text.split_once('\n').unwrap_or((open.text, ""));
        let cells: Vec<(u16, Cell<'_>)> = filled(line.split(delimiter).map(unquoted)).collect();
        tell_row(open.number, &cells, tell)?;
        place = Place { text: rest, number: open.number.saturating_add(1) };
    }
    tell(Event::Damage(&Damage::OpenQuote(place.number)))
}

/// A place in the text: what stands from there on, and the number of its row.
#[derive(Clone, Copy)]
struct Place<'a> {
    text: &'a str,
    number: u32,
}

/// The rows from a place on, up to the end or to the row with a quotation mark that is never closed, which is the answer.
fn read_quoted<'a>(place: Place<'a>, delimiter: char, tell: &mut Tell<'_>) -> ControlFlow<(), Option<Place<'a>>> {
    let mut reader = reader(place.text, delimiter);
    let mut record = csv::StringRecord::new();
    let mut spare = Vec::new();
    let (mut number, mut at) = (place.number, 0);
    while reader.read_record(&mut record).unwrap_or(false) {
        let end = usize::try_from(reader.position().byte()).unwrap_or(usize::MAX);
        // The reader stops between the two signs of a line's end, and skips blank lines before a row.
        let written = place.text.get(at..end).unwrap_or_default();
        let is_cut = at > 0 && place.text.as_bytes().get(at - 1) == Some(&b'\r');
        let written = written.strip_prefix('\n').filter(|_| is_cut).unwrap_or(written);
        let row = written.trim_start_matches(['\n', '\r']);
        let blank = written[..written.len() - row.len()].matches('\n').count();
        number = number.saturating_add(u32::try_from(blank).unwrap_or(u32::MAX));
        let may_be_open = end >= place.text.len() || row.trim_end().contains('\n');
        if may_be_open && is_left_open(row, delimiter) {
            let start = end - row.len();
            return ControlFlow::Continue(Some(Place { text: &place.text[start..], number }));
        }
        at = end;
        let mut cells: Vec<(u16, Cell<'_>)> = recycled(spare);
        cells.extend(filled(record.iter().map(Cell::text_or_error)));
        if record.len() > usize::from(COLUMNS) {
            tell(Event::OddCell { row: number })?;
        }
        tell_row(number, &cells, tell)?;
        spare = recycled(cells);
        number = number.saturating_add(1);
    }
    ControlFlow::Continue(None)
}

/// The cells that have something in them, each with its column.
fn filled<'c>(cells: impl Iterator<Item = Cell<'c>>) -> impl Iterator<Item = (u16, Cell<'c>)> {
    (0..COLUMNS).zip(cells).filter(|(_, cell)| !cell.is_empty())
}

/// No table that a spreadsheet can show has more columns.
const COLUMNS: u16 = 16_384;

fn tell_row(number: u32, cells: &[(u16, Cell<'_>)], tell: &mut Tell<'_>) -> ControlFlow<()> {
    if cells.is_empty() { ControlFlow::Continue(()) } else { tell(Event::Row { number, cells, texts: &[] }) }
}

/// Whether a row ends within quotation marks, or goes on right behind the mark that closes a cell of several lines: then it
/// was none that closes, and the one that opens has no partner.
fn is_left_open(row: &str, delimiter: char) -> bool {
    let (mut is_quoted, mut is_start, mut has_break) = (false, true, false);
    let mut letters = row.chars().peekable();
    while let Some(letter) = letters.next() {
        if letter != '"' {
            is_start = !is_quoted && (letter == delimiter || letter == '\n');
            has_break |= is_quoted && letter == '\n';
        } else if is_quoted && letters.peek() == Some(&'"') {
            letters.next();
        } else if is_quoted {
            is_quoted = false;
            if has_break && letters.peek().is_some_and(|next| *next != delimiter && !matches!(next, '\n' | '\r' | ' '))
            {
                return true;
            }
        } else if is_start {
            (is_quoted, has_break) = (true, false);
        }
    }
    is_quoted
}

/// A cell without the quotation marks around it.
fn unquoted(text: &str) -> Cell<'_> {
    let text = text.trim();
    let inner = text.strip_prefix('"').unwrap_or(text);
    Cell::text_or_error(inner.strip_suffix('"').unwrap_or(inner))
}

/// A reader of rows of different widths.
pub(super) fn reader(text: &str, delimiter: char) -> csv::Reader<&[u8]> {
    let delimiter = u8::try_from(delimiter).unwrap_or(b',');
    csv::ReaderBuilder::new().has_headers(false).flexible(true).delimiter(delimiter).from_reader(text.as_bytes())
}
