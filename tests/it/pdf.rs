//! The readiness summary as PDF: whatever the input, it is written, is the same each time, and stays a summary.

use std::sync::Arc;

use chrono::{Days, NaiveDate};
use rust_decimal::Decimal;
use touchstone::evaluator::{Settings, evaluate};
use touchstone::ledger::{
    AssumedSale, Assumptions, CredentialRow, Finding, FindingCode, Ledger, PersonId, PersonKeys, Place, Sale, SaleDate,
    SheetKind, SheetTally, Source, Tie,
};
use touchstone::report::Report;
use touchstone::report::pdf::{Choice, Paper, pdf, person_pdf};
use touchstone::rulebook::{Rulebook, builtin, builtins};
use touchstone::texts::{Language, Texts};

/// A company as its exports tell it.
#[derive(Default)]
struct Company {
    name: String,
    sources: Vec<Arc<Source>>,
}

impl Company {
    fn new(name: &str) -> Self {
        Self { name: name.to_owned(), ..Self::default() }
    }

    fn people<'a>(self, people: impl IntoIterator<Item = (&'a str, &'a [(&'a str, &'a str)])>) -> Self {
        let mut source = Source { file: "skills.xlsx".into(), ..Source::default() };
        for (name, exams) in people {
            for (exam, passed) in exams {
                let row = u32::try_from(source.credentials.len()).unwrap() + 2;
                source.credentials.push(CredentialRow {
                    person: PersonKeys { name: name.to_owned(), ..PersonKeys::default() }.into(),
                    exam: (*exam).into(),
                    passed: passed.parse().unwrap(),
                    expires: None,
                    failed: false,
                    place: place("skills.xlsx", row),
                });
            }
        }
        let rows = source.credentials.len();
        self.with(tallied(source, rows, 0))
    }

    fn sales<'a>(self, file: &str, sales: impl IntoIterator<Item = (NaiveDate, &'a str, i64, &'a str)>) -> Self {
        let mut source = Source { file: file.into(), ..Source::default() };
        for (date, customer, cents, tie) in sales {
            let row = u32::try_from(source.sales.len()).unwrap() + 2;
            source.sales.push(Sale {
                date: SaleDate::Day(date),
                customer: customer.into(),
                product: "CRM Online".into(),
                sku: "".into(),
                amount: Decimal::new(cents, 2),
                currency: "USD".into(),
                association: Tie::Told(tie.into()),
                renewal: false,
                repeated: false,
                assumed: false,
                place: place(file, row),
            });
        }
        let rows = source.sales.len();
        self.with(tallied(source, rows, 0))
    }

    fn unreadable(self, file: &str, rows: u32) -> Self {
        let mut source = Source { file: file.into(), ..Source::default() };
        source.findings = (1..=rows).map(|row| Finding::at(&place(file, row), FindingCode::UnreadableDate)).collect();
        self.with(tallied(source, 0, usize::try_from(rows).unwrap()))
    }

    fn with(mut self, source: Source) -> Self {
        self.sources.push(Arc::new(Source { company: self.name.as_str().into(), ..source }));
        self
    }

    fn ledger(&self) -> Ledger {
        Ledger::gather(self.sources.iter().map(AsRef::as_ref))
    }

    fn print(&self, rulebook: &Rulebook, language: Language) -> Vec<u8> {
        self.print_on(Paper::A4, rulebook, language)
    }

    fn print_on(&self, paper: Paper, rulebook: &Rulebook, language: Language) -> Vec<u8> {
        let ledger = self.ledger();
        let readiness = evaluate(rulebook, &ledger, &Settings::on(day("2017-06-27")));
        let texts = Texts::new(language);
        let report = Report { rulebook, sources: &self.sources, ledger: &ledger, readiness: &readiness, texts: &texts };
        pdf(&report, &Choice { paper, ..Choice::default() }).unwrap()
    }
}

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn place(file: &str, row: u32) -> Place {
    Place { file: file.into(), sheet: "Data".into(), row }
}

