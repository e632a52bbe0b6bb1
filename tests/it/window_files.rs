//! New, open and save, driven by what the widgets are called.

use std::path::PathBuf;
use std::time::{Duration, Instant};

use egui::{Key, Modifiers};
use touchstone::headless::Arguments;
use touchstone::texts::{Language, Texts};
use touchstone::ui::{Answer, App, Ask, Choice, Command, Page, Start, Then};
use touchstone::workspace::{self, Folders, Overwrite, Preferences, Workspace};

use crate::company::day;
use crate::window::{
    Answers, NOBODY_ASKED, Window, check_shows, click, drop_files, settle, shows, wait_until, window_of, written,
};

const EXPORT: &str = "Name,Exam,Date\nAna Núñez,MB2-714,2016-03-02\nÍñigo Peña,MB2-712,2016-05-20\n";
const AMBIGUOUS: &str = "Name,Exam,Date\nAna Núñez,MB2-714,05/06/2016\nÍñigo Peña,MB2-712,07/08/2016\n";
const LATER: &str = "Name,Exam,Date\nMarta Ruiz,MB2-713,2016-07-01\n";

/// A place for exports and workspaces, and the program's own folders in it.
struct Place(tempfile::TempDir);

impl Place {
    fn new() -> Self {
        Self(tempfile::tempdir().unwrap())
    }

    fn path(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }

    fn folders(&self) -> Folders {
        Folders::below(self.path("home"))
    }

    fn window(&self, start: Start) -> Window {
        let answers = Answers {
            workspace: Choice::Chosen(self.path("Alborán.touchstone")),
            save_as: Choice::Chosen(self.path("Alborán.touchstone")),
            ..NOBODY_ASKED
        };
        self.window_answering(start, answers)
    }

    fn window_answering(&self, start: Start, answers: Answers) -> Window {
        let app = App::new(&egui::Context::default(), start, day("2017-07-03"), Language::English, Box::new(answers));
        window_of(app.keeping_in(self.folders(), Preferences::load(&self.folders())), [1280.0, 800.0])
    }

    fn drop_export(&self, window: &mut Window, name: &str, content: &str) {
        drop_files(window, &[written(self.0.path(), name, content)]);
    }

    /// A window on an export that is saved.
    fn saved(&self) -> Window {
        let mut window = self.window(Start::Empty);
        self.drop_export(&mut window, "clear.csv", EXPORT);
        press(&mut window, Modifiers::COMMAND, Key::S);
        window
    }

    /// A window on what another saved that is gone.
    fn opened(&self) -> Window {
        // The thread that keeps the file ends a moment after its window.
        let lock = self.path(".Alborán.touchstone.lock");
        let started = Instant::now();
        while lock.exists() {
            assert!(started.elapsed() < Duration::from_mins(1), "the other window keeps the file");
            std::thread::sleep(Duration::from_millis(5));
        }
        self.window(Start::Workspace(self.path("Alborán.touchstone")))
    }

    fn on_disk(&self, name: &str) -> Workspace {
        workspace::open(&self.path(name)).unwrap().0
    }

    fn autosaves(&self) -> usize {
        let entries = std::fs::read_dir(self.folders().autosaves).into_iter().flatten().flatten();
        entries.filter(|entry| workspace::is_workspace(&entry.path())).count()
    }

    /// Does something, and waits until that many workspaces are saved by themselves.
    fn wait_for_autosaves(&self, window: &mut Window, count: usize) {
        wait_until(window, |_| self.autosaves() == count);
    }
}

fn press(window: &mut Window, modifiers: Modifiers, key: Key) {
    window.key_press_modifiers(modifiers, key);
    settle(window);
}

fn sources(window: &Window) -> usize {
    window.state().state().workspace.sources.len()
}

fn is_changed(window: &Window) -> bool {
    window.state().state().is_changed()
}

fn give(window: &mut Window, command: Command) {
    window.state_mut().give(command);
    settle(window);
}

