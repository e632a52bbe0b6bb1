//! How far each level is, what to do next, what is at risk, and where the figures come from.

use crate::evaluator::{LevelReadiness, RequirementReadiness, RevenueReadiness, RosterReadiness};
use crate::ledger::{decimals_of, round_down, round_up};
use crate::report::{Report, phrases};
use crate::rulebook::{AttainmentOption, Level};

use super::{Column, Table, Tone, Value, option_name, yes_no};

/// The tables of the summary, in the order in which they are read.
pub fn summary<'a>(report: &'a Report<'a>) -> Vec<Table<'a>> {
    let mut tables = vec![about(report), levels(report)];
    tables.extend(
        [assumed(report), chosen(report), sentences(report), next(report), files(report)]
            .into_iter()
            .filter(|it| it.rows > 0),
    );
    tables
}

/// What the result is about.
pub(super) fn about<'a>(report: &'a Report<'a>) -> Table<'a> {
    let Report { rulebook, ledger, readiness, texts, .. } = report;
    let settings = &readiness.settings;
    let rows = [
        ("table-company", Value::text(&*ledger.company)),
        ("table-competency", Value::text(texts.pick(&rulebook.title))),
        ("table-edition", Value::text(&*rulebook.edition)),
        ("table-market", Value::text(texts.get(&format!("market-{}", settings.market)))),
        ("table-as-of", Value::Day(settings.as_of)),
        ("table-window", Value::text(texts.get(&format!("window-{}", settings.window.as_str())))),
        ("table-program", Value::text(format!("Touchstone {}", env!("CARGO_PKG_VERSION")))),
    ];
    let rows = rows.into_iter().map(|(id, value)| vec![Value::text(texts.get(id)), value]).collect();
    Table::of(texts.get("summary-title"), "about", Column::all(texts, &["table-what", "table-value"]), rows)
}

const LEVEL_COLUMNS: [&str; 13] = [
    "table-option",
    "table-level",
    "table-verdict",
    "table-requirement",
    "table-met",
    "table-counted",
    "table-threshold",
    "table-shortfall",
    "table-currency",
    "table-seats-filled",
    "table-seats",
    "table-missing-exams",
    "table-met-until",
];

/// A row for each requirement of each level.
pub(super) fn levels<'a>(report: &'a Report<'a>) -> Table<'a> {
    let texts = report.texts;
    let mut rows = Vec::new();
    for (option, level_rules, level) in all_levels(report) {
        for requirement in &level.requirements {
            let start = || {
                let verdict = phrases::verdict(level, texts);
                let level = texts.get(&format!("level-{}", level_rules.id));
                vec![option_name(report, option), Value::text(level), Value::text(verdict)]
            };
            add_requirement(report, requirement, &start, &mut rows);
        }
    }
    let mut columns = Column::all(texts, &LEVEL_COLUMNS);
    if let Some(met) = columns.get_mut(4) {
        *met = met.clone().mark(texts.get("table-yes"), Tone::Good).mark(texts.get("table-no"), Tone::Missing);
    }
    Table::of(texts.get("table-levels"), "levels", columns, rows)
}

fn add_requirement<'a>(
    report: &Report<'_>,
    requirement: &RequirementReadiness,
    start: &dyn Fn() -> Vec<Value<'a>>,
    rows: &mut Vec<Vec<Value<'a>>>,
) {
    let texts = report.texts;
    let mut row = start();
    let mut name = |id: &str, met: bool| row.extend([Value::text(texts.get(id)), Value::text(yes_no(met, texts))]);
    match requirement {
        RequirementReadiness::Revenue(revenue) => {
            name("summary-bar-revenue", revenue.met);
            row.extend(revenue_values(revenue));
        }
        RequirementReadiness::Roster(roster) => {
            name("summary-bar-seats", roster.met);
            row.extend(roster_values(roster));
        }
        RequirementReadiness::AnyOf(any) => {
            name("table-any-of", any.met);
            row.extend(vec![Value::Nothing; 8]);
            rows.push(row);
            any.alternatives.iter().for_each(|alternative| add_requirement(report, alternative, start, rows));
            return;
        }
    }
    rows.push(row);
}

fn revenue_values<'a>(revenue: &RevenueReadiness) -> [Value<'a>; 8] {
    let RevenueReadiness { currency, .. } = revenue;
    let decimals = decimals_of(currency);
    let amount = |amount: Option<_>| amount.map_or(Value::Nothing, |amount| Value::Amount(amount, decimals));
    [
        amount(Some(round_down(revenue.counted, currency))),
        amount(revenue.threshold),
        amount(revenue.shortfall.map(|shortfall| round_up(shortfall, currency))),
        Value::text(currency.clone()),
        Value::Nothing,
        Value::Nothing,
        Value::Nothing,
        Value::day(revenue.falls_short_on.and_then(|day| day.pred_opt())),
    ]
}

