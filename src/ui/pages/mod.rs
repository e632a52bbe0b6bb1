//! The pages: each reads the state and pushes commands.

mod chart;
mod checklist;
mod filled;
mod form;
mod history;
mod import;
mod measure;
mod next;
mod options;
mod overview;
mod people;
mod person;
mod revenue;
mod rules;
mod settings;
mod sources;
mod start;
mod tools;
mod what_if;
mod why;

pub use options::toggle;
pub use person::place_text;
pub use sources::{MOST, cell_text, cells_ui, rows_ui};

use egui::{ScrollArea, Ui, UiBuilder};

use super::command::Commands;
use super::state::{Page, State};

/// The page that is shown.
pub fn page_ui(ui: &mut Ui, state: &State, commands: &mut Commands) {
    if state.page == Page::Import && state.review.current().is_some() {
        import::import_ui(ui, state, commands);
        return;
    }
    if state.page == Page::Settings {
        scrolled(ui, state.page.text_id(), |ui| settings::settings_ui(ui, state, commands));
        return;
    }
    if state.page == Page::Rules {
        scrolled(ui, state.page.text_id(), |ui| rules::rules_ui(ui, state, commands));
        return;
    }
    let Some(outcome) = &state.outcome else {
        start::start_ui(ui, state, commands);
        return;
    };
    if matches!(state.page, Page::Overview | Page::Checklist) {
        what_if::assumed_ui(ui, state, commands, outcome);
    }
    let id = state.page.text_id();
    match state.page {
        Page::Overview => scrolled(ui, id, |ui| overview::overview_ui(ui, state, commands, outcome)),
        Page::Checklist => scrolled(ui, id, |ui| checklist::checklist_ui(ui, state, commands, outcome)),
        Page::People => people::people_ui(ui, state, commands, outcome),
        Page::Revenue => revenue::revenue_ui(ui, state, commands, outcome),
        Page::Sources => scrolled(ui, id, |ui| sources::sources_ui(ui, state, commands, outcome)),
        Page::History => scrolled(ui, id, |ui| history::history_ui(ui, state, commands, outcome)),
        Page::Rules | Page::Settings | Page::Import => {}
    }
}

/// The width of the scroll bar and the gap beside it.
const SCROLL_BAR: f32 = 14.0;

fn scrolled(ui: &mut Ui, id: &str, page: impl FnOnce(&mut Ui)) {
    // The bar stands in the page's margin, not over the cards.
    let room = ui.available_rect_before_wrap().with_max_x(ui.max_rect().right() + SCROLL_BAR);
    ui.scope_builder(UiBuilder::new().max_rect(room), |ui| {
        ScrollArea::vertical().id_salt(id).auto_shrink(false).show(ui, |ui| {
            ui.set_max_width(ui.available_width() - SCROLL_BAR);
            page(ui);
            follow_focus(ui);
        });
    });
}

/// Scrolls so that what just got the keyboard is in sight.
fn follow_focus(ui: &Ui) {
    let focused = ui.memory(egui::Memory::focused).and_then(|id| ui.read_response(id));
    if let Some(widget) = focused.filter(|widget| widget.gained_focus() && widget.layer_id == ui.layer_id())
        && ui.min_rect().contains_rect(widget.rect)
        // What stands outside the page is never cut off by it, wherever the page is scrolled to.
        && !widget.interact_rect.contains_rect(widget.rect)
    {
        ui.scroll_to_rect(widget.rect, None);
    }
}
