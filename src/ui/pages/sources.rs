//! Sources: the files that were read, and what was noticed in them.

mod corrections;
mod file;
mod findings;
mod row;
mod rows;

pub use rows::{MOST, cell_text, cells_ui, rows_ui};

use egui::{Align, CollapsingHeader, Layout, Rect, RichText, Ui, Vec2};

use crate::texts::Texts;

use super::super::command::{Command, Commands};
use super::super::outcome::Outcome;
use super::super::state::State;
use super::super::theme::{semibold, size};
use super::super::widgets::{MenuLabel, card, command_button, menu, menu_button, section_head, soft};

/// The files and findings.
pub fn sources_ui(ui: &mut Ui, state: &State, commands: &mut Commands, outcome: &Outcome) {
    let sources = &state.workspace.sources;
    if sources.len() <= ALWAYS_LISTED {
        files_ui(ui, state, commands);
    } else {
        let title = state.texts.with("count-files", &[("count", sources.len().into())]);
        let title = RichText::new(title).font(semibold(size::BODY));
        CollapsingHeader::new(title).id_salt("files").default_open(true).show_unindented(ui, |ui| {
            files_ui(ui, state, commands);
        });
    }
    ui.add_space(4.0);
    corrections::corrections_ui(ui, state, commands);
    findings_head_ui(ui, state, commands);
    if state.sources.findings.is_empty() {
        let id = if state.sources.file.is_some() { "no-findings-in-file" } else { "no-findings" };
        soft(ui, state.texts.get(id));
    }
    for group in &state.sources.findings {
        card(ui, |ui| findings::findings_ui(ui, state, commands, outcome, group));
        ui.add_space(4.0);
    }
    if let Some(view) = &state.sources.row {
        row::row_ui(ui, state, commands, view);
    }
}

/// In a narrower page, what stands side by side elsewhere stands below each other.
const NARROW: f32 = 480.0;
/// How many files stand there without a way to fold them.
const ALWAYS_LISTED: usize = 6;
/// Of more files than these only those in sight are painted.
const ALL_PAINTED: usize = 40;

fn files_ui(ui: &mut Ui, state: &State, commands: &mut Commands) {
    let sources = &state.workspace.sources;
    for source in sources {
        let id = ui.scope_id().with(("height of", &source.origin));
        let height: Option<f32> = ui.data(|data| data.get_temp(id));
        let top = ui.cursor().min;
        let known = height.map(|height| Vec2::new(ui.available_width(), height));
        let is_hidden = known.is_some_and(|known| !ui.is_rect_visible(Rect::from_min_size(top, known)));
        if let Some(known) = known.filter(|_| is_hidden && sources.len() > ALL_PAINTED) {
            ui.allocate_space(known);
        } else {
            let response = ui.scope(|ui| card(ui, |ui| file::file_ui(ui, state, commands, source))).response;
            ui.data_mut(|data| data.insert_temp(id, response.rect.height()));
        }
        ui.add_space(4.0);
    }
}

/// "Findings", how many, of which file, and a way to take them along.
fn findings_head_ui(ui: &mut Ui, state: &State, commands: &mut Commands) {
    let (texts, view) = (&state.texts, &state.sources);
    let head = |ui: &mut Ui| {
        ui.set_min_height(size::CONTROL);
        section_head(ui, &texts.get("findings"));
        soft(ui, texts.number(view.count.into()));
    };
    let tools = |ui: &mut Ui, commands: &mut Commands| {
        if view.count > 0 {
            command_button(ui, state, commands, Command::CopyFindings);
        }
        if state.workspace.sources.len() > 1 {
            file_menu(ui, state, commands, texts);
        }
    };
    if ui.available_width() < NARROW {
        ui.horizontal(head);
        ui.horizontal(|ui| tools(ui, commands));
    } else {
        ui.horizontal(|ui| {
            head(ui);
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| tools(ui, commands));
        });
    }
}

fn file_menu(ui: &mut Ui, state: &State, commands: &mut Commands, texts: &Texts) {
    let chosen = &state.sources.file;
    let value = chosen.as_ref().map_or_else(|| texts.get("every-file"), ToString::to_string);
    let label = MenuLabel { caption: texts.get("findings-of"), shows_caption: true, value, ..MenuLabel::default() };
    let button = menu_button(ui, &label, ui.available_width().min(360.0));
    menu(&button).show(|ui| {
        egui::ScrollArea::vertical().max_height(360.0).show(ui, |ui| {
            if ui.selectable_label(chosen.is_none(), texts.get("every-file")).clicked() {
                commands.push(Command::FilterFindings(None));
            }
            for source in &state.workspace.sources {
                if ui.selectable_label(chosen.as_ref() == Some(&source.file), &*source.file).clicked() {
                    commands.push(Command::FilterFindings(Some(source.file.clone())));
                }
            }
        });
    });
}
