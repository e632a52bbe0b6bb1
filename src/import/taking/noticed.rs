//! What is to be said of a file and its sheets as a whole.

use super::super::contents::Contents;
use super::super::sheet::Sheet;
use crate::ledger::{Finding, FindingCode};

/// What is to be said of the file: its letters may be other ones than those that were read.
pub(super) fn of_file(contents: &Contents) -> Option<Finding> {
    let opened = &contents.opened;
    // What can be read as UTF-8 or UTF-16 is hardly ever anything else.
    let guessed = opened.encoding.as_deref().filter(|name| !opened.encoding_is_sure && !name.starts_with("UTF-"))?;
    let value = Some(guessed.into());
    Some(Finding { file: Some(contents.file.clone()), value, ..Finding::overall(FindingCode::EncodingGuessed) })
}

/// What is to be said of a sheet from which rows were taken.
pub(super) fn of_taken_sheet(contents: &Contents, sheet: &Sheet) -> Vec<Finding> {
    let about = |code| Finding::on_sheet(&contents.file, &sheet.name, code);
    let mut findings = Vec::new();
    if sheet.is_hidden {
        findings.push(about(FindingCode::HiddenSheet));
    }
    let mut rows = sheet.odd_cells.clone();
    rows.dedup();
    findings.extend(rows.into_iter().map(|row| Finding { row: Some(row), ..about(FindingCode::UnreadableCell) }));
    if sheet.damage.is_some() {
        let last = sheet.rows().next_back().map(|row| row.number.to_string().into());
        findings.push(Finding { other: last, ..about(FindingCode::DamagedSheet) });
    }
    findings
}

/// Why nothing was taken from a sheet on which no table was found.
pub(super) fn of_other_sheet(contents: &Contents, sheet: &Sheet) -> Finding {
    let code = match () {
        () if sheet.damage.is_some() => FindingCode::DamagedSheet,
        () if sheet.is_empty() => FindingCode::EmptySheet,
        () => FindingCode::UnrecognisedSheet,
    };
    Finding::on_sheet(&contents.file, &sheet.name, code)
}
