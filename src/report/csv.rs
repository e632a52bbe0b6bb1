//! A table as CSV, for programs that read nothing else.

use crate::texts::Language;

use super::tables::{Table, Value};

/// How a CSV file parts its fields and writes its amounts. Dates are `2017-06-27` in both.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CsvStyle {
    /// `a,b` and `1234.50`: for Excel where amounts have a decimal point, and for most other programs.
    Comma,
    /// `a;b` and `1234,50`: for Excel where amounts have a decimal comma.
    Semicolon,
}

impl CsvStyle {
    /// Both, in the order in which they are offered.
    pub const ALL: [Self; 2] = [Self::Comma, Self::Semicolon];

    /// The one that Excel opens rightly where people speak that language, as a rule: it goes by the system's settings.
    pub fn of(language: Language) -> Self {
        match language {
            Language::English => Self::Comma,
            Language::Spanish => Self::Semicolon,
        }
    }

    /// Its name on the command line.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Comma => "comma",
            Self::Semicolon => "semicolon",
        }
    }
}

/// A table as CSV in UTF-8, with a mark by which Excel knows that.
///
/// A text that a spreadsheet program would take for a formula has an apostrophe before it.
pub fn csv(table: &Table<'_>, style: CsvStyle) -> Vec<u8> {
    let mut bytes = "\u{feff}".as_bytes().to_vec();
    let delimiter = match style {
        CsvStyle::Comma => b',',
        CsvStyle::Semicolon => b';',
    };
    let mut builder = ::csv::WriterBuilder::new();
    let mut writer = builder.delimiter(delimiter).terminator(::csv::Terminator::CRLF).from_writer(&mut bytes);
    let headings = table.columns.iter().map(|column| plain(&column.heading));
    // Nothing can go wrong with memory, and all rows are as long as the first.
    let _ = writer.write_record(headings);
    for at in 0..table.rows {
        let _ = writer.write_record(table.row(at).iter().map(|value| field(value, style)));
    }
    let _ = writer.flush();
    drop(writer);
    bytes
}

fn field(value: &Value<'_>, style: CsvStyle) -> String {
    match value {
        Value::Nothing => String::new(),
        Value::Text(text) => plain(text),
        Value::Count(count) => count.to_string(),
        Value::Amount(amount, decimals) => {
            let mut amount = *amount;
            if amount.scale() < *decimals {
                amount.rescale(*decimals);
            }
            match style {
                CsvStyle::Comma => amount.to_string(),
                CsvStyle::Semicolon => amount.to_string().replace('.', ","),
            }
        }
        Value::Day(day) => day.to_string(),
        Value::Month(month) => month.format("%Y-%m").to_string(),
    }
}

/// A text that no program takes for a formula.
fn plain(text: &str) -> String {
    if text.starts_with(['=', '+', '-', '@', '\t', '\r']) { format!("'{text}") } else { text.to_owned() }
}
