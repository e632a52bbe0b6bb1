//! Who takes which seat.

use std::collections::BinaryHeap;

use chrono::NaiveDate;

use crate::ledger::{Ledger, Person, PersonId};
use crate::rulebook::{RosterRequirement, Rulebook};

use super::assignment::Assignment;
use super::credentials::{Pass, passes_of};
use super::departures::RoleSets;
use super::ends::Ends;
use super::next::{Passes, passes_nearer};
use super::outlook::endings;
use super::proof::prove;
use super::roles::{ExamSet, Ways};
use super::{CredentialVerdict, RoleReadiness, RosterReadiness, Seat, Settings};

/// What all rosters of one evaluation share.
pub(super) struct RosterContext<'a> {
    pub rulebook: &'a Rulebook,
    pub settings: &'a Settings,
    pub ledger: &'a Ledger,
    pub verdicts: &'a [CredentialVerdict],
    pub ends: Ends,
}

/// Fills the seats of a roster so that the fewest exams are missing; then so that the fewest people must sit one; then by the
/// order of person ids.
///
/// Beside it come the passes that bring it one exam nearer.
pub(super) fn fill_roster(context: &RosterContext<'_>, requirement: &RosterRequirement) -> (RosterReadiness, Passes) {
    let RosterContext { rulebook, settings, ledger, verdicts, ends } = context;
    let wishes = Wishes::new(settings, &ledger.people, requirement);
    let problem = RosterProblem::new(rulebook, requirement, ends.held_now(), wishes.clone(), settings.as_of);
    let costs = problem.costs(i64::from);
    let assignment = Assignment::solve(&costs);
    let essential = problem.essential(&assignment);
    let missing_exams: u32 = problem.lacks(&assignment).iter().sum();
    let met = missing_exams == 0;

    let proof = if wishes.is_empty() {
        prove(&problem, &assignment)
    } else {
        let free = RosterProblem::new(rulebook, requirement, ends.held_now(), Wishes::default(), settings.as_of);
        prove(&free, &Assignment::solve(&free.costs(i64::from)))
    };
    let is_lost = |people: &[ExamSet], day| {
        let later = RosterProblem::new(rulebook, requirement, people, wishes.clone(), day);
        later.lacks(&Assignment::solve(&later.costs(i64::from))).into_iter().any(|exams| exams > 0)
    };
    let mut passes = if met { Passes::new() } else { passes_nearer(&problem, requirement, ends.held_now()) };
    // Where every way to a role is closed, its exams are still told as missing, but nobody should sit one.
    passes.retain(|(_, exam)| rulebook.accepts(*exam, settings.as_of));
    let leavers = met.then(|| RoleSets::new(&problem).fewest_leavers());
    let roles = problem.describe(requirement, |person| passes_of(ledger, verdicts, person));
    let new_people = roles.iter().flat_map(|role| &role.seats).map(|seat| u32::from(seat.person.is_none())).sum();
    let readiness = RosterReadiness {
        id: requirement.id.clone(),
        met,
        missing_exams,
        new_people,
        essential,
        leavers,
        extra_exams: missing_exams.saturating_sub(proof.bound),
        proof,
        falls_short_on: met.then(|| ends.first_day_when(is_lost)).flatten(),
        endings: endings(context, requirement, met),
        roles,
    };
    (readiness, passes)
}

/// What the user asks of people in one roster.
#[derive(Debug, Clone, Default)]
pub(super) struct Wishes {
    /// The role that somebody must take, by its place.
    pins: Vec<(PersonId, usize)>,
    kept_out: Vec<PersonId>,
}

impl Wishes {
    pub(super) fn new(settings: &Settings, people: &[Person], requirement: &RosterRequirement) -> Self {
        let find = |id: &String| people.iter().position(|person| person.id == *id).map(PersonId);
        let role = |id: &String| requirement.roles.iter().position(|role| role.id == *id);
        Self {
            pins: settings.pins.iter().filter_map(|(person, of)| Some((find(person)?, role(of)?))).collect(),
            kept_out: settings.kept_out.iter().filter_map(find).collect(),
        }
    }

    fn is_empty(&self) -> bool {
        self.pins.is_empty() && self.kept_out.is_empty()
    }

    fn pin_of(&self, person: PersonId) -> Option<usize> {
        self.pins.iter().find(|(pinned, _)| *pinned == person).map(|(_, role)| *role)
    }
}

/// More than all seats of a roster together can ever lack: what a pinned person costs less in their role, and twice that
/// what they cost more in another.
const PIN: i64 = 1 << 40;

