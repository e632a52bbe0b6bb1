//! The scroll bar of a table, in a strip of its own beside the rows.

use egui::{CornerRadius, Id, Rect, Role, Sense, Ui, WidgetInfo};

use super::super::theme::tokens;
use super::Memory;
use super::place::Place;

/// The height that the bar across takes.
pub const ACROSS: f32 = 12.0;
/// The width that the bar down takes.
const DOWN: f32 = 14.0;
/// The shortest that the handle gets.
const SHORTEST: f32 = 28.0;

/// The width of the strip; none where all rows are in sight.
pub fn width(rows: usize, view: f32) -> f32 {
    if Place::height(rows) > f64::from(view) { DOWN } else { 0.0 }
}

/// The bar that goes down.
pub fn down_ui(ui: &Ui, table: Id, name: &str, strip: Rect, rows: usize, view: f32, memory: &mut Memory) {
    let response = ui.interact(strip, table.with("bar"), Sense::CLICK | Sense::DRAG);
    response.widget_info(|| WidgetInfo::labeled(Role::ScrollBar, true, name));
    #[expect(clippy::cast_possible_truncation, reason = "a share of the strip")]
    let length =
        ((f64::from(view) / Place::height(rows)) as f32 * strip.height()).max(SHORTEST).min(strip.height().max(0.0));
    let way = (strip.height() - length).max(1.0);
    #[expect(clippy::cast_possible_truncation, reason = "a share of the strip")]
    let top = |memory: &Memory| strip.top() + memory.place.share(rows, view) as f32 * way;
    if let Some(pointer) = response.interact_pointer_pos() {
        if ui.input(|input| input.pointer.any_pressed()) {
            let within = pointer.y - top(memory);
            memory.grabbed = if (0.0..=length).contains(&within) { within } else { length / 2.0 };
        }
        let share = f64::from(((pointer.y - memory.grabbed - strip.top()) / way).clamp(0.0, 1.0));
        memory.place.go_to_share(share, rows, view);
    }
    let tokens = tokens(ui);
    let (color, width) =
        if response.hovered() || response.dragged() { (tokens.soft, 8.0) } else { (tokens.silver, 5.0) };
    let top = top(memory);
    let handle =
        Rect::from_min_max(egui::pos2(strip.right() - 3.0 - width, top), egui::pos2(strip.right() - 3.0, top + length));
    ui.painter().rect_filled(handle, CornerRadius::same(4), color.gamma_multiply(0.7));
}
