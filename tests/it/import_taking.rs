//! Taking in: what each shape of table gives, whatever its headings are.

use std::ops::ControlFlow;

use touchstone::import::{
    AmountsAre, Certainty, Choices, Column, Contents, Damage, Field, ImportFault, Layout, ReadOptions, Row, Shape,
    Understanding, open_bytes, take_in, take_in_watched, understand, understand_watched,
};
use touchstone::ledger::{FindingCode, SaleDate, Severity, SheetKind, Source, Tie};

#[track_caller]
fn open(text: &str) -> Contents {
    let go_on = &mut |_| ControlFlow::Continue(());
    open_bytes("table.csv", "table.csv", text.as_bytes(), &ReadOptions::default(), go_on).unwrap()
}

/// A table that begins with its headings; `fields` names what each column holds, `-` for nothing. Where months stand across,
/// the first of them is December 2016.
fn layout(contents: &Contents, shape: Shape, fields: &str) -> Layout {
    let sheet = &contents.sheets[0];
    let words = |row: Row<'_>| row.filled().map(|(_, cell)| cell.words().to_lowercase()).collect::<Vec<_>>();
    let headings = sheet.row(0).unwrap();
    let repeated = (1..sheet.len()).filter(|at| words(sheet.row(*at).unwrap()) == words(headings));
    let field = |name: &str| Field::ALL.into_iter().find(|field| field.as_str() == name);
    let columns: Vec<Column> = headings
        .filled()
        .zip(fields.split(' '))
        .map(|((index, cell), name)| Column {
            index,
            heading: cell.words().into(),
            field: field(name),
            certainty: Certainty::Chosen,
        })
        .collect();
    let is_credentials =
        columns.iter().filter_map(|it| it.field).all(|it| it.kinds().contains(&SheetKind::Credentials));
    let month_columns = columns.iter().filter(|it| it.field == Some(Field::MonthAmount)).map(|it| it.index);
    let first_days = ["2016-12-01", "2017-01-01", "2017-02-01"].map(crate::company::day);
    Layout {
        sheet: 0,
        kind: if is_credentials { SheetKind::Credentials } else { SheetKind::Sales },
        shape,
        above: 0..0,
        headings: 0..1,
        rows: 1..sheet.len(),
        below: sheet.len()..sheet.len(),
        repeated: repeated.collect(),
        months: month_columns.zip(first_days).collect(),
        columns,
        year: None,
        person: None,
        date_order: None,
        decimal_sign: None,
        amounts: AmountsAre::Own,
    }
}

fn understanding(tables: Vec<Layout>) -> Understanding {
    Understanding { tables, questions: Vec::new(), unmet: Vec::new() }
}

#[track_caller]
fn take(shape: Shape, fields: &str, text: &str) -> Source {
    take_as(shape, fields, text, |_| {})
}

#[track_caller]
fn take_as(shape: Shape, fields: &str, text: &str, change: impl FnOnce(&mut Layout)) -> Source {
    let contents = open(text);
    let mut layout = layout(&contents, shape, fields);
    change(&mut layout);
    let source = take_in(&contents, &understanding(vec![layout])).unwrap();
    check_sums(&source, shape);
    source
}

/// Each row gave a record, or a finding says why it did not; and only those that gave none are said to be left out.
#[track_caller]
fn check_sums(source: &Source, shape: Shape) {
    use FindingCode::{NothingInRow, RepeatedHeading, TotalRow};
    let sheet = &source.sheets[0];
    assert_eq!(sheet.rows, sheet.taken + sheet.left_out);
    assert_eq!(sheet.records, source.credentials.len() + source.sales.len());
    let places = source.credentials.iter().map(|it| &it.place).chain(source.sales.iter().map(|it| &it.place));
    let mut rows: Vec<u32> = places.map(|place| place.row).collect();
    rows.dedup();
    assert_eq!(rows.len(), sheet.taken);
    let is_reason = |code: FindingCode| {
        code.severity() == Severity::Error || matches!(code, TotalRow | RepeatedHeading | NothingInRow)
    };
    let reasons = source.findings.iter().filter(|it| is_reason(it.code)).filter_map(|it| it.row);
    let mut left_out: Vec<u32> = reasons.filter(|row| !rows.contains(row)).collect();
    if shape != Shape::RowEach {
        left_out.dedup();
    }
    assert_eq!(left_out.len(), sheet.left_out);
}

