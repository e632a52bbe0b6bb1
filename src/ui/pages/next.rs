//! What a level asks for, in words: exams and sales.

use crate::evaluator::{LevelReadiness, RequirementReadiness, Taker};
use crate::ledger::round_up;
use crate::report::phrases::{bundle_name, either};
use crate::rulebook::{Bundle, Rulebook};
use crate::texts::Texts;

use super::super::outcome::Outcome;

/// What has to be sold for a level.
pub fn sales_to_make(level: &LevelReadiness, texts: &Texts) -> Vec<String> {
    let mut steps = Vec::new();
    for requirement in &level.requirements {
        money_steps(requirement, texts, &mut steps);
    }
    steps
}

/// Who takes a seat, in words.
pub fn taker_name(taker: Taker, outcome: &Outcome, texts: &Texts) -> String {
    match taker {
        Taker::Person(person) => {
            outcome.ledger.people.get(person.0).map(|it| it.label().to_owned()).unwrap_or_default()
        }
        Taker::AnyoneOf(people) => texts.with("anyone-of", &[("people", people.into())]),
        Taker::NewPerson => texts.get("new-person"),
    }
}

/// Clauses of which all are needed, each with its choices: "MB2-714, MB2-713 or MB2-709, and MB2-710 or MB2-706".
pub fn all_of<'a>(clauses: impl Iterator<Item = &'a [Bundle]>, rulebook: &Rulebook, texts: &Texts) -> String {
    let clauses: Vec<&[Bundle]> = clauses.collect();
    let names = |clause: &&[Bundle]| clause.iter().map(|bundle| bundle_name(bundle, rulebook, texts)).collect();
    let words: Vec<String> = clauses.iter().map(|clause| either(names(clause), texts)).collect();
    if clauses.iter().any(|clause| clause.len() > 1) {
        return words.join(&texts.get("clause-and"));
    }
    let both =
        |first: String, second: String| texts.with("bundle-and", &[("first", first.into()), ("second", second.into())]);
    words.into_iter().reduce(both).unwrap_or_default()
}

fn money_steps(requirement: &RequirementReadiness, texts: &Texts, steps: &mut Vec<String>) {
    match requirement {
        RequirementReadiness::Revenue(revenue) => match revenue.shortfall {
            None => steps.push(texts.get("finding-no-threshold")),
            Some(shortfall) if !revenue.met => {
                let money = texts.money(round_up(shortfall, &revenue.currency), &revenue.currency);
                steps.push(texts.with("next-revenue", &[("money", money.into())]));
            }
            Some(_) => {}
        },
        RequirementReadiness::AnyOf(any) if !any.met => {
            // The alternative with the fewest exams stands for all, as in the verdict.
            if let Some(nearest) = any.alternatives.iter().min_by_key(|alternative| exams(alternative)) {
                money_steps(nearest, texts, steps);
            }
        }
        RequirementReadiness::AnyOf(_) | RequirementReadiness::Roster(_) => {}
    }
}

fn exams(requirement: &RequirementReadiness) -> u32 {
    match requirement {
        RequirementReadiness::Roster(roster) => roster.missing_exams,
        RequirementReadiness::Revenue(_) => 0,
        RequirementReadiness::AnyOf(any) => any.alternatives.iter().map(exams).min().unwrap_or_default(),
    }
}
