use super::super::super::cell::Cell;
use super::super::super::choices::DecimalSign;
use super::super::evidence::Evidence;
use super::{Amount, AmountColumn};
use crate::texts::Language;

fn column(texts: &[&str]) -> AmountColumn {
    AmountColumn::decide(texts.iter().map(|text| cell(text)))
}

/// A text; or a real number, written `=1234.5`.
fn cell(text: &str) -> Cell<'_> {
    text.strip_prefix('=').map_or(Cell::text(text), |number| Cell::Number(number.parse().unwrap()))
}

/// `1234.5`, `1234.5 EUR` or `?`.
fn show(amount: Option<Amount>) -> String {
    match amount {
        Some(Amount { value, currency: Some(currency) }) => format!("{value} {currency}"),
        Some(Amount { value, currency: None }) => value.to_string(),
        None => "?".to_owned(),
    }
}

fn read(column: &AmountColumn, texts: &[&str]) -> Vec<String> {
    texts.iter().map(|text| show(column.read(cell(text)))).collect()
}

/// Reads a column of texts, and tells which of them leaves a doubt.
#[track_caller]
fn check_column(texts: &[&str], expected: &[&str], ambiguous: Option<&str>) {
    let column = column(texts);
    assert_eq!(read(&column, texts), expected);
    assert_eq!(column.ambiguous.as_deref(), ambiguous, "{texts:?}");
}

#[test]
fn an_amount_that_can_be_read_in_one_way_needs_no_column() {
    #[rustfmt::skip]
    let cases = [
        // Groups and decimal signs.
        ("1.234,50", "1234.5"), ("1,234.50", "1234.5"), ("1 234,50", "1234.5"), ("1 234.50", "1234.5"), ("1234", "1234"),
        ("1\u{a0}234,50", "1234.5"), ("1\u{202f}234,50", "1234.5"), ("1\u{2009}234,50", "1234.5"), ("1\u{2007}234,50", "1234.5"),
        ("1\u{3000}234,50", "1234.5"), ("1'234.50", "1234.5"), ("1’234.50", "1234.5"), ("1´234,50", "1234.5"), ("1'234'567", "1234567"),
        ("1234,5", "1234.5"), ("1234.5", "1234.5"), ("1234,50", "1234.5"), ("1234.50", "1234.5"), ("0,500", "0.5"), ("0.125", "0.125"),
        (".5", "0.5"), (",5", "0.5"), ("5.", "5"), ("5,", "5"), ("007", "7"), ("1.234.567", "1234567"), ("1,234,567", "1234567"),
        ("1 234 567", "1234567"), ("1.234.567,89", "1234567.89"), ("1,234,567.89", "1234567.89"), ("1234.567", "1234.567"),
        ("1234,567", "1234.567"), ("12,5", "12.5"), ("12.5", "12.5"), ("1.2345", "1.2345"), ("1,2", "1.2"), ("0", "0"), ("0.00", "0"),
        ("0,00", "0"), ("100 000", "100000"), ("12345678901234567890.12", "12345678901234567890.12"),
        ("1,00,000.00", "100000"), ("12,34,567.89", "1234567.89"), ("1,00,000", "100000"), ("₹ 1,00,000.50", "100000.5 INR"),
        // Signs.
        ("(1,234.50)", "-1234.5"), ("(1.234,50)", "-1234.5"), ("( 1.234,50 )", "-1234.5"), ("1.234,50-", "-1234.5"),
        ("1.234,50 -", "-1234.5"), ("-1.234,50", "-1234.5"), ("−1.234,50", "-1234.5"), ("–1.234,50", "-1234.5"),
        ("- 1.234,50", "-1234.5"), ("-0,50", "-0.5"), ("+12.00", "12"), ("12.00+", "12"), ("-0.00", "0"), ("(0)", "0"), ("-5", "-5"),
        ("1,234.50 CR", "-1234.5"), ("1,234.50CR", "-1234.5"), ("1,234.50 cr", "-1234.5"), ("1,234.50 DR", "1234.5"),
        ("$1,234.50 CR", "-1234.5 USD"), ("1,234.50 USD CR", "-1234.5 USD"), ("1,234.50 CR USD", "-1234.5 USD"),
        // Without cents.
        ("€ 1.234,--", "1234 EUR"), ("1.234,-", "1234"), ("1.234,— €", "1234 EUR"), ("5.-", "5"), ("-5,-", "-5"), ("1'234.-", "1234"),
        // Currencies.
        ("USD 1,234.50", "1234.5 USD"), ("1,234.50 USD", "1234.5 USD"), ("USD1,234.50", "1234.5 USD"), ("1234,50 €", "1234.5 EUR"),
        ("1234,50€", "1234.5 EUR"), ("€1234,50", "1234.5 EUR"), ("€ 1.234,50", "1234.5 EUR"), ("1.234,50\u{a0}€", "1234.5 EUR"),
        ("1234,50 euros", "1234.5 EUR"), ("12,00 EUR", "12 EUR"), ("12.50 eur", "12.5 EUR"), ("1.234,50 £", "1234.5 GBP"),
        ("£5", "5 GBP"), ("18,400.00 USD", "18400 USD"), ("US$ 12.00", "12 USD"), ("U$S 12,00", "12 USD"), ("$12", "12 USD"),
        ("$ 12.00", "12 USD"), ("12,00 $", "12 USD"), ("100000USD", "100000 USD"), ("100 000 USD", "100000 USD"),
        ("12 dólares", "12 USD"), ("12 US dollars", "12 USD"), ("12 dólares estadounidenses", "12 USD"), ("MXN 100.50", "100.5 MXN"),
        ("100.50 mxn", "100.5 MXN"), ("$100.50 MXN", "100.5 MXN"), ("MXN $100.50", "100.5 MXN"), ("MX$100.50", "100.5 MXN"),
        ("CA$5.00", "5 CAD"), ("$5.00 CAD", "5 CAD"), ("R$ 1.234,50", "1234.5 BRL"), ("S/ 1,234.50", "1234.5 PEN"),
        ("S/. 1,234.50", "1234.5 PEN"), ("CHF 1'234.50", "1234.5 CHF"), ("1 234,50 zł", "1234.5 PLN"), ("¥1000", "1000 JPY"),
        ("Rs. 1,00,000", "100000 INR"), ("COP 1.234.567", "1234567 COP"), ("EUR 5 EUR", "5 EUR"), ("€5 EUR", "5 EUR"),
        // Signs and currencies.
        ("($1,234.50)", "-1234.5 USD"), ("$(1,234.50)", "-1234.5 USD"), ("(1,234.50) USD", "-1234.5 USD"), ("-$5.00", "-5 USD"),
        ("$-5.00", "-5 USD"), ("- € 5,00", "-5 EUR"), ("€ -5,00", "-5 EUR"), ("5,00- €", "-5 EUR"), ("-5,00 €", "-5 EUR"),
        ("(5,00 €)", "-5 EUR"), ("USD -1,234.50", "-1234.5 USD"),
        // Marks of programs.
        ("'1234.50", "1234.5"), ("\u{200e}1,234.50", "1234.5"), ("\u{feff}1,234.50\u{200f}", "1234.5"),
    ];
    for (text, expected) in cases {
        check_column(&[text], &[expected], None);
    }
}

