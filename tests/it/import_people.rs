//! Who may be one, which exam may be meant, what a new file changes, what is remembered, and the rows that were left out.

use std::fmt::Write as _;
use std::sync::Arc;

use proptest::prelude::*;
use touchstone::evaluator::{Settings, evaluate};
use touchstone::import::{
    Cell, Choices, ColumnChoice, Contents, DateOrder, Field, ReadOptions, open_bytes, read_bytes, take_in, understand,
};
use touchstone::ledger::{
    AssumedPass, Corrections, CredentialRow, FindingCode, Ledger, NameLikeness, PersonKeys, Place, Severity, Source,
};
use touchstone::report::left_out_workbook;
use touchstone::texts::{Language, Texts};
use touchstone::workspace::{Changes, Record, Workspace};

use crate::company::day;

/// A person as `name | MCP ID | office e-mail | personal e-mail`; what stands last may be left out.
fn keys(line: &str) -> PersonKeys {
    let mut parts = line.split('|').map(|part| part.trim().to_owned());
    let mut next = || parts.next().unwrap_or_default();
    PersonKeys { name: next(), mcp_id: next(), office_email: next(), personal_email: next() }
}

/// A file with a credential for each person.
fn people(lines: &[&str]) -> Source {
    let row = |(place, line): (usize, &&str)| CredentialRow {
        person: keys(line).into(),
        exam: "MB2-714".into(),
        passed: day("2017-01-02"),
        expires: None,
        failed: false,
        place: Place { file: "people.csv".into(), sheet: "".into(), row: u32::try_from(place).unwrap() + 2 },
    };
    Source { credentials: lines.iter().enumerate().map(row).collect(), ..Source::default() }
}

/// Pairs as the corrections keep them.
fn owned(pairs: &[(&str, &str)]) -> Vec<(String, String)> {
    pairs.iter().map(|(a, b)| ((*a).to_owned(), (*b).to_owned())).collect()
}

fn open(name: &str, text: &str) -> Contents {
    open_bytes(name, name, text.as_bytes(), &ReadOptions::default(), &mut |_| std::ops::ControlFlow::Continue(()))
        .unwrap()
}

fn read(name: &str, text: &str) -> Source {
    read_bytes(name, name, text.as_bytes(), &Choices::default()).unwrap()
}

mod suggestions {
    use super::*;

    #[track_caller]
    fn check(lines: [&str; 2], expected: Option<NameLikeness>) {
        for lines in [lines, [lines[1], lines[0]]] {
            let ledger = Ledger::gather([&people(&lines)]);
            assert_eq!(ledger.people.len(), 2, "{lines:?}");
            let found: Vec<NameLikeness> = ledger.suggestions.iter().map(|it| it.why).collect();
            assert_eq!(found, Vec::from_iter(expected), "{lines:?}");
        }
    }

    #[test]
    fn names_that_differ_by_little_are_suggested() {
        for (a, b, expected) in [
            ("Ana Ruiz | 1", "ana ruiz | | ana@x.com", NameLikeness::Equal),
            ("José Peña | 1", "Jose Pena", NameLikeness::Equal),
            ("Ana-María Ruiz | 1", "Ana Maria Ruiz", NameLikeness::Equal),
            ("Mc Donald, Jane | 1", "McDonald, Jane", NameLikeness::Equal),
            ("Ruiz García, Ana | 1", "Ana Ruiz García", NameLikeness::Order),
            ("Ruiz García Ana | 1", "Ana Ruiz García", NameLikeness::Order),
            ("María de la Cruz | 1", "Maria Cruz", NameLikeness::Order),
            ("Ana Ruiz García | 1", "Ana Ruiz", NameLikeness::Part),
            ("José Luis Ruiz García | 1", "José Ruiz", NameLikeness::Part),
            ("Ruiz García, Ana | 1", "Ana Ruiz", NameLikeness::Part),
            ("Ana Ruiz García | 1", "Ruiz, Ana", NameLikeness::Part),
            ("John F. Smith | 1", "John Smith", NameLikeness::Part),
            ("Ana Ruiz | 1", "A. Ruiz", NameLikeness::Initial),
            ("Ana Ruiz García | 1", "A. Ruiz", NameLikeness::Initial),
            ("Ana Ruiz García | 1", "Ana R.", NameLikeness::Initial),
            ("José Luis Ruiz | 1", "J. L. Ruiz", NameLikeness::Initial),
            ("John Francis Smith | 1", "John F. Smith", NameLikeness::Initial),
            ("Ana Gonzalez | 1", "Ana Gonzales", NameLikeness::Typo),
            ("Ana Gonzalez | 1", "Ana Gonzlez", NameLikeness::Typo),
            ("Ana Gomez | 1", "Ana Gomes", NameLikeness::Typo),
            ("Ana Gonzalez | 1", "Ana Gnozalez", NameLikeness::Typo),
            ("Gonzalez, Ana | 1", "Ana Gonzales", NameLikeness::Typo),
            ("Łukasz Żak | 1", "Lukasz Żak", NameLikeness::Typo),
            ("Ana Ruiz | 1", " | | ana.ruiz@x.com", NameLikeness::Email),
            ("Ana Ruiz García | 1", " | | aruiz2@x.com", NameLikeness::Email),
            ("Ana Ruiz García | 1", " | | | ruiz_ana@x.com", NameLikeness::Email),
            ("aruiz", "Ana Ruiz García | 1 | aruiz@x.com", NameLikeness::Email),
        ] {
            check([a, b], Some(expected));
        }
    }

