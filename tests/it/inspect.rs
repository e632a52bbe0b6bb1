//! `touchstone inspect`, and the choices about files on the command line.

use std::path::PathBuf;
use std::process::{Command, Output};

use serde_json::Value;

/// A file in a folder of its own, and the command line on it.
struct File {
    _folder: tempfile::TempDir,
    path: PathBuf,
}

impl File {
    fn new(name: &str, content: impl AsRef<[u8]>) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join(name);
        std::fs::write(&path, content).unwrap();
        Self { _folder: folder, path }
    }

    fn run(&self, command: &str, arguments: &[&str]) -> Output {
        let mut touchstone = Command::new(env!("CARGO_BIN_EXE_touchstone"));
        touchstone.arg(command).arg(&self.path).args(arguments).env_remove("DISPLAY").env_remove("WAYLAND_DISPLAY");
        touchstone.output().unwrap()
    }

    #[track_caller]
    fn inspect(&self, arguments: &[&str]) -> Value {
        let output = self.run("inspect", &[arguments, &["--format", "json"]].concat());
        assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stderr));
        serde_json::from_slice(&output.stdout).unwrap()
    }

    /// The dates and amounts of the sales that are taken in.
    #[track_caller]
    fn sales(&self, arguments: &[&str]) -> Vec<String> {
        let output = self.run("evaluate", &[arguments, &["--format", "json", "--as-of", "2017-06-27"]].concat());
        assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stderr));
        let result: Value = serde_json::from_slice(&output.stdout).unwrap();
        let show = |sale: &Value| format!("{} {}", sale["date"].as_str().unwrap(), sale["amount"].as_str().unwrap());
        result["sales"].as_array().unwrap().iter().map(show).collect()
    }

    #[track_caller]
    fn check_refused(&self, arguments: &[&str], says: &str) {
        for command in ["inspect", "evaluate"] {
            let output = self.run(command, &[arguments, &["--lang", "en"]].concat());
            let told = String::from_utf8(output.stderr).unwrap();
            assert_eq!((output.status.code(), told.lines().count()), (Some(1), 1), "{told}");
            assert!(told.contains(says) && output.stdout.is_empty(), "{told}");
        }
    }
}

const SALES: &str = "Sales of the year\n\nCustomer;Product;When;Date;Net;List;DPOR\n\
    Fabrikam;CRM Online;05/06/2017;2017-01-31;1.500;3.000;x\n\
    Contoso;CRM Online;06/05/2017;2017-02-28;2.500;4.000;x\n";

#[test]
fn shows_format_encoding_sheets_columns_and_counts() {
    let shown = File::new("sales.csv", SALES).inspect(&[]);
    assert_eq!(
        (&shown["format"], &shown["encoding"], &shown["delimiter"]),
        (&"text".into(), &"UTF-8".into(), &";".into())
    );
    let table = &shown["sheets"][0]["tables"][0];
    assert_eq!((&table["kind"], &table["shape"]), (&"sales".into(), &"row-each".into()));
    assert_eq!(table["heading_rows"], Value::from(vec![3]));
    assert_eq!(
        (&table["first_row"], &table["last_row"], &table["rows"], &table["taken"], &table["left_out"]),
        (&4.into(), &5.into(), &2.into(), &2.into(), &0.into())
    );
    let columns: Vec<String> = table["columns"].as_array().unwrap().iter().map(show_column).collect();
    assert_eq!(columns[0], "A Customer customer heading");
    assert_eq!(columns[3], "D Date date heading");
    assert_eq!(columns[4], "E Net amount heading");
    assert_eq!(shown["refused"], Value::Null);
}

fn show_column(column: &Value) -> String {
    let text = |key: &str| column[key].as_str().unwrap_or("-");
    format!("{} {} {} {}", text("column"), text("heading"), text("field"), text("certainty"))
}

#[test]
fn choices_change_what_is_taken_in() {
    let file = File::new("sales.csv", SALES);
    let decimal = ["--decimal", ","];
    assert_eq!(file.sales(&decimal), ["2017-01-31 1500.00", "2017-02-28 2500.00"]);
    assert_eq!(file.sales(&["--decimal", "."]), ["2017-01-31 1.50", "2017-02-28 2.50"]);
    assert_eq!(file.sales(&["--decimal", ",", "--map", "importe=List"]), ["2017-01-31 3000.00", "2017-02-28 4000.00"]);
    let by_when = |order| file.sales(&["--decimal", ",", "--map", "date=when", "--date-order", order]);
    assert_eq!(by_when("dmy"), ["2017-06-05 1500.00", "2017-05-06 2500.00"]);
    assert_eq!(by_when("mdy"), ["2017-05-06 1500.00", "2017-06-05 2500.00"]);
    assert_eq!(file.sales(&["--decimal", ",", "--header-row", "3"]), file.sales(&decimal));
    let mapped = file.inspect(&["--map", "date=when"]);
    let columns = mapped["sheets"][0]["tables"][0]["columns"].as_array().unwrap();
    assert_eq!(show_column(&columns[2]), "C When date chosen");
}

#[test]
fn choices_that_fit_nothing_are_refused() {
    let file = File::new("sales.csv", SALES);
    file.check_refused(&["--sheet", "Data"], "No sheet is called “Data”");
    file.check_refused(&["--header-row", "40"], "Row 40 is empty");
    file.check_refused(&["--map", "amount=Gross"], "“Gross”");
}

#[test]
fn a_transcript_belongs_to_who_is_named() {
    let file = File::new("transcript.csv", "Exam Title,Exam Number,Exam Date\nCustomizing,MB2-712,2016-05-20\n");
    assert_eq!(file.inspect(&[])["questions"][0]["about"], "person");
    let output = file.run("evaluate", &["--person", "Ana Ruiz", "--format", "json", "--as-of", "2017-06-27"]);
    let result: Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(result["people"][0]["name"], "Ana Ruiz");
    assert_eq!(result["people"][0]["credentials"][0]["exam"], "MB2-712");
}

#[test]
fn rows_left_out_become_a_workbook_to_mend() {
    let file = File::new("passes.csv", "Name,Exam,Date\nAna,MB2-714,2016-05-20\nJon,MB2-713,31/31/2016\n");
    let workbook = file.path.with_file_name("mend.xlsx");
    let name = workbook.display().to_string();
    assert_eq!(file.run("inspect", &["--left-out", &name]).status.code(), Some(0));
    let shown = File { path: workbook, _folder: tempfile::tempdir().unwrap() }.inspect(&[]);
    let table = &shown["sheets"][0]["tables"][0];
    assert_eq!((&table["rows"], &table["left_out"]), (&1.into(), &1.into()));
    assert_eq!(shown["findings"][0]["code"], "unreadable-date");
}

#[test]
fn a_file_without_a_table_is_shown_with_the_reason() {
    let shown = File::new("notes.csv", "Some words\nand others\n").inspect(&[]);
    assert_eq!(shown["refused"], "not-recognised");
    assert_eq!(shown["sheets"][0]["rows"], 2);
}

#[test]
fn speaks_both_languages() {
    let file = File::new("sales.csv", SALES);
    for (language, words) in [
        ("en", ["Table as text", "Sales", "by its heading"]),
        ("es", ["Tabla en texto", "Ventas", "por su encabezado"]),
    ] {
        let text = String::from_utf8(file.run("inspect", &["--lang", language]).stdout).unwrap();
        assert!(words.iter().all(|word| text.contains(word)), "{text}");
    }
}
