//! A real export of 160 passes, as it comes and after other programs in two countries saved it.

use std::collections::BTreeSet;

use touchstone::ledger::{CredentialRow, Ledger, Source};

use crate::import::{findings, fixture, read};

/// The export as it comes.
const ORIGINAL: &str = "trainings-2021-01.tsv";

/// What became of it in an American and in a Spanish program.
const CONVERTED: [&str; 10] = [
    "trainings/en-US.xlsx",
    "trainings/en-US.xls",
    "trainings/en-US.ods",
    "trainings/en-US.csv",
    "trainings/en-US.excel.csv",
    "trainings/es-ES.xlsx",
    "trainings/es-ES.xls",
    "trainings/es-ES.ods",
    "trainings/es-ES.csv",
    "trainings/es-ES.excel.csv",
];

/// A cell of the export, found without the importer.
fn column(at: usize) -> Vec<String> {
    let text = std::fs::read_to_string(fixture(ORIGINAL)).unwrap();
    text.lines().skip(1).map(|line| line.split('\t').nth(at).unwrap().to_owned()).collect()
}

fn shown(source: &Source, show: impl Fn(&CredentialRow) -> String) -> Vec<String> {
    source.credentials.iter().map(show).collect()
}

#[test]
fn gives_every_pass_of_every_person_on_its_day() {
    for name in [ORIGINAL].iter().chain(&CONVERTED) {
        let source = read(&fixture(name));
        assert_eq!(findings(&source), [""; 0], "{name}");
        assert_eq!(source.credentials.len(), 160, "{name}");
        assert_eq!(Ledger::gather([&source]).people.len(), 42, "{name}");
        assert_eq!(&*source.company, "Contoso Ltd", "{name}");
        let days: Vec<String> = column(7).iter().map(|day| day[..10].to_owned()).collect();
        assert_eq!(shown(&source, |row| row.passed.to_string()), days, "{name}");
        assert_eq!(shown(&source, |row| row.passed.format("%b-%y").to_string()), column(8), "{name}");
    }
}

#[test]
fn gives_the_same_rows_whoever_saved_it() {
    let rows = |name| {
        let source = read(&fixture(name));
        let rows = source.credentials.into_iter();
        rows.map(|row| (row.person, row.exam, row.passed, row.place.row)).collect::<Vec<_>>()
    };
    let expected = rows(ORIGINAL);
    for name in CONVERTED {
        assert_eq!(rows(name), expected, "{name}");
    }
}

/// Else the tests above would prove nothing of the two countries.
#[test]
fn is_spelled_as_each_country_spells_dates() {
    let spelled: BTreeSet<String> = CONVERTED
        .iter()
        .filter(|name| name.split('.').next_back() == Some("csv"))
        .map(|name| {
            let text = std::fs::read_to_string(fixture(name)).unwrap();
            let cells: Vec<&str> = text.lines().nth(1).unwrap().split([',', ';']).collect();
            cells[7..9].join(" ")
        })
        .collect();
    let expected =
        ["12/25/18 11:07 PM 12/18/26", "12/25/2018 23:07 Dec-18", "25/12/18 23:07 Dec-18", "25/12/2018 23:07 dic-18"];
    assert!(spelled.iter().eq(&expected), "{spelled:?}");
}
