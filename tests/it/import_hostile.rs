//! Every fixture cut short and with bytes changed: nothing panics, and what is read is told row by row.

use std::path::Path;

use touchstone::import::{Choices, read_bytes};

use crate::import::{check_tally, fixture};

#[test]
fn no_fixture_cut_short_or_changed_makes_a_panic() {
    let mut random = Random(0x2545_F491_4F6C_DD1D);
    let mut names = Vec::new();
    list(&fixture("."), &mut names);
    names.sort();
    assert!(names.len() > 30, "{names:?}");
    for name in names {
        let bytes = std::fs::read(&name).unwrap();
        // The big ones take long and are of the same formats.
        let times = if bytes.len() > 20_000 { 1 } else { 3 };
        for part in 1..=times {
            survives(&name, &bytes[..bytes.len() * part / (times + 1)]);
        }
        for _ in 0..times {
            let mut mutated = bytes.clone();
            for _ in 0..=random.below(8) {
                let at = random.below(mutated.len());
                mutated[at] = u8::try_from(random.below(256)).unwrap();
            }
            survives(&name, &mutated);
        }
    }
}

/// Reads it without a panic, and with every row told of.
fn survives(name: &str, bytes: &[u8]) {
    if let Ok(source) = read_bytes(name, name, bytes, &Choices::default()) {
        check_tally(&source);
    }
}

/// Every file in a folder and those inside it.
fn list(folder: &Path, names: &mut Vec<String>) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            list(&path, names);
        } else {
            names.push(path.to_str().unwrap().to_owned());
        }
    }
}

/// Numbers that are the same at every run.
struct Random(u64);

impl Random {
    fn below(&mut self, limit: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 % limit as u64).unwrap()
    }
}
