//! Rows of which only those in sight are painted, and the cells side by side in them.

use egui::{Align, Label, Layout, Pos2, Rect, RichText, Sense, Ui, UiBuilder, Vec2};

use super::super::super::theme::size;

/// Places lie too close for small numbers beyond so many rows; nobody reads that far.
pub const MOST: usize = 20_000;

/// Rows of one height below each other.
pub fn rows_ui(ui: &mut Ui, count: usize, height: f32, mut row: impl FnMut(&mut Ui, usize)) {
    let count = count.min(MOST);
    #[expect(clippy::cast_precision_loss, reason = "there are no more rows than are exact")]
    let all = Vec2::new(ui.available_width(), height * count as f32);
    let (rect, _) = ui.allocate_exact_size(all, Sense::hover());
    let sight = ui.clip_rect();
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a place in the list")]
    let place = |y: f32| ((y - rect.top()) / height).max(0.0) as usize;
    for at in place(sight.top())..(place(sight.bottom()) + 1).min(count) {
        #[expect(clippy::cast_precision_loss, reason = "there are no more rows than are exact")]
        let top = rect.top() + height * at as f32;
        let row_rect = Rect::from_min_size(Pos2::new(rect.left(), top), Vec2::new(rect.width(), height));
        let layout = Layout::left_to_right(Align::Center);
        row(&mut ui.new_child(UiBuilder::new().max_rect(row_rect).layout(layout).id_salt(at)), at);
    }
}

/// Cells side by side across a row, each as wide as told.
pub fn cells_ui<const N: usize>(
    ui: &mut Ui,
    widths: [f32; N],
    align: [Align; N],
    mut cell: impl FnMut(&mut Ui, usize),
) {
    let row = ui.available_rect_before_wrap();
    let mut left = row.left();
    for (at, (width, align)) in widths.into_iter().zip(align).enumerate() {
        let rect = Rect::from_min_size(Pos2::new(left, row.top()), Vec2::new((width - GAP).max(0.0), row.height()));
        let layout = match align {
            Align::Max => Layout::right_to_left(Align::Center),
            Align::Min | Align::Center => Layout::left_to_right(Align::Center),
        };
        let mut ui = ui.new_child(UiBuilder::new().max_rect(rect).layout(layout).id_salt(at));
        ui.set_clip_rect(ui.clip_rect().intersect(rect.expand(2.0)));
        cell(&mut ui, at);
        left += width;
    }
}

/// The gap between cells.
const GAP: f32 = 12.0;

/// A cell's text, cut where there is no room for it; all of it shows where the pointer rests.
pub fn cell_text(ui: &mut Ui, text: impl Into<String>) {
    ui.add(Label::new(RichText::new(text).size(size::SECTION)).truncate());
}
