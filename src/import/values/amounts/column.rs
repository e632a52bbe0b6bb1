//! How the amounts of one column are written, told from all of them.

use rust_decimal::Decimal;
use rust_decimal::prelude::FromPrimitive;

use super::super::super::cell::{Cell, Serial};
use super::super::super::choices::DecimalSign;
use super::super::evidence::Evidence;
use super::Amount;
use super::spelling::{Shown, spelling};
use crate::texts::Language;

/// How the amounts of one column are to be read.
#[derive(Debug, Clone, PartialEq)]
pub(in crate::import) struct AmountColumn {
    /// The decimal sign of amounts that do not show it themselves.
    pub decimal_sign: DecimalSign,
    /// What showed the decimal sign.
    pub evidence: Evidence,
    /// A value that can be read in two ways, where nothing showed which is meant or the values contradict each other.
    /// Until somebody says, the sign that more values show is taken; else three digits are a group of thousands.
    pub ambiguous: Option<String>,
    /// A real number that may be a thousand times too small: a spreadsheet program in another country's language made
    /// numbers of the texts that it could, such as `1.234`, and left the others, such as `1.234,50`.
    pub half_converted: Option<String>,
}

impl AmountColumn {
    /// Decides from all values of a column how to read it.
    pub fn decide<'a>(cells: impl Iterator<Item = Cell<'a>>) -> Self {
        let mut seen = Seen::default();
        for cell in cells {
            seen.add(cell);
        }
        let Seen { points, commas, unclear_point, unclear_comma, .. } = seen;
        let unclear = unclear_point.or(unclear_comma);
        let is_mixed =
            (points > 0 && commas > 0) || (points + commas == 0 && unclear_point.is_some() && unclear_comma.is_some());
        let evidence = if points + commas > 0 || is_mixed { Evidence::Column } else { Evidence::Nothing };
        let decimal_sign = match () {
            () if commas > points => DecimalSign::Comma,
            // A group of three digits is one of thousands sooner than a fraction of a cent.
            () if points + commas == 0 && unclear_point.is_some() => DecimalSign::Comma,
            () => DecimalSign::Point,
        };
        let ambiguous = unclear.filter(|_| is_mixed || evidence == Evidence::Nothing).map(str::to_owned);
        Self { decimal_sign, evidence, ambiguous, half_converted: seen.half_converted() }
    }

    /// The same column with the decimal sign that the user chose, if they did.
    #[must_use]
    pub fn chosen(self, sign: Option<DecimalSign>) -> Self {
        match sign {
            Some(decimal_sign) => Self { decimal_sign, evidence: Evidence::Chosen, ambiguous: None, ..self },
            None => self,
        }
    }

    /// The same column with the decimal sign that another column of the table showed, where this one showed none.
    #[must_use]
    pub fn or_as(self, other: &Self) -> Self {
        if self.evidence != Evidence::Nothing || !other.evidence.is_own() || other.ambiguous.is_some() {
            return self;
        }
        Self { decimal_sign: other.decimal_sign, evidence: Evidence::Neighbour, ambiguous: None, ..self }
    }

    /// The same column with the decimal sign of the file's language, where nothing else showed one. Where that would make
    /// thousandths of three digits, the language is not believed: exports have English headings in every country.
    #[must_use]
    pub fn or_language(self, language: Option<Language>) -> Self {
        let decimal_sign = match language {
            Some(Language::Spanish) => DecimalSign::Comma,
            Some(Language::English) => DecimalSign::Point,
            None => return self,
        };
        let is_against = self.ambiguous.is_some() && self.decimal_sign != decimal_sign;
        if self.evidence != Evidence::Nothing || is_against {
            return self;
        }
        Self { decimal_sign, evidence: Evidence::Language, ambiguous: None, ..self }
    }

    /// What a cell says; nothing when it can't be read as an amount.
    pub fn read(&self, cell: Cell<'_>) -> Option<Amount> {
        match cell {
            // In an amount's column a date is a number whose format was misread.
            Cell::Number(number) | Cell::Date(Serial { days: number, .. }) => {
                Some(Amount { value: decimal(number)?, currency: None })
            }
            Cell::Text(text) => {
                let spelling = spelling(text)?;
                let decimal_sign = match spelling.shown() {
                    Shown::Sign(sign) if self.evidence != Evidence::Chosen => sign,
                    _ => self.decimal_sign,
                };
                Some(Amount { value: spelling.value(decimal_sign)?, currency: spelling.currency })
            }
            Cell::Empty | Cell::Bool(_) | Cell::Error(_) => None,
        }
    }
}

/// What a number shows.
fn decimal(number: f64) -> Option<Decimal> {
    let cents = (number * 100.0).round();
    // Most amounts are whole cents, which is quick to see: no other number of so few digits is nearer to this one.
    #[expect(clippy::cast_possible_truncation, reason = "the range was checked")]
    if cents.abs() < 1e13 && (cents / 100.0).to_bits() == number.to_bits() {
        let cents = cents as i64;
        return Some(match () {
            () if cents % 100 == 0 => Decimal::new(cents / 100, 0),
            () if cents % 10 == 0 => Decimal::new(cents / 10, 1),
            () => Decimal::new(cents, 2),
        });
    }
    Some(Decimal::from_f64(number)?.normalize())
}

/// What the values of a column show together.
#[derive(Debug, Default)]
struct Seen<'a> {
    /// How many have this decimal sign.
    points: usize,
    commas: usize,
    /// The first that has a point or a comma, and nothing shows whether it is the decimal sign.
    unclear_point: Option<&'a str>,
    unclear_comma: Option<&'a str>,
    /// The first number with thousandths.
    thousandths: Option<f64>,
    /// Whether a number has smaller parts: it was calculated, and so may the others be.
    is_calculated: bool,
}

impl<'a> Seen<'a> {
    fn add(&mut self, cell: Cell<'a>) {
        match cell {
            Cell::Text(text) => self.add_text(text),
            Cell::Number(number) if (1.0..1000.0).contains(&number.abs()) => {
                let is_whole = |number: f64| (number - number.round()).abs() < 1e-6;
                match () {
                    () if is_whole(number * 100.0) => {}
                    () if is_whole(number * 1000.0) => self.thousandths = self.thousandths.or(Some(number)),
                    () => self.is_calculated = true,
                }
            }
            _ => {}
        }
    }

    fn add_text(&mut self, text: &'a str) {
        let Some(spelling) = spelling(text) else { return };
        match spelling.shown() {
            Shown::Sign(sign) | Shown::Unclear(sign) if spelling.value(sign).is_none() => {}
            Shown::Sign(DecimalSign::Point) => self.points += 1,
            Shown::Sign(DecimalSign::Comma) => self.commas += 1,
            Shown::Unclear(DecimalSign::Point) => self.unclear_point = self.unclear_point.or(Some(text)),
            Shown::Unclear(DecimalSign::Comma) => self.unclear_comma = self.unclear_comma.or(Some(text)),
            Shown::Nothing => {}
        }
    }

    fn half_converted(&self) -> Option<String> {
        let has_texts = self.points + self.commas > 0 || self.unclear_point.or(self.unclear_comma).is_some();
        self.thousandths.filter(|_| has_texts && !self.is_calculated).map(|number| number.to_string())
    }
}
