//! Taking in: every row of a table becomes a record, or a finding that says why it does not.
//!
//! A file for each shape of table makes the records: `credentials` and `matrix`, `sales` and `months_across`. What they
//! share stands beside them: `people`, `exams`, `results` and `marks`; `terms`, `totals` and `running`; `blocks` for names
//! that stand once for several rows.

mod blocks;
mod credentials;
mod exams;
mod marks;
mod matrix;
mod memo;
mod months_across;
mod noticed;
mod people;
mod repeats;
mod results;
mod running;
mod sales;
mod table;
mod terms;
mod totals;
mod words;
mod written;

use std::ops::ControlFlow;

use super::contents::Contents;
use super::understanding::{About, Shape, Understanding};
use super::watch::{GoOn, Watch};
use super::{ImportError, ImportFault, Progress};
use crate::ledger::{Finding, FindingCode, SheetKind, SheetTally, Source};
use table::Table;

/// Makes records and findings of a file, as it was understood.
///
/// A sheet that gives no row is a finding beside one that does; when none does, the file is refused, for the reason that
/// came nearest to being read.
///
/// # Errors
/// When the file holds nothing that can be taken in.
pub fn take_in(contents: &Contents, understanding: &Understanding) -> Result<Source, ImportError> {
    taken(contents, understanding, &|| true)
}

/// The same, of a file that may be long.
///
/// # Errors
/// When the file holds nothing that can be taken in, or it is stopped.
pub fn take_in_watched(
    contents: &Contents,
    understanding: &Understanding,
    progress: &mut dyn FnMut(Progress) -> ControlFlow<()>,
) -> Result<Source, ImportError> {
    let watch = Watch::new(contents, progress);
    watch.whole(contents, taken(contents, understanding, &|| watch.goes_on())).flatten()
}

fn taken(contents: &Contents, understanding: &Understanding, go_on: GoOn<'_>) -> Result<Source, ImportError> {
    let file = &contents.file;
    let (origin, sum) = (contents.origin.clone(), contents.opened.sum.as_str().into());
    let mut source = Source { file: file.clone(), origin, sum, ..Source::default() };
    source.findings.extend(noticed::of_file(contents));
    for (place, sheet) in contents.sheets.iter().enumerate() {
        let tables = understanding.tables.iter().enumerate();
        let mut layouts = tables.filter(|(_, layout)| layout.sheet == place).peekable();
        if layouts.peek().is_none() {
            source.findings.push(noticed::of_other_sheet(contents, sheet));
            let (sheet, rows) = (sheet.name.clone(), sheet.len());
            source.sheets.push(SheetTally { sheet, kind: None, rows, taken: 0, left_out: rows, records: 0 });
            continue;
        }
        source.findings.extend(noticed::of_taken_sheet(contents, sheet));
        if let Some(other) = repeats::repeated(contents, understanding, place, go_on) {
            let rows = layouts.map(|(_, layout)| layout.rows.len()).sum();
            let code = FindingCode::RepeatedSheet;
            source.findings.push(Finding { other: Some(other), ..Finding::on_sheet(file, &sheet.name, code) });
            let sheet = sheet.name.clone();
            source.sheets.push(SheetTally { sheet, kind: None, rows, taken: 0, left_out: rows, records: 0 });
            continue;
        }
        for (at, layout) in layouts {
            let is_doubtful = is_doubtful(understanding, at);
            let table = Table::new(file, sheet, layout, go_on);
            if table.len() == 0 {
                source.findings.push(Finding::on_sheet(file, &sheet.name, FindingCode::HeadingsOnly));
            }
            if source.company.is_empty() {
                source.company = table.company();
            }
            let (credentials, sales) = (source.credentials.len(), source.sales.len());
            if layout.shape != Shape::Totals && !is_doubtful {
                source.findings.extend(table.trailing_totals());
                source.findings.extend(table.other_rows());
                source.findings.extend(table.extra_cells());
                source.findings.extend(table.other_table());
            }
            let taken = match (layout.kind, layout.shape) {
                _ if is_doubtful => {
                    source.findings.push(Finding::on_sheet(file, &sheet.name, FindingCode::DoubtfulTable));
                    0
                }
                (_, Shape::Totals) => {
                    source.findings.push(Finding::on_sheet(file, &sheet.name, FindingCode::AggregateReport));
                    0
                }
                (SheetKind::Credentials, Shape::ExamsAcross | Shape::PeopleAcross) => {
                    matrix::read(&table, layout.shape, &mut source)
                }
                (SheetKind::Credentials, _) => credentials::read(&table, &mut source),
                (SheetKind::Sales, Shape::MonthsAcross) => months_across::read(&table, &mut source),
                (SheetKind::Sales, _) => sales::read(&table, &mut source),
            };
            let records = source.credentials.len() + source.sales.len() - credentials - sales;
            let (rows, kind) =
                (table.len(), Some(layout.kind).filter(|_| layout.shape != Shape::Totals && !is_doubtful));
            let sheet = sheet.name.clone();
            source.sheets.push(SheetTally { sheet, kind, rows, taken, left_out: rows - taken, records });
        }
    }

    let has_rows = source.sheets.iter().any(|sheet| sheet.kind.is_some() && sheet.rows > 0);
    let damage = contents.sheets.iter().find_map(|sheet| sheet.damage.clone());
    let fault = match damage {
        _ if has_rows => return Ok(source),
        Some(damage) => ImportFault::Damaged(damage),
        None if (0..understanding.tables.len()).any(|at| is_doubtful(understanding, at)) => ImportFault::Doubtful,
        None if understanding.tables.iter().any(|layout| layout.shape != Shape::Totals) => ImportFault::HeadingsOnly,
        None if !understanding.tables.is_empty() => ImportFault::OnlyTotals,
        None if contents.sheets.iter().any(|sheet| !sheet.is_empty()) => ImportFault::NotRecognised,
        None => ImportFault::Empty,
    };
    Err(ImportError { file: file.clone(), fault })
}

/// Whether a table may hold something else, which only the user knows: then nothing of it counts until they say.
fn is_doubtful(understanding: &Understanding, table: usize) -> bool {
    understanding.questions.iter().any(|question| question.table == table && question.about == About::Kind)
}
