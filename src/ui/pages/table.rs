//! What the tables share: headings that sort, and the line below a row.

use egui::{Label, RichText, Role, Sense, Stroke, Ui, Vec2, WidgetInfo};
use lucide_icons::Icon;

use super::super::theme::{self, size, tokens};
use super::super::widgets::paint_icon;

/// The gap between columns.
pub const GAP: f32 = 8.0;

/// A column's heading; true when it was clicked. `sorted` tells whether the table is sorted by it, and which way.
pub fn heading(ui: &mut Ui, text: &str, hint: Option<&str>, sorted: Option<bool>) -> bool {
    let color = if sorted.is_some() { tokens(ui).ink } else { tokens(ui).soft };
    let label = RichText::new(text).font(theme::semibold(size::SMALL)).color(color);
    ui.spacing_mut().item_spacing.x = 2.0;
    if sorted.is_some() {
        ui.set_max_width(ui.available_width() - 16.0);
    }
    let response = ui.add(Label::new(label).truncate().sense(Sense::click()));
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, text));
    if let Some(descending) = sorted {
        let at = response.rect.right_center() + Vec2::new(9.0, 0.0);
        paint_icon(ui, if descending { Icon::ArrowDown } else { Icon::ArrowUp }, at, 13.0, color);
    }
    if response.has_focus() {
        let stroke = Stroke::new(2.0, tokens(ui).accent);
        ui.painter().rect_stroke(response.rect.expand(3.0), 3, stroke, egui::StrokeKind::Inside);
    }
    let response = match hint {
        Some(hint) => response.on_hover_text(hint),
        None => response,
    };
    response.on_hover_cursor(egui::CursorIcon::PointingHand).clicked()
}

/// The line below a row, drawn cell by cell.
pub fn row_line(ui: &Ui) {
    let cell = ui.max_rect();
    let stroke = Stroke::new(1.0, tokens(ui).line);
    // Across the gap to the next cell too, and over the cell's own edge.
    let painter = ui.ctx().layer_painter(ui.layer_id()).with_clip_rect(ui.clip_rect().expand2(Vec2::new(GAP, 0.0)));
    painter.hline(cell.left() - GAP..=cell.right() + GAP, cell.bottom() - 0.5, stroke);
}
