//! Reading a rulebook from its file.

use std::fs::File;
use std::io::{self, Read};
use std::path::Path;

use crate::rulebook::{Fault, Rulebook};

/// Why a rulebook's file can't be used.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum RulebookFault {
    /// It can't be read, and what the system says.
    Unreadable(String),
    /// It is far larger than any rulebook.
    TooLarge,
    /// What is wrong in it.
    Faulty(Vec<Fault>),
}

/// Larger than any rulebook, in bytes.
const MOST_BYTES: u64 = 4 << 20;

/// Reads a rulebook.
///
/// # Errors
/// When the file can't be read, or is no rulebook without faults.
pub fn read_rulebook(path: &Path) -> Result<Rulebook, RulebookFault> {
    let bytes = begin(path, MOST_BYTES + 1).map_err(|error| RulebookFault::Unreadable(error.to_string()))?;
    if bytes.len() as u64 > MOST_BYTES {
        return Err(RulebookFault::TooLarge);
    }
    Rulebook::parse(without_mark(&String::from_utf8_lossy(&bytes))).map_err(RulebookFault::Faulty)
}

/// Whether a file begins as a rulebook does, and as no export: with a brace and a quotation mark.
pub fn looks_like_rulebook(path: &Path) -> bool {
    let begins = |bytes: Vec<u8>| {
        let text = String::from_utf8_lossy(&bytes);
        let object = without_mark(&text).trim_start().strip_prefix('{').map(str::trim_start);
        object.is_some_and(|inside| inside.starts_with('"'))
    };
    begin(path, BEGIN).is_ok_and(begins)
}

/// So many bytes tell how a file begins.
const BEGIN: u64 = 256;

fn begin(path: &Path, most: u64) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    File::open(path)?.take(most).read_to_end(&mut bytes)?;
    Ok(bytes)
}

/// Editors on Windows put a mark before the text.
fn without_mark(text: &str) -> &str {
    text.strip_prefix('\u{feff}').unwrap_or(text)
}
