//! Running without a window: the sub-commands of the command line.

mod arguments;
mod choices;
mod evaluate;
mod files;
mod inspect;
mod rulebooks;
mod terminal;

pub use arguments::{Arguments, Command};

use std::io::Write;
use std::path::Path;
use std::process::ExitCode;

use crate::evaluator::Readiness;
use crate::import::{ImportError, Reader, RulebookFault, Unmet};
use crate::printing::PrintFault;
use crate::report::{Report, WriteError, text, write_file};
use crate::rulebook::Fault;
use crate::texts::Texts;
use crate::ui::Renderer;
use crate::workspace::{OpenError, SAMPLES, Workspace};

/// The status when something could not be done.
const FAILED: u8 = 1;
/// The status when a level that was required is not met.
const NOT_MET: u8 = 3;

/// Runs one sub-command. What it says goes to standard output; a failure is one message on standard error, and nothing on
/// standard output.
pub fn run(command: Command, reader: &Reader, texts: &Texts) -> ExitCode {
    terminal::join();
    let done = match command {
        Command::Evaluate(arguments) => evaluate::evaluate_files(&arguments, reader, texts),
        Command::Inspect(arguments) => inspect::inspect(&arguments, reader, texts),
        Command::Rulebooks { format } => rulebooks::list(format, texts),
        Command::Rulebook { name } => rulebooks::show(&name, texts),
        Command::Sample { folder } => write_samples(&folder, texts),
    };
    let output = match done {
        Ok(output) => output,
        Err(failure) => {
            complain(&failure.message(texts));
            return ExitCode::from(FAILED);
        }
    };
    match std::io::stdout().write_all(output.text.as_bytes()) {
        // A reader that has had enough, such as `head`, is no failure.
        Err(error) if error.kind() != std::io::ErrorKind::BrokenPipe => {
            complain(&error.to_string());
            ExitCode::from(FAILED)
        }
        _ => ExitCode::from(output.status),
    }
}

/// Prints what the command line asks for instead of a run: its help, the version, or why it can't be understood.
pub fn print_told(told: &clap::Error) -> ExitCode {
    terminal::join();
    // There is nowhere left to say that standard output is gone.
    let _ = told.print();
    ExitCode::from(u8::try_from(told.exit_code()).unwrap_or(FAILED))
}

/// Prints the sample's readiness, for where there is no display to show it on; says first why no window opened.
pub fn print_sample(why: &str, texts: &Texts) -> ExitCode {
    complain(&texts.with("failed-no-display", &[("detail", in_words(why).into())]));
    let workspace = match Workspace::sample() {
        Ok(workspace) => workspace,
        Err(error) => {
            complain(&error.message(texts));
            return ExitCode::from(FAILED);
        }
    };
    let ledger = workspace.ledger();
    let readiness: Readiness = workspace.evaluate(&ledger);
    let report = Report {
        rulebook: &workspace.rulebook,
        sources: &workspace.sources,
        ledger: &ledger,
        readiness: &readiness,
        texts,
    };
    // Whoever does not read to the end has lost nothing.
    let _ = std::io::stdout().write_all(text(&report).as_bytes());
    ExitCode::SUCCESS
}

/// Says on standard error that no window opened, and why.
pub fn print_no_window(why: &str, texts: &Texts) -> ExitCode {
    complain(&no_window(why, texts));
    ExitCode::from(FAILED)
}

/// That no window opened, and why.
pub fn no_window(why: &str, texts: &Texts) -> String {
    texts.with("failed-window", &[("detail", in_words(why).into())])
}

/// Says on standard error that this build lacks a renderer, and which it has.
pub fn print_no_renderer(renderer: Renderer, texts: &Texts) -> ExitCode {
    let known = Renderer::HERE.iter().map(|renderer| renderer.as_str()).collect::<Vec<_>>().join(", ");
    let values = [("name", renderer.as_str().into()), ("known", known.into())];
    complain(&texts.with("failed-renderer", &values));
    ExitCode::from(FAILED)
}

/// What the window system said, without the place in its source that it names first.
fn in_words(why: &str) -> &str {
    let words = why.rsplit_once(".rs:").and_then(|(_, place)| place.split_once(": ")).map_or(why, |(_, words)| words);
    words.trim_end_matches(['.', ')'])
}

fn complain(message: &str) {
    terminal::join();
    // There is nowhere left to say that standard error is gone.
    let _ = writeln!(std::io::stderr(), "{message}");
}

