//! Reading in a process of its own: the same as reading here, and an end to every file made to harm.

use std::ops::ControlFlow;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use touchstone::import::{Contents, ImportError, PATIENCE, Progress, ReadOptions, open_apart, open_file};

fn fixtures() -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures");
    let mut paths: Vec<PathBuf> = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.retain(|path| path.is_file());
    paths.push("no-such-file.xlsx".into());
    paths.push(".".into());
    paths.sort();
    paths
}

pub fn go_on(_: Progress) -> ControlFlow<()> {
    ControlFlow::Continue(())
}

pub fn apart(path: &Path) -> Result<Contents, ImportError> {
    let program = Path::new(env!("CARGO_BIN_EXE_touchstone"));
    open_apart(program, path, &ReadOptions::default(), PATIENCE, &mut go_on)
}

#[test]
fn gives_what_reading_here_gives() {
    for path in fixtures() {
        assert_eq!(apart(&path), open_file(&path, &ReadOptions::default(), &mut go_on), "{}", path.display());
    }
}

#[test]
fn stops_when_the_user_stops_it() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("long.csv");
    std::fs::write(&path, "Name,Exam,Date\n".to_owned() + &"Ana,MB2-714,2016-05-20\n".repeat(200_000)).unwrap();
    let program = Path::new(env!("CARGO_BIN_EXE_touchstone"));
    let mut stop =
        |progress: Progress| if progress.rows < 1000 { ControlFlow::Continue(()) } else { ControlFlow::Break(()) };
    let error = open_apart(program, &path, &ReadOptions::default(), PATIENCE, &mut stop).unwrap_err();
    assert_eq!(error.fault.as_str(), "cancelled");
}

/// Instead of the program, a script.
#[cfg(unix)]
fn program(script: &str) -> (PathBuf, tempfile::TempDir) {
    use std::os::unix::fs::PermissionsExt;
    let folder = tempfile::tempdir().unwrap();
    let program = folder.path().join("program");
    std::fs::write(&program, format!("#!/bin/sh\n{script}\n")).unwrap();
    std::fs::set_permissions(&program, std::fs::Permissions::from_mode(0o755)).unwrap();
    (program, folder)
}

#[cfg(unix)]
#[track_caller]
fn check_misbehaviour(script: &str, patience: Duration, fault: &str) {
    let (program, _folder) = program(script);
    let options = ReadOptions::default();
    let started = Instant::now();
    let error = open_apart(&program, Path::new("any.xlsx"), &options, patience, &mut go_on).unwrap_err();
    assert_eq!(error.fault.as_str(), fault, "{script}, after {:?}", started.elapsed());
}

#[cfg(unix)]
#[test]
fn tells_how_a_process_that_misbehaves_ended() {
    let soon = Duration::from_millis(300);
    check_misbehaviour("exec sleep 600", soon, "too-slow");
    check_misbehaviour("exit 0", PATIENCE, "broke");
    check_misbehaviour("kill -SEGV $$", PATIENCE, "broke");
    check_misbehaviour("kill -KILL $$", PATIENCE, "broke");
    check_misbehaviour("echo 'memory allocation of 99 bytes failed' >&2; kill -ABRT $$", PATIENCE, "too-much-memory");
    check_misbehaviour("exec cat /dev/zero", PATIENCE, "broke");
    // A frame without an end: the length says 16 MiB, and more of them never come.
    check_misbehaviour("printf '\\002\\000\\000\\000\\001'; exec sleep 600", soon, "too-slow");
    // Rows without end.
    check_misbehaviour(
        "printf '\\001\\002\\000\\000\\000\\000\\000'; yes \"$(printf '\\002\\004')\"",
        PATIENCE,
        "broke",
    );
    // Signs without end that the reading goes on, but no row.
    check_misbehaviour(
        "while printf '\\005\\000\\000\\000\\000'; do sleep 0.01; done",
        Duration::from_millis(100),
        "too-slow",
    );
}