/// The seats of a roster and what each person would lack in each.
pub(super) struct RosterProblem<'a> {
    ways: Vec<Ways<'a>>,
    wishes: Wishes,
    /// For each role and person.
    to_go: Vec<Vec<u32>>,
    /// For each role, what somebody lacks who holds nothing.
    from_nothing: Vec<u32>,
    /// For each seat the place of its role, in the rulebook's order.
    seats: Vec<usize>,
    /// The only people who can matter, by id.
    candidates: Vec<PersonId>,
    people: usize,
}

impl<'a> RosterProblem<'a> {
    pub(super) fn new(
        rulebook: &Rulebook,
        requirement: &'a RosterRequirement,
        people: &[ExamSet],
        wishes: Wishes,
        as_of: NaiveDate,
    ) -> Self {
        let ways: Vec<Ways<'_>> = requirement.roles.iter().map(|role| Ways::new(rulebook, role, as_of)).collect();
        let to_go = ways.iter().map(|ways| ways.exams_to_go_of_all(people)).collect();
        let from_nothing = ways.iter().map(|ways| ways.exams_to_go(ExamSet::default())).collect();
        Self { ways, ..Self::with_costs(requirement, to_go, from_nothing, wishes) }
    }

    /// A problem of which only the costs are known: for each role what each person lacks, and somebody who holds nothing.
    pub(super) fn with_costs(
        requirement: &RosterRequirement,
        to_go: Vec<Vec<u32>>,
        from_nothing: Vec<u32>,
        wishes: Wishes,
    ) -> Self {
        let count = |seats: u32| usize::try_from(seats).unwrap_or_default();
        let roles = requirement.roles.iter().enumerate();
        let seats: Vec<usize> = roles.flat_map(|(place, role)| std::iter::repeat_n(place, count(role.seats))).collect();
        let candidates = candidates(&to_go, seats.len(), &wishes);
        let people = to_go.first().map_or(0, Vec::len);
        Self { ways: Vec::new(), wishes, to_go, from_nothing, seats, candidates, people }
    }

    pub(super) fn roles(&self) -> usize {
        self.to_go.len()
    }

    pub(super) fn seats(&self) -> &[usize] {
        &self.seats
    }

    /// Everybody who may take a seat, by id.
    pub(super) fn people(&self) -> impl Iterator<Item = PersonId> {
        (0..self.people).map(PersonId).filter(|person| !self.wishes.kept_out.contains(person))
    }

    /// The only people who can matter, by id: the first columns of the costs.
    pub(super) fn candidates(&self) -> &[PersonId] {
        &self.candidates
    }

    pub(super) fn is_pinned(&self, person: PersonId) -> bool {
        self.wishes.pin_of(person).is_some()
    }

    /// For each person, by id, whether they lack less in some role than those who hold nothing.
    pub(super) fn are_ahead(&self) -> Vec<bool> {
        let mut ahead = vec![false; self.people];
        for (to_go, from_nothing) in self.to_go.iter().zip(&self.from_nothing) {
            ahead.iter_mut().zip(to_go).for_each(|(ahead, to_go)| *ahead |= to_go < from_nothing);
        }
        ahead
    }

    /// How many people there are, whether they may take a seat or not.
    pub(super) fn everybody(&self) -> usize {
        self.people
    }

    /// What each person, by id, lacks in a role.
    pub(super) fn exams_to_go_in(&self, role: usize) -> &[u32] {
        &self.to_go[role]
    }

    pub(super) fn exams_to_go(&self, role: usize, person: PersonId) -> u32 {
        self.to_go[role][person.0]
    }

    /// What each seat would cost with each candidate, and behind them with people who do not exist yet: one more of these
    /// than there are seats, so that there is always one to spare, and no seat's price exceeds what a new person costs.
    pub(super) fn costs(&self, weight: impl Fn(u32) -> i64) -> Vec<Vec<i64>> {
        let cost = |role, person| weight(self.exams_to_go(role, person)) + self.pin_cost(role, person);
        let row_of = |role: &usize| {
            let known = self.candidates.iter().map(|person| cost(*role, *person));
            known.chain(std::iter::repeat_n(weight(self.from_nothing[*role]), self.seats.len() + 1)).collect()
        };
        self.seats.iter().map(row_of).collect()
    }

    /// What the user's wishes add to somebody's cost.
    fn pin_cost(&self, role: usize, person: PersonId) -> i64 {
        match self.wishes.pin_of(person) {
            None => 0,
            Some(pinned) if pinned == role => -PIN,
            Some(_) => 2 * PIN,
        }
    }

