//! The pages of sources and rules, and a person's panel, driven by what the widgets are called.

use std::path::{Path, PathBuf};

use egui::{Key, Role};
use egui_kittest::kittest::{NodeT, Queryable};
use touchstone::rulebook::builtins;
use touchstone::texts::{Language, Texts};
use touchstone::ui::{Choice, Command, Page, Start};
use touchstone::workspace::{self, Overwrite};

use crate::window::{
    Answers, NOBODY_ASKED, Window, check_shows, click, drop_files, open, sample, settle, shows, window_with, written,
};

fn undo(window: &mut Window) {
    window.key_press_modifiers(egui::Modifiers::COMMAND, Key::Z);
    settle(window);
}

fn give(window: &mut Window, command: Command) {
    window.state_mut().give(command);
    settle(window);
}

/// What a message says in a window's language.
fn says(window: &Window, id: &str) -> String {
    window.state().state().texts.get(id)
}

fn people(window: &Window) -> usize {
    window.state().state().outcome.as_ref().unwrap().ledger.people.len()
}

fn rules(window: &Window) -> (String, String) {
    let rulebook = &window.state().state().workspace.rulebook;
    (rulebook.id.clone(), rulebook.edition.clone())
}

/// Opens somebody's panel.
fn select(window: &mut Window, name: &str) {
    open(window, Page::People);
    click(window, name);
}

const HEADS: &str = "Name,MCP ID,Exam,Date\n";
const ONE_PERSON: &str =
    "Name,MCP ID,Exam,Date\nAna Núñez García,7470319,MB2-714,2016-03-02\n\"Núñez García, Ana\",,MB2-710,2016-04-02\n";

/// A window on a file of these rows.
fn window_on(language: Language, content: &str) -> (Window, tempfile::TempDir) {
    let folder = tempfile::tempdir().unwrap();
    let mut window = window_with(Start::Empty, language, [1280.0, 800.0], NOBODY_ASKED);
    drop_files(&mut window, &[written(folder.path(), "people.csv", content)]);
    (window, folder)
}

#[test]
fn two_people_become_one_and_two_again_in_both_languages() {
    for language in Language::ALL {
        let (mut window, _folder) = window_on(language, ONE_PERSON);
        open(&mut window, Page::People);
        let join = says(&window, "command-join");
        click(&mut window, &join);
        assert_eq!(people(&window), 1);
        click(&mut window, "Ana Núñez García");
        // The panel tells both ways in which the file writes them.
        check_shows(&window, &[&says(&window, "written-as"), "Núñez García, Ana"]);
        let take_back = says(&window, "command-take-back");
        click(&mut window, &take_back);
        assert_eq!(people(&window), 2);
        undo(&mut window);
        assert_eq!(people(&window), 1);
        undo(&mut window);
        assert_eq!(people(&window), 2);
    }
}

#[test]
fn what_is_said_of_somebody_stays_true_once_they_are_joined() {
    let (mut window, _folder) = window_on(Language::English, ONE_PERSON);
    let role = "customization".to_owned();
    give(&mut window, Command::Pin { person: "núñez garcía, ana".to_owned(), role: Some(role.clone()) });
    let pair = ("7470319".to_owned(), "núñez garcía, ana".to_owned());
    give(&mut window, Command::Join { pair });
    assert_eq!(window.state().state().workspace.settings.pins.get("7470319"), Some(&role));
}

#[test]
fn a_file_is_removed_and_comes_back_in_both_languages() {
    for language in Language::ALL {
        let mut window = sample(language);
        open(&mut window, Page::Sources);
        let texts = Texts::new(language);
        let before = window.state().state().sources.count;
        click(&mut window, &texts.with("remove-file", &[("file", "alboran-revenue.xlsx".into())]));
        assert_eq!(window.state().state().workspace.sources.len(), 1);
        assert!(!shows(&window, "58"), "the file is still shown");
        click(&mut window, &texts.get("undo-remove"));
        assert_eq!(window.state().state().workspace.sources.len(), 2);
        assert_eq!(window.state().state().sources.count, before);
    }
}

#[test]
fn every_button_of_a_file_has_a_name() {
    for language in Language::ALL {
        let mut window = sample(language);
        open(&mut window, Page::Sources);
        let mut buttons = window.get_all_by_role(Role::Button);
        assert!(buttons.all(|button| button.accesskit_node().label().is_some_and(|label| !label.is_empty())));
    }
}

#[test]
fn findings_stand_by_code_with_place_value_and_what_to_do() {
    let mut window = sample(Language::English);
    open(&mut window, Page::Sources);
    check_shows(&window, &["Date not readable", "“31/31/2016”", "Fecha de aprobación", "row 9", "Write the date as"]);
    let codes: Vec<_> = window.state().state().sources.findings.iter().map(|group| group.code.severity()).collect();
    assert!(codes.is_sorted() && codes.len() > 2, "{codes:?}");
}

