//! An evaluation's result with all that the pages show of it and that is worth working out once, not in every frame.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Arc, OnceLock};

use chrono::{Months, NaiveDate};
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

use crate::evaluator::{
    LevelReadiness, OptionReadiness, RATE_CURRENCY, Readiness, RequirementReadiness, RevenueReadiness, RosterReadiness,
    SaleLeftOut, Taker, TrailingDay, trailing_revenue,
};
use crate::ledger::{Assumptions, FindingCode, Ledger, PersonId, Severity};
use crate::report::Report;
use crate::rulebook::{
    AttainmentOption, Level, LevelId, ProductId, Requirement, RevenueRequirement, RosterRequirement, Rulebook,
};
use crate::texts::Texts;
use crate::workspace::Workspace;

use super::holders::Holders;
use super::rows::{PeopleIndex, SalesIndex};
use super::seats::{SeatView, seats, takers};

/// A result and what was worked out from it.
#[derive(Debug)]
pub struct Outcome {
    /// The rules it was made with.
    pub rulebook: Rulebook,
    /// What the files hold.
    pub ledger: Arc<Ledger>,
    /// The result itself.
    pub readiness: Readiness,
    /// For each option, the result without what is assumed; nothing where nothing is.
    plain: Option<Vec<OptionReadiness>>,
    /// For each option and level, who takes its seats, in the order of [`seats`].
    takers: Vec<Vec<Vec<Taker>>>,
    /// For each option, its charts.
    pub charts: Vec<Vec<Chart>>,
    /// How many sales count.
    pub sales_counted: usize,
    /// How many sales don't, by reason.
    pub sales_left_out: BTreeMap<SaleLeftOut, usize>,
    /// The findings by code, worst first, as places in `readiness.findings`.
    pub findings: Vec<(FindingCode, Vec<usize>)>,
    /// Who holds what of the rulebook.
    pub holders: Holders,
    /// How many findings are errors or warnings.
    pub to_look_at: usize,
    /// The currencies of the sales, by code.
    currencies: BTreeSet<Arc<str>>,
    people_index: OnceLock<PeopleIndex>,
    sales_index: OnceLock<SalesIndex>,
}

/// The trailing revenue of each day around the day of the evaluation.
#[derive(Debug, Clone, PartialEq)]
pub struct Chart {
    /// The days.
    pub days: Vec<NaiveDate>,
    /// What counts on each of them; with no new sales, after the day of the evaluation.
    pub revenue: Vec<TrailingDay>,
    /// The same for painting: the day counted from the common era, and the revenue.
    pub points: Vec<[f64; 2]>,
    /// The place of the day of the evaluation.
    pub today: usize,
    /// The first day on which a level that is met falls short with no new sales, and which level.
    pub falls_short: Option<(NaiveDate, LevelId)>,
    /// The products whose sales count; any product where there is none.
    pub products: Option<Vec<ProductId>>,
    /// How many months trail.
    pub months: u32,
    /// The amounts' currency.
    pub currency: String,
    /// What each level asks for.
    pub thresholds: Vec<(LevelId, Decimal)>,
}

impl Outcome {
    /// Evaluates a workspace whose files hold `ledger`.
    pub fn of(workspace: &Workspace, ledger: Arc<Ledger>) -> Self {
        let readiness = workspace.evaluate(&ledger);
        let options = workspace.rulebook.options.iter().zip(&readiness.options);
        let charts = options.map(|(rules, result)| charts(workspace, &ledger, rules, result)).collect();
        let takers = workspace.rulebook.options.iter().zip(&readiness.options).map(|(rules, result)| {
            rules.levels.iter().zip(&result.levels).map(|(rules, result)| takers(rules, result)).collect()
        });
        let takers = takers.collect();
        let plain = without_assumptions(workspace);
        let sales_counted = readiness.sales.iter().filter(|why_not| why_not.is_none()).count();
        let mut sales_left_out = BTreeMap::new();
        for why_not in readiness.sales.iter().flatten() {
            *sales_left_out.entry(*why_not).or_default() += 1;
        }
        let mut by_code: BTreeMap<FindingCode, Vec<usize>> = BTreeMap::new();
        for (at, finding) in readiness.findings.iter().enumerate() {
            by_code.entry(finding.code).or_default().push(at);
        }
        let findings = FindingCode::ALL.into_iter().filter_map(|code| by_code.remove_entry(&code)).collect();
        let holders = Holders::of(&workspace.rulebook, &ledger, &readiness);
        let to_look_at = readiness.findings.iter().filter(|finding| finding.severity() != Severity::Note).count();
        let rulebook = workspace.rulebook.clone();
        let mut currencies: BTreeSet<Arc<str>> = BTreeSet::new();
        for sale in ledger.sales.iter() {
            if !currencies.contains(&sale.currency) {
                currencies.insert(sale.currency.clone());
            }
        }
        Self {
            rulebook,
            ledger,
            readiness,
            plain,
            takers,
            charts,
            sales_counted,
            sales_left_out,
            findings,
            holders,
            to_look_at,
            currencies,
            people_index: OnceLock::new(),
            sales_index: OnceLock::new(),
        }
    }

