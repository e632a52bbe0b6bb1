//! What can be chosen about a file as a whole: sheet, headings, what it holds and how it is written.

use egui::Ui;

use crate::import::{AmountsAre, DELIMITERS, DateOrder, DecimalSign, ENCODINGS, Field, Sheet};
use crate::ledger::SheetKind;
use crate::texts::Texts;

use super::super::super::command::{Command, Commands};
use super::super::super::review::{Choose, FileReview};
use super::super::super::state::State;
use super::super::super::understood::Understood;
use super::super::super::widgets::{MenuLabel, capitalised, menu, menu_button};

/// The menus.
pub fn choices_ui(ui: &mut Ui, state: &State, commands: &mut Commands, file: &FileReview, read: &Understood) {
    ui.horizontal_wrapped(|ui| {
        sheet_menu(ui, state, commands, file, read);
        table_menu(ui, state, commands, file, read);
        heading_menu(ui, state, commands, file, read);
        kind_menu(ui, state, commands, file);
        writing_menus(ui, state, commands, file);
        text_menus(ui, state, commands, read);
    });
}

/// The width of a letter, roughly.
const LETTER: f32 = 7.4;
const WIDEST_MENU: f32 = 480.0;

/// A menu of values, of which one is chosen.
fn picker<T: PartialEq>(
    ui: &mut Ui,
    commands: &mut Commands,
    caption: String,
    values: Vec<(T, String)>,
    chosen: &T,
    give: impl Fn(T) -> Command,
) {
    let value = values.iter().find(|(value, _)| value == chosen).map(|(_, text)| text.clone()).unwrap_or_default();
    let label = MenuLabel { caption, shows_caption: true, value, ..MenuLabel::default() };
    let button = menu_button(ui, &label, 320.0);
    #[expect(clippy::cast_precision_loss, reason = "a few letters")]
    let width = values.iter().map(|(_, text)| text.chars().count()).max().unwrap_or_default() as f32 * LETTER;
    menu(&button).show(|ui| {
        ui.set_max_width((width + 32.0).min(WIDEST_MENU).max(button.rect.width()));
        egui::ScrollArea::vertical().max_height(360.0).show(ui, |ui| {
            for (value, text) in values {
                if ui.selectable_label(value == *chosen, text).clicked() {
                    commands.push(give(value));
                }
            }
        });
    });
}

fn sheet_menu(ui: &mut Ui, state: &State, commands: &mut Commands, file: &FileReview, read: &Understood) {
    let texts = &state.texts;
    let sheets = &read.contents.sheets;
    if sheets.len() < 2 {
        return;
    }
    let name = |sheet: &Sheet| {
        let hidden = || texts.with("sheet-hidden", &[("sheet", (*sheet.name).into())]);
        if sheet.is_hidden { hidden() } else { sheet.name.to_string() }
    };
    let named = sheets.iter().map(|sheet| (Some(sheet.name.to_string()), name(sheet)));
    let values = std::iter::once((None, texts.get("every-sheet"))).chain(named).collect();
    let give = |sheet| Command::Choose(Choose::Sheet(sheet));
    picker(ui, commands, texts.get("choose-sheet"), values, &file.choices.sheet, give);
}

fn table_menu(ui: &mut Ui, state: &State, commands: &mut Commands, file: &FileReview, read: &Understood) {
    let tables = &read.understanding.tables;
    if tables.len() < 2 {
        return;
    }
    let values = tables.iter().enumerate().filter_map(|(place, table)| {
        let sheet = read.contents.sheets.get(table.sheet)?;
        let row = sheet.row(table.headings.start.min(table.rows.start))?.number.to_string();
        let kind = kind_text(&state.texts, table.kind);
        let values = [("sheet", (*sheet.name).into()), ("row", row.into()), ("kind", kind.into())];
        Some((place, state.texts.with("table-at", &values)))
    });
    picker(ui, commands, state.texts.get("choose-table"), values.collect(), &file.table, Command::ShowTable);
}

/// How many rows are offered for the headings.
const ROWS: usize = 25;
/// How many letters of a row are shown.
const LETTERS: usize = 64;

fn heading_menu(ui: &mut Ui, state: &State, commands: &mut Commands, file: &FileReview, read: &Understood) {
    let texts = &state.texts;
    let Some(sheet) = file.layout().and_then(|layout| read.contents.sheets.get(layout.sheet)) else {
        return;
    };
    let headings = file.layout().map(|layout| layout.headings.clone()).filter(|headings| !headings.is_empty());
    let found = headings.and_then(|headings| sheet.row(headings.start)).map(|row| row.number);
    let mut values: Vec<(Option<u32>, String)> = sheet
        .rows()
        .take(ROWS)
        .map(|row| {
            let words: Vec<String> = row.filled().map(|(_, cell)| cell.words()).collect();
            let words: String = words.join(" · ").chars().take(LETTERS).collect();
            let values = [("row", row.number.to_string().into()), ("words", words.into())];
            (Some(row.number), texts.with("heading-row-words", &values))
        })
        .collect();
    if file.choices.heading_row.is_some() {
        values.insert(0, (None, texts.get("as-recognised")));
    } else if found.is_none() {
        values.insert(0, (None, texts.get("no-headings")));
    }
    let give = |row| Command::Choose(Choose::HeadingRow(row));
    picker(ui, commands, texts.get("choose-heading-row"), values, &found, give);
}

