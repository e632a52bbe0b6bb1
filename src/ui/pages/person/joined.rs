//! A person who stands in the files as several: who was joined, and a way to join more.

use egui::{Label, Popup, PopupCloseBehavior, RichText, ScrollArea, TextEdit, Ui};

use crate::ledger::Person;

use super::super::super::command::{Command, Commands};
use super::super::super::outcome::Outcome;
use super::super::super::state::State;
use super::super::super::theme::{size, tokens};
use super::super::super::widgets::{action_button, name_field, section_head, soft};
use super::super::checklist::known_by;

/// Who was joined with a person, and a menu to join somebody else.
pub fn joined_ui(ui: &mut Ui, state: &State, commands: &mut Commands, outcome: &Outcome, person: &Person) {
    let texts = &state.texts;
    ui.add_space(6.0);
    spellings_ui(ui, state);
    let pairs = pairs_of(&state.workspace.corrections.same, &person.id);
    if !pairs.is_empty() {
        section_head(ui, &texts.get("joined"));
    }
    for (a, b) in pairs {
        ui.horizontal_wrapped(|ui| {
            let text = texts.with("joined-pair", &[("a", a.as_str().into()), ("b", b.as_str().into())]);
            ui.label(RichText::new(text).size(size::SECTION));
            let command = Command::TakeBackPair { pair: (a.clone(), b.clone()) };
            if action_button(ui, &command.text(texts)).clicked() {
                commands.push(command);
            }
        });
    }
    let button = action_button(ui, &texts.get("join-with"));
    Popup::from_toggle_button_response(&button)
        .close_behavior(PopupCloseBehavior::CloseOnClickOutside)
        .gap(4.0)
        .show(|ui| others_ui(ui, state, commands, outcome, person));
    ui.add_space(4.0);
}

/// How many ways to write somebody are listed.
const SPELLINGS: usize = 12;

/// How the files write the person, where they do so in several ways.
fn spellings_ui(ui: &mut Ui, state: &State) {
    let texts = &state.texts;
    let Some(view) = state.person.as_ref().filter(|view| !view.spellings.is_empty()) else { return };
    section_head(ui, &texts.get("written-as"));
    for keys in view.spellings.iter().take(SPELLINGS) {
        let id = (!keys.mcp_id.is_empty()).then(|| texts.with("mcp-id", &[("id", keys.mcp_id.as_str().into())]));
        let parts = [Some(&keys.name), Some(&keys.office_email), Some(&keys.personal_email), id.as_ref()];
        let parts: Vec<&str> = parts.into_iter().flatten().map(String::as_str).filter(|it| !it.is_empty()).collect();
        soft(ui, parts.join(" · "));
    }
    ui.add_space(4.0);
}

/// The pairs that made a person one, directly or through others.
fn pairs_of<'a>(same: &'a [(String, String)], id: &'a str) -> Vec<&'a (String, String)> {
    let mut names = vec![id];
    let mut found: Vec<&(String, String)> = Vec::new();
    loop {
        let touches = |(a, b): &&(String, String)| names.contains(&a.as_str()) || names.contains(&b.as_str());
        let Some(pair) = same.iter().filter(|pair| !found.contains(pair)).find(touches) else {
            return found;
        };
        names.extend([pair.0.as_str(), pair.1.as_str()]);
        found.push(pair);
    }
}

fn others_ui(ui: &mut Ui, state: &State, commands: &mut Commands, outcome: &Outcome, person: &Person) {
    let texts = &state.texts;
    ui.set_width(260.0);
    let mut search = state.people.search_other.clone();
    let label = texts.get("search-other");
    let response = ui.add(TextEdit::singleline(&mut search).hint_text(&label).desired_width(f32::INFINITY));
    name_field(&response, &search, &label);
    if response.changed() {
        commands.push(Command::SearchOther(search));
    }
    let found = state.person.iter().flat_map(|view| &view.others);
    let others: Vec<&Person> = found.filter_map(|other| outcome.ledger.people.get(other.0)).collect();
    if others.is_empty() {
        soft(ui, texts.get("nobody-found"));
    }
    ScrollArea::vertical().max_height(280.0).show(ui, |ui| {
        for other in others {
            let known_by = known_by(other, texts);
            if ui.selectable_label(false, other.label()).on_hover_text(&known_by).clicked() {
                commands.push(Command::Join { pair: (person.id.clone(), other.id.clone()) });
                ui.close();
            }
            if !known_by.is_empty() {
                ui.horizontal(|ui| {
                    ui.add_space(12.0);
                    ui.add(Label::new(RichText::new(known_by).size(11.5).color(tokens(ui).soft)).truncate());
                });
            }
        }
    });
    soft(ui, texts.get("join-can-be-undone"));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check_pairs(same: &[(&str, &str)], id: &str, expected: usize) {
        let same: Vec<_> = same.iter().map(|(a, b)| ((*a).to_owned(), (*b).to_owned())).collect();
        assert_eq!(pairs_of(&same, id).len(), expected, "{id}");
    }

    #[test]
    fn pairs_are_found_through_others() {
        let same = [("a", "b"), ("c", "d"), ("b", "c"), ("x", "y")];
        check_pairs(&same, "a", 3);
        check_pairs(&same, "y", 1);
        check_pairs(&same, "z", 0);
    }
}
