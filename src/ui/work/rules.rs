//! Reading a rulebook from its file.

use std::fs::File;
use std::io::Read;
use std::path::{Path, PathBuf};

use crate::rulebook::{Fault, Rulebook};

/// A rulebook's file, and what is in it.
#[derive(Debug)]
pub struct RulebookFile {
    /// The file.
    pub path: PathBuf,
    /// The rulebook.
    pub rulebook: Result<Box<Rulebook>, RulebookFault>,
}

/// Why a rulebook can't be used.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum RulebookFault {
    /// The file can't be read, and what the system says.
    Unreadable(String),
    /// The file is far larger than any rulebook.
    TooLarge,
    /// What is wrong in it.
    Faulty(Vec<Fault>),
}

/// Larger than any rulebook.
const MOST_BYTES: u64 = 4 << 20;

pub(super) fn read(path: PathBuf) -> RulebookFile {
    let rulebook = text(&path).and_then(|text| Rulebook::parse(&text).map(Box::new).map_err(RulebookFault::Faulty));
    RulebookFile { path, rulebook }
}

fn text(path: &Path) -> Result<String, RulebookFault> {
    let mut bytes = Vec::new();
    let file = File::open(path).and_then(|file| file.take(MOST_BYTES + 1).read_to_end(&mut bytes));
    match file {
        Err(error) => Err(RulebookFault::Unreadable(error.to_string())),
        Ok(_) if bytes.len() as u64 > MOST_BYTES => Err(RulebookFault::TooLarge),
        Ok(_) => {
            let text = String::from_utf8_lossy(&bytes);
            // Editors on Windows put a mark before the text.
            Ok(text.strip_prefix('\u{feff}').unwrap_or(&text).to_owned())
        }
    }
}
