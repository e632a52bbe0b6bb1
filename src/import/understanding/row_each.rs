//! Tables with a row for each pass or sale: what their columns are, by headings first and by content where those say nothing.

use super::super::field::Field;
use super::columns::{Among, Columns};
use super::content::Looks;
use super::draft::Draft;
use super::headings::{FOREIGN, PIVOT, field_called};
use super::layout::Shape;
use super::recognise::{Reading, Sureness};
use crate::ledger::SheetKind;

/// A row for each pass.
pub(super) fn credentials<'d, 'a>(draft: &'d Draft<'a>) -> Option<Reading<'d, 'a>> {
    let mut columns = Columns::told(draft, SheetKind::Credentials);
    add_numbered(&mut columns);
    add_exam(&mut columns);
    if !columns.has(&[Field::Email, Field::OfficeEmail]) {
        columns.set(columns.first(Among::Unknown, Looks::is_emails), Field::Email);
    }
    // "Passed" may stand over a yes or no.
    if columns.holds(Field::Passed, Looks::is_results) && !columns.has(&[Field::Result]) {
        columns.correct(columns.place(Field::Passed), Some(Field::Result));
    }
    let has_exam = columns.has(&EXAM);
    // Dates, results and names look like those of many other tables.
    if has_exam {
        if !columns.has(&[Field::Passed]) {
            let of_another_day = |at: &usize| draft.columns.get(*at).is_some_and(|it| it.heading.is_of_another_day());
            match columns.only(Among::Unknown, Looks::is_dates) {
                Some(at) if of_another_day(&at) => {}
                Some(at) => columns.set(Some(at), Field::Passed),
                None => columns.correct(columns.place(Field::Month), Some(Field::Passed)),
            }
        }
        if !columns.has(&[Field::Result]) {
            columns.set(columns.first(Among::Unknown, Looks::is_results), Field::Result);
        }
        if !columns.has_person() {
            columns.set(columns.only(Among::Unknown, Looks::is_names), Field::FullName);
        }
    }

    let holds_exams = EXAM.into_iter().any(|field| columns.holds(field, Looks::is_exams));
    let is_chosen = columns.has_choice();
    let has_exams = EXAM.into_iter().any(|field| columns.holds(field, Looks::has_exams));
    let is_sure = holds_exams || has_exams || is_chosen || columns.has(&[Field::McpId]);
    let is_called_exam = is_called_exam(&columns);
    let sureness = match (has_exam, columns.has(&[Field::Passed]), columns.has_person()) {
        (true, true, true) if is_sure || is_called_exam => Sureness::Whole,
        (true, true, true) => Sureness::Doubtful,
        (true, true, false) if is_sure || (is_called_exam && columns.has(&[Field::Exam])) => Sureness::Whole,
        (true, false, true) if is_sure => Sureness::Partial,
        _ if is_chosen || columns.has(&[Field::McpId]) => Sureness::Partial,
        _ => return None,
    };
    Some(Reading { columns, shape: Shape::RowEach, sureness, months: Vec::new() })
}

const EXAM: [Field; 2] = [Field::Exam, Field::ExamCode];

/// Columns that are numbered in pairs: `Exam 1`, `Date 1`, `Exam 2`, `Date 2`.
fn add_numbered(columns: &mut Columns<'_, '_>) {
    let numbered = |words: &str, field: Field| {
        let name = words.trim_end_matches(|c: char| c.is_ascii_digit());
        name.len() < words.len() && field_called(name, SheetKind::Credentials) == Some(field)
    };
    let each = |field: Field| -> Vec<usize> {
        let free = columns.free(Among::Unused).filter(|(_, column)| numbered(&column.heading.words, field));
        let mut found: Vec<usize> = columns.place(field).into_iter().chain(free.map(|(at, _)| at)).collect();
        found.sort_unstable();
        found
    };
    let (exams, dates) = (each(Field::Exam), each(Field::Passed));
    // Results of each would have to be read as well.
    if [Field::Result, Field::Score, Field::Expires].into_iter().any(|field| !each(field).is_empty()) {
        return;
    }
    if exams.len() < 2 || exams.len() != dates.len() {
        return;
    }
    for (field, places) in [(Field::Exam, exams), (Field::Passed, dates)] {
        for at in places {
            columns.correct(Some(at), Some(field));
        }
    }
}

