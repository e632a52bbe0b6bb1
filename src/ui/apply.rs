//! The one place where the window's state changes: by a command of the user, or by an event of a worker.

mod corrections;
mod export;
pub mod file;
mod import;
mod past;
mod print;
mod rules;
mod shell;
mod sources;
mod steps;
mod tables;

use std::path::PathBuf;
use std::sync::Arc;

use crate::report::{Export, checklist};
use crate::texts::Texts;
use crate::workspace::Workspace;

use super::command::Command;
use super::dialogs::Choice;
use super::file::Then;
use super::found::order_findings;
use super::notice::Notice;
use super::outcome::Outcome;
use super::palette;
use super::review::FileAt;
use super::rows::{order_people, order_sales, receive_arranged};
use super::state::{Form, Importing, Page, State};
use super::undo::Done;
use super::work::{Broken, Event, FileRead, Job, Keep, Preference, Printed, ToRead};

pub use shell::zoom_at_first;
use steps::keep_for_undo;

/// Carries out a command. What takes time becomes a job of the state.
pub fn apply(state: &mut State, command: Command) {
    match command {
        Command::New | Command::CloseSample => file::leave(state, Then::New),
        Command::Open => file::leave(state, Then::Choose),
        Command::OpenFile(path) => file::leave(state, Then::Open(path)),
        Command::Save => file::save(state),
        Command::SaveAs => file::save_as(state),
        Command::Restore(at) => file::leave(state, Then::Restore(at)),
        Command::Discard(at) => file::discard(state, at),
        Command::Answer(answer) => file::answer(state, answer),
        Command::Close => file::leave(state, Then::Close),
        Command::Import => ask_for_exports(state),
        Command::ImportFiles(files) => file::take_files(state, files),
        Command::CancelImport => import::cancel(state),
        Command::OpenSample => file::leave(state, Then::Sample),
        Command::RemoveSource(origin) => remove_source(state, &origin),
        Command::LookAt(origin) => import::read_source(state, &origin, true),
        Command::ReadAgain(origin) => import::read_source(state, &origin, false),
        command @ (Command::LookAtFiles
        | Command::FilterFindings(_)
        | Command::ShowRow(_)
        | Command::ShowChanges(_)
        | Command::CopyFindings) => sources::apply(state, command),
        Command::UseInstead { file, other: (other, _) } => import::use_instead(state, &file, &other),
        Command::SaveLeftOut(origin) => import::save_left_out(state, &origin),
        Command::Choose(choice) => import::choose(state, choice),
        Command::TypePassword(text) => import::edit(state, |file| file.password = text),
        Command::TypePerson(text) => import::edit(state, |file| file.person = text),
        Command::ShowTable(table) => import::edit(state, |file| file.table = table),
        Command::TakeIn => import::take_in_current(state),
        Command::SkipFile { .. } => import::skip_current(state),
        Command::Undo => steps::undo(state),
        Command::Redo => steps::redo(state),
        Command::Join { pair } => corrections::join(state, pair),
        Command::Part { pair } => corrections::part(state, pair),
        Command::TakeBackPair { pair } => corrections::take_back_pair(state, pair),
        Command::ReadExam { written, code } => corrections::read_exam(state, &written, code),
        Command::SearchOther(text) => state.people.search_other = text,
        command @ (Command::Print | Command::PrintPerson(_) | Command::Preview(_)) => print::apply(state, command),
        command @ (Command::Export | Command::SaveExport(_) | Command::OpenSaved(_)) => export::apply(state, command),
        Command::Show(page) => show(state, page),
        Command::Search => state.focus_search = true,
        Command::ShowOption(option) => {
            state.option = option;
            order_people(state);
        }
        Command::ShowLevel(level) => {
            state.level = level;
            if let Some(Form::Export(Export::Checklist { level: chosen, .. })) = &mut state.form {
                *chosen = level;
            }
        }
        Command::CopyChecklist => copy_checklist(state),
        command @ (Command::OpenRulebook
        | Command::OpenRulebookFile(_)
        | Command::CopyFaults
        | Command::DismissFaults) => rules::apply(state, command),
        command @ (Command::UseRulebook { .. }
        | Command::AssumePassed { .. }
        | Command::AssumeLeft { .. }
        | Command::ForgetSale(_)
        | Command::ClearAssumptions
        | Command::Pin { .. }
        | Command::KeepOut { .. }
        | Command::SetMarket(_)
        | Command::SetAsOf(_)
        | Command::SetWindow(_)
        | Command::AssumeAssociated(_)
        | Command::Associate { .. }
        | Command::AssumeSale(_)
        | Command::SetRates(_)) => steps::change(state, command),
        Command::SetLanguage(language) => {
            state.texts = Texts::new(language);
            file::prefer(state, Preference::Language(language));
        }
        Command::SetTheme(theme) => file::prefer_theme(state, theme),
        Command::ZoomIn => shell::zoom(state, shell::larger(state.zoom)),
        Command::ZoomOut => shell::zoom(state, shell::smaller(state.zoom)),
        Command::SetZoom(zoom) => shell::zoom(state, zoom),
        Command::TypeCompany(name) => state.company = Some(name),
        Command::NameCompany(name) => shell::name_company(state, &name),
        Command::CopyText(text) => {
            state.clipboard = Some(text);
            tell(state, Notice::Copied);
        }
        Command::TogglePalette => palette::toggle(state),
        Command::SearchPalette(text) => palette::search(state, text),
        Command::MarkPalette(place) => palette::mark(state, place),
        Command::KeepResult => past::keep_result(state),
        Command::RemoveResult(day) => past::remove_result(state, day),
        Command::CompareFrom(day) => state.history.before = Some(day),
        Command::CompareTo(day) => state.history.after = day,
        Command::DismissNotice(place) => shell::dismiss(state, place),
        Command::TypeDate(text) => state.calendar.typed = Some(text),
        Command::LeafCalendar(month) => state.calendar.month = Some(month),
        command => tables::apply(state, command),
    }
}

