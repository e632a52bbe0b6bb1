//! What the window knows. Pages read it; only [`apply`](super::apply) changes it.

mod form;
mod people;
mod sales;

pub use form::{Form, PassForm, SaleForm};
pub use people::{ExamColumn, PeopleColumn, PeopleExams, PeopleFilter, PeopleView};
pub use sales::{Group, GroupColumn, Only, SalesBy, SalesColumn, SalesFilter, SalesView, Totals, Whose};

use std::collections::BTreeMap;
use std::sync::Arc;
use std::time::Instant;

use chrono::NaiveDate;
use egui::ThemePreference;

use crate::import::Choices;
use crate::ledger::{Ledger, Source};
use crate::report::Report;
use crate::rulebook::LevelId;
use crate::texts::{Language, Texts};
use crate::workspace::{Changes, Folders, Workspace};

use super::file::FileState;
use super::found::SourcesView;
use super::notice::Notice;
use super::outcome::Outcome;
use super::palette::Palette;
use super::past::HistoryView;
use super::person_view::PersonView;
use super::print::{PrintSetup, PrintView};
use super::refused::RefusedRulebook;
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
    /// How large everything is, in hundredths.
    pub zoom: u16,
    /// Where the program keeps what is its own; nowhere where the system has no place for it.
    pub folders: Option<Folders>,
    /// The day of today.
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
    /// What is being printed, while its window is open.
    pub print: Option<PrintView>,
    /// What was chosen about printing.
    pub print_setup: PrintSetup,
    /// Whether pages are on their way to a printer, a viewer or a file.
    pub printing: bool,
    /// The export that is under way.
    pub exporting: Option<Exporting>,
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
    /// How the files and findings are shown.
    pub sources: SourcesView,
    /// The rulebook that was refused last, until the user puts it away.
    pub refused: Option<RefusedRulebook>,
    /// What files changed, while the user looks at it record by record.
    pub changes: Option<Arc<Changes>>,
    /// What the panel of the selected person shows.
    pub person: Option<PersonView>,
    /// Which past results are compared, and how they differ.
    pub history: HistoryView,
    /// What the user typed as the company's name; none where the field shows the name itself.
    pub company: Option<String>,
    /// The list of all commands, while it is open.
    pub palette: Option<Palette>,
    /// Whether the workspace was opened once more elsewhere, so that its window is to come forward.
    pub is_called: bool,
    /// Text on its way to the clipboard.
    pub clipboard: Option<String>,
    /// What the user is filling in.
    pub form: Option<Form>,
    /// The rows that are being written out to be copied.
    pub(super) copying: Option<u64>,
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
    /// Past results, and what changed.
    History,
    /// What the user chooses about the program, and a few things about the workspace.
    Settings,
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
    /// What the files are called that were asked for; none for the sample.
    pub(super) files: Vec<String>,
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

/// An export that is under way.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Exporting {
    /// The user is asked where to.
    Asking,
    /// It is being written, since then.
    Writing(Instant),
}

/// The as-of date's field and calendar.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Calendar {
    /// What the user typed; none where the field shows the date itself.
    pub typed: Option<String>,
    /// A day of the month that is shown; none for the date's own month.
    pub month: Option<NaiveDate>,
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
            zoom: 100,
            folders: None,
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
            print: None,
            print_setup: PrintSetup::default(),
            printing: false,
            exporting: None,
            saving: false,
            notices: Vec::new(),
            option: 0,
            level: LevelId::Gold,
            calendar: Calendar::default(),
            people: PeopleView::default(),
            sales: SalesView::default(),
            sources: SourcesView::default(),
            refused: None,
            changes: None,
            person: None,
            history: HistoryView::default(),
            company: None,
            palette: None,
            is_called: false,
            clipboard: None,
            form: None,
            copying: None,
            focus_search: false,
            ledger: None,
            jobs: Vec::new(),
            generation: 0,
        }
    }

    /// Whether a job is running whose end will change what is shown.
    pub fn is_busy(&self) -> bool {
        let reviewing = self.review.files.iter().any(|file| file.pending.is_some());
        let comparing =
            self.notices.iter().any(|notice| matches!(notice, Notice::Imported(it) if it.comparing.is_some()));
        self.evaluating.is_some()
            || comparing
            || self.asking
            || self.file.busy.is_some()
            || self.importing.is_some()
            || reviewing
            || self.history.is_busy()
            || self.people.pending.is_some()
            || self.sales.pending.is_some()
            || self.copying.is_some()
            || self.printing
            || self.print.as_ref().is_some_and(PrintView::is_busy)
            || self.exporting.is_some()
            || self.saving
            || self.sources.row.as_ref().is_some_and(|row| row.found.is_none())
    }

    /// Whether there is a result to print that no running job is about to replace.
    pub fn can_print(&self) -> bool {
        self.outcome.is_some() && self.evaluating.is_none() && self.print.is_none() && !self.printing
    }

    /// Whether a file or a print job is on its way, which the window waits for before it goes.
    pub fn is_writing(&self) -> bool {
        self.printing || matches!(self.exporting, Some(Exporting::Writing(_)))
    }

    /// Whether there is a result to export that no running job is about to replace.
    pub fn can_export(&self) -> bool {
        self.outcome.is_some() && self.evaluating.is_none() && self.exporting.is_none()
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
    pub const ALL: [Self; 8] = [
        Self::Overview,
        Self::Checklist,
        Self::People,
        Self::Revenue,
        Self::Sources,
        Self::Rules,
        Self::History,
        Self::Settings,
    ];

    /// The message with its name.
    pub fn text_id(self) -> &'static str {
        match self {
            Self::Overview => "page-overview",
            Self::Checklist => "page-checklist",
            Self::People => "page-people",
            Self::Revenue => "page-revenue",
            Self::Sources => "page-sources",
            Self::Rules => "page-rules",
            Self::History => "page-history",
            Self::Settings => "page-settings",
            Self::Import => "page-import",
        }
    }
}

impl Importing {
    /// An import that begins now.
    pub(super) fn new(generation: u64, files: Vec<String>) -> Self {
        Self {
            generation,
            files,
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
