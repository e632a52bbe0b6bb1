//! Running totals: amounts that hold what came before, for the same customer and product.

use std::collections::{BTreeSet, HashMap, HashSet};
use std::sync::Arc;

use chrono::{Datelike, NaiveDate};
use rust_decimal::Decimal;

use super::table::Table;
use crate::ledger::{Finding, FindingCode, Sale, Source, Tie};

/// The sales before which their rows have nothing, by row and month.
pub(super) type Begun = HashSet<(u32, NaiveDate)>;

/// Leaves each of a table's sales, those from a place on, what it adds to the one before of the same customer and product.
/// Tells how many rows have none left then.
///
/// A first amount counts where nothing can have come before it: years of business begin in January or July. Any other may
/// hold months before the file begins, and is left out with a finding.
pub(super) fn to_own_amounts(table: &Table<'_>, source: &mut Source, from: usize, begun: &Begun) -> usize {
    let from = from.min(source.sales.len());
    let mut sales = source.sales.rows_mut().split_off(from);
    let rows = |sales: &[Sale]| sales.iter().map(|sale| sale.place.row).collect::<BTreeSet<u32>>().len();
    let rows_before = rows(&sales);
    let mut by_day: Vec<usize> = (0..sales.len()).collect();
    by_day.sort_by_key(|at| sales.get(*at).map(|sale| sale.date.first_day()));
    let mut before: HashMap<Series, Decimal> = HashMap::new();
    let mut left_out = HashSet::new();
    for at in by_day {
        let Some(sale) = sales.get_mut(at).filter(|sale| !sale.repeated) else { continue };
        let (total, day) = (sale.amount, sale.date.first_day());
        let begins_year = matches!(day.month(), 1 | 7);
        match before.insert(series(sale), total) {
            // A total that falls at the beginning of a year is that year's own.
            Some(earlier) if begins_year && total < earlier => {}
            Some(earlier) => sale.amount = total.checked_sub(earlier).unwrap_or_default().normalize(),
            None if begins_year || total.is_zero() || begun.contains(&(sale.place.row, day)) => {}
            None => {
                let finding = Finding::at(&sale.place, FindingCode::RunningTotalStart);
                source.findings.push(finding.cell(table.heading_of_amount(day), total.to_string()));
                left_out.insert(at);
            }
        }
    }
    let kept = sales.into_iter().enumerate().filter(|(at, _)| !left_out.contains(at));
    let kept: Vec<Sale> = kept.map(|(_, sale)| sale).collect();
    let rows_left = rows(&kept);
    source.sales.rows_mut().extend(kept);
    rows_before - rows_left
}

/// What sales have in common of which one amount holds the other.
type Series = (Arc<str>, Arc<str>, Arc<str>, Arc<str>, Tie, bool);

fn series(sale: &Sale) -> Series {
    let Sale { customer, product, sku, currency, association, renewal, .. } = sale;
    (customer.clone(), product.clone(), sku.clone(), currency.clone(), association.clone(), *renewal)
}
