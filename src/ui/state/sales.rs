//! How the sales are shown.

use std::collections::BTreeMap;
use std::sync::Arc;

use chrono::NaiveDate;
use rust_decimal::Decimal;

use crate::evaluator::SaleLeftOut;

use super::super::outcome::Outcome;
use super::Sort;

/// How the sales are shown.
#[derive(Debug)]
pub struct SalesView {
    /// Only these.
    pub search: String,
    /// And of them only these.
    pub filter: SalesFilter,
    /// And of them only those of a customer or a month.
    pub only: Option<Only>,
    /// Each for itself, or several together.
    pub by: SalesBy,
    /// Sorted by this column.
    pub sort: Sort<SalesColumn>,
    /// Several together are sorted by this column.
    pub group_sort: Sort<GroupColumn>,
    /// The sale whose panel is open.
    pub selected: Option<usize>,
    /// The sales to show, in order; or the places of the groups.
    pub rows: Vec<usize>,
    /// Several together, in order.
    pub groups: Vec<Group>,
    /// How many of them count, and their sums by currency.
    pub counting: Totals,
    /// How many of them don't, and their sums by currency.
    pub left_out: Totals,
    /// The files with sales that would count if their customers were associated, and how many.
    pub unknown: Vec<(Arc<str>, usize)>,
    /// The result that all this belongs to.
    pub shown: Option<Arc<Outcome>>,
    /// What the rows are: what was asked for when they were put in order.
    pub shown_by: SalesBy,
    /// The worker that is putting them in order.
    pub(in super::super) pending: Option<u64>,
    /// Whether something else was asked for meanwhile.
    pub(in super::super) is_stale: bool,
}

/// Sales added up.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Totals {
    /// How many.
    pub sales: usize,
    /// The exact sum of each currency, by its code.
    pub sums: BTreeMap<Arc<str>, Decimal>,
}

/// Sales shown together.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Group {
    /// Of whom, or when.
    pub of: Only,
    /// Those that count.
    pub counting: Totals,
    /// Those that don't.
    pub left_out: Totals,
    /// What those that count come to in the threshold's currency.
    pub counted: Decimal,
}

/// The sales of one customer, or of one month.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Only {
    /// As the files write the name.
    Customer(Arc<str>),
    /// By its first day.
    Month(NaiveDate),
}

/// Whether sales are shown each for itself or several together.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SalesBy {
    /// Each for itself.
    Row,
    /// A row for each customer.
    Customer,
    /// A row for each month.
    Month,
}

/// A column of the sales' table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SalesColumn {
    /// When.
    Date,
    /// To whom.
    Customer,
    /// What.
    Product,
    /// How much.
    Amount,
    /// Whether it counts.
    Counts,
    /// File, sheet and row.
    From,
}

/// A column of the table of sales that are shown together.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum GroupColumn {
    /// Of whom, or when.
    Of,
    /// How many sales.
    Sales,
    /// How many of them count.
    Counting,
    /// What those come to.
    Counted,
    /// What the others come to.
    LeftOut,
}

/// Which sales to show.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SalesFilter {
    /// All.
    All,
    /// Those that count.
    Counting,
    /// Those that don't.
    LeftOut,
    /// Those that don't, for one reason.
    Because(SaleLeftOut),
}

/// Whose sales count as associated though their file has no word on it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Whose {
    /// Those of a file, by its name.
    File(Arc<str>),
    /// Those to a customer, as the files write the name.
    Customer(Arc<str>),
}

impl Default for SalesView {
    fn default() -> Self {
        Self {
            search: String::new(),
            filter: SalesFilter::All,
            only: None,
            by: SalesBy::Row,
            sort: Sort { column: SalesColumn::Date, descending: true },
            group_sort: Sort { column: GroupColumn::Counted, descending: true },
            selected: None,
            rows: Vec::new(),
            groups: Vec::new(),
            counting: Totals::default(),
            left_out: Totals::default(),
            unknown: Vec::new(),
            shown: None,
            shown_by: SalesBy::Row,
            pending: None,
            is_stale: false,
        }
    }
}

impl SalesBy {
    /// All ways, in the order in which they are offered.
    pub const ALL: [Self; 3] = [Self::Row, Self::Customer, Self::Month];

    /// As the messages name it.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Row => "row",
            Self::Customer => "customer",
            Self::Month => "month",
        }
    }
}
