//! How long a big file takes to become records, and how much memory: `cargo bench --bench import`.
//!
//! Two exports of 200 000 rows and eight columns, one of exams passed and one of sales to 25 000 customers, as workbook and
//! as text. Each is measured against the reader that it stands on doing nothing else, in the same run: divan measures the
//! time on the clock, and a table below it the processor's time and the peak of memory, where the system tells them.

#![allow(clippy::panic, clippy::unwrap_used, reason = "a measurement that can't go on has failed")]

use std::fmt::Write as _;
use std::io::Cursor;
use std::ops::ControlFlow;
use std::path::Path;
use std::process::Command;
use std::sync::LazyLock;
use std::time::Instant;

use calamine::{Reader, Xlsx};
use divan::{Bencher, black_box};
use rust_xlsxwriter::{ExcelDateTime, Format, Workbook};
use touchstone::import::{Choices, open_bytes, take_in, understand};

/// As many as a big partner has; a few where it is only to be seen that it runs.
const ROWS: u32 = if cfg!(debug_assertions) { 200 } else { 200_000 };
const CUSTOMERS: u32 = 25_000;
const PEOPLE: u32 = 10_000;
const TIMES: usize = if cfg!(debug_assertions) { 1 } else { 7 };

/// What can be done with a file.
#[derive(Debug, Clone, Copy)]
enum Work {
    /// Records and findings.
    ToRecords,
    /// Only the reader that the file is read with.
    ReaderAlone,
}

fn main() {
    // The peak of memory is one of a whole process, so that each is measured in one of its own.
    let arguments: Vec<String> = std::env::args().collect();
    if let [_, word, work, file] = arguments.as_slice()
        && word == "peak"
    {
        let work = if work == "alone" { Work::ReaderAlone } else { Work::ToRecords };
        run(work, file, &std::fs::read(file).unwrap());
        println!("{}", peak_memory().unwrap_or_default());
        return;
    }
    divan::main();
    print!("{}", table());
}

#[divan::bench(args = NAMES, sample_count = 5, sample_size = 1)]
fn to_records(bencher: Bencher<'_, '_>, name: &str) {
    let bytes = bytes(name);
    bencher.bench_local(|| run(Work::ToRecords, name, black_box(bytes)));
}

#[divan::bench(args = NAMES, sample_count = 5, sample_size = 1)]
fn reader_alone(bencher: Bencher<'_, '_>, name: &str) {
    let bytes = bytes(name);
    bencher.bench_local(|| run(Work::ReaderAlone, name, black_box(bytes)));
}

fn run(work: Work, name: &str, bytes: &[u8]) {
    match work {
        Work::ToRecords => {
            let choices = Choices::default();
            let mut go_on = |_| ControlFlow::Continue(());
            let contents = open_bytes(name, name, bytes, &choices.reading, &mut go_on).unwrap();
            let source = take_in(&contents, &understand(&contents, &choices)).unwrap();
            assert_eq!(source.credentials.len() + source.sales.len(), ROWS as usize);
            black_box(source);
        }
        Work::ReaderAlone if is_text(name) => {
            let mut reader = csv::ReaderBuilder::new().has_headers(false).flexible(true).from_reader(bytes);
            let mut record = csv::StringRecord::new();
            while reader.read_record(&mut record).unwrap() {
                black_box(&record);
            }
        }
        Work::ReaderAlone => {
            let mut workbook = Xlsx::new(Cursor::new(bytes)).unwrap();
            for sheet in workbook.sheet_names() {
                let mut reader = workbook.worksheet_cells_reader(&sheet).unwrap();
                while let Some(cell) = reader.next_cell().unwrap() {
                    black_box(cell);
                }
            }
        }
    }
}

/// The least of the processor's time, and the peak of memory, of each file's way to records and of its reader alone.
fn table() -> String {
    let folder = tempfile::tempdir().unwrap();
    let mut table = format!(
        "\n{:<20} {:>22} {:>8} {:>24}\n",
        "CPU, best of some", "to records | alone", "ratio", "peak memory, MiB"
    );
    for name in NAMES {
        let bytes = bytes(name);
        let file = folder.path().join(name);
        std::fs::write(&file, bytes).unwrap();
        let [ours, alone] = [Work::ToRecords, Work::ReaderAlone].map(|work| {
            let times = (0..TIMES).map(|_| {
                let before = cpu_seconds();
                run(work, name, bytes);
                cpu_seconds() - before
            });
            times.fold(f64::INFINITY, f64::min)
        });
        let peaks = ["records", "alone"].map(|work| peak_in_child(work, &file));
        let times = format!("{:.0} ms | {:.0} ms", ours * 1000.0, alone * 1000.0);
        let peaks = format!("{:.0} | {:.0}", peaks[0], peaks[1]);
        let _ = writeln!(table, "{name:<20} {times:>22} {:>8.2} {peaks:>24}", ours / alone);
    }
    table
}

fn peak_in_child(work: &str, file: &Path) -> f64 {
    let program = std::env::current_exe().unwrap();
    let output = Command::new(program).args(["peak", work]).arg(file).output().unwrap();
    String::from_utf8_lossy(&output.stdout).trim().parse().unwrap_or(f64::NAN)
}