#[test]
fn what_is_no_amount_is_not_read() {
    #[rustfmt::skip]
    let cases = [
        "", "-", "--", "+", "()", "abc", "n/a", "N/D", "TBD", "12 abc", "abc 12", "1.23.4", "1,23,4.5", "1,2,3", "1 23", "12 34", "--5",
        "+-5", "(-5)", "-(5)", "-5-", "-5 CR", "(5) DR", "1.2,3.4", "1,234.5.6", "1.234,5,6", "1.234 567", "1'234 567", "1234,567.89",
        "1.00.000,00", "1,00,00", "12%", "USD", "€", "5 USD EUR", "$5 EUR", "€5 $", "12/05/2017", "2016-12-31", ".", ",", "1..5", "1,,5",
        "1e5", "1.23E+05", "1.5k", "1.5K", "1,5 M", "5 mil", "99999999999999999999999999999999", "Rs.500", "CR", "5 CRX", "5€5",
        "0x1F", "#N/A", "٥٠٠", "12:30", "1-2", "5 + 5", "=5", "1.234,--- €", "1 .234", "MB2-712",
    ];
    for text in cases {
        let column = AmountColumn::decide(std::iter::once(Cell::text(text)));
        assert_eq!(show(column.read(Cell::text(text))), "?", "{text}");
        assert_eq!(column.ambiguous, None, "{text}");
    }
}

#[test]
fn three_digits_alone_are_thousands_and_asked_about() {
    #[rustfmt::skip]
    let cases = [
        ("100.000USD", "100000 USD"), ("100,000USD", "100000 USD"), ("1.234", "1234"), ("1,234", "1234"), ("-1.234", "-1234"),
        ("12.345 €", "12345 EUR"), ("(1.234)", "-1234"), ("$1,234", "1234 USD"), ("1.234 CR", "-1234"), ("1.000", "1000"), ("999,999", "999999"),
    ];
    for (text, expected) in cases {
        check_column(&[text], &[expected], Some(text));
    }
    check_column(&["-1.234", "2.500"], &["-1234", "2500"], Some("-1.234"));
    check_column(&["12", "1.234"], &["12", "1234"], Some("1.234"));
}

#[test]
fn a_column_shows_its_decimal_sign_once_for_all() {
    check_column(&["1.234", "7,50"], &["1234", "7.5"], None);
    check_column(&["1.234", "7.50"], &["1.234", "7.5"], None);
    check_column(&["1,234", "7.50"], &["1234", "7.5"], None);
    check_column(&["1,234", "7,50"], &["1.234", "7.5"], None);
    check_column(&["1.234", "1.234.567"], &["1234", "1234567"], None);
    check_column(&["1,234", "1,234,567"], &["1234", "1234567"], None);
    check_column(&["100.000USD", "1.500,00 USD"], &["100000 USD", "1500 USD"], None);
    // What can't be read shows nothing.
    check_column(&["1.234", "1.2.3"], &["1234", "?"], Some("1.234"));
}

