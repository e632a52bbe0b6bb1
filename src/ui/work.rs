//! Work that takes time: it runs on named threads and tells how it went through events.

mod export;
mod import;
mod keep;
mod on_disk;
mod print;
mod row;
mod rules;

use std::ops::ControlFlow;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::mpsc::{Receiver, Sender, channel};

use chrono::NaiveDate;

use crate::import::{Choices, ImportError, Reader};
use crate::ledger::{Ledger, Source};
use crate::printing::{NoPrinting, Printing};
use crate::report::{self, Export, WriteError};
use crate::texts::{Language, Texts};
use crate::workspace::history::Snapshot;
use crate::workspace::{Changes, Folders, Workspace};

use super::dialogs::{Asking, Choice, Dialogs, Question as Asked};
use super::outcome::Outcome;
use super::past::{LookBack, Looked};
use super::review::FileAt;
use super::rows::{Arranged, Copying, Question, copied_text};
use super::understood::Understood;

pub use export::Exported;
pub use keep::{Keep, Kept, Opened, Preference, SaveTo};

use keep::Keeper;

pub use on_disk::OnDisk;
pub use print::{Document, Painted, PrintEvent, PrintWork};
pub use row::{RowFound, RowJob};
pub use rules::RulebookFile;

pub use import::{FileRead, ImportJob, ToRead, UnderstandJob, asks_for_password};

/// Something to do on a thread of its own.
pub enum Job {
    /// Ask which files to import.
    ChooseExports,
    /// Ask which workspace to open.
    ChooseWorkspace,
    /// Ask where to save the workspace.
    ChooseSaveAs {
        /// What it is called, or might be.
        name: String,
    },
    /// Do something with the workspace's file.
    Keep(Keep),
    /// Read files.
    Import(ImportJob),
    /// Understand a file anew.
    Understand(UnderstandJob),
    /// Find out what sources change that were taken in.
    Compare {
        /// Goes with its event.
        generation: u64,
        /// The workspace before.
        before: Arc<Workspace>,
        /// Each with where the one stood whose place it took.
        came: Vec<(Arc<str>, Arc<Source>)>,
    },
    /// Ask where to save the rows of a file that were left out, and save them.
    SaveLeftOut {
        /// The file.
        at: FileAt,
        /// Its name.
        file: Arc<str>,
        /// What the user chose about it, where that is known.
        choices: Option<Choices>,
        /// Knows what the user chose about it.
        workspace: Arc<Workspace>,
        /// In which language the reasons are.
        language: Language,
    },
    /// Look how the files that stand there stand on disk now.
    LookAtFiles(Vec<Arc<str>>),
    /// Read a row of a file as it stands there.
    ReadRow(RowJob),
    /// Read a rulebook from its file; ask which where none is told.
    OpenRulebook(Option<PathBuf>),
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
    /// Tell how two results differ.
    LookBack {
        /// Goes with its event.
        generation: u64,
        /// Which.
        look: LookBack,
    },
    /// Take a workspace's result, to keep it.
    TakeResult {
        /// Whose.
        workspace: Arc<Workspace>,
        /// The day on which it is taken.
        today: NaiveDate,
    },
    /// Put a table's rows in order.
    Arrange {
        /// Goes with every event of this job.
        generation: u64,
        /// Which, and how.
        question: Question,
    },
    /// Write out rows to be copied.
    Copy {
        /// Goes with every event of this job.
        generation: u64,
        /// Which.
        copying: Copying,
    },
    /// Do something for printing.
    Print(PrintWork),
    /// Ask where to save something of a result, and save it.
    Export {
        /// What.
        export: Export,
        /// What its file might be called.
        name: String,
        /// Whose result.
        workspace: Arc<Workspace>,
        /// It.
        outcome: Arc<Outcome>,
        /// In which language.
        language: Language,
    },
    /// Have the system open a file or folder.
    Show(PathBuf),
}

