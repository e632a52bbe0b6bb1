//! The ledger: who passed what, which revenue came in, and where each of these was read.
//!
//! A [`Source`] is what was read from one file. [`Ledger::gather`] joins sources: rows that are one person become one,
//! and rows that repeat an earlier file are marked.

mod assume;
mod corrections;
mod finding;
mod gather;
mod likeness;
mod money;
mod people;
mod sales;

pub use assume::{AssumedPass, AssumedSale, Assumptions};
pub use corrections::Corrections;
pub use finding::{Finding, FindingCode, Severity};
pub use likeness::{NameLikeness, Suggestion};
pub use money::{decimals_of, round_down, round_nearest, round_up};
pub use people::PersonKeys;
pub(crate) use people::identify;
pub use sales::{AlikeSales, Sales};

use std::sync::Arc;

use chrono::NaiveDate;
use rust_decimal::Decimal;

/// Everything known about one company, joined from its files.
///
/// The order is fixed: people by id, credentials by person and then place, sales by place.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Ledger {
    /// The partner company's name; empty where no file tells it.
    pub company: Arc<str>,
    /// Every person read, by id.
    pub people: Vec<Person>,
    /// Every credential read, by person and then place.
    pub credentials: Vec<Credential>,
    /// Every sale read, by place.
    pub sales: Sales,
    /// What was noticed while reading and joining, by place.
    pub findings: Vec<Finding>,
    /// People who may be one, by the places of both.
    pub suggestions: Vec<Suggestion>,
    /// What of this is assumed, and was read nowhere.
    pub assumptions: Assumptions,
    /// The people who are assumed to have left, by id; they are not among `people`.
    pub left: Vec<Person>,
}

/// The place of a person in [`Ledger::people`]; people are in the order of their ids, so these are too.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PersonId(pub usize);

/// Somebody who passed, or tried to pass, an exam.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Person {
    /// The MCP ID, else the e-mail in lower case, else the name in lower case with single spaces.
    pub id: String,
    /// The name as the files write it; empty where no file has one.
    pub name: String,
    /// The office e-mail, else the personal one; empty where no file has one.
    pub email: String,
}

/// That a person passed, or failed, an exam on a date.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Credential {
    /// Who.
    pub person: PersonId,
    /// The exam as the file writes it.
    pub exam: Arc<str>,
    /// When it was passed, or tried.
    pub passed: NaiveDate,
    /// The last day on which it is valid; for ever where there is none.
    pub expires: Option<NaiveDate>,
    /// Whether the file says that it was not passed.
    pub failed: bool,
    /// Whether it was read nowhere, only assumed.
    pub assumed: bool,
    /// Where it was read.
    pub place: Place,
}

/// One row of revenue.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sale {
    /// When.
    pub date: SaleDate,
    /// To whom.
    pub customer: Arc<str>,
    /// What, as the file writes it.
    pub product: Arc<str>,
    /// The product's code; empty where the file has none.
    pub sku: Arc<str>,
    /// How much; negative for a refund.
    pub amount: Decimal,
    /// The ISO 4217 code of the amount's currency.
    pub currency: Arc<str>,
    /// How the partner is tied to the customer.
    pub association: Tie,
    /// Whether the file says that this is a renewal.
    pub renewal: bool,
    /// Whether it repeats another row: the export says so, or an earlier file has the same row.
    pub repeated: bool,
    /// Whether it was read nowhere, only assumed.
    pub assumed: bool,
    /// Where it was read.
    pub place: Place,
}

/// The day of a sale, or only its month where the file has no more.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum SaleDate {
    /// A day.
    Day(NaiveDate),
    /// A month, as its first day.
    Month(NaiveDate),
}

/// What a file says of the partner's association with a customer.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Tie {
    /// The file has no such column.
    NotTold,
    /// The association as the file writes it; empty where the cell is.
    Told(Arc<str>),
}

/// Where a record was read.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Place {
    /// The file's name, without its folder.
    pub file: Arc<str>,
    /// The sheet's name; empty for a file that has no sheets.
    pub sheet: Arc<str>,
    /// The row, counted from 1 as spreadsheet programs show it.
    pub row: u32,
}

