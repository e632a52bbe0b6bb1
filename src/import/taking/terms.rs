//! What a row tells of a sale, apart from when and how much.

use std::sync::Arc;

use super::super::cell::Cell;
use super::super::field::Field;
use super::super::sheet::Row;
use super::super::values::currencies;
use super::memo::{Id, Memo};
use super::table::Table;
use super::words::{is_blank, yes_or_no};
use crate::ledger::{Finding, FindingCode, Place, Sale, SaleDate, Tie};
use crate::rulebook::fold;
use rust_decimal::Decimal;

/// The currency of amounts that name none.
const ASSUMED_CURRENCY: &str = "USD";

/// The terms of a table's sales.
pub(super) struct Terms<'a> {
    heading_currency: Option<Arc<str>>,
    title_currency: Option<Arc<str>>,
    assumed_currency: Arc<str>,
    codes: Memo<&'static str, Arc<str>>,
    currencies: Memo<Id<'a>, Option<Arc<str>>>,
    associations: Memo<Id<'a>, Tie>,
    says_renewal: Memo<Id<'a>, bool>,
    is_renewal_asked: bool,
    is_repeated: Memo<Id<'a>, bool>,
}

impl<'a> Terms<'a> {
    /// The terms of a table, the amounts of which stand under this heading.
    pub fn of(table: &Table<'a>, amount_heading: &str) -> Self {
        let renewal = fold(&table.heading(Field::Renewal));
        Self {
            heading_currency: currencies::in_heading(amount_heading).map(Arc::from),
            title_currency: table.currency_in_titles().map(|(code, _)| code.into()),
            assumed_currency: ASSUMED_CURRENCY.into(),
            codes: Memo::default(),
            currencies: Memo::default(),
            associations: Memo::default(),
            says_renewal: Memo::default(),
            is_renewal_asked: ["renewal", "renovacion"].contains(&renewal.as_str()),
            is_repeated: Memo::default(),
        }
    }

    /// A sale of these terms, and what told its currency. `head` is the row that names the customer.
    pub fn sale(&self, table: &Table<'a>, row: Row<'a>, head: Row<'a>, deal: Deal) -> (Sale, CurrencyOf) {
        let currency = self
            .told_currency(table.cell(row, Field::Currency))
            .or_else(|| deal.currency.map(|code| self.codes.get(code, || code.into())))
            .or_else(|| self.heading_currency.clone());
        let source = if currency.is_some() {
            CurrencyOf::Row
        } else if self.title_currency.is_some() {
            CurrencyOf::Title
        } else {
            CurrencyOf::Nothing
        };
        let currency = currency.or_else(|| self.title_currency.clone());
        let sale = Sale {
            date: deal.date,
            customer: table.words(table.cell(head, Field::Customer)),
            product: product(table, row),
            sku: table.words(table.cell(row, Field::Sku)),
            amount: deal.amount,
            currency: currency.unwrap_or_else(|| self.assumed_currency.clone()),
            association: self.association(table, row),
            renewal: self.is_renewal(table.cell(row, Field::Renewal)),
            repeated: self.is_repeated(table.cell(row, Field::Duplicate)),
            assumed: false,
            place: deal.place,
        };
        (sale, source)
    }

    fn association(&self, table: &Table<'a>, row: Row<'a>) -> Tie {
        if table.has(Field::Association) {
            let cell = table.cell(row, Field::Association);
            return self.associations.get(cell.into(), || Tie::Told(told(cell)));
        }
        if !table.has(Field::PartnerOfRecord) {
            return Tie::NotTold;
        }
        let cell = table.cell(row, Field::PartnerOfRecord);
        self.associations.get(cell.into(), || match yes_or_no(cell) {
            Some(true) => Tie::Told("DPOR".into()),
            Some(false) => Tie::Told(Arc::default()),
            None => Tie::Told(told(cell)),
        })
    }

    /// Whether a cell says that this is a renewal: in words, or with a yes under a heading that says "renewal".
    fn is_renewal(&self, cell: Cell<'a>) -> bool {
        let says = |text: &str| {
            let words = fold(text);
            let is_denied = words.split(' ').any(|word| ["no", "non", "not", "sin"].contains(&word));
            !is_denied && words.split(' ').any(|word| word.starts_with("renew") || word.starts_with("renov"))
        };
        !cell.is_empty()
            && self
                .says_renewal
                .get(cell.into(), || says(&cell.words()) || (self.is_renewal_asked && yes_or_no(cell) == Some(true)))
    }

    fn is_repeated(&self, cell: Cell<'a>) -> bool {
        !cell.is_empty() && self.is_repeated.get(cell.into(), || yes_or_no(cell) == Some(true))
    }

    /// The currency that a cell names: its code, else what stands there, so that it is not taken for dollars.
    fn told_currency(&self, cell: Cell<'a>) -> Option<Arc<str>> {
        if cell.is_empty() {
            return None;
        }
        self.currencies.get(cell.into(), || {
            if is_blank(cell) {
                return None;
            }
            let words = if let Cell::Error(error) = cell { error.to_owned() } else { cell.words() };
            let known = currencies::code(&words).or_else(|| currencies::code(&words.to_uppercase()));
            Some(known.map_or_else(|| words.into(), Arc::from))
        })
    }
}

/// What told a sale's currency, the surest first.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum CurrencyOf {
    /// The row, or the heading of its amount.
    #[default]
    Row,
    /// A title above the table.
    Title,
    /// Nothing, so that it was assumed.
    Nothing,
}

impl CurrencyOf {
    /// What is to be said where this was the least sure of a table.
    pub fn finding(self, table: &Table<'_>, field: Field) -> Option<Finding> {
        match self {
            Self::Row => None,
            Self::Title => {
                let (code, title) = table.currency_in_titles()?;
                let finding = table.about_column(FindingCode::CurrencyOfTitle, field, Some(title));
                Some(Finding { other: Some(code.into()), ..finding })
            }
            Self::Nothing => Some(table.about_column(FindingCode::CurrencyAssumed, field, None)),
        }
    }
}

/// When a sale was made, for how much, and where it was read.
pub(super) struct Deal {
    pub date: SaleDate,
    pub amount: Decimal,
    /// The currency that the amount's own cell or column names.
    pub currency: Option<&'static str>,
    pub place: Place,
}

/// The product, or its code where the row names no product.
fn product<'a>(table: &Table<'a>, row: Row<'a>) -> Arc<str> {
    let product = table.cell(row, Field::Product);
    table.words(if is_blank(product) { table.cell(row, Field::Sku) } else { product })
}

/// What a cell says; nothing when it only fills its place.
fn told(cell: Cell<'_>) -> Arc<str> {
    if is_blank(cell) { Arc::default() } else { cell.words().into() }
}
