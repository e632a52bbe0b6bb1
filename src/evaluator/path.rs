//! The way to Gold over Silver.

use crate::ledger::PersonId;
use crate::rulebook::{AttainmentOption, LevelId, Requirement, RosterRequirement};

use super::assignment::Assignment;
use super::roles::ExamSet;
use super::roster::{RosterContext, RosterProblem, Wishes};

/// The cheapest way to Silver that wastes no exam on the way to Gold, and what stopping at the plainly cheapest Silver costs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Path {
    /// The seats of Silver on a cheapest way to Gold: the place of the role, who takes it, and how many exams they lack.
    pub seats: Vec<(usize, Option<PersonId>, u32)>,
    /// How many exams bring Silver on that way.
    pub to_silver: u32,
    /// How many exams bring Gold in all.
    pub to_gold: u32,
    /// How many exams bring Silver where Gold is no matter.
    pub to_silver_alone: u32,
    /// How many exams bring Gold in all when Silver was reached in the plainly cheapest way that the checklist shows.
    pub to_gold_after_silver_alone: u32,
}

/// The path of an option whose Silver asks for some of the seats that its Gold asks for; nothing for any other.
///
/// Gold's seats are filled at least cost, those that Silver asks for, too, being the cheaper ones: an exam counts so much
/// for Gold that no saving at Silver outweighs it, and once more in a seat of Silver.
pub(super) fn path(context: &RosterContext<'_>, option: &AttainmentOption) -> Option<Path> {
    let (silver, gold) = (roster_of(option, LevelId::Silver)?, roster_of(option, LevelId::Gold)?);
    let none = Wishes::default();
    let as_of = context.settings.as_of;
    let problem =
        |roster, people: &[ExamSet]| RosterProblem::new(context.rulebook, roster, people, none.clone(), as_of);
    let gold_problem = problem(gold, context.ends.held_now());

    // For each of Gold's roles the role of Silver that is the same.
    let same = gold.roles.iter().map(|role| silver.roles.iter().position(|it| it.clauses == role.clauses));
    let same: Vec<Option<usize>> = same.collect();
    let is_part = |place: usize| {
        let gold_seats = same.iter().zip(&gold.roles).filter(|(of, _)| **of == Some(place)).map(|(_, role)| role.seats);
        silver.roles[place].seats <= gold_seats.sum()
    };
    let twice = same.iter().flatten().enumerate().any(|(at, role)| same.iter().flatten().take(at).any(|it| it == role));
    if twice || !(0..silver.roles.len()).all(is_part) {
        return None;
    }

    let mut left: Vec<u32> = silver.roles.iter().map(|role| role.seats).collect();
    let silver_role: Vec<Option<usize>> = gold_problem
        .seats()
        .iter()
        .map(|role| same[*role].filter(|role| left[*role] > 0).inspect(|role| left[*role] -= 1))
        .collect();
    let most = i64::try_from(silver_role.len()).ok()? * 256;
    let mut costs = gold_problem.costs(i64::from);
    for (row, role) in costs.iter_mut().zip(&silver_role) {
        for cost in row {
            *cost = *cost * most + if role.is_some() { *cost } else { 0 };
        }
    }
    let assignment = Assignment::solve(&costs).first_of_equals();
    let takers = gold_problem.takers(&assignment);
    let lacks: Vec<u32> = gold_problem.lacks(&assignment);
    let seats: Vec<(usize, Option<PersonId>, u32)> = silver_role
        .iter()
        .zip(takers.iter().zip(&lacks))
        .filter_map(|(role, (taker, lack))| Some(((*role)?, *taker, *lack)))
        .collect();

    let silver_problem = problem(silver, context.ends.held_now());
    let silver_costs = silver_problem.seat_costs();
    let plain = Assignment::solve(&silver_costs).first_of_equals();
    let to_silver_alone: u32 = silver_problem.lacks(&plain).iter().sum();
    let after = silver_problem.held_after(context.ends.held_now(), &silver_problem.takers(&plain));
    let gold_after = problem(gold, &after);
    let costs_after = gold_after.costs(i64::from);
    let to_gold_after: u32 = gold_after.lacks(&Assignment::solve(&costs_after)).iter().sum();
    Some(Path {
        to_silver: seats.iter().map(|(_, _, lack)| lack).sum(),
        seats,
        to_gold: lacks.iter().sum(),
        to_silver_alone,
        to_gold_after_silver_alone: to_silver_alone + to_gold_after,
    })
}

/// The roster of a level that asks for just one.
fn roster_of(option: &AttainmentOption, level: LevelId) -> Option<&RosterRequirement> {
    let level = option.levels.iter().find(|it| it.id == level)?;
    let mut rosters = level.requirements.iter().filter_map(|requirement| match requirement {
        Requirement::Roster(roster) => Some(roster),
        _ => None,
    });
    rosters.next().filter(|_| rosters.next().is_none())
}