    #[test]
    fn names_that_differ_by_more_are_not() {
        for (a, b) in [
            ("Ana Ruiz | 1", "Eva Ruiz"),
            ("Ana Ruiz | 1", "Ana Peña"),
            ("Mario López | 1", "María López"),
            ("Antonio López | 1", "Antonia López"),
            ("Daniel López | 1", "Daniela López"),
            ("Marta López | 1", "María López"),
            ("Ana Ruiz García | 1", "Ruiz García"),
            ("Ana Ruiz García | 1", "Ana Ruiz Peña"),
            ("Ana Ruiz | 1", "B. Ruiz"),
            ("Ana | 1", "Ana Ruiz"),
            ("A. | 1", "Ana Ruiz"),
            ("Ana Ruiz | 1", "Luis Peña | | ana@x.com"),
            ("Ana Ruiz | 1", "Alberto Ruiz | | aruiz@x.com"),
            ("Ana Ruiz | 1", " | | info@x.com"),
            ("Gonzalez Martinez | 1", "Gonzales Martines"),
            ("3f2a-77 | 1", "3f2a-78"),
        ] {
            check([a, b], None);
        }
    }

    #[test]
    fn people_with_keys_of_their_own_are_suggested_for_equal_names_only() {
        check(["Ana Ruiz | 1", "Ana Ruiz | 2"], Some(NameLikeness::Equal));
        check(["Ana Ruiz | 1", "Ana Ruiz García | 2"], None);
        check(["Ana Ruiz | | ana@x.com", "Ruiz, Ana | | ana.ruiz@x.com"], None);
        check(["Ana Ruiz | 1", "Ana Ruiz García | | ana@x.com"], Some(NameLikeness::Part));
        let found = |lines: [&str; 2]| Ledger::gather([&people(&lines)]).suggestions[0].is_contradicted;
        assert!(found(["Ana Ruiz | 1", "Ana Ruiz | 2"]));
        assert!(!found(["Ana Ruiz | 1", "Ana Ruiz | | ana@x.com"]));
    }

    #[test]
    fn each_is_a_finding_that_names_both_where_the_second_stands_first() {
        let lines =
            ["Ana Ruiz García | 1", "Ana Ruiz | | ana@x.com", "ana ruiz | | ruiz@x.com", "Ana Ruiz | | ana@x.com"];
        let ledger = Ledger::gather([&people(&lines)]);
        let found: Vec<_> = ledger
            .findings
            .iter()
            .map(|it| (it.code.as_str(), it.row, it.value.as_deref().unwrap(), it.other.as_deref().unwrap()))
            .collect();
        assert_eq!(
            found,
            [
                ("similar-name", Some(3), "Ana Ruiz", "Ana Ruiz García"),
                ("same-name", Some(4), "ana ruiz", "Ana Ruiz"),
                ("similar-name", Some(4), "ana ruiz", "Ana Ruiz García"),
            ]
        );
    }

    #[test]
    fn people_who_are_apart_are_not_suggested_but_the_next_of_that_name_is() {
        let source = people(&["Ana Ruiz | 1", "Ana Ruiz | 2", "Ana Ruiz | 3"]);
        let pairs = |apart: &[(&str, &str)]| -> Vec<(usize, usize)> {
            let corrections = Corrections { apart: owned(apart), ..Corrections::default() };
            let ledger = Ledger::gather_corrected([&source], &corrections);
            ledger.suggestions.iter().map(|it| (it.a.0 + 1, it.b.0 + 1)).collect()
        };
        assert_eq!(pairs(&[]), [(1, 2), (1, 3)]);
        assert_eq!(pairs(&[("2", "1")]), [(1, 3)]);
        assert_eq!(pairs(&[("2", "1"), ("1", "3")]), [(2, 3)]);
        assert_eq!(pairs(&[("2", "1"), ("1", "3"), ("2", "3")]), []);
    }

