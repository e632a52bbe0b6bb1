//! What leaves the program beside the page: the workbook, CSV files and the calendar.

use std::fs;
use std::io::Cursor;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use calamine::{Data, DataType, Reader, Xlsx};
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;
use touchstone::evaluator::{Readiness, Settings, evaluate};
use touchstone::ledger::{Ledger, Source};
use touchstone::report::tables::{Table, TableKind, Value, summary, tables};
use touchstone::report::{CsvStyle, Export, Report, calendar, csv, json, workbook};
use touchstone::rulebook::{Rulebook, builtin};
use touchstone::texts::{Language, Texts};
use touchstone::workspace::Workspace;

use crate::company::{company, credentials, day, sales};

/// A result with all that its reports are made from.
struct Result {
    rulebook: Rulebook,
    sources: Vec<Arc<Source>>,
    ledger: Ledger,
    readiness: Readiness,
    texts: Texts,
}

impl Result {
    fn of_sample(language: Language) -> Self {
        let workspace = Workspace::sample().unwrap();
        let ledger = workspace.ledger();
        let readiness = workspace.evaluate(&ledger);
        let Workspace { rulebook, sources, .. } = workspace;
        Self { rulebook, sources, ledger, readiness, texts: Texts::new(language) }
    }

    fn of(ledger: Ledger) -> Self {
        let rulebook = builtin("cloud-crm", "2017-06").unwrap().clone();
        let readiness = evaluate(&rulebook, &ledger, &Settings::on(day("2017-06-27")));
        Self { rulebook, sources: Vec::new(), ledger, readiness, texts: Texts::new(Language::English) }
    }

    fn report(&self) -> Report<'_> {
        let Self { rulebook, sources, ledger, readiness, texts } = self;
        Report { rulebook, sources, ledger, readiness, texts }
    }
}

fn opened(bytes: Vec<u8>) -> Xlsx<Cursor<Vec<u8>>> {
    Xlsx::new(Cursor::new(bytes)).unwrap()
}

/// Holds a sheet against the table it was made of: every heading and every value, as text, number or date.
#[track_caller]
fn check_sheet(book: &mut Xlsx<Cursor<Vec<u8>>>, table: &Table<'_>) {
    let sheet = book.worksheet_range(&table.title).unwrap();
    let cell = |row: usize, column: usize| sheet.get_value((u32(row), u32(column))).cloned().unwrap_or(Data::Empty);
    for (column, heading) in table.columns.iter().enumerate() {
        assert_eq!(cell(0, column), Data::String(heading.heading.clone()));
    }
    for row in 0..table.rows {
        let values = table.row(row);
        assert_eq!(values.len(), table.columns.len());
        for (column, value) in values.iter().enumerate() {
            let cell = cell(row + 1, column);
            let is_same = match value {
                Value::Nothing => cell == Data::Empty,
                Value::Text(text) => cell == Data::String(text.to_string()),
                Value::Count(count) => cell == Data::Float(count.to_f64().unwrap()),
                Value::Amount(amount, _) => cell == Data::Float(amount.to_f64().unwrap()),
                Value::Day(day) | Value::Month(day) => cell.as_date() == Some(*day),
            };
            assert!(is_same, "{} row {row} column {column}: {value:?} is {cell:?}", table.title);
        }
    }
}

fn u32(number: usize) -> u32 {
    u32::try_from(number).unwrap()
}

#[test]
fn the_workbook_read_back_holds_the_same_rows() {
    for language in Language::ALL {
        let result = Result::of_sample(language);
        let report = result.report();
        let mut book = opened(workbook(&report).unwrap());
        let tables = tables(&report);
        let first = result.texts.get("table-summary");
        let titles = std::iter::once(&first).chain(tables.iter().map(|table| &table.title));
        assert_eq!(book.sheet_names(), titles.cloned().collect::<Vec<_>>());
        for table in &tables {
            check_sheet(&mut book, table);
        }
        let cells = book.worksheet_range(&first).unwrap();
        let has = |cell: &Data| cells.used_cells().any(|(_, _, it)| it == cell);
        for table in summary(&report) {
            assert!(has(&Data::String(table.title.clone())), "{}", table.title);
            let texts = (0..table.rows).flat_map(|row| table.row(row)).filter_map(|value| match value {
                Value::Text(text) => Some(Data::String(text.into_owned())),
                _ => None,
            });
            texts.for_each(|text| assert!(has(&text), "{text:?}"));
        }
    }
}

