//! A person's panel: the seats they could take, what the files say of them, and what may be said of them.

mod credentials;
mod joined;
mod left;
mod roles;
mod seat;

pub use left::left_ui;

use egui::{Align, Key, Layout, Modifiers, Popup, ScrollArea, Ui};
use lucide_icons::Icon;

use crate::ledger::{PersonId, Place};

use super::super::command::{Command, Commands};
use super::super::outcome::Outcome;
use super::super::state::State;
use super::super::widgets::{card_frame, icon_button, soft, strong};
use super::checklist::known_by;

/// A person's panel. Escape closes it.
pub fn person_ui(ui: &mut Ui, state: &State, commands: &mut Commands, outcome: &Outcome, id: PersonId) {
    let Some(person) = outcome.ledger.people.get(id.0) else {
        return;
    };
    let texts = &state.texts;
    if is_escaped(ui, state) {
        commands.push(Command::SelectPerson(None));
    }
    card_frame(ui).inner_margin(14).show(ui, |ui| {
        ui.set_min_size(ui.available_size());
        ui.with_layout(Layout::right_to_left(Align::Min), |ui| {
            let close = Command::SelectPerson(None);
            icon_button(ui, Icon::X, &close.text(texts), commands, close);
            let print = Command::PrintPerson(person.id.clone());
            ui.add_enabled_ui(state.can_print(), |ui| {
                icon_button(ui, Icon::Printer, &print.text(texts), commands, print);
            });
            ui.with_layout(Layout::top_down(Align::Min), |ui| {
                strong(ui, person.label());
                let known_by = known_by(person, texts);
                if !known_by.is_empty() {
                    soft(ui, known_by);
                }
            });
        });
        ScrollArea::vertical().id_salt(("person", id.0)).auto_shrink(false).show(ui, |ui| {
            // The bar stands beside the text, not over it.
            ui.set_max_width(ui.available_width() - 8.0);
            seat::seat_ui(ui, state, commands, outcome, id, person);
            if let Some(view) = &state.person {
                roles::roles_ui(ui, state, commands, outcome, person, view);
            }
            joined::joined_ui(ui, state, commands, outcome, person);
            credentials::credentials_ui(ui, state, commands, outcome, id, person);
        });
    });
}

/// Whether Escape closes the panel. A menu, a dialog and a field take it for themselves.
pub fn is_escaped(ui: &Ui, state: &State) -> bool {
    let is_asked = state.file.ask.is_some() || state.form.is_some() || state.changes.is_some();
    let is_free = !Popup::is_any_open(ui.ctx()) && !ui.ctx().text_edit_focused() && !is_asked;
    is_free && ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Escape))
}

/// "skills.xlsx · Export · 12".
pub fn place_text(place: &Place) -> String {
    let row = place.row.to_string();
    let parts = [&*place.file, &place.sheet, row.as_str()];
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ")
}