#[test]
fn a_workspace_is_saved_and_opened_again() {
    let place = Place::new();
    let mut window = place.window(Start::Empty);
    assert!(!is_changed(&window));
    place.drop_export(&mut window, "clear.csv", EXPORT);
    check_shows(&window, &["File Untitled not saved yet"]);
    press(&mut window, Modifiers::COMMAND, Key::S);
    check_shows(&window, &["File Alborán.touchstone"]);
    assert!(!is_changed(&window));
    press(&mut window, Modifiers::COMMAND, Key::N);
    assert_eq!((sources(&window), shows(&window, "Drop your exports here")), (0, true));
    press(&mut window, Modifiers::COMMAND, Key::O);
    assert_eq!((sources(&window), is_changed(&window)), (1, false));
    assert_eq!(place.on_disk("Alborán.touchstone").snapshots.len(), 1, "the day's result is kept");
}

#[test]
fn a_workspace_opens_from_the_command_line_by_dropping_and_among_the_recent_ones() {
    let place = Place::new();
    drop(place.saved());
    assert_eq!(sources(&place.opened()), 1);
    let mut window = place.window(Start::Empty);
    check_shows(&window, &["Recent"]);
    click(&mut window, "Alborán.touchstone");
    assert_eq!(sources(&window), 1);
    press(&mut window, Modifiers::COMMAND, Key::N);
    drop_files(&mut window, &[place.path("Alborán.touchstone")]);
    assert_eq!(sources(&window), 1);
}

#[test]
fn the_menu_offers_what_can_be_done() {
    let place = Place::new();
    let mut window = place.saved();
    click(&mut window, "File Alborán.touchstone");
    check_shows(&window, &["New", "Open…", "Save", "Save as…", "Undo the import", "Redo"]);
    click(&mut window, "New");
    assert_eq!(sources(&window), 0);
}

#[test]
fn a_recent_workspace_that_is_gone_is_said_and_forgotten() {
    let place = Place::new();
    drop(place.saved());
    std::fs::remove_file(place.path("Alborán.touchstone")).unwrap();
    let mut window = place.window(Start::Empty);
    click(&mut window, "Alborán.touchstone");
    check_shows(&window, &["is not there"]);
    assert!(!shows(&window, "Recent"));
}

/// Begins anew with a change that is not saved, and answers what is asked.
#[track_caller]
fn check_unsaved(answer: impl Fn(&mut Window), expected_sources: usize, expected_on_disk: usize) {
    let place = Place::new();
    let mut window = place.saved();
    place.drop_export(&mut window, "later.csv", LATER);
    press(&mut window, Modifiers::COMMAND, Key::N);
    check_shows(&window, &["Save Alborán.touchstone?"]);
    assert_eq!(sources(&window), 2, "nothing is done before the answer");
    answer(&mut window);
    assert_eq!(sources(&window), expected_sources);
    assert_eq!(place.on_disk("Alborán.touchstone").sources.len(), expected_on_disk);
    assert!(!shows(&window, "Save Alborán.touchstone?"));
}

#[test]
fn what_is_not_saved_is_asked_about_before_it_goes() {
    check_unsaved(|window| click(window, "Save"), 0, 2);
    check_unsaved(|window| click(window, "Don’t save"), 0, 1);
    check_unsaved(|window| click(window, "Cancel"), 2, 1);
}

#[test]
fn enter_saves_and_escape_goes_on() {
    check_unsaved(|window| press(window, Modifiers::NONE, Key::Enter), 0, 2);
    check_unsaved(|window| press(window, Modifiers::NONE, Key::Escape), 2, 1);
}

#[test]
fn closing_asks_and_goes_once_it_is_answered() {
    let place = Place::new();
    let mut window = place.window(Start::Empty);
    place.drop_export(&mut window, "clear.csv", EXPORT);
    place.wait_for_autosaves(&mut window, 1);
    give(&mut window, Command::Close);
    assert_eq!(window.state().state().file.ask, Some(Ask::Unsaved(Then::Close)));
    give(&mut window, Command::Answer(Answer::DontSave));
    wait_until(&mut window, |app| app.state().file.may_close);
    assert_eq!(place.autosaves(), 0, "what the user does not want is not offered again");
}

#[test]
fn a_dialog_that_is_cancelled_closes_nothing() {
    let place = Place::new();
    let mut window = place.window_answering(Start::Empty, NOBODY_ASKED);
    place.drop_export(&mut window, "clear.csv", EXPORT);
    give(&mut window, Command::Close);
    click(&mut window, "Save");
    assert_eq!((sources(&window), window.state().state().file.may_close), (1, false));
    press(&mut window, Modifiers::COMMAND, Key::S);
    assert_eq!((is_changed(&window), window.state().state().file.may_close), (true, false));
}

