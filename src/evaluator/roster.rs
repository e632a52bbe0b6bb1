//! Who takes which seat.

use chrono::NaiveDate;

use crate::ledger::PersonId;
use crate::rulebook::{RosterRequirement, Rulebook};

use super::assignment::assign;
use super::credentials::Holdings;
use super::roles::Ways;
use super::{RoleReadiness, RosterReadiness, Seat};

/// Fills the seats of a roster so that the fewest exams are missing; then so that the fewest people must sit one; then by the
/// order of person ids.
pub(super) fn fill_roster(
    rulebook: &Rulebook,
    requirement: &RosterRequirement,
    people: &[Holdings],
    as_of: NaiveDate,
) -> RosterReadiness {
    let ways: Vec<Ways<'_>> = requirement.roles.iter().map(|role| Ways::new(rulebook, role, as_of)).collect();
    let to_go: Vec<Vec<u32>> =
        ways.iter().map(|ways| people.iter().map(|person| ways.exams_to_go(person.exams)).collect()).collect();
    // One entry for each seat: the place of its role.
    let seats: Vec<usize> = requirement
        .roles
        .iter()
        .enumerate()
        .flat_map(|(role, rules)| std::iter::repeat_n(role, usize::try_from(rules.seats).unwrap_or_default()))
        .collect();
    let candidates = candidates(&to_go, seats.len());

    let nobody = Holdings::default();
    let weight = |exams: u32| {
        let people_sitting = i64::from(exams > 0);
        // There are fewer people than this to count, so an exam always outweighs them.
        i64::from(exams) * (1 + i64::try_from(seats.len()).unwrap_or(i64::MAX >> 32)) + people_sitting
    };
    // Behind the candidates stand people who do not exist yet, as many as there are seats.
    let row_of = |role: usize| -> Vec<i64> {
        let known = candidates.iter().map(|person| weight(to_go[role][person.0]));
        let new = std::iter::repeat_n(weight(ways[role].exams_to_go(nobody.exams)), seats.len());
        known.chain(new).collect()
    };
    let costs: Vec<Vec<i64>> = seats.iter().map(|role| row_of(*role)).collect();
    let takers: Vec<Option<PersonId>> =
        assign(&costs).into_iter().map(|column| candidates.get(column).copied()).collect();

    let mut to_go = to_go.into_iter();
    let roles: Vec<RoleReadiness> = requirement
        .roles
        .iter()
        .enumerate()
        .map(|(place, role)| {
            let takers = seats.iter().zip(&takers).filter(|(of, _)| **of == place).map(|(_, taker)| *taker);
            let seats = takers.map(|taker| {
                let holdings = taker.and_then(|person| people.get(person.0)).unwrap_or(&nobody);
                let (held, missing) = ways[place].describe(holdings);
                Seat { person: taker, missing_exams: ways[place].exams_to_go(holdings.exams), held, missing }
            });
            let mut seats: Vec<Seat> = seats.collect();
            seats.sort_by_key(|seat| (seat.missing_exams, seat.person.is_none(), seat.person));
            RoleReadiness {
                id: role.id.clone(),
                seats,
                exams_to_go: to_go.next().unwrap_or_default(),
                exams_from_nothing: ways[place].exams_to_go(nobody.exams),
            }
        })
        .collect();
    let all_seats = || roles.iter().flat_map(|role| &role.seats);
    let missing_exams = all_seats().map(|seat| seat.missing_exams).sum();
    let new_people = all_seats().map(|seat| u32::from(seat.person.is_none())).sum();
    RosterReadiness { id: requirement.id.clone(), met: missing_exams == 0, missing_exams, new_people, roles }
}

/// The only people who can matter: for each role the cheapest, as many as there are seats in all, and of equals the first
/// by id. Were somebody else to take a seat, one of these would be free to take it for no more.
fn candidates(to_go: &[Vec<u32>], seats: usize) -> Vec<PersonId> {
    let mut chosen: Vec<PersonId> = Vec::new();
    for of_role in to_go {
        let mut by_cost: Vec<(u32, usize)> = of_role.iter().enumerate().map(|(person, cost)| (*cost, person)).collect();
        if by_cost.len() > seats && seats > 0 {
            by_cost.select_nth_unstable(seats - 1);
            by_cost.truncate(seats);
        }
        chosen.extend(by_cost.into_iter().map(|(_, person)| PersonId(person)));
    }
    chosen.sort_unstable();
    chosen.dedup();
    chosen
}
