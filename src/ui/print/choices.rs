//! What can be chosen about printing, and where the pages go.

use egui::{Label, RichText, ScrollArea, Ui};
use lucide_icons::Icon;

use crate::printing::{Printers, Sides};
use crate::report::pdf::{Paper, Part};
use crate::texts::Language;

use super::super::command::{Command, Commands};
use super::super::notices::saved_ui;
use super::super::state::State;
use super::super::theme::{size, tokens};
use super::super::widgets::{
    MenuLabel, Tone, choice, command_button, icon_button, menu, menu_button, note, primary_button, soft,
};
use super::{MOST_COPIES, Preview, PrintView};

/// What can be chosen, and below it what can be done with the pages.
pub fn choices_ui(ui: &mut Ui, state: &State, commands: &mut Commands, view: &PrintView) {
    let id = ui.scope_id().with("actions");
    let actions = ui.data(|data| data.get_temp(id)).unwrap_or(ACTIONS_AT_FIRST);
    let height = (ui.available_height() - actions - ui.spacing().item_spacing.y).max(size::ROW);
    ScrollArea::vertical()
        .id_salt("print choices")
        .max_height(height)
        .min_scrolled_height(size::ROW)
        .auto_shrink([false, false])
        .show(ui, |ui| {
            // The bar stands beside the choices, not over them.
            ui.set_max_width(ui.available_width() - 8.0);
            pages_ui(ui, state, commands);
            printer_ui(ui, state, commands, view);
            if view.person.is_none() {
                parts_ui(ui, state, commands);
            }
        });
    let now = ui.scope(|ui| actions_ui(ui, state, commands, view)).response.rect.height();
    if (now - actions).abs() > 0.5 {
        ui.data_mut(|data| data.insert_temp(id, now));
        ui.ctx().request_discard("the buttons' height was not known");
    }
}

/// A guess at the height of what can be done, until it was shown.
const ACTIONS_AT_FIRST: f32 = 120.0;

/// What the pages are.
fn pages_ui(ui: &mut Ui, state: &State, commands: &mut Commands) {
    let setup = &state.print_setup;
    let language = setup.language.unwrap_or(state.texts.language());
    let languages = Language::ALL.map(|it| (it == language, Preview::Language(it)));
    row_ui(ui, state, commands, "print-language", languages);
    row_ui(ui, state, commands, "print-paper", Paper::ALL.map(|it| (it == setup.choice.paper, Preview::Paper(it))));
}

/// The parts of the summary.
fn parts_ui(ui: &mut Ui, state: &State, commands: &mut Commands) {
    ui.add_space(4.0);
    caption(ui, &state.texts.get("print-parts"));
    for part in Part::ALL.into_iter().filter(|part| !part.always()) {
        let mut printed = state.print_setup.choice.parts.contains(part);
        let text = Command::Preview(Preview::Part(part, printed)).text(&state.texts);
        if ui.checkbox(&mut printed, text).changed() {
            commands.push(Command::Preview(Preview::Part(part, printed)));
        }
    }
}

