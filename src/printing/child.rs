//! Running a command of the system and waiting for it, but not for ever.

use std::fs::File;
use std::io::{ErrorKind, Read, Seek};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use super::PrintFault;

/// A printer's server that has not answered by then does not answer.
const PATIENCE: Duration = Duration::from_secs(30);

/// What the command says, where it ends well.
pub(super) fn say(command: &mut Command) -> Result<String, PrintFault> {
    say_within(command, PATIENCE)
}

fn say_within(command: &mut Command, patience: Duration) -> Result<String, PrintFault> {
    // Files take whatever the command says; a pipe would be full at some time, and both would wait.
    let (mut said, mut complained) = (file()?, file()?);
    command.stdin(Stdio::null()).stdout(copy(&said)?).stderr(copy(&complained)?);
    let mut child = command.spawn().map_err(|error| match error.kind() {
        ErrorKind::NotFound => PrintFault::NoSystem,
        _ => PrintFault::Refused(error.to_string()),
    })?;
    let started = Instant::now();
    let status = loop {
        match child.try_wait() {
            Ok(Some(status)) => break status,
            Ok(None) if started.elapsed() < patience => std::thread::sleep(Duration::from_millis(20)),
            Ok(None) | Err(_) => {
                let _ = child.kill();
                let _ = child.wait();
                return Err(PrintFault::NoAnswer);
            }
        }
    };
    let (said, complained) = (text(&mut said)?, text(&mut complained)?);
    if status.success() {
        return Ok(said);
    }
    let words = if complained.trim().is_empty() { said } else { complained };
    let words = if words.trim().is_empty() { status.to_string() } else { words };
    let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
    // They are quoted in a sentence, which has a full stop of its own.
    Err(PrintFault::Refused(words.trim_end_matches('.').to_owned()))
}

fn file() -> Result<File, PrintFault> {
    tempfile::tempfile().map_err(|error| not_written(&error))
}

fn copy(file: &File) -> Result<File, PrintFault> {
    file.try_clone().map_err(|error| not_written(&error))
}

fn text(file: &mut File) -> Result<String, PrintFault> {
    let mut bytes = Vec::new();
    file.rewind().and_then(|()| file.read_to_end(&mut bytes)).map_err(|error| not_written(&error))?;
    Ok(String::from_utf8_lossy(&bytes).into_owned())
}

fn not_written(error: &std::io::Error) -> PrintFault {
    PrintFault::NotWritten(error.to_string())
}

#[cfg(all(test, unix))]
mod tests {
    use super::*;

    #[track_caller]
    fn check(script: &str, expected: Result<&str, PrintFault>) {
        let said = say_within(Command::new("sh").args(["-c", script]), Duration::from_millis(500));
        assert_eq!(said, expected.map(str::to_owned), "{script}");
    }

    #[test]
    fn a_command_is_taken_at_its_word() {
        check("echo HP-1; echo warning >&2", Ok("HP-1\n"));
        check("echo no such >&2; echo printer. >&2; exit 1", Err(PrintFault::Refused("no such printer".to_owned())));
        check("echo only said; exit 2", Err(PrintFault::Refused("only said".to_owned())));
        check("exec sleep 20", Err(PrintFault::NoAnswer));
    }

    #[test]
    fn a_command_that_is_not_there_is_no_print_system() {
        assert_eq!(say(&mut Command::new("no-such-command-anywhere")), Err(PrintFault::NoSystem));
    }
}
