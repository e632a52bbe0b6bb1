//! What each room of the house must never do.

use crate::messages::rust_files;

/// Fails when a room mentions something.
#[track_caller]
fn check_never(room: &str, words: &[&str]) {
    let mut files = rust_files(room);
    files.retain(|file| !file.ends_with("tests.rs"));
    assert!(!files.is_empty(), "{room} has no files");
    for file in files {
        let text = std::fs::read_to_string(&file).unwrap();
        for word in words {
            assert!(!text.contains(word), "{} mentions {word}", file.display());
        }
    }
}

#[test]
fn the_core_reads_no_file_and_no_clock_and_knows_no_screen() {
    for room in ["src/rulebook", "src/ledger", "src/evaluator"] {
        check_never(
            room,
            &["std::fs", "std::io", "std::env", "Local", "Utc", "Instant", "SystemTime", "egui", "crate::texts"],
        );
    }
}

#[test]
fn nothing_goes_over_a_network() {
    // A window hears over a socket of this machine when its workspace is opened once more; nothing else speaks to others.
    let speaks = |file: &std::path::PathBuf| std::fs::read_to_string(file).unwrap().contains("interprocess");
    let speakers: Vec<_> = rust_files("src").into_iter().filter(speaks).collect();
    assert!(speakers.len() == 1 && speakers[0].ends_with("workspace/calls.rs"), "{speakers:?}");
    check_never("src", &["std::net", "TcpStream", "TcpListener", "UdpSocket", "UnixStream", "UnixDatagram"]);
}

#[test]
fn rooms_use_only_what_lies_to_their_left() {
    check_never("src/rulebook", &["crate::ledger", "crate::import", "crate::evaluator", "crate::report", "crate::ui"]);
    check_never("src/ledger", &["crate::rulebook", "crate::import", "crate::evaluator", "crate::report", "crate::ui"]);
    check_never("src/evaluator", &["crate::import", "crate::workspace", "crate::report", "crate::ui"]);
    check_never("src/import", &["crate::evaluator", "crate::workspace", "crate::report", "crate::ui"]);
    check_never("src/workspace", &["crate::report", "crate::ui", "egui"]);
    check_never("src/report", &["crate::ui", "egui", "evaluate("]);
}