    /// The costs by which the seats are filled: exams, and then people who must sit one.
    pub(super) fn seat_costs(&self) -> Vec<Vec<i64>> {
        let seats = i64::try_from(self.seats.len()).unwrap_or(i64::from(u32::MAX));
        // No more people than seats have to sit an exam, so one exam always outweighs them.
        self.costs(|exams| i64::from(exams) * (seats + 1) + i64::from(exams > 0))
    }

    /// The people without whom more exams would be missing, by id.
    fn essential(&self, assignment: &Assignment<'_>) -> Vec<PersonId> {
        let is_essential = |column: usize, person: PersonId| {
            let loss = assignment.loss_without(column);
            // Without somebody who is pinned, the cost rises by the pin, too.
            if self.wishes.pin_of(person).is_some() && loss >= PIN / 2 { loss > PIN } else { loss > 0 }
        };
        let candidates = self.candidates.iter().enumerate();
        candidates.filter(|(column, person)| is_essential(*column, **person)).map(|(_, person)| *person).collect()
    }

    /// Who takes each seat; nobody where it is a new person.
    pub(super) fn takers(&self, assignment: &Assignment<'_>) -> Vec<Option<PersonId>> {
        assignment.columns().iter().map(|column| self.candidates.get(*column).copied()).collect()
    }

    /// How many exams the taker of each seat lacks.
    pub(super) fn lacks(&self, assignment: &Assignment<'_>) -> Vec<u32> {
        let lack = |(taker, role): (Option<PersonId>, &usize)| match taker {
            Some(person) => self.exams_to_go(*role, person),
            None => self.from_nothing[*role],
        };
        self.takers(assignment).into_iter().zip(&self.seats).map(lack).collect()
    }

    /// What somebody lacks in each role who holds these exams.
    pub(super) fn lacks_with(&self, held: ExamSet) -> Vec<u32> {
        self.ways.iter().map(|ways| ways.exams_to_go(held)).collect()
    }

    /// The first of the new people, behind the candidates, who takes no seat.
    pub(super) fn spare_new_person(&self, assignment: &Assignment<'_>) -> usize {
        let new = self.candidates.len();
        (0..=self.seats.len()).find(|place| !assignment.columns().contains(&(new + place))).unwrap_or_default()
    }

    /// Whether fewer exams would be missing if the person of a column lacked just so much in each role.
    pub(super) fn is_nearer_with(
        &self,
        costs: &[Vec<i64>],
        assignment: &Assignment<'_>,
        column: usize,
        lacks: &[u32],
    ) -> bool {
        // Where no seat is worth more than the person would cost, the prices prove that nothing changes.
        let is_worth = |(row, role): (usize, &usize)| assignment.is_worth(row, column, i64::from(lacks[*role]));
        if !self.seats.iter().enumerate().any(is_worth) {
            return false;
        }
        let mut changed = costs.to_vec();
        for (row, role) in changed.iter_mut().zip(&self.seats) {
            row[column] = i64::from(lacks[*role]);
        }
        Assignment::solve(&changed).cost() < assignment.cost()
    }

    /// How many exams would be missing if somebody held just these; as many as now if it is nobody.
    pub(super) fn missing_if(&self, costs: &[Vec<i64>], person: Option<PersonId>, held: ExamSet) -> u32 {
        let Some(person) = person.filter(|person| !self.wishes.kept_out.contains(person)) else {
            return self.lacks(&Assignment::solve(costs)).iter().sum();
        };
        let lacks = self.lacks_with(held);
        let place = self.candidates.binary_search(&person).ok();
        let column = place.or(costs.first().map(Vec::len)).unwrap_or_default();
        let mut changed = costs.to_vec();
        for (row, role) in changed.iter_mut().zip(&self.seats) {
            // The other candidates still do: of the cheapest for each role, there are as many as seats without this person.
            row.resize(row.len().max(column + 1), 0);
            row[column] = i64::from(lacks[*role]) + self.pin_cost(*role, person);
        }
        let assignment = Assignment::solve(&changed);
        let of_others = self.lacks(&assignment).into_iter();
        let seats = assignment.columns().iter().zip(&self.seats).zip(of_others);
        seats.map(|((taken, role), others)| if *taken == column { lacks[*role] } else { others }).sum()
    }

    /// What people hold once those who take a seat have passed what they lack in it; new people stand behind the others.
    pub(super) fn held_after(&self, people: &[ExamSet], takers: &[Option<PersonId>]) -> Vec<ExamSet> {
        let mut after = people.to_vec();
        for (taker, role) in takers.iter().zip(&self.seats) {
            let place = taker.map_or(after.len(), |person| person.0);
            if place == after.len() {
                after.push(ExamSet::default());
            }
            let Some(held) = after.get_mut(place) else { continue };
            *held = held.union(self.ways[*role].shortest(*held));
        }
        after
    }

