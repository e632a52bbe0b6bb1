//! A file's sheets, before anything is made of them.

use std::fs::File;
use std::io::Read;
use std::ops::ControlFlow;
use std::path::Path;
use std::sync::Arc;

use super::reading::{self, Event, Format, Opened, ReadOptions};
use super::sheet::Sheet;
use super::{ImportError, ImportFault, Progress};

/// A file's sheets, and how it turned out to be made.
#[derive(Debug, Clone, PartialEq)]
pub struct Contents {
    /// The file's name, without its folder.
    pub file: Arc<str>,
    /// Where the file stands; tells two files of one name apart.
    pub origin: Arc<str>,
    /// How it is made.
    pub opened: Opened,
    /// Its sheets, in its order.
    pub sheets: Vec<Sheet>,
}

/// Reads a file's sheets from disk.
///
/// # Errors
/// When nothing can be read from the file at all.
pub fn open_file(
    path: &Path,
    options: &ReadOptions,
    progress: &mut dyn FnMut(Progress) -> ControlFlow<()>,
) -> Result<Contents, ImportError> {
    let (file, origin) = file_name(path);
    let bytes = file_bytes(path).map_err(|fault| ImportError { file: file.as_str().into(), fault })?;
    open_bytes(&file, &origin, &bytes, options, progress)
}

/// Reads the sheets of a file that is already in memory. `name` is shown to the user, `origin` tells two files of one name
/// apart.
///
/// # Errors
/// When nothing can be read from the file at all.
pub fn open_bytes(
    name: &str,
    origin: &str,
    bytes: &[u8],
    options: &ReadOptions,
    progress: &mut dyn FnMut(Progress) -> ControlFlow<()>,
) -> Result<Contents, ImportError> {
    let mut gathering = Gathering::default();
    let mut flow = ControlFlow::Continue(());
    let opened = reading::read(bytes, options, &mut |event| {
        flow = gathering.take(event, progress);
        flow
    });
    let opened = if flow.is_break() { Err(ImportFault::Cancelled) } else { opened };
    gathering.finish(name, origin, opened)
}

/// A file's name as it is shown, and where it stands.
pub(super) fn file_name(path: &Path) -> (String, String) {
    let shown = path.display().to_string();
    let name = path.file_name().map_or_else(|| shown.clone(), |name| name.to_string_lossy().into_owned());
    let origin = dunce::canonicalize(path).map_or(shown, |path| path.display().to_string());
    (name, origin)
}

/// All bytes of a file.
pub(super) fn file_bytes(path: &Path) -> Result<Vec<u8>, ImportFault> {
    if path.is_dir() {
        return Err(ImportFault::Folder);
    }
    let mut file = File::open(path).map_err(|error| ImportFault::of_system(&error))?;
    let length = file.metadata().map_or(0, |found| found.len());
    let mut bytes = Vec::new();
    file.read_to_end(&mut bytes).map_err(|error| match ImportFault::of_system(&error) {
        // It was there when it was opened.
        ImportFault::Missing => ImportFault::Vanished,
        fault => fault,
    })?;
    if (bytes.len() as u64) < length { Err(ImportFault::Vanished) } else { Ok(bytes) }
}

/// Gathers what the reading of a file tells.
#[derive(Default)]
pub(super) struct Gathering {
    sheets: Vec<Sheet>,
    rows: usize,
    /// What the sheets weigh but for the last.
    ended: usize,
}

impl Gathering {
    /// Takes what was read, and tells now and then how far it has come.
    pub fn take(&mut self, event: Event<'_>, progress: &mut dyn FnMut(Progress) -> ControlFlow<()>) -> ControlFlow<()> {
        match (event, self.sheets.last_mut()) {
            (Event::Sheet { name, is_hidden, from_1904 }, _) => {
                self.end_sheet();
                self.sheets.push(Sheet::new(name, is_hidden, from_1904));
            }
            (Event::Row { number, cells, texts }, Some(sheet)) => {
                sheet.push_numbered(number, cells, texts);
                self.rows += 1;
                if self.rows.is_multiple_of(ROWS_BETWEEN_PROGRESS) {
                    return progress(self.progress());
                }
            }
            (Event::OddCell { row }, Some(sheet)) => sheet.odd_cells.push(row),
            (Event::Damage(damage), Some(sheet)) => sheet.damage = Some(damage.clone()),
            (Event::Alive, _) => return progress(self.progress()),
            (_, None) => {}
        }
        ControlFlow::Continue(())
    }

    /// How far it has come.
    pub fn progress(&self) -> Progress {
        Progress { rows: self.rows }
    }

    /// About how much memory it takes, in bytes.
    pub fn weight(&self) -> usize {
        self.ended + self.sheets.last().map_or(0, Sheet::weight)
    }

    fn end_sheet(&mut self) {
        if let Some(sheet) = self.sheets.last_mut() {
            sheet.end();
            self.ended += sheet.weight();
        }
    }

    /// The file's contents, or why there are none.
    pub fn finish(
        mut self,
        file: &str,
        origin: &str,
        opened: Result<Opened, ImportFault>,
    ) -> Result<Contents, ImportError> {
        self.end_sheet();
        let file: Arc<str> = file.into();
        match opened {
            opened if is_lock_file(&file, &opened) => Err(ImportError { file, fault: ImportFault::LockFile }),
            Ok(opened) => Ok(Contents { file, origin: origin.into(), opened, sheets: self.sheets }),
            Err(fault) => Err(ImportError { file, fault }),
        }
    }
}

/// Whether this is what a program keeps beside a workbook while it is open, which is no workbook itself.
fn is_lock_file(name: &str, opened: &Result<Opened, ImportFault>) -> bool {
    let is_workbook = match opened {
        Ok(opened) => opened.format != Format::Text,
        Err(fault) => matches!(fault, ImportFault::Protected | ImportFault::WrongPassword),
    };
    !is_workbook && (name.starts_with("~$") || name.starts_with(".~lock."))
}

const ROWS_BETWEEN_PROGRESS: usize = 500;
