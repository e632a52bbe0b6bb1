//! What a row tells of a sale, apart from when and how much.

use std::sync::Arc;

use super::super::cell::Cell;
use super::super::field::Field;
use super::super::sheet::Row;
use super::super::values::currencies;
use super::memo::{ByCell, Memo};
use super::table::Table;
use super::words::{is_blank, yes_or_no};
use crate::ledger::{Finding, FindingCode, Place, Sale, SaleDate, Tie};
use crate::rulebook::fold;
use rust_decimal::Decimal;

/// The currency of amounts that name none.
const ASSUMED_CURRENCY: &str = "USD";

/// The terms of a table's sales.
pub(super) struct Terms {
    heading_currency: Option<Arc<str>>,
    title_currency: Option<Arc<str>>,
    assumed_currency: Arc<str>,
    codes: Memo<&'static str, Arc<str>>,
    currencies: ByCell<Option<Arc<str>>>,
    associations: ByCell<Tie>,
    says_renewal: ByCell<bool>,
    is_renewal_asked: bool,
    is_repeated: ByCell<bool>,
}

impl Terms {
    /// The terms of a table, the amounts of which stand under this heading.
    pub fn of(table: &Table<'_>, amount_heading: &str) -> Self {
        let renewal = fold(&table.heading(Field::Renewal));
        Self {
            heading_currency: currencies::in_heading(amount_heading).map(Arc::from),
            title_currency: table.currency_in_titles().map(|(code, _)| code.into()),
            assumed_currency: ASSUMED_CURRENCY.into(),
            codes: Memo::default(),
            currencies: ByCell::default(),
            associations: ByCell::default(),
            says_renewal: ByCell::default(),
            is_renewal_asked: ["renewal", "renovacion"].contains(&renewal.as_str()),
            is_repeated: ByCell::default(),
        }
    }

    /// A sale of these terms, and what told its currency. `head` is the row that names the customer.
    pub fn sale<'a>(&self, table: &Table<'a>, row: Row<'a>, head: Row<'a>, deal: Deal) -> (Sale, CurrencyOf) {
        let currency = self
            .told_currency(table, row)
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
            customer: table.words(head, Field::Customer),
            product: Self::product(table, row),
            sku: table.words(row, Field::Sku),
            amount: deal.amount,
            currency: currency.unwrap_or_else(|| self.assumed_currency.clone()),
            association: self.association(table, row),
            renewal: self.is_renewal(table, row),
            repeated: self.is_repeated(table, row),
            assumed: false,
            place: deal.place,
        };
        (sale, source)
    }

    /// The product, or its code where the row names no product.
    fn product<'a>(table: &Table<'a>, row: Row<'a>) -> Arc<str> {
        let is_blank = table.is_blank(row, Field::Product);
        table.words(row, if is_blank { Field::Sku } else { Field::Product })
    }

    fn association<'a>(&self, table: &Table<'a>, row: Row<'a>) -> Tie {
        if table.has(Field::Association) {
            let tie = || Tie::Told(told(table.cell(row, Field::Association)));
            return self.associations.get(table.id(row, Field::Association), tie);
        }
        if !table.has(Field::PartnerOfRecord) {
            return Tie::NotTold;
        }
        self.associations.get(table.id(row, Field::PartnerOfRecord), || {
            let cell = table.cell(row, Field::PartnerOfRecord);
            match yes_or_no(cell) {
                Some(true) => Tie::Told("DPOR".into()),
                Some(false) => Tie::Told(Arc::default()),
                None => Tie::Told(told(cell)),
            }
        })
    }

    /// Whether a row says that it is a renewal: in words, or with a yes under a heading that says "renewal".
    fn is_renewal<'a>(&self, table: &Table<'a>, row: Row<'a>) -> bool {
        let says = |text: &str| {
            let words = fold(text);
            let is_denied = words.split(' ').any(|word| ["no", "non", "not", "sin"].contains(&word));
            !is_denied && words.split(' ').any(|word| word.starts_with("renew") || word.starts_with("renov"))
        };
        self.says_renewal.get(table.id(row, Field::Renewal), || {
            let cell = table.cell(row, Field::Renewal);
            !cell.is_empty() && (says(&cell.words()) || (self.is_renewal_asked && yes_or_no(cell) == Some(true)))
        })
    }

    fn is_repeated<'a>(&self, table: &Table<'a>, row: Row<'a>) -> bool {
        let is_told = || yes_or_no(table.cell(row, Field::Duplicate)) == Some(true);
        table.has(Field::Duplicate) && self.is_repeated.get(table.id(row, Field::Duplicate), is_told)
    }

    /// The currency that a row names: its code, else what stands there, so that it is not taken for dollars.
    fn told_currency<'a>(&self, table: &Table<'a>, row: Row<'a>) -> Option<Arc<str>> {
        let told = || {
            let cell = table.cell(row, Field::Currency);
            if is_blank(cell) {
                return None;
            }
            let words = if let Cell::Error(error) = cell { error.to_owned() } else { cell.words() };
            let known = currencies::code(&words).or_else(|| currencies::code(&words.to_uppercase()));
            Some(known.map_or_else(|| words.into(), Arc::from))
        };
        if table.has(Field::Currency) { self.currencies.get(table.id(row, Field::Currency), told) } else { None }
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

/// What a cell says; nothing when it only fills its place.
fn told(cell: Cell<'_>) -> Arc<str> {
    if is_blank(cell) { Arc::default() } else { cell.words().into() }
}