#[test]
fn what_counts_adds_up_to_the_figure_of_the_result() {
    let sold =
        "2017-01-15 1200.10\n2017-02-01 -200.05\n2016-01-01 5000\n2017-03-03 70 EUR\n2017-04 300\n2017-05-05 9 office";
    let result = Result::of(company("ana: MB2-714", sold));
    let report = result.report();
    let mut book = opened(workbook(&report).unwrap());
    let sheet = book.worksheet_range("Sales").unwrap();
    let heading = "Counts for Silver, Gold, USD";
    let column =
        sheet.rows().next().unwrap().iter().position(|cell| *cell == Data::String(heading.to_owned())).unwrap();
    let amounts = sheet.rows().skip(1).take(6).filter_map(|row| row[column].as_f64());
    assert_eq!(amounts.map(|it| Decimal::try_from(it).unwrap()).sum::<Decimal>(), Decimal::new(130_005, 2));
    // The row below adds them up, and shows the sum before anybody reckons.
    let total = sheet.rows().nth(7).unwrap()[column].as_f64();
    assert_eq!(total, Some(1300.05));
    let formulas = book.worksheet_formula("Sales").unwrap();
    let found: Vec<&String> = formulas.used_cells().map(|(_, _, formula)| formula).collect();
    assert_eq!(found, ["SUBTOTAL(109,K2:K7)"]);
}

#[test]
fn what_counts_by_a_rate_adds_up_to_the_cents_of_the_result() {
    let ledger = company("ana: MB2-714", "2017-01-15 100 EUR\n2017-02-01 12.34 EUR\n2017-02-02 5");
    let rulebook = builtin("cloud-crm", "2017-06").unwrap().clone();
    let mut settings = Settings::on(day("2017-06-27"));
    settings.rates.insert("EUR".to_owned(), "1.0923".parse().unwrap());
    let readiness = evaluate(&rulebook, &ledger, &settings);
    let texts = Texts::new(Language::English);
    let result = Result { rulebook, sources: Vec::new(), ledger, readiness, texts };
    let mut book = opened(workbook(&result.report()).unwrap());
    // 109.23 + 13.478982 + 5, rounded down.
    assert!(book.worksheet_range("Sales").unwrap().used_cells().any(|(_, _, cell)| cell.as_f64() == Some(127.70)));
    let formulas = book.worksheet_formula("Sales").unwrap();
    let found: Vec<&String> = formulas.used_cells().map(|(_, _, formula)| formula).collect();
    assert_eq!(found, ["INT(ROUND(SUBTOTAL(109,K2:K4)*100,4))/100"]);
}

/// The rows of a table of the summary, which stands below its title and its headings.
fn rows_below(sheet: &calamine::Range<Data>, title: &str) -> Vec<Vec<Data>> {
    let rows = sheet.rows().skip_while(|row| row[0] != Data::String(title.to_owned())).skip(2);
    rows.take_while(|row| row[0] != Data::Empty).map(<[Data]>::to_vec).collect()
}

fn number(value: &serde_json::Value) -> Option<f64> {
    value.as_f64().or_else(|| value.as_str()?.parse().ok())
}

fn count(number: usize) -> f64 {
    number.to_f64().unwrap()
}

