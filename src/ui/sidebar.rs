//! The sidebar: where to go, and at its foot how things stand. In a narrow window only its icons are there.

use egui::{Align2, Frame, Margin, Rect, Role, ScrollArea, Ui, UiBuilder, Vec2, pos2};
use lucide_icons::Icon;

use crate::texts::Language;

use super::command::{Command, Commands};
use super::file_menu::file_menu_ui;
use super::logo::logo;
use super::state::{Page, State};
use super::theme::{self, size, tokens};
use super::widgets::{bare_button, choice, command_button, icon_button, menu, paint_icon, soft};

/// How wide the sidebar is in a window of that width.
pub fn width(window: f32) -> f32 {
    if window < NARROW { size::SIDEBAR_ICONS } else { size::SIDEBAR }
}

/// A narrower window has no room for the pages' names.
const NARROW: f32 = 700.0;

/// The sidebar.
pub fn sidebar_ui(ui: &mut Ui, state: &State, commands: &mut Commands) {
    let icons_only = ui.available_width() < size::SIDEBAR_ICONS;
    if !icons_only {
        ui.horizontal(|ui| {
            ui.add_space(8.0);
            logo(ui, 20.0, "Touchstone");
            ui.label(egui::RichText::new("Touchstone").font(theme::semibold(15.0)));
        });
        ui.add_space(4.0);
    }
    ui.spacing_mut().item_spacing.y = 2.0;
    file_menu_ui(ui, state, commands, icons_only);
    steps_ui(ui, state, commands, icons_only);
    ui.add_space(4.0);

    let room = ui.available_rect_before_wrap();
    let id = ui.scope_id().with("height of the foot");
    let foot: f32 = ui.data(|data| data.get_temp(id)).unwrap_or(FOOT_AT_FIRST);
    let (above, below) = room.split_top_bottom_at_y((room.bottom() - foot).max(room.top()));
    ui.scope_builder(UiBuilder::new().max_rect(above), |ui| {
        ScrollArea::vertical().id_salt("pages").show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = 2.0;
            let import = state.review.current().is_some().then_some(Page::Import);
            for page in Page::ALL.into_iter().filter(|page| *page != Page::Settings).chain(import) {
                page_button(ui, state, commands, page, icons_only);
            }
        });
    });
    let below = Rect::from_min_max(pos2(room.left(), below.top()), room.max);
    let height = ui.scope_builder(UiBuilder::new().max_rect(below), |ui| {
        ui.vertical(|ui| foot_ui(ui, state, commands, icons_only)).response.rect.height()
    });
    if (height.inner - foot).abs() > 0.5 {
        ui.data_mut(|data| data.insert_temp(id, height.inner));
        ui.ctx().request_discard("the foot's height was not known");
    }
}

/// The height of the foot's last row.
const FOOT_ROW: f32 = 24.0;
/// A guess, until the foot was shown.
const FOOT_AT_FIRST: f32 = 64.0;

/// Undo and redo, and what they would do.
fn steps_ui(ui: &mut Ui, state: &State, commands: &mut Commands, icons_only: bool) {
    let buttons = |ui: &mut Ui, commands: &mut Commands| {
        let texts = &state.texts;
        for (icon, command, name, what) in [
            (Icon::Undo2, Command::Undo, texts.get("undo-last"), state.undo_text()),
            (Icon::Redo2, Command::Redo, texts.get("redo-last"), state.redo_text()),
            (Icon::Search, Command::TogglePalette, Command::TogglePalette.text(texts), None),
        ] {
            let keys = command.shortcut().map(|keys| ui.ctx().format_shortcut(&keys));
            let hint: Vec<String> = what.into_iter().chain(keys).collect();
            ui.add_enabled_ui(state.can(&command), |ui| {
                icon_button(ui, icon, &name, commands, command).on_hover_text(hint.join("\n"));
            });
        }
    };
    if icons_only {
        ui.horizontal(|ui| {
            ui.spacing_mut().item_spacing.x = 0.0;
            ui.add_space(3.0);
            let command = Command::TogglePalette;
            icon_button(ui, Icon::Search, &command.text(&state.texts), commands, command);
        });
    } else {
        ui.horizontal(|ui| {
            ui.add_space(4.0);
            buttons(ui, commands);
        });
    }
}

