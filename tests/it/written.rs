//! Tables of values, written as the programs write them that partners use.

use chrono::{NaiveDate, NaiveDateTime};
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format, Workbook};

/// What stands in one cell, whatever program shows it.
#[derive(Debug, Clone, PartialEq)]
pub enum Value {
    Blank,
    Text(String),
    Number(Decimal),
    Day(NaiveDate),
    Moment(NaiveDateTime),
    /// A month, as its first day.
    Month(NaiveDate),
}

/// A program that writes tables as text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Program {
    /// Partner Center: its dates have two spaces inside.
    PartnerCenter,
    /// Excel in the United States, after it has opened what Partner Center wrote.
    AmericanExcel,
    /// The same in Spain.
    SpanishExcel,
}

impl Value {
    /// Text, or nothing where it is empty.
    pub fn text(text: &str) -> Self {
        if text.is_empty() { Self::Blank } else { Self::Text(text.to_owned()) }
    }
}

/// Rows as a program writes them to a text file.
pub fn text(program: Program, rows: &[Vec<Value>]) -> Vec<u8> {
    let delimiter = if program == Program::SpanishExcel { b';' } else { b',' };
    let cells = rows.iter().map(|row| row.iter().map(|value| cell(program, value)).collect());
    let text = delimited(&cells.collect::<Vec<_>>(), delimiter, csv::QuoteStyle::Necessary);
    match program {
        Program::PartnerCenter => format!("\u{feff}{text}").into_bytes(),
        Program::AmericanExcel | Program::SpanishExcel => encoding_rs::WINDOWS_1252.encode(&text).0.into_owned(),
    }
}

/// Rows of texts, with a sign between the cells.
pub fn delimited(rows: &[Vec<String>], delimiter: u8, quotes: csv::QuoteStyle) -> String {
    let mut writer = csv::WriterBuilder::new()
        .delimiter(delimiter)
        .terminator(csv::Terminator::CRLF)
        .quote_style(quotes)
        .flexible(true)
        .from_writer(Vec::new());
    for row in rows {
        writer.write_record(row).unwrap();
    }
    String::from_utf8(writer.into_inner().unwrap()).unwrap()
}

/// Rows as a workbook of one sheet, with real dates and numbers.
pub fn workbook(sheet: &str, rows: &[Vec<Value>]) -> Vec<u8> {
    let mut workbook = Workbook::new();
    let created = ExcelDateTime::parse_from_str("2017-06-28 09:00:00").unwrap();
    workbook.set_properties(&DocProperties::new().set_creation_datetime(&created));
    let page = workbook.add_worksheet().set_name(sheet).unwrap();
    let [day, moment, month] =
        ["dd/mm/yyyy", "dd/mm/yyyy hh:mm", "mmm-yy"].map(|format| Format::new().set_num_format(format));
    for (at, row) in (0..).zip(rows) {
        for (column, value) in (0..).zip(row) {
            match value {
                Value::Blank => continue,
                Value::Text(text) => page.write(at, column, text),
                Value::Number(number) => page.write(at, column, number.to_f64().unwrap()),
                Value::Day(date) => page.write_with_format(at, column, excel(date), &day),
                Value::Month(date) => page.write_with_format(at, column, excel(date), &month),
                Value::Moment(time) => page.write_with_format(at, column, excel(time), &moment),
            }
            .unwrap();
        }
    }
    workbook.save_to_buffer().unwrap()
}

fn excel(date: &impl ToString) -> ExcelDateTime {
    ExcelDateTime::parse_from_str(&date.to_string()).unwrap()
}

fn cell(program: Program, value: &Value) -> String {
    use Program::{AmericanExcel, PartnerCenter, SpanishExcel};
    match (value, program) {
        (Value::Blank, _) => String::new(),
        (Value::Text(text), _) => text.clone(),
        (Value::Number(number), SpanishExcel) => number.to_string().replace('.', ","),
        (Value::Number(number), _) => number.to_string(),
        (Value::Day(day), PartnerCenter) => day.format("%Y-%m-%d").to_string(),
        (Value::Day(day), AmericanExcel) => day.format("%-m/%-d/%Y").to_string(),
        (Value::Day(day), SpanishExcel) => day.format("%d/%m/%Y").to_string(),
        (Value::Moment(time), PartnerCenter) => time.format("%Y-%m-%d  %H:%M:%S").to_string(),
        (Value::Moment(time), AmericanExcel) => time.format("%-m/%-d/%Y %-H:%M").to_string(),
        (Value::Moment(time), SpanishExcel) => time.format("%d/%m/%Y %-H:%M").to_string(),
        (Value::Month(month), SpanishExcel) => spanish_month(*month),
        (Value::Month(month), _) => month.format("%b-%y").to_string(),
    }
}

/// `dic-18`
pub fn spanish_month(month: NaiveDate) -> String {
    const NAMES: [&str; 12] = ["ene", "feb", "mar", "abr", "may", "jun", "jul", "ago", "sep", "oct", "nov", "dic"];
    let number: usize = month.format("%m").to_string().parse().unwrap();
    format!("{}-{}", NAMES[number - 1], month.format("%y"))
}
