//! Sets of roles against the people who qualify for them: how plain a shortage is, and how few departures make one.
//!
//! By Hall's theorem the seats of a roster can be filled as long as every set of roles has as many people qualified for any
//! of them as it has seats.

use crate::ledger::PersonId;

use super::proof::Shortage;
use super::roster::RosterProblem;

/// The most roles whose sets are gone through. The rulebook's check allows no more; of a rulebook made otherwise, the first
/// ones are looked at.
const MOST_ROLES: usize = 16;

/// The sets of a roster's roles, one bit for each role.
pub(super) struct RoleSets<'a> {
    problem: &'a RosterProblem<'a>,
    /// For each set, how many seats its roles have.
    seats: Vec<usize>,
    /// For each person, the set of roles that they lack nothing for.
    qualified_for: Vec<usize>,
    /// For each set, how many people qualify for any of its roles.
    qualified: Vec<usize>,
}

impl<'a> RoleSets<'a> {
    pub(super) fn new(problem: &'a RosterProblem<'a>) -> Self {
        let roles = problem.roles().min(MOST_ROLES);
        let all_sets = 1_usize << roles;
        let mut seats = vec![0; all_sets];
        for role in problem.seats().iter().filter(|role| **role < roles) {
            (0..all_sets).filter(|set| set & (1 << role) != 0).for_each(|set| seats[set] += 1);
        }
        // People by the roles they qualify for; then, role by role, by all sets that hold those.
        let mut qualified_for = vec![0; problem.everybody()];
        for role in 0..roles {
            let to_go = problem.exams_to_go_in(role).iter();
            qualified_for.iter_mut().zip(to_go).for_each(|(set, to_go)| *set |= usize::from(*to_go == 0) << role);
        }
        let mut within = vec![0; all_sets];
        problem.people().for_each(|person| within[qualified_for[person.0]] += 1);
        for role in 0..roles {
            for set in (0..all_sets).filter(|set| set & (1 << role) != 0) {
                within[set] += within[set ^ (1 << role)];
            }
        }
        let everybody = within[all_sets - 1];
        let qualified = (0..all_sets).map(|set| everybody - within[all_sets - 1 - set]).collect();
        Self { problem, seats, qualified_for, qualified }
    }

    /// One smallest group of people whose leaving loses a met roster, by id: the fewest departures are the least, over
    /// sets of roles, of qualified − seats + 1, and any so many of the people qualified for that set will do.
    pub(super) fn fewest_leavers(&self) -> Vec<PersonId> {
        let spare = |set: &usize| (self.qualified[*set] + 1).saturating_sub(self.seats[*set]);
        let Some(tightest) = (1..self.seats.len()).min_by_key(spare) else { return Vec::new() };
        let affected = self.problem.people().filter(|person| self.qualified_for[person.0] & tightest != 0);
        affected.take(spare(&tightest)).collect()
    }

    /// The set of roles that lacks most people; of equals the one with the fewest roles.
    pub(super) fn plainest_shortage(&self) -> Option<Shortage> {
        let lacks = |set: usize| self.seats[set].saturating_sub(self.qualified[set]);
        let sets = 1..self.seats.len();
        let worst = sets.max_by_key(|set| (lacks(*set), std::cmp::Reverse((set.count_ones(), *set))))?;
        let roles = (0..self.problem.roles().min(MOST_ROLES)).filter(|role| worst & (1 << role) != 0).collect();
        (lacks(worst) > 0).then(|| Shortage { roles, seats: self.seats[worst], qualified: self.qualified[worst] })
    }
}
