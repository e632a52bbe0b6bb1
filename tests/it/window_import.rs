//! The import page, undo, and the user's word on people and exams, driven by what the widgets are called.

use std::path::PathBuf;

use egui::{Key, Role};
use egui_kittest::kittest::Queryable;
use touchstone::texts::Language;
use touchstone::ui::{Choice, Command, Page, Start};

use crate::window::{
    Answers, NOBODY_ASKED, Window, check_shows, click, drop_files, open, sample, sample_files, settle, shows,
    window_with, written,
};

/// A window on which files were dropped, by name and content.
fn window_on(files: &[(&str, &str)]) -> (Window, tempfile::TempDir) {
    let folder = tempfile::tempdir().unwrap();
    let paths: Vec<PathBuf> = files.iter().map(|(name, content)| written(folder.path(), name, content)).collect();
    let mut window = window_with(Start::Empty, Language::English, [1280.0, 800.0], NOBODY_ASKED);
    drop_files(&mut window, &paths);
    (window, folder)
}

const CLEAR: &str = "Name,Exam,Date\nAna Núñez,MB2-714,2016-03-02\nÍñigo Peña,MB2-712,2016-05-20\n";
const AMBIGUOUS: &str = "Name,Exam,Date\nAna Núñez,MB2-714,05/06/2016\nÍñigo Peña,MB2-712,07/08/2016\n";
const UNKNOWN_HEADINGS: &str =
    "Who,Which,When,Remark\nAna Núñez,MB2-714,2016-03-02,a\nÍñigo Peña,MB2-712,2016-05-20,b\n";

fn page(window: &Window) -> Page {
    window.state().state().page
}

fn sources(window: &Window) -> Vec<String> {
    window.state().state().workspace.sources().map(|source| source.file.to_string()).collect()
}

/// The days on which exams were passed, in the file's order.
fn passed(window: &Window) -> Vec<String> {
    let sources = window.state().state().workspace.sources();
    sources.flat_map(|source| &source.credentials).map(|row| row.passed.to_string()).collect()
}

#[test]
fn a_clear_file_is_taken_in_without_the_page() {
    let (window, _folder) = window_on(&[("clear.csv", CLEAR)]);
    assert_eq!((page(&window), sources(&window).len()), (Page::Overview, 1));
    check_shows(&window, &["clear.csv read: 2 rows, 2 records, 0 left out"]);
}

#[track_caller]
fn check_date_answer(answer: &str, expected: &str) {
    let (mut window, _folder) = window_on(&[("dates.csv", AMBIGUOUS)]);
    assert_eq!(page(&window), Page::Import);
    check_shows(&window, &["Which day is “05/06/2016” in the column Date?", "As it stands", "As it will be read"]);
    assert!(sources(&window).is_empty(), "nothing is taken in before it was asked");
    click(&mut window, answer);
    assert!(!shows(&window, "Which day is"));
    check_shows(&window, &[answer]);
    click(&mut window, "Take in");
    assert_eq!((page(&window), passed(&window)[0].as_str()), (Page::Overview, expected));
}

#[test]
fn a_question_about_dates_is_answered_by_one_of_the_days() {
    check_date_answer("5 Jun 2016", "2016-06-05");
    check_date_answer("6 May 2016", "2016-05-06");
}

#[test]
fn an_answer_is_remembered_for_files_with_the_same_headings() {
    let (mut window, folder) = window_on(&[("dates.csv", AMBIGUOUS)]);
    click(&mut window, "6 May 2016");
    click(&mut window, "Take in");
    let next = written(folder.path(), "next.csv", "Name,Exam,Date\nAna Núñez,MB2-710,02/03/2016\n");
    drop_files(&mut window, &[next]);
    assert_ne!(page(&window), Page::Import);
    assert_eq!(passed(&window).last().unwrap(), "2016-02-03");
}

#[test]
fn a_column_is_chosen_and_the_preview_follows() {
    let (mut window, _folder) = window_on(&[("odd.csv", CLEAR)]);
    open(&mut window, Page::Sources);
    click(&mut window, "Columns…");
    assert_eq!(page(&window), Page::Import);
    click(&mut window, "Column Name: Name");
    click(&mut window, "Not used");
    check_shows(&window, &["Column Name: Not used", "chosen", "Left out: Nobody named"]);
    click(&mut window, "Column Name: Not used");
    click(&mut window, "Name");
    assert!(!shows(&window, "Left out"));
    click(&mut window, "Leave as it was");
    assert_eq!((page(&window), passed(&window).len()), (Page::Sources, 2));
}

#[test]
fn headings_that_tell_nothing_are_asked_about() {
    let (mut window, _folder) = window_on(&[("odd.csv", UNKNOWN_HEADINGS)]);
    if page(&window) == Page::Import {
        click(&mut window, "Take in");
    }
    assert_eq!(passed(&window), ["2016-03-02", "2016-05-20"]);
}

