//! The import page: what was understood of a file, before anything of it is taken in.

mod choices;
mod findings;
mod preview;
mod questions;
mod records;

use egui::{Align, Label, Layout, Margin, Rect, RichText, TextEdit, Ui, UiBuilder};
use lucide_icons::Icon;

use crate::import::ImportFault;

use super::super::command::{Command, Commands};
use super::super::notice::Imported;
use super::super::review::{Choose, FileReview};
use super::super::state::State;
use super::super::theme::{self, size, tokens};
use super::super::understood::Understood;
use super::super::widgets::{
    Tone, action_button, card, card_frame, chip, command_button, name_field, note, primary_button, section_head, soft,
};
use super::super::work::asks_for_password;
use super::scrolled;

/// The file that is shown, and what can be chosen about it.
pub fn import_ui(ui: &mut Ui, state: &State, commands: &mut Commands) {
    let Some(file) = state.review.current() else {
        return;
    };
    head_ui(ui, state, file);
    let room = ui.available_rect_before_wrap();
    let (body, footer) = room.split_top_bottom_at_y(room.bottom() - FOOTER);
    ui.scope_builder(UiBuilder::new().max_rect(body), |ui| {
        scrolled(ui, "import", |ui| body_ui(ui, state, commands, file));
    });
    let footer = Rect { min: footer.min + egui::vec2(0.0, 12.0), ..footer };
    ui.scope_builder(UiBuilder::new().max_rect(footer), |ui| {
        card_frame(ui).inner_margin(Margin::symmetric(16, 8)).show(ui, |ui| footer_ui(ui, state, commands, file));
    });
}

/// The height of the footer, and the gap above it.
const FOOTER: f32 = 60.0;

fn head_ui(ui: &mut Ui, state: &State, file: &FileReview) {
    let texts = &state.texts;
    ui.horizontal(|ui| {
        let title = texts.with("import-title", &[("file", (*file.name).into())]);
        let review = &state.review;
        if review.all() > 1 {
            let place = texts.with("import-place", &[("place", (review.done + 1).into()), ("of", review.all().into())]);
            chip(ui, &place, Tone::Plain);
        }
        ui.add(Label::new(RichText::new(title).font(theme::semibold(size::VERDICT))).truncate());
    });
    ui.add_space(4.0);
}

fn body_ui(ui: &mut Ui, state: &State, commands: &mut Commands, file: &FileReview) {
    if let Some(fault) = &file.fault {
        if asks_for_password(&fault.fault) {
            card(ui, |ui| locked_ui(ui, state, commands, file));
        } else {
            note(ui, Tone::Missing, Icon::CircleAlert, "", &[fault.message(&state.texts)]);
        }
    }
    let Some(read) = &file.read else {
        return;
    };
    if let Err(error) = &read.source {
        note(ui, Tone::Missing, Icon::CircleAlert, &state.texts.get("severity-error"), &[error.message(&state.texts)]);
    }
    questions::questions_ui(ui, state, commands, file, read);
    choices::choices_ui(ui, state, commands, file, read);
    ui.add_space(4.0);
    card(ui, |ui| match file.layout() {
        Some(layout) => {
            section_head(ui, &state.texts.get("as-it-stands"));
            preview::preview_ui(ui, state, commands, read, layout, rows_of(file, read));
        }
        None => preview::bare_ui(ui, state, commands, file, read),
    });
    ui.add_space(4.0);
    if let (Some(layout), Ok(source)) = (file.layout(), &read.source) {
        card(ui, |ui| {
            section_head(ui, &state.texts.get("as-it-is-read"));
            records::records_ui(ui, state, read, layout, source, rows_of(file, read));
        });
        ui.add_space(4.0);
    }
    findings::findings_ui(ui, state, read);
}

/// The rows of the table that is shown.
fn rows_of<'a>(file: &FileReview, read: &'a Understood) -> &'a [super::super::understood::PreviewRow] {
    read.previews.get(file.table).or(read.previews.first()).map_or(&[], Vec::as_slice)
}

/// A field for the password of a protected workbook.
fn locked_ui(ui: &mut Ui, state: &State, commands: &mut Commands, file: &FileReview) {
    let texts = &state.texts;
    let is_wrong = file.fault.as_ref().is_some_and(|error| error.fault == ImportFault::WrongPassword);
    let id = if is_wrong { "password-wrong" } else { "password-needed" };
    ui.label(RichText::new(texts.get(id)).font(theme::semibold(size::BODY)));
    soft(ui, texts.get("password-stays-here"));
    ui.horizontal(|ui| {
        let mut password = file.password.clone();
        let field = TextEdit::singleline(&mut password)
            .password(true)
            .hint_text(texts.get("password"))
            .desired_width(240.0)
            .margin(Margin::symmetric(10, 6));
        let response = ui.add(field);
        name_field(&response, "", &texts.get("password"));
        // The field takes the keyboard once, not again after Escape.
        let asked = ui.scope_id().with((&file.name, is_wrong));
        if !ui.data(|data| data.get_temp(asked).unwrap_or(false)) {
            ui.data_mut(|data| data.insert_temp(asked, true));
            response.request_focus();
        }
        if response.changed() {
            commands.push(Command::TypePassword(password.clone()));
        }
        let entered = response.lost_focus() && ui.input(|input| input.key_pressed(egui::Key::Enter));
        let open = action_button(ui, &texts.get("password-open"));
        if (open.clicked() || entered) && !password.is_empty() {
            commands.push(Command::Choose(Choose::Password(password)));
        }
    });
}

fn footer_ui(ui: &mut Ui, state: &State, commands: &mut Commands, file: &FileReview) {
    let texts = &state.texts;
    let known = state.is_known(file);
    ui.set_min_size(ui.available_size());
    ui.horizontal(|ui| {
        ui.set_min_height(size::CONTROL);
        let source = file.read.as_ref().and_then(|read| read.source.as_ref().ok());
        let counts = match source {
            _ if file.pending.is_some() => texts.get("import-starting"),
            Some(source) => Imported::of([source]).counts(texts).join(" · "),
            None => texts.get("import-nothing"),
        };
        let buttons = (ui.available_width() - BUTTONS).max(0.0);
        ui.scope(|ui| {
            ui.set_width(buttons);
            let text = RichText::new(counts).font(theme::semibold(size::BODY)).color(tokens(ui).ink);
            ui.add(Label::new(text).truncate());
        });
        // From right to left, so that they stand at the end; told from left to right to the keyboard by their order here.
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            ui.add_enabled_ui(file.can_take_in(), |ui| primary_button(ui, state, commands, Command::TakeIn));
            command_button(ui, state, commands, Command::SkipFile { known });
        });
    });
}

/// The room for the footer's buttons.
const BUTTONS: f32 = 300.0;
