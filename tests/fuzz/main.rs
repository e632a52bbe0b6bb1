//! Runs the readers of untrusted content on random changes of small seeds, and stops at the first that panics.
//!
//!     cargo bench --bench fuzz -- [TARGET [EXECUTIONS [START]]]
//!
//! Targets are `values` (eight dates and eight amounts each time), `csv` (to cells), `tables` (to records), `rulebook`,
//! `workspace` and `sheets`. Sheets are read in a process of their own, as the program reads them; how each of them ended
//! is counted, and one that broke down, took too much memory or too long is kept. The changes depend on nothing but their
//! number and the start, 1 unless told otherwise, so that the same call finds the same. Seeds stand in
//! `tests/fuzz/seeds` and, for sheets, in `tests/fixtures`.
//!
//! With `cargo build --bench fuzz` and a dependency's or the crate's own `opt-level` set, numbers that overflow stop it too.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;
use std::io::Read;
use std::ops::ControlFlow;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::{LazyLock, Mutex};
use std::time::{Duration, Instant};

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use chrono::NaiveDate;

use touchstone::import::{Choices, ReadOptions, open_apart, read, read_bytes, serve, take_in, understand};
use touchstone::rulebook::Rulebook;
use touchstone::workspace::{self, Workspace};

/// Something that reads untrusted content.
struct Target {
    name: &'static str,
    /// How often it runs unless told otherwise.
    executions: u64,
    seeds: fn() -> Vec<Vec<u8>>,
    /// Reads what a seed was changed to.
    run: fn(&[u8]),
}

const TARGETS: [Target; 6] = [
    Target { name: "values", executions: 1_000_000, seeds: || seeds("values"), run: values },
    Target { name: "csv", executions: 10_000_000, seeds: || seeds("csv"), run: csv },
    Target { name: "tables", executions: 1_000_000, seeds: || seeds("csv"), run: tables },
    Target { name: "rulebook", executions: 10_000_000, seeds: || seeds("rulebook"), run: rulebook },
    Target { name: "workspace", executions: 10_000_000, seeds: workspaces, run: a_workspace },
    Target { name: "sheets", executions: 100_000, seeds: fixtures, run: sheets },
];

fn main() -> ExitCode {
    // The process that reads a sheet is this one, started anew.
    if let Some(done) = serve() {
        return done;
    }
    let mut arguments = std::env::args().skip(1).filter(|argument| !argument.starts_with("--"));
    let only = arguments.next();
    let mut number = || arguments.next().and_then(|number| number.parse::<u64>().ok());
    let (executions, start) = (number(), number().unwrap_or(1));
    // Only what is found is of interest, not how the libraries catch it themselves.
    std::panic::set_hook(Box::new(|_| ()));
    for target in TARGETS.iter().filter(|target| only.as_deref().is_none_or(|name| name == target.name)) {
        if let Err(place) = hunt(target, executions.unwrap_or(target.executions), start) {
            println!("{}: panic; see {}", target.name, place.display());
            return ExitCode::FAILURE;
        }
    }
    ExitCode::SUCCESS
}

/// Runs a target so often. The content that makes it panic is the error.
fn hunt(target: &Target, executions: u64, start: u64) -> Result<(), PathBuf> {
    let seeds = (target.seeds)();
    let started = Instant::now();
    let mut random = Random(start.wrapping_mul(0x9E37_79B9_7F4A_7C15));
    for number in 0..executions {
        let content = random.changed(&seeds);
        if catch_unwind(AssertUnwindSafe(|| (target.run)(&content))).is_err() {
            return Err(kept(target.name, number, &content));
        }
    }
    let seconds = started.elapsed().as_secs_f64();
    println!("{}: {executions} executions of {} seeds in {seconds:.0} s, no panic", target.name, seeds.len());
    for (end, times) in ENDS.lock().iter().flat_map(|ends| ends.iter()) {
        println!("    {times} {end}");
    }
    Ok(())
}

/// Where content is kept that somebody should look at.
fn kept(name: &str, number: u64, content: &[u8]) -> PathBuf {
    let path = std::env::temp_dir().join(format!("touchstone-{name}-{number}"));
    // Without it the same call finds the same again.
    let _ = fs::write(&path, content);
    path
}