#[test]
fn the_workbook_holds_the_figures_of_the_json() {
    for language in Language::ALL {
        let result = Result::of_sample(language);
        let report = result.report();
        let mut book = opened(workbook(&report).unwrap());
        let json: serde_json::Value = serde_json::from_str(&json(&report).unwrap()).unwrap();
        let all = |field: &str| json[field].as_array().unwrap();
        let mut sheet = |kind: TableKind| book.worksheet_range(&kind.title(&result.texts)).unwrap();

        let sales = sheet(TableKind::Sales);
        let counted = |row: &&[Data]| row[8] == Data::String(result.texts.get("table-yes"));
        assert_eq!(sales.rows().filter(counted).count(), all("sales").iter().filter(|it| it["counts"] == true).count());
        let sum: Decimal = sales
            .rows()
            .skip(1)
            .take(all("sales").len())
            .filter_map(|row| Decimal::try_from(row[10].as_f64()?).ok())
            .sum();
        assert_eq!(sheet(TableKind::People).rows().count() - 1, all("people").len());
        assert_eq!(sheet(TableKind::Findings).rows().count() - 1, all("findings").len());
        let credentials = all("people").iter().flat_map(|person| person["credentials"].as_array().unwrap()).count();
        assert_eq!(sheet(TableKind::Credentials).rows().count() - 1, credentials);

        let missing = Data::String(result.texts.get("table-missing"));
        let told = sheet(TableKind::Checklist).rows().filter(|row| row[7] == missing).count();
        let levels = sheet_rows(&mut book, &result.texts);
        let mut clauses = 0;
        let mut rows = levels.iter();
        for requirement in json["options"][0]["levels"]
            .as_array()
            .unwrap()
            .iter()
            .flat_map(|it| it["requirements"].as_array().unwrap())
        {
            let row = rows.next().unwrap();
            let cell = |at: usize| row[at].as_f64();
            if requirement["kind"] == "revenue" {
                let figures = ["counted", "threshold", "shortfall"].map(|field| number(&requirement[field]));
                assert_eq!([cell(5), cell(6), cell(7)], figures);
                assert_eq!(sum.to_f64(), figures[0]);
            } else {
                let seats: Vec<_> = requirement["roles"]
                    .as_array()
                    .unwrap()
                    .iter()
                    .flat_map(|it| it["seats"].as_array().unwrap())
                    .collect();
                clauses += seats.iter().map(|seat| seat["missing"].as_array().unwrap().len()).sum::<usize>();
                let filled = seats.iter().filter(|seat| seat["missing_exams"] == 0).count();
                let figures = [Some(count(filled)), Some(count(seats.len())), number(&requirement["missing_exams"])];
                assert_eq!([cell(9), cell(10), cell(11)], figures);
            }
        }
        assert_eq!((rows.count(), told), (0, clauses));
    }
}

/// The levels, as they stand in the summary of a workbook.
fn sheet_rows(book: &mut Xlsx<Cursor<Vec<u8>>>, texts: &Texts) -> Vec<Vec<Data>> {
    let sheet = book.worksheet_range(&texts.get("table-summary")).unwrap();
    rows_below(&sheet, &texts.get("table-levels"))
}

#[test]
fn a_table_is_called_the_same_wherever_it_is_offered() {
    let result = Result::of_sample(Language::Spanish);
    let report = result.report();
    let mut files = std::collections::BTreeSet::new();
    for kind in TableKind::ALL {
        let table = kind.table(&report);
        assert_eq!(table.title, kind.title(&result.texts));
        assert!(files.insert(table.file), "{} is the file of two tables", table.file);
    }
}

#[test]
fn csv_has_the_amounts_of_either_style() {
    let result = Result::of(company("ana: MB2-714", "2017-01-15 1234.5"));
    let report = result.report();
    let table = TableKind::Sales.table(&report);
    for (style, amount) in [(CsvStyle::Comma, ",1234.50,"), (CsvStyle::Semicolon, ";1234,50;")] {
        let text = String::from_utf8(csv(&table, style)).unwrap();
        assert!(text.starts_with('\u{feff}') && text.contains(amount) && text.contains("2017-01-15"), "{text}");
    }
}

/// What a folder holds, hidden files too.
fn names(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap());
    let mut names: Vec<String> = entries.collect();
    names.sort();
    names
}

