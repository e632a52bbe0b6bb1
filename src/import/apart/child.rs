//! The process that reads.

use std::ffi::OsStr;
use std::io::{self, BufWriter, Write};
use std::ops::ControlFlow;
use std::path::Path;
use std::process::ExitCode;

use super::super::contents::file_bytes;
use super::super::reading::{self, Event, ReadOptions};
use super::{ARGUMENT, frames, limits};

/// Does the reading when the command line asks for it; nothing when it asks for something else.
///
/// The options come as JSON on standard input, since a password does not belong on a command line that others can see.
pub fn serve() -> Option<ExitCode> {
    let mut arguments = std::env::args_os().skip(1);
    if arguments.next().as_deref() != Some(OsStr::new(ARGUMENT)) {
        return None;
    }
    let path = arguments.next()?;
    let read = read(Path::new(&path));
    Some(if read.is_ok() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

fn read(path: &Path) -> io::Result<()> {
    limits::set(path);
    let options: ReadOptions = serde_json::from_reader(io::stdin().lock())?;
    let mut out = BufWriter::with_capacity(256 * 1024, io::stdout().lock());
    let mut buffer = Vec::new();
    let mut written = Ok(());
    let mut tell = |event: Event<'_>| {
        written = frames::write_event(event, &mut buffer, &mut out);
        // Whoever waits for rows should know at once that a sheet has begun, or that there are none yet.
        if written.is_ok() && matches!(event, Event::Sheet { .. } | Event::Alive) {
            written = out.flush();
        }
        if written.is_ok() { ControlFlow::Continue(()) } else { ControlFlow::Break(()) }
    };
    let end = file_bytes(path).and_then(|bytes| reading::read(&bytes, &options, &mut tell));
    written?;
    frames::write_end(&end, &mut out)?;
    out.flush()
}
