//! Currencies as files name them: by code, sign or word.

use super::units;
use crate::rulebook::fold;

/// The ISO 4217 code that a word or sign stands for.
pub(in crate::import) fn code(text: &str) -> Option<&'static str> {
    let text = text.trim();
    let by_sign = || SIGNS.iter().find(|(sign, _)| text.eq_ignore_ascii_case(sign)).map(|(_, code)| *code);
    let by_word = || {
        let word = fold(text);
        WORDS.iter().find(|(name, _)| *name == word).map(|(_, code)| *code)
    };
    let by_code = || CODES.binary_search(&text).ok().and_then(|at| CODES.get(at)).copied();
    by_code().or_else(by_sign).or_else(by_word)
}

/// Whether the sign of a currency is the `$`.
pub(in crate::import) fn has_dollar_sign(code: &str) -> bool {
    ["ARS", "AUD", "CAD", "CLP", "COP", "DOP", "HKD", "MXN", "NZD", "SGD", "USD", "UYU"].contains(&code)
}

/// The currency that a heading names: `Importe (EUR)`, `RevenueUSD`, `AdjustedRevenueAmtCD`.
pub(in crate::import) fn in_heading(heading: &str) -> Option<&'static str> {
    let of_unit = || units::in_heading(heading).and_then(|unit| unit.currency);
    split(heading).map(|(_, code)| code).or_else(|| heading.ends_with("AmtCD").then_some("USD")).or_else(of_unit)
}

/// A heading without the currency it names; nothing when it names none.
pub(in crate::import) fn without(heading: &str) -> Option<String> {
    split(heading).map(|(rest, _)| rest)
}

/// The heading's other words, and the currency that it names at its end, or at its beginning.
fn split(heading: &str) -> Option<(String, &'static str)> {
    let is_edge = |c: char| c.is_whitespace() || "()[],;:-_/.".contains(c);
    let heading = heading.trim_matches(is_edge);
    // `RevenueUSD`: the code is set apart only by its capitals.
    let glued = heading.len().checked_sub(3).and_then(|at| heading.split_at_checked(at));
    if let Some((rest, end)) = glued
        && ["USD", "EUR", "GBP"].contains(&end)
        && rest.ends_with(char::is_alphanumeric)
    {
        return Some((rest.to_owned(), code(end)?));
    }
    let words: Vec<&str> = heading.split(is_edge).filter(|word| !word.is_empty()).collect();
    let join = |words: &[&str]| words.join(" ");
    let (first, last) = (words.first()?, words.last()?);
    if words.len() < 2 {
        // `Importe€`
        let rest = heading.strip_suffix(['€', '$', '£']).filter(|rest| !rest.is_empty())?;
        return Some((rest.to_owned(), code(&heading[rest.len()..])?));
    }
    if let Some(code) = code(last) {
        let rest = &words[..words.len() - 1];
        let rest = rest.strip_suffix(&["en"]).or(rest.strip_suffix(&["in"])).unwrap_or(rest);
        return Some((join(rest), code));
    }
    // At the beginning only those that are no word of their own: "ALL" is a currency too.
    let code = code(first).filter(|code| ["USD", "EUR", "GBP"].contains(code))?;
    Some((join(&words[1..]), code))
}

const SIGNS: [(&str, &str); 17] = [
    ("US$", "USD"),
    ("U$S", "USD"),
    ("$", "USD"),
    ("€", "EUR"),
    ("£", "GBP"),
    ("¥", "JPY"),
    ("MX$", "MXN"),
    ("R$", "BRL"),
    ("A$", "AUD"),
    ("C$", "CAD"),
    ("CA$", "CAD"),
    ("NZ$", "NZD"),
    ("HK$", "HKD"),
    ("S/", "PEN"),
    ("₹", "INR"),
    ("zł", "PLN"),
    ("Kč", "CZK"),
];

