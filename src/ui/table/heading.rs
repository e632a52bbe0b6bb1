//! A column's heading, which sorts.

use egui::{
    Align, CursorIcon, Label, Layout, RichText, Role, Sense, Stroke, StrokeKind, Ui, UiBuilder, Vec2, WidgetInfo,
};
use lucide_icons::Icon;

use super::super::theme::{self, size, tokens};
use super::super::widgets::paint_icon;
use super::Column;

/// The width of the arrow of a sorted column.
const ARROW: f32 = 16.0;

/// Shows a heading; true when it was clicked.
pub fn heading_ui<C>(ui: &mut Ui, column: &Column<C>, sorted: Option<bool>) -> bool {
    ui.with_layout(Layout::top_down(column.align), |ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        let height = if column.above.is_some() { 48.0 } else { 18.0 };
        ui.add_space((ui.available_height() - height).max(0.0) / 2.0);
        if let Some(above) = &column.above {
            ui.add(Label::new(RichText::new(above).size(11.5).color(tokens(ui).soft)).truncate());
        }
        name_ui(ui, column, sorted)
    })
    .inner
}

fn name_ui<C>(ui: &mut Ui, column: &Column<C>, sorted: Option<bool>) -> bool {
    let color = if sorted.is_some() { tokens(ui).ink } else { tokens(ui).soft };
    let text = RichText::new(&column.name).font(theme::semibold(size::SMALL)).color(color);
    let mut room = ui.available_rect_before_wrap();
    match (sorted, column.align) {
        (Some(_), Align::Center) => room = room.shrink2(Vec2::new(ARROW / 2.0, 0.0)),
        (Some(_), _) => room.max.x -= ARROW,
        (None, _) => {}
    }
    let label = Label::new(text).sense(Sense::click());
    let label = if column.above.is_some() { label.wrap() } else { label.truncate() };
    let layout = Layout::top_down(column.align);
    let response = ui.scope_builder(UiBuilder::new().max_rect(room).layout(layout), |ui| ui.add(label)).inner;
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &column.name));
    if let Some(descending) = sorted {
        let at = response.rect.right_center() + Vec2::new(ARROW / 2.0, 0.0);
        paint_icon(ui, if descending { Icon::ArrowDown } else { Icon::ArrowUp }, at, 13.0, color);
    }
    if response.has_focus() {
        let stroke = Stroke::new(2.0, tokens(ui).accent);
        ui.painter().rect_stroke(response.rect.expand(3.0), 3, stroke, StrokeKind::Inside);
    }
    let response = match &column.hint {
        Some(hint) => response.on_hover_text(hint),
        None => response,
    };
    response.on_hover_cursor(CursorIcon::PointingHand).clicked()
}
