//! Why a result is what it is, what puts it at risk, and what to do next: sentences that the window, the summary and the
//! text share.

use chrono::NaiveDate;

use crate::evaluator::{
    LevelReadiness, NextStep, Path, RequirementReadiness, RevenueReadiness, RoleReadiness, RosterReadiness,
};
use crate::ledger::{PersonId, round_up};
use crate::rulebook::{Requirement, RosterRequirement};

use super::Report;
use super::phrases::{either, in_sentence};

/// How many names a sentence holds before it only counts the rest.
const NAMES: usize = 4;

/// How many departures are still told as a risk.
const MANY_LEAVE: usize = 3;

impl Report<'_> {
    /// Why a roster can't do with fewer exams, in one or two sentences; nothing when none is missing.
    ///
    /// A shortage of people says it where it accounts for every missing exam; else the prices of the proof do.
    pub fn why(&self, rules: &RosterRequirement, roster: &RosterReadiness) -> Option<String> {
        let texts = self.texts;
        let proof = &roster.proof;
        if roster.met {
            return None;
        }
        let wishes = ("exams", roster.extra_exams.into());
        if proof.bound == 0 {
            return Some(texts.with("why-wishes-alone", &[wishes]));
        }
        let title = |role: &usize| rules.roles.get(*role).map(|role| texts.pick(&role.title).to_owned());
        let mut sentence = match &proof.shortage {
            Some(shortage) if shortage.seats - shortage.qualified == to_usize(proof.bound) => texts.with(
                "why-shortage",
                &[
                    ("roles", self.list(shortage.roles.iter().filter_map(title).collect()).into()),
                    ("count", shortage.roles.len().into()),
                    ("seats", shortage.seats.into()),
                    ("people", shortage.qualified.into()),
                    ("exams", proof.bound.into()),
                ],
            ),
            _ => {
                let saved: u32 = proof.credits.iter().map(|(_, credit)| credit).sum();
                let who = proof.credits.iter().map(|(person, _)| *person).collect::<Vec<_>>();
                let asked = ("asked", (proof.bound + saved).into());
                if saved == 0 {
                    texts.with("why-nothing-held", &[asked])
                } else {
                    let saved = ("saved", saved.into());
                    texts.with(
                        "why-prices",
                        &[asked, saved, ("who", self.names(&who).into()), ("exams", proof.bound.into())],
                    )
                }
            }
        };
        if roster.extra_exams > 0 {
            sentence.push(' ');
            sentence.push_str(&texts.with("why-wishes", &[wishes]));
        }
        Some(sentence)
    }

    /// What puts a level at risk, a sentence each: revenue that rolls out of the window, credentials that end, people who
    /// can't be spared.
    pub fn risks(&self, rules: &[Requirement], level: &LevelReadiness) -> Vec<String> {
        let pairs = rules.iter().zip(&level.requirements);
        pairs.flat_map(|(rules, requirement)| self.risks_of(rules, requirement)).collect()
    }

    /// What puts a requirement at risk, a sentence each.
    pub(super) fn risks_of(&self, rules: &Requirement, requirement: &RequirementReadiness) -> Vec<String> {
        match (rules, requirement) {
            (_, RequirementReadiness::Revenue(revenue)) => self.revenue_risk(revenue).into_iter().collect(),
            (Requirement::Roster(rules), RequirementReadiness::Roster(roster)) => self.roster_risks(rules, roster),
            (Requirement::AnyOf(rules), RequirementReadiness::AnyOf(any)) => {
                // Only while a single alternative is met does its risk matter.
                let pairs = rules.alternatives.iter().zip(&any.alternatives);
                let mut met = pairs.filter(|(_, alternative)| alternative.met());
                let only = met.next().filter(|_| met.next().is_none());
                only.map(|(rules, only)| self.risks_of(rules, only)).unwrap_or_default()
            }
            _ => Vec::new(),
        }
    }

    fn revenue_risk(&self, revenue: &RevenueReadiness) -> Option<String> {
        let (day, threshold) = (revenue.falls_short_on?, revenue.threshold?);
        Some(self.texts.with(
            "risk-revenue",
            &[("money", self.texts.money(threshold, &revenue.currency).into()), ("day", self.texts.date(day).into())],
        ))
    }

    fn roster_risks(&self, rules: &RosterRequirement, roster: &RosterReadiness) -> Vec<String> {
        let texts = self.texts;
        let mut risks = Vec::new();
        if let Some(day) = roster.falls_short_on {
            risks.push(texts.with("risk-roster", &[("day", texts.date(day).into())]));
        }
        match roster.leavers.as_deref() {
            // One departure loses it: whoever is essential says it better. And many people don't leave at once.
            Some(leavers) if (2..=MANY_LEAVE).contains(&leavers.len()) => {
                let names = self.names(leavers).into();
                risks.push(texts.with("risk-departures", &[("people", leavers.len().into()), ("who", names)]));
            }
            _ => {}
        }
        risks.extend(self.essential(rules, roster));
        risks
    }

    /// Who can't be spared: those of whom a role has no others are named with it.
    fn essential(&self, rules: &RosterRequirement, roster: &RosterReadiness) -> Vec<String> {
        let texts = self.texts;
        let mut others = roster.essential.clone();
        let mut sentences = Vec::new();
        for (rules, role) in rules.roles.iter().zip(&roster.roles) {
            if role.only.is_empty() || !role.only.iter().all(|person| roster.essential.contains(person)) {
                continue;
            }
            others.retain(|person| !role.only.contains(person));
            let role_name = in_sentence(texts.pick(&rules.title)).into();
            let values =
                [("people", role.only.len().into()), ("who", self.names(&role.only).into()), ("role", role_name)];
            sentences.push(texts.with("risk-only", &values));
        }
        if !others.is_empty() {
            let values = [("people", others.len().into()), ("who", self.names(&others).into())];
            sentences.push(texts.with("risk-essential", &values));
        }
        sentences
    }

    /// What somebody should sit next, and what for: "Ana Núñez: MB2-710 or MB2-706 (Silver, Gold)".
    pub fn next_step(&self, step: &NextStep) -> String {
        let texts = self.texts;
        let who =
            step.person.map_or_else(|| texts.get("somebody"), |person| self.ledger.person(person).label().to_owned());
        let exams = step.exams.iter().map(|exam| self.rulebook.exam(*exam).code.clone()).collect();
        let levels: Vec<String> = step.serves.iter().map(|level| texts.get(&format!("level-{level}"))).collect();
        texts.with(
            "next-step",
            &[("who", who.into()), ("exams", either(exams, texts).into()), ("levels", levels.join(", ").into())],
        )
    }

    /// What the way to Gold asks for at Silver, where the plainly cheapest Silver would waste an exam.
    pub fn path(&self, path: &Path) -> Option<String> {
        let wasted = path.to_gold_after_silver_alone.checked_sub(path.to_gold).filter(|wasted| *wasted > 0)?;
        let who: Vec<PersonId> = path.seats.iter().filter_map(|(_, person, _)| *person).collect();
        Some(self.texts.with(
            "path",
            &[
                ("silver", path.to_silver.into()),
                ("who", self.names(&who).into()),
                ("plain", path.to_silver_alone.into()),
                ("wasted", wasted.into()),
            ],
        ))
    }

    /// What has to be renewed within a year to keep a roster.
    pub fn renewals(&self, roster: &RosterReadiness) -> Vec<String> {
        let texts = self.texts;
        let mut lines: Vec<String> = roster
            .endings
            .to_renew
            .iter()
            .map(|ending| {
                texts.with(
                    "renew",
                    &[
                        ("who", self.ledger.person(ending.person).label().into()),
                        ("exam", self.rulebook.exam(ending.exam).code.as_str().into()),
                        ("day", texts.date(ending.last_day).into()),
                    ],
                )
            })
            .collect();
        if roster.endings.not_by_renewals {
            lines.push(texts.get("renew-impossible"));
        }
        lines
    }

    /// What must be sold anew to stay above a threshold: the first month in which something is missing, and the last one.
    pub fn revenue_to_stay(&self, revenue: &RevenueReadiness) -> Option<String> {
        let missing = |it: &&crate::evaluator::MonthOutlook| it.needed.is_some_and(|needed| !needed.is_zero());
        let first = revenue.outlook.iter().find(missing).filter(|_| revenue.met)?;
        let last = revenue.outlook.iter().rfind(missing)?;
        let money = |month: &crate::evaluator::MonthOutlook| {
            let needed = round_up(month.needed.unwrap_or_default(), &revenue.currency);
            self.texts.money(needed, &revenue.currency)
        };
        let day = |day: NaiveDate| self.texts.date(day);
        if first.needed == last.needed {
            let values = [("first", money(first).into()), ("by", day(first.day).into())];
            return Some(self.texts.with("sell-to-stay-once", &values));
        }
        Some(self.texts.with(
            "sell-to-stay",
            &[
                ("first", money(first).into()),
                ("by", day(first.day).into()),
                ("last", money(last).into()),
                ("until", day(last.day).into()),
            ],
        ))
    }

    /// Who else could take a seat of a role with no more exams missing.
    pub fn stand_ins(&self, role: &RoleReadiness) -> Option<String> {
        let names = || self.names(&role.stand_ins).into();
        (!role.stand_ins.is_empty()).then(|| self.texts.with("stand-ins", &[("who", names())]))
    }

    /// How much is assumed: "1 assumed pass and 1 assumed sale".
    pub fn assumed(&self) -> String {
        let assumed = &self.ledger.assumptions;
        let counts = [
            ("assumed-passes", assumed.passes.len()),
            ("assumed-leavers", assumed.leavers.len()),
            ("assumed-sales", assumed.sales.len()),
        ];
        let counts = counts.into_iter().filter(|(_, count)| *count > 0);
        self.list(counts.map(|(id, count)| self.texts.with(id, &[("count", count.into())])).collect())
    }

    /// What is assumed, a line each: passes, then who left, then sales.
    pub fn assumptions(&self) -> Vec<String> {
        let texts = self.texts;
        let assumed = &self.ledger.assumptions;
        let name = |id: &String| {
            let person = self.ledger.find_person(id);
            person.map_or_else(|| id.clone(), |person| self.ledger.person(person).label().to_owned())
        };
        let passes = assumed.passes.iter().map(|pass| {
            texts.with("assumed-pass", &[("who", name(&pass.person).into()), ("exam", (*pass.exam).into())])
        });
        let left = |id: &&String| self.ledger.left.iter().find(|person| person.id == **id);
        let leavers = assumed.leavers.iter().map(|id| {
            let who = left(&id).map_or_else(|| name(id), |person| person.label().to_owned());
            texts.with("assumed-left", &[("who", who.into())])
        });
        let sales = assumed.sales.iter().map(|sale| {
            let money = texts.money(sale.amount, &sale.currency);
            texts.with("assumed-sold", &[("money", money.into()), ("day", texts.date(sale.date).into())])
        });
        passes.chain(leavers).chain(sales).collect()
    }

    /// Each roster of a level with its rules. Of *any of*, those that are met, or all where none is.
    pub fn rosters<'a>(
        rules: &'a [Requirement],
        requirements: &'a [RequirementReadiness],
    ) -> Vec<(&'a RosterRequirement, &'a RosterReadiness)> {
        let pairs = rules.iter().zip(requirements);
        pairs
            .flat_map(|(rules, requirement)| match (rules, requirement) {
                (Requirement::Roster(rules), RequirementReadiness::Roster(roster)) => vec![(rules, roster)],
                (Requirement::AnyOf(rules), RequirementReadiness::AnyOf(any)) => {
                    let mut rosters = Self::rosters(&rules.alternatives, &any.alternatives);
                    rosters.retain(|(_, roster)| roster.met || !any.met);
                    rosters
                }
                _ => Vec::new(),
            })
            .collect()
    }

    /// "Ana, Bea and 3 others".
    fn names(&self, people: &[PersonId]) -> String {
        let mut names: Vec<String> =
            people.iter().take(NAMES).map(|person| self.ledger.person(*person).label().to_owned()).collect();
        if people.len() > NAMES {
            names.push(self.texts.with("others", &[("count", (people.len() - NAMES).into())]));
        }
        self.list(names)
    }

    /// "A, B and C".
    pub(super) fn list(&self, mut words: Vec<String>) -> String {
        match (words.pop(), words.is_empty()) {
            (None, _) => String::new(),
            (Some(only), true) => only,
            (Some(last), false) => self
                .texts
                .with(self.texts.and_before(&last), &[("first", words.join(", ").into()), ("second", last.into())]),
        }
    }
}

fn to_usize(count: u32) -> usize {
    usize::try_from(count).unwrap_or(usize::MAX)
}
