//! The rows that were left out, as a workbook: as they were, each with its reason, to be mended and imported again.

use std::collections::{HashMap, HashSet};
use std::ops::Range;

use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format, Workbook, Worksheet, XlsxError};

use crate::import::{Cell, Column, Contents, Field, Layout, Row, Serial, Sheet, Understanding};
use crate::ledger::{Finding, FindingCode, Severity, Source};
use crate::texts::Texts;

use super::workbook::{MOST_ROWS, WorkbookError, cut, first_units, write_text};

/// A workbook with a sheet for each table that has rows to be mended: its headings, those rows as they were, and beside
/// each its number in the file and what to do. Nothing where no row asks for anything: rows that add up others are left out
/// for good. The same input gives the same bytes.
///
/// # Errors
/// When the workbook library refuses the content.
pub fn left_out_workbook(
    contents: &Contents,
    understanding: &Understanding,
    source: &Source,
    texts: &Texts,
) -> Result<Option<Vec<u8>>, WorkbookError> {
    Ok(write(contents, understanding, source, texts)?)
}

fn write(
    contents: &Contents,
    understanding: &Understanding,
    source: &Source,
    texts: &Texts,
) -> Result<Option<Vec<u8>>, XlsxError> {
    let reasons = Reasons::of(source);
    let mut workbook = Workbook::new();
    // The day of the making would make the bytes differ.
    workbook.set_properties(&DocProperties::new().set_creation_datetime(&ExcelDateTime::from_ymd(2000, 1, 1)?));
    let mut names = Vec::new();
    for layout in &understanding.tables {
        let Some(sheet) = contents.sheets.get(layout.sheet) else { continue };
        let names_of_blocks = reasons.filled_down(sheet, layout);
        let left_out = left_out(sheet, layout, &names_of_blocks, &reasons);
        // Titles may tell the year, the currency or the person of what stands below them.
        let above: Vec<Row<'_>> = rows(sheet, &layout.above).chain(rows(sheet, &layout.headings)).collect();
        for rows in left_out.chunks(MOST_ROWS - above.len().min(MOST_ROWS - 2) - 1) {
            let name = free_name(&sheet.name, &contents.file, texts, &mut names);
            let table = Table { sheet, layout, above: &above, rows, reasons: &reasons, texts };
            table.write(workbook.add_worksheet().set_name(name)?)?;
        }
    }
    if names.is_empty() { Ok(None) } else { workbook.save_to_buffer().map(Some) }
}

/// A row that was left out.
struct LeftOut<'a> {
    row: Row<'a>,
    /// The row above that names whom it is about, where the table is written in blocks, and the columns of the names.
    head: Option<(Row<'a>, &'a [usize])>,
}

/// The rows of a table to be mended.
fn left_out<'a>(sheet: &'a Sheet, layout: &Layout, names: &'a [usize], reasons: &Reasons<'_>) -> Vec<LeftOut<'a>> {
    let (mut head, mut last) = (None, 0);
    let with_head = rows(sheet, &layout.rows).map(|row| {
        let is_named = names.iter().any(|column| !row.cell(*column).is_empty());
        if is_named || row.number != last + 1 {
            head = Some(row).filter(|_| is_named);
        }
        last = row.number;
        LeftOut { row, head: head.filter(|_| !is_named).map(|head| (head, names)) }
    });
    with_head.filter(|it| reasons.asks_for_mending(sheet, it.row)).collect()
}

