//! A faulty rulebook file is refused with every fault in it, each with its place.

use touchstone::rulebook::{LevelId, Rulebook, builtins, in_force};

use crate::company::day;

const GOOD: &str = include_str!("../../assets/rulebooks/cloud-crm.2017-06.json");

/// What is found when parts of the good file are replaced, as `path code value`.
#[track_caller]
fn check(edits: &[(&str, &str)], expected: &[&str]) {
    let mut text = GOOD.to_owned();
    for (from, to) in edits {
        assert!(text.contains(from), "{from} stands in the file");
        text = text.replacen(from, to, 1);
    }
    check_text(&text, expected);
}

#[track_caller]
fn check_text(text: &str, expected: &[&str]) {
    let faults = Rulebook::parse(text).err().unwrap_or_default();
    let found: Vec<String> =
        faults.iter().map(|fault| format!("{} {} {}", fault.path, fault.code.as_str(), fault.value)).collect();
    assert_eq!(found, expected);
}

#[test]
fn the_built_in_rulebook_says_what_the_page_says() {
    let rulebook = &builtins()[0];
    let asked: Vec<_> = rulebook.options[0].levels.iter().map(|level| level.id).collect();
    assert_eq!(asked, [LevelId::Silver, LevelId::Gold]);
    let codes: Vec<&str> = rulebook.exams.iter().map(|exam| exam.code.as_str()).collect();
    assert_eq!(codes, ["MB2-714", "MB2-713", "MB2-709", "MB2-710", "MB2-706", "MB2-712", "MB2-707"]);
    insta::assert_snapshot!(touchstone::report::rulebook_text(
        rulebook,
        &touchstone::texts::Texts::new(touchstone::texts::Language::English)
    ));
}

#[test]
fn the_edition_in_force_is_the_latest_begun_or_else_the_first() {
    for as_of in ["2017-06-27", "2016-01-01", "2017-07-01"] {
        assert_eq!(in_force("cloud-crm", day(as_of)).map(|it| it.edition.as_str()), Some("2017-06"));
    }
    assert_eq!(in_force("no-such", day("2017-06-27")), None);
}

#[test]
fn a_good_file_has_no_fault() {
    check(&[], &[]);
}

#[test]
fn every_fault_is_found_at_once() {
    check(
        &[
            ("\"schema\": 1", "\"schema\": 2"),
            ("2017-06-27", "27/06/2017"),
            ("\"months\": 12", "\"months\": 0"),
            ("100000 USD", "-5 dollars"),
            ("\"MB2-714\", \"MB2-713\", \"MB2-709\"], [", "\"MB2-999\"], ["),
            ("\"seats\": 2", "\"seats\": 1.5"),
        ],
        &[
            "schema wrong-schema 2",
            "in_force_from not-a-date 27/06/2017",
            "options[0].levels[0].requirements[0].months not-a-count 0",
            "options[0].levels[0].requirements[0].thresholds.developed not-an-amount -5 dollars",
            "options[0].levels[0].requirements[1].roles[0].clauses[0][0] unknown-exam MB2-999",
            "options[0].levels[1].requirements[1].roles[0].seats not-a-count 1.5",
        ],
    );
}

#[test]
fn a_value_of_another_kind_is_one_fault() {
    check(&[("2017-06-27", "2017-6-27")], &["in_force_from not-a-date 2017-6-27"]);
    check(
        &[("\"2017-06-27\"", "20170627"), ("\"100000 USD\"", "100000")],
        &[
            "in_force_from wrong-kind 20170627",
            "options[0].levels[0].requirements[0].thresholds.developed wrong-kind 100000",
        ],
    );
}

#[test]
fn one_exam_in_two_spellings_is_a_fault() {
    check(
        &[("\"MB2-713\": {", "\"mb2 714\": {\"title\": {\"en\": \"A\", \"es\": \"A\"}},\n\"MB2-713\": {")],
        &["exams.mb2 714 twice mb2 714"],
    );
}

