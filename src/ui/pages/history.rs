//! History: the results that were kept, what changed between two of them, and why a level moved.

mod changes;
mod words;

use chrono::NaiveDate;
use egui::{Align, Label, Layout, RichText, Ui};
use lucide_icons::Icon;

use crate::workspace::history::{LevelResult, Snapshot};

use super::super::command::{Command, Commands};
use super::super::outcome::Outcome;
use super::super::past::Looked;
use super::super::state::State;
use super::super::theme::{self, size};
use super::super::widgets::{
    MenuLabel, Tone, card, chip, choice, command_button, icon_button, menu, menu_button, section_head, soft, strong,
};

/// The past results.
pub fn history_ui(ui: &mut Ui, state: &State, commands: &mut Commands, outcome: &Outcome) {
    ui.horizontal(|ui| {
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            ui.add_enabled_ui(state.can_keep_result(), |ui| {
                command_button(ui, state, commands, Command::KeepResult);
            });
            ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                let title = RichText::new(state.texts.get("page-history")).font(theme::semibold(size::VERDICT));
                ui.add(Label::new(title).truncate());
            });
        });
    });
    soft(ui, state.texts.get("history-what"));
    ui.add_space(4.0);
    let Some(looked) = &state.history.looked else {
        return;
    };
    if let Some(before) = &looked.before {
        card(ui, |ui| {
            section_head(ui, &state.texts.get("history-changes"));
            which_ui(ui, state, commands, looked, before);
            ui.add_space(4.0);
            if let Some(difference) = &looked.difference {
                changes::changes_ui(ui, state, outcome, before, &looked.after, difference);
            }
        });
        ui.add_space(4.0);
    }
    card(ui, |ui| {
        section_head(ui, &state.texts.get("history-results"));
        result_ui(ui, state, commands, &looked.now, None);
        for result in state.workspace.snapshots.iter().rev() {
            ui.separator();
            result_ui(ui, state, commands, result, Some(result.taken));
        }
        if state.workspace.snapshots.is_empty() {
            ui.separator();
            soft(ui, state.texts.get("history-none"));
        }
    });
}

/// Which two are compared.
fn which_ui(ui: &mut Ui, state: &State, commands: &mut Commands, looked: &Looked, before: &Snapshot) {
    let texts = &state.texts;
    let days: Vec<NaiveDate> = state.workspace.snapshots.iter().rev().map(|result| result.taken).collect();
    let label = |caption: &str, value: String| MenuLabel {
        caption: texts.get(caption),
        shows_caption: true,
        value,
        ..MenuLabel::default()
    };
    ui.horizontal_wrapped(|ui| {
        let from = label("history-from", texts.date(before.taken));
        let response = menu_button(ui, &from, f32::INFINITY);
        menu(&response).show(|ui| {
            for day in &days {
                choice(ui, state, commands, *day == before.taken, Command::CompareFrom(*day));
            }
        });
        let after = (!looked.is_until_now()).then_some(looked.after.taken);
        let to = label("history-to", Command::CompareTo(after).text(texts));
        let response = menu_button(ui, &to, f32::INFINITY);
        menu(&response).show(|ui| {
            for day in std::iter::once(None).chain(days.iter().copied().map(Some)) {
                choice(ui, state, commands, day == after, Command::CompareTo(day));
            }
        });
    });
}

/// A result: its day and edition, and how far each level was.
fn result_ui(ui: &mut Ui, state: &State, commands: &mut Commands, result: &Snapshot, taken: Option<NaiveDate>) {
    let texts = &state.texts;
    ui.horizontal(|ui| {
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            if let Some(day) = taken {
                let command = Command::RemoveResult(day);
                let name = format!("{}, {}", command.text(texts), texts.date(day));
                icon_button(ui, Icon::Trash2, &name, commands, command);
            }
            ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                ui.vertical(|ui| {
                    ui.spacing_mut().item_spacing.y = 3.0;
                    strong(ui, Command::CompareTo(taken).text(texts));
                    let edition = words::edition(&result.edition, texts);
                    let mut about = vec![edition];
                    if taken != Some(result.settings.as_of) {
                        let day = texts.date(result.settings.as_of).into();
                        about.push(texts.with("history-as-of", &[("day", day)]));
                    }
                    soft(ui, about.join(" · "));
                    ui.horizontal_wrapped(|ui| {
                        for level in levels_of(state, result) {
                            let tone = if level.met { Tone::Good } else { Tone::Plain };
                            let name = texts.get(&format!("level-{}", level.level));
                            chip(ui, &format!("{name}  {}", words::verdict(level, texts)), tone);
                        }
                    });
                });
            });
        });
    });
}

/// The levels of the option that is shown; of the first where the result has no such option.
fn levels_of<'a>(state: &State, result: &'a Snapshot) -> impl Iterator<Item = &'a LevelResult> {
    let shown = state.workspace.rulebook.options.get(state.option).map(|option| option.id.as_str());
    let has = |id: &&str| result.levels.iter().any(|level| level.option == *id);
    let option = shown.filter(has).or(result.levels.first().map(|level| level.option.as_str()));
    let option = option.unwrap_or_default().to_owned();
    result.levels.iter().filter(move |level| level.option == option)
}
