//! Keeping the workspace: a thread of its own opens and saves it, and saves it by itself after each change.
//!
//! It is one thread, and not one for each job, so that what is asked for first is done first.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::time::{Duration, Instant};

use chrono::NaiveDate;

use crate::report::pdf::Paper;
use crate::texts::Language;
use crate::workspace::{
    self, Calls, Colours, DiskFault, Document, Folders, Holder, OpenError, OpenFault, Preferences, Recovered,
    SaveError, WindowPlace, Workspace, autosaves,
};

use super::super::file::Offer;
use super::{Broken, Event, Tell};

/// Something to do with the workspace's file.
pub enum Keep {
    /// Begin a workspace without a file.
    New,
    /// Open a file.
    Open(PathBuf),
    /// Go on with what a window left, by where it is kept.
    Restore(PathBuf),
    /// Remove what a window left, by where it is kept.
    Discard(PathBuf),
    /// Save the workspace.
    Save {
        /// It.
        workspace: Arc<Workspace>,
        /// Where.
        to: SaveTo,
        /// The day, for the day's result.
        today: NaiveDate,
    },
    /// Save the workspace by itself, a moment later.
    Autosave(Arc<Workspace>),
    /// Nothing is to be saved any more: the workspace is again as its file holds it.
    Unchanged(Arc<Workspace>),
    /// Remember what the user likes.
    Prefer(Preference),
    /// Leave the workspace for good.
    Close,
}

/// Where to save a workspace.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SaveTo {
    /// Into its file.
    File,
    /// Into its file, whatever somebody else wrote there.
    FileAnyway,
    /// Into another file.
    Another(PathBuf),
}

/// What the user likes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Preference {
    /// To be spoken to in a language.
    Language(Language),
    /// Colours; the system's where there are none.
    Colours(Option<Colours>),
    /// How large everything is, in hundredths.
    Zoom(u16),
    /// To print on a paper.
    Paper(Paper),
    /// To begin in a folder.
    Folder(PathBuf),
    /// The window at a place.
    Window(WindowPlace),
}

/// What became of the workspace's file.
#[derive(Debug)]
pub enum Kept {
    /// A workspace is open.
    Opened(Box<Opened>),
    /// A workspace could not be opened.
    NotOpened(OpenError),
    /// It is saved.
    Saved {
        /// What was given to be saved.
        given: Arc<Workspace>,
        /// What was saved: the same, with the day's result.
        saved: Arc<Workspace>,
        /// Where.
        path: PathBuf,
    },
    /// It could not be saved.
    NotSaved(SaveError),
    /// It could not be saved by itself.
    NotAutosaved(SaveError),
    /// What windows left.
    Offers(Vec<Offer>),
    /// The workspaces used last, and the folder.
    Recent(Vec<PathBuf>, Option<PathBuf>),
    /// Everything is as the user wants it, and the window may go.
    Closed,
}

/// A workspace that was opened.
#[derive(Debug)]
pub struct Opened {
    /// It.
    pub workspace: Workspace,
    /// Its file; one that was restored may have none.
    pub path: Option<PathBuf>,
    /// Whether another window has that file open.
    pub read_only: bool,
    /// Who has.
    pub held_by: Option<Holder>,
    /// Where it was kept, if a window had left it, so that it is not saved.
    pub restored: Option<PathBuf>,
}

/// How one gives the keeper something to do.
pub struct Keeper(Sender<Keep>);

/// A change is saved by itself when the user paused so long.
const AUTOSAVE_AFTER: Duration = Duration::from_millis(400);

impl Keeper {
    /// Starts the thread. Without folders nothing is saved by itself, and nothing is remembered.
    pub(super) fn start(folders: Option<Folders>, tell: Tell) -> Self {
        let (sender, asked) = channel();
        let lost = tell.sender.clone();
        let thread = std::thread::Builder::new().name("keep".to_owned());
        let keeping = Keeping {
            document: Document::new(folders.clone()),
            folders,
            left: Vec::new(),
            next: None,
            calls: None,
            tell,
        };
        if thread.spawn(move || keeping.run(&asked)).is_err() {
            let _ = lost.send(Event::Broke(Broken::Keeper));
        }
        Self(sender)
    }

