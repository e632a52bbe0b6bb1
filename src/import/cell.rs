//! One cell of a sheet, whatever program wrote it.

use std::fmt;

use chrono::NaiveDateTime;

/// One cell of a sheet.
#[derive(Debug, Clone, PartialEq, Default)]
pub(super) enum Cell {
    /// Nothing, or only spaces.
    #[default]
    Empty,
    /// Text, without spaces around it; never empty.
    Text(String),
    /// A number.
    Number(f64),
    /// A number that its format shows as a date. Since formats err, the number is kept beside the date.
    Date(NaiveDateTime, f64),
    /// True or false.
    Bool(bool),
    /// An error such as `#N/A`.
    Error(String),
}

/// A row of a sheet that has something in it.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Row {
    /// Counted from 1, as spreadsheet programs show it.
    pub number: u32,
    /// The cells from the first column on; those after the last filled one may be left out.
    pub cells: Vec<Cell>,
}

/// One sheet of a file.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Sheet {
    /// Its name; empty for a file that has no sheets.
    pub name: String,
    /// Its rows that have something in them.
    pub rows: Vec<Row>,
    /// Whether its dates are counted from 1904 on, as old Macintosh programs did.
    pub from_1904: bool,
    /// Why it could not be read, where it could not.
    pub damage: Option<String>,
}

impl Cell {
    /// A cell that holds this text.
    pub fn text(text: &str) -> Self {
        let text = text.trim();
        if text.is_empty() { Self::Empty } else { Self::Text(text.to_owned()) }
    }

    /// Whether nothing stands in it.
    pub fn is_empty(&self) -> bool {
        *self == Self::Empty
    }

    /// What stands in it as words; empty for an error.
    pub fn words(&self) -> String {
        match self {
            Self::Error(_) => String::new(),
            _ => self.to_string().split_whitespace().collect::<Vec<_>>().join(" "),
        }
    }
}

impl Row {
    /// The cell in a column.
    pub fn cell(&self, column: usize) -> &Cell {
        self.cells.get(column).unwrap_or(&Cell::Empty)
    }

    /// The cells that have something in them.
    pub fn filled(&self) -> impl Iterator<Item = &Cell> {
        self.cells.iter().filter(|cell| !cell.is_empty())
    }
}

impl fmt::Display for Cell {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Empty => Ok(()),
            Self::Text(text) | Self::Error(text) => f.write_str(text),
            Self::Number(number) => write!(f, "{number}"),
            Self::Date(at, _) if at.time() == chrono::NaiveTime::MIN => write!(f, "{}", at.date()),
            Self::Date(at, _) => write!(f, "{}", at.format("%Y-%m-%d %H:%M:%S")),
            Self::Bool(yes) => write!(f, "{yes}"),
        }
    }
}
