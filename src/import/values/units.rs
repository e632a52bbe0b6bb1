//! Thousands and millions, where a heading or a title says that amounts are counted in them, and the currency of titles.

use super::currencies;

/// In what amounts are counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::import) struct Unit {
    /// How many one of them is.
    pub factor: u32,
    /// The currency that stands in one word with it: `K€`.
    pub currency: Option<&'static str>,
}

const THOUSAND: u32 = 1_000;
const MILLION: u32 = 1_000_000;

/// In what the amounts below a heading are counted: `Amount (k USD)`, `Importe (miles €)`, `Revenue in thousands`.
pub(in crate::import) fn in_heading(words: &str) -> Option<Unit> {
    find(&tokens(words), true).map(|(_, unit)| unit)
}

/// In what a title says that all amounts are counted: `Ventas 2017 (miles de euros)`, `in thousands`, `K€`.
pub(in crate::import) fn in_title(words: &str) -> Option<Unit> {
    find(&tokens(words), false).map(|(_, unit)| unit)
}

/// A heading without what it says of units and their currency; nothing when it says nothing of them.
pub(in crate::import) fn without(words: &str) -> Option<String> {
    let tokens = tokens(words);
    let (at, _) = find(&tokens, true)?;
    let is_idle = |token: &str| {
        matches!(token.to_lowercase().as_str(), "in" | "en" | "de" | "of") || currencies::code(token).is_some()
    };
    let mut from = at;
    while from > 0 && tokens.get(from - 1).is_some_and(|token| is_idle(token)) {
        from -= 1;
    }
    let mut to = at + 1;
    while tokens.get(to).is_some_and(|token| is_idle(token)) {
        to += 1;
    }
    let rest = tokens.iter().enumerate().filter(|(place, _)| !(from..to).contains(place)).map(|(_, token)| *token);
    Some(rest.collect::<Vec<_>>().join(" "))
}

/// The currency that a title names: `Importes en EUR`, `All amounts in £`. Nothing where it names two.
pub(in crate::import) fn currencies_in_title(words: &str) -> Vec<&'static str> {
    let tokens = tokens(words);
    let leads = |at: usize| {
        let before = at.checked_sub(1).and_then(|at| tokens.get(at)).map(|token| token.to_lowercase());
        before.is_some_and(|it| matches!(it.as_str(), "in" | "en" | "currency" | "moneda" | "divisa" | "de" | "miles"))
    };
    let named = |at: usize, token: &str| {
        let code = currencies::code(token).or_else(|| unit(token)?.currency)?;
        // "ALL" is a currency too.
        let is_plain = ["USD", "EUR", "GBP"].contains(&code) && token.len() > 2;
        let is_sign = token.contains(['€', '£', '$']);
        (is_plain || is_sign || leads(at)).then_some(code)
    };
    tokens.iter().enumerate().filter_map(|(at, token)| named(at, token)).collect()
}

fn tokens(words: &str) -> Vec<&str> {
    words.split(|c: char| c.is_whitespace() || "()[],;:/_.-–".contains(c)).filter(|token| !token.is_empty()).collect()
}

/// The token that names a unit. A title may speak of miles and millions that are no unit of its amounts.
fn find(tokens: &[&str], is_heading: bool) -> Option<(usize, Unit)> {
    let word = |at: Option<usize>| at.and_then(|at| tokens.get(at)).map_or(String::new(), |token| token.to_lowercase());
    tokens.iter().enumerate().find_map(|(at, token)| {
        let (before, after) = (word(at.checked_sub(1)), word(Some(at + 1)));
        let is_currency =
            |word: &str| currencies::code(word).or_else(|| currencies::code(&word.to_uppercase())).is_some();
        // "3 million"
        let is_year = before.len() == 4 && (before.starts_with("19") || before.starts_with("20"));
        if !is_year && before.starts_with(|c: char| c.is_ascii_digit()) {
            return None;
        }
        let is_counted =
            is_heading || ["in", "en"].contains(&&*before) || after == "de" || after == "of" || is_currency(&after);
        let is_money = is_currency(&before) || is_currency(&after);
        let word = token.to_lowercase();
        let is_thousands = match word.as_str() {
            "miles" | "thousand" | "thousands" | "mil" => is_counted,
            "'000" | "'000s" | "’000" | "’000s" => is_counted || is_money,
            "000" | "000s" => is_money,
            "k" => is_heading || is_money,
            _ => false,
        };
        let is_millions = match word.as_str() {
            "million" | "millions" | "millones" | "millón" => is_counted,
            "m" | "mm" | "mn" | "mill" => *token != "m" && is_money,
            _ => false,
        };
        let factor = match () {
            () if is_thousands => THOUSAND,
            () if is_millions => MILLION,
            () => return unit(token).map(|unit| (at, unit)),
        };
        Some((at, Unit { factor, currency: None }))
    })
}

