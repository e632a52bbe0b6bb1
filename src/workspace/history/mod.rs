//! Past results, each as small as it can be and still say what changed since.

mod difference;

pub use difference::{
    Cause, Difference, LevelChange, LostBecause, LostCredential, MonthOfSales, RequirementChange, SalesChange, Setting,
    difference,
};

use std::collections::BTreeMap;
use std::sync::Arc;

use chrono::{Datelike, NaiveDate};
use rust_decimal::Decimal;

use super::Workspace;
use crate::evaluator::{Readiness, RequirementReadiness, Settings, evaluate};
use crate::ledger::{Assumptions, Ledger, SaleDate};
use crate::rulebook::{LevelId, Rulebook};

/// A result as it was on a day, without what was only assumed.
#[derive(Debug, Clone, PartialEq)]
pub struct Snapshot {
    /// The day on which it was taken.
    pub taken: NaiveDate,
    /// Which rules applied.
    pub edition: Edition,
    /// What the user had chosen.
    pub settings: Settings,
    /// How far the company was from each level, in the rulebook's order.
    pub levels: Vec<LevelResult>,
    /// Everybody who was known, by id, each with what they are called.
    pub people: BTreeMap<Arc<str>, Arc<str>>,
    /// The credentials that counted, by person and exam.
    pub credentials: Vec<HeldCredential>,
    /// The sales that counted, summed by day.
    pub sales: Vec<DayOfSales>,
}

/// One edition of a rulebook.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Edition {
    /// The competency.
    pub id: String,
    /// Its edition.
    pub edition: String,
}

/// How far the company was from a level.
#[derive(Debug, Clone, PartialEq)]
pub struct LevelResult {
    /// Which of the ways to attain the competency.
    pub option: String,
    /// Which level.
    pub level: LevelId,
    /// Whether it was met.
    pub met: bool,
    /// What it asked for. Of several alternatives each stands here for itself.
    pub requirements: Vec<RequirementResult>,
}

/// How far the company was from a requirement.
#[derive(Debug, Clone, PartialEq)]
pub struct RequirementResult {
    /// Its name within its level; before it the names of the requirements of which it is an alternative.
    pub path: Vec<String>,
    /// Whether it was met.
    pub met: bool,
    /// In figures.
    pub figures: Figures,
}

/// How far the company was from a requirement, in figures.
#[derive(Debug, Clone, PartialEq)]
pub enum Figures {
    /// Revenue.
    Revenue {
        /// The first day of the window.
        from: NaiveDate,
        /// The last day of the window.
        to: NaiveDate,
        /// The currency of the amounts.
        currency: String,
        /// How much counted.
        counted: Decimal,
        /// How much was asked; nothing where the edition said nothing for the market.
        threshold: Option<Decimal>,
    },
    /// People.
    Roster {
        /// The exams that were missing.
        missing_exams: u32,
        /// The seats for which there was nobody.
        new_people: u32,
    },
}

/// A credential that counted.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct HeldCredential {
    /// The person's id.
    pub person: Arc<str>,
    /// The exam's code.
    pub exam: Arc<str>,
    /// When it was passed.
    pub passed: NaiveDate,
    /// The last day on which it counts; for ever where there is none.
    pub until: Option<NaiveDate>,
}

/// The sales of a day that counted, in one currency.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DayOfSales {
    /// The day, or the first of the month where only that is known.
    pub day: NaiveDate,
    /// Whether only the month is known.
    pub is_month: bool,
    /// The currency.
    pub currency: Arc<str>,
    /// How many.
    pub count: u32,
    /// Their sum.
    pub sum: Decimal,
}

/// All snapshots together keep no more credentials than this, or a large company's would outgrow its records.
const MOST_CREDENTIALS: usize = 250_000;

/// So many days are kept each; of the time before, the last of each month.
const DAYS_KEPT: usize = 62;

