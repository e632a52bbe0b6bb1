//! What goes from the process that reads to the one that asked: events, one frame each.
//!
//! A frame is a byte that tells what it is, four bytes of length, and the content. Numbers are little-endian.

use std::io::{self, Write};
use std::str::Utf8Error;

use super::super::ImportFault;
use super::super::cell::{Cell, Serial};
use super::super::error::Damage;
use super::super::reading::{Event, Opened, recycled};

/// How the reading ended.
pub(super) type End = Result<Opened, ImportFault>;

/// What a frame holds.
pub(super) enum Frame<'a> {
    /// Something was read.
    Event(Event<'a>),
    /// The rest of the sheet can't be read.
    Damage(Damage),
    /// Nothing more comes.
    End(End),
}

const SHEET: u8 = 1;
const ROW: u8 = 2;
const ODD_CELL: u8 = 3;
const DAMAGE: u8 = 4;
const ALIVE: u8 = 5;
const END: u8 = 6;
const KNOWN_TEXT: u8 = 7;

const TEXT: u8 = 1;
const ERROR: u8 = 2;
const NUMBER: u8 = 3;
const DATE: u8 = 4;
const DATE_1904: u8 = 5;
const TRUE: u8 = 6;
const FALSE: u8 = 7;
const KNOWN: u8 = 8;

/// No row that a spreadsheet can hold is longer: 16,384 cells of 32,767 letters would be, but none is in practice.
const LONGEST: usize = 64 * 1024 * 1024;

/// Writes frames.
pub(super) struct Writer<W> {
    to: W,
    buffer: Vec<u8>,
    /// How many texts of the sheet were written with their number, which rows then name.
    known: u32,
}

impl<W: Write> Writer<W> {
    /// Writes frames to something.
    pub fn new(to: W) -> Self {
        Self { to, buffer: Vec::new(), known: 0 }
    }

    /// Writes an event; a row that is longer than any is an error of the kind `FileTooLarge`, and nothing is written.
    pub fn event(&mut self, event: Event<'_>) -> io::Result<()> {
        self.buffer.clear();
        let kind = match event {
            Event::Sheet { name, is_hidden, from_1904 } => {
                self.known = 0;
                self.buffer.extend([u8::from(is_hidden), u8::from(from_1904)]);
                self.buffer.extend(name.as_bytes());
                SHEET
            }
            Event::Row { number, cells, texts } => {
                self.buffer.extend(number.to_le_bytes());
                let texts = texts.iter().copied().chain(std::iter::repeat(Event::UNNUMBERED));
                for ((column, cell), text) in cells.iter().zip(texts) {
                    self.cell(*column, *cell, text)?;
                }
                ROW
            }
            Event::OddCell { row } => {
                self.buffer.extend(row.to_le_bytes());
                ODD_CELL
            }
            Event::Damage(damage) => {
                serde_json::to_writer(&mut self.buffer, damage)?;
                DAMAGE
            }
            Event::Alive => ALIVE,
        };
        write_frame(kind, &self.buffer, &mut self.to)
    }

    /// Writes how the reading ended.
    pub fn end(&mut self, end: &End) -> io::Result<()> {
        write_frame(END, &serde_json::to_vec(end)?, &mut self.to)?;
        self.flush()
    }

    /// Lets everything be read that was written.
    pub fn flush(&mut self) -> io::Result<()> {
        self.to.flush()
    }

    /// Adds a cell to its row. A text with a number is written once, before the row.
    fn cell(&mut self, column: u16, cell: Cell<'_>, number: u32) -> io::Result<()> {
        if let Cell::Text(text) = cell
            && number == self.known
            && number != Event::UNNUMBERED
        {
            write_frame(KNOWN_TEXT, text.as_bytes(), &mut self.to)?;
            self.known += 1;
        }
        if number < self.known {
            let ([low, high], [a, b, c, d]) = (column.to_le_bytes(), number.to_le_bytes());
            self.buffer.extend([low, high, KNOWN, a, b, c, d]);
        } else {
            write_cell(column, cell, &mut self.buffer);
        }
        Ok(())
    }
}