/// A column of exams is one, whatever it is called.
fn add_exam(columns: &mut Columns<'_, '_>) {
    match EXAM.map(|field| columns.place(field)) {
        [None, None] => columns.set(columns.first(Among::Unused, Looks::is_exams), Field::Exam),
        // "Code" may be the employee's.
        [None, Some(code)] if columns.holds(Field::ExamCode, Looks::is_surely_no_exams) => {
            let exam = columns.first(Among::Unused, Looks::is_exams);
            if exam.is_some() {
                columns.correct(Some(code), None);
                columns.set(exam, Field::Exam);
            }
        }
        // Titles that no rulebook knows stand beside codes.
        [Some(_), None] if !columns.holds(Field::Exam, Looks::is_exams) => {
            columns.set(columns.first(Among::Unused, Looks::is_exams), Field::ExamCode);
        }
        _ => {}
    }
}

/// Whether the heading of the exam or of its date says so; "Test" or "Training" may be anything.
fn is_called_exam(columns: &Columns<'_, '_>) -> bool {
    let fields = EXAM.into_iter().chain([Field::Passed]);
    let headings = fields.filter_map(|field| columns.draft.columns.get(columns.place(field)?));
    headings.map(|column| column.heading.words.to_lowercase()).any(|words| {
        ["exam", "cert", "title", "credential", "credencial", "microsoft"].iter().any(|word| words.contains(word))
    })
}

/// A row for each sale.
pub(super) fn sales<'d, 'a>(draft: &'d Draft<'a>) -> Option<Reading<'d, 'a>> {
    let mut columns = Columns::told(draft, SheetKind::Sales);
    let add = |columns: &mut Columns<'_, '_>, field: Field, looks: fn(&Looks) -> bool| {
        if !columns.has(&[field]) {
            columns.set(columns.first(Among::Unknown, looks), field);
        }
    };
    add(&mut columns, Field::Currency, Looks::is_currencies);
    add(&mut columns, Field::Product, Looks::is_products);
    if !columns.has(&[Field::PartnerOfRecord]) {
        add(&mut columns, Field::Association, Looks::is_associations);
    }
    let is_product_known = columns.holds(Field::Product, Looks::is_products);
    let has_product = is_product_known || columns.is_clear(Field::Product) || columns.is_clear(Field::Sku);
    let has_customer = columns.is_clear(Field::Customer);

    // Dates and amounts look like those of many other tables.
    if has_customer || has_product {
        if !columns.has(&[Field::Amount]) {
            columns.set(columns.only(Among::Unknown, Looks::is_money), Field::Amount);
        }
        if !columns.has(&[Field::Day, Field::Month]) {
            columns.set(columns.only(Among::Unknown, Looks::is_dates), Field::Day);
        }
    }
    if has_product && !columns.has(&[Field::Customer]) {
        columns.set(columns.only(Among::Bare, Looks::is_words), Field::Customer);
    }

    let is_foreign = draft.count_called(&FOREIGN) > 0;
    let is_pivot = draft.count_called(&PIVOT) > 0;
    let is_tied = columns.has(&[Field::Association, Field::PartnerOfRecord]);
    // Tables of many other things have a "Product" and a "Value" as well.
    let is_product_ours = has_product && !is_foreign && (is_product_known || columns.is_clear(Field::Amount));
    let is_chosen = columns.has_choice();
    let is_trailing = draft.columns.iter().any(|column| column.heading.is_trailing());
    let has_any = columns.has(&[Field::Customer, Field::Product, Field::Sku]);
    let sureness = match (columns.has(&[Field::Amount]), columns.has(&[Field::Day, Field::Month])) {
        (true, true) if is_pivot && has_any => Sureness::Doubtful,
        (true, true) if has_customer || is_tied || is_product_ours || (is_chosen && has_any) => Sureness::Whole,
        (true, true) if has_any && !is_foreign => Sureness::Doubtful,
        (false, true) if (has_customer || has_product) && is_trailing => Sureness::Partial,
        (true, false) if has_customer && !is_foreign && !is_pivot => Sureness::Partial,
        _ if is_chosen => Sureness::Partial,
        _ => return None,
    };
    Some(Reading { columns, shape: Shape::RowEach, sureness, months: Vec::new() })
}
