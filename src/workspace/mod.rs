//! The workspace: what the user works on. The files that were read, the rulebook and the settings.

mod sample;

pub use sample::{SAMPLES, sample_day};

use chrono::NaiveDate;

use crate::evaluator::{Readiness, Settings, evaluate};
use crate::import::ImportError;
use crate::ledger::{Ledger, Source};
use crate::rulebook::{Rulebook, builtins, in_force};

/// What the user works on.
#[derive(Debug, Clone, PartialEq)]
pub struct Workspace {
    /// What was read, in the order in which it was.
    pub sources: Vec<Source>,
    /// The rules that apply.
    pub rulebook: Rulebook,
    /// What the user chose.
    pub settings: Settings,
}

impl Workspace {
    /// An empty workspace for a day.
    pub fn new(today: NaiveDate) -> Self {
        let rulebook = in_force(DEFAULT_RULEBOOK, today).unwrap_or(&builtins()[0]).clone();
        Self { sources: Vec::new(), rulebook, settings: Settings::on(today) }
    }

    /// The sample company, on the day it was made for.
    ///
    /// # Errors
    /// None in a build whose tests pass: the sample is part of the program.
    pub fn sample() -> Result<Self, ImportError> {
        let mut workspace = Self::new(sample_day());
        for (name, bytes) in SAMPLES {
            workspace.add(crate::import::read_bytes(name, name, bytes, &mut |_| ())?);
        }
        Ok(workspace)
    }

    /// Adds what was read from a file, in place of what was read from the same file before.
    pub fn add(&mut self, source: Source) {
        match self.sources.iter_mut().find(|known| known.origin == source.origin) {
            Some(known) => *known = source,
            None => self.sources.push(source),
        }
    }

    /// All sources joined.
    pub fn ledger(&self) -> Ledger {
        Ledger::gather(&self.sources)
    }

    /// The result for a ledger made of this workspace's sources.
    pub fn evaluate(&self, ledger: &Ledger) -> Readiness {
        evaluate(&self.rulebook, ledger, &self.settings)
    }
}

/// The competency that is evaluated unless another is asked for.
pub const DEFAULT_RULEBOOK: &str = "cloud-crm";
