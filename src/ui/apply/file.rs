//! New, open, save, and what the user is asked before something is lost.

use std::path::PathBuf;
use std::sync::Arc;
use std::time::Instant;

use chrono::NaiveDate;
use egui::ThemePreference;

use crate::workspace::{Colours, DiskFault, OpenFault, SaveError, SaveFault, Workspace, is_workspace};

use super::super::dialogs::Choice;
use super::super::file::{Answer, Ask, Busy, FileState, Then};
use super::super::notice::Notice;
use super::super::review::Review;
use super::super::state::{Calendar, Page, State};
use super::super::work::{Job, Keep, Kept, Opened, Preference, SaveTo};
use super::{Files, dropped, evaluate, import, open_sample, show, tell};

/// Has something else come in the place of the workspace. Asks first where files are not taken in yet, or it is not saved.
pub fn leave(state: &mut State, then: Then) {
    if state.not_taken_in().is_empty() {
        leave_unsaved(state, then);
    } else {
        state.file.ask = Some(Ask::NotTakenIn(then));
    }
}

fn leave_unsaved(state: &mut State, then: Then) {
    if state.file.is_saving() {
        state.file.then = Some(then);
    } else if state.is_changed() && !matches!(then, Then::Reload(_)) {
        state.file.ask = Some(Ask::Unsaved(then));
    } else {
        go(state, then);
    }
}

/// Carries out what the user answered.
pub fn answer(state: &mut State, answer: Answer) {
    let Some(ask) = state.file.ask.take() else {
        // The user does not wait for the save any more.
        state.file.then = None;
        return;
    };
    match (answer, ask) {
        (Answer::Cancel, _) => state.file.then = None,
        (Answer::Save | Answer::SaveAs, Ask::Unsaved(then)) => {
            state.file.then = Some(then);
            save_or_ask(state);
        }
        (Answer::DontSave, Ask::Unsaved(then)) => {
            state.file.then = None;
            go(state, then);
        }
        (Answer::WithoutFiles, Ask::NotTakenIn(then)) => leave_unsaved(state, then),
        (Answer::BackToFiles, _) if state.review.current().is_some() => show(state, Page::Import),
        (Answer::Overwrite, Ask::ChangedOnDisk) => start_save(state, SaveTo::FileAnyway),
        (Answer::SaveAs, Ask::ChangedOnDisk) => save_as_or_stay(state),
        (Answer::Reload, Ask::ChangedOnDisk) => {
            state.file.then = None;
            if let Some(path) = state.file.path.clone() {
                leave(state, Then::Reload(path));
            }
        }
        _ => {}
    }
}

/// Saves the workspace into its file; asks for one where there is none.
pub fn save(state: &mut State) {
    if state.can_save() {
        state.file.then = None;
        save_or_ask(state);
    }
}

/// Asks for a file, and saves the workspace there.
pub fn save_as(state: &mut State) {
    if state.can_save_as() {
        state.asking = true;
        let name = match &state.file.path {
            Some(_) => state.file_name(),
            None => state.texts.get("dialog-workspace-name"),
        };
        state.jobs.push(Job::ChooseSaveAs { name });
    }
}

/// The user answered which workspace to open.
pub fn chosen_to_open(state: &mut State, answer: Choice<PathBuf>) {
    state.asking = false;
    let let_go = state.file.let_go.take();
    let is_let_go = let_go
        .is_some_and(|(workspace, files)| Arc::ptr_eq(&workspace, &state.workspace) && files == state.not_taken_in());
    match answer {
        Choice::Chosen(path) if is_let_go => go(state, Then::Open(path)),
        // The user went on working while the question was open.
        Choice::Chosen(path) => leave(state, Then::Open(path)),
        Choice::Cancelled => {}
        Choice::NoDialog => tell(state, Notice::NoOpenDialog),
    }
}

/// The user answered where to save the workspace.
pub fn chosen_to_save(state: &mut State, answer: Choice<PathBuf>) {
    state.asking = false;
    match answer {
        Choice::Chosen(path) => {
            let path = if is_workspace(&path) { path } else { with_extension(path) };
            start_save(state, SaveTo::Another(path));
        }
        Choice::Cancelled => state.file.then = None,
        Choice::NoDialog => {
            state.file.then = None;
            tell(state, Notice::NoSaveDialog);
        }
    }
}

