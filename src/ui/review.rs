//! The import page's state: the files that were read but not taken in, because somebody should look at them first.

use std::collections::VecDeque;
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use crate::import::{AmountsAre, Choices, ColumnChoice, DateOrder, DecimalSign, Field, ImportError, Layout};
use crate::ledger::SheetKind;

use super::understood::Understood;

/// The files that wait on the import page.
#[derive(Debug, Default)]
pub struct Review {
    /// The files, the one that is shown first.
    pub files: VecDeque<FileReview>,
    /// How many stood before them and were taken in or skipped.
    pub done: usize,
}

/// A file on the import page.
#[derive(Debug)]
pub struct FileReview {
    /// Where it stands.
    pub at: FileAt,
    /// Its name.
    pub name: Arc<str>,
    /// What the user chose about it, here or once before.
    pub choices: Choices,
    /// What was understood of it; none while it can't be opened.
    pub read: Option<Arc<Understood>>,
    /// Why it can't be opened, where it can't.
    pub fault: Option<ImportError>,
    /// The job that reads it anew, where one does.
    pub pending: Option<Pending>,
    /// Whether it is to be taken in as soon as that job is done.
    pub take_in_then: bool,
    /// The table that is shown, as its place in the understanding.
    pub table: usize,
    /// The password that is being typed.
    pub password: String,
    /// The person's name that is being typed.
    pub person: String,
}

/// A job that is running, and how to stop it.
#[derive(Debug, Clone)]
pub struct Pending {
    /// Goes with its event.
    pub generation: u64,
    /// Whether it reads the file's bytes.
    pub reads: bool,
    /// Stops it.
    pub stop: Stop,
}

/// Tells a job to stop.
#[derive(Debug, Clone, Default)]
pub struct Stop(Arc<AtomicBool>);

/// Where a file stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FileAt {
    /// On disk.
    Disk(PathBuf),
    /// In the program: one of the sample's files, by its name.
    Sample(Arc<str>),
}

/// What the user chooses about a file on the import page.
#[derive(Debug, Clone, PartialEq)]
pub enum Choose {
    /// The only sheet to take in; every sheet where there is none.
    Sheet(Option<String>),
    /// The row of the headings, as spreadsheet programs count.
    HeadingRow(Option<u32>),
    /// What the sheets hold.
    Kind(SheetKind),
    /// What a column holds.
    Column {
        /// The column's heading.
        heading: Arc<str>,
        /// What it holds; nothing that matters where there is none.
        field: Option<Field>,
    },
    /// The order of a date's numbers.
    DateOrder(Option<DateOrder>),
    /// The decimal sign.
    DecimalSign(Option<DecimalSign>),
    /// What the amounts are.
    Amounts(Option<AmountsAre>),
    /// The year of the first month.
    Year(i32),
    /// Whose credentials these are.
    Person(String),
    /// The encoding of a text file.
    Encoding(String),
    /// What parts the cells of a text file.
    Delimiter(char),
    /// The password of a protected workbook.
    Password(String),
}

impl Review {
    /// The file that is shown.
    pub fn current(&self) -> Option<&FileReview> {
        self.files.front()
    }

    /// How many files there are, those that are done among them.
    pub fn all(&self) -> usize {
        self.done + self.files.len()
    }

    /// Takes the file that is shown off the page.
    pub fn finish_current(&mut self) -> Option<FileReview> {
        let file = self.files.pop_front();
        self.done = if self.files.is_empty() { 0 } else { self.done + 1 };
        file
    }
}

impl FileReview {
    /// A file that was understood.
    pub fn understood(at: FileAt, choices: Choices, read: Understood) -> Self {
        let name = read.contents.file.clone();
        Self { read: Some(Arc::new(read)), ..Self::unread(at, name, choices) }
    }

    /// A file that can't be opened until the user says more.
    pub fn locked(at: FileAt, choices: Choices, fault: ImportError) -> Self {
        let name = at.name().into();
        Self { fault: Some(fault), ..Self::unread(at, name, choices) }
    }

    fn unread(at: FileAt, name: Arc<str>, choices: Choices) -> Self {
        Self {
            at,
            name,
            choices,
            read: None,
            fault: None,
            pending: None,
            take_in_then: false,
            table: 0,
            password: String::new(),
            person: String::new(),
        }
    }

    /// Whether something of it can be taken in.
    pub fn can_take_in(&self) -> bool {
        let source = self.read.as_ref().and_then(|read| read.source.as_ref().ok());
        source.is_some_and(|source| !source.credentials.is_empty() || !source.sales.is_empty())
    }

    /// The table that is shown.
    pub fn layout(&self) -> Option<&Layout> {
        let tables = &self.read.as_ref()?.understanding.tables;
        tables.get(self.table).or(tables.first())
    }
}

impl FileAt {
    /// What to call it.
    pub fn name(&self) -> String {
        match self {
            Self::Disk(path) => path.file_name().unwrap_or(path.as_os_str()).to_string_lossy().into_owned(),
            Self::Sample(name) => name.to_string(),
        }
    }
}

impl Stop {
    /// Stops the job, some rows later.
    pub fn stop(&self) {
        self.0.store(true, Ordering::Relaxed);
    }

    /// Whether the job was stopped.
    pub fn is_stopped(&self) -> bool {
        self.0.load(Ordering::Relaxed)
    }
}

impl Choose {
    /// Whether the file's bytes have to be read anew for it.
    pub fn is_about_reading(&self) -> bool {
        matches!(self, Self::Encoding(_) | Self::Delimiter(_) | Self::Password(_))
    }

    /// Chooses it.
    pub fn apply(self, choices: &mut Choices) {
        match self {
            Self::Sheet(sheet) => {
                choices.sheet = sheet;
                // Another sheet has its headings elsewhere.
                choices.heading_row = None;
            }
            Self::HeadingRow(row) => choices.heading_row = row,
            Self::Kind(kind) => choices.kind = Some(kind),
            Self::Column { heading, field } => choose_column(&mut choices.columns, &heading, field),
            Self::DateOrder(order) => choices.date_order = order,
            Self::DecimalSign(sign) => choices.decimal_sign = sign,
            Self::Amounts(amounts) => choices.amounts = amounts,
            Self::Year(year) => choices.year = Some(year),
            Self::Person(person) => choices.person = Some(person).filter(|it| !it.trim().is_empty()),
            Self::Encoding(encoding) => choices.reading.encoding = Some(encoding),
            Self::Delimiter(delimiter) => choices.reading.delimiter = Some(delimiter),
            Self::Password(password) => choices.reading.password = Some(password),
        }
    }
}

/// Chooses what a column holds. A field stands in one column only, but for those that stand in many.
fn choose_column(columns: &mut Vec<ColumnChoice>, heading: &str, field: Option<Field>) {
    let stands_in_many = matches!(field, None | Some(Field::ExamMark | Field::MonthAmount));
    columns.retain(|known| known.heading != heading && (stands_in_many || known.field != field));
    columns.push(ColumnChoice { heading: heading.to_owned(), field });
}
