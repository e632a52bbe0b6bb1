//! The top bar: by which rules, for which market and day, and what to do with it.

mod calendar;

use egui::{Popup, PopupCloseBehavior, Response, ScrollArea, Ui};
use lucide_icons::Icon;

use crate::rulebook::{Market, Rulebook, builtins};

use super::command::{Command, Commands};
use super::state::State;
use super::theme::size;
use super::widgets::{MenuLabel, choice, command_button, icon_button, menu, menu_button, primary_button, soft};

/// The top bar.
pub fn top_bar_ui(ui: &mut Ui, state: &State, commands: &mut Commands) {
    let (texts, settings) = (&state.texts, &state.workspace.settings);
    let id = ui.scope_id().with("width of the buttons");
    let buttons: f32 = ui.data(|data| data.get_temp(id)).unwrap_or(BUTTONS_AT_FIRST);
    ui.horizontal(|ui| {
        ui.set_min_height(size::CONTROL);
        let gap = ui.spacing().item_spacing.x;
        let room = ui.available_width() - buttons - gap;
        // In a narrow window the menus' captions give way, then the buttons' words, then the market's own menu.
        let captions = room >= 640.0;
        let (words, markets) = (ui.available_width() >= WITH_WORDS, ui.available_width() >= WITH_MARKETS);
        let market = Command::SetMarket(settings.market).text(texts);
        let label = |caption: &str, value: String| {
            let caption = texts.get(caption);
            MenuLabel { caption, shows_caption: captions, value, ..MenuLabel::default() }
        };
        let market = label("market", market);
        let day = label("as-of", texts.date(settings.as_of));
        let others = day.width(ui) + gap + if markets { market.width(ui) + gap } else { 0.0 };
        rulebook_menu(ui, state, commands, (room - others).max(60.0), !markets);
        if markets {
            market_menu(ui, state, commands, &market);
        }
        date_menu(ui, state, commands, &day);

        ui.add_space((ui.available_width() - buttons).max(0.0));
        let [first, last] = if words { buttons_ui(ui, state, commands) } else { icons_ui(ui, state, commands) };
        let width = last.rect.right() - first.rect.left();
        if (width - buttons).abs() > 0.5 {
            ui.data_mut(|data| data.insert_temp(id, width));
            ui.ctx().request_discard("the buttons' width was not known");
        }
    });
}

/// A guess at the width of the buttons, until they were shown.
const BUTTONS_AT_FIRST: f32 = 150.0;
/// A narrower bar has no room for the buttons' words.
const WITH_WORDS: f32 = 600.0;
/// A still narrower one has the markets in the rulebooks' menu.
const WITH_MARKETS: f32 = 480.0;

fn buttons_ui(ui: &mut Ui, state: &State, commands: &mut Commands) -> [Response; 2] {
    let import = command_button(ui, state, commands, Command::Import);
    let can_print = state.can(&Command::Print);
    let print = ui.add_enabled_ui(can_print, |ui| primary_button(ui, state, commands, Command::Print)).inner;
    [import, print]
}

fn icons_ui(ui: &mut Ui, state: &State, commands: &mut Commands) -> [Response; 2] {
    ui.spacing_mut().item_spacing.x = 2.0;
    [(Icon::FileUp, Command::Import), (Icon::Printer, Command::Print)].map(|(icon, command)| {
        let button = |ui: &mut Ui| icon_button(ui, icon, &command.text(&state.texts), commands, command.clone());
        ui.add_enabled_ui(state.can(&command), button).inner
    })
}

fn rulebook_menu(ui: &mut Ui, state: &State, commands: &mut Commands, max_width: f32, is_small: bool) {
    let rulebook = &state.workspace.rulebook;
    let edition = |edition: &str| state.texts.with("edition", &[("edition", edition.to_owned().into())]);
    let title = state.texts.pick(&rulebook.title);
    let tail = if is_small { rulebook.edition.clone() } else { edition(&rulebook.edition) };
    let label = MenuLabel { value: title.to_owned(), tail, ..MenuLabel::default() };
    let how = if state.workspace.edition_is_chosen { "edition-chosen" } else { "edition-in-force" };
    let hint = format!("{title}\n{}", state.texts.get(how));
    let response = menu_button(ui, &label, max_width).on_hover_text(hint);
    let screen = ui.ctx().content_rect();
    let width = 340.0_f32.min(screen.width() - 40.0);
    let height = screen.bottom() - response.rect.bottom() - 24.0;
    menu(&response).width(width).show(|ui| {
        ScrollArea::vertical().max_height(height).show(ui, |ui| rulebooks_ui(ui, state, commands, is_small));
    });
}

fn rulebooks_ui(ui: &mut Ui, state: &State, commands: &mut Commands, with_markets: bool) {
    let mut shown: Vec<&str> = Vec::new();
    for competency in builtins() {
        if shown.contains(&competency.id.as_str()) {
            continue;
        }
        shown.push(&competency.id);
        competency_ui(ui, state, commands, competency);
    }
    if with_markets {
        ui.separator();
        soft(ui, state.texts.get("market"));
        markets_ui(ui, state, commands);
    }
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
    let response = menu_button(ui, item, f32::INFINITY);
    menu(&response).show(|ui| markets_ui(ui, state, commands));
}

fn markets_ui(ui: &mut Ui, state: &State, commands: &mut Commands) {
    for market in Market::ALL {
        choice(ui, state, commands, market == state.workspace.settings.market, Command::SetMarket(market));
    }
}

fn date_menu(ui: &mut Ui, state: &State, commands: &mut Commands, item: &MenuLabel) {
    let response = menu_button(ui, item, f32::INFINITY);
    Popup::from_toggle_button_response(&response)
        .close_behavior(PopupCloseBehavior::CloseOnClickOutside)
        .gap(4.0)
        .show(|ui| calendar::calendar_ui(ui, state, commands));
}
