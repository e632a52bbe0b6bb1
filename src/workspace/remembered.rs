//! What the user chose about a file, remembered for files with the same headings.

use super::Workspace;
use crate::import::{Choices, Contents, ReadOptions, Row, Understanding, compact};
use crate::texts::{Language, Texts};

/// What the user chose about files with these headings.
#[derive(Debug, Clone, PartialEq)]
pub struct Remembered {
    /// The cells of the row of headings from left to right, without case, accents, spaces and punctuation.
    pub headings: Vec<String>,
    /// What was chosen.
    pub choices: Choices,
}

/// So many rows from the top of a sheet are searched for headings.
const SEARCHED: usize = 60;

impl Workspace {
    /// What the user chose about files like this one; nothing where none has its headings.
    ///
    /// Who reads the file anew because of [`Choices::reading`] need not ask again.
    pub fn choices_for(&self, contents: &Contents) -> Choices {
        let found = self.remembered.iter().find_map(|remembered| {
            let mut rows = contents.sheets.iter().flat_map(|sheet| sheet.rows().take(SEARCHED));
            rows.find(|row| are(*row, &remembered.headings)).map(|row| (remembered, row.number))
        });
        let Some((Remembered { choices, .. }, row)) = found else { return Choices::default() };
        let mut choices = choices.clone();
        choices.heading_row = choices.heading_row.map(|_| row);
        choices.sheet = choices.sheet.filter(|name| contents.sheets.iter().any(|sheet| *sheet.name == **name));
        if contents.opened.encoding_is_sure {
            choices.reading.encoding = None;
        }
        choices
    }

    /// Remembers what the user chose about a file, in place of what was chosen for its headings before. Who it is about and
    /// its password belong to that file only.
    pub fn remember(&mut self, contents: &Contents, understanding: &Understanding, choices: Choices) {
        let Some(headings) = headings(contents, understanding, &choices) else { return };
        let reading = ReadOptions { password: None, ..choices.reading };
        let choices = Choices { reading, person: None, ..choices };
        self.remembered.retain(|known| known.headings != headings);
        if choices != Choices::default() {
            self.remembered.push(Remembered { headings, choices });
        }
    }
}

/// The headings by which a file is known again: those of the row that the user chose, else of the first table.
fn headings(contents: &Contents, understanding: &Understanding, choices: &Choices) -> Option<Vec<String>> {
    let is_chosen = |name: &str| choices.sheet.as_deref().is_none_or(|chosen| chosen == name);
    understanding.tables.iter().find_map(|table| {
        let sheet = contents.sheets.get(table.sheet).filter(|sheet| is_chosen(&sheet.name))?;
        let rows: Vec<Row<'_>> = table.headings.clone().filter_map(|place| sheet.row(place)).collect();
        let row = rows.iter().find(|row| Some(row.number) == choices.heading_row).or(rows.last())?;
        Some(row.filled().map(|(_, cell)| compact(&cell.words())).collect())
    })
}

/// Whether the filled cells of a row are these. A workbook of rows that were left out has two more.
fn are(row: Row<'_>, headings: &[String]) -> bool {
    let cells: Vec<String> = match row.filled().len().checked_sub(headings.len()) {
        Some(0 | 2) => row.filled().map(|(_, cell)| compact(&cell.words())).collect(),
        _ => return false,
    };
    let (cells, more) = cells.split_at(headings.len());
    cells == headings && (more.is_empty() || Language::ALL.into_iter().any(|language| head_reasons(more, language)))
}

/// Whether these are the headings that a workbook of rows that were left out has beside the file's own.
fn head_reasons(cells: &[String], language: Language) -> bool {
    let texts = Texts::new(language);
    cells == ["left-out-row", "left-out-why"].map(|id| compact(&texts.get(id)))
}
