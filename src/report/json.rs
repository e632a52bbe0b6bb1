//! The result as JSON, schema 1.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use rust_decimal::Decimal;
use serde::Serialize;

use crate::evaluator::{
    CredentialLeftOut, Ending, LevelReadiness, Path, RequirementReadiness, RevenueReadiness, RosterReadiness,
    SaleLeftOut, Seat,
};
use crate::ledger::{CredentialRow, Finding, Person, PersonId, Sale, SaleDate, round_down, round_nearest, round_up};
use crate::rulebook::{Bundle, Rulebook};

use super::Report;

/// The result as JSON, with a line break at its end. The order of everything is fixed.
///
/// # Errors
/// None in practice: every part of the result can be written as JSON.
pub fn json(report: &Report<'_>) -> Result<String, serde_json::Error> {
    let Report { rulebook, readiness, .. } = report;
    let result = ResultJson {
        schema: 1,
        as_of: readiness.settings.as_of,
        rulebook: RulebookJson { id: &rulebook.id, edition: &rulebook.edition },
        market: readiness.settings.market.as_str(),
        window: readiness.settings.window.as_str(),
        options: rulebook
            .options
            .iter()
            .zip(&readiness.options)
            .map(|(rules, option)| OptionJson {
                id: &rules.id,
                levels: option.levels.iter().map(|level| level_json(report, level)).collect(),
                path: option.path.as_ref().map(|path| path_json(report, path)),
            })
            .collect(),
        people: people_json(report),
        sales: report.ledger.sales.iter().zip(&readiness.sales).map(sale_json).collect(),
        findings: readiness.findings.iter().map(finding_json).collect(),
    };
    let mut text = serde_json::to_string_pretty(&result)?;
    text.push('\n');
    Ok(text)
}

#[derive(Serialize)]
struct ResultJson<'a> {
    schema: u32,
    as_of: NaiveDate,
    rulebook: RulebookJson<'a>,
    market: &'a str,
    window: &'a str,
    options: Vec<OptionJson<'a>>,
    people: Vec<PersonJson<'a>>,
    sales: Vec<SaleJson<'a>>,
    findings: Vec<FindingJson<'a>>,
}

#[derive(Serialize)]
struct RulebookJson<'a> {
    id: &'a str,
    edition: &'a str,
}

#[derive(Serialize)]
struct OptionJson<'a> {
    id: &'a str,
    levels: Vec<LevelJson<'a>>,
    path: Option<PathJson<'a>>,
}

#[derive(Serialize)]
struct PathJson<'a> {
    to_silver: u32,
    to_gold: u32,
    to_silver_alone: u32,
    to_gold_after_silver_alone: u32,
    seats: Vec<PathSeatJson<'a>>,
}

#[derive(Serialize)]
struct PathSeatJson<'a> {
    person: Option<&'a str>,
    missing_exams: u32,
}

#[derive(Serialize)]
struct LevelJson<'a> {
    id: &'a str,
    met: bool,
    requirements: Vec<RequirementJson<'a>>,
    exams_may_be_fewer: bool,
    next: Vec<NextJson<'a>>,
}

#[derive(Serialize)]
struct NextJson<'a> {
    person: Option<&'a str>,
    one_of: Vec<&'a str>,
    serves: Vec<&'a str>,
}

#[derive(Serialize)]
#[serde(tag = "kind", rename_all = "kebab-case")]
enum RequirementJson<'a> {
    Revenue(RevenueJson<'a>),
    Roster(RosterJson<'a>),
    AnyOf { id: &'a str, met: bool, alternatives: Vec<RequirementJson<'a>> },
}

#[derive(Serialize)]
struct RevenueJson<'a> {
    id: &'a str,
    met: bool,
    from: NaiveDate,
    to: NaiveDate,
    currency: &'a str,
    counted: String,
    threshold: Option<String>,
    shortfall: Option<String>,
    falls_short_on: Option<NaiveDate>,
    outlook: Vec<MonthJson>,
}

/// The revenue on the last day of a month if nothing new is sold, and what must have been sold by then to stay.
#[derive(Serialize)]
struct MonthJson {
    day: NaiveDate,
    counted: String,
    needed: Option<String>,
}

#[derive(Serialize)]
struct RosterJson<'a> {
    id: &'a str,
    met: bool,
    missing_exams: u32,
    new_people: u32,
    roles: Vec<RoleJson<'a>>,
    essential: Vec<&'a str>,
    departures_to_lose: Option<usize>,
    leavers: Option<Vec<&'a str>>,
    proof: ProofJson<'a>,
    falls_short_on: Option<NaiveDate>,
    /// How many of the missing exams are due to pins and people kept out.
    extra_exams: u32,
    to_renew: Vec<EndingJson<'a>>,
    other_endings: Vec<EndingJson<'a>>,
}

#[derive(Serialize)]
struct EndingJson<'a> {
    person: &'a str,
    exam: &'a str,
    last_day: NaiveDate,
}