#[test]
fn what_is_done_while_the_question_is_open_is_not_lost_unasked() {
    let place = Place::new();
    let mut window = place.saved();
    let app = window.state_mut();
    app.give(Command::Open);
    app.give(Command::SetMarket(touchstone::rulebook::Market::Developing));
    settle(&mut window);
    let asked = Some(Ask::Unsaved(Then::Open(place.path("Alborán.touchstone"))));
    assert_eq!((&window.state().state().file.ask, is_changed(&window)), (&asked, true));
}

/// What is left by a window that came to its end.
fn left(place: &Place, window: Window, count: usize) {
    let mut window = window;
    place.wait_for_autosaves(&mut window, count);
    drop(window);
    // The thread that saves lets go of the file a moment after.
    std::thread::sleep(Duration::from_millis(300));
}

#[test]
fn what_a_crash_left_is_offered_and_restored() {
    let place = Place::new();
    let mut window = place.saved();
    place.drop_export(&mut window, "later.csv", LATER);
    left(&place, window, 1);
    let mut window = place.window(Start::Empty);
    wait_until(&mut window, |app| !app.state().file.offers.is_empty());
    check_shows(&window, &["Touchstone ended unexpectedly. Alborán.touchstone was changed on"]);
    click(&mut window, "Restore");
    assert_eq!((sources(&window), is_changed(&window)), (2, true));
    assert!(!shows(&window, "Touchstone ended unexpectedly"));
    press(&mut window, Modifiers::COMMAND, Key::S);
    assert_eq!(place.on_disk("Alborán.touchstone").sources.len(), 2);
    assert_eq!(place.autosaves(), 0);
}

#[test]
fn what_can_not_be_restored_leaves_the_open_workspace_its_file_and_stays_offered() {
    let place = Place::new();
    let mut window = place.saved();
    place.drop_export(&mut window, "later.csv", LATER);
    left(&place, window, 1);
    let mut window = place.window(Start::Workspace(place.path("Alborán.touchstone")));
    wait_until(&mut window, |app| !app.state().file.offers.is_empty());
    let at = window.state().state().file.offers[0].at.clone();
    std::fs::write(&at, "no workspace").unwrap();
    click(&mut window, "Restore");
    assert_eq!((sources(&window), window.state().state().file.offers.len()), (1, 1));
    place.drop_export(&mut window, "later.csv", LATER);
    press(&mut window, Modifiers::COMMAND, Key::S);
    assert_eq!((is_changed(&window), place.on_disk("Alborán.touchstone").sources.len()), (false, 2));
}

#[test]
fn work_that_had_no_file_is_offered_too_and_discarded() {
    let place = Place::new();
    let mut window = place.window(Start::Empty);
    place.drop_export(&mut window, "clear.csv", EXPORT);
    left(&place, window, 1);
    let mut window = place.window(Start::Empty);
    wait_until(&mut window, |app| !app.state().file.offers.is_empty());
    check_shows(&window, &["Work that had no file yet was changed on"]);
    click(&mut window, "Discard");
    place.wait_for_autosaves(&mut window, 0);
    assert!(!shows(&window, "Touchstone ended unexpectedly"));
}

#[test]
fn a_step_taken_back_leaves_nothing_to_offer() {
    let place = Place::new();
    let mut window = place.window(Start::Empty);
    place.drop_export(&mut window, "clear.csv", EXPORT);
    place.wait_for_autosaves(&mut window, 1);
    press(&mut window, Modifiers::COMMAND, Key::Z);
    place.wait_for_autosaves(&mut window, 0);
    assert!(!is_changed(&window));
}

