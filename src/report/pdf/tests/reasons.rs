//! Who should sit what next, what is at risk, why it can't be fewer, and what is assumed.

use super::*;
use crate::ledger::{AssumedPass, AssumedSale};
use crate::report::pdf::revenue::questions;

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

/// Looks for lines that stand on the pages exactly once.
#[track_caller]
fn check_once(sources: &[Source], assumed: &Assumptions, language: Language, lines: &[&str]) {
    let text = printed_assuming(sources, assumed, &competency(), language).concat();
    for line in lines {
        assert_eq!(text.lines().filter(|it| it.trim() == *line).count(), 1, "{line:?} in\n{text}");
    }
}

/// Looks for what must not stand on the pages.
#[track_caller]
fn check_absent(sources: &[Source], words: &[&str]) {
    let text = printed(sources, &competency(), Language::English).concat();
    for word in words {
        assert!(!text.contains(word), "{word:?} in\n{text}");
    }
}

fn what_if() -> Assumptions {
    Assumptions {
        passes: vec![AssumedPass { person: "ana núñez".into(), exam: "MB2-710".into(), passed: day("2017-06-27") }],
        leavers: vec!["olga".into()],
        sales: vec![AssumedSale { date: day("2017-06-01"), amount: 60_000.into(), currency: "USD".into() }],
    }
}

/// Two people for each role, who hold all that is asked, and sales enough for Gold.
fn complete_company() -> [Source; 2] {
    let consultants =
        ["Ana", "Bea", "Cleo"].map(|name| [(name, "MB2-714", "2016-03-02"), (name, "MB2-710", "2016-03-02")]);
    let specialists =
        ["Dora", "Eva", "Fe"].map(|name| [(name, "MB2-712", "2016-03-02"), (name, "MB2-707", "2016-03-02")]);
    let people = [consultants, specialists].concat().concat();
    [skills(&people), sales(&[("2017-06-20", "400000", "DPOR")])]
}

#[test]
fn the_sections_say_in_english_what_to_do_and_why() {
    let lines = [
        "WHO SHOULD SIT WHAT NEXT",
        "Ana Núñez · MB2-710 or MB2-706",
        "reaches Silver and brings Gold one exam nearer",
        "AT RISK",
        "Silver · With no new sales the revenue falls below 100,000 USD on 15 Jan 2018.",
        "Íñigo Peña is the only customization specialist.",
        "Without Ana Núñez, more exams would be missing.",
        "WHY IT CAN’T BE FEWER",
        "Silver · Nobody can do it with fewer: Application consultant has 1 seat, and nobody qualifies. That is 1 exam at least.",
    ];
    check_once(&small_company(), &Assumptions::default(), Language::English, &lines);
}

#[test]
fn the_sections_say_in_spanish_what_to_do_and_why() {
    let lines = [
        "QUIÉN DEBERÍA EXAMINARSE DE QUÉ",
        "Ana Núñez · MB2-710 o MB2-706",
        "consigue Silver y resta un examen a Gold",
        "EN RIESGO",
        "Silver · Sin ventas nuevas, los ingresos bajan de 100.000 USD el 15 ene 2018.",
        "Solo Íñigo Peña cumple como especialista en personalización.",
        "Sin Ana Núñez faltarían más exámenes.",
        "POR QUÉ NO BASTAN MENOS EXÁMENES",
        "Silver · Con menos es imposible: Consultor de aplicaciones tiene 1 plaza y nadie cumple los requisitos. Hace falta 1 examen como mínimo.",
    ];
    check_once(&small_company(), &Assumptions::default(), Language::Spanish, &lines);
}

#[test]
fn what_is_assumed_is_marked_in_both_languages() {
    let english = [
        "ASSUMED, NOT READ FROM A FILE",
        "Ana Núñez has passed MB2-710 · Olga has left · 60,000 USD sold on 1 Jun 2017",
        "MB2-710 assumed",
        "including assumed sales",
    ];
    check_once(&small_company(), &what_if(), Language::English, &english);
    let spanish = [
        "SUPUESTO, NO LEÍDO DE NINGÚN ARCHIVO",
        "Ana Núñez ha aprobado MB2-710 · Olga se ha ido · 60.000 USD vendidos el 1 jun 2017",
        "MB2-710 supuesto",
        "con ventas supuestas",
    ];
    check_once(&small_company(), &what_if(), Language::Spanish, &spanish);
    check_absent(&small_company(), &["ssumed", "with assumptions"]);
}

#[test]
fn a_company_that_meets_everything_has_nothing_to_sit() {
    check_absent(&complete_company(), &["WHO SHOULD SIT", "WHY IT", "one exam nearer"]);
    let risk = "Gold · With no new sales the revenue falls below 300,000 USD on 20 Jun 2018.";
    check_once(&complete_company(), &Assumptions::default(), Language::English, &["AT RISK", risk]);
}

#[test]
fn the_chart_runs_off_and_marks_where_a_threshold_is_lost() {
    let english = Language::English;
    with_report(&small_company(), &Assumptions::default(), &competency(), english, |report| {
        let (rules, option) = (&report.rulebook.options[0], &report.readiness.options[0]);
        let chart = questions(rules, option)[0].chart(report);
        assert_eq!(chart.points.last().map(|(day, _)| *day), Some(day("2017-06-27")));
        let fall = chart.fall.unwrap();
        assert_eq!((fall.day, fall.amount, &*fall.name), (day("2018-01-15"), 100_000.into(), "15 Jan 2018"));
        let on = |day: NaiveDate| chart.run_off.iter().find(|(on, _)| *on == day).map(|(_, amount)| amount.to_string());
        assert_eq!(on(day("2018-01-14")), Some("127350.5".to_owned()));
        assert_eq!(on(fall.day), Some("0".to_owned()));
        assert_eq!(chart.run_off.last().map(|(day, _)| *day), Some(day("2018-02-27")));
        assert!(chart.description.ends_with("With no new sales it is 0 USD on 27 Feb 2018."), "{}", chart.description);
    });
}
