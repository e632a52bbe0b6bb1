//! The row that a finding is about, as it stands in the file: its columns below each other, between its neighbours.

use egui::{Align, Id, Key, Layout, Modal, RichText, ScrollArea, Ui};
use lucide_icons::Icon;

use super::super::super::command::{Command, Commands};
use super::super::super::found::{RowAt, RowView};
use super::super::super::state::State;
use super::super::super::theme::{self, size, tokens};
use super::super::super::widgets::{capitalised, card_frame, icon_button, soft};
use super::rows::{cell_text, cells_ui, rows_ui};

/// The width of the window's part that the row takes, and how high its columns may grow before they scroll.
const WIDTH: f32 = 720.0;
const MOST_HIGH: f32 = 380.0;
/// What the heading and the frame take of the window's height.
const AROUND: f32 = 150.0;
/// The height of a column's line.
const ROW: f32 = 26.0;

/// The row, over the page. Escape and a click beside it put it away.
pub fn row_ui(ui: &Ui, state: &State, commands: &mut Commands, view: &RowView) {
    let response = Modal::new(Id::unique("row of a file")).frame(card_frame(ui)).show(ui.ctx(), |ui| {
        ui.set_width(WIDTH.min(ui.ctx().content_rect().width() * 0.86 - 40.0));
        head_ui(ui, state, commands, &view.at);
        match &view.found {
            None => {
                soft(ui, state.texts.get("row-being-read"));
            }
            Some(Err(error)) => {
                soft(ui, error.message(&state.texts));
            }
            Some(Ok(found)) if found.columns.is_empty() => {
                soft(ui, state.texts.get("row-not-there"));
            }
            Some(Ok(_)) => columns_ui(ui, view),
        }
    });
    if response.should_close() || ui.input(|input| input.key_pressed(Key::Escape)) {
        commands.push(Command::ShowRow(None));
    }
}

fn head_ui(ui: &mut Ui, state: &State, commands: &mut Commands, at: &RowAt) {
    let texts = &state.texts;
    ui.with_layout(Layout::right_to_left(Align::Min), |ui| {
        icon_button(ui, Icon::X, &texts.get("command-dismiss"), commands, Command::ShowRow(None));
        ui.with_layout(Layout::top_down(Align::Min), |ui| {
            let row = texts.with("row-number", &[("row", at.row.to_string().into())]);
            let row = capitalised(&row);
            let place = [row.as_str(), &at.sheet, &at.file];
            let place = place.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ");
            ui.label(RichText::new(place).font(theme::semibold(16.0)));
        });
    });
}

fn columns_ui(ui: &mut Ui, view: &RowView) {
    let Some(Ok(found)) = &view.found else { return };
    // The heading first, then the rows; the one that is meant stands out.
    let width = ui.available_width() - 12.0;
    let heading = width * 0.28;
    let each = (width - heading) / 3.0;
    let widths = [heading, each, each, each];
    let align = [Align::Min; 4];
    let (_, line) = ui.allocate_space(egui::vec2(width, ROW));
    let mut line = ui.new_child(egui::UiBuilder::new().max_rect(line).layout(Layout::left_to_right(Align::Center)));
    cells_ui(&mut line, widths, align, |ui, cell| {
        let number = cell.checked_sub(1).and_then(|at| found.rows.get(at));
        if let Some(number) = number {
            strong_text(ui, &number.to_string(), *number == view.at.row, false);
        }
    });
    #[expect(clippy::cast_precision_loss, reason = "a few columns")]
    let all = found.columns.len() as f32 * ROW;
    let most = MOST_HIGH.min(ui.ctx().content_rect().height() - AROUND);
    let high = all.min(most);
    // Else it would keep the little height that it had while the file was read.
    ScrollArea::vertical()
        .id_salt("columns")
        .max_height(most)
        .min_scrolled_height(high)
        .auto_shrink([false, true])
        .show(ui, |ui| {
            rows_ui(ui, found.columns.len(), ROW, |ui, at| {
                let Some((heading, cells)) = found.columns.get(at) else { return };
                let is_meant = view.at.column.as_deref() == Some(heading.as_str());
                cells_ui(ui, widths, align, |ui, cell| match cell.checked_sub(1) {
                    None => strong_text(ui, heading, false, true),
                    Some(at) => {
                        let text = cells.get(at).map_or("", String::as_str);
                        match found.rows.get(at) == Some(&view.at.row) {
                            true if is_meant => strong_text(ui, text, true, false),
                            true => cell_text(ui, text),
                            false => strong_text(ui, text, false, true),
                        }
                    }
                });
            });
        });
}

/// A text that stands out, or back.
fn strong_text(ui: &mut Ui, text: &str, stands_out: bool, is_soft: bool) {
    let color = if is_soft || !stands_out { tokens(ui).soft } else { tokens(ui).ink };
    let text = RichText::new(text).color(color);
    let text = if stands_out { text.font(theme::semibold(size::SECTION)) } else { text.size(size::SECTION) };
    ui.add(egui::Label::new(text).truncate());
}
