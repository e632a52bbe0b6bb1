//! People and exams: a row for each person and a column for each exam, or the other way round.

use std::sync::Arc;

use chrono::NaiveDate;

use super::super::cell::Cell;
use super::super::field::Field;
use super::super::sheet::Row;
use super::super::understanding::{Column, Shape, counts_or_plans, exam_of_heading, looks_like_name};
use super::super::values::dates::When;
use super::credentials::expiry;
use super::exams::{Exams, names_several};
use super::marks::{Mark, Marks};
use super::people::{PERSON_FIELDS, People, named};
use super::results::{Told, told_result};
use super::table::Table;
use super::totals::{Label, count_row, total_row};
use super::words::is_blank;
use super::written::Dates;
use crate::ledger::{CredentialRow, Finding, FindingCode, PersonKeys, Source};

/// Reads every cell of a table into the source: as credentials, or as a finding that says why it is none. Tells how many
/// rows gave a credential.
pub(super) fn read(table: &Table<'_>, shape: Shape, source: &mut Source) -> usize {
    let field = if shape == Shape::PeopleAcross { Field::PersonMark } else { Field::ExamMark };
    let dates = table.dates();
    let [marked, passed, expires] = [field, Field::Passed, Field::Expires].map(dates);
    for (field, dates) in [(field, &marked), (Field::Passed, &passed), (Field::Expires, &expires)] {
        source.findings.extend(table.doubts_of_dates(field, dates));
    }
    let marks = Marks::of(marked, table.cells(field).map(|(_, cell)| cell));
    let counts_from = counts_from(table, field);
    let reader = Reader { shape, people: People::of(table), exams: Exams::default(), passed, expires, counts_from };
    let mut columns: Vec<Head<'_>> = table.columns(field).map(|column| Head::of(table, column, shape)).collect();
    let mut taken = 0;
    for row in table.rows() {
        let line = match line(table, row, &reader) {
            Ok(line) => line,
            Err(finding) => {
                source.findings.push(finding);
                continue;
            }
        };
        let (credentials, findings) = (source.credentials.len(), source.findings.len());
        for head in &mut columns {
            let (passed, day) = match head.read(row, &marks) {
                (Mark::None, _) => continue,
                (Mark::Unreadable, column) => {
                    source.findings.push(table.about_cell(row, FindingCode::UnreadableMark, column));
                    continue;
                }
                (Mark::Tried { passed, day }, _) => (passed, day.or(line.passed)),
            };
            if head.exam.as_deref().is_some_and(names_several) {
                source.findings.push(table.about_cell(row, FindingCode::UnclearExam, head.column));
                continue;
            }
            let expires = match expiry(table, row, head.expires, &reader.expires) {
                Ok(expires) => expires.or(line.expires),
                Err(finding) => {
                    source.findings.push(Finding { code: FindingCode::UnreadableMark, ..finding });
                    continue;
                }
            };
            if day.is_none() && passed {
                head.undated.get_or_insert(row);
            }
            let Some(person) = line.person.as_ref().or(head.person.as_ref()) else { continue };
            source.credentials.extend(line.exams.iter().chain(&head.exam).map(|exam| CredentialRow {
                person: person.clone(),
                exam: exam.clone(),
                passed: day.unwrap_or(CredentialRow::UNDATED),
                expires,
                failed: !passed,
                place: table.place(row),
            }));
        }
        let is_taken = source.credentials.len() > credentials;
        if !is_taken && source.findings.len() == findings {
            source.findings.push(table.about_row(row, FindingCode::NothingInRow));
        }
        source.findings.extend(table.error_cells(row));
        taken += usize::from(is_taken);
    }
    source.findings.extend(columns.iter().filter_map(|head| head.finding(table)));
    taken
}

/// How the other columns are read.
struct Reader<'a> {
    shape: Shape,
    people: People,
    exams: Exams<'a>,
    passed: Dates<'a>,
    expires: Dates<'a>,
    /// The number of the first row below which, itself included, there are only counts.
    counts_from: Option<u32>,
}

/// A column, the person or the exam that its heading names, and the first row in which it has a pass without a day.
struct Head<'a> {
    column: &'a Column,
    person: Option<Arc<PersonKeys>>,
    exam: Option<Arc<str>>,
    undated: Option<Row<'a>>,
    /// The columns that tell more of the same exam: its result or score, and when it expires.
    results: Vec<&'a Column>,
    expires: Option<&'a Column>,
}

/// The person or the exams that a row names, and the days that stand for all of its cells.
struct Line {
    person: Option<Arc<PersonKeys>>,
    exams: Arc<[Arc<str>]>,
    passed: Option<NaiveDate>,
    expires: Option<NaiveDate>,
}