    /// Gives something to do. Tells whether somebody is there to do it.
    pub(super) fn give(&self, keep: Keep) -> bool {
        self.0.send(keep).is_ok()
    }
}

/// The thread's own.
struct Keeping {
    document: Document,
    folders: Option<Folders>,
    left: Vec<Recovered>,
    /// What is to be saved by itself, and when.
    next: Option<(Arc<Workspace>, Instant)>,
    /// Calls for the file that is open.
    calls: Option<(PathBuf, Calls)>,
    tell: Tell,
}

impl Keeping {
    fn run(mut self, asked: &Receiver<Keep>) {
        self.look_for_what_was_left();
        loop {
            let wait = self.next.as_ref().map(|(_, at)| at.saturating_duration_since(Instant::now()));
            let keep = match wait {
                Some(wait) => asked.recv_timeout(wait),
                None => asked.recv().map_err(RecvTimeoutError::from),
            };
            let is_last = matches!(keep, Err(RecvTimeoutError::Disconnected));
            let work = AssertUnwindSafe(|| match keep {
                Ok(keep) => {
                    self.carry_out(keep);
                    self.hear_calls();
                }
                Err(_) => self.autosave(),
            });
            if catch_unwind(work).is_err() {
                self.next = None;
                self.tell.event(Event::Broke(Broken::Keeper));
            }
            if is_last {
                return;
            }
        }
    }

    fn carry_out(&mut self, keep: Keep) {
        match keep {
            Keep::New => self.begin(Document::new(self.folders.clone())),
            Keep::Open(path) => match self.open(&path) {
                Ok(workspace) => {
                    self.opened(workspace, None);
                    self.used(&path);
                }
                Err(error) => self.tell(Kept::NotOpened(error)),
            },
            Keep::Restore(at) => self.restore(&at),
            Keep::Discard(at) => {
                if let Some(place) = self.left.iter().position(|left| left.path == at) {
                    self.left.remove(place).discard();
                }
                self.tell_offers();
            }
            Keep::Save { workspace, to, today } => self.save(workspace, &to, today),
            Keep::Autosave(workspace) => {
                // A change that comes soon after another does not put it off any longer.
                let at = self.next.take().map_or_else(|| Instant::now() + AUTOSAVE_AFTER, |(_, at)| at);
                self.next = Some((workspace, at));
            }
            Keep::Unchanged(workspace) => {
                self.next = None;
                if self.document.path().is_none() {
                    self.begin(Document::new(self.folders.clone()));
                } else {
                    // What is the same as the file is not offered after a crash.
                    let _ = self.document.autosave(&workspace);
                }
            }
            Keep::Prefer(preference) => self.prefer(|preferences| preference.store(preferences)),
            Keep::Close => {
                self.begin(Document::default());
                self.tell(Kept::Closed);
            }
        }
    }

    /// Leaves the document for another.
    fn begin(&mut self, document: Document) {
        self.next = None;
        std::mem::replace(&mut self.document, document).close();
    }

    /// Hears calls for the file that is open. Where that can't be, a second window opens beside this one.
    fn hear_calls(&mut self) {
        let path = self.document.path().filter(|_| !self.document.is_read_only());
        if self.calls.as_ref().map(|(heard, _)| heard.as_path()) == path {
            return;
        }
        self.calls = None;
        let tell = self.tell.clone();
        let hear = |path: &Path| Calls::hear(path, move || tell.event(Event::Called)).ok();
        self.calls = path.and_then(|path| Some((path.to_owned(), hear(path)?)));
    }

    fn open(&mut self, path: &Path) -> Result<Workspace, OpenError> {
        if self.is_open(path) {
            // Its lock is let go first, but only for a file that can be opened again.
            workspace::open(path)?;
            self.begin(Document::default());
        }
        let (document, workspace) = Document::open(path, self.folders.clone())?;
        self.begin(document);
        Ok(workspace)
    }

