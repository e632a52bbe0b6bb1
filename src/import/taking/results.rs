//! Whether an exam was passed, as cells tell it: in words, by a mark, or by a score.

use super::super::cell::Cell;
use super::words::yes_or_no;
use crate::rulebook::fold;

/// The score from which on an exam is passed.
const PASSING_SCORE: f64 = 700.0;

/// What a cell says of an exam.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Told {
    Passed,
    Failed,
    /// It was passed, and is no longer valid.
    Lapsed,
}

/// What a result says; nothing when it can't be read.
pub(super) fn told_result(cell: Cell<'_>) -> Option<Told> {
    told_in_words(cell).or_else(|| yes_or_no(cell).map(Told::passed_if)).or_else(|| told_score(cell))
}

/// What a word that is clearly a result says.
pub(super) fn told_in_words(cell: Cell<'_>) -> Option<Told> {
    #[rustfmt::skip]
    const PASSED: [&str; 44] = [
        "pass", "passed", "p", "ok", "yes", "y", "si", "x", "true", "verdadero", "success", "successful", "succeeded",
        "completed", "complete", "achieved", "earned", "certified", "active", "valid", "current", "aprobado", "aprobada",
        "apto", "apta", "superado", "superada", "aprobo", "obtenido", "obtenida", "completado", "completada", "certificado",
        "certificada", "activo", "activa", "vigente", "conseguido", "conseguida", "valido", "valida", "exito", "attained",
        "granted",
    ];
    #[rustfmt::skip]
    const FAILED: [&str; 33] = [
        "fail", "failed", "f", "no", "n", "false", "falso", "not passed", "no pass", "did not pass", "unsuccessful",
        "incomplete", "suspenso", "suspensa", "suspendido", "suspendida", "no apto", "no apta", "no aprobado", "no aprobada",
        "no aprobo", "no superado", "no superada", "reprobado", "reprobada", "desaprobado", "desaprobada", "fallido",
        "fallida", "no presentado", "no presentada", "no show", "absent",
    ];
    #[rustfmt::skip]
    const LAPSED: [&str; 16] = [
        "inactive", "expired", "lapsed", "revoked", "invalid", "not active", "not valid", "inactivo", "inactiva", "caducado",
        "caducada", "vencido", "vencida", "expirado", "expirada", "no vigente",
    ];
    let Cell::Text(text) = cell else { return None };
    let words = fold(text);
    // The score may stand beside the word: `Aprobado (720)`.
    let words = words.trim_matches(|c: char| c.is_ascii_digit() || c == ' ');
    match words {
        words if PASSED.contains(&words) => Some(Told::Passed),
        words if FAILED.contains(&words) => Some(Told::Failed),
        words if LAPSED.contains(&words) => Some(Told::Lapsed),
        _ => None,
    }
}

/// What a score says: one from 100 to 1000, alone or of 1000. Another number is none, and a percentage says nothing of the
/// 700 points.
pub(super) fn told_score(cell: Cell<'_>) -> Option<Told> {
    let score = match cell {
        Cell::Number(score) => score,
        Cell::Text(text) => {
            let (score, most) = text.split_once('/').map_or((text, None), |(score, most)| (score, Some(most.trim())));
            if most.is_some_and(|most| most != "1000" && most != "1.000" && most != "1,000") {
                return None;
            }
            let score = score.trim().trim_end_matches(|c: char| c.is_alphabetic() || c == '.').trim_end();
            score.replace(',', ".").parse().ok()?
        }
        _ => return None,
    };
    (100.0..=1000.0).contains(&score).then_some(Told::passed_if(score >= PASSING_SCORE))
}

/// Whether a cell of expiries says that there is none.
pub(super) fn says_never(cell: Cell<'_>) -> bool {
    #[rustfmt::skip]
    const NEVER: [&str; 14] = [
        "never", "does not expire", "no expiry", "no expiration", "permanent", "no", "nunca", "no caduca", "no vence",
        "no expira", "sin caducidad", "sin vencimiento", "permanente", "indefinido",
    ];
    matches!(cell, Cell::Text(text) if NEVER.contains(&fold(text).as_str()))
}

impl Told {
    fn passed_if(yes: bool) -> Self {
        if yes { Self::Passed } else { Self::Failed }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: Option<Told>) {
        assert_eq!(told_result(Cell::text(text)), expected, "{text:?}");
    }

    #[test]
    fn words_marks_and_scores_tell_what_was_passed() {
        for text in
            ["Pass", "APROBADO", "Apta", "x", "✓", "sí", "700", "700/1000", "1000", "820 pts.", "Pass - 820", "1"]
        {
            check(text, Some(Told::Passed));
        }
        for text in ["Fail", "Suspenso (650)", "No presentado", "no", "❌", "699", "650/1000", "699,5", "0", "No-show"]
        {
            check(text, Some(Told::Failed));
        }
        for text in ["Inactive", "Expired", "Caducada", "vencido"] {
            check(text, Some(Told::Lapsed));
        }
        for text in ["82 %", "82%", "85", "8/10", "7,5", "?", "Pendiente", "Scheduled", "1001", "70/100", "maybe"] {
            check(text, None);
        }
    }
}
