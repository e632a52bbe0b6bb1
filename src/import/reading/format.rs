//! What a file is, told from its bytes and never from its name.

use serde::{Deserialize, Serialize};

use super::super::ImportFault;
use super::super::error::Damage;
use super::compound::{Compound, u32_at};
use super::encoding;

/// What a file is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Format {
    /// Excel since 2007: xlsx, xlsm.
    Xlsx,
    /// Excel's binary format since 2007.
    Xlsb,
    /// Excel before 2007.
    Xls,
    /// The format of `LibreOffice`, as an archive or as one flat XML file.
    Ods,
    /// A table as text.
    Text,
    /// The tables of a web page, which many programs call Excel.
    Html,
    /// Excel's XML of 2003.
    SpreadsheetMl,
}

impl Format {
    /// As reports and messages name it.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Xlsx => "xlsx",
            Self::Xlsb => "xlsb",
            Self::Xls => "xls",
            Self::Ods => "ods",
            Self::Text => "text",
            Self::Html => "html",
            Self::SpreadsheetMl => "spreadsheetml",
        }
    }
}

/// What the bytes are.
///
/// # Errors
/// When they are no table.
pub(super) fn recognise(bytes: &[u8]) -> Result<Format, ImportFault> {
    match bytes {
        [] => Err(ImportFault::NoBytes),
        [b'P', b'K', 3 | 5, 4 | 6, ..] => zip(bytes),
        [0xD0, 0xCF, 0x11, 0xE0, ..] => compound(bytes),
        _ => other_program(bytes).map_or_else(|| Ok(markup_or_text(bytes)), Err),
    }
}

/// The formats that are zip archives, told by the names of their parts. The names stand in the clear before each part
/// and once more in the list that closes the archive.
fn zip(bytes: &[u8]) -> Result<Format, ImportFault> {
    const HEAD: usize = 64 * 1024;
    let head = &bytes[..bytes.len().min(HEAD)];
    let list = list_of_parts(bytes);
    let tail = list.unwrap_or_default();
    let has = |name: &str| contains(head, name.as_bytes()) || contains(tail, name.as_bytes());
    let format = if has("xl/workbook.bin") || (has("workbook.bin") && !has("word/")) {
        Format::Xlsb
    } else if has("opendocument.spreadsheet") {
        Format::Ods
    } else if ["xl/workbook.xml", "xl/worksheets", "xl/sharedStrings"].into_iter().any(has) {
        Format::Xlsx
    } else if ["word/", "ppt/", "opendocument.text", "opendocument.presentation"].into_iter().any(has) {
        return Err(ImportFault::Document);
    } else if has("content.xml") && !has("[Content_Types].xml") {
        Format::Ods
    } else if has("workbook.xml") {
        Format::Xlsx
    } else {
        return Err(ImportFault::NotATable);
    };
    list.map(|_| format).ok_or(Damage::CutShort.into())
}

/// The list that closes an archive; nothing when it was cut short.
fn list_of_parts(bytes: &[u8]) -> Option<&[u8]> {
    /// The mark of the end may be followed by a remark.
    const END: usize = 66 * 1024;
    /// A list without its place in an archive of more than four gigabytes; it is short all the same.
    const LIST: usize = 1024 * 1024;
    let end = &bytes[bytes.len().saturating_sub(END)..];
    let mark = bytes.len() - end.len() + end.windows(4).rposition(|window| window == b"PK\x05\x06")?;
    let start = u32_at(bytes, mark + 16).filter(|start| *start != u32::MAX).map(|start| start as usize);
    bytes.get(start.unwrap_or(mark.saturating_sub(LIST))..)
}

/// The formats in Microsoft's compound files, told by the names of their streams.
fn compound(bytes: &[u8]) -> Result<Format, ImportFault> {
    let file = Compound::open(bytes).ok_or(Damage::CutShort)?;
    if file.has("Workbook") || file.has("Book") {
        Ok(Format::Xls)
    } else if file.has("WordDocument") || file.has("PowerPoint Document") {
        Err(ImportFault::Document)
    } else {
        Err(ImportFault::NotATable)
    }
}

/// Files of other programs, told by the bytes that they begin with.
fn other_program(bytes: &[u8]) -> Option<ImportFault> {
    const PICTURES: [&[u8]; 7] =
        [b"\x89PNG", b"\xFF\xD8\xFF", b"GIF8", b"BM\x36", b"II*\0", b"MM\0*", b"\0\0\x01\0\x01"];
    let begins = |start: &&[u8]| bytes.starts_with(start);
    let riff = bytes.starts_with(b"RIFF") && bytes.get(8..12) == Some(b"WEBP");
    let heic = bytes.get(4..8) == Some(b"ftyp");
    if PICTURES.iter().any(begins) || riff || heic {
        Some(ImportFault::Picture)
    } else if bytes.starts_with(b"%PDF") {
        Some(ImportFault::Pdf)
    } else if bytes.starts_with(b"{\\rtf") {
        Some(ImportFault::Document)
    } else {
        None
    }
}

/// What is text: XML, a web page, or a table.
fn markup_or_text(bytes: &[u8]) -> Format {
    const HEAD: usize = 4096;
    let head = encoding::glance(&bytes[..bytes.len().min(HEAD)]).to_lowercase();
    let head = head.trim_start_matches(['\u{feff}', '\0']).trim_start();
    let names = ["<html", "<!doctype html", "<table", "<?xml", "<head", "<meta", "<body", "<style", "<!--", "<div"];
    match () {
        () if !head.starts_with('<') => Format::Text,
        () if head.contains("urn:schemas-microsoft-com:office:spreadsheet") && !head.contains("<html") => {
            Format::SpreadsheetMl
        }
        () if head.contains("<office:document") => Format::Ods,
        () if names.iter().any(|name| head.starts_with(name)) => Format::Html,
        // A table as text may have a heading in angle brackets.
        () if head.contains("<table") || head.contains("<html") => Format::Html,
        () => Format::Text,
    }
}

fn contains(bytes: &[u8], part: &[u8]) -> bool {
    bytes.windows(part.len()).any(|window| window == part)
}
