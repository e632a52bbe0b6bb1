//! The command line, as scripts use it.

use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use serde_json::Value;

fn touchstone(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_touchstone"))
        .args(arguments)
        .args(["--lang", "en"])
        .env_remove("DISPLAY")
        .env_remove("WAYLAND_DISPLAY")
        .output()
        .unwrap()
}

fn repository(path: &str) -> String {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(path).display().to_string()
}

fn samples() -> [String; 2] {
    [repository("assets/samples/alboran-revenue.xlsx"), repository("assets/samples/alboran-trainings.xlsx")]
}

/// The sample's result, with more options.
fn sample_result(options: &[&str]) -> Value {
    let [revenue, trainings] = samples();
    let output = touchstone(
        &[&["evaluate", &revenue, &trainings, "--as-of", "2017-06-27", "--format", "json"], options].concat(),
    );
    assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stderr));
    serde_json::from_slice(&output.stdout).unwrap()
}

/// A file in a folder of its own that goes when the test ends.
fn written(name: &str, content: &[u8]) -> (tempfile::TempDir, PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join(name);
    std::fs::write(&path, content).unwrap();
    (folder, path)
}

/// One message on standard error, nothing on standard output, status 1.
#[track_caller]
fn check_refused(path: &Path, says: &str) {
    let output = touchstone(&["evaluate", &path.display().to_string()]);
    let told = String::from_utf8(output.stderr).unwrap();
    assert_eq!((output.status.code(), String::from_utf8(output.stdout).unwrap()), (Some(1), String::new()), "{told}");
    assert_eq!(told.lines().count(), 1, "{told}");
    assert!(told.contains(says), "{told}");
    let name = path.file_name().unwrap().to_string_lossy().into_owned();
    assert!(told.contains(&name), "{told} names {name}");
}

#[test]
fn the_sample_gives_what_was_computed_by_hand() {
    let result = sample_result(&[]);
    let levels = &result["options"][0]["levels"];
    for (level, threshold, shortfall, met, missing, seats) in
        [(0, "100000.00", "0.00", true, 1, 2), (1, "300000.00", "172650.00", false, 3, 4)]
    {
        let [revenue, roster] = [&levels[level]["requirements"][0], &levels[level]["requirements"][1]];
        assert_eq!(levels[level]["met"], false);
        assert_eq!(
            (&revenue["counted"], &revenue["threshold"], &revenue["shortfall"], &revenue["met"]),
            (&"127350.00".into(), &threshold.into(), &shortfall.into(), &met.into())
        );
        assert_eq!((&revenue["from"], &revenue["to"]), (&"2016-06-28".into(), &"2017-06-27".into()));
        assert_eq!((&roster["missing_exams"], &roster["new_people"]), (&missing.into(), &0.into()));
        let found: usize =
            roster["roles"].as_array().unwrap().iter().map(|it| it["seats"].as_array().unwrap().len()).sum();
        assert_eq!(found, seats);
    }
    let counted = result["sales"].as_array().unwrap().iter().filter(|sale| sale["counts"] == true).count();
    assert_eq!(counted, 41);
    assert_eq!(result["people"].as_array().unwrap().len(), 23);
}

#[test]
fn the_sample_in_json_and_text_stays_as_it_is() {
    let [revenue, trainings] = samples();
    insta::assert_json_snapshot!(sample_result(&[])["options"]);
    let output = touchstone(&["evaluate", &revenue, &trainings, "--as-of", "2017-06-27"]);
    let text = String::from_utf8(output.stdout).unwrap();
    assert!(text.lines().all(|line| line.chars().count() <= 100), "{text}");
    insta::assert_snapshot!(text);
}

#[test]
fn the_edition_in_force_on_the_day_is_used_unless_another_is_named() {
    let [revenue, trainings] = samples();
    let edition = |as_of: &str, rulebook: &str| {
        let line = ["evaluate", &revenue, &trainings, "--as-of", as_of, "--rulebook", rulebook, "--format", "json"];
        let result: Value = serde_json::from_slice(&touchstone(&line).stdout).unwrap();
        result["rulebook"]["edition"].as_str().unwrap().to_owned()
    };
    for (as_of, rulebook, expected) in [
        ("2017-06-27", "cloud-crm", "2017-06"),
        ("2017-07-18", "cloud-crm", "2017-07"),
        ("2017-12-15", "cloud-crm", "2017-12"),
        ("2017-12-15", "cloud-crm@2017-06", "2017-06"),
        ("2017-06-27", "cloud-crm@2017-12", "2017-12"),
        ("2017-06-27", "application-integration", "2017-12"),
    ] {
        assert_eq!(edition(as_of, rulebook), expected, "{rulebook} on {as_of}");
    }
}

