//! Rows of a revenue export: when, to whom, what, how much, and how the partner is tied to the customer.

use std::sync::Arc;

use super::amounts::{Amount, AmountColumn};
use super::cell::{Cell, Row};
use super::currencies;
use super::dates::{DateColumn, When};
use super::headings::Field;
use super::table::{Table, is_blank, is_called_total, yes_or_no};
use crate::ledger::{Finding, FindingCode, Sale, SaleDate, Source, Tie};
use crate::rulebook::fold;

/// The currency of amounts that name none.
const ASSUMED_CURRENCY: &str = "USD";

/// Reads every row of a table into the source: as a sale, or as a finding that says why it is none.
pub(super) fn read(table: &Table<'_>, source: &mut Source) {
    let day = table.dates(Field::Day, Some(Field::Month));
    let month = table.months(Field::Month).or_as(&day);
    let columns = Columns { day, month, amount: table.amounts(Field::Amount) };
    for (field, column) in [(Field::Day, &columns.day), (Field::Month, &columns.month)] {
        if let Some(value) = &column.ambiguous {
            source.findings.push(table.about_column(FindingCode::AmbiguousDate, field, Some(value.clone())));
        }
    }
    if let Some(value) = &columns.amount.ambiguous {
        source.findings.push(table.about_column(FindingCode::AmbiguousAmount, Field::Amount, Some(value.clone())));
    }

    let heading_currency = currencies::in_heading(&table.heading(Field::Amount));
    let mut is_assumed = false;
    for (place, row) in table.rows.iter().enumerate() {
        let is_last = place + 1 == table.rows.len();
        match sale(table, row, &columns, is_last) {
            Ok((sale, currency)) => {
                let currency = currency.or(heading_currency.map(Arc::from));
                is_assumed |= currency.is_none();
                source.sales.push(Sale { currency: currency.unwrap_or_else(|| ASSUMED_CURRENCY.into()), ..sale });
            }
            Err(finding) => source.findings.push(finding),
        }
    }
    if is_assumed {
        source.findings.push(table.about_column(FindingCode::CurrencyAssumed, Field::Amount, None));
    }
}

/// How the columns whose meaning depends on all their values are to be read.
struct Columns {
    day: DateColumn,
    month: DateColumn,
    amount: AmountColumn,
}

/// A sale, and the currency that its row names.
fn sale(table: &Table<'_>, row: &Row, columns: &Columns, is_last: bool) -> Result<(Sale, Option<Arc<str>>), Finding> {
    let date = date(table, row, columns);
    if is_total(table, row, columns, date.is_ok(), is_last) {
        return Err(table.total_row(row));
    }
    let date = date?;
    let cell = table.cell(row, Field::Amount);
    if is_blank(cell) {
        return Err(table.fault(row, FindingCode::MissingAmount, &[Field::Amount]));
    }
    let amount = columns.amount.read(cell);
    let Amount { value, currency } =
        amount.ok_or_else(|| table.fault(row, FindingCode::UnreadableAmount, &[Field::Amount]))?;
    let sale = Sale {
        date,
        customer: table.words(row, Field::Customer).into(),
        product: product(table, row).into(),
        sku: table.words(row, Field::Sku).into(),
        amount: value,
        currency: Arc::default(),
        association: association(table, row),
        renewal: is_renewal(table, row),
        repeated: yes_or_no(table.cell(row, Field::Duplicate)) == Some(true),

        assumed: false,
        place: table.place(row),
    };
    Ok((sale, told_currency(table.cell(row, Field::Currency)).or(currency.map(Arc::from))))
}

/// The sale's day, or its month where the row has no day.
fn date(table: &Table<'_>, row: &Row, columns: &Columns) -> Result<SaleDate, Finding> {
    let (day, month) = (table.cell(row, Field::Day), table.cell(row, Field::Month));
    let unreadable = |field| table.fault(row, FindingCode::UnreadableDate, &[field]);
    if !is_blank(day) {
        let when = columns.day.read(day).ok_or_else(|| unreadable(Field::Day))?;
        return Ok(match when {
            When::Day(day) => SaleDate::Day(day),
            When::Month(first) => SaleDate::Month(first),
        });
    }
    if !is_blank(month) {
        let when = columns.month.read(month).ok_or_else(|| unreadable(Field::Month))?;
        return Ok(SaleDate::Month(when.month()));
    }
    Err(table.fault(row, FindingCode::MissingDate, &[Field::Day, Field::Month]))
}

/// Whether a row adds up others: it is called so and speaks of no single product, or it is the last one and has numbers only.
fn is_total(table: &Table<'_>, row: &Row, columns: &Columns, is_dated: bool, is_last: bool) -> bool {
    let is_filled = |field: &Field| !is_blank(table.cell(row, *field));
    // "Total Energies" is a customer: a row that is dated and not known to lack a product is a sale.
    if is_dated && (!table.has(Field::Product) || is_filled(&Field::Product)) {
        return false;
    }
    let names = [Field::Customer, Field::Product, Field::Sku].iter().filter(|field| is_filled(field)).count();
    let is_numbers_only = row.filled().all(|cell| columns.amount.read(cell).is_some());
    (names <= 1 && is_called_total(row)) || (!is_dated && is_last && is_numbers_only)
}

/// The product, or its code where the row names no product.
fn product(table: &Table<'_>, row: &Row) -> String {
    let field = if is_blank(table.cell(row, Field::Product)) { Field::Sku } else { Field::Product };
    table.words(row, field)
}

fn association(table: &Table<'_>, row: &Row) -> Tie {
    if table.has(Field::Association) {
        let cell = table.cell(row, Field::Association);
        return Tie::Told(if is_blank(cell) { Arc::default() } else { cell.words().into() });
    }
    if !table.has(Field::PartnerOfRecord) {
        return Tie::NotTold;
    }
    let cell = table.cell(row, Field::PartnerOfRecord);
    match yes_or_no(cell) {
        Some(true) => Tie::Told("DPOR".into()),
        Some(false) => Tie::Told(Arc::default()),
        None if is_blank(cell) => Tie::Told(Arc::default()),
        None => Tie::Told(cell.words().into()),
    }
}

/// Whether a row says that it is a renewal: in words, or with a yes under a heading that says "renewal".
fn is_renewal(table: &Table<'_>, row: &Row) -> bool {
    let cell = table.cell(row, Field::Renewal);
    let says = |text: &str| {
        let words = fold(text);
        let is_denied = words.split(' ').any(|word| ["no", "non", "not", "sin"].contains(&word));
        !is_denied && words.split(' ').any(|word| word.starts_with("renew") || word.starts_with("renov"))
    };
    let heading = fold(&table.heading(Field::Renewal));
    says(&cell.words()) || (["renewal", "renovacion"].contains(&heading.as_str()) && yes_or_no(cell) == Some(true))
}

/// The currency that a cell names: its code, else what stands there, so that it is not taken for dollars.
fn told_currency(cell: &Cell) -> Option<Arc<str>> {
    if is_blank(cell) {
        return None;
    }
    let words = cell.words();
    let known = currencies::code(&words).or_else(|| currencies::code(&words.to_uppercase()));
    Some(known.map_or_else(|| words.into(), Arc::from)).filter(|words: &Arc<str>| !words.is_empty())
}
