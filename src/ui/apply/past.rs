//! Keeping, removing and comparing past results.

use std::sync::Arc;

use chrono::NaiveDate;

use crate::workspace::Workspace;
use crate::workspace::history::Snapshot;

use super::super::past::Looked;
use super::super::state::State;
use super::super::undo::Done;
use super::super::work::Job;
use super::steps::keep_for_undo;

/// Has the result taken as it is now, to keep it.
pub fn keep_result(state: &mut State) {
    if state.can_keep_result() {
        state.history.taking = true;
        state.jobs.push(Job::TakeResult { workspace: state.workspace.clone(), today: state.today });
    }
}

/// Keeps a result that was taken. Where the workspace has changed meanwhile, it is taken once more.
pub fn receive_result(state: &mut State, of: &Arc<Workspace>, snapshot: Snapshot) {
    if !std::mem::take(&mut state.history.taking) {
        return;
    }
    if !Arc::ptr_eq(of, &state.workspace) {
        keep_result(state);
    } else if !state.workspace.snapshots.contains(&snapshot) {
        keep_for_undo(state, Done::History);
        Arc::make_mut(&mut state.workspace).keep(snapshot);
    }
}

/// Removes the result that was kept on a day.
pub fn remove_result(state: &mut State, day: NaiveDate) {
    if state.workspace.snapshots.iter().any(|result| result.taken == day) {
        keep_for_undo(state, Done::History);
        Arc::make_mut(&mut state.workspace).snapshots.retain(|result| result.taken != day);
    }
}

/// Two results were compared.
pub fn receive(state: &mut State, generation: u64, looked: Looked) {
    if state.history.looking.as_ref().is_some_and(|(known, _)| *known == generation) {
        state.history.looking = None;
        state.history.looked = Some(looked);
    }
}
