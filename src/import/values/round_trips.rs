//! Any date and amount, written as people and programs do, is read as it was.

use chrono::{Datelike, Days, NaiveDate};
use proptest::prelude::*;
use proptest::sample::select;
use rust_decimal::Decimal;

use super::super::cell::Cell;
use super::super::choices::{DateOrder, DecimalSign};
use super::amounts::AmountColumn;
use super::dates::{DateColumn, When};
use super::{currencies, language};

/// How each kind of date is written: chrono's signs, and `MES` and `Mes` for the month's Spanish name, short and long.
const DAYS: [&str; 24] = [
    "%d/%m/%Y",
    "%-d/%-m/%Y",
    "%d/%m/%y",
    "%d-%m-%Y",
    "%d/%m/%Y %H:%M",
    "%d/%m/%Y %I:%M:%S p. m.",
    "%m/%d/%Y",
    "%-m/%-d/%y",
    "%m-%d-%Y",
    "%m/%d/%Y %I:%M:%S %p",
    "%d.%m.%Y",
    "%-d.%-m.%y",
    "%Y-%m-%d",
    "%Y-%m-%d  %H:%M:%S",
    "%Y-%m-%dT%H:%M:%SZ",
    "%Y/%m/%d",
    "%Y%m%d",
    "%d %b %Y",
    "%A, %B %-d, %Y",
    "%d%b%y",
    "%d-MES-%y",
    "%-d de Mes de %Y",
    "%-d MES. %Y",
    "SERIAL",
];

const MONTHS: [&str; 8] = ["%Y-%m", "%m/%Y", "%Y%m", "%b-%y", "%B, %Y", "MES-%y", "Mes %Y", "Mes de %Y"];

const SPANISH: [&str; 12] = [
    "enero",
    "febrero",
    "marzo",
    "abril",
    "mayo",
    "junio",
    "julio",
    "agosto",
    "septiembre",
    "octubre",
    "noviembre",
    "diciembre",
];

fn write(day: NaiveDate, form: &str) -> String {
    if form == "SERIAL" {
        return day.signed_duration_since(NaiveDate::from_ymd_opt(1899, 12, 30).unwrap()).num_days().to_string();
    }
    let month = SPANISH[day.month0() as usize];
    // The names first would be taken for signs.
    day.and_hms_opt(9, 5, 7).unwrap().format(form).to_string().replace("MES", &month[..3]).replace("Mes", month)
}

fn any_day() -> impl Strategy<Value = NaiveDate> {
    let first = NaiveDate::from_ymd_opt(1985, 1, 1).unwrap();
    (0_u64..31_000).prop_map(move |days| first.checked_add_days(Days::new(days)).unwrap())
}

/// An amount's sign, digits, decimals, and how it is written.
#[derive(Debug, Clone)]
struct Written {
    value: Decimal,
    decimal_sign: DecimalSign,
    group: Option<&'static str>,
    sign: &'static str,
    currency: &'static str,
}

impl Written {
    fn text(&self) -> String {
        let digits = self.value.abs().to_string();
        let (whole, fraction) = digits.split_once('.').unwrap_or((&digits, ""));
        let whole: String = whole
            .char_indices()
            .flat_map(|(at, digit)| {
                let is_edge = at > 0 && (whole.len() - at) % 3 == 0;
                let group = self.group.filter(|_| is_edge).unwrap_or_default();
                group.chars().chain([digit])
            })
            .collect();
        let point = if fraction.is_empty() { "" } else { self.decimal_sign.as_str() };
        let amount = format!("{whole}{point}{fraction}");
        let sign = if self.value.is_sign_negative() { self.sign } else { "#" };
        self.currency.replace('#', &sign.replace('#', &amount))
    }
}