    #[test]
    fn people_who_left_are_not_suggested() {
        let ledger = Ledger::gather([&people(&["Eva | 0", "Ana Ruiz | 1", "Ana Ruiz | 2", "Ana Ruiz | 3"])]);
        let leave = |id: &str| {
            let leavers = vec![id.to_owned()];
            ledger.assuming(&touchstone::ledger::Assumptions { leavers, ..Default::default() }).suggestions
        };
        assert_eq!(leave("0").iter().map(|it| (it.a.0, it.b.0)).collect::<Vec<_>>(), [(0, 1), (0, 2)]);
        assert_eq!(leave("3").iter().map(|it| (it.a.0, it.b.0)).collect::<Vec<_>>(), [(1, 2)]);
    }

    #[test]
    fn twenty_five_thousand_people_take_seconds_at_most() {
        let given = ["Ana", "José Luis", "María", "Juan Carlos", "Eva", "Íñigo", "Nuria", "Olga", "Antonio", "Antonia"];
        let surnames = ["García", "Ruiz", "Peña", "González", "López", "Martínez", "Fernández", "de la Cruz", "Núñez"];
        let mut lines = Vec::new();
        for number in 0..25_000_usize {
            let (first, rest) = (given[number % 10], number / 10);
            let (a, b) = (surnames[rest % 9], surnames[rest / 9 % 9]);
            let keys = if number % 3 == 0 { format!("| {}", number + 1) } else { format!("| | p{number}@x.com") };
            lines.push(format!("{first} {a} {b} {keys}"));
        }
        let lines: Vec<&str> = lines.iter().map(String::as_str).collect();
        let source = people(&lines);
        let start = std::time::Instant::now();
        let ledger = Ledger::gather([&source]);
        assert_eq!(ledger.people.len(), 25_000);
        assert!(ledger.suggestions.len() < 25_000 * 12, "{}", ledger.suggestions.len());
        assert!(start.elapsed().as_secs() < 20, "{:?}", start.elapsed());
        println!("{:?} for {} suggestions", start.elapsed(), ledger.suggestions.len());
    }
}

mod corrections {
    use super::*;

    #[track_caller]
    fn check(lines: &[&str], same: &[(&str, &str)], expected: &[&str]) {
        let corrections = Corrections { same: owned(same), ..Corrections::default() };
        let ledger = Ledger::gather_corrected([&people(lines)], &corrections);
        let ids: Vec<&str> = ledger.people.iter().map(|person| person.id.as_str()).collect();
        assert_eq!(ids, expected, "{lines:?} {same:?}");
        assert_eq!(ledger.credentials.len(), lines.len());
    }

    #[test]
    fn people_who_are_one_have_the_best_id_known() {
        check(&["Ana Ruiz", "A. Ruiz | | ana@x.com"], &[("ana ruiz", "ana@x.com")], &["ana@x.com"]);
        check(&["Ana Ruiz | 7", "A. Ruiz | | ana@x.com"], &[("ana@x.com", "7")], &["7"]);
        check(&["Ana | 7", "Eva | 3"], &[("7", "3")], &["3"]);
        check(&["Ana", "Eva"], &[("ana", "eva")], &["ana"]);
    }

    #[test]
    fn chains_join_and_names_of_nobody_change_nothing() {
        let lines = ["Ana | 1", "Bea | 2", "Cai | 3", "Dan | 4"];
        check(&lines, &[("1", "2"), ("2", "3")], &["1", "4"]);
        check(&lines, &[("3", "4"), ("1", "3"), ("2", "4")], &["1"]);
        check(&lines, &[("1", "9"), ("9", "2"), ("", "3"), ("1", "1")], &["1", "2", "3", "4"]);
    }

    #[test]
    fn a_person_is_found_by_any_key_in_any_case() {
        let lines = ["Ana | AB1 | ana@x.com | ana@home.com", "Ana Ruiz"];
        for key in ["AB1", "ab1", "ANA@x.com", "ana@home.com"] {
            check(&lines, &[(key, "Ana Ruiz")], &["AB1"]);
        }
    }

    #[test]
    fn what_is_assumed_of_somebody_follows_them() {
        let mut workspace = Workspace::new(day("2017-06-27"));
        workspace.add(people(&["Ana Ruiz | 7", "A. Ruiz | | ana@x.com", "Eva | 3"]));
        let pass =
            |person: &str| AssumedPass { person: person.into(), exam: "MB2-710".into(), passed: day("2017-06-27") };
        workspace.assumptions.passes = vec![pass("ana@x.com"), pass("3")];
        workspace.settings.pins.insert("ana@x.com".into(), "application".into());
        workspace.settings.kept_out.insert("3".into());
        workspace.join_people("ana@x.com", "7");
        assert_eq!(workspace.assumptions.passes, [pass("7"), pass("3")]);
        assert_eq!(workspace.settings.pins.keys().collect::<Vec<_>>(), ["7"]);
        assert_eq!(workspace.settings.kept_out.iter().collect::<Vec<_>>(), ["3"]);
        assert_eq!(workspace.ledger().people.len(), 2);
        assert_eq!(workspace.ledger().credentials.len(), 5);
    }

