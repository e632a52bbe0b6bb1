//! How far a person is towards each role: what they lack on a shortest way, to be assumed by a click.

use egui::{RichText, Ui};

use crate::evaluator::MissingClause;
use crate::ledger::Person;
use crate::report::phrases::{bundle_name, either};
use crate::rulebook::{Bundle, Rulebook};

use super::super::super::command::{Command, Commands};
use super::super::super::outcome::Outcome;
use super::super::super::person_view::{PersonView, RoleView};
use super::super::super::state::State;
use super::super::super::theme::{self, size, tokens};
use super::super::super::widgets::{BoxLook, box_button, menu, section_head, soft, text_and_soft, tick};
use super::seat::levels_text;

/// The roles, the nearest first.
pub fn roles_ui(
    ui: &mut Ui,
    state: &State,
    commands: &mut Commands,
    outcome: &Outcome,
    person: &Person,
    view: &PersonView,
) {
    if view.roles.is_empty() {
        return;
    }
    ui.add_space(6.0);
    section_head(ui, &state.texts.get("roles-to-take"));
    for role in &view.roles {
        role_ui(ui, state, commands, outcome, person, role);
        ui.add_space(2.0);
    }
}

fn role_ui(ui: &mut Ui, state: &State, commands: &mut Commands, outcome: &Outcome, person: &Person, role: &RoleView) {
    let texts = &state.texts;
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = 6.0;
        ui.label(RichText::new(texts.pick(&role.title)).font(theme::semibold(size::SECTION)));
        soft(ui, levels_text(&role.levels, texts));
    });
    if role.exams_to_go == 0 {
        ui.horizontal(|ui| {
            tick(ui, &texts.get("held"));
            ui.label(RichText::new(texts.get("qualifies")).size(size::SECTION).color(tokens(ui).good));
        });
        return;
    }
    soft(ui, texts.with("to-go-count", &[("exams", role.exams_to_go.into())]));
    for missing in &role.missing {
        ui.horizontal_top(|ui| {
            assume_box(ui, state, commands, &outcome.rulebook, person, missing);
            let names = missing.one_of.iter().map(|bundle| bundle_name(bundle, &outcome.rulebook, texts)).collect();
            ui.vertical(|ui| text_and_soft(ui, &either(names, texts), tokens(ui).ink, ""));
        });
    }
}

/// A box that assumes a pass; where several would do, a menu asks which.
fn assume_box(
    ui: &mut Ui,
    state: &State,
    commands: &mut Commands,
    rulebook: &Rulebook,
    person: &Person,
    missing: &MissingClause,
) {
    let texts = &state.texts;
    let assume = |bundle: &Bundle| Command::AssumePassed {
        person: person.id.clone(),
        exams: bundle.iter().map(|exam| rulebook.exam(*exam).code.clone()).collect(),
        assume: true,
    };
    let name = texts.get("command-assume");
    let button = box_button(ui, BoxLook::Open, &name).on_hover_text(&name);
    if let [only] = missing.one_of.as_slice() {
        if button.clicked() {
            commands.push(assume(only));
        }
        return;
    }
    menu(&button).show(|ui| {
        soft(ui, texts.with("assume-who-passed", &[("who", person.label().into())]));
        for bundle in &missing.one_of {
            if ui.selectable_label(false, bundle_name(bundle, rulebook, texts)).clicked() {
                commands.push(assume(bundle));
            }
        }
    });
}
