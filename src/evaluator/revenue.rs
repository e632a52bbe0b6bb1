//! Which sales count, and how much they come to.

use std::collections::{BTreeMap, HashMap};

use chrono::NaiveDate;
use rust_decimal::Decimal;

use crate::ledger::{AlikeSales, Ledger, Sale, SaleDate, Tie};
use crate::rulebook::{AssociationId, Names, ProductId, RevenueRequirement, Rulebook};

use super::outlook::run_off;
use super::trail::Trail;
use super::{RevenueReadiness, SaleLeftOut, Settings, Window};

/// The currency for which users give rates: dollars for one unit of another.
pub const RATE_CURRENCY: &str = "USD";

/// The sales of a ledger that are alike, with what the rulebook's names make of their words.
pub(super) struct NamedSales<'a> {
    groups: Vec<NamedGroup<'a>>,
}

struct NamedGroup<'a> {
    /// One that stands for all.
    sale: &'a Sale,
    all: AlikeSales,
    product: Option<ProductId>,
    /// Nothing where the file does not tell.
    associations: Option<std::rc::Rc<[AssociationId]>>,
}

impl<'a> NamedSales<'a> {
    /// Looks up the words of every sale, each spelling once.
    pub(super) fn new(names: &Names, ledger: &'a Ledger) -> Self {
        let mut products: HashMap<&str, Option<ProductId>> = HashMap::new();
        let mut ties: HashMap<&str, std::rc::Rc<[AssociationId]>> = HashMap::new();
        let name = |(sale, all): (&'a Sale, AlikeSales)| NamedGroup {
            sale,
            all,
            product: *products.entry(&sale.product).or_insert_with(|| names.product(&sale.product)),
            associations: match &sale.association {
                Tie::NotTold => None,
                Tie::Told(text) => Some(ties.entry(text).or_insert_with(|| names.associations(text).collect()).clone()),
            },
        };
        Self { groups: ledger.sales.alike().map(name).collect() }
    }

    /// What a requirement comes to, and for each group of [`crate::ledger::Sales::alike`] why it doesn't count for it.
    pub(super) fn judge(
        &self,
        requirement: &RevenueRequirement,
        settings: &Settings,
    ) -> (RevenueReadiness, Vec<Option<SaleLeftOut>>) {
        let window = Window::new(settings.window, requirement.months, settings.as_of);
        let threshold = requirement.threshold(settings.market);
        let currency = currency_of(requirement, settings);
        let (mut counted, mut sales) = (Decimal::ZERO, 0);
        let verdicts: Vec<Option<SaleLeftOut>> = self
            .groups
            .iter()
            .map(|group| match group.value(requirement, settings, &currency, |date| window.contains(date)) {
                Ok(amount) => {
                    (counted, sales) = (add(counted, amount), sales + group.all.count);
                    None
                }
                Err(reason) => Some(reason),
            })
            .collect();
        let threshold = threshold.map(|threshold| threshold.amount);
        let met = threshold.is_some_and(|threshold| counted >= threshold);
        let trail = self.trail(requirement, settings);
        let readiness = RevenueReadiness {
            id: requirement.id.clone(),
            met,
            falls_short_on: threshold.filter(|_| met).and_then(|least| trail.falls_below(least, settings.as_of)),
            from: window.from,
            to: window.to,
            currency,
            counted,
            sales,
            threshold,
            outlook: run_off(&trail, settings.as_of, threshold),
            shortfall: threshold.map(|threshold| threshold.saturating_sub(counted).max(Decimal::ZERO)),
        };
        (readiness, verdicts)
    }

    /// The sales known on the day that count for a requirement whenever its window holds them.
    fn trail(&self, requirement: &RevenueRequirement, settings: &Settings) -> Trail {
        let currency = currency_of(requirement, settings);
        let sales = self.groups.iter().filter_map(|group| {
            let amount = group.value(requirement, settings, &currency, |_| true).ok()?;
            Some((group.sale.date, amount))
        });
        Trail::new(settings.window, requirement.months, sales)
    }
}