fn write_frame(kind: u8, content: &[u8], to: &mut impl Write) -> io::Result<()> {
    let length = u32::try_from(content.len()).ok().filter(|_| content.len() <= LONGEST);
    let length = length.ok_or(io::ErrorKind::FileTooLarge)?;
    to.write_all(&[kind])?;
    to.write_all(&length.to_le_bytes())?;
    to.write_all(content)
}

fn write_cell(column: u16, cell: Cell<'_>, to: &mut Vec<u8>) {
    let mut put = |kind: u8, content: &[u8]| {
        to.extend(column.to_le_bytes());
        to.push(kind);
        to.extend(content);
    };
    match cell {
        Cell::Empty => {}
        Cell::Number(number) => put(NUMBER, &number.to_le_bytes()),
        Cell::Date(Serial { days, from_1904: false }) => put(DATE, &days.to_le_bytes()),
        Cell::Date(Serial { days, from_1904: true }) => put(DATE_1904, &days.to_le_bytes()),
        Cell::Bool(yes) => put(if yes { TRUE } else { FALSE }, &[]),
        Cell::Text(text) | Cell::Error(text) => {
            let kind = if matches!(cell, Cell::Text(_)) { TEXT } else { ERROR };
            // A text of four gigabytes is in no cell.
            let length = u32::try_from(text.len()).unwrap_or_default();
            put(kind, &length.to_le_bytes());
            to.extend(&text.as_bytes()[..length as usize]);
        }
    }
}

/// A frame that claims to be too long to be one.
#[derive(Debug)]
pub(super) struct TooLong;

/// A frame's kind, its content, and what follows it.
type Raw<'a> = (u8, &'a [u8], &'a [u8]);

/// The first frame of some bytes, as its kind, its content and what follows it; nothing while it is not whole.
pub(super) fn split(bytes: &[u8]) -> Result<Option<Raw<'_>>, TooLong> {
    let Some(([kind, length @ ..], rest)) = bytes.split_first_chunk::<5>() else { return Ok(None) };
    let length = u32::from_le_bytes(*length) as usize;
    if length > LONGEST {
        return Err(TooLong);
    }
    Ok(rest.split_at_checked(length).map(|(content, after)| (*kind, content, after)))
}

/// The text that a frame holds for the rows that follow, which name it by its number: those of a sheet are counted from 0.
/// Nothing where it is another frame.
pub(super) fn known_text(kind: u8, content: &[u8]) -> Option<Result<&str, Utf8Error>> {
    (kind == KNOWN_TEXT).then(|| std::str::from_utf8(content))
}

/// Where a row's cells are put, and the numbers of their texts.
#[derive(Default)]
pub(super) struct Cells<'a> {
    pub cells: Vec<(u16, Cell<'a>)>,
    pub texts: Vec<u32>,
}

/// What a frame says; nothing when it is none of ours. Rows name `texts`, and lend `row` to put their cells in.
pub(super) fn read<'a: 'c, 'c>(
    kind: u8,
    content: &'a [u8],
    texts: &'a [Box<str>],
    row: &'c mut Cells<'a>,
) -> Option<Frame<'c>> {
    let text = |bytes: &'a [u8]| std::str::from_utf8(bytes).ok();
    Some(Frame::Event(match kind {
        SHEET => {
            let ([hidden, from_1904], name) = content.split_first_chunk()?;
            Event::Sheet { name: text(name)?, is_hidden: *hidden != 0, from_1904: *from_1904 != 0 }
        }
        ROW => {
            let (number, rest) = content.split_first_chunk()?;
            row.read(rest, texts)?;
            Event::Row { number: u32::from_le_bytes(*number), cells: &row.cells, texts: &row.texts }
        }
        ODD_CELL => Event::OddCell { row: u32::from_le_bytes(*content.first_chunk()?) },
        DAMAGE => return serde_json::from_slice(content).ok().map(Frame::Damage),
        ALIVE => Event::Alive,
        END => return serde_json::from_slice(content).ok().map(Frame::End),
        _ => return None,
    }))
}

impl<'a> Cells<'a> {
    /// The same lists without anything in them, for another row.
    pub fn emptied<'b>(mut self) -> Cells<'b> {
        self.texts.clear();
        Cells { cells: recycled(self.cells), texts: self.texts }
    }

