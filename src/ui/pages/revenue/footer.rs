//! What the sales that are shown add up to, and what the user says of those without a word on the association.

use std::sync::Arc;

use egui::{Color32, FontId, RichText, Ui};

use crate::texts::Texts;

use super::super::super::command::{Command, Commands};
use super::super::super::rows::sums_text;
use super::super::super::state::{State, Totals, Whose};
use super::super::super::theme::{self, size, tokens};
use super::super::super::widgets::{MenuLabel, command_button, menu, menu_button, soft};

/// The sums, and the word on the association.
pub fn footer_ui(ui: &mut Ui, state: &State, commands: &mut Commands) {
    let texts = &state.texts;
    ui.horizontal_wrapped(|ui| {
        ui.set_row_height(size::CONTROL);
        totals_ui(ui, texts, &state.sales.counting, "total-count");
        ui.add_space(GAP);
        totals_ui(ui, texts, &state.sales.left_out, "total-left-out");
        unknown_ui(ui, state, commands);
        said_ui(ui, state, commands);
    });
}

/// The sales that would count if their customers were associated: one click, or one for each file.
fn unknown_ui(ui: &mut Ui, state: &State, commands: &mut Commands) {
    let texts = &state.texts;
    let count: usize = state.sales.unknown.iter().map(|(_, sales)| sales).sum();
    if count == 0 {
        return;
    }
    let number = texts.number(count.into());
    let sentence = texts.with("association-unknown", &[("count", count.into()), ("number", number.into())]);
    sentence_ui(ui, sentence, tokens(ui).missing);
    let of_file = |file: &Arc<str>| Command::Associate { whose: Whose::File(file.clone()), associated: true };
    if let [(file, _)] = state.sales.unknown.as_slice() {
        command_button(ui, state, commands, of_file(file));
        return;
    }
    let value = texts.get("command-associated");
    let button = menu_button(ui, &MenuLabel { value, ..MenuLabel::default() }, 300.0);
    menu(&button).show(|ui| {
        for (file, sales) in &state.sales.unknown {
            let text = texts
                .with("associated-of", &[("file", (**file).into()), ("count", texts.number((*sales).into()).into())]);
            if ui.selectable_label(false, text).clicked() {
                commands.push(of_file(file));
            }
        }
        if ui.selectable_label(false, texts.get("associated-of-all")).clicked() {
            commands.push(Command::AssumeAssociated(true));
        }
    });
}

/// What the user said of it, and the way back.
fn said_ui(ui: &mut Ui, state: &State, commands: &mut Commands) {
    let settings = &state.workspace.settings;
    let files = settings.associated_files.iter().map(|file| Whose::File(file.as_str().into()));
    let customers = settings.associated_customers.iter().map(|name| Whose::Customer(name.as_str().into()));
    let said: Vec<Whose> = files.chain(customers).collect();
    if said.is_empty() && !settings.assume_associated {
        return;
    }
    let texts = &state.texts;
    sentence_ui(ui, texts.get("associated-assumed"), tokens(ui).risk);
    let back = |whose: Whose| Command::Associate { whose, associated: false };
    match said.as_slice() {
        [] => {
            command_button(ui, state, commands, Command::AssumeAssociated(false));
        }
        [only] if !settings.assume_associated => {
            command_button(ui, state, commands, back(only.clone()));
        }
        several => {
            let value = texts.get("command-not-associated");
            let button = menu_button(ui, &MenuLabel { value, ..MenuLabel::default() }, 200.0);
            menu(&button).show(|ui| {
                for whose in several {
                    let (Whose::File(name) | Whose::Customer(name)) = whose;
                    if ui.selectable_label(false, &**name).clicked() {
                        commands.push(back(whose.clone()));
                    }
                }
                if ui.selectable_label(false, texts.get("associated-none")).clicked() {
                    commands.push(Command::AssumeAssociated(false));
                }
            });
        }
    }
}

/// A sentence, on a new line where it would be broken.
fn sentence_ui(ui: &mut Ui, sentence: String, color: Color32) {
    let font = FontId::proportional(size::SECTION);
    let width = ui.painter().layout_no_wrap(sentence.clone(), font, color).size().x;
    if ui.available_size_before_wrap().x < width + GAP {
        ui.end_row();
    } else {
        ui.add_space(GAP);
    }
    ui.label(RichText::new(sentence).size(size::SECTION).color(color));
}

/// The space before a sentence, and between the sums.
const GAP: f32 = 16.0;

fn totals_ui(ui: &mut Ui, texts: &Texts, totals: &Totals, id: &str) {
    ui.spacing_mut().item_spacing.x = 6.0;
    ui.label(RichText::new(texts.number(totals.sales.into())).font(theme::semibold(size::BODY)));
    soft(ui, texts.with(id, &[("count", totals.sales.into())]));
    let sums = sums_text(texts, totals);
    if !sums.is_empty() {
        ui.label(RichText::new(sums).font(theme::semibold(size::BODY)));
    }
}
