//! Tables as text: which encoding, which delimiter, and the rows.

use std::borrow::Cow;

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Encoding, UTF_16BE, UTF_16LE};

use super::cell::{Cell, Row, Sheet};
use super::{ImportFault, RowCount};

/// The delimiters that are tried; the first of equally good ones is taken.
const DELIMITERS: [u8; 4] = *b"\t;,|";

/// The table in a text file, as one sheet without a name.
///
/// # Errors
/// When the bytes are no text, or text that is no table, such as a web page.
pub(super) fn read(bytes: &[u8], count: &mut RowCount<'_>) -> Result<Sheet, ImportFault> {
    let text = decode(bytes).ok_or(ImportFault::NotATable)?;
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    let (told, text) = told_delimiter(&text);
    let delimiter = told.unwrap_or_else(|| sniff(text));

    let mut rows = Vec::new();
    // The row's number is its line, less the line breaks inside earlier cells.
    let mut breaks_inside = 0;
    let mut last = (1, "", 0);
    for record in reader(text, delimiter).records() {
        let record = record.map_err(|error| ImportFault::Damaged(error.to_string()))?;
        let (line, written) = place_of(&record, text);
        let number = u32::try_from(line.saturating_sub(breaks_inside)).unwrap_or(u32::MAX);
        let breaks = record.iter().map(|field| field.matches('\n').count() as u64).sum();
        breaks_inside += breaks;
        last = (number, written, breaks);
        let cells: Vec<Cell> = record.iter().map(Cell::text).collect();
        if cells.iter().any(|cell| !cell.is_empty()) {
            rows.push(Row { number, cells });
            count.one_more();
        }
    }
    // A quotation mark that is never closed makes one cell of all that follows.
    match last {
        (number, written, 1..) if written.matches('"').count() % 2 == 1 => {
            Err(ImportFault::Damaged(format!("quotation mark without its end in row {number}")))
        }
        _ => Ok(Sheet { name: String::new(), rows, from_1904: false, damage: None }),
    }
}

/// The line on which a record begins, and the text from there on. The reader's own position stands before the blank lines
/// that it skips.
fn place_of<'a>(record: &csv::StringRecord, text: &'a str) -> (u64, &'a str) {
    let Some(position) = record.position() else { return (0, "") };
    let rest = usize::try_from(position.byte()).ok().and_then(|at| text.get(at..)).unwrap_or_default();
    let written = rest.trim_start_matches('\n');
    (position.line() + (rest.len() - written.len()) as u64, written)
}

/// The text, in whatever encoding it is; nothing when it is no text.
fn decode(bytes: &[u8]) -> Option<Cow<'_, str>> {
    let text = if let Some((encoding, _)) = Encoding::for_bom(bytes) {
        encoding.decode(bytes).0
    } else if let Some(encoding) = utf_16(bytes) {
        encoding.decode_without_bom_handling(bytes).0
    } else if let Ok(text) = std::str::from_utf8(bytes) {
        Cow::Borrowed(text)
    } else {
        let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
        detector.feed(bytes, true);
        detector.guess(None, Utf8Detection::Deny).decode_without_bom_handling(bytes).0
    };
    // A stray control character is no reason to refuse a file; a binary file has them everywhere.
    let controls = text.chars().filter(|c| *c < ' ' && !matches!(c, '\t' | '\n' | '\r')).count();
    let is_binary = text.contains('\0') || controls * 100 > text.len();
    let is_markup = text.trim_start().starts_with('<') || text.starts_with("%PDF");
    (!is_binary && !is_markup).then_some(text)
}

/// UTF-16 without its mark: in most tables nearly every second byte is zero.
fn utf_16(bytes: &[u8]) -> Option<&'static Encoding> {
    let start = &bytes[..bytes.len().min(4096)];
    let zeros = |parity: usize| start.iter().skip(parity).step_by(2).filter(|byte| **byte == 0).count();
    let (even, odd) = (zeros(0), zeros(1));
    let many = start.len() / 4;
    match () {
        () if odd > many && even == 0 => Some(UTF_16LE),
        () if even > many && odd == 0 => Some(UTF_16BE),
        () => None,
    }
}

/// The delimiter that the first line tells, as Excel understands it: `sep=;`. The line is no row then.
fn told_delimiter(text: &str) -> (Option<u8>, &str) {
    let rest = text.strip_prefix("sep=").and_then(|rest| rest.split_once('\n'));
    match rest {
        Some((delimiter, rest)) if delimiter.len() == 1 => (delimiter.bytes().next(), rest),
        _ => (None, text),
    }
}

/// The delimiter that cuts most of the first rows into the same number of cells.
fn sniff(text: &str) -> u8 {
    let score = |delimiter: u8| {
        let widths: Vec<usize> =
            reader(text, delimiter).records().take(200).map(|record| record.map_or(0, |it| it.len())).collect();
        let alike = |width: usize| widths.iter().filter(|it| **it == width).count() * width.saturating_sub(1);
        widths.iter().map(|width| alike(*width)).max().unwrap_or(0)
    };
    let best = DELIMITERS.iter().rev().max_by_key(|delimiter| score(**delimiter));
    best.copied().unwrap_or(b',')
}

fn reader(text: &str, delimiter: u8) -> csv::Reader<&[u8]> {
    csv::ReaderBuilder::new().has_headers(false).flexible(true).delimiter(delimiter).from_reader(text.as_bytes())
}
