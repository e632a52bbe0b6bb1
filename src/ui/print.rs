//! Printing: the pages as they will be, what can be chosen about them, and where they go.

mod choices;
mod chosen;
mod page;
mod view;

pub use chosen::{MOST_COPIES, PageZoom, Preview, PrintSetup};
pub use view::print_ui;

use std::collections::BTreeMap;
use std::sync::Arc;
use std::time::Instant;

use crate::ledger::PersonId;
use crate::printing::{PrintFault, Printers};
use crate::report::pdf::Choice;
use crate::texts::Language;
use crate::workspace::Workspace;

use super::notice::Notice;
use super::outcome::Outcome;
use super::state::State;
use super::work::{Document, Job, Painted, PrintWork};

/// What is being printed, while its window is open.
#[derive(Debug)]
pub struct PrintView {
    /// Whose page it is, by their id; the company's summary where there is nobody.
    pub person: Option<String>,
    /// The pages, once they are set; those before while others are being set.
    pub document: Option<Arc<Document>>,
    /// Why there are none.
    pub not_made: Option<String>,
    /// The page that is shown, counted from 0.
    pub page: usize,
    /// How large it is shown.
    pub zoom: PageZoom,
    /// The pages as pictures, as far as they were looked at.
    pub painted: BTreeMap<usize, Arc<Painted>>,
    /// The printers, once the system has told.
    pub printers: Option<Result<Printers, PrintFault>>,
    /// How often to print.
    pub copies: u16,
    /// What became of them.
    pub told: Option<Notice>,
    /// Since when what is shown was chosen.
    pub since: Instant,
    /// The width of a page on the screen, in dots.
    pub(super) width: u32,
    /// The job that sets the pages, while it runs.
    pub(super) making: Option<u64>,
    /// The job that paints a page, while it runs.
    pub(super) painting: Option<u64>,
    made_of: Option<MadeOf>,
}

/// What pages were made of; they are made anew when that changes.
#[derive(Debug, Clone)]
pub struct MadeOf {
    /// Whose result.
    pub workspace: Arc<Workspace>,
    /// It.
    pub outcome: Arc<Outcome>,
    /// Whose page it is; the company's summary where there is nobody.
    pub person: Option<PersonId>,
    /// In which language.
    pub language: Language,
    /// On which paper, and which parts of it.
    pub choice: Choice,
}

impl PrintView {
    /// A look at the summary, or at a person's page.
    pub(super) fn new(person: Option<String>) -> Self {
        Self {
            person,
            document: None,
            not_made: None,
            page: 0,
            zoom: PageZoom::default(),
            painted: BTreeMap::new(),
            printers: None,
            copies: 1,
            told: None,
            since: Instant::now(),
            width: 0,
            making: None,
            painting: None,
            made_of: None,
        }
    }

    /// Whether a job is running whose end will change what is shown.
    pub fn is_busy(&self) -> bool {
        self.making.is_some() || self.painting.is_some() || self.printers.is_none()
    }

    /// The pages, where those that are shown are the ones that were chosen.
    pub fn ready(&self) -> Option<&Arc<Document>> {
        self.document.as_ref().filter(|_| self.making.is_none())
    }

    /// The printer to print on: the one that was chosen, else the system's, else the first.
    pub fn printer<'a>(&'a self, setup: &'a PrintSetup) -> Option<&'a str> {
        let Some(Ok(Printers::Listed { names, usual })) = &self.printers else { return None };
        let chosen = setup.printer.as_ref().filter(|chosen| names.contains(chosen));
        chosen.or(usual.as_ref()).or(names.first()).map(String::as_str)
    }
}

/// Has the pages set and painted that should be shown and are not yet.
pub fn follow(state: &mut State) {
    // A result that is about to come would be printed half a second too late.
    if state.evaluating.is_some() {
        return;
    }
    let Some(made_of) = wanted(state) else {
        state.print = None;
        return;
    };
    let (making, painting) = (state.generation + 1, state.generation + 2);
    let Some(view) = &mut state.print else { return };
    if !view.made_of.as_ref().is_some_and(|known| known.is_same(&made_of)) {
        state.generation = painting;
        view.made_of = Some(made_of.clone());
        (view.making, view.since) = (Some(making), Instant::now());
        state.jobs.push(Job::Print(PrintWork::Make { generation: making, of: made_of }));
    }
    let Some(document) = view.document.clone() else { return };
    let is_painted = view.painted.get(&view.page).is_some_and(|page| page.width == view.width);
    if view.making.is_none() && view.painting.is_none() && view.width > 0 && !is_painted {
        state.generation = painting;
        (view.painting, view.since) = (Some(painting), Instant::now());
        let (page, width) = (view.page, view.width);
        state.jobs.push(Job::Print(PrintWork::Paint { generation: painting, document, page, width }));
    }
}

/// What the pages should be made of; nothing where there is nothing to print.
fn wanted(state: &State) -> Option<MadeOf> {
    let (view, outcome) = (state.print.as_ref()?, state.outcome.as_ref()?);
    let person = match &view.person {
        Some(id) => Some(PersonId(outcome.ledger.people.iter().position(|person| person.id == *id)?)),
        None => None,
    };
    let setup = &state.print_setup;
    Some(MadeOf {
        workspace: state.workspace.clone(),
        outcome: outcome.clone(),
        person,
        language: setup.language.unwrap_or(state.texts.language()),
        choice: setup.choice,
    })
}

impl MadeOf {
    fn is_same(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.workspace, &other.workspace)
            && Arc::ptr_eq(&self.outcome, &other.outcome)
            && (self.person, self.language, self.choice) == (other.person, other.language, other.choice)
    }
}