#[test]
fn a_column_with_two_decimal_signs_is_asked_about() {
    check_column(&["1.234,50", "1,234.50", "7,50", "1.234"], &["1234.5", "1234.5", "7.5", "1234"], Some("1.234"));
    check_column(&["7.50", "8.50", "7,50", "1.234"], &["7.5", "8.5", "7.5", "1.234"], Some("1.234"));
    check_column(&["1.234", "1,234"], &["1234", "1.234"], Some("1.234"));
    // Each of these shows its own.
    check_column(&["1.234,50", "1,234.50"], &["1234.5", "1234.5"], None);
}

#[test]
fn the_chosen_sign_holds_for_every_value() {
    use DecimalSign::{Comma, Point};
    for (text, sign, expected) in [
        ("1.234", Point, "1.234"),
        ("1.234", Comma, "1234"),
        ("1,234", Point, "1234"),
        ("1,234", Comma, "1.234"),
        ("1,234.50", Point, "1234.5"),
        ("1,234.50", Comma, "?"),
        ("1.234,50", Point, "?"),
        ("7.50", Comma, "?"),
        ("1.234.567", Point, "?"),
        ("1234", Comma, "1234"),
        ("1 234", Comma, "1234"),
    ] {
        let column = column(&[text]).chosen(Some(sign));
        assert_eq!(read(&column, &[text]), [expected], "{text} {sign:?}");
        assert_eq!((column.evidence, column.ambiguous), (Evidence::Chosen, None));
    }
}

#[test]
fn what_showed_the_decimal_sign_is_told() {
    use DecimalSign::{Comma, Point};
    let (comma, point, open, mixed) =
        (column(&["7,50"]), column(&["7.50"]), column(&["1.234"]), column(&["7,50", "7.50", "1.234"]));
    let said = |column: AmountColumn| (column.decimal_sign, column.evidence, column.ambiguous.is_some());
    for (column, expected) in [
        (comma.clone(), (Comma, Evidence::Column, false)),
        (open.clone(), (Comma, Evidence::Nothing, true)),
        (mixed.clone(), (Point, Evidence::Column, true)),
        (open.clone().or_as(&comma), (Comma, Evidence::Neighbour, false)),
        (open.clone().or_as(&point), (Point, Evidence::Neighbour, false)),
        (comma.clone().or_as(&point), (Comma, Evidence::Column, false)),
        (mixed.clone().or_as(&comma), (Point, Evidence::Column, true)),
        (open.clone().or_as(&mixed), (Comma, Evidence::Nothing, true)),
        (open.clone().or_language(Some(Language::Spanish)), (Comma, Evidence::Language, false)),
        // Thousandths of a dollar are less likely than an export with English headings made in Spain.
        (open.clone().or_language(Some(Language::English)), (Comma, Evidence::Nothing, true)),
        (column(&["1,234"]).or_language(Some(Language::English)), (Point, Evidence::Language, false)),
        (column(&["1,234"]).or_language(Some(Language::Spanish)), (Point, Evidence::Nothing, true)),
        (column(&["1234"]).or_language(Some(Language::Spanish)), (Comma, Evidence::Language, false)),
        (column(&["1.234", "1,234"]).or_language(Some(Language::Spanish)), (Comma, Evidence::Column, true)),
        (point.or_language(Some(Language::Spanish)), (Point, Evidence::Column, false)),
        (mixed.chosen(Some(Comma)), (Comma, Evidence::Chosen, false)),
        (open.chosen(None), (Comma, Evidence::Nothing, true)),
    ] {
        assert_eq!(said(column), expected);
    }
}

#[test]
fn numbers_keep_what_they_show() {
    let column = AmountColumn::decide(std::iter::empty());
    for (number, expected) in [
        (0.1 + 0.2, "0.3"),
        (1234.5, "1234.5"),
        (-1200.0, "-1200"),
        (1.234, "1.234"),
        (f64::NAN, "?"),
        (f64::INFINITY, "?"),
        (1e300, "?"),
    ] {
        assert_eq!(show(column.read(Cell::Number(number))), expected, "{number}");
    }
}

#[test]
fn thousandths_among_texts_leave_a_doubt() {
    for (cells, expected) in [
        (vec!["1.234,50", "=1.234", "=12"], Some("1.234")),
        (vec!["1,234.50", "=12.5", "=12.345"], Some("12.345")),
        (vec!["1.234.567", "=-1.234"], Some("-1.234")),
        (vec!["=1.234", "=2.345"], None),
        (vec!["1.234,50", "=12.5", "=12.25", "=1200"], None),
        (vec!["1.234,50", "=1.234", "=1.2345"], None),
        (vec!["1.234,50", "=0.125", "=1234.125"], None),
        (vec!["pendiente", "=1.234"], None),
    ] {
        assert_eq!(column(&cells).half_converted.as_deref(), expected, "{cells:?}");
    }
}
