//! Writing a file that appears whole or not at all.

use std::io::Write;
use std::path::{Path, PathBuf};

use crate::texts::Texts;

/// A file could not be written. What stood there before is still whole.
#[derive(Debug, thiserror::Error)]
#[error("{}: {source}", path.display())]
pub struct WriteError {
    path: PathBuf,
    source: std::io::Error,
}

/// Writes a file in place of the one that stands there, once the new one is whole.
///
/// # Errors
/// When the folder is not there or can't be written to, or the disk is full.
pub fn write_file(path: &Path, bytes: &[u8]) -> Result<(), WriteError> {
    write_whole(path, bytes).map_err(|source| WriteError { path: path.to_owned(), source })
}

fn write_whole(path: &Path, bytes: &[u8]) -> std::io::Result<()> {
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let mut builder = tempfile::Builder::new();
    builder.prefix(".touchstone-");
    // Else the file would be readable by its owner only, as temporary files are.
    #[cfg(unix)]
    builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o666));
    let mut file = builder.tempfile_in(folder)?;
    file.write_all(bytes)?;
    file.as_file().sync_all()?;
    file.persist(path).map_err(|error| error.error)?;
    Ok(())
}

impl WriteError {
    /// What happened and what to do, in one or two sentences.
    pub fn message(&self, texts: &Texts) -> String {
        let path = self.path.display().to_string();
        let id = match self.source.kind() {
            std::io::ErrorKind::NotFound => "write-no-folder",
            std::io::ErrorKind::PermissionDenied | std::io::ErrorKind::ReadOnlyFilesystem => "write-denied",
            std::io::ErrorKind::StorageFull => "write-full",
            std::io::ErrorKind::IsADirectory => "write-folder",
            _ => "write-failed",
        };
        texts.with(id, &[("file", path.into()), ("detail", self.source.to_string().into())])
    }
}
