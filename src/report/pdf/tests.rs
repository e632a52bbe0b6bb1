//! What stands on the pages, and that it can be read.

#![allow(clippy::unwrap_used, reason = "a test that can't go on has failed")]

mod reasons;

use std::sync::Arc;

use chrono::NaiveDate;
use rust_decimal::Decimal;

use super::page::{Drawing, Flow, Owner};
use super::text::{Block, Fonts, LastResort, Room, Span};
use super::{Choice, Paper, look, summary};
use crate::evaluator::{Settings, evaluate as assess};
use crate::ledger::{
    Assumptions, CredentialRow, Finding, FindingCode, Ledger, PersonKeys, Place, Sale, SaleDate, SheetKind, SheetTally,
    Source, Tie,
};
use crate::report::Report;
use crate::rulebook::{Rulebook, builtin};
use crate::texts::{Language, Texts};

fn place(file: &str, row: usize) -> Place {
    Place { file: file.into(), sheet: "Data".into(), row: row.try_into().unwrap() }
}

fn source(file: &str, kind: SheetKind, taken: usize) -> Source {
    let sheets =
        vec![SheetTally { sheet: "Data".into(), kind: Some(kind), rows: taken, taken, left_out: 0, records: taken }];
    Source { file: file.into(), origin: file.into(), sheets, ..Source::default() }
}

fn skills(rows: &[(&str, &str, &str)]) -> Source {
    let credentials = rows.iter().enumerate().map(|(row, (person, exam, passed))| CredentialRow {
        person: PersonKeys { name: (*person).to_owned(), ..PersonKeys::default() }.into(),
        exam: (*exam).into(),
        passed: passed.parse().unwrap(),
        expires: None,
        failed: false,
        place: place("skills.xlsx", row + 2),
    });
    Source { credentials: credentials.collect(), ..source("skills.xlsx", SheetKind::Credentials, rows.len()) }
}

fn sales(rows: &[(&str, &str, &str)]) -> Source {
    let sales = rows.iter().enumerate().map(|(row, (day, amount, tie))| Sale {
        date: SaleDate::Day(day.parse().unwrap()),
        customer: "Fabrikam".into(),
        product: "CRM Online".into(),
        sku: "".into(),
        amount: amount.parse::<Decimal>().unwrap(),
        currency: "USD".into(),
        association: Tie::Told((*tie).into()),
        renewal: false,
        repeated: false,

        assumed: false,
        place: place("revenue.xlsx", row + 2),
    });
    Source { sales: sales.collect(), ..source("revenue.xlsx", SheetKind::Sales, rows.len()) }
}

fn competency() -> Rulebook {
    builtin("cloud-crm", "2017-06").unwrap().clone()
}

/// The text of each page, a paragraph a line.
fn printed(sources: &[Source], rulebook: &Rulebook, language: Language) -> Vec<String> {
    printed_assuming(sources, &Assumptions::default(), rulebook, language)
}

fn printed_assuming(sources: &[Source], assumed: &Assumptions, rulebook: &Rulebook, language: Language) -> Vec<String> {
    with_report(sources, assumed, rulebook, language, |report| {
        let flow = summary(report, &Choice::default(), LastResort::QuestionMark);
        flow.pages.iter().map(|items| items.iter().filter_map(|item| words(&item.drawing)).collect()).collect()
    })
}

