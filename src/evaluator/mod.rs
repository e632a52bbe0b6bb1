//! The evaluator: what counts, who takes which seat, and what is missing. Pure and total: it cannot fail.

mod assignment;
mod credentials;
mod departures;
mod ends;
mod near_misses;
mod next;
mod outlook;
mod path;
mod proof;
mod readiness;
mod revenue;
mod roles;
mod roster;
mod towards;
mod trail;
mod what_if;
mod window;

pub use next::NextStep;
pub use outlook::{Ending, Endings, MonthOutlook};
pub use path::Path;
pub use proof::{Proof, Shortage};
pub use readiness::*;
pub use revenue::{RATE_CURRENCY, TrailingDay, counted_amounts, trailing_revenue};
pub use towards::towards;
pub use what_if::WhatIf;
pub use window::{Window, WindowKind};

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;
use rust_decimal::Decimal;

use crate::ledger::{Finding, FindingCode, Ledger, Sale};
use crate::rulebook::{AttainmentOption, ExamId, Level, LevelId, Market, Requirement, RevenueRequirement, Rulebook};

use credentials::judge_credentials;
use ends::Ends;
use near_misses::near_misses;
use next::{Passes, next_steps};
use path::path;
use revenue::NamedSales;
use roster::{RosterContext, fill_roster};

/// How far a company is from each level.
///
/// Levels are evaluated apart: Gold says nothing of Silver. Within a roster a person takes one seat at most; two rosters
/// may use the same people.
pub fn evaluate(rulebook: &Rulebook, ledger: &Ledger, settings: &Settings) -> Readiness {
    let names = rulebook.names();
    let (credentials, held) = judge_credentials(rulebook, &names, ledger, settings.as_of);
    let findings = near_misses(rulebook, &names, ledger, &credentials);
    let mut context = Context {
        settings,
        roster: RosterContext {
            rulebook,
            settings,
            ledger,
            verdicts: &credentials,
            ends: Ends::new(rulebook, ledger, &credentials, held),
        },
        sales: NamedSales::new(&names, ledger),
        sale_verdicts: vec![Some(SaleLeftOut::OutOfScope); ledger.sales.alike().count()],
        has_revenue: false,
        findings,
        passes: Passes::new(),
    };
    let options = rulebook.options.iter().map(|option| context.option(option)).collect();
    let Context { sale_verdicts, mut findings, .. } = context;
    let sales = ledger.sales.of_alike(&sale_verdicts);
    findings.extend(ledger.findings.iter().cloned());
    findings.sort();
    findings.dedup();
    Readiness { settings: settings.clone(), options, credentials, sales, findings }
}

/// What the requirements of one evaluation share.
struct Context<'a> {
    settings: &'a Settings,
    roster: RosterContext<'a>,
    sales: NamedSales<'a>,
    /// For each group of alike sales.
    sale_verdicts: Vec<Option<SaleLeftOut>>,
    has_revenue: bool,
    findings: Vec<Finding>,
    /// The passes that bring the level nearer that is being evaluated.
    passes: Passes,
}

/// Whether two requirements of a level that are not met ask for the same exam, so that one pass may serve both.
fn exams_are_shared(rules: &[Requirement], requirements: &[RequirementReadiness]) -> bool {
    let mut asked = BTreeSet::new();
    let mut not_met = rules.iter().zip(requirements).filter(|(_, requirement)| !requirement.met());
    not_met.any(|(rules, _)| {
        let exams = exams_of(rules);
        let shared = !asked.is_disjoint(&exams);
        asked.extend(exams);
        shared
    })
}

/// Every exam that a requirement names.
fn exams_of(requirement: &Requirement) -> BTreeSet<ExamId> {
    match requirement {
        Requirement::Revenue(_) => BTreeSet::new(),
        Requirement::Roster(it) => {
            it.roles.iter().flat_map(|role| role.clauses.iter().flatten().flatten()).copied().collect()
        }
        Requirement::AnyOf(it) => it.alternatives.iter().flat_map(exams_of).collect(),
    }
}