    /// The currencies of the sales and the thresholds for which a rate may be given, by code.
    pub fn currencies(&self) -> impl Iterator<Item = &str> {
        let sold = self.currencies.iter().map(|code| &**code);
        let asked = self.charts.iter().flatten().map(|chart| chart.currency.as_str());
        sold.chain(asked).filter(|code| !code.is_empty() && *code != RATE_CURRENCY)
    }

    /// What people are called, for searching; made when it is first asked for.
    pub fn people_index(&self) -> &PeopleIndex {
        self.people_index.get_or_init(|| PeopleIndex::new(&self.ledger))
    }

    /// What sales are of, for searching; made when it is first asked for.
    pub fn sales_index(&self) -> &SalesIndex {
        self.sales_index.get_or_init(|| SalesIndex::new(&self.ledger))
    }

    /// The result in words, for the workspace it was made from.
    pub fn report<'a>(&'a self, workspace: &'a Workspace, texts: &'a Texts) -> Report<'a> {
        Report {
            rulebook: &self.rulebook,
            sources: &workspace.sources,
            ledger: &self.ledger,
            readiness: &self.readiness,
            texts,
        }
    }

    /// The levels of one option: the rules and the result of each.
    pub fn levels(&self, option: usize) -> impl DoubleEndedIterator<Item = (&Level, &LevelReadiness)> {
        let rules = self.rulebook.options.get(option).map_or(&[][..], |option| &option.levels);
        let results = self.readiness.options.get(option).map_or(&[][..], |option| &option.levels);
        let levels: Vec<_> = rules.iter().zip(results).collect();
        levels.into_iter()
    }

    /// A level without what is assumed; nothing where nothing is.
    pub fn plain_level(&self, option: usize, level: LevelId) -> Option<&LevelReadiness> {
        self.plain.as_ref()?.get(option)?.levels.iter().find(|plain| plain.id == level)
    }

    /// One level of one option, or the option's last where it has no such level.
    pub fn level(&self, option: usize, level: LevelId) -> Option<(&Level, &LevelReadiness)> {
        self.levels(option).find(|(rules, _)| rules.id == level).or_else(|| self.levels(option).next_back())
    }

    /// The seats of one level of one option.
    pub fn seats(&self, option: usize, level: LevelId) -> Vec<SeatView<'_>> {
        let Some((rules, result)) = self.level(option, level) else {
            return Vec::new();
        };
        let place = self.levels(option).position(|(_, other)| other.id == result.id);
        let takers = place.and_then(|place| self.takers.get(option)?.get(place));
        seats(rules, result, takers.map_or(&[], Vec::as_slice))
    }

    /// The option's last level, Gold as a rule.
    pub fn highest_level(&self, option: usize) -> LevelId {
        self.levels(option).next_back().map_or(LevelId::Gold, |(rules, _)| rules.id)
    }

    /// The first level that is not met; the highest where all are.
    pub fn nearest_level(&self, option: usize) -> LevelId {
        let unmet = self.levels(option).find(|(_, result)| !result.met);
        unmet.map_or_else(|| self.highest_level(option), |(rules, _)| rules.id)
    }

    /// The exams missing for the nearest level.
    pub fn exams_to_nearest_level(&self, option: usize) -> u32 {
        let nearest = self.level(option, self.nearest_level(option));
        nearest.map_or(0, |(rules, result)| rosters(rules, result).iter().map(|(_, roster)| roster.missing_exams).sum())
    }

    /// The person's credentials, as a range of places in the ledger.
    pub fn credentials_of(&self, person: PersonId) -> std::ops::Range<usize> {
        let all = &self.ledger.credentials;
        let from = all.partition_point(|credential| credential.person < person);
        let to = all.partition_point(|credential| credential.person <= person);
        from..to
    }
}

/// What is assumed is weighed against what is: both are evaluated.
fn without_assumptions(workspace: &Workspace) -> Option<Vec<OptionReadiness>> {
    if workspace.assumptions.is_empty() {
        return None;
    }
    let plain = Workspace { assumptions: Assumptions::default(), ..workspace.clone() };
    Some(plain.evaluate(&plain.ledger()).options)
}