/// Settings, and below it whether the work is saved, and the language.
fn foot_ui(ui: &mut Ui, state: &State, commands: &mut Commands, icons_only: bool) {
    ui.spacing_mut().item_spacing.y = 2.0;
    if state.is_sample && !icons_only {
        Frame::new().inner_margin(Margin::symmetric(8, 0)).show(ui, |ui| {
            soft(ui, state.texts.get("sample-shown"));
            ui.add_space(4.0);
            command_button(ui, state, commands, Command::CloseSample);
        });
        ui.add_space(8.0);
    }
    page_button(ui, state, commands, Page::Settings, icons_only);
    if icons_only {
        return;
    }
    ui.horizontal(|ui| {
        // Both stand on one line only in a row that is as high as the higher one from the start.
        ui.set_min_height(FOOT_ROW);
        ui.add_space(10.0);
        ui.spacing_mut().item_spacing.x = 4.0;
        soft(ui, format!("{} ·", saved(state)));
        language_menu(ui, state, commands);
    });
}

/// Whether the work is saved, and since when.
fn saved(state: &State) -> String {
    let texts = &state.texts;
    match (&state.file.path, state.file.saved_at) {
        _ if state.is_sample => texts.get("foot-sample"),
        _ if state.is_changed() => texts.get("foot-changed"),
        (None, _) => texts.get("foot-nothing"),
        (Some(_), None) => texts.get("foot-saved"),
        (Some(_), Some(at)) => texts.with("foot-saved-at", &[("time", at.format("%H:%M").to_string().into())]),
    }
}

fn page_button(ui: &mut Ui, state: &State, commands: &mut Commands, page: Page, icons_only: bool) {
    let command = Command::Show(page);
    let text = command.text(&state.texts);
    let badge = badge(state, page);
    let name = match &badge {
        Some((count, what)) => format!("{text}, {count} {what}"),
        None => text.clone(),
    };
    let selected = state.page == page;
    let enabled = state.outcome.is_some() || page.is_always_there();
    let response = ui
        .add_enabled_ui(enabled, |ui| {
            let width = ui.available_width();
            let response = bare_button(ui, Vec2::new(width, size::ROW), &name, Role::Button, selected);
            let tokens = tokens(ui);
            let rect = response.rect;
            let color = if selected { tokens.ink } else { tokens.soft };
            let icon_at = if icons_only { rect.center() } else { rect.left_center() + Vec2::new(17.0, 0.0) };
            paint_icon(ui, picture(page), icon_at, 17.0, color);
            if icons_only {
                if badge.is_some() {
                    ui.painter().circle_filled(rect.center() + Vec2::new(9.0, -9.0), 3.5, tokens.missing);
                }
                return response;
            }
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
    let keys = command.shortcut().map(|shortcut| ui.ctx().format_shortcut(&shortcut));
    let hint: Vec<String> = icons_only.then_some(name).into_iter().chain(keys).collect();
    let response = if hint.is_empty() { response } else { response.on_hover_text(hint.join("\n")) };
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

/// A page's icon.
pub fn picture(page: Page) -> Icon {
    match page {
        Page::Overview => Icon::LayoutDashboard,
        Page::Checklist => Icon::ListChecks,
        Page::People => Icon::Users,
        Page::Revenue => Icon::Banknote,
        Page::Sources => Icon::FileSpreadsheet,
        Page::Rules => Icon::BookOpen,
        Page::History => Icon::History,
        Page::Settings => Icon::Settings,
        Page::Import => Icon::FileQuestionMark,
    }
}

fn language_menu(ui: &mut Ui, state: &State, commands: &mut Commands) {
    let language = state.texts.language().own_name();
    let name = format!("{} {language}", state.texts.get("language"));
    let font = egui::FontId::proportional(size::SMALL);
    let color = tokens(ui).soft;
    let galley = ui.painter().layout_no_wrap(language.to_owned(), font, color);
    let response = bare_button(ui, galley.size() + Vec2::new(10.0, 8.0), &name, Role::Button, false);
    let at = Align2::CENTER_CENTER.anchor_size(response.rect.center(), galley.size());
    ui.painter().galley(at.min, galley, color);
    menu(&response).show(|ui| {
        for language in Language::ALL {
            choice(ui, state, commands, state.texts.language() == language, Command::SetLanguage(language));
        }
    });
}
