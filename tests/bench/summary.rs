//! How long the readiness summary takes to print: `cargo bench --bench summary`.
//!
//! Warm is a second summary in the same process; cold is a process of its own, from its start to its end, which reads the
//! sample's exports, evaluates them and writes the summary.

#![allow(clippy::unwrap_used, reason = "a measurement that can't go on has failed")]

use std::process::{Command, Stdio};
use std::sync::LazyLock;

use chrono::{Days, NaiveDate};
use divan::{Bencher, black_box};
use rust_decimal::Decimal;
use touchstone::evaluator::Readiness;
use touchstone::ledger::{CredentialRow, Ledger, PersonKeys, Place, Sale, SaleDate, Source, Tie};
use touchstone::report::Report;
use touchstone::report::pdf::{Choice, pdf};
use touchstone::texts::{Language, Texts};
use touchstone::workspace::Workspace;

const PEOPLE: u32 = 10_000;
const SALES: u32 = 1_000_000;

fn main() {
    divan::main();
}

#[divan::bench]
fn sample_warm(bencher: Bencher<'_, '_>) {
    print(bencher, &SAMPLE);
}

#[divan::bench(sample_count = 20)]
fn sample_cold(bencher: Bencher<'_, '_>) {
    let folder = tempfile::tempdir().unwrap();
    let run = |arguments: &[&str]| {
        let program = env!("CARGO_BIN_EXE_touchstone");
        let status = Command::new(program).args(arguments).current_dir(folder.path()).stdout(Stdio::null()).status();
        assert!(status.unwrap().success());
    };
    run(&["sample", "."]);
    let files: Vec<String> = std::fs::read_dir(folder.path())
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    let mut arguments = vec!["evaluate", "--as-of", "2017-06-27", "--pdf", "summary.pdf"];
    arguments.extend(files.iter().map(String::as_str));
    bencher.bench_local(|| run(&arguments));
}

/// Ten thousand people and a million sales, once they are evaluated.
#[divan::bench(sample_count = 5)]
fn million_sales(bencher: Bencher<'_, '_>) {
    print(bencher, &MANY);
}

fn print(bencher: Bencher<'_, '_>, (workspace, ledger, readiness): &(Workspace, Ledger, Readiness)) {
    let texts = Texts::new(Language::English);
    let (rulebook, sources) = (&workspace.rulebook, workspace.sources.as_slice());
    let report = Report { rulebook, sources, ledger, readiness, texts: &texts };
    bencher.bench_local(|| pdf(black_box(&report), &Choice::default()).unwrap());
}

static SAMPLE: LazyLock<(Workspace, Ledger, Readiness)> = LazyLock::new(|| evaluated(Workspace::sample().unwrap()));

static MANY: LazyLock<(Workspace, Ledger, Readiness)> = LazyLock::new(|| {
    let day = NaiveDate::from_ymd_opt(2017, 6, 27).unwrap();
    let place = |row| Place { file: "export.xlsx".into(), sheet: "Data".into(), row };
    let credentials = (0..PEOPLE).map(|row| CredentialRow {
        person: PersonKeys { name: format!("Person {row}"), ..PersonKeys::default() }.into(),
        exam: ["MB2-714", "MB2-710", "MB2-712", "70-410"][row as usize % 4].into(),
        passed: day - Days::new(u64::from(row % 900)),
        expires: None,
        failed: false,
        place: place(row + 2),
    });
    let sales = (0..SALES).map(|row| Sale {
        date: SaleDate::Day(day - Days::new(u64::from(row % 900))),
        customer: format!("Customer {}", row % 25_000).into(),
        product: "CRM Online".into(),
        sku: "".into(),
        amount: Decimal::new(i64::from(row % 10_000), 2),
        currency: "USD".into(),
        association: Tie::Told("DPOR".into()),
        renewal: false,
        repeated: false,
        assumed: false,
        place: place(row + 2),
    });
    let sales = sales.collect::<Vec<_>>().into();
    let source = Source { file: "export.xlsx".into(), credentials: credentials.collect(), sales, ..Source::default() };
    evaluated(Workspace { sources: vec![source.into()], ..Workspace::new(day) })
});

fn evaluated(workspace: Workspace) -> (Workspace, Ledger, Readiness) {
    let ledger = workspace.ledger();
    let readiness = workspace.evaluate(&ledger);
    (workspace, ledger, readiness)
}