    #[test]
    fn a_word_taken_back_changes_nothing() {
        let mut corrections = Corrections::default();
        corrections.join("1", "2");
        corrections.part("2", "1");
        assert_eq!((corrections.same.len(), corrections.apart.len()), (0, 1));
        corrections.join("1", "2");
        assert_eq!((corrections.same.len(), corrections.apart.len()), (1, 0));
        corrections.take_back("2", "1");
        corrections.explain_exam("MB2-7l4", "MB2-713");
        corrections.explain_exam("mb2 7L4", "MB2-714");
        assert_eq!(corrections.exams, [("mb2 7L4".to_owned(), "MB2-714".to_owned())]);
        corrections.take_back_exam("MB2-7L4");
        assert!(corrections.is_empty());
    }

    proptest! {
        #[test]
        fn any_pairs_join_whom_they_connect(
            count in 1..12_usize,
            pairs in prop::collection::vec((0..14_usize, 0..14_usize), 0..16),
        ) {
            let lines: Vec<String> = (0..count).map(|number| format!("Person | {}", 100 + number)).collect();
            let source = people(&lines.iter().map(String::as_str).collect::<Vec<_>>());
            let same = pairs.iter().map(|(a, b)| ((100 + a).to_string(), (100 + b).to_string())).collect();
            let corrections = Corrections { same, ..Corrections::default() };
            let ledger = Ledger::gather_corrected([&source], &corrections);
            // Everybody takes the least number of those they are connected with, until nothing changes.
            let mut least: Vec<usize> = (0..count).collect();
            for _ in 0..count {
                for (a, b) in pairs.iter().filter(|(a, b)| *a < count && *b < count) {
                    let one = least[*a].min(least[*b]);
                    (least[*a], least[*b]) = (one, one);
                }
            }
            for (number, least) in least.iter().enumerate() {
                let row = u32::try_from(number).unwrap() + 2;
                let credential = ledger.credentials.iter().find(|it| it.place.row == row).unwrap();
                prop_assert_eq!(&ledger.person(credential.person).id, &(100 + least).to_string());
            }
            let mut ids = least.clone();
            ids.sort_unstable();
            ids.dedup();
            prop_assert_eq!(ledger.people.len(), ids.len());
            let mut turned = corrections.clone();
            turned.same.reverse();
            turned.same.iter_mut().for_each(|(a, b)| std::mem::swap(a, b));
            prop_assert_eq!(&Ledger::gather_corrected([&source], &turned), &ledger);
        }
    }
}

mod exams {
    use super::*;

    const EXAMS: &str = "Name,Exam,Date\nAna,MB2-7l4,2017-01-02\nEva,MB2-7l4,2017-01-02\nEva,MB2-715,2017-01-02\n\
        Olga,MB 714,2017-01-02\nOlga,MB2 714,2017-01-02\n";

    fn near(workspace: &Workspace) -> Vec<(Option<u32>, String, String)> {
        let ledger = workspace.ledger();
        let readiness = workspace.evaluate(&ledger);
        let found = readiness.findings.into_iter().filter(|it| it.code == FindingCode::UnknownExamLike);
        found.map(|it| (it.row, it.value.unwrap().to_string(), it.other.unwrap().to_string())).collect()
    }

    #[test]
    fn near_misses_are_told_once_a_file_and_count_once_they_are_explained() {
        let mut workspace = Workspace::new(day("2017-06-27"));
        workspace.add(read("a.csv", EXAMS));
        assert_eq!(
            near(&workspace),
            [(Some(2), "MB2-7l4".into(), "MB2-714".into()), (Some(5), "MB 714".into(), "MB2-714".into())]
        );
        let counting = |workspace: &Workspace| {
            let readiness = workspace.evaluate(&workspace.ledger());
            readiness.credentials.iter().filter(|it| it.why_not.is_none()).count()
        };
        assert_eq!(counting(&workspace), 1);
        workspace.corrections.explain_exam("mb2-7L4", "MB2-714");
        assert_eq!(counting(&workspace), 3);
        assert_eq!(near(&workspace), [(Some(5), "MB 714".into(), "MB2-714".into())]);
        assert_eq!(FindingCode::UnknownExamLike.severity(), Severity::Warning);
    }

