use super::super::super::cell::{Cell, Serial};
use super::super::super::choices::DateOrder;
use super::super::evidence::Evidence;
use super::{DateColumn, When};

fn column(texts: &[&str]) -> DateColumn {
    DateColumn::decide(texts.iter().map(|text| (cell(text), Cell::Empty)), false)
}

/// A text; or a real date, written `=2016-12-31`.
fn cell(text: &str) -> Cell<'_> {
    match text.strip_prefix('=') {
        Some(date) => {
            let at: chrono::NaiveDate = date.parse().unwrap();
            Cell::Date(Serial::of(at.and_hms_opt(0, 0, 0).unwrap(), false))
        }
        None => Cell::text(text),
    }
}

/// `2016-12-31`, `2016-12` for a month, or `?`.
fn show(when: Option<When>) -> String {
    match when {
        Some(When::Day(day)) => day.to_string(),
        Some(When::Month(month)) => month.format("%Y-%m").to_string(),
        None => "?".to_owned(),
    }
}

fn read(column: &DateColumn, texts: &[&str]) -> Vec<String> {
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
fn a_date_that_can_be_read_in_one_way_needs_no_column() {
    #[rustfmt::skip]
    let cases = [
        // As programs write them.
        ("2018-12-25", "2018-12-25"), ("2018-12-25  23:07:22", "2018-12-25"), ("2018-12-25 00:00", "2018-12-25"),
        ("2018-12-25T23:07:22", "2018-12-25"), ("2018-12-25T23:07:22Z", "2018-12-25"),
        ("2018-12-25T23:07:22.123+01:00", "2018-12-25"), ("2018-12-25 23:07:22 UTC", "2018-12-25"),
        ("2018-12-25, 23:07", "2018-12-25"), ("2018/12/25", "2018-12-25"), ("2018.12.25", "2018-12-25"),
        ("2018/1/5", "2018-01-05"), ("2018-1-5", "2018-01-05"), ("2018 12 25", "2018-12-25"), ("2018-05-06", "2018-05-06"),
        ("20161231", "2016-12-31"), ("20220701", "2022-07-01"), ("201612", "2016-12"), ("202207", "2022-07"),
        // In numbers.
        ("31/12/2016", "2016-12-31"), ("12/31/2016", "2016-12-31"), ("25/12/2018 23:07", "2018-12-25"),
        ("25/12/2018 23:07:22", "2018-12-25"), ("25-12-2018", "2018-12-25"), ("25 12 2018", "2018-12-25"),
        ("25.12.2018", "2018-12-25"), ("25. 12. 2018", "2018-12-25"), ("5.6.2017", "2017-06-05"), ("05.06.2017", "2017-06-05"),
        ("25.12.18", "2018-12-25"), ("25/12/18", "2018-12-25"), ("12/25/18", "2018-12-25"), ("31/12/69", "2069-12-31"),
        ("31/12/70", "1970-12-31"), ("99-12-31", "1999-12-31"), ("99/12/31", "1999-12-31"), ("05/05/2017", "2017-05-05"),
        ("5/5/17", "2017-05-05"), ("29/02/2016", "2016-02-29"), ("2/29/2016", "2016-02-29"), ("1/31/2017", "2017-01-31"),
        ("31/1/2017", "2017-01-31"), ("12/12/2012", "2012-12-12"), ("31 / 12 / 2016", "2016-12-31"),
        // With a time of day in twelve hours, as Excel writes it in either language.
        ("12/25/2018 11:07:22 PM", "2018-12-25"), ("12/25/2018 11:07 pm", "2018-12-25"), ("12/25/2018 11:07PM", "2018-12-25"),
        ("25/12/2018 11:07:22 p. m.", "2018-12-25"), ("25/12/2018 11:07:22 p.\u{a0}m.", "2018-12-25"),
        ("25/12/2018 11:07 a.m.", "2018-12-25"), ("25/12/2018 11:07:22 a. m.", "2018-12-25"),
        ("25/12/2018, 23:07:22", "2018-12-25"), ("25/12/2018 23:07 h", "2018-12-25"), ("25/12/2018 a las 23:07", "2018-12-25"),
        // With the month's name.
        ("31-dic-16", "2016-12-31"), ("31-dic-2016", "2016-12-31"), ("31/dic/2016", "2016-12-31"), ("31 dic. 2016", "2016-12-31"),
        ("31-DIC-16", "2016-12-31"), ("31 de diciembre de 2016", "2016-12-31"), ("31 de diciembre del 2016", "2016-12-31"),
        ("31 Diciembre 2016", "2016-12-31"), ("1-ene-17", "2017-01-01"), ("1-abr-17", "2017-04-01"), ("15-ago-17", "2017-08-15"),
        ("15 de septiembre de 2017", "2017-09-15"), ("15 setiembre 2017", "2017-09-15"), ("15-sept-17", "2017-09-15"),
        ("22 Aug 2021", "2021-08-22"), ("22 August, 2021", "2021-08-22"), ("22-Aug-21", "2021-08-22"), ("22Aug2021", "2021-08-22"),
        ("Aug 22, 2021", "2021-08-22"), ("August 22nd, 2021", "2021-08-22"), ("August 22, 2021 5:04 PM", "2021-08-22"),
        ("1st of May 2016", "2016-05-01"), ("the 3rd of June, 2016", "2016-06-03"), ("2016-Dec-31", "2016-12-31"),
        ("2016 Dec 31", "2016-12-31"), ("Monday, 22 August 2016", "2016-08-22"), ("Mon, 22 Aug 2016 10:00:00 GMT", "2016-08-22"),
        ("Tue Dec 25 2018 23:07:22", "2018-12-25"), ("lunes, 22 de agosto de 2016", "2016-08-22"),
        ("miércoles, 1 de febrero de 2017", "2017-02-01"), ("mié 1 feb 2017", "2017-02-01"), ("mar 6 jun 2017", "2017-06-06"),
        ("mar 13/06/2017", "2017-06-13"), ("sáb 31/12/2016", "2016-12-31"), ("1º de mayo de 2016", "2016-05-01"),
        ("1.º de mayo de 2016", "2016-05-01"), ("  31-dic-16 ", "2016-12-31"), ("3 de marzo de 2017", "2017-03-03"),
        ("mar 3, 2017", "2017-03-03"), ("may 5, 2017", "2017-05-05"),
        // Months.
        ("Dec-16", "2016-12"), ("Dec-18", "2018-12"), ("dic-16", "2016-12"), ("dic.-16", "2016-12"), ("Dec 2016", "2016-12"),
        ("diciembre 2016", "2016-12"), ("Diciembre de 2016", "2016-12"), ("DICIEMBRE 2016", "2016-12"), ("jun 2017", "2017-06"),
        ("Sept 2016", "2016-09"), ("sep-16", "2016-09"), ("2016-12", "2016-12"), ("2016/12", "2016-12"), ("12/2016", "2016-12"),
        ("1/2017", "2017-01"), ("01-2017", "2017-01"), ("12.2016", "2016-12"), ("2016 December", "2016-12"),
        ("2016-Dec", "2016-12"), ("July, 2022", "2022-07"), ("July 2022", "2022-07"), ("marzo-17", "2017-03"), ("Ene/17", "2017-01"),
        // Numbers of days in the spreadsheet's calendar.
        ("42735", "2016-12-31"), ("42735.75", "2016-12-31"), ("42735,75", "2016-12-31"), ("43831", "2020-01-01"),
        ("42429", "2016-02-29"), ("36526", "2000-01-01"),
    ];
    for (text, expected) in cases {
        check_column(&[text], &[expected], None);
    }
}

#[test]
fn what_is_no_date_is_not_read() {
    #[rustfmt::skip]
    let cases = [
        "31/31/2016", "30/02/2016", "29/02/2017", "13/13/2016", "00/12/2016", "12/00/2016", "2016-13-01", "2016-02-30",
        "32/01/2016", "2016", "12", "31/12", "31 dic", "16-Dec", "hoy", "pendiente", "n/a", "N/D", "-", "?", "1/2/3/2016",
        "Q4 2016", "4Q16", "2016-W52", "FY23", "FY23-Jul", "H1 2016", "201613", "20161331", "31122016", "99999999999",
        "12/31/0016", "31/12/1899", "31/12/216", "31/12/20166", "1/1/1", "5/6/7", "Dec", "Dec-5", "Smarch 2016", "31-dik-16",
        "12/31/2016 approx", "ca. 2016-12-31", "2016-12-31 - 2017-01-31", "25/12/2018 nota: pendiente", "nota: 25/12/2018",
        "10:30", "23:07:22", "42.735", "1234567", "42735 USD", "12345678901234567890/1/2016", "//", "2016--", ":", "31/12/2016 :x",
        "31/12/2016; 05/06/2017", "٣١/١٢/٢٠١٦", "二〇一六年",
    ];
    for text in cases {
        check_column(&[text], &["?"], None);
    }
}

#[test]
fn a_date_that_can_be_read_in_two_ways_is_read_day_first_and_asked_about() {
    #[rustfmt::skip]
    let cases = [
        ("05/06/2017", "2017-06-05"), ("5/6/2017", "2017-06-05"), ("5/6/17", "2017-06-05"), ("05-06-2017", "2017-06-05"),
        ("5-6-17", "2017-06-05"), ("05/06/2017 10:00", "2017-06-05"), ("01/12/2016", "2016-12-01"), ("12/01/2016", "2016-01-12"),
        ("5/6/2017 3:00 PM", "2017-06-05"), ("05/06/2017 3:00:00 p. m.", "2017-06-05"), ("lunes, 05/06/2017", "2017-06-05"),
        ("1 2 2017", "2017-02-01"), ("10/11/12", "2012-11-10"), ("02/01/70", "1970-01-02"),
    ];
    for (text, expected) in cases {
        check_column(&[text], &[expected], Some(text));
    }
}

#[test]
fn a_column_shows_its_order_once_for_all() {
    check_column(&["05/06/2017", "25/12/2016"], &["2017-06-05", "2016-12-25"], None);
    check_column(&["05/06/2017", "12/25/2016"], &["2017-05-06", "2016-12-25"], None);
    check_column(&["5-6-17", "2017-01-01", "12-25-16"], &["2017-05-06", "2017-01-01", "2016-12-25"], None);
    check_column(
        &["05/06/2017 10:00", "", "31-dic-16", "13/06/17"],
        &["2017-06-05", "?", "2016-12-31", "2017-06-13"],
        None,
    );
    check_column(&["1/2/2017", "2/1/2017", "2/28/2017"], &["2017-01-02", "2017-02-01", "2017-02-28"], None);
    // Dots mean day first, also beside dates in another order.
    check_column(&["05.06.2017", "12/25/2016", "05/06/2017"], &["2017-06-05", "2016-12-25", "2017-05-06"], None);
    // One that is wrong in every order shows nothing.
    check_column(&["12/25/2016", "31/31/2016", "05/06/2017"], &["2016-12-25", "?", "2017-05-06"], None);
    check_column(&["99-12-31", "98-05-06"], &["1999-12-31", "1998-05-06"], None);
}

#[test]
fn a_column_that_shows_no_order_is_read_day_first_and_asked_about() {
    check_column(
        &["05/05/2017", "05/06/2017", "07/08/2017"],
        &["2017-05-05", "2017-06-05", "2017-08-07"],
        Some("05/06/2017"),
    );
    check_column(&["05/05/2017", "06/06/2017"], &["2017-05-05", "2017-06-06"], None);
    check_column(&["2017-01-13", "05/06/2017"], &["2017-01-13", "2017-06-05"], Some("05/06/2017"));
}

#[test]
fn a_column_in_two_orders_leaves_out_what_contradicts_it_and_is_asked_about() {
    check_column(
        &["25/12/2016", "26/12/2016", "12/27/2016", "05/06/2017"],
        &["2016-12-25", "2016-12-26", "?", "2017-06-05"],
        Some("05/06/2017"),
    );
    check_column(
        &["12/25/2016", "12/26/2016", "27/12/2016", "05/06/2017"],
        &["2016-12-25", "2016-12-26", "?", "2017-05-06"],
        Some("05/06/2017"),
    );
    check_column(&["25/12/2016", "12/27/2016"], &["2016-12-25", "?"], Some("12/27/2016"));
    check_column(&["25/12/2016", "99-12-31"], &["2016-12-25", "?"], Some("99-12-31"));
}

#[test]
fn a_column_whose_last_numbers_spread_like_days_is_asked_about() {
    let texts = ["16/12/31", "17/01/14", "17/02/05"];
    let found = column(&texts);
    assert_eq!(found.ambiguous.as_deref(), Some("16/12/31"));
    assert_eq!(read(&found.chosen(Some(DateOrder::YearFirst)), &texts), ["2016-12-31", "2017-01-14", "2017-02-05"]);
    check_column(&["31/12/16", "14/01/17", "05/02/17"], &["2016-12-31", "2017-01-14", "2017-02-05"], None);
    check_column(&["01/12/05", "01/01/17", "13/01/16"], &["2005-12-01", "2017-01-01", "2016-01-13"], None);
}

#[test]
fn the_chosen_order_holds_for_every_value() {
    use DateOrder::{DayFirst, MonthFirst, YearFirst};
    for (text, order, expected) in [
        ("05/06/2017", DayFirst, "2017-06-05"),
        ("05/06/2017", MonthFirst, "2017-05-06"),
        ("05/06/2017", YearFirst, "?"),
        ("25/12/2016", MonthFirst, "?"),
        ("12/25/2016", DayFirst, "?"),
        ("12.25.2016", MonthFirst, "2016-12-25"),
        ("05.06.2017", MonthFirst, "2017-05-06"),
        ("16/12/31", YearFirst, "2016-12-31"),
        ("16.12.31", YearFirst, "2016-12-31"),
        ("16-1-5", YearFirst, "2016-01-05"),
        ("16/12/31", DayFirst, "2031-12-16"),
        ("16/12/31", MonthFirst, "?"),
        ("2016-12-31", MonthFirst, "2016-12-31"),
        ("31-dic-16", MonthFirst, "2016-12-31"),
        ("42735", MonthFirst, "2016-12-31"),
    ] {
        let column = column(&[text]).chosen(Some(order));
        assert_eq!(read(&column, &[text]), [expected], "{text} {order:?}");
        assert_eq!((column.evidence, column.ambiguous), (Evidence::Chosen, None));
    }
}

#[test]
fn where_no_order_was_shown_a_clear_value_from_elsewhere_is_read() {
    let texts = ["12/25/2016", "25/12/2016", "99-12-31", "05/06/2017"];
    let expected = ["2016-12-25", "2016-12-25", "1999-12-31", "2017-06-05"];
    assert_eq!(read(&column(&[]), &texts), expected);
    assert_eq!(read(&column(&["12/25/2016"]), &texts), ["2016-12-25", "?", "?", "2017-05-06"]);
}

#[test]
fn what_showed_the_order_is_told() {
    use DateOrder::{DayFirst, MonthFirst};
    let (clear, other, open, mixed) = (
        column(&["25/12/2016"]),
        column(&["12/25/2016"]),
        column(&["05/06/2017"]),
        column(&["25/12/2016", "12/25/2016", "05/06/2017"]),
    );
    let said = |column: DateColumn| (column.order, column.evidence, column.ambiguous.is_some());
    for (column, expected) in [
        (clear.clone(), (DayFirst, Evidence::Column, false)),
        (open.clone(), (DayFirst, Evidence::Nothing, true)),
        (mixed.clone(), (DayFirst, Evidence::Column, true)),
        (open.clone().or_as(&other), (MonthFirst, Evidence::Neighbour, false)),
        (clear.clone().or_as(&other), (DayFirst, Evidence::Column, false)),
        (mixed.clone().or_as(&other), (DayFirst, Evidence::Column, true)),
        (open.clone().or_as(&mixed), (DayFirst, Evidence::Nothing, true)),
        (open.clone().or_as(&open.clone().or_as(&other)), (DayFirst, Evidence::Nothing, true)),
        (open.clone().or_as(&open.clone().chosen(Some(MonthFirst))), (MonthFirst, Evidence::Neighbour, false)),
        (mixed.chosen(Some(MonthFirst)), (MonthFirst, Evidence::Chosen, false)),
        (open.chosen(None), (DayFirst, Evidence::Nothing, true)),
    ] {
        assert_eq!(said(column), expected);
    }
}

#[test]
fn the_month_beside_shows_the_order() {
    for (text, month, expected, evidence) in [
        ("05/06/2017 10:00", "May-17", "2017-05-06", Evidence::MonthBeside),
        ("05/06/2017 10:00", "Jun-17", "2017-06-05", Evidence::MonthBeside),
        ("05/06/2017", "mayo 2017", "2017-05-06", Evidence::MonthBeside),
        ("05/06/2017", "=2017-05-01", "2017-05-06", Evidence::MonthBeside),
        // Excel in the United States makes the 17th of May of `May-17`.
        ("05/06/2017", "=2021-05-17", "2017-05-06", Evidence::MonthBeside),
        ("05/06/2017", "=2021-05-01", "2017-06-05", Evidence::Nothing),
        ("05/06/2017", "Jul-17", "2017-06-05", Evidence::Nothing),
        ("05/06/2017", "?", "2017-06-05", Evidence::Nothing),
        ("25/12/2016", "Nov-16", "2016-12-25", Evidence::Column),
    ] {
        let column = DateColumn::decide([(cell(text), cell(month))].into_iter(), false);
        assert_eq!(read(&column, &[text]), [expected], "{text} {month}");
        assert_eq!(column.evidence, evidence, "{text} {month}");
        assert_eq!(column.ambiguous.is_some(), evidence == Evidence::Nothing, "{text} {month}");
    }
    let cells = [("05/06/2017", "May-17"), ("07/08/2017", "Aug-17"), ("03/04/2017", "Mar-17")];
    let column = DateColumn::decide(cells.iter().map(|(text, month)| (cell(text), cell(month))), false);
    assert_eq!(column.ambiguous.as_deref(), Some("07/08/2017"), "the months contradict each other");
}

#[test]
fn a_month_written_as_its_first_day_shows_the_order() {
    for (texts, expected) in [
        (["7/1/2016", "12/1/2016", "1/1/2017"], ["2016-07-01", "2016-12-01", "2017-01-01"]),
        (["01/07/2016", "01/12/2016", "01/01/2017"], ["2016-07-01", "2016-12-01", "2017-01-01"]),
    ] {
        let cells = texts.map(Cell::text);
        let column = DateColumn::decide_months(&cells, false);
        assert_eq!(cells.map(|cell| show(column.read(cell))), expected);
        assert_eq!((column.ambiguous, column.evidence), (None, Evidence::Column));
    }
}

#[track_caller]
fn check_half_converted(cells: &[(&str, &str)], expected: Option<&str>) {
    let column = DateColumn::decide(cells.iter().map(|(text, month)| (cell(text), cell(month))), false);
    assert_eq!(column.half_converted.as_deref(), expected, "{cells:?}");
}

#[test]
fn dates_that_a_program_made_of_half_the_texts_leave_a_doubt() {
    // Excel in the United States, of texts with the day first; and in Spain, of texts with the month first.
    check_half_converted(&[("25/12/2016", ""), ("=2017-05-06", ""), ("13/06/2017", "")], Some("2017-05-06"));
    check_half_converted(&[("12/25/2016", ""), ("=2017-05-06", "")], Some("2017-05-06"));
    check_half_converted(&[("25/12/2016", ""), ("=2017-05-05", ""), ("=2017-05-06", "")], Some("2017-05-06"));

    check_half_converted(&[("=2017-05-06", ""), ("=2017-07-08", "")], None);
    check_half_converted(&[("25/12/2016", ""), ("13/06/2017", "")], None);
    check_half_converted(&[("25/12/2016", ""), ("=2017-05-05", "")], None);
    check_half_converted(&[("25/12/2016", ""), ("=2017-05-06", ""), ("=2017-05-13", "")], None);
    check_half_converted(&[("25/12/2016", ""), ("=2017-05-06", ""), ("05/06/2017", "")], None);
    check_half_converted(&[("2016-12-25", ""), ("=2017-05-06", "")], None);
}

#[test]
fn the_month_beside_vouches_for_dates_or_against_them() {
    check_half_converted(&[("25/12/2016", "Dec-16"), ("=2017-05-06", "May-17")], None);
    check_half_converted(&[("25/12/2016", "Dec-16"), ("=2017-05-06", "Jun-17")], Some("2017-05-06"));
    check_half_converted(&[("=2017-05-06", "Jun-17")], Some("2017-05-06"));
    check_half_converted(&[("=2017-05-06", "Jun-17"), ("=2017-05-13", "Jun-17")], None);
    check_half_converted(&[("=2017-05-06", "Jun-17"), ("=2017-07-08", "Jul-17")], None);
}

#[test]
fn months_whose_years_were_taken_for_days_are_read_as_months() {
    let cells = ["=2026-12-18", "=2026-01-19", "=2026-08-21", "Apr-20"].map(cell);
    let column = DateColumn::decide_months(&cells, false);
    assert_eq!(cells.map(|cell| show(column.read(cell))), ["2018-12", "2019-01", "2021-08", "2020-04"]);
    for (texts, expected) in [
        (vec!["=2021-12-18", "=2021-01-19"], Some("2021-12-18")),
        (vec!["=2021-12-01", "=2021-01-01"], None),
        (vec!["=2016-12-31", "=2016-11-30"], None),
        (vec!["=2016-12-18", "=2017-01-18"], None),
        (vec!["=2016-12-12", "=2016-01-19"], None),
        (vec!["Dec-18"], None),
    ] {
        let cells: Vec<Cell> = texts.iter().map(|text| cell(text)).collect();
        assert_eq!(DateColumn::decide_months(&cells, false).years_as_days.as_deref(), expected, "{texts:?}");
    }
}

#[test]
fn numbers_are_days_of_the_spreadsheets_calendar() {
    for (number, from_1904, expected) in [
        (42_735.5, false, "2016-12-31"),
        (41_273.0, true, "2016-12-31"),
        (42_429.0, false, "2016-02-29"),
        (20_161_231.0, false, "2016-12-31"),
        (201_612.0, false, "2016-12"),
        (2016.0, false, "?"),
        (0.5, false, "?"),
        (-1.0, false, "?"),
        (f64::NAN, false, "?"),
        (f64::INFINITY, false, "?"),
        (1e300, false, "?"),
    ] {
        let column = DateColumn::decide(std::iter::empty(), from_1904);
        assert_eq!(show(column.read(Cell::Number(number))), expected, "{number}");
    }
}
