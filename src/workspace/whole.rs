//! Files that appear whole or not at all, whatever happens while they are written.

use std::fs::{self, File};
use std::io::{self, ErrorKind, Write};
use std::path::{Path, PathBuf};

/// Puts a file in place of the one that stands there, once it is whole and on the disk.
///
/// Only its owner can read it, since what it holds is nobody else's. A process that ends in between leaves the former file, and a beginning beside it that [`sweep`] removes.
pub(super) fn put(path: &Path, bytes: &[u8]) -> io::Result<()> {
    put_after(path, bytes, Readers::Owner, || Ok(()))
}

/// The same for a file that others may read, as they could before; the one that stands there is kept under another name. There is a whole file under the path at every moment.
pub(super) fn put_keeping(path: &Path, bytes: &[u8], kept: &Path) -> io::Result<()> {
    put_after(path, bytes, Readers::AsBefore, || keep(path, kept))
}

/// Removes what writers of a file left that came to their end before it was whole. The caller knows that none is at work.
pub(super) fn sweep(path: &Path) {
    let Ok(entries) = fs::read_dir(folder_of(path)) else { return };
    let start = unfinished(path);
    for entry in entries.flatten().filter(|entry| entry.file_name().to_string_lossy().starts_with(&start)) {
        // Another time it may be possible.
        let _ = fs::remove_file(entry.path());
    }
}

/// The folder of a file.
pub(super) fn folder_of(path: &Path) -> &Path {
    path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."))
}

/// How the names of unfinished files begin.
fn unfinished(path: &Path) -> String {
    format!(".{}.saving-", path.file_name().unwrap_or_default().to_string_lossy())
}

/// Who can read a file.
#[derive(Clone, Copy, PartialEq)]
enum Readers {
    Owner,
    /// Who could read the one before; of the first, who can read the user's files.
    AsBefore,
}

fn put_after(path: &Path, bytes: &[u8], readers: Readers, before: impl FnOnce() -> io::Result<()>) -> io::Result<()> {
    let mut builder = tempfile::Builder::new();
    let prefix = unfinished(path);
    builder.prefix(&prefix);
    // Temporary files are readable by their owner only.
    #[cfg(unix)]
    if readers == Readers::AsBefore {
        builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o666));
    }
    let folder = folder_of(path);
    let mut file = builder.tempfile_in(folder)?;
    if let Ok(former) = fs::metadata(path) {
        if former.permissions().readonly() {
            return Err(ErrorKind::PermissionDenied.into());
        }
        if readers == Readers::AsBefore {
            file.as_file().set_permissions(former.permissions())?;
        }
    }
    file.write_all(bytes)?;
    file.as_file().sync_all()?;
    before()?;
    file.persist(path).map_err(|error| error.error)?;
    sync_folder(folder)
}

/// Gives a file a second name, in place of what had that name before.
fn keep(path: &Path, kept: &Path) -> io::Result<()> {
    if !path.exists() {
        return Ok(());
    }
    let between = between(path, kept);
    let _ = fs::remove_file(&between);
    if fs::hard_link(path, &between).is_err() {
        // Some disks know no second names.
        fs::copy(path, &between).and_then(|_| File::options().write(true).open(&between)?.sync_all()).inspect_err(
            |_| {
                let _ = fs::remove_file(&between);
            },
        )?;
    }
    fs::rename(&between, kept)?;
    // Where both are names of one file already, nothing was renamed.
    let _ = fs::remove_file(&between);
    Ok(())
}

/// A name that [`sweep`] knows.
fn between(path: &Path, kept: &Path) -> PathBuf {
    kept.with_file_name(unfinished(path) + "backup")
}

/// Makes sure that a folder's new entries outlast a loss of power.
#[cfg(unix)]
fn sync_folder(folder: &Path) -> io::Result<()> {
    match File::open(folder).and_then(|folder| folder.sync_all()) {
        // Some kinds of disk can't, and some folders may be written to but not opened.
        Err(error) if !matches!(error.kind(), ErrorKind::StorageFull | ErrorKind::QuotaExceeded) => Ok(()),
        done => done,
    }
}

/// Other systems have no such call.
#[cfg(not(unix))]
#[expect(clippy::unnecessary_wraps, reason = "it is as on other systems")]
fn sync_folder(_: &Path) -> io::Result<()> {
    Ok(())
}
