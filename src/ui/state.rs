//! What the window knows. Pages read it; only [`apply`](super::apply) changes it.

use std::path::PathBuf;
use std::sync::Arc;
use std::time::Instant;

use chrono::NaiveDate;
use egui::ThemePreference;

use crate::evaluator::SaleLeftOut;
use crate::import::ImportError;
use crate::ledger::{Ledger, PersonId, Source};
use crate::report::{Report, WriteError};
use crate::rulebook::LevelId;
use crate::texts::{Language, Texts};
use crate::workspace::Workspace;

use super::outcome::Outcome;
use super::work::Job;

/// What the window knows.
#[expect(clippy::struct_excessive_bools, reason = "each tells something of its own")]
pub struct State {
    /// What the program says, in the user's language.
    pub texts: Texts,
    /// Light, dark or as the system.
    pub theme: ThemePreference,
    /// The day on which the window was opened.
    pub today: NaiveDate,
    /// The page that is shown.
    pub page: Page,
    /// What the user works on.
    pub workspace: Arc<Workspace>,
    /// Whether that is the sample.
    pub is_sample: bool,
    /// The result; none while there are no files.
    pub outcome: Option<Arc<Outcome>>,
    /// The evaluation whose result is still to come.
    pub evaluating: Option<u64>,
    /// Whether the user is being asked which files to import.
    pub asking: bool,
    /// The import that is running.
    pub importing: Option<Importing>,
    /// Whether the summary is being written.
    pub printing: bool,
    /// What the user should know, oldest first.
    pub notices: Vec<Notice>,
    /// The option that is shown, as its place in the rulebook.
    pub option: usize,
    /// The level whose checklist is shown; the nearest until the user chooses.
    pub level: LevelId,
    /// The as-of date's field and calendar.
    pub calendar: Calendar,
    /// How the people are shown.
    pub people: PeopleView,
    /// How the sales are shown.
    pub sales: SalesView,
    /// Whether the page's search field should take the keyboard.
    pub focus_search: bool,
    /// What the files hold, where that is known.
    pub(super) ledger: Option<Arc<Ledger>>,
    /// What is to be started.
    pub(super) jobs: Vec<Job>,
    /// The last generation given to a job.
    pub(super) generation: u64,
}

/// A page of the window.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Page {
    /// How far each level is.
    Overview,
    /// What is held and missing, seat by seat.
    Checklist,
    /// People and exams.
    People,
    /// Sales.
    Revenue,
    /// Files and findings.
    Sources,
    /// The rulebook.
    Rules,
}

/// An import that is running.
#[derive(Debug)]
pub struct Importing {
    /// Goes with its events.
    pub generation: u64,
    /// When it was asked for.
    pub started: Instant,
    /// The file that is being read; empty for the sample.
    pub file: String,
    /// The rows read of it.
    pub rows: usize,
    /// What was read already.
    pub(super) read: Vec<Source>,
    /// What was asked for meanwhile.
    pub(super) queue: Vec<PathBuf>,
}

/// Something the user should know, until they put it away.
#[derive(Debug, Clone)]
pub enum Notice {
    /// Files were read.
    Imported {
        /// How many.
        files: usize,
        /// Rows in them.
        rows: usize,
        /// Rows that became no record.
        left_out: usize,
    },
    /// A file could not be read.
    ImportFailed(ImportError),
    /// The system could not ask for a file to read.
    NoImportDialog,
    /// The system could not ask for a file to write.
    NoPrintDialog,
    /// The summary is there.
    Printed(PathBuf),
    /// The summary could not be made, and why.
    NoPdf(String),
    /// The summary could not be written.
    NotWritten(Arc<WriteError>),
    /// The program has a fault.
    Broke,
}

/// The as-of date's field and calendar.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Calendar {
    /// What the user typed; none where the field shows the date itself.
    pub typed: Option<String>,
    /// A day of the month that is shown; none for the date's own month.
    pub month: Option<NaiveDate>,
}

/// How the people are shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PeopleView {
    /// Only these.
    pub search: String,
    /// Sorted by this column.
    pub sort: Sort<PeopleColumn>,
    /// Whose panel is open.
    pub selected: Option<PersonId>,
    /// The people to show, in order.
    pub rows: Vec<usize>,
}

/// A column of the people's table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PeopleColumn {
    /// The name.
    Name,
    /// An exam, as its place in the rulebook.
    Exam(usize),
    /// The seat.
    Takes,
    /// The exams to go for a role, as its place in the level.
    ToGo(usize),
}

/// How the sales are shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SalesView {
    /// Only these.
    pub search: String,
    /// And of them only these.
    pub filter: SalesFilter,
    /// Sorted by this column.
    pub sort: Sort<SalesColumn>,
    /// The sales to show, in order.
    pub rows: Vec<usize>,
    /// How many of them count, and their sums by currency.
    pub counting: Totals,
    /// How many of them don't, and their sums by currency.
    pub left_out: Totals,
}

