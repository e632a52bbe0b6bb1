//! A dialog in which something is filled in.

use egui::{Id, Key, Modal, RichText, Ui};

use super::super::command::{Command, Commands};
use super::super::state::State;
use super::super::theme;
use super::super::widgets::{card_frame, command_button, primary_button};

const WIDTH: f32 = 420.0;

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
        ui.set_width(WIDTH);
        ui.label(RichText::new(title).font(theme::semibold(16.0)));
        ui.add_space(4.0);
        let (command, is_ready) = fill(ui, commands);
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
