//! Past results in words.

use std::collections::BTreeMap;

use rust_decimal::Decimal;

use crate::ledger::{round_down, round_up};
use crate::rulebook::builtins;
use crate::texts::Texts;
use crate::workspace::history::{Edition, Figures, LevelResult, MonthOfSales, RequirementResult};

/// How far a level was: "Ready", "1 exam and 20,000 USD away".
pub fn verdict(level: &LevelResult, texts: &Texts) -> String {
    if level.met {
        return texts.get("ready");
    }
    // Of several alternatives the one that lacks the fewest exams stands for all.
    let mut kinds: BTreeMap<&str, Vec<&RequirementResult>> = BTreeMap::new();
    for requirement in &level.requirements {
        kinds.entry(requirement.path.first().map_or("", String::as_str)).or_default().push(requirement);
    }
    let mut away = Away::default();
    for requirements in kinds.values() {
        if let Some(least) = requirements.iter().map(|it| Away::of(it)).min_by_key(Away::order) {
            away.exams += least.exams;
            away.no_threshold |= least.no_threshold;
            away.money = away.money.max(least.money);
        }
    }
    let exams = ("exams", away.exams.into());
    match (away.exams, away.money) {
        (0, _) if away.no_threshold => texts.get("not-known-away"),
        (_, _) if away.no_threshold => texts.with("exams-away-no-threshold", &[exams]),
        (0, Some((amount, currency))) => texts.with("money-away", &[("money", texts.money(amount, currency).into())]),
        (0, None) => texts.get("not-met"),
        (_, None) => texts.with("exams-away", &[exams]),
        (_, Some((amount, currency))) => {
            texts.with("exams-and-money-away", &[exams, ("money", texts.money(amount, currency).into())])
        }
    }
}

/// A competency and its edition.
pub fn edition(edition: &Edition, texts: &Texts) -> String {
    let known = builtins().iter().find(|rulebook| rulebook.id == edition.id);
    let title = known.map_or(edition.id.as_str(), |rulebook| texts.pick(&rulebook.title));
    format!("{title}, {}", texts.with("edition", &[("edition", edition.edition.as_str().into())]))
}

/// How far a requirement was: "127,350 of 100,000 USD", "2 exams missing".
pub fn figures(result: &RequirementResult, texts: &Texts) -> String {
    match &result.figures {
        Figures::Revenue { currency, counted, threshold, .. } => {
            let counted = round_down(*counted, currency);
            match threshold {
                None => texts.money(counted, currency),
                Some(threshold) => {
                    let plain = if counted.fract().is_zero() {
                        texts.number(counted.trunc())
                    } else {
                        texts.amount(counted, currency)
                    };
                    let values = [("counted", plain.into()), ("threshold", texts.money(*threshold, currency).into())];
                    texts.with("amount-of", &values)
                }
            }
        }
        Figures::Roster { missing_exams: 0, .. } => texts.get("history-seats-filled"),
        Figures::Roster { missing_exams, .. } => {
            texts.with("history-exams-missing", &[("exams", (*missing_exams).into())])
        }
    }
}

/// Sales of some months: "3 sales, 12,000 USD (Apr 2017 – Jun 2017)", a line for each currency.
pub fn sales(months: &[MonthOfSales], texts: &Texts) -> Vec<String> {
    let mut currencies: BTreeMap<&str, Vec<&MonthOfSales>> = BTreeMap::new();
    for month in months {
        currencies.entry(&month.currency).or_default().push(month);
    }
    let line = |(currency, months): (&str, Vec<&MonthOfSales>)| {
        let sum: Decimal = months.iter().fold(Decimal::ZERO, |sum, month| sum.saturating_add(month.sum));
        let count: i64 = months.iter().map(|month| month.count).sum();
        let name = |month: Option<&&MonthOfSales>| month.map(|it| texts.month(it.month)).unwrap_or_default();
        let (first, last) = (name(months.first()), name(months.last()));
        let span = if first == last { first } else { format!("{first} – {last}") };
        let values = [
            ("count", count.unsigned_abs().into()),
            ("number", texts.number(count.abs().into()).into()),
            ("money", texts.money(round_down(sum.abs(), currency), currency).into()),
            ("months", span.into()),
        ];
        texts.with("history-sales", &values)
    };
    currencies.into_iter().map(line).collect()
}

/// What a requirement lacks.
#[derive(Default)]
struct Away<'a> {
    exams: u32,
    money: Option<(Decimal, &'a str)>,
    no_threshold: bool,
}

impl<'a> Away<'a> {
    fn of(result: &'a RequirementResult) -> Self {
        match &result.figures {
            _ if result.met => Self::default(),
            Figures::Roster { missing_exams, .. } => Self { exams: *missing_exams, ..Self::default() },
            Figures::Revenue { threshold: None, .. } => Self { no_threshold: true, ..Self::default() },
            Figures::Revenue { threshold: Some(threshold), counted, currency, .. } => {
                let short = round_up(*threshold - *counted, currency);
                Self { money: Some((short, currency)), ..Self::default() }
            }
        }
    }

    fn order(&self) -> (bool, u32, Option<(Decimal, &'a str)>) {
        (self.no_threshold, self.exams, self.money)
    }
}