    #[test]
    fn what_was_meant_stands_in_the_json_result() {
        let mut workspace = Workspace::new(day("2017-06-27"));
        workspace.add(read("a.csv", EXAMS));
        let ledger = workspace.ledger();
        let readiness = evaluate(&workspace.rulebook, &ledger, &Settings::on(day("2017-06-27")));
        let texts = Texts::new(Language::English);
        let report = touchstone::report::Report {
            rulebook: &workspace.rulebook,
            sources: &workspace.sources,
            ledger: &ledger,
            readiness: &readiness,
            texts: &texts,
        };
        let json: serde_json::Value = serde_json::from_str(&touchstone::report::json(&report).unwrap()).unwrap();
        assert_eq!(json["findings"][0]["other"], "MB2-714");
        assert_eq!(json["findings"][0]["code"], "unknown-exam-like");
    }
}

mod again {
    use super::*;

    const MAY: &str = "Customer,Product,Date,Amount,DPOR\nFabrikam,CRM Online,2017-04-03,100,yes\n\
        Fabrikam,CRM Online,2017-05-03,200,yes\nContoso,CRM Online,2017-05-09,300,no\n";
    const JUNE: &str = "Customer,Product,Date,Amount,DPOR\nFabrikam,CRM Online,2017-05-03,250,yes\n\
        Contoso,CRM Online,2017-05-09,300,no\nContoso,CRM Online,2017-06-01,10,no\nContoso,CRM Online,2017-06-01,20,no\n";

    fn counts(changes: &Changes) -> [usize; 4] {
        [changes.new.count, changes.changed.count, changes.gone.count, changes.known]
    }

    fn replace(workspace: &mut Workspace, old_origin: &str, source: Source) -> Changes {
        let changes = workspace.changes(old_origin, &source);
        workspace.replace(old_origin, source);
        changes
    }

    fn add(workspace: &mut Workspace, source: Source) -> Changes {
        let origin = source.origin.clone();
        replace(workspace, &origin, source)
    }

    fn workspace(name: &str, text: &str) -> Workspace {
        let mut workspace = Workspace::new(day("2017-06-27"));
        workspace.add(read(name, text));
        workspace
    }

    #[test]
    fn the_first_file_is_new() {
        let mut workspace = Workspace::new(day("2017-06-27"));
        let changes = add(&mut workspace, read("may.csv", MAY));
        assert_eq!((counts(&changes), changes.replaced, changes.overlaps), ([3, 0, 0, 0], None, vec![]));
    }

    #[test]
    fn the_same_file_again_changes_nothing() {
        let mut workspace = workspace("may.csv", MAY);
        let before = workspace.clone();
        let changes = add(&mut workspace, read("may.csv", MAY));
        assert!(changes.is_empty());
        assert_eq!((counts(&changes), changes.replaced.as_deref()), ([0, 0, 0, 3], Some("may.csv")));
        assert_eq!(workspace, before);
    }

    #[test]
    fn a_file_that_was_changed_tells_what_is_new_changed_and_gone() {
        let mut workspace = workspace("sales.csv", MAY);
        let changes = add(&mut workspace, read("sales.csv", JUNE));
        assert_eq!(counts(&changes), [2, 1, 1, 1]);
        assert_eq!(workspace.sources.len(), 1);
        let amount = |record: &Option<Record>| match record {
            Some(Record::Sale(sale)) => Some(sale.amount.to_string()),
            _ => None,
        };
        let other = &changes.changed.samples[0];
        assert_eq!((amount(&other.before).as_deref(), amount(&other.after).as_deref()), (Some("200"), Some("250")));
        let gone = &changes.gone.samples[0];
        assert_eq!((amount(&gone.before).as_deref(), &gone.after), (Some("100"), &None));
        let new: Vec<_> = changes.new.samples.iter().map(|it| amount(&it.after)).collect();
        assert_eq!(new, [Some("10".to_owned()), Some("20".to_owned())]);
    }

    #[test]
    fn a_later_export_beside_the_others_tells_what_overlaps_and_that_nothing_is_gone() {
        let mut workspace = workspace("may.csv", MAY);
        let changes = add(&mut workspace, read("june.csv", JUNE));
        assert_eq!((counts(&changes), &changes.replaced), ([2, 1, 0, 1], &None));
        assert_eq!(changes.overlaps.iter().map(|it| (&*it.file, it.records)).collect::<Vec<_>>(), [("may.csv", 2)]);
        assert_eq!(workspace.sources.len(), 2);
    }

