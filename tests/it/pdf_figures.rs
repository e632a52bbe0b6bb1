//! The printed summary holds every figure of the JSON result, and embeds its fonts. Poppler reads it, where it is installed.

use std::io::Write;
use std::process::{Command, Stdio};

use serde_json::Value;
use touchstone::report::pdf::{Choice, Part, Parts, pdf, person_pdf};
use touchstone::report::{Report, json};
use touchstone::texts::{Language, Texts};
use touchstone::workspace::Workspace;

/// What a program of poppler prints of a PDF; nothing where it is not installed.
fn poppler(program: &str, before: &[&str], bytes: &[u8], after: &[&str]) -> Option<String> {
    let mut file = tempfile::NamedTempFile::new().unwrap();
    file.write_all(bytes).unwrap();
    let command = Command::new(program).args(before).arg(file.path()).args(after).stderr(Stdio::null()).output();
    let Ok(output) = command else {
        println!("skipped: {program} is not installed");
        return None;
    };
    assert!(output.status.success(), "{program}");
    Some(String::from_utf8(output.stdout).unwrap())
}

/// The words of a PDF in reading order, with single spaces.
fn words(bytes: &[u8]) -> Option<String> {
    let text = poppler("pdftotext", &["-layout"], bytes, &["-"])?;
    Some(text.split_whitespace().collect::<Vec<_>>().join(" "))
}

fn with_sample<R>(language: Language, look: impl FnOnce(&Report<'_>) -> R) -> R {
    let workspace = Workspace::sample().unwrap();
    let ledger = workspace.ledger();
    let readiness = workspace.evaluate(&ledger);
    let texts = Texts::new(language);
    let (rulebook, sources) = (&workspace.rulebook, workspace.sources.as_slice());
    look(&Report { rulebook, sources, ledger: &ledger, readiness: &readiness, texts: &texts })
}

/// The ways in which a figure of the JSON may be printed; none for what is no figure.
fn printed(value: &str, texts: &Texts) -> Vec<String> {
    if let Ok(day) = value.parse() {
        return vec![texts.date(day)];
    }
    match value.parse() {
        Ok(amount) => vec![texts.amount(amount, "USD"), texts.number(amount.normalize())],
        Err(_) => Vec::new(),
    }
}

/// Every figure of a value, with where it stands.
fn figures(value: &Value, at: &str, texts: &Texts, found: &mut Vec<(String, Vec<String>)>) {
    match value {
        Value::Object(fields) => fields.iter().for_each(|(name, value)| match name.as_str() {
            // Places in the rulebook, ids that may be digits, and the prices that the words of the proof add up.
            "clause" | "person" | "id" | "prices" | "credits" => {}
            _ => figures(value, &format!("{at}.{name}"), texts, found),
        }),
        Value::Array(values) => {
            values
                .iter()
                .enumerate()
                .for_each(|(place, value)| figures(value, &format!("{at}[{place}]"), texts, found));
        }
        Value::String(text) => found.push((at.to_owned(), printed(text, texts))),
        Value::Number(number) => found.push((at.to_owned(), vec![number.to_string()])),
        Value::Bool(_) | Value::Null => {}
    }
}

#[test]
fn every_figure_of_the_result_is_printed() {
    for language in Language::ALL {
        with_sample(language, |report| {
            let Some(text) = words(&pdf(report, &Choice::default()).unwrap()) else { return };
            let result: Value = serde_json::from_str(&json(report).unwrap()).unwrap();
            let mut found = Vec::new();
            figures(&result["options"], "options", report.texts, &mut found);
            let told: Vec<_> = found.iter().filter(|(_, ways)| !ways.is_empty()).collect();
            assert!(told.len() > 80, "{told:?}");
            for (at, ways) in told {
                assert!(ways.iter().any(|way| text.contains(way)), "{language:?}: {at} {ways:?} in\n{text}");
            }
            for word in ["MB2-714", "MB2-706", "Alborán Consultores", "Ana Núñez", "2017-06"] {
                assert!(text.contains(word), "{language:?}: {word}");
            }
            for source in report.sources {
                assert_eq!(source.sum.len(), 64, "{}", source.file);
                assert!(text.contains(&source.sum[..12]) && text.contains(&*source.file), "{}", source.file);
            }
        });
    }
}

#[test]
fn all_fonts_are_embedded() {
    with_sample(Language::Spanish, |report| {
        let Some(list) = poppler("pdffonts", &[], &pdf(report, &Choice::default()).unwrap(), &[]) else { return };
        let fonts: Vec<&str> = list.lines().skip(2).collect();
        assert!(!fonts.is_empty());
        assert!(fonts.iter().all(|font| font.contains(" yes yes yes ")), "{list}");
    });
}

#[test]
fn parts_that_are_not_wanted_are_left_out() {
    with_sample(Language::English, |report| {
        let titles = [
            (Part::Revenue, "REVENUE, TRAILING"),
            (Part::Checklist, "WHAT IS MISSING"),
            (Part::Next, "WHO SHOULD SIT"),
            (Part::Risks, "AT RISK"),
            (Part::Proof, "WHY IT CAN"),
            (Part::Sources, "SOURCES"),
            (Part::Findings, "FINDINGS THAT"),
        ];
        for (wanted, _) in titles {
            let choice = Choice { parts: Parts::only(&[wanted]), ..Choice::default() };
            let Some(text) = words(&pdf(report, &choice).unwrap()) else { return };
            assert!(text.contains("3 exams and 172,650 USD away"), "{text}");
            for (part, title) in titles {
                assert_eq!(text.contains(title), part == wanted, "{title} in {text}");
            }
        }
    });
}

#[test]
fn the_page_of_a_person_tells_what_they_hold_and_what_to_sit() {
    with_sample(Language::English, |report| {
        let person = report.ledger.find_person("Marta Ruiz").unwrap();
        let bytes = person_pdf(report, person, touchstone::report::pdf::Paper::Letter).unwrap();
        let Some(text) = words(&bytes) else { return };
        for word in [
            "Marta Ruiz",
            "MCP ID 7470319",
            "Takes a seat as application consultant in Gold.",
            "14 Nov 2016",
            "row 37",
            "Not asked for by these",
            "MB2-710 or MB2-706 reaches Silver and brings Gold one exam nearer",
            "1 exam to go",
            "page 1 of 1",
        ] {
            assert!(text.contains(word), "{word} in {text}");
        }
    });
}
