//! The first screen: drop your exports here.

use egui::epaint::{RoundedRect, tessellator::path::rounded_rectangle};
use egui::{Label, RichText, Shape, Stroke, Ui, Vec2};

use super::super::command::{Command, Commands};
use super::super::file_menu::{recent, recent_ui};
use super::super::logo::logo;
use super::super::state::State;
use super::super::theme::{self, size, tokens};
use super::super::widgets::{card_frame, command_button, primary_button, section_head};

const CARD: Vec2 = Vec2::new(640.0, 316.0);

/// The first screen.
pub fn start_ui(ui: &mut Ui, state: &State, commands: &mut Commands) {
    let width = CARD.x.min(ui.available_width());
    let room = ui.available_rect_before_wrap();
    let recent: Vec<_> = recent(state).collect();
    // The card and the list below it stand in the middle together.
    let list = if recent.is_empty() { 0.0 } else { recent.iter().fold(LIST_HEAD, |height, _| height + LIST_ROW) };
    let top = (room.center().y - f32::midpoint(CARD.y, list)).max(room.top());
    let left = room.center().x - width / 2.0;
    let card = egui::Rect::from_min_size(egui::pos2(left, top), Vec2::new(width, CARD.y));
    ui.scope_builder(egui::UiBuilder::new().max_rect(card), |ui| {
        let border = Stroke::new(1.0, tokens(ui).line);
        card_frame(ui).stroke(Stroke::NONE).show(ui, |ui| {
            ui.set_min_size(ui.available_size());
            contents_ui(ui, state, commands);
        });
        dashed_border(ui, card, border);
    });
    if recent.is_empty() {
        return;
    }
    let below = egui::Rect::from_min_max(card.left_bottom() + Vec2::new(0.0, 16.0), room.max.max(card.max));
    let below = below.with_max_x(card.right());
    ui.scope_builder(egui::UiBuilder::new().max_rect(below), |ui| {
        ui.spacing_mut().item_spacing.y = 2.0;
        section_head(ui, &state.texts.get("recent"));
        for path in recent {
            recent_ui(ui, commands, path);
        }
    });
}

/// The height of the recent workspaces' heading, and of each.
const LIST_HEAD: f32 = 36.0;
const LIST_ROW: f32 = 32.0;

fn contents_ui(ui: &mut Ui, state: &State, commands: &mut Commands) {
    ui.vertical_centered(|ui| {
        ui.add_space(26.0);
        logo(ui, 48.0, "Touchstone");
        ui.add_space(12.0);
        let title = state.texts.get("start-title");
        ui.label(RichText::new(title).font(theme::semibold(size::VERDICT)));
        ui.add_space(4.0);
        for line in ["start-what", "start-private"] {
            ui.add(Label::new(RichText::new(state.texts.get(line)).color(tokens(ui).soft)).wrap());
        }
        ui.add_space(10.0);
        buttons_ui(ui, state, commands);
    });
}

/// The two buttons, together in the middle: their width is known once they were shown.
fn buttons_ui(ui: &mut Ui, state: &State, commands: &mut Commands) {
    let id = ui.scope_id().with("width of the buttons");
    let known: f32 = ui.data(|data| data.get_temp(id)).unwrap_or_default();
    ui.horizontal(|ui| {
        ui.add_space(((ui.available_width() - known) / 2.0 - ui.spacing().item_spacing.x).max(0.0));
        let first = primary_button(ui, state, commands, Command::Import);
        command_button(ui, state, commands, Command::Open);
        let last = ui
            .add_enabled_ui(state.importing.is_none(), |ui| command_button(ui, state, commands, Command::OpenSample))
            .inner;
        let width = last.rect.right() - first.rect.left();
        if (width - known).abs() > 0.5 {
            ui.data_mut(|data| data.insert_temp(id, width));
            ui.ctx().request_discard("the buttons' width was not known");
        }
    });
}

fn dashed_border(ui: &Ui, card: egui::Rect, border: Stroke) {
    let mut outline = Vec::new();
    rounded_rectangle(&mut outline, RoundedRect::new(card, f32::from(size::CARD_RADIUS)));
    outline.extend(outline.first().copied());
    ui.painter().extend(Shape::dashed_line(&outline, border, 4.0, 3.0));
}
