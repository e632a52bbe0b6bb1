//! How long the largest files take to become records and a result, and how much memory: `cargo bench --bench import`.
//!
//! A revenue workbook of a million rows and 25 000 customers and a certification workbook of 200 000 rows, eight columns
//! each, and text files of 200 000 rows. Each is measured against the reader that it stands on doing nothing else, calamine's
//! stream of cells or the csv crate's records, in the same run, turn by turn. Every measurement is a process of its own.
//! The files are made once, in cargo's temporary folder. A name after `--` measures that file alone.

#![allow(clippy::panic, clippy::unwrap_used, reason = "a measurement that can't go on has failed")]

mod exports;
mod process;

use std::io::Cursor;
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode};
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

use calamine::{Reader as _, Xlsx};
use divan::black_box;
use exports::Export;
use process::{cpu_seconds, watched};
use touchstone::evaluator::WhatIf;
use touchstone::import::{Choices, Progress, Reader, take_in_watched, understand_watched};
use touchstone::ledger::{AssumedPass, Ledger, Source};
use touchstone::workspace::{Overwrite, Workspace, open, save};

/// A few rows where it is only to be seen that it runs.
const PART: u32 = if cfg!(debug_assertions) { 1000 } else { 1 };
const TIMES: usize = if cfg!(debug_assertions) { 1 } else { 5 };

const FILES: [(&str, u32); 4] =
    [("sales.xlsx", 1_000_000), ("exams.xlsx", 200_000), ("sales.csv", 200_000), ("exams.csv", 200_000)];

fn main() -> ExitCode {
    if let Some(done) = touchstone::import::serve() {
        return done;
    }
    let arguments: Vec<String> = std::env::args().skip(1).filter(|argument| !argument.starts_with("--")).collect();
    match arguments.iter().map(String::as_str).collect::<Vec<_>>().as_slice() {
        ["measure", what, files @ ..] => {
            let files: Vec<PathBuf> = files.iter().map(PathBuf::from).collect();
            println!("{}", measure(what, &files).map(|figure| figure.to_string()).join(" "));
        }
        names => tell(names),
    }
    ExitCode::SUCCESS
}

/// Measures and tells everything.
fn tell(names: &[&str]) {
    println!("CPU seconds, least of {TIMES}; memory in MB; the times of progress and cancelling in milliseconds\n");
    println!(
        "{:<12} {:>9} {:>6} {:>11} {:>6} {:>11} {:>6} | {:>6} {:>7} {:>8} | {:>9} {:>8} | {:>6}",
        "",
        "reader",
        "clock",
        "to records",
        "ratio",
        "apart, CPU",
        "ratio",
        "clock",
        "parent",
        "child",
        "together",
        "progress",
        "cancel"
    );
    for (name, _) in FILES.into_iter().filter(|(name, _)| names.is_empty() || names.contains(name)) {
        let file = [file(name)];
        let (mut alone, mut here, mut apart) = ([f64::MAX; 4], [f64::MAX; 4], [f64::MAX; 4]);
        for _ in 0..TIMES {
            for (what, least) in [("alone", &mut alone), ("here", &mut here), ("apart", &mut apart)] {
                let now = in_child(what, &file);
                if now[0] < least[0] {
                    *least = now;
                }
            }
        }
        let [memory, cancel] = ["memory", "cancel"].map(|what| in_child(what, &file));
        println!(
            "{name:<12} {:>9.2} {:>6.2} {:>11.2} {:>6.2} {:>11.2} {:>6.2} | {:>6.2} {:>7.0} {:>8.0} | {:>9.0} {:>8.0} | {:>6.0}",
            alone[0],
            alone[1],
            here[0],
            here[0] / alone[0],
            apart[0],
            apart[0] / alone[0],
            apart[1],
            memory[0],
            memory[1],
            memory[2],
            apart[2] * 1000.0,
            cancel[0] * 1000.0
        );
    }
    if names.is_empty() || names.contains(&"both") {
        let both = [file("sales.xlsx"), file("exams.xlsx")];
        let [gather, evaluate, ..] = in_child("evaluate", &both);
        println!("\nboth workbooks: joined in {gather:.3} s, evaluated in {evaluate:.3} s");
        let [ready, pass, sale, _] = in_child("what-if", &both);
        println!("what-if: ready in {:.1} ms, a pass {:.2} ms, a sale {:.2} ms", ready * 1e3, pass * 1e3, sale * 1e3);
        let [saved, opened, size, _] = in_child("keep", &both);
        println!("workspace: saved in {saved:.2} s, opened in {opened:.2} s, {:.1} MB", size / 1e6);
        let [own, child, together, _] = in_child("memory", &both);
        println!("imported and joined, memory: parent {own:.0} MB, child {child:.0} MB, together {together:.0} MB");
    }
}

