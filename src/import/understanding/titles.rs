//! What stands above a table: whose it is, and of which year.

use std::collections::HashSet;
use std::ops::Range;
use std::sync::{Arc, LazyLock};

use super::super::cell::Cell;
use super::super::sheet::Sheet;
use super::content::{is_email, is_name};
use super::headings::{Heading, keys_of};
use super::synonyms;
use crate::rulebook::fold;

/// So many rows above a table are read.
const ROWS: usize = 30;

/// The person whom the titles name: `Name: Ana Ruiz`, `Transcript of Ana Ruiz`, `Expediente de Ana Ruiz`.
pub(super) fn person(sheet: &Sheet, above: Range<usize>) -> Option<Arc<str>> {
    let is_label = |words: &str| Heading::new(words).is_in(&NAME_LABELS);
    near(above).find_map(|place| {
        let texts: Vec<String> = sheet.row(place)?.filled().map(|(_, cell)| cell.words()).collect();
        let beside = texts.windows(2).find_map(|pair| match pair {
            [label, name] if is_label(label) && could_be_name(name) => Some(name.clone()),
            _ => None,
        });
        let within = || {
            texts.iter().find_map(|text| {
                let labelled = text.split_once(':').filter(|(label, name)| is_label(label) && could_be_name(name));
                labelled.map(|(_, name)| name.trim().to_owned()).or_else(|| after_lead(text))
            })
        };
        beside.or_else(within).map(Arc::from)
    })
}

/// The years that the titles tell, else the sheet's name, else the file's.
pub(super) fn years(sheet: &Sheet, above: Range<usize>, file: &str) -> Vec<i32> {
    let mut years: Vec<i32> = Vec::new();
    for row in near(above).filter_map(|place| sheet.row(place)) {
        for (_, cell) in row.filled() {
            match cell {
                Cell::Text(text) => years.extend(years_in(text)),
                Cell::Number(number) if (1990.0..2100.0).contains(&number) && number.fract() == 0.0 => {
                    years.extend(format!("{number}").parse::<i32>());
                }
                _ => {}
            }
        }
    }
    for name in [&*sheet.name, file] {
        if years.is_empty() {
            years = years_in(name);
        }
    }
    years.sort_unstable();
    years.dedup();
    years
}

/// Whether the titles say that the amounts below hold what came before as well.
pub(super) fn accumulate(sheet: &Sheet, above: Range<usize>) -> bool {
    let rows = near(above).filter_map(|place| sheet.row(place));
    rows.flat_map(|row| row.filled().collect::<Vec<_>>())
        .any(|(_, cell)| matches!(cell, Cell::Text(text) if text.len() < 100 && Heading::new(text).accumulates()))
}

/// Whether the titles say that each amount below holds the twelve months before.
pub(super) fn are_trailing(sheet: &Sheet, above: Range<usize>) -> bool {
    let rows = near(above).filter_map(|place| sheet.row(place));
    rows.flat_map(|row| row.filled().collect::<Vec<_>>())
        .any(|(_, cell)| matches!(cell, Cell::Text(text) if text.len() < 100 && Heading::new(text).is_trailing()))
}

static NAME_LABELS: LazyLock<HashSet<String>> = LazyLock::new(|| keys_of(synonyms::NAME_LABELS));

/// The rows nearest above a table, from the nearest on.
fn near(above: Range<usize>) -> impl Iterator<Item = usize> {
    (above.start.max(above.end.saturating_sub(ROWS))..above.end).rev()
}

fn could_be_name(text: &str) -> bool {
    let text = text.trim();
    is_name(text)
        || is_email(text)
        || (!text.is_empty() && text.len() < 60 && text.chars().all(|c| c.is_alphabetic() || " .,'-".contains(c)))
}

/// The name after words that lead to one.
fn after_lead(text: &str) -> Option<String> {
    let folded = fold(text);
    let lead = LEADS.iter().filter(|lead| folded.starts_with(&format!("{lead} "))).max_by_key(|lead| lead.len())?;
    let words = lead.split(' ').count();
    let rest: Vec<&str> = text.split([' ', ':', '\u{a0}']).filter(|word| !fold(word).is_empty()).skip(words).collect();
    let name = rest.join(" ");
    is_name(&name).then_some(name)
}

const LEADS: [&str; 22] = [
    "transcript",
    "transcript of",
    "transcript for",
    "exam transcript of",
    "microsoft transcript of",
    "certification transcript of",
    "certifications of",
    "certifications for",
    "exams of",
    "exams passed by",
    "exams taken by",
    "expediente",
    "expediente de",
    "historial de",
    "certificaciones de",
    "examenes de",
    "examenes aprobados por",
    "examenes superados por",
    "certificaciones obtenidas por",
    "prepared for",
    "learner",
    "candidate",
];

/// The years that a text names, and not as a part of a date; of `2016/17` both.
fn years_in(text: &str) -> Vec<i32> {
    let folded = fold(text);
    let words: Vec<&str> = folded.split(' ').collect();
    let number = |at: Option<usize>, digits: usize| -> Option<i32> {
        words.get(at?).filter(|word| word.len() <= digits)?.parse().ok()
    };
    let mut years = Vec::new();
    for (at, word) in words.iter().enumerate() {
        let year = Some(*word).filter(|word| word.len() == 4).and_then(|word| word.parse::<i32>().ok());
        let Some(year) = year.filter(|year| (1990..2100).contains(year)) else { continue };
        match (number(at.checked_sub(1), 2), number(Some(at + 1), 2)) {
            (None, None) => years.push(year),
            (None, Some(next)) if next == (year + 1) % 100 => years.extend([year, year + 1]),
            _ => {}
        }
    }
    years
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_follow_words_that_lead_to_them() {
        for (text, expected) in [
            ("Transcript of Ana Ruiz", Some("Ana Ruiz")),
            ("Transcript: Ana Ruiz", Some("Ana Ruiz")),
            ("Expediente de María José Peña", Some("María José Peña")),
            ("CERTIFICATIONS OF Ana Ruiz", Some("Ana Ruiz")),
            ("Transcript of exams", None),
            ("Certificaciones de nuestra gente", None),
            ("Ana Ruiz", None),
        ] {
            assert_eq!(after_lead(text).as_deref(), expected, "{text}");
        }
    }

    #[test]
    fn years_are_told_from_dates() {
        for (text, expected) in [
            ("Ventas 2017", vec![2017]),
            ("Ventas 2016-2017", vec![2016, 2017]),
            ("FY 2016/17", vec![2016, 2017]),
            ("Printed on 05/01/2018", vec![]),
            ("Generated 2018-01-05", vec![]),
            ("ventas-2017.csv", vec![2017]),
            ("70-2017", vec![]),
            ("12345", vec![]),
        ] {
            assert_eq!(years_in(text), expected, "{text}");
        }
    }
}
