//! Amounts as people and programs write them. Whether a point or a comma is the decimal sign is decided for a whole
//! column, never cell by cell.

use rust_decimal::Decimal;
use rust_decimal::prelude::FromPrimitive;

use super::cell::Cell;
use super::currencies;

/// An amount, and the currency where the cell names one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Amount {
    pub value: Decimal,
    pub currency: Option<&'static str>,
}

/// How the amounts of one column are to be read.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct AmountColumn {
    decimal_sign: char,
    /// A value that can be read in two ways, where nothing in the column showed which is meant.
    pub ambiguous: Option<String>,
}

impl AmountColumn {
    /// Decides from all values of a column how to read it.
    pub fn decide<'a>(cells: impl Iterator<Item = &'a Cell>) -> Self {
        let (mut points, mut commas) = (0_usize, 0_usize);
        let mut unclear: Option<(&str, char)> = None;
        for cell in cells {
            let Cell::Text(text) = cell else { continue };
            let Some(spelling) = spelling(text) else { continue };
            match spelling.decimal_sign() {
                Sign::Is('.') => points += 1,
                Sign::Is(_) => commas += 1,
                Sign::Unclear(sign) => unclear = unclear.or(Some((text, sign))),
                Sign::None => {}
            }
        }
        match (points, commas, unclear) {
            // A group of three digits is one of thousands sooner than a fraction of a cent.
            (0, 0, Some((text, sign))) => Self { decimal_sign: other(sign), ambiguous: Some(text.to_owned()) },
            _ => Self {
                decimal_sign: if commas > points { ',' } else { '.' },
                ambiguous: unclear.filter(|_| points > 0 && commas > 0).map(|(text, _)| text.to_owned()),
            },
        }
    }

    /// What a cell says; nothing when it can't be read as an amount.
    pub fn read(&self, cell: &Cell) -> Option<Amount> {
        match cell {
            // In an amount's column a date is a number whose format was misread.
            Cell::Number(number) | Cell::Date(_, number) => {
                Decimal::from_f64(*number).map(|value| Amount { value: value.normalize(), currency: None })
            }
            Cell::Text(text) => {
                let spelling = spelling(text)?;
                let decimal_sign = match spelling.decimal_sign() {
                    Sign::Is(sign) => sign,
                    Sign::Unclear(_) | Sign::None => self.decimal_sign,
                };
                Some(Amount { value: spelling.value(decimal_sign)?, currency: spelling.currency })
            }
            Cell::Empty | Cell::Bool(_) | Cell::Error(_) => None,
        }
    }
}

fn other(sign: char) -> char {
    if sign == '.' { ',' } else { '.' }
}

/// An amount taken apart: sign, currency, and the digits with what parts them.
struct Spelling {
    is_negative: bool,
    currency: Option<&'static str>,
    digits: String,
}

/// What one value alone shows of its decimal sign.
enum Sign {
    Is(char),
    /// `1.234`: thousands, or a fraction.
    Unclear(char),
    None,
}

fn spelling(text: &str) -> Option<Spelling> {
    let text: String = text.chars().map(plain).collect();
    let (in_brackets, text) = match text.trim().strip_prefix('(').and_then(|it| it.strip_suffix(')')) {
        Some(inside) => (true, inside.trim()),
        None => (false, text.trim()),
    };
    let (mut minus, mut currency, mut rest) = (0, None, text);
    // Sign and currency may stand before or after the digits, in either order.
    loop {
        rest = rest.trim();
        if let Some(after) = rest.strip_prefix('-').or_else(|| rest.strip_suffix('-')) {
            (minus, rest) = (minus + 1, after);
        } else if let Some(after) = rest.strip_prefix('+') {
            rest = after;
        } else if let Some((code, after)) = take_currency(rest) {
            if currency.replace(code).is_some_and(|earlier| earlier != code) {
                return None;
            }
            rest = after;
        } else {
            break;
        }
    }
    let is_digits = rest.starts_with(|c: char| c.is_ascii_digit() || ".,".contains(c))
        && rest.ends_with(|c: char| c.is_ascii_digit() || ".,".contains(c))
        && rest.contains(|c: char| c.is_ascii_digit())
        && rest.chars().all(|c| c.is_ascii_digit() || ".,' ".contains(c));
    let is_signed_once = minus + u8::from(in_brackets) <= 1;
    (is_digits && is_signed_once).then(|| Spelling {
        is_negative: minus > 0 || in_brackets,
        currency,
        digits: rest.to_owned(),
    })
}

