//! A row of a file as it stands there, with its neighbours.

use std::ops::ControlFlow;
use std::sync::Arc;

use crate::import::{self, Choices, Contents, ImportError, Reader, Sheet, Understanding};
use crate::workspace::Workspace;

use super::super::review::FileAt;
use super::import::open_chosen;

/// A row to look at.
pub struct RowJob {
    /// Goes with its event.
    pub generation: u64,
    /// The file.
    pub at: FileAt,
    /// What the user chose about it, where that is known.
    pub choices: Option<Choices>,
    /// Knows what the user chose about it.
    pub workspace: Arc<Workspace>,
    /// The sheet's name.
    pub sheet: Arc<str>,
    /// The row, counted from 1.
    pub row: u32,
}

/// A row and its neighbours, column by column.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct RowFound {
    /// The numbers of the rows.
    pub rows: Vec<u32>,
    /// Each column's heading, and what stands in it in each of the rows.
    pub columns: Vec<(String, Vec<String>)>,
}

/// So many columns are shown.
const COLUMNS: usize = 60;
/// So many characters of a cell are kept.
const LETTERS: usize = 200;

/// Reads the file again and takes the row out.
pub(super) fn find(job: &RowJob, reader: &Reader) -> Result<RowFound, ImportError> {
    let go_on = &mut |_: usize, _: &str| ControlFlow::Continue(());
    let (contents, choices) = open_chosen(&job.at, job.choices.clone(), reader, &job.workspace, go_on)?;
    let understanding = import::understand(&contents, &choices);
    Ok(take_out(&contents, &understanding, &job.sheet, job.row))
}

fn take_out(contents: &Contents, understanding: &Understanding, sheet: &str, number: u32) -> RowFound {
    let Some((at, sheet)) = contents.sheets.iter().enumerate().find(|(_, it)| *it.name == *sheet) else {
        return RowFound::default();
    };
    let Some(place) = sheet.rows().position(|row| row.number == number) else { return RowFound::default() };
    let places: Vec<usize> = (place.saturating_sub(1)..=place + 1).filter(|place| *place < sheet.len()).collect();
    let mut of_sheet = understanding.tables.iter().filter(|layout| layout.sheet == at);
    let headings = of_sheet.rfind(|layout| layout.headings.start <= place).map(|layout| layout.headings.clone());
    let mut columns: Vec<usize> = headings
        .clone()
        .unwrap_or_default()
        .chain(places.iter().copied())
        .flat_map(|place| {
            let row = sheet.row(place);
            row.into_iter().flat_map(|row| row.filled().map(|(column, _)| column).collect::<Vec<_>>())
        })
        .collect();
    columns.sort_unstable();
    columns.dedup();
    let columns = columns.into_iter().take(COLUMNS).map(|column| {
        let heading: Vec<String> = headings
            .clone()
            .unwrap_or_default()
            .map(|place| text(sheet, place, column))
            .filter(|it| !it.is_empty())
            .collect();
        (heading.join(" "), places.iter().map(|place| text(sheet, *place, column)).collect())
    });
    let columns = columns.collect();
    let rows = places.iter().filter_map(|place| sheet.row(*place)).map(|row| row.number).collect();
    RowFound { rows, columns }
}

fn text(sheet: &Sheet, place: usize, column: usize) -> String {
    sheet.row(place).map(|row| row.cell(column).to_string().chars().take(LETTERS).collect()).unwrap_or_default()
}
