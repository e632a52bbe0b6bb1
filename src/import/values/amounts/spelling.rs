//! The text of one amount, taken apart.

use std::borrow::Cow;

use rust_decimal::Decimal;

use super::super::super::choices::DecimalSign;
use super::super::currencies;

/// An amount taken apart: sign, currency, and the digits with what parts them.
#[derive(Debug)]
pub(super) struct Spelling<'a> {
    is_negative: bool,
    pub currency: Option<&'static str>,
    digits: Cow<'a, str>,
}

/// What one amount alone shows of its decimal sign.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Shown {
    /// This is it.
    Sign(DecimalSign),
    /// `1.234`: it parts thousands, or a fraction.
    Unclear(DecimalSign),
    /// It has neither.
    Nothing,
}

/// Takes a text apart; nothing when it is no amount.
pub(super) fn spelling(text: &str) -> Option<Spelling<'_>> {
    let (is_negative, digits) = text.strip_prefix('-').map_or((false, text), |digits| (true, digits));
    if digits.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.' || byte == b',') {
        let spelling = Spelling { is_negative, currency: None, digits: Cow::Borrowed(digits) };
        return digits.contains(|c: char| c.is_ascii_digit()).then_some(spelling);
    }
    let text: String = text.chars().filter_map(plain).collect();
    // The apostrophe with which spreadsheet programs mark a text.
    let mut rest = text.strip_prefix('\'').unwrap_or(&text);
    let mut signs = Vec::new();
    let mut currency: Option<Currency> = None;
    // Signs and currency may stand before or after the digits, in any order.
    loop {
        rest = rest.trim();
        if let Some(before) = without_dash_for_cents(rest) {
            rest = before;
        } else if let Some((is_minus, other)) = take_sign(rest) {
            signs.push(is_minus);
            rest = other;
        } else if let Some((found, other)) = Currency::take(rest) {
            currency = Some(currency.map_or(Some(found), |earlier| earlier.and(found))?);
            rest = other;
        } else {
            break;
        }
    }
    let is_edge = |c: char| c.is_ascii_digit() || ".,".contains(c);
    let is_amount = rest.starts_with(is_edge)
        && rest.ends_with(is_edge)
        && rest.contains(|c: char| c.is_ascii_digit())
        && rest.chars().all(|c| is_edge(c) || "' ".contains(c))
        && signs.len() <= 1;
    is_amount.then(|| Spelling {
        is_negative: signs.contains(&true),
        currency: currency.map(|it| it.code),
        digits: Cow::Owned(rest.to_owned()),
    })
}

impl Spelling<'_> {
    /// What it shows of its decimal sign.
    pub fn shown(&self) -> Shown {
        let ends = |sign: char| self.digits.find(sign).zip(self.digits.rfind(sign));
        let (sign, at) = match (ends('.'), ends(',')) {
            (None, None) => return Shown::Nothing,
            (Some((first, last)), None) if first == last => (DecimalSign::Point, first),
            (None, Some((first, last))) if first == last => (DecimalSign::Comma, first),
            // Of two signs the last one is it; one that stands more than once is not.
            (Some((_, point)), Some((_, comma))) if point > comma => return Shown::Sign(DecimalSign::Point),
            (None, Some(_)) => return Shown::Sign(DecimalSign::Point),
            (Some(_), _) => return Shown::Sign(DecimalSign::Comma),
        };
        let could_be_thousands = self.digits.len() == at + 4 && (1..=3).contains(&at) && !self.digits.starts_with('0');
        if could_be_thousands { Shown::Unclear(sign) } else { Shown::Sign(sign) }
    }

    /// Its value, with this decimal sign; nothing when it has none.
    pub fn value(&self, decimal_sign: DecimalSign) -> Option<Decimal> {
        let (whole, fraction) = self.digits.split_once(decimal_sign.as_str()).unwrap_or((&self.digits, ""));
        let fraction = fraction.trim_end_matches('0');
        if !is_grouped(whole) || !is_digits(fraction) {
            return None;
        }
        let mut value = 0_i128;
        for digit in whole.bytes().chain(fraction.bytes()).filter(u8::is_ascii_digit) {
            value = value.checked_mul(10)?.checked_add(i128::from(digit - b'0'))?;
        }
        let value = if self.is_negative { -value } else { value };
        let value = Decimal::try_from_i128_with_scale(value, u32::try_from(fraction.len()).ok()?).ok()?;
        Some(value.normalize())
    }
}

fn is_digits(text: &str) -> bool {
    text.bytes().all(|byte| byte.is_ascii_digit())
}