fn any_written(decimal_sign: DecimalSign) -> impl Strategy<Value = Written> {
    let other = if decimal_sign == DecimalSign::Comma { "." } else { "," };
    (
        (-9_999_999_999_i64..10_000_000_000, 0_u32..5),
        select(vec![None, Some(other), Some(" "), Some("\u{a0}"), Some("\u{202f}"), Some("'"), Some("’")]),
        select(vec!["-#", "#-", "(#)", "- #", "−#", "# CR"]),
        select(vec!["#", "# €", "€#", "USD #", "USD#", "# euros", "$#", "# MXN"]),
    )
        .prop_map(move |((digits, scale), group, sign, currency)| Written {
            value: Decimal::new(digits, scale),
            decimal_sign,
            group,
            sign,
            currency,
        })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1500))]

    #[test]
    fn a_column_of_days_with_a_clear_one_is_read_as_it_was_written(
        days in prop::collection::vec(any_day(), 0..12),
        day in 13_u32..29,
        form in select(&DAYS[..]),
    ) {
        let clear = NaiveDate::from_ymd_opt(2017, 6, day).unwrap();
        let days: Vec<NaiveDate> = days.into_iter().chain([clear]).collect();
        let texts: Vec<String> = days.iter().map(|day| write(*day, form)).collect();
        let column = DateColumn::decide(texts.iter().map(|text| (Cell::text(text), Cell::Empty)), false);
        let read: Vec<Option<When>> = texts.iter().map(|text| column.read(Cell::text(text))).collect();
        prop_assert_eq!(read, days.into_iter().map(|day| Some(When::Day(day))).collect::<Vec<_>>(), "{:?}", texts);
        if !form.contains("%y") {
            prop_assert_eq!(column.ambiguous, None);
        }
    }

    #[test]
    fn days_that_begin_with_a_short_year_are_read_when_that_is_chosen(day in any_day()) {
        let text = write(day, "%y/%m/%d");
        let column = DateColumn::decide(std::iter::once((Cell::text(&text), Cell::Empty)), false);
        let column = column.chosen(Some(DateOrder::YearFirst));
        prop_assert_eq!(column.read(Cell::text(&text)), Some(When::Day(day)));
    }

    #[test]
    fn a_month_is_read_as_it_was_written(day in any_day(), form in select(&MONTHS[..])) {
        let first = day.with_day(1).unwrap();
        let text = write(day, form);
        let column = DateColumn::decide_months(&[Cell::text(&text)], false);
        prop_assert_eq!(column.read(Cell::text(&text)), Some(When::Month(first)), "{}", text);
    }

    #[test]
    fn a_column_of_amounts_with_a_clear_one_is_read_as_it_was_written(
        written in select(&DecimalSign::ALL[..]).prop_flat_map(|sign| prop::collection::vec(any_written(sign), 1..12)),
    ) {
        let clear = if written[0].decimal_sign == DecimalSign::Comma { "1234,5" } else { "1234.5" };
        let texts: Vec<String> = written.iter().map(Written::text).collect();
        let cells = || texts.iter().map(String::as_str).chain([clear]).map(Cell::text);
        let column = AmountColumn::decide(cells());
        let read: Vec<Option<Decimal>> = cells().map(|cell| column.read(cell).map(|amount| amount.value)).collect();
        let values = written.iter().map(|written| written.value).chain([Decimal::new(12_345, 1)]);
        prop_assert_eq!(read, values.map(Some).collect::<Vec<_>>(), "{:?}", texts);
        prop_assert_eq!(column.ambiguous, None, "{:?}", texts);
    }

    #[test]
    fn no_text_is_too_much(
        any in prop::collection::vec(".*", 1..5),
        near in prop::collection::vec("[-0-9.,:/()'+ €$%aAmpTdecicrRñ\u{a0}º]{0,14}", 0..5),
    ) {
        let texts: Vec<&str> = any.iter().chain(&near).map(String::as_str).collect();
        let cells: Vec<Cell<'_>> = texts.iter().map(|text| Cell::text(text)).collect();
        let dates = [
            DateColumn::decide(cells.iter().map(|cell| (*cell, cells[0])), false),
            DateColumn::decide_months(&cells, true),
        ];
        let amounts = AmountColumn::decide(cells.iter().copied());
        let _ = language::of_headings(texts.iter().copied());
        for (cell, text) in cells.iter().zip(&texts) {
            for dates in &dates {
                for order in DateOrder::ALL.map(Some).into_iter().chain([None]) {
                    let _ = dates.clone().chosen(order).read(*cell);
                }
            }
            for sign in DecimalSign::ALL.map(Some).into_iter().chain([None]) {
                let _ = amounts.clone().chosen(sign).read(*cell);
            }
            let _ = (currencies::code(text), currencies::in_heading(text), currencies::without(text));
        }
    }
}
