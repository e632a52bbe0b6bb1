//! The importer, from bytes to records and findings.

use std::collections::BTreeSet;
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};

use touchstone::import::{Choices, ImportFault, Progress, ReadOptions, open_bytes, read_bytes, read_file};
use touchstone::ledger::{FindingCode, SaleDate, Severity, SheetKind, Source, Tie};

pub fn fixture(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures").join(name)
}

#[track_caller]
pub fn read(path: &Path) -> Source {
    let source = read_file(path, &Choices::default(), &mut |_| ControlFlow::Continue(())).unwrap();
    check_tally(&source);
    source
}

#[track_caller]
pub fn read_text(text: &str) -> Source {
    let source = read_bytes("table.csv", "table.csv", text.as_bytes(), &Choices::default()).unwrap();
    check_tally(&source);
    source
}

/// Every row became a record or a finding that says why not.
#[track_caller]
pub fn check_tally(source: &Source) {
    let (rows, taken, left_out) = source.tally();
    assert_eq!(rows, taken + left_out);
    let records: usize = source.sheets.iter().map(|sheet| sheet.records).sum();
    assert_eq!(records, source.credentials.len() + source.sales.len());
    let places = source.credentials.iter().map(|it| &it.place).chain(source.sales.iter().map(|it| &it.place));
    let taken: BTreeSet<(&str, u32)> = places.map(|place| (&*place.sheet, place.row)).collect();
    let reasons = source.findings.iter().filter(|it| says_why_a_row_is_left_out(it.code));
    let reasons: Vec<_> = reasons.filter_map(|it| Some((it.sheet.as_deref()?, it.row?))).collect();
    let told: BTreeSet<(&str, u32)> = reasons.iter().filter(|place| !taken.contains(place)).copied().collect();
    let tables = source.sheets.iter().filter(|sheet| sheet.kind.is_some());
    // A row of a matrix has a reason for each cell.
    let left_out: usize = tables.map(|sheet| sheet.left_out).sum();
    assert_eq!(told.len(), left_out, "{:?}", source.findings);
}

fn says_why_a_row_is_left_out(code: FindingCode) -> bool {
    use FindingCode::{DamagedSheet, NothingInRow, RepeatedHeading, TotalRow};
    let is_error = code.severity() == Severity::Error && code != DamagedSheet;
    is_error || matches!(code, TotalRow | RepeatedHeading | NothingInRow)
}

/// The credentials as `row exam date`, followed by an expiry and `failed` where they are.
pub fn credentials(source: &Source) -> Vec<String> {
    let show = |row: &touchstone::ledger::CredentialRow| {
        let expires = row.expires.map(|day| format!(" to {day}")).unwrap_or_default();
        let failed = if row.failed { " failed" } else { "" };
        format!("{} {} {}{expires}{failed}", row.place.row, row.exam, row.passed)
    };
    source.credentials.iter().map(show).collect()
}

/// The sales as `row date customer, product, amount currency, association`.
pub fn sales(source: &Source) -> Vec<String> {
    let show = |sale: &touchstone::ledger::Sale| {
        let date = match sale.date {
            SaleDate::Day(day) => day.to_string(),
            SaleDate::Month(month) => month.format("%Y-%m").to_string(),
        };
        let tie = match &sale.association {
            Tie::NotTold => "not told".to_owned(),
            Tie::Told(words) => format!("{words:?}"),
        };
        let (row, customer, product) = (sale.place.row, &sale.customer, &sale.product);
        let mut words = format!("{row} {date} {customer}, {product}, {} {}, {tie}", sale.amount, sale.currency);
        if sale.renewal {
            words += ", renewal";
        }
        if sale.repeated {
            words += ", repeated";
        }
        words
    };
    source.sales.iter().map(show).collect()
}

/// The findings as `row code column value`.
pub fn findings(source: &Source) -> Vec<String> {
    let show = |finding: &touchstone::ledger::Finding| {
        let row = finding.row.map_or("-".to_owned(), |row| row.to_string());
        let words =
            [Some(row.as_str()), Some(finding.code.as_str()), finding.column.as_deref(), finding.value.as_deref()];
        words.into_iter().flatten().collect::<Vec<_>>().join(" ")
    };
    source.findings.iter().map(show).collect()
}

#[track_caller]
fn check_credentials(text: &str, expected: &[&str], expected_findings: &[&str]) {
    let source = read_text(text);
    assert_eq!(credentials(&source), expected);
    assert_eq!(findings(&source), expected_findings);
}