/// Sales added up.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Totals {
    /// How many.
    pub sales: usize,
    /// The exact sum of each currency, by its code.
    pub sums: std::collections::BTreeMap<Arc<str>, rust_decimal::Decimal>,
}

/// A column of the sales' table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SalesColumn {
    /// When.
    Date,
    /// To whom.
    Customer,
    /// What.
    Product,
    /// How much.
    Amount,
    /// Whether it counts.
    Counts,
    /// File, sheet and row.
    From,
}

/// Which sales to show.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SalesFilter {
    /// All.
    All,
    /// Those that count.
    Counting,
    /// Those that don't.
    LeftOut,
    /// Those that don't, for one reason.
    Because(SaleLeftOut),
}

/// A column, and which way.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Sort<C> {
    /// The column.
    pub column: C,
    /// Whether the greatest comes first.
    pub descending: bool,
}

impl State {
    /// A window on nothing yet.
    pub fn new(today: NaiveDate, language: Language) -> Self {
        Self {
            texts: Texts::new(language),
            theme: ThemePreference::System,
            today,
            page: Page::Overview,
            workspace: Arc::new(Workspace::new(today)),
            is_sample: false,
            outcome: None,
            evaluating: None,
            asking: false,
            importing: None,
            printing: false,
            notices: Vec::new(),
            option: 0,
            level: LevelId::Gold,
            calendar: Calendar::default(),
            people: PeopleView {
                search: String::new(),
                sort: Sort { column: PeopleColumn::Name, descending: false },
                selected: None,
                rows: Vec::new(),
            },
            sales: SalesView {
                search: String::new(),
                filter: SalesFilter::All,
                sort: Sort { column: SalesColumn::Date, descending: true },
                rows: Vec::new(),
                counting: Totals::default(),
                left_out: Totals::default(),
            },
            focus_search: false,
            ledger: None,
            jobs: Vec::new(),
            generation: 0,
        }
    }

    /// Whether a job is running whose end will change what is shown.
    pub fn is_busy(&self) -> bool {
        self.evaluating.is_some() || self.asking || self.importing.is_some() || self.printing
    }

    /// Whether there is a result to print that no running job is about to replace.
    pub fn can_print(&self) -> bool {
        self.outcome.is_some() && self.evaluating.is_none() && !self.printing
    }

    /// A result of the workspace in words, in the user's language.
    pub(super) fn result<'a>(&'a self, outcome: &'a Outcome) -> Report<'a> {
        outcome.report(&self.workspace, &self.texts)
    }

    /// A number that no job has yet.
    pub(super) fn next_generation(&mut self) -> u64 {
        self.generation += 1;
        self.generation
    }
}

impl Page {
    /// All pages, in the sidebar's order.
    pub const ALL: [Self; 6] =
        [Self::Overview, Self::Checklist, Self::People, Self::Revenue, Self::Sources, Self::Rules];

    /// The message with its name.
    pub fn text_id(self) -> &'static str {
        match self {
            Self::Overview => "page-overview",
            Self::Checklist => "page-checklist",
            Self::People => "page-people",
            Self::Revenue => "page-revenue",
            Self::Sources => "page-sources",
            Self::Rules => "page-rules",
        }
    }
}

impl Importing {
    /// An import that begins now.
    pub(super) fn new(generation: u64) -> Self {
        let (read, queue) = (Vec::new(), Vec::new());
        Self { generation, started: Instant::now(), file: String::new(), rows: 0, read, queue }
    }
}

impl Notice {
    /// Whether something went wrong.
    pub fn is_error(&self) -> bool {
        !matches!(self, Self::Imported { .. } | Self::Printed(_))
    }

    /// What it says.
    pub fn text(&self, texts: &Texts) -> String {
        let number = |count: usize| texts.number(count.into()).into();
        match self {
            Self::Imported { files, rows, left_out } => texts.with(
                "notice-imported",
                &[("files", (*files).into()), ("rows", number(*rows)), ("left_out", number(*left_out))],
            ),
            Self::ImportFailed(error) => error.message(texts),
            Self::NoImportDialog => texts.get("notice-no-import-dialog"),
            Self::NoPrintDialog => texts.get("notice-no-print-dialog"),
            Self::Printed(path) => texts.with("notice-printed", &[("file", path.display().to_string().into())]),
            Self::NoPdf(why) => texts.with("notice-no-pdf", &[("why", why.as_str().into())]),
            Self::NotWritten(error) => error.message(texts),
            Self::Broke => texts.get("notice-broke"),
        }
    }
}

impl<C: PartialEq + Copy> Sort<C> {
    /// After a click on a column's heading: that column, or the other way round where it is the column already.
    #[must_use]
    pub fn clicked(self, column: C) -> Self {
        Self { column, descending: column == self.column && !self.descending }
    }
}
