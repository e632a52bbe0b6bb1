//! What was done since the last save, kept where a crash does not reach it.
//!
//! One file for each open workspace stands in the program's own folder, the same as a saved one, and beside it a lock that
//! says which file it belongs to. A lock that nobody holds belongs to a window that came to its end.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::SystemTime;

use serde::{Deserialize, Serialize};

use super::lock::{Lock, LockError};
use super::save::{DiskFault, OpenError, SaveError, SaveFault, Stamp, open};
use super::{Workspace, file, whole};

/// Where one open workspace is saved by itself.
#[derive(Debug)]
pub struct Autosave {
    path: PathBuf,
    lock: Lock,
}

/// What a window left that came to its end before its workspace was saved. As long as this lives, no other window finds it.
#[derive(Debug)]
pub struct Recovered {
    /// Where it is kept.
    pub path: PathBuf,
    /// The workspace's own file, where it had one.
    pub of: Option<PathBuf>,
    /// When it was written.
    pub when: SystemTime,
    /// What its file held then.
    pub(super) stamp: Option<Stamp>,
    lock: Lock,
}

/// What stands in the lock.
#[derive(Debug, Default, Serialize, Deserialize)]
struct Note {
    of: Option<PathBuf>,
    stamp: Option<Stamp>,
}

impl Autosave {
    /// A place in a folder, which is made where it is not there, for a workspace that has no file.
    ///
    /// # Errors
    /// When nothing can be written there.
    pub fn new(folder: &Path) -> io::Result<Self> {
        static COUNT: AtomicU32 = AtomicU32::new(0);
        fs::create_dir_all(folder)?;
        let since = SystemTime::now().duration_since(SystemTime::UNIX_EPOCH).unwrap_or_default();
        let count = COUNT.fetch_add(1, Ordering::Relaxed);
        let name = format!("{}-{}-{count}.touchstone", since.as_millis(), std::process::id());
        let path = folder.join(name);
        let lock = Lock::take_file(lock_of(&path), Some(path.clone())).map_err(|error| match error {
            LockError::Impossible(error) => error,
            LockError::Held(_) => io::ErrorKind::AlreadyExists.into(),
        })?;
        Ok(Self { path, lock })
    }

    /// Says which file the workspace has from now on, and what that holds.
    pub fn belongs_to(&mut self, file: &Path, stamp: Option<Stamp>) {
        // A path that is no text can't be noted; the workspace is then offered as one without a file.
        let of = Some(file).filter(|file| file.to_str().is_some()).map(Path::to_owned);
        let _ = self.lock.note(&Note { of, stamp });
    }

    /// Writes the workspace, in place of what was written before.
    ///
    /// # Errors
    /// When it can't be written; what was written before is still whole.
    pub fn write(&self, workspace: &Workspace) -> Result<(), SaveError> {
        let failed = |fault| SaveError { path: self.path.clone(), fault };
        let bytes = file::write(workspace).map_err(|_| failed(SaveFault::TooLarge))?;
        whole::put(&self.path, &bytes).map_err(|error| failed(DiskFault::of(&error).into()))
    }

    /// Removes what was written, since it is saved, or not wanted any more.
    pub fn clear(&self) {
        // What can't be removed is offered once more, which loses nothing.
        let _ = fs::remove_file(&self.path);
    }
}

/// What windows left in a folder that came to their end before their workspace was saved, latest first. Those that left
/// just what is saved are cleared away.
pub fn autosaves(folder: &Path) -> Vec<Recovered> {
    let Ok(entries) = fs::read_dir(folder) else { return Vec::new() };
    let paths = entries.flatten().map(|entry| entry.path());
    let mut locks: Vec<PathBuf> = paths.filter(|path| path.extension().is_some_and(|it| it == "lock")).collect();
    locks.sort();
    let mut found: Vec<Recovered> = locks.iter().filter_map(|lock| recovered(lock)).collect();
    found.sort_by_key(|recovered| std::cmp::Reverse(recovered.when));
    found
}

fn recovered(lock_file: &Path) -> Option<Recovered> {
    let path = lock_file.with_extension("");
    let lock = Lock::take_file(lock_file.to_owned(), Some(path.clone())).ok()?;
    let note: Note = lock.noted().unwrap_or_default();
    whole::sweep(&path);
    let when = fs::metadata(&path).and_then(|data| data.modified()).ok()?;
    let recovered = Recovered { path, of: note.of, when, stamp: note.stamp, lock };
    if recovered.is_saved() {
        recovered.discard();
        return None;
    }
    Some(recovered)
}

impl Recovered {
    /// Opens it, to go on with it. It stays where it is until that is saved.
    ///
    /// # Errors
    /// When it can't be read.
    pub fn open(self) -> Result<(Workspace, Autosave), OpenError> {
        let (workspace, _) = open(&self.path)?;
        Ok((workspace, Autosave { path: self.path, lock: self.lock }))
    }

    /// Removes it.
    pub fn discard(self) {
        let _ = fs::remove_file(&self.path);
    }

    /// Whether its file holds the same: the window ended after a save.
    fn is_saved(&self) -> bool {
        let held = |path: &Path| open(path).ok().map(|(workspace, _)| workspace);
        self.of.as_deref().and_then(held).is_some_and(|saved| held(&self.path) == Some(saved))
    }
}

/// `NAME.touchstone.lock` for `NAME.touchstone`.
fn lock_of(path: &Path) -> PathBuf {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    path.with_file_name(format!("{name}.lock"))
}
