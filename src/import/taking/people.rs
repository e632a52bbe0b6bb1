//! The person whom a row names.

use std::sync::Arc;

use unicode_normalization::UnicodeNormalization;

use super::super::cell::Cell;
use super::super::field::Field;
use super::super::sheet::{CellId, Row};
use super::memo::Memo;
use super::table::Table;
use super::words::is_blank;
use crate::ledger::PersonKeys;
use crate::rulebook::fold;

/// What may tell of a person, best known first.
pub(super) const PERSON_FIELDS: [Field; 8] = [
    Field::FullName,
    Field::GivenName,
    Field::Surname,
    Field::SecondSurname,
    Field::Email,
    Field::OfficeEmail,
    Field::McpId,
    Field::UserKey,
];

/// The people of a table.
pub(super) struct People {
    has_office_email: bool,
    known: Memo<[CellId; PERSON_FIELDS.len()], Arc<PersonKeys>>,
    /// Whose the rows are that name nobody: the person chosen for the table, or nobody.
    nobody: Arc<PersonKeys>,
}

impl People {
    /// The people of a table.
    pub fn of(table: &Table<'_>) -> Self {
        let nobody = table.person().map(named).unwrap_or_default().into();
        Self { has_office_email: table.has(Field::OfficeEmail), known: Memo::default(), nobody }
    }

    /// The person whom a row names; empty keys where it names nobody.
    pub fn in_row<'a>(&self, table: &Table<'a>, row: Row<'a>) -> Arc<PersonKeys> {
        self.known.get(PERSON_FIELDS.map(|field| table.id(row, field)), || {
            let cells = PERSON_FIELDS.map(|field| table.cell(row, field));
            let keys = keys(cells, self.has_office_email);
            if keys.is_empty() { self.nobody.clone() } else { keys.into() }
        })
    }
}

/// The person whom a text names: by e-mail, MCP ID or name.
pub(super) fn named(text: &str) -> PersonKeys {
    let office_email = email(text);
    let is_id = !text.is_empty() && text.chars().all(|c| c.is_ascii_digit());
    match () {
        () if !office_email.is_empty() => PersonKeys { office_email, ..PersonKeys::default() },
        () if is_id => PersonKeys { mcp_id: text.to_owned(), ..PersonKeys::default() },
        () => PersonKeys { name: composed(&words(Cell::text(text))), ..PersonKeys::default() },
    }
}

/// What the cells of the person fields say.
fn keys(cells: [Cell<'_>; PERSON_FIELDS.len()], has_office_email: bool) -> PersonKeys {
    let [full, given, surname, second, personal, office, id, user] = cells;
    let (personal_email, office_email) = (email(&personal.words()), email(&office.words()));
    // A company that keeps one address for each of its people keeps that of the office.
    let (office_email, personal_email) =
        if has_office_email { (office_email, personal_email) } else { (personal_email, String::new()) };
    let name = name([given, full, surname, second].map(words));
    let mut keys = PersonKeys { mcp_id: mcp_id(id), office_email, personal_email, name };
    if keys.is_empty() {
        keys.name = words(user);
    }
    keys
}

/// First and last name, or the full name, with single spaces.
fn name([given, full, surname, second]: [String; 4]) -> String {
    // A full name may stand beside its parts, or what is headed "Name" may be the first name.
    let is_whole = given.is_empty() && !surname.is_empty() && fold(&full).ends_with(&format!(" {}", fold(&surname)));
    let none = String::new();
    let parts = match (given.as_str(), surname.as_str()) {
        _ if is_whole => [&full, &none, &none],
        ("", _) => [&full, &surname, &second],
        (_, "") if !full.is_empty() => [&full, &none, &none],
        _ => [&given, &surname, &second],
    };
    let parts = parts.into_iter().filter(|part| !part.is_empty()).map(String::as_str);
    composed(&parts.collect::<Vec<_>>().join(" "))
}

/// Some programs write an accent as a sign of its own.
fn composed(name: &str) -> String {
    if name.is_ascii() { name.to_owned() } else { name.nfc().collect() }
}

fn words(cell: Cell<'_>) -> String {
    if is_blank(cell) { String::new() } else { cell.words() }
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
fn mcp_id(cell: Cell<'_>) -> String {
    let words = cell.words();
    let id = words.strip_suffix(".0").unwrap_or(&words);
    if id.contains(|c: char| ('1'..='9').contains(&c)) { id.to_owned() } else { String::new() }
}
