//! The dialog in which the user says what of the result to save as a file.

use egui::{Id, Key, Label, Modal, RichText, Ui};

use crate::report::tables::TableKind;
use crate::report::{CsvStyle, Export};

use super::command::{Command, Commands};
use super::pages::toggle;
use super::state::{Form, State};
use super::theme;
use super::widgets::{MenuLabel, card_frame, command_button, menu, menu_button, primary_button, soft};

/// The dialog, while it is open.
pub fn export_ui(ui: &Ui, state: &State, commands: &mut Commands) {
    let Some(Form::Export(chosen)) = state.form else { return };
    let response = Modal::new(Id::unique("export")).frame(card_frame(ui)).show(ui.ctx(), |ui| {
        // A window that is small or enlarged has no room for all of it.
        let room = ui.ctx().content_rect().size() - AROUND;
        ui.set_width(room.x.min(WIDTH));
        ui.label(RichText::new(state.texts.get("export-title")).font(theme::semibold(16.0)));
        ui.add_space(6.0);
        egui::ScrollArea::vertical().max_height(room.y).show(ui, |ui| {
            for export in offered(state) {
                choice_ui(ui, state, commands, export, chosen);
            }
        });
        ui.add_space(8.0);
        buttons_ui(ui, state, commands, chosen);
    });
    if response.should_close() || ui.input(|input| input.key_pressed(Key::Escape)) {
        commands.push(Command::CloseForm);
    }
}

const WIDTH: f32 = 460.0;

/// How far the words below a title stand in, so that they begin where it does.
const BEHIND_CIRCLE: i8 = 22;

/// The room around the choices: the title, the buttons and the margins.
const AROUND: egui::Vec2 = egui::vec2(64.0, 160.0);

/// One of each kind, as it is when it is chosen first.
fn offered(state: &State) -> [Export; 5] {
    [
        Export::Workbook,
        Export::Csv(None, CsvStyle::of(state.texts.language())),
        Export::Checklist { option: state.option, level: state.level },
        Export::Calendar,
        Export::Json,
    ]
}

/// The message with the name of its kind; what it is good for is told by its attribute `what`.
fn text_id(export: Export) -> &'static str {
    match export {
        Export::Workbook => "export-workbook",
        Export::Csv(..) => "export-csv",
        Export::Checklist { .. } => "export-checklist",
        Export::Calendar => "export-calendar",
        Export::Json => "export-json",
    }
}

/// A kind to choose, with what is to be chosen about it once it is.
fn choice_ui(ui: &mut Ui, state: &State, commands: &mut Commands, export: Export, chosen: Export) {
    let texts = &state.texts;
    let is_chosen = std::mem::discriminant(&export) == std::mem::discriminant(&chosen);
    let title = RichText::new(texts.get(text_id(export))).font(theme::semibold(theme::size::BODY));
    if ui.radio(is_chosen, title).clicked() && !is_chosen {
        commands.push(Command::Fill(Form::Export(export)));
    }
    let inside = egui::Frame::new().inner_margin(egui::Margin { left: BEHIND_CIRCLE, ..egui::Margin::ZERO });
    inside.show(ui, |ui| {
        soft(ui, texts.get(&format!("{}.what", text_id(export))));
        match chosen {
            Export::Csv(table, style) if is_chosen => csv_ui(ui, state, commands, table, style),
            Export::Checklist { level, .. } if is_chosen => level_ui(ui, state, commands, level),
            _ => {}
        }
    });
    ui.add_space(4.0);
}

/// Which table, and how its amounts are written.
fn csv_ui(ui: &mut Ui, state: &State, commands: &mut Commands, table: Option<TableKind>, style: CsvStyle) {
    let texts = &state.texts;
    let title = |table: Option<TableKind>| match table {
        Some(table) => table.title(texts),
        None => texts.get("export-all-tables"),
    };
    let fill = |table, style| Command::Fill(Form::Export(Export::Csv(table, style)));
    ui.horizontal_wrapped(|ui| {
        let caption = texts.get("export-table");
        let label = MenuLabel { caption, shows_caption: true, value: title(table), ..MenuLabel::default() };
        let button = menu_button(ui, &label, WIDTH / 2.0);
        menu(&button).show(|ui| {
            for other in std::iter::once(None).chain(TableKind::ALL.map(Some)) {
                if ui.selectable_label(other == table, title(other)).clicked() {
                    commands.push(fill(other, style));
                }
            }
        });
    });
    ui.add_space(2.0);
    ui.horizontal_wrapped(|ui| {
        for other in CsvStyle::ALL {
            let text = texts.get(&format!("export-csv-{}", other.as_str()));
            toggle(ui, commands, other == style, &text, fill(table, other));
        }
    });
    soft(ui, texts.get("export-csv-style"));
}

/// Which level's checklist.
fn level_ui(ui: &mut Ui, state: &State, commands: &mut Commands, level: crate::rulebook::LevelId) {
    let Some(outcome) = &state.outcome else { return };
    ui.horizontal_wrapped(|ui| {
        for (rules, _) in outcome.levels(state.option) {
            let command = Command::ShowLevel(rules.id);
            toggle(ui, commands, rules.id == level, &command.text(&state.texts), command);
        }
    });
}

fn buttons_ui(ui: &mut Ui, state: &State, commands: &mut Commands, chosen: Export) {
    let mut given = Commands::default();
    ui.horizontal(|ui| {
        let save = primary_button(ui, state, &mut given, Command::SaveExport(chosen));
        if ui.memory(|memory| memory.focused().is_none()) {
            save.request_focus();
        }
        if let Export::Checklist { .. } = chosen {
            command_button(ui, state, &mut given, Command::CopyChecklist);
        }
        command_button(ui, state, &mut given, Command::CloseForm);
        if !given.is_empty() {
            given.take().into_iter().for_each(|command| commands.push(command));
            commands.push(Command::CloseForm);
        }
        if matches!(chosen, Export::Csv(None, _)) {
            ui.add(Label::new(RichText::new(state.texts.get("export-folder")).size(theme::size::SMALL)).wrap());
        }
    });
}
