//! What the user asks of the tables of people and sales, and fills in beside them.

use super::super::command::{Command, Rows};
use super::super::outcome::Outcome;
use super::super::rows::{Copying, What, order_people, order_sales};
use super::super::state::{Form, PassForm, SaleForm, SalesBy, State};
use super::super::work::Job;

/// Carries out a command about the tables.
pub fn apply(state: &mut State, command: Command) {
    match command {
        Command::SelectPerson(person) => state.people.selected = person,
        Command::SelectSale(sale) => state.sales.selected = sale,
        Command::AskPass => state.form = Some(Form::Pass(PassForm::default())),
        Command::AskSale => state.form = Some(Form::Sale(sale_form(state))),
        Command::AskRates => state.form = state.outcome.as_deref().map(|outcome| rates_form(state, outcome)),
        Command::Fill(form) => {
            // What is typed after the dialog was closed belongs nowhere.
            if state.form.is_some() {
                state.form = Some(form);
            }
        }
        Command::CloseForm => state.form = None,
        Command::Copy(rows) => copy(state, rows),
        command => {
            if is_about_people(&command) {
                change_people(state, command);
                order_people(state);
            } else {
                change_sales(state, command);
                order_sales(state);
            }
        }
    }
}

fn is_about_people(command: &Command) -> bool {
    use Command::{FilterPeople, SearchPeople, ShowExams, SortPeople};
    matches!(command, SearchPeople(_) | SortPeople(_) | FilterPeople(_) | ShowExams(_))
}

fn change_people(state: &mut State, command: Command) {
    let view = &mut state.people;
    match command {
        Command::SearchPeople(text) => view.search = text,
        Command::SortPeople(column) => view.sort = view.sort.clicked(column),
        Command::FilterPeople(filter) => view.filter = filter,
        Command::ShowExams(exams) => view.exams = exams,
        _ => {}
    }
}

fn change_sales(state: &mut State, command: Command) {
    let view = &mut state.sales;
    match command {
        Command::SearchSales(text) => view.search = text,
        Command::FilterSales(filter) => view.filter = filter,
        Command::SortSales(column) => view.sort = view.sort.clicked(column),
        Command::SortGroups(column) => view.group_sort = view.group_sort.clicked(column),
        Command::ShowBy(by) => (view.by, view.only) = (by, None),
        Command::OnlySales(only) => (view.by, view.only) = (SalesBy::Row, only),
        _ => {}
    }
}

fn copy(state: &mut State, rows: Rows) {
    let what = match rows {
        Rows::People(range) => What::People {
            option: state.option,
            exams: state.people.columns.clone(),
            rows: state.people.rows.get(range).unwrap_or_default().to_vec(),
        },
        Rows::Sales(range) if state.sales.shown_by == SalesBy::Row => {
            What::Sales(state.sales.rows.get(range).unwrap_or_default().to_vec())
        }
        Rows::Sales(range) => What::Groups(state.sales.groups.get(range).unwrap_or_default().to_vec()),
    };
    let shown = if matches!(what, What::People { .. }) { &state.people.shown } else { &state.sales.shown };
    let Some(outcome) = shown.clone() else { return };
    let copying = Copying { outcome, language: state.texts.language(), what };
    let generation = state.next_generation();
    state.copying = Some(generation);
    state.jobs.push(Job::Copy { generation, copying });
}

fn sale_form(state: &State) -> SaleForm {
    let currency = state.outcome.as_deref().map(super::super::rows::currency_of).unwrap_or_default();
    SaleForm { date: state.workspace.settings.as_of.to_string(), amount: String::new(), currency }
}

/// The rates that are known, and the currencies of the data that lack one.
fn rates_form(state: &State, outcome: &Outcome) -> Form {
    let rates = &state.workspace.settings.rates;
    let mut codes: std::collections::BTreeSet<String> = rates.keys().cloned().collect();
    codes.extend(outcome.currencies().map(str::to_owned));
    let rate = |code: String| {
        let known = rates.get(&code).map(|rate| state.texts.number(*rate)).unwrap_or_default();
        (code, known)
    };
    Form::Rates(codes.into_iter().map(rate).collect())
}
