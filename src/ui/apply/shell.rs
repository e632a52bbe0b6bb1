//! What the settings page changes.

use std::sync::Arc;

use super::super::state::State;
use super::super::undo::Done;
use super::super::work::Preference;
use super::file::prefer;
use super::steps::keep_for_undo;
use super::{Files, evaluate};

/// How large everything can be, in hundredths.
pub const ZOOMS: [u16; 8] = [80, 90, 100, 110, 125, 150, 175, 200];

/// Has everything that large, within reason.
pub fn zoom(state: &mut State, zoom: u16) {
    let zoom = within(zoom);
    if zoom != state.zoom {
        state.zoom = zoom;
        prefer(state, Preference::Zoom(zoom));
    }
}

/// The same when the window opens, as it was remembered.
pub fn zoom_at_first(state: &mut State, zoom: Option<u16>) {
    state.zoom = within(zoom.unwrap_or(100));
}

fn within(zoom: u16) -> u16 {
    zoom.clamp(ZOOMS[0], ZOOMS[ZOOMS.len() - 1])
}

/// The next step up.
pub fn larger(zoom: u16) -> u16 {
    ZOOMS.into_iter().find(|step| *step > zoom).unwrap_or(zoom)
}

/// The next step down.
pub fn smaller(zoom: u16) -> u16 {
    ZOOMS.into_iter().rev().find(|step| *step < zoom).unwrap_or(zoom)
}

/// Gives the company a name, as a step that can be undone.
pub fn name_company(state: &mut State, name: &str) {
    state.company = None;
    if name.trim() != state.workspace.company {
        keep_for_undo(state, Done::Setting);
        name.trim().clone_into(&mut Arc::make_mut(&mut state.workspace).company);
        evaluate(state, Files::Changed);
    }
}

/// Puts a notice away.
pub fn dismiss(state: &mut State, place: usize) {
    if place < state.notices.len() {
        state.notices.remove(place);
    }
}
