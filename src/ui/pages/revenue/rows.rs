//! The sales, a row each.

use egui::{Align, FontId, Ui, Vec2};

use super::super::super::command::{Command, Commands, Rows as Copied};
use super::super::super::outcome::Outcome;
use super::super::super::rows::{sale_text, sales_columns, sales_heading, why_not_detail};
use super::super::super::state::{SalesColumn, State};
use super::super::super::table::{Cell, Column, Rows, Table, cell_ui, text_ui};
use super::super::super::theme::{size, tokens};
use super::super::super::widgets::{assumed_tick, tick};

/// The table of sales.
pub fn table_ui(ui: &mut Ui, state: &State, commands: &mut Commands) {
    let Some(outcome) = &state.sales.shown else { return };
    let column = |key| {
        let name = state.texts.get(sales_heading(key));
        match key {
            SalesColumn::Date => Column::new(key, name, 108.0),
            SalesColumn::Customer | SalesColumn::Product => Column::new(key, name, 130.0).growing(1.0),
            SalesColumn::Amount => Column::new(key, name, 138.0).aligned(Align::Max),
            SalesColumn::Counts => Column::new(key, name, 178.0).growing(0.5),
            // The row is told last, and is what people look for.
            SalesColumn::From => Column::new(key, name, 230.0).growing(1.0),
        }
    };
    let table = Table {
        salt: "sales",
        name: &state.texts.get("page-revenue"),
        texts: &state.texts,
        columns: &sales_columns().map(column),
        sticky: 1,
        sort: state.sales.sort,
        items: &state.sales.rows,
        header: size::ROW,
    };
    let used = table.show(ui, &mut SaleRows { state, outcome });
    if let Some(column) = used.sorted {
        commands.push(Command::SortSales(column));
    }
    if let Some(range) = used.copied {
        commands.push(Command::Copy(Copied::Sales(range)));
    }
    // While others are put in order, these may be no longer where they were.
    if !state.outcome.as_ref().is_some_and(|current| std::sync::Arc::ptr_eq(&current.ledger, &outcome.ledger)) {
        return;
    }
    let open = state.sales.selected;
    match (used.opened, used.moved) {
        (Some(item), _) => commands.push(Command::SelectSale((open != Some(item)).then_some(item))),
        (None, Some(item)) if open.is_some() => commands.push(Command::SelectSale(Some(item))),
        _ => {}
    }
}

struct SaleRows<'a> {
    state: &'a State,
    outcome: &'a Outcome,
}

impl Rows for SaleRows<'_> {
    fn text(&self, item: usize, column: usize) -> String {
        let column = sales_columns().get(column).copied();
        column.map(|column| sale_text(self.outcome, &self.state.texts, item, column)).unwrap_or_default()
    }

    fn cell_ui(&mut self, ui: &mut Ui, item: usize, column: usize) {
        let (Some(sale), Some(column)) = (self.outcome.ledger.sales.get(item), sales_columns().get(column).copied())
        else {
            return;
        };
        let tokens = tokens(ui);
        let ink = if sale.assumed { tokens.assumed } else { tokens.ink };
        let text = sale_text(self.outcome, &self.state.texts, item, column);
        match column {
            SalesColumn::Date | SalesColumn::Customer | SalesColumn::Product => text_ui(ui, &Cell::new(&text, ink)),
            SalesColumn::Amount => text_ui(ui, &Cell { align: Align::Max, ..Cell::new(&text, ink) }),
            SalesColumn::Counts => counts_ui(ui, self.state, self.outcome, item, &text),
            SalesColumn::From => {
                text_ui(ui, &Cell { font: FontId::proportional(size::SMALL), ..Cell::new(&text, tokens.soft) });
            }
        }
    }

    fn is_open(&self, item: usize) -> bool {
        self.state.sales.selected == Some(item)
    }
}

fn counts_ui(ui: &mut Ui, state: &State, outcome: &Outcome, item: usize, text: &str) {
    let Some(sale) = outcome.ledger.sales.get(item) else { return };
    let (texts, tokens) = (&state.texts, tokens(ui));
    let why_not = outcome.readiness.sales.get(item).copied().flatten();
    let beside = |ui: &mut Ui, text: &str, left: f32| {
        let mut room = ui.max_rect();
        room.min.x += left;
        let mut child = ui.new_child(egui::UiBuilder::new().max_rect(room).id_salt("beside"));
        text_ui(&mut child, &Cell { font: FontId::proportional(size::SMALL), ..Cell::new(text, tokens.soft) });
    };
    match why_not {
        None => {
            let side = Vec2::splat(16.0);
            let note = match (sale.assumed, sale.amount.is_sign_negative()) {
                (true, _) => texts.get("assumed"),
                (false, true) => texts.get("refund"),
                (false, false) => String::new(),
            };
            if sale.assumed {
                cell_ui(ui, Align::Min, side, |ui| assumed_tick(ui, &note));
            } else {
                cell_ui(ui, Align::Min, side, |ui| tick(ui, text));
            }
            beside(ui, &note, 24.0);
        }
        Some(reason) => {
            let words = texts.get(&format!("sale-{}", reason.as_str()));
            text_ui(ui, &Cell::new(&words, tokens.missing));
            if let Some(detail) = why_not_detail(outcome, texts, sale, reason) {
                let font = FontId::proportional(size::SECTION);
                let width = ui.painter().layout_no_wrap(words, font, tokens.missing).size().x;
                if width + 20.0 < ui.max_rect().width() {
                    beside(ui, &detail, width + 8.0);
                }
            }
        }
    }
}
