//! How files stand on disk: whether what was read of them is still what they hold.

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;

use crate::import::stamp;
use crate::ledger::FileStamp;

use super::super::review::FileAt;

/// For each file, by where it stands, how it stands there now; nothing where it is gone or can't be reached.
pub type OnDisk = BTreeMap<Arc<str>, Option<FileStamp>>;

/// Looks at files without reading them.
pub(super) fn look(files: Vec<Arc<str>>) -> OnDisk {
    let look = |file: Arc<str>| {
        let stamp = stamp(Path::new(&*file));
        (file, stamp)
    };
    files.into_iter().map(look).collect()
}

impl FileAt {
    /// How it stands on disk now; nothing where it is not there.
    pub(super) fn stamp(&self) -> Option<FileStamp> {
        match self {
            Self::Disk(path) => stamp(path),
            Self::Sample(_) => None,
        }
    }
}
