//! Rules: the rulebook as a person reads it, and who holds what of it once there are files.

mod others;
mod people;
mod refused;

use egui::{Align, Label, Layout, RichText, Ui};

use crate::report::phrases::{bundle_name, either};
use crate::rulebook::{Exam, LevelId, Market, Requirement, RevenueRequirement, Role, Rulebook};
use crate::texts::Texts;

use super::super::command::Commands;
use super::super::outcome::Outcome;
use super::super::state::State;
use super::super::theme::{self, size, tokens};
use super::super::widgets::{Tone, capitalised, card, chip, dot, section_head, soft, strong, uncapitalised};
use super::overview::level_color;
use super::what_if::assumed_ui;

/// The rulebook.
pub fn rules_ui(ui: &mut Ui, state: &State, commands: &mut Commands) {
    // Who plans reads the rules before there is anybody who holds anything.
    let outcome = state.outcome.as_deref();
    let (rulebook, texts) = (outcome.map_or(&state.workspace.rulebook, |outcome| &outcome.rulebook), &state.texts);
    let rules = Rules { state, rulebook, outcome };
    if let Some(outcome) = outcome {
        assumed_ui(ui, state, commands, outcome);
    }
    ui.horizontal(|ui| {
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            others::others_ui(ui, state, commands);
            ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                let title = RichText::new(texts.pick(&rulebook.title)).font(theme::semibold(size::VERDICT));
                ui.add(Label::new(title).wrap());
            });
        });
    });
    let edition = texts.with("edition", &[("edition", rulebook.edition.as_str().into())]);
    let since = texts.with("in-force-from", &[("day", texts.date(rulebook.in_force_from).into())]);
    let how = match () {
        () if crate::rulebook::builtin(&rulebook.id, &rulebook.edition) != Some(rulebook) => "rules-of-yours",
        () if rulebook.in_force_from > state.workspace.settings.as_of => "edition-not-yet",
        () if state.workspace.edition_is_chosen => "edition-chosen",
        () => "edition-in-force",
    };
    soft(ui, format!("{edition} · {since} · {}", uncapitalised(&texts.get(how))));
    soft(ui, texts.with("rules-source", &[("source", texts.pick(&rulebook.source).into())]));
    ui.add_space(4.0);
    if let Some(refused) = &state.refused {
        refused::refused_ui(ui, state, commands, refused);
        ui.add_space(4.0);
    }
    for option in &rulebook.options {
        strong(ui, texts.pick(&option.title));
        for level in &option.levels {
            card(ui, |ui| {
                level_head(ui, texts, level.id);
                for requirement in &level.requirements {
                    rules.requirement_ui(ui, commands, requirement);
                }
                if level.requirements.iter().filter(|it| matches!(it, Requirement::Roster(_))).count() > 1 {
                    soft(ui, texts.get("rule-same-people"));
                }
            });
            ui.add_space(4.0);
        }
    }
    if !rulebook.exams.is_empty() {
        card(ui, |ui| {
            section_head(ui, &texts.get("exams"));
            for (place, exam) in rulebook.exams.iter().enumerate() {
                rules.exam_ui(ui, commands, place, exam);
            }
        });
    }
}

fn level_head(ui: &mut Ui, texts: &Texts, level: LevelId) {
    ui.horizontal(|ui| {
        dot(ui, level_color(tokens(ui), level));
        section_head(ui, &texts.get(&format!("level-{level}")));
    });
}

/// The rules, and who holds what of them as far as there are files.
#[derive(Clone, Copy)]
struct Rules<'a> {
    state: &'a State,
    rulebook: &'a Rulebook,
    outcome: Option<&'a Outcome>,
}