/// What was noticed about each row, and which rows became a record.
struct Reasons<'a> {
    findings: HashMap<(&'a str, u32), Vec<&'a Finding>>,
    records: HashSet<(&'a str, u32)>,
}

impl<'a> Reasons<'a> {
    fn of(source: &'a Source) -> Self {
        let mut findings: HashMap<(&str, u32), Vec<&Finding>> = HashMap::new();
        for finding in &source.findings {
            if let (Some(sheet), Some(row)) = (&finding.sheet, finding.row) {
                findings.entry((sheet, row)).or_default().push(finding);
            }
        }
        let credentials = source.credentials.iter().map(|record| &record.place);
        let places = credentials.chain(source.sales.iter().map(|record| &record.place));
        Self { findings, records: places.map(|place| (&*place.sheet, place.row)).collect() }
    }

    fn about<'b>(&'b self, sheet: &'b Sheet, row: Row<'_>) -> &'b [&'a Finding] {
        self.findings.get(&(&*sheet.name, row.number)).map_or(&[], Vec::as_slice)
    }

    /// The columns of names that stand once for several rows; none where the table is not written in blocks.
    fn filled_down(&self, sheet: &Sheet, layout: &Layout) -> Vec<usize> {
        let is_told = |row: Row<'_>| self.about(sheet, row).iter().any(|it| it.code == FindingCode::FilledDown);
        if !rows(sheet, &layout.rows).any(is_told) {
            return Vec::new();
        }
        let is_name = |column: &&Column| column.field.is_some_and(|field| NAMES.contains(&field));
        layout.columns.iter().filter(is_name).map(|column| column.index).collect()
    }

    /// Whether a row, or a part of it, became no record though it should have: rows that add up others, or repeat the
    /// headings, are left out for good.
    fn asks_for_mending(&self, sheet: &Sheet, row: Row<'_>) -> bool {
        let has = |severity| self.about(sheet, row).iter().any(|finding| finding.severity() == severity);
        let is_record = || self.records.contains(&(&*sheet.name, row.number));
        has(Severity::Error) || (has(Severity::Warning) && !has(Severity::Note) && !is_record())
    }
}

/// A sheet of the workbook: rows of a table, below its headings and what stands above them.
struct Table<'a> {
    sheet: &'a Sheet,
    above: &'a [Row<'a>],
    layout: &'a Layout,
    rows: &'a [LeftOut<'a>],
    reasons: &'a Reasons<'a>,
    texts: &'a Texts,
}

impl Table<'_> {
    fn write(&self, to: &mut Worksheet) -> Result<(), XlsxError> {
        let all = self.above.iter().chain(self.rows.iter().map(|it| &it.row));
        let width = all.filter_map(|row| row.filled().next_back()).map(|(column, _)| column + 1).max();
        // What stands further right than a workbook reaches can't be kept.
        let beside = column(width.unwrap_or_default()).unwrap_or(LAST_COLUMN).min(LAST_COLUMN - 1);
        let write_row = |to: &mut Worksheet, place: u32, row: &Row<'_>| {
            let cells = row.filled().filter_map(|(at, cell)| Some((column(at).filter(|at| *at < beside)?, cell)));
            cells.into_iter().try_for_each(|(at, cell)| write_cell(to, place, at, cell))
        };
        let mut place = 0;
        for row in self.above {
            write_row(to, place, row)?;
            place += 1;
        }
        let bold = Format::new().set_bold();
        if self.layout.headings.is_empty() {
            // What was recognised without headings may not be when most of the rows are gone.
            for (at, field) in self.layout.columns.iter().filter_map(|it| Some((column(it.index)?, it.field?))) {
                let name = self.texts.get(&format!("field-{}", field.as_str()));
                to.write_string_with_format(place, at, name, &bold)?;
            }
            place += 1;
        }
        to.write_string_with_format(place.saturating_sub(1), beside, self.texts.get("left-out-row"), &bold)?;
        to.write_string_with_format(place.saturating_sub(1), beside + 1, self.texts.get("left-out-why"), &bold)?;
        if place <= MOST_FROZEN {
            to.set_freeze_panes(place, 0)?;
        }
        to.set_column_width(beside + 1, REASON_WIDTH)?;
        for LeftOut { row, head } in self.rows {
            write_row(to, place, row)?;
            for (name, at) in head.iter().flat_map(|(head, names)| names.iter().map(|at| (head.cell(*at), *at))) {
                if let Some(at) = column(at).filter(|at| *at < beside) {
                    write_cell(to, place, at, name)?;
                }
            }
            to.write_number(place, beside, row.number)?;
            to.write_string(place, beside + 1, cut(&self.reason(*row)))?;
            place += 1;
        }
        Ok(())
    }

    /// What is wrong with a row and what to do.
    fn reason(&self, row: Row<'_>) -> String {
        let reason = |finding: &&Finding| {
            let id = format!("finding-{}", finding.code.as_str());
            let (what, help) = (self.texts.get(&id), self.texts.get(&format!("{id}.help")));
            match &finding.column {
                None => self.texts.with("left-out-reason", &[("what", what.into()), ("help", help.into())]),
                Some(column) => self.texts.with(
                    "left-out-reason-in-column",
                    &[("column", (**column).into()), ("what", what.into()), ("help", help.into())],
                ),
            }
        };
        self.reasons.about(self.sheet, row).iter().map(reason).collect::<Vec<_>>().join("\n")
    }
}

