//! What changed between two results, and why a level moved.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use chrono::{Datelike, NaiveDate};
use rust_decimal::Decimal;

use super::{Edition, Figures, HeldCredential, LevelResult, RequirementResult, Snapshot};
use crate::evaluator::Settings;
use crate::rulebook::LevelId;

/// What changed between two results. Lists are in the order of what they list.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Difference {
    /// The edition before and after, where they differ.
    pub edition: Option<(Edition, Edition)>,
    /// What the user chose otherwise.
    pub settings: Vec<Setting>,
    /// The levels that moved: that are met or not met now, or to which the way is shorter or longer.
    pub levels: Vec<LevelChange>,
    /// People who were not known before, by id, each with what they are called.
    pub new_people: Vec<(Arc<str>, Arc<str>)>,
    /// People who are not known any more.
    pub people_gone: Vec<(Arc<str>, Arc<str>)>,
    /// Credentials that did not count before.
    pub new_credentials: Vec<HeldCredential>,
    /// Credentials that count no more.
    pub lost_credentials: Vec<LostCredential>,
    /// Sales that count, or count no more.
    pub sales: SalesChange,
}

/// Something that the user chooses.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Setting {
    /// The day to evaluate for.
    AsOf,
    /// The market.
    Market,
    /// How the months are cut.
    Window,
    /// Whether sales count as associated where the file does not tell.
    AssumeAssociated,
    /// The rates of currencies.
    Rates,
    /// Who must take a seat of which role.
    Pins,
    /// Who must take no seat.
    KeptOut,
}

/// How a level moved.
#[derive(Debug, Clone, PartialEq)]
pub struct LevelChange {
    /// Which of the ways to attain the competency.
    pub option: String,
    /// Which level.
    pub level: LevelId,
    /// Whether it was met; nothing where the edition did not have it.
    pub was_met: Option<bool>,
    /// Whether it is met; nothing where the edition does not have it.
    pub is_met: Option<bool>,
    /// Its requirements that moved.
    pub requirements: Vec<RequirementChange>,
}

/// How a requirement moved, and why.
#[derive(Debug, Clone, PartialEq)]
pub struct RequirementChange {
    /// As it was; nothing where it is new.
    pub before: Option<RequirementResult>,
    /// As it is; nothing where there is none any more.
    pub after: Option<RequirementResult>,
    /// What moved it that way; what moved it the other way is left out.
    pub causes: Vec<Cause>,
}

/// Why a requirement moved. What it was in particular stands in the [`Difference`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Cause {
    /// Another edition, or other rules.
    Edition,
    /// The user chose otherwise.
    Settings,
    /// Credentials that did not count before.
    NewCredentials,
    /// People who were not known before.
    NewPeople,
    /// Credentials that count no more.
    LostCredentials,
    /// People who are not known any more.
    PeopleGone,
    /// Sales of days that came into the window.
    SalesCameIn,
    /// Sales of days that fell out of the window.
    SalesFellOut,
    /// Sales of days that were in the window before and are now: new in the exports, gone from them, or changed.
    SalesWithin,
}

/// A credential that counts no more, and why.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LostCredential {
    /// It.
    pub credential: HeldCredential,
    /// Why.
    pub because: LostBecause,
}

/// Why a credential counts no more. The first that applies.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum LostBecause {
    /// The person is not known any more.
    PersonGone,
    /// It expired, or the rules accept its exam no more.
    Ended,
    /// Other rules apply.
    Edition,
    /// The exports don't have it any more, or have it otherwise.
    NotInExports,
}

/// Sales that count, or count no more, by month and currency. Counts and sums are what came in less what went.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct SalesChange {
    /// Of days that came into the window.
    pub came_in: Vec<MonthOfSales>,
    /// Of days that fell out of it: below zero.
    pub fell_out: Vec<MonthOfSales>,
    /// Of days that were in it before and are now.
    pub within: Vec<MonthOfSales>,
}

/// How many more sales of a month count, and how much more they come to. Both may be below zero.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MonthOfSales {
    /// The month's first day.
    pub month: NaiveDate,
    /// The currency.
    pub currency: Arc<str>,
    /// How many more.
    pub count: i64,
    /// How much more.
    pub sum: Decimal,
}