#[test]
fn a_second_window_on_a_workspace_can_only_look_and_save_elsewhere() {
    let place = Place::new();
    let first = place.saved();
    let answers = Answers { save_as: Choice::Chosen(place.path("Copy.touchstone")), ..NOBODY_ASKED };
    let mut second = place.window_answering(Start::Workspace(place.path("Alborán.touchstone")), answers);
    check_shows(&second, &["Alborán.touchstone is open in another window"]);
    place.drop_export(&mut second, "later.csv", LATER);
    press(&mut second, Modifiers::COMMAND, Key::S);
    assert!(is_changed(&second));
    click(&mut second, "Save as…");
    assert!(!shows(&second, "is open in another window"));
    assert_eq!(place.on_disk("Copy.touchstone").sources.len(), 2);
    assert_eq!(place.on_disk("Alborán.touchstone").sources.len(), 1);
    drop(first);
}

/// Saves a change after somebody else wrote the file, and answers what is asked.
fn changed_on_disk(place: &Place) -> Window {
    let mut window = place.saved();
    workspace::save(&Workspace::new(day("2017-07-03")), &place.path("Alborán.touchstone"), Overwrite::Anything)
        .unwrap();
    place.drop_export(&mut window, "later.csv", LATER);
    press(&mut window, Modifiers::COMMAND, Key::S);
    check_shows(&window, &["Alborán.touchstone has changed on disk"]);
    window
}

#[test]
fn what_somebody_else_saved_is_not_overwritten_unasked() {
    let place = Place::new();
    let mut window = changed_on_disk(&place);
    click(&mut window, "Cancel");
    assert_eq!((sources(&window), place.on_disk("Alborán.touchstone").sources.len()), (2, 0));
    press(&mut window, Modifiers::COMMAND, Key::S);
    click(&mut window, "Overwrite");
    assert_eq!((is_changed(&window), place.on_disk("Alborán.touchstone").sources.len()), (false, 2));
    assert_eq!(place.on_disk("Alborán.backup.touchstone").sources.len(), 0);
}

#[test]
fn what_somebody_else_saved_is_taken_by_reloading() {
    let place = Place::new();
    let mut window = changed_on_disk(&place);
    click(&mut window, "Reload");
    assert_eq!((sources(&window), is_changed(&window)), (0, false));
    assert!(!window.state().state().file.read_only, "the file is still this window's");
}

#[test]
fn a_save_that_fails_says_why_and_loses_nothing() {
    let place = Place::new();
    let answers = Answers { save_as: Choice::Chosen(place.path("gone/Alborán.touchstone")), ..NOBODY_ASKED };
    let mut window = place.window_answering(Start::Empty, answers);
    place.drop_export(&mut window, "clear.csv", EXPORT);
    press(&mut window, Modifiers::COMMAND, Key::S);
    check_shows(&window, &["its folder is gone"]);
    assert_eq!((sources(&window), is_changed(&window)), (1, true));
}

#[test]
fn a_file_that_is_no_workspace_is_refused_and_the_open_one_stays() {
    let place = Place::new();
    let mut window = place.saved();
    let other = written(place.0.path(), "Other.touchstone", "not one");
    drop_files(&mut window, &[other]);
    check_shows(&window, &["is not a Touchstone workspace"]);
    assert_eq!((sources(&window), is_changed(&window)), (1, false));
}

/// A window in which a file waits on the import page, after a command and an answer.
fn leaving_a_file(command: Command, answer: &str) -> Window {
    let place = Place::new();
    let mut window = place.window(Start::Empty);
    place.drop_export(&mut window, "dates.csv", AMBIGUOUS);
    give(&mut window, Command::Show(Page::Overview));
    give(&mut window, command);
    check_shows(&window, &["One file is not taken in yet", "dates.csv is left out of the workspace"]);
    click(&mut window, answer);
    assert!(!shows(&window, "is not taken in yet"));
    window
}

#[test]
fn files_that_wait_to_be_taken_in_are_asked_about_before_they_go() {
    let waiting = |window: &Window| window.state().state().review.files.len();
    for command in [Command::New, Command::Close, Command::OpenSample, Command::OpenFile("Other.touchstone".into())] {
        let window = leaving_a_file(command, "Go back");
        assert_eq!((waiting(&window), window.state().state().page), (1, Page::Import));
    }
    assert_eq!(waiting(&leaving_a_file(Command::New, "Go on anyway")), 0);
    let mut window = leaving_a_file(Command::Close, "Go on anyway");
    wait_until(&mut window, |app| app.state().file.may_close);
}

