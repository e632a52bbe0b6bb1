//! Which findings the page of sources shows: worked out when something changes, not in every frame.

use std::collections::BTreeSet;
use std::sync::Arc;

use crate::import::ImportError;
use crate::ledger::{Finding, FindingCode, Severity};
use crate::report::phrases::finding_other;
use crate::texts::Texts;

use super::outcome::Outcome;
use super::state::State;
use super::work::{OnDisk, RowFound};

/// How the files and findings are shown.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct SourcesView {
    /// Only the findings of the file of that name.
    pub file: Option<Arc<str>>,
    /// The findings to show.
    pub findings: Vec<FoundGroup>,
    /// How many they are.
    pub count: usize,
    /// The files, by where they stand, with rows left out that somebody could mend.
    pub to_mend: BTreeSet<Arc<str>>,
    /// The row of a file that is looked at.
    pub row: Option<RowView>,
    /// How the files stand on disk, as far as that is known.
    pub on_disk: OnDisk,
}

/// A row of a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RowAt {
    /// The file's name.
    pub file: Arc<str>,
    /// The sheet's name.
    pub sheet: Arc<str>,
    /// The row, counted from 1.
    pub row: u32,
    /// The heading of the column that matters.
    pub column: Option<Arc<str>>,
}

/// A row of a file that is looked at.
#[derive(Debug, Clone, PartialEq)]
pub struct RowView {
    /// Which.
    pub at: RowAt,
    /// The job that reads it.
    pub generation: u64,
    /// What stands there, once it is read.
    pub found: Option<Result<RowFound, ImportError>>,
}

/// The findings of one code.
#[derive(Debug, Clone, PartialEq)]
pub struct FoundGroup {
    /// What was noticed.
    pub code: FindingCode,
    /// How often.
    pub count: usize,
    /// Those that belong to a file, as places in the result's findings.
    pub places: Vec<usize>,
}

/// Works out which findings are shown.
pub fn order_findings(state: &mut State) {
    let view = &mut state.sources;
    view.findings.clear();
    view.count = 0;
    if view.file.as_ref().is_some_and(|file| !state.workspace.sources.iter().any(|source| source.file == *file)) {
        view.file = None;
    }
    let is_left_out = |finding: &Finding| finding.severity() == Severity::Error && finding.row.is_some();
    let to_mend = state.workspace.sources().filter(|source| source.findings.iter().any(is_left_out));
    view.to_mend = to_mend.map(|source| source.origin.clone()).collect();
    let Some(outcome) = &state.outcome else {
        return;
    };
    let finding = |at: &usize| outcome.readiness.findings.get(*at);
    for (code, places) in &outcome.findings {
        let is_shown = |at: &usize| {
            view.file.is_none() || finding(at).is_some_and(|finding| finding.file.as_ref() == view.file.as_ref())
        };
        let has_file = |at: &usize| finding(at).is_some_and(|finding| finding.file.is_some());
        let shown: Vec<usize> = places.iter().copied().filter(is_shown).collect();
        if !shown.is_empty() {
            let count = shown.len();
            let places = shown.into_iter().filter(has_file).collect();
            view.findings.push(FoundGroup { code: *code, count, places });
            view.count += count;
        }
    }
}

/// The findings that are shown, as a table that spreadsheet programs take in, with a row of headings.
pub fn copied(view: &SourcesView, outcome: &Outcome, texts: &Texts) -> String {
    let heads = ["severity", "finding", "file", "sheet", "row", "column", "value", "what-to-do"];
    let mut text = tsv_row(heads.map(|head| texts.get(&format!("copied-{head}"))));
    for group in &view.findings {
        let code = group.code.as_str();
        let severity = texts.get(&format!("severity-{}", group.code.severity().as_str()));
        let (what, help) = (texts.get(&format!("finding-{code}")), texts.get(&format!("finding-{code}.help")));
        let mut row = |finding: Option<&Finding>| {
            let part = |part: fn(&Finding) -> Option<&Arc<str>>| {
                finding.and_then(part).map(ToString::to_string).unwrap_or_default()
            };
            let number = finding.and_then(|finding| finding.row).map(|row| row.to_string()).unwrap_or_default();
            text += &tsv_row([
                severity.clone(),
                what.clone(),
                part(|it| it.file.as_ref()),
                part(|it| it.sheet.as_ref()),
                number,
                part(|it| it.column.as_ref()),
                finding.map(|finding| value_text(finding, texts)).unwrap_or_default(),
                help.clone(),
            ]);
        };
        group.places.iter().for_each(|at| row(outcome.readiness.findings.get(*at)));
        if group.places.is_empty() {
            row(None);
        }
    }
    text
}

/// What stands at a finding's place, and what is set against it.
pub fn value_text(finding: &Finding, texts: &Texts) -> String {
    match (finding.code, finding.value.as_deref()) {
        (FindingCode::IdenticalRows, Some(row)) => texts.with("same-as-row", &[("row", row.to_owned().into())]),
        (_, Some(value)) if finding.other.is_some() => format!("“{value}” · {}", finding_other(texts, finding)),
        (_, Some(value)) => format!("“{value}”"),
        (_, None) => finding_other(texts, finding),
    }
}

/// Cells as a line of a table. What a spreadsheet program would take for a formula becomes text.
pub fn tsv_row<const N: usize>(cells: [String; N]) -> String {
    let cell = |cell: String| {
        let cell = cell.replace(['\t', '\r', '\n'], " ");
        if cell.starts_with(['=', '+', '-', '@']) { format!("'{cell}") } else { cell }
    };
    cells.map(cell).join("\t") + "\n"
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cell_can_neither_break_a_copied_row_nor_become_a_formula() {
        let row = tsv_row(["a\tb\nc".to_owned(), "=1+1".to_owned(), "3-1".to_owned()]);
        assert_eq!(row, "a b c\t'=1+1\t3-1\n");
    }
}
