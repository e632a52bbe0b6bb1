//! The boxes of a seat's clauses: ticks for what is held, and boxes that assume a pass by click.

use egui::{CursorIcon, Label, RichText, Role, Sense, Ui, WidgetInfo};

use crate::evaluator::{HeldClause, MissingClause, Taker};
use crate::report::phrases::{bundle_name, one_of};
use crate::rulebook::{Bundle, Rulebook};

use super::super::super::command::{Command, Commands};
use super::super::super::outcome::Outcome;
use super::super::super::seats::SeatView;
use super::super::super::state::State;
use super::super::super::theme::{size, tokens};
use super::super::super::widgets::{BoxLook, box_button, capitalised, menu, open_box, soft, tick};

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

/// A clause that is missing: a box that assumes a pass, where somebody could pass it, and what would fulfil the clause.
pub fn missing_ui(
    ui: &mut Ui,
    state: &State,
    commands: &mut Commands,
    outcome: &Outcome,
    view: &SeatView<'_>,
    missing: &MissingClause,
) {
    let exams = capitalised(&one_of(&missing.one_of, &outcome.rulebook, &state.texts));
    let exams = RichText::new(exams).size(size::BODY).color(tokens(ui).missing);
    let Some(person) = view.seat.person else {
        open_box(ui, &state.texts.get("missing"));
        ui.add(Label::new(exams).wrap());
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
    // The words are easier to hit than the box.
    let words = ui.add(Label::new(exams).wrap().sense(Sense::CLICK)).on_hover_cursor(CursorIcon::PointingHand);
    let button = button | words;
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
                    let name = bundle_name(bundle, &outcome.rulebook, &state.texts);
                    let titles = bundle.iter().map(|exam| state.texts.pick(&outcome.rulebook.exam(*exam).title));
                    let titles = titles.collect::<Vec<_>>().join(", ");
                    let choice = ui.selectable_label(false, format!("{name}  {titles}"));
                    choice.widget_info(|| WidgetInfo::labeled(Role::Button, true, &name));
                    if choice.clicked() {
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
