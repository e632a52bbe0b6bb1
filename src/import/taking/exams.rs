//! The exams that a cell names: one, or several with signs between.

use std::sync::{Arc, LazyLock};

use super::super::cell::Cell;
use super::super::field::Field;
use super::super::sheet::{CellId, Row};
use super::super::understanding::Column;
use super::super::values::dates::{DateColumn, halves};
use super::memo::{ByCell, Id, Memo};
use super::table::Table;
use super::words::is_blank;
use crate::rulebook::{Names, Rulebook, builtins};

/// The exams of a table.
#[derive(Default)]
pub(super) struct Exams<'a> {
    known: Memo<Id<'a>, Arc<[Arc<str>]>>,
    in_rows: Memo<[CellId; 2], Arc<[Arc<str>]>>,
    unclear: ByCell<bool>,
    dated: ByCell<Arc<[DatedExam<'a>]>>,
}

/// An exam, and the date that stands beside it in its cell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct DatedExam<'a> {
    pub exam: Arc<str>,
    pub date: Option<&'a str>,
}

impl<'a> Exams<'a> {
    /// Whether a row leaves open which exam it names.
    pub fn is_unclear(&self, table: &Table<'a>, row: Row<'a>) -> bool {
        [Field::ExamCode, Field::Exam].into_iter().any(|field| {
            let unclear =
                || matches!(table.cell(row, field), Cell::Text(text) if text.len() <= 250 && is_unclear(text));
            self.unclear.get(table.id(row, field), unclear)
        })
    }

    /// The exams that a row names: by code where it has one, else by title; none where it names none.
    pub fn in_row(&self, table: &Table<'a>, row: Row<'a>) -> Arc<[Arc<str>]> {
        let fields = [Field::ExamCode, Field::Exam];
        self.in_rows.get(fields.map(|field| table.id(row, field)), || {
            let [code, title] = fields.map(|field| table.cell(row, field));
            let has_digit = |cell: Cell<'_>| cell.words().contains(|c: char| c.is_ascii_digit());
            let cell = if has_digit(code) || is_blank(title) { code } else { title };
            named(cell)
        })
    }

    /// The exams that a cell names.
    pub fn in_cell(&self, cell: Cell<'a>) -> Arc<[Arc<str>]> {
        self.known.get(cell.into(), || named(cell))
    }
}

impl<'a> Exams<'a> {
    /// The exams of a cell that names several, some with a date of their own: `MB2-713 (12/03/2016); MB2-706`. Empty where
    /// it is no such cell.
    pub fn with_dates(&self, row: Row<'a>, column: &Column) -> Arc<[DatedExam<'a>]> {
        self.dated.get(row.id(column.index), || match Table::at(row, column) {
            Cell::Text(text) if text.contains(['/', '-', '.', '(']) => dated(text).into(),
            _ => Arc::default(),
        })
    }
}

fn named(cell: Cell<'_>) -> Arc<[Arc<str>]> {
    match cell {
        cell if is_blank(cell) => Arc::default(),
        Cell::Text(text) => split(text).into_iter().map(|exam| Cell::text(exam).words().into()).collect(),
        cell => Some(cell.words()).filter(|words| !words.is_empty()).map(Into::into).into_iter().collect(),
    }
}

fn dated(text: &str) -> Vec<DatedExam<'_>> {
    // A slash may stand in a date.
    let parts = text.split([',', ';', '+', '|', '&', '\n', '\r']).flat_map(|part| part.split(" y "));
    let parts = parts.flat_map(|part| part.split(" and ")).map(str::trim).filter(|part| !part.is_empty());
    let is_known = |text: &str| begins_with_code(text) || KNOWN.iter().any(|names| names.exam(text).is_some());
    let mut exams = Vec::new();
    for part in parts {
        let beside = halves(part).filter(|(date, exam)| is_date_like(date) && is_known(exam));
        let (date, exam) = match beside.max_by_key(|(date, _)| date.len()) {
            Some((date, exam)) => (Some(date), exam),
            None if is_known(part) => (None, part),
            None => return Vec::new(),
        };
        exams.push(DatedExam { exam: Cell::text(exam).words().into(), date });
    }
    let is_it = exams.len() > 1 && exams.iter().any(|it| it.date.is_some());
    if is_it { exams } else { Vec::new() }
}

/// Whether a text looks like a date, be it one or not: `31/31/2016`, `mar-16`.
fn is_date_like(text: &str) -> bool {
    let is_number = |word: &&str| !word.is_empty() && word.bytes().all(|byte| byte.is_ascii_digit());
    let mut words = text.split(|c: char| !c.is_alphanumeric());
    let numbers = words.by_ref().filter(is_number).count();
    let reads = || DateColumn::decide(std::iter::empty(), false).read(Cell::text(text)).is_some();
    !begins_with_code(text)
        && text.len() <= 20
        && ((numbers >= 2 && !text.contains(char::is_alphabetic)) || (numbers >= 1 && text.len() > 4 && reads()))
}

