//! Where on a sheet tables stand: below titles and notes, one below the other, over many pages.

use super::super::cell::Cell;
use super::super::choices::{AmountsAre, Choices};
use super::super::field::Field;
use super::super::sheet::{Row, Sheet};
use super::super::watch::GoOn;
use super::content::{is_email, is_filler, is_mark};
use super::draft::is_same;
use super::headings::Heading;
use super::layout::{Certainty, Layout, Shape};
use super::recognise::{self, Found, Sureness};
use super::{evidence, exams, months, titles};
use crate::ledger::SheetKind;
use crate::rulebook::fold;

/// How many rows may stand above the headings; further down, only rows below a gap are looked at.
const ROWS_ABOVE: usize = 50;

/// How many rows the title of a page may have.
const ROWS_OF_TITLE: usize = 3;

/// How many rows of a table without a gap above are looked at closely; more are what such tables are like.
const DOUBTFUL_ROWS: usize = 10_000;

/// How often on one sheet a row is looked at as headings.
const ATTEMPTS: usize = 300;

/// The tables of a sheet, from top to bottom.
pub(super) fn find(place: usize, sheet: &Sheet, file: &str, choices: &Choices, go_on: GoOn<'_>) -> Vec<Found> {
    let mut search = Search { place, sheet, choices, attempts: ATTEMPTS, go_on };
    let mut found: Vec<Found> = Vec::new();
    let mut from = 0;
    let mut next = choices.heading_row.and_then(|number| search.chosen(number)).or_else(|| search.next(0));
    while let Some(mut it) = next {
        search.measure(&mut it.layout);
        it.layout.above = from..it.layout.headings.start;
        read_titles(sheet, file, choices, &mut it);
        from = it.layout.rows.end;
        found.push(it);
        next = search.next(from);
    }
    // A title may look like headings; what stands below it is a table then.
    if found.iter().any(|it| !it.layout.rows.is_empty()) {
        found.retain(|it| !it.layout.rows.is_empty());
    }
    if found.is_empty() {
        found.extend(search.without_headings());
    }
    found
}

/// The place of the row that spreadsheet programs show under a number.
pub(super) fn place_of(sheet: &Sheet, number: u32) -> Option<usize> {
    // Rows stand in order.
    let (mut low, mut high) = (0, sheet.len());
    while low < high {
        let middle = low.midpoint(high);
        match sheet.row(middle)?.number.cmp(&number) {
            std::cmp::Ordering::Equal => return Some(middle),
            std::cmp::Ordering::Less => low = middle + 1,
            std::cmp::Ordering::Greater => high = middle,
        }
    }
    None
}

/// What the titles and headings around a table tell of it.
fn read_titles(sheet: &Sheet, file: &str, choices: &Choices, found: &mut Found) {
    let above = found.layout.above.clone();
    let layout = &mut found.layout;
    match layout.kind {
        SheetKind::Credentials if !layout.names_people() => {
            let chosen = choices.person.as_deref().map(str::trim).filter(|name| !name.is_empty());
            layout.person = chosen.map(Into::into).or_else(|| titles::person(sheet, above));
        }
        SheetKind::Credentials => {}
        SheetKind::Sales => {
            let years = titles::years(sheet, above.clone(), file);
            if titles::are_trailing(sheet, above.clone()) && choices.kind.is_none() {
                found.sureness = found.sureness.max(Sureness::Doubtful);
            }
            let is_counted = |field| matches!(field, Some(Field::Amount | Field::MonthAmount));
            let accumulates = titles::accumulate(sheet, above)
                || layout.columns.iter().any(|it| is_counted(it.field) && Heading::new(&it.heading).accumulates());
            if accumulates && choices.amounts.is_none() {
                layout.amounts = AmountsAre::RunningTotal;
            }
            layout.year = choices.year.or(match years.as_slice() {
                [only] => Some(*only),
                _ => None,
            });
            // Where a column holds the year, that of the first row stands in for all.
            let of_row = layout.column(Field::Year).map(|column| {
                let cell = sheet.row(layout.rows.start).map_or(Cell::Empty, |row| row.cell(column.index));
                cell.words().parse().ok().filter(|year| (1990..2100).contains(year)).unwrap_or(2000)
            });
            layout.months = months::dated(&found.months, &years, of_row.or(choices.year)).unwrap_or_default();
        }
    }
}

/// Whether only what the columns hold tells what they are.
fn is_by_content(found: &Found) -> bool {
    let mut known = found.layout.columns.iter().filter(|column| column.field.is_some());
    known.all(|column| column.certainty == Certainty::Content)
}

