//! When a level is lost if nothing new comes in: against evaluating for every day that follows.

use chrono::NaiveDate;
use proptest::prelude::*;
use touchstone::evaluator::{Ending, Endings, RequirementReadiness, Settings, WindowKind, evaluate};
use touchstone::ledger::Ledger;
use touchstone::rulebook::builtin;

use crate::company::{company, day};

/// For Silver's revenue and roster, whether it is met and when it first falls short.
fn silver(ledger: &Ledger, settings: &Settings) -> [(bool, Option<NaiveDate>); 2] {
    let readiness = evaluate(builtin("cloud-crm", "2017-06").unwrap(), ledger, settings);
    match &readiness.options[0].levels[0].requirements[..] {
        [RequirementReadiness::Revenue(revenue), RequirementReadiness::Roster(roster)] => {
            [(revenue.met, revenue.falls_short_on), (roster.met, roster.falls_short_on)]
        }
        other => panic!("{other:?} are not revenue and roster"),
    }
}

fn settings(window: WindowKind) -> Settings {
    Settings { window, ..Settings::on(day("2017-06-27")) }
}

#[track_caller]
fn check(window: WindowKind, people: &str, sold: &str, expected: [Option<&str>; 2]) {
    let found = silver(&company(people, sold), &settings(window)).map(|(_, falls_short_on)| falls_short_on);
    assert_eq!(found, expected.map(|text| text.map(day)));
}

#[test]
fn revenue_falls_short_on_the_day_a_needed_sale_leaves_the_window() {
    check(WindowKind::Rolling, "", "2016-12-31 100000", [Some("2017-12-31"), None]);
    check(WindowKind::Rolling, "", "2016-12 100000", [Some("2017-12-01"), None]);
    check(WindowKind::FullMonths, "", "2016-12-31 100000", [Some("2018-01-01"), None]);
    check(WindowKind::Rolling, "", "2017-01-01 100000\n2017-03-01 100000", [Some("2018-03-01"), None]);
    check(WindowKind::Rolling, "", "2017-01-01 99999", [None, None]);
}

#[test]
fn a_refund_that_leaves_the_window_does_no_harm() {
    check(WindowKind::Rolling, "", "2016-07-01 -5000\n2017-05-31 105000", [Some("2018-05-31"), None]);
}

#[test]
fn a_roster_falls_short_on_the_day_after_a_needed_credential_ends() {
    let people = "ana: MB2-714 2016-01-01 2017-09-29, MB2-710\n bea: MB2-712";
    check(WindowKind::Rolling, people, "", [None, Some("2017-09-30")]);
    let spare =
        "ana: MB2-714 2016-01-01 2017-09-29, MB2-710\n bea: MB2-712\n cid: MB2-713 2016-01-01 2018-01-31, MB2-706";
    check(WindowKind::Rolling, spare, "", [None, Some("2018-02-01")]);
    check(WindowKind::Rolling, "ana: MB2-714, MB2-710\n bea: MB2-712", "", [None, None]);
}

/// What ends within a year of Silver's roster.
fn endings(people: &str, as_of: &str) -> (Ledger, Endings) {
    let ledger = company(people, "");
    let readiness = evaluate(builtin("cloud-crm", "2017-12").unwrap(), &ledger, &Settings::on(day(as_of)));
    match &readiness.options[0].levels[0].requirements[1] {
        RequirementReadiness::Roster(roster) => (ledger, roster.endings.clone()),
        other => panic!("{other:?} is no roster"),
    }
}

/// What has to be renewed, and what else ends, as `person exam day`.
#[track_caller]
fn check_endings(people: &str, as_of: &str, to_renew: &[&str], others: &[&str]) -> Endings {
    let (ledger, endings) = endings(people, as_of);
    let rulebook = builtin("cloud-crm", "2017-12").unwrap();
    let told = |endings: &[Ending]| -> Vec<String> {
        let line =
            |it: &Ending| format!("{} {} {}", ledger.person(it.person).id, rulebook.exam(it.exam).code, it.last_day);
        endings.iter().map(line).collect()
    };
    assert_eq!(
        (told(&endings.to_renew), told(&endings.others)),
        (to_renew.iter().map(ToString::to_string).collect(), others.iter().map(ToString::to_string).collect())
    );
    endings
}

