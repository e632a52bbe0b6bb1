//! Tables with exams, people or months across.

use std::collections::BTreeMap;

use super::super::cell::Cell;
use super::super::field::Field;
use super::columns::{Among, Columns};
use super::content::{self, Looks};
use super::draft::Draft;
use super::evidence::{self, Dates};
use super::exams::{self, is_exam};
use super::headings::{FOREIGN, Heading, PIVOT};
use super::layout::{Certainty, Shape};
use super::months::{self, NamedMonth};
use super::plans::counts_or_plans;
use super::recognise::{Reading, Sureness};
use crate::ledger::SheetKind;

/// A row for each person and a column for each exam.
pub(super) fn exams<'d, 'a>(draft: &'d Draft<'a>) -> Option<Reading<'d, 'a>> {
    // A row with an exam and a day is one of another table.
    if draft.columns.iter().any(|column| evidence::is_date(column.cell)) {
        return None;
    }
    let mut columns = Columns::told(draft, SheetKind::Credentials);
    // "MB2-714" over "Date": the date is that exam's.
    for (at, column) in draft.columns.iter().enumerate() {
        if column.heading.lower != column.heading.words && is_exam(&column.heading.words) {
            columns.correct(Some(at), None);
        }
    }
    if columns.has(&[Field::Exam, Field::ExamCode]) {
        return None;
    }
    if !add_marks(&mut columns) {
        return None;
    }
    if !columns.has_person() {
        columns.set(columns.first(Among::Unknown, Looks::is_emails), Field::Email);
        let names = columns.first(Among::Unknown, Looks::is_names);
        columns.set(names.or_else(|| columns.first(Among::Bare, Looks::is_words)), Field::FullName);
    }
    let reading = Reading { columns, shape: Shape::ExamsAcross, sureness: Sureness::Whole, months: Vec::new() };
    Some(reading).filter(|reading| reading.columns.has_person())
}

/// Finds the columns that are headed by an exam, whatever stands below, and beside them those that tell more of the same
/// exam: when it expires, its score. Whether there is any.
fn add_marks(columns: &mut Columns<'_, '_>) -> bool {
    let draft = columns.draft;
    let mut exams: BTreeMap<String, Vec<(usize, Option<Field>)>> = BTreeMap::new();
    for (at, column) in draft.columns.iter().enumerate() {
        let told = exams::of_heading(&column.heading.words);
        match columns.fields.get(at) {
            Some((Some(Field::ExamMark), _)) => {
                exams.entry(told.map(|(exam, _)| exam).unwrap_or_default()).or_default().push((at, None));
            }
            // Where a row stands for the headings, exams stand below exams.
            Some((None, Certainty::Heading)) if !draft.looks(at).has_exams() => {
                if let Some((exam, tells)) = told {
                    exams.entry(exam).or_default().push((at, tells));
                }
            }
            _ => {}
        }
    }
    let mut has_any = false;
    for columns_of_exam in exams.into_values() {
        let is_mark = |tells: Option<Field>| matches!(tells, None | Some(Field::Passed));
        let whole = columns_of_exam.iter().any(|(_, tells)| is_mark(*tells));
        // Where nothing says when, the result or the score says whether.
        let instead = [Field::Result, Field::Score]
            .into_iter()
            .find_map(|field| columns_of_exam.iter().find(|(_, tells)| *tells == Some(field)).map(|(at, _)| *at));
        for (at, tells) in columns_of_exam {
            let is_it = if whole { is_mark(tells) } else { Some(at) == instead };
            columns.correct(Some(at), if is_it { Some(Field::ExamMark) } else { tells });
            has_any |= is_it;
        }
    }
    has_any
}