fn tallied(source: Source, taken: usize, left_out: usize) -> Source {
    let kind = if source.sales.is_empty() { SheetKind::Credentials } else { SheetKind::Sales };
    let tally =
        SheetTally { sheet: "Data".into(), kind: Some(kind), rows: taken + left_out, taken, left_out, records: taken };
    Source { sheets: vec![tally], origin: source.file.clone(), ..source }
}

fn competency() -> &'static Rulebook {
    builtin("cloud-crm", "2017-06").unwrap()
}

fn pages(bytes: &[u8]) -> usize {
    let text = String::from_utf8_lossy(bytes);
    let (_, after) = text.split_once("<xmpTPg:NPages>").unwrap();
    after.split('<').next().unwrap().parse().unwrap()
}

/// Prints a company in both languages, twice each, and counts the pages.
#[track_caller]
fn check(company: &Company, rulebook: &Rulebook, at_most: usize) {
    for language in Language::ALL {
        let bytes = company.print(rulebook, language);
        assert!(bytes.starts_with(b"%PDF-1.7"), "{language:?}: no PDF");
        assert!(pages(&bytes) <= at_most, "{language:?}: {} pages", pages(&bytes));
        assert!(bytes == company.print(rulebook, language), "{language:?}: other bytes the second time");
    }
}

/// Twelve people, two years of sales.
fn usual() -> Company {
    let staff: [(&str, &[(&str, &str)]); 6] = [
        ("Ana Núñez", &[("MB2-714", "2016-03-02")]),
        ("Marta Ruiz", &[("MB2-713", "2016-11-14"), ("70-411", "2014-02-01")]),
        ("Íñigo Peña", &[("MB2-712", "2016-05-20")]),
        ("Carmen Iglesias", &[("70-410", "2015-01-02")]),
        ("Łukasz Żak", &[("70-410", "2015-01-02")]),
        ("Ελένη Παπαδοπούλου", &[("70-410", "2015-01-02")]),
    ];
    let sales = (0..90).map(|week| {
        let date = day("2017-06-20").checked_sub_days(Days::new(week * 8)).unwrap();
        let tie = if week % 9 == 4 { "CSP" } else { "DPOR" };
        (date, "Fabrikam", 250_000 + i64::try_from((week * 7919) % 17).unwrap() * 11_250, tie)
    });
    Company::new("Alborán Consultores, S.L.")
        .people(staff)
        .sales("revenue-2017.xlsx", sales)
        .unreadable("old-list.csv", 3)
}

#[test]
fn the_usual_case_takes_two_pages_at_most() {
    check(&usual(), competency(), 2);
}

#[test]
fn a_what_if_is_printed_to_the_same_rules_and_takes_two_pages_at_most() {
    let company = usual();
    let assumed = Assumptions {
        leavers: vec!["łukasz żak".to_owned()],
        sales: vec![AssumedSale { date: day("2017-06-01"), amount: 300_000.into(), currency: "USD".into() }],
        ..Assumptions::default()
    };
    let ledger = company.ledger().assuming(&assumed);
    let readiness = evaluate(competency(), &ledger, &Settings::on(day("2017-06-27")));
    for language in Language::ALL {
        let texts = Texts::new(language);
        let (rulebook, sources): (_, &[Arc<Source>]) = (competency(), &company.sources);
        let bytes = pdf(
            &Report { rulebook, sources, ledger: &ledger, readiness: &readiness, texts: &texts },
            &Choice::default(),
        )
        .unwrap();
        assert!(pages(&bytes) <= 2, "{language:?}: {} pages", pages(&bytes));
    }
}