/// The printer, and how it prints.
fn printer_ui(ui: &mut Ui, state: &State, commands: &mut Commands, view: &PrintView) {
    let texts = &state.texts;
    caption(ui, &texts.get("print-printer"));
    match &view.printers {
        None => {
            soft(ui, texts.get("print-looking"));
        }
        Some(Ok(Printers::OfViewer)) => {
            soft(ui, texts.get("print-by-viewer"));
        }
        Some(Ok(Printers::Listed { names, .. })) if !names.is_empty() => {
            let value = view.printer(&state.print_setup).unwrap_or_default().to_owned();
            let label = MenuLabel { caption: texts.get("print-printer"), value, ..MenuLabel::default() };
            let button = menu_button(ui, &label, ui.available_width());
            menu(&button).show(|ui| {
                ScrollArea::vertical().max_height(LIST).show(ui, |ui| {
                    for name in names {
                        let is_chosen = view.printer(&state.print_setup) == Some(name.as_str());
                        let command = Command::Preview(Preview::Printer(name.clone()));
                        if choice(ui, state, commands, is_chosen, command).clicked() {
                            ui.close();
                        }
                    }
                });
            });
            copies_ui(ui, state, commands, view);
            let sides = Sides::ALL.map(|it| (it == state.print_setup.sides, Preview::Sides(it)));
            row_ui(ui, state, commands, "print-sides", sides);
        }
        Some(found) => {
            let why = found.as_ref().err().map_or_else(|| texts.get("print-no-printer"), |fault| fault.message(texts));
            ui.add(Label::new(RichText::new(why).size(size::SMALL).color(tokens(ui).ink)).wrap());
            command_button(ui, state, commands, Command::Preview(Preview::LookForPrinters));
        }
    }
}

/// The height of the list of printers.
const LIST: f32 = 220.0;

fn copies_ui(ui: &mut Ui, state: &State, commands: &mut Commands, view: &PrintView) {
    let texts = &state.texts;
    ui.add_space(4.0);
    ui.horizontal(|ui| {
        let steps = [
            (Icon::Minus, "print-copy-less", view.copies > 1, view.copies.saturating_sub(1)),
            (Icon::Plus, "print-copy-more", view.copies < MOST_COPIES, view.copies.saturating_add(1)),
        ];
        for (place, (icon, name, is_possible, copies)) in steps.into_iter().enumerate() {
            let command = Command::Preview(Preview::Copies(copies));
            ui.add_enabled_ui(is_possible, |ui| icon_button(ui, icon, &texts.get(name), commands, command));
            if place == 0 {
                ui.label(Command::Preview(Preview::Copies(view.copies)).text(texts));
            }
        }
    });
}

/// What can be done with the pages, and what became of it.
fn actions_ui(ui: &mut Ui, state: &State, commands: &mut Commands, view: &PrintView) {
    if let Some(told) = &view.told {
        let (tone, icon, name) = if told.is_error() {
            (Tone::Missing, Icon::CircleAlert, "print-failed")
        } else {
            (Tone::Good, Icon::CircleCheck, "print-done")
        };
        let text = told.text(&state.texts);
        ScrollArea::vertical()
            .id_salt("told")
            .max_height(TOLD)
            .show(ui, |ui| note(ui, tone, icon, &state.texts.get(name), &[text]));
        if let Some(path) = told.saved() {
            ui.horizontal_wrapped(|ui| saved_ui(ui, state, commands, path));
        }
    } else if state.printing {
        soft(ui, state.texts.get("print-sending"));
    }
    let is_ready = view.ready().is_some() && !state.printing;
    let prints = view.printer(&state.print_setup).is_some() || matches!(view.printers, Some(Ok(Printers::OfViewer)));
    ui.add_enabled_ui(is_ready && prints, |ui| {
        primary_button(ui, state, commands, Command::Preview(Preview::Send));
    });
    ui.add_enabled_ui(is_ready, |ui| {
        ui.horizontal_wrapped(|ui| {
            command_button(ui, state, commands, Command::Preview(Preview::Save));
            command_button(ui, state, commands, Command::Preview(Preview::View));
        });
    });
}

/// What is told takes so much room at most before it scrolls.
const TOLD: f32 = 120.0;

fn row_ui<const N: usize>(
    ui: &mut Ui,
    state: &State,
    commands: &mut Commands,
    name: &str,
    choices: [(bool, Preview); N],
) {
    caption(ui, &state.texts.get(name));
    ui.horizontal_wrapped(|ui| {
        for (is_chosen, preview) in choices {
            choice(ui, state, commands, is_chosen, Command::Preview(preview));
        }
    });
    ui.add_space(4.0);
}

fn caption(ui: &mut Ui, text: &str) {
    soft(ui, text);
}
