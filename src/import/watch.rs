//! Long work on rows that tells how far it is, and stops when it is asked to.

use std::cell::{Cell, RefCell};
use std::ops::ControlFlow;

use super::contents::Contents;
use super::{ImportError, ImportFault, Progress};

/// Counts the rows that were looked at, and asks now and then whether to go on.
pub(super) struct Watch<'p> {
    progress: RefCell<&'p mut dyn FnMut(Progress) -> ControlFlow<()>>,
    told: Progress,
    since: Cell<u32>,
    is_stopped: Cell<bool>,
}

/// Whether to look at one more row.
pub(super) type GoOn<'a> = &'a (dyn Fn() -> bool + 'a);

/// Few enough for a hundredth of a second.
const ROWS_BETWEEN_PROGRESS: u32 = 2000;

impl<'p> Watch<'p> {
    /// Watches work on a file that was read.
    pub fn new(contents: &Contents, progress: &'p mut dyn FnMut(Progress) -> ControlFlow<()>) -> Self {
        let told = Progress { rows: contents.sheets.iter().map(super::Sheet::len).sum() };
        Self { progress: RefCell::new(progress), told, since: Cell::new(0), is_stopped: Cell::new(false) }
    }

    /// Whether to look at one more row.
    pub fn goes_on(&self) -> bool {
        self.since.set(self.since.get().saturating_add(1));
        if self.since.get() >= ROWS_BETWEEN_PROGRESS && !self.is_stopped.get() {
            self.since.set(0);
            self.is_stopped.set((self.progress.borrow_mut())(self.told).is_break());
        }
        !self.is_stopped.get()
    }

    /// What was made, or that it was stopped: then it is not whole.
    pub fn whole<T>(&self, contents: &Contents, made: T) -> Result<T, ImportError> {
        if self.is_stopped.get() {
            return Err(ImportError { file: contents.file.clone(), fault: ImportFault::Cancelled });
        }
        Ok(made)
    }
}
