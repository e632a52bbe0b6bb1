//! Importing: what is clear is taken in at once, the rest waits on the import page.

use std::path::PathBuf;
use std::sync::Arc;

use crate::import::{Choices, Contents, ImportError, ImportFault, Understanding};
use crate::ledger::Source;
use crate::workspace::{Changes, Workspace};

use super::super::notice::{Imported, Notice};
use super::super::review::{Choose, FileAt, FileReview, Pending, Stop};
use super::super::state::{Importing, Page, State};
use super::super::understood::Understood;
use super::super::undo::Done;
use super::super::work::{ImportJob, Job, ToRead, UnderstandJob};
use super::{Files, current_import, evaluate, keep_for_undo, leave_sample, show, tell};

/// Reads files; those that are asked for while others are read come after them.
pub fn import(state: &mut State, files: Vec<ToRead>) {
    if let Some(importing) = &mut state.importing {
        importing.queue.extend(files);
    } else if !files.is_empty() {
        let names = files.iter().map(|file| file.at.name()).collect();
        let importing = Importing::new(state.next_generation(), names);
        let (generation, stop) = (importing.generation, importing.stop.clone());
        state.importing = Some(importing);
        state.jobs.push(Job::Import(ImportJob { generation, files, workspace: state.workspace.clone(), stop }));
    }
}

/// Stops the import that is running; what was read so far is dropped.
pub fn cancel(state: &mut State) {
    if let Some(importing) = state.importing.take() {
        importing.stop.stop();
    }
}

/// All files of an import were read.
pub fn end(state: &mut State, generation: u64) {
    if current_import(state, generation).is_none() {
        return;
    }
    let Some(importing) = state.importing.take() else {
        return;
    };
    take_in(state, importing.read, None);
    for file in importing.look {
        wait_on_page(state, file);
    }
    import(state, importing.queue);
}

/// Reads again a file that was taken in; with `look`, to show how it is read.
pub fn read_source(state: &mut State, origin: &str, look: bool) {
    if let Some(at) = file_at(state, origin) {
        let choices = state.chosen.get(origin).cloned();
        import(state, vec![ToRead { at, look, choices }]);
    }
}

/// Has a file that was taken in take the place of another.
pub fn use_instead(state: &mut State, origin: &str, other: &str) {
    let source = state.workspace.sources.iter().find(|source| *source.origin == *origin).cloned();
    let Some(source) = source.filter(|_| state.workspace.sources().any(|source| *source.origin == *other)) else {
        return;
    };
    let (undo, before) = (keep_for_undo(state, Done::Import), state.workspace.clone());
    Arc::make_mut(&mut state.workspace).replace(other, source.clone());
    state.notices.retain(|notice| !matches!(notice, Notice::Imported(earlier) if earlier.origin == source.origin));
    tell_imported(state, undo, before, vec![(other.into(), source)]);
}

/// Saves the rows that were left out of a file.
pub fn save_left_out(state: &mut State, origin: &str) {
    let source = state.workspace.sources.iter().find(|source| *source.origin == *origin);
    if let (Some(source), Some(at), false) = (source, file_at(state, origin), state.saving) {
        let (file, workspace) = (source.file.clone(), state.workspace.clone());
        let (language, choices) = (state.texts.language(), state.chosen.get(origin).cloned());
        state.saving = true;
        state.jobs.push(Job::SaveLeftOut { at, file, choices, workspace, language });
    }
}

/// Chooses something about the file on the import page, which is understood anew at once.
pub fn choose(state: &mut State, choice: Choose) {
    let generation = state.next_generation();
    let Some(file) = state.review.files.front_mut() else {
        return;
    };
    let overtaken = file.pending.take();
    if let Some(overtaken) = &overtaken {
        overtaken.stop.stop();
    }
    let reads = choice.is_about_reading() || overtaken.is_some_and(|it| it.reads) || file.read.is_none();
    choice.apply(&mut file.choices);
    let pending = Pending { generation, reads, stop: Stop::default() };
    let contents = file.read.as_ref().filter(|_| !reads).map(|read| (read.contents.clone(), read.stamp));
    let (at, choices, stop) = (file.at.clone(), file.choices.clone(), pending.stop.clone());
    file.pending = Some(pending);
    state.jobs.push(Job::Understand(UnderstandJob { generation, at, contents, choices, stop }));
}

/// Changes what is shown of the file on the import page.
pub fn edit(state: &mut State, change: impl FnOnce(&mut FileReview)) {
    if let Some(file) = state.review.files.front_mut() {
        change(file);
    }
}

/// A file of the import page was understood anew, or could not be opened. What a later choice has overtaken is dropped.
pub fn understood(state: &mut State, generation: u64, result: Result<Arc<Understood>, ImportError>) {
    let is_it = |file: &&mut FileReview| file.pending.as_ref().is_some_and(|it| it.generation == generation);
    let Some(file) = state.review.files.iter_mut().find(is_it) else {
        return;
    };
    file.pending = None;
    let take_in_then = std::mem::take(&mut file.take_in_then);
    match result {
        Ok(read) => {
            let tables = read.understanding.tables.len();
            file.table = file.table.min(tables.saturating_sub(1));
            file.password.clear();
            (file.read, file.fault) = (Some(read), None);
        }
        Err(error) if error.fault == ImportFault::Cancelled => return,
        Err(error) => (file.read, file.fault) = (None, Some(error)),
    }
    let is_shown = state.review.current().is_some_and(|file| file.pending.is_none() && file.can_take_in());
    if take_in_then && is_shown {
        take_in_current(state);
    }
}