#[test]
fn the_file_keeps_the_rules_for_archives_and_for_readers_aloud() {
    let bytes = usual().print(competency(), Language::Spanish);
    let text = String::from_utf8_lossy(&bytes);
    for mark in [
        "<pdfaid:part>2</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance>",
        "<pdfuaid:part>1</pdfuaid:part>",
        "/Lang(es)",
        "/DisplayDocTitle true",
        "<xmp:CreateDate>2017-06-27",
    ] {
        assert!(text.contains(mark), "{mark}");
    }
}

#[test]
fn the_summary_fits_both_kinds_of_paper() {
    for (paper, size) in [(Paper::A4, "/MediaBox[0 0 595.28 841.89]"), (Paper::Letter, "/MediaBox[0 0 612 792]")] {
        let bytes = usual().print_on(paper, competency(), Language::English);
        let text = String::from_utf8_lossy(&bytes);
        assert!((1..=2).contains(&text.matches(size).count()), "{paper:?}");
    }
}

#[test]
fn an_empty_ledger_is_printed() {
    check(&Company::default(), competency(), 1);
}

#[test]
fn a_rulebook_without_roles_is_printed() {
    let mut rulebook = competency().clone();
    for level in rulebook.options.iter_mut().flat_map(|option| &mut option.levels) {
        level.requirements.retain(|requirement| requirement.id() != "exams");
    }
    check(&usual(), &rulebook, 2);
    rulebook.options.clear();
    check(&usual(), &rulebook, 1);
}

#[test]
fn user_text_is_data() {
    let long = "Wolfeschlegelsteinhausenbergerdorff".repeat(6);
    let names = [
        "#panic() *x* $y$ <b>",
        long.as_str(),
        "عبد الرحمن بن محمد (CRM) 2017",
        "שרה כהן",
        "Zoë 😀👩‍👩‍👧 🇪🇸",
        "王小明",
        "a\u{0}b\u{7}c\u{1b}[31m\r\nd\u{202e}e\u{feff}\u{ffff}",
        "\u{e000}\u{10fffd}\u{301}\u{200d}",
        " ",
        "e\u{301}\u{302}\u{303}\u{304}\u{305}",
    ];
    for name in names {
        let exams: &[(&str, &str)] = &[("MB2-714", "2016-03-02"), ("MB2-712", "2016-03-02")];
        let company = Company::new(name)
            .people([(name, exams), ("Ana", exams)])
            .sales(name, [(day("2017-01-02"), name, 1_000_000, "DPOR")]);
        check(&company, competency(), 2);
    }
}

#[test]
fn every_rulebook_makes_a_summary_and_pages_of_people() {
    let exams: &[(&str, &str)] = &[("MB2-714", "2016-03-02"), ("70-410", "2015-01-02"), ("70-532", "2016-02-03")];
    let company = usual().people([("Zoë", exams)]);
    for rulebook in builtins() {
        check(&company, rulebook, 12);
        let ledger = company.ledger();
        let readiness = evaluate(rulebook, &ledger, &Settings::on(day("2017-06-27")));
        let texts = Texts::new(Language::Spanish);
        let sources = &company.sources;
        let report = Report { rulebook, sources, ledger: &ledger, readiness: &readiness, texts: &texts };
        for person in 0..ledger.people.len() {
            let bytes = person_pdf(&report, PersonId(person), Paper::Letter).unwrap();
            assert!(pages(&bytes) <= 3, "{}: {} pages", rulebook.id, pages(&bytes));
        }
        assert!(person_pdf(&report, PersonId(ledger.people.len()), Paper::A4).is_err());
    }
}

#[test]
fn a_person_of_a_thousand_rows_and_an_odd_name_has_a_page() {
    let exams = [("MB2-714", "2016-03-02")].repeat(1_000);
    let long = "Wolfeschlegelsteinhausenbergerdorff".repeat(6);
    for name in [long.as_str(), "عبد الرحمن", "王小明 😀", "#panic() *x* $y$ <b>"] {
        let company = Company::new(name).people([(name, exams.as_slice())]);
        let ledger = company.ledger();
        let readiness = evaluate(competency(), &ledger, &Settings::on(day("2017-06-27")));
        let texts = Texts::new(Language::English);
        let (rulebook, sources) = (competency(), company.sources.as_slice());
        let report = Report { rulebook, sources, ledger: &ledger, readiness: &readiness, texts: &texts };
        let bytes = person_pdf(&report, PersonId(0), Paper::A4).unwrap();
        assert!(pages(&bytes) <= 5, "{} pages", pages(&bytes));
        assert!(bytes == person_pdf(&report, PersonId(0), Paper::A4).unwrap());
    }
}

