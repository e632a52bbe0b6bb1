//! Tables that people keep by hand and that were once read wrongly without a word.

use touchstone::import::{Choices, read_bytes};
use touchstone::ledger::Source;

fn taken(name: &str, text: &str) -> Source {
    let source = read_bytes(name, name, text.as_bytes(), &Choices::default()).unwrap();
    for sheet in &source.sheets {
        assert_eq!(sheet.rows, sheet.taken + sheet.left_out, "{text}");
    }
    source
}

/// The credentials of a table as `Ana MB2-714 2016-04-13`, and its findings as `unreadable-mark 3`, one a line.
#[track_caller]
pub fn check_credentials(text: &str, expected: &[&str]) {
    let source = taken("skills.csv", text);
    let mut lines: Vec<String> = Vec::new();
    for it in &source.credentials {
        let is_dated = it.passed != touchstone::ledger::CredentialRow::UNDATED;
        let day = if is_dated { it.passed.to_string() } else { "undated".to_owned() };
        let until = it.expires.map(|day| format!(" until {day}")).unwrap_or_default();
        let failed = if it.failed { " failed" } else { "" };
        lines.push(format!("{} {} {day}{until}{failed}", it.person.name, it.exam));
    }
    lines.extend(findings(&source));
    assert_eq!(lines, expected, "{text}");
}

/// The sales of a table as `Fabrikam 100 EUR`, and its findings.
#[track_caller]
pub fn check_sales(text: &str, expected: &[&str]) {
    let source = taken("sales.csv", text);
    let mut lines: Vec<String> =
        source.sales.iter().map(|it| format!("{} {} {}", it.customer, it.amount.normalize(), it.currency)).collect();
    lines.extend(findings(&source));
    assert_eq!(lines, expected, "{text}");
}

/// The findings but notes on titles and on passes without a day.
fn findings(source: &Source) -> Vec<String> {
    let is_told = |code: &str| !["outside-table", "undated-pass", "currency-assumed"].contains(&code);
    let told = source.findings.iter().filter(|it| is_told(it.code.as_str()));
    told.map(|it| match it.row {
        Some(row) => format!("{} {row}", it.code.as_str()),
        None => it.code.as_str().to_owned(),
    })
    .collect()
}

#[test]
fn a_column_headed_by_an_exam_is_one_whatever_stands_below() {
    check_credentials(
        "Name;MB2-714;MB2-712;Total\nAna Ruiz;12/03/2016;650;2\nJohn Smith;;15/11/2016;2\nEva Gómez;no;OK;1\nTotal;1;2;3\n",
        &[
            "Ana Ruiz MB2-714 2016-03-12",
            "Ana Ruiz MB2-712 undated failed",
            "John Smith MB2-712 2016-11-15",
            "Eva Gómez MB2-712 undated",
            "total-row 5",
        ],
    );
    check_credentials(
        "Nombre;MB2-712;MB2-714\nAna Ruiz;Aprobado;Aprobado\nEva Paz;Aprobado;\nTotal;3;2\n",
        &["Ana Ruiz MB2-712 undated", "Ana Ruiz MB2-714 undated", "Eva Paz MB2-712 undated", "total-row 4"],
    );
    check_credentials(
        "Name;MB2-714;MB2-710;MB2-712\nEd;1;0;1\nFlo;yes;no;TRUE\nBo;;x;15/04/2016\n",
        &[
            "Ed MB2-714 undated",
            "Ed MB2-712 undated",
            "Flo MB2-714 undated",
            "Flo MB2-712 undated",
            "Bo MB2-710 undated",
            "Bo MB2-712 2016-04-15",
        ],
    );
    check_credentials(
        "Name;MB2-714;MB2-710\nAna;13/04/2016 (780);Pass 05/04/2016\nBo;maybe;Sí (15/04/2016)\nCy;✓ 22 Aug 2016;ask HR\n",
        &[
            "Ana MB2-714 2016-04-13",
            "Ana MB2-710 2016-04-05",
            "Bo MB2-710 2016-04-15",
            "Cy MB2-714 2016-08-22",
            "unreadable-mark 3",
            "unreadable-mark 4",
        ],
    );
}

