//! Why: why a level can't be reached with fewer exams, what could be lost, what is next, and what may be done with one
//! person.

use egui::{Label, RichText, Ui};

use crate::evaluator::{LevelReadiness, RequirementReadiness, Taker};
use crate::ledger::PersonId;
use crate::report::Report;
use crate::rulebook::Level;

use super::super::command::{Command, Commands};
use super::super::outcome::Outcome;
use super::super::seats::SeatView;
use super::super::state::State;
use super::super::theme::{size, tokens};
use super::super::widgets::{command_button, section_head, soft};

/// The panel beside a level's checklist.
pub fn why_ui(
    ui: &mut Ui,
    state: &State,
    commands: &mut Commands,
    outcome: &Outcome,
    (rules, level): (&Level, &LevelReadiness),
    seats: &[SeatView<'_>],
) {
    let (report, texts) = (state.result(outcome), &state.texts);
    ui.spacing_mut().item_spacing.y = 6.0;
    let rosters = Report::rosters(&rules.requirements, &level.requirements);
    if !rosters.is_empty() {
        section_head(ui, &texts.get("why"));
        let mut why: Vec<String> = rosters.iter().filter_map(|(rules, roster)| report.why(rules, roster)).collect();
        if why.is_empty() {
            why.push(texts.get("all-seats-filled"));
        }
        for sentence in &why {
            paragraph(ui, sentence);
        }
    }
    let risks = risks(&report, rules, level);
    if !risks.is_empty() {
        ui.add_space(BETWEEN);
        section_head(ui, &texts.get("could-be-lost"));
        for sentence in &risks {
            paragraph(ui, sentence);
        }
    }
    if !level.next.is_empty() {
        ui.add_space(BETWEEN);
        section_head(ui, &texts.get("next"));
        if level.next.len() > 1 {
            soft(ui, texts.get("next-any"));
        }
        for step in level.next.iter().take(STEPS_SHOWN) {
            paragraph(ui, &report.next_step(step));
        }
        let more = level.next.len().saturating_sub(STEPS_SHOWN);
        if more > 0 {
            soft(ui, texts.with("next-more", &[("count", more.into())]));
        }
    }
    match state.people.selected.filter(|person| person.0 < outcome.ledger.people.len()) {
        Some(person) => person_ui(ui, state, commands, outcome, seats, person),
        None if seats.iter().any(|view| matches!(view.taker, Taker::Person(_))) => {
            ui.add_space(BETWEEN);
            soft(ui, texts.get("choose-a-person"));
        }
        None => {}
    }
    kept_out_ui(ui, state, commands, outcome);
}

/// How many exams to sit next the panel names.
const STEPS_SHOWN: usize = 12;

/// The space before each of the panel's parts.
const BETWEEN: f32 = 10.0;

/// All that puts the level at risk, and what keeps it.
fn risks(report: &Report<'_>, rules: &Level, level: &LevelReadiness) -> Vec<String> {
    let mut sentences = report.risks(level);
    for requirement in &level.requirements {
        if let RequirementReadiness::Revenue(revenue) = requirement {
            sentences.extend(report.revenue_to_stay(revenue));
        }
    }
    for (_, roster) in Report::rosters(&rules.requirements, &level.requirements) {
        sentences.extend(report.renewals(roster));
    }
    sentences
}

fn person_ui(
    ui: &mut Ui,
    state: &State,
    commands: &mut Commands,
    outcome: &Outcome,
    seats: &[SeatView<'_>],
    id: PersonId,
) {
    let (texts, settings) = (&state.texts, &state.workspace.settings);
    let person = outcome.ledger.person(id);
    let is_kept_out = settings.kept_out.contains(&person.id);
    ui.add_space(BETWEEN);
    section_head(ui, person.label());
    let seat = seats.iter().find(|view| view.taker == Taker::Person(id));
    match seat {
        Some(view) => {
            let role = texts.pick(&view.role.title);
            paragraph(ui, &texts.with("takes-seat", &[("role", role.into())]));
            if let Some(stand_ins) = state.result(outcome).stand_ins(view.role_result) {
                paragraph(ui, &stand_ins);
            }
        }
        None if is_kept_out => paragraph(ui, &texts.get("is-kept-out")),
        None => paragraph(ui, &texts.get("takes-no-seat")),
    }
    let who = || person.id.clone();
    let pin = match seat {
        _ if settings.pins.contains_key(&person.id) => Some(Command::Pin { person: who(), role: None }),
        Some(view) => Some(Command::Pin { person: who(), role: Some(view.role.id.clone()) }),
        None => None,
    };
    let buttons = pin.into_iter().chain([Command::KeepOut { person: who(), keep_out: !is_kept_out }]);
    ui.vertical_centered_justified(|ui| {
        for command in buttons {
            command_button(ui, state, commands, command);
        }
    });
}

/// The others who are kept out, to let them in again.
fn kept_out_ui(ui: &mut Ui, state: &State, commands: &mut Commands, outcome: &Outcome) {
    let people = &outcome.ledger.people;
    let places = state.workspace.settings.kept_out.iter();
    let places = places.filter_map(|id| people.binary_search_by(|person| person.id.cmp(id)).ok());
    let kept_out: Vec<PersonId> =
        places.map(PersonId).filter(|person| state.people.selected != Some(*person)).collect();
    if kept_out.is_empty() {
        return;
    }
    ui.add_space(BETWEEN);
    section_head(ui, &state.texts.get("kept-out"));
    for id in kept_out {
        let person = outcome.ledger.person(id);
        paragraph(ui, person.label());
        command_button(ui, state, commands, Command::KeepOut { person: person.id.clone(), keep_out: false });
    }
}

fn paragraph(ui: &mut Ui, sentence: &str) {
    ui.add(Label::new(RichText::new(sentence).size(size::SECTION).color(tokens(ui).ink)).wrap());
}
