//! Import: from a workbook or CSV file to typed records and findings.
//!
//! Data goes one way. `reading` makes rows of cells of a file's bytes and `contents` keeps them; `understanding` finds the
//! tables, what each column holds and how it is written, with what the user chose (`choices`); `taking` makes records and
//! findings of the rows. [`read_file`] is the whole way.

mod apart;
mod cell;
mod choices;
mod contents;
mod error;
mod field;
mod on_disk;
mod reading;
mod rulebook;
mod sheet;
mod taking;
mod understanding;
mod values;
mod watch;

pub use apart::{PATIENCE, open_apart, serve};
pub use cell::{Cell, Serial};
pub use choices::{AmountsAre, Choices, ColumnChoice, DateOrder, DecimalSign};
pub use contents::{Contents, open_bytes, open_file};
pub use error::{Damage, ImportError, ImportFault};
pub use field::Field;
pub use on_disk::stamp;
pub use reading::{DELIMITERS, ENCODINGS, Event, Format, Opened, ReadOptions, read};
pub use rulebook::{RulebookFault, looks_like_rulebook, read_rulebook};
pub use sheet::{Row, Sheet};
pub use taking::{take_in, take_in_watched};
pub(crate) use understanding::compact;
pub use understanding::{
    About, Certainty, Column, Layout, Question, Shape, Understanding, Unmet, understand, understand_watched,
};

use std::ops::ControlFlow;
use std::path::{Path, PathBuf};

use crate::ledger::Source;

/// Reads one file from disk, with what the user chose about it.
///
/// # Errors
/// When nothing can be read from the file at all. Rows that can't be read are findings in the source.
pub fn read_file(
    path: &Path,
    choices: &Choices,
    progress: &mut dyn FnMut(Progress) -> ControlFlow<()>,
) -> Result<Source, ImportError> {
    let contents = open_file(path, &choices.reading, progress)?;
    take_in_watched(&contents, &understand_watched(&contents, choices, progress)?, progress)
}

/// Where files are read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Reader {
    /// In this process; for files that come with the program, and for tests.
    Here,
    /// In a process of its own, which is this program started anew.
    Apart(PathBuf),
}

impl Reader {
    /// In a process of its own.
    ///
    /// # Errors
    /// When the system does not tell where this program stands.
    pub fn apart() -> std::io::Result<Self> {
        std::env::current_exe().map(Self::Apart)
    }

    /// Reads a file's sheets.
    ///
    /// # Errors
    /// When nothing can be read from the file at all.
    pub fn open(
        &self,
        path: &Path,
        options: &ReadOptions,
        progress: &mut dyn FnMut(Progress) -> ControlFlow<()>,
    ) -> Result<Contents, ImportError> {
        match self {
            Self::Here => open_file(path, options, progress),
            Self::Apart(program) => open_apart(program, path, options, PATIENCE, progress),
        }
    }
}

/// Reads one file that is already in memory. `name` is shown to the user, `origin` tells two files of one name apart.
///
/// # Errors
/// When nothing can be read from the file at all.
pub fn read_bytes(name: &str, origin: &str, bytes: &[u8], choices: &Choices) -> Result<Source, ImportError> {
    let contents = open_bytes(name, origin, bytes, &choices.reading, &mut |_| ControlFlow::Continue(()))?;
    take_in(&contents, &understand(&contents, choices))
}

/// How far the reading of a file has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Progress {
    /// Rows read so far, over all sheets.
    pub rows: usize,
}
