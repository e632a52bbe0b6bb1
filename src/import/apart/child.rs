//! The process that reads.

use std::ffi::OsStr;
use std::io::{self, BufRead, BufWriter, Read};
use std::ops::ControlFlow;
use std::path::Path;
use std::process::ExitCode;

use super::super::ImportFault;
use super::super::contents::file_bytes;
use super::super::reading::{self, Event, ReadOptions};
use super::{ARGUMENT, frames, limits};

/// Does the reading when the command line asks for it; nothing when it asks for something else.
///
/// The options come as a line of JSON on standard input, since a password does not belong on a command line that others can
/// see. Nothing more comes there; when it closes, whoever asked is gone, and so is this process.
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
    let mut line = String::new();
    io::stdin().lock().read_line(&mut line)?;
    let options: ReadOptions = serde_json::from_str(&line)?;
    end_with_parent()?;
    let mut out = frames::Writer::new(BufWriter::with_capacity(256 * 1024, io::stdout().lock()));
    let mut written = Ok(());
    let mut tell = |event: Event<'_>| {
        written = out.event(event);
        // Whoever waits for rows should know at once that a sheet has begun, or that there are none yet.
        if written.is_ok() && matches!(event, Event::Sheet { .. } | Event::Alive) {
            written = out.flush();
        }
        if written.is_ok() { ControlFlow::Continue(()) } else { ControlFlow::Break(()) }
    };
    let end = file_bytes(path).and_then(|bytes| reading::read(&bytes, &options, &mut tell));
    let end = match written {
        Err(error) if error.kind() == io::ErrorKind::FileTooLarge => Err(ImportFault::TooLarge),
        written => written.map(|()| end)?,
    };
    out.end(&end)
}

/// Ends this process when the one that asked has ended, however it did, even while a file keeps the reading busy for ever.
fn end_with_parent() -> io::Result<()> {
    const STACK: usize = 64 * 1024;
    let wait = || {
        let mut nothing = [0];
        while let Ok(1..) = io::stdin().lock().read(&mut nothing) {}
        std::process::exit(1);
    };
    std::thread::Builder::new().name("parent".to_owned()).stack_size(STACK).spawn(wait).map(|_| ())
}