fn in_child(what: &str, files: &[PathBuf]) -> [f64; 4] {
    let program = std::env::current_exe().unwrap();
    let output = Command::new(program).args(["measure", what]).args(files).output().unwrap();
    let told = String::from_utf8_lossy(&output.stdout);
    let mut figures = told.split_whitespace().map(|figure| figure.parse().unwrap_or(f64::NAN));
    [(); 4].map(|()| figures.next().unwrap_or(f64::NAN))
}

fn measure(what: &str, files: &[PathBuf]) -> [f64; 4] {
    match what {
        "alone" => cpu_and_clock(|| read_alone(&files[0])),
        "here" => cpu_and_clock(|| import(&Reader::Here, &files[0])),
        "apart" => {
            let mut longest = Duration::ZERO;
            let [cpu, clock, ..] = cpu_and_clock(|| {
                let mut last = Instant::now();
                import_watched(&Reader::apart().unwrap(), &files[0], &mut |_| {
                    longest = longest.max(last.elapsed());
                    last = Instant::now();
                    ControlFlow::Continue(())
                })
            });
            [cpu, clock, longest.as_secs_f64(), 0.0]
        }
        "memory" => {
            let peaks = watched(|| {
                let reader = Reader::apart().unwrap();
                let sources: Vec<Source> = files.iter().filter_map(|file| import(&reader, file)).collect();
                let ledger = Ledger::gather(&sources);
                black_box((&sources, &ledger));
            });
            [peaks.own, peaks.child, peaks.together, 0.0]
        }
        "cancel" => {
            [0.05, 0.3, 0.5, 0.7, 0.9].map(|part| cancelled(&files[0], part)).into_iter().fold([0.0; 4], longer)
        }
        "evaluate" => {
            let sources = sources(files);
            let gather = Instant::now();
            let ledger = Ledger::gather(&sources);
            let gathered = gather.elapsed();
            let workspace = workspace();
            let evaluated = least(|| drop(black_box(workspace.evaluate(&ledger))));
            [gathered.as_secs_f64(), evaluated, 0.0, 0.0]
        }
        "what-if" => {
            let ledger = Ledger::gather(&sources(files));
            let mut workspace = workspace();
            let ready = least(|| drop(black_box(WhatIf::new(&workspace.rulebook, &ledger, &workspace.settings))));
            let what_if = WhatIf::new(&workspace.rulebook, &ledger, &workspace.settings);
            let person = ledger.people[7].id.clone();
            let pass = AssumedPass { person, exam: "MB2-714".into(), passed: workspace.settings.as_of };
            let asked = least(|| drop(black_box(what_if.missing_exams_with(&pass))));
            workspace.assumptions.passes.push(pass);
            let in_full = least(|| drop(black_box(workspace.evaluate(&ledger.assuming(&workspace.assumptions)))));
            [ready, asked, in_full, 0.0]
        }
        "keep" => {
            let folder = tempfile::tempdir().unwrap();
            let path = folder.path().join("year.touchstone");
            let mut workspace = workspace();
            workspace.sources = sources(files).into_iter().map(Into::into).collect();
            let saved = least(|| _ = black_box(save(&workspace, &path, Overwrite::Anything).unwrap()));
            let opened = least(|| drop(black_box(open(&path).unwrap())));
            let size = std::fs::metadata(&path).unwrap().len();
            #[allow(clippy::cast_precision_loss, reason = "no file is that large")]
            [saved, opened, size as f64, 0.0]
        }
        _ => panic!("{what} can't be measured"),
    }
}

