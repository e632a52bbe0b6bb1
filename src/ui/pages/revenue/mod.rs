//! Revenue: every sale, whether it counts and why not, and where it was read; by customer and by month too.

mod choices;
mod footer;
mod groups;
mod rates;
mod rows;
mod sale;
mod what_if;

use egui::{Margin, Ui};

use super::super::command::{Command, Commands, Rows as Copied};
use super::super::outcome::Outcome;
use super::super::state::{SalesBy, SalesColumn, State};
use super::super::table::Table;
use super::super::theme::size;
use super::super::widgets::{at_the_end, card_frame, choice, command_button, soft};
use super::filled::{AROUND_TABLE, PANEL_ALONE, Part, filled, height_left, parts_ui, table_card};
use super::tools::{self, Search, Shape, tools_ui};
use super::what_if::assumed_ui;

/// The sales, and beside them the panel of one; in a narrow window in their place.
pub fn revenue_ui(ui: &mut Ui, state: &State, commands: &mut Commands, outcome: &Outcome) {
    rates::rates_ui(ui, state, commands);
    what_if::sale_ui(ui, state, commands);
    let selected = state.sales.selected.filter(|sale| *sale < outcome.ledger.sales.len());
    if let Some(sale) = selected.filter(|_| ui.available_width() < PANEL_ALONE) {
        sale::sale_ui(ui, state, commands, outcome, sale);
        return;
    }
    let least = Table::<SalesColumn>::least_height(size::ROW) + AROUND_TABLE;
    filled(ui, state.page.text_id(), least, |ui| {
        assumed_ui(ui, state, commands, outcome);
        let mut left = 0.0;
        parts_ui(ui, selected.is_some(), true, |ui, part| match (part, selected) {
            (Part::Panel, Some(sale)) => sale::sale_ui(ui, state, commands, outcome, sale),
            (Part::Footer, _) => {
                ui.add_space(size::GAP - 4.0);
                card_frame(ui).inner_margin(Margin::symmetric(16, 10)).show(ui, |ui| {
                    ui.set_min_width(ui.available_width());
                    footer::footer_ui(ui, state, commands);
                });
            }
            _ => left = sales_ui(ui, state, commands, outcome),
        });
        left
    });
}

/// The sales, or several together. Gives the height that was left for the table.
fn sales_ui(ui: &mut Ui, state: &State, commands: &mut Commands, outcome: &Outcome) -> f32 {
    bar_ui(ui, state, commands, outcome);
    ui.add_space(4.0);
    let left = height_left(ui);
    table_card(ui, |ui| {
        if outcome.ledger.sales.is_empty() {
            soft(ui, state.texts.get("no-sales"));
            command_button(ui, state, commands, Command::Import);
        } else if state.sales.rows.is_empty() {
            soft(ui, state.texts.get("no-sales-found"));
        } else if state.sales.shown_by == SalesBy::Row {
            rows::table_ui(ui, state, commands);
        } else {
            groups::table_ui(ui, state, commands);
        }
    });
    left
}

/// What is shown, and what can be said of it.
fn bar_ui(ui: &mut Ui, state: &State, commands: &mut Commands, outcome: &Outcome) {
    let count = state.texts.number(outcome.ledger.sales.len().into());
    let hint = state.texts.with("search-sales", &[("count", count.into())]);
    let search = Search { text: &state.sales.search, hint, command: Command::SearchSales };
    let shown = choices::filter_text(state, state.sales.filter);
    tools_ui(ui, state, commands, &search, shown, |ui, commands, shape| {
        let copy = Command::Copy(Copied::Sales(0..state.sales.rows.len()));
        match shape {
            Shape::Line => {
                choices::filter_ui(ui, state, commands, outcome);
                choices::by_ui(ui, state, commands);
                choices::only_ui(ui, state, commands);
                command_button(ui, state, commands, copy);
                at_the_end(ui, 300.0, |ui| {
                    command_button(ui, state, commands, Command::AskRates);
                    command_button(ui, state, commands, Command::AskSale);
                });
            }
            Shape::List => {
                choices::filters(ui, state, commands, outcome);
                ui.separator();
                choices::ways(ui, state, commands);
                ui.separator();
                for command in [copy, Command::AskSale, Command::AskRates] {
                    choice(ui, state, commands, false, command);
                }
            }
        }
    });
    if ui.available_width() < tools::NARROW && state.sales.only.is_some() {
        ui.horizontal(|ui| choices::only_ui(ui, state, commands));
    }
}
