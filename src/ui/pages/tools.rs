//! What stands above a table: a search field, what narrows the rows down, and what can be done with them. Where there is
//! little room, all but the field is behind one button.

use egui::{ScrollArea, Ui};

use super::super::command::{Command, Commands};
use super::super::state::State;
use super::super::widgets::{MenuLabel, menu, menu_button, name_field, search_field};

/// A narrower page has no room for the tools in a line or two.
pub const NARROW: f32 = 560.0;

/// The search field of a table.
pub struct Search<'a> {
    /// What is looked for.
    pub text: &'a str,
    /// What can be looked for.
    pub hint: String,
    /// Looks for something else.
    pub command: fn(String) -> Command,
}

/// How the tools are shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shape {
    /// Side by side above the table.
    Line,
    /// Below each other, in the list of one button.
    List,
}

/// Shows the field, and the tools in the shape for which there is room. The button of the list says which rows are shown.
pub fn tools_ui(
    ui: &mut Ui,
    state: &State,
    commands: &mut Commands,
    search: &Search<'_>,
    shown: String,
    tools: impl FnOnce(&mut Ui, &mut Commands, Shape),
) {
    if ui.available_width() >= NARROW {
        ui.horizontal_wrapped(|ui| {
            field_ui(ui, state, commands, search, FIELD);
            tools(ui, commands, Shape::Line);
        });
        return;
    }
    let caption = state.texts.get("filter-button");
    let label = MenuLabel { caption, shows_caption: true, value: shown, ..MenuLabel::default() };
    ui.horizontal(|ui| {
        let gap = ui.spacing().item_spacing.x;
        let button = label.width(ui).min(ui.available_width() * MOST_BUTTON);
        let field = (ui.available_width() - button - gap).max(0.0);
        field_ui(ui, state, commands, search, field);
        let button = menu_button(ui, &label, button);
        let height = ui.ctx().content_rect().height() - AROUND_LIST;
        menu(&button).width(LIST).show(|ui| {
            ScrollArea::vertical().max_height(height).show(ui, |ui| tools(ui, commands, Shape::List));
        });
    });
}

/// The width of the field in a line.
const FIELD: f32 = 200.0;
/// The share of the line that the button may take.
const MOST_BUTTON: f32 = 0.5;
/// The width of the list, and the part of the window's height that it leaves.
const LIST: f32 = 260.0;
const AROUND_LIST: f32 = 88.0;

fn field_ui(ui: &mut Ui, state: &State, commands: &mut Commands, search: &Search<'_>, width: f32) {
    let mut text = search.text.to_owned();
    let field = search_field(ui, state, &mut text, &search.hint, width);
    name_field(&field, &text, &search.hint);
    if field.changed() {
        commands.push((search.command)(text));
    }
}
