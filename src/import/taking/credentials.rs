//! A row for each credential: who passed which exam when. A cell may name several exams.

use std::sync::Arc;

use chrono::NaiveDate;

use super::super::cell::Cell;
use super::super::field::Field;
use super::super::sheet::Row;
use super::super::understanding::Column;
use super::blocks::Blocks;
use super::exams::{DatedExam, Exams};
use super::people::{PERSON_FIELDS, People};
use super::results::{Told, says_never, told_result, told_score};
use super::table::Table;
use super::totals::{Label, total_row};
use super::words::is_blank;
use super::written::Dates;
use crate::ledger::{CredentialRow, Finding, FindingCode, Source};

/// Reads every row of a table into the source: as credentials, or as a finding that says why it is none. Tells how many rows
/// gave a credential.
pub(super) fn read(table: &Table<'_>, source: &mut Source) -> usize {
    let [passed, expires] = [Field::Passed, Field::Expires].map(table.dates());
    source.findings.extend(table.doubts_of_dates(Field::Passed, &passed));
    source.findings.extend(table.doubts_of_dates(Field::Expires, &expires));
    let exams = Exams::default();
    let mut own: Vec<Cell<'_>> = Vec::new();
    for (column, row) in table.columns(Field::Exam).flat_map(|column| table.rows().map(move |row| (column, row))) {
        own.extend(exams.with_dates(row, column).iter().filter_map(|it| it.date.map(Cell::text)));
    }
    let own = table.dates_of(&own, &passed);
    source.findings.extend(table.doubts_of_dates(Field::Exam, &own));
    let columns = Columns { people: People::of(table), exams, passed, expires, own };
    let blocks = Blocks::find(table, &PERSON_FIELDS);
    let mut taken = 0;
    let pairs: Vec<_> = table.columns(Field::Exam).zip(table.columns(Field::Passed)).collect();
    for (place, row) in table.rows().enumerate() {
        if pairs.len() > 1 {
            taken += usize::from(numbered(table, row, blocks.head(place, row), &columns, &pairs, source));
            continue;
        }
        match credentials(table, row, blocks.head(place, row), &columns, &mut source.credentials) {
            Ok(()) => {
                source.findings.extend(table.error_cells(row));
                taken += 1;
            }
            Err(finding) => source.findings.push(finding),
        }
    }
    source.findings.extend(blocks.finding(table, &PERSON_FIELDS));
    taken
}

/// How the columns of a table are read.
struct Columns<'a> {
    people: People,
    exams: Exams<'a>,
    passed: Dates<'a>,
    expires: Dates<'a>,
    /// The dates that stand beside exams in their cell.
    own: Dates<'a>,
}

/// Adds the credentials of a row, one for each exam that it names. `head` is the row that names the person.
fn credentials<'a>(
    table: &Table<'a>,
    row: Row<'a>,
    head: Row<'a>,
    columns: &Columns<'a>,
    to: &mut Vec<CredentialRow>,
) -> Result<(), Finding> {
    let (person, exams) = (columns.people.in_row(table, head), columns.exams.in_row(table, row));
    let date = table.cell(row, Field::Passed);
    let read = columns.passed.read(date);
    if read.is_none() && (exams.is_empty() || person.is_empty()) && Label::of(row).is_some() {
        return Err(total_row(table, row));
    }
    if exams.is_empty() {
        return Err(table.fault(row, FindingCode::MissingExam, &[Field::Exam, Field::ExamCode]));
    }
    if columns.exams.is_unclear(table, row) {
        return Err(table.fault(row, FindingCode::UnclearExam, &[Field::Exam, Field::ExamCode]));
    }
    if person.is_empty() {
        return Err(table.fault(row, FindingCode::MissingPerson, &PERSON_FIELDS));
    }
    // Of a month without a day the last one is taken: what is certain by then is not claimed earlier.
    let of_row = || match read {
        Some(when) => Ok(when.last_day()),
        None if is_blank(date) => Err(table.fault(row, FindingCode::MissingDate, &[Field::Passed])),
        None => Err(table.fault(row, FindingCode::UnreadableDate, &[Field::Passed])),
    };
    let dated = table.column(Field::Exam).map(|column| columns.exams.with_dates(row, column)).unwrap_or_default();
    let own = |it: &DatedExam<'a>| match it.date {
        Some(date) => match columns.own.read(Cell::text(date)) {
            Some(when) => Ok((it.exam.clone(), when.last_day())),
            None => Err(table.fault(row, FindingCode::UnreadableDate, &[Field::Exam])),
        },
        None => Ok((it.exam.clone(), of_row()?)),
    };
    let dated: Vec<(Arc<str>, NaiveDate)> = dated.iter().map(own).collect::<Result<_, Finding>>()?;
    let passed = if dated.is_empty() { of_row()? } else { NaiveDate::default() };
    let expires = expiry(table, row, table.column(Field::Expires), &columns.expires)?;
    let failed = match told(table, row, &columns.passed)? {
        Told::Passed => false,
        Told::Failed => true,
        // The day on which it lapsed tells more, where it is known.
        Told::Lapsed => expires.is_none(),
    };
    let credential = |exam: Arc<str>, passed| CredentialRow {
        person: person.clone(),
        exam,
        passed,
        expires,
        failed,
        place: table.place(row),
    };
    if dated.is_empty() {
        to.extend(exams.iter().map(|exam| credential(exam.clone(), passed)));
    } else {
        to.extend(dated.into_iter().map(|(exam, passed)| credential(exam, passed)));
    }
    Ok(())
}

