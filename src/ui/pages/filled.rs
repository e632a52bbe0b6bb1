//! A page that a table fills. Where what stands around the table leaves too little for it, the page scrolls as a whole.

use egui::{Margin, ScrollArea, Ui, UiBuilder, Vec2};

use super::super::theme::size;
use super::super::widgets::card_frame;
use super::{SCROLL_BAR, follow_focus};

/// A narrower page has no room for a panel beside the table: the panel comes in its place.
pub const PANEL_ALONE: f32 = 520.0;
/// The width of the panel beside a table.
const PANEL: f32 = 284.0;
/// The space between a table and the edge of its card, above and below.
const MARGIN: i8 = 4;
/// The height that the card takes beyond the table.
pub const AROUND_TABLE: f32 = 2.0 * MARGIN as f32 + 2.0;

/// Shows a page with a table that needs so much height at least. The page gives the height that was left for the table.
pub fn filled(ui: &mut Ui, id: &str, least: f32, page: impl FnOnce(&mut Ui) -> f32) {
    let known = ui.scope_id().with((id, "around the table"));
    let around: f32 = ui.data(|data| data.get_temp(known)).unwrap_or_default();
    // The bar stands in the page's margin, not over the table.
    let room = ui.available_rect_before_wrap().with_max_x(ui.max_rect().right() + SCROLL_BAR);
    let height = room.height().max(around + least);
    ui.scope_builder(UiBuilder::new().max_rect(room), |ui| {
        ScrollArea::vertical().id_salt(id).auto_shrink(false).show(ui, |ui| {
            let size = Vec2::new(ui.available_width() - SCROLL_BAR, height);
            let (_, rect) = ui.allocate_space(size);
            let left = ui.scope_builder(UiBuilder::new().max_rect(rect), page).inner;
            follow_focus(ui);
            if (height - left - around).abs() > 0.5 {
                ui.data_mut(|data| data.insert_temp(known, height - left));
                ui.ctx().request_discard("the height around the table was not known");
            }
        });
    });
}

/// The height that is left down to the end of the page. It is below zero where there is no more room.
pub fn height_left(ui: &Ui) -> f32 {
    ui.max_rect().bottom() - ui.cursor().top()
}

/// The card of the table, in all the room there is.
pub fn table_card(ui: &mut Ui, table: impl FnOnce(&mut Ui)) {
    card_frame(ui).inner_margin(Margin::symmetric(8, MARGIN)).show(ui, |ui| {
        ui.set_min_size(ui.available_size());
        table(ui);
    });
}

/// A part of the page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// The table and what stands above it.
    Table,
    /// The panel beside the table.
    Panel,
    /// What stands below both.
    Footer,
}

/// Shows the parts of a page one after the other, so that who goes by Tab comes to them as who reads does.
pub fn parts_ui(ui: &mut Ui, has_panel: bool, has_footer: bool, mut show: impl FnMut(&mut Ui, Part)) {
    let known = ui.scope_id().with("height of the footer");
    let footer: f32 = if has_footer { ui.data(|data| data.get_temp(known)).unwrap_or_default() } else { 0.0 };
    let room = ui.available_rect_before_wrap();
    let above = room.with_max_y(room.bottom() - footer);
    let panel = if has_panel { PANEL + size::GAP } else { 0.0 };
    let (table, beside) = above.split_left_right_at_x(room.right() - panel);
    ui.scope_builder(UiBuilder::new().max_rect(table), |ui| show(ui, Part::Table));
    if has_panel {
        let beside = beside.with_min_x(beside.left() + size::GAP);
        ui.scope_builder(UiBuilder::new().max_rect(beside), |ui| show(ui, Part::Panel));
    }
    if has_footer {
        let below = room.with_min_y(above.bottom());
        let height =
            ui.scope_builder(UiBuilder::new().max_rect(below), |ui| show(ui, Part::Footer)).response.rect.height();
        if (height - footer).abs() > 0.5 {
            ui.data_mut(|data| data.insert_temp(known, height));
            ui.ctx().request_discard("the height of the footer was not known");
        }
    }
}
