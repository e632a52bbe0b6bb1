//! What the user is asked before something of the workspace is lost.

use std::time::{Duration, Instant};

use egui::{Id, Key, Modal, Ui};

use super::command::{Command, Commands};
use super::file::{Answer, Ask, Busy, Then, name_of};
use super::state::State;
use super::theme::{self, size};
use super::widgets::{card_frame, command_button, primary_button, soft};

/// The question, over everything else, while there is one; or what is being opened, where that takes a while.
pub fn ask_ui(ui: &Ui, state: &State, commands: &mut Commands) {
    let texts = &state.texts;
    match &state.file.ask {
        Some(Ask::NotTakenIn(_)) => {
            let files = state.not_taken_in();
            let count = files.len().into();
            let title = texts.with("ask-files", &[("count", count)]);
            let answers = [Answer::BackToFiles, Answer::WithoutFiles];
            question(ui, state, commands, &title, &without_files(state, &files), &answers);
        }
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
        None => waiting_ui(ui, state, commands),
    }
}

/// What going on without files means.
fn without_files(state: &State, files: &[String]) -> String {
    let mut names = files.iter().take(NAMED).cloned().collect::<Vec<_>>().join(", ");
    if files.len() > NAMED {
        names.push('…');
    }
    state.texts.with("ask-files-what", &[("count", files.len().into()), ("files", names.into())])
}

/// So many files are named.
const NAMED: usize = 4;

/// What takes less is not worth showing.
const SHOWN_AFTER: Duration = Duration::from_millis(300);

const WIDTH: f32 = 460.0;

/// A question, the first answer of which Enter gives. Escape goes on as before.
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

/// What the user waits for, once that takes a while.
fn waiting_ui(ui: &Ui, state: &State, commands: &mut Commands) {
    let is_closing = state.file.then == Some(Then::Close);
    let (what, since, is_closing) = match state.file.busy {
        Some(Busy::Opening(since)) => ("file-opening", since, false),
        Some(Busy::Closing(since)) => ("file-closing", since, true),
        Some(Busy::Saving(since)) if state.file.then.is_some() => ("file-saving", since, is_closing),
        _ => return,
    };
    if !takes_long(ui, since) {
        return;
    }
    Modal::new(Id::unique("waiting")).frame(card_frame(ui)).show(ui.ctx(), |ui| {
        ui.label(egui::RichText::new(state.texts.get(what)).size(size::BODY));
        if is_closing {
            soft(ui, state.texts.get("file-closing-hint"));
        }
        if state.file.is_saving() {
            ui.add_space(8.0);
            command_button(ui, state, commands, Command::Answer(Answer::Cancel));
        }
    });
}

/// Whether something is worth showing that began then. What is done in a moment is not.
pub fn takes_long(ui: &Ui, since: Instant) -> bool {
    let left = SHOWN_AFTER.saturating_sub(since.elapsed());
    if !left.is_zero() {
        ui.ctx().request_repaint_after(left);
    }
    left.is_zero()
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
