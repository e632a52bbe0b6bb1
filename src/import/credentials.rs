//! Rows of a certification export: who passed which exam when.

use unicode_normalization::UnicodeNormalization;

use super::cell::{Cell, Row};
use super::dates::DateColumn;
use super::headings::Field;
use super::table::{Table, is_blank, is_called_total, yes_or_no};
use crate::ledger::{CredentialRow, Finding, FindingCode, PersonKeys, Source};
use crate::rulebook::fold;

/// The score from which on an exam is passed.
const PASSING_SCORE: f64 = 700.0;

/// What may tell of a person, best known first.
const PERSON_FIELDS: [Field; 6] =
    [Field::FullName, Field::GivenName, Field::Surname, Field::Email, Field::OfficeEmail, Field::McpId];

/// Reads every row of a table into the source: as a credential, or as a finding that says why it is none.
pub(super) fn read(table: &Table<'_>, source: &mut Source) {
    let passed = table.dates(Field::Passed, Some(Field::Month));
    let expires = table.dates(Field::Expires, None).or_as(&passed);
    let passed = passed.or_as(&expires);
    for (field, column) in [(Field::Passed, &passed), (Field::Expires, &expires)] {
        if let Some(value) = &column.ambiguous {
            source.findings.push(table.about_column(FindingCode::AmbiguousDate, field, Some(value.clone())));
        }
    }
    for row in table.rows {
        match credential(table, row, &passed, &expires) {
            Ok(credential) => source.credentials.push(credential),
            Err(finding) => source.findings.push(finding),
        }
    }
}

fn credential(
    table: &Table<'_>,
    row: &Row,
    dates: &DateColumn,
    expires: &DateColumn,
) -> Result<CredentialRow, Finding> {
    let (person, exam) = (person(table, row), exam(table, row));
    let date = table.cell(row, Field::Passed);
    let is_dated = dates.read(date).is_some();
    if !is_dated && (exam.is_empty() || person.is_empty()) && is_called_total(row) {
        return Err(table.total_row(row));
    }
    if exam.is_empty() {
        return Err(table.fault(row, FindingCode::MissingExam, &[Field::Exam, Field::ExamCode]));
    }
    if person.is_empty() {
        return Err(table.fault(row, FindingCode::MissingPerson, &PERSON_FIELDS));
    }
    if is_blank(date) {
        return Err(table.fault(row, FindingCode::MissingDate, &[Field::Passed]));
    }
    let unreadable = |field| table.fault(row, FindingCode::UnreadableDate, &[field]);
    // Of a month without a day the last one is taken: what is certain by then is not claimed earlier.
    let passed = dates.read(date).ok_or_else(|| unreadable(Field::Passed))?.last_day();
    let expiry = table.cell(row, Field::Expires);
    let expires = if is_blank(expiry) || says_never(expiry) {
        None
    } else {
        Some(expires.read(expiry).ok_or_else(|| unreadable(Field::Expires))?.last_day())
    };
    let failed = !is_passed(table, row, dates)?;
    Ok(CredentialRow { person, exam: exam.into(), passed, expires, failed, place: table.place(row) })
}

/// The exam's code where the row has one, else its title.
fn exam(table: &Table<'_>, row: &Row) -> String {
    let has_digit = |text: &String| text.contains(|c: char| c.is_ascii_digit());
    let (code, title) = (table.cell(row, Field::ExamCode), table.cell(row, Field::Exam));
    let words = |cell: &Cell| if is_blank(cell) { String::new() } else { cell.words() };
    match Some(words(code)).filter(has_digit) {
        Some(code) => code,
        None if is_blank(title) => words(code),
        None => words(title),
    }
}

fn person(table: &Table<'_>, row: &Row) -> PersonKeys {
    let [email, office_email] = [Field::Email, Field::OfficeEmail].map(|field| email(&table.words(row, field)));
    // A company that keeps one address for each of its people keeps that of the office.
    let (office_email, personal_email) =
        if table.has(Field::OfficeEmail) { (office_email, email) } else { (email, String::new()) };
    let mut keys = PersonKeys {
        mcp_id: mcp_id(table.cell(row, Field::McpId)),
        office_email,
        personal_email,
        name: name(table, row),
    };
    if keys.is_empty() {
        keys.name = table.words(row, Field::UserKey);
    }
    keys
}

