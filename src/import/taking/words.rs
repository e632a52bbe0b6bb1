//! What short words and signs in a cell say, in either language: yes, no, nothing at all.

use super::super::cell::Cell;
use crate::rulebook::fold;

/// A yes or a no; nothing when it is neither.
pub(super) fn yes_or_no(cell: Cell<'_>) -> Option<bool> {
    match cell {
        Cell::Bool(yes) => Some(yes),
        Cell::Number(1.0) => Some(true),
        Cell::Number(0.0) => Some(false),
        Cell::Text(text) if mark(text).is_some() => mark(text),
        Cell::Text(text) => match fold(text).as_str() {
            // Programs that take it for an amount write `1.0`.
            "yes" | "y" | "si" | "s" | "x" | "1" | "1 0" | "true" | "verdadero" => Some(true),
            "no" | "n" | "0" | "0 0" | "false" | "falso" => Some(false),
            _ => None,
        },
        _ => None,
    }
}

/// What a tick or a cross says.
fn mark(text: &str) -> Option<bool> {
    // Some programs ask for the mark as a picture.
    match text.trim_end_matches('\u{fe0f}') {
        "✓" | "✔" | "✅" | "☑" => Some(true),
        "✗" | "✘" | "✕" | "✖" | "×" | "❌" | "☒" | "☐" => Some(false),
        _ => None,
    }
}

/// The cell, an error where its text is one: text files have no other way to write it.
#[inline]
pub(super) fn with_errors(cell: Cell<'_>) -> Cell<'_> {
    #[rustfmt::skip]
    const ERRORS: [&str; 19] = [
        "#N/A", "#N/D", "#REF!", "#¡REF!", "#VALUE!", "#¡VALOR!", "#DIV/0!", "#¡DIV/0!", "#NAME?", "#¿NOMBRE?", "#NULL!",
        "#¡NULO!", "#NUM!", "#¡NUM!", "#SPILL!", "#CALC!", "#FIELD!", "#GETTING_DATA", "#N/A!",
    ];
    match cell {
        Cell::Text(text) if text.starts_with('#') && ERRORS.contains(&text) => Cell::Error(text),
        cell => cell,
    }
}

/// Whether a cell only fills a place: empty, a dash, "n/a".
#[inline]
pub(super) fn is_blank(cell: Cell<'_>) -> bool {
    match cell {
        Cell::Empty => true,
        // Longer ones are no such word; folding every cell of a big file takes time.
        Cell::Text(text) if text.len() > 6 => false,
        // Nor are those that begin with a digit, or with another letter than they do.
        Cell::Text(text) if text.starts_with(|c: char| c.is_ascii_alphanumeric() && !"Nn".contains(c)) => false,
        Cell::Text(text) => match fold(text).as_str() {
            // A question mark is a doubt that somebody should look at, and a lone currency sign an amount that is missing.
            "" => mark(text).is_none() && !text.contains(['?', '€', '$', '£', '¥']),
            words => ["n a", "na", "null", "none"].contains(&words),
        },
        _ => false,
    }
}
