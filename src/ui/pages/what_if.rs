//! What if: the line that tells how much is assumed, and the list of what is assumed and what it changes.

use egui::{Frame, Label, Margin, RichText, Ui};
use lucide_icons::Icon;

use crate::report::phrases::verdict;
use crate::workspace::Workspace;

use super::super::command::{Command, Commands};
use super::super::outcome::Outcome;
use super::super::state::State;
use super::super::theme::{self, size, tokens};
use super::super::widgets::{
    action_button, assumed_tick, command_button, decoration, icon_button, menu, section_head, soft,
};

/// How much is assumed, and a way out; nothing where nothing is.
pub fn assumed_ui(ui: &mut Ui, state: &State, commands: &mut Commands, outcome: &Outcome) {
    if outcome.ledger.assumptions.is_empty() {
        return;
    }
    let tokens = tokens(ui);
    let frame = Frame::new()
        .fill(tokens.assumed_bg)
        .corner_radius(size::CONTROL_RADIUS)
        .inner_margin(Margin::symmetric(12, 4))
        .outer_margin(Margin { bottom: 8, ..Margin::ZERO });
    frame.show(ui, |ui| {
        ui.set_min_width(ui.available_width());
        ui.horizontal_wrapped(|ui| {
            ui.set_min_height(size::CONTROL);
            decoration(ui, Icon::Lightbulb, 16.0, tokens.assumed);
            let what = state.result(outcome).assumed();
            let text = state.texts.with("with-assumed", &[("what", what.into())]);
            ui.label(RichText::new(text).font(theme::semibold(size::SECTION)).color(tokens.assumed));
            command_button(ui, state, commands, Command::ClearAssumptions);
            let each = action_button(ui, &state.texts.get("show-each"));
            menu(&each).show(|ui| {
                ui.set_max_width(EACH);
                each_ui(ui, state, commands, outcome);
            });
        });
    });
}

/// The width of the list that the line opens.
const EACH: f32 = 340.0;

/// All that is assumed, each with a way to undo it, and what it changes; nothing where nothing is.
pub fn assumptions_ui(ui: &mut Ui, state: &State, commands: &mut Commands, outcome: &Outcome) {
    if outcome.ledger.assumptions.is_empty() {
        return;
    }
    section_head(ui, &state.texts.get("what-if"));
    soft(ui, changes(state, outcome));
    each_ui(ui, state, commands, outcome);
    ui.add_space(10.0);
}

fn each_ui(ui: &mut Ui, state: &State, commands: &mut Commands, outcome: &Outcome) {
    let assumed = state.texts.get("assumed");
    for (sentence, undo) in state.result(outcome).assumptions().into_iter().zip(undos(&state.workspace)) {
        ui.horizontal_top(|ui| {
            assumed_tick(ui, &assumed);
            let width = ui.available_width() - UNDO;
            ui.scope(|ui| {
                ui.set_width(width);
                ui.add(Label::new(RichText::new(&sentence).size(size::SECTION).color(tokens(ui).assumed)).wrap());
            });
            let name = state.texts.with("forget-assumed", &[("what", sentence.as_str().into())]);
            icon_button(ui, Icon::X, &name, commands, undo);
        });
    }
}

/// The room for the button at a line's end.
const UNDO: f32 = 34.0;

/// What undoes each assumption, in the order in which they are told.
fn undos(workspace: &Workspace) -> impl Iterator<Item = Command> {
    let assumed = &workspace.assumptions;
    let passes = assumed.passes.iter().map(|pass| Command::AssumePassed {
        person: pass.person.clone(),
        exams: vec![pass.exam.to_string()],
        assume: false,
    });
    let leavers = assumed.leavers.iter().map(|person| Command::AssumeLeft { person: person.clone(), assume: false });
    passes.chain(leavers).chain((0..assumed.sales.len()).map(Command::ForgetSale))
}

/// What the assumptions change: "Silver: 1 exam away → Ready".
fn changes(state: &State, outcome: &Outcome) -> String {
    let texts = &state.texts;
    let changes = outcome.levels(state.option).filter_map(|(_, level)| {
        let before = verdict(outcome.plain_level(state.option, level.id)?, texts);
        let after = verdict(level, texts);
        let name = texts.get(&format!("level-{}", level.id));
        let values = [("level", name.into()), ("before", before.as_str().into()), ("after", after.as_str().into())];
        (before != after).then(|| texts.with("verdict-change", &values))
    });
    let changes: Vec<String> = changes.collect();
    if changes.is_empty() { texts.get("verdict-same") } else { changes.join(" · ") }
}
