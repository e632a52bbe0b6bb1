//! What the columns of a table of one kind are, as far as it is known.

use super::super::field::Field;
use super::content::Looks;
use super::draft::{Draft, DraftColumn};
use super::headings::{self, Heading, Meaning, VAGUE};
use super::layout::{Certainty, PEOPLE};
use super::{content, evidence, exams};
use crate::ledger::SheetKind;

/// What the columns of a draft are in a table of one kind, as far as it is known.
pub(super) struct Columns<'d, 'a> {
    pub draft: &'d Draft<'a>,
    pub kind: SheetKind,
    /// Each column's field, and why it is that.
    pub fields: Vec<(Option<Field>, Certainty)>,
}

/// Which of the columns that have no field yet are looked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Among {
    /// Those whose headings mean nothing in any kind of table.
    Unknown,
    /// Those whose headings mean nothing in a table of this kind.
    Unused,
    /// Those that have no heading.
    Bare,
}

impl<'d, 'a> Columns<'d, 'a> {
    /// What the user and the headings say.
    pub fn told(draft: &'d Draft<'a>, kind: SheetKind) -> Self {
        let taken: Vec<Field> = draft.columns.iter().filter_map(|column| column.chosen(kind)).collect();
        let blank = Heading::default();
        let says_nothing = |at: usize, column: &DraftColumn<'_>| {
            let is_trailing = kind == SheetKind::Sales && column.heading.is_trailing();
            column.is_chosen() || is_trailing || counts_products(column, kind, || draft.looks(at))
        };
        let columns = draft.columns.iter().enumerate();
        let told: Vec<&Heading> =
            columns.map(|(at, column)| if says_nothing(at, column) { &blank } else { &column.heading }).collect();
        let told = headings::assign(&told, kind, &taken);
        let fields = draft.columns.iter().zip(told).map(|(column, told)| {
            let chosen = (column.chosen(kind), Certainty::Chosen);
            if column.is_chosen() { chosen } else { (told, Certainty::Heading) }
        });
        Self { draft, kind, fields: fields.collect() }
    }

    /// The place of a field's column.
    pub fn place(&self, field: Field) -> Option<usize> {
        self.fields.iter().position(|(it, _)| *it == Some(field))
    }

    /// Whether there is a column for one of these fields.
    pub fn has(&self, fields: &[Field]) -> bool {
        fields.iter().any(|field| self.place(*field).is_some())
    }

    /// Whether a column tells of a person.
    pub fn has_person(&self) -> bool {
        self.has(&PEOPLE)
    }

    /// Whether the user said what some column is.
    pub fn has_choice(&self) -> bool {
        self.fields.iter().any(|(field, certainty)| field.is_some() && *certainty == Certainty::Chosen)
    }

    /// Whether a field has a column, and what that holds looks like this.
    pub fn holds(&self, field: Field, looks: fn(&Looks) -> bool) -> bool {
        self.place(field).is_some_and(|at| looks(&self.draft.looks(at)))
    }

    /// Whether a field has a column whose heading is not one that many other tables have too.
    pub fn is_clear(&self, field: Field) -> bool {
        let column = self.place(field).and_then(|at| self.draft.columns.get(at));
        column.is_some_and(|column| !column.heading.is_in(&VAGUE))
    }

    /// The columns that have no field yet.
    pub fn free(&self, among: Among) -> impl Iterator<Item = (usize, &'d DraftColumn<'a>)> {
        let is_free = |at: usize| self.fields.get(at).is_some_and(|it| *it == (None, Certainty::Heading));
        let is_among = move |column: &DraftColumn<'_>| match among {
            Among::Unknown => !column.heading.is_known() && !column.heading.is_trailing(),
            Among::Unused => column.heading.meaning(self.kind) == Meaning::Unknown,
            Among::Bare => column.heading.words.is_empty(),
        };
        self.draft.columns.iter().enumerate().filter(move |(at, column)| is_free(*at) && is_among(column))
    }

    /// The first free column that looks like this.
    pub fn first(&self, among: Among, looks: fn(&Looks) -> bool) -> Option<usize> {
        self.free(among).map(|(at, _)| at).find(|at| looks(&self.draft.looks(*at)))
    }

    /// The free column that looks like this, where only one does.
    pub fn only(&self, among: Among, looks: fn(&Looks) -> bool) -> Option<usize> {
        let mut found = self.free(among).map(|(at, _)| at).filter(|at| looks(&self.draft.looks(*at)));
        found.next().filter(|_| found.next().is_none())
    }

    /// Says what a column is, told by its content.
    pub fn set(&mut self, at: Option<usize>, field: Field) {
        if let Some(it) = at.and_then(|at| self.fields.get_mut(at)) {
            *it = (Some(field), Certainty::Content);
        }
    }

    /// Says anew what a column's heading means, where the user did not say what it is.
    pub fn correct(&mut self, at: Option<usize>, field: Option<Field>) {
        if let Some(it) = at.and_then(|at| self.fields.get_mut(at)).filter(|it| it.1 != Certainty::Chosen) {
            it.0 = field;
        }
    }

    /// Whether the headings are a row like those below: an exam stands over exams.
    pub fn are_headed_by_data(&self) -> bool {
        let is_alike = |(column, (field, certainty)): (&DraftColumn<'_>, &(Option<Field>, Certainty))| {
            let text = column.heading.lower.as_str();
            *certainty == Certainty::Content
                && match field {
                    Some(Field::Exam | Field::ExamCode) => exams::is_exam(text),
                    Some(Field::Passed | Field::Day) => evidence::is_date(column.cell),
                    Some(Field::Email) => content::is_email(text),
                    Some(Field::Amount) => evidence::is_amount(column.cell),
                    _ => false,
                }
        };
        self.draft.columns.iter().zip(&self.fields).any(is_alike)
    }

    /// How much is known: what a heading says counts twice what content shows.
    pub fn known(&self) -> usize {
        let known = self.fields.iter().filter(|(field, _)| field.is_some());
        known.map(|(_, certainty)| if *certainty == Certainty::Content { 1 } else { 2 }).sum()
    }
}

/// Whether a column that is headed like one of products holds numbers: "Licences" may be how many.
fn counts_products(column: &DraftColumn<'_>, kind: SheetKind, looks: impl Fn() -> Looks) -> bool {
    let is_headed = kind == SheetKind::Sales
        && match column.heading.meaning(kind) {
            Meaning::Fields(names) => names.iter().all(|name| name.field == Field::Product),
            _ => false,
        };
    is_headed && looks().is_numbers()
}
