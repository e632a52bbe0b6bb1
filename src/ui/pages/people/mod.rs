//! People: who holds which exam, who takes which seat, and how many exams are to go.

mod choices;
mod likely;
mod pass;
mod rows;

use std::sync::Arc;

use egui::{Panel, Ui};

use super::super::command::{Command, Commands, Rows as Copied};
use super::super::outcome::Outcome;
use super::super::state::State;
use super::super::table::Table;
use super::super::theme::size;
use super::super::widgets::{at_the_end, card_frame, command_button, search_field, soft};
use super::options::options_ui;
use super::person::person_ui;
use rows::{PeopleRows, columns};

/// The people.
pub fn people_ui(ui: &mut Ui, state: &State, commands: &mut Commands, outcome: &Outcome) {
    options_ui(ui, state, commands, outcome);
    if let Some(person) = state.people.selected.filter(|person| person.0 < outcome.ledger.people.len()) {
        Panel::right("person")
            .exact_size(300.0)
            .resizable(false)
            .frame(egui::Frame::new())
            .show_separator_line(false)
            .show(ui, |ui| {
                ui.horizontal_top(|ui| {
                    ui.add_space(size::GAP);
                    ui.vertical(|ui| person_ui(ui, state, commands, outcome, person));
                });
            });
    }
    likely::likely_ui(ui, state, commands, outcome);
    bar_ui(ui, state, commands, outcome);
    ui.add_space(4.0);
    card_frame(ui).inner_margin(egui::Margin::symmetric(8, 4)).show(ui, |ui| {
        ui.set_min_size(ui.available_size());
        if outcome.ledger.people.is_empty() {
            soft(ui, state.texts.get("no-people"));
            command_button(ui, state, commands, Command::Import);
        } else if state.people.rows.is_empty() {
            soft(ui, state.texts.get("nobody-found"));
        } else {
            table_ui(ui, state, commands);
        }
    });
    pass::pass_ui(ui, state, commands, outcome);
}

/// What is shown, and what can be assumed; in two lines where there is no room for one.
fn bar_ui(ui: &mut Ui, state: &State, commands: &mut Commands, outcome: &Outcome) {
    let people = outcome.ledger.people.len();
    ui.horizontal_wrapped(|ui| {
        let mut search = state.people.search.clone();
        let hint = state.texts.with("search-people", &[("count", state.texts.number(people.into()).into())]);
        if search_field(ui, state, &mut search, &hint, 220.0).changed() {
            commands.push(Command::SearchPeople(search));
        }
        choices::filter_ui(ui, state, commands, outcome);
        choices::exams_ui(ui, state, commands, outcome);
        command_button(ui, state, commands, Command::Copy(Copied::People(0..state.people.rows.len())));
        if people > 0 {
            at_the_end(ui, 180.0, |ui| {
                command_button(ui, state, commands, Command::AskPass);
            });
        }
    });
}

/// The height of the headings, of which some have three lines.
const HEADER: f32 = 58.0;

fn table_ui(ui: &mut Ui, state: &State, commands: &mut Commands) {
    let Some(outcome) = &state.people.shown else { return };
    let mut rows = PeopleRows::new(state, outcome);
    let columns = columns(ui, state, outcome);
    let table = Table {
        salt: "people",
        name: &state.texts.get("page-people"),
        columns: &columns,
        sticky: 1,
        sort: state.people.sort,
        items: &state.people.rows,
        header: HEADER,
    };
    let used = table.show(ui, &mut rows);
    if let Some(column) = used.sorted {
        commands.push(Command::SortPeople(column));
    }
    if let Some(range) = used.copied {
        commands.push(Command::Copy(Copied::People(range)));
    }
    let open = rows.selected;
    let select = match (rows.clicked.or(used.opened), used.moved) {
        (Some(item), _) => Some((open != Some(item)).then_some(item)),
        // Whoever goes on by keyboard takes the open panel along.
        (None, Some(item)) if open.is_some() => Some(Some(item)),
        _ => None,
    };
    if let Some(person) = select.filter(|_| is_current(state)) {
        commands.push(Command::SelectPerson(person.map(crate::ledger::PersonId)));
    }
}

/// Whether the people in the table are those of the result: while others are put in order, they may be no longer who they
/// were. It compares them all, so it is asked only once somebody is clicked.
fn is_current(state: &State) -> bool {
    let (Some(shown), Some(outcome)) = (&state.people.shown, &state.outcome) else { return false };
    Arc::ptr_eq(shown, outcome) || shown.ledger.people == outcome.ledger.people
}
