//! Which of the ways to attain the competency is shown, where there is more than one.

use egui::Ui;

use super::super::command::{Command, Commands};
use super::super::outcome::Outcome;
use super::super::state::State;
use super::super::theme::tokens;

/// A button for each option.
pub fn options_ui(ui: &mut Ui, state: &State, commands: &mut Commands, outcome: &Outcome) {
    if outcome.rulebook.options.len() < 2 {
        return;
    }
    ui.horizontal_wrapped(|ui| {
        for (place, option) in outcome.rulebook.options.iter().enumerate() {
            toggle(ui, commands, state.option == place, state.texts.pick(&option.title), Command::ShowOption(place));
        }
    });
    ui.add_space(4.0);
}

/// One of several buttons of which one is always down.
pub fn toggle(ui: &mut Ui, commands: &mut Commands, selected: bool, text: &str, command: Command) {
    let tokens = tokens(ui);
    let (color, fill) = if selected { (tokens.panel, tokens.ink) } else { (tokens.ink, tokens.panel) };
    let text = egui::RichText::new(text).font(super::super::theme::semibold(13.0)).color(color);
    let button = egui::Button::selectable(selected, text).frame_when_inactive(true).fill(fill);
    if ui.add(button).clicked() {
        commands.push(command);
    }
}
