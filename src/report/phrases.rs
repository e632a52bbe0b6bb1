//! A result in words that the window, the summary and the text share.

use std::sync::Arc;

use chrono::NaiveDate;
use rust_decimal::Decimal;

use crate::evaluator::{
    LevelReadiness, RequirementReadiness, RevenueReadiness, RoleReadiness, RosterReadiness, Seat, Taker,
};
use crate::ledger::{CredentialRow, Finding, Ledger, NameLikeness, round_down, round_up};
use crate::rulebook::{Bundle, Rulebook};
use crate::texts::Texts;

/// How far a level is, in a few words: "Ready", "Ready until 30 Sep 2017", "1 exam away", "3 exams and 172,650 USD away".
pub fn verdict(level: &LevelReadiness, texts: &Texts) -> String {
    if level.met {
        let until = level.falls_short_on().map(|day| texts.with("ready-until", &[("day", texts.date(day).into())]));
        return until.unwrap_or_else(|| texts.get("ready"));
    }
    let verdict = gap_in_words(level, texts);
    if level.exams_may_be_fewer { texts.with("at-most", &[("verdict", verdict.into())]) } else { verdict }
}

fn gap_in_words(level: &LevelReadiness, texts: &Texts) -> String {
    let mut gap = Gap::default();
    level.requirements.iter().for_each(|requirement| gap.add(requirement));
    let exams = || ("exams", gap.exams.into());
    match (gap.exams, &gap.money) {
        (0, _) if gap.no_threshold => texts.get("not-known-away"),
        (_, _) if gap.no_threshold => texts.with("exams-away-no-threshold", &[exams()]),
        (0, Some((amount, currency))) => texts.with("money-away", &[("money", texts.money(*amount, currency).into())]),
        (0, None) => texts.get("not-met"),
        (_, None) => texts.with("exams-away", &[exams()]),
        (_, Some((amount, currency))) => {
            texts.with("exams-and-money-away", &[exams(), ("money", texts.money(*amount, currency).into())])
        }
    }
}

/// Exams of which one is enough: "one of MB2-710, MB2-706", or just "MB2-710" where there is no choice.
pub fn one_of(bundles: &[Bundle], rulebook: &Rulebook, texts: &Texts) -> String {
    let names: Vec<String> = bundles.iter().map(|bundle| bundle_name(bundle, rulebook, texts)).collect();
    match names.as_slice() {
        [only] => only.clone(),
        _ => texts.with("one-of", &[("exams", names.join(", ").into())]),
    }
}

/// How two names are alike: "one letter differs".
pub fn likeness(why: NameLikeness, texts: &Texts) -> String {
    texts.get(&format!("likeness-{}", why.as_str()))
}

/// Words of which any one will do: "A, B or C".
pub fn either(mut words: Vec<String>, texts: &Texts) -> String {
    let last = words.pop().unwrap_or_default();
    if words.is_empty() {
        return last;
    }
    texts.with("either", &[("first", words.join(", ").into()), ("last", last.into())])
}

/// A title as it stands within a sentence: "customization specialist", but "`BizTalk` specialist".
pub fn in_sentence(title: &str) -> String {
    let first = title.split_whitespace().next().unwrap_or_default();
    let mut letters = title.chars();
    match letters.next() {
        Some(letter) if first.chars().skip(1).all(char::is_lowercase) => letter.to_lowercase().chain(letters).collect(),
        _ => title.to_owned(),
    }
}

/// Exams that go together: "70-334 and 70-333".
pub fn bundle_name(bundle: &Bundle, rulebook: &Rulebook, texts: &Texts) -> String {
    bundle
        .iter()
        .map(|exam| rulebook.exam(*exam).code.clone())
        .reduce(|first, second| texts.with("bundle-and", &[("first", first.into()), ("second", second.into())]))
        .unwrap_or_default()
}

