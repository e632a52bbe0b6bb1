//! Everything the user can do. Which keys give it stands in `keys`, what it is called in `words`.

mod keys;
mod words;

use std::collections::BTreeMap;
use std::ops::Range;
use std::path::PathBuf;
use std::sync::Arc;

use chrono::NaiveDate;
use egui::ThemePreference;
use rust_decimal::Decimal;

use crate::evaluator::WindowKind;
use crate::ledger::{AssumedSale, PersonId};
use crate::report::Export;
use crate::rulebook::{LevelId, Market};
use crate::texts::Language;

use super::file::Answer;
use super::found::RowAt;
use super::print::Preview;
use super::review::Choose;
use super::state::{
    Form, GroupColumn, Only, Page, PeopleColumn, PeopleExams, PeopleFilter, SalesBy, SalesColumn, SalesFilter, Whose,
};

/// One thing the user did.
#[derive(Debug, Clone, PartialEq)]
pub enum Command {
    /// Begin an empty workspace.
    New,
    /// Ask which workspace to open.
    Open,
    /// Open that workspace.
    OpenFile(PathBuf),
    /// Save the workspace into its file.
    Save,
    /// Ask where to save the workspace.
    SaveAs,
    /// Go on with what a window left that came to its end, by where it is kept.
    Restore(PathBuf),
    /// Remove what a window left, by where it is kept.
    Discard(PathBuf),
    /// Answer what is asked about the workspace.
    Answer(Answer),
    /// Close the window.
    Close,
    /// Ask which exports to import.
    Import,
    /// Import these files.
    ImportFiles(Vec<PathBuf>),
    /// Stop importing; what was read so far is dropped.
    CancelImport,
    /// Look around in the sample.
    OpenSample,
    /// Leave the sample.
    CloseSample,
    /// Forget the file that stands there.
    RemoveSource(Arc<str>),
    /// Show on the import page how the file that stands there is read.
    LookAt(Arc<str>),
    /// Read the file that stands there again.
    ReadAgain(Arc<str>),
    /// Look whether the files changed on disk since they were read.
    LookAtFiles,
    /// Show only the findings of the file of that name, or all.
    FilterFindings(Option<Arc<str>>),
    /// Look at a row of a file as it stands there, or at none.
    ShowRow(Option<RowAt>),
    /// Copy the findings that are shown, as a table.
    CopyFindings,
    /// Have a file take the place of another, both by where they stand.
    UseInstead {
        /// The file.
        file: Arc<str>,
        /// The other, with its name.
        other: (Arc<str>, Arc<str>),
    },
    /// Save the rows that were left out of the file that stands there.
    SaveLeftOut(Arc<str>),
    /// Choose something about the file on the import page.
    Choose(Choose),
    /// Type the password of the file on the import page.
    TypePassword(String),
    /// Type whose credentials those of the file on the import page are.
    TypePerson(String),
    /// Show another table of the file on the import page.
    ShowTable(usize),
    /// Take in the file on the import page.
    TakeIn,
    /// Don't take in the file on the import page.
    SkipFile {
        /// Whether it was taken in before, and stays so.
        known: bool,
    },
    /// Take two people, by their ids, for one.
    Join {
        /// The people.
        pair: (String, String),
    },
    /// Take two people, by their ids, for two.
    Part {
        /// The people.
        pair: (String, String),
    },
    /// Forget what was said about two people.
    TakeBackPair {
        /// The people.
        pair: (String, String),
    },
    /// Read an exam as another, or as it is written.
    ReadExam {
        /// As it is written.
        written: String,
        /// The code that is meant.
        code: Option<String>,
    },
    /// Look for somebody to join with the person whose panel is open.
    SearchOther(String),
    /// Undo the last step that changed the workspace.
    Undo,
    /// Do again what was undone last.
    Redo,
    /// Show the summary as it will be printed.
    Print,
    /// Show the page of a person, by their id, as it will be printed.
    PrintPerson(String),
    /// Do something where the pages are shown before they are printed.
    Preview(Preview),
    /// Ask what of the result to save as a file.
    Export,
    /// Ask where to save that of the result, and save it.
    SaveExport(Export),
    /// Have the system open a file or folder that was saved.
    OpenSaved(PathBuf),
    /// Show a page.
    Show(Page),
    /// Go to the page's search field.
    Search,
    /// Look at one of the ways to attain the competency.
    ShowOption(usize),
    /// Copy the checklist that is shown as text.
    CopyChecklist,
    /// Look at a level's checklist.
    ShowLevel(LevelId),
    /// Evaluate by these rules.
    UseRulebook {
        /// Which competency.
        id: String,
        /// Which edition; none for the one in force on the day.
        edition: Option<String>,
    },
    /// Ask which rulebook's file to use.
    OpenRulebook,
    /// Evaluate by the rulebook in that file.
    OpenRulebookFile(PathBuf),
    /// Copy what is wrong in the rulebook that was refused.
    CopyFaults,
    /// Put away what is wrong in the rulebook that was refused.
    DismissFaults,
    /// Assume that somebody has passed exams, or assume it no more.
    AssumePassed {
        /// The person's id.
        person: String,
        /// The exams' codes.
        exams: Vec<String>,
        /// Whether to assume it.
        assume: bool,
    },
    /// Assume that somebody has left, or assume it no more.
    AssumeLeft {
        /// The person's id.
        person: String,
        /// Whether to assume it.
        assume: bool,
    },
    /// Assume no more the sale that stands there among the assumed ones.
    ForgetSale(usize),
    /// Assume nothing any more.
    ClearAssumptions,
    /// Have a person take a seat of a role, by its id; or any seat that suits.
    Pin {
        /// The person's id.
        person: String,
        /// The role's id.
        role: Option<String>,
    },
    /// Have a person take no seat, or let them take one again.
    KeepOut {
        /// The person's id.
        person: String,
        /// Whether to keep them out.
        keep_out: bool,
    },
    /// Evaluate for a market.
    SetMarket(Market),
    /// Evaluate for a day.
    SetAsOf(NaiveDate),
    /// Cut the trailing months this way.
    SetWindow(WindowKind),
    /// Count sales without a word on the association as associated, or not.
    AssumeAssociated(bool),
    /// Speak a language.
    SetLanguage(Language),
    /// Be light or dark.
    SetTheme(ThemePreference),
    /// Have everything larger, by a step.
    ZoomIn,
    /// Have everything smaller, by a step.
    ZoomOut,
    /// Have everything that large, in hundredths.
    SetZoom(u16),
    /// Type what the company is called.
    TypeCompany(String),
    /// Call the company that; what the exports call it where nothing is left of it.
    NameCompany(String),
    /// Copy a text.
    CopyText(String),
    /// Open the list of all commands, or close it.
    TogglePalette,
    /// Look for commands.
    SearchPalette(String),
    /// Go to the command at that place of the list.
    MarkPalette(usize),
    /// Keep the result as it is now.
    KeepResult,
    /// Remove the result that was kept on that day.
    RemoveResult(NaiveDate),
    /// Tell what changed since the result of that day.
    CompareFrom(NaiveDate),
    /// Tell what changed until the result of that day; until now where there is none.
    CompareTo(Option<NaiveDate>),
    /// Look at what files changed, record by record, as told by the notice at that place; or no longer.
    ShowChanges(Option<usize>),
    /// Put a notice away.
    DismissNotice(usize),
    /// Type in the field of the as-of date.
    TypeDate(String),
    /// Leaf the calendar to a month.
    LeafCalendar(NaiveDate),
    /// Look for people.
    SearchPeople(String),
    /// Sort the people.
    SortPeople(PeopleColumn),
    /// Look at a person, or at none.
    SelectPerson(Option<PersonId>),
    /// Look for sales.
    SearchSales(String),
    /// Show only some sales.
    FilterSales(SalesFilter),
    /// Sort the sales.
    SortSales(SalesColumn),
    /// Show only some people.
    FilterPeople(PeopleFilter),
    /// Show these exams of the people.
    ShowExams(PeopleExams),
    /// Show sales each for itself, or several together.
    ShowBy(SalesBy),
    /// Show only the sales of a customer or a month, or of all again.
    OnlySales(Option<Only>),
    /// Sort the sales that are shown together.
    SortGroups(GroupColumn),
    /// Look at a sale, by its place in the ledger, or at none.
    SelectSale(Option<usize>),
    /// Copy rows as text.
    Copy(Rows),
    /// Ask which pass to assume.
    AskPass,
    /// Ask which sale to assume.
    AskSale,
    /// Ask for exchange rates.
    AskRates,
    /// Fill in what is asked.
    Fill(Form),
    /// Fill in nothing.
    CloseForm,
    /// Assume that a sale was made.
    AssumeSale(AssumedSale),
    /// Take these dollars for one unit of each currency, by its code.
    SetRates(BTreeMap<String, Decimal>),
    /// Count the sales of a file, or to a customer, as associated where no file has a word on it; or not.
    Associate {
        /// Whose.
        whose: Whose,
        /// Whether to.
        associated: bool,
    },
}

/// Rows of a table, by their places in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Rows {
    /// People.
    People(Range<usize>),
    /// Sales, or those that are shown together.
    Sales(Range<usize>),
}

/// The commands that pages gave in one frame.
#[derive(Debug, Default)]
pub struct Commands(Vec<Command>);

impl Commands {
    /// Gives a command. It is carried out between two frames, so nothing changes in the middle of painting.
    pub fn push(&mut self, command: Command) {
        self.0.push(command);
    }

    /// Whether there is nothing to carry out.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Takes the commands out, in the order in which they were given.
    pub fn take(&mut self) -> Vec<Command> {
        std::mem::take(&mut self.0)
    }
}
