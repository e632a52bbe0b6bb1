//! The top bar: by which rules, for which market and day, and what to do with it.

mod calendar;

use egui::{Popup, PopupCloseBehavior, Ui};

use crate::rulebook::{Market, Rulebook, builtins};

use super::command::{Command, Commands};
use super::state::State;
use super::theme::size;
use super::widgets::{MenuLabel, choice, command_button, menu, menu_button, primary_button};

/// The top bar.
pub fn top_bar_ui(ui: &mut Ui, state: &State, commands: &mut Commands) {
    let (texts, settings) = (&state.texts, &state.workspace.settings);
    let id = ui.scope_id().with("width of the buttons");
    let buttons: f32 = ui.data(|data| data.get_temp(id)).unwrap_or(BUTTONS_AT_FIRST);
    ui.horizontal(|ui| {
        ui.set_min_height(size::CONTROL);
        let gap = ui.spacing().item_spacing.x;
        let room = ui.available_width() - buttons - gap;
        // In a narrow window the menus' captions give way, and then the rulebook's name.
        let captions = room >= 640.0;
        let market = Command::SetMarket(settings.market).text(texts);
        let label = |caption: &str, value: String| {
            let caption = texts.get(caption);
            MenuLabel { caption, shows_caption: captions, value, ..MenuLabel::default() }
        };
        let market = label("market", market);
        let day = label("as-of", texts.date(settings.as_of));
        let others = market.width(ui) + day.width(ui) + 2.0 * gap;
        rulebook_menu(ui, state, commands, (room - others).max(60.0));
        market_menu(ui, state, commands, &market);
        date_menu(ui, state, commands, &day);

        ui.add_space((ui.available_width() - buttons).max(0.0));
        let first = command_button(ui, state, commands, Command::Import);
        let last = ui.add_enabled_ui(state.can_print(), |ui| primary_button(ui, state, commands, Command::Print)).inner;
        let width = last.rect.right() - first.rect.left();
        if (width - buttons).abs() > 0.5 {
            ui.data_mut(|data| data.insert_temp(id, width));
            ui.ctx().request_discard("the buttons' width was not known");
        }
    });
}

/// A guess at the width of the buttons, until they were shown.
const BUTTONS_AT_FIRST: f32 = 150.0;

fn rulebook_menu(ui: &mut Ui, state: &State, commands: &mut Commands, max_width: f32) {
    let rulebook = &state.workspace.rulebook;
    let edition = |edition: &str| state.texts.with("edition", &[("edition", edition.to_owned().into())]);
    let title = state.texts.pick(&rulebook.title);
    let label = MenuLabel { value: title.to_owned(), tail: edition(&rulebook.edition), ..MenuLabel::default() };
    let how = if state.workspace.edition_is_chosen { "edition-chosen" } else { "edition-in-force" };
    let hint = format!("{title}\n{}", state.texts.get(how));
    let response = menu_button(ui, &label, max_width).on_hover_text(hint);
    menu(&response).width(340.0).show(|ui| {
        let mut shown: Vec<&str> = Vec::new();
        for competency in builtins() {
            if shown.contains(&competency.id.as_str()) {
                continue;
            }
            shown.push(&competency.id);
            competency_ui(ui, state, commands, competency);
        }
    });
}

/// A competency: the edition in force on the day, and each edition where there are several.
fn competency_ui(ui: &mut Ui, state: &State, commands: &mut Commands, competency: &Rulebook) {
    let (texts, workspace) = (&state.texts, &state.workspace);
    let id = &competency.id;
    let mut row = |ui: &mut Ui, selected: bool, text: String, edition: Option<String>| {
        if ui.selectable_label(selected, text).clicked() {
            commands.push(Command::UseRulebook { id: id.clone(), edition });
        }
    };
    let is_used = *id == workspace.rulebook.id;
    let editions: Vec<&Rulebook> = builtins().iter().filter(|other| other.id == *id).collect();
    row(ui, is_used && !workspace.edition_is_chosen, texts.pick(&competency.title).to_owned(), None);
    if editions.len() < 2 {
        return;
    }
    ui.indent(id, |ui| {
        for other in editions {
            let selected = is_used && workspace.edition_is_chosen && other.edition == workspace.rulebook.edition;
            let values = [("edition", other.edition.as_str().into()), ("day", texts.date(other.in_force_from).into())];
            row(ui, selected, texts.with("edition-from", &values), Some(other.edition.clone()));
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