    #[test]
    fn a_later_export_in_place_of_another_tells_what_is_gone() {
        let mut workspace = workspace("may.csv", MAY);
        let former = Arc::clone(&workspace.sources[0]);
        let before = workspace.clone();
        let changes = replace(&mut workspace, "may.csv", read("june.csv", JUNE));
        assert_eq!((counts(&changes), changes.replaced.as_deref()), ([2, 1, 1, 1], Some("may.csv")));
        assert_eq!(workspace.sources().map(|it| &*it.file).collect::<Vec<_>>(), ["june.csv"]);
        // The former workspace shares what was read.
        assert!(Arc::ptr_eq(&before.sources[0], &former));
        workspace.replace("nowhere.csv", read("may.csv", MAY));
        assert_eq!(workspace.sources.len(), 2);
        workspace.replace("may.csv", read("june.csv", JUNE));
        assert_eq!(workspace.sources().map(|it| &*it.file).collect::<Vec<_>>(), ["june.csv"]);
    }

    #[test]
    fn rows_of_several_earlier_files_are_known_once_each() {
        let mut workspace = workspace("a.csv", MAY);
        workspace.add(read("b.csv", MAY));
        let twice = format!("{MAY}Fabrikam,CRM Online,2017-04-03,100,yes\n");
        let changes = add(&mut workspace, read("c.csv", &twice));
        assert_eq!(counts(&changes), [1, 0, 0, 3]);
        assert_eq!(changes.overlaps.iter().map(|it| it.records).collect::<Vec<_>>(), [3, 3]);
    }

    #[test]
    fn credentials_are_one_by_person_exam_and_day() {
        let old = "Name,E-mail,MCP ID,Exam,Date,Expires,Result\nAna,ana@x.com,,MB2-714,2017-01-02,,Pass\n\
            Eva,eva@x.com,,MB2-712,2017-01-02,2018-01-02,Pass\nOlga,olga@x.com,,MB2-712,2017-01-02,,Pass\n";
        let new = "Name,E-mail,MCP ID,Exam,Date,Expires,Result\nAna Ruiz,ana@x.com,7,MB2-714,2017-01-02,,Pass\n\
            Eva,eva@x.com,,MB2-712,2017-01-02,2019-01-02,Pass\nEva,eva@x.com,,MB2-714,2017-01-02,,Fail\n";
        let mut workspace = workspace("skills.csv", old);
        assert_eq!(counts(&add(&mut workspace, read("skills.csv", new))), [1, 1, 1, 1]);
    }

    #[test]
    fn a_hundred_thousand_alike_rows_are_compared_at_once() {
        let file = |add: usize| {
            (0..100_000_usize).fold("Month,Product,Amount\n".to_owned(), |mut text, row| {
                writeln!(text, "2017-05,CRM Online,{}", row + add).unwrap();
                text
            })
        };
        let mut workspace = workspace("sales.csv", &file(0));
        let source = read("sales.csv", &file(50_000));
        let start = std::time::Instant::now();
        assert_eq!(counts(&add(&mut workspace, source)), [0, 50_000, 0, 50_000]);
        assert!(start.elapsed().as_secs() < 20, "{:?}", start.elapsed());
    }
}

mod remembered {
    use super::*;

    fn chosen() -> Choices {
        let column = ColumnChoice { heading: "Wann".into(), field: Some(Field::Passed) };
        Choices {
            reading: ReadOptions { password: Some("secret".into()), ..ReadOptions::default() },
            columns: vec![column],
            date_order: Some(DateOrder::MonthFirst),
            person: Some("Ana".into()),
            ..Choices::default()
        }
    }

    const FILE: &str = "Name,Exam,Date\nAna,MB2-714,2017-01-02\n";

    fn remembering(choices: Choices) -> Workspace {
        let mut workspace = Workspace::new(day("2017-06-27"));
        let contents = open("a.csv", FILE);
        workspace.remember(&contents, &understand(&contents, &Choices::default()), choices);
        workspace
    }

    #[test]
    fn files_with_the_same_headings_get_the_same_choices_but_for_person_and_password() {
        let workspace = remembering(chosen());
        let expected = Choices { reading: ReadOptions::default(), person: None, ..chosen() };
        for text in
            ["Name,Exam,Date\nEva,MB2-712,2017-01-02\n", "My list\n\nNAME;exam ;Dáte:\nEva;MB2-712;2017-01-02\n"]
        {
            assert_eq!(workspace.choices_for(&open("b.csv", text)), expected, "{text}");
        }
        for text in ["Name,Date,Exam\nEva,2017-01-02,x\n", "Name,Exam,Date,Result\nEva,MB2-712,2017-01-02,Pass\n"] {
            assert_eq!(workspace.choices_for(&open("b.csv", text)), Choices::default(), "{text}");
        }
    }