impl Workspace {
    /// The result as it is now, where it is worth keeping: where it says something else than the last one that was kept.
    pub fn new_result(&self, today: NaiveDate) -> Option<Snapshot> {
        let now = (!self.sources.is_empty()).then(|| self.snapshot(today))?;
        self.snapshots.last().is_none_or(|last| !last.says_the_same(&now)).then_some(now)
    }

    /// The result as it is now, whatever is assumed.
    pub fn snapshot(&self, today: NaiveDate) -> Snapshot {
        let ledger = Self { assumptions: Assumptions::default(), ..self.clone() }.ledger();
        let readiness = evaluate(&self.rulebook, &ledger, &self.settings);
        Snapshot::new(today, &self.rulebook, &ledger, &readiness)
    }

    /// Keeps a result, in place of another of the same day. Old ones are thinned out.
    pub fn keep(&mut self, snapshot: Snapshot) {
        self.snapshots.retain(|known| known.taken != snapshot.taken);
        let place = self.snapshots.partition_point(|known| known.taken < snapshot.taken);
        self.snapshots.insert(place, snapshot);

        let old = self.snapshots.len().saturating_sub(DAYS_KEPT);
        let month = |snapshot: &Snapshot| (snapshot.taken.year(), snapshot.taken.month());
        let last_of_month: Vec<bool> =
            self.snapshots.windows(2).map(|pair| month(&pair[0]) != month(&pair[1])).collect();
        let mut places = 0..;
        self.snapshots.retain(|_| places.next().is_none_or(|place| place >= old || last_of_month[place]));

        let mut credentials: usize = self.snapshots.iter().map(|snapshot| snapshot.credentials.len()).sum();
        while credentials > MOST_CREDENTIALS && self.snapshots.len() > 2 {
            credentials -= self.snapshots.remove(0).credentials.len();
        }
    }
}

impl Snapshot {
    /// Whether another result differs from this one in nothing but its day.
    pub fn says_the_same(&self, other: &Self) -> bool {
        let mut change = difference(self, other);
        change.settings.retain(|setting| *setting != Setting::AsOf);
        change.is_empty()
    }

    /// The result of an evaluation of a ledger.
    pub fn new(taken: NaiveDate, rulebook: &Rulebook, ledger: &Ledger, readiness: &Readiness) -> Self {
        let options = rulebook.options.iter().zip(&readiness.options);
        let levels = options.flat_map(|(option, result)| {
            result.levels.iter().map(|level| LevelResult {
                option: option.id.clone(),
                level: level.id,
                met: level.met,
                requirements: level.requirements.iter().flat_map(|it| results(&[], it)).collect(),
            })
        });
        let ids: Vec<Arc<str>> = ledger.people.iter().map(|person| person.id.as_str().into()).collect();
        let codes: Vec<Arc<str>> = rulebook.exams.iter().map(|exam| exam.code.as_str().into()).collect();
        let counting = ledger.credentials.iter().zip(&readiness.credentials).filter_map(|(credential, verdict)| {
            let exam = verdict.exam.filter(|_| verdict.why_not.is_none() && !credential.assumed)?;
            let until = [credential.expires, rulebook.exam(exam).accepted_until].into_iter().flatten().min();
            let person = ids.get(credential.person.0)?.clone();
            Some(HeldCredential { person, exam: codes.get(exam.0)?.clone(), passed: credential.passed, until })
        });
        let mut credentials: Vec<HeldCredential> = counting.collect();
        credentials.sort();
        let people = ledger.people.iter().zip(&ids).map(|(person, id)| (id.clone(), person.label().into()));
        Self {
            taken,
            edition: Edition { id: rulebook.id.clone(), edition: rulebook.edition.clone() },
            settings: readiness.settings.clone(),
            levels: levels.collect(),
            people: people.collect(),
            credentials,
            sales: days_of_sales(ledger, readiness),
        }
    }
}