/// Writes a cell as it was, never as a formula.
fn write_cell(to: &mut Worksheet, row: u32, column: u16, cell: Cell<'_>) -> Result<(), XlsxError> {
    match cell {
        Cell::Empty => {}
        Cell::Number(number) if number.is_finite() => {
            to.write_number(row, column, number)?;
        }
        Cell::Date(serial) if serial.date_time().is_some() => {
            let format = Format::new().set_num_format(date_format(serial));
            to.write_number_with_format(row, column, serial.since_1900(), &format)?;
        }
        Cell::Bool(yes) => {
            to.write_boolean(row, column, yes)?;
        }
        Cell::Text(text) => write_text(to, row, column, text, None)?,
        Cell::Error(_) | Cell::Number(_) | Cell::Date(_) => {
            to.write_string(row, column, cut(&cell.to_string()))?;
        }
    }
    Ok(())
}

/// How a day, a time or both are shown.
fn date_format(serial: Serial) -> &'static str {
    match serial.days {
        days if days < 1.0 => "hh:mm:ss",
        days if days.fract() == 0.0 => "yyyy-mm-dd",
        _ => "yyyy-mm-dd hh:mm:ss",
    }
}

fn rows<'a>(sheet: &'a Sheet, places: &Range<usize>) -> impl Iterator<Item = Row<'a>> {
    places.clone().filter_map(|place| sheet.row(place))
}

/// The place of a column, where a sheet of a workbook has it.
fn column(place: usize) -> Option<u16> {
    u16::try_from(place).ok().filter(|column| *column <= LAST_COLUMN)
}

/// A name that a sheet may have and no other has: the sheet's own, else the file's.
fn free_name(sheet: &str, file: &str, texts: &Texts, taken: &mut Vec<String>) -> String {
    let allowed = |name: &str| -> String {
        let name: String = name.chars().filter(|c| !c.is_control() && !"*?:[]\\/".contains(*c)).collect();
        first_units(name.trim(), LONGEST_NAME).trim_matches([' ', '\'']).to_owned()
    };
    let file = file.rsplit_once('.').map_or(file, |(name, _)| name);
    let own = [sheet, file, &texts.get("left-out-sheet")].map(allowed).into_iter().find(|name| !name.is_empty());
    let own = own.unwrap_or_else(|| "1".to_owned());
    let numbered = (2_u32..).map(|number| format!("{} ({number})", first_units(&own, LONGEST_NAME - 8).trim_end()));
    let is_free = |name: &String| !taken.contains(&name.to_lowercase()) && name.to_lowercase() != "history";
    let name = std::iter::once(own.clone()).chain(numbered).find(is_free).unwrap_or_default();
    taken.push(name.to_lowercase());
    name
}

/// What may name whom a row is about.
const NAMES: [Field; 9] = [
    Field::FullName,
    Field::GivenName,
    Field::Surname,
    Field::SecondSurname,
    Field::Email,
    Field::OfficeEmail,
    Field::McpId,
    Field::UserKey,
    Field::Customer,
];
/// The place of the last column that a sheet of a workbook can have.
const LAST_COLUMN: u16 = 16_383;
/// So many characters the name of a sheet can have.
const LONGEST_NAME: usize = 31;
/// More rows than these would leave no room for those below them.
const MOST_FROZEN: u32 = 8;
/// How wide the column of reasons is, in characters.
const REASON_WIDTH: f64 = 80.0;
