//! The roster's optimum against trying everything.

use std::collections::{BTreeSet, HashMap};

use proptest::prelude::*;
use touchstone::evaluator::{LevelReadiness, RequirementReadiness, RosterReadiness, Settings, WhatIf, evaluate};
use touchstone::ledger::{AssumedPass, Assumptions, Ledger};
use touchstone::rulebook::{AnyOf, LevelId, Requirement, Rulebook};

use crate::company::{company, day};

/// A role: its seats, and its clauses of bundles of exams `0..6`.
type Role = (u32, Vec<Vec<Vec<usize>>>);

/// A rulebook file with one roster of these roles at Silver, and one of the same roles with more seats at Gold.
fn rulebook(roles: &[Role], more_at_gold: u32) -> Rulebook {
    let title = serde_json::json!({"en": "x", "es": "x"});
    let exams: serde_json::Map<_, _> =
        (0..6).map(|exam| (code(exam), serde_json::json!({"title": {"en": code(exam), "es": code(exam)}}))).collect();
    let level = |id: &str, more: u32| {
        let role = |(place, (seats, clauses)): (usize, &Role)| {
            let clauses: Vec<Vec<Vec<String>>> = clauses
                .iter()
                .map(|clause| clause.iter().map(|bundle| bundle.iter().copied().map(code).collect()).collect())
                .collect();
            let title = &title;
            serde_json::json!({"id": format!("role{place}"), "title": title, "seats": seats + more, "clauses": clauses})
        };
        let roles: Vec<_> = roles.iter().enumerate().map(role).collect();
        serde_json::json!({"id": id, "requirements": [{"kind": "roster", "id": "exams", "roles": roles}]})
    };
    let text = serde_json::json!({
        "schema": 1, "id": "x", "edition": "1", "in_force_from": "2017-01-01", "title": title, "source": title,
        "exams": exams,
        "options": [{"id": "x", "title": title, "levels": [level("silver", 0), level("gold", more_at_gold)]}]
    });
    Rulebook::parse(&text.to_string()).unwrap()
}

fn code(exam: usize) -> String {
    format!("EX-{exam}00")
}

fn fill(roles: &[Role], people: &[BTreeSet<usize>]) -> RosterReadiness {
    fill_as_wished(roles, people, |_| ())
}

fn fill_as_wished(roles: &[Role], people: &[BTreeSet<usize>], wish: impl Fn(&mut Settings)) -> RosterReadiness {
    let mut settings = Settings::on(day("2017-06-27"));
    wish(&mut settings);
    roster_of(&evaluate(&rulebook(roles, 1), &staff(people), &settings).options[0].levels[0]).clone()
}

/// People `p0`, `p1`, … who hold these exams.
fn staff(people: &[BTreeSet<usize>]) -> Ledger {
    let line = |(id, held): (usize, &BTreeSet<usize>)| {
        let held: Vec<String> = held.iter().copied().map(code).collect();
        format!("p{id}: {}", held.join(", "))
    };
    company(&people.iter().enumerate().map(line).collect::<Vec<_>>().join("\n"), "")
}

