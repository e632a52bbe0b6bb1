//! Opening and saving a workspace file, so that a whole one stands there at every moment.

use std::fs;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::io::{self, ErrorKind, Read};
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use super::file::{self, FileFault};
use super::lock::Holder;
use super::{Workspace, whole};
use crate::texts::Texts;

/// What a file held when it was last read or written here.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Stamp {
    length: u64,
    hash: u64,
}

/// What may be overwritten.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Overwrite {
    /// Whatever stands there: the user was asked.
    Anything,
    /// Only what was last read or written here; nothing at all where that is not known.
    Unchanged(Option<Stamp>),
}

/// A workspace could not be opened.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{}: {fault}", path.display())]
pub struct OpenError {
    /// The file.
    pub path: PathBuf,
    /// Why.
    pub fault: OpenFault,
    /// The version before, where there is one.
    pub backup: Option<PathBuf>,
}

/// Why a workspace could not be opened.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum OpenFault {
    /// The system could not read it.
    #[error("{0}")]
    Disk(#[from] DiskFault),
    /// It is no workspace that this program can read.
    #[error("{0}")]
    File(#[from] FileFault),
}

/// A workspace could not be saved. What stood there before is still whole, and the workspace is what it was.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{}: {fault}", path.display())]
pub struct SaveError {
    /// The file.
    pub path: PathBuf,
    /// Why.
    pub fault: SaveFault,
}

/// Why a workspace could not be saved.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum SaveFault {
    /// Somebody else wrote the file since it was opened or saved here.
    #[error("changed on disk")]
    Changed,
    /// Another window has it open; who, where the system tells.
    #[error("open elsewhere")]
    OpenElsewhere(Option<Holder>),
    /// It holds more than could be opened again.
    #[error("too large")]
    TooLarge,
    /// It has no file yet.
    #[error("no file")]
    NoFile,
    /// The system could not write it.
    #[error("{0}")]
    Disk(#[from] DiskFault),
}

/// What went wrong with a disk.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum DiskFault {
    /// There is no room left, or none that this user may take.
    #[error("disk full")]
    Full,
    /// Nothing can be written there.
    #[error("read-only disk")]
    ReadOnly,
    /// The file, or its folder, is not there.
    #[error("not there")]
    Missing,
    /// The system does not allow it.
    #[error("access denied")]
    Denied,
    /// It is a folder.
    #[error("a folder")]
    Folder,
    /// Something else, in the system's own words.
    #[error("{0}")]
    Other(String),
}

/// Reads a workspace.
///
/// # Errors
/// When there is no such file, it can't be read, or is no workspace that this program knows. It is left as it is.
pub fn open(path: &Path) -> Result<(Workspace, Stamp), OpenError> {
    let failed = |fault| OpenError {
        path: path.to_owned(),
        fault,
        backup: Some(backup_of(path)).filter(|backup| backup.is_file()),
    };
    let bytes = read(path).map_err(failed)?;
    let workspace = file::read(&bytes).map_err(|fault| failed(fault.into()))?;
    Ok((workspace, Stamp::of(&bytes)))
}

/// Writes a workspace. The version before is kept beside it, see [`backup_of`].
///
/// # Errors
/// When it can't be written, or must not be.
pub fn save(workspace: &Workspace, path: &Path, overwrite: Overwrite) -> Result<Stamp, SaveError> {
    let failed = |fault| SaveError { path: path.to_owned(), fault };
    let bytes = file::write(workspace).map_err(|_| failed(SaveFault::TooLarge))?;
    let target = real(path);
    if let Overwrite::Unchanged(known) = overwrite
        && !is_unchanged(known, &target)
    {
        return Err(failed(SaveFault::Changed));
    }
    whole::put_keeping(&target, &bytes, &backup_of(&target)).map_err(|error| failed(DiskFault::of(&error).into()))?;
    Ok(Stamp::of(&bytes))
}

/// Whether a file is a workspace by its name.
pub fn is_workspace(path: &Path) -> bool {
    path.extension().is_some_and(|extension| extension.eq_ignore_ascii_case("touchstone"))
}

/// Where the version before is kept: `YEAR.backup.touchstone` for `YEAR.touchstone`.
pub fn backup_of(path: &Path) -> PathBuf {
    let name = path.file_stem().unwrap_or_default().to_string_lossy();
    let extension = path.extension().unwrap_or("touchstone".as_ref()).to_string_lossy();
    path.with_file_name(format!("{name}.backup.{extension}"))
}

