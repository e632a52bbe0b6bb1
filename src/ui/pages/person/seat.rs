//! Which seat a person takes or is to take, and what would become of the levels without them.

use egui::{Label, RichText, Ui};

use crate::ledger::{Person, PersonId};
use crate::rulebook::LevelId;
use crate::texts::Texts;

use super::super::super::command::{Command, Commands};
use super::super::super::outcome::Outcome;
use super::super::super::person_view::PersonView;
use super::super::super::state::State;
use super::super::super::theme::{size, tokens};
use super::super::super::widgets::{MenuLabel, command_button, menu, menu_button, uncapitalised};

/// The seat, the choice of another, and "what if they leave".
pub fn seat_ui(ui: &mut Ui, state: &State, commands: &mut Commands, outcome: &Outcome, id: PersonId, person: &Person) {
    let texts = &state.texts;
    let is_kept_out = state.workspace.settings.kept_out.contains(&person.id);
    for sentence in state.person.iter().flat_map(|view| sentences(view, is_kept_out, texts)) {
        paragraph(ui, &sentence);
    }
    let seats = outcome.seats(state.option, outcome.highest_level(state.option));
    let seat = seats.iter().find(|seat| seat.taker == crate::evaluator::Taker::Person(id));
    if let Some(stand_ins) = seat.and_then(|seat| state.result(outcome).stand_ins(seat.role_result)) {
        paragraph(ui, &stand_ins);
    }
    ui.add_space(2.0);
    if let Some(view) = &state.person {
        seat_menu(ui, state, commands, person, view, is_kept_out);
    }
    command_button(ui, state, commands, Command::AssumeLeft { person: person.id.clone(), assume: true });
}

/// What the person takes in each level, and what they are missed by.
fn sentences(view: &PersonView, is_kept_out: bool, texts: &Texts) -> Vec<String> {
    let taken = view.roles.iter().filter(|role| !role.takes.is_empty()).map(|role| {
        let values = [
            ("role", uncapitalised(texts.pick(&role.title)).into()),
            ("levels", levels_text(&role.takes, texts).into()),
        ];
        texts.with("takes-seat-in", &values)
    });
    let mut sentences: Vec<String> = taken.collect();
    if sentences.is_empty() {
        sentences.push(texts.get(if is_kept_out { "is-kept-out" } else { "takes-no-seat" }));
    }
    for (level, would_be_lost) in &view.missed_by {
        let id = if *would_be_lost { "without-them-lost" } else { "without-them-more" };
        sentences.push(texts.with(id, &[("level", texts.get(&format!("level-{level}")).into())]));
    }
    sentences
}

/// "Silver and Gold".
pub fn levels_text(levels: &[LevelId], texts: &Texts) -> String {
    let names = levels.iter().map(|level| texts.get(&format!("level-{level}")));
    let and = |first: String, second: String| {
        texts.with(texts.and_before(&second), &[("first", first.into()), ("second", second.clone().into())])
    };
    names.reduce(and).unwrap_or_default()
}

/// Whichever seat suits, that of a role, or none.
fn seat_menu(
    ui: &mut Ui,
    state: &State,
    commands: &mut Commands,
    person: &Person,
    view: &PersonView,
    is_kept_out: bool,
) {
    let (texts, settings) = (&state.texts, &state.workspace.settings);
    let who = || person.id.clone();
    let pinned = settings.pins.get(&person.id);
    let free = if is_kept_out {
        Command::KeepOut { person: who(), keep_out: false }
    } else {
        Command::Pin { person: who(), role: None }
    };
    let mut choices = vec![(pinned.is_none() && !is_kept_out, texts.get("seat-that-suits"), free)];
    let mut ids: Vec<&str> = Vec::new();
    for role in &view.roles {
        if !ids.contains(&role.id.as_str()) {
            ids.push(&role.id);
            let pin = Command::Pin { person: who(), role: Some(role.id.clone()) };
            choices.push((pinned == Some(&role.id), texts.pick(&role.title).to_owned(), pin));
        }
    }
    choices.push((is_kept_out, texts.get("seat-none"), Command::KeepOut { person: who(), keep_out: true }));
    let value = choices.iter().find(|(chosen, ..)| *chosen).map(|(_, text, _)| text.clone()).unwrap_or_default();
    let label = MenuLabel { caption: texts.get("choose-seat"), shows_caption: true, value, ..MenuLabel::default() };
    let button = menu_button(ui, &label, ui.available_width());
    menu(&button).show(|ui| {
        for (chosen, text, command) in choices {
            if ui.selectable_label(chosen, text).clicked() && !chosen {
                commands.push(command);
            }
        }
    });
}

fn paragraph(ui: &mut Ui, sentence: &str) {
    ui.add(Label::new(RichText::new(sentence).size(size::SECTION).color(tokens(ui).ink)).wrap());
}