/// What was read from one file.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Source {
    /// The file's name, without its folder.
    pub file: Arc<str>,
    /// Where the file stands; tells two files of one name apart.
    pub origin: Arc<str>,
    /// The partner company's name; empty where the file does not tell it.
    pub company: Arc<str>,
    /// What its sheets held, in the file's order.
    pub sheets: Vec<SheetTally>,
    /// The credentials, in the file's order.
    pub credentials: Vec<CredentialRow>,
    /// The sales, in the file's order.
    pub sales: Sales,
    /// What was noticed, in the file's order.
    pub findings: Vec<Finding>,
    /// How the file stood on disk; nothing where it was read from elsewhere.
    pub stamp: Option<FileStamp>,
    /// The SHA-256 of its bytes, in hexadecimal digits; empty where it was read before that was kept.
    pub sum: Arc<str>,
}

impl Source {
    /// Whether another is the same file as it was read at another time, and says the same.
    pub fn is_as_read_again(&self, other: &Self) -> bool {
        let Self { file, origin, company, sheets, credentials, sales, findings, stamp, sum } = self;
        let unread = |stamp: &Option<FileStamp>| stamp.map(|stamp| (stamp.size, stamp.changed));
        *origin == other.origin
            && *file == other.file
            && unread(stamp) == unread(&other.stamp)
            && *company == other.company
            && *sheets == other.sheets
            && *credentials == other.credentials
            && *sales == other.sales
            && *findings == other.findings
            && *sum == other.sum
    }
}

/// How a file stood on disk when it was read. Moments are seconds since 1970, as the world's clock has them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct FileStamp {
    /// How many bytes it had.
    pub size: u64,
    /// When it was changed last.
    pub changed: i64,
    /// When it was read.
    pub read: i64,
}

/// One row of a certification export, before it is known which person it belongs to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CredentialRow {
    /// What the row says of the person.
    pub person: Arc<PersonKeys>,
    /// The exam as the file writes it.
    pub exam: Arc<str>,
    /// When it was passed, or tried; [`Self::UNDATED`] where the file does not say.
    pub passed: NaiveDate,
    /// The last day on which it is valid.
    pub expires: Option<NaiveDate>,
    /// Whether the row says that it was not passed.
    pub failed: bool,
    /// Where it was read.
    pub place: Place,
}

/// How many rows of a table became records. `rows == taken + left_out`, always.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SheetTally {
    /// The sheet's name; empty for a file that has no sheets.
    pub sheet: Arc<str>,
    /// What the sheet holds; nothing when it was not recognised.
    pub kind: Option<SheetKind>,
    /// Rows with something in them below the headings.
    pub rows: usize,
    /// Rows that gave at least one record.
    pub taken: usize,
    /// Rows that did not; a finding each.
    pub left_out: usize,
    /// Records that the rows gave; a row may give several.
    pub records: usize,
}

/// What a sheet holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum SheetKind {
    /// Who passed what.
    Credentials,
    /// Revenue.
    Sales,
}

impl SheetKind {
    /// As the JSON output and the messages name it.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Credentials => "credentials",
            Self::Sales => "sales",
        }
    }
}

impl Ledger {
    /// The person at a place. Every [`PersonId`] of this ledger has one.
    pub fn person(&self, id: PersonId) -> &Person {
        &self.people[id.0]
    }
}

impl CredentialRow {
    /// The day of a pass of which only that it was passed is known: before all others, so that it is no reason to leave it
    /// out.
    pub const UNDATED: NaiveDate = match NaiveDate::from_ymd_opt(1900, 1, 1) {
        Some(day) => day,
        None => NaiveDate::MIN,
    };

    /// Whether a day stands for one that is not known.
    pub fn is_undated(passed: NaiveDate) -> bool {
        passed == Self::UNDATED
    }
}

impl Source {
    /// Rows with something in them, rows that became a record, and rows that did not.
    pub fn tally(&self) -> (usize, usize, usize) {
        self.sheets.iter().fold((0, 0, 0), |(rows, taken, left_out), sheet| {
            (rows + sheet.rows, taken + sheet.taken, left_out + sheet.left_out)
        })
    }
}

impl FileStamp {
    /// Whether the file was saved again between two looks at it.
    pub fn differs_from(self, other: Self) -> bool {
        (self.size, self.changed) != (other.size, other.changed)
    }
}

impl Person {
    /// What to call them on screen and paper: the name, else the e-mail, else the id.
    pub fn label(&self) -> &str {
        [&self.name, &self.email].into_iter().find(|text| !text.is_empty()).unwrap_or(&self.id)
    }
}

impl SaleDate {
    /// The day, or the first day of the month.
    pub fn first_day(self) -> NaiveDate {
        match self {
            Self::Day(day) | Self::Month(day) => day,
        }
    }
}
