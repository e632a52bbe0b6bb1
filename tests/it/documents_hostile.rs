//! Workspace and rulebook files that are cut short, swollen or odd: each is refused, and left as it is.

use std::io::Write;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use serde_json::{Value, json};
use touchstone::import::{Choices, read_bytes};
use touchstone::rulebook::Rulebook;
use touchstone::texts::{Language, Texts};
use touchstone::workspace::{Workspace, open, read, write};

use crate::company::day;

const RULEBOOK: &str = include_str!("../fuzz/seeds/rulebook/small.json");

/// A workspace with a record of each kind and a past result.
fn small() -> Vec<u8> {
    let mut workspace = Workspace::new(day("2017-06-27"));
    for (name, text) in [
        ("p.csv", "Name,Exam,Date\nAna,MB2-714,2016-05-20\nEva,MB2-999,soon\n"),
        ("s.csv", "Customer;Date;Product;Amount;Currency\nACME;2017-01-02;CRM Online;1,50;EUR\n"),
    ] {
        workspace.sources.push(read_bytes(name, name, text.as_bytes(), &Choices::default()).unwrap().into());
    }
    workspace.snapshots.push(workspace.snapshot(day("2017-06-27")));
    write(&workspace).unwrap()
}

fn packed(content: &[u8]) -> Value {
    let mut deflate = flate2::write::ZlibEncoder::new(Vec::new(), flate2::Compression::best());
    deflate.write_all(content).unwrap();
    json!({"length": content.len(), "zlib": STANDARD.encode(deflate.finish().unwrap())})
}

/// Fails unless the small workspace, changed, is refused as it should be.
#[track_caller]
fn check_refused(change: impl Fn(&mut Value), expected: &str) {
    let mut document: Value = serde_json::from_slice(&small()).unwrap();
    change(&mut document);
    assert_eq!(read(&serde_json::to_vec(&document).unwrap()).unwrap_err().as_str(), expected);
}

#[test]
fn a_workspace_cut_short_anywhere_is_refused() {
    let whole = small();
    assert!(read(&whole).is_ok());
    for length in 0..whole.trim_ascii_end().len() {
        assert!(read(&whole[..length]).is_err(), "{length}");
    }
}

#[test]
fn a_packed_part_that_swells_is_refused() {
    let swollen = packed(" ".repeat(10_000_000).as_bytes());
    assert!(swollen["zlib"].as_str().unwrap().len() < 100_000);
    // Longer than it says, as long as it says but with nothing in it, and more than there may be.
    check_refused(|document| document["history"]["zlib"] = swollen["zlib"].clone(), "damaged");
    check_refused(|document| document["history"] = swollen.clone(), "damaged");
    check_refused(|document| document["history"]["length"] = (1_u64 << 29 | 1).into(), "too-large");
}

#[test]
fn packed_parts_that_are_too_large_together_are_refused() {
    let half = |document: &mut Value, part: usize| document["sources"][part]["records"]["length"] = (300 << 20).into();
    check_refused(|document| half(document, 0), "damaged");
    check_refused(
        |document| {
            half(document, 0);
            half(document, 1);
        },
        "too-large",
    );
}

#[test]
fn empty_texts_without_number_are_refused() {
    let texts = format!("{{\"texts\":[{}\"\"],\"snapshots\":[]}}", "\"\",".repeat(1 << 24));
    check_refused(|document| document["history"] = packed(texts.as_bytes()), "damaged");
}

#[test]
fn odd_values_in_a_workspace_are_refused() {
    for odd in [json!(null), json!(1e300), json!(-1), json!("x"), json!([]), json!({}), json!(true)] {
        for name in ["rulebook", "sources", "history"] {
            if (name, &odd) != ("sources", &json!([])) {
                check_refused(|document| document[name] = odd.clone(), "damaged");
            }
        }
    }
    let nested = "[".repeat(100_000) + &"]".repeat(100_000);
    check_refused(|document| document["history"] = packed(nested.as_bytes()), "damaged");
    let twice = String::from_utf8(small()).unwrap().replacen("\"schema\": 1,", "\"schema\": 1, \"schema\": 1,", 1);
    assert_eq!(read(twice.as_bytes()).unwrap_err().as_str(), "damaged");
}

#[test]
fn a_workspace_of_a_later_version_is_left_as_it_is() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("later.touchstone");
    let later = String::from_utf8(small()).unwrap().replacen("\"schema\": 1", "\"schema\": 2", 1);
    std::fs::write(&path, &later).unwrap();
    let error = open(&path).unwrap_err();
    for language in [Language::English, Language::Spanish] {
        assert!(error.message(&Texts::new(language)).contains("later.touchstone"));
    }
    assert_eq!(std::fs::read_to_string(&path).unwrap(), later);
    assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 1, "nothing was put beside it");
}

#[test]
fn a_rulebook_cut_short_anywhere_is_refused() {
    let whole = RULEBOOK.trim_end();
    assert!(Rulebook::parse(whole).is_ok());
    for length in (0..whole.len()).filter(|length| whole.is_char_boundary(*length)) {
        assert!(Rulebook::parse(&whole[..length]).is_err(), "{length}");
    }
}

#[test]
fn odd_values_in_a_rulebook_are_faults() {
    let document: Value = serde_json::from_str(RULEBOOK).unwrap();
    let nested = (0..100).fold(json!([]), |inner, _| json!([inner]));
    let odd = [json!(null), json!(1e300), json!(-1), json!(u64::MAX), json!([]), json!({}), json!(true), nested];
    for name in document.as_object().unwrap().keys() {
        for value in &odd {
            let mut changed = document.clone();
            changed[name] = value.clone();
            assert!(Rulebook::parse(&changed.to_string()).is_err(), "{name}: {value}");
        }
    }
}

#[test]
fn a_rulebook_file_without_an_end_is_refused() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("rules.json");
    std::fs::File::create(&path).unwrap().set_len(1 << 40).unwrap();
    let mut command = std::process::Command::new(env!("CARGO_BIN_EXE_touchstone"));
    let output = command.arg("rulebook").arg(&path).output().unwrap();
    assert!(!output.status.success() && String::from_utf8_lossy(&output.stderr).contains("rules.json"), "{output:?}");
}