impl Rules<'_> {
    fn requirement_ui(self, ui: &mut Ui, commands: &mut Commands, requirement: &Requirement) {
        let texts = &self.state.texts;
        match requirement {
            Requirement::Revenue(revenue) => revenue_ui(ui, self.rulebook, texts, revenue),
            Requirement::Roster(roster) => {
                for role in &roster.roles {
                    self.role_ui(ui, commands, role);
                }
                if roster.roles.len() > 1 || roster.roles.iter().any(|role| role.seats > 1) {
                    soft(ui, texts.get("rule-different-people"));
                }
            }
            Requirement::AnyOf(any) => {
                soft(ui, texts.get("any-of"));
                ui.indent(&any.id, |ui| {
                    for alternative in &any.alternatives {
                        self.requirement_ui(ui, commands, alternative);
                    }
                });
            }
        }
    }

    /// How many people a role needs and how many there are; below, each of its clauses and who fulfils it.
    fn role_ui(self, ui: &mut Ui, commands: &mut Commands, role: &Role) {
        let texts = &self.state.texts;
        ui.add_space(4.0);
        ui.horizontal_wrapped(|ui| {
            let values = [("seats", role.seats.into()), ("role", uncapitalised(texts.pick(&role.title)).into())];
            ui.label(RichText::new(texts.with("rule-role", &values)).font(theme::semibold(size::BODY)));
            if let Some(outcome) = self.outcome {
                qualified_ui(ui, texts, outcome, role);
            }
        });
        ui.indent(&role.id, |ui| {
            for clause in &role.clauses {
                let names = clause.iter().map(|bundle| bundle_name(bundle, self.rulebook, texts)).collect();
                let exams = either(names, texts);
                let text = if clause.len() > 1 { texts.with("one-of", &[("exams", exams.into())]) } else { exams };
                line_ui(ui, &capitalised(&text), "");
                if let Some(outcome) = self.outcome {
                    people::people_ui(ui, self.state, commands, outcome, outcome.holders.of_clause(clause));
                }
            }
        });
    }

    /// An exam, until when it is accepted, and who has passed it.
    fn exam_ui(self, ui: &mut Ui, commands: &mut Commands, place: usize, exam: &Exam) {
        let (texts, day) = (&self.state.texts, self.state.workspace.settings.as_of);
        ui.add_space(2.0);
        ui.horizontal_wrapped(|ui| {
            ui.label(RichText::new(&exam.code).font(theme::semibold(size::BODY)));
            // An assessment without a code is called by its title.
            let title = texts.pick(&exam.title);
            if title != exam.code {
                ui.add(Label::new(title).wrap());
            }
            if let Some(last) = exam.accepted_until {
                let (id, tone) =
                    if last < day { ("retired-since", Tone::Missing) } else { ("accepted-until", Tone::Risk) };
                chip(ui, &texts.with(id, &[("day", texts.date(last).into())]), tone);
            }
        });
        let Some(outcome) = self.outcome else { return };
        let Some(found) = outcome.holders.of_exam(place) else { return };
        people::people_ui(ui, self.state, commands, outcome, &found.holders);
        if !found.others.is_empty() {
            let number = texts.number(found.others.len().into());
            let values = [("count", found.others.len().into()), ("number", number.into())];
            soft(ui, texts.with("passed-but-not-counting", &values));
        }
    }
}

/// How many people qualify for a role, and whether they are enough.
fn qualified_ui(ui: &mut Ui, texts: &Texts, outcome: &Outcome, role: &Role) {
    let qualified = outcome.holders.of_role(role).len();
    let is_short = u32::try_from(qualified).is_ok_and(|there| there < role.seats);
    let number = texts.number(qualified.into());
    let text = texts.with("rule-qualify", &[("count", qualified.into()), ("number", number.into())]);
    chip(ui, &text, if is_short { Tone::Missing } else { Tone::Good });
}

fn revenue_ui(ui: &mut Ui, rulebook: &Rulebook, texts: &Texts, revenue: &RevenueRequirement) {
    let products = revenue.products.as_ref().map(|products| {
        let titles = products.iter().filter_map(|id| rulebook.products.get(id.0)).map(|it| texts.pick(&it.title));
        titles.collect::<Vec<_>>().join(", ")
    });
    let associations = revenue.associations.as_ref().map(|associations| {
        let titles =
            associations.iter().filter_map(|id| rulebook.associations.get(id.0)).map(|it| texts.pick(&it.title));
        titles.collect::<Vec<_>>().join(", ")
    });
    for market in Market::ALL {
        let name = match market {
            Market::Developed => texts.get("rule-developed"),
            Market::Developing => texts.get("rule-developing"),
        };
        let text = match revenue.threshold(market) {
            Some(threshold) => {
                let money = texts.money(threshold.amount.normalize(), &threshold.currency);
                texts.with(
                    if revenue.net_new { "rule-net-new" } else { "rule-revenue" },
                    &[("money", money.into()), ("months", revenue.months.into())],
                )
            }
            None => texts.get("rule-no-threshold"),
        };
        line_ui(ui, &text, &name);
    }
    if let Some(products) = products {
        soft(ui, texts.with("rule-products", &[("products", products.into())]));
    }
    if let Some(associations) = associations {
        soft(ui, texts.with("rule-associations", &[("associations", associations.into())]));
    }
}

fn line_ui(ui: &mut Ui, text: &str, then: &str) {
    ui.horizontal_wrapped(|ui| {
        ui.add(Label::new(text).wrap());
        if !then.is_empty() {
            soft(ui, then);
        }
    });
}
