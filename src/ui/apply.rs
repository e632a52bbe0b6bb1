//! The one place where the window's state changes: by a command of the user, or by an event of a worker.

use std::path::PathBuf;
use std::sync::Arc;

use crate::ledger::{AssumedPass, Assumptions, Source};
use crate::texts::Texts;
use crate::workspace::Workspace;

use super::command::Command;
use super::dialogs::Choice;
use super::outcome::Outcome;
use super::rows::{order_people, order_sales};
use super::state::{Calendar, Importing, Notice, Page, State};
use super::work::{Event, Job, Printed};

/// Carries out a command. What takes time becomes a job of the state.
pub fn apply(state: &mut State, command: Command) {
    match command {
        Command::Import => ask_for_exports(state),
        Command::ImportFiles(files) => import(state, files),
        Command::CancelImport => state.importing = None,
        Command::OpenSample => open_sample(state),
        Command::CloseSample => close_sample(state),
        Command::RemoveSource(origin) => {
            Arc::make_mut(&mut state.workspace).sources.retain(|source| source.origin != origin);
            evaluate(state, Files::Changed);
        }
        Command::Print => print(state),
        Command::Show(page) => state.page = page,
        Command::Search => state.focus_search = true,
        Command::ShowOption(option) => {
            state.option = option;
            order_people(state);
        }
        Command::ShowLevel(level) => state.level = level,
        Command::UseRulebook { id, edition } => {
            Arc::make_mut(&mut state.workspace).use_rulebook(&id, edition.as_deref());
            evaluate(state, Files::Same);
        }
        Command::AssumePassed { person, exams, assume } => assume_passed(state, &person, exams, assume),
        Command::ClearAssumptions => {
            Arc::make_mut(&mut state.workspace).assumptions = Assumptions::default();
            evaluate(state, Files::Changed);
        }
        Command::Pin { person, role } => pin(state, person, role),
        Command::KeepOut { person, keep_out } => keep_out_of_roster(state, person, keep_out),
        Command::SetMarket(market) => {
            Arc::make_mut(&mut state.workspace).settings.market = market;
            evaluate(state, Files::Same);
        }
        Command::SetAsOf(day) => {
            let workspace = Arc::make_mut(&mut state.workspace);
            workspace.set_as_of(day);
            // What is assumed stands in the ledger, with the day.
            let files = if workspace.assumptions.is_empty() { Files::Same } else { Files::Changed };
            state.calendar = Calendar::default();
            evaluate(state, files);
        }
        Command::SetWindow(kind) => {
            Arc::make_mut(&mut state.workspace).settings.window = kind;
            evaluate(state, Files::Same);
        }
        Command::AssumeAssociated(assume) => {
            Arc::make_mut(&mut state.workspace).settings.assume_associated = assume;
            evaluate(state, Files::Same);
        }
        Command::SetLanguage(language) => state.texts = Texts::new(language),
        Command::SetTheme(theme) => state.theme = theme,
        Command::DismissNotice(place) => {
            if place < state.notices.len() {
                state.notices.remove(place);
            }
        }
        Command::TypeDate(text) => state.calendar.typed = Some(text),
        Command::LeafCalendar(month) => state.calendar.month = Some(month),
        Command::SearchPeople(text) => {
            state.people.search = text;
            order_people(state);
        }
        Command::SortPeople(column) => {
            state.people.sort = state.people.sort.clicked(column);
            order_people(state);
        }
        Command::SelectPerson(person) => state.people.selected = person,
        Command::SearchSales(text) => {
            state.sales.search = text;
            order_sales(state);
        }
        Command::FilterSales(filter) => {
            state.sales.filter = filter;
            order_sales(state);
        }
        Command::SortSales(column) => {
            state.sales.sort = state.sales.sort.clicked(column);
            order_sales(state);
        }
    }
}

/// Takes in what a worker tells. What is late, because the user has gone on meanwhile, is dropped.
pub fn receive(state: &mut State, event: Event) {
    match event {
        Event::ExportsChosen(answer) => {
            state.asking = false;
            match answer {
                Choice::Chosen(files) => import(state, files),
                Choice::Cancelled => {}
                Choice::NoDialog => tell(state, Notice::NoImportDialog),
            }
        }
        Event::Progress { generation, file, rows } => {
            if let Some(importing) = current_import(state, generation) {
                importing.file = file;
                importing.rows = rows;
            }
        }
        Event::FileRead { generation, result } => {
            if let Some(importing) = current_import(state, generation) {
                match result {
                    Ok(source) => importing.read.push(source),
                    Err(error) => tell(state, Notice::ImportFailed(error)),
                }
            }
        }
        Event::ImportEnded { generation } => end_import(state, generation),
        Event::SampleOpened { generation, result } => {
            if current_import(state, generation).is_none() {
                return;
            }
            state.importing = None;
            match result {
                Ok(workspace) => {
                    state.workspace = Arc::from(workspace);
                    state.is_sample = true;
                    evaluate(state, Files::Changed);
                }
                Err(error) => tell(state, Notice::ImportFailed(error)),
            }
        }
        Event::Evaluated { generation, outcome } => {
            if state.evaluating == Some(generation) {
                state.evaluating = None;
                if state.outcome.is_none() {
                    state.level = outcome.nearest_level(state.option);
                }
                let same_people = |known: &Arc<Outcome>| {
                    Arc::ptr_eq(&known.ledger, &outcome.ledger) || known.ledger.people == outcome.ledger.people
                };
                if !state.outcome.as_ref().is_some_and(same_people) {
                    // The same place holds somebody else now.
                    state.people.selected = None;
                }
                if state.option >= outcome.rulebook.options.len() {
                    state.option = 0;
                }
                state.ledger = Some(outcome.ledger.clone());
                state.outcome = Some(outcome);
                order_people(state);
                order_sales(state);
            }
        }
        Event::Printed(printed) => {
            state.printing = false;
            match printed {
                Printed::Saved(path) => tell(state, Notice::Printed(path)),
                Printed::Cancelled => {}
                Printed::NoDialog => tell(state, Notice::NoPrintDialog),
                Printed::NoPdf(why) => tell(state, Notice::NoPdf(why)),
                Printed::NotWritten(error) => tell(state, Notice::NotWritten(error)),
            }
        }
        Event::Broke => {
            (state.evaluating, state.importing) = (None, None);
            (state.asking, state.printing) = (false, false);
            tell(state, Notice::Broke);
        }
    }
}

