//! A rulebook as text that a person can hold against the page it comes from.

use crate::rulebook::{Clause, Market, Requirement, RevenueRequirement, Role, Rulebook};
use crate::texts::Texts;

use super::phrases::bundle_name;

/// A rulebook as a person reads it, with a line break at its end.
pub fn rulebook_text(rulebook: &Rulebook, texts: &Texts) -> String {
    let mut outline = Outline { rulebook, texts, text: String::new() };
    let edition = texts.with(
        "rulebook-edition",
        &[
            ("id", rulebook.id.as_str().into()),
            ("edition", rulebook.edition.as_str().into()),
            ("date", texts.date(rulebook.in_force_from).into()),
        ],
    );
    outline.line(0, texts.pick(&rulebook.title));
    outline.line(0, &edition);
    outline.line(0, &format!("{}: {}", texts.get("rulebook-source"), texts.pick(&rulebook.source)));
    for option in &rulebook.options {
        outline.line(0, "");
        outline.line(0, texts.pick(&option.title));
        for level in &option.levels {
            outline.line(1, &texts.get(&format!("level-{}", level.id)));
            let mut has_people = false;
            for requirement in &level.requirements {
                if has_people && matches!(requirement, Requirement::Roster(_)) {
                    outline.line(2, &texts.get("rulebook-people-again"));
                }
                has_people |= matches!(requirement, Requirement::Roster(_));
                outline.requirement(2, requirement);
            }
        }
    }
    outline.text
}

struct Outline<'a> {
    rulebook: &'a Rulebook,
    texts: &'a Texts,
    text: String,
}

impl Outline<'_> {
    fn line(&mut self, depth: usize, text: &str) {
        self.text.push_str(&"  ".repeat(depth));
        self.text.push_str(text);
        self.text.push('\n');
    }

    fn requirement(&mut self, depth: usize, requirement: &Requirement) {
        match requirement {
            Requirement::Revenue(it) => self.revenue(depth, it),
            Requirement::Roster(it) => it.roles.iter().for_each(|role| self.role(depth, role)),
            Requirement::AnyOf(it) => {
                self.line(depth, &self.texts.get("text-any-of"));
                it.alternatives.iter().for_each(|alternative| self.requirement(depth + 1, alternative));
            }
        }
    }

    fn revenue(&mut self, depth: usize, revenue: &RevenueRequirement) {
        let texts = self.texts;
        let net_new = if revenue.net_new { "yes" } else { "no" };
        self.line(
            depth,
            &texts.with("rulebook-revenue", &[("net-new", net_new.into()), ("months", revenue.months.into())]),
        );
        for market in Market::ALL {
            if let Some(threshold) = revenue.threshold(market) {
                let line = texts.with(
                    "rulebook-market-threshold",
                    &[
                        ("market", market.as_str().into()),
                        ("money", texts.money(threshold.amount, &threshold.currency).into()),
                    ],
                );
                self.line(depth + 1, &line);
            }
        }
        if let Some(products) = &revenue.products {
            let names: Vec<&str> = products.iter().map(|id| texts.pick(&self.rulebook.products[id.0].title)).collect();
            self.line(depth + 1, &texts.with("rulebook-products", &[("products", names.join(", ").into())]));
        }
        if let Some(ties) = &revenue.associations {
            let names: Vec<&str> = ties.iter().map(|id| texts.pick(&self.rulebook.associations[id.0].title)).collect();
            self.line(depth + 1, &texts.with("rulebook-associations", &[("associations", names.join(", ").into())]));
        }
    }

    fn role(&mut self, depth: usize, role: &Role) {
        let title = self.texts.pick(&role.title);
        self.line(depth, &self.texts.with("rulebook-seats", &[("seats", role.seats.into()), ("role", title.into())]));
        role.clauses.iter().for_each(|clause| self.clause(depth + 1, clause));
    }

    fn clause(&mut self, depth: usize, clause: &Clause) {
        let id = if clause.len() == 1 { "rulebook-clause-only" } else { "rulebook-clause" };
        self.line(depth, &self.texts.get(id));
        for bundle in clause {
            let mut line = bundle_name(bundle, self.rulebook, self.texts);
            if let [exam] = bundle.as_slice() {
                let exam = self.rulebook.exam(*exam);
                line = format!("{line} {}", self.texts.pick(&exam.title));
                if let Some(last) = exam.accepted_until {
                    let until = self.texts.with("rulebook-accepted-until", &[("date", self.texts.date(last).into())]);
                    line = format!("{line} ({until})");
                }
            }
            self.line(depth + 1, &line);
        }
    }
}
