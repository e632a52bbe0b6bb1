//! Revenue over time: what counts on any day, and when it falls short if nothing new is sold.

use chrono::{Datelike, Days, Months, NaiveDate};
use rust_decimal::Decimal;

use crate::ledger::SaleDate;

use super::window::{Window, WindowKind};

/// The sales that count whenever the window holds them.
#[derive(Debug)]
pub(super) struct Trail {
    kind: WindowKind,
    months: u32,
    by_day: Sums,
    by_month: Sums,
}

impl Trail {
    /// From sales as date and amount, in any order.
    pub(super) fn new(kind: WindowKind, months: u32, sales: impl Iterator<Item = (SaleDate, Decimal)>) -> Self {
        let (mut days, mut whole_months) = (Vec::new(), Vec::new());
        for (date, amount) in sales {
            match date {
                SaleDate::Day(day) => days.push((day, amount)),
                SaleDate::Month(month) => whole_months.push((month, amount)),
            }
        }
        Self { kind, months, by_day: Sums::new(days), by_month: Sums::new(whole_months) }
    }

    /// What counts on a day.
    pub(super) fn on(&self, day: NaiveDate) -> Decimal {
        let window = Window::new(self.kind, self.months, day);
        let whole_months = self.by_month.between(window.first_month, window.to);
        self.by_day.between(window.from, window.to).saturating_add(whole_months)
    }

    /// What came into the window on a day, and what left it, since the day before.
    pub(super) fn change_on(&self, day: NaiveDate) -> [Decimal; 2] {
        let Some(before) = day.pred_opt().map(|before| Window::new(self.kind, self.months, before)) else {
            return [self.on(day), Decimal::ZERO];
        };
        let now = Window::new(self.kind, self.months, day);
        let last_day_before = |day: NaiveDate| day.pred_opt().unwrap_or(day);
        let came = (before.to.succ_opt().unwrap_or(before.to), now.to);
        let left = (before.from, last_day_before(now.from));
        let months_left = (before.first_month, last_day_before(now.first_month));
        let sum = |(from, to): (NaiveDate, NaiveDate), (month, last): (NaiveDate, NaiveDate)| {
            self.by_day.between(from, to).saturating_add(self.by_month.between(month, last))
        };
        [sum(came, came), sum(left, months_left)]
    }

    /// The first day after another on which less than a threshold counts.
    pub(super) fn falls_below(&self, threshold: Decimal, after: NaiveDate) -> Option<NaiveDate> {
        let mut days: Vec<NaiveDate> = self.days_of_change().filter(|day| *day > after).collect();
        days.sort_unstable();
        days.dedup();
        days.into_iter().find(|day| self.on(*day) < threshold)
    }

    /// Every day on which a sale enters or leaves the window.
    fn days_of_change(&self) -> impl Iterator<Item = NaiveDate> {
        let days = self.by_day.days().flat_map(|day| self.edges(SaleDate::Day(day)));
        days.chain(self.by_month.days().flat_map(|month| self.edges(SaleDate::Month(month))))
    }

    /// The first day whose window holds a sale, and the first one after that whose window does not.
    fn edges(&self, date: SaleDate) -> [NaiveDate; 2] {
        let day = date.first_day();
        let next_month = |day: NaiveDate| day.with_day(1).unwrap_or(day).checked_add_months(Months::new(1));
        let holds = |on: NaiveDate| Window::new(self.kind, self.months, on).contains(date);
        let enters = match self.kind {
            WindowKind::Rolling => day,
            WindowKind::FullMonths => next_month(day).unwrap_or(NaiveDate::MAX),
        };
        // Months differ in length, so the day after is looked for from a little before.
        let about = enters.checked_add_months(Months::new(self.months)).unwrap_or(NaiveDate::MAX);
        let near = about.checked_sub_days(Days::new(4)).unwrap_or(NaiveDate::MIN).max(enters);
        let leaves = near.iter_days().take(40).find(|on| !holds(*on)).unwrap_or(NaiveDate::MAX);
        [enters, leaves]
    }
}

/// Amounts by day, added up from the first.
#[derive(Debug)]
struct Sums(Vec<(NaiveDate, Decimal)>);

impl Sums {
    fn new(mut amounts: Vec<(NaiveDate, Decimal)>) -> Self {
        amounts.sort_unstable_by_key(|(day, _)| *day);
        let mut sums: Vec<(NaiveDate, Decimal)> = Vec::new();
        let mut sum = Decimal::ZERO;
        for (day, amount) in amounts {
            sum = sum.saturating_add(amount);
            match sums.last_mut() {
                Some((last, known)) if *last == day => *known = sum,
                _ => sums.push((day, sum)),
            }
        }
        Self(sums)
    }

    /// The sum from one day to another, both included.
    fn between(&self, from: NaiveDate, to: NaiveDate) -> Decimal {
        let before = |end: usize| end.checked_sub(1).and_then(|last| self.0.get(last)).map_or(Decimal::ZERO, |it| it.1);
        let start = self.0.partition_point(|(day, _)| *day < from);
        let end = self.0.partition_point(|(day, _)| *day <= to).max(start);
        before(end).saturating_sub(before(start))
    }

    fn days(&self) -> impl Iterator<Item = NaiveDate> {
        self.0.iter().map(|(day, _)| *day)
    }
}
