//! Exports as large as a big partner's, always the same ones.

use std::path::Path;

use rust_xlsxwriter::{ExcelDateTime, Format, Workbook};

const CUSTOMERS: u32 = 25_000;
const PEOPLE: u32 = 30_000;

/// What stands in a cell.
enum Value {
    Text(String),
    Number(f64),
    Date(u16, u8, u8),
}

/// A table with its headings.
pub struct Export {
    headings: [&'static str; 8],
    row: fn(u32) -> [Value; 8],
    rows: u32,
}

impl Export {
    /// Exams that were passed.
    pub fn exams(rows: u32) -> Self {
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
        Self { headings, row: exam, rows }
    }

    /// Sales to customers.
    pub fn sales(rows: u32) -> Self {
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
        Self { headings, row: sale, rows }
    }

    /// Writes it as a workbook, or as text where the file is called so.
    pub fn write(&self, path: &Path) {
        if path.extension().is_some_and(|extension| extension == "csv") {
            self.write_text(path);
        } else {
            self.write_workbook(path);
        }
    }

    fn write_workbook(&self, path: &Path) {
        let mut workbook = Workbook::new();
        let date = Format::new().set_num_format("yyyy-mm-dd");
        let sheet = workbook.add_worksheet();
        sheet.write_row(0, 0, self.headings).unwrap();
        for row in 0..self.rows {
            for (column, value) in (0..).zip((self.row)(row)) {
                match value {
                    Value::Text(text) => sheet.write_string(row + 1, column, text),
                    Value::Number(number) => sheet.write_number(row + 1, column, number),
                    Value::Date(year, month, day) => {
                        let day = ExcelDateTime::from_ymd(year, month, day).unwrap();
                        sheet.write_datetime_with_format(row + 1, column, day, &date)
                    }
                }
                .unwrap();
            }
        }
        workbook.save(path).unwrap();
    }

    fn write_text(&self, path: &Path) {
        let mut writer = csv::Writer::from_path(path).unwrap();
        writer.write_record(self.headings).unwrap();
        for row in 0..self.rows {
            let cells = (self.row)(row).map(|value| match value {
                Value::Text(text) => text,
                Value::Number(number) => number.to_string(),
                Value::Date(year, month, day) => format!("{year}-{month:02}-{day:02}"),
            });
            writer.write_record(cells).unwrap();
        }
        writer.flush().unwrap();
    }
}

fn exam(number: u32) -> [Value; 8] {
    let exams = ["MB2-712", "MB2-713", "MB2-714", "MB2-715", "MB2-716", "MB2-717", "MB2-718", "70-398", "MB6-894"];
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
}

fn sale(number: u32) -> [Value; 8] {
    let products = ["Dynamics CRM Online", "CRM Online Professional", "Office 365 E3", "Azure", "Power BI Pro"];
    let (customer, product) = (number.wrapping_mul(7919) % CUSTOMERS, number as usize * 3 % products.len());
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
}

/// One of some hundred days.
fn day(number: u32) -> Value {
    let part = |parts: u32| u8::try_from(number / 7 % parts).unwrap_or_default() + 1;
    Value::Date(if number.is_multiple_of(2) { 2016 } else { 2017 }, part(12), part(28))
}