/// Prices by role and credits by person id. JSON objects here are sorted by name.
#[derive(Serialize)]
struct ProofJson<'a> {
    prices: BTreeMap<&'a str, u32>,
    credits: BTreeMap<&'a str, u32>,
    bound: u32,
}

#[derive(Serialize)]
struct RoleJson<'a> {
    id: &'a str,
    seats: Vec<SeatJson<'a>>,
    stand_ins: Vec<&'a str>,
}

#[derive(Serialize)]
struct SeatJson<'a> {
    person: Option<&'a str>,
    missing_exams: u32,
    held: Vec<HeldJson<'a>>,
    missing: Vec<MissingJson<'a>>,
}

#[derive(Serialize)]
struct HeldJson<'a> {
    clause: usize,
    bundle: Vec<&'a str>,
    /// Nothing where the file does not tell the day.
    passed: Option<NaiveDate>,
    assumed: bool,
}

#[derive(Serialize)]
struct MissingJson<'a> {
    clause: usize,
    one_of: Vec<Vec<&'a str>>,
}

#[derive(Serialize)]
struct PersonJson<'a> {
    id: &'a str,
    name: &'a str,
    email: &'a str,
    credentials: Vec<CredentialJson<'a>>,
}

#[derive(Serialize)]
struct CredentialJson<'a> {
    exam: &'a str,
    /// Nothing where the file does not tell the day.
    passed: Option<NaiveDate>,
    counts: bool,
    why_not: Option<&'a str>,
    file: &'a str,
    sheet: &'a str,
    row: u32,
    assumed: bool,
}

#[derive(Serialize)]
struct SaleJson<'a> {
    file: &'a str,
    sheet: &'a str,
    row: u32,
    date: NaiveDate,
    /// Whether only the month is known; the date is then its first day.
    whole_month: bool,
    customer: &'a str,
    product: &'a str,
    amount: String,
    currency: &'a str,
    counts: bool,
    why_not: Option<&'a str>,
    assumed: bool,
}

#[derive(Serialize)]
pub(super) struct FindingJson<'a> {
    code: &'a str,
    severity: &'a str,
    file: Option<&'a str>,
    sheet: Option<&'a str>,
    row: Option<u32>,
    column: Option<&'a str>,
    value: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    other: Option<&'a str>,
}

fn path_json<'a>(report: &Report<'a>, path: &Path) -> PathJson<'a> {
    let seat = |(_, person, missing_exams): &(usize, Option<PersonId>, u32)| PathSeatJson {
        person: person.map(|person| id(report, person)),
        missing_exams: *missing_exams,
    };
    PathJson {
        to_silver: path.to_silver,
        to_gold: path.to_gold,
        to_silver_alone: path.to_silver_alone,
        to_gold_after_silver_alone: path.to_gold_after_silver_alone,
        seats: path.seats.iter().map(seat).collect(),
    }
}

fn level_json<'a>(report: &Report<'a>, level: &'a LevelReadiness) -> LevelJson<'a> {
    let requirements = level.requirements.iter().map(|requirement| requirement_json(report, requirement)).collect();
    let next = level.next.iter().map(|step| NextJson {
        person: step.person.map(|person| id(report, person)),
        one_of: codes(report.rulebook, &step.exams),
        serves: step.serves.iter().map(|level| level.as_str()).collect(),
    });
    LevelJson {
        id: level.id.as_str(),
        met: level.met,
        requirements,
        exams_may_be_fewer: level.exams_may_be_fewer,
        next: next.collect(),
    }
}

fn id<'a>(report: &Report<'a>, person: PersonId) -> &'a str {
    &report.ledger.person(person).id
}

fn ids<'a>(report: &Report<'a>, people: &[PersonId]) -> Vec<&'a str> {
    people.iter().map(|person| id(report, *person)).collect()
}

fn requirement_json<'a>(report: &Report<'a>, requirement: &'a RequirementReadiness) -> RequirementJson<'a> {
    match requirement {
        RequirementReadiness::Revenue(it) => RequirementJson::Revenue(revenue_json(it)),
        RequirementReadiness::Roster(it) => RequirementJson::Roster(roster_json(report, it)),
        RequirementReadiness::AnyOf(it) => RequirementJson::AnyOf {
            id: &it.id,
            met: it.met,
            alternatives: it.alternatives.iter().map(|requirement| requirement_json(report, requirement)).collect(),
        },
    }
}

/// What is reached is rounded down and what is missing up, so that a figure never shows a threshold as met that isn't.
fn revenue_json(revenue: &RevenueReadiness) -> RevenueJson<'_> {
    let currency = revenue.currency.as_str();
    let up = |amount: Decimal| round_up(amount, currency).to_string();
    RevenueJson {
        id: &revenue.id,
        met: revenue.met,
        from: revenue.from,
        to: revenue.to,
        currency,
        counted: round_down(revenue.counted, currency).to_string(),
        threshold: revenue.threshold.map(up),
        shortfall: revenue.shortfall.map(up),
        falls_short_on: revenue.falls_short_on,
        outlook: revenue
            .outlook
            .iter()
            .map(|month| MonthJson {
                day: month.day,
                counted: round_down(month.counted, currency).to_string(),
                needed: month.needed.map(up),
            })
            .collect(),
    }
}