/// Takes in the file on the import page: at once, or when it was understood with the last choice.
pub fn take_in_current(state: &mut State) {
    let Some(file) = state.review.files.front_mut() else {
        return;
    };
    if file.pending.is_some() {
        file.take_in_then = true;
        return;
    }
    if !file.can_take_in() {
        return;
    }
    let Some(FileReview { read: Some(read), choices, .. }) = state.review.finish_current() else {
        return;
    };
    let (contents, understanding, source) = match Arc::try_unwrap(read) {
        Ok(read) => (read.contents, read.understanding, read.source),
        Err(read) => (read.contents.clone(), read.understanding.clone(), read.source.clone()),
    };
    take_in(state, source.into_iter().collect(), Some((&contents, &understanding, choices)));
    go_on(state);
}

/// Leaves the file on the import page as it is, not taken in or as it was.
pub fn skip_current(state: &mut State) {
    let Some(file) = state.review.finish_current() else {
        return;
    };
    if let Some(pending) = &file.pending {
        pending.stop.stop();
    }
    if !state.is_known(&file) {
        tell(state, Notice::Skipped(file.name));
    }
    go_on(state);
}

/// The number of no step.
const NO_STEP: u64 = 0;

/// Takes sources into the workspace, as one step that can be undone, with the choices they were read with.
fn take_in(state: &mut State, sources: Vec<Source>, chosen: Option<(&Contents, &Understanding, Choices)>) {
    if sources.is_empty() {
        return;
    }
    // A file that holds what it held stays as it was.
    let known = |source: &Source| state.workspace.sources.iter().find(|known| known.is_as_read_again(source)).cloned();
    let again: Vec<Option<Arc<Source>>> = sources.iter().map(known).collect();
    if chosen.is_none() && again.iter().all(Option::is_some) {
        let came = again.into_iter().flatten().map(|source| (source.origin.clone(), source)).collect();
        return tell_imported(state, NO_STEP, state.workspace.clone(), came);
    }
    let undo = keep_for_undo(state, Done::Import);
    let is_known = |source: &Source| state.workspace.sources().any(|known| known.origin == source.origin);
    if state.is_sample && !sources.iter().all(is_known) {
        leave_sample(state);
    }
    let before = state.workspace.clone();
    let sources = sources.into_iter().zip(again).map(|(source, again)| again.unwrap_or_else(|| Arc::new(source)));
    let sources: Vec<Arc<Source>> = sources.collect();
    let workspace = Arc::make_mut(&mut state.workspace);
    for source in &sources {
        workspace.add(source.clone());
    }
    if let Some((contents, understanding, choices)) = chosen {
        workspace.remember(contents, understanding, choices.clone());
        state.chosen.insert(contents.origin.clone(), choices);
    }
    let came = sources.into_iter().map(|source| (source.origin.clone(), source)).collect();
    tell_imported(state, undo, before, came);
}

/// Tells what was taken in, and a moment later what that changed.
fn tell_imported(state: &mut State, undo: u64, before: Arc<Workspace>, came: Vec<(Arc<str>, Arc<Source>)>) {
    let generation = state.next_generation();
    let sources = came.iter().map(|(_, source)| &**source);
    tell(state, Notice::Imported(Imported { undo, comparing: Some(generation), ..Imported::of(sources) }));
    state.jobs.push(Job::Compare { generation, before, came });
    evaluate(state, Files::Changed);
}

/// It is known what an import changed. Nobody waits for it any more where the import was undone or its notice put away.
pub fn compared(state: &mut State, generation: u64, changes: Changes) {
    let is_it = |notice: &Notice| matches!(notice, Notice::Imported(came) if came.comparing == Some(generation));
    let Some(place) = state.notices.iter().position(is_it) else {
        return;
    };
    if let Notice::Imported(came) = state.notices.remove(place) {
        tell(state, Notice::Imported(Imported { changes: Some(Arc::new(changes)), comparing: None, ..came }));
    }
}

/// Puts a file on the import page, in place of itself where it stands there already.
fn wait_on_page(state: &mut State, file: FileReview) {
    let files = &mut state.review.files;
    match files.iter_mut().find(|known| known.at == file.at) {
        Some(known) => *known = file,
        None => files.push_back(file),
    }
    show(state, Page::Import);
}

/// After the last file the page goes away.
pub fn go_on(state: &mut State) {
    if state.review.files.is_empty() && state.page == Page::Import {
        state.page = state.before_import;
    }
}

/// Where a file that was taken in stands.
pub fn file_at(state: &State, origin: &str) -> Option<FileAt> {
    let source = state.workspace.sources.iter().find(|source| *source.origin == *origin)?;
    let origin = &source.origin;
    Some(if state.is_sample { FileAt::Sample(origin.clone()) } else { FileAt::Disk(PathBuf::from(&**origin)) })
}