#[test]
fn the_same_files_give_the_same_bytes() {
    let [revenue, trainings] = samples();
    let line = ["evaluate", &revenue, &trainings, "--as-of", "2017-06-27", "--format", "json"];
    let (first, second) = (touchstone(&line).stdout, touchstone(&line).stdout);
    assert!(!first.is_empty());
    assert_eq!(first, second);
}

#[test]
fn the_same_file_twice_counts_once() {
    let [revenue, trainings] = samples();
    let line = ["evaluate", &revenue, &trainings, &revenue, &trainings, "--as-of", "2017-06-27", "--format", "json"];
    let twice: Value = serde_json::from_slice(&touchstone(&line).stdout).unwrap();
    assert_eq!(twice["options"], sample_result(&[])["options"]);
}

#[test]
fn a_required_level_that_is_not_met_ends_with_status_3() {
    let (_folder, path) =
        written("all.csv", b"Name;Exam;Date\nAna;MB2-714;2016-01-01\nAna;MB2-710;2016-01-01\nBea;MB2-712;2016-01-01\n");
    let (_other, sales) = written(
        "sales.csv",
        b"Customer,Product,Date,Amount,Currency,DPOR\nFabrikam,CRM Online,2017-01-01,100000,USD,yes\n",
    );
    let run = |level| {
        let (people, sales) = (path.display().to_string(), sales.display().to_string());
        touchstone(&["evaluate", &people, &sales, "--as-of", "2017-06-27", "--require", level]).status.code()
    };
    assert_eq!((run("silver"), run("gold")), (Some(0), Some(3)));
}

#[test]
fn a_rate_makes_another_currency_count() {
    let with_rate = sample_result(&["--rate", "EUR=1.10"]);
    // 12,000.00 EUR more.
    assert_eq!(with_rate["options"][0]["levels"][0]["requirements"][0]["counted"], "140550.00");
}

#[test]
fn pins_and_what_they_cost_are_told() {
    let (_folder, path) = written(
        "passes.csv",
        b"Name,Exam,Date\nAna,MB2-714,2017-01-20\nAna,MB2-710,2017-01-20\nBea,MB2-712,2017-01-20\n",
    );
    let file = path.display().to_string();
    let line = ["evaluate", &file, "--as-of", "2017-06-27", "--pin", "ana=application", "--keep-out", "bea"];
    let told = String::from_utf8(touchstone(&line).stdout).unwrap();
    assert!(told.contains("1. Ana (pinned)"), "{told}");
    assert!(told.contains("\n  1 exam is missing only because people are pinned or kept out."), "{told}");
}

#[test]
fn a_line_that_is_not_understood_ends_with_status_2() {
    for line in [
        &["evaluate"][..],
        &["evaluate", "x", "--market", "nowhere"],
        &["evaluate", "x", "--rate", "EUR"],
        &["evaluate", "x", "--as-of", "2017-6-27"],
        &["evaluate", "x", "--assume-sold", "2017-6-27=5"],
        &["evaluate", "x", "--pin", "ana"],
        &["frobnicate"],
    ] {
        assert_eq!(touchstone(line).status.code(), Some(2), "{line:?}");
    }
}

