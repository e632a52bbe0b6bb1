//! Which people are shown, and with which exams.

use egui::Ui;

use super::super::super::command::{Command, Commands};
use super::super::super::outcome::Outcome;
use super::super::super::rows::roles;
use super::super::super::state::{PeopleExams, PeopleFilter, State};
use super::super::super::widgets::{MenuLabel, choice, menu, menu_button, uncapitalised};

/// The menu of those who are shown.
pub fn filter_ui(ui: &mut Ui, state: &State, commands: &mut Commands, outcome: &Outcome) {
    let value = filter_text(state, outcome, state.people.filter);
    let label = MenuLabel { caption: state.texts.get("filter-show"), value, ..MenuLabel::default() };
    let response = menu_button(ui, &label, 240.0);
    menu(&response).width(260.0).show(|ui| filters(ui, state, commands, outcome));
}

/// Those who may be shown.
pub fn filters(ui: &mut Ui, state: &State, commands: &mut Commands, outcome: &Outcome) {
    let of_roles = (0..roles(outcome, state.option).len()).map(PeopleFilter::Qualifies);
    let others = [PeopleFilter::HoldsNothing, PeopleFilter::ExpiresSoon];
    for filter in [PeopleFilter::Everyone].into_iter().chain(of_roles).chain(others) {
        if ui.selectable_label(filter == state.people.filter, filter_text(state, outcome, filter)).clicked() {
            commands.push(Command::FilterPeople(filter));
        }
    }
}

/// Who is shown, in words.
pub fn filter_text(state: &State, outcome: &Outcome, filter: PeopleFilter) -> String {
    let texts = &state.texts;
    match filter {
        PeopleFilter::Everyone => texts.get("filter-everyone"),
        PeopleFilter::Qualifies(role) => {
            let roles = roles(outcome, state.option);
            let title = roles.get(role).map(|role| uncapitalised(texts.pick(&role.title))).unwrap_or_default();
            texts.with("filter-qualifies", &[("role", title.into())])
        }
        PeopleFilter::HoldsNothing => texts.get("filter-holds-nothing"),
        PeopleFilter::ExpiresSoon => texts.get("filter-expires-soon"),
    }
}

/// The menu of the exams that have a column.
pub fn exams_ui(ui: &mut Ui, state: &State, commands: &mut Commands, outcome: &Outcome) {
    let texts = &state.texts;
    let value = match state.people.exams {
        PeopleExams::Rulebook => texts.with("exams-of", &[("competency", texts.pick(&outcome.rulebook.title).into())]),
        PeopleExams::Held => texts.get("exams-held"),
    };
    let label = MenuLabel { caption: texts.get("exams-shown"), value, ..MenuLabel::default() };
    let response = menu_button(ui, &label, 210.0);
    menu(&response).width(240.0).show(|ui| exams(ui, state, commands));
}

/// The exams that may have a column.
pub fn exams(ui: &mut Ui, state: &State, commands: &mut Commands) {
    for exams in [PeopleExams::Rulebook, PeopleExams::Held] {
        choice(ui, state, commands, exams == state.people.exams, Command::ShowExams(exams));
    }
}