/// What changed from one result to a later one.
pub fn difference(before: &Snapshot, after: &Snapshot) -> Difference {
    let mut found = Difference {
        edition: (before.edition != after.edition).then(|| (before.edition.clone(), after.edition.clone())),
        settings: settings(&before.settings, &after.settings),
        new_people: people_beside(after, before),
        people_gone: people_beside(before, after),
        sales: sales(before, after),
        ..Difference::default()
    };
    let (old, new): (BTreeSet<_>, BTreeSet<_>) = (held(before), held(after));
    let is_new = |credential: &&HeldCredential| !old.contains(&(&credential.person, &credential.exam));
    found.new_credentials = after.credentials.iter().filter(is_new).cloned().collect();
    let lost = before.credentials.iter().filter(|credential| !new.contains(&(&credential.person, &credential.exam)));
    found.lost_credentials = lost.map(|credential| lose(credential, before, after)).collect();
    found.levels = levels(before, after, &found);
    found
}

/// Who holds what. One exam passed again is no other credential.
fn held(snapshot: &Snapshot) -> BTreeSet<(&Arc<str>, &Arc<str>)> {
    snapshot.credentials.iter().map(|credential| (&credential.person, &credential.exam)).collect()
}

fn settings(before: &Settings, after: &Settings) -> Vec<Setting> {
    let differ = [
        (before.as_of != after.as_of, Setting::AsOf),
        (before.market != after.market, Setting::Market),
        (before.window != after.window, Setting::Window),
        (associated(before) != associated(after), Setting::AssumeAssociated),
        (before.rates != after.rates, Setting::Rates),
        (before.pins != after.pins, Setting::Pins),
        (before.kept_out != after.kept_out, Setting::KeptOut),
    ];
    differ.into_iter().filter(|(differs, _)| *differs).map(|(_, setting)| setting).collect()
}

/// Which sales count as associated without a word on it.
fn associated(settings: &Settings) -> (bool, &BTreeSet<String>, &BTreeSet<String>) {
    (settings.assume_associated, &settings.associated_files, &settings.associated_customers)
}

/// The people of a result who are not in another.
fn people_beside(snapshot: &Snapshot, other: &Snapshot) -> Vec<(Arc<str>, Arc<str>)> {
    let people = snapshot.people.iter().filter(|(id, _)| !other.people.contains_key(*id));
    people.map(|(id, label)| (id.clone(), label.clone())).collect()
}

fn lose(credential: &HeldCredential, before: &Snapshot, after: &Snapshot) -> LostCredential {
    let because = if !after.people.contains_key(&credential.person) {
        LostBecause::PersonGone
    } else if credential.until.is_some_and(|until| until < after.settings.as_of) {
        LostBecause::Ended
    } else if before.edition != after.edition {
        LostBecause::Edition
    } else {
        LostBecause::NotInExports
    };
    LostCredential { credential: credential.clone(), because }
}

fn sales(before: &Snapshot, after: &Snapshot) -> SalesChange {
    let (old, new) = (Span::of(before), Span::of(after));
    let mut change = SalesChange::default();
    let mut days: BTreeMap<_, (i64, Decimal)> = BTreeMap::new();
    let all = before.sales.iter().map(|day| (day, -1)).chain(after.sales.iter().map(|day| (day, 1)));
    for (day, sign) in all {
        let (count, sum) = days.entry((day.day, day.is_month, &day.currency)).or_default();
        *count += i64::from(day.count) * sign;
        *sum = sum.saturating_add(day.sum * Decimal::from(sign));
    }
    for ((day, is_month, currency), (count, sum)) in days {
        if count == 0 && sum.is_zero() {
            continue;
        }
        let list = match (old.contains(day, is_month), new.contains(day, is_month)) {
            (false, true) => &mut change.came_in,
            (true, false) => &mut change.fell_out,
            _ => &mut change.within,
        };
        add_to_month(list, day, currency, count, sum);
    }
    change
}

fn add_to_month(list: &mut Vec<MonthOfSales>, day: NaiveDate, currency: &Arc<str>, count: i64, sum: Decimal) {
    let month = first_of_month(day);
    match list.iter_mut().find(|known| known.month == month && known.currency == *currency) {
        Some(known) => {
            known.count += count;
            known.sum = known.sum.saturating_add(sum);
        }
        None => list.push(MonthOfSales { month, currency: currency.clone(), count, sum }),
    }
}