impl Context<'_> {
    fn option(&mut self, option: &AttainmentOption) -> OptionReadiness {
        let evaluated: Vec<(LevelReadiness, Passes)> = option.levels.iter().map(|level| self.level(level)).collect();
        let (mut levels, passes): (Vec<LevelReadiness>, Vec<(LevelId, Passes)>) = evaluated
            .into_iter()
            .map(|(level, passes)| {
                let id = level.id;
                (level, (id, passes))
            })
            .unzip();
        for level in &mut levels {
            level.next = next_steps(level.id, &passes);
        }
        OptionReadiness { levels, path: path(&self.roster, option) }
    }

    fn level(&mut self, level: &Level) -> (LevelReadiness, Passes) {
        self.passes.clear();
        let requirements = self.requirements(&level.requirements);
        let exams_may_be_fewer = exams_are_shared(&level.requirements, &requirements);
        let met = requirements.iter().all(RequirementReadiness::met);
        let level = LevelReadiness { id: level.id, met, requirements, exams_may_be_fewer, next: Vec::new() };
        (level, std::mem::take(&mut self.passes))
    }

    fn requirements(&mut self, requirements: &[Requirement]) -> Vec<RequirementReadiness> {
        requirements.iter().map(|requirement| self.requirement(requirement)).collect()
    }

    fn requirement(&mut self, requirement: &Requirement) -> RequirementReadiness {
        match requirement {
            Requirement::Revenue(it) => RequirementReadiness::Revenue(self.revenue(it)),
            Requirement::Roster(it) => {
                let (roster, passes) = fill_roster(&self.roster, it);
                self.passes.extend(passes);
                RequirementReadiness::Roster(roster)
            }
            Requirement::AnyOf(it) => {
                let before = self.passes.clone();
                let alternatives = self.requirements(&it.alternatives);
                let met = alternatives.iter().any(RequirementReadiness::met);
                if met {
                    // With one alternative met, the others need not come nearer.
                    self.passes = before;
                }
                RequirementReadiness::AnyOf(AnyOfReadiness { id: it.id.clone(), met, alternatives })
            }
        }
    }

    fn revenue(&mut self, requirement: &RevenueRequirement) -> RevenueReadiness {
        let (readiness, verdicts) = self.sales.judge(requirement, self.settings);
        if readiness.threshold.is_none() {
            let market = Some(self.settings.market.as_str().into());
            self.findings.push(Finding { value: market, ..Finding::overall(FindingCode::NoThreshold) });
        }
        if self.has_revenue {
            // A sale counts when it does for one requirement; else the reason that it met last says most.
            for (known, new) in self.sale_verdicts.iter_mut().zip(verdicts) {
                *known = (*known).and_then(|known| new.map(|new| known.max(new)));
            }
        } else {
            self.sale_verdicts = verdicts;
            self.has_revenue = true;
        }
        readiness
    }
}

/// What the user chose for an evaluation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Settings {
    /// The day to evaluate for.
    pub as_of: NaiveDate,
    /// Which threshold applies.
    pub market: Market,
    /// How the trailing months are cut.
    pub window: WindowKind,
    /// Whether sales from files without an association column count as associated.
    pub assume_associated: bool,
    /// The files, by name, of which that holds without it being said for all.
    pub associated_files: BTreeSet<String>,
    /// The customers, as files write them, of whom that holds.
    pub associated_customers: BTreeSet<String>,
    /// US dollars for one unit of a currency, by its ISO 4217 code.
    pub rates: BTreeMap<String, Decimal>,
    /// People, by id, who must take a seat of a role, by its id, in every roster that has that role.
    pub pins: BTreeMap<String, String>,
    /// People, by id, who must take no seat.
    pub kept_out: BTreeSet<String>,
}

impl Settings {
    /// The settings of a new user on a day.
    pub fn on(as_of: NaiveDate) -> Self {
        Self {
            as_of,
            market: Market::default(),
            window: WindowKind::default(),
            assume_associated: false,
            associated_files: BTreeSet::new(),
            associated_customers: BTreeSet::new(),
            rates: BTreeMap::new(),
            pins: BTreeMap::new(),
            kept_out: BTreeSet::new(),
        }
    }

    /// Whether a sale counts as associated though its file has no word on it.
    pub fn takes_as_associated(&self, sale: &Sale) -> bool {
        self.assume_associated
            || self.associated_files.contains(&*sale.place.file)
            || self.associated_customers.contains(&*sale.customer)
    }

    /// What a sale comes to in another currency; nothing where a rate is wanting.
    pub fn convert(&self, sale: &Sale, currency: &str) -> Option<Decimal> {
        revenue::convert(sale.amount, &sale.currency, currency, &self.rates)
    }
}
