//! An open workspace: its file, the lock on it, and what is saved by itself meanwhile.

use std::path::{Path, PathBuf};

use super::autosave::{Autosave, Recovered};
use super::lock::{Holder, Lock, LockError};
use super::save::{DiskFault, OpenError, Overwrite, SaveError, SaveFault, Stamp, open, real, save};
use super::{Folders, Workspace};

/// An open workspace's place on the disk. It holds no records, so that it may live on the thread that saves.
#[derive(Debug, Default)]
pub struct Document {
    file: Option<OpenFile>,
    autosave: Option<Autosave>,
    folders: Option<Folders>,
}

/// A file that is open.
#[derive(Debug)]
struct OpenFile {
    path: PathBuf,
    /// What it held last, where that is known.
    stamp: Option<Stamp>,
    access: Access,
}

/// Whether a file is this window's to write.
#[derive(Debug)]
enum Access {
    /// It is, as long as this lives.
    Ours { _lock: Lock },
    /// Nobody can tell: the disk has no locks. A save is tried.
    Unlocked,
    /// Another window has it open.
    Held(Option<Holder>),
}

impl Document {
    /// A workspace that has no file yet. Without folders nothing is saved by itself.
    pub fn new(folders: Option<Folders>) -> Self {
        Self { file: None, autosave: None, folders }
    }

    /// Opens a file. Where another window has it open, the document [is read-only](Self::is_read_only).
    ///
    /// # Errors
    /// When it is no workspace that can be read.
    pub fn open(path: &Path, folders: Option<Folders>) -> Result<(Self, Workspace), OpenError> {
        let access = Access::to(path);
        let (workspace, stamp) = open(path)?;
        let file = OpenFile { path: path.to_owned(), stamp: Some(stamp), access };
        Ok((Self { file: Some(file), autosave: None, folders }, workspace))
    }

    /// Goes on with what a window left that came to its end. It must be saved to be kept.
    ///
    /// # Errors
    /// When it can't be read.
    pub fn recover(recovered: Recovered, folders: Option<Folders>) -> Result<(Self, Workspace), OpenError> {
        let (of, stamp) = (recovered.of.clone(), recovered.stamp);
        let (workspace, autosave) = recovered.open()?;
        let file = of.map(|path| OpenFile { access: Access::to(&path), path, stamp });
        Ok((Self { file, autosave: Some(autosave), folders }, workspace))
    }

    /// Its file.
    pub fn path(&self) -> Option<&Path> {
        self.file.as_ref().map(|file| file.path.as_path())
    }

    /// Whether another window has its file open, so that it can only be saved as another.
    pub fn is_read_only(&self) -> bool {
        matches!(&self.file, Some(OpenFile { access: Access::Held(_), .. }))
    }

    /// Who has its file open elsewhere, where the system tells.
    pub fn held_by(&self) -> Option<&Holder> {
        match &self.file {
            Some(OpenFile { access: Access::Held(holder), .. }) => holder.as_ref(),
            _ => None,
        }
    }

    /// Saves the workspace into its file. What was saved by itself goes then.
    ///
    /// # Errors
    /// When it has no file, the file is another window's or has changed on disk, or it can't be written. Nothing is lost then.
    pub fn save(&mut self, workspace: &Workspace) -> Result<(), SaveError> {
        let overwrite = match &self.file {
            Some(file) => Overwrite::Unchanged(file.stamp),
            None => Overwrite::Anything,
        };
        self.write(workspace, overwrite)
    }

    /// The same, whatever somebody else wrote there meanwhile. It is kept as the version before.
    ///
    /// # Errors
    /// As those of [`save`](Self::save), but for a change on disk.
    pub fn save_over(&mut self, workspace: &Workspace) -> Result<(), SaveError> {
        self.write(workspace, Overwrite::Anything)
    }

    /// Saves the workspace into another file, which is its own from then on. The user was asked about one that stands there.
    ///
    /// # Errors
    /// When another window has that file open, or it can't be written. The document keeps its former file then.
    pub fn save_as(&mut self, path: &Path, workspace: &Workspace) -> Result<(), SaveError> {
        let is_same = |file: &OpenFile| real(&file.path) == real(path);
        if !self.is_read_only() && self.file.as_ref().is_some_and(is_same) {
            return self.save_over(workspace);
        }
        let failed = |fault| SaveError { path: path.to_owned(), fault };
        let access = Access::to(path);
        if let Access::Held(holder) = access {
            return Err(failed(SaveFault::OpenElsewhere(holder)));
        }
        let stamp = save(workspace, path, Overwrite::Anything)?;
        self.file = Some(OpenFile { path: path.to_owned(), stamp: Some(stamp), access });
        self.saved();
        Ok(())
    }

    /// Saves the workspace by itself, beside what was saved: after each change.
    ///
    /// # Errors
    /// When it can't be written. What was saved by itself before is still there.
    pub fn autosave(&mut self, workspace: &Workspace) -> Result<(), SaveError> {
        let Some(folders) = &self.folders else { return Ok(()) };
        let autosave = match &mut self.autosave {
            Some(autosave) => autosave,
            none => {
                let failed = |error| SaveError { path: folders.autosaves.clone(), fault: DiskFault::of(&error).into() };
                let made = none.insert(Autosave::new(&folders.autosaves).map_err(failed)?);
                if let Some(file) = &self.file {
                    made.belongs_to(&file.path, file.stamp);
                }
                made
            }
        };
        autosave.write(workspace)
    }

    /// Closes it. What was saved by itself goes: everything is saved, or the user does not want it.
    pub fn close(self) {
        if let Some(autosave) = &self.autosave {
            autosave.clear();
        }
    }

    /// Clears away what was saved by itself. What comes next belongs to the file as it is now.
    fn saved(&mut self) {
        if let (Some(autosave), Some(file)) = (&mut self.autosave, &self.file) {
            autosave.clear();
            autosave.belongs_to(&file.path, file.stamp);
        }
    }

    fn write(&mut self, workspace: &Workspace, overwrite: Overwrite) -> Result<(), SaveError> {
        let Some(file) = &mut self.file else {
            return Err(SaveError { path: PathBuf::new(), fault: SaveFault::NoFile });
        };
        if let Access::Held(holder) = &file.access {
            return Err(SaveError { path: file.path.clone(), fault: SaveFault::OpenElsewhere(holder.clone()) });
        }
        file.stamp = Some(save(workspace, &file.path, overwrite)?);
        self.saved();
        Ok(())
    }
}

impl Access {
    fn to(path: &Path) -> Self {
        match Lock::take(&real(path)) {
            Ok(lock) => Self::Ours { _lock: lock },
            Err(LockError::Held(holder)) => Self::Held(holder),
            Err(LockError::Impossible(_)) => Self::Unlocked,
        }
    }
}