    fn restore(&mut self, at: &Path) {
        let Some(place) = self.left.iter().position(|left| left.path == at) else {
            let fault = OpenFault::Disk(DiskFault::Missing);
            self.tell(Kept::NotOpened(OpenError { path: at.to_owned(), fault, backup: None }));
            self.tell_offers();
            return;
        };
        // The document that is open is let go only for one that can be read.
        if let Err(error) = workspace::open(at) {
            self.tell(Kept::NotOpened(error));
            self.tell_offers();
            return;
        }
        let left = self.left.remove(place);
        if left.of.as_deref().is_some_and(|of| self.is_open(of)) {
            self.begin(Document::default());
        }
        match Document::recover(left, self.folders.clone()) {
            Ok((document, workspace)) => {
                self.begin(document);
                self.opened(workspace, Some(at.to_owned()));
            }
            Err(error) => self.tell(Kept::NotOpened(error)),
        }
        self.tell_offers();
    }

    fn opened(&self, workspace: Workspace, restored: Option<PathBuf>) {
        let document = &self.document;
        self.tell(Kept::Opened(Box::new(Opened {
            workspace,
            path: document.path().map(Path::to_owned),
            read_only: document.is_read_only(),
            held_by: document.held_by().cloned(),
            restored,
        })));
    }

    fn save(&mut self, given: Arc<Workspace>, to: &SaveTo, today: NaiveDate) {
        let mut saved = given.clone();
        if let Some(snapshot) = saved.new_result(today) {
            Arc::make_mut(&mut saved).keep(snapshot);
        }
        let result = match to {
            SaveTo::File => self.document.save(&saved),
            SaveTo::FileAnyway => self.document.save_over(&saved),
            SaveTo::Another(path) => self.document.save_as(path, &saved),
        };
        match result {
            Ok(()) => {
                self.next = None;
                let path = self.document.path().map(Path::to_owned).unwrap_or_default();
                self.tell(Kept::Saved { given, saved, path: path.clone() });
                self.used(&path);
            }
            Err(error) => self.tell(Kept::NotSaved(error)),
        }
    }

    fn autosave(&mut self) {
        if let Some((workspace, _)) = self.next.take()
            && let Err(error) = self.document.autosave(&workspace)
        {
            self.tell(Kept::NotAutosaved(error));
        }
    }

    fn look_for_what_was_left(&mut self) {
        if let Some(folders) = &self.folders {
            self.left = autosaves(&folders.autosaves);
        }
        if !self.left.is_empty() {
            self.tell_offers();
        }
    }

    fn tell_offers(&self) {
        let offers = self.left.iter();
        let offers = offers.map(|left| Offer { at: left.path.clone(), of: left.of.clone(), when: left.when });
        self.tell(Kept::Offers(offers.collect()));
    }

    /// Remembers a workspace as the one used last. Nobody waits for that.
    fn used(&self, workspace: &Path) {
        self.prefer(|preferences| preferences.used(workspace));
    }

    /// Changes what is remembered. What can't be stored is forgotten at the end, which loses no work.
    fn prefer(&self, change: impl FnOnce(&mut Preferences)) {
        if let Some(folders) = &self.folders
            && let Ok(now) = Preferences::update(folders, change)
        {
            self.tell(Kept::Recent(now.recent, now.folder));
        }
    }

    fn is_open(&self, path: &Path) -> bool {
        let real = |path: &Path| path.canonicalize().unwrap_or_else(|_| path.to_owned());
        self.document.path().is_some_and(|open| real(open) == real(path))
    }

    fn tell(&self, kept: Kept) {
        self.tell.event(Event::Kept(kept));
    }
}

impl Preference {
    fn store(self, preferences: &mut Preferences) {
        match self {
            Self::Language(language) => preferences.language = Some(language),
            Self::Colours(colours) => preferences.colours = colours,
            Self::Zoom(zoom) => preferences.zoom = Some(zoom),
            Self::Paper(paper) => preferences.paper = Some(paper.as_str().to_owned()),
            Self::Folder(folder) => preferences.folder = Some(folder),
            Self::Window(place) => preferences.window = Some(place),
        }
    }
}
