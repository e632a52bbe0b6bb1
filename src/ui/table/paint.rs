//! The rows in sight, given to the table underneath.

use egui::{Align, Context, Id, Layout, Rect, Role, Sense, Stroke, Ui, UiBuilder, WidgetInfo};
use egui_table::{CellInfo, HeaderCellInfo, HeaderRow, TableDelegate};

use super::super::theme::{size, tokens};
use super::columns::bare;
use super::edges::edges_ui;
use super::heading::heading_ui;
use super::place::InSight;
use super::{Memory, Rows, Table, Used, row_id, scroll_bar};

/// The space at both sides of a cell.
const PADDING: f32 = 8.0;

/// A table about to be painted.
pub struct Painted<'a, 't, C> {
    pub id: Id,
    pub table: &'a Table<'t, C>,
    pub rows: &'a mut dyn Rows,
    pub memory: &'a mut Memory,
    /// The height of the rows in sight.
    pub view: f32,
    pub used: &'a mut Used<C>,
}

/// The table underneath knows of no more rows than are in sight; which those are is reckoned here.
struct Delegate<'p, 'a, 't, C> {
    painted: &'p mut Painted<'a, 't, C>,
    seen: InSight,
}

impl<C: Copy + PartialEq> Painted<'_, '_, C> {
    /// Shows the headings and the rows in sight.
    pub fn show(&mut self, ui: &mut Ui, to_column: Option<usize>) {
        let line = Stroke::new(1.0, tokens(ui).line);
        let visuals = ui.visuals_mut();
        // Between columns there are no lines, until somebody is about to move them.
        visuals.widgets.noninteractive.bg_stroke = Stroke::NONE;
        let scroll = &mut ui.spacing_mut().scroll;
        *scroll = egui::style::ScrollStyle::solid();
        scroll.bar_inner_margin = scroll_bar::ACROSS - scroll.bar_width;
        scroll.dormant_handle_opacity = 0.6;
        let seen = self.memory.place.in_sight(self.table.items.len(), self.view);
        let body = Rect::from_min_size(
            ui.max_rect().min + egui::vec2(0.0, self.table.header),
            egui::vec2(ui.max_rect().width(), self.view),
        );
        ui.painter().hline(body.x_range(), body.top() - 0.5, line);
        for local in 0..seen.count {
            self.row_ui(ui, seen, local, body);
        }
        let mut table = egui_table::Table::new()
            .id_salt(self.table.salt)
            .num_rows(seen.count as u64)
            .columns(bare(self.table.columns))
            .num_sticky_cols(self.table.sticky)
            .headers([HeaderRow::new(self.table.header)]);
        if let Some(column) = to_column {
            table = table.scroll_to_column(column, Some(Align::Min));
        }
        table.show(ui, &mut Delegate { painted: self, seen });
        edges_ui(ui, self.table);
    }

    /// The ground of a row, which can be clicked all over, and its name.
    fn row_ui(&mut self, ui: &Ui, seen: InSight, local: usize, body: Rect) {
        let row = seen.first + local;
        let Some(item) = self.table.items.get(row).copied() else { return };
        let top = body.top() + row_top(local, seen.hidden);
        let rect = body.with_min_y(top).with_max_y(top + size::ROW).intersect(body);
        let response = ui.interact(rect, row_id(self.id, row), Sense::CLICK);
        let is_marked = self.memory.marked().is_some_and(|marked| marked.contains(&row));
        let is_open = self.rows.is_open(item);
        response.widget_info(|| WidgetInfo::labeled(Role::Row, true, self.row_name(item)));
        ui.ctx().accesskit_node_builder(response.id, |node| {
            node.set_row_index(row);
            node.set_selected(is_marked || is_open);
        });
        let tokens = tokens(ui);
        let fill = match (is_open, is_marked, ui.rect_contains_pointer(rect)) {
            (true, ..) => Some(tokens.accent.gamma_multiply(0.16)),
            (_, true, _) => Some(tokens.accent.gamma_multiply(0.09)),
            (.., true) => Some(tokens.bar.gamma_multiply(0.6)),
            _ => None,
        };
        let painter = ui.painter().with_clip_rect(body);
        if let Some(fill) = fill {
            painter.rect_filled(rect, 0, fill);
        }
        painter.hline(body.x_range(), top + size::ROW - 0.5, Stroke::new(1.0, tokens.line));
        if response.clicked() {
            self.click(row, ui);
        }
    }

