//! A row for each sale: when, to whom, what, how much, and how the partner is tied to the customer.

use chrono::NaiveDate;

use super::super::cell::Cell;
use super::super::field::Field;
use super::super::sheet::Row;
use super::super::values::dates::{DateColumn, When};
use super::blocks::Blocks;
use super::running;
use super::table::Table;
use super::terms::{CurrencyOf, Deal, Terms};
use super::totals::{Label, Sums, total_differs, total_row};
use super::written::{Amounts, Dates};
use crate::ledger::{Finding, FindingCode, SaleDate, Source};
use crate::rulebook::fold;

/// Reads every row of a table into the source: as a sale, or as a finding that says why it is none. Tells how many rows
/// gave a sale.
pub(super) fn read(table: &Table<'_>, source: &mut Source) -> usize {
    let [day, month] = [Field::Day, Field::Month].map(table.dates());
    let columns = Columns { day, month, amount: table.amounts(Field::Amount) };
    source.findings.extend(table.doubts_of_dates(Field::Day, &columns.day));
    source.findings.extend(table.doubts_of_dates(Field::Month, &columns.month));
    source.findings.extend(table.doubts_of_amounts(Field::Amount, &columns.amount));

    let terms = Terms::of(table, &table.heading(Field::Amount));
    let blocks = Blocks::find(table, &[Field::Customer]);
    let (mut sums, mut nameless) = (Sums::default(), None);
    let first = source.sales.len();
    let (mut taken, mut told_by) = (0, CurrencyOf::Row);
    for (place, row) in table.rows().enumerate() {
        let date = date(table, row, &columns);
        let is_last = place + 1 == table.len();
        if let Some(label) = label(table, row, &columns.amount, &sums, date.is_ok(), is_last) {
            source.findings.push(total_row(table, row));
            source.findings.extend(difference(table, row, &columns.amount, &mut sums, label));
            continue;
        }
        match date.and_then(|date| deal(table, row, &columns.amount, date)) {
            Ok(deal) => {
                sums.add(deal.amount);
                let (sale, told) = terms.sale(table, row, blocks.head(place, row), deal);
                if sale.customer.is_empty() && table.has(Field::Customer) {
                    nameless.get_or_insert(row);
                }
                source.sales.push(sale);
                source.findings.extend(table.error_cells(row));
                (taken, told_by) = (taken + 1, told_by.max(told));
            }
            Err(finding) => source.findings.push(finding),
        }
    }
    let nameless = nameless.map(|row| table.fault(row, FindingCode::MissingCustomer, &[Field::Customer]));
    source.findings.extend(nameless);
    source.findings.extend(blocks.finding(table, &[Field::Customer]));
    if table.has_running_totals() {
        taken -= running::to_own_amounts(table, source, first, &running::Begun::default());
    }
    source.findings.extend(told_by.finding(table, Field::Amount));
    taken
}

/// How the columns of a table are written.
struct Columns<'a> {
    day: Dates<'a>,
    month: Dates<'a>,
    amount: Amounts<'a>,
}

fn deal<'a>(table: &Table<'a>, row: Row<'a>, amounts: &Amounts<'a>, date: SaleDate) -> Result<Deal, Finding> {
    let cell = table.cell(row, Field::Amount);
    if table.is_parted(row, Field::Amount) {
        return Err(table.fault(row, FindingCode::TooManyCells, &[Field::Amount]));
    }
    if table.is_blank(row, Field::Amount) {
        return Err(table.fault(row, FindingCode::MissingAmount, &[Field::Amount]));
    }
    let amount = amounts.read(cell);
    let amount = amount.ok_or_else(|| table.fault(row, FindingCode::UnreadableAmount, &[Field::Amount]))?;
    Ok(Deal { date, amount: amount.value, currency: amount.currency, place: table.place(row) })
}

