//! Whether a row holds the headings of a table of ours.

use std::ops::Range;

use super::super::choices::{AmountsAre, Choices};
use super::super::sheet::Sheet;
use super::columns::Columns;
use super::draft::Draft;
use super::headings::{KINDS, TOTALS};
use super::layout::{Certainty, Column, Layout, Shape};
use super::months::NamedMonth;
use super::{across, row_each};
use crate::ledger::SheetKind;

/// A table that was found, and how surely it is one.
#[derive(Debug, Clone)]
pub(super) struct Found {
    pub layout: Layout,
    pub sureness: Sureness,
    /// The months that stand across, before their years are known.
    pub months: Vec<(usize, NamedMonth)>,
    /// How much is known of its columns.
    pub known: usize,
}

/// How surely a table is one of ours, the surest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Sureness {
    /// It has all that a record needs.
    Whole,
    /// It has, but may be something else: a bank statement has dates and amounts too.
    Doubtful,
    /// It lacks something that a record needs.
    Partial,
}

/// What the columns of a draft turn out to be.
pub(super) struct Reading<'d, 'a> {
    pub columns: Columns<'d, 'a>,
    pub shape: Shape,
    pub sureness: Sureness,
    pub months: Vec<(usize, NamedMonth)>,
}

/// The table whose headings stand in these rows; nothing when they head none of ours. An empty range stands for a table
/// without headings that begins there.
pub(super) fn recognise(place: usize, sheet: &Sheet, headings: Range<usize>, choices: &Choices) -> Option<Found> {
    let draft = Draft::new(sheet, headings.clone(), choices);
    let kinds = KINDS.into_iter().filter(|kind| choices.kind.is_none_or(|chosen| chosen == *kind));
    let readings = kinds.filter_map(|kind| read(&draft, kind)).filter(|reading| !reading.columns.are_headed_by_data());
    // Of two kinds the surer one, then the one of which more is known, then sales.
    let mut reading = readings.min_by_key(|reading| {
        (reading.sureness, usize::MAX - reading.columns.known(), reading.columns.kind != SheetKind::Sales)
    })?;
    if choices.kind.is_some() && reading.sureness == Sureness::Doubtful {
        reading.sureness = Sureness::Whole;
    }
    Some(found(place, headings, choices, reading))
}

/// The table below the row that the user says holds its headings, whatever that looks like.
pub(super) fn forced(place: usize, sheet: &Sheet, headings: Range<usize>, choices: &Choices) -> Found {
    let draft = Draft::new(sheet, headings.clone(), choices);
    let [credentials, sales] = [SheetKind::Credentials, SheetKind::Sales].map(|kind| Columns::told(&draft, kind));
    let is_credentials = match choices.kind {
        Some(kind) => kind == SheetKind::Credentials,
        None => credentials.known() > sales.known(),
    };
    let columns = if is_credentials { credentials } else { sales };
    let reading = Reading { columns, shape: Shape::RowEach, sureness: Sureness::Partial, months: Vec::new() };
    found(place, headings, choices, reading)
}

/// What a draft's columns are in a table of a kind; nothing when it is none.
fn read<'d, 'a>(draft: &'d Draft<'a>, kind: SheetKind) -> Option<Reading<'d, 'a>> {
    match kind {
        SheetKind::Credentials => {
            across::exams(draft).or_else(|| across::people(draft)).or_else(|| row_each::credentials(draft))
        }
        SheetKind::Sales => totals(draft).or_else(|| across::months(draft)).or_else(|| row_each::sales(draft)),
    }
}

/// Microsoft's own totals by competency and month.
fn totals<'d, 'a>(draft: &'d Draft<'a>) -> Option<Reading<'d, 'a>> {
    if draft.count_called(&TOTALS) < 3 {
        return None;
    }
    let fields = draft.columns.iter().map(|_| (None, Certainty::Heading)).collect();
    let columns = Columns { draft, kind: SheetKind::Sales, fields };
    Some(Reading { columns, shape: Shape::Totals, sureness: Sureness::Whole, months: Vec::new() })
}

fn found(place: usize, headings: Range<usize>, choices: &Choices, reading: Reading<'_, '_>) -> Found {
    let Reading { columns, shape, sureness, months } = reading;
    let known = columns.known();
    let each = columns.draft.columns.iter().zip(&columns.fields);
    let each = each.map(|(column, (field, certainty))| Column {
        index: column.index,
        heading: column.heading.words.as_str().into(),
        field: *field,
        certainty: *certainty,
    });
    let layout = Layout {
        sheet: place,
        kind: columns.kind,
        shape,
        above: headings.start..headings.start,
        rows: headings.end..headings.end,
        below: headings.end..headings.end,
        headings,
        repeated: Vec::new(),
        columns: each.collect(),
        months: Vec::new(),
        year: None,
        person: None,
        date_order: choices.date_order,
        decimal_sign: choices.decimal_sign,
        amounts: choices.amounts.unwrap_or(AmountsAre::Own),
    };
    Found { layout, sureness, months, known }
}
