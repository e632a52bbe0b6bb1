//! One person of the checklist: the seat they take, who else could, what they lack elsewhere, and what may be asked of them.

use egui::{Id, RichText, Ui};

use crate::evaluator::Taker;
use crate::ledger::PersonId;
use crate::report::phrases::in_sentence;

use super::super::super::command::{Command, Commands};
use super::super::super::outcome::Outcome;
use super::super::super::seats::SeatView;
use super::super::super::state::State;
use super::super::super::theme::{size, tokens};
use super::super::super::widgets::{action_button, command_button, link, section_head, soft};
use super::{BETWEEN, paragraph};

/// The part of the panel that is about the person who was chosen.
pub fn person_ui(
    ui: &mut Ui,
    state: &State,
    commands: &mut Commands,
    outcome: &Outcome,
    seats: &[SeatView<'_>],
    id: PersonId,
) {
    let texts = &state.texts;
    let person = outcome.ledger.person(id);
    let is_kept_out = state.workspace.settings.kept_out.contains(&person.id);
    ui.add_space(BETWEEN);
    section_head(ui, person.label());
    let seat = seats.iter().find(|view| view.taker == Taker::Person(id));
    match seat {
        Some(view) => seat_ui(ui, state, commands, outcome, view, id),
        None if is_kept_out => paragraph(ui, &texts.get("is-kept-out")),
        None => paragraph(ui, &texts.get("takes-no-seat")),
    }
    let others = others(seats, seat);
    for view in &others {
        let exams = view.role_result.exams_to_go.get(id.0).copied().unwrap_or_default();
        soft(ui, texts.with("to-go-as", &[("role", title(state, view).into()), ("exams", exams.into())]));
    }
    ui.vertical_centered_justified(|ui| {
        let who = || person.id.clone();
        match seat {
            _ if state.workspace.settings.pins.contains_key(&person.id) => {
                command_button(ui, state, commands, Command::Pin { person: who(), role: None });
            }
            Some(view) => {
                let role = Some(view.role.id.clone());
                command_button(ui, state, commands, Command::Pin { person: who(), role });
            }
            // Whoever takes no seat says by the role which one.
            None => {
                for view in &others {
                    let text = texts.with("pin-as", &[("role", title(state, view).into())]);
                    if action_button(ui, &text).clicked() {
                        commands.push(Command::Pin { person: who(), role: Some(view.role.id.clone()) });
                    }
                }
            }
        }
        command_button(ui, state, commands, Command::KeepOut { person: who(), keep_out: !is_kept_out });
        command_button(ui, state, commands, Command::AssumeLeft { person: who(), assume: true });
    });
}

/// The seat that a person takes, and who else could.
fn seat_ui(ui: &mut Ui, state: &State, commands: &mut Commands, outcome: &Outcome, view: &SeatView<'_>, id: PersonId) {
    let texts = &state.texts;
    paragraph(ui, &texts.with("takes-seat", &[("role", title(state, view).into())]));
    if let Some(stand_ins) = state.result(outcome).stand_ins(view.role_result) {
        paragraph(ui, &stand_ins);
        ui.horizontal_wrapped(|ui| {
            for stand_in in view.role_result.stand_ins.iter().take(STAND_INS) {
                let name = RichText::new(outcome.ledger.person(*stand_in).label());
                if link(ui, name.size(size::SECTION).color(tokens(ui).accent)).clicked() {
                    commands.push(Command::SelectPerson(Some(*stand_in)));
                }
            }
        });
    } else if view.seat.missing_exams == 0 {
        paragraph(ui, &texts.get("stand-ins-none"));
    }
    if view.roster_result.essential.contains(&id) {
        paragraph(ui, &texts.get("is-essential"));
    }
}

/// How many of those who could take a seat, too, are there to be clicked.
const STAND_INS: usize = 4;

/// One seat of each role but a person's own.
fn others<'a, 'b>(seats: &'b [SeatView<'a>], own: Option<&SeatView<'a>>) -> Vec<&'b SeatView<'a>> {
    let roles = seats.chunk_by(|one, next| (one.roster, &one.role.id) == (next.roster, &next.role.id));
    let is_own = |view: &SeatView<'_>| own.is_some_and(|own| own.role.id == view.role.id);
    roles.filter_map(<[SeatView<'_>]>::first).filter(|view| !is_own(view)).collect()
}

fn title(state: &State, view: &SeatView<'_>) -> String {
    in_sentence(state.texts.pick(&view.role.title))
}

/// Brings somebody who was just chosen into view: they may stand below what the window shows.
pub fn scroll_to_chosen(ui: &mut Ui, chosen: Option<PersonId>, top: f32) {
    let id: Id = ui.scope_id().with("chosen person");
    if ui.data(|data| data.get_temp::<Option<PersonId>>(id)).flatten() == chosen {
        return;
    }
    ui.data_mut(|data| data.insert_temp(id, chosen));
    if chosen.is_some() {
        ui.scroll_to_rect(ui.min_rect().with_min_y(top), None);
    }
}
