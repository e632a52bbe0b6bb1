//! A file: what was read of it and when, whether it has changed since, and what can be done with it.

use chrono::{DateTime, Local};
use egui::{Align, Label, Layout, RichText, Ui, UiBuilder};
use lucide_icons::Icon;
use rust_decimal::Decimal;

use crate::ledger::{FileStamp, SheetKind, SheetTally, Source};
use crate::texts::Texts;

use super::super::super::command::{Command, Commands};
use super::super::super::state::State;
use super::super::super::theme::{self, size, tokens};
use super::super::super::widgets::{Tone, command_button, decoration, icon_button, note, soft};
use super::NARROW;
use super::rows::{cell_text, cells_ui, rows_ui};

/// A file's card.
pub fn file_ui(ui: &mut Ui, state: &State, commands: &mut Commands, source: &Source) {
    head_ui(ui, state, commands, source);
    changed_ui(ui, state, commands, source);
    let sheets = &source.sheets;
    if sheets.len() <= ALWAYS_LISTED {
        sheets_ui(ui, &state.texts, sheets);
    } else {
        let title = state.texts.with("count-sheets", &[("count", sheets.len().into())]);
        let title = RichText::new(title).size(size::SECTION);
        egui::CollapsingHeader::new(title).id_salt(&source.origin).show(ui, |ui| sheets_ui(ui, &state.texts, sheets));
    }
}

/// How many sheets are listed without being asked for.
const ALWAYS_LISTED: usize = 8;

fn head_ui(ui: &mut Ui, state: &State, commands: &mut Commands, source: &Source) {
    let is_narrow = ui.available_width() < NARROW;
    ui.horizontal(|ui| {
        ui.set_min_height(size::CONTROL);
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            icons_ui(ui, state, commands, source);
            if !is_narrow {
                buttons(state, source).rev().for_each(|command| {
                    command_button(ui, state, commands, command);
                });
            }
            ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                decoration(ui, Icon::FileSpreadsheet, 16.0, tokens(ui).soft);
                let name = RichText::new(&*source.file).font(theme::semibold(size::BODY));
                ui.add(Label::new(name).truncate());
            });
        });
    });
    soft(ui, details(source, &state.texts));
    if is_narrow {
        ui.horizontal_wrapped(|ui| {
            buttons(state, source).for_each(|command| {
                command_button(ui, state, commands, command);
            });
        });
    }
}

fn icons_ui(ui: &mut Ui, state: &State, commands: &mut Commands, source: &Source) {
    let file = [("file", (*source.file).into())];
    let remove = Command::RemoveSource(source.origin.clone());
    icon_button(ui, Icon::Trash2, &state.texts.with("remove-file", &file), commands, remove);
    let again = Command::ReadAgain(source.origin.clone());
    icon_button(ui, Icon::RefreshCw, &state.texts.with("read-file-again", &file), commands, again);
}

/// What else can be done with the file.
fn buttons(state: &State, source: &Source) -> impl DoubleEndedIterator<Item = Command> {
    let can_save = state.sources.to_mend.contains(&source.origin);
    let save = can_save.then(|| Command::SaveLeftOut(source.origin.clone()));
    save.into_iter().chain([Command::LookAt(source.origin.clone())])
}

/// "XLSX · 24 KB · read on 27 Jun 2017 at 09:30".
fn details(source: &Source, texts: &Texts) -> String {
    let format = source.file.rsplit_once('.').map(|(_, end)| end.to_uppercase()).filter(|end| end.len() <= 5);
    let (size, read) = match source.stamp {
        Some(stamp) => {
            let read = moment(stamp.read, texts).map(|day| texts.with("read-at", &[("moment", day.into())]));
            (Some(size_text(stamp, texts)), read)
        }
        None => (None, None),
    };
    let records = source.credentials.len() + source.sales.len();
    let number = texts.number(records.into());
    let records = texts.with("count-records", &[("count", records.into()), ("number", number.into())]);
    [format, size, Some(records), read].into_iter().flatten().collect::<Vec<_>>().join(" · ")
}

fn size_text(stamp: FileStamp, texts: &Texts) -> String {
    let kilobytes = stamp.size.div_ceil(1000);
    if kilobytes < 1000 {
        return texts.with("size-kilobytes", &[("size", texts.number(kilobytes.into()).into())]);
    }
    let tenths = Decimal::new(i64::try_from(kilobytes / 100).unwrap_or(i64::MAX), 1);
    texts.with("size-megabytes", &[("size", texts.number(tenths).into())])
}

