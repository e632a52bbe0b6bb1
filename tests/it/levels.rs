//! The rules of Cloud CRM, edition 2017-06, at their edges.

use std::sync::Arc;

use touchstone::evaluator::{Readiness, RequirementReadiness, Settings, WindowKind, evaluate, trailing_revenue};
use touchstone::ledger::{Ledger, PersonKeys, Source};
use touchstone::report::phrases::verdict;
use touchstone::rulebook::{LevelId, Market, Rulebook, builtin};
use touchstone::texts::{Language, Texts};

use crate::company::{company, credentials, day, sales};

/// Two people who make Silver's roster, and two more who make Gold's.
const SILVER_PEOPLE: &str = "ana: MB2-714, MB2-710
    bea: MB2-712";
const GOLD_PEOPLE: &str = "ana: MB2-714, MB2-710
    bea: MB2-712
    cid: MB2-709, MB2-706
    dora: MB2-707";

fn rules() -> &'static Rulebook {
    builtin("cloud-crm", "2017-06").unwrap()
}

fn settings() -> Settings {
    Settings::on(day("2017-06-27"))
}

fn verdict_of(readiness: &Readiness, level: LevelId) -> String {
    let levels = &readiness.options[0].levels;
    verdict(levels.iter().find(|it| it.id == level).unwrap(), &Texts::new(Language::English))
}

#[track_caller]
fn check_with(settings: &Settings, ledger: &Ledger, silver: &str, gold: &str) {
    let readiness = evaluate(rules(), ledger, settings);
    let verdicts = (verdict_of(&readiness, LevelId::Silver), verdict_of(&readiness, LevelId::Gold));
    assert_eq!(verdicts, (silver.to_owned(), gold.to_owned()));
}

#[track_caller]
fn check(people: &str, sold: &str, silver: &str, gold: &str) {
    check_with(&settings(), &company(people, sold), silver, gold);
}

/// For each sale why it doesn't count; `counts` for those that do.
#[track_caller]
fn check_sales(settings: &Settings, sold: &str, expected: &[&str]) {
    let readiness = evaluate(rules(), &company("", sold), settings);
    let reasons: Vec<&str> =
        readiness.sales.iter().map(|why_not| why_not.map_or("counts", |reason| reason.as_str())).collect();
    assert_eq!(reasons, expected);
}

#[track_caller]
fn check_credentials(as_of: &str, people: &str, expected: &[&str]) {
    let readiness = evaluate(rules(), &company(people, ""), &Settings::on(day(as_of)));
    let reasons: Vec<&str> =
        readiness.credentials.iter().map(|it| it.why_not.map_or("counts", |reason| reason.as_str())).collect();
    assert_eq!(reasons, expected);
}

#[test]
fn silver_needs_100_000_dollars_to_the_cent() {
    check(SILVER_PEOPLE, "2017-06-27 100000.00", "Ready until 27 Jun 2018", "3 exams and 200,000 USD away");
    check(SILVER_PEOPLE, "2017-06-27 99999.99", "0.01 USD away", "3 exams and 200,000.01 USD away");
}

#[test]
fn gold_needs_300_000_dollars_to_the_cent() {
    check(GOLD_PEOPLE, "2017-06-27 300000.00", "Ready until 27 Jun 2018", "Ready until 27 Jun 2018");
    check(GOLD_PEOPLE, "2017-06-27 299999.99", "Ready until 27 Jun 2018", "0.01 USD away");
}

#[test]
fn a_fraction_of_a_cent_is_still_missing() {
    check(SILVER_PEOPLE, "2017-06-27 99999.999", "0.01 USD away", "3 exams and 200,000.01 USD away");
}

#[test]
fn the_window_begins_the_day_after_a_year_ago() {
    check_sales(
        &settings(),
        "2016-06-27 1\n2016-06-28 1\n2017-06-27 1\n2017-06-28 1",
        &["outside-window", "counts", "counts", "future"],
    );
}

#[test]
fn a_sale_with_a_month_only_counts_in_twelve_months() {
    check_sales(
        &settings(),
        "2016-06 1\n2016-07 1\n2017-06 1\n2017-07 1",
        &["outside-window", "counts", "counts", "future"],
    );
}

#[test]
fn full_months_end_before_the_month_of_the_day() {
    let settings = Settings { window: WindowKind::FullMonths, ..settings() };
    check_sales(
        &settings,
        "2016-05-31 1\n2016-06-01 1\n2017-05-31 1\n2017-06-01 1\n2016-05 1\n2016-06 1\n2017-06 1",
        &["outside-window", "counts", "counts", "outside-window", "outside-window", "counts", "outside-window"],
    );
}

#[test]
fn a_sale_is_left_out_for_the_first_reason() {
    check_sales(
        &settings(),
        "2017-07-01 1 repeated office CSP renewal EUR
         2015-07-01 1 repeated office CSP renewal EUR
         2017-01-01 1 repeated office CSP renewal EUR
         2017-01-01 1 office CSP renewal EUR
         2017-01-01 1 CSP renewal EUR
         2017-01-01 1 untold renewal EUR
         2017-01-01 1 renewal EUR
         2017-01-01 1 EUR
         2017-01-01 1",
        &[
            "future",
            "outside-window",
            "duplicate",
            "out-of-scope",
            "not-associated",
            "association-unknown",
            "renewal",
            "no-rate",
            "counts",
        ],
    );
}