/// Looks at what a company's summary is made from.
fn with_report<R>(
    sources: &[Source],
    assumed: &Assumptions,
    rulebook: &Rulebook,
    language: Language,
    look: impl FnOnce(&Report<'_>) -> R,
) -> R {
    let ledger = Ledger::gather(sources);
    let ledger = if assumed.is_empty() { ledger } else { ledger.assuming(assumed) };
    let settings = Settings::on(NaiveDate::from_ymd_opt(2017, 6, 27).unwrap());
    let readiness = assess(rulebook, &ledger, &settings);
    let texts = Texts::new(language);
    let sources: Vec<Arc<Source>> = sources.iter().cloned().map(Arc::new).collect();
    let report = Report { rulebook, sources: &sources, ledger: &ledger, readiness: &readiness, texts: &texts };
    look(&report)
}

fn words(drawing: &Drawing) -> Option<String> {
    match drawing {
        Drawing::Text(block, ..) => Some(format!("{}\n", block.lines.first()?.text)),
        Drawing::Shape(_) => None,
    }
}

/// Prints a company and looks for lines.
#[track_caller]
fn check_lines(sources: &[Source], language: Language, lines: &[&str]) {
    let text = printed(sources, &competency(), language).concat();
    for line in lines {
        assert!(text.lines().any(|printed| printed.trim() == *line), "{line:?} is not a line of\n{text}");
    }
}

fn small_company() -> [Source; 3] {
    let mut bad = Source { file: "old.csv".into(), origin: "old.csv".into(), ..Source::default() };
    bad.findings = (2..7).map(|row| Finding::at(&place("old.csv", row), FindingCode::UnreadableDate)).collect();
    bad.sheets = vec![SheetTally { sheet: "".into(), kind: None, rows: 5, taken: 0, left_out: 5, records: 0 }];
    [
        skills(&[
            ("Ana Núñez", "MB2-714", "2016-03-02"),
            ("Íñigo Peña", "MB2-712", "2016-05-20"),
            ("Nuria", "70-410", "2015-01-01"),
            ("Olga", "70-410", "2015-01-01"),
        ]),
        sales(&[
            ("2017-01-15", "127350.5", "DPOR"),
            ("2016-06-27", "1", "DPOR"),
            ("2016-06-01", "1", "DPOR"),
            ("2017-02-01", "1", "CSP"),
        ]),
        bad,
    ]
}

#[test]
fn every_figure_stands_on_the_page_in_english() {
    let lines = [
        "Cloud Customer Relationship Management · Cloud CRM Reseller · edition 2017-06",
        "as of 27 June 2017 · developed market",
        "1 exam away",
        "4 exams and 172,649.50 USD away",
        "127,350.50 of 300,000 USD",
        "1 of 2 filled",
        "Ana Núñez",
        "MB2-714 2 Mar 2016",
        "one of MB2-710, MB2-706",
        "anyone of 2 people",
        "127,350.50 USD",
        "1 sale, 28 Jun 2016 to 27 Jun 2017",
        "172,649.50 USD short",
        "Outside the window",
        "Not associated",
        "Date not readable",
        "old.csv",
        "skills.xlsx 4 rows · revenue.xlsx 4 rows · old.csv 5 rows, 5 left out",
        "Touchstone 0.1.0 · page 1 of 2",
    ];
    check_lines(&small_company(), Language::English, &lines);
}

#[test]
fn every_figure_stands_on_the_page_in_spanish() {
    let lines = [
        "a 27 de junio de 2017 · mercado desarrollado",
        "Falta 1 examen",
        "Faltan 4 exámenes y 172.649,50 USD",
        "127.350,50 de 300.000 USD",
        "MB2-714 2 mar 2016",
        "uno de MB2-710, MB2-706",
        "cualquiera de 2 personas",
        "1 venta, del 28 jun 2016 al 27 jun 2017",
        "faltan 172.649,50 USD",
        "Fuera del periodo",
        "Touchstone 0.1.0 · página 1 de 2",
    ];
    check_lines(&small_company(), Language::Spanish, &lines);
}

#[test]
fn a_seat_of_both_levels_is_one_row() {
    let text = printed(&small_company(), &competency(), Language::English).concat();
    assert_eq!(text.matches("Ana Núñez\n").count(), 1, "{text}");
    assert_eq!(text.matches("Silver, Gold\n").count(), 2, "{text}");
}

#[test]
fn seats_of_levels_that_seat_different_people_are_not_numbered() {
    let people = ["Ana", "Eva"].map(|name| [(name, "MB2-714", "2016-01-01"), (name, "MB2-712", "2016-01-01")]);
    let text = printed(&[skills(people.as_flattened())], &competency(), Language::English).concat();
    // Silver takes one of them as a consultant; Gold needs both as specialists, and two others as consultants.
    assert_eq!(text.matches("Application consultant\n").count(), 3, "{text}");
    assert!(text.contains("specialist 1\n") && text.contains("specialist 2\n"), "{text}");
}

#[test]
fn a_table_over_several_pages_repeats_its_headings_for_the_eye_only() {
    let mut rulebook = competency();
    for option in &mut rulebook.options {
        let more = option.levels[1].requirements[1].clone();
        if let (crate::rulebook::Requirement::Roster(roster), crate::rulebook::Requirement::Roster(more)) =
            (&mut option.levels[1].requirements[1], more)
        {
            for round in 0..7 {
                roster.roles.extend(more.roles.iter().cloned().map(|mut role| {
                    role.id.push_str(&round.to_string());
                    role
                }));
            }
        }
    }
    let pages = printed(&small_company(), &rulebook, Language::English);
    let with_rows = pages.iter().filter(|page| page.contains("Customization specialist")).count();
    let with_heading = pages.iter().filter(|page| page.contains("Role and seat\n")).count();
    assert!(with_rows > 1, "{pages:?}");
    assert_eq!(with_heading, with_rows);
    assert!(pages.iter().skip(1).all(|page| page.contains("Readiness summary · ")), "{pages:?}");
}

#[test]
fn repeated_headings_and_footers_are_not_read_aloud() {
    let mut flow = Flow::new(Fonts::new(LastResort::QuestionMark), Paper::A4);
    let block = lay("x", Room::wide(100.0));
    flow.aside(krilla::tagging::ArtifactType::Footer, |flow| {
        flow.within(krilla::tagging::Tag::P, |flow| flow.text(block, 0.0, 0.0));
    });
    assert!(flow.pages[0].iter().all(|item| matches!(item.owner, Owner::Artifact(_))));
    assert_eq!(flow.elements.len(), 1);
}

fn lay(text: &str, room: Room) -> Block {
    Fonts::new(LastResort::QuestionMark).lay(&[Span::new(text, look::BODY)], room)
}

/// Lays out text and looks at what is shown, what is copied, and that no glyph is an empty box.
#[track_caller]
fn check_text(written: &str, shown: &str, copied: Option<&str>) {
    let block = lay(written, Room::wide(400.0));
    let line = &block.lines[0];
    assert_eq!(&*line.text, shown);
    assert_eq!(line.actual_text.as_deref(), copied);
    let glyphs = block.lines.iter().flat_map(|line| &line.runs).flat_map(|run| &run.glyphs);
    assert!(glyphs.into_iter().all(|glyph| glyph.glyph_id.to_u32() != 0), "{shown} has an empty box");
}

#[test]
fn what_the_fonts_cover_is_shown_as_it_is_written() {
    for text in ["#panic() *x* $y$ <b>", "Íñigo Łukasz Ελένη Жанна", "A–Ω €…·", "e\u{301}", ""] {
        check_text(text, text, None);
    }
}

#[test]
fn what_no_font_covers_is_spelled_or_a_question_mark_and_copied_as_it_is_written() {
    check_text("王小明 (SH)", "Wang Xiao Ming (SH)", Some("王小明 (SH)"));
    check_text("Zoë 👩‍👩‍👧!", "Zoë ?!", Some("Zoë 👩‍👩‍👧!"));
    check_text("🇪🇸", "?", Some("🇪🇸"));
    check_text("שרה", "shrh", Some("שרה"));
}

#[test]
fn a_text_too_long_for_its_room_ends_with_an_ellipsis() {
    for text in ["Wolfeschlegelsteinhausenbergerdorff".repeat(6), "a word ".repeat(60), "王".repeat(200)] {
        for lines in 1..4 {
            let block = lay(&text, Room::wide(90.0).lines(lines));
            assert_eq!(block.lines.len(), lines, "{text}");
            assert!(block.width <= 90.0, "{} wide: {text}", block.width);
            assert!(block.lines[0].text.ends_with('…'), "{}", block.lines[0].text);
        }
    }
}

#[test]
fn a_room_too_narrow_for_a_letter_is_no_endless_task() {
    let block = lay("Wolfe 王小明", Room::wide(0.5).lines(2));
    assert!(block.lines.len() <= 2);
}
