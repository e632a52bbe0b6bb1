//! What is missing for a level, concretely: one line for each thing to do.

use crate::evaluator::{LevelReadiness, MissingClause, RequirementReadiness, Taker};
use crate::ledger::round_up;
use crate::report::phrases::bundle_name;
use crate::rulebook::{Bundle, Rulebook};
use crate::texts::Texts;

use super::super::outcome::Outcome;
use super::super::seats::SeatView;
use super::super::widgets::{capitalised, uncapitalised};

/// The things to do for a level, exams first.
pub fn next_steps(outcome: &Outcome, option: usize, level: &LevelReadiness, texts: &Texts) -> Vec<String> {
    let seats = outcome.seats(option, level.id);
    let mut steps = Vec::new();
    let mut roster = 0;
    for requirement in &level.requirements {
        steps_of(requirement, &mut roster, &seats, outcome, texts, &mut steps);
    }
    // People come before money: they are what the reader can act on today.
    steps.sort_by_key(|step| step.kind);
    steps.chunk_by(|one, next| one.text == next.text).filter_map(|alike| in_words(alike, texts)).collect()
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

/// What would fulfil clauses: "MB2-714, MB2-713 or MB2-709, and MB2-710 or MB2-706".
pub fn missing_exams(missing: &[MissingClause], rulebook: &Rulebook, texts: &Texts) -> String {
    all_of(missing.iter().map(|clause| clause.one_of.as_slice()), rulebook, texts)
}

/// Clauses of which all are needed, each with its choices.
pub fn all_of<'a>(clauses: impl Iterator<Item = &'a [Bundle]>, rulebook: &Rulebook, texts: &Texts) -> String {
    let clauses: Vec<&[Bundle]> = clauses.collect();
    let words: Vec<String> = clauses.iter().map(|clause| either(clause, rulebook, texts)).collect();
    if clauses.iter().any(|clause| clause.len() > 1) {
        return words.join(&texts.get("clause-and"));
    }
    let both =
        |first: String, second: String| texts.with("bundle-and", &[("first", first.into()), ("second", second.into())]);
    words.into_iter().reduce(both).unwrap_or_default()
}

/// Bundles of which one is enough: "MB2-714, MB2-713 or MB2-709".
pub fn either(bundles: &[Bundle], rulebook: &Rulebook, texts: &Texts) -> String {
    let mut names: Vec<String> = bundles.iter().map(|bundle| bundle_name(bundle, rulebook, texts)).collect();
    let last = names.pop().unwrap_or_default();
    if names.is_empty() {
        return last;
    }
    texts.with("either", &[("first", names.join(", ").into()), ("last", last.into())])
}

/// Steps that read the same, as one line.
fn in_words(alike: &[Step], texts: &Texts) -> Option<String> {
    match alike {
        [] => None,
        [only] => Some(only.text.clone()),
        [first, ..] => {
            let step = uncapitalised(&first.text);
            Some(texts.with("next-seats", &[("seats", alike.len().into()), ("step", step.into())]))
        }
    }
}

struct Step {
    kind: Kind,
    text: String,
}

#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Kind {
    Exam,
    Money,
    Threshold,
}

fn steps_of(
    requirement: &RequirementReadiness,
    roster: &mut usize,
    seats: &[SeatView<'_>],
    outcome: &Outcome,
    texts: &Texts,
    steps: &mut Vec<Step>,
) {
    match requirement {
        RequirementReadiness::Roster(_) => {
            for view in seats.iter().filter(|view| view.roster == *roster && view.seat.missing_exams > 0) {
                let who = capitalised(&taker_name(view.taker, outcome, texts));
                let exams = missing_exams(&view.seat.missing, &outcome.rulebook, texts);
                let text = texts.with("next-sits", &[("who", who.into()), ("exams", exams.into())]);
                steps.push(Step { kind: Kind::Exam, text });
            }
            *roster += 1;
        }
        RequirementReadiness::Revenue(revenue) => match revenue.shortfall {
            None => steps.push(Step { kind: Kind::Threshold, text: texts.get("finding-no-threshold") }),
            Some(shortfall) if !revenue.met => {
                let money = texts.money(round_up(shortfall, &revenue.currency), &revenue.currency);
                let text = texts.with("next-revenue", &[("money", money.into())]);
                steps.push(Step { kind: Kind::Money, text });
            }
            Some(_) => {}
        },
        RequirementReadiness::AnyOf(any) => {
            // The alternative with the fewest exams stands for all, as in the verdict.
            let alternatives: Vec<Vec<Step>> = any
                .alternatives
                .iter()
                .map(|alternative| {
                    let mut steps = Vec::new();
                    steps_of(alternative, roster, seats, outcome, texts, &mut steps);
                    steps
                })
                .collect();
            if !any.met {
                let effort = |steps: &Vec<Step>| (steps.iter().filter(|it| it.kind == Kind::Exam).count(), steps.len());
                steps.extend(alternatives.into_iter().min_by_key(effort).unwrap_or_default());
            }
        }
    }
}