/// First and last name, or the full name, with single spaces.
fn name(table: &Table<'_>, row: &Row) -> String {
    let parts = [Field::GivenName, Field::FullName, Field::Surname, Field::SecondSurname];
    let parts =
        parts.map(|field| if is_blank(table.cell(row, field)) { String::new() } else { table.words(row, field) });
    let [given, full, surname, second] = &parts;
    // A full name may stand beside its parts, or what is headed "Name" may be the first name.
    let is_whole = given.is_empty() && !surname.is_empty() && fold(full).ends_with(&format!(" {}", fold(surname)));
    let none = &String::new();
    let parts = match (given.as_str(), surname.as_str()) {
        _ if is_whole => [full, none, none],
        ("", _) => [full, surname, second],
        (_, "") if !full.is_empty() => [full, none, none],
        _ => [given, surname, second],
    };
    let name = parts.into_iter().filter(|part| !part.is_empty()).map(String::as_str).collect::<Vec<_>>().join(" ");
    // Some programs write an accent as a sign of its own.
    name.nfc().collect()
}

/// The first e-mail in a text, in lower case. Anything without an @ is none: a dash would make everybody one person.
fn email(text: &str) -> String {
    let mut words = text.split(|c: char| c.is_whitespace() || ";,<>()".contains(c));
    words
        .find(|word| word.contains('@'))
        .map(|word| word.trim_start_matches("mailto:").to_lowercase())
        .unwrap_or_default()
}

/// An MCP ID. One without a digit above zero is none: `0`, `-`, `n/a`. Programs that take it for an amount write `7470319.0`.
fn mcp_id(cell: &Cell) -> String {
    let words = cell.words();
    let id = words.strip_suffix(".0").unwrap_or(&words);
    if id.contains(|c: char| ('1'..='9').contains(&c)) { id.to_owned() } else { String::new() }
}

fn says_never(cell: &Cell) -> bool {
    #[rustfmt::skip]
    const NEVER: [&str; 14] = [
        "never", "does not expire", "no expiry", "no expiration", "permanent", "no", "nunca", "no caduca", "no vence",
        "no expira", "sin caducidad", "sin vencimiento", "permanente", "indefinido",
    ];
    matches!(cell, Cell::Text(text) if NEVER.contains(&fold(text).as_str()))
}

/// Whether the exam was passed; a row that says nothing of it lists passes, and so does one with a date for its result.
fn is_passed(table: &Table<'_>, row: &Row, dates: &DateColumn) -> Result<bool, Finding> {
    let unreadable = |field| table.fault(row, FindingCode::UnreadableResult, &[field]);
    let result = table.cell(row, Field::Result);
    if !is_blank(result) {
        let told = told_result(result).or_else(|| dates.read(result).map(|_| true));
        return told.ok_or_else(|| unreadable(Field::Result));
    }
    let score = table.cell(row, Field::Score);
    if is_blank(score) {
        return Ok(true);
    }
    told_score(score).ok_or_else(|| unreadable(Field::Score))
}

fn told_result(cell: &Cell) -> Option<bool> {
    #[rustfmt::skip]
    const PASSED: [&str; 37] = [
        "pass", "passed", "p", "ok", "yes", "y", "si", "x", "true", "verdadero", "success", "successful", "succeeded",
        "completed", "complete", "achieved", "earned", "certified", "active", "valid", "current", "aprobado", "aprobada",
        "apto", "apta", "superado", "superada", "aprobo", "obtenido", "obtenida", "completado", "completada", "certificado",
        "activo", "activa", "vigente", "conseguido",
    ];
    #[rustfmt::skip]
    const FAILED: [&str; 25] = [
        "fail", "failed", "f", "no", "n", "false", "falso", "not passed", "no pass", "unsuccessful", "suspenso", "suspensa",
        "suspendido", "suspendida", "no apto", "no apta", "no aprobado", "no aprobada", "no superado", "no superada",
        "reprobado", "reprobada", "no presentado", "no presentada", "no show",
    ];
    let told = match cell {
        Cell::Text(text) => {
            let words = fold(text);
            // The score may stand beside the word: `Aprobado (720)`.
            let words = words.trim_matches(|c: char| c.is_ascii_digit() || c == ' ');
            let passed = PASSED.contains(&words);
            (passed || FAILED.contains(&words)).then_some(passed)
        }
        _ => None,
    };
    told.or_else(|| yes_or_no(cell)).or_else(|| told_score(cell))
}

/// A score counts from 100 to 1000; another number is none.
fn told_score(cell: &Cell) -> Option<bool> {
    let score = match cell {
        Cell::Number(score) => *score,
        Cell::Text(text) => text.split('/').next()?.trim().replace(',', ".").parse().ok()?,
        _ => return None,
    };
    (100.0..=1000.0).contains(&score).then_some(score >= PASSING_SCORE)
}