fn roster_json<'a>(report: &Report<'a>, roster: &'a RosterReadiness) -> RosterJson<'a> {
    let ending = |ending: &Ending| EndingJson {
        person: id(report, ending.person),
        exam: &report.rulebook.exam(ending.exam).code,
        last_day: ending.last_day,
    };
    let roles = roster.roles.iter().map(|role| RoleJson {
        id: &role.id,
        seats: role.seats.iter().map(|seat| seat_json(report, seat)).collect(),
        stand_ins: ids(report, &role.stand_ins),
    });
    RosterJson {
        id: &roster.id,
        met: roster.met,
        missing_exams: roster.missing_exams,
        new_people: roster.new_people,
        roles: roles.collect(),
        essential: ids(report, &roster.essential),
        departures_to_lose: roster.leavers.as_ref().map(Vec::len),
        leavers: roster.leavers.as_deref().map(|leavers| ids(report, leavers)),
        proof: ProofJson {
            prices: roster.roles.iter().map(|role| role.id.as_str()).zip(roster.proof.prices.iter().copied()).collect(),
            credits: roster.proof.credits.iter().map(|(person, credit)| (id(report, *person), *credit)).collect(),
            bound: roster.proof.bound,
        },
        falls_short_on: roster.falls_short_on,
        extra_exams: roster.extra_exams,
        to_renew: roster.endings.to_renew.iter().map(ending).collect(),
        other_endings: roster.endings.others.iter().map(ending).collect(),
    }
}

fn seat_json<'a>(report: &Report<'a>, seat: &'a Seat) -> SeatJson<'a> {
    let rulebook = report.rulebook;
    let held = seat.held.iter().map(|held| HeldJson {
        clause: held.clause,
        bundle: codes(rulebook, &held.bundle),
        passed: told_day(held.passed),
        assumed: held.assumed,
    });
    let missing = seat.missing.iter().map(|missing| MissingJson {
        clause: missing.clause,
        one_of: missing.one_of.iter().map(|bundle| codes(rulebook, bundle)).collect(),
    });
    SeatJson {
        person: seat.person.map(|person| report.ledger.person(person).id.as_str()),
        missing_exams: seat.missing_exams,
        held: held.collect(),
        missing: missing.collect(),
    }
}

fn codes<'a>(rulebook: &'a Rulebook, bundle: &Bundle) -> Vec<&'a str> {
    bundle.iter().map(|exam| rulebook.exam(*exam).code.as_str()).collect()
}

fn people_json<'a>(report: &Report<'a>) -> Vec<PersonJson<'a>> {
    let ledger = report.ledger;
    let person_json = |person: &'a Person| PersonJson {
        id: &person.id,
        name: &person.name,
        email: &person.email,
        credentials: Vec::new(),
    };
    let mut people: Vec<PersonJson<'a>> = ledger.people.iter().map(person_json).collect();
    for (credential, verdict) in ledger.credentials.iter().zip(&report.readiness.credentials) {
        let PersonId(place) = credential.person;
        let Some(person) = people.get_mut(place) else { continue };
        person.credentials.push(CredentialJson {
            exam: verdict.exam.map_or(&*credential.exam, |exam| report.rulebook.exam(exam).code.as_str()),
            passed: told_day(credential.passed),
            counts: verdict.why_not.is_none(),
            why_not: verdict.why_not.map(CredentialLeftOut::as_str),
            file: &credential.place.file,
            sheet: &credential.place.sheet,
            row: credential.place.row,
            assumed: credential.assumed,
        });
    }
    people
}

fn told_day(passed: NaiveDate) -> Option<NaiveDate> {
    Some(passed).filter(|day| !CredentialRow::is_undated(*day))
}

fn sale_json<'a>((sale, why_not): (&'a Sale, &Option<SaleLeftOut>)) -> SaleJson<'a> {
    SaleJson {
        file: &sale.place.file,
        sheet: &sale.place.sheet,
        row: sale.place.row,
        date: sale.date.first_day(),
        whole_month: matches!(sale.date, SaleDate::Month(_)),
        customer: &sale.customer,
        product: &sale.product,
        amount: round_nearest(sale.amount, &sale.currency).to_string(),
        currency: &sale.currency,
        counts: why_not.is_none(),
        why_not: why_not.map(SaleLeftOut::as_str),
        assumed: sale.assumed,
    }
}

pub(super) fn finding_json(finding: &Finding) -> FindingJson<'_> {
    FindingJson {
        code: finding.code.as_str(),
        severity: finding.severity().as_str(),
        file: finding.file.as_deref(),
        sheet: finding.sheet.as_deref(),
        row: finding.row,
        column: finding.column.as_deref(),
        value: finding.value.as_deref(),
        other: finding.other.as_deref(),
    }
}