    /// The seats of each role, filled.
    fn describe(
        mut self,
        requirement: &RosterRequirement,
        passes_of: impl Fn(PersonId) -> Vec<Pass>,
    ) -> Vec<RoleReadiness> {
        let costs = self.seat_costs();
        let assignment = Assignment::solve(&costs).first_of_equals();
        let exam_costs = self.costs(i64::from);
        let by_exams = assignment.priced_for(&exam_costs);
        let lacks = self.lacks(&assignment);
        let seat = |number: usize, role: usize| {
            let person = self.candidates.get(assignment.columns()[number]).copied();
            let (held, missing) = self.ways[role].describe(&person.map(&passes_of).unwrap_or_default());
            let pinned = person.is_some_and(|person| self.is_pinned(person));
            Seat { person, pinned, missing_exams: lacks[number], held, missing }
        };
        let of_role = |place: usize| {
            let numbers = self.seats.iter().enumerate().filter(move |(_, role)| **role == place);
            let mut seats: Vec<Seat> = numbers.map(|(number, role)| seat(number, *role)).collect();
            seats.sort_by_key(|seat| (seat.missing_exams, seat.person.is_none(), seat.person));
            seats
        };
        // The seats of a role are alike, so whoever could take one of them could take each.
        let stand_ins = |place: usize, seats: &[Seat]| -> Vec<PersonId> {
            let Some(number) = self.seats.iter().position(|role| *role == place) else { return Vec::new() };
            let others = by_exams.others_for(number);
            let could = |person: &PersonId| match self.candidates.binary_search(person) {
                Ok(column) => others.contains(&column) && seats.iter().all(|seat| seat.person != Some(*person)),
                // One more candidate than there are seats qualifies for the role, then; one of those has no seat, and
                // this person could do whatever they could.
                Err(_) => true,
            };
            self.people().filter(|person| self.exams_to_go(place, *person) == 0 && could(person)).collect()
        };
        let seats_of: Vec<(Vec<Seat>, Vec<PersonId>)> = (0..self.roles())
            .map(|place| {
                let seats = of_role(place);
                let stand_ins = stand_ins(place, &seats);
                (seats, stand_ins)
            })
            .collect();
        let to_go = std::mem::take(&mut self.to_go);
        let roles = requirement.roles.iter().enumerate().zip(seats_of.into_iter().zip(to_go));
        let mut described = Vec::new();
        for ((place, role), ((seats, stand_ins), exams_to_go)) in roles {
            described.push(RoleReadiness {
                id: role.id.clone(),
                only: only(&exams_to_go, seats.len()),
                seats,
                stand_ins,
                exams_to_go,
                exams_from_nothing: self.from_nothing[place],
                missing_from_nothing: self.ways[place].describe(&[]).1,
            });
        }
        described
    }
}

/// Those who lack nothing, where there are at most so many.
fn only(exams_to_go: &[u32], at_most: usize) -> Vec<PersonId> {
    let qualify = exams_to_go.iter().enumerate().filter(|(_, to_go)| **to_go == 0);
    let first: Vec<PersonId> = qualify.map(|(place, _)| PersonId(place)).take(at_most + 1).collect();
    if first.len() > at_most { Vec::new() } else { first }
}

/// The only people who can matter: those who are pinned, and for each role the cheapest, one more than there are seats in
/// all, and of equals the first by id. Were somebody else to take a seat, one of these would be free to take it for no
/// more; and even with one of them gone that stays so.
fn candidates(to_go: &[Vec<u32>], seats: usize, wishes: &Wishes) -> Vec<PersonId> {
    let mut chosen: Vec<PersonId> = wishes.pins.iter().map(|(person, _)| *person).collect();
    for of_role in to_go {
        let may_take = |person: PersonId| !wishes.kept_out.contains(&person) && wishes.pin_of(person).is_none();
        let mut cheapest: BinaryHeap<(u32, PersonId)> = BinaryHeap::new();
        for (place, cost) in of_role.iter().enumerate() {
            let person = PersonId(place);
            let is_full = cheapest.len() > seats;
            // Of equals, those who come first stay.
            let is_dear = is_full && cheapest.peek().is_some_and(|(dearest, _)| dearest <= cost);
            if is_dear || !may_take(person) {
                continue;
            }
            if is_full {
                cheapest.pop();
            }
            cheapest.push((*cost, person));
        }
        chosen.extend(cheapest.into_iter().map(|(_, person)| person));
    }
    chosen.retain(|person| !wishes.kept_out.contains(person));
    chosen.sort_unstable();
    chosen.dedup();
    chosen
}
