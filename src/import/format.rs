//! What a file is, told from its bytes and never from its name.

use super::compound::Compound;
use super::{ImportFault, xls};

/// What a file is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Format {
    /// Excel since 2007: xlsx, xlsm.
    Xlsx,
    /// Excel's binary format since 2007.
    Xlsb,
    /// Excel before 2007.
    Xls,
    /// The format of `LibreOffice`.
    Ods,
    /// A table as text.
    Text,
}

/// What the bytes are.
///
/// # Errors
/// When they are no table, or one that is protected by a password.
pub(super) fn recognise(bytes: &[u8]) -> Result<Format, ImportFault> {
    match bytes {
        [] => Err(ImportFault::NoBytes),
        [b'P', b'K', 3 | 5, 4 | 6, ..] => zip(bytes),
        [0xD0, 0xCF, 0x11, 0xE0, ..] => compound(bytes),
        _ => Ok(Format::Text),
    }
}

/// The formats that are zip archives, told by the names of their parts. The names stand in the clear before each part
/// and once more at the end of the archive.
fn zip(bytes: &[u8]) -> Result<Format, ImportFault> {
    const HEAD: usize = 64 * 1024;
    const TAIL: usize = 1024 * 1024;
    let head = &bytes[..bytes.len().min(HEAD)];
    let tail = &bytes[bytes.len().saturating_sub(TAIL)..];
    let has = |name: &str| contains(head, name.as_bytes()) || contains(tail, name.as_bytes());
    if has("workbook.bin") {
        Ok(Format::Xlsb)
    } else if has("opendocument.spreadsheet") || (has("content.xml") && !has("[Content_Types].xml")) {
        Ok(Format::Ods)
    } else if ["workbook.xml", "xl/worksheets", "xl/sharedStrings"].into_iter().any(has) {
        Ok(Format::Xlsx)
    } else {
        Err(ImportFault::NotATable)
    }
}

/// The formats in Microsoft's compound files, told by the names of their streams.
fn compound(bytes: &[u8]) -> Result<Format, ImportFault> {
    let file = Compound::open(bytes).ok_or_else(|| ImportFault::Damaged("broken table of sectors".to_owned()))?;
    if file.has("EncryptedPackage") {
        Err(ImportFault::Protected)
    } else if !file.has("Workbook") && !file.has("Book") {
        Err(ImportFault::NotATable)
    } else {
        xls::check(&file).map(|()| Format::Xls)
    }
}

fn contains(bytes: &[u8], part: &[u8]) -> bool {
    bytes.windows(part.len()).any(|window| window == part)
}
