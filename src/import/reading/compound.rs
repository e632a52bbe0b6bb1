//! Microsoft's compound files, in which an xls workbook is one stream of several: the names of the streams, and one
//! stream as a whole.
//!
//! The layout is that of MS-CFB: a file is an array of sectors; a table says which sector follows which.

use std::ops::Range;

/// A compound file whose tables have been read.
pub(super) struct Compound<'a> {
    bytes: &'a [u8],
    sector_size: usize,
    next_sector: Vec<u32>,
    entries: Vec<Entry>,
}

/// A stream or folder inside a compound file.
struct Entry {
    name: String,
    start: u32,
    length: usize,
}

/// Sector numbers from here on are marks, such as the end of a chain.
const MARKS: u32 = 0xFFFF_FFFA;
/// Shorter streams share sectors of their own.
const SHORT_STREAM: usize = 4096;
/// Which are so long.
const SHORT_SECTOR: usize = 64;

impl<'a> Compound<'a> {
    /// Reads the tables; nothing when they are broken.
    pub fn open(bytes: &'a [u8]) -> Option<Self> {
        let sector_size = match u16_at(bytes, 30)? {
            9 => 512,
            12 => 4096,
            _ => return None,
        };
        let mut file = Self { bytes, sector_size, next_sector: Vec::new(), entries: Vec::new() };
        for id in file.table_sectors()? {
            file.next_sector.extend(u32s(bytes.get(file.sector(id)?)?));
        }
        let directory = file.joined(&file.chain(u32_at(bytes, 48)?)?)?;
        file.entries = directory.chunks_exact(128).filter_map(Entry::read).collect();
        Some(file)
    }

    /// Whether it has a stream or folder of this name.
    pub fn has(&self, name: &str) -> bool {
        self.entry(name).is_some()
    }

    /// A stream, perhaps with some bytes too many at its end; nothing when there is none or its chain is broken.
    pub fn stream(&self, name: &str) -> Option<Vec<u8>> {
        self.joined(&self.places(self.entry(name)?)?)
    }

    /// The whole file with another stream in place of one that is as long.
    pub fn with_stream(&self, name: &str, stream: &[u8]) -> Option<Vec<u8>> {
        let mut file = self.bytes.to_vec();
        let mut rest = stream;
        for place in self.places(self.entry(name)?)? {
            let (part, after) = rest.split_at(place.len().min(rest.len()));
            file.get_mut(place.start..place.start + part.len())?.copy_from_slice(part);
            rest = after;
        }
        Some(file)
    }

    /// Where the parts of a stream stand in the file.
    fn places(&self, entry: &Entry) -> Option<Vec<Range<usize>>> {
        if entry.length >= SHORT_STREAM {
            return self.chain(entry.start);
        }
        let shared = self.chain(self.entries.first()?.start)?;
        let table = self.joined(&self.chain(u32_at(self.bytes, 60)?)?)?;
        let sectors = follow(entry.start, &u32s(&table).collect::<Vec<_>>())?;
        let place = |id: u32| {
            let at = id as usize * SHORT_SECTOR;
            let sector = shared.get(at / self.sector_size)?;
            let start = sector.start + at % self.sector_size;
            Some(start..sector.end.min(start + SHORT_SECTOR)).filter(|place| place.start <= place.end)
        };
        sectors.into_iter().map(place).collect()
    }

    fn entry(&self, name: &str) -> Option<&Entry> {
        self.entries.iter().find(|entry| entry.name.eq_ignore_ascii_case(name))
    }

    /// The sectors of the table of sectors: the first 109 stand in the header, the others in a chain of their own.
    fn table_sectors(&self) -> Option<Vec<u32>> {
        let mut sectors: Vec<u32> = u32s(self.bytes.get(76..512)?).collect();
        let mut more = u32_at(self.bytes, 68)?;
        for _ in 0..=self.bytes.len() / self.sector_size {
            if more >= MARKS {
                sectors.retain(|id| *id < MARKS);
                return Some(sectors);
            }
            sectors.extend(u32s(self.bytes.get(self.sector(more)?)?));
            more = sectors.pop()?;
        }
        None
    }

    /// The places of a chain of sectors.
    fn chain(&self, start: u32) -> Option<Vec<Range<usize>>> {
        follow(start, &self.next_sector)?.into_iter().map(|id| self.sector(id)).collect()
    }

    /// Where a sector stands; the last one of a file may be short.
    fn sector(&self, id: u32) -> Option<Range<usize>> {
        let start = (id as usize).checked_add(1)?.checked_mul(self.sector_size)?;
        (start <= self.bytes.len()).then(|| start..self.bytes.len().min(start + self.sector_size))
    }

    fn joined(&self, places: &[Range<usize>]) -> Option<Vec<u8>> {
        let mut stream = Vec::new();
        for place in places {
            stream.extend_from_slice(self.bytes.get(place.clone())?);
        }
        Some(stream)
    }
}

impl Entry {
    fn read(bytes: &[u8]) -> Option<Self> {
        let units = bytes.get(..64)?.chunks_exact(2).map(|pair| u16::from_le_bytes([pair[0], pair[1]]));
        let name = char::decode_utf16(units.take_while(|unit| *unit != 0)).map(|c| c.unwrap_or('\u{fffd}')).collect();
        Some(Self { name, start: u32_at(bytes, 116)?, length: u32_at(bytes, 120)? as usize })
    }
}

/// The sectors of a chain; nothing when it leaves the table or runs in a circle.
fn follow(start: u32, next: &[u32]) -> Option<Vec<u32>> {
    let mut chain = Vec::new();
    let mut id = start;
    while id < MARKS {
        if chain.len() > next.len() {
            return None;
        }
        chain.push(id);
        id = *next.get(id as usize)?;
    }
    Some(chain)
}

pub(super) fn u16_at(bytes: &[u8], at: usize) -> Option<u16> {
    bytes.get(at..)?.first_chunk().copied().map(u16::from_le_bytes)
}

pub(super) fn u32_at(bytes: &[u8], at: usize) -> Option<u32> {
    bytes.get(at..)?.first_chunk().copied().map(u32::from_le_bytes)
}

fn u32s(bytes: &[u8]) -> impl Iterator<Item = u32> {
    bytes.chunks_exact(4).filter_map(|chunk| u32_at(chunk, 0))
}