/// The days from the first to the last of all windows of a result.
struct Span {
    from: NaiveDate,
    to: NaiveDate,
}

impl Span {
    fn of(snapshot: &Snapshot) -> Self {
        let requirements = snapshot.levels.iter().flat_map(|level| &level.requirements);
        let windows = requirements.filter_map(|requirement| match requirement.figures {
            Figures::Revenue { from, to, .. } => Some((from, to)),
            Figures::Roster { .. } => None,
        });
        let (from, to): (Vec<_>, Vec<_>) = windows.unzip();
        let min = from.into_iter().min().unwrap_or(NaiveDate::MAX);
        Self { from: min, to: to.into_iter().max().unwrap_or(NaiveDate::MIN) }
    }

    fn contains(&self, day: NaiveDate, is_month: bool) -> bool {
        let from = if is_month { first_of_month(self.from) } else { self.from };
        from <= day && day <= self.to
    }
}

fn first_of_month(day: NaiveDate) -> NaiveDate {
    day.with_day(1).unwrap_or(day)
}

fn levels(before: &Snapshot, after: &Snapshot, found: &Difference) -> Vec<LevelChange> {
    let is = |level: &LevelResult, other: &LevelResult| (&level.option, level.level) == (&other.option, other.level);
    let find = |all: &'_ [LevelResult], level: &LevelResult| all.iter().position(|other| is(other, level));
    let gone = before.levels.iter().filter(|level| find(&after.levels, level).is_none());
    let all = after.levels.iter().chain(gone);
    let changes = all.filter_map(|level| {
        let of = |snapshot: &'_ Snapshot| find(&snapshot.levels, level);
        let was = of(before).and_then(|place| before.levels.get(place));
        let now = of(after).and_then(|place| after.levels.get(place));
        let change = LevelChange {
            option: level.option.clone(),
            level: level.level,
            was_met: was.map(|level| level.met),
            is_met: now.map(|level| level.met),
            requirements: requirements(was, now, found),
        };
        (change.was_met != change.is_met || !change.requirements.is_empty()).then_some(change)
    });
    changes.collect()
}

fn requirements(was: Option<&LevelResult>, now: Option<&LevelResult>, found: &Difference) -> Vec<RequirementChange> {
    let was = was.map_or(&[][..], |level| &level.requirements);
    let now = now.map_or(&[][..], |level| &level.requirements);
    let find = |all: &[RequirementResult], path: &[String]| all.iter().find(|it| it.path == path).cloned();
    let gone = was.iter().filter(|it| find(now, &it.path).is_none());
    let pairs = now.iter().chain(gone).map(|it| (find(was, &it.path), find(now, &it.path)));
    let moved = pairs.filter(|(before, after)| way(before.as_ref()) != way(after.as_ref()));
    moved
        .map(|(before, after)| RequirementChange {
            causes: causes(before.as_ref(), after.as_ref(), found),
            before,
            after,
        })
        .collect()
}

/// What makes a requirement nearer or farther: not on which days its window begins and ends.
fn way(result: Option<&RequirementResult>) -> Option<(bool, Decimal, Option<Decimal>, u32)> {
    result.map(|it| match &it.figures {
        Figures::Revenue { counted, threshold, .. } => (it.met, *counted, *threshold, 0),
        Figures::Roster { missing_exams, new_people } => (it.met, Decimal::from(*missing_exams), None, *new_people),
    })
}

