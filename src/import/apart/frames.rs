//! What goes from the process that reads to the one that asked: events, one frame each.
//!
//! A frame is a byte that tells what it is, four bytes of length, and the content. Numbers are little-endian.

use std::io::{self, Write};

use super::super::ImportFault;
use super::super::cell::{Cell, Serial};
use super::super::error::Damage;
use super::super::reading::{Event, Opened};

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

const TEXT: u8 = 1;
const ERROR: u8 = 2;
const NUMBER: u8 = 3;
const DATE: u8 = 4;
const DATE_1904: u8 = 5;
const TRUE: u8 = 6;
const FALSE: u8 = 7;

/// No row that a spreadsheet can hold is longer: 16,384 cells of 32,767 letters would be, but none is in practice.
const LONGEST: usize = 64 * 1024 * 1024;

/// Writes an event.
pub(super) fn write_event(event: Event<'_>, buffer: &mut Vec<u8>, to: &mut impl Write) -> io::Result<()> {
    buffer.clear();
    let kind = match event {
        Event::Sheet { name, is_hidden, from_1904 } => {
            buffer.extend([u8::from(is_hidden), u8::from(from_1904)]);
            buffer.extend(name.as_bytes());
            SHEET
        }
        Event::Row { number, cells } => {
            buffer.extend(number.to_le_bytes());
            for (column, cell) in cells {
                write_cell(*column, *cell, buffer);
            }
            ROW
        }
        Event::OddCell { row } => {
            buffer.extend(row.to_le_bytes());
            ODD_CELL
        }
        Event::Damage(damage) => {
            serde_json::to_writer(&mut *buffer, damage)?;
            DAMAGE
        }
        Event::Alive => ALIVE,
    };
    write_frame(kind, buffer, to)
}

/// Writes how the reading ended.
pub(super) fn write_end(end: &End, to: &mut impl Write) -> io::Result<()> {
    write_frame(END, &serde_json::to_vec(end)?, to)
}

fn write_frame(kind: u8, content: &[u8], to: &mut impl Write) -> io::Result<()> {
    let length = u32::try_from(content.len()).map_err(|_| io::ErrorKind::InvalidData)?;
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

/// What a frame says; nothing when it is none of ours. Rows lend `cells` to put their cells in.
pub(super) fn read<'a>(kind: u8, content: &'a [u8], cells: &'a mut Vec<(u16, Cell<'a>)>) -> Option<Frame<'a>> {
    let text = |bytes: &'a [u8]| std::str::from_utf8(bytes).ok();
    Some(Frame::Event(match kind {
        SHEET => {
            let ([hidden, from_1904], name) = content.split_first_chunk()?;
            Event::Sheet { name: text(name)?, is_hidden: *hidden != 0, from_1904: *from_1904 != 0 }
        }
        ROW => {
            let (number, rest) = content.split_first_chunk()?;
            read_cells(rest, cells)?;
            Event::Row { number: u32::from_le_bytes(*number), cells }
        }
        ODD_CELL => Event::OddCell { row: u32::from_le_bytes(*content.first_chunk()?) },
        DAMAGE => return serde_json::from_slice(content).ok().map(Frame::Damage),
        ALIVE => Event::Alive,
        END => return serde_json::from_slice(content).ok().map(Frame::End),
        _ => return None,
    }))
}

fn read_cells<'a>(mut rest: &'a [u8], cells: &mut Vec<(u16, Cell<'a>)>) -> Option<()> {
    while let Some(([low, high, kind], after)) = rest.split_first_chunk() {
        let number = || after.first_chunk().map(|bytes| f64::from_le_bytes(*bytes));
        let date = |from_1904| Some(Cell::Date(Serial { days: number()?, from_1904 }));
        let (cell, length) = match *kind {
            TEXT | ERROR => {
                let (length, content) = after.split_first_chunk()?;
                let length = u32::from_le_bytes(*length) as usize;
                let text = std::str::from_utf8(content.get(..length)?).ok()?;
                (if *kind == TEXT { Cell::Text(text) } else { Cell::Error(text) }, 4 + length)
            }
            NUMBER => (Cell::Number(number()?), 8),
            DATE => (date(false)?, 8),
            DATE_1904 => (date(true)?, 8),
            TRUE | FALSE => (Cell::Bool(*kind == TRUE), 0),
            _ => return None,
        };
        cells.push((u16::from_le_bytes([*low, *high]), cell));
        rest = after.get(length..)?;
    }
    rest.is_empty().then_some(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(event: Event<'_>) {
        let (mut buffer, mut written) = (Vec::new(), Vec::new());
        write_event(event, &mut buffer, &mut written).unwrap();
        for length in 0..written.len() {
            assert!(split(&written[..length]).unwrap().is_none(), "{length}");
        }
        let (kind, content, rest) = split(&written).unwrap().unwrap();
        assert!(rest.is_empty());
        let mut cells = Vec::new();
        assert!(matches!(read(kind, content, &mut cells), Some(Frame::Event(read)) if read == event), "{event:?}");
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
        });
        check(Event::OddCell { row: 7 });
        check(Event::Alive);
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
        ] {
            assert!(read(kind, content, &mut Vec::new()).is_none(), "{kind} {content:?}");
        }
        assert!(split(&[ROW, 255, 255, 255, 255]).is_err());
    }
}
