//! The edges between columns, which make them wider or narrower: what they are called, and moving them by keyboard.

use egui::{EventFilter, Key, Modifiers, Role, Stroke, Ui, WidgetInfo};

use super::super::theme::tokens;
use super::{Column, Table};

/// How far an arrow key moves an edge; with the shift key, further.
const STEP: f32 = 8.0;
const LARGE_STEP: f32 = 40.0;

/// Names the edges that the table underneath has shown, and follows the arrow keys while one has the keyboard.
pub fn edges_ui<C>(ui: &Ui, table: &Table<'_, C>) {
    let id = egui_table::Table::new().id_salt(table.salt).get_id(ui);
    for (at, column) in table.columns.iter().enumerate() {
        let column_id = Column::<C>::as_wide_as(0.0, at).id_for(at);
        let Some(edge) = ui.read_response(id.with(column_id).with("resize")) else { continue };
        let name = || table.texts.with("column-edge", &[("column", column.name.as_str().into())]);
        edge.widget_info(|| WidgetInfo::labeled(Role::Splitter, true, name()));
        if !edge.has_focus() {
            continue;
        }
        ui.painter().vline(edge.rect.center().x, edge.rect.y_range(), Stroke::new(2.0, tokens(ui).accent));
        let filter = EventFilter { horizontal_arrows: true, ..EventFilter::default() };
        ui.memory_mut(|memory| memory.set_focus_lock_filter(edge.id, filter));
        let by = wider_by(ui);
        if by != 0.0
            && let Some(mut state) = egui_table::TableState::load(ui.ctx(), id)
        {
            let bare = Column::<C>::as_wide_as(0.0, at);
            let width = state.col_widths.get(&column_id).copied().unwrap_or(column.width);
            state.col_widths.insert(column_id, bare.range.clamp(width + by));
            state.store(ui.ctx(), id);
            ui.ctx().request_repaint();
        }
    }
}

/// By how much the keys make a column wider.
fn wider_by(ui: &Ui) -> f32 {
    let steps = [(Modifiers::NONE, STEP), (Modifiers::SHIFT, LARGE_STEP)];
    let keys = [(Key::ArrowRight, 1.0), (Key::ArrowLeft, -1.0)];
    ui.input_mut(|input| {
        let mut by = 0.0;
        // The keys with the shift key first: without it they are taken either way.
        for (modifiers, step) in steps.into_iter().rev() {
            for (key, sign) in keys {
                while input.consume_key(modifiers, key) {
                    by += sign * step;
                }
            }
        }
        by
    })
}