/// What a job tells.
#[derive(Debug)]
pub enum Event {
    /// The user answered which files to import.
    ExportsChosen(Choice<Vec<PathBuf>>),
    /// The user answered which workspace to open.
    WorkspaceChosen(Choice<PathBuf>),
    /// The user answered where to save the workspace.
    SaveAsChosen(Choice<PathBuf>),
    /// Something became of the workspace's file.
    Kept(Kept),
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
        /// How that ended.
        read: FileRead,
    },
    /// All files of a job were read.
    ImportEnded {
        /// Of which job.
        generation: u64,
    },
    /// A file of the import page was understood anew, or could not be opened.
    Understood {
        /// Of which job.
        generation: u64,
        /// What was understood.
        result: Result<Arc<Understood>, ImportError>,
    },
    /// Sources that were taken in were compared with what was known.
    Compared {
        /// Of which job.
        generation: u64,
        /// What they change.
        changes: Changes,
    },
    /// How files stand on disk.
    FilesLookedAt(OnDisk),
    /// A row of a file was read.
    RowRead {
        /// Of which job.
        generation: u64,
        /// It.
        found: Result<RowFound, ImportError>,
    },
    /// The user chose a rulebook's file, and it was read.
    RulebookRead(Choice<RulebookFile>),
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
    /// Two results were compared.
    LookedBack {
        /// Of which job.
        generation: u64,
        /// How they differ.
        looked: Box<Looked>,
    },
    /// A result was taken.
    ResultTaken {
        /// Whose.
        workspace: Arc<Workspace>,
        /// It.
        snapshot: Box<Snapshot>,
    },
    /// A table's rows were put in order.
    Arranged {
        /// Of which job.
        generation: u64,
        /// The rows.
        arranged: Arranged,
    },
    /// Rows were written out to be copied.
    Copied {
        /// Of which job.
        generation: u64,
        /// They.
        text: String,
    },
    /// Something became of printing.
    Print(PrintEvent),
    /// How an export goes.
    Exported(Exported),
    /// The system could not open a file or folder.
    NotShown(PathBuf),
    /// The rows that were left out were saved, or not.
    LeftOutSaved(Result<Printed, ImportError>),
    /// The workspace was opened once more, by its file.
    Called,
    /// A job broke off, which is a fault of the program.
    Broke(Broken),
}

/// Which job broke off.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Broken {
    /// One of those that keep the workspace's file.
    Keeper,
    /// Another.
    Job,
}

/// How the making of a file went.
#[derive(Debug, Clone)]
pub enum Printed {
    /// It is there.
    Saved(PathBuf),
    /// The user thought better of it.
    Cancelled,
    /// The system could not show its dialog.
    NoDialog,
    /// There is nothing to write any more.
    NothingToSave,
    /// It could not be made, and why.
    NotMade(String),
    /// It could not be written.
    NotWritten(Arc<WriteError>),
}

/// Runs jobs and collects their events.
pub struct Workers {
    sender: Sender<Event>,
    events: Receiver<Event>,
    wake: egui::Context,
    reader: Reader,
    printing: Arc<dyn Printing>,
    keeper: Keeper,
}

impl Workers {
    /// Workers that wake the window when they have something to tell.
    pub fn new(wake: egui::Context) -> Self {
        let (sender, events) = channel();
        let keeper = Keeper::start(None, Tell { sender: sender.clone(), wake: wake.clone() });
        Self { sender, events, wake, reader: Reader::Here, printing: Arc::new(NoPrinting), keeper }
    }

    /// Has the workspace saved by itself, and what the user likes remembered.
    pub fn keep_in(&mut self, folders: Folders) {
        let tell = Tell { sender: self.sender.clone(), wake: self.wake.clone() };
        self.keeper = Keeper::start(Some(folders), tell);
    }

    /// Has files read elsewhere.
    pub fn read_with(&mut self, reader: Reader) {
        self.reader = reader;
    }

    /// Has pages printed there.
    pub fn print_with(&mut self, printing: Arc<dyn Printing>) {
        self.printing = printing;
    }

    /// The events since the last call.
    pub fn events(&self) -> Vec<Event> {
        self.events.try_iter().collect()
    }

