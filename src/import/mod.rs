//! Import: from a workbook or CSV file to typed records and findings.
//!
//! [`read_bytes`] is the whole way: `format` tells what the bytes are, `workbook` and `text` make rows of cells of them,
//! `headings` finds what each column is, `credentials` and `sales` make records of the rows below. How dates and amounts
//! are written is decided for a whole column, in `dates` and `amounts`.

mod amounts;
mod cell;
mod compound;
mod credentials;
mod currencies;
mod dates;
mod error;
mod format;
mod headings;
mod sales;
mod table;
mod text;
mod workbook;
mod xls;

pub use error::{ImportError, ImportFault};

use std::io::ErrorKind;
use std::path::Path;
use std::sync::Arc;

use crate::ledger::{Finding, FindingCode, SheetKind, SheetTally, Source};
use cell::Sheet;
use format::Format;
use table::Table;

/// Reads one file from disk.
///
/// # Errors
/// When nothing can be read from the file at all. Rows that can't be read are findings in the source.
pub fn read_file(path: &Path, progress: &mut dyn FnMut(Progress)) -> Result<Source, ImportError> {
    let origin = path.display().to_string();
    let failed = |fault| ImportError { file: origin.as_str().into(), fault };
    if path.is_dir() {
        return Err(failed(ImportFault::Folder));
    }
    let bytes = std::fs::read(path).map_err(|error| {
        failed(match error.kind() {
            ErrorKind::NotFound => ImportFault::Missing,
            ErrorKind::IsADirectory => ImportFault::Folder,
            // A file that another program holds gives other kinds on other systems; the advice is the same.
            _ => ImportFault::Denied,
        })
    })?;
    let name = path.file_name().map_or_else(|| origin.clone(), |name| name.to_string_lossy().into_owned());
    let origin = path.canonicalize().map_or(origin.clone(), |path| path.display().to_string());
    read_bytes(&name, &origin, &bytes, progress)
}

/// Reads one file that is already in memory. `name` is shown to the user, `origin` tells two files of one name apart.
///
/// # Errors
/// When nothing can be read from the file at all.
pub fn read_bytes(
    name: &str,
    origin: &str,
    bytes: &[u8],
    progress: &mut dyn FnMut(Progress),
) -> Result<Source, ImportError> {
    let file: Arc<str> = name.into();
    let mut count = RowCount { rows: 0, progress };
    read_sheets(bytes, &mut count)
        .and_then(|sheets| take_in(&file, origin, &sheets))
        .map_err(|fault| ImportError { file, fault })
}

/// How far the reading of a file has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Progress {
    /// Rows read so far, over all sheets.
    pub rows: usize,
}

/// Counts the rows as they are read, and tells now and then how many.
struct RowCount<'a> {
    rows: usize,
    progress: &'a mut dyn FnMut(Progress),
}

impl RowCount<'_> {
    fn one_more(&mut self) {
        self.rows += 1;
        if self.rows.is_multiple_of(500) {
            (self.progress)(Progress { rows: self.rows });
        }
    }
}

fn read_sheets(bytes: &[u8], count: &mut RowCount<'_>) -> Result<Vec<Sheet>, ImportFault> {
    match format::recognise(bytes)? {
        Format::Text => text::read(bytes, count).map(|sheet| vec![sheet]),
        format => workbook::read(bytes, format, count),
    }
}

/// Makes records and findings of a file's sheets.
///
/// A sheet that gives no row is a finding beside one that does; when none does, the file is refused, for the reason that
/// came nearest to being read.
fn take_in(file: &Arc<str>, origin: &str, sheets: &[Sheet]) -> Result<Source, ImportFault> {
    let mut source = Source { file: file.clone(), origin: origin.into(), ..Source::default() };
    let mut has_headings = false;
    let mut has_cells = false;
    for sheet in sheets {
        let name: Arc<str> = sheet.name.as_str().into();
        let layout = headings::find(sheet).filter(|_| sheet.damage.is_none());
        has_cells |= !sheet.rows.is_empty();
        has_headings |= layout.is_some();
        let Some(layout) = layout else {
            let code = match sheet {
                Sheet { damage: Some(_), .. } => FindingCode::DamagedSheet,
                Sheet { rows, .. } if rows.is_empty() => FindingCode::EmptySheet,
                _ => FindingCode::UnrecognisedSheet,
            };
            source.findings.push(Finding::on_sheet(file, &name, code));
            let rows = sheet.rows.len();
            source.sheets.push(SheetTally { sheet: name, kind: None, rows, taken: 0, left_out: rows });
            continue;
        };

        let table = Table::new(file, &name, sheet, &layout);
        if table.rows.is_empty() {
            source.findings.push(Finding::on_sheet(file, &name, FindingCode::HeadingsOnly));
        }
        if source.company.is_empty() {
            source.company = table.company();
        }
        let taken_before = source.credentials.len() + source.sales.len();
        match layout.kind {
            SheetKind::Credentials => credentials::read(&table, &mut source),
            SheetKind::Sales => sales::read(&table, &mut source),
        }
        let taken = source.credentials.len() + source.sales.len() - taken_before;
        let rows = table.rows.len();
        let kind = Some(layout.kind);
        source.sheets.push(SheetTally { sheet: name, kind, rows, taken, left_out: rows - taken });
    }

    let has_rows = source.sheets.iter().any(|sheet| sheet.kind.is_some() && sheet.rows > 0);
    let damage = sheets.iter().find_map(|sheet| sheet.damage.clone());
    match damage {
        _ if has_rows => Ok(source),
        Some(words) => Err(ImportFault::Damaged(words)),
        None if has_headings => Err(ImportFault::HeadingsOnly),
        None if has_cells => Err(ImportFault::NotRecognised),
        None => Err(ImportFault::Empty),
    }
}
