//! Whether a text names an exam: by the shape of its code, or because a built-in rulebook knows it.

use std::sync::LazyLock;

use super::super::field::Field;
use super::headings::{compact, field_called};
use crate::ledger::SheetKind;
use crate::rulebook::{self, Names, fold};

/// Whether a text names an exam, or several.
pub(super) fn is_exam(text: &str) -> bool {
    has_code(text) || is_known(text)
}

/// Whether a text holds a code of the kind that exams have: `MB2-714`, `Examen 70 398`, `AZ-900: …`, `MCSE: …`.
pub(super) fn has_code(text: &str) -> bool {
    if text.len() > LONGEST_CELL {
        return false;
    }
    let upper = text.to_uppercase();
    let words: Vec<&str> = upper
        .split(|c: char| c.is_whitespace() || ",;:/|()[]+&\"".contains(c))
        .filter(|word| !word.is_empty())
        .collect();
    words.iter().any(|word| is_code(word))
        // In two words only from the beginning on: "20 500 licences" is no exam.
        || words.iter().position(|word| !LEAD.contains(word)).is_some_and(|first| match words.get(first..) {
            Some([one, two, rest @ ..]) => {
                is_code(&format!("{one}-{two}")) && rest.iter().all(|word| !word.starts_with(|c: char| c.is_ascii_digit()))
            }
            _ => false,
        })
}

/// The exam that a heading names, as it may be compared, and what the column tells of it where the heading says that too:
/// `MB2-714`, `MB2-714 expires`, `Nota MB2-714`. Nothing where it names none, or says something else of it.
pub(in crate::import) fn of_heading(words: &str) -> Option<(String, Option<Field>)> {
    if words.len() > LONGEST_CELL || !is_exam(words) {
        return None;
    }
    let tells = |rest: &str| field_called(rest, SheetKind::Credentials);
    let halves = || words.match_indices(' ').map(|(at, _)| words.split_at(at)).flat_map(|(a, b)| [(a, b), (b, a)]);
    let apart = halves().find_map(|(exam, rest)| Some((exam, tells(rest).filter(|_| is_exam(exam))?)));
    let about = [Field::Passed, Field::Expires, Field::Result, Field::Score];
    match apart {
        Some((exam, field)) if about.contains(&field) => Some((compact(exam), Some(field))),
        // "MB2-714 exam"
        Some((exam, Field::Exam | Field::ExamCode)) => Some((compact(exam), None)),
        Some(_) => None,
        None => Some((compact(words), None)),
    }
}

/// Whether a text is the title, an alias or the code of an exam that a built-in rulebook names.
pub(super) fn is_known(text: &str) -> bool {
    let is_number = !text.contains(char::is_alphabetic) && !text.contains('-');
    let is_too_long = text.len() > LONGEST_CELL;
    !is_number && !is_too_long && fold(text).len() > 3 && NAMES.iter().any(|names| names.exam(text).is_some())
}

const LONGEST_CELL: usize = 250;

/// Words that stand before a code.
const LEAD: [&str; 6] = ["EXAM", "EXAMEN", "TEST", "MICROSOFT", "MS", "PRUEBA"];

static NAMES: LazyLock<Vec<Names>> =
    LazyLock::new(|| rulebook::builtins().iter().map(rulebook::Rulebook::names).collect());

/// What the codes of exams begin with, where three digits follow.
const PREFIXES: [&str; 27] = [
    "AZ", "MS", "PL", "DP", "AI", "SC", "MB", "MD", "GH", "MO", "DA", "AB", "WS", "MB2", "MB3", "MB4", "MB5", "MB6",
    "MB7", "70", "74", "77", "98", "62", "71", "83", "88",
];

const CERTIFICATIONS: [&str; 9] = ["MCSE", "MCSA", "MCSD", "MCITP", "MCTS", "MCPD", "MCDBA", "MCSM", "MCAD"];

fn is_code(word: &str) -> bool {
    let word = word.trim_matches(|c: char| !c.is_alphanumeric());
    // `MCSE-PRODUCTIVITY`
    if word.split('-').next().is_some_and(|first| CERTIFICATIONS.contains(&first)) {
        return true;
    }
    let is_dash = |c: char| "-–—‑_.".contains(c);
    match word.split_once(is_dash) {
        Some((prefix, number)) => PREFIXES.contains(&prefix) && is_number(number),
        // Without a hyphen only where letters show that it is no amount.
        None => word.len().checked_sub(3).and_then(|at| word.split_at_checked(at)).is_some_and(|(prefix, number)| {
            prefix.starts_with(|c: char| c.is_ascii_alphabetic()) && PREFIXES.contains(&prefix) && is_number(number)
        }),
    }
}

fn is_number(text: &str) -> bool {
    text.len() == 3 && text.bytes().all(|byte| byte.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn are_told_from_other_texts() {
        for text in [
            "MB2-714",
            "mb2 714",
            "MB2714",
            "MB6 894",
            "Examen 70 398",
            "Exam MB2-713: Sales",
            "70-398",
            "70 412",
            "AZ-900",
            "Azure Fundamentals (AZ-900)",
            "MB2-714; MB2-710",
            "MCSE",
            "MCSE: Productivity",
            "GH-300",
            "PL–200",
            "Dynamics CRM Marketing",
            "MB-910",
        ] {
            assert!(is_exam(text), "{text}");
        }
        for text in [
            "",
            "714",
            "2016-05-20",
            "70412",
            "10-200",
            "70-4120",
            "MB",
            "Ana Ruiz",
            "Code",
            "Exam",
            "MCP",
            "REF-100",
            "SKU-100",
            "1 200",
            "B-714",
            "AZ",
            "Customer Service",
            "X",
            "70-41",
        ] {
            assert!(!is_exam(text), "{text}");
        }
    }
}