#[test]
fn every_export_is_saved_whole() {
    let folder = tempfile::tempdir().unwrap();
    let result = Result::of_sample(Language::English);
    let report = result.report();
    let level = touchstone::rulebook::LevelId::Gold;
    for (export, name, start) in [
        (Export::Workbook, "Readiness 2017-06-27.xlsx", "PK"),
        (Export::Csv(Some(TableKind::People), CsvStyle::Comma), "People × exams 2017-06-27.csv", "\u{feff}Person,"),
        (Export::Checklist { option: 0, level }, "Checklist Gold 2017-06-27.txt", ""),
        (Export::Calendar, "Readiness 2017-06-27.ics", "BEGIN:VCALENDAR"),
        (Export::Json, "Readiness 2017-06-27.json", "{"),
    ] {
        assert_eq!(export.name(&report), name);
        // The end of the name is the program's to add.
        let typed = folder.path().join(name.rsplit_once('.').unwrap().0);
        let saved = export.save(&report, &typed).unwrap();
        assert_eq!(saved, folder.path().join(name));
        assert!(fs::read(saved).unwrap().starts_with(start.as_bytes()), "{name}");
    }
    assert_eq!(names(folder.path()).len(), 5);
}

#[test]
fn a_folder_of_tables_is_new_each_time() {
    let folder = tempfile::tempdir().unwrap();
    let result = Result::of_sample(Language::Spanish);
    let export = Export::Csv(None, CsvStyle::Semicolon);
    for name in ["Preparación 2017-06-27", "Preparación 2017-06-27 (2)"] {
        let saved = export.save(&result.report(), folder.path()).unwrap();
        assert_eq!(saved, folder.path().join(name));
        assert_eq!(names(&saved).len(), TableKind::ALL.len());
    }
    assert_eq!(names(folder.path()).len(), 2);
}

/// Saves where that can't be done: it says so, and all that stands there stays as it is.
#[track_caller]
fn check_not_saved(folder: &Path, export: Export, path: &Path, expected: &str) {
    let files = |folder: &Path| -> Vec<(String, Option<Vec<u8>>)> {
        names(folder).into_iter().map(|name| (name.clone(), fs::read(folder.join(name)).ok())).collect()
    };
    let before = files(folder);
    let result = Result::of_sample(Language::English);
    let error = export.save(&result.report(), path).unwrap_err();
    let message = error.message(&result.texts);
    assert!(message.contains(expected), "{message}");
    assert!(files(folder) == before);
}

#[test]
fn what_can_not_be_saved_says_why_and_leaves_all_as_it_was() {
    let folder = tempfile::tempdir().unwrap();
    let at = |name: &str| folder.path().join(name);
    fs::write(at("old.xlsx"), "old").unwrap();
    fs::create_dir(at("folder.xlsx")).unwrap();
    let all = Export::Csv(None, CsvStyle::Comma);
    for (export, path, expected) in [
        (Export::Workbook, at("gone/new.xlsx"), "there is no such folder"),
        (Export::Workbook, at("old.xlsx/new.xlsx"), "can't be written"),
        (Export::Workbook, at("folder.xlsx"), "is a folder"),
        (all, at("gone"), "there is no such folder"),
        (all, at("old.xlsx"), "can't be written"),
    ] {
        check_not_saved(folder.path(), export, &path, expected);
    }
}

/// A folder of a disk that a test needs.
fn disk(variable: &str) -> PathBuf {
    std::env::var_os(variable).map(PathBuf::from).unwrap()
}

#[test]
#[ignore = "needs a disk of 100 kB: tests/disks.sh"]
fn an_export_to_a_full_disk_leaves_the_old_file_whole() {
    let folder = disk("TOUCHSTONE_FULL_DISK");
    let (path, rest) = (folder.join("old.xlsx"), folder.join("rest"));
    Export::Workbook.save(&Result::of_sample(Language::English).report(), &path).unwrap();
    let _ = fs::write(&rest, vec![0; 1 << 20]);
    check_not_saved(&folder, Export::Workbook, &path, "the disk is full");
    check_not_saved(&folder, Export::Csv(None, CsvStyle::Comma), &folder, "the disk is full");
    fs::remove_file(&rest).unwrap();
    Export::Workbook.save(&Result::of_sample(Language::English).report(), &path).unwrap();
    assert_eq!(names(&folder), ["old.xlsx"]);
}

#[test]
#[ignore = "needs a disk that can't be written to: tests/disks.sh"]
fn an_export_to_a_read_only_disk_says_so() {
    let folder = disk("TOUCHSTONE_READ_ONLY_DISK");
    let path = folder.join("year.touchstone");
    check_not_saved(&folder, Export::Json, &path, "the system does not allow it");
    check_not_saved(&folder, Export::Csv(None, CsvStyle::Comma), &folder, "the system does not allow it");
}

