//! What has to be renewed, and what has to be sold, to keep a level for a year.

use chrono::{Datelike, Months, NaiveDate};
use rust_decimal::Decimal;

use crate::ledger::PersonId;
use crate::rulebook::{ExamId, RosterRequirement};

use super::assignment::Assignment;
use super::ends::Held;
use super::roles::{ExamSet, Ways};
use super::roster::{RosterContext, RosterProblem, Wishes};
use super::trail::Trail;

/// How far the outlook reaches.
pub(super) const MONTHS: u32 = 12;

/// The revenue at the end of a month if nothing new is sold.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MonthOutlook {
    /// The last day of the month.
    pub day: NaiveDate,
    /// What counts then of the sales known now.
    pub counted: Decimal,
    /// What must have been sold anew by then to reach the threshold; nothing without a threshold.
    pub needed: Option<Decimal>,
}

/// What people hold that ends within a year.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Endings {
    /// The fewest renewals that keep a met roster for the year.
    pub to_renew: Vec<Ending>,
    /// What ends, too, and need not be renewed for that.
    pub others: Vec<Ending>,
    /// Whether renewals alone can't keep it: exams stop being accepted.
    pub not_by_renewals: bool,
}

/// Something that somebody holds and that ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Ending {
    /// The last day on which it counts.
    pub last_day: NaiveDate,
    /// Who holds it.
    pub person: PersonId,
    /// The exam.
    pub exam: ExamId,
}

/// The revenue at the ends of the next twelve months, that of the day's own month being the first, with no new sales.
pub(super) fn run_off(trail: &Trail, as_of: NaiveDate, threshold: Option<Decimal>) -> Vec<MonthOutlook> {
    let first = as_of.with_day(1).unwrap_or(as_of);
    let end = |month: u32| first.checked_add_months(Months::new(month + 1))?.pred_opt();
    let at = |day: NaiveDate| {
        let counted = trail.on(day);
        MonthOutlook { day, counted, needed: threshold.map(|least| least.saturating_sub(counted).max(Decimal::ZERO)) }
    };
    (0..MONTHS).filter_map(end).map(at).collect()
}

/// What ends within a year of what a roster asks for, and what of it has to be renewed.
///
/// The seats are filled once more for the day in a year, with people who may renew what they hold now and pass nothing new:
/// the fewest renewals are an assignment of least cost.
pub(super) fn endings(context: &RosterContext<'_>, requirement: &RosterRequirement, met: bool) -> Endings {
    let as_of = context.settings.as_of;
    let horizon = as_of.checked_add_months(Months::new(MONTHS)).unwrap_or(NaiveDate::MAX);
    let asked: ExamSet =
        requirement.roles.iter().flat_map(|role| role.clauses.iter().flatten().flatten()).copied().collect();
    let ending: Vec<Held> = context.ends.ended_by(horizon).filter(|held| asked.contains(held.exam)).collect();
    if ending.is_empty() {
        return Endings::default();
    }
    let renewals = if met { fewest_renewals(context, requirement, horizon) } else { Some(Vec::new()) };
    let not_by_renewals = renewals.is_none();
    let to_renew = renewals.unwrap_or_default();
    let mut endings = Endings { not_by_renewals, ..Endings::default() };
    for held in ending {
        let Held { person, exam, last_day } = held;
        let ending = Ending { last_day, person, exam };
        let is_needed = to_renew.contains(&(person, exam));
        let list = if is_needed { &mut endings.to_renew } else { &mut endings.others };
        list.push(ending);
    }
    endings.to_renew.sort_unstable();
    endings.others.sort_unstable();
    endings
}

/// The fewest exams that people who hold them now must renew for a roster to be met on a later day; nothing where that
/// can't be.
fn fewest_renewals(
    context: &RosterContext<'_>,
    requirement: &RosterRequirement,
    day: NaiveDate,
) -> Option<Vec<(PersonId, ExamId)>> {
    /// More exams than all seats of a roster ask for.
    const NEVER: u32 = 1 << 20;
    let (now, later) = (context.ends.held_now(), context.ends.held_on(day));
    let ways: Vec<Ways<'_>> = requirement.roles.iter().map(|role| Ways::new(context.rulebook, role, day)).collect();
    let renewals = |role: usize, person: PersonId| ways[role].renewals(*now.get(person.0)?, *later.get(person.0)?);
    let people = || (0..later.len()).map(PersonId);
    let lacks = |role: usize| people().map(|person| renewals(role, person).map_or(NEVER, ExamSet::len)).collect();
    let to_go: Vec<Vec<u32>> = (0..ways.len()).map(lacks).collect();
    let wishes = Wishes::new(context.settings, &context.ledger.people, requirement);
    let problem = RosterProblem::with_costs(requirement, to_go, vec![NEVER; ways.len()], wishes);
    let costs = problem.costs(i64::from);
    let assignment = Assignment::solve(&costs).first_of_equals();
    if problem.lacks(&assignment).contains(&NEVER) {
        return None;
    }
    let taken = problem.takers(&assignment).into_iter().zip(problem.seats());
    let renewed = taken.filter_map(|(person, role)| Some((person?, renewals(*role, person?)?)));
    Some(renewed.flat_map(|(person, set)| set.exams().map(move |exam| (person, exam))).collect())
}