#[test]
fn unclear_files_wait_in_line_and_can_be_skipped() {
    let files = [("one.csv", AMBIGUOUS), ("clear.csv", CLEAR), ("two.csv", AMBIGUOUS)];
    let (mut window, _folder) = window_on(&files);
    assert_eq!(sources(&window), ["clear.csv"]);
    check_shows(&window, &["How one.csv is read", "1 of 2", "To check, 2 files to check"]);
    click(&mut window, "Skip this file");
    check_shows(&window, &["How two.csv is read", "2 of 2", "one.csv was not taken in"]);
    click(&mut window, "Take in");
    assert_eq!((page(&window), sources(&window)), (Page::Overview, vec!["clear.csv".to_owned(), "two.csv".to_owned()]));
}

#[test]
fn enter_takes_in_and_escape_skips() {
    for (key, taken) in [(Key::Enter, 1), (Key::Escape, 0)] {
        let (mut window, _folder) = window_on(&[("dates.csv", AMBIGUOUS)]);
        window.key_press(key);
        settle(&mut window);
        assert_eq!((sources(&window).len(), window.state().state().review.files.len()), (taken, 0));
    }
}

#[test]
fn whose_transcript_it_is_is_asked() {
    let transcript = "Exam Title,Exam Number,Exam Date\nCustomer Service,MB2-714,2016-03-02\n";
    let (mut window, _folder) = window_on(&[("transcript.csv", transcript)]);
    check_shows(&window, &["Whose credentials are these?"]);
    let field = window.get_by_role_and_label(Role::TextInput, "Name");
    field.focus();
    window.run();
    window.get_by_role_and_label(Role::TextInput, "Name").type_text("Laura Gómez");
    settle(&mut window);
    click(&mut window, "Theirs");
    click(&mut window, "Take in");
    let people = window.state().state().outcome.as_ref().unwrap().ledger.people.clone();
    assert_eq!(people.iter().map(|person| person.name.as_str()).collect::<Vec<_>>(), ["Laura Gómez"]);
}

#[test]
fn a_protected_workbook_is_opened_with_its_password() {
    let file = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/protected.xlsx");
    let mut window = window_with(Start::Empty, Language::English, [1280.0, 800.0], NOBODY_ASKED);
    drop_files(&mut window, &[file]);
    check_shows(&window, &["This workbook is protected by a password."]);
    window.state_mut().give(Command::TypePassword("wrong".to_owned()));
    settle(&mut window);
    click(&mut window, "Open");
    check_shows(&window, &["That is not its password."]);
    click(&mut window, "Skip this file");
    assert_eq!(page(&window), Page::Overview);
}

#[test]
fn an_import_is_undone_and_the_sample_comes_back() {
    let mut window = sample(Language::English);
    drop_files(&mut window, &sample_files()[1..]);
    assert!(!window.state().state().is_sample);
    click(&mut window, "Undo the import");
    assert!(window.state().state().is_sample);
    check_shows(&window, &["1 exam away", "The import was taken back"]);
}

#[test]
fn a_removed_file_comes_back_by_undo() {
    let (mut window, _folder) = window_on(&[("clear.csv", CLEAR)]);
    open(&mut window, Page::Sources);
    click(&mut window, "Remove clear.csv");
    check_shows(&window, &["Drop your exports here"]);
    window.key_press_modifiers(egui::Modifiers::COMMAND, Key::Z);
    settle(&mut window);
    assert_eq!(sources(&window), ["clear.csv"]);
}

#[test]
fn a_file_read_again_says_what_is_new_and_gone() {
    let (mut window, folder) = window_on(&[("clear.csv", CLEAR)]);
    written(
        folder.path(),
        "clear.csv",
        "Name,Exam,Date\nAna Núñez,MB2-714,2016-03-02\nMarta Ruiz,MB2-713,2016-07-01\n",
    );
    open(&mut window, Page::Sources);
    click(&mut window, "Read clear.csv again");
    check_shows(&window, &["1 new, 0 changed, 1 as before, 1 gone"]);
}

#[test]
fn a_later_export_takes_the_place_of_the_earlier_one() {
    let (mut window, folder) = window_on(&[("may.csv", CLEAR)]);
    let june = "Name,Exam,Date\nAna Núñez,MB2-714,2016-03-02\nAna Núñez,MB2-710,2016-06-01\n";
    drop_files(&mut window, &[written(folder.path(), "june.csv", june)]);
    check_shows(&window, &["1 new, 0 different, 1 the same"]);
    click(&mut window, "Use instead of may.csv");
    assert_eq!(sources(&window), ["june.csv"]);
    check_shows(&window, &["1 new, 0 changed, 1 as before, 1 gone"]);
    for expected in [vec!["may.csv", "june.csv"], vec!["may.csv"], vec![]] {
        window.key_press_modifiers(egui::Modifiers::COMMAND, Key::Z);
        settle(&mut window);
        assert_eq!(sources(&window), expected);
    }
}

