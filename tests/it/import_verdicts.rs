//! Tables in which something that is no pass or sale once counted as one, and made a verdict false.

use super::import_attacked::{check_credentials, check_sales};

#[test]
fn rows_of_counts_in_a_matrix_are_no_people() {
    for words in ["Necesarios;1;1;1\nTenemos;1;0;1", "Nº;1;1;1\nCount;1;0;1", "Have;1;;1\nExpires;31/12/2018;;"] {
        check_credentials(
            &format!("Persona;MB2-714;MB2-710;MB2-712\nAna Ruiz;;;x\nLuis Gil;x;;\n{words}\n"),
            &["Ana Ruiz MB2-712 undated", "Luis Gil MB2-714 undated", "count-row 4", "count-row 5"],
        );
    }
    check_credentials(
        "Persona;MB2-714;MB2-710\nAna;13/04/2016;x\nCobertura;1;1\nQuorum;1;2\n",
        &["Ana MB2-714 2016-04-13", "Ana MB2-710 undated", "count-row 3", "count-row 4"],
    );
    check_credentials(
        "Persona;MB2-714;MB2-710\nAna;x;\nLuis Gil;1;1\n",
        &["Ana MB2-714 undated", "Luis Gil MB2-714 undated", "Luis Gil MB2-710 undated"],
    );
    check_credentials(
        "Exam;Ana Ruiz;Luis Gil;Needed;Have\nMB2-714;x;;1;1\nMB2-710;;x;1;1\n",
        &["Ana Ruiz MB2-714 undated", "Luis Gil MB2-710 undated"],
    );
}

#[test]
fn rows_of_plans_in_months_across_are_no_customers() {
    for name in ["YTD", "Target", "Objetivo", "Budget", "Presupuesto", "% growth", "Previous year", "Año anterior"] {
        check_sales(
            &format!("Customer,Jan-17,Feb-17\nA,1,2\n{name},100,100\n"),
            &["A 1 USD", "A 2 USD", "count-row 3"],
        );
    }
}

#[test]
fn a_table_with_exams_or_months_across_below_another_is_one_of_its_own() {
    let text = "Name;Exam;Date\nAna;MB2-714;13/04/2016\n\n\nName;MB2-712;MB2-710\nBo Li;13/01/2017;\nCy Roe;13/02/2017;x\n\n\
        Customer;Product;Jan-17;Feb-17\nFabrikam;CRM Online;100;200\n";
    check_credentials(
        text,
        &["Ana MB2-714 2016-04-13", "Bo Li MB2-712 2017-01-13", "Cy Roe MB2-712 2017-02-13", "Cy Roe MB2-710 undated"],
    );
    check_sales(text, &["Fabrikam 100 USD", "Fabrikam 200 USD"]);
}

#[test]
fn a_day_of_something_else_is_not_that_of_a_pass() {
    for heading in ["Hired", "Birthday", "Fecha de ingreso", "Incorporación", "Booked", "Start"] {
        let text = format!("Name;{heading};Exam\nAna Ruiz;13/04/2010;MB2-714\n");
        check_credentials(&text, &["missing-date 2"]);
    }
}

#[test]
fn a_cell_that_leaves_open_which_exam_was_passed_gives_none() {
    let rows = "Ana;MB2-714;13/04/2016\nBo;MB2-712 ó MB2-707;14/04/2016\nCy;no MB2-714;14/04/2016\nDi;MB2-712, MB2-710;15/04/2016\n";
    check_credentials(
        &format!("Name;Exam;Date\n{rows}"),
        &[
            "Ana MB2-714 2016-04-13",
            "Di MB2-712 2016-04-15",
            "Di MB2-710 2016-04-15",
            "unclear-exam 3",
            "unclear-exam 4",
        ],
    );
    check_credentials(
        "Name;MB2-714 / MB2-713;MB2-712\nAna;x;x\nBo;;x\n",
        &["Ana MB2-712 undated", "Bo MB2-712 undated", "unclear-exam 2"],
    );
}

#[test]
fn rows_around_a_table_that_look_like_data_are_told() {
    check_credentials(
        "Name;Exam;Date\nAna;MB2-714;13/04/2016\n\nClient;Product;When;How much (USD)\nFabrikam;CRM Online;13/01/2017;100\n",
        &["Ana MB2-714 2016-04-13", "unread-rows 4"],
    );
}

#[test]
fn a_customer_called_like_a_total_is_one_unless_it_adds_up_others() {
    check_sales(
        "Cliente,Ene 2017,Feb 2017\nTotal Telecom,100,200\nContoso,10,20\n",
        &["Total Telecom 100 USD", "Total Telecom 200 USD", "Contoso 10 USD", "Contoso 20 USD"],
    );
    check_sales(
        "Cliente,Ene 2017,Feb 2017\nContoso,10,20\nTotal Norte,10,20\n",
        &["Contoso 10 USD", "Contoso 20 USD", "total-row 3"],
    );
}

#[test]
fn sales_without_a_customer_are_told() {
    check_sales(
        "Cliente;Producto;Fecha;Importe\nFabrikam;CRM Online;13/02/2017;100\n;CRM Online;14/03/2017;200\nContoso;CRM Online;13/02/2017;100\n",
        &["Fabrikam 100 USD", " 200 USD", "Contoso 100 USD", "missing-customer 3"],
    );
}
