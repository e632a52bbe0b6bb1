//! Which sales are shown, in which order, each for itself or several together, and what they add up to.

use std::collections::BTreeMap;
use std::sync::Arc;

use chrono::{Datelike, NaiveDate};
use rust_decimal::Decimal;

use crate::evaluator::{RATE_CURRENCY, SaleLeftOut};
use crate::ledger::Sale;

use super::super::outcome::Outcome;
use super::super::state::{Group, GroupColumn, Only, SalesBy, SalesColumn, SalesFilter, SalesView, Sort, Totals};
use super::search::{SalesIndex, search_words};

/// Which sales to show, and how.
#[derive(Debug)]
pub struct SalesQuestion {
    outcome: Arc<Outcome>,
    search: String,
    filter: SalesFilter,
    only: Option<Only>,
    by: SalesBy,
    sort: Sort<SalesColumn>,
    group_sort: Sort<GroupColumn>,
}

/// The sales to show, in order, and their sums.
#[derive(Debug)]
pub struct SalesArranged {
    outcome: Arc<Outcome>,
    by: SalesBy,
    rows: Vec<usize>,
    groups: Vec<Group>,
    counting: Totals,
    left_out: Totals,
    unknown: Vec<(Arc<str>, usize)>,
}

impl SalesArranged {
    /// Swaps it in.
    pub fn put_into(self, view: &mut SalesView) {
        (view.rows, view.groups, view.shown, view.shown_by) = (self.rows, self.groups, Some(self.outcome), self.by);
        (view.counting, view.left_out, view.unknown) = (self.counting, self.left_out, self.unknown);
    }
}

impl SalesQuestion {
    /// What a view asks of a result.
    pub fn of(view: &SalesView, outcome: Arc<Outcome>) -> Self {
        Self {
            outcome,
            search: view.search.clone(),
            filter: view.filter,
            only: view.only.clone(),
            by: view.by,
            sort: view.sort,
            group_sort: view.group_sort,
        }
    }

    /// Looks through the sales.
    pub fn answer(self) -> SalesArranged {
        let shared = self.outcome.clone();
        let outcome = &shared;
        let index = outcome.sales_index();
        let sales = &outcome.ledger.sales;
        let has_words = index.with(&search_words(&self.search));
        let (mut counting, mut left_out) = (Totals::default(), Totals::default());
        let mut rows = Vec::new();
        for (at, sale) in sales.iter().enumerate() {
            let why_not = why_not(outcome, at);
            if self.is_shown(sale, why_not) && has_words(at) {
                rows.push(at);
                if why_not.is_none() { &mut counting } else { &mut left_out }.add(sale);
            }
        }
        let unknown = unknown(outcome);
        if self.by != SalesBy::Row {
            let groups = self.groups(index, &rows);
            let rows = (0..groups.len()).collect();
            return SalesArranged { outcome: self.outcome, by: self.by, rows, groups, counting, left_out, unknown };
        }
        sort(&mut rows, outcome, index, self.sort.column);
        if self.sort.descending {
            rows.reverse();
        }
        let groups = Vec::new();
        SalesArranged { outcome: self.outcome, by: self.by, rows, groups, counting, left_out, unknown }
    }

    fn is_shown(&self, sale: &Sale, why_not: Option<SaleLeftOut>) -> bool {
        let among = match self.filter {
            SalesFilter::All => true,
            SalesFilter::Counting => why_not.is_none(),
            SalesFilter::LeftOut => why_not.is_some(),
            SalesFilter::Because(reason) => why_not == Some(reason),
        };
        among
            && match &self.only {
                None => true,
                Some(Only::Customer(customer)) => *sale.customer == **customer,
                Some(Only::Month(month)) => month_of(sale) == *month,
            }
    }

