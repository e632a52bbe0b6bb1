//! Past results.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::super::FileFault;
use super::super::columns::{Amount, Collected, Day, Texts, Words, same_length};
use super::super::packed::Packed;
use super::{chosen, named};
use crate::rulebook::LevelId;
use crate::workspace::history as now;

/// All of them. Numbers stand for texts.
#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct History {
    texts: Words,
    snapshots: Vec<Snapshot>,
}

#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Snapshot {
    taken: NaiveDate,
    rulebook: String,
    edition: String,
    settings: chosen::Settings,
    levels: Vec<Level>,
    /// Ids and what people are called.
    people: Vec<(u32, u32)>,
    credentials: Credentials,
    sales: Sales,
}

#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Level {
    option: String,
    id: String,
    met: bool,
    requirements: Vec<Requirement>,
}

#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Requirement {
    path: Vec<String>,
    met: bool,
    figures: Figures,
}

#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
enum Figures {
    Revenue { from: NaiveDate, to: NaiveDate, currency: String, counted: Amount, threshold: Option<Amount> },
    Roster { missing_exams: u32, new_people: u32 },
}

#[derive(Debug, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Credentials {
    people: Vec<u32>,
    exams: Vec<u32>,
    passed: Vec<Day>,
    until: Vec<Option<Day>>,
}

#[derive(Debug, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Sales {
    days: Vec<Day>,
    are_months: Vec<u8>,
    currencies: Vec<u32>,
    counts: Vec<u32>,
    sums: Vec<Amount>,
}

pub(super) fn pack(snapshots: &[now::Snapshot]) -> Result<Packed, FileFault> {
    let mut texts = Collected::default();
    let snapshots = snapshots.iter().map(|snapshot| Snapshot::of(snapshot, &mut texts)).collect();
    Packed::pack(&History { texts: texts.into_texts(), snapshots })
}

pub(super) fn unpack(packed: &Packed) -> Result<Vec<now::Snapshot>, FileFault> {
    let History { texts, snapshots } = packed.unpack()?;
    let texts = Texts::new(texts);
    snapshots.into_iter().map(|snapshot| snapshot.snapshot(&texts)).collect()
}

impl Snapshot {
    fn of<'a>(snapshot: &'a now::Snapshot, texts: &mut Collected<'a>) -> Self {
        let mut credentials = Credentials::default();
        for credential in &snapshot.credentials {
            credentials.people.push(texts.number(&credential.person));
            credentials.exams.push(texts.number(&credential.exam));
            credentials.passed.push(Day::of(credential.passed));
            credentials.until.push(credential.until.map(Day::of));
        }
        let mut sales = Sales::default();
        for day in &snapshot.sales {
            sales.days.push(Day::of(day.day));
            sales.are_months.push(u8::from(day.is_month));
            sales.currencies.push(texts.number(&day.currency));
            sales.counts.push(day.count);
            sales.sums.push(Amount(day.sum));
        }
        Self {
            taken: snapshot.taken,
            rulebook: snapshot.edition.id.clone(),
            edition: snapshot.edition.edition.clone(),
            settings: chosen::Settings::of(&snapshot.settings),
            levels: snapshot.levels.iter().map(Level::of).collect(),
            people: snapshot.people.iter().map(|(id, label)| (texts.number(id), texts.number(label))).collect(),
            credentials,
            sales,
        }
    }

    fn snapshot(self, texts: &Texts) -> Result<now::Snapshot, FileFault> {
        let text = |number: u32| texts.get(number).cloned();
        let people = self.people.into_iter().map(|(id, label)| Ok((text(id)?, text(label)?)));
        Ok(now::Snapshot {
            taken: self.taken,
            edition: now::Edition { id: self.rulebook, edition: self.edition },
            settings: self.settings.settings()?,
            levels: self.levels.into_iter().map(Level::level).collect::<Result<_, _>>()?,
            people: people.collect::<Result<BTreeMap<_, _>, FileFault>>()?,
            credentials: self.credentials.credentials(texts)?,
            sales: self.sales.sales(texts)?,
        })
    }
}

impl Credentials {
    fn credentials(self, texts: &Texts) -> Result<Vec<now::HeldCredential>, FileFault> {
        same_length(self.people.len(), &[self.exams.len(), self.passed.len(), self.until.len()])?;
        let who = self.people.into_iter().zip(self.exams);
        let when = self.passed.into_iter().zip(self.until);
        let credential = |((person, exam), (passed, until)): ((u32, u32), (Day, Option<Day>))| {
            Ok(now::HeldCredential {
                person: texts.get(person)?.clone(),
                exam: texts.get(exam)?.clone(),
                passed: passed.day()?,
                until: until.map(Day::day).transpose()?,
            })
        };
        who.zip(when).map(credential).collect()
    }
}

impl Sales {
    fn sales(self, texts: &Texts) -> Result<Vec<now::DayOfSales>, FileFault> {
        let lengths = [self.are_months.len(), self.currencies.len(), self.counts.len(), self.sums.len()];
        same_length(self.days.len(), &lengths)?;
        let days = self.days.into_iter().zip(self.are_months);
        let sums = self.currencies.into_iter().zip(self.counts).zip(self.sums);
        let day = |((day, is_month), ((currency, count), sum)): ((Day, u8), ((u32, u32), Amount))| {
            Ok(now::DayOfSales {
                day: day.day()?,
                is_month: is_month != 0,
                currency: texts.get(currency)?.clone(),
                count,
                sum: sum.0,
            })
        };
        days.zip(sums).map(day).collect()
    }
}

impl Level {
    fn of(level: &now::LevelResult) -> Self {
        Self {
            option: level.option.clone(),
            id: level.level.as_str().to_owned(),
            met: level.met,
            requirements: level.requirements.iter().map(Requirement::of).collect(),
        }
    }

    fn level(self) -> Result<now::LevelResult, FileFault> {
        Ok(now::LevelResult {
            option: self.option,
            level: named(&self.id, [LevelId::Silver, LevelId::Gold], LevelId::as_str)?,
            met: self.met,
            requirements: self.requirements.into_iter().map(Requirement::requirement).collect(),
        })
    }
}

impl Requirement {
    fn of(requirement: &now::RequirementResult) -> Self {
        let figures = match requirement.figures.clone() {
            now::Figures::Revenue { from, to, currency, counted, threshold } => {
                Figures::Revenue { from, to, currency, counted: Amount(counted), threshold: threshold.map(Amount) }
            }
            now::Figures::Roster { missing_exams, new_people } => Figures::Roster { missing_exams, new_people },
        };
        Self { path: requirement.path.clone(), met: requirement.met, figures }
    }

    fn requirement(self) -> now::RequirementResult {
        let figures = match self.figures {
            Figures::Revenue { from, to, currency, counted, threshold } => now::Figures::Revenue {
                from,
                to,
                currency,
                counted: counted.0,
                threshold: threshold.map(|Amount(threshold)| threshold),
            },
            Figures::Roster { missing_exams, new_people } => now::Figures::Roster { missing_exams, new_people },
        };
        now::RequirementResult { path: self.path, met: self.met, figures }
    }
}
