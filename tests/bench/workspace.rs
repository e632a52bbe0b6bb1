//! How long saving and opening take, and how large the file is: `cargo bench --bench workspace`.
//!
//! A million sales to 25 000 customers and 200 000 credentials of 30 000 people, from a fixed seed.

#![allow(clippy::panic, reason = "a measurement that can't go on has failed")]
#![allow(clippy::unwrap_used, reason = "a measurement that can't go on has failed")]

use std::sync::{Arc, LazyLock};

use chrono::{Days, NaiveDate};
use divan::{Bencher, black_box};
use rust_decimal::Decimal;
use touchstone::ledger::{CredentialRow, PersonKeys, Place, Sale, SaleDate, Source, Tie};
use touchstone::workspace::{Overwrite, Workspace, open, read, save, write};

const SALES: u32 = 1_000_000;
const CREDENTIALS: u32 = 200_000;

fn main() {
    let bytes = write(&WORKSPACE).unwrap();
    println!("{SALES} sales and {CREDENTIALS} credentials: {} kB on disk", bytes.len() / 1000);
    divan::main();
}

/// From records to a file that is on the disk.
#[divan::bench(sample_count = 5)]
fn save_to_disk(bencher: Bencher<'_, '_>) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("year.touchstone");
    let workspace = &*WORKSPACE;
    bencher.bench_local(|| save(black_box(workspace), &path, Overwrite::Anything).unwrap());
}

/// From a file to records.
#[divan::bench(sample_count = 5)]
fn open_from_disk(bencher: Bencher<'_, '_>) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("year.touchstone");
    save(&WORKSPACE, &path, Overwrite::Anything).unwrap();
    bencher.bench_local(|| open(black_box(&path)).unwrap());
}

/// Making the content alone.
#[divan::bench(sample_count = 5)]
fn write_content(bencher: Bencher<'_, '_>) {
    let workspace = &*WORKSPACE;
    bencher.bench_local(|| write(black_box(workspace)).unwrap());
}

/// Reading the content alone.
#[divan::bench(sample_count = 5)]
fn read_content(bencher: Bencher<'_, '_>) {
    let bytes = write(&WORKSPACE).unwrap();
    bencher.bench_local(|| read(black_box(&bytes)).unwrap());
}

static WORKSPACE: LazyLock<Workspace> = LazyLock::new(|| {
    let mut seed = 42_u64;
    let mut random = |below: u32| {
        seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        u32::try_from(seed >> 33).unwrap_or_default() % below
    };
    let today: NaiveDate = "2017-06-27".parse().unwrap();
    let texts =
        |start: &str, count: u32| -> Vec<Arc<str>> { (0..count).map(|it| format!("{start} {it}").into()).collect() };
    let (customers, products, skus) =
        (texts("Customer and Sons No.", 25_000), texts("Dynamics CRM Online", 40), texts("SKU", 200));
    let (currencies, ties) = (texts("US", 3), texts("DPOR", 3));
    let place = |file: &Arc<str>, row| Place { file: file.clone(), sheet: "Data".into(), row };

    let file: Arc<str> = "revenue.xlsx".into();
    let mut revenue = Source { file: file.clone(), origin: file.clone(), ..Source::default() };
    for row in 0..SALES {
        let mut pick = |all: &[Arc<str>]| all[random(u32::try_from(all.len()).unwrap()) as usize].clone();
        let (customer, product, sku) = (pick(&customers), pick(&products), pick(&skus));
        let (currency, tie) = (pick(&currencies), pick(&ties));
        revenue.sales.push(Sale {
            date: SaleDate::Day(today - Days::new(u64::from(random(900)))),
            customer,
            product,
            sku,
            amount: Decimal::new(i64::from(random(5_000_000)), 2),
            currency,
            association: Tie::Told(tie),
            renewal: random(10) == 0,
            repeated: false,
            assumed: false,
            place: place(&file, row + 2),
        });
    }
    let file: Arc<str> = "skills.xlsx".into();
    let exams = texts("MB2-", 60);
    let mut skills = Source { file: file.clone(), origin: file.clone(), ..Source::default() };
    for row in 0..CREDENTIALS {
        let person = random(30_000);
        skills.credentials.push(CredentialRow {
            person: PersonKeys {
                mcp_id: format!("{}", 4_000_000 + person),
                office_email: format!("person{person}@contoso.com"),
                personal_email: String::new(),
                name: format!("Person Number {person}"),
            }
            .into(),
            exam: exams[random(60) as usize].clone(),
            passed: today - Days::new(u64::from(random(2_000))),
            expires: (random(3) == 0).then_some(today),
            failed: random(8) == 0,
            place: place(&file, row + 2),
        });
    }
    Workspace { sources: vec![Arc::new(revenue), Arc::new(skills)], ..Workspace::new(today) }
});
