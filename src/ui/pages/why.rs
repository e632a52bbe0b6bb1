//! Why: why a level can't be reached with fewer exams, what could be lost, what is next, and what may be done with one
//! person.

mod person;

use egui::{Label, RichText, Ui};

use crate::evaluator::{LevelReadiness, RequirementReadiness, RosterReadiness, Taker};
use crate::ledger::PersonId;
use crate::report::Report;

use crate::rulebook::{Level, RosterRequirement};

use super::super::command::{Command, Commands};
use super::super::outcome::Outcome;
use super::super::seats::SeatView;
use super::super::state::State;
use super::super::theme::{size, tokens};
use super::super::widgets::{command_button, section_head, soft};
use super::what_if::assumptions_ui;
use person::{person_ui, scroll_to_chosen};

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
    // Of several rosters each sentence says which it is about.
    let why_of = |rules: &RosterRequirement, roster: &RosterReadiness| {
        let why = report.why(rules, roster)?;
        let titles: Vec<&str> = rules.roles.iter().map(|role| texts.pick(&role.title)).collect();
        let values = [("roles", titles.join(", ").into()), ("why", why.as_str().into())];
        Some(if rosters.len() > 1 { texts.with("why-of", &values) } else { why })
    };
    assumptions_ui(ui, state, commands, outcome);
    if !rosters.is_empty() {
        section_head(ui, &texts.get("why"));
        let mut why: Vec<String> = rosters.iter().filter_map(|(rules, roster)| why_of(rules, roster)).collect();
        if why.is_empty() {
            why.push(texts.get("all-seats-filled"));
        }
        for sentence in &why {
            paragraph(ui, sentence);
        }
    }
    let before_person = ui.min_rect().bottom();
    let selected = state.people.selected.filter(|person| person.0 < outcome.ledger.people.len());
    if let Some(person) = selected {
        person_ui(ui, state, commands, outcome, seats, person);
    }
    scroll_to_chosen(ui, selected, before_person);
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
    if selected.is_none() && seats.iter().any(|view| matches!(view.taker, Taker::Person(_))) {
        ui.add_space(BETWEEN);
        soft(ui, texts.get("choose-a-person"));
    }
    kept_out_ui(ui, state, commands, outcome);
}

/// How many exams to sit next the panel names.
const STEPS_SHOWN: usize = 12;

/// The space before each of the panel's parts.
const BETWEEN: f32 = 10.0;

/// All that puts the level at risk, and what keeps it.
fn risks(report: &Report<'_>, rules: &Level, level: &LevelReadiness) -> Vec<String> {
    let mut sentences = report.risks(&rules.requirements, level);
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
