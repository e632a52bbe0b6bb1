//! Rules: the rulebook as a person reads it.

use egui::{Label, RichText, Ui};

use crate::rulebook::{LevelId, Market, Requirement, RevenueRequirement, Rulebook};
use crate::texts::Texts;

use super::super::outcome::Outcome;
use super::super::state::State;
use super::super::theme::{self, size, tokens};
use super::super::widgets::{card, dot, section_head, soft, strong, uncapitalised};
use super::next::all_of;
use super::overview::level_color;

/// The rulebook.
pub fn rules_ui(ui: &mut Ui, state: &State, outcome: &Outcome) {
    let (rulebook, texts) = (&outcome.rulebook, &state.texts);
    ui.label(RichText::new(texts.pick(&rulebook.title)).font(theme::semibold(size::VERDICT)));
    let edition = texts.with("edition", &[("edition", rulebook.edition.as_str().into())]);
    let since = texts.with("in-force-from", &[("day", texts.date(rulebook.in_force_from).into())]);
    soft(ui, format!("{edition} · {since}"));
    soft(ui, texts.pick(&rulebook.source));
    ui.add_space(4.0);
    for option in &rulebook.options {
        strong(ui, texts.pick(&option.title));
        for level in &option.levels {
            card(ui, |ui| {
                level_head(ui, texts, level.id);
                for requirement in &level.requirements {
                    requirement_ui(ui, rulebook, texts, requirement);
                }
            });
            ui.add_space(4.0);
        }
    }
    card(ui, |ui| {
        section_head(ui, &texts.get("exams"));
        for exam in &rulebook.exams {
            let until = exam.accepted_until.map(|day| texts.with("accepted-until", &[("day", texts.date(day).into())]));
            line_ui(ui, &format!("{} {}", exam.code, texts.pick(&exam.title)), &until.unwrap_or_default());
        }
    });
}

fn level_head(ui: &mut Ui, texts: &Texts, level: LevelId) {
    ui.horizontal(|ui| {
        dot(ui, level_color(tokens(ui), level));
        section_head(ui, &texts.get(&format!("level-{level}")));
    });
}

fn requirement_ui(ui: &mut Ui, rulebook: &Rulebook, texts: &Texts, requirement: &Requirement) {
    match requirement {
        Requirement::Revenue(revenue) => revenue_ui(ui, rulebook, texts, revenue),
        Requirement::Roster(roster) => {
            for role in &roster.roles {
                let values = [
                    ("seats", role.seats.into()),
                    ("role", uncapitalised(texts.pick(&role.title)).into()),
                    ("exams", all_of(role.clauses.iter().map(Vec::as_slice), rulebook, texts).into()),
                ];
                line_ui(ui, &texts.with("rule-role", &values), "");
            }
            if roster.roles.len() > 1 || roster.roles.iter().any(|role| role.seats > 1) {
                soft(ui, texts.get("rule-different-people"));
            }
        }
        Requirement::AnyOf(any) => {
            soft(ui, texts.get("any-of"));
            ui.indent(&any.id, |ui| {
                any.alternatives.iter().for_each(|alternative| requirement_ui(ui, rulebook, texts, alternative));
            });
        }
    }
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
