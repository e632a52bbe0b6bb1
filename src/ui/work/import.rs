//! Reading files, off the window's thread.

use std::ops::ControlFlow;
use std::sync::Arc;
use std::time::{Duration, Instant};

use crate::import::{
    self, Choices, Contents, ImportError, ImportFault, Progress, ReadOptions, Reader, looks_like_rulebook,
};
use crate::ledger::FileStamp;
use crate::workspace::{SAMPLES, Workspace};

use super::super::review::{FileAt, FileReview, Stop};
use super::super::understood::Understood;
use super::rules::{self, RulebookFile};
use super::{Event, Tell};

/// A file to read.
#[derive(Debug, Clone, PartialEq)]
pub struct ToRead {
    /// Where it stands.
    pub at: FileAt,
    /// Whether it is to be shown on the import page even where nothing is unclear.
    pub look: bool,
    /// What the user chose about it before; about files like it where there is none.
    pub choices: Option<Choices>,
}

/// Files to read, and what is needed for it.
pub struct ImportJob {
    /// Goes with every event of this job.
    pub generation: u64,
    /// Which.
    pub files: Vec<ToRead>,
    /// Knows what the user chose about files like them.
    pub workspace: Arc<Workspace>,
    /// Stops the reading.
    pub stop: Stop,
}

/// A file to understand anew, with other choices.
pub struct UnderstandJob {
    /// Goes with its event.
    pub generation: u64,
    /// Where it stands.
    pub at: FileAt,
    /// What it holds and how it stood on disk, where its bytes need not be read anew.
    pub contents: Option<(Arc<Contents>, Option<FileStamp>)>,
    /// What the user chose.
    pub choices: Choices,
    /// Stops the reading.
    pub stop: Stop,
}

/// How the reading of a file of an import ended.
#[derive(Debug)]
pub enum FileRead {
    /// Nothing is to be asked.
    Clear(Box<Understood>),
    /// The user has to look, or wants to.
    Look(Box<FileReview>),
    /// It holds no records but rules.
    Rules(Box<RulebookFile>),
    /// It can't be read.
    Failed(ImportError),
}

/// How often a job tells how far it has come.
const PROGRESS_EVERY: Duration = Duration::from_millis(50);

/// Reads the files of an import, one after the other.
pub(super) fn import(job: ImportJob, reader: &Reader, tell: &Tell) {
    let ImportJob { generation, files, workspace, stop } = job;
    for file in files {
        if stop.is_stopped() {
            break;
        }
        let read = read_one(
            file,
            reader,
            &workspace,
            &mut reporting(&stop, |rows, name| {
                tell.event(Event::Progress { generation, file: name.to_owned(), rows });
            }),
        );
        tell.event(Event::FileRead { generation, read });
    }
    tell.event(Event::ImportEnded { generation });
}

/// Understands a file anew.
pub(super) fn understand(job: UnderstandJob, reader: &Reader, tell: &Tell) {
    let UnderstandJob { generation, at, contents, choices, stop } = job;
    let mut report = reporting(&stop, |_, _| ());
    let contents = if let Some(contents) = contents {
        Ok(contents)
    } else {
        let stamp = at.stamp();
        let contents = open(&at, reader, &choices.reading, &mut report);
        contents.map(|contents| (Arc::new(contents), stamp))
    };
    let result = contents.and_then(|(contents, stamp)| understood(contents, &choices, stamp, &mut report));
    let result = result.map(Arc::new);
    tell.event(Event::Understood { generation, result });
}

/// Opens a file with what the user chose about it, or else about files like it.
pub(super) fn open_chosen(
    at: &FileAt,
    choices: Option<Choices>,
    reader: &Reader,
    workspace: &Workspace,
    report: &mut Report<'_>,
) -> Result<(Arc<Contents>, Choices), ImportError> {
    let chosen = choices.as_ref().map(|choices| choices.reading.clone()).unwrap_or_default();
    let contents = open(at, reader, &chosen, report)?;
    let choices = choices.unwrap_or_else(|| workspace.choices_for(&contents));
    let contents = if choices.reading == chosen { contents } else { open(at, reader, &choices.reading, report)? };
    Ok((Arc::new(contents), choices))
}

/// Tells a file's name and how many rows were read of it, and whether to go on.
pub(super) type Report<'a> = dyn FnMut(usize, &str) -> ControlFlow<()> + 'a;

fn reporting(stop: &Stop, mut tell: impl FnMut(usize, &str)) -> impl FnMut(usize, &str) -> ControlFlow<()> {
    let mut told: Option<Instant> = None;
    move |rows, name| {
        if rows == 0 || told.is_none_or(|told| told.elapsed() >= PROGRESS_EVERY) {
            told = Some(Instant::now());
            tell(rows, name);
        }
        if stop.is_stopped() { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
    }
}

fn read_one(file: ToRead, reader: &Reader, workspace: &Workspace, report: &mut Report<'_>) -> FileRead {
    let ToRead { at, look, choices } = file;
    if let FileAt::Disk(path) = &at
        && looks_like_rulebook(path)
    {
        return FileRead::Rules(Box::new(rules::read(path.clone())));
    }
    // Taken before the first byte is read, so that a change in the meantime is noticed later.
    let stamp = at.stamp();
    let (contents, choices) = match open_chosen(&at, choices, reader, workspace, report) {
        Ok(opened) => opened,
        Err(error) if asks_for_password(&error.fault) => {
            return FileRead::Look(Box::new(FileReview::locked(at, Choices::default(), error)));
        }
        Err(error) => return FileRead::Failed(error),
    };
    let read = match understood(contents, &choices, stamp, report) {
        Ok(read) => read,
        Err(error) => return FileRead::Failed(error),
    };
    match &read.source {
        _ if look || read.needs_a_look() => FileRead::Look(Box::new(FileReview::understood(at, choices, read))),
        Err(error) => FileRead::Failed(error.clone()),
        Ok(_) => FileRead::Clear(Box::new(read)),
    }
}

fn understood(
    contents: Arc<Contents>,
    choices: &Choices,
    stamp: Option<FileStamp>,
    report: &mut Report<'_>,
) -> Result<Understood, ImportError> {
    let name = contents.file.clone();
    Understood::of(contents, choices, stamp, &mut |Progress { rows }| report(rows, &name))
}

/// Whether a password would open the file.
pub fn asks_for_password(fault: &ImportFault) -> bool {
    matches!(fault, ImportFault::Protected | ImportFault::WrongPassword)
}

fn open(at: &FileAt, reader: &Reader, options: &ReadOptions, report: &mut Report<'_>) -> Result<Contents, ImportError> {
    let name = at.name();
    // The name is shown before the first row comes.
    let _ = report(0, &name);
    let mut progress = |Progress { rows }| report(rows, &name);
    match at {
        FileAt::Disk(path) => reader.open(path, options, &mut progress),
        FileAt::Sample(_) => {
            let bytes = SAMPLES.iter().find(|(known, _)| *known == name).map_or(&[][..], |(_, bytes)| bytes);
            import::open_bytes(&name, &name, bytes, options, &mut progress)
        }
    }
}
