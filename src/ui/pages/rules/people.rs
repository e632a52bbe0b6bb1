//! Who: a few names to click, and all of them in a list.

use egui::{Label, RichText, ScrollArea, Sense, Ui, WidgetInfo};

use crate::ledger::PersonId;

use super::super::super::command::{Command, Commands};
use super::super::super::outcome::Outcome;
use super::super::super::state::{Page, State};
use super::super::super::theme::{size, tokens};
use super::super::super::widgets::{menu, soft};
use super::super::sources::rows_ui;

/// How many names stand there at once.
const NAMES: usize = 4;

/// People by name; a click opens one's panel.
pub fn people_ui(ui: &mut Ui, state: &State, commands: &mut Commands, outcome: &Outcome, people: &[PersonId]) {
    let texts = &state.texts;
    if people.is_empty() {
        soft(ui, texts.get("nobody-yet"));
        return;
    }
    ui.horizontal_wrapped(|ui| {
        let number = texts.number(people.len().into());
        soft(ui, texts.with("count-holders", &[("count", people.len().into()), ("number", number.into())]));
        for (at, person) in people.iter().take(NAMES).enumerate() {
            let name = outcome.ledger.person(*person).label();
            let comma = if at + 1 < people.len().min(NAMES) { "," } else { "" };
            if name_ui(ui, name, comma) {
                open(commands, *person);
            }
        }
        let more = people.len().saturating_sub(NAMES);
        if more > 0 {
            let number = texts.number(more.into());
            let text = texts.with("people-more", &[("count", more.into()), ("number", number.into())]);
            let button = ui.small_button(RichText::new(text).size(size::SMALL));
            menu(&button).width(LIST).show(|ui| list_ui(ui, commands, outcome, people));
        }
    });
}

/// The list's width, and the height of a row.
const LIST: f32 = 260.0;
const ROW: f32 = 28.0;

fn list_ui(ui: &mut Ui, commands: &mut Commands, outcome: &Outcome, people: &[PersonId]) {
    ui.set_width(LIST);
    ScrollArea::vertical().max_height(ROW * 11.0).auto_shrink([false, true]).show(ui, |ui| {
        rows_ui(ui, people.len(), ROW, |ui, at| {
            let Some(person) = people.get(at) else { return };
            let name = egui::Button::selectable(false, outcome.ledger.person(*person).label()).truncate();
            if ui.add(name).clicked() {
                open(commands, *person);
                ui.close();
            }
        });
    });
}

fn name_ui(ui: &mut Ui, name: &str, comma: &str) -> bool {
    let text = RichText::new(format!("{name}{comma}")).size(size::SMALL).color(tokens(ui).accent);
    let response = ui.add(Label::new(text).extend().sense(Sense::click()));
    response.widget_info(|| WidgetInfo::labeled(egui::Role::Button, true, name));
    if response.has_focus() {
        let stroke = egui::Stroke::new(2.0, tokens(ui).accent);
        ui.painter().rect_stroke(response.rect.expand(2.0), 3, stroke, egui::StrokeKind::Inside);
    }
    response.on_hover_cursor(egui::CursorIcon::PointingHand).clicked()
}

fn open(commands: &mut Commands, person: PersonId) {
    commands.push(Command::SelectPerson(Some(person)));
    commands.push(Command::Show(Page::People));
}
