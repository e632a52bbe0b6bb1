//! How a file stands on disk, without reading it.

use std::path::Path;
use std::time::{SystemTime, UNIX_EPOCH};

use crate::ledger::FileStamp;

/// How a file stands on disk now; nothing where it is not there.
pub fn stamp(path: &Path) -> Option<FileStamp> {
    let found = path.metadata().ok().filter(std::fs::Metadata::is_file)?;
    Some(FileStamp { size: found.len(), changed: seconds(found.modified().ok()?)?, read: seconds(SystemTime::now())? })
}

fn seconds(moment: SystemTime) -> Option<i64> {
    match moment.duration_since(UNIX_EPOCH) {
        Ok(since) => i64::try_from(since.as_secs()).ok(),
        Err(before) => i64::try_from(before.duration().as_secs()).ok().map(|seconds| -seconds),
    }
}
