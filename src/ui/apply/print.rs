//! What happens where the pages are shown before they are printed.

use crate::ledger::Person;
use crate::printing::{PrintJob, title};
use crate::report::pdf::Paper;

use super::super::command::Command;
use super::super::notice::Notice;
use super::super::print::{MOST_COPIES, Preview, PrintView};
use super::super::state::State;
use super::super::work::{Job, Preference, PrintEvent, PrintWork};
use super::file::prefer;
use super::{tell, written};

/// Carries out what the user does there, and on the way there.
pub fn apply(state: &mut State, command: Command) {
    match command {
        Command::Print => open(state, None),
        Command::PrintPerson(person) => open(state, Some(person)),
        Command::Preview(preview) => look(state, preview),
        _ => {}
    }
}

/// Shows the summary, or a person's page, before it is printed.
fn open(state: &mut State, person: Option<String>) {
    if state.can_print() {
        state.print = Some(PrintView::new(person));
        state.jobs.push(Job::Print(PrintWork::FindPrinters));
    }
}

fn look(state: &mut State, command: Preview) {
    let setup = &mut state.print_setup;
    let Some(view) = &mut state.print else { return };
    match command {
        Preview::Close => state.print = None,
        Preview::Paper(paper) => choose_paper(state, paper),
        Preview::Language(language) => setup.language = Some(language),
        Preview::Part(part, printed) => setup.choice.parts = setup.choice.parts.with(part, printed),
        Preview::Page(page) => {
            let pages = view.document.as_ref().map_or(0, |document| document.pages.len());
            view.page = page.min(pages.saturating_sub(1));
        }
        Preview::Zoom(zoom) => view.zoom = zoom,
        Preview::Width(width) => view.width = width,
        Preview::Printer(name) => setup.printer = Some(name),
        Preview::LookForPrinters => {
            if view.printers.take().is_some() {
                state.jobs.push(Job::Print(PrintWork::FindPrinters));
            }
        }
        Preview::Copies(copies) => view.copies = copies.clamp(1, MOST_COPIES),
        Preview::Sides(sides) => setup.sides = sides,
        Preview::Save | Preview::View | Preview::Send => send(state, &command),
    }
}

/// Takes in what a worker tells about printing.
pub fn receive(state: &mut State, event: PrintEvent) {
    match event {
        PrintEvent::Made { generation, document } => {
            let Some(view) = state.print.as_mut().filter(|view| view.making == Some(generation)) else { return };
            (view.making, view.painting) = (None, None);
            view.painted.clear();
            (view.document, view.not_made) = match document {
                Ok(document) => (Some(document), None),
                Err(why) => (None, Some(why)),
            };
            let pages = view.document.as_ref().map_or(0, |document| document.pages.len());
            view.page = view.page.min(pages.saturating_sub(1));
        }
        PrintEvent::Painted { generation, page, painted } => {
            let Some(view) = state.print.as_mut().filter(|view| view.painting == Some(generation)) else { return };
            view.painting = None;
            // Pages set meanwhile look otherwise.
            if view.making.is_none() {
                view.painted.retain(|_, known| known.width == painted.width);
                view.painted.insert(page, painted);
            }
        }
        PrintEvent::Found(printers) => {
            if let Some(view) = &mut state.print {
                view.printers = Some(printers);
            }
        }
        PrintEvent::Saved(printed) => match written(state, printed, Notice::Printed) {
            Some(notice) => ended(state, notice),
            None => state.printing = false,
        },
        PrintEvent::Viewed(Ok(())) => ended(state, Notice::Viewed),
        PrintEvent::Sent { printer, number: Ok(number) } => ended(state, Notice::Sent { printer, number }),
        PrintEvent::Sent { number: Err(fault), .. } | PrintEvent::Viewed(Err(fault)) => {
            ended(state, Notice::NotPrinted(fault));
        }
    }
}

fn choose_paper(state: &mut State, paper: Paper) {
    state.print_setup.choice.paper = paper;
    prefer(state, Preference::Paper(paper));
}

/// Gives the pages to a file, the viewer or a printer.
fn send(state: &mut State, to: &Preview) {
    let Some(view) = state.print.as_ref().filter(|_| !state.printing && !state.asking) else { return };
    let Some(document) = view.ready().cloned() else { return };
    let setup = &state.print_setup;
    let (title, name) = names(state, view);
    let work = match (to, view.printer(setup)) {
        (Preview::Save, _) => PrintWork::Save { document, name },
        (Preview::Send, Some(printer)) => {
            let (copies, sides, paper) = (view.copies, setup.sides, setup.choice.paper);
            PrintWork::Send { document, job: PrintJob { printer: printer.to_owned(), copies, sides, paper, title } }
        }
        _ => PrintWork::View { document, name },
    };
    if let Some(view) = &mut state.print {
        view.told = None;
    }
    state.printing = true;
    state.jobs.push(Job::Print(work));
}

/// What the job is called, and the file.
fn names(state: &State, view: &PrintView) -> (String, String) {
    let texts = &state.texts;
    let people = state.outcome.iter().flat_map(|outcome| &outcome.ledger.people);
    let mut person = people.filter(|person| Some(&person.id) == view.person.as_ref()).map(Person::label);
    let company = state.outcome.as_ref().map_or("", |outcome| &outcome.ledger.company);
    match person.next() {
        Some(person) => (person.to_owned(), file_name(person)),
        None => (title(texts, company), texts.get("dialog-print-name")),
    }
}

/// A name that every file system takes.
fn file_name(name: &str) -> String {
    let is_safe = |letter: char| letter.is_alphanumeric() || " _-".contains(letter);
    let safe: String = name.chars().map(|letter| if is_safe(letter) { letter } else { '_' }).take(LETTERS).collect();
    format!("{}.pdf", safe.trim())
}

/// A file's name has so many letters at most, each of which can be several bytes.
const LETTERS: usize = 60;

/// The pages have gone where they should, or have not: the user is told where they look.
fn ended(state: &mut State, notice: Notice) {
    state.printing = false;
    match &mut state.print {
        Some(view) => view.told = Some(notice),
        None => tell(state, notice),
    }
}
