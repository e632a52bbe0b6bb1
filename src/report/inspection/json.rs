//! What was understood of a file, as JSON, schema 1.

use serde::Serialize;

use crate::import::{Column, Layout, Question};
use crate::ledger::SheetTally;
use crate::report::json::{FindingJson, finding_json};

use super::Inspection;

/// What was understood of a file as JSON, with a line break at its end.
///
/// # Errors
/// None in practice: every part can be written as JSON.
pub fn inspection_json(inspection: &Inspection<'_>) -> Result<String, serde_json::Error> {
    let Inspection { contents, understanding, source, .. } = inspection;
    let opened = &contents.opened;
    let sheets = contents.sheets.iter().enumerate().map(|(place, sheet)| SheetJson {
        name: &sheet.name,
        hidden: sheet.is_hidden,
        rows: sheet.len(),
        tables: inspection.tables(place).map(|(table, tally)| table_json(inspection, table, tally)).collect(),
    });
    let result = InspectionJson {
        schema: 1,
        file: &contents.file,
        format: opened.format.as_str(),
        encoding: opened.encoding.as_deref(),
        encoding_sure: opened.encoding.as_ref().map(|_| opened.encoding_is_sure),
        delimiter: opened.delimiter,
        sheets: sheets.collect(),
        questions: understanding.questions.iter().map(question_json).collect(),
        refused: source.as_ref().err().map(|error| error.fault.as_str()),
        findings: source.iter().flat_map(|source| &source.findings).map(finding_json).collect(),
    };
    Ok(serde_json::to_string_pretty(&result)? + "\n")
}

#[derive(Serialize)]
struct InspectionJson<'a> {
    schema: u32,
    file: &'a str,
    format: &'static str,
    encoding: Option<&'a str>,
    encoding_sure: Option<bool>,
    delimiter: Option<char>,
    sheets: Vec<SheetJson<'a>>,
    questions: Vec<QuestionJson<'a>>,
    refused: Option<&'static str>,
    findings: Vec<FindingJson<'a>>,
}

#[derive(Serialize)]
struct SheetJson<'a> {
    name: &'a str,
    hidden: bool,
    rows: usize,
    tables: Vec<TableJson<'a>>,
}

#[derive(Serialize)]
struct TableJson<'a> {
    kind: &'static str,
    shape: &'static str,
    heading_rows: Vec<u32>,
    first_row: Option<u32>,
    last_row: Option<u32>,
    columns: Vec<ColumnJson<'a>>,
    rows: Option<usize>,
    taken: Option<usize>,
    left_out: Option<usize>,
}

#[derive(Serialize)]
struct ColumnJson<'a> {
    column: String,
    heading: &'a str,
    field: Option<&'static str>,
    certainty: Option<&'static str>,
}

#[derive(Serialize)]
struct QuestionJson<'a> {
    about: &'static str,
    field: Option<&'static str>,
    column: &'a str,
    value: &'a str,
}

fn table_json<'a>(inspection: &Inspection<'a>, table: &'a Layout, tally: Option<&SheetTally>) -> TableJson<'a> {
    let sheet = inspection.contents.sheets.get(table.sheet);
    let number = |place: usize| sheet.and_then(|sheet| sheet.row(place)).map(|row| row.number);
    TableJson {
        kind: table.kind.as_str(),
        shape: table.shape.as_str(),
        heading_rows: table.headings.clone().filter_map(number).collect(),
        first_row: table.rows.clone().next().and_then(number),
        last_row: table.rows.clone().next_back().and_then(number),
        columns: table.columns.iter().map(column_json).collect(),
        rows: tally.map(|tally| tally.rows),
        taken: tally.map(|tally| tally.taken),
        left_out: tally.map(|tally| tally.left_out),
    }
}

fn column_json(column: &Column) -> ColumnJson<'_> {
    ColumnJson {
        column: column.letters(),
        heading: &column.heading,
        field: column.field.map(crate::import::Field::as_str),
        certainty: column.field.map(|_| column.certainty.as_str()),
    }
}

fn question_json(question: &Question) -> QuestionJson<'_> {
    QuestionJson {
        about: question.about.as_str(),
        field: question.about.field().map(crate::import::Field::as_str),
        column: &question.heading,
        value: &question.value,
    }
}