#[test]
fn only_what_the_seats_need_has_to_be_renewed() {
    check_endings(
        "ana: MB2-714 2016-01-01 2018-06-30, MB2-713 2016-01-01 2018-07-31, MB2-710
         bea: MB2-712 2016-01-01 2018-05-31
         cid: MB2-707 2016-01-01 2020-01-01, MB2-718 2016-01-01 2018-03-31, 70-412 2016-01-01 2018-02-28",
        "2018-01-01",
        &["ana MB2-714 2018-06-30"],
        &["cid MB2-718 2018-03-31", "bea MB2-712 2018-05-31", "ana MB2-713 2018-07-31"],
    );
}

#[test]
fn the_person_with_the_fewest_renewals_keeps_the_seat() {
    check_endings(
        "ana: MB2-714 2016-01-01 2018-06-30, MB2-710 2016-01-01 2018-06-30
         bea: MB2-713 2016-01-01 2018-06-30, MB2-706
         cid: MB2-712",
        "2018-01-01",
        &["bea MB2-713 2018-06-30"],
        &["ana MB2-714 2018-06-30", "ana MB2-710 2018-06-30"],
    );
}

#[test]
fn an_exam_that_stops_being_accepted_can_not_be_renewed() {
    // MB2-709 is accepted until the last day of 2018, and ana holds nothing else of its kind.
    let endings = check_endings("ana: MB2-709, MB2-710\n bea: MB2-712", "2018-06-01", &[], &["ana MB2-709 2018-12-31"]);
    assert!(endings.not_by_renewals);
}

#[test]
fn what_ends_later_than_in_a_year_is_left_alone() {
    check_endings("ana: MB2-714 2016-01-01 2019-06-30, MB2-710\n bea: MB2-712", "2018-01-01", &[], &[]);
}

#[test]
fn the_outlook_tells_each_month_what_must_be_sold_to_stay() {
    let ledger = company("", "2016-07-15 30000\n2017-05-20 80000");
    let readiness = evaluate(builtin("cloud-crm", "2017-06").unwrap(), &ledger, &settings(WindowKind::Rolling));
    let RequirementReadiness::Revenue(revenue) = &readiness.options[0].levels[0].requirements[0] else {
        panic!("the first requirement is revenue")
    };
    let months: Vec<String> = revenue
        .outlook
        .iter()
        .map(|month| format!("{} {} {}", month.day, month.counted, month.needed.unwrap()))
        .collect();
    assert_eq!(months.len(), 12);
    assert_eq!(months[0], "2017-06-30 110000 0");
    assert_eq!(months[1], "2017-07-31 80000 20000");
    assert_eq!(months[11], "2018-05-31 0 100000");
}

/// A sale: days after 1 January 2015, thousands of dollars, and whether only the month is known.
fn sale() -> impl Strategy<Value = String> {
    (0_u64..1000, -60_i64..120, any::<bool>()).prop_map(|(days, thousands, month_only)| {
        let date = day("2015-01-01") + chrono::Days::new(days);
        let date = if month_only { date.format("%Y-%m") } else { date.format("%Y-%m-%d") };
        format!("{date} {thousands}000")
    })
}

/// An exam that is passed in 2015 or later and ends within four years.
fn pass() -> impl Strategy<Value = String> {
    let exams = prop::sample::select(vec!["MB2-714", "MB2-713", "MB2-710", "MB2-706", "MB2-712", "MB2-707"]);
    (0_usize..4, exams, 0_u64..1000, 700_u64..1400).prop_map(|(person, exam, passed, ends)| {
        let date = |days| day("2015-01-01") + chrono::Days::new(days);
        format!("p{person}: {exam} {} {}", date(passed), date(ends))
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 40, failure_persistence: None, ..ProptestConfig::default() })]
    #[test]
    fn the_first_day_is_the_one_found_day_by_day(
        sales in prop::collection::vec(sale(), 1..8),
        passes in prop::collection::vec(pass(), 1..14),
        window in prop::sample::select(WindowKind::ALL.to_vec()),
    ) {
        let settings = settings(window);
        let mut ledger = company(&passes.join("\n"), &sales.join("\n"));
        ledger.sales.rows_mut().retain(|sale| sale.date.first_day() <= settings.as_of);
        ledger.credentials.retain(|credential| credential.passed <= settings.as_of);
        let now = silver(&ledger, &settings);
        for (place, (met, falls_short_on)) in now.into_iter().enumerate() {
            let later = |after: u64| settings.as_of + chrono::Days::new(after);
            let is_met = |on: NaiveDate| silver(&ledger, &Settings { as_of: on, ..settings.clone() })[place].0;
            let expected = (1..900).map(later).find(|on| met && !is_met(*on));
            prop_assert_eq!(falls_short_on, expected);
        }
    }
}