/// Files were dropped or chosen: exports are imported, a workspace is opened.
pub fn take_files(state: &mut State, files: Vec<PathBuf>) {
    let (mut workspaces, exports): (Vec<PathBuf>, Vec<PathBuf>) =
        files.into_iter().partition(|file| is_workspace(file));
    match (workspaces.pop(), exports.is_empty() && workspaces.is_empty()) {
        (Some(workspace), true) => leave(state, Then::Open(workspace)),
        (Some(workspace), false) => {
            tell(state, Notice::WorkspaceAmongFiles(workspace));
            import::import(state, dropped(exports));
        }
        (None, _) => import::import(state, dropped(exports)),
    }
}

/// Has the workspace saved by itself where it has changed since the last time.
pub fn autosave(state: &mut State) {
    let is_kept = state.file.kept.as_ref().is_some_and(|kept| Arc::ptr_eq(kept, &state.workspace));
    if state.is_changed() && !is_kept && !state.file.is_leaving() {
        state.file.kept = Some(state.workspace.clone());
        keep(state, Keep::Autosave(state.workspace.clone()));
    } else if !state.is_changed() && !is_kept && state.file.kept.take().is_some() {
        keep(state, Keep::Unchanged(state.workspace.clone()));
    }
}

/// Remembers what the user likes.
pub fn prefer(state: &mut State, preference: Preference) {
    keep(state, Keep::Prefer(preference));
}

/// The same, of the colours.
pub fn prefer_theme(state: &mut State, theme: ThemePreference) {
    state.theme = theme;
    let colours = match theme {
        ThemePreference::Light => Some(Colours::Light),
        ThemePreference::Dark => Some(Colours::Dark),
        ThemePreference::System => None,
    };
    prefer(state, Preference::Colours(colours));
}

/// Remembers the folder that a file stands in, for the next dialog.
pub fn used_folder_of(state: &mut State, file: Option<&PathBuf>) {
    let folder = file.and_then(|file| file.parent()).filter(|folder| Some(*folder) != state.file.folder.as_deref());
    if let Some(folder) = folder {
        let folder = folder.to_owned();
        state.file.folder = Some(folder.clone());
        prefer(state, Preference::Folder(folder));
    }
}

/// Removes what a window left.
pub fn discard(state: &mut State, at: PathBuf) {
    state.file.offers.retain(|offer| offer.at != at);
    keep(state, Keep::Discard(at));
}

/// Takes in what became of the workspace's file.
pub fn receive(state: &mut State, kept: Kept) {
    match kept {
        Kept::Opened(opened) => receive_opened(state, *opened),
        Kept::NotOpened(error) => {
            state.file.busy = None;
            if error.fault == OpenFault::Disk(DiskFault::Missing) {
                state.file.recent.retain(|known| *known != error.path);
            }
            tell(state, Notice::NotOpened(error));
        }
        // The user may have gone on to another workspace meanwhile.
        Kept::Saved { .. } | Kept::NotSaved(_) if !state.file.is_saving() => {}
        Kept::Saved { given, saved, path } => receive_saved(state, &given, saved, path),
        Kept::NotSaved(error) => receive_not_saved(state, error),
        Kept::NotAutosaved(error) => tell(state, Notice::NotAutosaved(error)),
        Kept::Offers(offers) => state.file.offers = offers,
        Kept::Recent(recent, folder) => (state.file.recent, state.file.folder) = (recent, folder),
        Kept::Closed => (state.file.busy, state.file.may_close) = (None, true),
    }
}

/// Begins with a workspace that is not the one before: nothing of that one stays.
pub fn begin(state: &mut State, workspace: Workspace) {
    import::cancel(state);
    state.workspace = Arc::new(workspace);
    state.is_sample = false;
    state.file = FileState {
        saved: Some(state.workspace.clone()),
        recent: std::mem::take(&mut state.file.recent),
        folder: state.file.folder.take(),
        offers: std::mem::take(&mut state.file.offers),
        ..FileState::default()
    };
    state.undo.forget();
    state.review = Review::default();
    state.chosen.clear();
    state.notices.retain(|notice| !notice.is_about_workspace() && !notice.is_about_file());
    state.calendar = Calendar::default();
    state.page = Page::Overview;
    (state.people.selected, state.option) = (None, 0);
    state.people.search.clear();
    state.sales.search.clear();
    state.outcome = None;
    state.changes = None;
    evaluate(state, Files::Changed);
}

