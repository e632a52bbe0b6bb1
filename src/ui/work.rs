//! Work that takes time: it runs on named threads and tells how it went through events.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::time::{Duration, Instant};

use crate::import::{self, ImportError, Progress};
use crate::ledger::{Ledger, Source};
use crate::report::{self, WriteError};
use crate::texts::{Language, Texts};
use crate::workspace::Workspace;

use super::dialogs::{Choice, Dialogs, Question};
use super::outcome::Outcome;

/// Something to do on a thread of its own.
pub enum Job {
    /// Ask which files to import.
    ChooseExports,
    /// Read files.
    Import {
        /// Goes with every event of this job.
        generation: u64,
        /// Which.
        files: Vec<PathBuf>,
    },
    /// Read the sample.
    OpenSample {
        /// Goes with every event of this job.
        generation: u64,
    },
    /// Evaluate a workspace.
    Evaluate {
        /// Goes with every event of this job.
        generation: u64,
        /// What to evaluate.
        workspace: Arc<Workspace>,
        /// What its files hold, where that is known already.
        ledger: Option<Arc<Ledger>>,
    },
    /// Ask where to write the summary, and write it.
    Print {
        /// Whose summary.
        workspace: Arc<Workspace>,
        /// What it says.
        outcome: Arc<Outcome>,
        /// In which language.
        language: Language,
    },
}

/// What a job tells.
#[derive(Debug)]
pub enum Event {
    /// The user answered which files to import.
    ExportsChosen(Choice<Vec<PathBuf>>),
    /// How far a file has been read.
    Progress {
        /// Of which job.
        generation: u64,
        /// The file's name.
        file: String,
        /// The rows read so far.
        rows: usize,
    },
    /// A file was read, or could not be.
    FileRead {
        /// Of which job.
        generation: u64,
        /// What it holds.
        result: Result<Source, ImportError>,
    },
    /// All files of a job were read.
    ImportEnded {
        /// Of which job.
        generation: u64,
    },
    /// The sample was read.
    SampleOpened {
        /// Of which job.
        generation: u64,
        /// It.
        result: Result<Box<Workspace>, ImportError>,
    },
    /// A workspace was evaluated.
    Evaluated {
        /// Of which job.
        generation: u64,
        /// The result.
        outcome: Arc<Outcome>,
    },
    /// The summary was written, or not.
    Printed(Printed),
    /// A job broke off, which is a fault of the program.
    Broke,
}

/// How printing went.
#[derive(Debug, Clone)]
pub enum Printed {
    /// The summary is there.
    Saved(PathBuf),
    /// The user thought better of it.
    Cancelled,
    /// The system could not show its dialog.
    NoDialog,
    /// The summary could not be made, and why.
    NoPdf(String),
    /// The summary could not be written.
    NotWritten(Arc<WriteError>),
}

/// Runs jobs and collects their events.
pub struct Workers {
    sender: Sender<Event>,
    events: Receiver<Event>,
    wake: egui::Context,
}

impl Workers {
    /// Workers that wake the window when they have something to tell.
    pub fn new(wake: egui::Context) -> Self {
        let (sender, events) = channel();
        Self { sender, events, wake }
    }

    /// The events since the last call.
    pub fn events(&self) -> Vec<Event> {
        self.events.try_iter().collect()
    }

    /// Starts a job.
    pub fn start(&self, job: Job, dialogs: &dyn Dialogs, parent: Option<&eframe::Frame>, texts: &Texts) {
        match job {
            Job::ChooseExports => {
                let question = dialogs.exports(parent, texts);
                self.run("choose exports", move |tell| tell.event(Event::ExportsChosen(question())));
            }
            Job::Import { generation, files } => self.run("import", move |tell| read_files(generation, &files, tell)),
            Job::OpenSample { generation } => self.run("sample", move |tell| {
                tell.event(Event::SampleOpened { generation, result: Workspace::sample().map(Box::new) });
            }),
            Job::Evaluate { generation, workspace, ledger } => self.run("evaluate", move |tell| {
                let ledger = ledger.unwrap_or_else(|| Arc::new(workspace.ledger()));
                let outcome = Arc::new(Outcome::of(&workspace, ledger));
                tell.event(Event::Evaluated { generation, outcome });
            }),
            Job::Print { workspace, outcome, language } => {
                let question = dialogs.summary(parent, texts);
                self.run("print", move |tell| {
                    tell.event(Event::Printed(print(&workspace, &outcome, language, question)));
                });
            }
        }
    }

    fn run(&self, name: &str, work: impl FnOnce(&Tell) + Send + 'static) {
        let tell = Tell { sender: self.sender.clone(), wake: self.wake.clone() };
        let started = std::thread::Builder::new().name(name.to_owned()).spawn(move || {
            if catch_unwind(AssertUnwindSafe(|| work(&tell))).is_err() {
                tell.event(Event::Broke);
            }
        });
        if started.is_err() {
            let _ = self.sender.send(Event::Broke);
        }
    }
}

/// A job's way to tell the window something.
struct Tell {
    sender: Sender<Event>,
    wake: egui::Context,
}

impl Tell {
    fn event(&self, event: Event) {
        // Nobody listens once the window is closed.
        let _ = self.sender.send(event);
        self.wake.request_repaint();
    }
}

/// How often a job tells how far it has come.
const PROGRESS_EVERY: Duration = Duration::from_millis(100);

fn read_files(generation: u64, files: &[PathBuf], tell: &Tell) {
    for path in files {
        let file = path.file_name().unwrap_or(path.as_os_str()).to_string_lossy().into_owned();
        tell.event(Event::Progress { generation, file: file.clone(), rows: 0 });
        let mut told = Instant::now();
        let mut progress = |Progress { rows }| {
            if told.elapsed() >= PROGRESS_EVERY {
                told = Instant::now();
                tell.event(Event::Progress { generation, file: file.clone(), rows });
            }
        };
        let result = import::read_file(path, &mut progress);
        tell.event(Event::FileRead { generation, result });
    }
    tell.event(Event::ImportEnded { generation });
}

fn print(workspace: &Workspace, outcome: &Outcome, language: Language, question: Question<PathBuf>) -> Printed {
    let path = match question() {
        Choice::Chosen(path) => path,
        Choice::Cancelled => return Printed::Cancelled,
        Choice::NoDialog => return Printed::NoDialog,
    };
    let texts = Texts::new(language);
    let bytes = match report::pdf::pdf(&outcome.report(workspace, &texts)) {
        Ok(bytes) => bytes,
        Err(error) => return Printed::NoPdf(error.to_string()),
    };
    match report::write_file(&path, &bytes) {
        Ok(()) => Printed::Saved(path),
        Err(error) => Printed::NotWritten(Arc::new(error)),
    }
}
