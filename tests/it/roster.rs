//! The roster's optimum against trying everything.

use std::collections::BTreeSet;

use proptest::prelude::*;
use touchstone::evaluator::{RequirementReadiness, RosterReadiness, Settings, evaluate};
use touchstone::rulebook::Rulebook;

use crate::company::{company, day};

/// A role: its seats, and its clauses of bundles of exams `0..6`.
type Role = (u32, Vec<Vec<Vec<usize>>>);

/// A rulebook file with one roster of these roles.
fn rulebook(roles: &[Role]) -> Rulebook {
    let title = serde_json::json!({"en": "x", "es": "x"});
    let exams: serde_json::Map<_, _> =
        (0..6).map(|exam| (code(exam), serde_json::json!({"title": {"en": code(exam), "es": code(exam)}}))).collect();
    let roles: Vec<_> = roles
        .iter()
        .enumerate()
        .map(|(place, (seats, clauses))| {
            let clauses: Vec<Vec<Vec<String>>> = clauses
                .iter()
                .map(|clause| clause.iter().map(|bundle| bundle.iter().copied().map(code).collect()).collect())
                .collect();
            serde_json::json!({"id": format!("role{place}"), "title": title, "seats": seats, "clauses": clauses})
        })
        .collect();
    let text = serde_json::json!({
        "schema": 1, "id": "x", "edition": "1", "in_force_from": "2017-01-01", "title": title, "source": title,
        "exams": exams,
        "options": [{"id": "x", "title": title, "levels": [{"id": "silver", "requirements": [
            {"kind": "roster", "id": "exams", "roles": roles}
        ]}]}]
    });
    Rulebook::parse(&text.to_string()).unwrap()
}

fn code(exam: usize) -> String {
    format!("EX-{exam}00")
}

fn fill(roles: &[Role], people: &[BTreeSet<usize>]) -> RosterReadiness {
    let lines: Vec<String> = people
        .iter()
        .enumerate()
        .map(|(id, held)| {
            let held: Vec<String> = held.iter().copied().map(code).collect();
            format!("p{id}: {}", held.join(", "))
        })
        .collect();
    let readiness = evaluate(&rulebook(roles), &company(&lines.join("\n"), ""), &Settings::on(day("2017-06-27")));
    match &readiness.options[0].levels[0].requirements[0] {
        RequirementReadiness::Roster(roster) => roster.clone(),
        other => panic!("{other:?} is no roster"),
    }
}

/// The fewest exams that somebody lacks: every choice of one bundle from each clause is tried.
fn lacking(clauses: &[Vec<Vec<usize>>], held: &BTreeSet<usize>) -> u32 {
    fn go(clauses: &[Vec<Vec<usize>>], held: &BTreeSet<usize>, chosen: &BTreeSet<usize>) -> u32 {
        match clauses.split_first() {
            None => u32::try_from(chosen.difference(held).count()).unwrap(),
            Some((clause, rest)) => {
                let with = |bundle: &Vec<usize>| chosen.iter().chain(bundle).copied().collect();
                clause.iter().map(|bundle| go(rest, held, &with(bundle))).min().unwrap()
            }
        }
    }
    go(clauses, held, &BTreeSet::new())
}

/// The least missing exams, then the fewest people who must sit one, then the first people: every way to fill the seats is
/// tried. People who do not exist yet come last.
fn brute_force(roles: &[Role], people: &[BTreeSet<usize>]) -> (u32, u32, Vec<usize>) {
    let seats: Vec<&Role> = roles.iter().flat_map(|role| std::iter::repeat_n(role, role.0 as usize)).collect();
    let nobody = BTreeSet::new();
    let mut best: Option<(u32, u32, Vec<usize>)> = None;
    let mut open = vec![Vec::new()];
    while let Some(taken) = open.pop() {
        if taken.len() < seats.len() {
            let candidates = 0..people.len() + seats.len();
            open.extend(candidates.filter(|it| !taken.contains(it)).map(|it| [&taken[..], &[it]].concat()));
            continue;
        }
        let costs =
            taken.iter().zip(&seats).map(|(person, seat)| lacking(&seat.1, people.get(*person).unwrap_or(&nobody)));
        let costs: Vec<u32> = costs.collect();
        let sitting = costs.iter().filter(|cost| **cost > 0).count();
        let names = taken.iter().map(|person| if *person < people.len() { *person } else { usize::MAX }).collect();
        let result = (costs.iter().sum(), u32::try_from(sitting).unwrap(), names);
        if best.as_ref().is_none_or(|known| result < *known) {
            best = Some(result);
        }
    }
    best.unwrap()
}

fn roles() -> impl Strategy<Value = Vec<Role>> {
    let bundle = prop::collection::btree_set(0_usize..6, 1..3).prop_map(|exams| exams.into_iter().collect());
    let clause = prop::collection::vec(bundle, 1..3);
    let role = (1_u32..3, prop::collection::vec(clause, 1..3));
    prop::collection::vec(role, 1..3)
        .prop_filter("three seats at most", |roles| roles.iter().map(|role| role.0).sum::<u32>() <= 3)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1500, failure_persistence: None, ..ProptestConfig::default() })]
    #[test]
    fn the_roster_is_the_best_of_all(
        roles in roles(),
        people in prop::collection::vec(prop::collection::btree_set(0_usize..6, 0..4), 0..5),
    ) {
        let roster = fill(&roles, &people);
        let seats: Vec<_> = roster.roles.iter().flat_map(|role| &role.seats).collect();
        let sitting = seats.iter().filter(|seat| seat.missing_exams > 0).count();
        // Seats of one role are told in another order than they are tried here.
        let names = roster.roles.iter().flat_map(|role| {
            let mut names: Vec<usize> = role.seats.iter().map(|seat| seat.person.map_or(usize::MAX, |it| it.0)).collect();
            names.sort_unstable();
            names
        });
        let names = names.collect();
        let found = (roster.missing_exams, u32::try_from(sitting).unwrap(), names);
        prop_assert_eq!(found, brute_force(&roles, &people));
    }

    #[test]
    fn what_a_seat_lacks_is_told_and_is_enough(
        roles in roles(),
        people in prop::collection::vec(prop::collection::btree_set(0_usize..6, 0..4), 0..5),
    ) {
        let roster = fill(&roles, &people);
        for (rules, role) in roles.iter().zip(&roster.roles) {
            for seat in &role.seats {
                let held = seat.person.map(|person| people[person.0].clone()).unwrap_or_default();
                prop_assert_eq!(seat.held.len() + seat.missing.len(), rules.1.len());
                for clause in &seat.held {
                    prop_assert!(clause.bundle.iter().all(|exam| held.contains(&exam.0)));
                }
                for clause in &seat.missing {
                    // Any bundle that is offered leaves no more missing than was said.
                    for bundle in &clause.one_of {
                        let with: BTreeSet<usize> = held.iter().copied().chain(bundle.iter().map(|exam| exam.0)).collect();
                        let more = u32::try_from(bundle.len()).unwrap();
                        prop_assert_eq!(lacking(&rules.1, &with) + more, seat.missing_exams);
                    }
                    prop_assert!(!clause.one_of.is_empty());
                }
            }
        }
    }
}

#[test]
fn of_equals_the_first_by_id_is_named() {
    let roster = fill(&[(1, vec![vec![vec![0]]])], &[[1].into(), [0].into(), [0].into()]);
    assert_eq!(roster.roles[0].seats[0].person.map(|person| person.0), Some(1));
}