#[track_caller]
fn check_sales(text: &str, expected: &[&str], expected_findings: &[&str]) {
    let source = read_text(text);
    assert_eq!(sales(&source), expected);
    assert_eq!(findings(&source), expected_findings);
}

#[track_caller]
fn check_fault(name: &str, bytes: &[u8], expected: &str) {
    let error = read_bytes(name, name, bytes, &Choices::default()).unwrap_err();
    assert_eq!(error.fault.as_str(), expected);
    assert_eq!(&*error.file, name);
}

mod credential_rows {
    use super::*;

    #[test]
    fn results_and_scores_tell_what_failed() {
        check_credentials(
            "Name,Exam,Date,Result,Score\n\
             Ana,MB2-714,2016-03-02,Pass,\n\
             Ana,MB2-710,2016-03-03,Suspenso,800\n\
             Ana,MB2-706,2016-03-04,,699\n\
             Ana,MB2-707,2016-03-05,,700\n\
             Ana,MB2-712,2016-03-06,Pendiente,\n\
             Ana,MB2-713,2016-03-07,No apto,\n\
             Ana,MB2-709,2016-03-08,APROBADO,\n\
             Ana,70-412,2016-03-09,n/a,\n\
             Ana,70-413,2016-03-09,650/1000,\n\
             Ana,70-414,2016-03-09,,siete\n",
            &[
                "2 MB2-714 2016-03-02",
                "3 MB2-710 2016-03-03 failed",
                "4 MB2-706 2016-03-04 failed",
                "5 MB2-707 2016-03-05",
                "7 MB2-713 2016-03-07 failed",
                "8 MB2-709 2016-03-08",
                "9 70-412 2016-03-09",
                "10 70-413 2016-03-09 failed",
            ],
            &["6 unreadable-result Result Pendiente", "11 unreadable-result Score siete"],
        );
    }

    #[test]
    fn results_may_be_marks_or_numbers_or_stand_beside_a_score() {
        check_credentials(
            "Name,Exam,Date,Result\n\
             Ana,A1,2016-03-01,✓\n\
             Ana,A2,2016-03-01,❌\n\
             Ana,A3,2016-03-01,?\n\
             Ana,A4,2016-03-01,-\n\
             Ana,A5,2016-03-01,0\n\
             Ana,A6,2016-03-01,1\n\
             Ana,A7,2016-03-01,Suspenso (650)\n\
             Ana,A8,2016-03-01,Pass - 820\n\
             Ana,A9,2016-03-01,85\n",
            &[
                "2 A1 2016-03-01",
                "3 A2 2016-03-01 failed",
                "5 A4 2016-03-01",
                "6 A5 2016-03-01 failed",
                "7 A6 2016-03-01",
                "8 A7 2016-03-01 failed",
                "9 A8 2016-03-01",
            ],
            &["4 unreadable-result Result ?", "10 unreadable-result Result 85"],
        );
    }

    #[test]
    fn passed_is_the_date_or_beside_a_date_the_result() {
        check_credentials("Name,Exam,Passed\nAna,A1,2016-03-01\n", &["2 A1 2016-03-01"], &[]);
        check_credentials(
            "Name,Exam,Passed,Exam date\nAna,A1,no,2016-03-01\nAna,A2,2016-03-01,2016-02-01\n",
            &["2 A1 2016-03-01 failed", "3 A2 2016-02-01"],
            &[],
        );
    }

    #[test]
    fn what_is_missing_is_said_with_its_place() {
        check_credentials(
            "Nombre;Correo;Examen;Fecha de aprobación;Caduca\n\
             Ana;;MB2-714;02/03/2016;\n\
             ;;MB2-714;02/03/2016;\n\
             Ana;;;02/03/2016;\n\
             Ana;;MB2-714;;\n\
             Ana;;MB2-714;31/31/2016;\n\
             Ana;;MB2-714;20/03/2016;mañana\n\
             Ana;;MB2-714;20/03/2016;31/03/2018\n\
             Ana;;MB2-714;mar-16;nunca\n\
             \n\
             Total: 8;;;;\n",
            &["2 MB2-714 2016-03-02", "8 MB2-714 2016-03-20 to 2018-03-31", "9 MB2-714 2016-03-31"],
            &[
                "3 missing-person Nombre",
                "4 missing-exam Examen",
                "5 missing-date Fecha de aprobación",
                "6 unreadable-date Fecha de aprobación 31/31/2016",
                "7 unreadable-date Caduca mañana",
                "11 total-row Total: 8",
            ],
        );
    }

