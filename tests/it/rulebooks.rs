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
fn each_built_in_rulebook_says_what_its_page_says() {
    let texts = touchstone::texts::Texts::new(touchstone::texts::Language::English);
    for rulebook in builtins() {
        let name = format!("{}.{}", rulebook.id, rulebook.edition);
        insta::assert_snapshot!(name, touchstone::report::rulebook_text(rulebook, &texts));
    }
}

#[test]
fn each_edition_has_both_levels_in_every_option() {
    for option in builtins().iter().flat_map(|rulebook| &rulebook.options) {
        let levels: Vec<_> = option.levels.iter().map(|level| level.id).collect();
        assert_eq!(levels, [LevelId::Silver, LevelId::Gold], "{}", option.id);
    }
}

#[test]
fn the_edition_in_force_is_the_latest_begun_or_else_the_first() {
    for (id, as_of, edition) in [
        ("cloud-crm", "2016-01-01", Some("2017-06")),
        ("cloud-crm", "2017-06-27", Some("2017-06")),
        ("cloud-crm", "2017-07-17", Some("2017-06")),
        ("cloud-crm", "2017-07-18", Some("2017-07")),
        ("cloud-crm", "2017-12-14", Some("2017-07")),
        ("cloud-crm", "2017-12-15", Some("2017-12")),
        ("cloud-crm", "2026-01-01", Some("2017-12")),
        ("cloud-business-applications", "2017-06-27", Some("2017-12")),
        ("application-integration", "2018-06-27", Some("2017-12")),
        ("no-such", "2017-06-27", None),
    ] {
        assert_eq!(in_force(id, day(as_of)).map(|it| it.edition.as_str()), edition, "{id} on {as_of}");
    }
}

#[test]
fn a_competency_may_ask_for_no_exam() {
    let rulebook = r#"{
        "schema": 1, "id": "revenue-alone", "edition": "1", "in_force_from": "2017-01-01",
        "title": {"en": "Revenue alone", "es": "Solo ingresos"}, "source": {"en": "None", "es": "Ninguna"},
        "exams": {}, "products": {}, "associations": {},
        "options": [{"id": "all", "title": {"en": "All", "es": "Todo"}, "levels": [{"id": "gold", "requirements": [
            {"kind": "revenue", "id": "revenue", "months": 12, "thresholds": {"developed": "1 USD"}}]}]}]}"#;
    check_text(rulebook, &[]);
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
