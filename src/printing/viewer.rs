//! The system's viewer for PDF files.

use std::fs;
#[cfg(not(windows))]
use std::time::Duration;

use super::PrintFault;

/// A viewer that can't start has said so by then.
#[cfg(not(windows))]
const PATIENCE: Duration = Duration::from_secs(2);

/// Writes the file where only its user can read it, and has it opened. It stays, since nobody knows when the viewer is done;
/// it stands where the system keeps what is temporary.
pub(super) fn view(pdf: &[u8], name: &str) -> Result<(), PrintFault> {
    let write = || {
        let folder = tempfile::Builder::new().prefix("touchstone-").tempdir()?;
        let path = folder.path().join(name).with_extension("pdf");
        fs::write(&path, pdf)?;
        Ok((folder, path))
    };
    let (folder, path) = write().map_err(|error: std::io::Error| PrintFault::NotWritten(error.to_string()))?;
    open_file(&path).map_err(|error| PrintFault::NoViewer(error.to_string()))?;
    let _ = folder.keep();
    Ok(())
}

/// Opens a file or folder with the program that the system has for it.
///
/// # Errors
/// When nothing opens it, as far as that can be told in a moment.
#[cfg(not(windows))]
pub fn open_file(path: &std::path::Path) -> std::io::Result<()> {
    open::that_detached_with_timeout(path, PATIENCE)
}

/// Opens a file or folder with the program that the system has for it.
///
/// # Errors
/// When nothing opens it.
#[cfg(windows)]
pub fn open_file(path: &std::path::Path) -> std::io::Result<()> {
    open::that_detached(path)
}
