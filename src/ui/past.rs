//! Past results: which two are compared, and how they differ, worked out by a worker when something changes.

use std::sync::Arc;

use chrono::NaiveDate;

use crate::workspace::Workspace;
use crate::workspace::history::{Difference, Snapshot, difference};

use super::outcome::Outcome;
use super::state::{Page, State};
use super::work::Job;

/// Which past results are compared, and how they differ.
#[derive(Debug, Default)]
pub struct HistoryView {
    /// The day of the earlier one; the last one kept before today where the user did not choose.
    pub before: Option<NaiveDate>,
    /// The day of the later one; now where there is none.
    pub after: Option<NaiveDate>,
    /// What was found.
    pub looked: Option<Looked>,
    /// The comparison whose result is still to come, and of what.
    pub(super) looking: Option<(u64, LookBack)>,
    /// Whether a result is being taken, to be kept.
    pub taking: bool,
}

/// Two results to compare.
#[derive(Debug, Clone)]
pub struct LookBack {
    workspace: Arc<Workspace>,
    outcome: Arc<Outcome>,
    today: NaiveDate,
    before: Option<NaiveDate>,
    after: Option<NaiveDate>,
}

/// Two results, and how they differ.
#[derive(Debug)]
pub struct Looked {
    /// What was compared.
    look: LookBack,
    /// The earlier one.
    pub before: Option<Snapshot>,
    /// The later one.
    pub after: Snapshot,
    /// The result now, whatever is assumed.
    pub now: Snapshot,
    /// What changed; nothing where there is no earlier one.
    pub difference: Option<Difference>,
}

/// Has the chosen results compared while the page is open, where that is not done yet.
pub fn follow(state: &mut State) {
    let Some(outcome) = state.outcome.clone().filter(|_| state.page == Page::History && state.evaluating.is_none())
    else {
        return;
    };
    let results = &state.workspace.snapshots;
    let is_kept = |day: &NaiveDate| results.iter().any(|result| result.taken == *day);
    let default = results.iter().rev().find(|result| result.taken < state.today).or(results.last());
    let before = state.history.before.filter(is_kept).or(default.map(|result| result.taken));
    let after = state.history.after.filter(is_kept);
    let look = LookBack { workspace: state.workspace.clone(), outcome, today: state.today, before, after };
    let known = state.history.looking.as_ref().map(|(_, look)| look);
    let known = known.or(state.history.looked.as_ref().map(|looked| &looked.look));
    if !known.is_some_and(|known| known.is(&look)) {
        let generation = state.next_generation();
        state.history.looking = Some((generation, look.clone()));
        state.jobs.push(Job::LookBack { generation, look });
    }
}

impl HistoryView {
    /// Whether a worker is comparing, or taking a result.
    pub fn is_busy(&self) -> bool {
        self.looking.is_some() || self.taking
    }

    /// Nothing is to come any more.
    pub(super) fn stop(&mut self) {
        (self.looking, self.taking) = (None, false);
    }
}

impl LookBack {
    /// Compares the two.
    pub fn look(self) -> Looked {
        let workspace = &self.workspace;
        let now = if workspace.assumptions.is_empty() {
            let Outcome { rulebook, ledger, readiness, .. } = &*self.outcome;
            Snapshot::new(self.today, rulebook, ledger, readiness)
        } else {
            workspace.snapshot(self.today)
        };
        let of = |day: NaiveDate| workspace.snapshots.iter().find(|result| result.taken == day).cloned();
        let mut before = self.before.and_then(of);
        let mut after = self.after.and_then(of).unwrap_or_else(|| now.clone());
        if self.after.is_some()
            && let Some(before) = before.as_mut().filter(|before| before.taken > after.taken)
        {
            std::mem::swap(before, &mut after);
        }
        let difference = before.as_ref().map(|before| difference(before, &after));
        Looked { look: self, before, after, now, difference }
    }

    fn is(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.workspace, &other.workspace)
            && Arc::ptr_eq(&self.outcome, &other.outcome)
            && (self.before, self.after) == (other.before, other.after)
    }
}

impl Looked {
    /// Whether the later one is the result now.
    pub fn is_until_now(&self) -> bool {
        self.look.after.is_none()
    }
}