/// "127,350 of 100,000 USD"; just the amount where there is no threshold.
pub fn revenue_of_threshold(revenue: &RevenueReadiness, texts: &Texts) -> String {
    let counted = round_down(revenue.counted, &revenue.currency);
    match revenue.threshold {
        None => texts.money(counted, &revenue.currency),
        Some(threshold) => {
            let plain = if counted.fract().is_zero() { texts.number(counted.trunc()) } else { texts.number(counted) };
            let threshold = texts.money(threshold, &revenue.currency);
            texts.with("amount-of", &[("counted", plain.into()), ("threshold", threshold.into())])
        }
    }
}

/// Who takes a seat: a name, or "Somebody (anyone of 14 people)".
pub fn taker(roster: &RosterReadiness, role: &RoleReadiness, seat: &Seat, ledger: &Ledger, texts: &Texts) -> String {
    let who = match roster.taker(role, seat) {
        Taker::Person(person) => return ledger.person(person).label().to_owned(),
        Taker::AnyoneOf(people) => texts.with("anyone-of", &[("people", people.into())]),
        Taker::NewPerson => texts.get("new-person"),
    };
    format!("{} ({who})", texts.get("somebody"))
}

/// Where a finding is: "skills.xlsx · Export · 12 · Pass date · 31/31/2016", without what is not known. What is set against
/// the value follows it: "MB2-7l4 → MB2-714".
pub fn finding_place(finding: &Finding) -> String {
    let row = finding.row.map(|row| row.to_string());
    let value = match (&finding.value, &finding.other) {
        (Some(value), Some(other)) => Some(format!("{value} → {other}")),
        (value, other) => value.as_ref().or(other.as_ref()).map(ToString::to_string),
    };
    [finding.file.as_deref(), finding.sheet.as_deref(), row.as_deref(), finding.column.as_deref(), value.as_deref()]
        .into_iter()
        .flatten()
        .filter(|part| !part.is_empty())
        .collect::<Vec<_>>()
        .join(" · ")
}

/// When an exam was passed: "passed 27 Jun 2017", or that the day is not known.
pub fn passed_on(day: NaiveDate, texts: &Texts) -> String {
    if CredentialRow::is_undated(day) {
        return texts.get("passed-undated");
    }
    texts.with("passed-on", &[("day", texts.date(day).into())])
}

/// What might stand there instead, in words; empty where the finding knows nothing.
pub fn finding_other(texts: &Texts, finding: &Finding) -> String {
    let words = |other: &Arc<str>| {
        texts.with(&format!("finding-{}.other", finding.code.as_str()), &[("other", (**other).into())])
    };
    finding.other.as_ref().map(words).unwrap_or_default()
}

/// What a level lacks, added up over its requirements.
#[derive(Default)]
struct Gap {
    exams: u32,
    money: Option<(Decimal, String)>,
    no_threshold: bool,
}

impl Gap {
    fn add(&mut self, requirement: &RequirementReadiness) {
        match requirement {
            RequirementReadiness::Roster(roster) => self.exams += roster.missing_exams,
            RequirementReadiness::Revenue(revenue) => match revenue.shortfall {
                None => self.no_threshold = true,
                Some(shortfall) if !revenue.met => {
                    self.add_money(round_up(shortfall, &revenue.currency), &revenue.currency);
                }
                Some(_) => {}
            },
            // The alternative that lacks the fewest exams stands for all.
            RequirementReadiness::AnyOf(any) if !any.met => {
                let gaps = any.alternatives.iter().map(|alternative| {
                    let mut gap = Self::default();
                    gap.add(alternative);
                    gap
                });
                if let Some(least) = gaps.min_by_key(|gap| (gap.no_threshold, gap.exams, gap.money.clone())) {
                    self.exams += least.exams;
                    self.no_threshold |= least.no_threshold;
                    if let Some((amount, currency)) = least.money {
                        self.add_money(amount, &currency);
                    }
                }
            }
            RequirementReadiness::AnyOf(_) => {}
        }
    }

    /// Several revenue lines that fall short: the largest gap is named, since one sale may serve more than one line.
    fn add_money(&mut self, amount: Decimal, currency: &str) {
        if self.money.as_ref().is_none_or(|(known, _)| *known < amount) {
            self.money = Some((amount, currency.to_owned()));
        }
    }
}
