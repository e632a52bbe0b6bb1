//! Reading apart: a file is read by a process of its own, so that a file made to harm, or one that the libraries stumble
//! over, takes down nothing but that.
//!
//! The process is this very program, started with [`ARGUMENT`] before the file's path. It sets itself limits (`limits`),
//! reads the file and writes its events to standard output (`frames`). The program that started it (`parent`) hands them
//! on, stops the process when nothing comes for too long, and tells in one word how it ended.

mod child;
mod frames;
mod limits;
mod parent;

pub use child::serve;
pub use parent::{PATIENCE, open_apart};

/// What stands before the path on the command line of the process that reads.
pub const ARGUMENT: &str = "--read-apart";