#[cfg(target_os = "linux")]
#[test]
fn a_process_that_no_limit_of_its_own_holds_is_stopped_by_the_one_that_asked() {
    // It keeps all that it read, and reads without end.
    check_misbehaviour("exec tail /dev/zero", PATIENCE, "too-much-memory");
}

#[cfg(unix)]
#[test]
fn the_window_only_tells_that_a_file_took_its_process_down() {
    use touchstone::import::Reader;
    use touchstone::texts::Language;
    use touchstone::ui::{App, Start};

    use crate::company::day;
    use crate::window::{NOBODY_ASKED, check_shows, drop_files, window_of, written};

    let (program, folder) = program("kill -SEGV $$");
    let app =
        App::new(&egui::Context::default(), Start::Empty, day("2017-07-03"), Language::English, Box::new(NOBODY_ASKED));
    let mut window = window_of(app.reading_with(Reader::Apart(program)), [1280.0, 800.0]);
    drop_files(&mut window, &[written(folder.path(), "bad.xlsx", "PK")]);
    check_shows(&window, &["bad.xlsx can't be read because the reading broke down"]);
}

/// A file that never ends: who opens it waits for ever for what comes.
#[cfg(unix)]
fn endless_file(folder: &Path) -> PathBuf {
    let path = folder.join("endless.xlsx");
    assert!(std::process::Command::new("mkfifo").arg(&path).status().unwrap().success());
    path
}

#[cfg(unix)]
#[test]
fn a_file_that_never_comes_is_given_up() {
    let folder = tempfile::tempdir().unwrap();
    let path = endless_file(folder.path());
    let program = Path::new(env!("CARGO_BIN_EXE_touchstone"));
    let error = open_apart(program, &path, &ReadOptions::default(), Duration::from_millis(300), &mut go_on);
    assert_eq!(error.unwrap_err().fault.as_str(), "too-slow");
}

/// Opens an endless file for writing, as soon as somebody reads it.
#[cfg(unix)]
fn written_to(path: PathBuf) -> std::thread::JoinHandle<std::fs::File> {
    std::thread::spawn(|| std::fs::File::options().write(true).open(path).unwrap())
}

#[cfg(unix)]
#[test]
fn no_process_stays_when_the_user_stops_it() {
    use std::io::Write;
    let folder = tempfile::tempdir().unwrap();
    let path = endless_file(folder.path());
    let program = Path::new(env!("CARGO_BIN_EXE_touchstone"));
    let writer = written_to(path.clone());
    let mut stop = |_| if writer.is_finished() { ControlFlow::Break(()) } else { ControlFlow::Continue(()) };
    let error = open_apart(program, &path, &ReadOptions::default(), PATIENCE, &mut stop).unwrap_err();
    assert_eq!(error.fault.as_str(), "cancelled");
    // Nobody reads it any more.
    assert!(writer.join().unwrap().write(b" ").is_err());
}

#[cfg(unix)]
#[test]
fn no_process_stays_when_the_program_is_killed() {
    use std::io::Write;
    let folder = tempfile::tempdir().unwrap();
    let path = endless_file(folder.path());
    let mut command = std::process::Command::new(env!("CARGO_BIN_EXE_touchstone"));
    let mut program = command.arg("evaluate").arg(&path).spawn().unwrap();
    let mut file = written_to(path).join().unwrap();
    file.write_all(b" ").unwrap();
    program.kill().unwrap();
    program.wait().unwrap();
    let started = Instant::now();
    while file.write(b" ").is_ok() {
        assert!(started.elapsed() < PATIENCE, "the process that reads stays");
        std::thread::sleep(Duration::from_millis(10));
    }
}

#[test]
fn a_program_that_cannot_be_started_is_told() {
    let path = Path::new("any.xlsx");
    let error = open_apart(Path::new("/no/such/program"), path, &ReadOptions::default(), PATIENCE, &mut go_on);
    assert_eq!(error.unwrap_err().fault.as_str(), "no-reader");
}
