//! The window around its pages: the list of all commands, the settings, the history, the sidebar and the top bar.

use egui::{Key, Modifiers, Role};
use egui_kittest::kittest::Queryable;
use touchstone::rulebook::Market;
use touchstone::texts::Language;
use touchstone::ui::{Command, Page};

use crate::company::day;
use crate::window::{NOBODY_ASKED, Window, check_shows, click, open, sample, settle, shows, window_with};

fn press(window: &mut Window, modifiers: Modifiers, key: Key) {
    window.key_press_modifiers(modifiers, key);
    settle(window);
}

/// Opens the list, types, and gives what is found first.
fn find(window: &mut Window, text: &str) {
    press(window, Modifiers::COMMAND, Key::K);
    window.event(egui::Event::Text(text.to_owned()));
    settle(window);
    press(window, Modifiers::NONE, Key::Enter);
    assert!(window.state().state().palette.is_none(), "{text}");
}

#[track_caller]
fn check_finds(language: Language, text: &str, holds: impl Fn(&touchstone::ui::State) -> bool) {
    let mut window = sample(language);
    find(&mut window, text);
    assert!(holds(window.state().state()), "{text}");
}

#[test]
fn every_kind_of_command_is_found_by_typing() {
    let (english, spanish) = (Language::English, Language::Spanish);
    check_finds(english, "check", |state| state.page == Page::Checklist);
    check_finds(spanish, "lista", |state| state.page == Page::Checklist);
    check_finds(english, "settings", |state| state.page == Page::Settings);
    check_finds(spanish, "ajustes", |state| state.page == Page::Settings);
    check_finds(english, "espanol", |state| state.texts.language() == Language::Spanish);
    check_finds(spanish, "idioma english", |state| state.texts.language() == Language::English);
    check_finds(english, "dark", |state| state.theme == egui::ThemePreference::Dark);
    check_finds(spanish, "oscuro", |state| state.theme == egui::ThemePreference::Dark);
    check_finds(english, "developing", |state| state.workspace.settings.market == Market::Developing);
    check_finds(spanish, "en desarrollo", |state| state.workspace.settings.market == Market::Developing);
    check_finds(english, "today", |state| state.workspace.settings.as_of == day("2017-07-03"));
    check_finds(spanish, "hoy", |state| state.workspace.settings.as_of == day("2017-07-03"));
    check_finds(english, "cloud 2017-12", |state| state.workspace.rulebook.edition == "2017-12");
    check_finds(english, "leave", |state| !state.is_sample);
    check_finds(spanish, "salir", |state| !state.is_sample);
    let is_person = |state: &touchstone::ui::State| state.page == Page::People && state.people.selected.is_some();
    check_finds(english, "inigo pena", is_person);
    check_finds(spanish, "INIGO PEÑA", is_person);
}

#[test]
fn the_list_goes_by_arrow_keys_and_closes_by_escape() {
    let mut window = sample(Language::English);
    press(&mut window, Modifiers::NONE, Key::F1);
    check_shows(&window, &["Overview, Page", "Print…, File", "Larger, Size"]);
    assert!(!shows(&window, ", File, undo"));
    press(&mut window, Modifiers::NONE, Key::ArrowUp);
    let marked = |window: &Window| window.state().state().palette.as_ref().unwrap().marked;
    let last = window.state().state().palette.as_ref().unwrap().found.len() - 1;
    assert_eq!(marked(&window), last);
    press(&mut window, Modifiers::NONE, Key::ArrowDown);
    press(&mut window, Modifiers::NONE, Key::ArrowDown);
    assert_eq!(marked(&window), 1);
    window.event(egui::Event::Text("qqqq".to_owned()));
    settle(&mut window);
    check_shows(&window, &["Nothing like that can be done now."]);
    press(&mut window, Modifiers::NONE, Key::Escape);
    assert!(window.state().state().palette.is_none());
    assert_eq!(window.state().state().page, Page::Overview);
}

#[test]
fn what_can_not_be_done_is_not_offered() {
    let mut window = window_with(touchstone::ui::Start::Empty, Language::English, [1280.0, 800.0], NOBODY_ASKED);
    press(&mut window, Modifiers::COMMAND, Key::K);
    check_shows(&window, &["Overview, Page", "Settings, Page", "Explore the sample, File"]);
    for text in ["Checklist, Page", "Print…, File", "Leave the sample, File"] {
        assert!(!shows(&window, text), "{text}");
    }
}

#[track_caller]
fn check_settings(language: Language, texts: &[&str]) {
    for size in [[1280.0, 800.0], [900.0, 600.0]] {
        let mut window = window_with(touchstone::ui::Start::Sample, language, size, NOBODY_ASKED);
        press(&mut window, Modifiers::COMMAND, Key::Comma);
        assert_eq!(window.state().state().page, Page::Settings);
        check_shows(&window, texts);
    }
}

