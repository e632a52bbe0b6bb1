//! Saving the result as files, driven by what the widgets are called.

use std::path::Path;

use egui::{Key, Modifiers, Role};
use egui_kittest::kittest::Queryable;
use touchstone::report::tables::TableKind;
use touchstone::report::{CsvStyle, Export};
use touchstone::texts::{Language, Texts};
use touchstone::ui::{Choice, Command, Form, Start};

use crate::window::{Answers, NOBODY_ASKED, Window, check_shows, click, settle, shows, window_with};

/// The sample's window with the dialog open, where the user saves at that place.
fn dialog(language: Language, place: &Path) -> Window {
    let answers = Answers { export: Choice::Chosen(place.to_owned()), ..NOBODY_ASKED };
    let mut window = window_with(Start::Sample, language, [1280.0, 800.0], answers);
    window.key_press_modifiers(Modifiers::COMMAND, Key::E);
    settle(&mut window);
    window
}

fn choose(window: &mut Window, label: &str) {
    window.get_by_role_and_label(Role::RadioButton, label).click();
    settle(window);
}

fn chosen(window: &Window) -> Option<Export> {
    match window.state().state().form {
        Some(Form::Export(export)) => Some(export),
        _ => None,
    }
}

/// Chooses a kind by its name, and saves it.
#[track_caller]
fn check_saved(language: Language, kind: &str, name: &str) {
    let texts = Texts::new(language);
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join(name);
    let mut window = dialog(language, &path);
    choose(&mut window, &texts.get(kind));
    click(&mut window, &texts.get("command-save-export"));
    assert!(path.metadata().unwrap().len() > 0);
    let saved = texts.with("notice-exported", &[("file", path.display().to_string().into())]);
    check_shows(&window, &[&saved, &texts.get("show-folder")]);
    assert_eq!(chosen(&window), None, "the dialog is closed");
}

#[test]
fn each_kind_is_saved_where_the_user_says() {
    for language in Language::ALL {
        for (kind, name) in [
            ("export-workbook", "result.xlsx"),
            ("export-checklist", "result.txt"),
            ("export-calendar", "result.ics"),
            ("export-json", "result.json"),
        ] {
            check_saved(language, kind, name);
        }
    }
}

#[test]
fn all_tables_go_into_a_folder_and_one_into_a_file() {
    let folder = tempfile::tempdir().unwrap();
    let mut window = dialog(Language::Spanish, folder.path());
    choose(&mut window, "Tablas en CSV (.csv)");
    assert_eq!(chosen(&window), Some(Export::Csv(None, CsvStyle::Semicolon)));
    click(&mut window, "Coma y punto decimal");
    click(&mut window, "Guardar…");
    let made = folder.path().join("Preparación 2017-06-27");
    let people = std::fs::read_to_string(made.join("people.csv")).unwrap();
    assert!(people.starts_with("\u{feff}Persona,"), "{people}");

    let path = folder.path().join("findings.csv");
    let mut window = dialog(Language::English, &path);
    choose(&mut window, "Tables as CSV (.csv)");
    click(&mut window, "Table All, in a folder");
    click(&mut window, "Findings");
    assert_eq!(chosen(&window), Some(Export::Csv(Some(TableKind::Findings), CsvStyle::Comma)));
    click(&mut window, "Save…");
    assert!(std::fs::read_to_string(path).unwrap().starts_with("\u{feff}Severity,"));
}

#[test]
fn the_checklist_of_either_level_is_copied() {
    let mut window = dialog(Language::English, Path::new(""));
    choose(&mut window, "Checklist as text (.txt)");
    for level in ["Silver", "Gold"] {
        window.state_mut().give(Command::Export);
        settle(&mut window);
        choose(&mut window, "Checklist as text (.txt)");
        click_in_dialog(&mut window, level);
        click_in_dialog(&mut window, "Copy as text");
        check_shows(&window, &["on the clipboard"]);
        assert_eq!(window.state().state().level.to_string(), level.to_lowercase());
    }
}

/// Clicks the button of that name that stands in the middle, where a page behind may have one too.
fn click_in_dialog(window: &mut Window, label: &str) {
    let found: Vec<_> = window.get_all_by_role_and_label(Role::Button, label).collect();
    let button = found.into_iter().last().unwrap();
    button.click();
    settle(window);
}

#[test]
fn what_can_not_be_saved_is_told_and_the_dialog_that_is_left_saves_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let mut window = dialog(Language::English, &folder.path().join("gone/result.xlsx"));
    click(&mut window, "Save…");
    check_shows(&window, &["there is no such folder. Choose another."]);
    window.key_press_modifiers(Modifiers::COMMAND, Key::E);
    settle(&mut window);
    window.key_press(Key::Escape);
    settle(&mut window);
    assert_eq!(chosen(&window), None);
    assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 0);
}

#[test]
fn enter_saves_and_what_the_system_can_not_open_is_told() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("result.xlsx");
    let mut window = dialog(Language::English, &path);
    window.key_press(Key::Enter);
    settle(&mut window);
    assert!(path.exists());
    click(&mut window, "Open");
    crate::window::wait_until(&mut window, |app| app.state().notices.len() == 2);
    check_shows(&window, &["The system has no program that opens"]);
}

#[test]
fn nothing_can_be_exported_before_there_is_a_result() {
    let mut window = window_with(Start::Empty, Language::English, [900.0, 600.0], NOBODY_ASKED);
    window.key_press_modifiers(Modifiers::COMMAND, Key::E);
    settle(&mut window);
    assert!(!shows(&window, "Export the result"));
}

#[test]
fn every_button_of_the_dialog_is_in_sight_where_there_is_little_room() {
    for language in Language::ALL {
        let texts = Texts::new(language);
        let mut window = window_with(Start::Sample, language, [450.0, 300.0], NOBODY_ASKED);
        let form = Form::Export(Export::Csv(None, CsvStyle::Comma));
        window.state_mut().give(Command::Export);
        window.state_mut().give(Command::Fill(form));
        settle(&mut window);
        let screen = egui::Rect::from_min_size(egui::Pos2::ZERO, egui::vec2(450.0, 300.0));
        for id in ["command-save-export", "answer-cancel"] {
            let button = window.get_by_role_and_label(Role::Button, &texts.get(id)).rect();
            assert!(screen.contains_rect(button), "{id}: {button:?}");
        }
    }
}