/// The records, as `row who exam day` or `row month customer, product, amount currency tie`.
fn records(source: &Source) -> Vec<String> {
    let credentials = source.credentials.iter().map(|it| {
        let who = [&it.person.name, &it.person.office_email, &it.person.mcp_id];
        let who = who.into_iter().find(|key| !key.is_empty()).unwrap();
        let expires = it.expires.map(|day| format!(" to {day}")).unwrap_or_default();
        let failed = if it.failed { " failed" } else { "" };
        format!("{} {who} {} {}{expires}{failed}", it.place.row, it.exam, it.passed)
    });
    let sales = source.sales.iter().map(|it| {
        let date = match it.date {
            SaleDate::Day(day) => day.to_string(),
            SaleDate::Month(month) => month.format("%Y-%m").to_string(),
        };
        let tie = if let Tie::Told(words) = &it.association { format!(" {words}") } else { String::new() };
        format!("{} {date} {}, {}, {} {}{tie}", it.place.row, it.customer, it.product, it.amount, it.currency)
    });
    credentials.chain(sales).collect()
}

/// The findings as `row code column value / other`.
fn findings(source: &Source) -> Vec<String> {
    let show = |finding: &touchstone::ledger::Finding| {
        let row = finding.row.map_or("-".to_owned(), |row| row.to_string());
        let other = finding.other.as_ref().map(|other| format!("/ {other}"));
        let words =
            [Some(finding.code.as_str()), finding.column.as_deref(), finding.value.as_deref(), other.as_deref()];
        words.into_iter().flatten().fold(row, |line, word| format!("{line} {word}"))
    };
    source.findings.iter().map(show).collect()
}

#[track_caller]
fn check(shape: Shape, fields: &str, text: &str, expected: &[&str], expected_findings: &[&str]) {
    let source = take(shape, fields, text);
    assert_eq!(records(&source), expected);
    assert_eq!(findings(&source), expected_findings);
}

mod exams_across {
    use super::*;

    #[test]
    fn cells_tell_the_day_of_a_pass() {
        check(
            Shape::ExamsAcross,
            "name exam-mark exam-mark exam-mark",
            "Nombre;MB2-714;MB2-710;70-398\n\
             Ana;25/12/2016;;\n\
             Jon;;dic-16;2017-01-02\n\
             Eva;42735;Aprobado 03/02/2017;720 (04/02/2017)\n",
            &[
                "2 Ana MB2-714 2016-12-25",
                "3 Jon MB2-710 2016-12-31",
                "3 Jon 70-398 2017-01-02",
                "4 Eva MB2-714 2016-12-31",
                "4 Eva MB2-710 2017-02-03",
                "4 Eva 70-398 2017-02-04",
            ],
            &[],
        );
    }

    #[test]
    fn a_mark_without_a_day_counts_and_is_said_once_for_each_exam() {
        check(
            Shape::ExamsAcross,
            "name exam-mark exam-mark exam-mark",
            "Name,MB2-714,MB2-710,70-398\nAna,x,✓,\nJon,Pass,700,no\nEva,,650,Suspenso\n",
            &[
                "2 Ana MB2-714 1900-01-01",
                "2 Ana MB2-710 1900-01-01",
                "3 Jon MB2-714 1900-01-01",
                "3 Jon MB2-710 1900-01-01",
                "4 Eva MB2-710 1900-01-01 failed",
                "4 Eva 70-398 1900-01-01 failed",
            ],
            &["2 undated-pass MB2-714 x", "2 undated-pass MB2-710 ✓"],
        );
    }

