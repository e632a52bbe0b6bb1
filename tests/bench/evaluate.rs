//! How long an evaluation takes: `cargo bench`.
//!
//! Ten roles of four seats each over thirty exams; people who hold up to six exams each, from a fixed seed.

#![allow(clippy::panic, reason = "a measurement that can't go on has failed")]

use std::sync::LazyLock;

use divan::{Bencher, black_box};
use pathfinding::prelude::{Matrix, kuhn_munkres_min};
use touchstone::evaluator::{RequirementReadiness, Settings, WhatIf, evaluate};
use touchstone::ledger::{AssumedPass, Assumptions, CredentialRow, Ledger, PersonKeys, Place, Source};
use touchstone::rulebook::Rulebook;

const PEOPLE: [usize; 3] = [1_000, 10_000, 100_000];
const ROLES: usize = 10;
const EXAMS: usize = 30;

fn main() {
    divan::main();
}

/// From records to result.
#[divan::bench(args = PEOPLE)]
fn cold(bencher: Bencher<'_, '_>, people: usize) {
    let (rulebook, ledger, settings) = (&*RULEBOOK, company(people), settings());
    bencher.bench_local(|| evaluate(black_box(rulebook), black_box(&ledger), &settings));
}

/// One assumed pass, and how many exams are missing then.
#[divan::bench(args = PEOPLE)]
fn what_if(bencher: Bencher<'_, '_>, people: usize) {
    let (ledger, settings) = (company(people), settings());
    let what_if = WhatIf::new(&RULEBOOK, &ledger, &settings);
    let pass = AssumedPass { person: ledger.people[7].id.clone(), exam: code(3).into(), passed: settings.as_of };
    bencher.bench_local(|| what_if.missing_exams_with(black_box(&pass)));
}

/// One assumed pass, and the whole result again.
#[divan::bench(args = PEOPLE)]
fn what_if_in_full(bencher: Bencher<'_, '_>, people: usize) {
    let (rulebook, ledger, settings) = (&*RULEBOOK, company(people), settings());
    let pass = AssumedPass { person: ledger.people[7].id.clone(), exam: code(3).into(), passed: settings.as_of };
    let assumptions = Assumptions { passes: vec![pass], ..Assumptions::default() };
    bencher.bench_local(|| evaluate(black_box(rulebook), &black_box(&ledger).assuming(&assumptions), &settings));
}

/// The same seats filled by another crate from the matrix of costs alone, without anything around it.
#[divan::bench(args = PEOPLE)]
fn kuhn_munkres_alone(bencher: Bencher<'_, '_>, people: usize) {
    let (ledger, settings) = (company(people), settings());
    let readiness = evaluate(&RULEBOOK, &ledger, &settings);
    let RequirementReadiness::Roster(roster) = &readiness.options[0].levels[0].requirements[0] else { return };
    let rows: Vec<Vec<i64>> = roster
        .roles
        .iter()
        .flat_map(|role| {
            let new = std::iter::repeat_n(i64::from(role.exams_from_nothing), ROLES * 4);
            let row: Vec<i64> = role.exams_to_go.iter().map(|cost| i64::from(*cost)).chain(new).collect();
            std::iter::repeat_n(row, role.seats.len())
        })
        .collect();
    let Ok(matrix) = Matrix::from_rows(rows) else { return };
    bencher.bench_local(|| assert_eq!(kuhn_munkres_min(black_box(&matrix)).0, i64::from(roster.missing_exams)));
}

fn settings() -> Settings {
    Settings::on("2017-06-27".parse().unwrap_or_default())
}

fn code(exam: usize) -> String {
    format!("EX-{:03}", 100 + exam)
}

/// Each role asks for two of three neighbouring exams each; neighbouring roles share exams.
static RULEBOOK: LazyLock<Rulebook> = LazyLock::new(|| {
    let title = serde_json::json!({"en": "x", "es": "x"});
    let exams: serde_json::Map<_, _> = (0..EXAMS)
        .map(|exam| (code(exam), serde_json::json!({"title": {"en": code(exam), "es": code(exam)}})))
        .collect();
    let clause = |first: usize| (0..3).map(|next| code((first + next) % EXAMS)).collect::<Vec<_>>();
    let role = |role: usize| {
        serde_json::json!({
            "id": format!("role{role}"), "title": title, "seats": 4, "clauses": [clause(role * 3), clause(role * 3 + 2)]
        })
    };
    let roles: Vec<_> = (0..ROLES).map(role).collect();
    let text = serde_json::json!({
        "schema": 1, "id": "x", "edition": "1", "in_force_from": "2017-01-01", "title": title, "source": title,
        "exams": exams,
        "options": [{"id": "x", "title": title, "levels": [
            {"id": "silver", "requirements": [{"kind": "roster", "id": "exams", "roles": roles}]}
        ]}]
    });
    Rulebook::parse(&text.to_string()).unwrap_or_else(|faults| panic!("{faults:?}"))
});

/// So many people, each with up to six exams; few hold two that go together.
fn company(people: usize) -> Ledger {
    let mut seed = 42_u64;
    let mut random = |below: usize| {
        seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(seed >> 33).unwrap_or_default() % below
    };
    let mut source = Source { file: "people".into(), origin: "people".into(), ..Source::default() };
    let exams: Vec<std::sync::Arc<str>> = (0..EXAMS).map(|exam| code(exam).into()).collect();
    for person in 0..people {
        for _ in 0..random(7) {
            source.credentials.push(CredentialRow {
                person: PersonKeys { mcp_id: format!("{person:06}"), ..PersonKeys::default() }.into(),
                exam: exams[random(EXAMS)].clone(),
                passed: "2016-01-01".parse().unwrap_or_default(),
                expires: None,
                failed: false,
                place: Place { file: "people".into(), sheet: "".into(), row: 1 },
            });
        }
    }
    Ledger::gather(&[source])
}
