//! The file menu: what the workspace is called, whether it is saved, and what to do with its file.

use egui::{Align2, FontId, RichText, Role, Ui, Vec2};
use lucide_icons::Icon;

use super::command::{Command, Commands};
use super::file::name_of;
use super::state::State;
use super::theme::{self, size, tokens};
use super::widgets::{bare_button, menu, paint_icon, soft};

/// The button with the workspace's name, and its menu.
pub fn file_menu_ui(ui: &mut Ui, state: &State, commands: &mut Commands, icons_only: bool) {
    let name = state.file_name();
    let mark = if state.is_changed() { state.texts.get("file-changed") } else { String::new() };
    let label = [state.texts.get("file"), name.clone(), mark.clone()].join(" ");
    let width = ui.available_width();
    let response = bare_button(ui, Vec2::new(width, size::ROW), label.trim_end(), Role::Button, false);
    let (tokens, rect) = (tokens(ui), response.rect);
    paint_icon(
        ui,
        Icon::FileBox,
        rect.left_center() + Vec2::new(if icons_only { 10.0 } else { 17.0 }, 0.0),
        17.0,
        tokens.soft,
    );
    let end = if icons_only { 8.0 } else { 15.0 };
    paint_icon(ui, Icon::ChevronDown, rect.right_center() - Vec2::new(end, 0.0), 14.0, tokens.soft);
    let dot = if mark.is_empty() { 0.0 } else { DOT };
    // There is little room, and what it ends in tells nothing here.
    let short = name.strip_suffix(".touchstone").unwrap_or(&name).to_owned();
    let mut job = egui::text::LayoutJob::simple_singleline(short, theme::semibold(size::SECTION), tokens.ink);
    job.wrap = egui::text::TextWrapping::truncate_at_width(rect.width() - AROUND_NAME - dot);
    if !icons_only {
        let galley = ui.painter().layout_job(job);
        let place = Align2::LEFT_CENTER.anchor_size(rect.left_center() + Vec2::new(34.0, 0.0), galley.size());
        ui.painter().galley(place.min, galley, tokens.ink);
        if dot > 0.0 {
            let font = FontId::proportional(size::BODY);
            ui.painter().text(
                place.right_center() + Vec2::new(6.0, 0.0),
                Align2::LEFT_CENTER,
                "•",
                font,
                tokens.accent,
            );
        }
    }
    let hint = match (&state.file.path, mark.is_empty()) {
        (Some(path), true) => path.display().to_string(),
        (Some(path), false) => format!("{}\n{mark}", path.display()),
        (None, false) => mark,
        (None, true) => String::new(),
    };
    let response = if hint.is_empty() { response } else { response.on_hover_text(hint) };
    menu(&response).width(MENU).show(|ui| {
        ui.set_width(MENU);
        menu_ui(ui, state, commands);
    });
}

/// What stands around the name: the icon before it, and the arrow after it.
const AROUND_NAME: f32 = 34.0 + 26.0;

/// The room for the mark of a change.
const DOT: f32 = 14.0;

const MENU: f32 = 290.0;

/// So many of the workspaces used last are offered.
const RECENT: usize = 5;

fn menu_ui(ui: &mut Ui, state: &State, commands: &mut Commands) {
    let texts = &state.texts;
    let can_leave = state.file.busy.is_none() && !state.asking;
    item(ui, state, commands, Icon::FilePlus, Command::New, can_leave);
    item(ui, state, commands, Icon::FolderOpen, Command::Open, can_leave);
    item(ui, state, commands, Icon::Save, Command::Save, state.can_save());
    item(ui, state, commands, Icon::SaveAll, Command::SaveAs, state.can_save_as());
    ui.separator();
    item(ui, state, commands, Icon::FileUp, Command::Import, !state.asking);
    item(ui, state, commands, Icon::FileDown, Command::Export, state.can_export());
    ui.separator();
    item_with(ui, state, commands, Icon::Undo2, Command::Undo, state.undo_text());
    item_with(ui, state, commands, Icon::Redo2, Command::Redo, state.redo_text().map(|_| Command::Redo.text(texts)));
    if recent(state).next().is_none() {
        return;
    }
    ui.separator();
    ui.horizontal(|ui| {
        ui.add_space(10.0);
        soft(ui, texts.get("recent"));
    });
    for path in recent(state) {
        let command = Command::OpenFile(path.clone());
        let hint = path.display().to_string();
        if row(ui, Icon::FileBox, &command.text(texts), "", can_leave).on_hover_text(hint).clicked() {
            commands.push(command);
        }
    }
}

