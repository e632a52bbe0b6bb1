//! The sidebar: where to go, and how the window speaks and looks.

use egui::{Align2, Frame, Margin, Rect, Role, ThemePreference, Ui, UiBuilder, Vec2, pos2};
use lucide_icons::Icon;

use crate::texts::Language;

use super::command::{Command, Commands};
use super::file_menu::file_menu_ui;
use super::logo::logo;
use super::state::{Page, State};
use super::theme::{self, size, tokens};
use super::widgets::{bare_button, choice, command_button, menu, paint_icon, soft};

/// The sidebar.
pub fn sidebar_ui(ui: &mut Ui, state: &State, commands: &mut Commands) {
    ui.horizontal(|ui| {
        ui.add_space(8.0);
        logo(ui, 20.0, "Touchstone");
        ui.label(egui::RichText::new("Touchstone").font(theme::semibold(15.0)));
    });
    ui.add_space(4.0);
    ui.spacing_mut().item_spacing.y = 2.0;
    file_menu_ui(ui, state, commands);
    ui.add_space(6.0);
    for page in Page::ALL {
        page_button(ui, state, commands, page);
    }
    if state.review.current().is_some() {
        page_button(ui, state, commands, Page::Import);
    }
    let foot = if state.is_sample { 2.0 * MENU_ROW + 78.0 } else { 2.0 * MENU_ROW };
    let room = ui.max_rect();
    let room = Rect::from_min_max(pos2(room.left(), room.bottom() - foot), room.max);
    ui.scope_builder(UiBuilder::new().max_rect(room), |ui| {
        if state.is_sample {
            Frame::new().inner_margin(Margin::symmetric(8, 0)).show(ui, |ui| {
                soft(ui, state.texts.get("sample-shown"));
                ui.add_space(4.0);
                command_button(ui, state, commands, Command::CloseSample);
            });
            ui.add_space(8.0);
        }
        language_menu(ui, state, commands);
        theme_menu(ui, state, commands);
    });
}

/// The height of a menu at the foot.
const MENU_ROW: f32 = 32.0;

fn page_button(ui: &mut Ui, state: &State, commands: &mut Commands, page: Page) {
    let command = Command::Show(page);
    let text = command.text(&state.texts);
    let badge = badge(state, page);
    let name = match &badge {
        Some((count, what)) => format!("{text}, {count} {what}"),
        None => text.clone(),
    };
    let selected = state.page == page;
    let enabled = state.outcome.is_some() || matches!(page, Page::Overview | Page::Import);
    let response = ui
        .add_enabled_ui(enabled, |ui| {
            let width = ui.available_width();
            let response = bare_button(ui, Vec2::new(width, size::ROW), &name, Role::Button, selected);
            let tokens = tokens(ui);
            let rect = response.rect;
            let color = if selected { tokens.ink } else { tokens.soft };
            paint_icon(ui, picture(page), rect.left_center() + Vec2::new(17.0, 0.0), 17.0, color);
            let font = if selected { theme::semibold(size::BODY) } else { egui::FontId::proportional(size::BODY) };
            let at = rect.left_center() + Vec2::new(34.0, 0.0);
            ui.painter().text(at, Align2::LEFT_CENTER, text, font, color);
            if let Some((count, _)) = &badge {
                let at = rect.right_center() - Vec2::new(10.0, 0.0);
                ui.painter().text(at, Align2::RIGHT_CENTER, count, theme::semibold(12.0), tokens.missing);
            }
            response
        })
        .inner;
    let response = match command.shortcut() {
        Some(shortcut) => {
            let keys = ui.ctx().format_shortcut(&shortcut);
            response.on_hover_text(keys)
        }
        None => response,
    };
    if response.clicked() {
        commands.push(command);
    }
}

/// A number that asks for attention, and what it counts.
fn badge(state: &State, page: Page) -> Option<(String, String)> {
    let outcome = state.outcome.as_ref();
    let (count, what) = match page {
        Page::Import => (state.review.files.len(), "badge-import"),
        Page::Checklist => (outcome?.exams_to_nearest_level(state.option) as usize, "badge-checklist"),
        Page::Sources => (outcome?.to_look_at, "badge-sources"),
        _ => return None,
    };
    (count > 0).then(|| (state.texts.number(count.into()), state.texts.with(what, &[("count", count.into())])))
}

fn picture(page: Page) -> Icon {
    match page {
        Page::Overview => Icon::LayoutDashboard,
        Page::Checklist => Icon::ListChecks,
        Page::People => Icon::Users,
        Page::Revenue => Icon::Banknote,
        Page::Sources => Icon::FileSpreadsheet,
        Page::Rules => Icon::BookOpen,
        Page::Import => Icon::FileQuestionMark,
    }
}

fn language_menu(ui: &mut Ui, state: &State, commands: &mut Commands) {
    let language = state.texts.language().own_name();
    let name = format!("{} {language}", state.texts.get("language"));
    let response = menu_row(ui, Icon::Languages, language, &name);
    menu(&response).show(|ui| {
        for language in Language::ALL {
            choice(ui, state, commands, state.texts.language() == language, Command::SetLanguage(language));
        }
    });
}

fn theme_menu(ui: &mut Ui, state: &State, commands: &mut Commands) {
    let theme = Command::SetTheme(state.theme).text(&state.texts);
    let picture = match state.theme {
        ThemePreference::Light => Icon::Sun,
        ThemePreference::Dark => Icon::Moon,
        ThemePreference::System => Icon::SunMoon,
    };
    let name = format!("{} {theme}", state.texts.get("theme"));
    let response = menu_row(ui, picture, &theme, &name);
    menu(&response).show(|ui| {
        for theme in [ThemePreference::Light, ThemePreference::Dark, ThemePreference::System] {
            choice(ui, state, commands, state.theme == theme, Command::SetTheme(theme));
        }
    });
}

fn menu_row(ui: &mut Ui, icon: Icon, text: &str, name: &str) -> egui::Response {
    let width = ui.available_width();
    let response = bare_button(ui, Vec2::new(width, MENU_ROW - 2.0), name, Role::Button, false);
    let color = tokens(ui).soft;
    let rect = response.rect;
    paint_icon(ui, icon, rect.left_center() + Vec2::new(17.0, 0.0), 15.0, color);
    let at = rect.left_center() + Vec2::new(34.0, 0.0);
    ui.painter().text(at, Align2::LEFT_CENTER, text, egui::FontId::proportional(size::SECTION), color);
    response
}