#[test]
fn ten_thousand_people_and_as_many_bad_rows_are_a_summary() {
    let names: Vec<String> = (0..10_000).map(|number| format!("Person {number}")).collect();
    let exams: [&[(&str, &str)]; 3] =
        [&[("MB2-714", "2016-03-02")], &[("70-410", "2016-01-01")], &[("MB2-712", "2015-01-01")]];
    let people = names.iter().enumerate().map(|(place, name)| (name.as_str(), exams[place % 3]));
    let mut company = Company::new("Big").people(people).unreadable("bad.csv", 10_000);
    for file in 0..500 {
        company = company.unreadable(&format!("export-{file}.csv"), 10);
    }
    check(&company, competency(), 4);
}

#[test]
fn hundreds_of_seats_are_a_summary() {
    let rules = serde_json::json!({
        "schema": 1, "id": "big", "edition": "1", "in_force_from": "2017-01-01",
        "title": {"en": "Big", "es": "Grande"}, "source": {"en": "-", "es": "-"},
        "exams": {"X-1": {"title": {"en": "X", "es": "X"}}, "X-2": {"title": {"en": "Y", "es": "Y"}}},
        "products": {"p": {"title": {"en": "P", "es": "P"}, "aliases": ["P"]}},
        "associations": {"a": {"title": {"en": "A", "es": "A"}, "aliases": ["A"]}},
        "options": (0..2).map(|option| serde_json::json!({
            "id": format!("o{option}"), "title": {"en": format!("Way {option}"), "es": format!("Vía {option}")},
            "levels": [{"id": "gold", "requirements": [
                {"kind": "any-of", "id": "either", "alternatives": [
                    {"kind": "revenue", "id": "money", "months": 12, "net_new": true, "thresholds": {"developed": "1000000 EUR"}},
                    {"kind": "roster", "id": "exams", "roles": [
                        {"id": "r", "title": {"en": "Role", "es": "Rol"}, "seats": 200, "clauses": [["X-1", "X-2"]]}]}]}]}]
        })).collect::<Vec<_>>()
    });
    let rulebook = Rulebook::parse(&rules.to_string()).unwrap();
    check(&usual(), &rulebook, 10);
}

#[test]
fn amounts_at_the_ends_of_the_scale_are_printed() {
    let extreme = [i64::MAX, i64::MIN, -5, 0].map(|cents| (day("2017-05-05"), "Contoso", cents, "DPOR"));
    check(&Company::new("Contoso").sales("sales.csv", extreme), competency(), 2);
    let refunds = [(day("2017-05-05"), "Contoso", -900_000_000, "DPOR")];
    check(&Company::new("Contoso").sales("sales.csv", refunds), competency(), 2);
}

#[test]
fn the_first_and_last_days_of_the_calendar_are_printed() {
    for as_of in [NaiveDate::MIN, NaiveDate::MAX, day("0001-01-01"), day("9999-12-31")] {
        let company = usual();
        let ledger = company.ledger();
        let readiness = evaluate(competency(), &ledger, &Settings::on(as_of));
        let texts = Texts::new(Language::English);
        let (rulebook, sources): (_, &[Arc<Source>]) = (competency(), &company.sources);
        let report = Report { rulebook, sources, ledger: &ledger, readiness: &readiness, texts: &texts };
        assert!(pdf(&report, &Choice::default()).is_ok(), "{as_of}");
    }
}
