//! Workbooks beside what another program says they hold: the same records.

use std::path::{Path, PathBuf};

use touchstone::ledger::{CredentialRow, Sale, Source};

use crate::import::{findings, fixture, read};

/// A workbook, one of its sheets, and the text that another program made of that sheet in Spain.
fn twins() -> [(PathBuf, &'static str, &'static str); 4] {
    let sample = |name: &str| Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/samples").join(name);
    [
        (sample("alboran-trainings.xlsx"), "Trainings", "alboran-trainings.Trainings.csv"),
        (sample("alboran-trainings.xlsx"), "Internal list", "alboran-trainings.Internal list.csv"),
        (sample("alboran-revenue.xlsx"), "Data", "alboran-revenue.csv"),
        (fixture("exports/sales/customers-and-revenue.xlsx"), "Export", "customers-and-revenue.csv"),
    ]
}

#[test]
fn hold_the_same_records_and_findings() {
    for (workbook, sheet, twin) in twins() {
        let (whole, twin_read) = (read(&workbook), read(&fixture("twins").join(twin)));
        assert_eq!(records(&whole, sheet), records(&twin_read, ""), "{twin}");
        assert_ne!(records(&whole, sheet), (vec![], vec![]), "{twin}");
        let of_sheet = Source {
            findings: whole.findings.iter().filter(|it| it.sheet.as_deref() == Some(sheet)).cloned().collect(),
            ..whole
        };
        assert_eq!(findings(&of_sheet), findings(&twin_read), "{twin}");
    }
}

/// The records of a sheet, without the names of file and sheet.
fn records(source: &Source, sheet: &str) -> (Vec<CredentialRow>, Vec<Sale>) {
    let mut credentials: Vec<_> = source.credentials.iter().filter(|row| &*row.place.sheet == sheet).cloned().collect();
    let mut sales: Vec<_> = source.sales.iter().filter(|sale| &*sale.place.sheet == sheet).cloned().collect();
    let places = credentials.iter_mut().map(|row| &mut row.place).chain(sales.iter_mut().map(|sale| &mut sale.place));
    for place in places {
        (place.file, place.sheet) = ("".into(), "".into());
    }
    (credentials, sales)
}