fn go(state: &mut State, then: Then) {
    match then {
        Then::New => {
            let workspace = Workspace::new(state.today);
            begin(state, workspace);
            keep(state, Keep::New);
        }
        Then::Choose => {
            if !state.asking {
                state.asking = true;
                state.file.let_go = Some((state.workspace.clone(), state.not_taken_in()));
                state.jobs.push(Job::ChooseWorkspace);
            }
        }
        Then::Open(path) | Then::Reload(path) => {
            state.file.busy = Some(Busy::Opening(Instant::now()));
            keep(state, Keep::Open(path));
        }
        Then::Restore(at) => {
            state.file.busy = Some(Busy::Opening(Instant::now()));
            keep(state, Keep::Restore(at));
        }
        Then::Sample => open_sample(state),
        Then::Close => {
            state.file.busy = Some(Busy::Closing(Instant::now()));
            keep(state, Keep::Close);
        }
    }
}

fn save_or_ask(state: &mut State) {
    if state.file.path.is_some() && !state.file.read_only {
        start_save(state, SaveTo::File);
    } else {
        save_as_or_stay(state);
    }
}

/// Asks for a file; where that can't be asked now, nothing comes in the place of the workspace.
fn save_as_or_stay(state: &mut State) {
    if !state.can_save_as() && !state.file.is_saving() {
        state.file.then = None;
    }
    save_as(state);
}

fn start_save(state: &mut State, to: SaveTo) {
    // What is being saved already is saved once more where that is not enough.
    if state.file.busy.is_none() {
        state.file.busy = Some(Busy::Saving(Instant::now()));
        keep(state, Keep::Save { workspace: state.workspace.clone(), to, today: state.today });
    }
}

fn receive_opened(state: &mut State, opened: Opened) {
    let Opened { workspace, path, read_only, held_by, restored } = opened;
    begin(state, workspace);
    if restored.is_some() {
        state.file.saved = None;
        state.file.kept = Some(state.workspace.clone());
    }
    state.file.path = path;
    state.file.read_only = read_only;
    state.file.held_by = held_by;
    tell_of_earlier_day(state);
}

/// Another day has begun while the window was open.
pub fn begin_day(state: &mut State, today: NaiveDate) {
    let before = std::mem::replace(&mut state.today, today);
    // Where nothing was read yet, nobody wants to know how things stood the day before.
    if state.workspace.sources.is_empty() && state.workspace.settings.as_of == before {
        let is_saved = !state.is_changed();
        Arc::make_mut(&mut state.workspace).set_as_of(today);
        state.file.saved = state.file.saved.take().map(|saved| if is_saved { state.workspace.clone() } else { saved });
    }
    state.notices.retain(|notice| !matches!(notice, Notice::OfEarlierDay { .. }));
    tell_of_earlier_day(state);
}

/// Says that the result is of an earlier day than today, where there is one.
fn tell_of_earlier_day(state: &mut State) {
    let (as_of, today) = (state.workspace.settings.as_of, state.today);
    if as_of < today && !state.workspace.sources.is_empty() && !state.is_sample {
        tell(state, Notice::OfEarlierDay { as_of, today });
    }
}

fn receive_saved(state: &mut State, given: &Arc<Workspace>, saved: Arc<Workspace>, path: PathBuf) {
    state.file.busy = None;
    if Arc::ptr_eq(given, &state.workspace) {
        state.workspace = saved.clone();
        state.file.kept = None;
    }
    state.file.saved = Some(saved);
    state.file.path = Some(path);
    state.file.saved_at = Some(chrono::Local::now());
    (state.file.read_only, state.file.held_by) = (false, None);
    state.notices.retain(|notice| !notice.is_about_file());
    match state.file.then.take() {
        Some(then) if state.is_changed() => {
            state.file.then = Some(then);
            start_save(state, SaveTo::File);
        }
        Some(then) => go(state, then),
        None => {}
    }
}

fn receive_not_saved(state: &mut State, error: SaveError) {
    state.file.busy = None;
    // What was to be saved by itself meanwhile is given once more.
    state.file.kept = None;
    if error.fault == SaveFault::Changed {
        state.file.ask = Some(Ask::ChangedOnDisk);
    } else {
        state.file.then = None;
        tell(state, Notice::NotSaved(error));
    }
}

fn keep(state: &mut State, keep: Keep) {
    state.jobs.push(Job::Keep(keep));
}

/// Some dialogs leave it to us.
fn with_extension(path: PathBuf) -> PathBuf {
    let mut name = path.into_os_string();
    name.push(".touchstone");
    name.into()
}