fn causes(before: Option<&RequirementResult>, after: Option<&RequirementResult>, found: &Difference) -> Vec<Cause> {
    let has = |settings: &[Setting]| found.settings.iter().any(|setting| settings.contains(setting));
    let mut possible = vec![(found.edition.is_some(), Cause::Edition)];
    match (before.map(|it| &it.figures), after.map(|it| &it.figures)) {
        (
            Some(Figures::Revenue { counted: old, threshold: asked, .. }),
            Some(Figures::Revenue { counted: new, threshold: asks, .. }),
        ) => {
            let is_so = |months: &[MonthOfSales]| {
                months.iter().any(|month| if new > old { month.sum > Decimal::ZERO } else { month.sum < Decimal::ZERO })
            };
            let moved = new != old;
            let chosen = [Setting::Window, Setting::AssumeAssociated, Setting::Rates];
            possible.extend([
                ((moved && has(&chosen)) || (asked != asks && has(&[Setting::Market])), Cause::Settings),
                (moved && is_so(&found.sales.came_in), Cause::SalesCameIn),
                (moved && is_so(&found.sales.fell_out), Cause::SalesFellOut),
                (moved && is_so(&found.sales.within), Cause::SalesWithin),
            ]);
        }
        (
            Some(Figures::Roster { missing_exams: old, new_people: nobody_before }),
            Some(Figures::Roster { missing_exams: new, new_people: nobody }),
        ) => {
            let is_nearer = (new, nobody) < (old, nobody_before);
            possible.extend([
                (has(&[Setting::Pins, Setting::KeptOut]), Cause::Settings),
                (is_nearer && !found.new_credentials.is_empty(), Cause::NewCredentials),
                (is_nearer && !found.new_people.is_empty(), Cause::NewPeople),
                (!is_nearer && !found.lost_credentials.is_empty(), Cause::LostCredentials),
                (!is_nearer && !found.people_gone.is_empty(), Cause::PeopleGone),
            ]);
        }
        _ => {}
    }
    possible.into_iter().filter(|(applies, _)| *applies).map(|(_, cause)| cause).collect()
}

impl Difference {
    /// Whether nothing changed.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    /// A result of a day: revenue in the twelve months before, a roster, who holds what, and days of sales.
    fn snapshot(as_of: &str, missing_exams: u32, held: &[(&str, &str)], sales: &[(&str, i64)]) -> Snapshot {
        let to = day(as_of);
        let from = to - chrono::Months::new(12) + chrono::Days::new(1);
        let counted: i64 = sales.iter().map(|(_, sum)| sum).sum();
        let revenue = Figures::Revenue {
            from,
            to,
            currency: "USD".to_owned(),
            counted: counted.into(),
            threshold: Some(Decimal::from(100)),
        };
        let requirements = vec![
            RequirementResult { path: vec!["revenue".to_owned()], met: counted >= 100, figures: revenue },
            RequirementResult {
                path: vec!["exams".to_owned()],
                met: missing_exams == 0,
                figures: Figures::Roster { missing_exams, new_people: 0 },
            },
        ];
        let met = requirements.iter().all(|it| it.met);
        let held = held.iter().map(|(person, exam)| HeldCredential {
            person: (*person).into(),
            exam: (*exam).into(),
            passed: day("2015-01-01"),
            until: (*exam == "EXPIRES").then(|| day("2017-06-30")),
        });
        let sales = sales.iter().map(|(date, sum)| super::super::DayOfSales {
            day: day(date),
            is_month: false,
            currency: "USD".into(),
            count: 1,
            sum: (*sum).into(),
        });
        let credentials: Vec<HeldCredential> = held.collect();
        Snapshot {
            taken: to,
            edition: Edition { id: "x".to_owned(), edition: "1".to_owned() },
            settings: Settings::on(to),
            levels: vec![LevelResult { option: "reseller".to_owned(), level: LevelId::Silver, met, requirements }],
            people: credentials.iter().map(|it| (it.person.clone(), it.person.clone())).collect(),
            credentials,
            sales: sales.collect(),
        }
    }

    fn causes_of(difference: &Difference) -> Vec<(String, Vec<Cause>)> {
        let changes = difference.levels.iter().flat_map(|level| &level.requirements);
        let path =
            |change: &RequirementChange| change.after.as_ref().or(change.before.as_ref()).unwrap().path.join("/");
        changes.map(|change| (path(change), change.causes.clone())).collect()
    }

    fn months(months: &[MonthOfSales]) -> Vec<(String, i64, String)> {
        months.iter().map(|it| (it.month.format("%Y-%m").to_string(), it.count, it.sum.to_string())).collect()
    }

    #[test]
    fn between_equal_results_nothing_changed() {
        let one = snapshot("2017-06-27", 1, &[("ana", "A")], &[("2017-01-01", 50)]);
        assert!(difference(&one, &one).is_empty());
    }

