//! What if: boxes that assume a pass by click, and the line that tells how much is assumed.

use egui::{Frame, Margin, RichText, Ui};
use lucide_icons::Icon;

use crate::evaluator::{HeldClause, MissingClause, Taker};
use crate::report::phrases::bundle_name;
use crate::rulebook::{Bundle, Rulebook};

use super::super::command::{Command, Commands};
use super::super::outcome::Outcome;
use super::super::seats::SeatView;
use super::super::state::State;
use super::super::theme::{self, size, tokens};
use super::super::widgets::{BoxLook, box_button, command_button, decoration, menu, open_box, soft, tick};

/// How much is assumed, and a way out; nothing where nothing is.
pub fn assumed_ui(ui: &mut Ui, state: &State, commands: &mut Commands) {
    let count = state.workspace.assumptions.passes.len();
    if count == 0 {
        return;
    }
    let tokens = tokens(ui);
    let frame = Frame::new()
        .fill(tokens.assumed_bg)
        .corner_radius(size::CONTROL_RADIUS)
        .inner_margin(Margin::symmetric(12, 4))
        .outer_margin(Margin { bottom: 8, ..Margin::ZERO });
    frame.show(ui, |ui| {
        ui.horizontal(|ui| {
            ui.set_min_height(size::CONTROL);
            decoration(ui, Icon::Lightbulb, 16.0, tokens.assumed);
            let text = state.texts.with("count-assumed", &[("count", count.into())]);
            ui.label(RichText::new(text).font(theme::semibold(size::SECTION)).color(tokens.assumed));
            command_button(ui, state, commands, Command::ClearAssumptions);
        });
    });
}

/// The box of a clause that is held: a tick, or a button that takes the assumption back.
pub fn held_box(
    ui: &mut Ui,
    state: &State,
    commands: &mut Commands,
    outcome: &Outcome,
    view: &SeatView<'_>,
    held: &HeldClause,
) {
    let person = view.seat.person.filter(|_| held.assumed);
    let Some(person) = person else {
        tick(ui, &state.texts.get("held"));
        return;
    };
    let person = outcome.ledger.person(person).id.clone();
    let undo = Command::AssumePassed { person, exams: codes(&held.bundle, &outcome.rulebook), assume: false };
    let name = undo.text(&state.texts);
    if box_button(ui, BoxLook::Assumed, &name).on_hover_text(name).clicked() {
        commands.push(undo);
    }
}

/// The box of a clause that is missing: a button that assumes a pass, where somebody could pass it.
pub fn missing_box(
    ui: &mut Ui,
    state: &State,
    commands: &mut Commands,
    outcome: &Outcome,
    view: &SeatView<'_>,
    missing: &MissingClause,
) {
    let Some(person) = view.seat.person else {
        open_box(ui, &state.texts.get("missing"));
        return;
    };
    let person = outcome.ledger.person(person);
    let assume = |bundle: &Bundle| Command::AssumePassed {
        person: person.id.clone(),
        exams: codes(bundle, &outcome.rulebook),
        assume: true,
    };
    let name = state.texts.get("command-assume");
    let button = box_button(ui, BoxLook::Open, &name).on_hover_text(&name);
    match (missing.one_of.as_slice(), view.taker) {
        ([only], Taker::Person(_)) => {
            if button.clicked() {
                commands.push(assume(only));
            }
        }
        // Where several would do, or several people, the menu says what is assumed of whom.
        (several, _) => {
            menu(&button).show(|ui| {
                soft(ui, state.texts.with("assume-who-passed", &[("who", person.label().into())]));
                for bundle in several {
                    let text = bundle_name(bundle, &outcome.rulebook, &state.texts);
                    if ui.selectable_label(false, text).clicked() {
                        commands.push(assume(bundle));
                    }
                }
            });
        }
    }
}

fn codes(bundle: &Bundle, rulebook: &Rulebook) -> Vec<String> {
    bundle.iter().map(|exam| rulebook.exam(*exam).code.clone()).collect()
}