/// The sale's day, or its month where the row has no day.
fn date<'a>(table: &Table<'a>, row: Row<'a>, columns: &Columns<'a>) -> Result<SaleDate, Finding> {
    let (day, month) = (table.cell(row, Field::Day), table.cell(row, Field::Month));
    let unreadable = |field| table.fault(row, FindingCode::UnreadableDate, &[field]);
    if !table.is_blank(row, Field::Day) {
        return Ok(match columns.day.read(day).ok_or_else(|| unreadable(Field::Day))? {
            When::Day(day) => SaleDate::Day(day),
            When::Month(first) => SaleDate::Month(first),
        });
    }
    if !table.is_blank(row, Field::Month) {
        if let Some(when) = columns.month.read(month) {
            return Ok(SaleDate::Month(when.month()));
        }
        let number = columns.month.month_named(month).ok_or_else(|| unreadable(Field::Month))?;
        let first = table.year(row).and_then(|year| NaiveDate::from_ymd_opt(year, number, 1));
        return first.map(SaleDate::Month).ok_or_else(|| table.fault(row, FindingCode::MissingYear, &[Field::Month]));
    }
    Err(table.fault(row, FindingCode::MissingDate, &[Field::Day, Field::Month]))
}

/// What a row calls itself that adds up others: it is called so and speaks of no single product, or it has nothing but
/// numbers and is the last one or adds up those above.
fn label<'a>(
    table: &Table<'a>,
    row: Row<'a>,
    amounts: &Amounts<'a>,
    sums: &Sums,
    is_dated: bool,
    is_last: bool,
) -> Option<Label> {
    let is_filled = |field: &Field| !table.is_blank(row, *field);
    // "Total Energies" is a customer: a row that is dated and not known to lack a product is a sale.
    if is_dated && is_dated_total(table, row, amounts, sums) {
        return Some(Label::Part);
    }
    if is_dated && (!table.has(Field::Product) || is_filled(&Field::Product)) {
        return None;
    }
    let names = [Field::Customer, Field::Product, Field::Sku].iter().filter(|field| is_filled(field)).count();
    let called = Label::of(row).filter(|_| names <= 1);
    let is_numbers_only = || row.filled().all(|(_, cell)| amounts.read(cell).is_some());
    let adds_up = || amounts.read(table.cell(row, Field::Amount)).is_some_and(|told| sums.fits(told.value));
    called.or_else(|| {
        let is_total = !is_dated && is_numbers_only() && (is_last || (!sums.is_zero() && adds_up()));
        is_total.then_some(Label::All)
    })
}

/// Whether a row with a date adds up those above: its amount is their sum, and it names nothing, or only a month's total.
fn is_dated_total<'a>(table: &Table<'a>, row: Row<'a>, amounts: &Amounts<'a>, sums: &Sums) -> bool {
    let mut names = [Field::Customer, Field::Product, Field::Sku].into_iter().filter(|it| !table.is_blank(row, *it));
    let is_total = match (names.next(), names.next()) {
        (None, _) => table.has(Field::Customer) || table.has(Field::Product),
        (Some(name), None) => match table.cell(row, name) {
            Cell::Text(text) => {
                let words = fold(text);
                let rest = words.strip_prefix("total ").or_else(|| words.strip_prefix("subtotal "));
                // "Total Energies" is a customer.
                words == "total" || rest.is_some_and(names_month)
            }
            _ => false,
        },
        _ => false,
    };
    is_total
        && !sums.is_zero()
        && amounts.read(table.cell(row, Field::Amount)).is_some_and(|told| sums.fits(told.value))
}

/// Whether words name a month: `marzo`, `mar 2017`.
fn names_month(words: &str) -> bool {
    let column = DateColumn::decide(std::iter::empty(), false);
    let is_month = |text: &str| matches!(column.read(Cell::Text(text)), Some(When::Month(_)));
    is_month(words) || is_month(&format!("{words} 2000")) || is_month(&words.replace(" de ", " "))
}

/// What is to be said of a total that is not what was read.
fn difference<'a>(
    table: &Table<'a>,
    row: Row<'a>,
    amounts: &Amounts<'a>,
    sums: &mut Sums,
    label: Label,
) -> Option<Finding> {
    let column = table.column(Field::Amount)?;
    let told = amounts.read(row.cell(column.index))?;
    let read = sums.compare(told.value, label)?;
    Some(total_differs(table, row, column, read))
}