#[test]
fn what_is_not_saved_is_asked_about_after_the_files_that_wait() {
    let place = Place::new();
    let mut window = place.window(Start::Empty);
    place.drop_export(&mut window, "clear.csv", EXPORT);
    place.drop_export(&mut window, "dates.csv", AMBIGUOUS);
    give(&mut window, Command::New);
    click(&mut window, "Go on anyway");
    check_shows(&window, &["Save Untitled?"]);
    press(&mut window, Modifiers::NONE, Key::Escape);
    assert_eq!((sources(&window), window.state().state().review.files.len()), (1, 1));
}

#[test]
fn a_file_that_is_only_looked_at_again_is_not_asked_about() {
    let place = Place::new();
    let mut window = place.saved();
    let origin = window.state().state().workspace.sources[0].origin.clone();
    give(&mut window, Command::LookAt(origin));
    assert_eq!(window.state().state().page, Page::Import);
    give(&mut window, Command::New);
    assert_eq!(sources(&window), 0);
}

#[test]
fn a_workspace_of_an_earlier_day_says_so_and_offers_today() {
    let place = Place::new();
    let mut window = place.saved();
    give(&mut window, Command::SetAsOf(day("2017-06-27")));
    press(&mut window, Modifiers::COMMAND, Key::S);
    drop(window);
    let mut window = place.opened();
    check_shows(&window, &["This is the result as of 27 June 2017"]);
    let as_of = |window: &Window| window.state().state().workspace.settings.as_of;
    assert_eq!((as_of(&window), is_changed(&window)), (day("2017-06-27"), false));
    click(&mut window, "Use today, 3 Jul 2017");
    assert_eq!((as_of(&window), shows(&window, "This is the result as of")), (day("2017-07-03"), false));
    press(&mut window, Modifiers::COMMAND, Key::S);
    drop(window);
    assert!(!shows(&place.opened(), "This is the result as of"));
}

#[test]
fn files_that_come_again_together_tell_what_they_change() {
    let place = Place::new();
    let mut window = place.saved();
    let june = [EXPORT, "Marta Ruiz,MB2-713,2016-07-01\n"].concat();
    let files = [("clear.csv", june.as_str()), ("later.csv", LATER)];
    drop_files(&mut window, &files.map(|(name, content)| written(place.0.path(), name, content)));
    check_shows(&window, &["Compared with before: 1 new, 0 changed, 3 as before, 0 gone."]);
    press(&mut window, Modifiers::COMMAND, Key::Z);
    assert_eq!(sources(&window), 1, "both are one step");
    assert!(!shows(&window, "Compared with before"));
}

#[test]
fn a_file_that_comes_again_names_who_is_gone() {
    let place = Place::new();
    let mut window = place.saved();
    place.drop_export(&mut window, "clear.csv", LATER);
    check_shows(&window, &["1 new, 0 changed, 0 as before, 2 gone. Gone: Ana Núñez MB2-714, Íñigo Peña MB2-712."]);
}

#[test]
fn a_window_that_waits_for_a_save_goes_once_it_is_done() {
    let place = Place::new();
    let mut window = place.saved();
    place.drop_export(&mut window, "later.csv", LATER);
    window.state_mut().give(Command::Save);
    window.state_mut().give(Command::Close);
    wait_until(&mut window, |app| app.state().file.may_close);
    assert_eq!(place.on_disk("Alborán.touchstone").sources.len(), 2, "nobody was asked to save what is being saved");
    assert_eq!(place.autosaves(), 0);
}

#[test]
fn language_colours_and_size_are_kept_between_starts() {
    let place = Place::new();
    let mut window = place.window(Start::Empty);
    give(&mut window, Command::SetLanguage(Language::Spanish));
    give(&mut window, Command::SetTheme(egui::ThemePreference::Dark));
    window.state_mut().give(Command::SetZoom(120));
    window.run();
    let kept = |folders: &Folders| {
        let kept = Preferences::load(folders);
        (kept.language, kept.colours, kept.zoom)
    };
    let expected = (Some(Language::Spanish), Some(workspace::Colours::Dark), Some(120));
    wait_until(&mut window, |_| kept(&place.folders()) == expected);
    let next = place.window(Start::Empty);
    assert_eq!(next.state().state().theme, egui::ThemePreference::Dark);
    assert!((next.ctx.zoom_factor() - 1.2).abs() < 0.001);
}

