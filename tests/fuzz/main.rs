//! Runs the readers of untrusted content on random changes of small seeds, and stops at the first that panics.
//!
//!     cargo bench --bench fuzz -- [TARGET [EXECUTIONS]]
//!
//! Targets are `values` (eight dates and eight amounts each time), `csv` (to cells), `tables` (to records), `rulebook`,
//! `workspace` and `sheets`. The changes depend on nothing but their number, so that the same call finds the same. Seeds
//! stand in `tests/fuzz/seeds` and, for sheets, in `tests/fixtures`.

use std::fmt::Write as _;
use std::fs;
use std::io::{Read, Write};
use std::ops::ControlFlow;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::sync::OnceLock;
use std::time::Instant;

use touchstone::import::{Choices, ReadOptions, open_bytes, read, read_bytes, take_in, understand};
use touchstone::rulebook::Rulebook;
use touchstone::workspace;

/// Something that reads untrusted content.
struct Target {
    name: &'static str,
    /// How often it runs unless told otherwise.
    executions: u64,
    seeds: fn() -> Vec<Vec<u8>>,
    /// What a seed becomes before it is changed, and what the change becomes before it is read.
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

fn main() {
    let mut arguments = std::env::args().skip(1).filter(|argument| !argument.starts_with("--"));
    let only = arguments.next();
    let executions: Option<u64> = arguments.next().and_then(|number| number.parse().ok());
    // Only what is found is of interest, not how the libraries catch it themselves.
    std::panic::set_hook(Box::new(|_| ()));
    for target in TARGETS.iter().filter(|target| only.as_deref().is_none_or(|name| name == target.name)) {
        hunt(target, executions.unwrap_or(target.executions));
    }
}

fn hunt(target: &Target, executions: u64) {
    let seeds = (target.seeds)();
    let started = Instant::now();
    let mut random = Random(0x9E37_79B9_7F4A_7C15);
    for number in 0..executions {
        let content = random.changed(&seeds);
        if catch_unwind(AssertUnwindSafe(|| (target.run)(&content))).is_err() {
            let path = std::env::temp_dir().join(format!("touchstone-{}-{number}", target.name));
            let kept = fs::write(&path, &content);
            println!("{}: panic at execution {number}; see {} ({kept:?})", target.name, path.display());
            std::process::exit(1);
        }
    }
    let seconds = started.elapsed().as_secs_f64();
    println!("{}: {executions} executions of {} seeds in {seconds:.0} s, no panic", target.name, seeds.len());
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
    let mut deflate = flate2::write::ZlibEncoder::new(Vec::new(), flate2::Compression::fast());
    let packed = deflate.write_all(changed).and_then(|()| deflate.finish()).unwrap_or_default();
    let file = stored_workspace();
    let mut pieces = file.split(PACKED);
    let mut text = pieces.next().unwrap_or_default().to_owned();
    for (at, piece) in pieces.enumerate() {
        text.push_str(PACKED);
        if at == usize::from(*part) {
            let after = piece.split_once('}').map_or("", |(_, after)| after);
            let _ = write!(text, r#"{},"zlib":"{}"}}{after}"#, changed.len(), base64(&packed));
        } else {
            text.push_str(piece);
        }
    }
    let _ = workspace::read(text.as_bytes());
}

/// What stands before the length of a packed part.
const PACKED: &str = r#"{"length":"#;

/// The workspace that is kept among the fixtures, without the spaces of its JSON.
fn stored_workspace() -> &'static str {
    static TEXT: OnceLock<String> = OnceLock::new();
    TEXT.get_or_init(|| {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/workspace-1.touchstone");
        let value: Option<serde_json::Value> = fs::read(path).ok().and_then(|file| serde_json::from_slice(&file).ok());
        value.map(|value| value.to_string()).unwrap_or_default()
    })
}

fn sheets(content: &[u8]) {
    let opened = open_bytes("fuzz", "fuzz", content, &ReadOptions::default(), &mut |_| ControlFlow::Continue(()));
    if let Ok(contents) = opened {
        let _ = take_in(&contents, &understand(&contents, &Choices::default()));
    }
}

fn seeds(of: &str) -> Vec<Vec<u8>> {
    files(&Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fuzz/seeds").join(of))
}

/// The stored workspace as it is, and each of its packed parts, unpacked, behind its number.
fn workspaces() -> Vec<Vec<u8>> {
    let file = stored_workspace();
    let mut seeds = vec![file.as_bytes().to_vec()];
    for (number, piece) in (0..).zip(file.split(PACKED).skip(1)) {
        let packed = piece.split('"').nth(3).unwrap_or_default();
        let mut seed = vec![number];
        let _ = flate2::read::ZlibDecoder::new(from_base64(packed).as_slice()).read_to_end(&mut seed);
        assert!(seed.len() > 10 && workspace::read(file.as_bytes()).is_ok(), "part {number} can be unpacked");
        seeds.push(seed);
    }
    assert!(seeds.len() > 2, "the stored workspace has packed parts");
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

const DIGITS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

fn base64(bytes: &[u8]) -> String {
    let mut text = String::new();
    for chunk in bytes.chunks(3) {
        let number = (0..3).fold(0_usize, |number, at| number << 8 | usize::from(chunk.get(at).copied().unwrap_or(0)));
        for at in 0..4 {
            let digit = DIGITS[number >> (18 - 6 * at) & 63];
            text.push(if at > chunk.len() { '=' } else { char::from(digit) });
        }
    }
    text
}

fn from_base64(text: &str) -> Vec<u8> {
    let digits: Vec<usize> = text.bytes().filter_map(|byte| DIGITS.iter().position(|digit| *digit == byte)).collect();
    let bytes = digits.chunks(4).flat_map(|chunk| {
        let number = (0..4).fold(0, |number, at| number << 6 | chunk.get(at).copied().unwrap_or(0));
        (0..chunk.len().saturating_sub(1)).map(move |at| u8::try_from(number >> (16 - 8 * at) & 255).unwrap_or(0))
    });
    bytes.collect()
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
