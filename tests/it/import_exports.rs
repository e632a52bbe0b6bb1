//! Every export that a partner may have, and what companies keep by hand: recognised without a choice, and read as the
//! rows that were written.

use std::ops::ControlFlow;
use std::path::PathBuf;

use touchstone::import::{About, Choices, Field, ImportFault, ReadOptions, open_bytes, read_bytes, understand};
use touchstone::ledger::{FindingCode, PersonKeys, Source};

use crate::import::{check_tally, credentials, fixture, sales};
use crate::invented::Says::{self, *};
use crate::invented::{self, Sold, passes, sold};
use crate::written::{Program, Value, text, workbook};

/// An export: its name, and its columns.
type Export = (&'static str, &'static [(&'static str, Says)]);

const COMPANY: &str = "Alborán Consultores, S.L.";

const PARTNER: [(&str, Says); 4] = [
    ("MPNId", Always("1234567")),
    ("PartnerName", Always(COMPANY)),
    ("PartnerCityLocation", Always("Almería")),
    ("PartnerCountryLocation", Always("Spain")),
];

#[rustfmt::skip]
const CREDENTIALS: [Export; 9] = [
    ("trainings-2021-01", &[
        ("TrainingActivityId", Id), ("TrainingTitle", Title), ("TrainingType", Kind), ("IndividualFirstName", Given),
        ("IndividualLastName", Surname), ("Email", Email), ("CorpEmail", OfficeEmail), ("TrainingCompletionDate", PassedAt),
        ("Month", Month), ("IcMCP", IsMcp), ("MCPID", McpId), PARTNER[0], PARTNER[1], PARTNER[2], PARTNER[3],
    ]),
    ("trainings-2021-06", &[
        ("TrainingActivityId", Id), ("TrainingTitle", Title), ("TrainingType", Kind), ("IndividualFirstName", Given),
        ("IndividualLastName", Surname), ("Email", Email), ("CorpEmail", OfficeEmail), ("TrainingCompletionDate", PassedAt),
        ("Month", Month), ("IcMCP", IsMcp), ("MCPID", McpId), PARTNER[0], PARTNER[1], PARTNER[2], PARTNER[3],
        ("ExpirationDate", ExpiresOn), ("ActivationStatus", Status),
    ]),
    ("trainings-2023", &[
        ("PGAMpnId", Always("1234500")), ("TrainingActivityId", Id), ("TrainingTitle", Title), ("TrainingType", Kind),
        ("IndividualFirstName", Given), ("IndividualLastName", Surname), ("Email", Email), ("CorpEmail", OfficeEmail),
        ("TrainingCompletionDate", PassedAt), ("ExpirationDate", ExpiresOn), ("ActivationStatus", Status), ("Month", Month),
        ("IcMCP", IsMcp), ("MCPID", McpId), ("MpnId", Always("1234567")), PARTNER[1], PARTNER[2], PARTNER[3],
    ]),
    ("trainings-without-names", &[
        ("PGAMpnId", Always("1234500")), ("TrainingActivityId", Id), ("TrainingTitle", Title), ("TrainingType", Kind),
        ("AADUserId", UserKey), ("TrainingCompletionDate", PassedAt), ("ExpirationDate", ExpiresOn),
        ("ActivationStatus", Status), ("Month", Month), ("IcMCP", IsMcp), ("MpnId", Always("1234567")), PARTNER[1],
    ]),
    ("skilling-eligibility", &[
        ("Individual name", FullName), ("Certification name", Title), ("Certification type", Always("Role-based")),
        ("Solution area", Always("Business Applications")), ("Completion date", PassedOn), ("Expiry date", ExpiresOn),
    ]),
    ("by-hand-1", &[
        ("Name", FullName), ("E-mail", OfficeEmail), ("Exam", Code), ("Date", PassedOn), ("Result", PassOrFail), ("Score", Score),
        ("Expires", ExpiresOn),
    ]),
    ("by-hand-2", &[("Employee", FullName), ("Code", Code), ("Passed on", PassedOn)]),
    ("a-mano-1", &[
        ("Nombre", Given), ("Apellidos", Surname), ("Correo", OfficeEmail), ("Examen", Title),
        ("Fecha de aprobación", PassedOn), ("Resultado", AprobadoOSuspenso), ("Puntuación", Score), ("Caduca", ExpiresOn),
    ]),
    ("a-mano-2", &[("Empleado", FullName), ("Código", Code), ("Fecha", PassedOn), ("Vencimiento", ExpiresOn)]),
];

#[rustfmt::skip]
const SALES: [Export; 11] = [
    ("customer-details", &[
        ("CustomerName", Customer), ("CustomerTenantId", Key), ("CustomerTpid", Id), ("CustomerSegment", Always("SMB")),
        ("CustomerMarket", Always("Spain")), ("CustomerStatus", Always("Existing")), ("Product", Product), ("SKU", Sku),
        ("Month", Month), PARTNER[0], PARTNER[1], ("PartnerLocation", Always("Almería")),
        ("PartnerAttributionType", Association), ("SalesChannel", Always("Direct")), ("AvailableSeats", Seats),
        ("RevenueUSD", Amount),
    ]),
    ("subscription-details", &[
        ("SubscriptionId", Key), ("SubscriptionStartDate", SubscriptionStart), ("SubscriptionEndDate", SubscriptionEnd),
        ("SubscriptionState", Always("Active")), ("Month", Month), ("IsAutoRenew", Always("1")), ("CustomerName", Customer),
        ("CustomerTenantId", Key), ("CustomerTpid", Id), ("CustomerSegment", Always("SMB")),
        ("CustomerMarket", Always("Spain")), ("Product", Product), ("SKU", Sku), PARTNER[0], PARTNER[1],
        ("PartnerLocation", Always("Almería")), ("PartnerAttributionType", Association), ("SalesChannel", Always("Direct")),
        ("AvailableSeats", Seats), ("RevenueUSD", Amount), ("Enrollment ID", Always("")),
    ]),
    ("customers-and-revenue", &[
        ("PGAMpnID", Always("1234500")), ("CustomerName", Customer), ("CustomerTenantId", Key),
        ("CustomerTpid", Id), ("DUNSNumber", Always("465102938")), ("CustomerSegment", Always("SMB")),
        ("TopSegment", Always("SMC")), ("CustomerMarket", Always("Spain")), ("CustomerStatus", Always("Existing")),
        ("CustomerTenantName", Always("tenant")), ("CustomerTenantCountry", Always("Spain")),
        ("TenantDomainName", Always("tenant.onmicrosoft.com")), ("Product", Product),
        ("RawProductName", Always("DYN365 ENTERPRISE")), ("SKU", Sku), ("Month", Month), PARTNER[0], PARTNER[1],
        ("PartnerLocation", Always("Almería")), ("PartnerAttributionType", Association), ("SalesChannel", Always("Direct")),
        ("IndustryName", Always("Retail")), ("VerticalName", Always("Food")), ("EOU", Always("SMB Spain")),
        ("IsDuplicateRowForPGA", Repeated), ("AvailableSeats", Seats), ("BilledRevenueUSD", Amount),
        ("AzureConsumedRevenueUSD", OtherAmount), ("CPORRevenue", OtherAmount), ("CPORPaidSeats", Seats),
        ("CPORActiveUsers", Seats),
    ]),
    ("business-applications-revenue", &[
        ("FiscalMonthName", Month), ("GlobalPartnerID", Always("1234567")), PARTNER[1], ("PartnerAssociationType", Association),
        ("CustomerID", Id), ("CustomerName", Customer), ("CustomerTenantID", Key),
        ("CustomerTenantName", Always("tenant")), ("SubscriptionId", Key), ("SubscriptionStartDate", SubscriptionStart),
        ("Country", Always("Spain")), ("WorkloadCategory", Always("Customer Engagement")), ("Workloads", Product),
        ("AdjustedRevenueAmtCD", Amount),
    ]),
    ("csp-eligibility", &[
        ("PGAMpnID", Always("1234500")), PARTNER[1], ("MPNID", Always("1234567")), ("MPNType", Always("Location")),
        ("CustomerName", Customer), ("CustomerID", Id), ("CustomerTenantId", Key), ("MonthKey", MonthKey),
        ("SubscriptionId", Key), ("ReportingPricingLevel", Always("Cloud")), ("DetailPricingLevelName", Always("CSP")),
        ("SummaryPricingLevel", Always("CSP")), ("PartnerAttributionType", Association), ("ProductPartNumber", Sku),
        ("Product", Product), ("IsDuplicateRowForPGA", Repeated), ("BilledRevenueUSD", Amount),
    ]),
    ("by-hand-1", &[
        ("Customer", Customer), ("Product", Product), ("Invoice date", Day), ("Amount", Amount), ("Currency", Currency),
        ("DPOR", YesDpor), ("Type", Renewal),
    ]),
    ("by-hand-2", &[
        ("Client", Customer), ("Product", Product), ("Month", Month), ("Revenue", Amount), ("Currency", Currency),
        ("Partner of Record", YesDpor), ("New or renewal", Renewal),
    ]),
    ("by-hand-3", &[("Customer", Customer), ("Product", Product), ("Date", Day), ("Net", Amount), ("Currency", Currency)]),
    ("a-mano-1", &[
        ("Cliente", Customer), ("Producto", Product), ("Fecha factura", Day), ("Importe", Amount), ("Moneda", Currency),
        ("Asociación", Association), ("Tipo", Renovacion),
    ]),
    ("a-mano-2", &[
        ("Cliente", Customer), ("Licencia", Product), ("Mes", Month), ("Ingresos", Amount), ("Divisa", Currency),
        ("Socio de registro", SiDpor), ("Alta o renovación", Renovacion),
    ]),
    ("a-mano-3", &[
        ("Fecha", Day), ("Cliente", Customer), ("Producto", Product), ("Ventas", Amount), ("Moneda", Currency),
    ]),
];

/// Every way in which an export may be kept, as a file's name and bytes.
fn files(name: &str, rows: &[Vec<Value>]) -> [(String, Vec<u8>); 4] {
    [
        (format!("{name}.csv"), text(Program::PartnerCenter, rows)),
        (format!("{name}.en-US.csv"), text(Program::AmericanExcel, rows)),
        (format!("{name}.es-ES.csv"), text(Program::SpanishExcel, rows)),
        (format!("{name}.xlsx"), workbook("Export", rows)),
    ]
}

/// What is asked about a file.
fn questions(name: &str, bytes: &[u8], choices: &Choices) -> Vec<About> {
    let none = &mut |_| ControlFlow::Continue(());
    let contents = open_bytes(name, name, bytes, &ReadOptions::default(), none).unwrap();
    understand(&contents, choices).questions.into_iter().map(|question| question.about).collect()
}

/// Reads a file that must be understood without asking anything.
#[track_caller]
fn read(name: &str, bytes: &[u8]) -> Source {
    assert_eq!(questions(name, bytes, &Choices::default()), [], "{name}");
    let source = read_bytes(name, name, bytes, &Choices::default()).unwrap();
    check_tally(&source);
    source
}

/// Nothing was found but that the encoding is a guess, where it is.
#[track_caller]
fn check_findings(source: &Source) {
    let found = source.findings.iter().find(|finding| finding.code != FindingCode::EncodingGuessed);
    assert_eq!(found, None, "{}", source.file);
}

/// The headings, and a row for each record.
fn table<T>(columns: &[(&str, Says)], records: &[T], cell: impl Fn(&T, usize, Says) -> Value) -> Vec<Vec<Value>> {
    let headings = columns.iter().map(|(heading, _)| Value::text(heading)).collect();
    let row = |(at, record)| columns.iter().map(|(_, says)| cell(record, at, *says)).collect();
    std::iter::once(headings).chain((0..).zip(records).map(row)).collect()
}

#[test]
fn of_credentials_are_read_as_they_were_written() {
    let passes = passes();
    for (name, columns) in CREDENTIALS {
        let rows = table(columns, &passes, invented::Pass::cell);
        let has = |says| columns.iter().any(|(_, it)| *it == says);
        let expected: Vec<String> = (2..)
            .zip(&passes)
            .map(|(row, pass)| {
                let exam = if has(Code) { pass.code } else { pass.title };
                let expires =
                    pass.expires.filter(|_| has(ExpiresOn)).map(|day| format!(" to {day}")).unwrap_or_default();
                let failed = if has(Score) && pass.score < 700 { " failed" } else { "" };
                format!("{row} {exam} {}{expires}{failed}", pass.at.date())
            })
            .collect();
        let people: Vec<PersonKeys> = passes
            .iter()
            .map(|pass| {
                let told = |says, words: String| if has(says) { words } else { String::new() };
                PersonKeys {
                    mcp_id: told(McpId, pass.mcp_id.into()),
                    office_email: told(OfficeEmail, pass.office_email.into()),
                    personal_email: told(Email, pass.email.into()),
                    name: if has(UserKey) { pass.key() } else { pass.name() },
                }
            })
            .collect();
        for (file, bytes) in files(name, &rows) {
            let source = read(&file, &bytes);
            assert_eq!(credentials(&source), expected, "{file}");
            let read: Vec<PersonKeys> = source.credentials.iter().map(|row| (*row.person).clone()).collect();
            assert_eq!(read, people, "{file}");
            check_findings(&source);
            assert_eq!(&*source.company, if has(PARTNER[1].1) { COMPANY } else { "" }, "{file}");
        }
    }
}

#[test]
fn of_sales_are_read_as_they_were_written() {
    let sold = sold();
    for (name, columns) in SALES {
        let rows = table(columns, &sold, Sold::cell);
        let has = |says| columns.iter().any(|(_, it)| *it == says);
        let expected: Vec<String> = (2..)
            .zip(&sold)
            .map(|(row, sale)| {
                let date = sale.day.format(if has(Day) { "%Y-%m-%d" } else { "%Y-%m" });
                let currency = if has(Currency) { "EUR" } else { "USD" };
                let tie = match sale.is_dpor {
                    _ if ![Association, YesDpor, SiDpor].into_iter().any(has) => "not told",
                    true => "\"DPOR\"",
                    false => "\"\"",
                };
                let renewal = if sale.renewal && (has(Renewal) || has(Renovacion)) { ", renewal" } else { "" };
                let repeated = if sale.repeated && has(Repeated) { ", repeated" } else { "" };
                format!(
                    "{row} {date} {}, {}, {} {currency}, {tie}{renewal}{repeated}",
                    sale.customer, sale.product, sale.amount
                )
            })
            .collect();
        for (file, bytes) in files(name, &rows) {
            let source = read(&file, &bytes);
            assert_eq!(sales(&source), expected, "{file}");
            let skus: Vec<&str> = source.sales.iter().map(|sale| &*sale.sku).collect();
            let expected: Vec<&str> = sold.iter().map(|sale| if has(Sku) { sale.sku } else { "" }).collect();
            assert_eq!(skus, expected, "{file}");
            check_findings(&source);
            assert_eq!(&*source.company, if has(PARTNER[1].1) { COMPANY } else { "" }, "{file}");
        }
    }
}

/// Exports that name nobody or hold no rows of their own: what becomes of them.
mod incomplete {
    use super::*;

    /// A person's own list of exams.
    const TRANSCRIPT: &[(&str, Says)] = &[("Exam Title", Title), ("Exam Number", Code), ("Exam Date", PassedOn)];
    const SKILLS_REPORT: [&str; 4] =
        ["MCID", "Associated to PMC", "Associated to PC", "Relevant for Competencies (Option) or Programs"];
    const PERFORMANCE: [&str; 9] = [
        "CompetencyName",
        "CompetencyAttainmentOptionName",
        "Month",
        "MetricName",
        "MetricMonthlyContribution",
        "TTMAggregate",
        "AnniversaryYearAggregate",
        "GoldThreshold",
        "SilverThreshold",
    ];

    #[test]
    fn a_transcript_is_asked_whose_it_is() {
        let passes = passes();
        let rows = table(TRANSCRIPT, &passes, invented::Pass::cell);
        let expected: Vec<String> =
            (2..).zip(&passes).map(|(row, pass)| format!("{row} {} {}", pass.code, pass.at.date())).collect();
        for (file, bytes) in files("transcript", &rows) {
            assert_eq!(questions(&file, &bytes, &Choices::default()), [About::Person], "{file}");
            let source = read_bytes(&file, &file, &bytes, &Choices::default()).unwrap();
            assert_eq!((source.credentials.len(), source.tally()), (0, (10, 0, 10)), "{file}");

            let choices = Choices { person: Some("Ana Núñez Gil".to_owned()), ..Choices::default() };
            assert_eq!(questions(&file, &bytes, &choices), [], "{file}");
            let source = read_bytes(&file, &file, &bytes, &choices).unwrap();
            assert_eq!(credentials(&source), expected, "{file}");
            assert!(source.credentials.iter().all(|row| row.person.name == "Ana Núñez Gil"), "{file}");
        }
    }

    #[test]
    fn reports_without_passes_or_sales_give_none() {
        let skills = ["7470319", "Yes", "No", "Cloud Customer Relationship Management (Cloud CRM Reseller)"];
        let performance =
            ["Cloud CRM", "Reseller", "Jan-17", "Revenue", "1200.5", "85000", "85000", "300000", "100000"];
        let reports = [
            ("skills-report", SKILLS_REPORT.map(Value::text).to_vec(), skills.map(Value::text).to_vec()),
            ("competency-performance", PERFORMANCE.map(Value::text).to_vec(), performance.map(Value::text).to_vec()),
        ];
        for (name, headings, row) in reports {
            for (file, bytes) in files(name, &[headings, row.clone(), row]) {
                // The one has people and no exams, the other only totals.
                match read_bytes(&file, &file, &bytes, &Choices::default()) {
                    Ok(source) => {
                        assert_eq!(name, "skills-report");
                        assert_eq!((source.credentials.len(), source.sales.len()), (0, 0), "{file}");
                        let asked = questions(&file, &bytes, &Choices::default());
                        assert!(asked.contains(&About::Needed(Field::Exam)), "{file}: {asked:?}");
                    }
                    Err(error) => {
                        assert_eq!((name, error.fault), ("competency-performance", ImportFault::OnlyTotals), "{file}");
                    }
                }
            }
        }
    }
}

/// Some of these exports as files, to look at and to be read by other tests.
mod stored {
    use super::*;

    /// The files' names, and whether they hold credentials.
    const STORED: [(&str, bool); 8] = [
        ("trainings-2021-06.xlsx", true),
        ("trainings-2023.csv", true),
        ("skilling-eligibility.en-US.csv", true),
        ("a-mano-1.es-ES.csv", true),
        ("customers-and-revenue.xlsx", false),
        ("csp-eligibility.csv", false),
        ("subscription-details.en-US.csv", false),
        ("a-mano-2.es-ES.csv", false),
    ];

    fn written() -> impl Iterator<Item = (PathBuf, Vec<u8>)> {
        STORED.into_iter().map(|(file, is_credentials)| {
            let name = file.split('.').next().unwrap();
            let columns = |exports: &[Export]| exports.iter().find(|export| export.0 == name).unwrap().1;
            let (folder, rows) = if is_credentials {
                ("credentials", table(columns(&CREDENTIALS), &passes(), invented::Pass::cell))
            } else {
                ("sales", table(columns(&SALES), &sold(), Sold::cell))
            };
            let bytes = files(name, &rows).into_iter().find(|(it, _)| it == file).unwrap().1;
            (fixture("exports").join(folder).join(file), bytes)
        })
    }

    #[test]
    #[ignore = "writes the committed exports anew: cargo test --test it -- --ignored writes_the_exports"]
    fn writes_the_exports() -> std::io::Result<()> {
        written().try_for_each(|(path, bytes)| {
            std::fs::create_dir_all(path.parent().unwrap())?;
            std::fs::write(path, bytes)
        })
    }

    #[test]
    fn the_committed_exports_are_what_the_generator_writes() {
        for (path, bytes) in written() {
            assert!(std::fs::read(&path).unwrap() == bytes, "{}", path.display());
        }
    }
}