/// Whether the files, or what is assumed, changed since the ledger was made.
#[derive(Clone, Copy)]
enum Files {
    Same,
    Changed,
}

fn evaluate(state: &mut State, files: Files) {
    if let Files::Changed = files {
        state.ledger = None;
    }
    if state.workspace.sources.is_empty() {
        (state.outcome, state.evaluating, state.page) = (None, None, Page::Overview);
        return;
    }
    let generation = state.next_generation();
    state.evaluating = Some(generation);
    let (workspace, ledger) = (state.workspace.clone(), state.ledger.clone());
    state.jobs.push(Job::Evaluate { generation, workspace, ledger });
}

fn assume_passed(state: &mut State, person: &str, exams: Vec<String>, assume: bool) {
    let workspace = Arc::make_mut(&mut state.workspace);
    let day = workspace.settings.as_of;
    let passes = &mut workspace.assumptions.passes;
    passes.retain(|pass| pass.person != person || !exams.iter().any(|exam| **exam == *pass.exam));
    if assume {
        let assumed = |exam: String| AssumedPass { person: person.to_owned(), exam: exam.into(), passed: day };
        passes.extend(exams.into_iter().map(assumed));
    }
    evaluate(state, Files::Changed);
}

/// Pins a person to a role, or to none. Whoever is pinned is not kept out.
fn pin(state: &mut State, person: String, role: Option<String>) {
    let settings = &mut Arc::make_mut(&mut state.workspace).settings;
    settings.kept_out.remove(&person);
    match role {
        Some(role) => settings.pins.insert(person, role),
        None => settings.pins.remove(&person),
    };
    evaluate(state, Files::Same);
}

/// Keeps a person out, or lets them in. Whoever is kept out is not pinned.
fn keep_out_of_roster(state: &mut State, person: String, keep_out: bool) {
    let settings = &mut Arc::make_mut(&mut state.workspace).settings;
    settings.pins.remove(&person);
    if keep_out {
        settings.kept_out.insert(person);
    } else {
        settings.kept_out.remove(&person);
    }
    evaluate(state, Files::Same);
}

/// Asks, unless the question is open already.
fn ask_for_exports(state: &mut State) {
    if !state.asking {
        state.asking = true;
        state.jobs.push(Job::ChooseExports);
    }
}

fn import(state: &mut State, files: Vec<PathBuf>) {
    if let Some(importing) = &mut state.importing {
        importing.queue.extend(files);
    } else if !files.is_empty() {
        let generation = state.next_generation();
        state.importing = Some(Importing::new(generation));
        state.jobs.push(Job::Import { generation, files });
    }
}

fn end_import(state: &mut State, generation: u64) {
    let Some(importing) = current_import(state, generation) else {
        return;
    };
    let (read, queue) = (std::mem::take(&mut importing.read), std::mem::take(&mut importing.queue));
    state.importing = None;
    if !read.is_empty() {
        if state.is_sample {
            leave_sample(state);
        }
        let tallies = || read.iter().map(Source::tally);
        let rows = tallies().map(|(rows, _, _)| rows).sum();
        let left_out = tallies().map(|(_, _, left_out)| left_out).sum();
        tell(state, Notice::Imported { files: read.len(), rows, left_out });
        let workspace = Arc::make_mut(&mut state.workspace);
        for source in read {
            workspace.add(source);
        }
        evaluate(state, Files::Changed);
    }
    import(state, queue);
}

fn open_sample(state: &mut State) {
    if state.importing.is_none() {
        let generation = state.next_generation();
        state.importing = Some(Importing::new(generation));
        state.jobs.push(Job::OpenSample { generation });
    }
}

fn close_sample(state: &mut State) {
    if state.is_sample {
        leave_sample(state);
        evaluate(state, Files::Changed);
    }
}

/// An empty workspace for today; the user's own data are of another company and another time.
fn leave_sample(state: &mut State) {
    state.workspace = Arc::new(Workspace::new(state.today));
    state.is_sample = false;
}

fn print(state: &mut State) {
    let Some(outcome) = state.outcome.clone().filter(|_| state.can_print()) else {
        return;
    };
    state.printing = true;
    let (workspace, language) = (state.workspace.clone(), state.texts.language());
    state.jobs.push(Job::Print { workspace, outcome, language });
}

/// The import that is running, if it is the one of that generation.
fn current_import(state: &mut State, generation: u64) -> Option<&mut Importing> {
    state.importing.as_mut().filter(|importing| importing.generation == generation)
}

/// Shows a notice, once.
fn tell(state: &mut State, notice: Notice) {
    let text = notice.text(&state.texts);
    state.notices.retain(|known| known.text(&state.texts) != text);
    state.notices.push(notice);
}
