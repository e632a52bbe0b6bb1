//! What the user is asked before something of the workspace is lost.

use egui::{Id, Key, Modal, Ui};

use super::command::{Command, Commands};
use super::file::{Answer, Ask, Busy, Then, name_of};
use super::state::State;
use super::theme::{self, size};
use super::widgets::{card_frame, command_button, primary_button};

/// The question, over everything else, while there is one; or what is being opened, where that takes a while.
pub fn ask_ui(ui: &Ui, state: &State, commands: &mut Commands) {
    let texts = &state.texts;
    match &state.file.ask {
        Some(Ask::Unsaved(then)) => {
            let title = texts.with("ask-unsaved", &[("file", state.file_name().into())]);
            let what = match then {
                Then::Close => "ask-unsaved-close",
                _ => "ask-unsaved-other",
            };
            let save = if state.file.read_only { Answer::SaveAs } else { Answer::Save };
            let answers = [save, Answer::DontSave, Answer::Cancel];
            question(ui, state, commands, &title, &texts.get(what), &answers);
        }
        Some(Ask::ChangedOnDisk) => {
            let title = texts.with("ask-changed", &[("file", state.file_name().into())]);
            let answers = [Answer::SaveAs, Answer::Overwrite, Answer::Reload, Answer::Cancel];
            question(ui, state, commands, &title, &texts.get("ask-changed-what"), &answers);
        }
        None => waiting_ui(ui, state),
    }
}

/// What takes less is not worth showing.
const SHOWN_AFTER: std::time::Duration = std::time::Duration::from_millis(300);

const WIDTH: f32 = 460.0;

/// A question, the first answer of which Enter gives, and Escape the last.
fn question(ui: &Ui, state: &State, commands: &mut Commands, title: &str, what: &str, answers: &[Answer]) {
    let response = Modal::new(Id::unique("question")).frame(card_frame(ui)).show(ui.ctx(), |ui| {
        ui.set_width(WIDTH);
        ui.label(egui::RichText::new(title).font(theme::semibold(16.0)));
        ui.add_space(2.0);
        ui.add(egui::Label::new(what).wrap());
        ui.add_space(12.0);
        ui.horizontal(|ui| {
            let mut focused = false;
            let mut first = None;
            for (place, answer) in answers.iter().enumerate() {
                let command = Command::Answer(*answer);
                let response = if place == 0 {
                    primary_button(ui, state, commands, command)
                } else {
                    command_button(ui, state, commands, command)
                };
                focused |= response.has_focus();
                first.get_or_insert(response);
            }
            if let Some(first) = first.filter(|_| !focused) {
                first.request_focus();
            }
        });
    });
    if response.should_close() || ui.input(|input| input.key_pressed(Key::Escape)) {
        commands.push(Command::Answer(Answer::Cancel));
    }
}

fn waiting_ui(ui: &Ui, state: &State) {
    let Some(Busy::Opening(since)) = state.file.busy else {
        return;
    };
    let left = SHOWN_AFTER.saturating_sub(since.elapsed());
    if !left.is_zero() {
        ui.ctx().request_repaint_after(left);
        return;
    }
    Modal::new(Id::unique("opening")).frame(card_frame(ui)).show(ui.ctx(), |ui| {
        ui.label(egui::RichText::new(state.texts.get("file-opening")).size(size::BODY));
    });
}

/// What the window's title says.
pub fn title(state: &State) -> String {
    match (&state.file.path, state.is_changed()) {
        (Some(path), true) => format!("{} • – Touchstone", name_of(path)),
        (Some(path), false) => format!("{} – Touchstone", name_of(path)),
        (None, true) => format!("{} • – Touchstone", state.file_name()),
        (None, false) => "Touchstone".to_owned(),
    }
}
