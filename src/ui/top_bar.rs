//! The top bar: by which rules, for which market and day, and what to do with it.

mod calendar;

use egui::{Layout, Popup, PopupCloseBehavior, Ui};

use crate::rulebook::{Market, builtins};

use super::command::{Command, Commands};
use super::state::State;
use super::widgets::{MenuLabel, choice, command_button, menu, menu_button, primary_button};

/// The top bar.
pub fn top_bar_ui(ui: &mut Ui, state: &State, commands: &mut Commands) {
    ui.with_layout(Layout::right_to_left(egui::Align::Center), |ui| {
        ui.add_enabled_ui(state.can_print(), |ui| primary_button(ui, state, commands, Command::Print));
        command_button(ui, state, commands, Command::Import);
        ui.with_layout(Layout::left_to_right(egui::Align::Center), |ui| {
            // In a narrow window the menus' captions give way, and then the rulebook's name.
            let (texts, settings) = (&state.texts, &state.workspace.settings);
            let captions = ui.available_width() >= 640.0;
            let market =
                MenuLabel::new(&texts.get("market"), &Command::SetMarket(settings.market).text(texts), captions);
            let day = MenuLabel::new(&texts.get("as-of"), &texts.date(settings.as_of), captions);
            let others = market.width(ui) + day.width(ui) + 2.0 * ui.spacing().item_spacing.x;
            rulebook_menu(ui, state, commands, (ui.available_width() - others - 8.0).max(80.0));
            market_menu(ui, state, commands, &market);
            date_menu(ui, state, commands, &day);
        });
    });
}

fn rulebook_menu(ui: &mut Ui, state: &State, commands: &mut Commands, max_width: f32) {
    let rulebook = &state.workspace.rulebook;
    let edition = |edition: &str| state.texts.with("edition", &[("edition", edition.to_owned().into())]);
    let title = format!("{} · {}", state.texts.pick(&rulebook.title), edition(&rulebook.edition));
    let response = menu_button(ui, &MenuLabel::plain(&title), max_width).on_hover_text(&title);
    menu(&response).width(320.0).show(|ui| {
        for other in builtins() {
            let selected = (&other.id, &other.edition) == (&rulebook.id, &rulebook.edition);
            let title = format!("{} · {}", state.texts.pick(&other.title), edition(&other.edition));
            if ui.selectable_label(selected, title).clicked() {
                commands.push(Command::UseRulebook { id: other.id.clone(), edition: other.edition.clone() });
            }
        }
    });
}

fn market_menu(ui: &mut Ui, state: &State, commands: &mut Commands, item: &MenuLabel) {
    let market = state.workspace.settings.market;
    let response = menu_button(ui, item, f32::INFINITY);
    menu(&response).show(|ui| {
        for other in Market::ALL {
            choice(ui, state, commands, other == market, Command::SetMarket(other));
        }
    });
}

fn date_menu(ui: &mut Ui, state: &State, commands: &mut Commands, item: &MenuLabel) {
    let response = menu_button(ui, item, f32::INFINITY);
    Popup::from_toggle_button_response(&response)
        .close_behavior(PopupCloseBehavior::CloseOnClickOutside)
        .gap(4.0)
        .show(|ui| calendar::calendar_ui(ui, state, commands));
}