/// The workspaces used last, but for the one that is open.
pub fn recent(state: &State) -> impl Iterator<Item = &std::path::PathBuf> {
    state.file.recent.iter().filter(|path| Some(*path) != state.file.path.as_ref()).take(RECENT)
}

/// A workspace used last, with the folder in which it stands.
pub fn recent_ui(ui: &mut Ui, commands: &mut Commands, path: &std::path::Path) {
    let folder = path.parent().map(name_of).unwrap_or_default();
    let response = row(ui, Icon::FileBox, &name_of(path), &folder, true).on_hover_text(path.display().to_string());
    if response.clicked() {
        commands.push(Command::OpenFile(path.to_owned()));
    }
}

fn item(ui: &mut Ui, state: &State, commands: &mut Commands, icon: Icon, command: Command, enabled: bool) {
    let text = command.text(&state.texts);
    let keys = command.shortcut().map(|shortcut| ui.ctx().format_shortcut(&shortcut)).unwrap_or_default();
    if row(ui, icon, &text, &keys, enabled).clicked() {
        commands.push(command);
        ui.close();
    }
}

/// The same with words of its own; without, it is not possible now.
fn item_with(ui: &mut Ui, state: &State, commands: &mut Commands, icon: Icon, command: Command, text: Option<String>) {
    let (enabled, text) = (text.is_some(), text.unwrap_or_else(|| command.text(&state.texts)));
    let keys = command.shortcut().map(|shortcut| ui.ctx().format_shortcut(&shortcut)).unwrap_or_default();
    if row(ui, icon, &text, &keys, enabled).clicked() {
        commands.push(command);
        ui.close();
    }
}

/// A row of a menu: an icon, words, and at the end something softer.
fn row(ui: &mut Ui, icon: Icon, text: &str, end: &str, enabled: bool) -> egui::Response {
    let add = |ui: &mut Ui| {
        let width = ui.available_width();
        let response = bare_button(ui, Vec2::new(width, 30.0), text, Role::Button, false);
        let (tokens, rect) = (tokens(ui), response.rect);
        let ink = if enabled { tokens.ink } else { tokens.soft };
        paint_icon(ui, icon, rect.left_center() + Vec2::new(18.0, 0.0), 15.0, tokens.soft);
        let end = RichText::new(end).size(size::SMALL).color(tokens.soft);
        let end = egui::WidgetText::from(end).into_galley(ui, None, f32::INFINITY, FontId::proportional(size::SMALL));
        let room = rect.width() - 34.0 - 24.0 - end.size().x;
        let mut job = egui::text::LayoutJob::simple_singleline(text.to_owned(), FontId::proportional(size::BODY), ink);
        job.wrap = egui::text::TextWrapping::truncate_at_width(room.max(0.0));
        let galley = ui.painter().layout_job(job);
        let place = Align2::LEFT_CENTER.anchor_size(rect.left_center() + Vec2::new(34.0, 0.0), galley.size());
        ui.painter().galley(place.min, galley, ink);
        let place = Align2::RIGHT_CENTER.anchor_size(rect.right_center() - Vec2::new(10.0, 0.0), end.size());
        ui.painter().galley(place.min, end, tokens.soft);
        response
    };
    ui.add_enabled_ui(enabled, add).inner
}
