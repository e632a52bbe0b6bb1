//! A window that is killed while it saves: a whole workspace opens, and nothing is lost that was told to be saved.
//!
//! With 200 kills: `cargo test --test it killed_200_times -- --ignored --nocapture`.

use std::fs;
use std::io::{BufRead, BufReader, Read};
use std::path::Path;
use std::process::{Command, Stdio};
use std::sync::Arc;
use std::time::Duration;

use rust_decimal::Decimal;
use touchstone::ledger::{Place, Sale, SaleDate, Source, Tie};
use touchstone::workspace::{Document, Folders, Workspace, autosaves, backup_of, open};

use crate::company::day;

const FOLDER: &str = "TOUCHSTONE_CRASH_FOLDER";

/// A middling workspace that says how often it was changed.
fn workspace(changes: u64) -> Workspace {
    let sale = |row: u32| Sale {
        date: SaleDate::Day(day("2017-01-01")),
        customer: format!("Customer {}", row % 500).into(),
        product: "CRM Online".into(),
        sku: "".into(),
        amount: Decimal::new(i64::from(row) * 7919 % 1_000_003, 2),
        currency: "USD".into(),
        association: Tie::Told("DPOR".into()),
        renewal: false,
        repeated: false,
        assumed: false,
        place: Place { file: "revenue.csv".into(), sheet: "".into(), row },
    };
    let source = Source { file: "revenue.csv".into(), sales: (2..1_000).map(sale).collect(), ..Source::default() };
    let mut workspace = Workspace { sources: vec![Arc::new(source)], ..Workspace::new(day("2017-06-27")) };
    change(&mut workspace, changes);
    workspace
}

fn change(workspace: &mut Workspace, changes: u64) {
    workspace.settings.rates.insert("EUR".to_owned(), Decimal::from(changes));
}

fn changes(workspace: &Workspace) -> u64 {
    assert_eq!(workspace.sources[0].sales.len(), 998);
    workspace.settings.rates["EUR"].try_into().unwrap()
}

/// The window that is killed. What it tells is told once it is done.
#[test]
#[ignore = "started by the tests beside it"]
fn saves_until_it_is_killed() {
    let Some(folder) = std::env::var_os(FOLDER) else { return };
    let folder = Path::new(&folder);
    let own = Some(Folders::below(folder));
    let (mut document, mut workspace) = match autosaves(&folder.join("autosaves")).into_iter().next() {
        Some(left) => Document::recover(left, own).unwrap(),
        None => Document::open(&folder.join("year.touchstone"), own).unwrap(),
    };
    assert!(!document.is_read_only());
    let mut count = changes(&workspace);
    println!("ready");
    loop {
        count += 1;
        change(&mut workspace, count);
        document.autosave(&workspace).unwrap();
        println!("autosaved {count}");
        if !count.is_multiple_of(3) {
            document.save(&workspace).unwrap();
            println!("saved {count}");
        }
    }
}

/// What was there after a kill.
#[derive(Debug, Default)]
struct Tally {
    kills: u32,
    saves: usize,
    autosaves: usize,
    /// Kills in the midst of a save: something unfinished was left.
    in_a_save: u32,
    /// The same of what saves itself.
    in_an_autosave: u32,
    offered: u32,
}

fn kill_often(kills: u32) -> Tally {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("year.touchstone");
    let mut first = Document::new(None);
    first.save_as(&path, &workspace(1)).unwrap();
    drop(first);
    let mut tally = Tally::default();
    let mut random = 0x2017_0627_u64;
    while tally.kills < kills {
        let mut child = Command::new(std::env::current_exe().unwrap())
            .args(["--exact", "workspace_crashes::saves_until_it_is_killed", "--ignored", "--nocapture"])
            .env(FOLDER, folder.path())
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let mut told = BufReader::new(child.stdout.take().unwrap());
        let mut line = String::new();
        while !line.contains("ready") {
            line.clear();
            assert_ne!(told.read_line(&mut line).unwrap(), 0, "it did not start");
        }
        random = random.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        std::thread::sleep(Duration::from_micros((random >> 33) % 300_000));
        assert!(child.try_wait().unwrap().is_none(), "it broke down by itself");
        child.kill().unwrap();
        child.wait().unwrap();
        let mut rest = String::new();
        told.read_to_string(&mut rest).unwrap();

        let numbers = |what: &str| -> Vec<u64> {
            rest.lines().filter_map(|line| line.strip_prefix(what)?.parse::<u64>().ok()).collect()
        };
        let (told_saves, told_autosaves) = (numbers("saved "), numbers("autosaved "));
        let last = |numbers: &[u64]| numbers.last().copied().unwrap_or_default();
        let (in_file_at_least, kept_at_least) = (last(&told_saves), last(&told_autosaves));
        tally.kills += 1;
        tally.saves += told_saves.len();
        tally.autosaves += told_autosaves.len();
        let left = |folder: &Path| {
            let mut entries = fs::read_dir(folder).into_iter().flatten().flatten();
            entries.any(|entry| entry.file_name().to_string_lossy().contains(".saving-"))
        };
        tally.in_a_save += u32::from(left(folder.path()));
        tally.in_an_autosave += u32::from(left(&folder.path().join("autosaves")));

        let in_file = changes(&open(&path).unwrap().0);
        assert!(in_file >= in_file_at_least, "{in_file_at_least} was saved, {in_file} is there");
        let backup = backup_of(&path);
        if backup.exists() {
            assert!(changes(&open(&backup).unwrap().0) <= in_file);
        }
        let offered = autosaves(&folder.path().join("autosaves"));
        assert!(offered.len() <= 1, "{}", offered.len());
        let mut best = in_file;
        for recovered in offered {
            tally.offered += 1;
            assert_eq!(recovered.of.as_deref(), Some(path.as_path()));
            best = best.max(changes(&Document::recover(recovered, None).unwrap().1));
        }
        assert!(best >= kept_at_least, "{kept_at_least} was saved by itself, {best} is there");
    }
    let (document, _) = Document::open(&path, None).unwrap();
    assert!(!document.is_read_only());
    drop(document);
    let left: Vec<_> = fs::read_dir(folder.path()).unwrap().map(|it| it.unwrap().file_name()).collect();
    assert!(!left.iter().any(|name| name.to_string_lossy().starts_with('.')), "{left:?}");
    tally
}

#[test]
fn nothing_saved_is_lost_when_a_window_is_killed() {
    kill_often(8);
}

#[test]
#[ignore = "takes a few minutes"]
fn nothing_saved_is_lost_when_a_window_is_killed_200_times() {
    println!("{:#?}", kill_often(200));
}
