//! The people who are assumed to have left, each with a way back.

use egui::{Label, Layout, Margin, RichText, Ui};
use lucide_icons::Icon;

use super::super::super::command::{Command, Commands};
use super::super::super::outcome::Outcome;
use super::super::super::state::State;
use super::super::super::theme::{size, tokens};
use super::super::super::widgets::{card_frame, command_button, decoration};

/// So many are listed; each way back brings the next in sight.
const LISTED: usize = 5;

/// Who is assumed to have left; nothing where nobody is.
pub fn left_ui(ui: &mut Ui, state: &State, commands: &mut Commands, outcome: &Outcome) {
    let left = &outcome.ledger.left;
    if left.is_empty() {
        return;
    }
    card_frame(ui).inner_margin(Margin::symmetric(14, 6)).show(ui, |ui| {
        ui.set_min_width(ui.available_width());
        for person in left.iter().take(LISTED) {
            ui.horizontal(|ui| {
                ui.with_layout(Layout::right_to_left(egui::Align::Center), |ui| {
                    let back = Command::AssumeLeft { person: person.id.clone(), assume: false };
                    command_button(ui, state, commands, back);
                    ui.with_layout(Layout::left_to_right(egui::Align::Center), |ui| {
                        decoration(ui, Icon::Lightbulb, 16.0, tokens(ui).assumed);
                        let text = state.texts.with("assumed-left", &[("who", person.label().into())]);
                        let text = RichText::new(text).size(size::SECTION).color(tokens(ui).assumed);
                        ui.add(Label::new(text).truncate());
                    });
                });
            });
        }
    });
    ui.add_space(4.0);
}
