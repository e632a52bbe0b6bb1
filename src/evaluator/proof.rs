//! Why a roster can't do with fewer exams, as figures that anyone can add up again; and who can't be spared.

use crate::ledger::PersonId;

use super::assignment::Assignment;
use super::departures::RoleSets;
use super::roster::RosterProblem;

/// Prices that show that no other way to fill the seats needs fewer exams.
///
/// Σ seats × price − Σ credits = bound, and a person's credit is what the dearest seat they could take is worth beyond what
/// they lack in it: max(0, max over roles of price − exams to go). No way to fill the seats costs less than the bound: each
/// seat costs its price at least, less the credit of whoever takes it. (Weak duality of the assignment problem.)
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Proof {
    /// For each role, what one seat of it costs in exams; never more than somebody who holds nothing lacks in it.
    pub prices: Vec<u32>,
    /// What people save, by person id; people who save nothing are left out.
    pub credits: Vec<(PersonId, u32)>,
    /// The sum: as many exams as are missing.
    pub bound: u32,
    /// The plainest shortage of people; nothing where every set of roles has people enough.
    pub shortage: Option<Shortage>,
}

/// Roles that ask for more seats than there are people qualified for any of them. Each seat too many needs an exam at least.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Shortage {
    /// The roles, by their places.
    pub roles: Vec<usize>,
    /// How many seats they ask for.
    pub seats: usize,
    /// How many people qualify for any of them.
    pub qualified: usize,
}

/// The proof for a roster, out of the prices of an assignment of least exams.
pub(super) fn prove(problem: &RosterProblem<'_>, assignment: &Assignment<'_>) -> Proof {
    let price_of = |role: usize| {
        let seat = problem.seats().iter().position(|of| *of == role);
        let price = seat.and_then(|seat| assignment.row_prices().get(seat)).copied().unwrap_or_default();
        u32::try_from(price).unwrap_or_default()
    };
    let prices: Vec<u32> = (0..problem.roles()).map(price_of).collect();
    let mut credit = vec![0; problem.everybody()];
    for (role, price) in prices.iter().enumerate().filter(|(_, price)| **price > 0) {
        let to_go = problem.exams_to_go_in(role).iter();
        credit.iter_mut().zip(to_go).for_each(|(credit, to_go)| *credit = price.saturating_sub(*to_go).max(*credit));
    }
    let credits: Vec<(PersonId, u32)> =
        problem.people().map(|person| (person, credit[person.0])).filter(|(_, credit)| *credit > 0).collect();
    let asked: u32 = problem.seats().iter().map(|role| prices[*role]).sum();
    let saved: u32 = credits.iter().map(|(_, credit)| credit).sum();
    let shortage = RoleSets::new(problem).plainest_shortage();
    Proof { prices, credits, bound: asked.saturating_sub(saved), shortage }
}
