//! What the user chose about a file, where the program's own understanding was not what they meant.

use super::field::Field;
use super::reading::ReadOptions;
use crate::ledger::SheetKind;

/// What the user chose about a file; what is left out is told from the file.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Choices {
    /// How its bytes are read.
    pub reading: ReadOptions,
    /// The only sheet to take in.
    pub sheet: Option<String>,
    /// The row of the headings, counted from 1 as spreadsheet programs show it.
    pub heading_row: Option<u32>,
    /// What the sheets hold.
    pub kind: Option<SheetKind>,
    /// What columns hold, by their headings, compared without case, accents, spaces and punctuation.
    pub columns: Vec<ColumnChoice>,
    /// The order of day, month and year in dates that can be read in more than one way.
    pub date_order: Option<DateOrder>,
    /// The decimal sign of amounts that are text.
    pub decimal_sign: Option<DecimalSign>,
    /// What each amount is.
    pub amounts: Option<AmountsAre>,
    /// Whose credentials these are, where the rows name nobody.
    pub person: Option<String>,
    /// The year of the first month, where the months of a table name none.
    pub year: Option<i32>,
}

/// What a column holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ColumnChoice {
    /// The column's heading.
    pub heading: String,
    /// What it holds; nothing that matters when there is none.
    pub field: Option<Field>,
}

/// The order of a date's numbers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum DateOrder {
    /// `31/12/2016`
    DayFirst,
    /// `12/31/2016`
    MonthFirst,
    /// `16/12/31`
    YearFirst,
}

/// The sign before the cents.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum DecimalSign {
    /// `1,234.50`
    Point,
    /// `1.234,50`
    Comma,
}

/// What the amounts of a column are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum AmountsAre {
    /// Each is the row's own.
    Own,
    /// Each holds what came before as well, for the same customer and product.
    RunningTotal,
}

impl AmountsAre {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Own, Self::RunningTotal];

    /// As the command line and the messages name it.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Own => "own",
            Self::RunningTotal => "running-total",
        }
    }
}

impl DateOrder {
    /// Every order.
    pub const ALL: [Self; 3] = [Self::DayFirst, Self::MonthFirst, Self::YearFirst];

    /// As the command line and the messages name it.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::DayFirst => "dmy",
            Self::MonthFirst => "mdy",
            Self::YearFirst => "ymd",
        }
    }
}

impl DecimalSign {
    /// Every sign.
    pub const ALL: [Self; 2] = [Self::Point, Self::Comma];

    /// As the command line names it.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Point => ".",
            Self::Comma => ",",
        }
    }
}
