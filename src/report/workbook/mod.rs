//! The result as a workbook, to be sorted, filtered and added up.

mod cell;
mod look;
#[cfg(test)]
mod tests;

pub(super) use cell::{MOST_ROWS, cut, first_units, write_text};

use chrono::Datelike;
use rust_decimal::prelude::ToPrimitive;
use rust_decimal::{Decimal, RoundingStrategy};
use rust_xlsxwriter::{
    DocProperties, ExcelDateTime, Format, Formula, TableColumn, TableFunction, Workbook, Worksheet, XlsxError,
    cell_range,
};

use crate::texts::Texts;

use super::Report;
use super::tables::{self, Table, Value};

use look::Look;

/// A workbook could not be made.
#[derive(Debug, thiserror::Error)]
#[error("{0}")]
pub struct WorkbookError(#[from] XlsxError);

/// The result as an xlsx workbook: the summary, the checklist, people × exams, sales, findings and credentials, with real
/// dates and numbers. No cell that comes from a file is ever a formula. The same result gives the same bytes.
///
/// # Errors
/// When the workbook library refuses the content.
pub fn workbook(report: &Report<'_>) -> Result<Vec<u8>, WorkbookError> {
    // Above the rows stands the heading, and below them may stand a sum.
    with_most_rows(report, MOST_ROWS - 2)
}

/// The workbook with at most so many rows of a table on a sheet; the rest is on sheets of its own.
fn with_most_rows(report: &Report<'_>, most: usize) -> Result<Vec<u8>, WorkbookError> {
    let mut workbook = Workbook::new();
    let texts = report.texts;
    workbook.set_properties(&properties(report)?);
    workbook.set_zip_compression_level(QUICK);
    let look = Look::new();
    let tables = tables::tables(report);

    let summary = workbook.add_worksheet().set_name(texts.get("table-summary"))?;
    let stacked = tables::summary(report);
    let below = write_stacked(summary, &stacked, &look, texts)?;
    let gone_on = tables.iter().filter(|table| table.rows > most).map(|table| gone_on(table, most, texts));
    for (row, sentence) in (below..).zip(gone_on) {
        write_text(summary, row, 0, &sentence, None)?;
    }
    set_page(summary, report);
    for table in &tables {
        let widths = widths(&[table], WIDEST);
        for (part, first) in (0..table.rows.max(1)).step_by(most).enumerate() {
            let last = table.rows.min(first + most);
            // A large one is kept on disk, row by row: in memory a million rows would take gigabytes.
            let sheet = match last - first {
                ..=MOST_TABLE_ROWS => workbook.add_worksheet(),
                _ => workbook.add_worksheet_with_low_memory()?,
            };
            sheet.set_name(sheet_name(table, part))?;
            sheet.set_freeze_panes(1, u16::from(table.columns.len() > FEW_COLUMNS))?;
            write_table(sheet, table, first..last, 0, &look, texts)?;
            set_widths(sheet, &widths)?;
            sheet.set_repeat_rows(0, 0)?;
            set_page(sheet, report);
        }
    }
    Ok(workbook.save_to_buffer()?)
}

/// What the file tells of itself. No clock is asked: the workbook is of the day that it speaks of.
fn properties(report: &Report<'_>) -> Result<DocProperties, XlsxError> {
    let day = report.readiness.settings.as_of;
    let created = ExcelDateTime::from_ymd(
        u16::try_from(day.year()).unwrap_or(FIRST_YEAR).max(FIRST_YEAR),
        u8::try_from(day.month()).unwrap_or(1),
        u8::try_from(day.day()).unwrap_or(1),
    )?;
    let title = report.texts.get("summary-title");
    let properties = DocProperties::new().set_title(&title).set_company(&*report.ledger.company);
    let competency = report.texts.pick(&report.rulebook.title);
    Ok(properties.set_subject(competency).set_author("Touchstone").set_creation_datetime(&created))
}

/// How hard to compress, of 9: as Excel itself does. The files are hardly larger than with more.
const QUICK: u8 = 3;
/// The earliest year that a workbook knows.
const FIRST_YEAR: u16 = 1900;
/// So many characters the name of a sheet can have.
const LONGEST_NAME: usize = 31;
/// Where there are more columns than these, the first one stays in sight.
const FEW_COLUMNS: usize = 8;
/// More rows than these make no table of their own, only a filter: the library would need more time than for the rows.
const MOST_TABLE_ROWS: usize = 50_000;

/// What a sheet with a part of a table is called.
fn sheet_name(table: &Table<'_>, part: usize) -> String {
    let name = if part == 0 { table.title.clone() } else { format!("{} {}", table.title, part + 1) };
    first_units(&name, LONGEST_NAME).to_owned()
}

/// Says that a table is on several sheets.
fn gone_on(table: &Table<'_>, most: usize, texts: &Texts) -> String {
    let last = sheet_name(table, table.rows.saturating_sub(1) / most);
    let rows = texts.number(most.into());
    texts.with("table-gone-on", &[("table", table.title.as_str().into()), ("rows", rows.into()), ("last", last.into())])
}

/// Several tables below each other, each with its title; gives the row below them.
fn write_stacked(
    sheet: &mut Worksheet,
    tables: &[Table<'_>],
    look: &Look,
    texts: &Texts,
) -> Result<u32, WorkbookError> {
    let mut row = 0;
    for table in tables {
        sheet.write_string_with_format(row, 0, &table.title, &look.title)?;
        row = write_table(sheet, table, 0..table.rows, row + 1, look, texts)? + 2;
    }
    // Sentences reach over the empty cells beside them.
    set_widths(sheet, &widths(&tables.iter().collect::<Vec<_>>(), WIDEST / 2))?;
    Ok(row)
}

/// Writes some rows of a table from a row of the sheet on; gives the row below it.
fn write_table(
    sheet: &mut Worksheet,
    table: &Table<'_>,
    rows: std::ops::Range<usize>,
    top: u32,
    look: &Look,
    texts: &Texts,
) -> Result<u32, WorkbookError> {
    let headings = headings(table);
    let numeric = numeric(table);
    let heading_look = |column: usize| look.heading(numeric.get(column).copied().unwrap_or(false));
    let mut sums = vec![Decimal::ZERO; table.columns.len()];
    let is_table = !rows.is_empty() && rows.len() <= MOST_TABLE_ROWS;
    let mut row = top;
    for (column, heading) in headings.iter().enumerate() {
        sheet.write_string_with_format(row, place(column), heading, heading_look(column))?;
    }
    for at in rows {
        row += 1;
        for (column, value) in table.row(at).into_iter().enumerate() {
            write_value(sheet, row, place(column), &value, look)?;
            if let (Value::Amount(amount, _), Some(sum)) = (value, sums.get_mut(column)) {
                *sum += amount;
            }
        }
    }
    if row == top {
        return Ok(row + 1);
    }
    for (column, marks) in table.columns.iter().enumerate().filter(|(_, column)| !column.marks.is_empty()) {
        look.mark(sheet, &marks.marks, (top + 1, row), place(column))?;
    }
    let sum = |column: usize, total: Decimal| {
        let cells = cell_range(top + 1, place(column), row, place(column));
        sum_of(&cells, sums.get(column).copied().unwrap_or_default(), total.scale())
    };
    let totals: Vec<Option<(Formula, &Format)>> = (table.columns.iter().enumerate())
        .map(|(at, column)| column.total.map(|total| (sum(at, total), look.amount(total.scale()))))
        .collect();
    let has_total = totals.iter().any(Option::is_some);
    let last_column = place(headings.len().saturating_sub(1));
    let total_row = row + 1;
    let label = texts.get("table-total");
    if is_table {
        let mut columns: Vec<TableColumn> = Vec::new();
        for (at, (heading, total)) in headings.iter().zip(totals).enumerate() {
            let column = TableColumn::new().set_header(heading).set_header_format(heading_look(at));
            columns.push(match total {
                Some((sum, format)) => column.set_format(format).set_total_function(TableFunction::Custom(sum)),
                None if at == 0 && has_total => column.set_total_label(&label),
                None => column,
            });
        }
        let range = rust_xlsxwriter::Table::new()
            .set_columns(&columns)
            .set_style(rust_xlsxwriter::TableStyle::Light1)
            .set_total_row(has_total)
            .set_autofilter(top == 0);
        sheet.add_table(top, 0, if has_total { total_row } else { row }, last_column, &range)?;
    } else {
        sheet.autofilter(top, 0, row, last_column)?;
        for (column, total) in totals.into_iter().enumerate() {
            if let Some((sum, format)) = total {
                sheet.write_formula_with_format(total_row, place(column), sum, format)?;
            }
        }
        if has_total {
            sheet.write_string_with_format(total_row, 0, &label, heading_look(0))?;
        }
    }
    Ok(if has_total { total_row } else { row } + 1)
}

/// A column's place as the file format counts.
fn place(column: usize) -> u16 {
    u16::try_from(column).unwrap_or(u16::MAX)
}

/// The sum of the cells that a filter leaves, rounded down where single amounts have more decimals than their currency.
fn sum_of(cells: &str, sum: Decimal, decimals: u32) -> Formula {
    let rounded = sum.round_dp_with_strategy(decimals, RoundingStrategy::ToNegativeInfinity);
    // Cells are named by their places, since LibreOffice does not understand headings with commas.
    let formula = if rounded == sum {
        format!("SUBTOTAL(109,{cells})")
    } else {
        let unit = 10_u64.pow(decimals.min(4));
        format!("INT(ROUND(SUBTOTAL(109,{cells})*{unit},4))/{unit}")
    };
    // Whoever looks at it without reckoning, such as a preview, sees what was reckoned here.
    Formula::new(formula).set_result(rounded.to_string())
}

/// Which columns hold numbers.
fn numeric(table: &Table<'_>) -> Vec<bool> {
    let mut found = vec![false; table.columns.len()];
    for at in 0..table.rows.min(ROWS_LOOKED_AT) {
        for (found, value) in found.iter_mut().zip(table.row(at)) {
            *found |= matches!(value, Value::Count(_) | Value::Amount(..));
        }
    }
    found
}

/// The headings, no two of them alike: a table allows none.
fn headings(table: &Table<'_>) -> Vec<String> {
    let mut found: Vec<String> = Vec::new();
    for column in &table.columns {
        let heading = first_units(&column.heading, LONGEST_HEADING).to_owned();
        let numbered = (2_u32..).map(|number| format!("{heading} {number}"));
        let is_free = |name: &String| !found.iter().any(|known| known.to_lowercase() == name.to_lowercase());
        let free = std::iter::once(heading.clone()).chain(numbered).find(is_free);
        found.extend(free);
    }
    found
}

/// So many characters a heading can have, with room for a number.
const LONGEST_HEADING: usize = 240;

fn write_value(
    sheet: &mut Worksheet,
    row: u32,
    column: u16,
    value: &Value<'_>,
    look: &Look,
) -> Result<(), WorkbookError> {
    match value {
        Value::Nothing => {}
        Value::Text(text) => write_text(sheet, row, column, text, None)?,
        Value::Count(count) => {
            sheet.write_number_with_format(row, column, count.to_f64().unwrap_or_default(), &look.count)?;
        }
        Value::Amount(amount, decimals) => {
            let number = amount.to_f64().unwrap_or_default();
            sheet.write_number_with_format(row, column, number, look.amount(*decimals))?;
        }
        Value::Day(day) | Value::Month(day) => {
            let format = if matches!(value, Value::Day(_)) { &look.day } else { &look.month };
            match u16::try_from(day.year()).ok().filter(|year| (FIRST_YEAR..=9999).contains(year)) {
                Some(year) => {
                    let part = |part: u32| u8::try_from(part).unwrap_or(1);
                    let date = ExcelDateTime::from_ymd(year, part(day.month()), part(day.day()))?;
                    sheet.write_datetime_with_format(row, column, date, format)?;
                }
                // A workbook knows no such day; people read it as text.
                None => write_text(sheet, row, column, &day.to_string(), None)?,
            }
        }
    }
    Ok(())
}

/// On paper a sheet lies on its side and is one page wide, and each page tells what it is of.
fn set_page(sheet: &mut Worksheet, report: &Report<'_>) {
    let title = format!("{} · {}", report.ledger.company, report.texts.date(report.readiness.settings.as_of));
    // The mark of a command in a footer is written twice to be itself.
    let title = title.trim_start_matches(" · ").replace('&', "&&");
    let footer = format!("&L{}&C&A&R&P / &N", first_units(&title, LONGEST_FOOTER));
    sheet.set_landscape().set_paper_size(A4).set_print_fit_to_pages(1, 0).set_footer(footer);
}

/// The file format's number for the paper.
const A4: u8 = 9;
/// So many characters of a footer's 255 are the company's and the day's.
const LONGEST_FOOTER: usize = 200;

/// How wide columns are, by their headings and first rows.
fn widths(tables: &[&Table<'_>], widest: usize) -> Vec<f64> {
    let mut widths: Vec<usize> = Vec::new();
    for table in tables {
        widths.resize(widths.len().max(table.columns.len()), 0);
        let headings = table.columns.iter().map(|column| column.heading.chars().count() + FILTER_BUTTON);
        let rows = (0..table.rows.min(ROWS_LOOKED_AT)).map(|at| table.row(at).iter().map(length).collect::<Vec<_>>());
        for lengths in std::iter::once(headings.collect()).chain(rows) {
            widths.iter_mut().zip(lengths).for_each(|(width, length)| *width = (*width).max(length));
        }
    }
    widths.into_iter().map(|width| width.clamp(NARROWEST, widest).to_f64().unwrap_or_default() + 1.5).collect()
}

fn set_widths(sheet: &mut Worksheet, widths: &[f64]) -> Result<(), WorkbookError> {
    for (column, width) in widths.iter().enumerate() {
        sheet.set_column_width(place(column), *width)?;
    }
    Ok(())
}

/// How many characters wide the button of a filter is.
const FILTER_BUTTON: usize = 3;
/// How many rows tell how wide a column must be.
const ROWS_LOOKED_AT: usize = 500;
/// The widths of columns, in characters.
const NARROWEST: usize = 6;
const WIDEST: usize = 60;

/// How many characters a value takes.
fn length(value: &Value<'_>) -> usize {
    match value {
        Value::Nothing => 0,
        Value::Text(text) => text.lines().map(|line| line.chars().count()).max().unwrap_or_default(),
        Value::Count(count) => count.to_string().len(),
        // With the marks of its groups of three.
        Value::Amount(amount, _) => amount.trunc().to_string().len() * 4 / 3 + 3,
        Value::Day(_) | Value::Month(_) => 10,
    }
}