/// A row for each exam and a column for each person: only where the rows name exams and the other columns hold marks.
pub(super) fn people<'d, 'a>(draft: &'d Draft<'a>) -> Option<Reading<'d, 'a>> {
    let mut columns = Columns::told(draft, SheetKind::Credentials);
    if columns.has_person() || columns.has(&[Field::Passed]) {
        return None;
    }
    let told = columns.place(Field::Exam).or(columns.place(Field::ExamCode));
    let exam =
        told.filter(|at| draft.looks(*at).is_exams()).or_else(|| columns.first(Among::Unused, Looks::is_exams))?;
    let is_person = |at: usize, heading: &Heading| {
        let looks = draft.looks(at);
        at > exam && !looks.is_exams() && looks.is_marks() && could_be_person(&heading.words)
    };
    let people = columns.free(Among::Unknown).filter(|(at, column)| is_person(*at, &column.heading));
    let people: Vec<usize> = people.map(|(at, _)| at).collect();
    if people.len() < 2 || people.iter().all(|at| draft.looks(*at).is_empty()) {
        return None;
    }
    if told.is_none() {
        columns.set(Some(exam), Field::Exam);
    }
    for at in people {
        columns.correct(Some(at), Some(Field::PersonMark));
    }
    Some(Reading { columns, shape: Shape::PeopleAcross, sureness: Sureness::Whole, months: Vec::new() })
}

fn could_be_person(heading: &str) -> bool {
    if counts_or_plans(heading) {
        return false;
    }
    let is_word = heading.chars().count() >= 2 && heading.chars().all(|c| c.is_alphabetic() || " .,'-".contains(c));
    content::is_email(heading) || content::is_name(heading) || (is_word && heading.starts_with(char::is_uppercase))
}

/// A row for each customer or product and a column for each month.
pub(super) fn months<'d, 'a>(draft: &'d Draft<'a>) -> Option<Reading<'d, 'a>> {
    let mut columns = Columns::told(draft, SheetKind::Sales);
    let months = months_of(draft, &columns);
    if months.len() < 2 || months.iter().all(|(at, _)| draft.looks(*at).is_empty()) || draft.count_called(&FOREIGN) > 0
    {
        return None;
    }
    for (at, (field, _)) in columns.fields.clone().into_iter().enumerate() {
        if months.iter().any(|(month, _)| *month == at) {
            columns.correct(Some(at), Some(Field::MonthAmount));
        } else if matches!(field, Some(Field::Amount | Field::Day | Field::Month)) {
            // A total at the right is none of the months.
            columns.correct(Some(at), None);
        }
    }
    if !columns.has(&[Field::Product]) {
        columns.set(columns.first(Among::Unknown, Looks::is_products), Field::Product);
    }
    let labels = [Field::Customer, Field::Product, Field::Sku];
    let is_pivot = draft.count_called(&PIVOT) > 0;
    let is_ours =
        labels.into_iter().any(|field| columns.is_clear(field)) || columns.holds(Field::Product, Looks::is_products);
    let sureness = match () {
        () if is_ours && !is_pivot => Sureness::Whole,
        () if months.len() > 2 && (is_pivot || columns.has(&labels)) => Sureness::Doubtful,
        () => return None,
    };
    if !columns.has(&labels) {
        // The labels of a pivot table.
        columns.set(draft.columns.iter().position(|column| column.heading.is_in(&PIVOT)), Field::Customer);
    }
    let index = |at: usize| draft.columns.get(at).map(|column| column.index);
    let months = months.into_iter().filter_map(|(at, month)| Some((index(at)?, month))).collect();
    Some(Reading { columns, shape: Shape::MonthsAcross, sureness, months })
}

/// The columns that are headed by a month and hold numbers.
fn months_of(draft: &Draft<'_>, columns: &Columns<'_, '_>) -> Vec<(usize, NamedMonth)> {
    let cells: Vec<Cell<'_>> = draft.columns.iter().map(|column| column.cell).collect();
    let dates = Dates::of(&cells, draft.from_1904);
    let month = |at: usize| {
        let (column, (field, certainty)) = (draft.columns.get(at)?, columns.fields.get(at)?);
        let is_other = *certainty == Certainty::Chosen && *field != Some(Field::MonthAmount);
        let looks = draft.looks(at);
        let month = months::named(&column.heading, column.cell, &dates).filter(|_| !is_other)?;
        (looks.is_numbers() || looks.is_empty()).then_some((at, month))
    };
    (0..draft.columns.len()).filter_map(month).collect()
}