impl NamedGroup<'_> {
    /// What its sales are worth for a requirement, in its currency; else the first reason why they don't count.
    fn value(
        &self,
        requirement: &RevenueRequirement,
        settings: &Settings,
        currency: &str,
        in_window: impl Fn(SaleDate) -> bool,
    ) -> Result<Decimal, SaleLeftOut> {
        let sale = self.sale;
        let asked = requirement.associations.as_deref().filter(|_| !sale.assumed);
        let products = requirement.products.as_deref().filter(|_| !sale.assumed);
        let reasons = [
            (is_future(sale.date, settings.as_of), SaleLeftOut::Future),
            (!in_window(sale.date), SaleLeftOut::OutsideWindow),
            (sale.repeated, SaleLeftOut::Duplicate),
            (!products.is_none_or(|all| self.product.is_some_and(|it| all.contains(&it))), SaleLeftOut::OutOfScope),
            (asked.is_some_and(|asked| self.is_otherwise_associated(asked)), SaleLeftOut::NotAssociated),
            (
                asked.is_some() && self.associations.is_none() && !settings.takes_as_associated(sale),
                SaleLeftOut::AssociationUnknown,
            ),
            (requirement.net_new && sale.renewal, SaleLeftOut::Renewal),
        ];
        if let Some((_, reason)) = reasons.into_iter().find(|(applies, _)| *applies) {
            return Err(reason);
        }
        convert(self.all.sum, &sale.currency, currency, &settings.rates).ok_or(SaleLeftOut::NoRate)
    }

    /// Whether the file tells the association, and it is none of those asked.
    fn is_otherwise_associated(&self, asked: &[AssociationId]) -> bool {
        self.associations.as_deref().is_some_and(|told| !told.iter().any(|tie| asked.contains(tie)))
    }
}

/// The revenue that counts on a day, and what changed since the day before.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TrailingDay {
    /// What counts in the window of the day.
    pub counted: Decimal,
    /// What came into the window.
    pub came_in: Decimal,
    /// What left it.
    pub went_out: Decimal,
}

/// For each day, the revenue that counts in the window of that day, of the sales known on `settings.as_of`: the run-off with
/// no new sales, where the day lies later.
pub fn trailing_revenue(
    rulebook: &Rulebook,
    ledger: &Ledger,
    settings: &Settings,
    requirement: &RevenueRequirement,
    days: &[NaiveDate],
) -> Vec<TrailingDay> {
    let trail = NamedSales::new(&rulebook.names(), ledger).trail(requirement, settings);
    let on = |day: &NaiveDate| {
        let [came_in, went_out] = trail.change_on(*day);
        TrailingDay { counted: trail.on(*day), came_in, went_out }
    };
    days.iter().map(on).collect()
}

/// For each of `Ledger::sales`, what it adds to a requirement, in that requirement's currency; nothing where it doesn't
/// count. Their sum is [`RevenueReadiness::counted`].
pub fn counted_amounts(
    rulebook: &Rulebook,
    ledger: &Ledger,
    settings: &Settings,
    requirement: &RevenueRequirement,
) -> Vec<Option<Decimal>> {
    let counts: Vec<bool> =
        NamedSales::new(&rulebook.names(), ledger).judge(requirement, settings).1.iter().map(Option::is_none).collect();
    let currency = currency_of(requirement, settings);
    let worth = |(sale, counts): (&Sale, bool)| {
        counts.then(|| convert(sale.amount, &sale.currency, &currency, &settings.rates)).flatten()
    };
    ledger.sales.iter().zip(ledger.sales.of_alike(&counts)).map(worth).collect()
}

/// Whether a sale lies after the day of the evaluation. A sale of which only the month is known does not in that day's month.
fn is_future(date: SaleDate, as_of: NaiveDate) -> bool {
    date.first_day() > as_of
}

fn currency_of(requirement: &RevenueRequirement, settings: &Settings) -> String {
    let threshold = requirement.threshold(settings.market).or(requirement.thresholds.first().map(|(_, any)| any));
    threshold.map_or_else(|| RATE_CURRENCY.to_owned(), |threshold| threshold.currency.clone())
}

/// An amount in another currency, if a rate is known.
pub(super) fn convert(amount: Decimal, from: &str, to: &str, rates: &BTreeMap<String, Decimal>) -> Option<Decimal> {
    if from == to {
        return Some(amount);
    }
    let rate =
        |currency: &str| if currency == RATE_CURRENCY { Some(Decimal::ONE) } else { rates.get(currency).copied() };
    amount.checked_mul(rate(from)?)?.checked_div(rate(to)?)
}

/// A sum that stays at the greatest amount there is, rather than fail: 28 digits are more than any company sells.
fn add(a: Decimal, b: Decimal) -> Decimal {
    a.saturating_add(b)
}