fn roster_of(level: &LevelReadiness) -> &RosterReadiness {
    match &level.requirements[0] {
        RequirementReadiness::Roster(roster) => roster,
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
    brute_force_where(roles, people, |_| true).unwrap()
}

/// The best of those ways to fill the seats that are allowed, if there is one. A way is a person for each seat.
fn brute_force_where(
    roles: &[Role],
    people: &[BTreeSet<usize>],
    allowed: impl Fn(&[usize]) -> bool,
) -> Option<(u32, u32, Vec<usize>)> {
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
        if !allowed(&taken) {
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
    best
}

/// For each seat the place of its role.
fn role_of_seats(roles: &[Role]) -> Vec<usize> {
    roles.iter().enumerate().flat_map(|(place, role)| std::iter::repeat_n(place, role.0 as usize)).collect()
}

fn roles() -> impl Strategy<Value = Vec<Role>> {
    let bundle = prop::collection::btree_set(0_usize..6, 1..3).prop_map(|exams| exams.into_iter().collect());
    let clause = prop::collection::vec(bundle, 1..3);
    let role = (1_u32..3, prop::collection::vec(clause, 1..3));
    prop::collection::vec(role, 1..3)
        .prop_filter("three seats at most", |roles| roles.iter().map(|role| role.0).sum::<u32>() <= 3)
}

/// The least missing exams, by trying for each person in turn every role and none; seats that are left go to new people.
fn least(roles: &[Role], people: &[&BTreeSet<usize>]) -> u32 {
    fn go(
        costs: &[Vec<u32>],
        from_nothing: &[u32],
        left: &mut Vec<u32>,
        known: &mut HashMap<(usize, Vec<u32>), u32>,
    ) -> u32 {
        let Some((person, rest)) = costs.split_first() else {
            return left.iter().zip(from_nothing).map(|(seats, cost)| seats * cost).sum();
        };
        let state = (costs.len(), left.clone());
        if let Some(found) = known.get(&state) {
            return *found;
        }
        let mut best = go(rest, from_nothing, left, known);
        for role in 0..left.len() {
            if left[role] > 0 {
                left[role] -= 1;
                best = best.min(person[role] + go(rest, from_nothing, left, known));
                left[role] += 1;
            }
        }
        known.insert(state, best);
        best
    }
    let lacks = |held: &BTreeSet<usize>| roles.iter().map(|role| lacking(&role.1, held)).collect();
    let costs: Vec<Vec<u32>> = people.iter().map(|held| lacks(held)).collect();
    let mut seats = roles.iter().map(|role| role.0).collect();
    go(&costs, &lacks(&BTreeSet::new()), &mut seats, &mut HashMap::new())
}

/// Up to three roles with six seats together, over exams that overlap.
fn larger_roles() -> impl Strategy<Value = Vec<Role>> {
    let bundle = prop::collection::btree_set(0_usize..6, 1..3).prop_map(|exams| exams.into_iter().collect());
    let role = (1_u32..4, prop::collection::vec(prop::collection::vec(bundle, 1..3), 1..3));
    let few_seats = |roles: &Vec<Role>| roles.iter().map(|role| role.0).sum::<u32>() <= 6;
    prop::collection::vec(role, 1..4).prop_filter("six seats at most", few_seats)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 20_000, failure_persistence: None, ..ProptestConfig::default() })]
    #[test]
    fn twenty_thousand_rosters_are_exact_and_proven(
        roles in larger_roles(),
        people in prop::collection::vec(prop::collection::btree_set(0_usize..6, 0..5), 0..9),
        assumed in (0_usize..9, 0_usize..6),
    ) {
        let ledger = staff(&people);
        let rulebook = rulebook(&roles, 1);
        let settings = Settings::on(day("2017-06-27"));
        let roster = roster_of(&evaluate(&rulebook, &ledger, &settings).options[0].levels[0]).clone();
        let everybody: Vec<&BTreeSet<usize>> = people.iter().collect();
        prop_assert_eq!(roster.missing_exams, least(&roles, &everybody));

        // The proof, added up without the solver.
        let prices = &roster.proof.prices;
        let credit = |held: &BTreeSet<usize>| {
            prices.iter().zip(&roles).map(|(price, role)| price.saturating_sub(lacking(&role.1, held))).max().unwrap()
        };
        let asked: u32 = prices.iter().zip(&roles).map(|(price, role)| price * role.0).sum();
        prop_assert_eq!(asked - people.iter().map(credit).sum::<u32>(), roster.missing_exams);

        let without = |gone: &dyn Fn(usize) -> bool| -> u32 {
            let rest: Vec<&BTreeSet<usize>> =
                people.iter().enumerate().filter(|(it, _)| !gone(*it)).map(|(_, held)| held).collect();
            least(&roles, &rest)
        };
        let essential: Vec<usize> =
            (0..people.len()).filter(|it| without(&|gone| gone == *it) > roster.missing_exams).collect();
        prop_assert_eq!(roster.essential.iter().map(|it| it.0).collect::<Vec<_>>(), essential);

        let fewest = (0..1_u32 << people.len())
            .filter(|_| roster.met)
            .filter(|set| without(&|gone| set & (1 << gone) != 0) > 0)
            .map(u32::count_ones)
            .min();
        prop_assert_eq!(roster.leavers.as_ref().and_then(|leavers| u32::try_from(leavers.len()).ok()), fewest);

        // An assumed pass never makes more exams missing.
        if assumed.0 < people.len() {
            let pass = AssumedPass { person: format!("p{}", assumed.0), exam: code(assumed.1).into(), passed: settings.as_of };
            let assumptions = Assumptions { passes: vec![pass], ..Assumptions::default() };
            let after = evaluate(&rulebook, &ledger.assuming(&assumptions), &settings);
            let after = roster_of(&after.options[0].levels[0]).missing_exams;
            prop_assert!(after <= roster.missing_exams && roster.missing_exams <= after + 1);
            prop_assert_eq!(after, least(&roles, &people.iter().enumerate().map(|(it, held)| {
                let mut held = held.clone();
                if it == assumed.0 {
                    held.insert(assumed.1);
                }
                held
            }).collect::<Vec<_>>().iter().collect::<Vec<_>>()));
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 500, failure_persistence: None, ..ProptestConfig::default() })]
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

    /// The proof is added up here without the solver: prices, what people lack, and nothing else.
    #[test]
    fn the_proof_adds_up(
        roles in roles(),
        people in prop::collection::vec(prop::collection::btree_set(0_usize..6, 0..4), 0..8),
    ) {
        let roster = fill(&roles, &people);
        let prices = &roster.proof.prices;
        let credit = |held: &BTreeSet<usize>| {
            let worth = prices.iter().zip(&roles).map(|(price, role)| price.saturating_sub(lacking(&role.1, held)));
            worth.max().unwrap()
        };
        let credits: Vec<(usize, u32)> =
            people.iter().map(credit).enumerate().filter(|(_, credit)| *credit > 0).collect();
        let told: Vec<(usize, u32)> = roster.proof.credits.iter().map(|(person, credit)| (person.0, *credit)).collect();
        prop_assert_eq!(&told, &credits);
        let asked: u32 = prices.iter().zip(&roles).map(|(price, role)| price * role.0).sum();
        prop_assert_eq!(asked - credits.iter().map(|(_, credit)| credit).sum::<u32>(), roster.missing_exams);
        prop_assert_eq!(roster.proof.bound, roster.missing_exams);
        for (price, role) in prices.iter().zip(&roles) {
            prop_assert!(*price <= lacking(&role.1, &BTreeSet::new()));
        }
        if let Some(shortage) = &roster.proof.shortage {
            let seats: u32 = shortage.roles.iter().map(|role| roles[*role].0).sum();
            let qualifies = |held: &&BTreeSet<usize>| shortage.roles.iter().any(|role| lacking(&roles[*role].1, held) == 0);
            prop_assert_eq!(shortage.seats, seats as usize);
            prop_assert_eq!(shortage.qualified, people.iter().filter(qualifies).count());
            prop_assert!(shortage.seats - shortage.qualified <= roster.missing_exams as usize);
        }
        prop_assert_eq!(roster.proof.shortage.is_none(), roster.met);
    }

    #[test]
    fn essential_people_are_those_without_whom_more_is_missing(
        roles in roles(),
        people in prop::collection::vec(prop::collection::btree_set(0_usize..6, 0..4), 0..7),
    ) {
        let roster = fill(&roles, &people);
        let without = |left: usize| {
            let rest: Vec<_> = people.iter().enumerate().filter(|(it, _)| *it != left).map(|(_, held)| held.clone()).collect();
            fill(&roles, &rest).missing_exams
        };
        let expected: Vec<usize> = (0..people.len()).filter(|it| without(*it) > roster.missing_exams).collect();
        let told: Vec<usize> = roster.essential.iter().map(|person| person.0).collect();
        prop_assert_eq!(told, expected);
    }

    #[test]
    fn the_fewest_leavers_lose_the_roster_and_no_fewer_do(
        roles in roles(),
        people in prop::collection::vec(prop::collection::btree_set(0_usize..6, 2..6), 2..8),
    ) {
        let roster = fill(&roles, &people);
        let Some(leavers) = &roster.leavers else {
            prop_assert!(!roster.met);
            return Ok(());
        };
        let is_met_without = |set: usize| {
            let rest: Vec<_> = people.iter().enumerate().filter(|(it, _)| set & (1 << it) == 0).map(|(_, held)| held.clone()).collect();
            fill(&roles, &rest).met
        };
        let fewest = (0..1_usize << people.len()).filter(|set| !is_met_without(*set)).map(usize::count_ones).min();
        prop_assert_eq!(u32::try_from(leavers.len()).ok(), fewest);
        prop_assert!(!is_met_without(leavers.iter().fold(0, |set, person| set | 1 << person.0)));
    }

    #[test]
    fn stand_ins_could_take_a_seat_at_no_extra_exam(
        roles in roles(),
        people in prop::collection::vec(prop::collection::btree_set(0_usize..6, 1..5), 1..5),
    ) {
        let roster = fill(&roles, &people);
        let role_of_seats = role_of_seats(&roles);
        for (place, role) in roster.roles.iter().enumerate() {
            let could = |person: usize| {
                let takes = |taken: &[usize]| taken.iter().zip(&role_of_seats).any(|(it, role)| (*it, *role) == (person, place));
                let best = brute_force_where(&roles, &people, takes);
                best.is_some_and(|best| best.0 == roster.missing_exams) && lacking(&roles[place].1, &people[person]) == 0
            };
            let seated = |person: usize| role.seats.iter().any(|seat| seat.person.is_some_and(|it| it.0 == person));
            let expected: Vec<usize> = (0..people.len()).filter(|it| !seated(*it) && could(*it)).collect();
            prop_assert_eq!(role.stand_ins.iter().map(|person| person.0).collect::<Vec<_>>(), expected);
        }
    }

    #[test]
    fn pins_and_keeping_out_are_kept_at_the_least_cost(
        roles in roles(),
        people in prop::collection::vec(prop::collection::btree_set(0_usize..6, 0..4), 2..5),
        pinned_role in 0_usize..2,
    ) {
        let pinned_role = pinned_role.min(roles.len() - 1);
        let role_of_seats = role_of_seats(&roles);
        let as_wished = |taken: &[usize]| {
            let pinned = taken.iter().zip(&role_of_seats).any(|(it, role)| (*it, *role) == (0, pinned_role));
            pinned && !taken.contains(&1)
        };
        let expected = brute_force_where(&roles, &people, as_wished).unwrap();
        let roster = fill_as_wished(&roles, &people, |settings| {
            settings.pins.insert("p0".to_owned(), format!("role{pinned_role}"));
            settings.kept_out.insert("p1".to_owned());
        });
        prop_assert_eq!(roster.missing_exams, expected.0);
        prop_assert_eq!(roster.missing_exams - roster.extra_exams, fill(&roles, &people).missing_exams);
        let takes_seat = |person: usize, role: usize| {
            roster.roles[role].seats.iter().any(|seat| seat.person.is_some_and(|it| it.0 == person))
        };
        prop_assert!(takes_seat(0, pinned_role));
        prop_assert!((0..roles.len()).all(|role| !takes_seat(1, role)));
    }

    #[test]
    fn what_one_more_pass_changes_is_what_the_assumed_ledger_tells(
        roles in roles(),
        people in prop::collection::vec(prop::collection::btree_set(0_usize..6, 0..4), 1..7),
        who in 0_usize..8,
        exam in 0_usize..7,
        late in any::<bool>(),
        pin in prop::option::of((0_usize..7, 0_usize..3)),
        kept_out in prop::option::of(0_usize..7),
    ) {
        let (rulebook, ledger) = (rulebook(&roles, 1), staff(&people));
        let mut settings = Settings::on(day("2017-06-27"));
        settings.pins.extend(pin.map(|(person, role)| (format!("p{person}"), format!("role{role}"))));
        settings.kept_out.extend(kept_out.map(|person| format!("p{person}")));
        let passed = day(if late { "2017-06-28" } else { "2017-06-27" });
        let pass = AssumedPass { person: format!("p{who}"), exam: code(exam).into(), passed };
        let told = WhatIf::new(&rulebook, &ledger, &settings).missing_exams_with(&pass);
        let assumed = ledger.assuming(&Assumptions { passes: vec![pass], ..Assumptions::default() });
        let levels = &evaluate(&rulebook, &assumed, &settings).options[0].levels;
        let expected: Vec<u32> = levels.iter().map(|level| roster_of(level).missing_exams).collect();
        prop_assert_eq!(told, expected);
    }

    #[test]
    fn next_steps_are_all_passes_that_bring_a_level_nearer(
        roles in roles(),
        people in prop::collection::vec(prop::collection::btree_set(0_usize..6, 0..3), 0..4),
    ) {
        let option = evaluate(&rulebook(&roles, 1), &staff(&people), &Settings::on(day("2017-06-27"))).options.remove(0);
        let nobody = BTreeSet::new();
        let is_ahead = |held: &BTreeSet<usize>| roles.iter().any(|role| lacking(&role.1, held) < lacking(&role.1, &nobody));
        let more: Vec<Role> = roles.iter().map(|role| (role.0 + 1, role.1.clone())).collect();
        for (level, roles) in option.levels.iter().zip([&roles, &more]) {
            let missing = roster_of(level).missing_exams;
            let mut expected = BTreeSet::new();
            for person in 0..=people.len() {
                let is_new = person == people.len();
                if !is_new && !is_ahead(&people[person]) {
                    continue;
                }
                for exam in 0..6 {
                    let mut after = people.clone();
                    if is_new {
                        after.push(BTreeSet::new());
                    }
                    after[person].insert(exam);
                    if fill(roles, &after).missing_exams < missing {
                        expected.insert(((!is_new).then_some(person), exam));
                    }
                }
            }
            let told: BTreeSet<_> = level
                .next
                .iter()
                .flat_map(|step| step.exams.iter().map(|exam| (step.person.map(|person| person.0), exam.0)))
                .collect();
            prop_assert_eq!(told, expected);
            for step in &level.next {
                prop_assert!(step.serves.contains(&level.id));
            }
        }
        let serve_both = |level: &LevelReadiness| level.next.iter().filter(|step| step.serves == [LevelId::Silver, LevelId::Gold]).count();
        prop_assert_eq!(serve_both(&option.levels[0]), serve_both(&option.levels[1]));
    }

    #[test]
    fn the_path_to_gold_is_the_cheapest_silver_that_wastes_nothing(
        roles in roles(),
        people in prop::collection::vec(prop::collection::btree_set(0_usize..6, 0..4), 1..4),
    ) {
        let gold: Vec<Role> = roles.iter().map(|role| (role.0 + 1, role.1.clone())).collect();
        prop_assume!(gold.iter().map(|role| role.0).sum::<u32>() <= 4);
        prop_assume!(roles.iter().map(|role| &role.1).collect::<BTreeSet<_>>().len() == roles.len());
        let option = evaluate(&rulebook(&roles, 1), &staff(&people), &Settings::on(day("2017-06-27"))).options.remove(0);
        let path = option.path.unwrap();
        let (silver_least, gold_least) = (fill(&roles, &people).missing_exams, fill(&gold, &people).missing_exams);
        prop_assert_eq!((path.to_silver_alone, path.to_gold), (silver_least, gold_least));
        prop_assert!(path.to_gold_after_silver_alone >= gold_least);

        // Every cheapest way to Gold; of each the cheapest seats that Silver asks for.
        let role_of_seats = role_of_seats(&gold);
        let nobody = BTreeSet::new();
        let cheapest_silver = std::cell::Cell::new(u32::MAX);
        brute_force_where(&gold, &people, |taken| {
            let costs: Vec<(usize, u32)> = taken
                .iter()
                .zip(&role_of_seats)
                .map(|(person, role)| (*role, lacking(&gold[*role].1, people.get(*person).unwrap_or(&nobody))))
                .collect();
            if costs.iter().map(|(_, cost)| cost).sum::<u32>() == gold_least {
                let silver = roles.iter().enumerate().map(|(place, role)| {
                    let mut of_role: Vec<u32> = costs.iter().filter(|(of, _)| *of == place).map(|(_, cost)| *cost).collect();
                    of_role.sort_unstable();
                    of_role.iter().take(role.0 as usize).sum::<u32>()
                });
                cheapest_silver.set(cheapest_silver.get().min(silver.sum()));
            }
            false
        });
        prop_assert_eq!(path.to_silver, cheapest_silver.get());
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

/// Silver's verdict for a rulebook whose level has two rosters, each of one role; and where the second one is the only
/// alternative of an *any of*.
#[track_caller]
fn check_two_rosters(first: Role, second: Role, expected: &str) {
    let (one, other) = (rulebook(&[first], 1), rulebook(&[second], 1));
    let alternatives = other.options[0].levels[0].requirements.clone();
    let any_of = Requirement::AnyOf(AnyOf { id: "either".to_owned(), alternatives: alternatives.clone() });
    for more in [alternatives, vec![any_of]] {
        let mut both = one.clone();
        both.options[0].levels[0].requirements.extend(more);
        let readiness = evaluate(&both, &staff(&[]), &Settings::on(day("2017-06-27")));
        let texts = touchstone::texts::Texts::new(touchstone::texts::Language::English);
        assert_eq!(touchstone::report::phrases::verdict(&readiness.options[0].levels[0], &texts), expected);
    }
}

#[test]
fn rosters_that_share_exams_are_told_as_an_upper_bound() {
    check_two_rosters((2, vec![vec![vec![0]]]), (2, vec![vec![vec![1]]]), "4 exams away");
    check_two_rosters((2, vec![vec![vec![0]]]), (2, vec![vec![vec![0], vec![1]]]), "4 exams away, at most");
}

#[test]
fn nobody_is_told_to_sit_an_exam_that_is_no_longer_accepted() {
    let mut closed = rulebook(&[(1, vec![vec![vec![0]]])], 1);
    closed.exams[0].accepted_until = Some(day("2016-12-31"));
    let next = |as_of: &str| {
        let readiness = evaluate(&closed, &staff(&[]), &Settings::on(day(as_of)));
        readiness.options[0].levels[0].next.len()
    };
    assert_eq!((next("2016-12-31"), next("2017-01-01")), (1, 0));
}
