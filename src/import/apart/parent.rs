//! The side that asks for a file to be read.

use std::io::{Read, Write};
use std::ops::ControlFlow;
use std::path::Path;
use std::process::{Child, ChildStdin, Command, Stdio};
use std::sync::mpsc::{Receiver, RecvTimeoutError, sync_channel};
use std::time::{Duration, Instant};

use super::super::contents::{Contents, Gathering, file_name};
use super::super::reading::{Event, ReadOptions};
use super::super::{ImportError, ImportFault, Progress};
use super::ARGUMENT;
use super::frames::{self, Cells, End, Frame};
use super::limits::Watch;

/// So long may nothing come, before the reading is given up.
pub const PATIENCE: Duration = Duration::from_mins(1);
/// So many times longer no row may come, while signs come that the reading goes on: empty cells without end have to end.
const WITHOUT_ROWS: u32 = 10;
/// So often the one who waits is asked whether to go on.
const HEARTBEAT: Duration = Duration::from_millis(50);
/// So much may come, in bytes: a full sheet of a million rows and fifty columns.
const MOST_OUTPUT: usize = 1 << 30;
/// So much of it may have to be kept, in bytes; a short cell takes more here than on its way.
const MOST_KEPT: usize = 1 << 30;

/// Reads a file's sheets in a process of its own, which is `program` started anew. It is given up when nothing comes for as
/// long as `patience`.
///
/// # Errors
/// When nothing can be read from the file at all, or the user stopped the reading.
pub fn open_apart(
    program: &Path,
    path: &Path,
    options: &ReadOptions,
    patience: Duration,
    progress: &mut dyn FnMut(Progress) -> ControlFlow<()>,
) -> Result<Contents, ImportError> {
    let (file, origin) = file_name(path);
    let mut gathering = Gathering::default();
    let opened = Reader::start(program, path, options)
        .and_then(|mut reader| reader.listen(&mut gathering, patience, progress).flatten());
    gathering.finish(&file, &origin, opened)
}

/// The process that reads. It is ended with this value.
struct Reader {
    process: Child,
    /// How much memory it uses.
    watch: Watch,
    /// Open as long as this value is; when it closes, the process ends itself.
    _input: Option<ChildStdin>,
    /// What it writes to standard output, piece by piece.
    pieces: Receiver<Vec<u8>>,
    /// What it writes to standard error.
    words: Receiver<String>,
}