#[test]
fn letters_in_a_matrix_are_read_by_what_stands_beside_them() {
    check_credentials(
        "Name;MB2-714;MB2-710\nAna;P;F\nBo;A;P\n",
        &["Ana MB2-714 undated", "Ana MB2-710 undated failed", "Bo MB2-710 undated", "unreadable-mark 3"],
    );
    check_credentials("Nombre;MB2-714;MB2-710\nAna;A;S\n", &["Ana MB2-714 undated", "Ana MB2-710 undated failed"]);
}

#[test]
fn columns_that_tell_more_of_an_exam_are_no_passes_of_their_own() {
    check_credentials(
        "Name;MB2-714;MB2-714 expires;MB2-712\nAna;13/04/2016;13/04/2018;x\n",
        &["Ana MB2-714 2016-04-13 until 2018-04-13", "Ana MB2-712 undated"],
    );
    let expected = ["Ana MB2-714 {} 2016-04-13", "Bo MB2-714 {} 2016-04-14 failed", "Bo MB2-712 {} 2016-04-15"];
    let named = |word: &str| expected.map(|it| it.replace("{}", word));
    let date = named("Date");
    check_credentials(
        "Name;MB2-714 Date;MB2-714 Score;MB2-712 Date;MB2-712 Score\nAna;13/04/2016;800;;\nBo;14/04/2016;650;15/04/2016;720\n",
        &date.each_ref().map(String::as_str),
    );
    let date = named("Fecha");
    check_credentials(
        "Nombre;MB2-714;;MB2-712;\n;Fecha;Nota;Fecha;Nota\nAna;13/04/2016;800;;\nBo;14/04/2016;650;15/04/2016;720\n",
        &date.each_ref().map(String::as_str),
    );
}

#[test]
fn an_amount_cut_in_two_by_an_unquoted_comma_is_left_out() {
    check_sales(
        "Date,Customer,Product,Amount\n13/02/2017,Fabrikam,CRM Online,1,234.50\n14/02/2017,Contoso,CRM Online,25.00\n",
        &["Contoso 25 USD", "extra-cells 2", "too-many-cells 2"],
    );
    check_sales(
        "Date,Customer,Product,Amount\n13/02/2017,Fabrikam,CRM Online,1.234,56\n14/02/2017,Contoso,CRM Online,25,00\n",
        &["extra-cells 2", "ambiguous-amount", "too-many-cells 2", "too-many-cells 3"],
    );
    check_sales(
        "Customer,Jan 2017,Feb 2017\nFabrikam,1,234.50,300\nContoso,10,20\n",
        &["Contoso 10 USD", "Contoso 20 USD", "extra-cells 2", "too-many-cells 2"],
    );
    check_sales(
        "Date;Customer;Product;Amount\n13/02/2017;Fabrikam;CRM Online;10;paid late\n",
        &["Fabrikam 10 USD", "extra-cells 2"],
    );
}

#[test]
fn thousands_and_millions_are_multiplied_and_it_is_said() {
    let rows = "Fabrikam,CRM Online,Jan-17,12.5\n";
    for (heading, told) in [
        ("Amount (k USD)", "12500 USD"),
        ("Importe (miles €)", "12500 EUR"),
        ("Revenue in thousands", "12500 USD"),
        ("Amount K€", "12500 EUR"),
        ("Amount (M$)", "12500000 USD"),
    ] {
        let text = format!("Customer,Product,Month,{heading}\n{rows}");
        check_sales(&text, &[&format!("Fabrikam {told}"), "scaled"]);
    }
    check_sales(
        "Ventas 2017 (miles de euros)\n\nCliente;Producto;Fecha;Importe\nFabrikam;CRM Online;13/01/2017;1,5\nTotal;;;1,5\n",
        &["Fabrikam 1500 EUR", "scaled-by-title", "total-row 5", "currency-of-title"],
    );
}

#[test]
fn a_title_names_the_currency_where_nothing_else_does() {
    check_sales(
        "Importes en EUR;;\nCliente;Producto;Fecha;Importe\nFabrikam;CRM Online;13/01/2017;1.200,00\n",
        &["Fabrikam 1200 EUR", "currency-of-title"],
    );
    check_sales(
        "All amounts in £\nCustomer,Product,Month,Amount (USD)\nFabrikam,CRM Online,Jan-17,12.5\n",
        &["Fabrikam 12.5 USD"],
    );
    check_sales(
        "All amounts in £\nCustomer,Jan 2017,Feb 2017\nFabrikam,12.5,3\n",
        &["Fabrikam 12.5 GBP", "Fabrikam 3 GBP", "currency-of-title"],
    );
}

