//! Where the pages are shown before they are printed.

use egui::{Align, Id, Layout, Modal, RichText, Ui, Vec2};
use lucide_icons::Icon;

use super::super::command::{Command, Commands};
use super::super::state::State;
use super::super::theme::{self, size};
use super::super::widgets::{card_frame, icon_button};
use super::choices::choices_ui;
use super::page::{forget_page, page_ui};
use super::{Preview, PrintView};

/// The pages and what can be chosen about them, over everything else, while they are looked at. Escape leaves them.
pub fn print_ui(ui: &Ui, state: &State, commands: &mut Commands) {
    let Some(view) = &state.print else {
        forget_page(ui);
        return;
    };
    let screen = ui.ctx().content_rect();
    let around = if screen.width() < NARROW { 8.0 } else { 24.0 };
    let frame = card_frame(ui).inner_margin(MARGIN);
    let size = screen.size() - Vec2::splat(2.0 * (around + f32::from(MARGIN)));
    let response = Modal::new(Id::unique("print")).frame(frame).show(ui.ctx(), |ui| {
        ui.set_min_size(size);
        ui.set_max_size(size);
        head_ui(ui, state, commands, view);
        let (width, height) = (ui.available_width(), ui.available_height());
        let choices = (width * 0.4).min(CHOICES);
        ui.horizontal_top(|ui| {
            let gap = ui.spacing().item_spacing.x;
            column(ui, Vec2::new(width - choices - 2.0 * gap, height), |ui| page_ui(ui, state, commands, view));
            ui.add_space(gap);
            column(ui, Vec2::new(choices, height), |ui| choices_ui(ui, state, commands, view));
        });
    });
    if response.should_close() {
        commands.push(Command::Preview(Preview::Close));
    }
}

/// The space inside, at each side.
const MARGIN: i8 = 14;
/// The width of what can be chosen.
const CHOICES: f32 = 260.0;
/// A window in which every point counts.
const NARROW: f32 = 800.0;

/// What is printed, and the way out.
fn head_ui(ui: &mut Ui, state: &State, commands: &mut Commands, view: &PrintView) {
    let people = state.outcome.iter().flat_map(|outcome| &outcome.ledger.people);
    let mut person = people.filter(|person| Some(&person.id) == view.person.as_ref());
    let title = match person.next() {
        Some(person) => state.texts.with("print-person", &[("person", person.label().into())]),
        None => state.texts.get("print-summary"),
    };
    let line = Vec2::new(ui.available_width(), size::CONTROL);
    ui.allocate_ui_with_layout(line, Layout::right_to_left(Align::Center), |ui| {
        let close = Command::Preview(Preview::Close);
        icon_button(ui, Icon::X, &close.text(&state.texts), commands, close);
        ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
            ui.add(egui::Label::new(RichText::new(title).font(theme::semibold(16.0))).truncate());
        });
    });
}

fn column(ui: &mut Ui, size: Vec2, contents: impl FnOnce(&mut Ui)) {
    ui.allocate_ui_with_layout(size, Layout::top_down(Align::Min), |ui| {
        ui.set_min_size(size);
        ui.set_max_size(size);
        contents(ui);
    });
}
