//! A dialog in which something is filled in.

use egui::{Id, Key, Modal, RichText, ScrollArea, Ui};

use super::super::command::{Command, Commands};
use super::super::state::State;
use super::super::theme;
use super::super::widgets::{card_frame, command_button, primary_button};

const WIDTH: f32 = 420.0;
/// What the dialog leaves of the window's width, and what its title and buttons take of the height.
const AROUND: f32 = 80.0;
const AROUND_FIELDS: f32 = 170.0;

/// Shows a dialog: what is filled in gives the command that is done with it, once that makes sense. Enter does it, Escape
/// leaves it.
pub fn form_ui(
    ui: &Ui,
    state: &State,
    commands: &mut Commands,
    title: &str,
    fill: impl FnOnce(&mut Ui, &mut Commands) -> (Command, bool),
) {
    let response = Modal::new(Id::unique("form")).frame(card_frame(ui)).show(ui.ctx(), |ui| {
        let window = ui.ctx().content_rect().size();
        ui.set_width(WIDTH.min(window.x - AROUND));
        ui.label(RichText::new(title).font(theme::semibold(16.0)));
        ui.add_space(4.0);
        let most = (window.y - AROUND_FIELDS).max(0.0);
        let fields = ScrollArea::vertical().max_height(most).show(ui, |ui| fill(ui, commands));
        let (command, is_ready) = fields.inner;
        ui.add_space(12.0);
        let by_key = is_ready && ui.input(|input| input.key_pressed(Key::Enter));
        ui.horizontal(|ui| {
            let clicked = ui
                .add_enabled_ui(is_ready, |ui| {
                    let mut given = Commands::default();
                    primary_button(ui, state, &mut given, command.clone());
                    !given.is_empty()
                })
                .inner;
            if clicked || by_key {
                commands.push(command);
                commands.push(Command::CloseForm);
            }
            command_button(ui, state, commands, Command::CloseForm);
        });
    });
    if response.should_close() || ui.input(|input| input.key_pressed(Key::Escape)) {
        commands.push(Command::CloseForm);
    }
}
