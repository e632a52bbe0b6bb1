//! The start: a sub-command runs without a window, anything else opens it.

use std::process::ExitCode;

use touchstone::headless::{self, Arguments};
use touchstone::texts::{Language, Texts};
use touchstone::ui::{self, Start};

fn main() -> ExitCode {
    let texts = Texts::new(Language::of_system());
    let arguments = match Arguments::read(std::env::args_os(), &texts) {
        Ok(arguments) => arguments,
        Err(told) => told.exit(),
    };
    let language = arguments.lang.unwrap_or(texts.language());
    let texts = Texts::new(language);
    if let Some(command) = arguments.command {
        return headless::run(command, &texts);
    }
    let start = if arguments.sample { Start::Sample } else { Start::Empty };
    match ui::run(start, language) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) if arguments.sample => headless::print_sample(&error.to_string(), &texts),
        Err(error) => headless::print_no_window(&error.to_string(), &texts),
    }
}