    #[test]
    fn a_code_is_taken_before_a_title() {
        check_credentials(
            "Name,Exam Title,Exam Number,Exam Date\n\
             Ana,GitHub Copilot,GH-300,2026-07-13\n\
             Ana,Dynamics CRM Marketing,,2016-07-13\n\
             Ana,BizTalk assessment,n/a,2016-07-14\n",
            &["2 GH-300 2026-07-13", "3 Dynamics CRM Marketing 2016-07-13", "4 BizTalk assessment 2016-07-14"],
            &[],
        );
    }

    #[test]
    fn people_are_told_by_ids_emails_and_names() {
        let source = read_text(
            "MCP ID,First name,Last name,E-mail,Work e-mail,Exam,Date\n\
             7470319,Marta,Ruiz  Gil,Marta@Example.org , M.Ruiz@alboran.es,MB2-713,2016-11-14\n\
             0,,,-,n/a; jon@alboran.es,MB2-713,2016-11-14\n\
             -,Íñigo,,,,MB2-712,2016-11-14\n\
             7470319.0,,,,,MB2-712,2016-11-14\n",
        );
        let named = |headings: &str, values: &str| {
            let source = read_text(&format!("{headings},Exam,Date\n{values},MB2-714,2016-05-20\n"));
            source.credentials[0].person.name.clone()
        };
        assert_eq!(named("Nombre,Apellidos", "Ana,Núñez Gil"), "Ana Núñez Gil");
        assert_eq!(named("Nombre,Primer apellido,Segundo apellido", "Ana,Núñez,Gil"), "Ana Núñez Gil");
        assert_eq!(named("Full name,Last name", "Ana Núñez,Nuñez"), "Ana Núñez");
        assert_eq!(named("Name,First name,Last name", "Núñez A.,Ana,Núñez"), "Ana Núñez");
        assert_eq!(named("AADUserId", "5f1c-22"), "5f1c-22");
        assert_eq!(named("Nombre", "Jose\u{301}"), "José");

        let people: Vec<_> = source
            .credentials
            .iter()
            .map(|row| {
                let it = &row.person;
                [it.mcp_id.as_str(), &it.name, &it.personal_email, &it.office_email]
            })
            .collect();
        assert_eq!(
            people,
            [
                ["7470319", "Marta Ruiz Gil", "marta@example.org", "m.ruiz@alboran.es"],
                ["", "", "", "jon@alboran.es"],
                ["", "Íñigo", "", ""],
                ["7470319", "", "", ""],
            ]
        );
    }

    #[test]
    fn the_month_beside_tells_the_order_of_day_and_month() {
        check_credentials(
            "TrainingTitle,MCPID,TrainingCompletionDate,Month\nMB2-714,1,05/06/2017 10:30,May-17\n",
            &["2 MB2-714 2017-05-06"],
            &[],
        );
    }

    #[test]
    fn a_date_that_can_be_read_both_ways_is_said_once() {
        check_credentials(
            "Name,Exam,Date\nAna,MB2-714,05/06/2017\nJon,MB2-714,07/08/2017\n",
            &["2 MB2-714 2017-06-05", "3 MB2-714 2017-08-07"],
            &["- ambiguous-date Date 05/06/2017"],
        );
    }
}

mod sale_rows {
    use super::*;

    #[test]
    fn currencies_come_from_the_column_the_cell_or_the_heading() {
        check_sales(
            "Date,Customer,Product,Importe (EUR),Moneda\n\
             2017-01-02,A,CRM Online,\"1.234,50\",USD\n\
             2017-01-03,B,CRM Online,\"12,00 $\",\n\
             2017-01-04,C,CRM Online,\"7,50\",\n\
             2017-01-05,D,CRM Online,\"7,50\",euros\n\
             2017-01-06,E,CRM Online,\"7,50\",doblones\n",
            &[
                "2 2017-01-02 A, CRM Online, 1234.5 USD, not told",
                "3 2017-01-03 B, CRM Online, 12 USD, not told",
                "4 2017-01-04 C, CRM Online, 7.5 EUR, not told",
                "5 2017-01-05 D, CRM Online, 7.5 EUR, not told",
                "6 2017-01-06 E, CRM Online, 7.5 doblones, not told",
            ],
            &[],
        );
    }