#[test]
fn a_name_of_signs_only_names_no_blank_cell() {
    let text = GOOD.replace("[\"Microsoft CRM Online\"", "[\"-\"").replace("[\"DPOR\"", "[\"-\"");
    let names = Rulebook::parse(&text).unwrap().names();
    assert_eq!(names.product(""), None);
    assert_eq!(names.associations("").count(), 0);
}

#[test]
fn what_is_no_json_is_refused() {
    check_text("", &["$ not-json EOF while parsing a value at line 1 column 0"]);
    check_text("[1, 2", &["$ not-json EOF while parsing a list at line 1 column 5"]);
    assert!(Rulebook::parse(&"[".repeat(100_000)).is_err());
    assert!(Rulebook::parse("[]").is_err());
}

#[test]
fn names_and_ids_may_stand_once() {
    check(&[("\"gold\"", "\"silver\"")], &["options[0].levels[1].id twice silver"]);
    check(
        &[("\"MB2-713\": {", "\"MB2-714\": {")],
        &[
            "exams.MB2-714 twice MB2-714",
            "options[0].levels[0].requirements[1].roles[0].clauses[0][1] unknown-exam MB2-713",
            "options[0].levels[1].requirements[1].roles[0].clauses[0][1] unknown-exam MB2-713",
        ],
    );
    check(
        &[("\"id\": \"customization\"", "\"id\": \"application\"")],
        &["options[0].levels[0].requirements[1].roles[1].id twice application"],
    );
}

#[test]
fn unknown_names_are_faults() {
    check(&[("\"net_new\"", "\"netnew\"")], &["options[0].levels[0].requirements[0].netnew unknown-name netnew"]);
    check(&[("\"silver\"", "\"bronze\"")], &["options[0].levels[0].id unknown-level bronze"]);
    check(
        &[("\"developed\"", "\"emerging\"")],
        &["options[0].levels[0].requirements[0].thresholds.emerging unknown-market emerging"],
    );
    check(
        &[("\"revenue\"", "\"turnover\"")],
        &["options[0].levels[0].requirements[0].kind unknown-requirement turnover"],
    );
    check(
        &[("[\"dpor\"]", "[\"csp\"]")],
        &["options[0].levels[0].requirements[0].associations[0] unknown-association csp"],
    );
}

#[test]
fn empty_lists_are_faults() {
    check(
        &[("[[\"MB2-712\", \"MB2-707\"]]", "[]")],
        &["options[0].levels[0].requirements[1].roles[1].clauses empty-list "],
    );
    check(
        &[("[[\"MB2-712\", \"MB2-707\"]]", "[[], [[]]]")],
        &[
            "options[0].levels[0].requirements[1].roles[1].clauses[0] empty-list ",
            "options[0].levels[0].requirements[1].roles[1].clauses[1][0] empty-list ",
        ],
    );
}

#[test]
fn what_can_not_be_weighed_is_refused_at_once() {
    let exams: Vec<String> =
        (0..10_000).map(|exam| format!("\"E{exam}\": {{\"title\": {{\"en\": \"x\", \"es\": \"x\"}}}},")).collect();
    let many = exams.concat();
    check(&[("\"exams\": {", &format!("\"exams\": {{{many}"))], &["exams too-many-exams 10007"]);
    let clause = "[\"MB2-712\", \"MB2-707\", \"MB2-714\", \"MB2-713\"]";
    let clauses = vec![clause; 40].join(", ");
    check(
        &[("[[\"MB2-712\", \"MB2-707\"]]", &format!("[{clauses}]"))],
        &["options[0].levels[0].requirements[1].roles[1].clauses too-many-ways 18446744073709551615"],
    );
    check(&[("\"seats\": 2", "\"seats\": 1000")], &["options[0].levels[1].requirements[1].roles too-many-seats 1002"]);
}
