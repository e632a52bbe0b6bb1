//! What a column holds, told from its values alone.

use std::sync::LazyLock;

use super::super::cell::Cell;
use super::super::sheet::{Row, Sheet};
use super::super::values::dates::date_within;
use super::evidence;
use super::exams;
use crate::rulebook::{self, Names, fold};

/// How many rows below the headings are looked at.
const ROWS: usize = 60;

/// The rows below a place that tell what the columns hold: some from the beginning, and a few from further down.
pub(super) fn sample(sheet: &Sheet, from: usize) -> Vec<Row<'_>> {
    let mut rows: Vec<Row<'_>> = Vec::new();
    for place in from..sheet.len().min(from.saturating_add(ROWS)) {
        let Some(row) = sheet.row(place) else { break };
        // Below a gap another table may stand.
        let is_below_gap = rows.last().is_some_and(|last| row.number > last.number + 1);
        if is_below_gap && (rows.len() >= 3 || row.filled().len() == 1 || is_words(row)) {
            return rows;
        }
        rows.push(row);
    }
    let rest = (from + rows.len())..sheet.len();
    let step = (rest.len() / SPREAD).max(1);
    rows.extend(rest.step_by(step).take(SPREAD).filter_map(|place| sheet.row(place)));
    rows
}

const SPREAD: usize = 20;

/// Whether a row holds nothing but words, as titles and headings do.
fn is_words(row: Row<'_>) -> bool {
    row.filled().all(|(_, cell)| matches!(cell, Cell::Text(text) if !text.contains(|c: char| c.is_ascii_digit())))
}

/// What the values of a column look like, as counts.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Looks {
    filled: usize,
    numbers: usize,
    exams: usize,
    emails: usize,
    dates: usize,
    money: usize,
    currencies: usize,
    products: usize,
    associations: usize,
    results: usize,
    names: usize,
    marks: usize,
}