#[test]
fn the_settings_tell_what_they_do_in_both_languages() {
    let english = ["Company name", "The twelve months that end on the day", "Where your data live", "Touchstone 0.1"];
    check_settings(Language::English, &english);
    let spanish = ["Nombre de la empresa", "Los doce meses que terminan ese día", "Dónde están tus datos"];
    check_settings(Language::Spanish, &spanish);
}

#[test]
fn language_size_and_window_are_switched_in_the_settings() {
    let mut window = sample(Language::English);
    open(&mut window, Page::Settings);
    click(&mut window, "Full months");
    check_shows(&window, &["The twelve whole months before the day's month"]);
    press(&mut window, Modifiers::COMMAND, Key::Z);
    check_shows(&window, &["The twelve months that end on the day"]);
    click(&mut window, "Larger");
    assert_eq!(window.state().state().zoom, 110);
    click(&mut window, "Back to 100 %");
    assert!((window.ctx.zoom_factor() - 1.0).abs() < 0.001);
    click(&mut window, "Español");
    check_shows(&window, &["Idioma y aspecto"]);
}

#[test]
fn the_size_keeps_within_what_every_page_can_take() {
    let mut window = sample(Language::English);
    for (key, end) in [(Key::Plus, 200), (Key::Minus, 80)] {
        for _ in 0..9 {
            press(&mut window, Modifiers::COMMAND, key);
        }
        assert_eq!(window.state().state().zoom, end);
    }
    press(&mut window, Modifiers::COMMAND, Key::Num0);
    assert_eq!(window.state().state().zoom, 100);
}

#[test]
fn the_company_is_called_what_the_user_says() {
    let mut window = sample(Language::English);
    open(&mut window, Page::Settings);
    let company = |window: &Window| window.state().state().outcome.as_ref().unwrap().ledger.company.to_string();
    assert_eq!(company(&window), "Alborán Consultores, S.L.");
    window.get_by_role_and_label(Role::TextInput, "Company name").focus();
    window.run();
    window.get_by_role_and_label(Role::TextInput, "Company name").type_text("Alborán");
    settle(&mut window);
    press(&mut window, Modifiers::NONE, Key::Enter);
    assert_eq!(company(&window), "Alborán");
    press(&mut window, Modifiers::COMMAND, Key::Z);
    assert_eq!(company(&window), "Alborán Consultores, S.L.");
}

#[track_caller]
fn check_history(language: Language, texts: &[&str]) {
    for size in [[1280.0, 800.0], [900.0, 600.0]] {
        let mut window = window_with(touchstone::ui::Start::Sample, language, size, NOBODY_ASKED);
        open(&mut window, Page::History);
        check_shows(&window, texts);
    }
}

#[test]
fn the_history_tells_what_changed_since_the_last_result() {
    check_history(
        Language::English,
        &[
            "From 27 May 2017",
            "Still: 1 exam away",
            "because of sales of new days",
            "+ 5 sales, 29,530.50 USD (Jun 2017)",
        ],
    );
    check_history(
        Language::Spanish,
        &[
            "Del 27 may 2017",
            "Sigue igual: Falta 1 examen",
            "motivo: ventas de días nuevos",
            "+ 5 ventas, 29.530,50 USD",
        ],
    );
}

#[test]
fn any_two_results_are_compared() {
    let mut window = sample(Language::English);
    open(&mut window, Page::History);
    window.state_mut().give(Command::CompareFrom(day("2016-06-27")));
    settle(&mut window);
    check_shows(&window, &["From 27 Jun 2016", "New passes"]);
    let until_now = window.state().state().history.looked.as_ref().unwrap().difference.clone();
    click(&mut window, "to Now");
    click(&mut window, "27 Mar 2017");
    check_shows(&window, &["to 27 Mar 2017"]);
    assert_ne!(window.state().state().history.looked.as_ref().unwrap().difference, until_now);
}

#[test]
fn a_result_is_kept_and_removed_and_both_are_undone() {
    let mut window = sample(Language::English);
    open(&mut window, Page::History);
    let kept = |window: &Window| window.state().state().workspace.snapshots.len();
    let before = kept(&window);
    click(&mut window, "Keep today’s result");
    assert_eq!(kept(&window), before + 1);
    click(&mut window, "Remove this result, 3 Jul 2017");
    assert_eq!(kept(&window), before);
    for expected in [before + 1, before] {
        click(&mut window, "Undo the last step");
        assert_eq!(kept(&window), expected);
    }
    click(&mut window, "Do it again");
    assert_eq!(kept(&window), before + 1);
}

#[test]
fn every_page_opens_at_twice_the_size_in_the_smallest_window() {
    for language in Language::ALL {
        let mut window = window_with(touchstone::ui::Start::Sample, language, [450.0, 300.0], NOBODY_ASKED);
        for page in Page::ALL {
            window.state_mut().give(Command::Show(page));
            settle(&mut window);
            assert_eq!(window.state().state().page, page);
        }
    }
}
