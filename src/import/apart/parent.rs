//! The side that asks for a file to be read.

use std::io::{Read, Write};
use std::ops::ControlFlow;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::sync::mpsc::{Receiver, RecvTimeoutError, sync_channel};
use std::time::{Duration, Instant};

use super::super::contents::{Contents, Gathering, file_name};
use super::super::reading::{Event, ReadOptions};
use super::super::{ImportError, ImportFault, Progress};
use super::ARGUMENT;
use super::frames::{self, End, Frame};

/// So long may nothing come, before the reading is given up.
pub const PATIENCE: Duration = Duration::from_mins(1);
/// So often the one who waits is asked whether to go on.
const HEARTBEAT: Duration = Duration::from_millis(50);
/// So much may come, in bytes: a full sheet of a million rows and fifty columns.
const MOST_OUTPUT: usize = 1 << 30;

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
        if let Some(mut input) = process.stdin.take() {
            // A process that has ended already is noticed when nothing comes from it.
            let _ = input.write_all(&serde_json::to_vec(options).unwrap_or_default());
        }
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
        Ok(Self { process, pieces, words })
    }

    /// Hands on what comes, until the reading ends.
    fn listen(
        &mut self,
        gathering: &mut Gathering,
        patience: Duration,
        progress: &mut dyn FnMut(Progress) -> ControlFlow<()>,
    ) -> Result<End, ImportFault> {
        let mut waiting: Vec<u8> = Vec::new();
        let mut came = 0_usize;
        let mut last_came = Instant::now();
        loop {
            match self.pieces.recv_timeout(HEARTBEAT) {
                Ok(piece) => {
                    came += piece.len();
                    last_came = Instant::now();
                    if came > MOST_OUTPUT {
                        return Err(ImportFault::TooLarge);
                    }
                    waiting.extend(piece);
                    if let Some(end) = hand_on(&mut waiting, gathering, progress)? {
                        return Ok(end);
                    }
                }
                Err(RecvTimeoutError::Timeout) if last_came.elapsed() > patience => return Err(ImportFault::TooSlow),
                Err(RecvTimeoutError::Timeout) => {
                    if progress(gathering.progress()).is_break() {
                        return Err(ImportFault::Cancelled);
                    }
                }
                Err(RecvTimeoutError::Disconnected) => return Err(self.last_words()),
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

/// As many cells as most rows have.
const CELLS: usize = 16;

/// Hands on the whole frames among the bytes that wait, and removes them; says how the reading ended, once it has.
fn hand_on(
    waiting: &mut Vec<u8>,
    gathering: &mut Gathering,
    progress: &mut dyn FnMut(Progress) -> ControlFlow<()>,
) -> Result<Option<End>, ImportFault> {
    let mut rest = waiting.as_slice();
    while let Some((kind, content, after)) = frames::split(rest).map_err(|_| ImportFault::Broke)? {
        let mut cells = Vec::with_capacity(CELLS);
        let flow = match frames::read(kind, content, &mut cells).ok_or(ImportFault::Broke)? {
            Frame::End(end) => return Ok(Some(end)),
            Frame::Damage(damage) => gathering.take(Event::Damage(&damage), progress),
            Frame::Event(event) => gathering.take(event, progress),
        };
        if flow.is_break() {
            return Err(ImportFault::Cancelled);
        }
        rest = after;
    }
    let done = waiting.len() - rest.len();
    waiting.drain(..done);
    Ok(None)
}