/// Without case and accents.
const WORDS: [(&str, &str); 20] = [
    ("dollar", "USD"),
    ("dollars", "USD"),
    ("us dollar", "USD"),
    ("us dollars", "USD"),
    ("dolar", "USD"),
    ("dolares", "USD"),
    ("dolares estadounidenses", "USD"),
    ("dolar estadounidense", "USD"),
    ("dolares americanos", "USD"),
    ("euro", "EUR"),
    ("euros", "EUR"),
    ("eur", "EUR"),
    ("usd", "USD"),
    ("gbp", "GBP"),
    ("pound", "GBP"),
    ("pounds", "GBP"),
    ("libras", "GBP"),
    ("libras esterlinas", "GBP"),
    ("rs", "INR"),
    ("rupees", "INR"),
];

/// The currencies in use, in alphabetical order, from ISO 4217 list one.
#[rustfmt::skip]
const CODES: &[&str] = &[
    "AED", "AFN", "ALL", "AMD", "ANG", "AOA", "ARS", "AUD", "AWG", "AZN", "BAM", "BBD", "BDT", "BGN", "BHD", "BIF", "BMD",
    "BND", "BOB", "BRL", "BSD", "BTN", "BWP", "BYN", "BZD", "CAD", "CDF", "CHF", "CLF", "CLP", "CNY", "COP", "CRC", "CUP",
    "CVE", "CZK", "DJF", "DKK", "DOP", "DZD", "EGP", "ERN", "ETB", "EUR", "FJD", "FKP", "GBP", "GEL", "GHS", "GIP", "GMD",
    "GNF", "GTQ", "GYD", "HKD", "HNL", "HRK", "HTG", "HUF", "IDR", "ILS", "INR", "IQD", "IRR", "ISK", "JMD", "JOD", "JPY",
    "KES", "KGS", "KHR", "KMF", "KPW", "KRW", "KWD", "KYD", "KZT", "LAK", "LBP", "LKR", "LRD", "LSL", "LYD", "MAD", "MDL",
    "MGA", "MKD", "MMK", "MNT", "MOP", "MRU", "MUR", "MVR", "MWK", "MXN", "MYR", "MZN", "NAD", "NGN", "NIO", "NOK", "NPR",
    "NZD", "OMR", "PAB", "PEN", "PGK", "PHP", "PKR", "PLN", "PYG", "QAR", "RON", "RSD", "RUB", "RWF", "SAR", "SBD", "SCR",
    "SDG", "SEK", "SGD", "SHP", "SLE", "SOS", "SRD", "SSP", "STN", "SVC", "SYP", "SZL", "THB", "TJS", "TMT", "TND", "TOP",
    "TRY", "TTD", "TWD", "TZS", "UAH", "UGX", "USD", "UYU", "UZS", "VED", "VES", "VND", "VUV", "WST", "XAF", "XCD", "XOF",
    "XPF", "YER", "ZAR", "ZMW", "ZWG",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check_heading(heading: &str, rest: Option<&str>, code: Option<&str>) {
        assert_eq!(without(heading).as_deref(), rest, "{heading}");
        assert_eq!(in_heading(heading), code, "{heading}");
    }

    #[test]
    fn codes_are_sorted_to_be_found() {
        assert!(CODES.is_sorted());
    }

    #[test]
    fn headings_name_their_currency() {
        for (heading, rest, code) in [
            ("Importe (EUR)", "Importe", "EUR"),
            ("Importe en euros", "Importe", "EUR"),
            ("Importe €", "Importe", "EUR"),
            ("Importe€", "Importe", "EUR"),
            ("Net amount [US$]", "Net amount", "USD"),
            ("RevenueUSD", "Revenue", "USD"),
            ("EUR amount", "amount", "EUR"),
            ("Revenue, MXN", "Revenue", "MXN"),
            ("Amount in dollars", "Amount", "USD"),
        ] {
            check_heading(heading, Some(rest), Some(code));
        }
        check_heading("AdjustedRevenueAmtCD", None, Some("USD"));
        for heading in ["", "Importe", "USD", "ALL REVENUE", "Net amount", "()", "€"] {
            check_heading(heading, None, None);
        }
    }
}