#[test]
fn untold_associations_count_once_the_user_says_so() {
    let settings = Settings { assume_associated: true, ..settings() };
    check_sales(&settings, "2017-01-01 1 untold\n2017-01-02 1 CSP", &["counts", "not-associated"]);
}

#[test]
fn untold_associations_count_for_the_files_and_customers_of_which_the_user_says_so() {
    let of = |files: &[&str], customers: &[&str]| Settings {
        associated_files: files.iter().map(|file| (*file).to_owned()).collect(),
        associated_customers: customers.iter().map(|customer| (*customer).to_owned()).collect(),
        ..settings()
    };
    check_sales(&of(&["another file"], &["another customer"]), "2017-01-01 1 untold", &["association-unknown"]);
    let sales = crate::company::company("", "2017-01-01 1 untold").sales;
    check_sales(&of(&[&sales[0].place.file], &[]), "2017-01-01 1 untold", &["counts"]);
    check_sales(&of(&[], &[&sales[0].customer]), "2017-01-01 1 untold", &["counts"]);
}

#[test]
fn another_currency_counts_with_a_rate() {
    let rates = [("EUR".to_owned(), "1.0923".parse().unwrap())].into();
    let settings = Settings { rates, ..settings() };
    check_with(
        &settings,
        &company(SILVER_PEOPLE, "2017-01-01 50000 EUR\n2017-01-01 45385"),
        "Ready until 1 Jan 2018",
        "3 exams and 200,000 USD away",
    );
}

#[test]
fn refunds_lower_what_counts() {
    check(SILVER_PEOPLE, "2017-01-01 110000\n2017-02-01 -10000.01", "0.01 USD away", "3 exams and 200,000.01 USD away");
}

#[test]
fn one_person_who_holds_everything_fills_one_seat_only() {
    check(
        "ana: MB2-714, MB2-713, MB2-709, MB2-710, MB2-706, MB2-712, MB2-707",
        "2017-01-01 300000",
        "1 exam away",
        "4 exams away",
    );
}

#[test]
fn two_people_who_hold_the_right_exams_the_wrong_way_round_are_not_enough() {
    // Between them they hold one exam of each kind, but nobody holds both that one person needs.
    check("ana: MB2-714, MB2-712\n bea: MB2-710", "2017-01-01 300000", "1 exam away", "4 exams away");
}

#[test]
fn a_person_who_fits_both_roles_is_given_to_the_one_that_needs_them() {
    // Taken one role after the other, ana would take the first seat and leave two exams missing.
    check(
        "ana: MB2-714, MB2-710, MB2-712\n bea: MB2-713, MB2-706",
        "2017-01-01 300000",
        "Ready until 1 Jan 2018",
        "2 exams away",
    );
}

#[test]
fn gold_met_says_nothing_of_silver() {
    let text = include_str!("../../assets/rulebooks/cloud-crm.2017-06.json");
    let dearer_silver = text.replacen("100000 USD", "400000 USD", 1);
    let rulebook = Rulebook::parse(&dearer_silver).unwrap();
    let readiness = evaluate(&rulebook, &company(GOLD_PEOPLE, "2017-01-01 300000"), &settings());
    assert_eq!(verdict_of(&readiness, LevelId::Silver), "100,000 USD away");
    assert_eq!(verdict_of(&readiness, LevelId::Gold), "Ready until 1 Jan 2018");
}

#[test]
fn a_market_without_a_threshold_is_never_met_and_says_so() {
    let settings = Settings { market: Market::Developing, ..settings() };
    let readiness = evaluate(rules(), &company(GOLD_PEOPLE, "2017-01-01 300000"), &settings);
    assert!(readiness.options[0].levels.iter().all(|level| !level.met));
    assert_eq!(verdict_of(&readiness, LevelId::Gold), "No threshold for this market");
    let codes: Vec<&str> = readiness.findings.iter().map(|finding| finding.code.as_str()).collect();
    assert_eq!(codes, ["no-threshold"]);
}

#[test]
fn credentials_count_from_the_day_they_are_passed_to_the_day_they_expire() {
    check_credentials("2017-06-27", "ana: MB2-714 2017-06-27, MB2-713 2017-06-28", &["counts", "future"]);
    check_credentials(
        "2017-06-27",
        "ana: MB2-714 2015-01-01 2017-06-27, MB2-713 2015-01-01 2017-06-26",
        &["counts", "expired"],
    );
}

#[test]
fn of_several_passes_the_one_that_expires_last_counts() {
    check_credentials(
        "2017-06-27",
        "ana: MB2-714 2015-01-01 2017-12-31, MB2-714 2015-02-01 2018-12-31, MB2-714 2015-03-01 2017-01-01, 70-412",
        &["duplicate", "counts", "expired", "not-in-rulebook"],
    );
}

