//! People: who holds which exam, who takes which seat, and how many exams are to go.

mod likely;

use egui::{Align, Layout, Panel, RichText, Sense, Ui, Vec2};
use egui_extras::{Column, TableBuilder, TableRow};

use crate::evaluator::CredentialLeftOut;
use crate::ledger::{Person, PersonId};
use crate::rulebook::{ExamId, Role};

use super::super::command::{Command, Commands};
use super::super::outcome::{Outcome, rosters};
use super::super::rows::{exams_to_go, seat_of};
use super::super::seats::SeatView;
use super::super::state::{PeopleColumn, State};
use super::super::theme::{self, size, tokens};
use super::super::widgets::{Tone, assumed_tick, card_frame, chip, link, search_field, soft, tick, uncapitalised};
use super::options::options_ui;
use super::person::person_ui;
use super::table::{GAP, Heading, row_line};

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
    let people = outcome.ledger.people.len();
    let mut search = state.people.search.clone();
    let hint = state.texts.with("search-people", &[("count", state.texts.number(people.into()).into())]);
    if search_field(ui, state, &mut search, &hint, 260.0).changed() {
        commands.push(Command::SearchPeople(search));
    }
    ui.add_space(4.0);
    card_frame(ui).inner_margin(egui::Margin::symmetric(8, 4)).show(ui, |ui| {
        ui.set_min_size(ui.available_size());
        if people == 0 {
            soft(ui, state.texts.get("no-people"));
        } else if state.people.rows.is_empty() {
            soft(ui, state.texts.get("nobody-found"));
        } else {
            table_ui(ui, state, commands, outcome);
        }
    });
}

/// The widths of the columns.
const NAME: f32 = 150.0;
const EXAM: f32 = 64.0;
const TO_GO: f32 = 92.0;
/// The height of the headings, of which some have two lines.
const HEADER: f32 = 42.0;

fn table_ui(ui: &mut Ui, state: &State, commands: &mut Commands, outcome: &Outcome) {
    let level = outcome.highest_level(state.option);
    let seats = outcome.seats(state.option, level);
    let roles: Vec<&Role> = outcome
        .level(state.option, level)
        .map(|(rules, result)| rosters(rules, result).into_iter().flat_map(|(rules, _)| &rules.roles).collect())
        .unwrap_or_default();
    let exams = outcome.rulebook.exams.len();
    #[expect(clippy::cast_precision_loss, reason = "a handful of columns")]
    let fixed = NAME + EXAM * exams as f32 + TO_GO * roles.len() as f32 + GAP * (exams + roles.len() + 2) as f32;
    let takes = (ui.available_width() - fixed).max(100.0);
    egui::ScrollArea::horizontal().id_salt("people across").show(ui, |ui| {
        ui.spacing_mut().item_spacing = Vec2::new(GAP, 0.0);
        TableBuilder::new(ui)
            .id_salt("people")
            .sense(Sense::click())
            .cell_layout(Layout::left_to_right(Align::Center))
            .column(Column::exact(NAME).clip(true))
            .columns(Column::exact(EXAM), exams)
            .column(Column::exact(takes).clip(true))
            .columns(Column::exact(TO_GO), roles.len())
            .header(HEADER, |mut header| {
                let mut heading = |column, text: &str, above: Option<&str>, hint: Option<&str>, align| {
                    let sort = state.people.sort;
                    let sorted = (sort.column == column).then_some(sort.descending);
                    header.col(|ui| {
                        if (Heading { text, above, hint, sorted, align, inset: 0.0 }).show(ui) {
                            commands.push(Command::SortPeople(column));
                        }
                    });
                };
                heading(PeopleColumn::Name, &state.texts.get("column-name"), None, None, Align::Min);
                for (place, exam) in outcome.rulebook.exams.iter().enumerate() {
                    let title = state.texts.pick(&exam.title);
                    heading(PeopleColumn::Exam(place), &exam.code, None, Some(title), Align::Center);
                }
                heading(PeopleColumn::Takes, &state.texts.get("column-takes"), None, None, Align::Min);
                let above = state.texts.get("column-to-go");
                for (place, role) in roles.iter().enumerate() {
                    let title = state.texts.pick(&role.title);
                    let hint = state.texts.with("exams-to-go", &[("role", uncapitalised(title).into())]);
                    heading(PeopleColumn::ToGo(place), title, Some(&above), Some(&hint), Align::Max);
                }
            })
            .body(|body| {
                body.rows(size::ROW, state.people.rows.len(), |mut row| {
                    let Some(at) = state.people.rows.get(row.index()).copied() else {
                        return;
                    };
                    if let Some(person) = outcome.ledger.people.get(at) {
                        row.set_selected(state.people.selected == Some(PersonId(at)));
                        row_ui(&mut row, state, commands, outcome, PersonId(at), person, &seats, roles.len());
                    }
                });
            });
    });
}

