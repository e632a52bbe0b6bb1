//! The seats of a level as the pages show them.

use crate::evaluator::{LevelReadiness, RoleReadiness, RosterReadiness, Seat, Taker};
use crate::rulebook::{Level, Role};

use super::outcome::rosters;

/// One seat with all that belongs to it.
#[derive(Debug, Clone, Copy)]
pub struct SeatView<'a> {
    /// The place of the seat's roster among the level's rosters.
    pub roster: usize,
    /// The result of that roster.
    pub roster_result: &'a RosterReadiness,
    /// The rules of the seat's role.
    pub role: &'a Role,
    /// The result of that role.
    pub role_result: &'a RoleReadiness,
    /// The seat's number within its role, from 1.
    pub number: usize,
    /// The result.
    pub seat: &'a Seat,
    /// Who takes it.
    pub taker: Taker,
}

/// The takers of a level's seats, in the order of [`seats`].
pub fn takers(rules: &Level, result: &LevelReadiness) -> Vec<Taker> {
    let mut found = Vec::new();
    for (_, roster) in rosters(rules, result) {
        for role in &roster.roles {
            found.extend(role.seats.iter().map(|seat| taker(roster, role, seat)));
        }
    }
    found
}

/// A level's seats, by roster and role: those with a name first.
pub fn seats<'a>(rules: &'a Level, result: &'a LevelReadiness, takers: &[Taker]) -> Vec<SeatView<'a>> {
    let mut takers = takers.iter();
    let mut found = Vec::new();
    for (roster, (rules, result)) in rosters(rules, result).into_iter().enumerate() {
        for (role, role_result) in rules.roles.iter().zip(&result.roles) {
            let seats = role_result.seats.iter().map(|seat| (seat, takers.next().copied().unwrap_or(Taker::NewPerson)));
            let (known, others): (Vec<_>, Vec<_>) = seats.partition(|(_, taker)| matches!(taker, Taker::Person(_)));
            for (at, (seat, taker)) in known.into_iter().chain(others).enumerate() {
                found.push(SeatView { roster, roster_result: result, role, role_result, number: at + 1, seat, taker });
            }
        }
    }
    found
}

/// Where only one person could be anyone, they are named.
fn taker(roster: &RosterReadiness, role: &RoleReadiness, seat: &Seat) -> Taker {
    match (roster.taker(role, seat), seat.person) {
        (Taker::AnyoneOf(1), Some(person)) => Taker::Person(person),
        (taker, _) => taker,
    }
}