/// A column of dates and one of amounts: what stands in them is the content, line by line.
fn values(content: &[u8]) {
    let text = String::from_utf8_lossy(content);
    let mut table = String::from("Customer;Product;Date;Amount\n");
    for line in text.lines().take(8) {
        let cell = line.replace(['"', ';', '\r'], " ");
        let _ = writeln!(table, "A;CRM Online;{cell};{cell}");
    }
    tables(table.as_bytes());
}

fn csv(content: &[u8]) {
    let _ = read(content, &ReadOptions::default(), &mut |_| ControlFlow::Continue(()));
}

fn tables(content: &[u8]) {
    if let Ok(source) = read_bytes("fuzz.csv", "fuzz.csv", content, &Choices::default()) {
        let (rows, taken, left_out) = source.tally();
        assert_eq!(rows, taken + left_out);
    }
}

fn rulebook(content: &[u8]) {
    let _ = Rulebook::parse(&String::from_utf8_lossy(content));
}

/// A workspace: as it stands in the file, or with one of its packed parts replaced. Then the first byte tells which.
fn a_workspace(content: &[u8]) {
    let Some((part @ 0..=9, changed)) = content.split_first() else {
        let _ = workspace::read(content);
        return;
    };
    let mut pieces = WORKSPACE.split(PACKED);
    let mut text = pieces.next().unwrap_or_default().to_owned();
    for (at, piece) in pieces.enumerate() {
        text.push_str(PACKED);
        if at == usize::from(*part) {
            let after = piece.split_once('}').map_or("", |(_, after)| after);
            let _ = write!(text, r#"{},"zlib":"{}"}}{after}"#, changed.len(), STANDARD.encode(stored(changed)));
        } else {
            text.push_str(piece);
        }
    }
    let _ = workspace::read(text.as_bytes());
}

/// What stands before the length of a packed part.
const PACKED: &str = r#"{"length":"#;

/// A workspace of each kind of record and a past result, as small as can be, without the spaces of its JSON.
static WORKSPACE: LazyLock<String> = LazyLock::new(|| {
    let day = NaiveDate::from_ymd_opt(2017, 6, 27).unwrap_or_default();
    let mut workspace = Workspace::new(day);
    for (name, text) in [
        ("p.csv", "Name,Exam,Date,Email\nAna,MB2-714,2016-05-20,ana@a.es\nEva,MB2-999,soon,\n"),
        ("s.csv", "Customer;Date;Product;Amount;Currency\nACME;2017-01-02;CRM Online;1,50;EUR\n"),
    ] {
        workspace.sources.extend(read_bytes(name, name, text.as_bytes(), &Choices::default()).ok().map(Into::into));
    }
    workspace.snapshots.push(workspace.snapshot(day));
    let bytes = workspace::write(&workspace).unwrap_or_default();
    let value: serde_json::Value = serde_json::from_slice(&bytes).unwrap_or_default();
    assert!(workspace.sources.len() == 2 && workspace.snapshots.len() == 1, "the workspace has all of it");
    value.to_string()
});

/// Content as zlib without compression, which costs next to nothing.
fn stored(content: &[u8]) -> Vec<u8> {
    let length = u16::try_from(content.len()).unwrap_or(u16::MAX);
    let content = &content[..usize::from(length)];
    let add = |(low, high): (u32, u32), byte: &u8| {
        let low = (low + u32::from(*byte)) % 65_521;
        (low, (high + low) % 65_521)
    };
    let (low, high) = content.iter().fold((1, 0), add);
    [&[0x78, 1, 1], &length.to_le_bytes()[..], &(!length).to_le_bytes(), content, &(high << 16 | low).to_be_bytes()]
        .concat()
}

/// How the reading of sheets ended, and how often.
static ENDS: Mutex<BTreeMap<String, u64>> = Mutex::new(BTreeMap::new());

/// Nothing comes of a small file for so long only if nothing ever will.
const PATIENCE: Duration = Duration::from_secs(10);

fn sheets(content: &[u8]) {
    let program = std::env::current_exe().unwrap_or_default();
    let path = std::env::temp_dir().join(format!("touchstone-fuzz-{}", std::process::id()));
    assert!(fs::write(&path, content).is_ok(), "{} can be written", path.display());
    let opened = open_apart(&program, &path, &ReadOptions::default(), PATIENCE, &mut |_| ControlFlow::Continue(()));
    let end = opened.as_ref().map_or_else(|error| error.fault.as_str(), |_| "read");
    let number = ENDS.lock().map_or(0, |mut ends| {
        *ends.entry(end.to_owned()).or_default() += 1;
        ends.values().sum()
    });
    if matches!(end, "broke" | "too-much-memory" | "too-slow" | "too-large") {
        kept(end, number, content);
    }
    if let Ok(contents) = opened {
        let _ = take_in(&contents, &understand(&contents, &Choices::default()));
    }
    let _ = fs::remove_file(path);
}

fn seeds(of: &str) -> Vec<Vec<u8>> {
    files(&Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fuzz/seeds").join(of))
}

/// The workspace as it is, and each of its packed parts, unpacked, behind its number.
fn workspaces() -> Vec<Vec<u8>> {
    let mut seeds = vec![WORKSPACE.as_bytes().to_vec()];
    for (number, piece) in (0..).zip(WORKSPACE.split(PACKED).skip(1)) {
        let packed = piece.split('"').nth(3).and_then(|text| STANDARD.decode(text).ok()).unwrap_or_default();
        let mut seed = vec![number];
        let _ = flate2::read::ZlibDecoder::new(packed.as_slice()).read_to_end(&mut seed);
        assert!(seed.len() > 10, "part {number} can be unpacked");
        seeds.push(seed);
    }
    assert!(seeds.len() > 2 && workspace::read(WORKSPACE.as_bytes()).is_ok(), "the workspace has packed parts");
    seeds
}

/// The small ones among the test files.
fn fixtures() -> Vec<Vec<u8>> {
    let mut all = files(&Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures"));
    all.retain(|content| (1..30_000).contains(&content.len()));
    all
}

fn files(folder: &Path) -> Vec<Vec<u8>> {
    let mut paths: Vec<PathBuf> =
        fs::read_dir(folder).map(|entries| entries.flatten().map(|entry| entry.path()).collect()).unwrap_or_default();
    paths.sort();
    let found: Vec<Vec<u8>> = paths.iter().filter_map(|path| fs::read(path).ok()).collect();
    assert!(!found.is_empty(), "{} has seeds", folder.display());
    found
}

/// What turns up in files and may be taken for something.
const WORDS: [&[u8]; 24] = [
    b"\0",
    b"\"",
    b"\"\"",
    b"\n",
    b"\r\n",
    b";",
    b",",
    b"\t",
    b"'",
    b"-",
    b".",
    b"/",
    b"99999999999999999999",
    b"1e309",
    b"NaN",
    b"{",
    b"[",
    b"}",
    b"]",
    b"\xFF\xFE",
    b"\xEF\xBB\xBF",
    b"\xF0\x9F\x98\x80",
    b"Total",
    b"31/12/9999",
];

/// A sequence of numbers that look random (Marsaglia's xorshift).
struct Random(u64);

impl Random {
    fn below(&mut self, end: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 % end.max(1) as u64).unwrap_or(0)
    }

    /// One of the seeds, changed in one to eight places.
    fn changed(&mut self, seeds: &[Vec<u8>]) -> Vec<u8> {
        let mut content = seeds[self.below(seeds.len())].clone();
        for _ in 0..=self.below(8) {
            self.change(&mut content, seeds);
        }
        content
    }

    fn change(&mut self, content: &mut Vec<u8>, seeds: &[Vec<u8>]) {
        let at = self.below(content.len() + 1);
        let end = (at + self.below(32)).min(content.len());
        match self.below(8) {
            0 => content.truncate(at),
            1 => drop(content.drain(at..end)),
            2 => {
                let piece = content[at..end].to_vec();
                let place = self.below(content.len() + 1);
                content.splice(place..place, piece);
            }
            3 => {
                let word = WORDS[self.below(WORDS.len())];
                content.splice(at..at, word.iter().copied());
            }
            4 => {
                let word = WORDS[self.below(WORDS.len())];
                content.splice(at..end, word.iter().copied());
            }
            5 => {
                let other = &seeds[self.below(seeds.len())];
                let from = self.below(other.len() + 1);
                let to = (from + self.below(64)).min(other.len());
                content.splice(at..at, other[from..to].iter().copied());
            }
            _ => {
                if let Some(byte) = content.get_mut(at) {
                    *byte = u8::try_from(self.below(256)).unwrap_or(0);
                }
            }
        }
    }
}
