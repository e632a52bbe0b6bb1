//! Which people are shown, and with which exams.

use egui::Ui;

use super::super::super::command::{Command, Commands};
use super::super::super::outcome::Outcome;
use super::super::super::rows::roles;
use super::super::super::state::{PeopleExams, PeopleFilter, State};
use super::super::super::widgets::{MenuLabel, choice, menu, menu_button, uncapitalised};

/// The menu of those who are shown.
pub fn filter_ui(ui: &mut Ui, state: &State, commands: &mut Commands, outcome: &Outcome) {
    let texts = &state.texts;
    let roles = roles(outcome, state.option);
    let text = |filter: PeopleFilter| match filter {
        PeopleFilter::Everyone => texts.get("filter-everyone"),
        PeopleFilter::Qualifies(role) => {
            let title = roles.get(role).map(|role| uncapitalised(texts.pick(&role.title))).unwrap_or_default();
            texts.with("filter-qualifies", &[("role", title.into())])
        }
        PeopleFilter::HoldsNothing => texts.get("filter-holds-nothing"),
        PeopleFilter::ExpiresSoon => texts.get("filter-expires-soon"),
    };
    let caption = texts.get("filter-show");
    let label = MenuLabel { caption, value: text(state.people.filter), ..MenuLabel::default() };
    let response = menu_button(ui, &label, 240.0);
    menu(&response).width(260.0).show(|ui| {
        let of_roles = (0..roles.len()).map(PeopleFilter::Qualifies);
        let others = [PeopleFilter::HoldsNothing, PeopleFilter::ExpiresSoon];
        for filter in [PeopleFilter::Everyone].into_iter().chain(of_roles).chain(others) {
            if ui.selectable_label(filter == state.people.filter, text(filter)).clicked() {
                commands.push(Command::FilterPeople(filter));
            }
        }
    });
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
    menu(&response).width(240.0).show(|ui| {
        for exams in [PeopleExams::Rulebook, PeopleExams::Held] {
            choice(ui, state, commands, exams == state.people.exams, Command::ShowExams(exams));
        }
    });
}
