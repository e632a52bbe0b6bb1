//! Ten rows as they stand, with what each column is taken for.

use std::sync::Arc;

use egui::{Align, Label, Layout as Direction, RichText, ScrollArea, Ui, Vec2};
use egui_extras::{Column as Width, TableBuilder};

use crate::import::{Certainty, Column, Field, Layout, Sheet};
use crate::texts::Texts;

use super::super::super::command::{Command, Commands};
use super::super::super::review::{Choose, FileReview};
use super::super::super::state::State;
use super::super::super::table::{GAP, row_line};
use super::super::super::theme::{self, size, tokens};
use super::super::super::understood::{PreviewRow, Understood};
use super::super::super::widgets::{MenuLabel, action_button, menu, menu_button, soft, strong};
use super::choices::field_text;

/// The height of a row.
pub const ROW: f32 = 26.0;
/// The width of the rows' numbers.
pub const NUMBER: f32 = 52.0;
/// The height of what stands over the rows.
const HEADER: f32 = 78.0;
/// The widths that a column may have.
const NARROWEST: f32 = 116.0;
const WIDEST: f32 = 230.0;
/// The width of a letter, roughly.
const LETTER: f32 = 7.0;

/// The rows of a table.
pub fn preview_ui(
    ui: &mut Ui,
    state: &State,
    commands: &mut Commands,
    read: &Understood,
    layout: &Layout,
    rows: &[PreviewRow],
) {
    let Some(sheet) = read.contents.sheets.get(layout.sheet) else { return };
    let mut widths: Vec<f32> = layout.columns.iter().map(|column| width(&state.texts, sheet, column, rows)).collect();
    #[expect(clippy::cast_precision_loss, reason = "a few columns")]
    let columns = widths.len().max(1) as f32;
    // What is left of the card is shared.
    let left = ui.available_width() - NUMBER - columns * GAP - widths.iter().sum::<f32>();
    for width in &mut widths {
        *width += left.max(0.0) / columns;
    }
    ScrollArea::horizontal().id_salt("as it stands").auto_shrink([false, true]).show(ui, |ui| {
        ui.spacing_mut().item_spacing = Vec2::new(GAP, 0.0);
        let mut table = TableBuilder::new(ui)
            .id_salt("rows as they stand")
            .vscroll(false)
            .cell_layout(Direction::left_to_right(Align::Center))
            .column(Width::exact(NUMBER));
        for width in &widths {
            table = table.column(Width::exact(*width).clip(true));
        }
        table
            .header(HEADER, |mut header| {
                header.col(|ui| {
                    row_line(ui);
                });
                for (column, width) in layout.columns.iter().zip(&widths) {
                    header.col(|ui| heading_ui(ui, &state.texts, commands, layout, column, *width));
                }
            })
            .body(|body| {
                body.rows(ROW, rows.len(), |mut table_row| {
                    let Some(preview) = rows.get(table_row.index()) else { return };
                    let Some(row) = sheet.row(preview.place) else { return };
                    table_row.col(|ui| number_ui(ui, row.number));
                    for column in &layout.columns {
                        table_row.col(|ui| {
                            row_line(ui);
                            let text = RichText::new(row.cell(column.index).to_string()).size(size::SECTION);
                            let color = if column.field.is_some() { tokens(ui).ink } else { tokens(ui).soft };
                            ui.add(Label::new(text.color(color)).truncate());
                        });
                    }
                });
            });
    });
}

/// The number of a row.
pub fn number_ui(ui: &mut Ui, number: u32) {
    row_line(ui);
    soft(ui, number.to_string());
}