/// Whether these are digits, all of them together or in groups: `1 234 567`, or as in India `12,34,567`.
fn is_grouped(whole: &str) -> bool {
    let Some(separator) = whole.chars().find(|c| !c.is_ascii_digit()) else { return true };
    let mut groups = whole.split(separator);
    let (Some(first), Some(last)) = (groups.next(), groups.next_back()) else { return false };
    let are_all =
        |mut groups: std::str::Split<'_, char>, digits: usize| groups.all(|it| it.len() == digits && is_digits(it));
    let is_thousands = (1..=3).contains(&first.len()) && are_all(groups.clone(), 3);
    let is_indian = separator == ',' && (1..=2).contains(&first.len()) && are_all(groups, 2);
    is_digits(first) && is_digits(last) && last.len() == 3 && (is_thousands || is_indian)
}

/// One sign for all dashes, one space for all spaces, one apostrophe for all; nothing for marks that nobody sees.
fn plain(c: char) -> Option<char> {
    match c {
        '\u{2212}' | '\u{2010}'..='\u{2015}' | '\u{fe63}' | '\u{ff0d}' => Some('-'),
        '\u{2019}' | '\u{2018}' | '\u{2032}' | '\u{b4}' | '`' => Some('\''),
        '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}' => None,
        _ if c.is_whitespace() => Some(' '),
        _ => Some(c),
    }
}

/// `1.234,-` and `5.--` without the dash that stands for no cents.
fn without_dash_for_cents(text: &str) -> Option<&str> {
    let before = text.trim_end_matches('-');
    let is_cents = (1..=2).contains(&(text.len() - before.len()))
        && before.strip_suffix(['.', ',']).is_some_and(|whole| whole.ends_with(|c: char| c.is_ascii_digit()));
    is_cents.then_some(before)
}

/// Whether a sign before, after or around the amount is a minus, and the rest. Bookkeepers write `CR` for a credit, which
/// lessens what was sold.
fn take_sign(text: &str) -> Option<(bool, &str)> {
    if let Some(inside) = text.strip_prefix('(').and_then(|rest| rest.strip_suffix(')')) {
        return Some((true, inside));
    }
    let after = text.strip_suffix('-').filter(|rest| !rest.ends_with('-'));
    if let Some(rest) = text.strip_prefix('-').or(after) {
        return Some((true, rest));
    }
    if let Some(rest) = text.strip_prefix('+').or_else(|| text.strip_suffix('+')) {
        return Some((false, rest));
    }
    let (rest, mark) = text.split_at_checked(text.len().checked_sub(2)?)?;
    let is_mark = ["cr", "dr"].iter().any(|it| mark.eq_ignore_ascii_case(it));
    (is_mark && !rest.ends_with(char::is_alphabetic)).then(|| (mark.eq_ignore_ascii_case("cr"), rest))
}

/// A currency named beside an amount.
#[derive(Debug, Clone, Copy)]
struct Currency {
    code: &'static str,
    /// A `$` alone, which is the sign of many currencies.
    is_dollar_sign: bool,
}

impl Currency {
    /// The currency at the beginning or end of a text, and the rest.
    fn take(text: &str) -> Option<(Self, &str)> {
        let is_number = |c: char| c.is_ascii_digit() || "-+().,'".contains(c);
        // All words, or only the outer one: `12 US dollars`, `12 CR USD`.
        let head = text.split(is_number).next().unwrap_or_default();
        let befores = [head.trim_end(), head.split(' ').next().unwrap_or_default()];
        if let Some((found, before)) = befores.into_iter().find_map(|it| Some((Self::named(it)?, it))) {
            let rest = text.get(before.len()..)?;
            // `Rs. 500`; in `Rs.500` the point may be the decimal sign.
            return match rest.strip_prefix('.') {
                Some(rest) if rest.starts_with(' ') => Some((found, rest)),
                Some(_) if before.ends_with(char::is_alphanumeric) => None,
                _ => Some((found, rest)),
            };
        }
        let tail = text.rsplit(is_number).next().unwrap_or_default();
        let afters = [tail.trim_start(), tail.rsplit(' ').next().unwrap_or_default()];
        let (found, after) = afters.into_iter().find_map(|it| Some((Self::named(it)?, it)))?;
        Some((found, text.get(..text.len() - after.len())?))
    }

    fn named(word: &str) -> Option<Self> {
        let is_code = word.len() == 3;
        let code = (!word.is_empty()).then(|| currencies::code(word))?;
        let code = code.or_else(|| is_code.then(|| currencies::code(&word.to_ascii_uppercase()))?)?;
        Some(Self { code, is_dollar_sign: word == "$" })
    }

    /// The one currency that two names beside an amount stand for; nothing when they contradict each other.
    fn and(self, other: Self) -> Option<Self> {
        match (self.is_dollar_sign, other.is_dollar_sign) {
            _ if self.code == other.code => Some(other),
            (true, false) if currencies::has_dollar_sign(other.code) => Some(other),
            (false, true) if currencies::has_dollar_sign(self.code) => Some(self),
            _ => None,
        }
    }
}