    #[test]
    fn the_row_of_the_headings_is_where_they_stand_and_a_sheet_must_be_there() {
        let workspace = remembering(Choices { heading_row: Some(1), ..chosen() });
        let choices = workspace.choices_for(&open("b.csv", "My list\n\nName,Exam,Date\nEva,MB2-712,2017-01-02\n"));
        assert_eq!(choices.heading_row, Some(3));
        let workspace = remembering(Choices { sheet: Some(String::new()), ..chosen() });
        assert_eq!(workspace.choices_for(&open("b.csv", FILE)).sheet.as_deref(), Some(""));
    }

    #[test]
    fn later_choices_take_the_place_of_earlier_ones_and_none_are_forgotten() {
        let mut workspace = remembering(chosen());
        let contents = open("a.csv", FILE);
        let understanding = understand(&contents, &Choices::default());
        let later = Choices { date_order: Some(DateOrder::DayFirst), ..Choices::default() };
        workspace.remember(&contents, &understanding, later.clone());
        assert_eq!((workspace.remembered.len(), workspace.choices_for(&contents)), (1, later));
        workspace.remember(&contents, &understanding, Choices { person: Some("Ana".into()), ..Choices::default() });
        assert_eq!(workspace.remembered, []);
    }
}

mod left_out {
    use super::*;

    const BAD: &str = "My list\n\nName,Exam,Date,Result,Notes\nAna,MB2-714,2017-01-02,Pass,\nEva,MB2-712,yesterday,Pass,=1+1\n\
        ,MB2-710,2017-01-02,Pass,-5 @x\nOlga,MB2-706,2017-01-02,Maybe,+34 600\nTotal,,,,\n";

    fn saved(contents: &Contents, language: Language) -> Option<Vec<u8>> {
        let understanding = understand(contents, &Choices::default());
        let source = take_in(contents, &understanding).unwrap();
        left_out_workbook(contents, &understanding, &source, &Texts::new(language)).unwrap()
    }

    fn reopened(bytes: &[u8]) -> Contents {
        open_bytes("left-out.xlsx", "left-out.xlsx", bytes, &ReadOptions::default(), &mut |_| {
            std::ops::ControlFlow::Continue(())
        })
        .unwrap()
    }

    fn cells(contents: &Contents) -> Vec<Vec<String>> {
        let sheet = &contents.sheets[0];
        sheet.rows().map(|row| (0..7).map(|column| row.cell(column).words()).collect()).collect()
    }

    #[test]
    fn rows_are_kept_as_they_were_with_their_number_and_the_reason() {
        let contents = open("skills.csv", BAD);
        let rows = cells(&reopened(&saved(&contents, Language::English).unwrap()));
        let reason = "The row is left out. Write the date as 2017-06-27 and import the file again.";
        assert_eq!(rows[0][..2], ["My list", ""]);
        assert_eq!(rows[1], ["Name", "Exam", "Date", "Result", "Notes", "Row in the file", "Why it was left out"]);
        let rows = &rows[1..];
        assert_eq!(rows[1][..6], ["Eva", "MB2-712", "yesterday", "Pass", "=1+1", "5"]);
        assert_eq!(rows[1][6], format!("Date: Date not readable. {reason}"));
        assert_eq!(rows[2][..6], ["", "MB2-710", "2017-01-02", "Pass", "-5 @x", "6"]);
        assert_eq!(rows[3][..6], ["Olga", "MB2-706", "2017-01-02", "Maybe", "+34 600", "7"]);
        assert_eq!(rows.len(), 4);
    }

    #[test]
    fn mended_rows_come_back_as_records_and_the_others_as_the_same_findings() {
        for language in Language::ALL {
            let contents = reopened(&saved(&open("skills.csv", BAD), language).unwrap());
            let source = take_in(&contents, &understand(&contents, &Choices::default())).unwrap();
            assert_eq!(errors(&source), ["unreadable-date", "missing-person", "unreadable-result"], "{language:?}");
            assert_eq!(source.tally(), (3, 0, 3));

            let mended: Contents = Contents { sheets: contents.sheets.iter().map(mend).collect(), ..contents };
            let source = take_in(&mended, &understand(&mended, &Choices::default())).unwrap();
            assert!(errors(&source).is_empty(), "{language:?}");
            let told: Vec<_> = source.credentials.iter().map(|it| (&*it.person.name, &*it.exam, it.passed)).collect();
            let passed = day("2017-01-02");
            assert_eq!(told, [("Eva", "MB2-712", passed), ("Nuria", "MB2-710", passed), ("Olga", "MB2-706", passed)]);
        }
    }