fn kind_menu(ui: &mut Ui, state: &State, commands: &mut Commands, file: &FileReview) {
    let kinds = [SheetKind::Credentials, SheetKind::Sales];
    let chosen = file.layout().map(|layout| layout.kind).or(file.choices.kind);
    let Some(chosen) = chosen else { return };
    let values = kinds.map(|kind| (kind, kind_text(&state.texts, kind))).to_vec();
    let give = |kind| Command::Choose(Choose::Kind(kind));
    picker(ui, commands, state.texts.get("choose-kind"), values, &chosen, give);
}

/// How dates and amounts are written.
fn writing_menus(ui: &mut Ui, state: &State, commands: &mut Commands, file: &FileReview) {
    let texts = &state.texts;
    let told = || texts.get("as-the-file-tells");
    let orders = DateOrder::ALL.map(|order| (Some(order), order_text(texts, order)));
    let orders = std::iter::once((None, told())).chain(orders).collect();
    let give = |order| Command::Choose(Choose::DateOrder(order));
    picker(ui, commands, texts.get("choose-date-order"), orders, &file.choices.date_order, give);
    if file.layout().is_none_or(|layout| layout.kind != SheetKind::Sales) {
        return;
    }
    let signs = [(DecimalSign::Point, "sign-point"), (DecimalSign::Comma, "sign-comma")];
    let signs = signs.map(|(sign, id)| (Some(sign), texts.get(id)));
    let signs = std::iter::once((None, told())).chain(signs).collect();
    let give = |sign| Command::Choose(Choose::DecimalSign(sign));
    picker(ui, commands, texts.get("choose-decimal-sign"), signs, &file.choices.decimal_sign, give);
    let amounts = [AmountsAre::Own, AmountsAre::RunningTotal].map(|amounts| (amounts, amounts_text(texts, amounts)));
    let chosen = file.choices.amounts.unwrap_or(AmountsAre::Own);
    let give = |amounts| Command::Choose(Choose::Amounts(Some(amounts)));
    picker(ui, commands, texts.get("choose-amounts"), amounts.to_vec(), &chosen, give);
}

/// How the bytes of a text file are read.
fn text_menus(ui: &mut Ui, state: &State, commands: &mut Commands, read: &Understood) {
    let texts = &state.texts;
    let opened = &read.contents.opened;
    if let Some(encoding) = &opened.encoding {
        let mut values: Vec<(String, String)> =
            ENCODINGS.iter().map(|name| ((*name).to_owned(), (*name).to_owned())).collect();
        if !values.iter().any(|(name, _)| name == encoding) {
            values.insert(0, (encoding.clone(), encoding.clone()));
        }
        let caption = if opened.encoding_is_sure { "choose-encoding" } else { "choose-unsure-encoding" };
        let give = |name| Command::Choose(Choose::Encoding(name));
        picker(ui, commands, texts.get(caption), values, encoding, give);
    }
    if let Some(delimiter) = opened.delimiter {
        let name = |sign: char| if sign == '\t' { texts.get("delimiter-tab") } else { sign.to_string() };
        let mut values: Vec<(char, String)> = DELIMITERS.iter().map(|sign| (*sign, name(*sign))).collect();
        if !DELIMITERS.contains(&delimiter) {
            values.insert(0, (delimiter, name(delimiter)));
        }
        let give = |sign| Command::Choose(Choose::Delimiter(sign));
        picker(ui, commands, texts.get("choose-delimiter"), values, &delimiter, give);
    }
}

/// What a table holds.
pub fn kind_text(texts: &Texts, kind: SheetKind) -> String {
    capitalised(&texts.get(match kind {
        SheetKind::Credentials => "sheet-credentials",
        SheetKind::Sales => "sheet-sales",
    }))
}

/// What a column holds.
pub fn field_text(texts: &Texts, field: Field) -> String {
    texts.get(&format!("field-{}", field.as_str()))
}

/// An order of a date's numbers.
pub fn order_text(texts: &Texts, order: DateOrder) -> String {
    texts.get(&format!("order-{}", order.as_str()))
}

/// What amounts are.
pub fn amounts_text(texts: &Texts, amounts: AmountsAre) -> String {
    texts.get(match amounts {
        AmountsAre::Own => "amounts-own",
        AmountsAre::RunningTotal => "amounts-running-total",
    })
}
