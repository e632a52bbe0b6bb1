//! Revenue: every sale, whether it counts and why not, and where it was read; by customer and by month too.

mod choices;
mod footer;
mod groups;
mod rates;
mod rows;
mod sale;
mod what_if;

use egui::{Panel, Ui};

use super::super::command::{Command, Commands, Rows as Copied};
use super::super::outcome::Outcome;
use super::super::state::{SalesBy, State};
use super::super::theme::size;
use super::super::widgets::{at_the_end, card_frame, command_button, search_field, soft};

/// The sales.
pub fn revenue_ui(ui: &mut Ui, state: &State, commands: &mut Commands, outcome: &Outcome) {
    Panel::bottom("sales footer").frame(egui::Frame::new()).show_separator_line(false).show(ui, |ui| {
        ui.add_space(size::GAP - 4.0);
        card_frame(ui).inner_margin(egui::Margin::symmetric(16, 10)).show(ui, |ui| {
            ui.set_min_width(ui.available_width());
            footer::footer_ui(ui, state, commands);
        });
    });
    if let Some(sale) = state.sales.selected.filter(|sale| *sale < outcome.ledger.sales.len()) {
        Panel::right("sale")
            .exact_size(300.0)
            .resizable(false)
            .frame(egui::Frame::new())
            .show_separator_line(false)
            .show(ui, |ui| {
                ui.horizontal_top(|ui| {
                    ui.add_space(size::GAP);
                    ui.vertical(|ui| sale::sale_ui(ui, state, commands, outcome, sale));
                });
            });
    }
    bar_ui(ui, state, commands, outcome);
    ui.add_space(4.0);
    card_frame(ui).inner_margin(egui::Margin::symmetric(8, 4)).show(ui, |ui| {
        ui.set_min_size(ui.available_size());
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
    rates::rates_ui(ui, state, commands);
    what_if::sale_ui(ui, state, commands);
}

/// What is shown, and what can be said of it; in two lines where there is no room for one.
fn bar_ui(ui: &mut Ui, state: &State, commands: &mut Commands, outcome: &Outcome) {
    ui.horizontal_wrapped(|ui| {
        let mut search = state.sales.search.clone();
        let count = state.texts.number(outcome.ledger.sales.len().into());
        let hint = state.texts.with("search-sales", &[("count", count.into())]);
        if search_field(ui, state, &mut search, &hint, 200.0).changed() {
            commands.push(Command::SearchSales(search));
        }
        choices::filter_ui(ui, state, commands, outcome);
        choices::by_ui(ui, state, commands);
        choices::only_ui(ui, state, commands);
        command_button(ui, state, commands, Command::Copy(Copied::Sales(0..state.sales.rows.len())));
        at_the_end(ui, 300.0, |ui| {
            command_button(ui, state, commands, Command::AskRates);
            command_button(ui, state, commands, Command::AskSale);
        });
    });
}