#[test]
fn no_text_of_a_file_becomes_a_formula() {
    let names = ["=1+1", "+1", "-1", "@SUM(A1)", "=cmd|' /C calc'!A0", "#panic() *x* $y$ <b>", "\u{1}\u{b}"];
    let mut skills = credentials("ana: MB2-714");
    let mut sold = sales(&vec!["2017-01-15 1"; names.len()].join("\n"));
    for (sale, name) in sold.sales.rows_mut().iter_mut().zip(names) {
        sale.customer = name.into();
    }
    skills.company = "=HYPERLINK(\"http://example.org\")".into();
    let result = Result::of(Ledger::gather([&skills, &sold]));
    let report = result.report();
    let mut book = opened(workbook(&report).unwrap());
    for sheet in book.sheet_names() {
        let formulas = book.worksheet_formula(&sheet).unwrap();
        assert!(formulas.used_cells().all(|(_, _, it)| it.is_empty() || it.starts_with("SUBTOTAL(109,")), "{sheet}");
    }
    let customers: Vec<String> =
        book.worksheet_range("Sales").unwrap().rows().skip(1).take(names.len()).map(|row| row[1].to_string()).collect();
    assert_eq!(customers, names);
    let table = tables(&report).into_iter().find(|table| table.file == "sales").unwrap();
    let text = String::from_utf8(csv(&table, CsvStyle::Comma)).unwrap();
    let read = ::csv::Reader::from_reader(text.trim_start_matches('\u{feff}').as_bytes())
        .into_records()
        .map(|record| record.unwrap()[1].to_owned())
        .collect::<Vec<_>>();
    assert_eq!(read, ["'=1+1", "'+1", "'-1", "'@SUM(A1)", "'=cmd|' /C calc'!A0", names[5], names[6]]);
}

#[test]
fn the_same_result_gives_the_same_bytes() {
    let made = || {
        let result = Result::of_sample(Language::Spanish);
        let report = result.report();
        let tables: Vec<Vec<u8>> = tables(&report).iter().map(|table| csv(table, CsvStyle::Semicolon)).collect();
        (workbook(&report).unwrap(), tables, calendar(&report))
    };
    assert!(made() == made());
}

#[test]
fn nothing_imported_makes_a_workbook_too() {
    let result = Result::of(Ledger::default());
    let mut book = opened(workbook(&result.report()).unwrap());
    for table in tables(&result.report()) {
        check_sheet(&mut book, &table);
    }
}

#[test]
fn the_calendar_tells_when_a_level_is_lost() {
    let result = Result::of_sample(Language::English);
    let text = calendar(&result.report()).replace("\r\n ", "");
    let lines: Vec<&str> = text.lines().collect();
    assert_eq!(lines.iter().filter(|line| **line == "BEGIN:VEVENT").count(), 2);
    for line in [
        "DTSTART;VALUE=DATE:20170930",
        "SUMMARY:Silver: With no new sales the revenue falls below 100\\,000 USD on 30 Sep 2017",
        "DTSTAMP:20170627T000000Z",
        "UID:ffadc4d0801e62d8682577fa2b5d62ae@touchstone",
        // A month later, new exports can tell more.
        "DTSTART;VALUE=DATE:20170727",
        "SUMMARY:Check Cloud Customer Relationship Management again",
    ] {
        assert!(lines.contains(&line), "{text}");
    }
}

#[test]
fn a_file_gets_the_end_that_its_name_lacks() {
    let folder = tempfile::tempdir().unwrap();
    let result = Result::of_sample(Language::English);
    for (named, expected) in [
        ("Informe 27.06.2017", "Informe 27.06.2017.json"),
        ("a.JSON", "a.JSON"),
        ("b", "b.json"),
        ("c.txt", "c.txt.json"),
    ] {
        let made = Export::Json.save(&result.report(), &folder.path().join(named)).unwrap();
        assert_eq!(made, folder.path().join(expected));
        assert!(made.is_file(), "{expected}");
    }
}