    /// The title above the table is a note.
    fn errors(source: &Source) -> Vec<&'static str> {
        let errors = source.findings.iter().filter(|it| it.severity() == Severity::Error);
        errors.map(|it| it.code.as_str()).collect()
    }

    /// The sheet with every cell mended that was left empty or can't be read.
    fn mend(sheet: &touchstone::import::Sheet) -> touchstone::import::Sheet {
        let mut mended = touchstone::import::Sheet::new(&sheet.name, false, false);
        for row in sheet.rows() {
            mended.push(
                row.number,
                (0..7_u16).map(|column| {
                    let cell = match row.cell(usize::from(column)) {
                        Cell::Text("yesterday") => Cell::Text("2017-01-02"),
                        Cell::Text("Maybe") => Cell::Text("Pass"),
                        Cell::Empty if column == 0 => Cell::Text("Nuria"),
                        cell => cell,
                    };
                    (column, cell)
                }),
            );
        }
        mended
    }

    #[test]
    fn a_table_without_headings_gets_some() {
        let text = "Ana Ruiz,MB2-714,2017-01-02\nEva Peña,MB2-712,2017-01-03\nOlga Gil,MB2-706,never\n\
            Luis Sanz,MB2-710,2017-01-04\nNuria Gil,MB2-707,2017-01-05\n";
        let contents = open("skills.csv", text);
        assert!(understand(&contents, &Choices::default()).tables[0].headings.is_empty());
        for language in Language::ALL {
            let again = reopened(&saved(&contents, language).unwrap());
            assert_eq!(cells(&again)[1][..4], ["Olga Gil", "MB2-706", "never", "3"]);
            let source = take_in(&again, &understand(&again, &Choices::default())).unwrap();
            let codes: Vec<&str> = source.findings.iter().map(|it| it.code.as_str()).collect();
            assert_eq!(codes, ["unreadable-date"], "{language:?}");
        }
    }

    #[test]
    fn names_that_stand_once_for_several_rows_are_told_in_each() {
        let text = "Name,Exam,Date\nAna Ruiz,MB2-714,2017-01-02\n,MB2-710,never\nEva Gil,MB2-712,2017-01-02\n\
            ,MB2-707,2017-01-03\nOlga Gil,MB2-712,2017-01-02\n,MB2-706,2017-01-03\n";
        let rows = cells(&reopened(&saved(&open("skills.csv", text), Language::English).unwrap()));
        assert_eq!(rows[1][..4], ["Ana Ruiz", "MB2-710", "never", "3"]);
    }

    #[test]
    fn what_was_chosen_about_a_file_is_remembered_for_its_rows_that_were_left_out() {
        let contents = open("skills.csv", BAD);
        let mut workspace = Workspace::new(day("2017-06-27"));
        let choices = Choices { date_order: Some(DateOrder::MonthFirst), ..Choices::default() };
        workspace.remember(&contents, &understand(&contents, &choices), choices.clone());
        for language in Language::ALL {
            let again = reopened(&saved(&contents, language).unwrap());
            assert_eq!(workspace.choices_for(&again), choices, "{language:?}");
        }
    }

    #[test]
    fn there_is_no_workbook_where_nothing_asks_for_mending() {
        let text = "Name,Exam,Date\nAna,MB2-714,2017-01-02\nTotal,,\n";
        assert!(saved(&open("a.csv", text), Language::English).is_none());
    }

    #[test]
    fn numbers_dates_and_truths_keep_their_types_and_sheets_their_names() {
        let mut sheet = touchstone::import::Sheet::new("Ventas: [2017]/'", false, true);
        let date = touchstone::import::Serial { days: 41_000.5, from_1904: true };
        let heading = ["Customer", "Product", "Date", "Amount", "Paid", "Note"].map(Cell::Text);
        let row = |amount| {
            [Cell::Text("=A1"), Cell::Number(1.5), Cell::Date(date), amount, Cell::Bool(true), Cell::Error("#N/A")]
        };
        sheet.push(3, (0..).zip(heading));
        sheet.push(9, (0..).zip(row(Cell::Text("many"))));
        let contents = Contents { sheets: vec![sheet.clone(), sheet], ..open("a.csv", "a") };
        let bytes = saved(&contents, Language::Spanish).unwrap();
        assert_eq!(bytes, saved(&contents, Language::Spanish).unwrap());
        let again = reopened(&bytes);
        let names: Vec<&str> = again.sheets.iter().map(|sheet| &*sheet.name).collect();
        assert_eq!(names, ["Ventas 2017", "Ventas 2017 (2)"]);
        let row = again.sheets[0].row(1).unwrap();
        let date = touchstone::import::Serial { days: 42_462.5, from_1904: false };
        let cells: Vec<Cell<'_>> = (0..7).map(|column| row.cell(column)).collect();
        let expected = [
            Cell::Text("=A1"),
            Cell::Number(1.5),
            Cell::Date(date),
            Cell::Text("many"),
            Cell::Bool(true),
            Cell::Text("#N/A"),
            Cell::Number(9.0),
        ];
        assert_eq!(cells, expected);
    }
}
