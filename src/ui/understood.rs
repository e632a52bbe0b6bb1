//! A file on the import page as it was understood, with all that the page shows and that is worth working out once.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::ControlFlow;
use std::sync::Arc;

use crate::import::{self, Choices, Contents, ImportError, ImportFault, Layout, Progress, Understanding};
use crate::ledger::{FileStamp, Finding, FindingCode, Severity, SheetKind, Source};

/// A file as it was understood with the user's choices, and what would be taken in.
#[derive(Debug)]
pub struct Understood {
    /// What the file holds.
    pub contents: Arc<Contents>,
    /// What was understood of it.
    pub understanding: Understanding,
    /// What would be taken in.
    pub source: Result<Source, ImportError>,
    /// Some rows of each table.
    pub previews: Vec<Vec<PreviewRow>>,
    /// The findings by what mends them and by code, as places in the source.
    pub findings: BTreeMap<Mend, BTreeMap<FindingCode, Vec<usize>>>,
    /// How the file stood on disk; nothing where it was read from elsewhere.
    pub stamp: Option<FileStamp>,
}

/// A row of a table, and what becomes of it.
#[derive(Debug, PartialEq)]
pub struct PreviewRow {
    /// Its place in the sheet's rows.
    pub place: usize,
    /// Its records, as places among the source's credentials or sales.
    pub records: Vec<usize>,
    /// Why it gives none, as a place among the source's findings.
    pub why_not: Option<usize>,
}

/// What mends a finding.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Mend {
    /// A choice on the import page.
    Here,
    /// A change in the file.
    InTheFile,
    /// Somebody who looks whether it is meant.
    Look,
    /// Nothing; it is good to know.
    Nothing,
}

impl Understood {
    /// Understands a file that stood on disk like this.
    ///
    /// # Errors
    /// When it is stopped, and only then.
    pub fn of(
        contents: Arc<Contents>,
        choices: &Choices,
        stamp: Option<FileStamp>,
        progress: &mut dyn FnMut(Progress) -> ControlFlow<()>,
    ) -> Result<Self, ImportError> {
        let understanding = import::understand_watched(&contents, choices, progress)?;
        let source = match import::take_in_watched(&contents, &understanding, progress) {
            Err(error) if error.fault == ImportFault::Cancelled => return Err(error),
            taken => taken.map(|source| Source { stamp, ..source }),
        };
        let previews = understanding.tables.iter().map(|layout| preview(&contents, layout, source.as_ref().ok()));
        let previews = previews.collect();
        let mut findings: BTreeMap<Mend, BTreeMap<FindingCode, Vec<usize>>> = BTreeMap::new();
        for (at, finding) in source.iter().flat_map(|source| &source.findings).enumerate() {
            findings.entry(Mend::of(finding.code)).or_default().entry(finding.code).or_default().push(at);
        }
        Ok(Self { contents, understanding, source, previews, findings, stamp })
    }

    /// Whether somebody should look before it is taken in.
    pub fn needs_a_look(&self) -> bool {
        match &self.source {
            Ok(_) => !self.understanding.is_clear(),
            Err(error) => error.fault == ImportFault::NotRecognised || !self.understanding.questions.is_empty(),
        }
    }
}

impl Mend {
    fn of(code: FindingCode) -> Self {
        match (code, code.severity()) {
            (
                FindingCode::AmbiguousDate
                | FindingCode::AmbiguousAmount
                | FindingCode::EncodingGuessed
                | FindingCode::UnrecognisedSheet,
                _,
            ) => Self::Here,
            (_, Severity::Error) => Self::InTheFile,
            (_, Severity::Warning) => Self::Look,
            (_, Severity::Note) => Self::Nothing,
        }
    }

    /// As the messages name it.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Here => "here",
            Self::InTheFile => "in-the-file",
            Self::Look => "look",
            Self::Nothing => "nothing",
        }
    }
}

/// How many rows of a table are shown.
const ROWS: usize = 10;
/// How many of them are kept for rows that are left out, where the first ones are all taken in.
const ROWS_LEFT_OUT: usize = 3;

/// The first rows of a table, and some that are left out.
fn preview(contents: &Contents, layout: &Layout, source: Option<&Source>) -> Vec<PreviewRow> {
    let Some(sheet) = contents.sheets.get(layout.sheet) else { return Vec::new() };
    let mut rows: Vec<usize> = layout.rows.clone().take(ROWS).collect();
    let of_the_sheet = |finding: &Finding| finding.sheet.as_deref() == Some(&*sheet.name);
    if let Some(source) = source {
        let errors = source.findings.iter().filter(|it| it.severity() == Severity::Error && of_the_sheet(it));
        let left_out: BTreeSet<u32> = errors.filter_map(|finding| finding.row).collect();
        let is_left_out = |place: &usize| sheet.row(*place).is_some_and(|row| left_out.contains(&row.number));
        if !left_out.is_empty() && !rows.iter().any(is_left_out) {
            let more: Vec<usize> = layout.rows.clone().skip(ROWS).filter(is_left_out).take(ROWS_LEFT_OUT).collect();
            rows.truncate(ROWS - more.len());
            rows.extend(more);
        }
    }
    let mut found: BTreeMap<u32, PreviewRow> = rows
        .into_iter()
        .filter_map(|place| Some((sheet.row(place)?.number, PreviewRow { place, records: Vec::new(), why_not: None })))
        .collect();
    if let Some(source) = source {
        let credentials = source.credentials.iter().map(|row| &row.place).enumerate();
        let sales = source.sales.iter().map(|sale| &sale.place).enumerate();
        let records: &mut dyn Iterator<Item = _> = match layout.kind {
            SheetKind::Credentials => &mut { credentials },
            SheetKind::Sales => &mut { sales },
        };
        for (at, place) in records {
            if *place.sheet == *sheet.name
                && let Some(row) = found.get_mut(&place.row)
            {
                row.records.push(at);
            }
        }
        for (at, finding) in source.findings.iter().enumerate().filter(|(_, finding)| of_the_sheet(finding)) {
            let row = finding.row.and_then(|row| found.get_mut(&row));
            if let Some(row) = row.filter(|row| row.records.is_empty() && row.why_not.is_none()) {
                row.why_not = Some(at);
            }
        }
    }
    found.into_values().collect()
}