struct Search<'a> {
    place: usize,
    sheet: &'a Sheet,
    choices: &'a Choices,
    attempts: usize,
    go_on: GoOn<'a>,
}

impl Search<'_> {
    /// The table whose headings stand in the row that the user chose.
    fn chosen(&mut self, number: u32) -> Option<Found> {
        let at = place_of(self.sheet, number)?;
        let found = [at..at + 1, at..at + 2].into_iter().filter_map(|rows| self.recognise(rows));
        found
            .min_by_key(|found| (found.sureness, usize::MAX - found.known))
            .or_else(|| Some(recognise::forced(self.place, self.sheet, at..at + 1, self.choices)))
    }

    /// The next table from a row on.
    fn next(&mut self, from: usize) -> Option<Found> {
        let mut best: Option<Found> = None;
        let mut rows_of_block = 0;
        let mut before = from.checked_sub(1).and_then(|at| self.sheet.row(at)).map_or(0, |row| row.number);
        for at in from..self.sheet.len() {
            let row = self.sheet.row(at)?;
            rows_of_block = if row.number > before + 1 { 0 } else { rows_of_block + 1 };
            before = row.number;
            if at >= from + ROWS_ABOVE && (best.is_some() || rows_of_block > 2) {
                continue;
            }
            if self.attempts == 0 || !(self.go_on)() {
                break;
            }
            match self.at(at) {
                Some(found) if found.sureness == Sureness::Whole => {
                    let below = if is_by_content(&found) { self.by_headings_below(at) } else { None };
                    return Some(self.first_of(best, below.unwrap_or(found)));
                }
                Some(found) if best.as_ref().is_none_or(|best| found.sureness < best.sureness) => best = Some(found),
                _ => {}
            }
        }
        best
    }

    /// The table of the same block whose headings stand a few rows further down and say themselves what they are: then what
    /// stands above them is a title.
    fn by_headings_below(&mut self, at: usize) -> Option<Found> {
        let number = self.sheet.row(at)?.number;
        let is_in_block = |(offset, place): &(u32, usize)| {
            self.sheet.row(*place).is_some_and(|row| row.number == number.saturating_add(*offset))
        };
        let places: Vec<usize> = (1..).zip(at + 1..at + 5).take_while(is_in_block).map(|(_, place)| place).collect();
        places
            .into_iter()
            .filter_map(|place| self.at(place))
            .find(|found| found.sureness == Sureness::Whole && !is_by_content(found))
    }

    /// Of a table that was doubtful and a whole one further down the upper one, where the lower one's headings are its own on
    /// a later page: what is sure of that page is sure of all.
    fn first_of(&self, doubtful: Option<Found>, whole: Found) -> Found {
        let row = |found: &Found| self.sheet.row(found.layout.headings.start);
        let is_alike =
            |upper: &Found| matches!((row(upper), row(&whole)), (Some(one), Some(other)) if is_same(one, other));
        match doubtful.filter(is_alike) {
            Some(upper) => Found { sureness: whole.sureness, ..upper },
            None => whole,
        }
    }

    /// The table whose headings begin in a row: this one alone, or with the one below it.
    fn at(&mut self, at: usize) -> Option<Found> {
        let upper = self.sheet.row(at)?;
        let lower = self.sheet.row(at + 1);
        let lower = lower.filter(|lower| lower.number == upper.number + 1 && !is_same(upper, *lower));
        // A row of data does not stand over headings that are there again on the next page.
        let lower = lower.filter(|_| !is_data(upper));
        let one = if could_head(upper) { self.recognise(at..at + 1) } else { None };
        let is_whole = one.as_ref().is_some_and(|it| it.sureness == Sureness::Whole);
        if !lower.is_some_and(|lower| if is_whole { is_below_headings(lower) } else { could_head(lower) }) {
            return one;
        }
        let rank = |found: &Found| (found.sureness, usize::MAX - found.known);
        let two = self.recognise(at..at + 2);
        let best_alone =
            if is_whole { one.as_ref().map(rank) } else { self.recognise(at + 1..at + 2).as_ref().map(rank) };
        let is_better = |two: &Found| match best_alone {
            Some(alone) if is_whole => rank(two) <= alone,
            Some(alone) => rank(two) < alone,
            None => true,
        };
        two.filter(is_better).filter(|two| one.as_ref().is_none_or(|one| rank(two) <= rank(one))).or(one)
    }

    fn recognise(&mut self, rows: std::ops::Range<usize>) -> Option<Found> {
        self.attempts = self.attempts.saturating_sub(1);
        recognise::recognise(self.place, self.sheet, rows, self.choices)
    }

    /// A table that has no headings, where what it holds makes it clear.
    fn without_headings(&mut self) -> Option<Found> {
        let is_row = |at: &usize| self.sheet.row(*at).is_some_and(|row| row.filled().len() > 1);
        // Where another row stands above, that one may say otherwise.
        let at = (0..self.sheet.len().min(ROWS_ABOVE)).find(is_row)?;
        self.sheet.row(at).filter(|row| is_data(*row))?;
        let mut found = self.recognise(at..at).filter(|found| found.sureness == Sureness::Whole)?;
        self.measure(&mut found.layout);
        found.layout.above = 0..at;
        Some(found)
    }

    /// Finds where a table ends, and which of its rows repeat the headings.
    fn measure(&mut self, layout: &mut Layout) {
        let headings: Vec<Row<'_>> = layout.headings.clone().filter_map(|place| self.sheet.row(place)).collect();
        let mut before = headings.last().map_or(0, |row| row.number);
        let mut end = layout.headings.end;
        let mut is_inside = true;
        let mut is_first_block = true;
        let mut repeated = Vec::new();
        let mut place = end;
        let mut title = end;
        let mut doubtful_rows = DOUBTFUL_ROWS;
        while let Some(row) = self.sheet.row(place).filter(|_| (self.go_on)()) {
            let is_below_gap = row.number > before + 1;
            before = row.number;
            // Of two heading rows, a page may repeat the lower one alone: the upper one may be a title.
            if let Some(first) = headings.iter().position(|heading| is_same(*heading, row)) {
                // Where the titles tell what the rows don't, they are to be read anew.
                if layout.shape == Shape::MonthsAcross
                    || (layout.kind == SheetKind::Credentials && !layout.names_people())
                {
                    break;
                }
                // A page's title stands above its headings.
                if !is_inside && place - title <= ROWS_OF_TITLE {
                    repeated.extend(title..place);
                }
                for (offset, heading) in headings.iter().skip(first).enumerate() {
                    let at = place + offset;
                    if let Some(row) = self.sheet.row(at).filter(|row| is_same(*heading, *row)) {
                        (before, end) = (row.number, at + 1);
                        repeated.push(at);
                    }
                }
                (is_inside, place) = (true, end);
                title = end;
                continue;
            }
            if is_below_gap {
                title = place;
                is_inside = self.block_belongs(layout, place, is_first_block);
            }
            let is_doubtful = doubtful_rows > 0 && is_doubtful(layout, row);
            doubtful_rows -= usize::from(is_doubtful);
            if (is_below_gap || is_doubtful) && self.begins_another(layout, place, row) {
                break;
            }
            is_first_block &= !is_inside;
            if is_inside {
                end = place + 1;
            }
            place += 1;
        }
        layout.rows = layout.headings.end..end;
        layout.repeated = repeated;
    }

    /// Whether the rows below a gap still belong to the table: one of the first does.
    fn block_belongs(&self, layout: &Layout, place: usize, is_first: bool) -> bool {
        let rows = (place..place + 5).map_while(|at| self.sheet.row(at));
        let number = self.sheet.row(place).map_or(0, |row| row.number);
        let block = rows.zip(number..).take_while(|(row, number)| row.number == *number).map(|(row, _)| row);
        // What stands below other headings is theirs.
        let mut block = block.take_while(|row| belongs(layout, *row) || !is_called_like_headings(*row));
        block.any(|row| belongs(layout, row) || is_called_total(row) || (is_first && filled_fields(layout, row) > 1))
    }

    /// Whether other headings stand in a row of a table.
    fn begins_another(&mut self, layout: &Layout, place: usize, row: Row<'_>) -> bool {
        if self.attempts == 0 || (belongs(layout, row) && !heads_across(row)) || !could_head(row) {
            return false;
        }
        self.at(place).is_some_and(|found| found.sureness != Sureness::Partial)
    }
}

