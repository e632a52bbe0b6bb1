//! What leaves the program: a result as PDF, workbook, CSV, calendar, JSON or text.

mod calendar;
mod chosen;
mod csv;
mod export;
mod file;
mod inspection;
mod json;
mod left_out;
pub mod pdf;
pub mod phrases;
mod reasons;
mod rules;
pub mod tables;
mod text;
mod workbook;

pub use calendar::calendar;
pub use csv::{CsvStyle, csv};
pub use export::{Export, ExportError};
pub use file::{WriteError, with_extension, write_file};
pub use inspection::{Inspection, inspection_json, inspection_text};
pub use json::json;
pub use left_out::left_out_workbook;
pub use rules::rulebook_text;
pub use text::{checklist, text};
pub use workbook::{WorkbookError, workbook};

use std::sync::Arc;

use crate::evaluator::Readiness;
use crate::ledger::{Ledger, Source};
use crate::rulebook::Rulebook;
use crate::texts::Texts;

/// A result together with everything it speaks of. All reports are made from this.
#[derive(Clone, Copy)]
pub struct Report<'a> {
    /// The rules it was made with.
    pub rulebook: &'a Rulebook,
    /// The files that were read.
    pub sources: &'a [Arc<Source>],
    /// What they hold.
    pub ledger: &'a Ledger,
    /// The result.
    pub readiness: &'a Readiness,
    /// The language to write in.
    pub texts: &'a Texts,
}