#[test]
fn exams_in_one_cell_keep_their_own_dates() {
    check_credentials(
        "Name,Exams passed,Last exam date\nJohn Smith,\"MB2-713 (12/03/2016); MB2-706 (20/05/2016), MB2-714\",2016-06-01\n",
        &["John Smith MB2-713 2016-03-12", "John Smith MB2-706 2016-05-20", "John Smith MB2-714 2016-06-01"],
    );
    check_credentials(
        "Name,Exams passed,Last exam date\nJohn Smith,\"MB2-713 (31/31/2016); MB2-706 (20/05/2016)\",2016-06-01\n",
        &["unreadable-date 2"],
    );
    check_credentials(
        "Name,Exams passed,Last exam date\nJohn Smith,\"MB2-713 mar-16\nMB2-706 20/05/2016\",2016-06-01\n",
        &["John Smith MB2-713 2016-03-31", "John Smith MB2-706 2016-05-20"],
    );
}

#[test]
fn a_table_beside_another_is_told() {
    check_credentials(
        "Silver team,,,,Gold team,,\nName,Exam,Date,,Name,Exam,Date\nAna Ruiz,MB2-714,2016-03-01,,Bo Li,MB2-712,2016-05-01\n",
        &["Ana Ruiz MB2-714 2016-03-01", "other-table 3"],
    );
}

#[test]
fn totals_with_a_date_are_left_out() {
    check_sales(
        "Date;Customer;Product;Amount;Currency\n13/03/2017;Fabrikam;CRM Online;100;EUR\n14/03/2017;Total Energies;CRM Online;100;EUR\n31/03/2017;Total marzo;;200;EUR\n31/03/2017;;;200;EUR\n",
        &["Fabrikam 100 EUR", "Total Energies 100 EUR", "total-row 4", "total-row 5"],
    );
    check_sales(
        "Date;Customer;Amount (EUR)\n13/03/2017;Fabrikam;100\n14/03/2017;Total Energies;100\n31/03/2017;Total March 2017;200\n",
        &["Fabrikam 100 EUR", "Total Energies 100 EUR", "total-row 4"],
    );
}

#[test]
fn a_sheet_that_repeats_another_is_left_out() {
    let rows = [("Fabrikam", 10.0), ("Contoso", 20.0), ("Contoso", 20.0), ("Alpine", 5.0)];
    let mut workbook = rust_xlsxwriter::Workbook::new();
    for (name, count) in [("Data", 4), ("Copy of Data", 4), ("Enero", 3)] {
        let sheet = workbook.add_worksheet().set_name(name).unwrap();
        for (column, heading) in (0..).zip(["Customer", "Month", "Amount (USD)"]) {
            sheet.write(0, column, heading).unwrap();
        }
        for (row, (customer, amount)) in (1..).zip(rows.iter().take(count)) {
            sheet.write(row, 0, *customer).unwrap();
            sheet.write(row, 1, "Jan-17").unwrap();
            sheet.write(row, 2, *amount).unwrap();
        }
    }
    let bytes = workbook.save_to_buffer().unwrap();
    let source = read_bytes("sales.xlsx", "sales.xlsx", &bytes, &Choices::default()).unwrap();
    assert_eq!(source.sales.len(), 4);
    assert_eq!(findings(&source), ["repeated-sheet", "repeated-sheet"]);
    assert!(source.sheets.iter().all(|it| it.rows == it.taken + it.left_out));
}

#[test]
fn numbered_pairs_of_exam_and_date_are_read_in_full() {
    check_credentials(
        "Name;Exam 1;Date 1;Exam 2;Date 2;Exam 3;Date 3\nAna;MB2-714;13/04/2016;MB2-710;20/05/2016;;\nBo;MB2-712;14/04/2016;;;MB2-707;soon\n",
        &["Ana MB2-714 2016-04-13", "Ana MB2-710 2016-05-20", "Bo MB2-712 2016-04-14", "unreadable-mark 3"],
    );
}
