//! What the user said about people, exams and files.

use serde::{Deserialize, Serialize};

use super::super::FileFault;
use super::{SHEET_KINDS, named};
use crate::import::{self, AmountsAre, DateOrder, DecimalSign, Field, ReadOptions};
use crate::ledger::{self, SheetKind};
use crate::workspace;

/// What the user said about people and exams.
#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Corrections {
    same: Vec<(String, String)>,
    apart: Vec<(String, String)>,
    exams: Vec<(String, String)>,
}

/// What the user chose about files with these headings. A password is never stored.
#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Remembered {
    headings: Vec<String>,
    encoding: Option<String>,
    delimiter: Option<char>,
    sheet: Option<String>,
    heading_row: Option<u32>,
    kind: Option<String>,
    columns: Vec<Column>,
    date_order: Option<String>,
    decimal_sign: Option<String>,
    amounts: Option<String>,
    person: Option<String>,
    year: Option<i32>,
}

/// What a column holds; nothing that matters without a field.
#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Column {
    heading: String,
    field: Option<String>,
}

impl Corrections {
    pub(super) fn of(corrections: &ledger::Corrections) -> Self {
        let ledger::Corrections { same, apart, exams } = corrections.clone();
        Self { same, apart, exams }
    }

    pub(super) fn corrections(self) -> ledger::Corrections {
        ledger::Corrections { same: self.same, apart: self.apart, exams: self.exams }
    }
}

impl Remembered {
    pub(super) fn of(remembered: &workspace::Remembered) -> Self {
        let import::Choices {
            reading,
            sheet,
            heading_row,
            kind,
            columns,
            date_order,
            decimal_sign,
            amounts,
            person,
            year,
        } = remembered.choices.clone();
        let column = |column: import::ColumnChoice| Column {
            heading: column.heading,
            field: column.field.map(|field| field.as_str().to_owned()),
        };
        Self {
            headings: remembered.headings.clone(),
            encoding: reading.encoding,
            delimiter: reading.delimiter,
            sheet,
            heading_row,
            kind: kind.map(|kind| kind.as_str().to_owned()),
            columns: columns.into_iter().map(column).collect(),
            date_order: date_order.map(|order| order.as_str().to_owned()),
            decimal_sign: decimal_sign.map(|sign| sign.as_str().to_owned()),
            amounts: amounts.map(|amounts| amounts.as_str().to_owned()),
            person,
            year,
        }
    }

    pub(super) fn remembered(self) -> Result<workspace::Remembered, FileFault> {
        let column = |column: Column| {
            let field = column.field.map(|name| named(&name, Field::ALL, Field::as_str)).transpose()?;
            Ok(import::ColumnChoice { heading: column.heading, field })
        };
        let choices = import::Choices {
            reading: ReadOptions { encoding: self.encoding, delimiter: self.delimiter, password: None },
            sheet: self.sheet,
            heading_row: self.heading_row,
            kind: self.kind.map(|name| named(&name, SHEET_KINDS, SheetKind::as_str)).transpose()?,
            columns: self.columns.into_iter().map(column).collect::<Result<_, FileFault>>()?,
            date_order: self.date_order.map(|name| named(&name, DateOrder::ALL, DateOrder::as_str)).transpose()?,
            decimal_sign: self
                .decimal_sign
                .map(|name| named(&name, DecimalSign::ALL, DecimalSign::as_str))
                .transpose()?,
            amounts: self.amounts.map(|name| named(&name, AmountsAre::ALL, AmountsAre::as_str)).transpose()?,
            person: self.person,
            year: self.year,
        };
        Ok(workspace::Remembered { headings: self.headings, choices })
    }
}
