//! A table as all pages show it: of any length, with headings that sort, columns to widen, of which the first stay in
//! sight, moved through by keyboard, copied as text, and named row by row for those who can't see it.

mod cells;
mod columns;
mod edges;
mod heading;
mod keys;
mod lines;
mod paint;
mod place;
mod scroll_bar;

pub use cells::{Cell, cell_ui, text_ui};
pub use columns::Column;
pub use lines::{GAP, row_line};

use std::ops::Range;

use egui::{Id, Rect, Role, Sense, Stroke, StrokeKind, Ui, UiBuilder, WidgetInfo};

use crate::texts::Texts;

use super::state::Sort;
use super::theme::{size, tokens};

use keys::follow_keys;
use paint::Painted;
use place::Place;

/// What a table shows.
pub struct Table<'a, C> {
    /// Tells it from other tables.
    pub salt: &'static str,
    /// What it is called.
    pub name: &'a str,
    /// What the program says, in the user's language.
    pub texts: &'a Texts,
    /// Its columns.
    pub columns: &'a [Column<C>],
    /// How many of the first columns stay in sight.
    pub sticky: usize,
    /// How it is sorted.
    pub sort: Sort<C>,
    /// What stands in its rows, in their order.
    pub items: &'a [usize],
    /// The height of the headings.
    pub header: f32,
}

/// What stands in the cells of a table.
pub trait Rows {
    /// What a cell says in words: for those who can't see it, and to be copied.
    fn text(&self, item: usize, column: usize) -> String;

    /// Shows a cell, within the ui's own rectangle.
    fn cell_ui(&mut self, ui: &mut Ui, item: usize, column: usize);

    /// Whether the item's panel is open.
    fn is_open(&self, item: usize) -> bool;
}

/// What the user did with a table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Used<C> {
    /// The column by which to sort.
    pub sorted: Option<C>,
    /// The item that was clicked, or opened by Enter.
    pub opened: Option<usize>,
    /// The item to which the keyboard went.
    pub moved: Option<usize>,
    /// The rows to copy.
    pub copied: Option<Range<usize>>,
}

impl<C> Default for Used<C> {
    fn default() -> Self {
        Self { sorted: None, opened: None, moved: None, copied: None }
    }
}

/// What a table remembers from frame to frame.
#[derive(Debug, Clone, Default)]
struct Memory {
    /// How far it is scrolled down.
    place: Place,
    /// The current row, and the item that stood in it.
    cursor: Option<(usize, usize)>,
    /// Where the marked rows begin; they end at the cursor.
    anchor: Option<usize>,
    /// The first of the columns that don't stay, to which the keyboard went.
    column: usize,
    /// The widths that the columns were given, before the user changed them.
    given: Vec<f32>,
    /// Where the scroll bar's handle was taken.
    grabbed: f32,
}

/// Fewer rows tell too little of a table.
const LEAST_ROWS: f32 = 5.0;

impl<C: Copy + PartialEq> Table<'_, C> {
    /// Shows the table in all the room there is.
    pub fn show(&self, ui: &mut Ui, rows: &mut dyn Rows) -> Used<C> {
        let id = ui.make_persistent_id(self.salt);
        let room = ui.available_rect_before_wrap();
        let mut memory: Memory = ui.data(|data| data.get_temp(id)).unwrap_or_default();
        let mut used = Used::default();

        let response = ui.interact(room, id, Sense::focusable_noninteractive());
        response.widget_info(|| WidgetInfo::labeled(Role::Grid, true, self.name));
        ui.ctx().accesskit_node_builder(id, |node| {
            node.set_row_count(self.items.len());
            node.set_column_count(self.columns.len());
        });

        let bar = scroll_bar::width(self.items.len(), room.height() - self.header - scroll_bar::ACROSS - 1.0);
        let inner = room.with_max_x(room.right() - bar);
        let mut child = ui.new_child(UiBuilder::new().max_rect(inner).accessibility_parent(id));
        columns::lay_out(&child, self, inner.width(), &mut memory.given);
        // Room for the bar across is always kept, or its coming and going would move the rows that bring it.
        let view = (inner.height() - self.header - scroll_bar::ACROSS - 1.0).max(0.0);

        self.find_cursor(&mut memory);
        let to_column = follow_keys(ui, id, self, &mut memory, view, &mut used);
        if ui.rect_contains_pointer(room) {
            // Where the rows come to their end, the page goes on.
            let down = -ui.input(|input| input.smooth_scroll_delta.y);
            let taken = memory.place.scroll_by(down, self.items.len(), view);
            ui.input_mut(|input| input.smooth_scroll_delta.y += taken);
        }
        memory.place.keep_within(self.items.len(), view, ui.pixels_per_point());

        let mut painted = Painted { id, table: self, rows, memory: &mut memory, view, used: &mut used };
        painted.show(&mut child, to_column);

        if bar > 0.0 {
            let strip = Rect::from_min_max(egui::pos2(inner.right(), room.top() + self.header), room.max);
            scroll_bar::down_ui(ui, id, self.name, strip, self.items.len(), view, &mut memory);
        }
        if response.has_focus() {
            let stroke = Stroke::new(2.0, tokens(ui).accent);
            ui.painter().rect_stroke(room.expand(2.0), size::CONTROL_RADIUS, stroke, StrokeKind::Inside);
        }
        ui.advance_cursor_after_rect(room);
        ui.data_mut(|data| data.insert_temp(id, memory));
        used
    }

    /// The least height in which the table is of use: its headings and a few rows.
    pub fn least_height(header: f32) -> f32 {
        header + LEAST_ROWS * size::ROW + scroll_bar::ACROSS + 1.0
    }

    /// Finds the row of the cursor again after the rows changed.
    fn find_cursor(&self, memory: &mut Memory) {
        let Some((row, item)) = memory.cursor else { return };
        if self.items.get(row) != Some(&item) {
            let found = self.items.iter().position(|other| *other == item);
            memory.cursor = found.map(|row| (row, item));
            memory.anchor = found;
        }
    }
}

impl Memory {
    /// Puts the cursor on a row; what is marked begins there too, unless it is to grow.
    fn go_to(&mut self, row: usize, item: usize, grows: bool) {
        self.cursor = Some((row, item));
        if !grows || self.anchor.is_none() {
            self.anchor = Some(row);
        }
    }

    /// The marked rows.
    fn marked(&self) -> Option<Range<usize>> {
        let (row, _) = self.cursor?;
        let from = self.anchor.unwrap_or(row);
        Some(from.min(row)..from.max(row) + 1)
    }
}

/// The node of a row for those who can't see it.
fn row_id(table: Id, row: usize) -> Id {
    table.with(("row", row))
}
