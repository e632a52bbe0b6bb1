//! Which sales are shown, and whether each for itself.

use egui::Ui;
use lucide_icons::Icon;

use super::super::super::command::{Command, Commands};
use super::super::super::outcome::Outcome;
use super::super::super::state::{Only, SalesBy, SalesFilter, State};
use super::super::super::widgets::{MenuLabel, choice, icon_button, menu, menu_button, strong};

/// The menu of those that are shown.
pub fn filter_ui(ui: &mut Ui, state: &State, commands: &mut Commands, outcome: &Outcome) {
    let value = filter_text(state, state.sales.filter);
    let label = MenuLabel { caption: state.texts.get("filter-show"), value, ..MenuLabel::default() };
    let response = menu_button(ui, &label, 230.0);
    menu(&response).width(220.0).show(|ui| filters(ui, state, commands, outcome));
}

/// Those that may be shown.
pub fn filters(ui: &mut Ui, state: &State, commands: &mut Commands, outcome: &Outcome) {
    let reasons = outcome.sales_left_out.keys().map(|reason| SalesFilter::Because(*reason));
    for filter in [SalesFilter::All, SalesFilter::Counting, SalesFilter::LeftOut].into_iter().chain(reasons) {
        if ui.selectable_label(filter == state.sales.filter, filter_text(state, filter)).clicked() {
            commands.push(Command::FilterSales(filter));
        }
    }
}

/// Which are shown, in words.
pub fn filter_text(state: &State, filter: SalesFilter) -> String {
    match filter {
        SalesFilter::All => state.texts.get("filter-all"),
        SalesFilter::Counting => state.texts.get("filter-counting"),
        SalesFilter::LeftOut => state.texts.get("filter-left-out"),
        SalesFilter::Because(reason) => state.texts.get(&format!("sale-{}", reason.as_str())),
    }
}

/// The menu of ways to show them together.
pub fn by_ui(ui: &mut Ui, state: &State, commands: &mut Commands) {
    let value = Command::ShowBy(state.sales.by).text(&state.texts);
    let response = menu_button(ui, &MenuLabel { value, ..MenuLabel::default() }, 200.0);
    menu(&response).show(|ui| ways(ui, state, commands));
}

/// The ways to show them together.
pub fn ways(ui: &mut Ui, state: &State, commands: &mut Commands) {
    for by in SalesBy::ALL {
        choice(ui, state, commands, by == state.sales.by, Command::ShowBy(by));
    }
}

/// The customer or month to which the rows are narrowed, and the way out.
pub fn only_ui(ui: &mut Ui, state: &State, commands: &mut Commands) {
    let text = match &state.sales.only {
        None => return,
        Some(Only::Customer(customer)) if customer.is_empty() => state.texts.get("no-customer"),
        Some(Only::Customer(customer)) => customer.to_string(),
        Some(Only::Month(month)) => state.texts.month(*month),
    };
    strong(ui, text);
    let all = Command::OnlySales(None);
    icon_button(ui, Icon::X, &all.text(&state.texts), commands, all);
}