fn roster_values<'a>(roster: &RosterReadiness) -> [Value<'a>; 8] {
    let (filled, seats) = roster.seats_filled();
    [
        Value::Nothing,
        Value::Nothing,
        Value::Nothing,
        Value::Nothing,
        Value::count(filled),
        Value::count(seats),
        Value::Count(roster.missing_exams.into()),
        Value::day(roster.falls_short_on.and_then(|day| day.pred_opt())),
    ]
}

/// Why, and what is at risk, a sentence each.
pub(super) fn sentences<'a>(report: &'a Report<'a>) -> Table<'a> {
    let texts = report.texts;
    let mut rows = Vec::new();
    for (option, level_rules, level) in all_levels(report) {
        let mut add = |kind: &str, sentence: String| {
            let level = texts.get(&format!("level-{}", level_rules.id));
            rows.push(vec![
                option_name(report, option),
                Value::text(level),
                Value::text(texts.get(kind)),
                Value::text(sentence),
            ]);
        };
        for (rules, roster) in Report::rosters(&level_rules.requirements, &level.requirements) {
            report.why(rules, roster).into_iter().for_each(|why| add("table-why", why));
            report.renewals(roster).into_iter().for_each(|renewal| add("summary-at-risk", renewal));
        }
        report.risks(&level_rules.requirements, level).into_iter().for_each(|risk| add("summary-at-risk", risk));
        for requirement in &level.requirements {
            if let RequirementReadiness::Revenue(revenue) = requirement {
                report.revenue_to_stay(revenue).into_iter().for_each(|sell| add("summary-at-risk", sell));
            }
        }
    }
    let columns = Column::all(texts, &["table-option", "table-level", "table-kind", "table-sentence"]);
    Table::of(texts.get("table-reasons"), "reasons", columns, rows)
}

/// Who should sit what next.
pub(super) fn next<'a>(report: &'a Report<'a>) -> Table<'a> {
    let texts = report.texts;
    let mut rows = Vec::new();
    for (option, level_rules, level) in all_levels(report) {
        for step in &level.next {
            let who = step.person.map(|person| report.ledger.person(person).label());
            let exams = step.exams.iter().map(|exam| report.rulebook.exam(*exam).code.clone()).collect();
            rows.push(vec![
                option_name(report, option),
                Value::text(texts.get(&format!("level-{}", level_rules.id))),
                Value::text(who.map_or_else(|| texts.get("somebody"), str::to_owned)),
                Value::text(phrases::either(exams, texts)),
            ]);
        }
    }
    let columns = Column::all(texts, &["table-option", "table-level", "summary-person", "table-exam"]);
    Table::of(texts.get("summary-next"), "next", columns, rows)
}

/// What is assumed.
pub(super) fn assumed<'a>(report: &'a Report<'a>) -> Table<'a> {
    let texts = report.texts;
    let rows = report.assumptions().into_iter().map(|line| vec![Value::text(line)]).collect();
    Table::of(texts.get("summary-assumed"), "assumed", Column::all(texts, &["summary-assumed"]), rows)
}

/// What was chosen.
pub(super) fn chosen<'a>(report: &'a Report<'a>) -> Table<'a> {
    let texts = report.texts;
    let rows = report.chosen().into_iter().map(|line| vec![Value::text(line)]).collect();
    Table::of(texts.get("summary-chosen"), "chosen", Column::all(texts, &["summary-chosen"]), rows)
}

/// The files.
pub(super) fn files<'a>(report: &'a Report<'a>) -> Table<'a> {
    let texts = report.texts;
    let row = |source: &'a std::sync::Arc<crate::ledger::Source>| {
        let (rows, taken, left_out) = source.tally();
        vec![
            Value::text(&*source.file),
            Value::count(rows),
            Value::count(taken),
            Value::count(left_out),
            Value::text(&*source.sum),
        ]
    };
    let columns =
        Column::all(texts, &["summary-file", "summary-rows", "summary-taken", "summary-rows-left-out", "table-sum"]);
    Table::of(texts.get("summary-sources"), "files", columns, report.sources.iter().map(row).collect())
}

/// Every level of every option, with its rules.
fn all_levels<'a>(
    report: &'a Report<'a>,
) -> impl Iterator<Item = (&'a AttainmentOption, &'a Level, &'a LevelReadiness)> {
    report.rulebook.options.iter().zip(&report.readiness.options).flat_map(|(rules, option)| {
        rules.levels.iter().zip(&option.levels).map(move |(level_rules, level)| (rules, level_rules, level))
    })
}
