//! Copies of zip archives with some of their parts written anew.

use std::io::{Cursor, Read, Write};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipArchive, ZipWriter};

pub(super) type Archive<'a> = ZipArchive<Cursor<&'a [u8]>>;

/// The archive that these bytes are.
pub(super) fn open(bytes: &[u8]) -> Option<Archive<'_>> {
    ZipArchive::new(Cursor::new(bytes)).ok()
}

/// The name of a part, in small letters.
pub(super) fn name(archive: &mut Archive<'_>, part: usize) -> Option<String> {
    archive.by_index_raw(part).ok()?.name().ok().map(|name| name.to_lowercase())
}

/// The first bytes of a part, up to so many; less when it is broken.
pub(super) fn beginning(archive: &mut Archive<'_>, part: usize, length: u64) -> Vec<u8> {
    let mut bytes = Vec::new();
    if let Ok(part) = archive.by_index(part) {
        // What can't be read says so later.
        let _ = part.take(length).read_to_end(&mut bytes);
    }
    bytes
}

/// A copy of the archive with other bytes for some of its parts.
pub(super) fn with_parts(archive: &mut Archive<'_>, parts: &[(usize, Vec<u8>)]) -> Option<Vec<u8>> {
    let mut copy = ZipWriter::new(Cursor::new(Vec::new()));
    for at in 0..archive.len() {
        let part = archive.by_index_raw(at).ok()?;
        if let Some((_, bytes)) = parts.iter().find(|(part, _)| *part == at) {
            let options = SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
            copy.start_file(part.name().ok()?, options).ok()?;
            copy.write_all(bytes).ok()?;
        } else {
            copy.raw_copy_file(part).ok()?;
        }
    }
    copy.finish().ok().map(Cursor::into_inner)
}
