//! Two people who may be one, and the user's word on it.

use egui::{Align, Layout, Margin, RichText, ScrollArea, Ui};

use crate::ledger::{PersonId, Suggestion};

use super::super::super::command::{Command, Commands};
use super::super::super::outcome::Outcome;
use super::super::super::state::State;
use super::super::super::theme::{self, size};
use super::super::super::widgets::{card_frame, command_button, section_head, soft};
use super::super::checklist::known_by;
use super::super::person::left_ui;

/// In a narrower page the buttons stand below the names; beside somebody's panel there is no room for them at all.
const NARROW: f32 = 480.0;
/// How many pairs are listed; when one is settled, the next comes.
const LISTED: usize = 50;
/// How high the card may grow before it scrolls.
const MOST: f32 = 168.0;

/// The people who are assumed to have left and those who may be one; nothing where there are none.
pub fn likely_ui(ui: &mut Ui, state: &State, commands: &mut Commands, outcome: &Outcome) {
    left_ui(ui, state, commands, outcome);
    let suggestions = &outcome.ledger.suggestions;
    if suggestions.is_empty() || (ui.available_width() < NARROW && state.people.selected.is_some()) {
        return;
    }
    card_frame(ui).inner_margin(Margin::symmetric(14, 10)).show(ui, |ui| {
        ui.set_min_width(ui.available_width());
        section_head(ui, &state.texts.with("likely-one", &[("count", suggestions.len().into())]));
        ScrollArea::vertical().id_salt("likely").max_height(MOST).auto_shrink([false, true]).show(ui, |ui| {
            for suggestion in suggestions.iter().take(LISTED) {
                suggestion_ui(ui, state, commands, outcome, suggestion);
            }
        });
    });
    ui.add_space(4.0);
}

fn suggestion_ui(ui: &mut Ui, state: &State, commands: &mut Commands, outcome: &Outcome, suggestion: &Suggestion) {
    let people = &outcome.ledger.people;
    let (Some(a), Some(b)) = (people.get(suggestion.a.0), people.get(suggestion.b.0)) else { return };
    let pair = (a.id.clone(), b.id.clone());
    let (join, part) = (Command::Join { pair: pair.clone() }, Command::Part { pair });
    let both = |ui: &mut Ui| {
        ui.spacing_mut().item_spacing.y = 2.0;
        for person in [suggestion.a, suggestion.b] {
            one_ui(ui, state, outcome, person);
        }
        let mut why = state.texts.get(&format!("likeness-{}", suggestion.why.as_str()));
        if suggestion.is_contradicted {
            why = format!("{why}; {}", state.texts.get("likeness-contradicted"));
        }
        soft(ui, why);
    };
    if ui.available_width() < NARROW {
        both(ui);
        ui.horizontal_wrapped(|ui| {
            command_button(ui, state, commands, join);
            command_button(ui, state, commands, part);
        });
    } else {
        ui.horizontal(|ui| {
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                ui.add_space(8.0);
                command_button(ui, state, commands, part);
                command_button(ui, state, commands, join);
                ui.with_layout(Layout::top_down(Align::Min), both);
            });
        });
    }
    ui.add_space(4.0);
}

/// "Ana Núñez  MCP 7470319 · ana.nunez@alboran.es · MB2-714, MB2-710".
fn one_ui(ui: &mut Ui, state: &State, outcome: &Outcome, id: PersonId) {
    let Some(person) = outcome.ledger.people.get(id.0) else { return };
    let credentials = outcome.ledger.credentials.get(outcome.credentials_of(id)).unwrap_or_default();
    let mut exams: Vec<&str> = credentials.iter().map(|it| &*it.exam).collect();
    exams.dedup();
    let parts = [known_by(person, &state.texts), exams.join(", ")];
    let known = parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ");
    ui.horizontal(|ui| {
        ui.add(egui::Label::new(RichText::new(person.label()).font(theme::semibold(size::BODY))).truncate());
        ui.add(egui::Label::new(RichText::new(known).size(size::SMALL)).truncate());
    });
}
