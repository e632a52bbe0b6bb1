//! Undo and redo: what the workspace held before each step that changed it.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::import::Choices;
use crate::workspace::Workspace;

/// The steps that can be undone, the last one last.
#[derive(Debug, Default)]
pub struct Undo {
    steps: Vec<Step>,
    undone: Vec<Step>,
    last: u64,
}

/// A step that changed the workspace.
#[derive(Debug)]
pub struct Step {
    /// Tells it from the others.
    pub id: u64,
    /// What was done.
    pub what: Done,
    /// What was there before; after, where the step was undone.
    held: Held,
}

/// What a step changes.
#[derive(Debug, Clone)]
pub struct Held {
    /// The workspace.
    pub workspace: Arc<Workspace>,
    /// Whether that is the sample.
    pub is_sample: bool,
    /// How its files are read, where the user chose that.
    pub chosen: BTreeMap<Arc<str>, Choices>,
}

/// What was done.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Done {
    /// Files were taken in.
    Import,
    /// A file was removed.
    Remove,
    /// Two people became one, or were said to be two.
    People,
    /// An exam's code was read as another.
    Exam,
    /// Something was assumed, or is assumed no more.
    Assumption,
    /// Somebody was given a seat, or kept out.
    Seat,
    /// Other rules apply.
    Rules,
    /// Another market, day or window, or other sales count.
    Setting,
    /// A result was kept or removed.
    History,
}

/// Each step keeps in memory what it took away.
const STEPS: usize = 50;

impl Undo {
    /// Keeps what was there before a step; gives the step's number. What was undone can't be redone then.
    pub fn keep(&mut self, what: Done, held: Held) -> u64 {
        self.last += 1;
        self.undone.clear();
        self.steps.push(Step { id: self.last, what, held });
        if self.steps.len() > STEPS {
            self.steps.remove(0);
        }
        self.last
    }

    /// Forgets all steps, for another workspace. Its steps have numbers of their own.
    pub fn forget(&mut self) {
        self.steps.clear();
        self.undone.clear();
    }

    /// The step that would be undone.
    pub fn next(&self) -> Option<&Step> {
        self.steps.last()
    }

    /// The step that would be redone.
    pub fn next_redo(&self) -> Option<&Step> {
        self.undone.last()
    }

    /// Undoes the last step: gives what was there before it, for what is there now.
    pub fn undo(&mut self, now: Held) -> Option<(u64, Done, Held)> {
        let step = self.steps.pop()?;
        self.undone.push(Step { held: now, id: step.id, what: step.what });
        Some((step.id, step.what, step.held))
    }

    /// Does again what was undone last: gives what was there after it, for what is there now.
    pub fn redo(&mut self, now: Held) -> Option<(Done, Held)> {
        let step = self.undone.pop()?;
        self.steps.push(Step { held: now, id: step.id, what: step.what });
        Some((step.what, step.held))
    }
}

impl Done {
    /// Whether what was done is seen only where the data are, so that its undoing is told.
    pub fn changes_data(self) -> bool {
        matches!(self, Self::Import | Self::Remove | Self::People | Self::Exam)
    }

    /// As the messages name it.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Import => "import",
            Self::Remove => "remove",
            Self::People => "people",
            Self::Exam => "exam",
            Self::Assumption => "assumption",
            Self::Seat => "seat",
            Self::Rules => "rules",
            Self::Setting => "setting",
            Self::History => "history",
        }
    }
}