/// One sign for all dashes, one space for all spaces, one apostrophe for all.
fn plain(c: char) -> char {
    match c {
        '\u{2212}' | '\u{2010}'..='\u{2015}' => '-',
        '\u{2019}' | '\u{2018}' | '\u{b4}' | '`' => '\'',
        _ if c.is_whitespace() => ' ',
        _ => c,
    }
}

/// The currency at the beginning or end of a text, and the rest.
fn take_currency(text: &str) -> Option<(&'static str, &str)> {
    let is_number = |c: char| c.is_ascii_digit() || "-+.,' ".contains(c);
    let before = text.split(is_number).next().filter(|word| !word.is_empty());
    let after = text.rsplit(is_number).next().filter(|word| !word.is_empty());
    if let Some(code) = before.and_then(currencies::code) {
        return Some((code, &text[before?.len()..]));
    }
    let code = after.and_then(currencies::code)?;
    Some((code, &text[..text.len() - after?.len()]))
}

impl Spelling {
    fn decimal_sign(&self) -> Sign {
        let places = |sign: char| self.digits.match_indices(sign).map(|(place, _)| place).collect::<Vec<_>>();
        let (points, commas) = (places('.'), places(','));
        let (sign, at) = match (points.as_slice(), commas.as_slice()) {
            ([], []) => return Sign::None,
            ([.., point], [.., comma]) => return Sign::Is(if point > comma { '.' } else { ',' }),
            ([at], []) => ('.', *at),
            ([], [at]) => (',', *at),
            (_, []) => return Sign::Is(','),
            ([], _) => return Sign::Is('.'),
        };
        let (before, after) = (&self.digits[..at], &self.digits[at + 1..]);
        let could_be_thousands = after.len() == 3 && (1..=3).contains(&before.len()) && !before.starts_with('0');
        if could_be_thousands { Sign::Unclear(sign) } else { Sign::Is(sign) }
    }