/// The file itself, where the path is another name for it.
pub(super) fn real(path: &Path) -> PathBuf {
    dunce::canonicalize(path).unwrap_or_else(|_| path.to_owned())
}

fn read(path: &Path) -> Result<Vec<u8>, OpenFault> {
    if path.is_dir() {
        return Err(DiskFault::Folder.into());
    }
    let mut bytes = Vec::new();
    let file = fs::File::open(path).map_err(|error| DiskFault::of(&error))?;
    file.take(file::MOST_BYTES + 1).read_to_end(&mut bytes).map_err(|error| DiskFault::of(&error))?;
    if bytes.len() as u64 > file::MOST_BYTES { Err(FileFault::TooLarge.into()) } else { Ok(bytes) }
}

impl Stamp {
    pub(super) fn of(bytes: &[u8]) -> Self {
        let mut hasher = DefaultHasher::new();
        bytes.hash(&mut hasher);
        Self { length: u64::try_from(bytes.len()).unwrap_or_default(), hash: hasher.finish() }
    }
}

/// Whether a file holds what is known of it. One that is gone changed nothing that could be lost.
///
/// The content is compared and no time of change: clocks differ, and a copy of the same file is no change.
fn is_unchanged(known: Option<Stamp>, path: &Path) -> bool {
    match (known, fs::metadata(path)) {
        (_, Err(error)) => error.kind() == ErrorKind::NotFound,
        (None, Ok(_)) => false,
        (Some(known), Ok(now)) => {
            now.len() == known.length && fs::read(path).is_ok_and(|bytes| Stamp::of(&bytes) == known)
        }
    }
}

impl DiskFault {
    pub(super) fn of(error: &io::Error) -> Self {
        match error.kind() {
            ErrorKind::StorageFull | ErrorKind::QuotaExceeded | ErrorKind::FileTooLarge => Self::Full,
            ErrorKind::ReadOnlyFilesystem => Self::ReadOnly,
            ErrorKind::NotFound | ErrorKind::NotADirectory => Self::Missing,
            ErrorKind::PermissionDenied => Self::Denied,
            ErrorKind::IsADirectory => Self::Folder,
            _ => Self::Other(error.to_string()),
        }
    }

    /// As the messages name it.
    fn as_str(&self) -> &'static str {
        match self {
            Self::Full => "full",
            Self::ReadOnly => "read-only",
            Self::Missing => "missing",
            Self::Denied => "denied",
            Self::Folder => "folder",
            Self::Other(_) => "failed",
        }
    }

    fn detail(&self) -> &str {
        if let Self::Other(words) = self { words } else { "" }
    }
}

impl OpenError {
    /// What happened and what to do, in a few sentences.
    pub fn message(&self, texts: &Texts) -> String {
        let (kind, detail) = match &self.fault {
            OpenFault::Disk(fault) => (fault.as_str(), fault.detail()),
            OpenFault::File(fault @ (FileFault::Damaged(detail) | FileFault::Newer(detail))) => {
                (fault.as_str(), &**detail)
            }
            OpenFault::File(fault) => (fault.as_str(), ""),
        };
        let said = texts.with(&format!("open-{kind}"), &[("file", shown(&self.path)), ("detail", detail.into())]);
        let is_lost = matches!(self.fault, OpenFault::File(FileFault::Damaged(_) | FileFault::Other));
        match self.backup.as_deref().filter(|_| is_lost) {
            Some(backup) => said + " " + &texts.with("open-backup", &[("file", shown(backup))]),
            None => said,
        }
    }
}

impl SaveError {
    /// What happened and what to do, in a few sentences.
    pub fn message(&self, texts: &Texts) -> String {
        let (kind, detail) = match &self.fault {
            SaveFault::Changed => ("changed", String::new()),
            SaveFault::OpenElsewhere(None) => ("open-elsewhere", String::new()),
            SaveFault::OpenElsewhere(Some(holder)) => ("open-by", holder.to_string()),
            SaveFault::TooLarge => ("too-large", String::new()),
            SaveFault::NoFile => ("no-file", String::new()),
            SaveFault::Disk(fault) => (fault.as_str(), fault.detail().to_owned()),
        };
        texts.with(&format!("save-{kind}"), &[("file", shown(&self.path)), ("detail", detail.into())])
    }
}

fn shown(path: &Path) -> fluent_bundle::FluentValue<'static> {
    path.display().to_string().into()
}
