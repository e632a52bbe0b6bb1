//! A rulebook's file that was refused, with every fault: where, and what belongs there.

use egui::{Align, Label, Layout, RichText, ScrollArea, Ui};
use lucide_icons::Icon;

use super::super::super::command::{Command, Commands};
use super::super::super::refused::{RefusedRulebook, fault_text};
use super::super::super::state::State;
use super::super::super::theme::{self, size, tokens};
use super::super::super::widgets::{card, command_button, decoration, icon_button, soft};
use super::super::sources::{cell_text, cells_ui, rows_ui};

/// How high the list may grow before it scrolls.
const MOST_HIGH: f32 = 240.0;
/// The height of a fault's row.
const ROW: f32 = 24.0;

/// What is wrong; the rules that applied before still do.
pub fn refused_ui(ui: &mut Ui, state: &State, commands: &mut Commands, refused: &RefusedRulebook) {
    let texts = &state.texts;
    card(ui, |ui| {
        ui.horizontal(|ui| {
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                let dismiss = Command::DismissFaults;
                icon_button(ui, Icon::X, &dismiss.text(texts), commands, dismiss);
                if !refused.faults().is_empty() {
                    command_button(ui, state, commands, Command::CopyFaults);
                }
                ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                    decoration(ui, Icon::CircleAlert, 16.0, tokens(ui).missing);
                    let text = RichText::new(refused.text(texts)).font(theme::semibold(size::BODY));
                    ui.add(Label::new(text.color(tokens(ui).missing)).wrap());
                });
            });
        });
        soft(ui, texts.get("rulebook-stays"));
        let faults = refused.faults();
        ScrollArea::vertical().id_salt("faults").max_height(MOST_HIGH).auto_shrink([false, true]).show(ui, |ui| {
            let place = ui.available_width() * 0.42;
            let widths = [place, ui.available_width() - place];
            rows_ui(ui, faults.len(), ROW, |ui, at| {
                let Some(fault) = faults.get(at) else { return };
                cells_ui(ui, widths, [Align::Min, Align::Min], |ui, cell| match cell {
                    0 if fault.path == "$" => cell_text(ui, texts.get("fault-at-the-top")),
                    0 => cell_text(ui, &fault.path),
                    _ => cell_text(ui, fault_text(fault, texts)),
                });
            });
        });
    });
}
