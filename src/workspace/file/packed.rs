//! Large data inside the file: JSON, compressed, as text.

use std::io::{Read, Write};

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use base64::write::EncoderStringWriter;
use flate2::Compression;
use flate2::read::ZlibDecoder;
use flate2::write::ZlibEncoder;
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

use super::FileFault;

/// The packed parts of a file may be so long together when unpacked: some twelve million sales.
const MOST_BYTES: u64 = 1 << 29;

/// Deflate makes nothing smaller than this many times.
const MOST_SHRINKING: u64 = 1032;

/// Something as compressed JSON. Its checksum is zlib's.
#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Packed {
    /// How long it is when unpacked.
    length: u64,
    /// Zlib, in base 64.
    zlib: String,
}

/// Fails when packed parts together are longer than those of any file may be.
pub(super) fn check_together<'p>(parts: impl IntoIterator<Item = &'p Packed>) -> Result<(), FileFault> {
    let length = parts.into_iter().fold(0, |sum: u64, part| sum.saturating_add(part.length));
    if length > MOST_BYTES { Err(FileFault::TooLarge) } else { Ok(()) }
}

impl Packed {
    /// Packs a value.
    pub(super) fn pack<T: Serialize>(value: &T) -> Result<Self, FileFault> {
        let broken = |error: std::io::Error| FileFault::Damaged(error.to_string());
        let text = EncoderStringWriter::new(&STANDARD);
        let mut counted = Counted { inner: ZlibEncoder::new(text, Compression::fast()), length: 0 };
        let mut buffered = std::io::BufWriter::with_capacity(1 << 16, &mut counted);
        serde_json::to_writer(&mut buffered, value)?;
        buffered.flush().map_err(broken)?;
        drop(buffered);
        if counted.length > MOST_BYTES {
            return Err(FileFault::TooLarge);
        }
        let zlib = counted.inner.finish().map_err(broken)?.into_inner();
        Ok(Self { length: counted.length, zlib })
    }

    /// The value that was packed. However it is made, no more memory is taken than it says and may say.
    pub(super) fn unpack<T: DeserializeOwned>(&self) -> Result<T, FileFault> {
        if self.length > MOST_BYTES {
            return Err(FileFault::TooLarge);
        }
        let compressed = STANDARD.decode(&self.zlib).map_err(|error| FileFault::Damaged(error.to_string()))?;
        let possible = u64::try_from(compressed.len()).unwrap_or(u64::MAX).saturating_mul(MOST_SHRINKING);
        if self.length > possible {
            return Err(FileFault::damaged("length"));
        }
        let mut bytes = Vec::with_capacity(usize::try_from(self.length).unwrap_or_default());
        let mut limited = ZlibDecoder::new(compressed.as_slice()).take(self.length + 1);
        limited.read_to_end(&mut bytes).map_err(|error| FileFault::Damaged(error.to_string()))?;
        if u64::try_from(bytes.len()) != Ok(self.length) {
            return Err(FileFault::damaged("length"));
        }
        Ok(serde_json::from_slice(&bytes)?)
    }
}

/// Counts what is written through it.
struct Counted<W> {
    inner: W,
    length: u64,
}

impl<W: Write> Write for Counted<W> {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        let written = self.inner.write(bytes)?;
        self.length += u64::try_from(written).unwrap_or_default();
        Ok(written)
    }

    fn flush(&mut self) -> std::io::Result<()> {
        self.inner.flush()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_packed_is_unpacked() {
        let value = vec!["a".repeat(1000), "b".to_owned()];
        let packed = Packed::pack(&value).unwrap();
        assert!(packed.zlib.len() < 100);
        assert_eq!(packed.unpack::<Vec<String>>(), Ok(value));
    }

    #[test]
    fn a_packed_part_that_is_longer_than_it_says_is_refused() {
        let packed = Packed::pack(&"x".repeat(1_000_000)).unwrap();
        let shorter = Packed { length: 10, ..packed };
        assert_eq!(shorter.unpack::<String>(), Err(FileFault::damaged("length")));
    }

    #[test]
    fn a_packed_part_that_says_it_is_huge_takes_no_memory() {
        let packed = Packed::pack(&"x").unwrap();
        let huge = Packed { length: u64::MAX, zlib: packed.zlib.clone() };
        assert_eq!(huge.unpack::<String>(), Err(FileFault::TooLarge));
        let large = Packed { length: MOST_BYTES, zlib: packed.zlib };
        assert_eq!(large.unpack::<String>(), Err(FileFault::damaged("length")));
    }
}
