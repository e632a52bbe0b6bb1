//! People: who holds which exam, who takes which seat, and how many exams are to go.

mod choices;
mod likely;
mod pass;
mod rows;

use std::sync::Arc;

use egui::Ui;

use super::super::command::{Command, Commands, Rows as Copied};
use super::super::outcome::Outcome;
use super::super::state::{PeopleColumn, State};
use super::super::table::Table;
use super::super::widgets::{at_the_end, choice, command_button, soft};
use super::filled::{AROUND_TABLE, PANEL_ALONE, Part, filled, height_left, parts_ui, table_card};
use super::options::options_ui;
use super::person::person_ui;
use super::tools::{Search, Shape, tools_ui};
use super::what_if::assumed_ui;
use rows::{PeopleRows, columns};

/// The people, and beside them the panel of one; in a narrow window in their place.
pub fn people_ui(ui: &mut Ui, state: &State, commands: &mut Commands, outcome: &Outcome) {
    pass::pass_ui(ui, state, commands, outcome);
    let selected = state.people.selected.filter(|person| person.0 < outcome.ledger.people.len());
    if let Some(person) = selected.filter(|_| ui.available_width() < PANEL_ALONE) {
        person_ui(ui, state, commands, outcome, person);
        return;
    }
    let least = Table::<PeopleColumn>::least_height(HEADER) + AROUND_TABLE;
    filled(ui, state.page.text_id(), least, |ui| {
        assumed_ui(ui, state, commands, outcome);
        options_ui(ui, state, commands, outcome);
        let mut left = 0.0;
        parts_ui(ui, selected.is_some(), false, |ui, part| match (part, selected) {
            (Part::Panel, Some(person)) => person_ui(ui, state, commands, outcome, person),
            _ => left = matrix_ui(ui, state, commands, outcome),
        });
        left
    });
}

/// Everybody, below what is asked about them. Gives the height that was left for the table.
fn matrix_ui(ui: &mut Ui, state: &State, commands: &mut Commands, outcome: &Outcome) -> f32 {
    likely::likely_ui(ui, state, commands, outcome);
    bar_ui(ui, state, commands, outcome);
    ui.add_space(4.0);
    let left = height_left(ui);
    table_card(ui, |ui| {
        if outcome.ledger.people.is_empty() {
            soft(ui, state.texts.get("no-people"));
            command_button(ui, state, commands, Command::Import);
        } else if state.people.rows.is_empty() {
            soft(ui, state.texts.get("nobody-found"));
        } else {
            table_ui(ui, state, commands);
        }
    });
    left
}

/// What is shown, and what can be assumed.
fn bar_ui(ui: &mut Ui, state: &State, commands: &mut Commands, outcome: &Outcome) {
    let texts = &state.texts;
    let people = outcome.ledger.people.len();
    let hint = texts.with("search-people", &[("count", texts.number(people.into()).into())]);
    let search = Search { text: &state.people.search, hint, command: Command::SearchPeople };
    let shown = choices::filter_text(state, outcome, state.people.filter);
    tools_ui(ui, state, commands, &search, shown, |ui, commands, shape| {
        let copy = Command::Copy(Copied::People(0..state.people.rows.len()));
        match shape {
            Shape::Line => {
                choices::filter_ui(ui, state, commands, outcome);
                choices::exams_ui(ui, state, commands, outcome);
                command_button(ui, state, commands, copy);
                if people > 0 {
                    at_the_end(ui, 180.0, |ui| {
                        command_button(ui, state, commands, Command::AskPass);
                    });
                }
            }
            Shape::List => {
                choices::filters(ui, state, commands, outcome);
                ui.separator();
                choices::exams(ui, state, commands);
                ui.separator();
                choice(ui, state, commands, false, copy);
                if people > 0 {
                    choice(ui, state, commands, false, Command::AskPass);
                }
            }
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
        texts: &state.texts,
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