#[test]
fn a_click_on_a_finding_shows_its_row_as_it_stands_in_the_file() {
    for language in Language::ALL {
        let mut window = sample(language);
        open(&mut window, Page::Sources);
        let row = Texts::new(language).with("row-number", &[("row", "9".into())]);
        click(&mut window, &format!("{row} Internal list · alboran-trainings.xlsx"));
        // The row above, this one and the one below, by the headings of the file.
        check_shows(&window, &["8", "9", "10", "Fecha de aprobación", "31/31/2016"]);
        assert!(window.state().state().sources.row.is_some());
        window.key_press(Key::Escape);
        settle(&mut window);
        assert!(window.state().state().sources.row.is_none());
    }
}

#[test]
fn findings_of_one_file_are_shown_alone_and_copied_as_a_table() {
    let mut window = sample(Language::English);
    open(&mut window, Page::Sources);
    give(&mut window, Command::FilterFindings(Some("alboran-revenue.xlsx".into())));
    assert!(!shows(&window, "Date not readable"));
    assert_eq!(window.state().state().sources.count, 2);
    window.state_mut().give(Command::CopyFindings);
    window.step();
    let copied = window.output().platform_output.commands.iter().find_map(|command| match command {
        egui::OutputCommand::CopyText(text) => Some(text.clone()),
        _ => None,
    });
    let copied = copied.unwrap();
    let rows: Vec<Vec<&str>> = copied.lines().map(|row| row.split('\t').collect()).collect();
    assert!(rows.iter().all(|row| row.len() == 8), "{copied}");
    assert_eq!(rows[1][2..5], ["alboran-revenue.xlsx", "Data", "62"]);
}

#[test]
fn of_many_findings_only_those_in_sight_are_painted() {
    let rows: Vec<String> = (0..5000).map(|row| format!("Person {row},,MB2-714,soon\n")).collect();
    let rows = rows.concat();
    let (mut window, _folder) = window_on(Language::English, &format!("{HEADS}Ana,,MB2-714,2016-03-02\n{rows}"));
    open(&mut window, Page::Sources);
    assert!(!shows(&window, "“soon”"));
    window.get_by_label("5,000 places").click();
    settle(&mut window);
    let painted = window.query_all_by_label_contains("“soon”").count();
    assert!((5..60).contains(&painted), "{painted}");
}

#[test]
fn a_file_that_was_saved_again_says_so_and_is_read_again() {
    let (mut window, folder) = window_on(Language::English, ONE_PERSON);
    open(&mut window, Page::Sources);
    give(&mut window, Command::LookAtFiles);
    settle_looks(&mut window);
    assert!(!shows(&window, "The file was saved again"));
    let path = written(folder.path(), "people.csv", &format!("{ONE_PERSON}Marta Ruiz,,MB2-712,2016-05-02\n"));
    give(&mut window, Command::LookAtFiles);
    settle_looks(&mut window);
    check_shows(&window, &["The file was saved again"]);
    click(&mut window, "Read again");
    settle_looks(&mut window);
    assert!(!shows(&window, "The file was saved again"));
    assert_eq!(people(&window), 3);
    std::fs::remove_file(path).unwrap();
    open(&mut window, Page::Overview);
    open(&mut window, Page::Sources);
    settle_looks(&mut window);
    check_shows(&window, &["no longer where it was"]);
}

/// The looks at files are no work that the window waits for.
fn settle_looks(window: &mut Window) {
    std::thread::sleep(std::time::Duration::from_millis(50));
    settle(window);
}

#[test]
fn the_rules_tell_who_holds_what_and_lead_to_them() {
    let mut window = sample(Language::English);
    open(&mut window, Page::Rules);
    check_shows(&window, &["At least 100,000 USD", "At least 300,000 USD", "1 qualifies", "nobody qualifies"]);
    let found: Vec<_> = window.get_all_by_role_and_label(Role::Button, "Íñigo Peña").collect();
    found[0].click();
    drop(found);
    settle(&mut window);
    assert_eq!(window.state().state().page, Page::People);
    check_shows(&window, &["Credentials", "Customization specialist"]);
    window.key_press(Key::Escape);
    settle(&mut window);
    assert!(!shows(&window, "Credentials"));
}

#[test]
fn another_rulebook_is_opened_and_undone_in_both_languages() {
    for language in Language::ALL {
        let mut window = sample(language);
        open(&mut window, Page::Rules);
        let before = rules(&window);
        for rulebook in builtins() {
            let (id, edition) = (rulebook.id.clone(), Some(rulebook.edition.clone()));
            give(&mut window, Command::UseRulebook { id, edition });
            check_shows(&window, &[Texts::new(language).pick(&rulebook.title)]);
            // Every exam of it stands on the page or is to be scrolled to.
            assert_eq!(rules(&window), (rulebook.id.clone(), rulebook.edition.clone()));
        }
        for _ in builtins() {
            undo(&mut window);
        }
        assert_eq!(rules(&window), before);
    }
}

fn own_rulebook(folder: &Path) -> PathBuf {
    let text = builtins()[0].to_file().replacen("\"100000 USD\"", "\"70000 USD\"", 1);
    written(folder, "own.json", &text)
}

