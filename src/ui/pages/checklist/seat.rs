//! One seat of the checklist: who takes it, what they hold, what they lack, and how it stands.

use egui::{Align, Layout, RichText, Ui, UiBuilder, Vec2};

use crate::evaluator::Taker;
use crate::ledger::Person;
use crate::report::phrases::{bundle_name, passed_on};
use crate::texts::Texts;

use super::super::super::command::{Command, Commands};
use super::super::super::outcome::Outcome;
use super::super::super::seats::SeatView;
use super::super::super::state::State;
use super::super::super::theme::{self, size, tokens};
use super::super::super::widgets::{Tone, chip, link, soft, strong, text_and_soft};
use super::super::next::taker_name;
use super::boxes::{held_box, missing_ui};

/// A row of a role's card: one seat, or several that are alike.
pub fn seat_ui(ui: &mut Ui, state: &State, commands: &mut Commands, outcome: &Outcome, seats: &[SeatView<'_>]) {
    let Some(view) = seats.first() else {
        return;
    };
    let width = ui.available_width();
    if width < NARROWEST_SEAT_ROW {
        let id = ("seat", view.number, &view.role.id);
        ui.scope_builder(UiBuilder::new().id_salt(id), |ui| {
            ui.spacing_mut().item_spacing.y = 3.0;
            name_ui(ui, state, commands, outcome, view, seats.len());
            ui.horizontal_wrapped(|ui| chips_ui(ui, state, seats));
            exams_ui(ui, state, commands, outcome, view);
        });
        return;
    }
    let name_width = (width * 0.30).clamp(150.0, 230.0);
    let chip_width = 96.0;
    let exams_width = width - name_width - chip_width - 2.0 * 12.0;
    let corner = ui.cursor().min;
    let column = |ui: &mut Ui, part: &str, left: f32, width: f32, layout: Layout, add: &mut dyn FnMut(&mut Ui)| {
        let room = egui::Rect::from_min_size(corner + Vec2::new(left, 0.0), Vec2::new(width, f32::INFINITY));
        let builder = UiBuilder::new().max_rect(room).layout(layout).id_salt((part, view.number, &view.role.id));
        let mut child = ui.new_child(builder);
        child.spacing_mut().item_spacing.y = 3.0;
        add(&mut child);
        child.min_rect().bottom()
    };
    let top_down = Layout::top_down(Align::Min);
    let name = column(ui, "who", 0.0, name_width, top_down, &mut |ui| {
        name_ui(ui, state, commands, outcome, view, seats.len());
    });
    let exams = column(ui, "exams", name_width + 12.0, exams_width, top_down, &mut |ui| {
        exams_ui(ui, state, commands, outcome, view);
    });
    let end = width - chip_width;
    let chips =
        column(ui, "state", end, chip_width, Layout::top_down(Align::Max), &mut |ui| chips_ui(ui, state, seats));
    let bottom = name.max(exams).max(chips);
    ui.allocate_space(Vec2::new(width, bottom - corner.y));
}

/// Where there is less room, who, how it stands and the exams are one below the other.
const NARROWEST_SEAT_ROW: f32 = 440.0;

/// How the seats stand, in a word or two.
fn chips_ui(ui: &mut Ui, state: &State, seats: &[SeatView<'_>]) {
    let Some(view) = seats.first() else {
        return;
    };
    if view.seat.missing_exams == 0 {
        let assumed = view.seat.held.iter().any(|held| held.assumed);
        let (id, tone) = if assumed { ("assumed", Tone::Assumed) } else { ("filled", Tone::Good) };
        chip(ui, &state.texts.get(id), tone);
    } else {
        let exams: u32 = seats.iter().map(|view| view.seat.missing_exams).sum();
        chip(ui, &state.texts.with("exams-count", &[("exams", exams.into())]), Tone::Missing);
    }
    if view.seat.pinned {
        chip(ui, &state.texts.get("pinned"), Tone::Plain);
    }
    if matches!(view.taker, Taker::Person(person) if view.roster_result.essential.contains(&person)) {
        chip(ui, &state.texts.get("essential"), Tone::Risk);
    }
}

fn name_ui(ui: &mut Ui, state: &State, commands: &mut Commands, outcome: &Outcome, view: &SeatView<'_>, alike: usize) {
    match view.taker {
        Taker::Person(id) => {
            if let Some(person) = outcome.ledger.people.get(id.0) {
                let color = if state.people.selected == Some(id) { tokens(ui).accent } else { tokens(ui).ink };
                let name = RichText::new(person.label()).font(theme::semibold(size::BODY)).color(color);
                if link(ui, name).clicked() {
                    commands.push(Command::SelectPerson((state.people.selected != Some(id)).then_some(id)));
                }
                let known_by = known_by(person, &state.texts);
                if !known_by.is_empty() {
                    soft(ui, known_by);
                }
            }
        }
        Taker::AnyoneOf(_) | Taker::NewPerson => {
            let who = taker_name(view.taker, outcome, &state.texts);
            let exams = state.texts.with("exams-count", &[("exams", view.seat.missing_exams.into())]);
            // The number stays with its word.
            let who = format!("{who}, {}", exams.replace(' ', "\u{a0}"));
            if alike == 1 {
                strong(ui, state.texts.get("somebody"));
                soft(ui, who);
            } else {
                strong(ui, state.texts.with("seats-alike", &[("seats", alike.into())]));
                soft(ui, state.texts.with("each-of-them", &[("who", who.into())]));
            }
        }
    }
}

/// What tells a person from another of the same name: the e-mail, else the MCP ID.
pub fn known_by(person: &Person, texts: &Texts) -> String {
    if !person.email.is_empty() && person.email != person.label() {
        person.email.clone()
    } else if !person.id.is_empty() && person.id.bytes().all(|byte| byte.is_ascii_digit()) {
        texts.with("mcp-id", &[("id", person.id.as_str().into())])
    } else {
        String::new()
    }
}

fn exams_ui(ui: &mut Ui, state: &State, commands: &mut Commands, outcome: &Outcome, view: &SeatView<'_>) {
    let texts = &state.texts;
    for held in &view.seat.held {
        ui.horizontal_top(|ui| {
            held_box(ui, state, commands, outcome, view, held);
            let codes = bundle_name(&held.bundle, &outcome.rulebook, texts);
            let titles: Vec<&str> =
                held.bundle.iter().map(|exam| texts.pick(&outcome.rulebook.exam(*exam).title)).collect();
            let passed = if held.assumed { texts.get("assumed") } else { passed_on(held.passed, texts) };
            text_and_soft(ui, &format!("{codes} {}", titles.join(", ")), tokens(ui).ink, &passed);
        });
    }
    for missing in &view.seat.missing {
        ui.horizontal_top(|ui| {
            missing_ui(ui, state, commands, outcome, view, missing);
        });
    }
}