    #[test]
    fn silver_is_lost_because_a_sale_fell_out_of_the_window() {
        let before = snapshot("2017-06-27", 0, &[], &[("2016-07-01", 60), ("2017-01-01", 50)]);
        let after = snapshot("2017-07-05", 0, &[], &[("2017-01-01", 50), ("2017-07-02", 20)]);
        let found = difference(&before, &after);
        assert_eq!((found.levels[0].was_met, found.levels[0].is_met), (Some(true), Some(false)));
        assert_eq!(causes_of(&found), [("revenue".to_owned(), vec![Cause::SalesFellOut])]);
        assert_eq!(months(&found.sales.fell_out), [("2016-07".to_owned(), -1, "-60".to_owned())]);
        assert_eq!(months(&found.sales.came_in), [("2017-07".to_owned(), 1, "20".to_owned())]);
        assert_eq!((months(&found.sales.within), found.settings), (vec![], vec![Setting::AsOf]));
    }

    #[test]
    fn sales_that_an_export_has_changed_are_told_apart_from_those_that_fell_out() {
        let before = snapshot("2017-06-27", 0, &[], &[("2017-01-01", 50), ("2017-02-01", 10)]);
        let after = snapshot("2017-06-27", 0, &[], &[("2017-01-01", 70), ("2017-01-03", 30)]);
        let found = difference(&before, &after);
        let within = [("2017-01".to_owned(), 1, "50".to_owned()), ("2017-02".to_owned(), -1, "-10".to_owned())];
        assert_eq!(months(&found.sales.within), within);
        assert_eq!(causes_of(&found), [("revenue".to_owned(), vec![Cause::SalesWithin])]);
    }

    #[test]
    fn credentials_are_lost_with_people_or_by_time_or_in_the_exports() {
        let before =
            snapshot("2017-06-27", 0, &[("ana", "A"), ("ana", "B"), ("bea", "C"), ("cy", "EXPIRES"), ("cy", "D")], &[]);
        let after = snapshot("2017-07-01", 3, &[("ana", "A"), ("cy", "D"), ("dan", "A")], &[]);
        let found = difference(&before, &after);
        let lost: Vec<(&str, LostBecause)> =
            found.lost_credentials.iter().map(|it| (&*it.credential.exam, it.because)).collect();
        let expected =
            [("B", LostBecause::NotInExports), ("C", LostBecause::PersonGone), ("EXPIRES", LostBecause::Ended)];
        assert_eq!(lost, expected);
        assert_eq!(found.people_gone, [("bea".into(), "bea".into())]);
        assert_eq!(found.new_people, [("dan".into(), "dan".into())]);
        assert_eq!(found.new_credentials.len(), 1);
        assert_eq!(causes_of(&found), [("exams".to_owned(), vec![Cause::LostCredentials, Cause::PeopleGone])]);
        let back = difference(&after, &before);
        assert_eq!(causes_of(&back), [("exams".to_owned(), vec![Cause::NewCredentials, Cause::NewPeople])]);
    }

    #[test]
    fn another_edition_may_move_a_level_that_nothing_else_moves() {
        let before = snapshot("2017-06-27", 0, &[("ana", "A")], &[("2017-01-01", 100)]);
        let mut after = snapshot("2017-06-27", 1, &[], &[("2017-01-01", 100)]);
        after.people = before.people.clone();
        after.edition.edition = "2".to_owned();
        let found = difference(&before, &after);
        assert_eq!(found.lost_credentials[0].because, LostBecause::Edition);
        assert_eq!(causes_of(&found), [("exams".to_owned(), vec![Cause::Edition, Cause::LostCredentials])]);
        assert!(found.edition.is_some());
    }

    #[test]
    fn another_market_moves_the_threshold() {
        let before = snapshot("2017-06-27", 0, &[], &[("2017-01-01", 60)]);
        let mut after = before.clone();
        after.settings.market = crate::rulebook::Market::Developing;
        after.levels[0].met = true;
        after.levels[0].requirements[0].met = true;
        if let Figures::Revenue { threshold, .. } = &mut after.levels[0].requirements[0].figures {
            *threshold = Some(Decimal::from(50));
        }
        let found = difference(&before, &after);
        assert_eq!(found.settings, [Setting::Market]);
        assert_eq!(causes_of(&found), [("revenue".to_owned(), vec![Cause::Settings])]);
    }

    #[test]
    fn a_level_that_only_one_edition_has_is_told() {
        let before = snapshot("2017-06-27", 0, &[], &[]);
        let mut after = before.clone();
        after.levels.clear();
        let found = difference(&before, &after);
        assert_eq!((found.levels[0].was_met, found.levels[0].is_met), (Some(false), None));
    }
}