impl Looks {
    /// What a column looks like in some rows.
    pub fn of(rows: &[Row<'_>], index: usize) -> Self {
        let mut looks = Self::default();
        for row in rows {
            looks.see(row.cell(index));
        }
        looks
    }

    fn see(&mut self, cell: Cell<'_>) {
        if cell.is_empty() || is_filler(cell) {
            return;
        }
        self.filled += 1;
        self.marks += usize::from(is_mark(cell));
        self.dates += usize::from(evidence::is_date(cell));
        self.numbers += usize::from(evidence::is_amount(cell));
        self.money += usize::from(evidence::is_money(cell));
        let Cell::Text(text) = cell else { return };
        if text.len() > LONGEST_WORDS {
            return;
        }
        self.emails += usize::from(is_email(text));
        self.exams += usize::from(exams::is_exam(text));
        self.currencies += usize::from(evidence::is_currency(text));
        self.products += usize::from(NAMES.iter().any(|names| names.product(text).is_some()));
        self.associations += usize::from(is_association(text));
        self.results += usize::from(is_result(text));
        self.names += usize::from(is_name(text));
    }

    /// Whether nothing stands in it.
    pub fn is_empty(&self) -> bool {
        self.filled == 0
    }

    /// Whether it holds exams.
    pub fn is_exams(&self) -> bool {
        self.mostly(self.exams)
    }

    /// Whether it holds some exams.
    pub fn has_exams(&self) -> bool {
        self.exams * 3 > self.filled
    }

    /// Whether it holds no exam at all, and enough to say so.
    pub fn is_surely_no_exams(&self) -> bool {
        self.exams == 0 && self.filled >= 2
    }

    /// Whether it holds e-mails.
    pub fn is_emails(&self) -> bool {
        self.mostly(self.emails)
    }

    /// Whether it holds dates or months.
    pub fn is_dates(&self) -> bool {
        self.mostly(self.dates)
    }

    /// Whether it holds numbers.
    pub fn is_numbers(&self) -> bool {
        self.mostly(self.numbers)
    }

    /// Whether it holds amounts of money: numbers, and cents or a currency among them.
    pub fn is_money(&self) -> bool {
        self.mostly(self.numbers) && self.money > 0
    }

    /// Whether it holds currencies.
    pub fn is_currencies(&self) -> bool {
        self.mostly(self.currencies)
    }

    /// Whether it holds products that a rulebook names.
    pub fn is_products(&self) -> bool {
        self.products * 2 > self.filled
    }

    /// Whether it holds a partner's ties to customers.
    pub fn is_associations(&self) -> bool {
        self.mostly(self.associations)
    }

    /// Whether it holds results of exams.
    pub fn is_results(&self) -> bool {
        self.mostly(self.results)
    }

    /// Whether it holds words: neither numbers nor dates.
    pub fn is_words(&self) -> bool {
        self.filled > 0 && self.numbers + self.dates == 0
    }

    /// Whether it holds names that could be people's.
    pub fn is_names(&self) -> bool {
        self.mostly(self.names)
    }

    /// Whether it holds what the cells of a matrix do: dates, crosses, scores; it may be empty.
    pub fn is_marks(&self) -> bool {
        self.marks * 10 >= self.filled * 8
    }

    fn mostly(&self, count: usize) -> bool {
        count > 0 && count * 10 >= self.filled * 7
    }
}

/// A longer cell holds prose.
const LONGEST_WORDS: usize = 250;

static NAMES: LazyLock<Vec<Names>> =
    LazyLock::new(|| rulebook::builtins().iter().map(rulebook::Rulebook::names).collect());

/// Whether a cell only fills a place.
pub(super) fn is_filler(cell: Cell<'_>) -> bool {
    match cell {
        Cell::Empty | Cell::Error(_) => true,
        Cell::Text(text) => {
            text.len() <= 6
                && (matches!(text, "-" | "–" | "—") || matches!(fold(text).as_str(), "n a" | "na" | "null" | "none"))
        }
        _ => false,
    }
}

/// Whether a cell may tell in a matrix that an exam was passed, or was not.
pub(super) fn is_mark(cell: Cell<'_>) -> bool {
    match cell {
        Cell::Bool(_) => true,
        Cell::Number(number) => [0.0, 1.0].contains(&number) || (100.0..=1000.0).contains(&number),
        Cell::Text(text) if text.len() > 40 => false,
        Cell::Text(text) => {
            let words = fold(text);
            let is_sign = words.is_empty() && text.chars().count() <= 2;
            is_sign
                || is_result(text)
                || MARKS.contains(&words.as_str())
                || is_score(text)
                || evidence::is_date(date_within(cell))
        }
        _ => evidence::is_date(cell),
    }
}

fn is_score(text: &str) -> bool {
    text.parse::<f64>().is_ok_and(|number| (100.0..=1000.0).contains(&number))
}

const MARKS: [&str; 12] =
    ["x", "xx", "v", "1", "0", "pending", "pendiente", "planned", "previsto", "in progress", "en curso", "tbd"];

fn is_result(text: &str) -> bool {
    const RESULTS: [&str; 24] = [
        "pass",
        "passed",
        "fail",
        "failed",
        "ok",
        "yes",
        "no",
        "y",
        "n",
        "si",
        "s",
        "aprobado",
        "aprobada",
        "suspenso",
        "suspensa",
        "suspendido",
        "apto",
        "apta",
        "no apto",
        "no apta",
        "superado",
        "no superado",
        "no aprobado",
        "reprobado",
    ];
    text.len() <= 16 && RESULTS.contains(&fold(text).as_str())
}

/// Whether a text is an e-mail, or holds one in brackets.
pub(super) fn is_email(text: &str) -> bool {
    let (before, after) = text.split_once('@').unwrap_or_default();
    before.ends_with(|c: char| c.is_alphanumeric() || "_-+.".contains(c))
        && after.starts_with(char::is_alphanumeric)
        && after.contains('.')
}

fn is_association(text: &str) -> bool {
    const TIES: [&str; 11] = [
        "dpor",
        "csp",
        "pal",
        "por",
        "cpor",
        "tpor",
        "digital partner of record",
        "partner of record",
        "cpor por",
        "epor",
        "ppor",
    ];
    text.len() <= 60 && TIES.contains(&fold(text).as_str())
}

/// Whether a text could be a person's whole name: two to five words without digits, most of them with a capital.
pub(in crate::import) fn is_name(text: &str) -> bool {
    if text.len() > 60 || text.contains(|c: char| c.is_ascii_digit() || "@:;/()&%€$".contains(c)) {
        return false;
    }
    let words: Vec<&str> = text.split([' ', ',']).filter(|word| !word.is_empty()).collect();
    let is_small = |word: &&str| {
        ["de", "del", "la", "las", "los", "y", "i", "van", "von", "der", "da", "do", "dos"].contains(word)
    };
    let has_capital = |word: &&str| word.starts_with(char::is_uppercase);
    let is_company = words.last().is_some_and(|last| COMPANY_ENDS.contains(&fold(last).replace(' ', "").as_str()));
    (2..=6).contains(&words.len())
        && !is_company
        && words.iter().all(|word| is_small(word) || has_capital(word))
        && words.iter().filter(|word| has_capital(word)).count() >= 2
}

const COMPANY_ENDS: [&str; 16] = [
    "sl", "sa", "slu", "sau", "ltd", "limited", "inc", "llc", "gmbh", "ag", "corp", "plc", "bv", "srl", "sll", "group",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn people_are_told_from_companies_and_other_words() {
        for text in ["Ana Ruiz", "Ruiz Gil, Ana", "María de la O Peña", "Íñigo Núñez", "John A. Smith"] {
            assert!(is_name(text), "{text}");
        }
        for text in ["Ana", "Fabrikam, S.L.", "Contoso Ltd", "MB2-714 Sales", "some words here", "ana@x.es", ""] {
            assert!(!is_name(text), "{text}");
        }
    }

    #[test]
    fn marks_are_dates_crosses_results_and_scores() {
        for text in ["x", "X", "✓", "sí", "no", "2016-05-20", "20/05/2016", "720", "Aprobado", "pendiente", "1"] {
            assert!(is_mark(Cell::text(text)), "{text}");
        }
        for text in ["Ana Ruiz", "12.50", "MB2-714", "a remark", "5"] {
            assert!(!is_mark(Cell::text(text)), "{text}");
        }
    }
}