/// Whether a row could hold headings: two cells at least, and one of them a word, an exam or a month that stands over
/// columns, or nothing but words.
fn could_head(row: Row<'_>) -> bool {
    let cells = row.filled();
    if cells.len() < 2 {
        return false;
    }
    let is_plain =
        |cell: Cell<'_>| matches!(cell, Cell::Text(text) if !text.contains(|c: char| c.is_ascii_digit() || c == '@'));
    row.filled().all(|(_, cell)| is_plain(cell)) || row.filled().take(40).any(|(_, cell)| is_heading(cell))
}

fn is_heading(cell: Cell<'_>) -> bool {
    match cell {
        Cell::Text(text) => {
            text.len() < 100 && (Heading::new(text).is_known() || exams::is_exam(text) || evidence::is_date(cell))
        }
        Cell::Date(_) | Cell::Number(_) => true,
        _ => false,
    }
}

/// Whether two cells of a row at least hold words that stand over columns.
fn is_called_like_headings(row: Row<'_>) -> bool {
    let is_known = |(_, cell): &(usize, Cell<'_>)| match cell {
        Cell::Text(text) if text.len() < 100 => evidence::month_named(text).is_some() || Heading::new(text).is_known(),
        _ => false,
    };
    row.filled().filter(is_known).take(2).count() == 2
}