    #[test]
    fn the_days_of_a_row_stand_for_its_marks() {
        check(
            Shape::ExamsAcross,
            "name passed expires exam-mark exam-mark",
            "Name,Passed on,Expires,MB2-714,MB2-710\n\
             Ana,2016-03-01,2018-03-01,x,2016-04-01\n\
             Jon,2016-03-01,soon,x,\n",
            &["2 Ana MB2-714 2016-03-01 to 2018-03-01", "2 Ana MB2-710 2016-04-01 to 2018-03-01"],
            &["3 unreadable-date Expires soon"],
        );
    }

    #[test]
    fn a_cell_that_cannot_be_read_is_said_and_the_others_are_taken() {
        check(
            Shape::ExamsAcross,
            "name exam-mark exam-mark",
            "Name,MB2-714,MB2-710\nAna,soon,2016-03-01\nJon,?,82 %\nEva,#N/A,2016-03-01\n",
            &["2 Ana MB2-710 2016-03-01", "4 Eva MB2-710 2016-03-01"],
            &[
                "2 unreadable-mark MB2-714 soon",
                "3 unreadable-mark MB2-714 ?",
                "3 unreadable-mark MB2-710 82 %",
                "4 error-cell MB2-714 #N/A",
            ],
        );
    }

    #[test]
    fn rows_that_give_nothing_are_said() {
        check(
            Shape::ExamsAcross,
            "name exam-mark exam-mark",
            "Name,MB2-714,MB2-710\nAna,-,no\n,2016-03-01,\nName,MB2-714,MB2-710\nTotal,1,1\n",
            &[],
            &["4 repeated-heading", "2 nothing-in-row", "3 missing-person Name", "5 total-row Total"],
        );
    }
}

mod people_across {
    use super::*;

    #[test]
    fn each_column_is_a_person_and_each_row_an_exam() {
        check(
            Shape::PeopleAcross,
            "exam person-mark person-mark",
            "Exam,Ana Ruiz,jon@alboran.es\nMB2-714,2016-03-01,x\nMB2-710; 70-398,,2016-03-02\n-,x,\nTotal,1,2\n",
            &[
                "2 Ana Ruiz MB2-714 2016-03-01",
                "2 jon@alboran.es MB2-714 1900-01-01",
                "3 jon@alboran.es MB2-710 2016-03-02",
                "3 jon@alboran.es 70-398 2016-03-02",
            ],
            &["4 missing-exam Exam -", "5 total-row Total", "2 undated-pass jon@alboran.es x"],
        );
    }
}

mod months_across {
    use super::*;

    #[test]
    fn each_filled_cell_is_a_sale_of_its_month() {
        check(
            Shape::MonthsAcross,
            "customer product partner-of-record month-amount month-amount month-amount",
            "Cliente;Producto;DPOR;dic-16;ene-17 (EUR);2017-02\n\
             Fabrikam;CRM Online;sí;1.200,50;0,00;\n\
             Tailspin;CRM Online;no;-5,00 $;10,00;-\n",
            &[
                "2 2016-12 Fabrikam, CRM Online, 1200.5 USD DPOR",
                "3 2016-12 Tailspin, CRM Online, -5 USD ",
                "3 2017-01 Tailspin, CRM Online, 10 EUR ",
            ],
            &["- currency-assumed dic-16"],
        );
    }

    #[test]
    fn totals_are_left_out_and_compared() {
        check(
            Shape::MonthsAcross,
            "customer currency month-amount month-amount",
            "Customer,Currency,Dec-16,Jan-17\n\
             A,USD,10.00,1.00\n\
             B,USD,20.00,much\n\
             Total,,30.00,3.00\n\
             ,,30,1\n",
            &["2 2016-12 A, , 10 USD", "2 2017-01 A, , 1 USD", "3 2016-12 B, , 20 USD"],
            &[
                "3 unreadable-amount Jan-17 much",
                "4 total-row Total",
                "4 total-differs Jan-17 3.00 / 1",
                "5 total-row 30",
            ],
        );
    }

    #[test]
    fn a_column_of_years_tells_the_year_of_each_row() {
        check(
            Shape::MonthsAcross,
            "year customer month-amount month-amount",
            "Year,Customer,USD December,USD January\n2016,A,1.00,2.00\n2017,A,3.00,\n,A,4.00,\n",
            &["2 2016-12 A, , 1 USD", "2 2017-01 A, , 2 USD", "3 2017-12 A, , 3 USD"],
            &["4 missing-year Year"],
        );
    }

