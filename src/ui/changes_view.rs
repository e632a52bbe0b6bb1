//! What files changed that came again, record by record: over the page, until it is put away.

use egui::{Align, Id, Key, Label, Layout, Modal, RichText, ScrollArea, Ui};
use lucide_icons::Icon;

use crate::texts::Texts;
use crate::workspace::{Changes, Difference, Record};

use super::changes::{counts_text, difference_text, record_name};
use super::command::{Command, Commands};
use super::found::tsv_row;
use super::pages::{MOST, cell_text, cells_ui, place_text, rows_ui};
use super::state::State;
use super::theme::{self, size, tokens};
use super::widgets::{card_frame, command_button, icon_button, soft};

/// The width of the window's part that the list takes, and how high it may grow before it scrolls.
const WIDTH: f32 = 720.0;
const MOST_HIGH: f32 = 420.0;
/// What else stands there takes so much of the window's height.
const AROUND: f32 = 190.0;
/// The height of a record's row, and the width of the word before it.
const ROW: f32 = 44.0;
const WORD: f32 = 96.0;
/// The space above a record's two lines.
const ABOVE: f32 = 4.0;

/// The records, while they are looked at. Escape and a click beside them put them away.
pub fn changes_ui(ui: &Ui, state: &State, commands: &mut Commands) {
    let Some(changes) = &state.changes else { return };
    let response = Modal::new(Id::unique("changes")).frame(card_frame(ui)).show(ui.ctx(), |ui| {
        let window = ui.ctx().content_rect().size();
        ui.set_width(WIDTH.min(window.x * 0.86 - 40.0));
        head_ui(ui, state, commands);
        soft(ui, counts_text(changes, &state.texts).unwrap_or_default());
        ui.add_space(4.0);
        let rows = rows(changes);
        #[expect(clippy::cast_precision_loss, reason = "a few thousand rows")]
        let all = rows as f32 * ROW;
        let most = MOST_HIGH.min(window.y - AROUND);
        ScrollArea::vertical().max_height(most).min_scrolled_height(all.min(most)).show(ui, |ui| {
            rows_ui(ui, rows, ROW, |ui, at| {
                if let Some((kind, difference)) = row_at(changes, at) {
                    row_ui(ui, &state.texts, kind, difference);
                }
            });
        });
        let more = (changes.changed.count + changes.gone.count + changes.new.count).saturating_sub(rows);
        if more > 0 {
            let count = state.texts.number(more.into());
            soft(ui, state.texts.with("findings-more", &[("count", count.into())]));
        }
        ui.add_space(4.0);
        let mut asked = Commands::default();
        command_button(ui, state, &mut asked, Command::CopyText(String::new()));
        if !asked.is_empty() {
            commands.push(Command::CopyText(copied(changes, &state.texts)));
        }
    });
    if response.should_close() || ui.input(|input| input.key_pressed(Key::Escape)) {
        commands.push(Command::ShowChanges(None));
    }
}

fn head_ui(ui: &mut Ui, state: &State, commands: &mut Commands) {
    let texts = &state.texts;
    ui.with_layout(Layout::right_to_left(Align::Min), |ui| {
        icon_button(ui, Icon::X, &texts.get("command-dismiss"), commands, Command::ShowChanges(None));
        ui.with_layout(Layout::top_down(Align::Min), |ui| {
            ui.label(RichText::new(texts.get("changes-title")).font(theme::semibold(16.0)));
        });
    });
}

/// What became of a record.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Changed,
    Gone,
    New,
}

impl Kind {
    fn text(self, texts: &Texts) -> String {
        texts.get(match self {
            Self::Changed => "change-changed",
            Self::Gone => "change-gone",
            Self::New => "change-new",
        })
    }
}

/// How many records are listed.
fn rows(changes: &Changes) -> usize {
    let found = [&changes.changed, &changes.gone, &changes.new];
    found.iter().map(|found| found.samples.len()).sum::<usize>().min(MOST)
}

/// A record by its row: those that changed first, then those that are gone, then the new ones.
fn row_at(changes: &Changes, mut at: usize) -> Option<(Kind, &Difference)> {
    for (kind, found) in [(Kind::Changed, &changes.changed), (Kind::Gone, &changes.gone), (Kind::New, &changes.new)] {
        if let Some(difference) = found.samples.get(at) {
            return Some((kind, difference));
        }
        at -= found.samples.len();
    }
    None
}

fn row_ui(ui: &mut Ui, texts: &Texts, kind: Kind, difference: &Difference) {
    let widths = [WORD, ui.available_width() - WORD];
    let tokens = tokens(ui);
    let color = match kind {
        Kind::Changed => tokens.risk,
        Kind::Gone => tokens.missing,
        Kind::New => tokens.good,
    };
    cells_ui(ui, widths, [Align::Min; 2], |ui, cell| {
        if cell == 0 {
            let word = RichText::new(kind.text(texts)).font(theme::semibold(size::SMALL)).color(color);
            ui.add(Label::new(word).truncate());
            return;
        }
        let [name, more] = words(difference, texts);
        ui.vertical(|ui| {
            ui.spacing_mut().item_spacing.y = 2.0;
            ui.add_space(ABOVE);
            cell_text(ui, name);
            ui.add(Label::new(RichText::new(more).size(size::SMALL).color(tokens.soft)).truncate());
        });
    });
}

/// What a record is known by, and what it says otherwise; where it stands, if it is new or gone.
fn words(difference: &Difference, texts: &Texts) -> [String; 2] {
    let record = difference.after.as_ref().or(difference.before.as_ref());
    let name = record.map(|record| record_name(record, texts)).unwrap_or_default();
    let more = match (&difference.before, &difference.after) {
        (Some(before), Some(after)) => difference_text(before, after, texts),
        _ => record.map(|record| place_text(record_place(record))).unwrap_or_default(),
    };
    [name, more]
}

fn record_place(record: &Record) -> &crate::ledger::Place {
    match record {
        Record::Credential(row) => &row.place,
        Record::Sale(sale) => &sale.place,
    }
}

/// The records as a table that spreadsheet programs take in.
fn copied(changes: &Changes, texts: &Texts) -> String {
    let rows = (0..rows(changes)).filter_map(|at| row_at(changes, at));
    let line = |(kind, difference): (Kind, &Difference)| {
        let [name, more] = words(difference, texts);
        tsv_row([kind.text(texts), name, more])
    };
    rows.map(line).collect()
}