const ONE_PERSON: &str =
    "Name,MCP ID,Exam,Date\nAna Núñez García,7470319,MB2-714,2016-03-02\n\"Núñez García, Ana\",,MB2-710,2016-04-02\n";

fn people(window: &Window) -> usize {
    window.state().state().outcome.as_ref().unwrap().ledger.people.len()
}

#[test]
fn two_people_who_are_one_are_joined_and_separated_again() {
    let (mut window, _folder) = window_on(&[("people.csv", ONE_PERSON)]);
    open(&mut window, Page::People);
    check_shows(&window, &["These may be one person"]);
    click(&mut window, "They are one");
    assert_eq!(people(&window), 1);
    check_shows(&window, &["Now one person"]);
    assert!(!shows(&window, "These may be one person"));
    click(&mut window, "Ana Núñez García");
    click(&mut window, "Take back");
    assert_eq!(people(&window), 2);
}

#[test]
fn two_people_who_are_two_are_asked_about_once() {
    let (mut window, _folder) = window_on(&[("people.csv", ONE_PERSON)]);
    open(&mut window, Page::People);
    click(&mut window, "They are two");
    assert!(!shows(&window, "These may be one person"));
    assert_eq!(people(&window), 2);
    open(&mut window, Page::Sources);
    check_shows(&window, &["are two"]);
    click(&mut window, "Take back");
    open(&mut window, Page::People);
    check_shows(&window, &["These may be one person"]);
}

#[test]
fn people_are_joined_by_hand() {
    let (mut window, _folder) = window_on(&[("clear.csv", CLEAR)]);
    open(&mut window, Page::People);
    click(&mut window, "Ana Núñez");
    click(&mut window, "The same person as…");
    let others: Vec<_> = window.get_all_by_role_and_label(Role::Button, "Íñigo Peña").collect();
    let in_menu = others.iter().find(|node| node.rect().min.x > 900.0);
    in_menu.unwrap().click();
    drop(others);
    settle(&mut window);
    assert_eq!(people(&window), 1);
    check_shows(&window, &["Joined by you"]);
}

#[test]
fn an_exam_that_is_nearly_known_is_read_as_the_one_that_is_meant() {
    let near = "Name,Exam,Date\nAna Núñez,MB2-7l4,2016-03-02\n";
    let (mut window, _folder) = window_on(&[("near.csv", near)]);
    let counted = |window: &Window| {
        let outcome = window.state().state().outcome.clone().unwrap();
        outcome.readiness.credentials.iter().filter(|verdict| verdict.why_not.is_none()).count()
    };
    assert_eq!(counted(&window), 0);
    open(&mut window, Page::Sources);
    click(&mut window, "Read as MB2-714");
    assert_eq!(counted(&window), 1);
    check_shows(&window, &["“MB2-7l4” is read as MB2-714"]);
    click(&mut window, "Take back");
    assert_eq!(counted(&window), 0);
}

#[test]
fn rows_left_out_are_saved_where_the_user_says() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("left out.xlsx");
    let answers = Answers { left_out: Choice::Chosen(path.clone()), ..NOBODY_ASKED };
    let mut window = window_with(Start::Empty, Language::English, [1280.0, 800.0], answers);
    let file = written(folder.path(), "bad.csv", "Name,Exam,Date\nAna,MB2-714,2016-03-02\nMarta,MB2-712,soon\n");
    drop_files(&mut window, &[file]);
    open(&mut window, Page::Sources);
    click(&mut window, "Save rows left out…");
    check_shows(&window, &["Rows left out saved as"]);
    assert!(std::fs::read(path).unwrap().starts_with(b"PK"));
}

#[test]
fn the_import_page_fits_the_smallest_window_in_both_languages() {
    for language in Language::ALL {
        let folder = tempfile::tempdir().unwrap();
        let file = written(folder.path(), "dates.csv", AMBIGUOUS);
        let mut window = window_with(Start::Empty, language, [900.0, 600.0], NOBODY_ASKED);
        drop_files(&mut window, &[file]);
        assert_eq!(page(&window), Page::Import);
        let texts = ["command-take-in", "command-skip-file"].map(|id| window.state().state().texts.get(id));
        let buttons = texts.map(|text| window.get_by_role_and_label(Role::Button, &text).rect());
        let screen = egui::Rect::from_min_size(egui::Pos2::ZERO, egui::vec2(900.0, 600.0));
        assert!(buttons.iter().all(|rect| screen.contains_rect(*rect)) && !buttons[0].intersects(buttons[1]));
    }
}