impl Drop for Reader {
    fn drop(&mut self) {
        // It may have ended by itself.
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

impl Reader {
    fn start(program: &Path, path: &Path, options: &ReadOptions) -> Result<Self, ImportFault> {
        let no_reader = |error: std::io::Error| ImportFault::NoReader(error.to_string());
        let mut command = Command::new(program);
        command.arg(ARGUMENT).arg(path).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
        #[cfg(windows)]
        {
            use std::os::windows::process::CommandExt;
            /// No console window appears for it.
            const CREATE_NO_WINDOW: u32 = 0x0800_0000;
            command.creation_flags(CREATE_NO_WINDOW);
        }
        let mut process = command.spawn().map_err(no_reader)?;
        let (output, errors) = (process.stdout.take(), process.stderr.take());
        let mut input = process.stdin.take();
        if let Some(input) = &mut input {
            let mut line = serde_json::to_vec(options).unwrap_or_default();
            line.push(b'\n');
            // A process that has ended already is noticed when nothing comes from it.
            let _ = input.write_all(&line);
        }
        let watch = Watch::new(process.id(), path);
        let (piece, pieces) = sync_channel(PIECES_WAITING);
        let (word, words) = sync_channel(1);
        let spawn = |name: &str, work: Box<dyn FnOnce() + Send>| {
            std::thread::Builder::new().name(name.to_owned()).spawn(work).map_err(no_reader)
        };
        spawn(
            "reader output",
            Box::new(move || {
                let Some(mut output) = output else { return };
                let mut buffer = vec![0; PIECE];
                while let Ok(length @ 1..) = output.read(&mut buffer)
                    && piece.send(buffer[..length].to_vec()).is_ok()
                {}
            }),
        )?;
        spawn(
            "reader errors",
            Box::new(move || {
                let mut text = Vec::new();
                if let Some(errors) = errors {
                    let _ = errors.take(PIECE as u64).read_to_end(&mut text);
                }
                let _ = word.send(String::from_utf8_lossy(&text).into_owned());
            }),
        )?;
        Ok(Self { process, watch, _input: input, pieces, words })
    }

    /// Hands on what comes, until the reading ends.
    fn listen(
        &mut self,
        gathering: &mut Gathering,
        patience: Duration,
        progress: &mut dyn FnMut(Progress) -> ControlFlow<()>,
    ) -> Result<End, ImportFault> {
        let (mut waiting, mut texts): (Vec<u8>, Vec<Box<str>>) = (Vec::new(), Vec::new());
        let mut came = 0_usize;
        let (mut last_came, mut last_row, mut last_look) = (Instant::now(), Instant::now(), Instant::now());
        let mut rows = 0;
        loop {
            match self.pieces.recv_timeout(HEARTBEAT) {
                Ok(piece) => {
                    came += piece.len();
                    last_came = Instant::now();
                    if came > MOST_OUTPUT {
                        return Err(ImportFault::TooLarge);
                    }
                    waiting.extend(piece);
                    if let Some(end) = hand_on(&mut waiting, &mut texts, gathering, progress)? {
                        return Ok(end);
                    }
                    if gathering.weight() > MOST_KEPT {
                        return Err(ImportFault::TooLarge);
                    }
                    if gathering.progress().rows > rows {
                        (rows, last_row) = (gathering.progress().rows, Instant::now());
                    }
                }
                Err(RecvTimeoutError::Timeout) => {
                    if progress(gathering.progress()).is_break() {
                        return Err(ImportFault::Cancelled);
                    }
                }
                Err(RecvTimeoutError::Disconnected) => return Err(self.last_words()),
            }
            if last_came.elapsed() > patience || last_row.elapsed() > patience * WITHOUT_ROWS {
                return Err(ImportFault::TooSlow);
            }
            if last_look.elapsed() > HEARTBEAT {
                last_look = Instant::now();
                if self.watch.is_beyond() {
                    return Err(ImportFault::TooMuchMemory);
                }
            }
        }
    }

    /// Why the process ended before it said that it was done.
    fn last_words(&mut self) -> ImportFault {
        let words = self.words.recv_timeout(Duration::from_secs(1)).unwrap_or_default();
        if words.contains("memory allocation of") { ImportFault::TooMuchMemory } else { ImportFault::Broke }
    }
}

/// So many bytes are taken from the process at once.
const PIECE: usize = 256 * 1024;
/// So many pieces may wait to be handed on, before the process has to wait.
const PIECES_WAITING: usize = 16;

/// Hands on the whole frames among the bytes that wait, and removes them; says how the reading ended, once it has. `texts`
/// are those that the sheet's rows may name.
fn hand_on(
    waiting: &mut Vec<u8>,
    texts: &mut Vec<Box<str>>,
    gathering: &mut Gathering,
    progress: &mut dyn FnMut(Progress) -> ControlFlow<()>,
) -> Result<Option<End>, ImportFault> {
    let mut rest = waiting.as_slice();
    let mut spare = Cells::default();
    while let Some((kind, content, after)) = frames::split(rest).map_err(|_| ImportFault::Broke)? {
        rest = after;
        if let Some(text) = frames::known_text(kind, content) {
            texts.push(text.map_err(|_| ImportFault::Broke)?.into());
            continue;
        }
        let mut row = spare.emptied();
        let frame = frames::read(kind, content, texts, &mut row).ok_or(ImportFault::Broke)?;
        let begins_sheet = matches!(frame, Frame::Event(Event::Sheet { .. }));
        let flow = match frame {
            Frame::End(end) => return Ok(Some(end)),
            Frame::Damage(damage) => gathering.take(Event::Damage(&damage), progress),
            Frame::Event(event) => gathering.take(event, progress),
        };
        spare = row.emptied();
        if begins_sheet {
            texts.clear();
        }
        if flow.is_break() {
            return Err(ImportFault::Cancelled);
        }
    }
    let done = waiting.len() - rest.len();
    waiting.drain(..done);
    Ok(None)
}
