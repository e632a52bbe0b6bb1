//! What the window knows. Pages read it; only [`apply`](super::apply) changes it.

use std::collections::BTreeMap;
use std::sync::Arc;
use std::time::Instant;

use chrono::NaiveDate;
use egui::ThemePreference;

use crate::evaluator::SaleLeftOut;
use crate::import::Choices;
use crate::ledger::{Ledger, PersonId, Source};
use crate::report::Report;
use crate::rulebook::LevelId;
use crate::texts::{Language, Texts};
use crate::workspace::Workspace;

use super::file::FileState;
use super::notice::Notice;
use super::outcome::Outcome;
use super::review::{FileReview, Review, Stop};
use super::undo::Undo;
use super::work::{Job, ToRead};

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
    /// The page that was shown before the import page came.
    pub(super) before_import: Page,
    /// What the user works on.
    pub workspace: Arc<Workspace>,
    /// Whether that is the sample.
    pub is_sample: bool,
    /// Its file.
    pub file: FileState,
    /// The result; none while there are no files.
    pub outcome: Option<Arc<Outcome>>,
    /// The evaluation whose result is still to come.
    pub evaluating: Option<u64>,
    /// Whether the system's dialog asks the user for a file.
    pub asking: bool,
    /// The import that is running.
    pub importing: Option<Importing>,
    /// The files that wait on the import page.
    pub review: Review,
    /// What the user chose about files that were taken in, by where they stand.
    pub(super) chosen: BTreeMap<Arc<str>, Choices>,
    /// What can be undone.
    pub undo: Undo,
    /// Whether the summary is being written.
    pub printing: bool,
    /// Whether the rows that were left out of a file are being saved.
    pub saving: bool,
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
    /// A file that somebody should look at before it is taken in. It comes and goes with such files.
    Import,
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
    /// What was read already and can be taken in.
    pub(super) read: Vec<Source>,
    /// What was read already and somebody should look at.
    pub(super) look: Vec<FileReview>,
    /// What was asked for meanwhile.
    pub(super) queue: Vec<ToRead>,
    /// Stops the reading.
    pub(super) stop: Stop,
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
    /// Who is looked for to be joined with the person whose panel is open.
    pub search_other: String,
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
        let workspace = Arc::new(Workspace::new(today));
        Self {
            texts: Texts::new(language),
            theme: ThemePreference::System,
            today,
            page: Page::Overview,
            before_import: Page::Overview,
            file: FileState { saved: Some(workspace.clone()), ..FileState::default() },
            workspace,
            is_sample: false,
            outcome: None,
            evaluating: None,
            asking: false,
            importing: None,
            review: Review::default(),
            chosen: BTreeMap::new(),
            undo: Undo::default(),
            printing: false,
            saving: false,
            notices: Vec::new(),
            option: 0,
            level: LevelId::Gold,
            calendar: Calendar::default(),
            people: PeopleView {
                search: String::new(),
                search_other: String::new(),
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
        let reviewing = self.review.files.iter().any(|file| file.pending.is_some());
        self.evaluating.is_some()
            || self.asking
            || self.file.busy.is_some()
            || self.importing.is_some()
            || reviewing
            || self.printing
            || self.saving
    }

    /// Whether there is a result to print that no running job is about to replace.
    pub fn can_print(&self) -> bool {
        self.outcome.is_some() && self.evaluating.is_none() && !self.printing
    }

    /// Whether a file of the import page was taken in before.
    pub fn is_known(&self, file: &FileReview) -> bool {
        let origin = file.read.as_ref().map(|read| &read.contents.origin);
        origin.is_some_and(|origin| self.workspace.sources.iter().any(|source| source.origin == *origin))
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
    /// The pages that are always there, in the sidebar's order.
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
            Self::Import => "page-import",
        }
    }
}

impl Importing {
    /// An import that begins now.
    pub(super) fn new(generation: u64) -> Self {
        Self {
            generation,
            started: Instant::now(),
            file: String::new(),
            rows: 0,
            read: Vec::new(),
            look: Vec::new(),
            queue: Vec::new(),
            stop: Stop::default(),
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