    fn click(&mut self, row: usize, ui: &Ui) {
        if let Some(item) = self.table.items.get(row) {
            self.memory.go_to(row, *item, ui.input(|input| input.modifiers.shift));
            self.used.opened = Some(*item);
            ui.memory_mut(|memory| memory.request_focus(self.id));
        }
    }

    fn row_name(&self, item: usize) -> String {
        let texts = (0..self.table.columns.len()).map(|column| self.rows.text(item, column));
        texts.filter(|text| !text.is_empty()).collect::<Vec<_>>().join(", ")
    }
}

impl<C: Copy + PartialEq> TableDelegate for Delegate<'_, '_, '_, C> {
    fn header_cell_ui(&mut self, ui: &mut Ui, cell: &HeaderCellInfo) {
        let Some(column) = self.painted.table.columns.get(cell.col_range.start) else { return };
        ui.ctx().accesskit_node_builder(ui.unique_id(), |node| {
            node.set_role(Role::ColumnHeader);
            node.set_bounds(bounds(ui.max_rect()));
        });
        let sort = self.painted.table.sort;
        let sorted = (sort.column == column.key).then_some(sort.descending);
        let room = ui.max_rect().shrink2(egui::vec2(PADDING, 0.0));
        let mut inner = ui.new_child(UiBuilder::new().max_rect(room));
        if heading_ui(&mut inner, column, sorted) {
            self.painted.used.sorted = Some(column.key);
        }
    }

    fn cell_ui(&mut self, ui: &mut Ui, cell: &CellInfo) {
        let row = self.row(cell.row_nr);
        let Some(item) = self.painted.table.items.get(row).copied() else { return };
        let outer = ui.max_rect();
        // The first row in sight begins above, and the last ends below, what is in sight of them.
        let top = if cell.row_nr == 0 { outer.top() - self.seen.hidden } else { outer.top() };
        let whole = Rect::from_min_size(egui::pos2(outer.left(), top), egui::vec2(outer.width(), size::ROW));
        let builder = UiBuilder::new()
            .max_rect(whole.shrink2(egui::vec2(PADDING, 0.0)))
            .id_salt((row, cell.col_nr))
            .layout(Layout::left_to_right(Align::Center))
            .accessibility_parent(row_id(self.painted.id, row))
            .accessibility_role(Role::Cell);
        let mut inner = ui.new_child(builder);
        let rows = &mut *self.painted.rows;
        ui.ctx().accesskit_node_builder(inner.unique_id(), |node| {
            node.set_label(rows.text(item, cell.col_nr));
            node.set_bounds(bounds(whole));
            node.set_row_index(row);
            node.set_column_index(cell.col_nr);
        });
        rows.cell_ui(&mut inner, item, cell.col_nr);
        if ui.is_sizing_pass() {
            ui.set_min_width(inner.min_size().x + 2.0 * PADDING);
        }
    }

    fn row_top_offset(&self, _: &Context, _: Id, local: u64) -> f32 {
        if local == 0 {
            return 0.0;
        }
        #[expect(clippy::cast_possible_truncation, reason = "a screen has few rows")]
        row_top(local as usize, self.seen.hidden).min(self.painted.view)
    }
}

impl<C> Delegate<'_, '_, '_, C> {
    fn row(&self, local: u64) -> usize {
        self.seen.first + usize::try_from(local).unwrap_or_default()
    }
}

/// Where something stands, for those who can't see it.
fn bounds(rect: Rect) -> egui::accesskit::Rect {
    let [x0, y0, x1, y1] = [rect.min.x, rect.min.y, rect.max.x, rect.max.y].map(f64::from);
    egui::accesskit::Rect { x0, y0, x1, y1 }
}

/// How far below the first row in sight another begins.
fn row_top(local: usize, hidden: f32) -> f32 {
    #[expect(clippy::cast_precision_loss, reason = "a screen has few rows")]
    let rows = local as f32;
    rows * size::ROW - hidden
}