/// The results of a requirement, each alternative for itself.
fn results(path: &[String], requirement: &RequirementReadiness) -> Vec<RequirementResult> {
    let path_to = |id: &String| path.iter().chain([id]).cloned().collect::<Vec<_>>();
    match requirement {
        RequirementReadiness::Revenue(it) => {
            let figures = Figures::Revenue {
                from: it.from,
                to: it.to,
                currency: it.currency.clone(),
                counted: it.counted,
                threshold: it.threshold,
            };
            vec![RequirementResult { path: path_to(&it.id), met: it.met, figures }]
        }
        RequirementReadiness::Roster(it) => {
            let figures = Figures::Roster { missing_exams: it.missing_exams, new_people: it.new_people };
            vec![RequirementResult { path: path_to(&it.id), met: it.met, figures }]
        }
        RequirementReadiness::AnyOf(it) => {
            let path = path_to(&it.id);
            it.alternatives.iter().flat_map(|alternative| results(&path, alternative)).collect()
        }
    }
}

fn days_of_sales(ledger: &Ledger, readiness: &Readiness) -> Vec<DayOfSales> {
    let mut days: BTreeMap<(NaiveDate, bool, &Arc<str>), (u32, Decimal)> = BTreeMap::new();
    let counting =
        ledger.sales.iter().zip(&readiness.sales).filter(|(sale, why_not)| why_not.is_none() && !sale.assumed);
    for (sale, _) in counting {
        let is_month = matches!(sale.date, SaleDate::Month(_));
        let (count, sum) = days.entry((sale.date.first_day(), is_month, &sale.currency)).or_default();
        *count = count.saturating_add(1);
        *sum = sum.saturating_add(sale.amount);
    }
    let day = |((day, is_month, currency), (count, sum)): ((_, _, &Arc<str>), _)| DayOfSales {
        day,
        is_month,
        currency: currency.clone(),
        count,
        sum,
    };
    days.into_iter().map(day).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono::Days;

    #[test]
    fn old_results_are_thinned_out_to_one_a_month() {
        let mut workspace = Workspace::sample().unwrap();
        let first: NaiveDate = "2016-01-01".parse().unwrap();
        let snapshot = workspace.snapshot(first);
        for day in 0..400 {
            workspace.keep(Snapshot { taken: first + Days::new(day), ..snapshot.clone() });
        }
        let taken: Vec<String> = workspace.snapshots.iter().map(|it| it.taken.to_string()).collect();
        assert_eq!(taken[..3], ["2016-01-31", "2016-02-29", "2016-03-31"]);
        assert_eq!((taken.len(), taken.last().unwrap().as_str()), (DAYS_KEPT + 11, "2017-02-03"));
        workspace.keep(Snapshot { taken: first + Days::new(399), ..snapshot });
        assert_eq!(workspace.snapshots.len(), taken.len());
    }

    #[test]
    fn what_is_assumed_is_not_kept_as_a_result() {
        let mut workspace = Workspace::sample().unwrap();
        let day = workspace.settings.as_of;
        let before = workspace.snapshot(day);
        let everybody = workspace.ledger().people.into_iter().map(|person| person.id).collect();
        workspace.assumptions.leavers = everybody;
        assert_eq!(workspace.snapshot(day), before);
        assert!(!before.people.is_empty() && !before.credentials.is_empty() && !before.sales.is_empty());
    }

    #[test]
    fn only_a_result_that_says_something_new_is_worth_keeping() {
        let mut workspace = Workspace::sample().unwrap();
        let day = workspace.settings.as_of;
        workspace.keep(workspace.new_result(day).unwrap());
        assert_eq!(workspace.new_result(day + Days::new(1)), None);
        workspace.sources.pop();
        assert!(workspace.new_result(day + Days::new(1)).is_some());
        workspace.sources.clear();
        assert_eq!(workspace.new_result(day), None);
    }
}