/// A unit and its currency in one word: `K€`, `M$`, `kUSD`, `€000`. In Spanish a small m before the sign counts thousands.
fn unit(token: &str) -> Option<Unit> {
    const BEFORE: [(&str, u32); 7] = [
        ("K", THOUSAND),
        ("k", THOUSAND),
        ("MM", MILLION),
        ("Mn", MILLION),
        ("M", MILLION),
        ("m", THOUSAND),
        ("'000", THOUSAND),
    ];
    const AFTER: [(&str, u32); 9] = [
        ("000s", THOUSAND),
        ("000", THOUSAND),
        ("K", THOUSAND),
        ("k", THOUSAND),
        ("MM", MILLION),
        ("M", MILLION),
        ("mn", MILLION),
        ("m", MILLION),
        ("bn", 1_000_000_000),
    ];
    let currency =
        |rest: &str| ["€", "$", "£", "US$", "EUR", "USD", "GBP"].contains(&rest).then(|| currencies::code(rest));
    let before = BEFORE.iter().find_map(|(mark, factor)| Some((currency(token.strip_prefix(mark)?)?, *factor)));
    let after = || AFTER.iter().find_map(|(mark, factor)| Some((currency(token.strip_suffix(mark)?)?, *factor)));
    before.or_else(after).map(|(currency, factor)| Unit { factor, currency })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headings_say_in_what_amounts_are_counted() {
        for (heading, factor, rest) in [
            ("Amount (k USD)", THOUSAND, "Amount"),
            ("Importe (miles €)", THOUSAND, "Importe"),
            ("Importe en miles de euros", THOUSAND, "Importe"),
            ("Revenue in thousands", THOUSAND, "Revenue"),
            ("Revenue (thousands)", THOUSAND, "Revenue"),
            ("Ventas K€", THOUSAND, "Ventas"),
            ("Ventas (k€)", THOUSAND, "Ventas"),
            ("Revenue ($000)", THOUSAND, "Revenue"),
            ("Revenue USD '000", THOUSAND, "Revenue"),
            ("Revenue (M$)", MILLION, "Revenue"),
            ("Revenue (USD M)", MILLION, "Revenue"),
            ("Importe (millones de euros)", MILLION, "Importe"),
        ] {
            assert_eq!(in_heading(heading).map(|unit| unit.factor), Some(factor), "{heading}");
            assert_eq!(without(heading).as_deref(), Some(rest), "{heading}");
        }
        for heading in
            ["Amount", "Importe (EUR)", "RevenueUSD", "Mes", "Market", "MB2-714", "Km", "Total 2017", "", "M"]
        {
            assert_eq!(in_heading(heading), None, "{heading}");
        }
    }

    #[test]
    fn titles_say_it_more_seldom() {
        for title in ["Ventas 2017 (miles de euros)", "All figures in thousands", "Ventas en K€", "Revenue, USD 000"]
        {
            assert_eq!(in_title(title).map(|unit| unit.factor), Some(THOUSAND), "{title}");
        }
        for title in
            ["Air Miles programme", "USD 100 000 to go", "Goal 3 million", "Sales 2017", "Plan K", "Total: 12 k"]
        {
            assert_eq!(in_title(title), None, "{title}");
        }
    }

    #[test]
    fn titles_name_a_currency() {
        for (title, codes) in [
            ("Importes en EUR", vec!["EUR"]),
            ("All amounts in £", vec!["GBP"]),
            ("ALL AMOUNTS", vec![]),
            ("Ventas 2017 (miles de euros)", vec!["EUR"]),
            ("Moneda: MXN", vec!["MXN"]),
            ("Sales 2017", vec![]),
            ("EUR/USD 1.09", vec!["EUR", "USD"]),
            ("Ventas (K€)", vec!["EUR"]),
        ] {
            assert_eq!(currencies_in_title(title), codes, "{title}");
        }
    }
}
