//! The line below a row.

use egui::{Stroke, Ui, Vec2};

use super::super::theme::tokens;

/// The gap between columns.
pub const GAP: f32 = 8.0;

/// The line below a row, drawn cell by cell.
pub fn row_line(ui: &Ui) {
    let cell = ui.max_rect();
    let stroke = Stroke::new(1.0, tokens(ui).line);
    // Across the gap to the next cell too, and over the cell's own edge.
    let painter = ui.ctx().layer_painter(ui.layer_id()).with_clip_rect(ui.clip_rect().expand2(Vec2::new(GAP, 0.0)));
    painter.hline(cell.left() - GAP..=cell.right() + GAP, cell.bottom() - 0.5, stroke);
}
