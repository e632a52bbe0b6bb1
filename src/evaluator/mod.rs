//! The evaluator: what counts, who takes which seat, and what is missing. Pure and total: it cannot fail.

mod assignment;
mod credentials;
mod readiness;
mod revenue;
mod roles;
mod roster;
mod window;

pub use readiness::*;
pub use revenue::trailing_revenue;
pub use window::{Window, WindowKind};

use std::collections::BTreeMap;

use chrono::NaiveDate;
use rust_decimal::Decimal;

use crate::ledger::{Finding, FindingCode, Ledger};
use crate::rulebook::{Level, Market, Requirement, RevenueRequirement, Rulebook};

use credentials::{Holdings, judge_credentials};
use revenue::Sales;
use roster::fill_roster;

/// How far a company is from each level.
///
/// Levels are evaluated apart: Gold says nothing of Silver. Within a roster a person takes one seat at most; two rosters
/// may use the same people.
pub fn evaluate(rulebook: &Rulebook, ledger: &Ledger, settings: &Settings) -> Readiness {
    let names = rulebook.names();
    let (credentials, people) = judge_credentials(rulebook, &names, ledger, settings.as_of);
    let mut context = Context {
        rulebook,
        settings,
        people,
        sales: Sales::new(&names, ledger),
        sale_verdicts: vec![Some(SaleLeftOut::OutOfScope); ledger.sales.len()],
        has_revenue: false,
        findings: Vec::new(),
    };
    let options = rulebook
        .options
        .iter()
        .map(|option| OptionReadiness { levels: option.levels.iter().map(|level| context.level(level)).collect() })
        .collect();
    let mut findings = context.findings;
    findings.extend(ledger.findings.iter().cloned());
    findings.sort();
    findings.dedup();
    Readiness { settings: settings.clone(), options, credentials, sales: context.sale_verdicts, findings }
}

/// What the requirements of one evaluation share.
struct Context<'a> {
    rulebook: &'a Rulebook,
    settings: &'a Settings,
    people: Vec<Holdings>,
    sales: Sales<'a>,
    sale_verdicts: Vec<Option<SaleLeftOut>>,
    has_revenue: bool,
    findings: Vec<Finding>,
}

impl Context<'_> {
    fn level(&mut self, level: &Level) -> LevelReadiness {
        let requirements = self.requirements(&level.requirements);
        LevelReadiness { id: level.id, met: requirements.iter().all(RequirementReadiness::met), requirements }
    }

    fn requirements(&mut self, requirements: &[Requirement]) -> Vec<RequirementReadiness> {
        requirements.iter().map(|requirement| self.requirement(requirement)).collect()
    }

    fn requirement(&mut self, requirement: &Requirement) -> RequirementReadiness {
        match requirement {
            Requirement::Revenue(it) => RequirementReadiness::Revenue(self.revenue(it)),
            Requirement::Roster(it) => {
                RequirementReadiness::Roster(fill_roster(self.rulebook, it, &self.people, self.settings.as_of))
            }
            Requirement::AnyOf(it) => {
                let alternatives = self.requirements(&it.alternatives);
                let met = alternatives.iter().any(RequirementReadiness::met);
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
    /// US dollars for one unit of a currency, by its ISO 4217 code.
    pub rates: BTreeMap<String, Decimal>,
}

impl Settings {
    /// The settings of a new user on a day.
    pub fn on(as_of: NaiveDate) -> Self {
        Self {
            as_of,
            market: Market::default(),
            window: WindowKind::default(),
            assume_associated: false,
            rates: BTreeMap::new(),
        }
    }
}