/// Whether a row holds the headings of a table with exams or months across: a known word first, then nothing else.
fn heads_across(row: Row<'_>) -> bool {
    let mut cells = row.filled().map(|(_, cell)| cell);
    let is_word = |cell| matches!(cell, Cell::Text(text) if text.len() < 100 && !exams::is_exam(text) && Heading::new(text).is_known());
    let is_across = |cell: Cell<'_>| match cell {
        Cell::Text(text) => exams::is_exam(text) || evidence::is_date(cell) || evidence::month_named(text).is_some(),
        _ => evidence::is_date(cell),
    };
    cells.next().is_some_and(is_word) && cells.filter(|cell| !is_word(*cell)).all(is_across)
}

/// Whether a row below one with headings holds the rest of them: nothing but words that stand over columns.
fn is_below_headings(row: Row<'_>) -> bool {
    let is_it = |cell: Cell<'_>| match cell {
        Cell::Text(text) => {
            text.starts_with(['(', '[']) || (!is_email(text) && (Heading::new(text).is_known() || exams::is_exam(text)))
        }
        _ => false,
    };
    row.filled().all(|(_, cell)| is_it(cell))
}

/// Whether a row holds an exam or a product's price beside a date, as rows of ours do.
fn is_data(row: Row<'_>) -> bool {
    let is_dated = row.filled().any(|(_, cell)| evidence::is_date(cell));
    let is_telling =
        |cell: Cell<'_>| evidence::is_amount(cell) || matches!(cell, Cell::Text(text) if exams::is_exam(text));
    is_dated && row.filled().len() > 2 && row.filled().any(|(_, cell)| is_telling(cell))
}

/// How many of the columns that are known a row fills.
fn filled_fields(layout: &Layout, row: Row<'_>) -> usize {
    layout.columns.iter().filter(|column| column.field.is_some() && !is_filler(row.cell(column.index))).count()
}

/// Whether a text is the number of a day in the spreadsheets' calendar.
fn is_serial(cell: Cell<'_>) -> bool {
    matches!(cell, Cell::Text(text) if text.len() == 5 && text.bytes().all(|byte| byte.is_ascii_digit()))
}

/// Whether a row looks like one of the table's: two known columns are filled, and one of them as such a column is.
fn belongs(layout: &Layout, row: Row<'_>) -> bool {
    let known = layout.columns.iter().filter_map(|column| Some((column.field?, row.cell(column.index))));
    let tells = |(field, cell): (Field, Cell<'_>)| match field {
        Field::Passed | Field::Day | Field::Month | Field::Expires => {
            evidence::is_date(cell) || matches!(cell, Cell::Number(_)) || is_serial(cell)
        }
        Field::Amount | Field::MonthAmount => evidence::is_amount(cell),
        Field::ExamMark | Field::PersonMark => is_mark(cell),
        Field::Exam | Field::ExamCode => matches!(cell, Cell::Text(text) if exams::is_exam(text)),
        Field::Email | Field::OfficeEmail => matches!(cell, Cell::Text(text) if is_email(text)),
        _ => false,
    };
    let is_sum = layout.shape == Shape::Totals && row.filled().len() > 1;
    is_sum || (filled_fields(layout, row) > 1 && known.into_iter().any(tells))
}

/// Whether a row must be looked at again: where each row has a date or an amount it has words, or nothing.
fn is_doubtful(layout: &Layout, row: Row<'_>) -> bool {
    let key = [Field::Amount, Field::MonthAmount, Field::Passed].into_iter().find_map(|field| layout.column(field));
    key.is_none_or(|column| match row.cell(column.index) {
        Cell::Text(text) => text.starts_with(char::is_alphabetic),
        Cell::Empty => true,
        _ => false,
    })
}

/// Whether the first words of a row say that it adds up others.
fn is_called_total(row: Row<'_>) -> bool {
    let first = row.filled().find_map(|(_, cell)| if let Cell::Text(text) = cell { Some(fold(text)) } else { None });
    first.is_some_and(|words| {
        words
            .split(' ')
            .take(2)
            .any(|word| ["total", "totals", "totales", "subtotal", "subtotales", "suma", "sum"].contains(&word))
    })
}