    #[test]
    fn amounts_without_a_currency_are_dollars_and_said_once() {
        check_sales(
            "Date,Customer,Amount,DPOR\n2017-01-02,A,5.50,sí\n2017-01-03,B,-6,no\n2017-01-04,C,(7.25),CSP\n2017-01-05,D,8,\n",
            &[
                "2 2017-01-02 A, , 5.5 USD, \"DPOR\"",
                "3 2017-01-03 B, , -6 USD, \"\"",
                "4 2017-01-04 C, , -7.25 USD, \"CSP\"",
                "5 2017-01-05 D, , 8 USD, \"\"",
            ],
            &["- currency-assumed Amount"],
        );
    }

    #[test]
    fn rows_that_add_up_others_are_left_out_and_said() {
        check_sales(
            "Cliente;Producto;Fecha;Ingresos USD\n\
             Total Energies;CRM Online;02/01/2017;100,00\n\
             Subtotal enero;;31/01/2017;100,00\n\
             Suma y Sigue, S.L.;CRM Online;14/02/2017;50,00\n\
             Suma Consulting;CRM Online;;70,00\n\
             Total general;;;150,00\n\
             ;;;150,00\n",
            &[
                "2 2017-01-02 Total Energies, CRM Online, 100 USD, not told",
                "4 2017-02-14 Suma y Sigue, S.L., CRM Online, 50 USD, not told",
            ],
            &["3 total-row Subtotal enero", "5 missing-date Fecha", "6 total-row Total general", "7 total-row 150,00"],
        );
    }

    #[test]
    fn what_is_missing_is_said_with_its_place() {
        check_sales(
            "Customer,Product,Invoice date,Revenue USD\n\
             A,CRM Online,,5.00\n\
             A,CRM Online,2017-01-02,\n\
             A,CRM Online,someday,5.00\n\
             A,CRM Online,2017-01-02,much\n",
            &[],
            &[
                "2 missing-date Invoice date",
                "3 missing-amount Revenue USD",
                "4 unreadable-date Invoice date someday",
                "5 unreadable-amount Revenue USD much",
            ],
        );
    }

    #[test]
    fn renewals_and_duplicates_are_told() {
        check_sales(
            "Fecha,Cliente,Producto,Ventas,Divisa,Alta o renovación,IsDuplicateRowForPGA\n\
             02/01/2017,A,CRM Online,5,USD,Alta,0\n\
             31/01/2017,A,CRM Online,5,USD,Renovación,0\n\
             31/01/2017,A,CRM Online,5,USD,Nuevo,1\n\
             31/01/2017,B,CRM Online,5,USD,No es renovación,1.0\n\
             31/01/2017,C,CRM Online,5,USD,Non-renewal,0.0\n",
            &[
                "2 2017-01-02 A, CRM Online, 5 USD, not told",
                "3 2017-01-31 A, CRM Online, 5 USD, not told, renewal",
                "4 2017-01-31 A, CRM Online, 5 USD, not told, repeated",
                "5 2017-01-31 B, CRM Online, 5 USD, not told, repeated",
                "6 2017-01-31 C, CRM Online, 5 USD, not told",
            ],
            &[],
        );
    }

    #[test]
    fn a_month_stands_where_there_is_no_day() {
        check_sales(
            "Mes,Fecha factura,Cliente,SKU,Producto,Importe EUR\n\
             dic-16,,A,SKU-1,,\"5,00\"\n\
             dic-16,15/12/2016,A,SKU-1,CRM Online,\"5,00\"\n\
             201701,,A,SKU-1,CRM Online,\"5,00\"\n",
            &[
                "2 2016-12 A, SKU-1, 5 EUR, not told",
                "3 2016-12-15 A, CRM Online, 5 EUR, not told",
                "4 2017-01 A, CRM Online, 5 EUR, not told",
            ],
            &[],
        );
    }

    #[test]
    fn months_written_as_their_first_day_show_which_number_is_the_day() {
        check_sales(
            "Month,Customer,Product,RevenueUSD\n7/1/2016,A,CRM Online,5\n12/1/2016,A,CRM Online,5\n",
            &["2 2016-07 A, CRM Online, 5 USD, not told", "3 2016-12 A, CRM Online, 5 USD, not told"],
            &[],
        );
    }

    #[test]
    fn billed_revenue_is_taken_of_several_revenues() {
        check_sales(
            "CustomerName,Product,Month,CPORRevenue,AzureConsumedRevenueUSD,BilledRevenueUSD\nA,CRM Online,Dec-16,1,2,3\n",
            &["2 2016-12 A, CRM Online, 3 USD, not told"],
            &[],
        );
        check_sales(
            "CustomerName,Product,Month,CPORRevenue\nA,CRM Online,Dec-16,1\n",
            &["2 2016-12 A, CRM Online, 1 USD, not told"],
            &["- currency-assumed CPORRevenue"],
        );
    }
}