#[test]
fn a_rulebook_of_ones_own_is_opened_kept_and_undone() {
    let folder = tempfile::tempdir().unwrap();
    let answers = Answers { rulebook: Choice::Chosen(own_rulebook(folder.path())), ..NOBODY_ASKED };
    let mut window = window_with(Start::Sample, Language::English, [1280.0, 800.0], answers);
    open(&mut window, Page::Rules);
    click(&mut window, "Open another…");
    click(&mut window, "Open a rulebook file…");
    check_shows(&window, &["At least 70,000 USD", "rules from a file of yours"]);
    // The same edition of the program is another rulebook.
    let own = window.state().state().workspace.clone();
    let saved = folder.path().join("own.touchstone");
    workspace::save(&own, &saved, Overwrite::Anything).unwrap();
    assert_eq!(workspace::open(&saved).unwrap().0.rulebook, own.rulebook);
    let (id, edition) = (own.rulebook.id.clone(), Some(own.rulebook.edition.clone()));
    give(&mut window, Command::UseRulebook { id, edition });
    check_shows(&window, &["At least 100,000 USD"]);
    undo(&mut window);
    check_shows(&window, &["At least 70,000 USD"]);
    undo(&mut window);
    check_shows(&window, &["At least 100,000 USD"]);
}

#[test]
fn a_faulty_rulebook_is_refused_with_every_fault_in_both_languages() {
    for language in Language::ALL {
        let folder = tempfile::tempdir().unwrap();
        let text = builtins()[0].to_file().replacen("\"100000 USD\"", "\"many USD\"", 1);
        let text = text.replacen("\"300000 USD\"", "\"300000\"", 1);
        let path = written(folder.path(), "faulty.json", &text);
        let mut window = window_with(Start::Sample, language, [1280.0, 800.0], NOBODY_ASKED);
        let before = rules(&window);
        give(&mut window, Command::OpenRulebookFile(path));
        assert_eq!(rules(&window), before);
        assert_eq!(window.state().state().page, Page::Rules);
        check_shows(&window, &["faulty.json", "many USD", "levels[0].requirements[0].thresholds", "levels[1]"]);
        let dismiss = says(&window, "command-dismiss");
        click(&mut window, &dismiss);
        assert!(!shows(&window, "faulty.json"));
    }
}

#[track_caller]
fn check_refused(name: &str, bytes: &[u8]) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join(name);
    std::fs::write(&path, bytes).unwrap();
    let mut window = sample(Language::English);
    give(&mut window, Command::OpenRulebookFile(path));
    check_shows(&window, &[name, "The rules stay as they were"]);
    assert_eq!(rules(&window).0, "cloud-crm");
}

#[test]
fn what_is_no_rulebook_at_all_is_refused() {
    check_refused("empty.json", b"");
    check_refused("picture.json", &[0xff, 0xd8, 0, 0, 1]);
    check_refused("large.json", &vec![b' '; 5 << 20]);
}

#[test]
fn somebody_is_assumed_to_have_left_and_brought_back_in_both_languages() {
    for language in Language::ALL {
        let mut window = sample(language);
        let all = people(&window);
        select(&mut window, "Íñigo Peña");
        let (leave, back) = (says(&window, "command-assume-left"), says(&window, "command-not-assume-left"));
        click(&mut window, &leave);
        assert_eq!(people(&window), all - 1);
        click(&mut window, &back);
        assert_eq!(people(&window), all);
    }
}

#[test]
fn a_pass_is_assumed_and_taken_back_on_the_panel() {
    let mut window = sample(Language::English);
    select(&mut window, "Ana Núñez");
    let boxes: Vec<_> = window.get_all_by_role_and_label(Role::Button, "Assume passed").collect();
    boxes[0].click();
    drop(boxes);
    settle(&mut window);
    // The table has a heading of that name, too.
    let exams: Vec<_> = window.get_all_by_role_and_label(Role::Button, "MB2-710").collect();
    exams.iter().find(|node| node.rect().min.x > 900.0).unwrap().click();
    drop(exams);
    settle(&mut window);
    let passes = |window: &Window| window.state().state().workspace.assumptions.passes.len();
    assert_eq!(passes(&window), 1);
    check_shows(&window, &["Qualifies", "assumed"]);
    click(&mut window, "Undo the assumption");
    assert_eq!(passes(&window), 0);
}

#[test]
fn the_panel_scrolls_inside_the_smallest_window() {
    for language in Language::ALL {
        let mut window = window_with(Start::Sample, language, [900.0, 600.0], NOBODY_ASKED);
        select(&mut window, "Ana Núñez");
        let close = says(&window, "command-close-person");
        let rect = window.get_by_role_and_label(Role::Button, &close).rect();
        assert!(rect.max.x < 900.0 && rect.max.y < 200.0, "{rect:?}");
        let leave = says(&window, "command-assume-left");
        assert!(window.get_by_role_and_label(Role::Button, &leave).rect().max.x < 890.0);
    }
}
