//! The overview, the checklist and what-if, as a user meets them.

use egui::{OutputCommand, Role};
use egui_kittest::kittest::Queryable;
use touchstone::ledger::AssumedSale;
use touchstone::rulebook::LevelId;
use touchstone::texts::{Language, Texts};
use touchstone::ui::{Command, Page, Start};

use crate::company::day;
use crate::window::{NOBODY_ASKED, Window, check_shows, click, open, sample, settle, shows, window_with};

/// The sample's checklist of Silver.
fn checklist(language: Language) -> Window {
    let mut window = sample(language);
    open(&mut window, Page::Checklist);
    window
}

/// What a command is called in the window's language.
fn name(window: &Window, command: &Command) -> String {
    command.text(&window.state().state().texts)
}

fn words(language: Language, id: &str) -> String {
    Texts::new(language).get(id)
}

/// Assumes that whoever takes the first seat with an open box has passed an exam.
#[track_caller]
fn assume(window: &mut Window, exam: &str) {
    let assume = Command::AssumePassed { person: String::new(), exams: Vec::new(), assume: true };
    let name = name(window, &assume);
    window.get_all_by_role_and_label(Role::Button, &name).next().unwrap().click();
    settle(window);
    click(window, exam);
}

#[track_caller]
fn leaves(window: &mut Window, person: &str) {
    click(window, person);
    let command = Command::AssumeLeft { person: String::new(), assume: true };
    let name = name(window, &command);
    click(window, &name);
}

#[track_caller]
fn check_overview(language: Language, texts: &[&str], not: &[&str]) {
    for size in [[1280.0, 800.0], [900.0, 600.0]] {
        let window = window_with(Start::Sample, language, size, NOBODY_ASKED);
        check_shows(&window, texts);
        for text in not {
            assert!(!shows(&window, text), "{text}");
        }
    }
}

#[test]
fn a_card_says_in_few_lines_where_its_level_stands() {
    let english = [
        "1 exam away",
        "3 exams and 172,650 USD away",
        "With no new sales the revenue falls below 100,000 USD on 30 Sep 2017",
        "Íñigo Peña is the only customization specialist",
        "Ana Núñez: MB2-710 or MB2-706 (Silver, Gold)",
        "172,650 USD more revenue",
        "and 3 more",
    ];
    check_overview(Language::English, &english, &["Marta Ruiz", "spared"]);
    let spanish = ["Falta 1 examen", "Solo Íñigo Peña cumple como especialista en personalización", "y 3 más"];
    check_overview(Language::Spanish, &spanish, &["Marta Ruiz"]);
}

#[test]
fn the_other_next_steps_are_shown_to_those_who_ask() {
    let mut window = sample(Language::English);
    click(&mut window, "and 3 more");
    check_shows(&window, &["Marta Ruiz: MB2-710 or MB2-706 (Silver, Gold)", "Any one of these is a step nearer"]);
    click(&mut window, "Show fewer");
    assert!(!shows(&window, "Marta Ruiz"));
}

#[test]
fn the_overview_fits_into_the_window_it_opens_in() {
    for language in Language::ALL {
        let window = sample(language);
        let text = Texts::new(language).with("count-findings", &[("count", 2.into())]);
        let last =
            window.get_all_by_label_contains(&text).map(|node| node.rect()).find(|rect| rect.min.x > 200.0).unwrap();
        assert!(last.max.y <= 780.0, "the last line ends at {}", last.max.y);
    }
}

#[test]
fn the_chart_is_told_in_words() {
    let window = sample(Language::English);
    let chart = [
        "127,350 USD on 27 Jun 2017",
        "Silver asks for 100,000 USD",
        "Gold asks for 300,000 USD",
        "With no new sales",
        "30 Sep 2017: below Silver",
    ];
    check_shows(&window, &chart);
}

