//! What cells are made of.

use std::sync::Arc;

use egui::text::{LayoutJob, TextWrapping};
use egui::{Align, Align2, Color32, FontId, Galley, Layout, Rect, Response, Sense, Ui, UiBuilder, Vec2};

use super::super::theme::size;

/// The text of a cell and how it looks.
pub struct Cell<'a> {
    /// The words.
    pub text: &'a str,
    /// Their size and weight.
    pub font: FontId,
    /// Their colour.
    pub color: Color32,
    /// Where they stand.
    pub align: Align,
    /// In how many lines they may stand.
    pub lines: usize,
}

impl<'a> Cell<'a> {
    /// Text as most cells have it.
    pub fn new(text: &'a str, color: Color32) -> Self {
        Self { text, font: FontId::proportional(size::SECTION), color, align: Align::Min, lines: 1 }
    }

    fn galley(&self, ui: &Ui, width: f32) -> Arc<Galley> {
        let mut job = LayoutJob::simple_singleline(self.text.to_owned(), self.font.clone(), self.color);
        job.wrap = TextWrapping::truncate_at_width(width);
        if self.lines > 1 {
            (job.wrap.max_rows, job.wrap.break_anywhere) = (self.lines, false);
        }
        ui.painter().layout_job(job)
    }
}

/// Shows a cell that is nothing but text; what has no room is told on hover.
pub fn text_ui(ui: &mut Ui, cell: &Cell<'_>) {
    if cell.text.is_empty() {
        return;
    }
    if ui.is_sizing_pass() {
        // The user wants the column as wide as its words.
        ui.allocate_space(cell.galley(ui, f32::INFINITY).size());
        return;
    }
    let room = ui.max_rect();
    let galley = cell.galley(ui, room.width());
    let (anchor, at) = match cell.align {
        Align::Min => (Align2::LEFT_CENTER, room.left_center()),
        Align::Center => (Align2::CENTER_CENTER, room.center()),
        Align::Max => (Align2::RIGHT_CENTER, room.right_center()),
    };
    let place = anchor.anchor_size(at, galley.size());
    let elided = galley.elided;
    ui.painter().galley(place.min, galley, cell.color);
    if elided {
        let id = ui.unique_id().with("whole");
        ui.interact(room, id, Sense::hover()).on_hover_text(cell.text);
    }
}

/// Shows something of a known size in a cell.
pub fn cell_ui(ui: &mut Ui, align: Align, size: Vec2, add: impl FnOnce(&mut Ui) -> Response) -> Response {
    let room = ui.max_rect();
    let anchor = match align {
        Align::Min => Align2::LEFT_CENTER.anchor_size(room.left_center(), size),
        Align::Center => Align2::CENTER_CENTER.anchor_size(room.center(), size),
        Align::Max => Align2::RIGHT_CENTER.anchor_size(room.right_center(), size),
    };
    let rect = Rect::from_min_size(anchor.min, size);
    let layout = Layout::left_to_right(Align::Center);
    ui.scope_builder(UiBuilder::new().max_rect(rect).layout(layout), add).inner
}
