//! What the user said about people and exams, each with a way to take it back.

use egui::{RichText, Ui};

use super::super::super::command::{Command, Commands};
use super::super::super::state::State;
use super::super::super::theme::size;
use super::super::super::widgets::{action_button, card, section_head};

/// The user's corrections; nothing where there are none.
pub fn corrections_ui(ui: &mut Ui, state: &State, commands: &mut Commands) {
    let corrections = &state.workspace.corrections;
    if corrections.is_empty() {
        return;
    }
    let texts = &state.texts;
    let pair = |id: &str, (a, b): &(String, String)| {
        let text = texts.with(id, &[("a", a.as_str().into()), ("b", b.as_str().into())]);
        (text, Command::TakeBackPair { pair: (a.clone(), b.clone()) })
    };
    let exam = |(written, code): &(String, String)| {
        let text = texts.with("exam-read-as", &[("written", written.as_str().into()), ("exam", code.as_str().into())]);
        (text, Command::ReadExam { written: written.clone(), code: None })
    };
    let same = corrections.same.iter().map(|it| pair("joined-pair", it));
    let apart = corrections.apart.iter().map(|it| pair("parted-pair", it));
    let exams = corrections.exams.iter().map(exam);
    section_head(ui, &texts.get("corrections"));
    card(ui, |ui| {
        for (text, command) in same.chain(apart).chain(exams) {
            ui.horizontal_wrapped(|ui| {
                ui.label(RichText::new(text).size(size::SECTION));
                if action_button(ui, &command.text(texts)).clicked() {
                    commands.push(command);
                }
            });
        }
    });
    ui.add_space(4.0);
}
