//! The sales by customer, or by month.

use egui::{Align, Ui};

use super::super::super::command::{Command, Commands, Rows as Copied};
use super::super::super::rows::{currency_of, group_columns, group_heading, group_text};
use super::super::super::state::{GroupColumn, SalesBy, State};
use super::super::super::table::{Cell, Column, Rows, Table, text_ui};
use super::super::super::theme::{size, tokens};

/// The table of sales together; a click opens the rows behind them.
pub fn table_ui(ui: &mut Ui, state: &State, commands: &mut Commands) {
    let Some(outcome) = &state.sales.shown else { return };
    let by_month = state.sales.shown_by == SalesBy::Month;
    let column = |key| {
        let name = state.texts.get(group_heading(key, by_month));
        match key {
            GroupColumn::Of => Column::new(key, name, 200.0).growing(2.0),
            GroupColumn::Sales | GroupColumn::Counting => Column::new(key, name, 96.0).aligned(Align::Max),
            GroupColumn::Counted => Column::new(key, name, 170.0).aligned(Align::Max),
            GroupColumn::LeftOut => Column::new(key, name, 190.0).growing(1.0).aligned(Align::Max),
        }
    };
    let table = Table {
        salt: if by_month { "sales by month" } else { "sales by customer" },
        name: &state.texts.get("page-revenue"),
        texts: &state.texts,
        columns: &group_columns().map(column),
        sticky: 1,
        sort: state.sales.group_sort,
        items: &state.sales.rows,
        header: size::ROW,
    };
    let used = table.show(ui, &mut GroupRows { state, currency: currency_of(outcome) });
    if let Some(column) = used.sorted {
        commands.push(Command::SortGroups(column));
    }
    if let Some(range) = used.copied {
        commands.push(Command::Copy(Copied::Sales(range)));
    }
    if let Some(group) = used.opened.and_then(|item| state.sales.groups.get(item)) {
        commands.push(Command::OnlySales(Some(group.of.clone())));
    }
}

struct GroupRows<'a> {
    state: &'a State,
    currency: String,
}

impl Rows for GroupRows<'_> {
    fn text(&self, item: usize, column: usize) -> String {
        let (Some(group), Some(column)) = (self.state.sales.groups.get(item), group_columns().get(column).copied())
        else {
            return String::new();
        };
        group_text(&self.state.texts, &self.currency, group, column)
    }

    fn cell_ui(&mut self, ui: &mut Ui, item: usize, column: usize) {
        let text = self.text(item, column);
        let (align, color) = match group_columns().get(column) {
            Some(GroupColumn::Of) | None => (Align::Min, tokens(ui).ink),
            Some(GroupColumn::LeftOut) => (Align::Max, tokens(ui).soft),
            Some(_) => (Align::Max, tokens(ui).ink),
        };
        text_ui(ui, &Cell { align, ..Cell::new(&text, color) });
    }

    fn is_open(&self, _: usize) -> bool {
        false
    }
}