#[test]
fn the_sample_is_never_asked_about() {
    let place = Place::new();
    let mut window = place.window(Start::Sample);
    give(&mut window, Command::SetMarket(touchstone::rulebook::Market::Developing));
    click(&mut window, "Leave the sample");
    assert_eq!((sources(&window), is_changed(&window)), (0, false));
    assert_eq!(window.state().state().file.ask, None);
}

#[test]
fn the_command_line_takes_a_workspace_and_nothing_else_without_a_command() {
    let read = |line: &[&str]| {
        let line = line.iter().map(|word| std::ffi::OsString::from(*word));
        Arguments::read(line, &Texts::new(Language::English)).ok().map(|read| read.workspace)
    };
    assert_eq!(read(&["touchstone"]), Some(None));
    assert_eq!(read(&["touchstone", "Year.touchstone"]), Some(Some("Year.touchstone".into())));
    assert_eq!(read(&["touchstone", "Year.TOUCHSTONE", "--lang", "es"]), Some(Some("Year.TOUCHSTONE".into())));
    assert_eq!(read(&["touchstone", "export.xlsx"]), None);
    assert_eq!(read(&["touchstone", "Year.touchstone", "evaluate", "export.xlsx"]), None);
    assert_eq!(read(&["touchstone", "Year.touchstone", "--sample"]), None);
}

#[test]
fn the_day_s_result_that_a_save_kept_stays_when_the_step_before_is_undone() {
    let place = Place::new();
    let mut window = place.saved();
    let kept = |window: &Window| window.state().state().workspace.snapshots.len();
    assert_eq!((sources(&window), kept(&window)), (1, 1));
    press(&mut window, Modifiers::COMMAND, Key::Z);
    assert_eq!((sources(&window), kept(&window)), (0, 1));
    press(&mut window, Modifiers::COMMAND | Modifiers::SHIFT, Key::Z);
    assert_eq!((sources(&window), kept(&window), is_changed(&window)), (1, 1, false));
}

#[test]
fn a_window_that_stays_open_notices_the_next_day() {
    let place = Place::new();
    let mut window = place.saved();
    assert!(!shows(&window, "This is the result as of"));
    let other =
        App::new(&egui::Context::default(), Start::Empty, day("2017-07-03"), Language::English, Box::new(NOBODY_ASKED));
    let app = std::mem::replace(window.state_mut(), other);
    *window.state_mut() = app.following(|| day("2017-07-04"));
    settle(&mut window);
    check_shows(&window, &["This is the result as of 3 July 2017"]);
    click(&mut window, "Use today, 4 Jul 2017");
    assert_eq!(window.state().state().workspace.settings.as_of, day("2017-07-04"));
}

#[test]
fn files_that_wait_are_asked_about_before_reloading_and_what_changed_is_not() {
    let place = Place::new();
    let mut window = changed_on_disk(&place);
    click(&mut window, "Cancel");
    let unclear = "Name,Exam,Date\nAna Núñez,MB2-714,05/06/2016\nÍñigo Peña,MB2-712,07/08/2016\n";
    place.drop_export(&mut window, "unclear.csv", unclear);
    press(&mut window, Modifiers::COMMAND, Key::S);
    click(&mut window, "Reload");
    let path = place.path("Alborán.touchstone");
    assert_eq!(window.state().state().file.ask, Some(Ask::NotTakenIn(Then::Reload(path))));
    give(&mut window, Command::Answer(Answer::WithoutFiles));
    assert_eq!((sources(&window), is_changed(&window)), (0, false));
}

#[test]
fn an_empty_window_that_stays_open_goes_on_to_the_next_day() {
    let place = Place::new();
    let app =
        App::new(&egui::Context::default(), Start::Empty, day("2017-07-03"), Language::English, Box::new(NOBODY_ASKED));
    let mut window = window_of(app.following(|| day("2017-07-04")), [1280.0, 800.0]);
    settle(&mut window);
    assert!(!is_changed(&window));
    place.drop_export(&mut window, "clear.csv", EXPORT);
    assert_eq!(window.state().state().workspace.settings.as_of, day("2017-07-04"));
    assert!(!shows(&window, "This is the result as of"));
}