#[expect(clippy::too_many_arguments, reason = "the cells of a row need all of it")]
fn row_ui(
    row: &mut TableRow<'_, '_>,
    state: &State,
    commands: &mut Commands,
    outcome: &Outcome,
    id: PersonId,
    person: &Person,
    seats: &[SeatView<'_>],
    roles: usize,
) {
    let select = Command::SelectPerson((state.people.selected != Some(id)).then_some(id));
    let mut clicked = false;
    row.col(|ui| {
        row_line(ui);
        clicked = link(ui, RichText::new(person.label())).clicked();
    });
    for place in 0..outcome.rulebook.exams.len() {
        row.col(|ui| {
            row_line(ui);
            ui.with_layout(Layout::centered_and_justified(egui::Direction::LeftToRight), |ui| {
                exam_ui(ui, state, outcome, id, ExamId(place));
            });
        });
    }
    row.col(|ui| {
        row_line(ui);
        if let Some(view) = seat_of(seats, id).and_then(|place| seats.get(place)) {
            let title = state.texts.pick(&view.role.title);
            let text = if view.role.seats > 1 { format!("{title} {}", view.number) } else { title.to_owned() };
            ui.add(egui::Label::new(RichText::new(text).size(size::SMALL).color(tokens(ui).soft)).truncate());
        }
    });
    for role in 0..roles {
        row.col(|ui| {
            row_line(ui);
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                if let Some(exams) = exams_to_go(outcome, state.option, role).get(id.0) {
                    let text = RichText::new(exams.to_string());
                    ui.label(if *exams == 0 {
                        text.font(theme::semibold(size::BODY)).color(tokens(ui).good)
                    } else {
                        text
                    });
                }
            });
        });
    }
    if clicked || row.response().clicked() {
        commands.push(select);
    }
}

/// A tick where the exam counts, a word where it was passed or tried and doesn't.
fn exam_ui(ui: &mut Ui, state: &State, outcome: &Outcome, person: PersonId, exam: ExamId) {
    let places = outcome.credentials_of(person);
    let verdicts = outcome.readiness.credentials.get(places.clone()).unwrap_or_default();
    let credentials = outcome.ledger.credentials.get(places).unwrap_or_default();
    let mut why_not = None;
    for (verdict, credential) in verdicts.iter().zip(credentials).filter(|(verdict, _)| verdict.exam == Some(exam)) {
        match verdict.why_not {
            None if credential.assumed => {
                let name = format!("{} ({})", outcome.rulebook.exam(exam).code, state.texts.get("assumed"));
                centred(ui, Vec2::splat(16.0), |ui| assumed_tick(ui, &name).on_hover_text(&name));
                return;
            }
            None => {
                let name =
                    state.texts.with("holds-exam", &[("exam", outcome.rulebook.exam(exam).code.as_str().into())]);
                centred(ui, Vec2::splat(16.0), |ui| tick(ui, &name));
                return;
            }
            Some(CredentialLeftOut::Duplicate | CredentialLeftOut::NotInRulebook) => {}
            Some(reason) => why_not = why_not.or(Some(reason)),
        }
    }
    if let Some(reason) = why_not {
        let text = state.texts.get(&format!("mark-{}", reason.as_str()));
        let hint = state.texts.get(&format!("credential-{}", reason.as_str()));
        let tone = if reason == CredentialLeftOut::Failed { Tone::Missing } else { Tone::Risk };
        centred(ui, Vec2::new(68.0, 20.0), |ui| chip(ui, &text, tone).on_hover_text(hint));
    }
}

fn centred(ui: &mut Ui, size: Vec2, add: impl FnOnce(&mut Ui) -> egui::Response) {
    let room = egui::Rect::from_center_size(ui.max_rect().center(), size);
    let layout = Layout::top_down(Align::Center);
    ui.scope_builder(egui::UiBuilder::new().max_rect(room).layout(layout), |ui| add(ui));
}