    fn read(&mut self, mut rest: &'a [u8], texts: &'a [Box<str>]) -> Option<()> {
        while let Some(([low, high, kind], after)) = rest.split_first_chunk() {
            let number = || after.first_chunk().map(|bytes| f64::from_le_bytes(*bytes));
            let date = |from_1904| Some(Cell::Date(Serial { days: number()?, from_1904 }));
            let mut known = Event::UNNUMBERED;
            let (cell, length) = match *kind {
                TEXT | ERROR => {
                    let (length, content) = after.split_first_chunk()?;
                    let length = u32::from_le_bytes(*length) as usize;
                    let text = std::str::from_utf8(content.get(..length)?).ok()?;
                    (if *kind == TEXT { Cell::Text(text) } else { Cell::Error(text) }, 4 + length)
                }
                KNOWN => {
                    known = u32::from_le_bytes(*after.first_chunk()?);
                    (Cell::Text(texts.get(known as usize)?), 4)
                }
                NUMBER => (Cell::Number(number()?), 8),
                DATE => (date(false)?, 8),
                DATE_1904 => (date(true)?, 8),
                TRUE | FALSE => (Cell::Bool(*kind == TRUE), 0),
                _ => return None,
            };
            self.cells.push((u16::from_le_bytes([*low, *high]), cell));
            self.texts.push(known);
            rest = after.get(length..)?;
        }
        rest.is_empty().then_some(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(event: Event<'_>) {
        let mut written = Vec::new();
        Writer::new(&mut written).event(event).unwrap();
        for length in 0..written.len() {
            assert!(split(&written[..length]).unwrap().is_none(), "{length}");
        }
        let (kind, content, rest) = split(&written).unwrap().unwrap();
        assert!(rest.is_empty());
        let mut row = Cells::default();
        assert!(matches!(read(kind, content, &[], &mut row), Some(Frame::Event(read)) if read == event), "{event:?}");
    }

    #[test]
    fn events_come_as_they_went() {
        let serial = |from_1904| Cell::Date(Serial { days: 42_735.5, from_1904 });
        check(Event::Sheet { name: "Años", is_hidden: true, from_1904: false });
        check(Event::Sheet { name: "", is_hidden: false, from_1904: true });
        check(Event::Row {
            number: 1_048_576,
            cells: &[
                (0, Cell::Text("Íñigo")),
                (1, Cell::Error("#N/A")),
                (2, Cell::Number(-0.5)),
                (3, serial(false)),
                (16_383, serial(true)),
                (16_384, Cell::Bool(true)),
                (65_535, Cell::Bool(false)),
            ],
            texts: &[Event::UNNUMBERED; 7],
        });
        check(Event::OddCell { row: 7 });
        check(Event::Alive);
    }

    #[test]
    fn a_text_that_has_a_number_comes_once() {
        let cells = [(0, Cell::Text("Íñigo")), (3, Cell::Number(1.0))];
        let row = Event::Row { number: 7, cells: &cells, texts: &[0, Event::UNNUMBERED] };
        let mut written = Vec::new();
        let mut writer = Writer::new(&mut written);
        writer.event(row).unwrap();
        writer.event(row).unwrap();
        let (mut rest, mut texts, mut rows): (&[u8], Vec<Box<str>>, usize) = (&written, Vec::new(), 0);
        while let Some((kind, content, after)) = split(rest).unwrap() {
            if let Some(text) = known_text(kind, content) {
                texts.push(text.unwrap().into());
            } else {
                let mut cells = Cells::default();
                assert!(matches!(read(kind, content, &texts, &mut cells), Some(Frame::Event(read)) if read == row));
                rows += 1;
            }
            rest = after;
        }
        assert_eq!((texts, rows), (vec!["Íñigo".into()], 2));
    }

    #[test]
    fn bytes_that_are_no_frame_are_refused() {
        for (kind, content) in [
            (0, &b""[..]),
            (ROW, b"\0\0\0"),
            (ROW, b"\0\0\0\0\0\0\x09"),
            (SHEET, b"\0"),
            (END, b"{"),
            (DAMAGE, b"\xFF"),
            (ROW, b"\0\0\0\0\0\0\x08\0\0\0\0"),
        ] {
            assert!(read(kind, content, &[], &mut Cells::default()).is_none(), "{kind} {content:?}");
        }
        assert!(split(&[ROW, 255, 255, 255, 255]).is_err());
    }
}
