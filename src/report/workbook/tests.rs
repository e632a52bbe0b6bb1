//! Tables with more rows than a sheet has.

use std::io::Cursor;

use calamine::{Data, Reader, Xlsx};

use crate::report::Report;
use crate::report::tables;
use crate::texts::{Language, Texts};
use crate::workspace::Workspace;

#[test]
fn what_no_sheet_has_room_for_goes_on_in_another_and_the_summary_says_so() {
    let workspace = Workspace::sample().unwrap();
    let ledger = workspace.ledger();
    let readiness = workspace.evaluate(&ledger);
    let texts = Texts::new(Language::English);
    let Workspace { rulebook, sources, .. } = &workspace;
    let report = Report { rulebook, sources, ledger: &ledger, readiness: &readiness, texts: &texts };
    let table = tables::sales(&report);
    let mut book = Xlsx::new(Cursor::new(super::with_most_rows(&report, 25).unwrap())).unwrap();

    let parts: Vec<String> = book.sheet_names().into_iter().filter(|name| name.starts_with("Sales")).collect();
    assert_eq!(parts, ["Sales", "Sales 2", "Sales 3"]);
    let mut rows = Vec::new();
    for part in parts {
        let sheet = book.worksheet_range(&part).unwrap();
        // The heading stands above, and a sum below.
        let count = sheet.rows().count() - 2;
        assert_eq!(sheet.rows().next().unwrap()[1], Data::String("Customer".to_owned()));
        rows.extend(sheet.rows().skip(1).take(count).map(|row| row[1].to_string()));
    }
    let customers = (0..table.rows).map(|row| match &table.row(row)[1] {
        tables::Value::Text(text) => text.to_string(),
        _ => String::new(),
    });
    assert_eq!(rows, customers.collect::<Vec<_>>());
    let told = "“Sales” goes on over several sheets, up to “Sales 3”: a sheet holds 25 rows.";
    let summary = book.worksheet_range("Summary").unwrap();
    assert!(summary.used_cells().any(|(_, _, cell)| *cell == Data::String(told.to_owned())));
}