    fn value(&self, decimal_sign: char) -> Option<Decimal> {
        let (whole, fraction) = match self.digits.split_once(decimal_sign) {
            Some((whole, fraction)) => (whole, fraction),
            None => (self.digits.as_str(), ""),
        };
        if !fraction.bytes().all(|byte| byte.is_ascii_digit()) {
            return None;
        }
        let groups: Vec<&str> = whole.split([other(decimal_sign), ' ', '\'']).collect();
        let is_grouped = match groups.as_slice() {
            [only] => only.bytes().all(|byte| byte.is_ascii_digit()),
            [first, rest @ ..] => (1..=3).contains(&first.len()) && rest.iter().all(|group| group.len() == 3),
            [] => false,
        };
        if !is_grouped {
            return None;
        }
        let value = Decimal::from_str_exact(&format!("0{}.{fraction}0", groups.concat())).ok()?;
        // Last, since it takes the sign from a zero.
        Some(if self.is_negative { -value } else { value }.normalize())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Reads a column of texts; each as `1234.5`, `1234.5 EUR` or `?`.
    #[track_caller]
    fn check_column(texts: &[&str], expected: &[&str], ambiguous: Option<&str>) {
        let cells: Vec<Cell> = texts.iter().map(|text| Cell::text(text)).collect();
        let column = AmountColumn::decide(cells.iter());
        let read: Vec<String> = cells.iter().map(|cell| show(column.read(cell))).collect();
        assert_eq!(read, expected);
        assert_eq!(column.ambiguous.as_deref(), ambiguous);
    }

    fn show(amount: Option<Amount>) -> String {
        match amount {
            Some(Amount { value, currency: Some(currency) }) => format!("{value} {currency}"),
            Some(Amount { value, currency: None }) => value.to_string(),
            None => "?".to_owned(),
        }
    }

    #[test]
    fn reads_one_amount_alone() {
        #[rustfmt::skip]
        let cases = [
            ("1.234,50", "1234.5"), ("1,234.50", "1234.5"), ("1 234,50", "1234.5"), ("1\u{a0}234,50", "1234.5"),
            ("1\u{202f}234,50", "1234.5"), ("1'234.50", "1234.5"), ("1’234.50", "1234.5"), ("1234", "1234"),
            ("1234,5", "1234.5"), ("1234.5", "1234.5"), ("0,500", "0.5"), (".5", "0.5"), (",5", "0.5"), ("5.", "5"),
            ("1.234.567", "1234567"), ("1,234,567", "1234567"), ("1.234.567,89", "1234567.89"), ("1234.567", "1234.567"),
            ("(1,234.50)", "-1234.5"), ("1.234,50-", "-1234.5"), ("-1.234,50", "-1234.5"), ("−1.234,50", "-1234.5"),
            ("- 1.234,50", "-1234.5"), ("+12.00", "12"), ("($1,234.50)", "-1234.5 USD"), ("-$5.00", "-5 USD"),
            ("$-5.00", "-5 USD"), ("USD 1,234.50", "1234.5 USD"), ("1234,50 €", "1234.5 EUR"), ("€1234,50", "1234.5 EUR"),
            ("1234,50 euros", "1234.5 EUR"), ("18,400.00 USD", "18400 USD"), ("US$ 12.00", "12 USD"), ("12,00 EUR", "12 EUR"),
            ("12.50 eur", "12.5 EUR"), ("1.234,50 £", "1234.5 GBP"), ("MXN 100.50", "100.5 MXN"), ("0", "0"), ("0.00", "0"),
            ("100000USD", "100000 USD"), ("100 000 USD", "100000 USD"), ("12345678901234567890.12", "12345678901234567890.12"),
            ("", "?"), ("-", "?"), ("abc", "?"), ("n/a", "?"), ("12 abc", "?"), ("1.23.4", "?"), ("1,23,4.5", "?"),
            ("1 23", "?"), ("--5", "?"), ("(-5)", "?"), ("1.2,3.4", "?"), ("12%", "?"), ("-0.00", "0"), ("(0)", "0"), ("USD", "?"), ("5 USD EUR", "?"),
            ("12/05/2017", "?"), (".", "?"), ("1..5", "?"), ("99999999999999999999999999999999", "?"), ("1e5", "?"),
        ];
        for (text, expected) in cases {
            check_column(&[text], &[expected], None);
        }
    }

    #[test]
    fn three_digits_alone_are_thousands_and_said() {
        check_column(&["100.000USD"], &["100000 USD"], Some("100.000USD"));
        check_column(&["-1.234", "2.500"], &["-1234", "2500"], Some("-1.234"));
        check_column(&["1,234"], &["1234"], Some("1,234"));
    }

    #[test]
    fn a_column_shows_its_decimal_sign_once_for_all() {
        check_column(&["1.234", "7,50"], &["1234", "7.5"], None);
        check_column(&["1.234", "7.50"], &["1.234", "7.5"], None);
        check_column(&["1,234", "7.50"], &["1234", "7.5"], None);
        check_column(&["1.234", "1.234.567"], &["1234", "1234567"], None);
    }

    #[test]
    fn numbers_keep_what_they_show() {
        let column = AmountColumn::decide(std::iter::empty());
        for (number, expected) in
            [(0.1 + 0.2, "0.3"), (1234.5, "1234.5"), (-1200.0, "-1200"), (f64::NAN, "?"), (1e300, "?")]
        {
            assert_eq!(show(column.read(&Cell::Number(number))), expected, "{number}");
        }
    }
}