    #[test]
    fn months_of_no_known_year_are_no_sales() {
        let text = "Customer,USD December,USD January\nA,1.00,\n";
        let source = take_as(Shape::MonthsAcross, "customer month-amount month-amount", text, |it| it.months.clear());
        assert_eq!(findings(&source), ["2 missing-year USD December 1.00"]);
    }

    #[test]
    fn of_running_totals_the_difference_is_taken() {
        let text = "Customer,USD 1,USD 2,USD 3\nA,5.00,7.50,7.50\nB,,1.00,0.50\n";
        let fields = "customer month-amount month-amount month-amount";
        let source = take_as(Shape::MonthsAcross, fields, text, |it| it.amounts = AmountsAre::RunningTotal);
        let expected =
            ["2 2017-01 A, , 2.5 USD", "2 2017-02 A, , 0 USD", "3 2017-01 B, , 1 USD", "3 2017-02 B, , -0.5 USD"];
        assert_eq!(records(&source), expected);
        assert_eq!(findings(&source), ["- running-total USD 1", "2 running-total-start USD 1 5"]);
    }

    #[test]
    fn rows_that_give_nothing_are_said() {
        check(
            Shape::MonthsAcross,
            "customer month-amount month-amount",
            "Customer,USD Dec-16,USD Jan-17\nA,0,\nCustomer,USD Dec-16,USD Jan-17\nB,?,5\nC,?,\n",
            &["4 2017-01 B, , 5 USD"],
            &[
                "3 repeated-heading",
                "2 nothing-in-row",
                "4 unreadable-amount USD Dec-16 ?",
                "5 unreadable-amount USD Dec-16 ?",
            ],
        );
    }
}

mod rows {
    use super::*;

    #[test]
    fn may_name_several_exams() {
        check(
            Shape::RowEach,
            "name exam passed",
            "Name,Exam,Date\n\
             Ana,MB2-714; MB2-710,2016-03-01\n\
             Jon,MB2-714 y 70 398,2016-03-02\n\
             Eva,\"Planning, building and running\",2016-03-03\n",
            &[
                "2 Ana MB2-714 2016-03-01",
                "2 Ana MB2-710 2016-03-01",
                "3 Jon MB2-714 2016-03-02",
                "3 Jon 70 398 2016-03-02",
                "4 Eva Planning, building and running 2016-03-03",
            ],
            &[],
        );
    }

    #[test]
    fn in_blocks_are_of_the_person_above() {
        check(
            Shape::RowEach,
            "name email exam passed",
            "Name,E-mail,Exam,Date\n\
             Ana,ana@alboran.es,MB2-714,2016-03-01\n\
             ,,MB2-710,2016-03-02\n\
             Jon,,MB2-714,2016-03-03\n\
             ,,MB2-710,2016-03-04\n\
             ,,70-398,2016-03-05\n\
             \n\
             ,,70-399,2016-03-06\n",
            &[
                "2 Ana MB2-714 2016-03-01",
                "3 Ana MB2-710 2016-03-02",
                "4 Jon MB2-714 2016-03-03",
                "5 Jon MB2-710 2016-03-04",
                "6 Jon 70-398 2016-03-05",
            ],
            &["8 missing-person Name", "3 filled-down Name Ana"],
        );
    }

    #[test]
    fn without_a_name_stay_so_where_the_table_is_not_plainly_in_blocks() {
        for (text, left_out) in [
            // A name that comes back begins no block.
            ("Ana,A1\n,A2\nJon,A1\n,A2\nAna,A3\n,A4\n", 3),
            // One gap is a slip.
            ("Ana,A1\n,A2\nJon,A1\nEva,A1\n", 1),
            ("Ana,A1\n,A2\n,A3\n", 2),
            // A dash says that there is nobody.
            ("Ana,A1\n-,A2\nJon,A1\n-,A2\n", 2),
        ] {
            let rows = text.replace('\n', ",2016-03-01\n");
            let source = take(Shape::RowEach, "name exam passed", &format!("Name,Exam,Date\n{rows}"));
            assert_eq!(source.sheets[0].left_out, left_out, "{text}");
        }
    }

