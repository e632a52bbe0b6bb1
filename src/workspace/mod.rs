//! The workspace: what the user works on. The files that were read, the rulebook, the settings, what is assumed, and what
//! the user said about files and people.
//!
//! It is a value, and copies share what was read. Who keeps the former one can undo any change.

mod again;
mod autosave;
mod calls;
mod document;
mod file;
mod folders;
pub mod history;
mod joining;
mod lock;
mod recent;
mod remembered;
mod sample;
mod save;
mod whole;

pub use again::{Changes, Difference, Found, Overlap, Record};
pub use autosave::{Autosave, Recovered, autosaves};
pub use calls::{Calls, call};
pub use document::Document;
pub use file::{FileFault, read, write};
pub use folders::Folders;
pub use lock::{Holder, Lock, LockError};
pub use recent::{Colours, Preferences, WindowPlace};
pub use remembered::Remembered;
pub use sample::{SAMPLES, sample_day};
pub use save::{
    DiskFault, OpenError, OpenFault, Overwrite, SaveError, SaveFault, Stamp, backup_of, is_workspace, open, save,
};

use std::sync::Arc;

use chrono::{Months, NaiveDate};

use crate::evaluator::{Readiness, Settings, evaluate};
use crate::import::{Choices, ImportError, read_bytes};
use crate::ledger::{Assumptions, Corrections, Ledger, Source};
use crate::rulebook::{Rulebook, builtin, builtins, in_force};

use history::Snapshot;

/// What the user works on.
#[derive(Debug, Clone, PartialEq)]
pub struct Workspace {
    /// What was read, in the order in which it was.
    pub sources: Vec<Arc<Source>>,
    /// The rules that apply.
    pub rulebook: Rulebook,
    /// Whether the user chose that edition; else it is the one in force on the day.
    pub edition_is_chosen: bool,
    /// What the user chose.
    pub settings: Settings,
    /// What the user assumes.
    pub assumptions: Assumptions,
    /// What the user said about people and exams.
    pub corrections: Corrections,
    /// What the user calls the company; empty where the files' own name for it will do.
    pub company: String,
    /// What the user chose about files, for those like them.
    pub remembered: Vec<Remembered>,
    /// Past results, by day.
    pub snapshots: Vec<Snapshot>,
}

impl Workspace {
    /// An empty workspace for a day.
    pub fn new(today: NaiveDate) -> Self {
        let rulebook = in_force(DEFAULT_RULEBOOK, today).unwrap_or(&builtins()[0]).clone();
        Self {
            sources: Vec::new(),
            rulebook,
            edition_is_chosen: false,
            settings: Settings::on(today),
            assumptions: Assumptions::default(),
            corrections: Corrections::default(),
            company: String::new(),
            remembered: Vec::new(),
            snapshots: Vec::new(),
        }
    }

    /// The sample company, on the day it was made for.
    ///
    /// # Errors
    /// None in a build whose tests pass: the sample is part of the program.
    pub fn sample() -> Result<Self, ImportError> {
        let mut workspace = Self::new(sample_day());
        for (name, bytes) in SAMPLES {
            workspace.add(read_bytes(name, name, bytes, &Choices::default())?);
        }
        Ok(workspace)
    }

    /// The sample company with the results that it would have kept in the months before.
    ///
    /// # Errors
    /// None in a build whose tests pass.
    pub fn sample_with_history() -> Result<Self, ImportError> {
        let mut workspace = Self::sample()?;
        let mut past = workspace.clone();
        for months in SAMPLE_RESULTS {
            let day = sample_day().checked_sub_months(Months::new(months)).unwrap_or_else(sample_day);
            past.set_as_of(day);
            workspace.keep(past.snapshot(day));
        }
        Ok(workspace)
    }

    /// Takes another day. The edition follows it unless the user chose one, and so does what is assumed.
    pub fn set_as_of(&mut self, day: NaiveDate) {
        self.settings.as_of = day;
        self.assumptions.passes.iter_mut().for_each(|pass| pass.passed = day);
        if !self.edition_is_chosen
            && let Some(rulebook) = in_force(&self.rulebook.id, day)
        {
            self.rulebook = rulebook.clone();
        }
    }

    /// Takes a built-in rulebook: an edition of it, or the one in force on the day.
    pub fn use_rulebook(&mut self, id: &str, edition: Option<&str>) {
        let found = match edition {
            Some(edition) => builtin(id, edition),
            None => in_force(id, self.settings.as_of),
        };
        if let Some(rulebook) = found {
            self.rulebook = rulebook.clone();
            self.edition_is_chosen = edition.is_some();
        }
    }

    /// Takes a rulebook of the user's, which stays whatever the day.
    pub fn take_rulebook(&mut self, rulebook: Rulebook) {
        self.rulebook = rulebook;
        self.edition_is_chosen = true;
    }

    /// What was read, in the order in which it was.
    pub fn sources(&self) -> impl Iterator<Item = &Source> {
        self.sources.iter().map(AsRef::as_ref)
    }

    /// All sources joined, with what is assumed.
    pub fn ledger(&self) -> Ledger {
        let mut read = Ledger::gather_corrected(self.sources(), &self.corrections);
        if !self.company.is_empty() {
            read.company = self.company.as_str().into();
        }
        if self.assumptions.is_empty() { read } else { read.assuming(&self.assumptions) }
    }

    /// The result for a ledger made of this workspace's sources.
    pub fn evaluate(&self, ledger: &Ledger) -> Readiness {
        evaluate(&self.rulebook, ledger, &self.settings)
    }
}

/// So many months before its day the sample kept results.
const SAMPLE_RESULTS: [u32; 5] = [12, 9, 6, 3, 1];

/// The competency that is evaluated unless another is asked for.
pub const DEFAULT_RULEBOOK: &str = "cloud-crm";
