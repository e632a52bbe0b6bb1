//! Reading apart: a file is read by a process of its own, so that a file made to harm, or one that the libraries stumble
//! over, takes down nothing but that.
//!
//! The process is this very program, started with [`ARGUMENT`] before the file's path. It sets itself limits (`limits`),
//! reads the file and writes its events to standard output (`frames`). The program that started it (`parent`) hands them
//! on, stops the process when it goes beyond a limit, and tells in one word how it ended:
//!
//! | limit | held by | ends as |
//! |---|---|---|
//! | memory: 1 GiB or three times the file, at most half of the machine's | the process itself, and a look from outside | `too-much-memory` |
//! | time: a minute without a sign, ten without a row | the program that started it | `too-slow` |
//! | output: 64 MiB a row, 1 GiB in all, 1 GiB of it in memory | the process itself, and the program | `too-large` |
//! | any other end: a panic, an abort, a stack that overflows | | `broke` |
//!
//! No process stays behind: it is ended when the user stops the reading, and ends itself when the program has gone. Which
//! file meets which limit stands in `tests/it/bombs.rs`.

mod child;
mod frames;
mod limits;
mod parent;

pub use child::serve;
pub use parent::{PATIENCE, open_apart};

/// What stands before the path on the command line of the process that reads.
pub const ARGUMENT: &str = "--read-apart";