    /// Starts a job.
    pub fn start(&self, job: Job, dialogs: &dyn Dialogs, asking: &Asking<'_>) {
        let reader = self.reader.clone();
        match job {
            Job::ChooseExports => {
                let question = dialogs.exports(asking);
                self.run("choose exports", move |tell| tell.event(Event::ExportsChosen(question())));
            }
            Job::ChooseWorkspace => {
                let question = dialogs.workspace(asking);
                self.run("choose workspace", move |tell| tell.event(Event::WorkspaceChosen(question())));
            }
            Job::ChooseSaveAs { name } => {
                let question = dialogs.save_as(asking, &name);
                self.run("choose where to save", move |tell| tell.event(Event::SaveAsChosen(question())));
            }
            Job::Keep(keep) => {
                if !self.keeper.give(keep) {
                    let _ = self.sender.send(Event::Broke(Broken::Keeper));
                }
            }
            Job::Import(job) => self.run("import", move |tell| import::import(job, &reader, tell)),
            Job::Understand(job) => self.run("understand", move |tell| import::understand(job, &reader, tell)),
            Job::Compare { generation, before, came } => self.run("compare", move |tell| {
                tell.event(Event::Compared { generation, changes: compare(&before, came) });
            }),
            Job::SaveLeftOut { at, file, choices, workspace, language } => {
                let question = dialogs.left_out(asking, &file);
                self.run("save rows left out", move |tell| {
                    tell.event(Event::LeftOutSaved(save_left_out(
                        &at, choices, &reader, &workspace, language, question,
                    )));
                });
            }
            Job::LookAtFiles(files) => {
                self.run("look at files", move |tell| tell.event(Event::FilesLookedAt(on_disk::look(files))));
            }
            Job::ReadRow(job) => self.run("row", move |tell| {
                let found = row::find(&job, &reader);
                tell.event(Event::RowRead { generation: job.generation, found });
            }),
            Job::OpenRulebook(Some(path)) => {
                self.run("rulebook", move |tell| tell.event(Event::RulebookRead(Choice::Chosen(rules::read(path)))));
            }
            Job::OpenRulebook(None) => {
                let question = dialogs.rulebook(asking);
                self.run("choose rulebook", move |tell| {
                    tell.event(Event::RulebookRead(question().map(rules::read)));
                });
            }
            Job::OpenSample { generation } => self.run("sample", move |tell| {
                tell.event(Event::SampleOpened { generation, result: Workspace::sample_with_history().map(Box::new) });
            }),
            Job::Evaluate { generation, workspace, ledger } => self.run("evaluate", move |tell| {
                let ledger = ledger.unwrap_or_else(|| Arc::new(workspace.ledger()));
                let outcome = Arc::new(Outcome::of(&workspace, ledger));
                tell.event(Event::Evaluated { generation, outcome });
            }),
            Job::LookBack { generation, look } => self.run("look back", move |tell| {
                tell.event(Event::LookedBack { generation, looked: Box::new(look.look()) });
            }),
            Job::TakeResult { workspace, today } => self.run("take result", move |tell| {
                let snapshot = Box::new(workspace.snapshot(today));
                tell.event(Event::ResultTaken { workspace, snapshot });
            }),
            Job::Arrange { generation, question } => self.run("arrange rows", move |tell| {
                tell.event(Event::Arranged { generation, arranged: question.answer() });
            }),
            Job::Copy { generation, copying } => self.run("copy rows", move |tell| {
                tell.event(Event::Copied { generation, text: copied_text(&copying) });
            }),
            Job::Print(work) => {
                let question = work.question(dialogs, asking);
                let printing = self.printing.clone();
                self.run("print", move |tell| tell.event(Event::Print(print::work(work, &*printing, question))));
            }
            Job::Export { export, name, workspace, outcome, language } => {
                let question = dialogs.export(asking, export, &name);
                self.run("export", move |tell| {
                    export::export(export, (&workspace, &outcome), language, question, tell);
                });
            }
            Job::Show(path) => {
                let show = dialogs.show(&path);
                self.run("show", move |tell| {
                    if let Some(path) = export::show(path, show) {
                        tell.event(Event::NotShown(path));
                    }
                });
            }
        }
    }

    fn run(&self, name: &str, work: impl FnOnce(&Tell) + Send + 'static) {
        let tell = Tell { sender: self.sender.clone(), wake: self.wake.clone() };
        let started = std::thread::Builder::new().name(name.to_owned()).spawn(move || {
            if catch_unwind(AssertUnwindSafe(|| work(&tell))).is_err() {
                tell.event(Event::Broke(Broken::Job));
            }
        });
        if started.is_err() {
            let _ = self.sender.send(Event::Broke(Broken::Job));
        }
    }
}

/// A job's way to tell the window something.
#[derive(Clone)]
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

/// What sources change that come one after the other.
fn compare(before: &Workspace, came: Vec<(Arc<str>, Arc<Source>)>) -> Changes {
    let mut workspace = before.clone();
    let changes = came.into_iter().map(|(old_origin, source)| {
        let changes = workspace.changes(&old_origin, &source);
        workspace.replace(&old_origin, source);
        changes
    });
    changes.reduce(Changes::and).unwrap_or_default()
}

/// Reads the file again and saves the rows that it leaves out.
fn save_left_out(
    at: &FileAt,
    choices: Option<Choices>,
    reader: &Reader,
    workspace: &Workspace,
    language: Language,
    question: Asked<PathBuf>,
) -> Result<Printed, ImportError> {
    let path = match question() {
        Choice::Chosen(path) => path,
        Choice::Cancelled => return Ok(Printed::Cancelled),
        Choice::NoDialog => return Ok(Printed::NoDialog),
    };
    let (contents, choices) =
        import::open_chosen(at, choices, reader, workspace, &mut |_, _| ControlFlow::Continue(()))?;
    let read = Understood::of(contents, &choices, None, &mut |_| ControlFlow::Continue(()))?;
    let source = read.source?;
    let texts = Texts::new(language);
    Ok(match report::left_out_workbook(&read.contents, &read.understanding, &source, &texts) {
        Ok(Some(bytes)) => match report::write_file(&path, &bytes) {
            Ok(()) => Printed::Saved(path),
            Err(error) => Printed::NotWritten(Arc::new(error)),
        },
        Ok(None) => Printed::NothingToSave,
        Err(error) => Printed::NotMade(error.to_string()),
    })
}