#[test]
fn what_can_not_be_read_is_refused_with_one_message() {
    check_refused(Path::new("/no/such/file.xlsx"), "There is no file");
    check_refused(&written("folder", b"").0.path().join(""), "is a folder");
    for (name, content, says) in [
        ("nothing.xlsx", &b""[..], "is empty"),
        ("nothing.csv", b"", "is empty"),
        ("picture.xlsx", b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x00\x01", "is a picture"),
        ("headings.csv", b"Name,Exam,Date\n", "no rows below"),
        ("skills.csv", b"Name,Exam,Date\nAna,MB2-714,31/31/2016\n", "None of the rows"),
        ("letter.txt", b"Dear Sir,\nplease find enclosed\n", "no sheet with known headings"),
    ] {
        let (_folder, path) = written(name, content);
        check_refused(&path, says);
    }
}

#[test]
fn an_empty_sheet_and_a_protected_workbook_are_refused_with_one_message() {
    let (_folder, path) = written("empty.xlsx", &rust_xlsxwriter::Workbook::new().save_to_buffer().unwrap());
    check_refused(&path, "nothing on its sheets");
    check_refused(Path::new(&repository("tests/fixtures/protected.xlsx")), "protected by a password");
}

#[test]
fn a_file_with_unreadable_rows_is_still_evaluated() {
    let (_folder, path) = written("skills.csv", b"Name,Exam,Date\nAna,MB2-714,31/31/2016\nBea,MB2-712,2016-01-01\n");
    let output = touchstone(&["evaluate", &path.display().to_string(), "--as-of", "2017-06-27", "--format", "json"]);
    let result: Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(output.status.code(), Some(0));
    let finding = &result["findings"][0];
    assert_eq!(
        (&finding["code"], &finding["file"], &finding["row"], &finding["column"], &finding["value"]),
        (&"unreadable-date".into(), &"skills.csv".into(), &2.into(), &"Date".into(), &"31/31/2016".into())
    );
    assert_eq!(result["people"].as_array().unwrap().len(), 1);
}

#[test]
fn the_summary_is_written_whole_or_not_at_all() {
    let [revenue, trainings] = samples();
    let folder = tempfile::tempdir().unwrap();
    let pdf = folder.path().join("summary.pdf");
    std::fs::write(&pdf, "what stood here before").unwrap();
    let write_to = |path: &Path| {
        let path = path.display().to_string();
        touchstone(&["evaluate", &revenue, &trainings, "--as-of", "2017-06-27", "--pdf", &path])
    };
    assert_eq!(write_to(&pdf).status.code(), Some(0));
    assert!(std::fs::read(&pdf).unwrap().starts_with(b"%PDF-"));
    let refused = write_to(&folder.path().join("no such folder/summary.pdf"));
    assert_eq!((refused.status.code(), refused.stdout.len()), (Some(1), 0));
    assert!(String::from_utf8_lossy(&refused.stderr).contains("no such folder"));
    assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 1, "nothing half written is left behind");
}

#[test]
fn the_sample_is_printed_where_there_is_no_display() {
    if cfg!(not(target_os = "linux")) {
        return;
    }
    let output = touchstone(&["--sample"]);
    assert_eq!(output.status.code(), Some(0));
    let text = String::from_utf8(output.stdout).unwrap();
    assert!(text.contains("SILVER  1 exam away") && text.contains("GOLD  3 exams and 172,650 USD away"), "{text}");
    let told = String::from_utf8(output.stderr).unwrap();
    assert!(told.starts_with("No window can be opened here") && !told.contains(".rs:"), "{told}");
}

#[test]
fn the_samples_can_be_written_out() {
    let folder = tempfile::tempdir().unwrap();
    let into = folder.path().join("new folder");
    assert_eq!(touchstone(&["sample", &into.display().to_string()]).status.code(), Some(0));
    let mut names: Vec<_> = std::fs::read_dir(into).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    names.sort();
    assert_eq!(names, ["alboran-revenue.xlsx", "alboran-trainings.xlsx"]);
}

#[test]
fn rulebooks_are_listed_printed_and_checked() {
    let list: Value = serde_json::from_slice(&touchstone(&["rulebooks", "--format", "json"]).stdout).unwrap();
    assert_eq!((&list[0]["id"], &list[0]["edition"]), (&"cloud-crm".into(), &"2017-06".into()));
    assert!(String::from_utf8_lossy(&touchstone(&["rulebook", "cloud-crm@2017-06"]).stdout).contains("100,000 USD"));
    let (_folder, path) = written("mine.json", b"{\"schema\": 1}");
    let output = touchstone(&["rulebook", &path.display().to_string()]);
    assert_eq!((output.status.code(), output.stdout.len()), (Some(1), 0));
    assert!(String::from_utf8_lossy(&output.stderr).contains("options: “options” is missing."));
}

#[test]
fn the_language_may_stand_before_or_behind_a_sub_command_and_the_window_s_words_before_none() {
    let run = |words: &[&str]| Command::new(env!("CARGO_BIN_EXE_touchstone")).args(words).output().unwrap();
    let [before, behind] = [["--lang", "es", "rulebooks"], ["rulebooks", "--lang", "es"]].map(|words| run(&words));
    assert!(String::from_utf8_lossy(&before.stdout).contains("nube"));
    assert_eq!(before, behind);
    for words in [&["--sample", "rulebooks"][..], &["--renderer", "glow", "rulebooks"], &["a.touchstone", "rulebooks"]]
    {
        let refused = run(words);
        assert_eq!((refused.status.code(), refused.stdout.is_empty()), (Some(2), true), "{words:?}");
        assert!(String::from_utf8_lossy(&refused.stderr).contains("--sample"), "{words:?}");
    }
}

#[test]
fn a_rulebook_file_may_begin_with_a_mark() {
    let rules = std::fs::read(repository("assets/rulebooks/cloud-crm.2017-06.json")).unwrap();
    let (_folder, path) = written("rules.json", &[b"\xef\xbb\xbf", rules.as_slice()].concat());
    let output = touchstone(&["rulebook", &path.display().to_string()]);
    assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stderr));
}
