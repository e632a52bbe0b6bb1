//! What was understood of a file: its sheets, tables and columns, and what was made of its rows.

mod json;
mod text;

pub use json::inspection_json;
pub use text::inspection_text;

use crate::import::{Contents, ImportError, Layout, Understanding};
use crate::ledger::{SheetTally, Source};
use crate::texts::Texts;

/// A file together with what was understood of it and what was taken in.
#[derive(Clone, Copy)]
pub struct Inspection<'a> {
    /// The file's sheets.
    pub contents: &'a Contents,
    /// Where its tables stand and what their columns hold.
    pub understanding: &'a Understanding,
    /// Its records and findings, or why there are none.
    pub source: &'a Result<Source, ImportError>,
    /// The language to write in.
    pub texts: &'a Texts,
}

impl<'a> Inspection<'a> {
    /// Each sheet's place and its tables, each with its rows' tally where the file was taken in.
    fn tables(&self, sheet: usize) -> impl Iterator<Item = (&'a Layout, Option<&'a SheetTally>)> {
        let tallies = self.source.as_ref().ok().into_iter().flat_map(|source| &source.sheets);
        // There is one tally for each table, and one for each sheet without a table.
        let mut of_tables = tallies.filter(|tally| tally.kind.is_some());
        let tables = self.understanding.tables.iter().map(move |table| (table, of_tables.next()));
        tables.filter(move |(table, _)| table.sheet == sheet)
    }
}
