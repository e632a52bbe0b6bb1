//! Reading: from a file's bytes to rows of cells, without knowing what they mean.
//!
//! [`read`] is the one way: from bytes and options to a stream of events. It knows no file system and no screen, so that
//! it may run in a process of its own. `format` tells what a file is, and each format has a file of its own; `password`
//! opens what is protected.

mod archive;
mod cdata;
mod compound;
mod delimiter;
mod encoding;
mod format;
mod html;
mod iso;
mod mended;
mod ods;
mod password;
mod rows;
mod spreadsheetml;
mod text;
mod workbook;
mod xls;
mod xlsb;
mod xlsx;
mod xml;

use std::ops::ControlFlow;

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use super::ImportFault;
use super::cell::Cell;
use super::error::Damage;
use crate::silenced::silenced;

pub use delimiter::DELIMITERS;
pub use encoding::ENCODINGS;
pub use format::Format;
pub(super) use rows::recycled;

/// Whom the events are told to.
type Tell<'t> = dyn FnMut(Event<'_>) -> ControlFlow<()> + 't;

/// Reads a file's sheets, row by row, and tells each to `tell` as it comes. Stops early when that breaks.
///
/// # Errors
/// When nothing can be read from the file at all.
pub fn read(bytes: &[u8], options: &ReadOptions, tell: &mut Tell<'_>) -> Result<Opened, ImportFault> {
    let sum = format!("{:x}", Sha256::digest(bytes));
    let bytes = password::unlocked(bytes, options.password.as_deref())?;
    let format = format::recognise(&bytes)?;
    let mut read = || match format {
        Format::Text => text::read(&bytes, options, tell),
        Format::Html => html::read(&bytes, options, tell),
        Format::SpreadsheetMl => spreadsheetml::read(&bytes, tell).map(|()| Opened::workbook(format)),
        Format::Ods => ods::read(&bytes, tell).map(|()| Opened::workbook(format)),
        Format::Xlsx => xlsx::read(&bytes, tell).map(|()| Opened::workbook(format)),
        Format::Xlsb => xlsb::read(&bytes, tell).map(|()| Opened::workbook(format)),
        Format::Xls => xls::read(&bytes, tell).map(|()| Opened::workbook(format)),
    };
    // The libraries may panic on damaged files.
    let opened = silenced(&mut read).unwrap_or_else(|| Err(Damage::broken("unexpected content").into()))?;
    Ok(Opened { sum, ..opened })
}

/// What the user chose about how a file is read; what is left out is told from its bytes.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReadOptions {
    /// The encoding of a text file, as the encoding standard names it, `cp850` or `cp437`: one of [`ENCODINGS`].
    pub encoding: Option<String>,
    /// What parts the cells of a text file.
    pub delimiter: Option<char>,
    /// The password of a protected workbook.
    pub password: Option<String>,
}

/// How a file turned out to be made.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Opened {
    /// What it is.
    pub format: Format,
    /// The encoding of a text file or web page, one of [`ENCODINGS`] or another that the encoding standard names.
    pub encoding: Option<String>,
    /// Whether the encoding is certain: told by a mark or by the bytes themselves, or chosen.
    pub encoding_is_sure: bool,
    /// What parts the cells of a text file.
    pub delimiter: Option<char>,
    /// The SHA-256 of its bytes as they stand on disk, in hexadecimal digits.
    pub sum: String,
}

impl Opened {
    /// A workbook, which has neither encoding nor delimiter to choose.
    fn workbook(format: Format) -> Self {
        Self { format, encoding: None, encoding_is_sure: true, delimiter: None, sum: String::new() }
    }
}

/// What the reading of a file tells.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Event<'a> {
    /// A sheet begins; the events that follow are of it.
    Sheet {
        /// Its name; empty for a file that has no sheets.
        name: &'a str,
        /// Whether the program that wrote it does not show it.
        is_hidden: bool,
        /// Whether its dates are counted from 1904 on.
        from_1904: bool,
    },
    /// A row that has something in it, below those before.
    Row {
        /// Counted from 1, as spreadsheet programs show it.
        number: u32,
        /// The cells that have something in them, from left to right, each with its column.
        cells: &'a [(u16, Cell<'a>)],
        /// For each cell the number of its text, where it has one: two with one number are the same. The first of a sheet
        /// is 0, and each new one the next. [`Event::UNNUMBERED`] stands for a text without, and for none.
        /// Empty where no cell has one.
        texts: &'a [u32],
    },
    /// A single cell could not be read, and its place is not known.
    OddCell {
        /// The row it stands in, or the last one before it.
        row: u32,
    },
    /// The rest of the sheet can't be read; says why.
    Damage(&'a Damage),
    /// The reading goes on; sent while no rows come.
    Alive,
}

impl Event<'_> {
    /// No number of a text.
    pub const UNNUMBERED: u32 = u32::MAX;
}