/// Whether a text leaves open which exam is meant, or says that one was not passed: `MB2-712 or MB2-707`, `no MB2-714`.
pub(super) fn is_unclear(text: &str) -> bool {
    let lower = text.trim().to_lowercase();
    let is_denied = ["no ", "not ", "sin ", "without ", "falta ", "missing ", "pendiente ", "pending "]
        .iter()
        .any(|word| lower.strip_prefix(word).is_some_and(|rest| begins_with_code(rest.trim_start())));
    let is_open = [" o ", " ó ", " u ", " or ", " ou ", " either "]
        .iter()
        .any(|word| lower.contains(word) && lower.split(word).all(|part| begins_with_code(part.trim())));
    is_denied || is_open
}

/// Whether a text names several exams, or leaves open which.
pub(super) fn names_several(text: &str) -> bool {
    is_unclear(text) || split(text).len() > 1
}

/// The exams in a text. Titles have commas and slashes of their own, so it is taken apart only where each part is an exam.
fn split(text: &str) -> Vec<&str> {
    let parts = parts(text);
    let is_known = |text: &str| KNOWN.iter().any(|names| names.exam(text).is_some());
    let are_exams = || parts.iter().all(|part| begins_with_code(part) || is_known(part));
    // A title may be made of words that are titles too.
    let is_title = || !parts.iter().any(|part| begins_with_code(part)) && is_known(text);
    if parts.len() < 2 || (are_exams() && !is_title()) { parts } else { vec![text] }
}

/// The exams of the built-in rulebooks.
static KNOWN: LazyLock<Vec<Names>> = LazyLock::new(|| builtins().iter().map(Rulebook::names).collect());

/// A text cut at each sign or word that may stand between exams.
fn parts(text: &str) -> Vec<&str> {
    let cut = text.split([',', ';', '/', '+', '|', '&', '\n', '\r']);
    let cut = cut.flat_map(|part| part.split(" y ")).flat_map(|part| part.split(" and "));
    cut.map(str::trim).filter(|part| !part.is_empty()).collect()
}

/// Whether a text begins with an exam's code: `MB2-714`, `MB6 894`, `Exam 70-398: …`, `AZ-104`.
fn begins_with_code(text: &str) -> bool {
    let lower = text.to_lowercase();
    let code = ["examen", "exam"].iter().find_map(|word| lower.strip_prefix(word)).unwrap_or(&lower).trim_start();
    let (letters, rest) = run(code, |c| c.is_ascii_lowercase());
    let (digits, rest) = run(rest, |c| c.is_ascii_digit());
    let number_after = |signs: &[char]| {
        let (number, rest) = run(rest.trim_start_matches(signs), |c| c.is_ascii_digit());
        matches!(number, 3 | 4) && !rest.starts_with(char::is_alphanumeric)
    };
    match (letters, digits) {
        (1..=4, 3 | 4) => !rest.starts_with(char::is_alphanumeric),
        (1..=4, 1) | (0, 2) => number_after(&['-', '–', '‑', ' ']),
        // A word before a number is no code: `CRM 2016`.
        (1..=4, 0) => number_after(&['-', '–', '‑']),
        _ => false,
    }
}

/// How many of the first letters are of a kind, and the text after them.
fn run(text: &str, is_it: fn(char) -> bool) -> (usize, &str) {
    let rest = text.trim_start_matches(is_it);
    (text.len() - rest.len(), rest)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &[&str]) {
        assert_eq!(split(text), expected, "{text:?}");
    }

    #[test]
    fn exams_with_signs_between_are_several() {
        check("MB2-714, MB2-710", &["MB2-714", "MB2-710"]);
        check("MB2-714;MB6 894 ; 70-398;", &["MB2-714", "MB6 894", "70-398"]);
        check("MB2-714/MB2-710", &["MB2-714", "MB2-710"]);
        check("MB2-714 + MB2-710\nAZ-104", &["MB2-714", "MB2-710", "AZ-104"]);
        check("MB2-714 y MB2-710", &["MB2-714", "MB2-710"]);
        check("MB2714 and Exam 70 398", &["MB2714", "Exam 70 398"]);
        check(
            "MB2-714: Customer Service; MB2-710: Online Deployment",
            &["MB2-714: Customer Service", "MB2-710: Online Deployment"],
        );
        check("Dynamics CRM Marketing; MB2-710", &["Dynamics CRM Marketing", "MB2-710"]);
    }

    #[test]
    fn some_texts_leave_open_which_exam_was_passed() {
        for text in ["MB2-712 ó MB2-707", "MB2-712 or MB2-707", "no MB2-714", "Not MB2-714"] {
            assert!(is_unclear(text), "{text}");
        }
        for text in ["MB2-714, MB2-710", "MB2-714: Sales or Marketing", "North MB2-714", "MB2-714"] {
            assert!(!is_unclear(text), "{text}");
        }
    }

    #[test]
    fn titles_with_such_signs_are_one() {
        for text in [
            "MB2-714",
            "Dynamics CRM Marketing",
            "Microsoft Dynamics CRM 2016 Customization and Configuration",
            "MB2-707 Microsoft Dynamics CRM Customization and Configuration",
            "Planning, building and running CRM",
            "MB2-714: Sales, Marketing",
            "MB2-714/710",
            "Administering 365/Exchange",
            "MB2-714, pending",
            "MB2-714 (2016) and 2017",
            "CRM 2016 Sales, CRM 2016 Marketing",
        ] {
            check(text, &[text]);
        }
    }
}