fn line<'a>(table: &Table<'a>, row: Row<'a>, reader: &Reader<'a>) -> Result<Line, Finding> {
    let (person, exams) = match reader.shape {
        Shape::PeopleAcross => (None, reader.exams.in_row(table, row)),
        _ => (Some(reader.people.in_row(table, row)), Arc::default()),
    };
    let is_nameless = exams.is_empty() && person.as_ref().is_none_or(|person| person.is_empty());
    let is_numbers_only = || row.filled().all(|(_, cell)| matches!(cell, Cell::Number(_)));
    if Label::of(row).is_some() || (is_nameless && is_numbers_only()) {
        return Err(total_row(table, row));
    }
    if person.as_ref().is_some_and(|it| is_count(it, row, reader.counts_from)) {
        return Err(count_row(table, row));
    }
    if is_nameless && person.is_none() {
        return Err(table.fault(row, FindingCode::MissingExam, &[Field::Exam, Field::ExamCode]));
    }
    if reader.shape == Shape::PeopleAcross && reader.exams.is_unclear(table, row) {
        return Err(table.fault(row, FindingCode::UnclearExam, &[Field::Exam, Field::ExamCode]));
    }
    if is_nameless {
        return Err(table.fault(row, FindingCode::MissingPerson, &PERSON_FIELDS));
    }
    let passed = reader.passed.read(table.cell(row, Field::Passed)).map(When::last_day);
    let of_row = table.columns(Field::Expires).find(|column| exam_of_heading(&column.heading).is_none());
    Ok(Line { person, exams, passed, expires: expiry(table, row, of_row, &reader.expires)? })
}

/// Whether the name in a row is none of a person's: it says that the row counts or plans, or it may be anything and the row
/// holds counts.
fn is_count(person: &PersonKeys, row: Row<'_>, counts_from: Option<u32>) -> bool {
    let is_only_name = PersonKeys { name: String::new(), ..person.clone() }.is_empty();
    let is_below = || counts_from.is_some_and(|from| row.number >= from);
    is_only_name
        && !person.name.is_empty()
        && (counts_or_plans(&person.name) || (is_below() && !looks_like_name(&person.name)))
}

/// The number of the row from which on there are only small whole numbers, below rows with other marks.
fn counts_from(table: &Table<'_>, field: Field) -> Option<u32> {
    let is_count = |cell: Cell<'_>| match cell {
        Cell::Number(number) => (0.0..100.0).contains(&number) && number.fract() == 0.0,
        Cell::Text(text) => (1..=2).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit()),
        _ => false,
    };
    let (mut is_below_marks, mut from) = (false, None);
    for row in table.rows() {
        let mut cells =
            table.columns(field).map(|column| Table::at(row, column)).filter(|cell| !is_blank(*cell)).peekable();
        if cells.peek().is_none() {
            continue;
        }
        if cells.all(is_count) {
            from = from.or(Some(row.number).filter(|_| is_below_marks));
        } else if Label::of(row).is_none() {
            (is_below_marks, from) = (true, None);
        }
    }
    from
}

impl<'a> Head<'a> {
    fn of(table: &Table<'a>, column: &'a Column, shape: Shape) -> Self {
        let is_person = shape == Shape::PeopleAcross;
        let (person, exam) =
            if is_person { (Some(named(&column.heading).into()), None) } else { (None, Some(column.heading.clone())) };
        let exam_of = |column: &Column| exam_of_heading(&column.heading).map(|(exam, _)| exam);
        let own = exam_of(column).filter(|_| !is_person);
        let is_own = |other: &&Column| own.is_some() && exam_of(other) == own;
        let results = [Field::Result, Field::Score].into_iter().flat_map(|field| table.columns(field)).filter(is_own);
        let (results, expires) = (results.collect(), table.columns(Field::Expires).find(is_own));
        Self { column, person, exam, undated: None, results, expires }
    }

    /// What a row says of the exam, and the column that says it: where one tells its result, that goes before the mark.
    fn read(&self, row: Row<'a>, marks: &Marks<'a>) -> (Mark, &'a Column) {
        let mark = marks.read(Table::at(row, self.column));
        let Mark::Tried { day, .. } = mark else {
            let unless_blank = |column: &&'a Column| marks.read(Table::at(row, column)) != Mark::None;
            return match self.results.iter().copied().find(unless_blank) {
                Some(column) if mark == Mark::None => (marks.read(Table::at(row, column)), column),
                _ => (mark, self.column),
            };
        };
        for column in &self.results {
            let cell = Table::at(row, column);
            if is_blank(cell) || matches!(cell, Cell::Error(_)) {
                continue;
            }
            let told =
                told_result(cell).map_or(Mark::Unreadable, |told| Mark::Tried { passed: told != Told::Failed, day });
            return (told, column);
        }
        (mark, self.column)
    }

    fn finding(&self, table: &Table<'_>) -> Option<Finding> {
        self.undated.map(|row| table.about_cell(row, FindingCode::UndatedPass, self.column))
    }
}