    #[test]
    fn of_a_customer_in_blocks_are_of_the_customer_above() {
        check(
            Shape::RowEach,
            "customer product date amount",
            "Customer,Product,Date,Net USD\n\
             A,CRM,2017-01-01,5\n\
             ,CRM,2017-01-02,5\n\
             Total A,,,10\n\
             B,CRM,2017-01-03,5\n\
             ,CRM,2017-01-04,5\n\
             Total B,,,11\n",
            &[
                "2 2017-01-01 A, CRM, 5 USD",
                "3 2017-01-02 A, CRM, 5 USD",
                "5 2017-01-03 B, CRM, 5 USD",
                "6 2017-01-04 B, CRM, 5 USD",
            ],
            &[
                "4 total-row Total A",
                "7 total-row Total B",
                "7 total-differs Net USD 11 / 10",
                "3 filled-down Customer A",
            ],
        );
    }

    #[test]
    fn that_add_up_others_are_compared_with_what_was_read() {
        for (total, difference) in [
            ("Total,,,16.00", None),
            ("Total general,,,16", None),
            ("Subtotal,,,7.00", None),
            ("Contoso Total,,,7", None),
            ("C,Total,,7", None),
            (",,,16.004", None),
            ("Media,,,5.33", None),
            ("Total,,,-", None),
            ("Totales:,,,15.99", Some("16")),
            ("Subtotal,,,8", Some("7")),
            ("Suma,,,9", Some("16")),
        ] {
            let text = format!(
                "Customer,Product,Date,USD\nA,CRM,2017-01-01,4.00\nB,CRM,2017-01-02,5.00\nSubtotal,,,9.00\nC,CRM,2017-01-03,7.00\n{total}\n"
            );
            let source = take(Shape::RowEach, "customer product date amount", &text);
            assert_eq!(source.sheets[0].left_out, 2, "{total}");
            let others: Vec<_> = source.findings.iter().filter_map(|it| it.other.as_deref()).collect();
            assert_eq!(others, difference.into_iter().collect::<Vec<_>>(), "{total}");
        }
    }

    #[test]
    fn that_name_nobody_are_of_the_person_chosen() {
        let text = "Exam,Date\nA1,2016-03-01\nA2,2016-03-02\n";
        for (person, expected) in
            [("Ana  Ruiz", "Ana Ruiz"), ("ANA@Alboran.es", "ana@alboran.es"), ("7470319", "7470319")]
        {
            let source = take_as(Shape::RowEach, "exam passed", text, |it| it.person = Some(person.into()));
            assert_eq!(
                records(&source),
                [format!("2 {expected} A1 2016-03-01"), format!("3 {expected} A2 2016-03-02")]
            );
        }
    }

    #[test]
    fn with_a_month_take_the_year_from_beside_or_above() {
        check(
            Shape::RowEach,
            "customer month year amount",
            "Customer,Month,Year,USD amount\nA,Enero,2017,1.00\nB,12,2016,2.00\nC,Feb-17,2016,3.00\nD,March,,4.00\n",
            &["2 2017-01 A, , 1 USD", "3 2016-12 B, , 2 USD", "4 2017-02 C, , 3 USD"],
            &["5 missing-year Month March"],
        );
        let text = "Customer,Month,USD amount\nA,Enero,1.00\n";
        let source = take_as(Shape::RowEach, "customer month amount", text, |it| it.year = Some(2017));
        assert_eq!(records(&source), ["2 2017-01 A, , 1 USD"]);
    }

    #[test]
    fn that_repeat_the_headings_are_left_out() {
        check(
            Shape::RowEach,
            "name exam passed",
            "Nombre,Examen,Fecha\nAna,A1,2016-03-01\nNOMBRE,Examen,fecha\nAna,A2,2016-03-02\n",
            &["2 Ana A1 2016-03-01", "4 Ana A2 2016-03-02"],
            &["3 repeated-heading"],
        );
    }