/// Reads a row with several pairs of an exam and a date. Whether it gave a credential.
fn numbered<'a>(
    table: &Table<'a>,
    row: Row<'a>,
    head: Row<'a>,
    columns: &Columns<'a>,
    pairs: &[(&'a Column, &'a Column)],
    source: &mut Source,
) -> bool {
    let person = columns.people.in_row(table, head);
    if person.is_empty() {
        let is_total = Label::of(row).is_some();
        let missing = || table.fault(row, FindingCode::MissingPerson, &PERSON_FIELDS);
        source.findings.push(if is_total { total_row(table, row) } else { missing() });
        return false;
    }
    let (credentials, findings) = (source.credentials.len(), source.findings.len());
    for (exam, date) in pairs {
        let exams = columns.exams.in_cell(Table::at(row, exam));
        let cell = Table::at(row, date);
        let code = match columns.passed.read(cell) {
            Some(when) if !exams.is_empty() => {
                source.credentials.extend(exams.iter().map(|exam| CredentialRow {
                    person: person.clone(),
                    exam: exam.clone(),
                    passed: when.last_day(),
                    expires: None,
                    failed: false,
                    place: table.place(row),
                }));
                continue;
            }
            _ if exams.is_empty() && is_blank(cell) => continue,
            _ if exams.is_empty() => FindingCode::MissingExam,
            _ if is_blank(cell) => FindingCode::MissingDate,
            _ => FindingCode::UnreadableMark,
        };
        source.findings.push(table.about_cell(row, code, if exams.is_empty() { exam } else { date }));
    }
    let is_taken = source.credentials.len() > credentials;
    if !is_taken && source.findings.len() == findings {
        source.findings.push(table.about_row(row, FindingCode::NothingInRow));
    }
    source.findings.extend(table.error_cells(row).filter(|_| is_taken));
    is_taken
}

/// The last day on which the credentials of a row are valid; none where nothing says that they expire.
pub(super) fn expiry<'a>(
    table: &Table<'a>,
    row: Row<'a>,
    column: Option<&Column>,
    expires: &Dates<'a>,
) -> Result<Option<NaiveDate>, Finding> {
    let Some(column) = column else { return Ok(None) };
    let cell = Table::at(row, column);
    if is_blank(cell) || says_never(cell) {
        return Ok(None);
    }
    let read = expires.read(cell).ok_or_else(|| table.about_cell(row, FindingCode::UnreadableDate, column))?;
    Ok(Some(read.last_day()))
}

/// Whether the exam was passed; a row that says nothing of it lists passes, and so does one with a date for its result.
fn told<'a>(table: &Table<'a>, row: Row<'a>, dates: &Dates<'a>) -> Result<Told, Finding> {
    let unreadable = |field| table.fault(row, FindingCode::UnreadableResult, &[field]);
    let result = table.cell(row, Field::Result);
    if !is_blank(result) {
        let told = told_result(result).or_else(|| dates.read(result).map(|_| Told::Passed));
        return told.ok_or_else(|| unreadable(Field::Result));
    }
    let score = table.cell(row, Field::Score);
    if is_blank(score) {
        return Ok(Told::Passed);
    }
    told_score(score).ok_or_else(|| unreadable(Field::Score))
}