/// Every roster of a level, those among alternatives too.
pub fn rosters<'a>(rules: &'a Level, result: &'a LevelReadiness) -> Vec<(&'a RosterRequirement, &'a RosterReadiness)> {
    let mut found = Vec::new();
    collect_rosters(&rules.requirements, &result.requirements, &mut found);
    found
}

fn collect_rosters<'a>(
    rules: &'a [Requirement],
    results: &'a [RequirementReadiness],
    found: &mut Vec<(&'a RosterRequirement, &'a RosterReadiness)>,
) {
    for pair in rules.iter().zip(results) {
        match pair {
            (Requirement::Roster(rules), RequirementReadiness::Roster(result)) => found.push((rules, result)),
            (Requirement::AnyOf(rules), RequirementReadiness::AnyOf(result)) => {
                collect_rosters(&rules.alternatives, &result.alternatives, found);
            }
            _ => {}
        }
    }
}

/// A level's line of revenue: the rules and the result.
type RevenueLine<'a> = (LevelId, &'a RevenueRequirement, &'a RevenueReadiness);

/// A chart for each kind of revenue that an option asks for; levels that ask for the same kind share one.
fn charts(workspace: &Workspace, ledger: &Ledger, rules: &AttainmentOption, result: &OptionReadiness) -> Vec<Chart> {
    let mut kinds: Vec<Vec<RevenueLine<'_>>> = Vec::new();
    for (rules, result) in rules.levels.iter().zip(&result.levels) {
        let mut lines = Vec::new();
        collect_revenue(rules.id, &rules.requirements, &result.requirements, &mut lines);
        for line in lines {
            match kinds.iter_mut().find(|kind| kind.iter().any(|known| same_kind(known.1, line.1))) {
                Some(kind) => kind.push(line),
                None => kinds.push(vec![line]),
            }
        }
    }
    kinds.iter().filter_map(|lines| chart(workspace, ledger, lines)).collect()
}

fn collect_revenue<'a>(
    level: LevelId,
    rules: &'a [Requirement],
    results: &'a [RequirementReadiness],
    found: &mut Vec<RevenueLine<'a>>,
) {
    for pair in rules.iter().zip(results) {
        match pair {
            (Requirement::Revenue(rules), RequirementReadiness::Revenue(result)) => found.push((level, rules, result)),
            (Requirement::AnyOf(rules), RequirementReadiness::AnyOf(result)) => {
                collect_revenue(level, &rules.alternatives, &result.alternatives, found);
            }
            _ => {}
        }
    }
}

fn same_kind(a: &RevenueRequirement, b: &RevenueRequirement) -> bool {
    (a.months, &a.products, &a.associations, a.net_new) == (b.months, &b.products, &b.associations, b.net_new)
}

/// How far the chart goes back.
const MONTHS_BACK: Months = Months::new(18);
/// How far it looks ahead.
const MONTHS_AHEAD: Months = Months::new(8);

fn chart(workspace: &Workspace, ledger: &Ledger, lines: &[RevenueLine<'_>]) -> Option<Chart> {
    let (_, kind, _) = lines.first()?;
    let settings = &workspace.settings;
    let first = settings.as_of.checked_sub_months(MONTHS_BACK).unwrap_or(settings.as_of);
    let last = settings.as_of.checked_add_months(MONTHS_AHEAD).unwrap_or(settings.as_of);
    let days: Vec<NaiveDate> = first.iter_days().take_while(|day| *day <= last).collect();
    let today = days.iter().position(|day| *day == settings.as_of)?;
    let revenue = trailing_revenue(&workspace.rulebook, ledger, settings, kind, &days);
    let points =
        days.iter().zip(&revenue).map(|(day, revenue)| [day_number(*day), to_float(revenue.counted)]).collect();
    let falls = lines.iter().filter_map(|(level, _, result)| Some((result.falls_short_on?, *level)));
    let falls_short = falls.min_by_key(|(day, _)| *day);
    let threshold_of = |requirement: &RevenueRequirement| requirement.threshold(settings.market).cloned();
    let currency =
        lines.iter().find_map(|(_, line, _)| threshold_of(line)).map_or_else(|| "USD".to_owned(), |it| it.currency);
    let thresholds = lines.iter().filter_map(|(level, line, _)| Some((*level, threshold_of(line)?.amount))).collect();
    let products = kind.products.clone();
    Some(Chart { days, revenue, points, today, falls_short, products, months: kind.months, currency, thresholds })
}

/// A day as a place on the chart's axis.
pub fn day_number(day: NaiveDate) -> f64 {
    f64::from(chrono::Datelike::num_days_from_ce(&day))
}

/// An amount as a height in the chart. Never for reckoning.
pub fn to_float(amount: Decimal) -> f64 {
    amount.to_f64().unwrap_or_default()
}
