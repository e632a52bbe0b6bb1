//! The window's workspace file: where it is, whether it is saved, and what the user is asked about it.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::{Instant, SystemTime};

use chrono::{DateTime, Local};

use crate::workspace::{Holder, Workspace};

use super::review::{FileAt, FileReview};
use super::state::State;

/// What the window knows about the file of its workspace, and about other workspace files.
#[derive(Debug, Default)]
pub struct FileState {
    /// Where it is; nowhere until the workspace is saved for the first time.
    pub path: Option<PathBuf>,
    /// Whether another window has it open, so that the workspace can only be saved as another file.
    pub read_only: bool,
    /// Who has it open there, where that is known.
    pub held_by: Option<Holder>,
    /// When it was saved last in this window.
    pub saved_at: Option<DateTime<Local>>,
    /// What the file is doing right now.
    pub busy: Option<Busy>,
    /// What the user is being asked.
    pub ask: Option<Ask>,
    /// The workspaces used last, latest first.
    pub recent: Vec<PathBuf>,
    /// The folder that was used last in a dialog.
    pub folder: Option<PathBuf>,
    /// What windows left that came to their end before their workspace was saved, latest first.
    pub offers: Vec<Offer>,
    /// Whether the window may go now.
    pub may_close: bool,
    /// The workspace as the file holds it, or as it was when there was nothing to save yet; none where it never was saved.
    pub(super) saved: Option<Arc<Workspace>>,
    /// The workspace that was last given to be saved by itself.
    pub(super) kept: Option<Arc<Workspace>>,
    /// The workspace, and the files not taken in yet, that the user let go when the question began which one to open.
    pub(super) let_go: Option<(Arc<Workspace>, Vec<String>)>,
    /// What comes once the workspace is saved.
    pub(super) then: Option<Then>,
}

/// What a file is doing, and since when.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Busy {
    /// It is being opened. What the user does meanwhile would be lost.
    Opening(Instant),
    /// It is being saved.
    Saving(Instant),
    /// It is being left for good.
    Closing(Instant),
}

/// What the user is asked about the workspace.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Ask {
    /// Whether to go on without the files that were read but are not taken in yet.
    NotTakenIn(Then),
    /// Whether to save it before something else comes in its place.
    Unsaved(Then),
    /// What to do since somebody else changed the file.
    ChangedOnDisk,
}

/// What the user answers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Answer {
    /// Save it first.
    Save,
    /// Let it go.
    DontSave,
    /// Write over what somebody else wrote.
    Overwrite,
    /// Save as another file.
    SaveAs,
    /// Take what somebody else wrote.
    Reload,
    /// Go back to the files that are not taken in yet.
    BackToFiles,
    /// Go on without them.
    WithoutFiles,
    /// Go on as before.
    Cancel,
}

/// What comes in the place of the workspace.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Then {
    /// An empty one.
    New,
    /// One that the user is yet to choose.
    Choose,
    /// The one of that file.
    Open(PathBuf),
    /// This one, as its file holds it now: what was changed since is not wanted.
    Reload(PathBuf),
    /// What a window left, by where it is kept.
    Restore(PathBuf),
    /// The sample.
    Sample,
    /// Nothing: the window is closed.
    Close,
}

/// What a window left that came to its end before its workspace was saved.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Offer {
    /// Where it is kept.
    pub at: PathBuf,
    /// The workspace's own file, where it had one.
    pub of: Option<PathBuf>,
    /// When it was changed last.
    pub when: SystemTime,
}

impl State {
    /// Whether the workspace holds something that its file does not.
    pub fn is_changed(&self) -> bool {
        let is_saved = self.file.saved.as_ref().is_some_and(|saved| Arc::ptr_eq(saved, &self.workspace));
        !self.is_sample && !is_saved
    }

    /// Whether the workspace can be saved into its file, or into a first one.
    pub fn can_save(&self) -> bool {
        self.can_save_as() && !self.file.read_only
    }

    /// Whether the workspace can be saved as another file.
    pub fn can_save_as(&self) -> bool {
        !self.is_sample && !self.asking && self.file.busy.is_none()
    }

    /// The names of the files that would be lost if another workspace came now: they are being read, or wait on the import
    /// page, and can't be read from the workspace again.
    pub fn not_taken_in(&self) -> Vec<String> {
        let importing = self.importing.iter().flat_map(|importing| {
            let queue = importing.queue.iter().map(|file| file.at.name());
            importing.files.iter().cloned().chain(queue)
        });
        let is_lost = |file: &&FileReview| matches!(file.at, FileAt::Disk(_)) && !self.is_known(file);
        let waiting = self.review.files.iter().filter(is_lost).map(|file| file.name.to_string());
        importing.chain(waiting).collect()
    }

    /// What to call the workspace.
    pub fn file_name(&self) -> String {
        match &self.file.path {
            Some(path) => name_of(path),
            None if self.is_sample => self.texts.get("file-sample"),
            None => self.texts.get("file-untitled"),
        }
    }
}

impl FileState {
    /// Whether what the user does would be lost, because another workspace is about to come.
    pub fn is_leaving(&self) -> bool {
        self.may_close || matches!(self.busy, Some(Busy::Opening(_) | Busy::Closing(_)))
    }

    /// Whether it is being saved.
    pub fn is_saving(&self) -> bool {
        matches!(self.busy, Some(Busy::Saving(_)))
    }

    /// Whether the user waits for the disk before something else comes in the place of the workspace.
    pub fn is_waiting(&self) -> bool {
        self.is_leaving() || (self.is_saving() && self.then.is_some())
    }
}

/// A file's name without its folder.
pub fn name_of(path: &Path) -> String {
    path.file_name().unwrap_or(path.as_os_str()).to_string_lossy().into_owned()
}
