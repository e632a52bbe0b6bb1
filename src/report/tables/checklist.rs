//! Who takes which seat, what they hold and what is missing: a row for each exam held, and for each that is missing.

use crate::evaluator::{RequirementReadiness, RoleReadiness, RosterReadiness, Seat, Taker};
use crate::ledger::CredentialRow;
use crate::report::{Report, phrases};
use crate::rulebook::{Bundle, Requirement, Role};

use super::{Column, Table, Tone, Value, option_name};

const COLUMNS: [&str; 10] = [
    "table-option",
    "table-level",
    "table-role",
    "table-seat",
    "summary-person",
    "table-id",
    "table-email",
    "table-state",
    "table-exam",
    "table-exam-title",
];

/// The checklist of every level.
pub fn checklist<'a>(report: &'a Report<'a>) -> Table<'a> {
    let texts = report.texts;
    let mut rows = Vec::new();
    for (rules, option) in report.rulebook.options.iter().zip(&report.readiness.options) {
        for (level_rules, level) in rules.levels.iter().zip(&option.levels) {
            let start = [option_name(report, rules), Value::text(texts.get(&format!("level-{}", level_rules.id)))];
            for pair in level_rules.requirements.iter().zip(&level.requirements) {
                add_requirement(report, pair, &start, &mut rows);
            }
        }
    }
    let mut columns = Column::all(texts, &COLUMNS);
    if let Some(state) = columns.get_mut(7) {
        *state = state
            .clone()
            .mark(texts.get("table-held"), Tone::Good)
            .mark(texts.get("assumed"), Tone::Assumed)
            .mark(texts.get("table-missing"), Tone::Missing);
    }
    columns.push(Column::new(texts.get("field-passed")));
    Table::of(texts.get("table-checklist"), "checklist", columns, rows)
}

fn add_requirement<'a>(
    report: &'a Report<'a>,
    (rules, result): (&'a Requirement, &'a RequirementReadiness),
    start: &[Value<'a>],
    rows: &mut Vec<Vec<Value<'a>>>,
) {
    match (rules, result) {
        (Requirement::Roster(rules), RequirementReadiness::Roster(roster)) => {
            for (rules, role) in rules.roles.iter().zip(&roster.roles) {
                for (place, seat) in role.seats.iter().enumerate() {
                    add_seat(report, (rules, roster, role), (place, seat), start, rows);
                }
            }
        }
        (Requirement::AnyOf(rules), RequirementReadiness::AnyOf(any)) => {
            for pair in rules.alternatives.iter().zip(&any.alternatives) {
                add_requirement(report, pair, start, rows);
            }
        }
        _ => {}
    }
}

fn add_seat<'a>(
    report: &'a Report<'a>,
    (rules, roster, role): (&'a Role, &RosterReadiness, &RoleReadiness),
    (place, seat): (usize, &Seat),
    start: &[Value<'a>],
    rows: &mut Vec<Vec<Value<'a>>>,
) {
    let texts = report.texts;
    let who = phrases::taker(roster, role, seat, report.ledger, texts);
    let person = match roster.taker(role, seat) {
        Taker::Person(person) => Some(report.ledger.person(person)),
        _ => None,
    };
    let seat_values = |state: &str| {
        let mut row = start.to_vec();
        row.extend([
            Value::text(texts.pick(&rules.title)),
            Value::count(place + 1),
            Value::text(who.clone()),
            person.map_or(Value::Nothing, |person| Value::text(&*person.id)),
            person.map_or(Value::Nothing, |person| Value::text(&*person.email)),
            Value::text(texts.get(state)),
        ]);
        row
    };
    for held in &seat.held {
        let mut row = seat_values(if held.assumed { "assumed" } else { "table-held" });
        row.extend([
            Value::text(phrases::bundle_name(&held.bundle, report.rulebook, texts)),
            Value::text(titles(report, std::slice::from_ref(&held.bundle))),
            Value::day(Some(held.passed).filter(|day| !held.assumed && !CredentialRow::is_undated(*day))),
        ]);
        rows.push(row);
    }
    for missing in &seat.missing {
        let mut row = seat_values("table-missing");
        row.extend([
            Value::text(phrases::one_of(&missing.one_of, report.rulebook, texts)),
            Value::text(titles(report, &missing.one_of)),
            Value::Nothing,
        ]);
        rows.push(row);
    }
}

/// What the exams are called, where it is one.
fn titles(report: &Report<'_>, bundles: &[Bundle]) -> String {
    match bundles {
        [bundle] => match bundle.as_slice() {
            [exam] => report.texts.pick(&report.rulebook.exam(*exam).title).to_owned(),
            _ => String::new(),
        },
        _ => String::new(),
    }
}