fn moment(seconds: i64, texts: &Texts) -> Option<String> {
    DateTime::from_timestamp(seconds, 0).map(|moment| texts.moment(moment.with_timezone(&Local)))
}

/// That the file was saved again since it was read, or is not there any more.
fn changed_ui(ui: &mut Ui, state: &State, commands: &mut Commands, source: &Source) {
    let texts = &state.texts;
    let (Some(read), Some(now)) = (source.stamp, state.sources.on_disk.get(&source.origin)) else { return };
    match now {
        None => {
            soft(ui, texts.get("source-gone"));
        }
        Some(now) if now.differs_from(read) => {
            let when = moment(now.changed, texts).unwrap_or_default();
            let text = texts.with("source-changed", &[("moment", when.into())]);
            note(ui, Tone::Risk, Icon::TriangleAlert, &texts.get("severity-warning"), &[text]);
            command_button(ui, state, commands, Command::ReadAgain(source.origin.clone()));
        }
        Some(_) => {}
    }
}

fn sheets_ui(ui: &mut Ui, texts: &Texts, sheets: &[SheetTally]) {
    if ui.available_width() < NARROW {
        sheets_below_each_other_ui(ui, texts, sheets);
        return;
    }
    // The numbers stand at the end, all of the same width, and the name takes what is left.
    let number = (ui.available_width() * 0.16).clamp(84.0, 130.0);
    let kind = (ui.available_width() * 0.2).clamp(96.0, 150.0);
    let name = ui.available_width() - kind - 3.0 * number;
    let align = [Align::Min, Align::Min, Align::Max, Align::Max, Align::Max];
    rows_ui(ui, sheets.len(), ROW, |ui, at| {
        let Some(sheet) = sheets.get(at) else { return };
        cells_ui(ui, [name, kind, number, number, number], align, |ui, cell| sheet_cell(ui, texts, sheet, cell));
    });
}

/// The height of a sheet's row.
const ROW: f32 = 24.0;

/// The same in a narrow page: two lines for each sheet.
fn sheets_below_each_other_ui(ui: &mut Ui, texts: &Texts, sheets: &[SheetTally]) {
    rows_ui(ui, sheets.len(), 2.0 * ROW, |ui, at| {
        let Some(sheet) = sheets.get(at) else { return };
        ui.vertical(|ui| {
            ui.spacing_mut().item_spacing.y = 0.0;
            let width = ui.available_width();
            for (cells, widths) in [(0..2, [0.5, 0.5, 0.0]), (2..5, [0.3, 0.32, 0.38])] {
                let (_, line) = ui.allocate_space(egui::vec2(width, ROW));
                let mut line = ui.new_child(UiBuilder::new().max_rect(line).id_salt(cells.start));
                cells_ui(&mut line, widths.map(|share| share * width), [Align::Min; 3], |ui, cell| {
                    if cells.start + cell < cells.end {
                        sheet_cell(ui, texts, sheet, cells.start + cell);
                    }
                });
            }
        });
    });
}

fn sheet_cell(ui: &mut Ui, texts: &Texts, sheet: &SheetTally, cell: usize) {
    let count = |id: &str, count: usize| {
        texts.with(id, &[("count", count.into()), ("number", texts.number(count.into()).into())])
    };
    let kind = match sheet.kind {
        None => "sheet-unrecognised",
        Some(SheetKind::Credentials) => "sheet-credentials",
        Some(SheetKind::Sales) => "sheet-sales",
    };
    match cell {
        0 if sheet.sheet.is_empty() => cell_text(ui, texts.get("only-sheet")),
        0 => cell_text(ui, &*sheet.sheet),
        1 => cell_text(ui, texts.get(kind)),
        2 => cell_text(ui, count("count-rows", sheet.rows)),
        3 => cell_text(ui, count("count-rows-taken", sheet.taken)),
        _ if sheet.left_out == 0 => cell_text(ui, count("count-rows-left-out", 0)),
        _ => {
            let text = RichText::new(count("count-rows-left-out", sheet.left_out));
            let text = text.font(theme::semibold(size::SECTION)).color(tokens(ui).missing);
            ui.add(Label::new(text).truncate());
        }
    }
}