/// The time on processors and on the clock.
fn cpu_and_clock<T>(work: impl FnOnce() -> T) -> [f64; 4] {
    let (cpu, clock) = (cpu_seconds(), Instant::now());
    let made = black_box(work());
    let times = [cpu_seconds() - cpu, clock.elapsed().as_secs_f64(), 0.0, 0.0];
    drop(made);
    times
}

/// The least time on the clock of some turns.
fn least(mut work: impl FnMut()) -> f64 {
    let turns = (0..TIMES).map(|_| {
        let start = Instant::now();
        work();
        start.elapsed().as_secs_f64()
    });
    turns.fold(f64::INFINITY, f64::min)
}

fn longer(most: [f64; 4], now: f64) -> [f64; 4] {
    [most[0].max(now), 0.0, 0.0, 0.0]
}

/// How long it takes to end when the user cancels after a part of the time.
fn cancelled(file: &Path, part: f64) -> f64 {
    let reader = Reader::apart().unwrap();
    let whole = Instant::now();
    drop(import(&reader, file));
    let after = whole.elapsed().mul_f64(part);
    let is_cancelled = AtomicBool::new(false);
    std::thread::scope(|scope| {
        let told = scope.spawn(|| {
            std::thread::sleep(after);
            is_cancelled.store(true, Ordering::Relaxed);
            Instant::now()
        });
        let source = import_watched(&reader, file, &mut |_| {
            if is_cancelled.load(Ordering::Relaxed) { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
        });
        let ended = Instant::now();
        drop(source);
        ended.saturating_duration_since(told.join().unwrap()).as_secs_f64()
    })
}

fn sources(files: &[PathBuf]) -> Vec<Source> {
    files.iter().filter_map(|file| import(&Reader::Here, file)).collect()
}

fn workspace() -> Workspace {
    Workspace::new("2017-06-27".parse().unwrap())
}

fn import(reader: &Reader, file: &Path) -> Option<Source> {
    import_watched(reader, file, &mut |_| ControlFlow::Continue(()))
}

/// From file to records and findings; nothing where it was stopped.
fn import_watched(
    reader: &Reader,
    file: &Path,
    progress: &mut dyn FnMut(Progress) -> ControlFlow<()>,
) -> Option<Source> {
    let choices = Choices::default();
    let contents = reader.open(file, &choices.reading, progress).ok()?;
    let understanding = understand_watched(&contents, &choices, progress).ok()?;
    take_in_watched(&contents, &understanding, progress).ok()
}

/// The reader that a file is read with, and nothing else.
fn read_alone(file: &Path) {
    let bytes = std::fs::read(file).unwrap();
    if file.extension().is_some_and(|extension| extension == "csv") {
        let mut reader = csv::ReaderBuilder::new().has_headers(false).flexible(true).from_reader(bytes.as_slice());
        let mut record = csv::StringRecord::new();
        while reader.read_record(&mut record).unwrap() {
            black_box(&record);
        }
        return;
    }
    let mut workbook = Xlsx::new(Cursor::new(bytes.as_slice())).unwrap();
    for sheet in workbook.sheet_names() {
        let mut reader = workbook.worksheet_cells_reader(&sheet).unwrap();
        while let Some(cell) = reader.next_cell().unwrap() {
            black_box(cell);
        }
    }
}

/// A file, made if it is not there yet.
fn file(name: &str) -> PathBuf {
    let (_, rows) = FILES.into_iter().find(|(it, _)| *it == name).unwrap();
    let rows = rows / PART;
    let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("{rows} {name}"));
    if !path.exists() {
        let export = if name.starts_with("sales") { Export::sales(rows) } else { Export::exams(rows) };
        let unfinished = path.with_file_name(format!("unfinished {name}"));
        export.write(&unfinished);
        std::fs::rename(&unfinished, &path).unwrap();
    }
    path
}
