//! Reading the files of a call, with what the call chose about them.

use std::ops::ControlFlow;
use std::path::PathBuf;
use std::sync::Arc;

use crate::import::{Choices, ImportError, ImportFault, Reader, stamp, take_in, understand};
use crate::ledger::Source;

use super::Failure;
use super::choices::unmet;

/// Reads the files.
///
/// # Errors
/// For the first file of which nothing can be read, or when something that was chosen is in none of them.
pub(super) fn read_files(files: &[PathBuf], choices: &Choices, reader: &Reader) -> Result<Vec<Arc<Source>>, Failure> {
    let mut opened = Vec::new();
    for path in files {
        // Taken before the first byte is read.
        let stamp = stamp(path);
        let contents = reader.open(path, &choices.reading, &mut |_| ControlFlow::Continue(()))?;
        let understanding = understand(&contents, choices);
        opened.push((contents, understanding, stamp));
    }
    if let Some(choice) = unmet(opened.iter().map(|(_, understanding, _)| understanding)) {
        return Err(Failure::Unmet(choice));
    }
    let sources = opened.into_iter().map(|(contents, understanding, stamp)| {
        let source = Source { stamp, ..take_in(&contents, &understanding)? };
        if source.credentials.is_empty() && source.sales.is_empty() {
            return Err(ImportError { file: source.file, fault: ImportFault::NoRecords }.into());
        }
        Ok(Arc::new(source))
    });
    sources.collect()
}
