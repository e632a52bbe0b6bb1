//! How the list of all commands looks.

use egui::{Align2, FontId, Id, Key, Modal, Modifiers, Response, Role, ScrollArea, TextEdit, Ui, Vec2};

use super::super::command::{Command, Commands};
use super::super::state::State;
use super::super::theme::{size, tokens};
use super::super::widgets::{bare_button, card_frame, name_field, paint_icon, soft};
use super::{Entry, Palette};

/// The list over everything else, while it is open.
pub fn palette_ui(ui: &Ui, state: &State, commands: &mut Commands) {
    let Some(palette) = &state.palette else {
        return;
    };
    let screen = ui.ctx().content_rect();
    let width = (screen.width() - 48.0).min(WIDTH);
    let area = Modal::default_area(Id::unique("palette")).anchor(Align2::CENTER_TOP, Vec2::new(0.0, TOP));
    let modal = Modal::new(Id::unique("palette")).area(area).frame(card_frame(ui).inner_margin(10));
    let response = modal.show(ui.ctx(), |ui| {
        ui.set_width(width);
        read_keys(ui, palette, commands);
        let field_id = ui.scope_id().with("search");
        let mut search = palette.search.clone();
        let name = Command::SearchPalette(String::new()).text(&state.texts);
        let field = TextEdit::singleline(&mut search).id(field_id).hint_text(&name).margin(Vec2::new(10.0, 8.0));
        let response = ui.add_sized(Vec2::new(width, 36.0), field);
        name_field(&response, &search, &name);
        if response.changed() {
            commands.push(Command::SearchPalette(search));
        }
        // What is typed is looked for, wherever the keyboard was.
        response.request_focus();
        ui.add_space(2.0);
        ui.spacing_mut().item_spacing.y = 0.0;
        if palette.found.is_empty() {
            soft(ui, state.texts.get("palette-nothing"));
        }
        let height = (screen.height() - 2.0 * TOP - 70.0).clamp(2.0 * size::ROW, 12.0 * size::ROW);
        ScrollArea::vertical().id_salt("commands").max_height(height).show(ui, |ui| {
            let id = ui.scope_id().with("marked");
            let was_marked = ui.data(|data| data.get_temp(id));
            ui.data_mut(|data| data.insert_temp(id, palette.marked));
            for (place, entry) in palette.found.iter().enumerate() {
                let is_marked = place == palette.marked;
                let response = entry_ui(ui, entry, is_marked, commands);
                if is_marked && was_marked != Some(place) {
                    response.scroll_to_me(None);
                }
            }
        });
    });
    if response.should_close() {
        commands.push(Command::TogglePalette);
    }
}

const WIDTH: f32 = 560.0;
/// The space above the list.
const TOP: f32 = 40.0;

/// Up and down go through the list, Enter gives the marked command, Escape closes.
fn read_keys(ui: &Ui, palette: &Palette, commands: &mut Commands) {
    let pressed = |key| ui.input_mut(|input| input.consume_key(Modifiers::NONE, key));
    let last = palette.found.len().saturating_sub(1);
    let steps = [
        (Key::ArrowDown, if palette.marked == last { 0 } else { palette.marked + 1 }),
        (Key::ArrowUp, palette.marked.checked_sub(1).unwrap_or(last)),
        (Key::PageDown, (palette.marked + 10).min(last)),
        (Key::PageUp, palette.marked.saturating_sub(10)),
    ];
    for (key, place) in steps {
        if pressed(key) {
            commands.push(Command::MarkPalette(place));
        }
    }
    if pressed(Key::Enter)
        && let Some(entry) = palette.found.get(palette.marked)
    {
        give(entry, commands);
    }
    if pressed(Key::Escape) {
        commands.push(Command::TogglePalette);
    }
}

fn give(entry: &Entry, commands: &mut Commands) {
    commands.push(Command::TogglePalette);
    entry.commands.iter().for_each(|command| commands.push(command.clone()));
}

fn entry_ui(ui: &mut Ui, entry: &Entry, is_marked: bool, commands: &mut Commands) -> Response {
    let keys = entry.keys.map(|keys| ui.ctx().format_shortcut(&keys)).unwrap_or_default();
    let name = [&entry.text, &entry.about].map(String::as_str).join(", ");
    let width = ui.available_width();
    let response = bare_button(ui, Vec2::new(width, size::ROW), &name, Role::ListBoxOption, is_marked);
    let (tokens, rect) = (tokens(ui), response.rect);
    if is_marked {
        ui.painter().rect_filled(rect.with_max_x(rect.left() + 3.0).shrink2(Vec2::new(0.0, 6.0)), 2, tokens.accent);
    }
    paint_icon(ui, entry.icon, rect.left_center() + Vec2::new(18.0, 0.0), 15.0, tokens.soft);
    let painter = ui.painter();
    let small = FontId::proportional(size::SMALL);
    let end = if keys.is_empty() { &entry.about } else { &keys };
    let at = rect.right_center() - Vec2::new(12.0, 0.0);
    let end = painter.text(at, Align2::RIGHT_CENTER, end, small, tokens.soft);
    let mut job =
        egui::text::LayoutJob::simple_singleline(entry.text.clone(), FontId::proportional(size::BODY), tokens.ink);
    job.wrap = egui::text::TextWrapping::truncate_at_width((end.left() - rect.left() - 46.0).max(40.0));
    let galley = painter.layout_job(job);
    let at = Align2::LEFT_CENTER.anchor_size(rect.left_center() + Vec2::new(36.0, 0.0), galley.size());
    painter.galley(at.min, galley, tokens.ink);
    if response.clicked() {
        give(entry, commands);
    }
    response
}
