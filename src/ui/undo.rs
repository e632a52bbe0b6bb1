//! Undo and redo: what the workspace held before each step that changed it.

use std::sync::Arc;

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
    /// The workspace before; after, where the step was undone.
    pub workspace: Arc<Workspace>,
    /// Whether that is the sample.
    pub is_sample: bool,
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
}

/// Each step keeps in memory what it took away.
const STEPS: usize = 50;

impl Undo {
    /// Keeps what was there before a step; gives the step's number. What was undone can't be redone then.
    pub fn keep(&mut self, what: Done, workspace: Arc<Workspace>, is_sample: bool) -> u64 {
        self.last += 1;
        self.undone.clear();
        self.steps.push(Step { id: self.last, what, workspace, is_sample });
        if self.steps.len() > STEPS {
            self.steps.remove(0);
        }
        self.last
    }

    /// The step that would be undone.
    pub fn next(&self) -> Option<&Step> {
        self.steps.last()
    }

    /// The step that would be redone.
    pub fn next_redo(&self) -> Option<&Step> {
        self.undone.last()
    }

    /// Undoes the last step: puts in place what was there before it.
    pub fn undo(&mut self, workspace: &mut Arc<Workspace>, is_sample: &mut bool) -> Option<(u64, Done)> {
        let step = self.steps.pop()?;
        let told = (step.id, step.what);
        self.undone.push(step.exchange(workspace, is_sample));
        Some(told)
    }

    /// Does again what was undone last: puts in place what was there after it.
    pub fn redo(&mut self, workspace: &mut Arc<Workspace>, is_sample: &mut bool) -> Option<(u64, Done)> {
        let step = self.undone.pop()?;
        let told = (step.id, step.what);
        self.steps.push(step.exchange(workspace, is_sample));
        Some(told)
    }
}

impl Step {
    fn exchange(mut self, workspace: &mut Arc<Workspace>, is_sample: &mut bool) -> Self {
        std::mem::swap(&mut self.workspace, workspace);
        std::mem::swap(&mut self.is_sample, is_sample);
        self
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
        }
    }
}