    fn groups(&self, index: &SalesIndex, rows: &[usize]) -> Vec<Group> {
        let outcome = &self.outcome;
        let currency = currency_of(outcome);
        let by_month = self.by == SalesBy::Month;
        // By the place of the text, or by the month.
        let mut found: BTreeMap<(usize, NaiveDate), Group> = BTreeMap::new();
        for at in rows {
            let Some(sale) = outcome.ledger.sales.get(*at) else { continue };
            let key = if by_month { (0, month_of(sale)) } else { (index.customer.of(*at), NaiveDate::MIN) };
            let group = found.entry(key).or_insert_with(|| Group {
                of: if by_month { Only::Month(key.1) } else { Only::Customer(sale.customer.clone()) },
                counting: Totals::default(),
                left_out: Totals::default(),
                counted: Decimal::ZERO,
            });
            if why_not(outcome, *at).is_none() {
                group.counting.add(sale);
                let worth = outcome.readiness.settings.convert(sale, &currency).unwrap_or_default();
                group.counted = group.counted.saturating_add(worth);
            } else {
                group.left_out.add(sale);
            }
        }
        let mut groups: Vec<((usize, NaiveDate), Group)> = found.into_iter().collect();
        if !by_month {
            groups.sort_by_key(|((text, _), _)| index.customer.rank(*text));
        }
        match self.group_sort.column {
            GroupColumn::Of => {}
            GroupColumn::Sales => groups.sort_by_key(|(_, it)| it.counting.sales + it.left_out.sales),
            GroupColumn::Counting => groups.sort_by_key(|(_, it)| it.counting.sales),
            GroupColumn::Counted => groups.sort_by_key(|(_, it)| it.counted),
            GroupColumn::LeftOut => groups.sort_by_key(|(_, it)| it.left_out.sums.values().sum::<Decimal>()),
        }
        if self.group_sort.descending {
            groups.reverse();
        }
        groups.into_iter().map(|(_, group)| group).collect()
    }
}

impl Totals {
    fn add(&mut self, sale: &Sale) {
        self.sales += 1;
        // Beyond 28 digits nothing can be added; no company gets there.
        match self.sums.get_mut(&sale.currency) {
            Some(sum) => *sum = sum.saturating_add(sale.amount),
            None => {
                self.sums.insert(Arc::clone(&sale.currency), sale.amount);
            }
        }
    }
}

/// The currency of the thresholds, in which what counts is added up.
pub fn currency_of(outcome: &Outcome) -> String {
    let chart = outcome.charts.iter().flatten().next();
    chart.map_or_else(|| RATE_CURRENCY.to_owned(), |chart| chart.currency.clone())
}

fn why_not(outcome: &Outcome, at: usize) -> Option<SaleLeftOut> {
    outcome.readiness.sales.get(at).copied().flatten()
}

fn month_of(sale: &Sale) -> NaiveDate {
    let day = sale.date.first_day();
    day.with_day(1).unwrap_or(day)
}

/// Sales stand in the ledger by their places, and sorting keeps the order of equals.
fn sort(rows: &mut [usize], outcome: &Outcome, index: &SalesIndex, column: SalesColumn) {
    let sales = &outcome.ledger.sales;
    match column {
        SalesColumn::Date => rows.sort_by_key(|at| sales.get(*at).map(|sale| sale.date.first_day())),
        SalesColumn::Customer => rows.sort_by_key(|at| index.customer.rank_of(*at)),
        SalesColumn::Product => rows.sort_by_key(|at| index.product.rank_of(*at)),
        SalesColumn::Amount => rows.sort_by_key(|at| sales.get(*at).map(|sale| sale.amount)),
        SalesColumn::Counts => rows.sort_by_key(|at| why_not(outcome, *at)),
        SalesColumn::From => {}
    }
}

/// The files with sales that would count if their customers were associated, by name.
fn unknown(outcome: &Outcome) -> Vec<(Arc<str>, usize)> {
    let mut found: Vec<(Arc<str>, usize)> = Vec::new();
    if !outcome.sales_left_out.contains_key(&SaleLeftOut::AssociationUnknown) {
        return found;
    }
    for (sale, why_not) in outcome.ledger.sales.iter().zip(&outcome.readiness.sales) {
        if *why_not == Some(SaleLeftOut::AssociationUnknown) {
            // Sales stand in the ledger file by file.
            match found.last_mut().filter(|(file, _)| *file == sale.place.file) {
                Some((_, sales)) => *sales += 1,
                None => found.push((sale.place.file.clone(), 1)),
            }
        }
    }
    found
}
