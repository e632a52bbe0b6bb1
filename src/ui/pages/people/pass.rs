//! The dialog that assumes a pass: who, and which exam.

use egui::{ScrollArea, TextEdit, Ui};

use crate::ledger::Person;

use super::super::super::command::{Command, Commands};
use super::super::super::outcome::Outcome;
use super::super::super::state::{Form, PassForm, State};
use super::super::super::widgets::{MenuLabel, menu, menu_button, name_field, soft};
use super::super::form::form_ui;
use crate::rulebook::fold;

/// How many people are offered; who is not among them is found by more letters.
const OFFERED: usize = 8;

/// The dialog, while it is open.
pub fn pass_ui(ui: &Ui, state: &State, commands: &mut Commands, outcome: &Outcome) {
    let Some(Form::Pass(form)) = &state.form else { return };
    form_ui(ui, state, commands, &state.texts.get("assume-pass"), |ui, commands| {
        soft(ui, state.texts.get("assume-pass-what"));
        who_ui(ui, state, commands, outcome, form);
        exam_ui(ui, state, commands, outcome, form);
        let command = Command::AssumePassed {
            person: form.person.clone().unwrap_or_default(),
            exams: form.exam.iter().cloned().collect(),
            assume: true,
        };
        (command, form.person.is_some() && form.exam.is_some())
    });
}

fn who_ui(ui: &mut Ui, state: &State, commands: &mut Commands, outcome: &Outcome, form: &PassForm) {
    let texts = &state.texts;
    let mut search = form.search.clone();
    let name = texts.get("assume-who");
    let response = ui.add(TextEdit::singleline(&mut search).hint_text(&name).desired_width(f32::INFINITY));
    name_field(&response, &search, &name);
    if response.changed() {
        commands.push(Command::Fill(Form::Pass(PassForm { search: search.clone(), person: None, ..form.clone() })));
    }
    if search.trim().is_empty() && form.person.is_none() {
        response.request_focus();
    }
    ScrollArea::vertical().id_salt("who").max_height(180.0).show(ui, |ui| {
        ui.set_min_width(ui.available_width());
        for person in found(outcome, &search) {
            let chosen = form.person.as_deref() == Some(&person.id);
            if ui.selectable_label(chosen, person.label()).clicked() {
                let form =
                    PassForm { person: Some(person.id.clone()), search: person.label().to_owned(), ..form.clone() };
                commands.push(Command::Fill(Form::Pass(form)));
            }
        }
    });
}

/// The first people who are called so.
fn found<'a>(outcome: &'a Outcome, search: &str) -> Vec<&'a Person> {
    let words: Vec<String> = search.split_whitespace().map(fold).collect();
    let index = outcome.people_index();
    let people = outcome.ledger.people.iter().enumerate();
    people.filter(|(at, _)| index.has(*at, &words)).map(|(_, person)| person).take(OFFERED).collect()
}

fn exam_ui(ui: &mut Ui, state: &State, commands: &mut Commands, outcome: &Outcome, form: &PassForm) {
    let texts = &state.texts;
    let value = form.exam.clone().unwrap_or_else(|| texts.get("assume-choose-exam"));
    let label = MenuLabel { caption: texts.get("assume-exam"), shows_caption: true, value, ..MenuLabel::default() };
    let response = menu_button(ui, &label, 400.0);
    let today = outcome.readiness.settings.as_of;
    menu(&response).width(360.0).show(|ui| {
        ScrollArea::vertical().max_height(260.0).show(ui, |ui| {
            let exams = outcome.rulebook.exams.iter();
            for exam in exams.filter(|exam| exam.accepted_until.is_none_or(|last| today <= last)) {
                let text = format!("{} {}", exam.code, texts.pick(&exam.title));
                if ui.selectable_label(form.exam.as_deref() == Some(&exam.code), text).clicked() {
                    let form = PassForm { exam: Some(exam.code.clone()), ..form.clone() };
                    commands.push(Command::Fill(Form::Pass(form)));
                }
            }
        });
    });
}