/// Takes in what a worker tells. What is late, because the user has gone on meanwhile, is dropped.
pub fn receive(state: &mut State, event: Event) {
    match event {
        Event::ExportsChosen(answer) => {
            state.asking = false;
            match answer {
                Choice::Chosen(files) => {
                    file::used_folder_of(state, files.first());
                    file::take_files(state, files);
                }
                Choice::Cancelled => {}
                Choice::NoDialog => tell(state, Notice::NoImportDialog),
            }
        }
        Event::WorkspaceChosen(answer) => file::chosen_to_open(state, answer),
        Event::SaveAsChosen(answer) => file::chosen_to_save(state, answer),
        Event::Kept(kept) => file::receive(state, kept),
        Event::Progress { generation, file, rows } => {
            if let Some(importing) = current_import(state, generation) {
                importing.file = file;
                importing.rows = rows;
            }
        }
        Event::FileRead { generation, read } => {
            if let Some(importing) = current_import(state, generation) {
                match read {
                    FileRead::Clear(read) => importing.read.extend(read.source),
                    FileRead::Look(file) => importing.look.push(*file),
                    FileRead::Rules(read) => rules::take(state, *read),
                    FileRead::Failed(error) => tell(state, Notice::ImportFailed(error)),
                }
            }
        }
        Event::ImportEnded { generation } => import::end(state, generation),
        Event::Understood { generation, result } => import::understood(state, generation, result),
        Event::Compared { generation, changes } => import::compared(state, generation, changes),
        Event::FilesLookedAt(found) => state.sources.on_disk = found,
        Event::RowRead { generation, found } => {
            if let Some(row) = state.sources.row.as_mut().filter(|row| row.generation == generation) {
                row.found = Some(found);
            }
        }
        Event::RulebookRead(answer) => rules::receive(state, answer),
        Event::SampleOpened { generation, result } => {
            if current_import(state, generation).is_none() {
                return;
            }
            state.importing = None;
            match result {
                Ok(workspace) => {
                    file::begin(state, *workspace);
                    state.is_sample = true;
                    state.jobs.push(Job::Keep(Keep::New));
                }
                Err(error) => tell(state, Notice::ImportFailed(error)),
            }
        }
        Event::Evaluated { generation, outcome } => {
            if state.evaluating == Some(generation) {
                show_outcome(state, outcome);
            }
        }
        Event::LookedBack { generation, looked } => past::receive(state, generation, *looked),
        Event::ResultTaken { workspace, snapshot } => past::receive_result(state, &workspace, *snapshot),
        Event::Arranged { generation, arranged } => receive_arranged(state, generation, arranged),
        Event::Copied { generation, text } => {
            if state.copying == Some(generation) {
                (state.copying, state.clipboard) = (None, Some(text));
            }
        }
        Event::Print(event) => print::receive(state, event),
        Event::Exported(exported) => export::receive(state, exported),
        Event::NotShown(path) => tell(state, Notice::NotShown(path)),
        Event::LeftOutSaved(result) => {
            state.saving = false;
            match result {
                Ok(saved) => {
                    if let Some(notice) = written(state, saved, Notice::LeftOutSaved) {
                        tell(state, notice);
                    }
                }
                Err(error) => tell(state, Notice::ImportFailed(error)),
            }
        }
        Event::Called => state.is_called = true,
        Event::Broke(broken) => {
            (state.evaluating, state.importing) = (None, None);
            state.history.stop();
            (state.people.pending, state.sales.pending, state.copying) = (None, None, None);
            (state.asking, state.printing, state.saving) = (false, false, false);
            (state.sources.row, state.print, state.exporting) = (None, None, None);
            match broken {
                Broken::Keeper => (state.file.busy, state.file.then) = (None, None),
                // A save or an opening goes on.
                Broken::Job if !state.file.is_saving() => state.file.then = None,
                Broken::Job => {}
            }
            state.review.files.iter_mut().for_each(|file| file.pending = None);
            state.notices.iter_mut().for_each(Notice::stop_waiting);
            tell(state, Notice::Broke);
        }
    }
}