mod headings {
    use super::*;

    /// Headings of real exports, and the kind of sheet they make.
    #[rustfmt::skip]
    const REAL: [(&str, SheetKind); 11] = [
        ("TrainingActivityId, TrainingTitle, TrainingType, IndividualFirstName, IndividualLastName, Email, CorpEmail, TrainingCompletionDate, Month, IcMCP, MCPID, MPNId, PartnerName, PartnerCityLocation, PartnerCountryLocation", SheetKind::Credentials),
        ("TrainingActivityId, TrainingTitle, TrainingType, IndividualFirstName, IndividualLastName, Email, CorpEmail, TrainingCompletionDate, Month, IcMCP, MCPID, MPNId, PartnerName, PartnerCityLocation, PartnerCountryLocation, ExpirationDate, ActivationStatus", SheetKind::Credentials),
        ("PGAMpnId, TrainingActivityId, TrainingTitle, TrainingType, IndividualFirstName, IndividualLastName, Email, CorpEmail, TrainingCompletionDate, ExpirationDate, ActivationStatus, Month, IcMCP, MCPID, MpnId, PartnerName, PartnerCityLocation, PartnerCountryLocation", SheetKind::Credentials),
        ("TrainingActivityId, TrainingTitle, TrainingType, AADUserId, TrainingCompletionDate, Month, IcMCP, MCPID, MPNId, PartnerName, PartnerCityLocation, PartnerCountryLocation", SheetKind::Credentials),
        ("Individual name, Certification name, Certification type, Solution area, Completion date, Expiry date", SheetKind::Credentials),
        ("Exam Title, Exam Number, Exam Date", SheetKind::Credentials),
        ("CustomerName, CustomerTenantId, CustomerTpid, CustomerSegment, CustomerMarket, CustomerStatus, Product, SKU, Month, MPNId, PartnerName, PartnerLocation, PartnerAttributionType, SalesChannel, AvailableSeats, RevenueUSD", SheetKind::Sales),
        ("SubscriptionId, SubscriptionStartDate, SubscriptionEndDate, SubscriptionState, Month, IsAutoRenew, CustomerName, CustomerTenantId, CustomerTpid, CustomerSegment, CustomerMarket, Product, SKU, MPNId, PartnerName, PartnerLocation, PartnerAttributionType, SalesChannel, AvailableSeats, RevenueUSD, Enrollment ID", SheetKind::Sales),
        ("PGAMpnID, CustomerName, CustomerTenantId, CustomerTpid, DUNSNumber, CustomerSegment, TopSegment, CustomerMarket, CustomerStatus, CustomerTenantName, CustomerTenantCountry, TenantDomainName, Product, RawProductName, SKU, Month, MPNId, PartnerName, PartnerLocation, PartnerAttributionType, SalesChannel, IndustryName, VerticalName, EOU, IsDuplicateRowForPGA, AvailableSeats, BilledRevenueUSD, AzureConsumedRevenueUSD, CPORRevenue, CPORPaidSeats, CPORActiveUsers", SheetKind::Sales),
        ("FiscalMonthName, GlobalPartnerID, PartnerName, PartnerAssociationType, CustomerID, CustomerName, CustomerTenantID, CustomerTenantName, SubscriptionId, SubscriptionStartDate, Country, WorkloadCategory, Workloads, AdjustedRevenueAmtCD", SheetKind::Sales),
        ("PGAMpnID, PartnerName, MPNID, MPNType, CustomerName, CustomerID, CustomerTenantId, MonthKey, SubscriptionId, ReportingPricingLevel, DetailPricingLevelName, SummaryPricingLevel, PartnerAttributionType, ProductPartNumber, Product, IsDuplicateRowForPGA, BilledRevenueUSD", SheetKind::Sales),
    ];