/// What a sub-command prints, and the status it ends with.
struct Output {
    text: String,
    status: u8,
}

impl From<String> for Output {
    fn from(text: String) -> Self {
        Self { text, status: 0 }
    }
}

/// Why a sub-command could not be carried out.
enum Failure {
    Import(ImportError),
    Workspace(OpenError),
    WorkspaceAmongFiles(String),
    Write(WriteError),
    Unmet(Unmet),
    UnknownRulebook(String),
    Rulebook(String, RulebookFault),
    UnknownPerson(String),
    UnknownExam(String),
    UnknownRole(String),
    Pdf(String),
    Print(PrintFault),
    Workbook(String),
    Json(String),
}

impl Failure {
    fn message(&self, texts: &Texts) -> String {
        match self {
            Self::Import(error) => error.message(texts),
            Self::Workspace(error) => error.message(texts),
            Self::WorkspaceAmongFiles(file) => {
                texts.with("failed-workspace-among-files", &[("file", file.as_str().into())])
            }
            Self::Write(error) => error.message(texts),
            Self::Unmet(Unmet::Sheet(name)) => texts.with("failed-unmet-sheet", &[("value", name.as_str().into())]),
            Self::Unmet(Unmet::HeadingRow(row)) => {
                texts.with("failed-unmet-heading-row", &[("value", row.to_string().into())])
            }
            Self::Unmet(Unmet::Column(name)) => texts.with("failed-unmet-column", &[("value", name.as_str().into())]),
            Self::UnknownRulebook(name) => texts.with(
                "failed-rulebook-unknown",
                &[("name", name.as_str().into()), ("known", rulebooks::known().into())],
            ),
            Self::Rulebook(name, RulebookFault::Unreadable(detail)) => texts.with(
                "failed-rulebook-unreadable",
                &[("name", name.as_str().into()), ("detail", detail.as_str().into())],
            ),
            Self::Rulebook(name, RulebookFault::TooLarge) => {
                texts.with("rulebook-too-large", &[("file", name.as_str().into())])
            }
            Self::Rulebook(name, RulebookFault::Faulty(faults)) => {
                let sentence = |fault: &Fault| {
                    let value = fault.value.as_str().into();
                    let words = texts.with(&format!("fault-{}", fault.code.as_str()), &[("value", value)]);
                    format!("\n  {}: {words}", fault.path)
                };
                let sentences: String = faults.iter().map(sentence).collect();
                texts.with("failed-rulebook-faulty", &[("name", name.as_str().into())]) + &sentences
            }
            Self::UnknownPerson(name) => texts.with("failed-unknown-person", &[("name", name.as_str().into())]),
            Self::UnknownExam(name) => texts.with("failed-unknown-exam", &[("name", name.as_str().into())]),
            Self::UnknownRole(name) => texts.with("failed-unknown-role", &[("name", name.as_str().into())]),
            Self::Json(detail) => detail.clone(),
            Self::Workbook(detail) => texts.with("failed-workbook", &[("detail", detail.as_str().into())]),
            Self::Print(PrintFault::NoSystem) => texts.get("failed-print-no-system"),
            Self::Print(PrintFault::Refused(words)) => {
                texts.with("failed-print-refused", &[("words", words.as_str().into())])
            }
            Self::Print(fault) => fault.message(texts),
            Self::Pdf(detail) => texts.with("failed-pdf", &[("detail", detail.as_str().into())]),
        }
    }
}

impl From<ImportError> for Failure {
    fn from(error: ImportError) -> Self {
        Self::Import(error)
    }
}

impl From<OpenError> for Failure {
    fn from(error: OpenError) -> Self {
        Self::Workspace(error)
    }
}

impl From<WriteError> for Failure {
    fn from(error: WriteError) -> Self {
        Self::Write(error)
    }
}

/// Writes the sample exports into a folder, which is made where it is not there.
fn write_samples(folder: &Path, texts: &Texts) -> Result<Output, Failure> {
    // Where this fails, writing the first file fails too, and says why.
    let _ = std::fs::create_dir_all(folder);
    let mut said = String::new();
    for (name, bytes) in SAMPLES {
        let path = folder.join(name);
        write_file(&path, bytes)?;
        said.push_str(&texts.with("sample-written", &[("file", path.display().to_string().into())]));
        said.push('\n');
    }
    Ok(said.into())
}
