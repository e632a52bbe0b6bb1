//! Settings: how the window speaks and looks, a few things about the workspace, and where data live.

use egui::{Label, RichText, TextEdit, ThemePreference, Ui};
use lucide_icons::Icon;

use crate::evaluator::WindowKind;
use crate::texts::Language;

use super::super::command::{Command, Commands};
use super::super::state::State;
use super::super::theme::{self, size, tokens};
use super::super::widgets::{
    action_button, card, choice, command_button, icon_button, name_field, section_head, soft, strong,
};

/// The settings.
pub fn settings_ui(ui: &mut Ui, state: &State, commands: &mut Commands) {
    ui.label(RichText::new(state.texts.get("page-settings")).font(theme::semibold(size::VERDICT)));
    let section = |ui: &mut Ui, title: &str, contents: &mut dyn FnMut(&mut Ui)| {
        card(ui, |ui| {
            section_head(ui, &state.texts.get(title));
            contents(ui);
        });
        ui.add_space(4.0);
    };
    section(ui, "settings-look", &mut |ui| look_ui(ui, state, commands));
    section(ui, "settings-workspace", &mut |ui| workspace_ui(ui, state, commands));
    section(ui, "settings-where", &mut |ui| where_ui(ui, state, commands));
    section(ui, "settings-about", &mut |ui| about_ui(ui, state));
}

fn look_ui(ui: &mut Ui, state: &State, commands: &mut Commands) {
    let texts = &state.texts;
    setting(ui, &texts.get("language"), |ui| {
        for language in Language::ALL {
            choice(ui, state, commands, language == texts.language(), Command::SetLanguage(language));
        }
    });
    setting(ui, &texts.get("theme"), |ui| {
        for theme in [ThemePreference::Light, ThemePreference::Dark, ThemePreference::System] {
            choice(ui, state, commands, theme == state.theme, Command::SetTheme(theme));
        }
    });
    setting(ui, &texts.get("zoom"), |ui| {
        let name = |command: &Command| command.text(texts);
        icon_button(ui, Icon::Minus, &name(&Command::ZoomOut), commands, Command::ZoomOut);
        strong(ui, name(&Command::SetZoom(state.zoom)));
        icon_button(ui, Icon::Plus, &name(&Command::ZoomIn), commands, Command::ZoomIn);
        if state.zoom != 100 && action_button(ui, &texts.get("zoom-reset")).clicked() {
            commands.push(Command::SetZoom(100));
        }
    });
}

fn workspace_ui(ui: &mut Ui, state: &State, commands: &mut Commands) {
    let texts = &state.texts;
    let name = texts.get("company-name");
    setting(ui, &name, |ui| {
        let mut text = state.company.clone().unwrap_or_else(|| state.workspace.company.clone());
        let from_files = state.outcome.as_ref().map(|outcome| outcome.ledger.company.to_string());
        let hint = from_files.filter(|name| !name.is_empty()).unwrap_or_else(|| texts.get("company-hint"));
        let width = ui.available_width().min(320.0);
        let field = TextEdit::singleline(&mut text).hint_text(hint).desired_width(width).margin(egui::vec2(10.0, 6.0));
        let response = ui.add(field);
        name_field(&response, &text, &name);
        if response.lost_focus() && state.company.is_some() {
            commands.push(Command::NameCompany(text));
        } else if response.changed() {
            commands.push(Command::TypeCompany(text));
        }
    });
    soft(ui, texts.get("company-what"));
    setting(ui, &texts.get("window-kind"), |ui| {
        for kind in WindowKind::ALL {
            choice(ui, state, commands, kind == state.workspace.settings.window, Command::SetWindow(kind));
        }
    });
    soft(ui, texts.get(&format!("window-{}-tooltip", state.workspace.settings.window.as_str())));
}

fn where_ui(ui: &mut Ui, state: &State, commands: &mut Commands) {
    let texts = &state.texts;
    soft(ui, texts.get("settings-private"));
    match &state.file.path {
        Some(path) => place(ui, state, commands, "settings-file", path),
        None => setting(ui, &texts.get("settings-file"), |ui| {
            soft(ui, texts.get("settings-no-file"));
        }),
    }
    if let Some(folders) = &state.folders {
        place(ui, state, commands, "settings-autosaves", &folders.autosaves);
        place(ui, state, commands, "settings-preferences", &folders.preferences);
    }
}

/// A place on disk, and a button that copies it.
fn place(ui: &mut Ui, state: &State, commands: &mut Commands, what: &str, path: &std::path::Path) {
    let path = path.display().to_string();
    setting(ui, &state.texts.get(what), |ui| {
        ui.add(Label::new(RichText::new(&path).size(size::SECTION)).wrap().selectable(true));
        command_button(ui, state, commands, Command::CopyText(path.clone()));
    });
}

fn about_ui(ui: &mut Ui, state: &State) {
    let values = [("version", env!("CARGO_PKG_VERSION").into())];
    strong(ui, state.texts.with("about-version", &values));
    soft(ui, state.texts.get("about-what"));
    soft(ui, state.texts.with("about-licence", &[("licence", env!("CARGO_PKG_LICENSE").into())]));
    soft(ui, state.texts.get("about-fonts"));
}

/// A caption, and below it what can be chosen.
fn setting(ui: &mut Ui, caption: &str, choices: impl FnOnce(&mut Ui)) {
    ui.add_space(4.0);
    ui.label(RichText::new(caption).size(size::SMALL).color(tokens(ui).soft));
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.y = 4.0;
        choices(ui);
    });
}
