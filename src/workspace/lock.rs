//! Who has a workspace open.
//!
//! The system's own lock on a file beside the workspace, not on the workspace: some systems don't let a locked file be read
//! or replaced. It ends with the process, so that a file which stays behind locks nothing.

use std::fmt;
use std::fs::{self, File, TryLockError};
use std::io::{self, Read, Seek, Write};
use std::path::{Path, PathBuf};

use chrono::Local;
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

use super::whole;

/// That this window has a workspace open, as long as this lives.
#[derive(Debug)]
pub struct Lock {
    path: PathBuf,
    file: File,
    /// While this file is there, the lock's own file stays too.
    kept_with: Option<PathBuf>,
}

/// Who has a workspace open.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Holder {
    /// The user's name on their machine.
    pub user: String,
    /// The machine's name.
    pub machine: String,
    /// Since when, as `2017-06-27 09:30`.
    pub since: String,
}

/// A workspace could not be locked.
#[derive(Debug)]
pub enum LockError {
    /// Another window has it open; who, where the system lets us read it.
    Held(Option<Holder>),
    /// The system can't lock there, for instance because nothing can be written there.
    Impossible(io::Error),
}

impl Lock {
    /// Takes the lock on a workspace.
    ///
    /// # Errors
    /// When another window has it, or there is no way to lock.
    pub fn take(workspace: &Path) -> Result<Self, LockError> {
        let mut lock = Self::take_file(lock_file(workspace), None)?;
        // It is a lock even if it can't say whose.
        let _ = lock.note(&Holder::here());
        whole::sweep(workspace);
        Ok(lock)
    }

    /// Takes the lock that a file stands for, which is made where it is not there. It goes with the lock, except where it is
    /// to be kept with another file.
    pub(super) fn take_file(path: PathBuf, kept_with: Option<PathBuf>) -> Result<Self, LockError> {
        // A holder that goes away removes the file: then the lock was on one that nobody else can find.
        for _ in 0..TRIES {
            match locked(&path) {
                Ok(file) if is_at(&file, &path) => return Ok(Self { path, file, kept_with }),
                Ok(_) => {}
                Err(TryLockError::WouldBlock) => return Err(LockError::Held(holder(&path))),
                Err(TryLockError::Error(error)) => return Err(LockError::Impossible(error)),
            }
        }
        Err(LockError::Held(None))
    }

    /// Writes something into the file, in place of what stands there.
    pub(super) fn note<T: Serialize>(&mut self, what: &T) -> io::Result<()> {
        let text = serde_json::to_vec(what)?;
        self.file.rewind()?;
        self.file.write_all(&text)?;
        self.file.set_len(u64::try_from(text.len()).unwrap_or_default())
    }

    /// What stands in the file.
    pub(super) fn noted<T: DeserializeOwned>(&self) -> Option<T> {
        let mut file = &self.file;
        file.rewind().ok()?;
        let mut text = Vec::new();
        file.read_to_end(&mut text).ok()?;
        // Behind it may stand the end of something longer, if its writer came to its end just there.
        serde_json::Deserializer::from_slice(&text).into_iter().next()?.ok()
    }
}

impl Drop for Lock {
    fn drop(&mut self) {
        if self.kept_with.as_deref().is_some_and(Path::exists) {
            return;
        }
        // It goes while it is locked, so that nobody else's is removed. One that stays locks nothing.
        let _ = fs::remove_file(&self.path);
    }
}

const TRIES: usize = 20;

/// `.YEAR.touchstone.lock` for `YEAR.touchstone`.
fn lock_file(workspace: &Path) -> PathBuf {
    let name = workspace.file_name().unwrap_or_default().to_string_lossy();
    workspace.with_file_name(format!(".{name}.lock"))
}

fn holder(path: &Path) -> Option<Holder> {
    serde_json::from_slice(&fs::read(path).ok()?).ok()
}

/// The file, locked.
#[cfg(not(windows))]
fn locked(path: &Path) -> Result<File, TryLockError> {
    let file = File::options().read(true).write(true).create(true).truncate(false).open(path);
    // Another user's may only be read here, which is enough to see that it is locked.
    let file = file.or_else(|error| File::open(path).map_err(|_| TryLockError::Error(error)))?;
    file.try_lock().map(|()| file)
}

/// The file, which others may read but not open to write: what is locked by Windows's own call, nobody can read, and so
/// nobody would see who has it.
#[cfg(windows)]
fn locked(path: &Path) -> Result<File, TryLockError> {
    use std::os::windows::fs::OpenOptionsExt;

    const SHARE_READ: u32 = 1;
    const SHARE_DELETE: u32 = 4;
    const SHARING_VIOLATION: i32 = 32;
    let open = |to_write: bool| {
        let mut options = File::options();
        options.read(true).write(to_write).create(to_write).share_mode(SHARE_READ | SHARE_DELETE).open(path)
    };
    let is_held = |error: &io::Error| error.raw_os_error() == Some(SHARING_VIOLATION);
    let file = open(true).or_else(|error| if is_held(&error) { Err(error) } else { open(false) });
    file.map_err(|error| if is_held(&error) { TryLockError::WouldBlock } else { TryLockError::Error(error) })
}

/// Whether an open file is the one that stands at a path.
#[cfg(unix)]
fn is_at(file: &File, path: &Path) -> bool {
    use std::os::unix::fs::MetadataExt;
    let place = |data: &fs::Metadata| (data.dev(), data.ino());
    matches!((file.metadata(), fs::metadata(path)), (Ok(ref a), Ok(ref b)) if place(a) == place(b))
}

/// Here a file that is removed while it is open can't be opened any more, nor another made in its place.
#[cfg(not(unix))]
fn is_at(_: &File, path: &Path) -> bool {
    path.exists()
}

impl Holder {
    /// This user, on this machine, now.
    fn here() -> Self {
        let user = std::env::var("USER").or_else(|_| std::env::var("USERNAME")).unwrap_or_default();
        let machine = sysinfo::System::host_name().unwrap_or_default();
        Self { user, machine, since: Local::now().format("%Y-%m-%d %H:%M").to_string() }
    }
}

impl fmt::Display for Holder {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { user, machine, since } = self;
        match (user.is_empty(), machine.is_empty()) {
            (false, false) => write!(f, "{user} · {machine} · {since}"),
            (false, true) => write!(f, "{user} · {since}"),
            (true, false) => write!(f, "{machine} · {since}"),
            (true, true) => f.write_str(since),
        }
    }
}