/// What a column is taken for, how sure that is, and its heading.
fn heading_ui(ui: &mut Ui, texts: &Texts, commands: &mut Commands, layout: &Layout, column: &Column, width: f32) {
    row_line(ui);
    ui.vertical(|ui| {
        ui.add_space(2.0);
        let name = column_name(column);
        let value = column.field.map_or_else(|| texts.get("field-none"), |field| field_text(texts, field));
        let caption = texts.with("column-is", &[("column", name.as_str().into())]);
        let label = MenuLabel { caption, value, ..MenuLabel::default() };
        let button = menu_button(ui, &label, width);
        menu(&button).show(|ui| fields_ui(ui, texts, commands, layout, column));
        let certainty = match (column.certainty, column.field) {
            (Certainty::Heading | Certainty::Content, None) => String::new(),
            (certainty, _) => texts.get(&format!("certainty-{}", certainty.as_str())),
        };
        ui.add_space(2.0);
        let color = if column.certainty == Certainty::Content { tokens(ui).risk } else { tokens(ui).soft };
        ui.label(RichText::new(certainty).size(11.5).color(color));
        let heading = RichText::new(name).font(theme::semibold(size::SMALL));
        ui.add(Label::new(heading).truncate());
    });
}

/// The fields that a column may hold.
fn fields_ui(ui: &mut Ui, texts: &Texts, commands: &mut Commands, layout: &Layout, column: &Column) {
    let heading: Arc<str> = column_name(column).into();
    let mut choose = |ui: &mut Ui, field: Option<Field>, text: String| {
        if ui.selectable_label(column.field == field, text).clicked() {
            commands.push(Command::Choose(Choose::Column { heading: heading.clone(), field }));
        }
    };
    ScrollArea::vertical().max_height(420.0).show(ui, |ui| {
        ui.set_min_width(200.0);
        choose(ui, None, texts.get("field-none"));
        for field in Field::ALL.into_iter().filter(|field| field.kinds().contains(&layout.kind)) {
            choose(ui, Some(field), field_text(texts, field));
        }
    });
}

/// A column's heading, or its letter where it has none.
pub fn column_name(column: &Column) -> String {
    if column.heading.is_empty() { column.letters() } else { column.heading.to_string() }
}

/// As wide as what stands in a column, within limits.
fn width(texts: &Texts, sheet: &Sheet, column: &Column, rows: &[PreviewRow]) -> f32 {
    let cells = rows.iter().filter_map(|row| sheet.row(row.place)).map(|row| row.cell(column.index).to_string());
    let field = column.field.map_or(0, |field| field_text(texts, field).chars().count() + 5);
    let letters = cells.map(|text| text.chars().count()).chain([field, column.heading.chars().count()]).max();
    #[expect(clippy::cast_precision_loss, reason = "a few letters")]
    let width = letters.unwrap_or_default() as f32 * LETTER + 8.0;
    width.clamp(NARROWEST, WIDEST)
}

/// How many rows of a sheet without a table are shown.
const BARE_ROWS: usize = 15;

/// The first rows of a sheet on which no table was found: which of them holds the headings?
pub fn bare_ui(ui: &mut Ui, state: &State, commands: &mut Commands, file: &FileReview, read: &Understood) {
    let texts = &state.texts;
    let chosen = file.choices.sheet.as_deref();
    let mut sheets = read.contents.sheets.iter().filter(|it| chosen.is_none_or(|name| *it.name == *name));
    let Some(sheet) = sheets.find(|sheet| !sheet.is_empty()) else { return };
    strong(ui, texts.get("no-table"));
    soft(ui, texts.get("no-table-what-to-do"));
    ui.add_space(4.0);
    ScrollArea::horizontal().id_salt("bare rows").auto_shrink([false, true]).show(ui, |ui| {
        egui::Grid::new("bare rows").spacing([16.0, 6.0]).show(ui, |ui| {
            for row in sheet.rows().take(BARE_ROWS) {
                let name = texts.with("headings-in-row", &[("row", row.number.to_string().into())]);
                if action_button(ui, &name).clicked() {
                    commands.push(Command::Choose(Choose::HeadingRow(Some(row.number))));
                }
                for (_, cell) in row.filled().take(12) {
                    let words: String = cell.to_string().chars().take(28).collect();
                    ui.label(RichText::new(words).size(size::SECTION));
                }
                ui.end_row();
            }
        });
    });
}