    #[test]
    fn say_that_a_credential_has_lapsed() {
        check(
            Shape::RowEach,
            "name exam passed expires result",
            "Name,Exam,Date,Expires,Status\n\
             Ana,A1,2016-03-01,,Active\n\
             Ana,A2,2016-03-01,,Inactive\n\
             Ana,A3,2016-03-01,2018-03-01,Expired\n",
            &["2 Ana A1 2016-03-01", "3 Ana A2 2016-03-01 failed", "4 Ana A3 2016-03-01 to 2018-03-01"],
            &[],
        );
    }
}

mod whole_files {
    use super::*;

    #[test]
    fn say_what_stands_around_their_tables() {
        let contents = open("Sales of 2017\n\nName,Exam,Date\nAna,A1,2016-03-01\n\nMade by Jon\n");
        let source = take_in(&contents, &understand(&contents, &Choices::default())).unwrap();
        assert_eq!(records(&source), ["4 Ana A1 2016-03-01"]);
        assert_eq!(findings(&source), ["- outside-table Sales of 2017"]);
    }

    #[test]
    fn are_given_up_while_they_are_understood_or_taken_in() {
        let row = |number: u32| format!("Customer {number},2017-03-01,{number}.50\n");
        let contents = open(&format!("Customer,Date,Amount\n{}", (0..9000).map(row).collect::<String>()));
        let stop = &mut |_| ControlFlow::Break(());
        let stopped = understand_watched(&contents, &Choices::default(), stop).unwrap_err();
        assert_eq!(stopped.fault, ImportFault::Cancelled);
        let mut told = 0;
        let go_on = &mut |_| {
            told += 1;
            ControlFlow::Continue(())
        };
        let understanding = understand_watched(&contents, &Choices::default(), go_on).unwrap();
        assert_eq!(take_in_watched(&contents, &understanding, go_on).unwrap().sales.len(), 9000);
        assert!(told >= 8, "{told}");
        assert_eq!(take_in_watched(&contents, &understanding, stop).unwrap_err().fault, ImportFault::Cancelled);
    }

    #[test]
    fn tell_what_is_odd_about_their_sheets() {
        let mut contents = open("Name,Exam,Date\nAna,A1,2016-03-01\nJon,A1,2016-03-01\n");
        contents.opened.encoding = Some("windows-1252".to_owned());
        contents.opened.encoding_is_sure = false;
        let sheet = &mut contents.sheets[0];
        (sheet.is_hidden, sheet.odd_cells, sheet.damage) = (true, vec![2, 2, 3], Some(Damage::CutShort));
        let understanding = understand(&contents, &Choices::default());
        let source = take_in(&contents, &understanding).unwrap();
        assert_eq!(records(&source), ["2 Ana A1 2016-03-01", "3 Jon A1 2016-03-01"]);
        assert_eq!(
            findings(&source),
            [
                "- encoding-guessed windows-1252",
                "- hidden-sheet",
                "2 unreadable-cell",
                "3 unreadable-cell",
                "- damaged-sheet / 3",
            ]
        );
    }
}

mod undated_passes {
    use touchstone::evaluator::{CredentialLeftOut, Settings, evaluate};
    use touchstone::ledger::{CredentialRow, Ledger};

    #[test]
    fn count_unless_a_pass_of_that_exam_is_dated() {
        use CredentialLeftOut::{Duplicate, Expired};
        let source = crate::company::credentials(
            "ana: MB2-714 1900-01-01\njon: MB2-714 1900-01-01, MB2-714 2014-03-01 2016-03-01\neva: MB2-714 2016-03-01, MB2-714 1900-01-01",
        );
        assert!(CredentialRow::is_undated(source.credentials[0].passed));
        let ledger = Ledger::gather([&source]);
        let settings = Settings::on(crate::company::day("2017-06-27"));
        let rulebook = touchstone::rulebook::builtin("cloud-crm", "2017-06").unwrap();
        let readiness = evaluate(rulebook, &ledger, &settings);
        let why_not: Vec<_> = readiness.credentials.iter().map(|it| it.why_not).collect();
        assert_eq!(why_not, [None, None, Some(Duplicate), Some(Duplicate), Some(Expired)]);
    }
}
