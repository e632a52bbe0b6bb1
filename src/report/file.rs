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

/// The path with the end that the user left out, unless another file stands there: nobody was asked about that one.
pub fn with_extension(path: &Path, extension: &str) -> PathBuf {
    if path.extension().is_some_and(|known| known.eq_ignore_ascii_case(extension)) {
        return path.to_owned();
    }
    // What stands behind the last dot of "Readiness 27.06.2017" is no such end.
    let mut longer = path.as_os_str().to_owned();
    longer.push(".");
    longer.push(extension);
    let longer = PathBuf::from(longer);
    if longer.exists() { path.to_owned() } else { longer }
}

/// Makes a folder of files inside another, with a number after its name where that name is taken. All files are there, or
/// no folder.
///
/// # Errors
/// When the outer folder is not there or can't be written to, or the disk is full.
pub fn write_folder(
    outer: &Path,
    name: &str,
    files: impl IntoIterator<Item = (String, Vec<u8>)>,
) -> Result<PathBuf, WriteError> {
    let told = outer.join(name);
    write_whole_folder(outer, name, files).map_err(|source| WriteError { path: told, source })
}

fn write_whole_folder(
    outer: &Path,
    name: &str,
    files: impl IntoIterator<Item = (String, Vec<u8>)>,
) -> std::io::Result<PathBuf> {
    let mut builder = tempfile::Builder::new();
    builder.prefix(".touchstone-");
    // Else the folder would be its owner's only, as temporary folders are.
    #[cfg(unix)]
    builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o777));
    let folder = builder.tempdir_in(outer)?;
    for (file, bytes) in files {
        let mut file = std::fs::File::create_new(folder.path().join(file))?;
        file.write_all(&bytes)?;
        file.sync_all()?;
    }
    let numbered = (2_u32..).map(|number| format!("{name} ({number})"));
    let names = std::iter::once(name.to_owned()).chain(numbered);
    let free = names.map(|name| outer.join(name)).find(|path| !path.exists());
    let path = free.ok_or(std::io::ErrorKind::AlreadyExists)?;
    std::fs::rename(folder.path(), &path)?;
    // It is no temporary folder any more.
    let _ = folder.keep();
    Ok(path)
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
