//! Reading a rulebook from its file.

use std::path::PathBuf;

use crate::import::{RulebookFault, read_rulebook};
use crate::rulebook::Rulebook;

/// A rulebook's file, and what is in it.
#[derive(Debug)]
pub struct RulebookFile {
    /// The file.
    pub path: PathBuf,
    /// The rulebook.
    pub rulebook: Result<Box<Rulebook>, RulebookFault>,
}

pub(super) fn read(path: PathBuf) -> RulebookFile {
    let rulebook = read_rulebook(&path).map(Box::new);
    RulebookFile { path, rulebook }
}
