//! Other rules: those of the program by competency and edition, and a file of the user's.

use egui::{Label, RichText, Ui};

use crate::rulebook::{Rulebook, builtins};

use super::super::super::command::{Command, Commands};
use super::super::super::state::State;
use super::super::super::theme::{self, size};
use super::super::super::widgets::{action_button, choice, menu, soft};

/// A button that opens the list.
pub fn others_ui(ui: &mut Ui, state: &State, commands: &mut Commands) {
    let texts = &state.texts;
    let button = action_button(ui, &texts.get("open-other-rules"));
    menu(&button).width(WIDTH).show(|ui| {
        ui.set_max_width(WIDTH);
        for editions in builtins().chunk_by(|one, next| one.id == next.id) {
            competency_ui(ui, state, commands, editions);
        }
        ui.separator();
        choice(ui, state, commands, false, Command::OpenRulebook);
        soft(ui, texts.get("rules-file-hint"));
    });
}

const WIDTH: f32 = 340.0;

/// A competency: each of its editions, and the one in force on the day where there are several.
fn competency_ui(ui: &mut Ui, state: &State, commands: &mut Commands, editions: &[Rulebook]) {
    let (texts, workspace) = (&state.texts, &state.workspace);
    let Some(first) = editions.first() else { return };
    let is_used = first.id == workspace.rulebook.id && !workspace.edition_is_chosen;
    ui.add_space(4.0);
    let title = RichText::new(texts.pick(&first.title)).font(theme::semibold(size::SECTION));
    ui.add(Label::new(title).truncate());
    let mut row = |ui: &mut Ui, selected: bool, text: String, edition: Option<&str>| {
        if ui.selectable_label(selected, text).clicked() {
            commands.push(Command::UseRulebook { id: first.id.clone(), edition: edition.map(str::to_owned) });
        }
    };
    if editions.len() > 1 {
        row(ui, is_used, texts.get("edition-of-the-day"), None);
    }
    for rulebook in editions {
        let is_chosen = *rulebook == workspace.rulebook && (workspace.edition_is_chosen || editions.len() == 1);
        let since = texts.date(rulebook.in_force_from);
        let values = [("edition", rulebook.edition.as_str().into()), ("day", since.into())];
        let edition = Some(rulebook.edition.as_str()).filter(|_| editions.len() > 1);
        row(ui, is_chosen, texts.with("edition-from", &values), edition);
    }
}
