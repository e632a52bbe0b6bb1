//! What the tables share: headings that sort, and the line below a row.

use egui::{
    Align, CursorIcon, Label, Layout, RichText, Role, Sense, Stroke, StrokeKind, Ui, UiBuilder, Vec2, WidgetInfo,
};
use lucide_icons::Icon;

use super::super::theme::{self, size, tokens};
use super::super::widgets::paint_icon;

/// The gap between columns.
pub const GAP: f32 = 8.0;

/// A column's heading.
pub struct Heading<'a> {
    /// The column's name.
    pub text: &'a str,
    /// What the name is a part of; stands above it.
    pub above: Option<&'a str>,
    /// What the column holds, where its name says too little.
    pub hint: Option<&'a str>,
    /// Whether the table is sorted by it, and whether the greatest comes first.
    pub sorted: Option<bool>,
    /// Where it stands in its cell.
    pub align: Align,
    /// How much of the cell's end it leaves free.
    pub inset: f32,
}

impl Heading<'_> {
    /// Shows the heading; true when it was clicked.
    pub fn show(&self, ui: &mut Ui) -> bool {
        row_line(ui);
        ui.set_max_width(ui.available_width() - self.inset);
        ui.with_layout(Layout::top_down(self.align), |ui| {
            ui.spacing_mut().item_spacing.y = 0.0;
            let height = if self.above.is_some() { 34.0 } else { 18.0 };
            ui.add_space((ui.available_height() - height).max(0.0) / 2.0);
            if let Some(above) = self.above {
                ui.add(Label::new(RichText::new(above).size(11.5).color(tokens(ui).soft)).truncate());
            }
            self.name_ui(ui)
        })
        .inner
    }

    fn name_ui(&self, ui: &mut Ui) -> bool {
        let color = if self.sorted.is_some() { tokens(ui).ink } else { tokens(ui).soft };
        let text = RichText::new(self.text).font(theme::semibold(size::SMALL)).color(color);
        let mut room = ui.available_rect_before_wrap();
        if self.sorted.is_some() {
            // For the arrow.
            room.max.x -= ARROW;
        }
        let label = Label::new(text).truncate().sense(Sense::click());
        let layout = Layout::top_down(self.align);
        let response = ui.scope_builder(UiBuilder::new().max_rect(room).layout(layout), |ui| ui.add(label)).inner;
        response.widget_info(|| WidgetInfo::labeled(Role::Button, true, self.text));
        if let Some(descending) = self.sorted {
            let at = response.rect.right_center() + Vec2::new(ARROW / 2.0, 0.0);
            paint_icon(ui, if descending { Icon::ArrowDown } else { Icon::ArrowUp }, at, 13.0, color);
        }
        if response.has_focus() {
            let stroke = Stroke::new(2.0, tokens(ui).accent);
            ui.painter().rect_stroke(response.rect.expand(3.0), 3, stroke, StrokeKind::Inside);
        }
        let response = match self.hint {
            Some(hint) => response.on_hover_text(hint),
            None => response,
        };
        response.on_hover_cursor(CursorIcon::PointingHand).clicked()
    }
}

/// The width of the arrow of a sorted column.
const ARROW: f32 = 16.0;

/// The line below a row, drawn cell by cell.
pub fn row_line(ui: &Ui) {
    let cell = ui.max_rect();
    let stroke = Stroke::new(1.0, tokens(ui).line);
    // Across the gap to the next cell too, and over the cell's own edge.
    let painter = ui.ctx().layer_painter(ui.layer_id()).with_clip_rect(ui.clip_rect().expand2(Vec2::new(GAP, 0.0)));
    painter.hline(cell.left() - GAP..=cell.right() + GAP, cell.bottom() - 0.5, stroke);
}