#[test]
fn a_verdict_that_hangs_on_an_assumption_looks_assumed_on_the_overview() {
    for (language, texts) in [
        (Language::English, ["With 1 assumed pass", "Ready until 30 Sep 2017", "instead of “1 exam away”"]),
        (
            Language::Spanish,
            ["Con 1 aprobado supuesto", "Conseguido hasta el 30 sept 2017", "en vez de «Falta 1 examen»"],
        ),
    ] {
        let mut window = checklist(language);
        assume(&mut window, "MB2-710");
        open(&mut window, Page::Overview);
        check_shows(&window, &texts);
        assert_eq!(window.get_all_by_label(&words(language, "assumed")).count(), 2, "both levels are nearer");
    }
}

#[test]
fn an_assumed_pass_changes_the_verdict_until_it_is_undone() {
    for (language, before, after) in [
        (Language::English, "1 exam away", "Ready until 30 Sep 2017"),
        (Language::Spanish, "Falta 1 examen", "Conseguido hasta el 30 sept 2017"),
    ] {
        let mut window = checklist(language);
        assume(&mut window, "MB2-706");
        check_shows(&window, &[&format!("Silver: {before} → {after}")]);
        window.state_mut().give(Command::Undo);
        settle(&mut window);
        assert!(!shows(&window, &words(language, "assumed")));
        window.get_by_label(before);
        window.state_mut().give(Command::Redo);
        settle(&mut window);
        window.get_by_label(after);
    }
}

#[test]
fn what_if_somebody_left_is_one_click_away_and_one_click_back() {
    for (language, change, left) in [
        (Language::English, "Silver: 1 exam away → 2 exams away", "Íñigo Peña has left"),
        (Language::Spanish, "Silver: Falta 1 examen → Faltan 2 exámenes", "Íñigo Peña se ha ido"),
    ] {
        let mut window = checklist(language);
        leaves(&mut window, "Íñigo Peña");
        check_shows(&window, &[change, left]);
        assert!(window.query_by_role_and_label(Role::Button, "Íñigo Peña").is_none(), "nobody's seat is his");
        let undo = Texts::new(language).with("forget-assumed", &[("what", left.into())]);
        click(&mut window, &undo);
        assert!(!shows(&window, left));
        click(&mut window, "Íñigo Peña");
    }
}

#[test]
fn every_assumption_is_listed_and_undone_alone() {
    let mut window = checklist(Language::English);
    assume(&mut window, "MB2-710");
    leaves(&mut window, "Íñigo Peña");
    let sale = AssumedSale { date: day("2017-06-27"), amount: 200_000.into(), currency: "USD".into() };
    let mut workspace = (*window.state().state().workspace).clone();
    workspace.assumptions.sales.push(sale);
    let mut window = of_workspace(&workspace);
    open(&mut window, Page::Checklist);
    check_shows(&window, &["With 1 assumed pass, 1 assumed departure and 1 assumed sale"]);
    let all = ["Ana Núñez has passed MB2-710", "Íñigo Peña has left", "200,000 USD sold on 27 Jun 2017"];
    for (place, what) in all.iter().enumerate() {
        check_shows(&window, &all[place..]);
        click(&mut window, &format!("Undo: {what}"));
    }
    assert!(!shows(&window, "assumed"));
}

/// A window on a workspace's file.
fn of_workspace(workspace: &touchstone::workspace::Workspace) -> Window {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("company.touchstone");
    std::fs::write(&path, touchstone::workspace::write(workspace).unwrap()).unwrap();
    let window = window_with(Start::Workspace(path), Language::English, [1280.0, 800.0], NOBODY_ASKED);
    assert!(window.state().state().outcome.is_some());
    window
}

#[test]
fn a_person_says_what_they_lack_elsewhere_and_who_could_stand_in() {
    let mut window = checklist(Language::English);
    click(&mut window, "Íñigo Peña");
    check_shows(&window, &["Takes a seat as customization specialist", "As application consultant: 2 exams to go"]);
    check_shows(&window, &["Nobody else could take this seat without passing an exam."]);
    check_shows(&window, &["Without this person, more exams would be missing."]);
}