/// The time that this thread has run on a processor; where the system does not tell, the time on the clock.
fn cpu_seconds() -> f64 {
    static START: LazyLock<Instant> = LazyLock::new(Instant::now);
    let start = *START;
    let told = std::fs::read_to_string("/proc/thread-self/schedstat").ok();
    let nanoseconds: Option<f64> = told.and_then(|text| text.split(' ').next()?.parse().ok());
    nanoseconds.map_or_else(|| start.elapsed().as_secs_f64(), |nanoseconds| nanoseconds / 1e9)
}

/// The most memory that this process has held, in MiB, where the system tells.
fn peak_memory() -> Option<f64> {
    let told = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = told.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
    Some(line.trim().strip_suffix(" kB")?.parse::<f64>().ok()? / 1024.0)
}

const NAMES: [&str; 4] = ["exams.xlsx", "sales.xlsx", "exams.csv", "sales.csv"];

fn is_text(name: &str) -> bool {
    Path::new(name).extension().is_some_and(|extension| extension == "csv")
}

fn bytes(name: &str) -> &'static [u8] {
    static FILES: LazyLock<[Vec<u8>; 4]> = LazyLock::new(|| {
        let (exams, sales) = (Export::exams(), Export::sales());
        [exams.workbook(), sales.workbook(), exams.text(), sales.text()]
    });
    let place = NAMES.iter().position(|it| *it == name).unwrap();
    &FILES[place]
}

/// What stands in a cell.
enum Value {
    Text(String),
    Number(f64),
    Date(u16, u8, u8),
}

/// A table with its headings.
struct Export {
    headings: [&'static str; 8],
    rows: Vec<[Value; 8]>,
}

impl Export {
    fn exams() -> Self {
        let exams = ["MB2-712", "MB2-713", "MB2-714", "MB2-715", "MB2-716", "MB2-717", "MB2-718", "70-398", "MB6-894"];
        let row = |number: u32| {
            let (person, exam) = (number % PEOPLE, number as usize * 7 % exams.len());
            [
                Value::Number(f64::from(5_000_000 + person)),
                Value::Text(format!("Name{}", person % 997)),
                Value::Text(format!("Surname{person}")),
                Value::Text(format!("person{person}@contoso.com")),
                Value::Text("Exam".to_owned()),
                Value::Text(format!("Exam {}: Title of an exam", exams[exam])),
                day(number),
                Value::Text("Contoso Consulting".to_owned()),
            ]
        };
        let headings = [
            "MCPID",
            "IndividualFirstName",
            "IndividualLastName",
            "CorpEmail",
            "TrainingType",
            "TrainingTitle",
            "TrainingCompletionDate",
            "PartnerName",
        ];
        Self { headings, rows: (0..ROWS).map(row).collect() }
    }

    fn sales() -> Self {
        let products = ["Dynamics CRM Online", "CRM Online Professional", "Office 365 E3", "Azure", "Power BI Pro"];
        let row = |number: u32| {
            let (customer, product) = (number * 7919 % CUSTOMERS, number as usize * 3 % products.len());
            [
                day(number),
                Value::Text(format!("Customer {customer} Ltd")),
                Value::Text(products[product].to_owned()),
                Value::Text(format!("SKU-{:05}", number % 300)),
                Value::Number(f64::from(number % 100_000) + 0.25),
                Value::Text("USD".to_owned()),
                Value::Text(if number.is_multiple_of(3) { "DPOR" } else { "CSP" }.to_owned()),
                Value::Text(if number.is_multiple_of(4) { "Renewal" } else { "New" }.to_owned()),
            ]
        };
        let headings = [
            "Invoice date",
            "CustomerName",
            "Product",
            "SKU",
            "RevenueUSD",
            "Currency",
            "PartnerAttributionType",
            "New or renewal",
        ];
        Self { headings, rows: (0..ROWS).map(row).collect() }
    }

    fn workbook(&self) -> Vec<u8> {
        let mut workbook = Workbook::new();
        let date = Format::new().set_num_format("yyyy-mm-dd");
        let sheet = workbook.add_worksheet();
        sheet.write_row(0, 0, self.headings).unwrap();
        for (row, values) in (1..).zip(&self.rows) {
            for (column, value) in (0..).zip(values) {
                match value {
                    Value::Text(text) => sheet.write_string(row, column, text),
                    Value::Number(number) => sheet.write_number(row, column, *number),
                    Value::Date(year, month, day) => {
                        let day = ExcelDateTime::from_ymd(*year, *month, *day).unwrap();
                        sheet.write_datetime_with_format(row, column, day, &date)
                    }
                }
                .unwrap();
            }
        }
        workbook.save_to_buffer().unwrap()
    }

    fn text(&self) -> Vec<u8> {
        let mut writer = csv::Writer::from_writer(Vec::new());
        writer.write_record(self.headings).unwrap();
        for values in &self.rows {
            let cells = values.iter().map(|value| match value {
                Value::Text(text) => text.clone(),
                Value::Number(number) => number.to_string(),
                Value::Date(year, month, day) => format!("{year}-{month:02}-{day:02}"),
            });
            writer.write_record(cells).unwrap();
        }
        writer.into_inner().unwrap()
    }
}

/// One of some hundred days.
fn day(number: u32) -> Value {
    let part = |parts: u32| u8::try_from(number / 7 % parts).unwrap_or_default() + 1;
    Value::Date(if number.is_multiple_of(2) { 2016 } else { 2017 }, part(12), part(28))
}