    /// A value that fits a heading.
    fn value_for(heading: &str) -> &'static str {
        match heading {
            "TrainingCompletionDate" | "Completion date" | "Exam Date" => "2016-05-20",
            "ExpirationDate" | "Expiry date" => "2018-05-20",
            "Month" | "FiscalMonthName" => "Jan-17",
            "MonthKey" => "201701",
            "Product" | "Workloads" => "CRM Online",
            "CustomerName" => "Fabrikam",
            "PartnerName" => "Alborán",
            "PartnerAttributionType" | "PartnerAssociationType" => "DPOR",
            "RevenueUSD" | "BilledRevenueUSD" | "AdjustedRevenueAmtCD" => "1200.5",
            "TrainingTitle" | "Certification name" | "Exam Title" => "MB2-714",
            "MCPID" => "7470319",
            "Individual name" => "Marta Ruiz",
            "SubscriptionStartDate" | "SubscriptionEndDate" => "2015-01-31",
            _ => "",
        }
    }

    #[test]
    fn of_every_real_export_are_recognised() {
        for (headings, kind) in REAL {
            let headings: Vec<&str> = headings.split(", ").collect();
            let values: Vec<&str> = headings.iter().map(|heading| value_for(heading)).collect();
            let source = read_text(&format!("\u{feff}{}\r\n{}\r\n", headings.join("\t"), values.join("\t")));
            assert_eq!(source.sheets[0].kind, Some(kind), "{headings:?}");
            if kind == SheetKind::Sales {
                assert_eq!(sales(&source), ["2 2017-01 Fabrikam, CRM Online, 1200.5 USD, \"DPOR\""]);
                assert_eq!(&*source.company, "Alborán");
            } else if headings[0] == "Exam Title" {
                // A transcript does not say whose it is.
                assert_eq!(findings(&source), ["2 missing-person"]);
            } else {
                let expires = headings.iter().any(|heading| heading.starts_with("Expir"));
                let expected = if expires { "2 MB2-714 2016-05-20 to 2018-05-20" } else { "2 MB2-714 2016-05-20" };
                assert_eq!(credentials(&source), [expected], "{headings:?}");
            }
        }
    }

    #[test]
    fn kept_by_hand_are_recognised_in_both_languages_and_any_spelling() {
        for headings in [
            "Name,Exam,Date",
            "EMPLOYEE,Code,Passed on",
            "Nombre,Examen,Fecha",
            "empleado,CODIGO,fecha de aprobacion",
            "Apellidos,Código,FECHA DE APROBACIÓN",
            "E-mail,Exam,Pass date",
            "Correo,Examen,Fecha del examen",
        ] {
            let source = read_text(&format!("{headings}\nana@alboran.es,MB2-714,2016-05-20\n"));
            assert_eq!(credentials(&source), ["2 MB2-714 2016-05-20"], "{headings}");
        }
        for headings in [
            "Customer,Product,Date,Amount,Currency,DPOR",
            "Client,Licence,Invoice date,Revenue,Currency,Partner of Record",
            "Cliente,Producto,Fecha,Importe,Moneda,Asociación",
            "CLIENTE,Licencia,Fecha factura,Ingresos,Divisa,Socio de registro",
            "cliente,producto,FECHA,ventas,moneda,socio digital de registro",
            "Customer,Product,Date,Net,Currency,Association",
        ] {
            let source = read_text(&format!("{headings}\nFabrikam,CRM Online,2017-01-31,5,EUR,DPOR\n"));
            assert_eq!(sales(&source), ["2 2017-01-31 Fabrikam, CRM Online, 5 EUR, \"DPOR\""], "{headings}");
        }
    }

    #[test]
    fn may_stand_below_titles_and_blank_rows() {
        check_credentials(
            "Certifications of our people\n\nAs of,27 June 2017\n\nName,Exam,Date\nAna,MB2-714,2016-05-20\n",
            &["6 MB2-714 2016-05-20"],
            &["- outside-table Certifications of our people"],
        );
    }
}

mod text_files {
    use super::*;

    const TABLE: &str = "Nombre;Examen;Fecha de aprobación\nÍñigo Peña;MB2-712;2016-05-20\n";

    #[track_caller]
    fn check_bytes(bytes: &[u8]) {
        let source = read_bytes("table.csv", "table.csv", bytes, &Choices::default()).unwrap();
        check_tally(&source);
        assert_eq!(credentials(&source), ["2 MB2-712 2016-05-20"]);
        assert_eq!(source.credentials[0].person.name, "Íñigo Peña");
        assert_eq!(&*source.credentials[0].place.sheet, "");
    }

    #[test]
    fn are_read_in_every_encoding() {
        check_bytes(TABLE.as_bytes());
        check_bytes(format!("\u{feff}{TABLE}").as_bytes());
        check_bytes(&encoding_rs::WINDOWS_1252.encode(TABLE).0);
        for mark in ["", "\u{feff}"] {
            let units: Vec<u16> = format!("{mark}{TABLE}").encode_utf16().collect();
            check_bytes(&units.iter().flat_map(|unit| unit.to_le_bytes()).collect::<Vec<_>>());
            check_bytes(&units.iter().flat_map(|unit| unit.to_be_bytes()).collect::<Vec<_>>());
        }
    }