#[test]
fn a_pin_and_keeping_out_are_undone_step_by_step() {
    for language in Language::ALL {
        let mut window = checklist(language);
        click(&mut window, "Íñigo Peña");
        let pin = name(&window, &Command::Pin { person: String::new(), role: Some(String::new()) });
        click(&mut window, &pin);
        check_shows(&window, &[&words(language, "pinned")]);
        let keep_out = name(&window, &Command::KeepOut { person: String::new(), keep_out: true });
        click(&mut window, &keep_out);
        check_shows(&window, &[&words(language, "is-kept-out")]);
        window.state_mut().give(Command::Undo);
        settle(&mut window);
        check_shows(&window, &[&words(language, "pinned")]);
        window.state_mut().give(Command::Undo);
        settle(&mut window);
        assert!(!shows(&window, &words(language, "pinned")));
    }
}

#[test]
fn the_checklist_is_copied_as_text() {
    for (language, parts) in [
        (Language::English, ["SILVER  1 exam away", "[ ] one of MB2-710, MB2-706", "> Ana Núñez: MB2-710 or MB2-706"]),
        (
            Language::Spanish,
            ["SILVER  Falta 1 examen", "[ ] uno de MB2-710, MB2-706", "> Ana Núñez: MB2-710 o MB2-706"],
        ),
    ] {
        let mut window = checklist(language);
        let button = name(&window, &Command::CopyChecklist);
        window.get_by_role_and_label(Role::Button, &button).click();
        let mut copied = None;
        for _ in 0..4 {
            window.step();
            for command in &window.output().platform_output.commands {
                if let OutputCommand::CopyText(text) = command {
                    copied = Some(text.clone());
                }
            }
        }
        let copied = copied.unwrap();
        for part in parts {
            assert!(copied.contains(part), "{part} is not in\n{copied}");
        }
        assert!(!copied.contains("GOLD"), "{copied}");
        check_shows(&window, &[&words(language, "notice-copied")]);
    }
}

#[test]
fn whoever_takes_no_seat_is_pinned_to_a_role_by_its_name() {
    for (language, pin) in [
        (Language::English, "Pin as application consultant"),
        (Language::Spanish, "Fijar como consultor de aplicaciones"),
    ] {
        let mut window = checklist(language);
        assert!(window.query_by_role_and_label(Role::Button, "Marta Ruiz").is_none());
        let marta = window.state().state().outcome.as_ref().unwrap().ledger.find_person("Marta Ruiz");
        window.state_mut().give(Command::SelectPerson(marta));
        settle(&mut window);
        click(&mut window, pin);
        check_shows(&window, &[&words(language, "pinned")]);
        window.get_by_role_and_label(Role::Button, "Marta Ruiz");
    }
}

/// The sample's checklist by rules with two rosters, of which nobody holds anything.
fn two_rosters(language: Language) -> Window {
    let mut window = checklist(language);
    let rules = Command::UseRulebook { id: "cloud-business-applications".to_owned(), edition: None };
    for command in [rules, Command::ShowOption(1), Command::ShowLevel(LevelId::Silver)] {
        window.state_mut().give(command);
        settle(&mut window);
    }
    window
}

#[test]
fn seats_that_anybody_may_take_are_one_row_until_somebody_takes_one() {
    for (language, seats, fewer, who) in [
        (Language::English, "5 seats", "4 seats", "each: anyone of 23 people, 2\u{a0}exams"),
        (Language::Spanish, "5 plazas", "4 plazas", "cada una: cualquiera de 23 personas, 2\u{a0}exámenes"),
    ] {
        let mut window = two_rosters(language);
        assert_eq!(window.get_all_by_label(seats).count(), 2, "one row for each roster");
        check_shows(&window, &[who]);
        assume(&mut window, "MB6-894");
        window.get_by_label(fewer);
    }
}

#[test]
fn of_several_rosters_each_reason_says_which_it_is_about() {
    let window = two_rosters(Language::English);
    check_shows(&window, &["Technical specialist: Nobody can do it with fewer"]);
    check_shows(&window, &["Functional consultant: Nobody can do it with fewer"]);
}
