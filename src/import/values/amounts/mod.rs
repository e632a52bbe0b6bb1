//! Amounts as people and programs write them.
//!
//! [`spelling`](self::spelling) takes one text apart; [`AmountColumn`] decides for a whole column whether a point or a comma
//! is the decimal sign. An amount that shows its sign itself, such as `1,234.50`, is read by that, also in a column of
//! other ones, unless the user chose a sign; `1.234` does not show it and is read as its column.

mod column;
mod spelling;
#[cfg(test)]
mod tests;

use rust_decimal::Decimal;

pub(in crate::import) use column::AmountColumn;

/// An amount, and the currency where the cell names one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::import) struct Amount {
    pub value: Decimal,
    pub currency: Option<&'static str>,
}