/// Shows a result in place of the one before.
fn show_outcome(state: &mut State, outcome: Arc<Outcome>) {
    state.evaluating = None;
    if state.outcome.is_none() {
        state.level = outcome.nearest_level(state.option);
    }
    let same_people = |known: &Arc<Outcome>| {
        Arc::ptr_eq(&known.ledger, &outcome.ledger) || known.ledger.people == outcome.ledger.people
    };
    if !state.outcome.as_ref().is_some_and(same_people) {
        // The same place holds somebody else now.
        state.people.selected = corrections::still_selected(state, &outcome);
    }
    let same_sales = |known: &Arc<Outcome>| Arc::ptr_eq(&known.ledger, &outcome.ledger);
    if !state.outcome.as_ref().is_some_and(same_sales) {
        state.sales.selected = None;
    }
    if state.option >= outcome.rulebook.options.len() {
        state.option = 0;
    }
    state.ledger = Some(outcome.ledger.clone());
    state.outcome = Some(outcome);
    order_people(state);
    order_sales(state);
    order_findings(state);
}

/// Whether the files, or what is assumed, changed since the ledger was made.
#[derive(Clone, Copy)]
enum Files {
    Same,
    Changed,
}

/// Forgets a file that was taken in.
fn remove_source(state: &mut State, origin: &str) {
    let source = state.workspace.sources().find(|source| *source.origin == *origin);
    if let Some(about) = source.map(|source| source.file.to_string()) {
        let step = keep_for_undo(state, Done::Remove);
        Arc::make_mut(&mut state.workspace).sources.retain(|source| *source.origin != *origin);
        tell(state, Notice::Did { what: Done::Remove, about, step });
        evaluate(state, Files::Changed);
    }
}

fn evaluate(state: &mut State, files: Files) {
    if let Files::Changed = files {
        state.ledger = None;
    }
    if state.workspace.sources.is_empty() {
        (state.outcome, state.evaluating) = (None, None);
        if !state.page.is_always_there() {
            state.page = Page::Overview;
        }
        return;
    }
    let generation = state.next_generation();
    state.evaluating = Some(generation);
    let (workspace, ledger) = (state.workspace.clone(), state.ledger.clone());
    state.jobs.push(Job::Evaluate { generation, workspace, ledger });
}

/// Asks, unless the question is open already.
fn ask_for_exports(state: &mut State) {
    if !state.asking {
        state.asking = true;
        state.jobs.push(Job::ChooseExports);
    }
}

fn dropped(files: Vec<PathBuf>) -> Vec<ToRead> {
    files.into_iter().map(|path| ToRead { at: FileAt::Disk(path), look: false, choices: None }).collect()
}

fn show(state: &mut State, page: Page) {
    if page == Page::Import && state.page != Page::Import {
        state.before_import = state.page;
    }
    state.page = page;
    if page == Page::Sources {
        sources::look_at_files(state);
    }
}

fn open_sample(state: &mut State) {
    if state.importing.is_none() {
        let generation = state.next_generation();
        state.importing = Some(Importing::new(generation, Vec::new()));
        state.jobs.push(Job::OpenSample { generation });
    }
}

/// An empty workspace for today; the user's own data are of another company and another time.
fn leave_sample(state: &mut State) {
    state.workspace = Arc::new(Workspace::new(state.today));
    state.file.saved = Some(state.workspace.clone());
    state.is_sample = false;
    state.review.files.retain(|file| !matches!(file.at, FileAt::Sample(_)));
    import::go_on(state);
}

/// Puts the checklist that is shown on the clipboard.
fn copy_checklist(state: &mut State) {
    let Some(outcome) = state.outcome.clone() else {
        return;
    };
    let Some((_, level)) = outcome.level(state.option, state.level) else {
        return;
    };
    let text = checklist(&state.result(&outcome), state.option, level.id);
    state.clipboard = Some(text);
    tell(state, Notice::Copied);
}

/// What to tell about a file that was to be written; nothing where the user thought better of it.
fn written(state: &mut State, printed: Printed, saved: fn(PathBuf) -> Notice) -> Option<Notice> {
    match printed {
        Printed::Saved(path) => {
            file::used_folder_of(state, Some(&path));
            Some(saved(path))
        }
        Printed::Cancelled => None,
        Printed::NoDialog => Some(Notice::NoPrintDialog),
        Printed::NothingToSave => Some(Notice::NothingToSave),
        Printed::NotMade(why) => Some(Notice::NotMade(why)),
        Printed::NotWritten(error) => Some(Notice::NotWritten(error)),
    }
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
