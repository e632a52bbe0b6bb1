//! The start: a sub-command runs without a window, anything else opens it.

// A double click opens no terminal.
#![cfg_attr(windows, windows_subsystem = "windows")]

use std::process::ExitCode;

use touchstone::headless::{self, Arguments};
use touchstone::import::Reader;
use touchstone::texts::{Language, Texts};
use touchstone::ui::{self, Start};

fn main() -> ExitCode {
    if let Some(done) = touchstone::import::serve() {
        return done;
    }
    let texts = Texts::new(Language::of_system());
    let arguments = match Arguments::read(std::env::args_os(), &texts) {
        Ok(arguments) => arguments,
        Err(told) => return headless::print_told(&told),
    };
    let language = arguments.lang.unwrap_or(texts.language());
    let texts = Texts::new(language);
    if let Some(command) = arguments.command {
        return headless::run(command, &reader(), &texts);
    }
    let start = match arguments.workspace {
        // It stands open in a window already, which came forward.
        Some(path) if touchstone::workspace::call(&path) => return ExitCode::SUCCESS,
        Some(path) => Start::Workspace(path),
        None if arguments.sample => Start::Sample,
        None => Start::Empty,
    };
    if let Some(renderer) = arguments.renderer.filter(|renderer| !renderer.is_here()) {
        return headless::print_no_renderer(renderer, &texts);
    }
    let Err(error) = ui::run(&start, arguments.lang, &reader(), arguments.renderer) else {
        return ExitCode::SUCCESS;
    };
    let why = error.to_string();
    let told =
        if arguments.sample { headless::print_sample(&why, &texts) } else { headless::print_no_window(&why, &texts) };
    ui::tell_no_window("Touchstone", &headless::no_window(&why, &texts));
    told
}

/// Files are read in a process of their own; where the system hides where this program stands, in this one.
fn reader() -> Reader {
    Reader::apart().unwrap_or(Reader::Here)
}