#[test]
fn overlapping_exports_count_once() {
    let february = "2017-02-01 10\n2017-02-01 10\n2017-02-02 5";
    let ledger = Ledger::gather(&[
        sales(february),
        Source { origin: "again.csv".into(), ..sales("2017-02-01 10\n2017-02-01 10\n2017-02-01 10\n2017-03-01 1") },
    ]);
    let readiness = evaluate(rules(), &ledger, &settings());
    let RequirementReadiness::Revenue(revenue) = &readiness.options[0].levels[0].requirements[0] else {
        panic!("the first requirement is revenue")
    };
    // Three rows of 10: two stand in both files and count once each, the third only in the second.
    assert_eq!(revenue.counted.to_string(), "36");
    let identical = ledger.findings.iter().filter(|finding| finding.code.as_str() == "identical-rows").count();
    assert_eq!(identical, 3);
}

#[test]
fn rows_that_share_an_id_or_an_e_mail_are_one_person() {
    let mut source = credentials("7: MB2-714\n 8: MB2-710\n 9: MB2-712");
    Arc::make_mut(&mut source.credentials[0].person).office_email = "ana@contoso.com".into();
    Arc::make_mut(&mut source.credentials[1].person).personal_email = "ana@contoso.com".into();
    Arc::make_mut(&mut source.credentials[1].person).mcp_id = String::new();
    Arc::make_mut(&mut source.credentials[1].person).name = "Ana Núñez".into();
    let ledger = Ledger::gather(&[source]);
    let people: Vec<_> = ledger.people.iter().map(|it| (it.id.as_str(), it.name.as_str(), it.email.as_str())).collect();
    assert_eq!(people, [("7", "Ana Núñez", "ana@contoso.com"), ("9", "", "")]);
}

#[test]
fn whoever_is_listed_by_an_e_mail_or_id_as_the_name_is_still_one_person() {
    let mut source = credentials("7: MB2-714\n x: MB2-710\n x: MB2-712\n x: MB2-707");
    source.credentials[1].person =
        PersonKeys { office_email: "ana@contoso.com".into(), ..PersonKeys::default() }.into();
    source.credentials[2].person = PersonKeys { name: "Ana@contoso.com".into(), ..PersonKeys::default() }.into();
    source.credentials[3].person = PersonKeys { name: "7".into(), ..PersonKeys::default() }.into();
    let ledger = Ledger::gather(&[source]);
    let ids: Vec<_> = ledger.people.iter().map(|it| it.id.as_str()).collect();
    assert_eq!(ids, ["7", "ana@contoso.com"]);
}

#[test]
fn rows_of_two_product_codes_repeat_nothing() {
    let of_code = |code: &str| {
        let mut source = sales("2017-01-15 10");
        source.sales.rows_mut()[0].sku = code.into();
        source
    };
    let repeated = |codes: [&str; 2]| Ledger::gather(&codes.map(of_code)).sales.iter().filter(|it| it.repeated).count();
    assert_eq!(repeated(["pro", "pro"]), 1);
    assert_eq!(repeated(["pro", "basic"]), 0);
}

#[test]
fn trailing_revenue_is_what_each_day_would_count() {
    let sold =
        "2016-03-15 10\n2016-06-27 20\n2016-06-28 40\n2016-09 80\n2017-06-27 160\n2017-06-28 320\n2017-01-01 640 CSP";
    let ledger = company("", sold);
    // With no new sales: what lies after the settings' day is not known yet.
    let known = company("", &sold.replace("2017-06-28 320\n", ""));
    let requirement = match &rules().options[0].levels[0].requirements[0] {
        touchstone::rulebook::Requirement::Revenue(it) => it,
        other => panic!("{other:?} is not revenue"),
    };
    for window in WindowKind::ALL {
        let settings = Settings { window, ..settings() };
        let days: Vec<_> = day("2016-03-01").iter_days().take(900).collect();
        let sums = trailing_revenue(rules(), &ledger, &settings, requirement, &days);
        for pair in sums.windows(2) {
            assert_eq!(pair[0].counted + pair[1].came_in - pair[1].went_out, pair[1].counted, "{window:?}");
        }
        for (as_of, sum) in days.iter().zip(sums) {
            let readiness = evaluate(rules(), &known, &Settings { as_of: *as_of, ..settings.clone() });
            let RequirementReadiness::Revenue(revenue) = &readiness.options[0].levels[0].requirements[0] else {
                panic!("the first requirement is revenue")
            };
            assert_eq!(sum.counted, revenue.counted, "{as_of} {window:?}");
        }
    }
}

#[test]
fn two_people_of_one_name_are_two_and_said_so() {
    let mut source = credentials("7: MB2-714\n 8: MB2-710\n 9: MB2-712");
    for row in &mut source.credentials[..2] {
        Arc::make_mut(&mut row.person).name = "Ana Ruiz".into();
    }
    let ledger = Ledger::gather(&[source]);
    assert_eq!(ledger.people.len(), 3);
    let findings: Vec<_> = ledger.findings.iter().map(|it| (it.code.as_str(), it.row, it.value.as_deref())).collect();
    assert_eq!(findings, [("same-name", Some(3), Some("Ana Ruiz"))]);
}