    #[test]
    fn are_read_with_every_delimiter_and_line_end() {
        for delimiter in ["\t", ";", ",", "|"] {
            for line_end in ["\n", "\r\n", "\r"] {
                check_bytes(TABLE.replace(';', delimiter).replace('\n', line_end).as_bytes());
            }
        }
        check_bytes(format!("sep=;\n{TABLE}").as_bytes());
    }

    #[test]
    fn keep_row_numbers_over_blank_lines_and_cells_of_several_lines() {
        check_credentials(
            "Name,Exam,Date,Note\n\nAna,MB2-714,2016-05-20,\"two\nlines\"\nAna,MB2-713,2016-05-21,\n\n\nAna,MB2-709,,\n",
            &["3 MB2-714 2016-05-20", "4 MB2-713 2016-05-21"],
            &["7 missing-date Date"],
        );
    }
}

mod refused {
    use super::*;

    #[test]
    fn are_files_that_are_no_table() {
        check_fault("empty.csv", b"", "no-bytes");
        check_fault("picture.xlsx", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x01", "picture");
        check_fault("page.xls", b"<html><body>Sign in</body></html>", "web-page");
        check_fault("report.pdf", b"%PDF-1.7 and so on", "pdf");
        check_fault("archive.xlsx", b"PK\x03\x04 readme.txt", "not-a-table");
        check_fault("letter.docx", b"PK\x03\x04 [Content_Types].xml word/document.xml", "document");
        check_fault("mail.msg", b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1 and so on", "damaged");
    }

    #[test]
    fn are_tables_without_anything_to_take_in() {
        check_fault("blank.csv", b" \n;;\n", "empty");
        check_fault("notes.csv", b"Some words\nand others\n", "not-recognised");
        check_fault("headings.csv", b"Name,Exam,Date\n", "headings-only");
    }

    #[test]
    fn are_workbooks_without_anything_to_take_in() {
        for (name, fault) in [
            ("picture.xlsx", "picture"),
            ("empty-sheet.xlsx", "empty"),
            ("headings-only.xlsx", "headings-only"),
            ("truncated.xlsx", "damaged"),
            ("protected.xlsx", "protected"),
            ("protected.ods", "protected"),
            ("protected.xls", "protected"),
        ] {
            check_fault(name, &std::fs::read(fixture(name)).unwrap(), fault);
        }
    }

    #[test]
    fn are_files_that_cannot_be_opened() {
        let fault = |path: &str| {
            read_file(&fixture(path), &Choices::default(), &mut |_| ControlFlow::Continue(())).unwrap_err().fault
        };
        assert_eq!(fault("no-such-file.xlsx"), ImportFault::Missing);
        assert_eq!(fault("."), ImportFault::Folder);
    }
}

mod workbooks {
    use super::*;

    #[test]
    fn of_every_format_give_the_samples_rows() {
        let sample = Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/samples/alboran-revenue.xlsx");
        let expected = read(&sample);
        for name in ["alboran-revenue.xlsb", "alboran-revenue.xls", "alboran-revenue.ods", "alboran-revenue-1904.xlsx"]
        {
            let source = read(&fixture(name));
            assert_eq!(sales(&source), sales(&expected), "{name}");
            assert_eq!(findings(&source), findings(&expected), "{name}");
        }
    }

    #[test]
    fn say_how_far_their_reading_is() {
        let text: String = (0..1200).map(|_| "Ana,MB2-714,2016-05-20\n").collect();
        let mut seen = Vec::new();
        let text = format!("Name,Exam,Date\n{text}");
        let mut progress = |progress: Progress| {
            seen.push(progress.rows);
            ControlFlow::Continue(())
        };
        open_bytes("long.csv", "long.csv", text.as_bytes(), &ReadOptions::default(), &mut progress).unwrap();
        assert_eq!(seen, [500, 1000]);
    }

    #[test]
    fn tell_of_each_sheet_that_gives_nothing() {
        let source = read(&fixture("many-sheets.xlsx"));
        let kinds: Vec<_> = source.sheets.iter().map(|it| (&*it.sheet, it.kind, it.rows, it.taken)).collect();
        assert_eq!(
            kinds,
            [
                ("Cover", None, 2, 0),
                ("People", Some(SheetKind::Credentials), 3, 2),
                ("Blank", None, 0, 0),
                ("Sales", Some(SheetKind::Sales), 2, 1),
                ("Later", Some(SheetKind::Sales), 0, 0),
            ]
        );
        assert_eq!(
            findings(&source),
            [
                "- unrecognised-sheet",
                "4 unreadable-date Date #N/A",
                "- empty-sheet",
                "3 total-row 1200.5",
                "- headings-only",
            ]
        );
        assert_eq!(source.findings.iter().filter(|it| it.code == FindingCode::TotalRow).count(), 1);
    }
}

mod amounts_that_are_no_months_own {
    use touchstone::import::{AmountsAre, Choices, ImportFault, read_bytes};

    use super::{check_tally, findings, read_text, sales};
    use touchstone::ledger::SheetKind;

    fn read_running(text: &str) -> touchstone::ledger::Source {
        let choices = Choices { amounts: Some(AmountsAre::RunningTotal), ..Choices::default() };
        let source = read_bytes("table.csv", "table.csv", text.as_bytes(), &choices).unwrap();
        check_tally(&source);
        source
    }

    #[test]
    fn a_running_total_that_may_begin_before_the_file_is_left_out() {
        let source = read_running(
            "Customer,Product,Month,RevenueUSD\n\
             Alba,CRM Online,2016-11,500.00\n\
             Alba,CRM Online,2016-12,700.00\n\
             Alba,CRM Online,2017-01,50.00\n\
             Bora,CRM Online,2016-07,20.00\n\
             Bora,CRM Online,2016-08,25.00\n\
             Cora,CRM Online,2016-10,0.00\n\
             Cora,CRM Online,2016-11,9.00\n",
        );
        let read: Vec<String> = sales(&source).iter().map(|it| it.split(" USD").next().unwrap().to_owned()).collect();
        assert_eq!(
            read,
            [
                "3 2016-12 Alba, CRM Online, 200",
                "4 2017-01 Alba, CRM Online, 50",
                "5 2016-07 Bora, CRM Online, 20",
                "6 2016-08 Bora, CRM Online, 5",
                "7 2016-10 Cora, CRM Online, 0",
                "8 2016-11 Cora, CRM Online, 9",
            ]
        );
        assert_eq!(findings(&source), ["- running-total RevenueUSD", "2 running-total-start RevenueUSD 500"]);
        assert_eq!(source.tally(), (7, 6, 1));
    }

    #[test]
    fn sums_of_twelve_months_are_no_amounts() {
        let source = read_text("Customer,Month,TTM revenue,Amount (USD)\nAlba,2017-01,900.00,75.00\n");
        assert_eq!(sales(&source).len(), 1);
        assert!(sales(&source)[0].contains(" 75 USD"), "{:?}", sales(&source));
        assert_eq!(findings(&source), ["- trailing-total TTM revenue"]);
        for text in [
            "Customer,Month,TTM revenue\nAlba,2017-01,900.00\n",
            "Cliente;Mes;Importe últimos 12 meses\nAlba;2017-01;900,00\n",
        ] {
            let source = read_text(text);
            assert_eq!((source.sales.len(), source.tally()), (0, (1, 0, 1)), "{text}");
            assert!(findings(&source)[0].starts_with("- trailing-total"), "{:?}", findings(&source));
        }
    }

    #[test]
    fn nothing_counts_from_what_may_be_a_bank_statement_until_somebody_says() {
        let statement = "Fecha;Concepto;Importe\n13/01/2017;Transferencia;100,00\n14/01/2017;Comisiones;-5,00\n";
        let read = |choices: &Choices| read_bytes("table.csv", "table.csv", statement.as_bytes(), choices);
        assert_eq!(read(&Choices::default()).map(|source| sales(&source)).unwrap_err().fault, ImportFault::Doubtful);
        let choices = Choices { kind: Some(SheetKind::Sales), ..Choices::default() };
        assert_eq!(read(&choices).unwrap().sales.len(), 2);
    }
}

mod currencies_alone {
    use super::{findings, read_text};

    #[test]
    fn in_a_column_are_read_as_codes_and_signs() {
        for (sign, code) in [("EUR", "EUR"), ("€", "EUR"), ("GBP", "GBP"), ("£", "GBP"), ("USD", "USD"), ("$", "USD")]
        {
            let source = read_text(&format!("Customer,Month,Amount,Currency\nAlba,2017-01,100.00,{sign}\n"));
            assert_eq!(&*source.sales[0].currency, code);
            assert_eq!(findings(&source), Vec::<String>::new(), "{sign}");
        }
    }
}
