//! The sample exports: the tables they are made of, the generator, and a test that the committed files hold them.

use std::path::{Path, PathBuf};

use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format, Workbook, Worksheet, XlsxError};
use touchstone::ledger::{Ledger, SaleDate, Tie};

use crate::import::{findings, read};

/// Where the samples stand in the repository.
fn sample(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/samples").join(name)
}

#[test]
#[ignore = "writes the committed samples anew: cargo test --test it -- --ignored writes_the_samples"]
fn writes_the_samples() -> Result<(), XlsxError> {
    trainings()?.save(sample("alboran-trainings.xlsx"))?;
    revenue()?.save(sample("alboran-revenue.xlsx"))
}

#[test]
fn the_committed_samples_are_what_the_generator_writes() -> Result<(), Box<dyn std::error::Error>> {
    assert!(std::fs::read(sample("alboran-trainings.xlsx"))? == trainings()?.save_to_buffer()?);
    assert!(std::fs::read(sample("alboran-revenue.xlsx"))? == revenue()?.save_to_buffer()?);
    Ok(())
}

#[test]
fn the_samples_are_read_as_their_tables_say() {
    let source = read(&sample("alboran-trainings.xlsx"));
    assert_eq!(&*source.company, COMPANY);
    let exported = PASSES.iter().map(|(who, named, title, _, passed, expires)| {
        let name = if *named { format!("{} {}", who.0, who.1) } else { String::new() };
        (
            name,
            who.2.to_owned(),
            (*title).to_owned(),
            passed[..10].to_owned(),
            expires.get(..10).unwrap_or("").to_owned(),
            false,
        )
    });
    let by_hand = KEPT_BY_HAND.iter().filter(|row| row[3] != "31/31/2016" && row[4] != "Pendiente").map(|row| {
        let passed = row[3].split('/').rev().collect::<Vec<_>>().join("-");
        (row[0].to_owned(), String::new(), row[2].to_owned(), passed, String::new(), row[4] == "Suspenso")
    });
    let expected: Vec<_> = exported.chain(by_hand).collect();
    let read_rows: Vec<_> = source
        .credentials
        .iter()
        .map(|row| {
            let expires = row.expires.map(|day| day.to_string()).unwrap_or_default();
            let person = (*row.person).clone();
            (person.name, person.mcp_id, row.exam.to_string(), row.passed.to_string(), expires, row.failed)
        })
        .collect();
    assert_eq!(read_rows, expected);
    assert_eq!(read_rows.len(), 61);
    assert_eq!(
        findings(&source),
        [
            "- outside-table Trainings export, Alborán Consultores, S.L., 28 June 2017",
            "9 unreadable-date Fecha de aprobación 31/31/2016",
            "12 unreadable-result Resultado Pendiente",
            "15 total-row Total: 13 exámenes"
        ]
    );
    assert_eq!(Ledger::gather([&source]).people.len(), 23);

    let source = read(&sample("alboran-revenue.xlsx"));
    let expected: Vec<_> = LINES
        .iter()
        .map(|(date, customer, product, association, kind, amount, currency)| {
            let amount = format!("{amount:.2} {currency}");
            (date.to_string(), *customer, *product, Tie::Told((*association).into()), *kind == "Renewal", amount)
        })
        .collect();
    let read_rows: Vec<_> = source
        .sales
        .iter()
        .map(|sale| {
            let SaleDate::Day(day) = sale.date else { panic!("{:?} is no day", sale.date) };
            let amount = format!("{:.2} {}", sale.amount, sale.currency);
            (day.to_string(), &*sale.customer, &*sale.product, sale.association.clone(), sale.renewal, amount)
        })
        .collect();
    assert_eq!(read_rows, expected);
    assert_eq!(
        findings(&source),
        ["- outside-table Customers and revenue, Alborán Consultores, S.L., 28 June 2017", "62 total-row Total"]
    );
}

const COMPANY: &str = "Alborán Consultores, S.L.";

/// Somebody of the sample company: first name, last name, MCP ID, personal e-mail, office e-mail.
type Employee = (&'static str, &'static str, &'static str, &'static str, &'static str);

const ANA: Employee = ("Ana", "Núñez", "4102938", "ana.nunez.crm@outlook.com", "ana.nunez@alboran.es");
const BRUNO: Employee = ("Bruno", "Sáez", "5518204", "brunosaez@hotmail.com", "bruno.saez@alboran.es");
const CARMEN: Employee = ("Carmen", "Iglesias", "6120447", "", "carmen.iglesias@alboran.es");
const DIEGO: Employee = ("Diego", "Montero", "6633190", "d.montero@gmail.com", "");
const ELENA: Employee = ("Elena", "Vázquez", "7042256", "elena.vazquez.r@gmail.com", "elena.vazquez@alboran.es");
const FARID: Employee = ("Farid", "Benali", "7201583", "farid.benali@outlook.com", "farid.benali@alboran.es");
const HUGO: Employee = ("Hugo", "Lozano", "7788021", "", "hugo.lozano@alboran.es");
const INIGO: Employee = ("Íñigo", "Peña", "", "", "inigo.pena@alboran.es");
const IRENE: Employee = ("Irene", "Castaño", "8015562", "irene.castano@outlook.es", "irene.castano@alboran.es");
const JOANA: Employee = ("Joana", "Figueira", "", "", "joana.figueira@alboran.es");
const JON: Employee = ("Jon", "Etxeberria", "8215604", "jonetxe@gmail.com", "jon.etxeberria@alboran.es");
const LAURA: Employee = ("Laura", "Gómez", "8302277", "", "laura.gomez@alboran.es");
const LUIS: Employee = ("Luis", "Arrieta", "8360914", "luis.arrieta@live.com", "");
const MARTA: Employee = ("Marta", "Ruiz", "7470319", "", "");
const NADIA: Employee = ("Nadia", "El Amrani", "8530117", "nadia.elamrani@outlook.com", "nadia.elamrani@alboran.es");
const PAU: Employee = ("Pau", "Ferrer", "8611450", "pauferrer@gmail.com", "pau.ferrer@alboran.es");
const SARA: Employee = ("Sara", "Olmedo", "8704329", "saraolmedo@outlook.com", "sara.olmedo@alboran.es");
const TOMAS: Employee = ("Tomás", "Vidal", "8890045", "", "tomas.vidal@alboran.es");
const UNAI: Employee = ("Unai", "Garay", "8914461", "unai.garay@gmail.com", "unai.garay@alboran.es");
const VERA: Employee = ("Vera", "Lindqvist", "9022738", "vera.lindqvist@outlook.com", "vera.lindqvist@alboran.es");
const YOLANDA: Employee = ("Yolanda", "Prats", "9130052", "", "yolanda.prats@alboran.es");

/// One pass as the export has it: who, whether their name and e-mails are given, title, type, when, expiry.
type Pass = (Employee, bool, &'static str, &'static str, &'static str, &'static str);

const EXAM: &str = "Exam";
const CERTIFICATION: &str = "Certification";

const PASSES: [Pass; 50] = [
    (ANA, true, "Exam 70-347: Enabling Office 365 Services", EXAM, "2015-02-18 11:40:00", ""),
    (ANA, true, "MB2-704: Microsoft Dynamics CRM Application", EXAM, "2015-06-10 10:05:00", ""),
    (ANA, true, "MB2-714: Dynamics CRM Customer Service", EXAM, "2016-03-02 12:31:00", ""),
    (ANA, false, "Microsoft Certified Professional", CERTIFICATION, "2015-02-18 11:40:00", ""),
    (BRUNO, true, "70-412: Configuring Advanced Windows Server 2012 Services", EXAM, "2014-11-05 09:50:00", ""),
    (BRUNO, false, "70-411: Administering Windows Server 2012", EXAM, "2014-07-22 10:20:00", ""),
    (BRUNO, true, "70-410: Installing and Configuring Windows Server 2012", EXAM, "2014-03-13 16:00:00", ""),
    (BRUNO, true, "MCSA: Windows Server 2012", CERTIFICATION, "2014-11-05 09:50:00", ""),
    (CARMEN, true, "Exam 70-346: Managing Office 365 Identities and Requirements", EXAM, "2015-09-30 09:15:00", ""),
    (CARMEN, true, "Exam 70-347: Enabling Office 365 Services", EXAM, "2015-11-18 09:10:00", ""),
    (CARMEN, true, "MCSA: Office 365", CERTIFICATION, "2015-11-18 09:10:00", ""),
    (DIEGO, true, "70-483: Programming in C#", EXAM, "2013-10-17 18:25:00", ""),
    (DIEGO, false, "70-487: Developing Microsoft Azure and Web Services", EXAM, "2014-12-11 18:10:00", ""),
    (ELENA, true, "70-461: Querying Microsoft SQL Server 2012/2014", EXAM, "2014-05-06 12:00:00", ""),
    (ELENA, true, "70-462: Administering Microsoft SQL Server 2012/2014 Databases", EXAM, "2014-10-28 12:05:00", ""),
    (ELENA, true, "70-463: Implementing a Data Warehouse with Microsoft SQL Server", EXAM, "2015-01-27 12:10:00", ""),
    (ELENA, true, "MCSA: SQL Server 2012/2014", CERTIFICATION, "2015-01-27 12:10:00", ""),
    (FARID, true, "70-532: Developing Microsoft Azure Solutions", EXAM, "2016-04-21 17:30:00", ""),
    (FARID, true, "70-533: Implementing Microsoft Azure Infrastructure Solutions", EXAM, "2016-09-15 17:45:00", ""),
    (FARID, false, "70-534: Architecting Microsoft Azure Solutions", EXAM, "2017-02-09 17:40:00", ""),
    (
        HUGO,
        true,
        "MB6-702: Microsoft Dynamics AX 2012 R3 CU8 Installation and Configuration",
        EXAM,
        "2015-12-03 10:00:00",
        "",
    ),
    (HUGO, true, "MB6-704: Microsoft Dynamics AX 2012 R3 CU8 Financials", EXAM, "2016-06-16 10:00:00", ""),
    (
        INIGO,
        true,
        "MB2-703: Microsoft Dynamics CRM 2013 Customization and Configuration",
        EXAM,
        "2014-09-25 15:20:00",
        "",
    ),
    (INIGO, true, "MB2-701: Extending Microsoft Dynamics CRM 2013", EXAM, "2015-03-19 15:35:00", ""),
    (IRENE, true, "Office 365 Fundamentals", "Assessment", "2016-01-20 13:00:00", ""),
    (JOANA, true, "98-365: Windows Server Administration Fundamentals", EXAM, "2015-05-27 11:00:00", ""),
    (JON, true, "MB2-704: Microsoft Dynamics CRM Application", EXAM, "2015-04-15 09:30:00", ""),
    (JON, true, "Exam MB2-713: Microsoft Dynamics CRM 2016 Sales", EXAM, "2016-10-06 09:25:00", ""),
    (LAURA, true, "MB2-700: Microsoft Dynamics CRM 2013 Applications", EXAM, "2014-06-18 12:45:00", ""),
    (LAURA, true, "Microsoft Certified Professional", CERTIFICATION, "2014-06-18 12:45:00", ""),
    (LUIS, true, "70-412: Configuring Advanced Windows Server 2012 Services", EXAM, "2015-07-08 10:15:00", ""),
    (LUIS, false, "70-741: Networking with Windows Server 2016", EXAM, "2017-03-22 10:30:00", ""),
    (MARTA, true, "MB2-704: Microsoft Dynamics CRM Application", EXAM, "2015-10-21 16:10:00", ""),
    (MARTA, true, "Exam MB2-713: Microsoft Dynamics CRM 2016 Sales", EXAM, "2016-11-14 16:05:00", ""),
    (MARTA, false, "Microsoft Certified Professional", CERTIFICATION, "2015-10-21 16:10:00", ""),
    (NADIA, true, "MB2-709: Microsoft Dynamics Marketing", EXAM, "2016-07-12 11:55:00", ""),
    (
        NADIA,
        true,
        "Google Analytics Individual Qualification",
        "Assessment",
        "2016-02-04 20:00:00",
        "2017-08-04 20:00:00",
    ),
    (
        PAU,
        true,
        "MB2-703: Microsoft Dynamics CRM 2013 Customization and Configuration",
        EXAM,
        "2014-12-17 13:15:00",
        "",
    ),
    (PAU, true, "70-483: Programming in C#", EXAM, "2015-08-26 13:20:00", ""),
    (SARA, true, "MB2-702: Microsoft Dynamics CRM 2013 Deployment", EXAM, "2014-04-09 12:20:00", "2016-04-30 00:00:00"),
    (SARA, true, "Microsoft Dynamics CRM Online Deployment (2015)", EXAM, "2015-03-31 12:10:00", "2017-03-31 00:00:00"),
    (SARA, true, "Microsoft Certified Professional", CERTIFICATION, "2014-04-09 12:20:00", ""),
    (TOMAS, true, "70-778: Analyzing and Visualizing Data with Microsoft Power BI", EXAM, "2017-05-18 09:40:00", ""),
    (UNAI, true, "70-480: Programming in HTML5 with JavaScript and CSS3", EXAM, "2015-02-05 17:05:00", ""),
    (UNAI, false, "70-486: Developing ASP.NET MVC Web Applications", EXAM, "2016-05-12 17:00:00", ""),
    (UNAI, true, "MCSD: App Builder", CERTIFICATION, "2016-11-24 17:00:00", ""),
    (VERA, true, "MB2-704: Microsoft Dynamics CRM Application", EXAM, "2015-11-11 14:40:00", ""),
    (VERA, true, "Exam 70-346: Managing Office 365 Identities and Requirements", EXAM, "2016-12-01 14:35:00", ""),
    (YOLANDA, true, "70-342: Advanced Solutions of Microsoft Exchange Server 2013", EXAM, "2015-06-24 10:50:00", ""),
    (YOLANDA, true, "70-347: Enabling Office 365 Services", EXAM, "2016-03-16 10:45:00", ""),
];

/// The list kept by hand: name, e-mail, exam, date, result. A date in the form 2016-05-20 is written as a real date.
const KEPT_BY_HAND: [[&str; 5]; 13] = [
    ["Íñigo Peña", "inigo.pena@alboran.es", "mb2 712", "2016-05-20", "Aprobado"],
    ["Etxebarria, Jon", "Jon.Etxeberria@alboran.es", "70-346", "2016-11-30", "Aprobado"],
    ["Laura Gómez", "laura.gomez@alboran.es", "MB2-713", "2016-12-12", "Suspenso"],
    ["Ana Núñez", "ana.nunez@alboran.es", "Examen 70-346", "2015-01-21", "Aprobado"],
    ["Óscar Beltrán", "oscar.beltran@alboran.es", "70-461", "2016-09-27", "Aprobado"],
    ["Óscar Beltrán", "oscar.beltran@alboran.es", "70-462", "28/02/2017", "Aprobado"],
    ["Gemma Roca", "", "70-347", "15/03/2017", "Aprobado"],
    ["Pau Ferrer", "pau.ferrer@alboran.es", "MB2-712", "31/31/2016", "Aprobado"],
    ["Irene Castaño", "irene.castano@alboran.es", "70-778", "2017-05-23", "Suspenso"],
    ["Vera Lindqvist", "vera.lindqvist@alboran.es", "70-347", "2017-04-25", "Apto"],
    ["Ana Núñez", "ana.nunez@alboran.es", "MB2-710", "2017-07-05", "Pendiente"],
    ["Hugo Lozano", "hugo.lozano@alboran.es", "MB6-705", "2016-10-19", "Aprobado"],
    ["Joana Figueira", "joana.figueira@alboran.es", "98-366", "2016-02-24", "Aprobado"],
];

/// One invoice line: date, customer, product, association, kind, amount, currency.
type Line = (&'static str, &'static str, &'static str, &'static str, &'static str, f64, &'static str);

const CRM: &str = "CRM Online";
const PRO: &str = "CRM Online Professional";
const PLAN_1: &str = "Dynamics 365 Plan 1";
const DPOR: &str = "DPOR";

#[rustfmt::skip]
const LINES: [Line; 58] = [
    ("2017-06-27", "Fourth Coffee", PLAN_1, DPOR, "New", 595.50, "USD"),
    ("2017-06-20", "Trey Research", PLAN_1, DPOR, "New", 640.00, "USD"),
    ("2017-06-15", "Litware Ibérica", PRO, DPOR, "New", 18_400.00, "USD"),
    ("2017-06-09", "Bellows College", CRM, DPOR, "New", 775.00, "USD"),
    ("2017-06-02", "Fabrikam", PLAN_1, DPOR, "New", 9_120.00, "USD"),
    ("2017-05-28", "Tailspin Toys", "Office 365 E3", DPOR, "New", 4_300.00, "USD"),
    ("2017-05-23", "First Up Consultants", PLAN_1, DPOR, "New", 1_045.00, "USD"),
    ("2017-05-11", "Adventure Works", CRM, DPOR, "New", -1_200.00, "USD"),
    ("2017-05-04", "Alpine Ski House", CRM, DPOR, "New", 690.00, "USD"),
    ("2017-04-30", "Northwind", CRM, DPOR, "New", 12_000.00, "EUR"),
    ("2017-04-26", "Blue Yonder Airlines", PLAN_1, DPOR, "New", 518.00, "USD"),
    ("2017-04-19", "Lamna Healthcare", CRM, DPOR, "New", 1_270.00, "USD"),
    ("2017-04-09", "Coho Winery", CRM, "", "New", 7_750.00, "USD"),
    ("2017-04-05", "Tailwind Traders", PLAN_1, DPOR, "New", 980.00, "USD"),
    ("2017-03-29", "Contoso Farma", CRM, DPOR, "New", -480.00, "USD"),
    ("2017-03-22", "Munson's Pickles", CRM, DPOR, "New", 620.00, "USD"),
    ("2017-03-15", "Best For You Organics", PLAN_1, DPOR, "New", 845.00, "USD"),
    ("2017-03-03", "Fabrikam", PLAN_1, DPOR, "New", 9_120.00, "USD"),
    ("2017-02-24", "Lamna Healthcare", CRM, DPOR, "New", 1_120.00, "USD"),
    ("2017-02-17", "Proseware", CRM, DPOR, "New", 22_000.00, "USD"),
    ("2017-02-08", "Contoso Farma", "Power BI Pro", DPOR, "New", 1_150.00, "USD"),
    ("2017-02-03", "Nod Publishers", CRM, DPOR, "New", 1_360.00, "USD"),
    ("2017-01-31", "Wingtip Toys", PLAN_1, DPOR, "New", 2_465.00, "USD"),
    ("2017-01-24", "Coho Vineyard", CRM, "CSP", "New", 3_300.00, "USD"),
    ("2017-01-19", "Munson's Pickles", CRM, DPOR, "New", 1_750.00, "USD"),
    ("2017-01-11", "Relecloud", CRM, DPOR, "New", 2_080.00, "USD"),
    ("2016-12-28", "VanArsdel", PLAN_1, DPOR, "New", 3_150.00, "USD"),
    ("2016-12-15", "Fabrikam", PLAN_1, DPOR, "New", 2_190.00, "USD"),
    ("2016-12-07", "Adventure Works", CRM, DPOR, "New", 3_225.00, "USD"),
    ("2016-11-29", "Woodgrove Bank", PLAN_1, DPOR, "New", 2_640.00, "USD"),
    ("2016-11-16", "Consolidated Messenger", PRO, DPOR, "New", 3_980.00, "USD"),
    ("2016-11-08", "Litware Ibérica", PRO, DPOR, "Renewal", 8_600.00, "USD"),
    ("2016-11-03", "Margie's Travel", CRM, DPOR, "New", 2_310.00, "USD"),
    ("2016-10-25", "Southridge Video", CRM, DPOR, "New", 2_745.25, "USD"),
    ("2016-10-14", "School of Fine Art", CRM, "Digital Partner of Record", "New", 1_890.00, "USD"),
    ("2016-10-06", "Contoso Farma", CRM, DPOR, "New", 2_650.00, "USD"),
    ("2016-09-30", "City Power & Light", PRO, DPOR, "New", 5_600.00, "USD"),
    ("2016-09-27", "Trey Research", CRM, DPOR, "New", -640.00, "USD"),
    ("2016-09-21", "Blue Yonder Airlines", CRM, DPOR, "New", 3_860.00, "USD"),
    ("2016-09-14", "Relecloud", "Azure Active Directory Premium", "", "New", 960.00, "USD"),
    ("2016-09-09", "Fourth Coffee", CRM, DPOR, "New", 1_980.00, "USD"),
    ("2016-08-30", "Graphic Design Institute", CRM, "Digital Partner of Record", "New", 2_140.00, "USD"),
    ("2016-08-17", "Humongous Insurance", PRO, DPOR, "New", 3_415.75, "USD"),
    ("2016-08-10", "Wide World Importers", CRM, "CSP", "New", 2_200.00, "USD"),
    ("2016-08-04", "Lucerne Publishing", CRM, DPOR, "New", 2_760.00, "USD"),
    ("2016-07-27", "Wide World Importers", CRM, DPOR, "New", 3_120.00, "USD"),
    ("2016-07-19", "Trey Research", CRM, DPOR, "New", 2_480.50, "USD"),
    ("2016-07-08", "Contoso Farma", CRM, DPOR, "New", 3_250.00, "USD"),
    ("2016-06-28", "Alpine Ski House", CRM, DPOR, "New", 890.00, "USD"),
    ("2016-06-27", "Litware Ibérica", CRM, DPOR, "New", 15_000.00, "USD"),
    ("2016-06-09", "VanArsdel", PRO, DPOR, "New", 14_400.00, "USD"),
    ("2016-04-21", "Consolidated Messenger", PRO, DPOR, "New", 17_200.00, "USD"),
    ("2016-02-12", "Humongous Insurance", PRO, DPOR, "New", 15_900.00, "USD"),
    ("2015-11-19", "Woodgrove Bank", PRO, DPOR, "New", 10_300.00, "USD"),
    ("2015-09-16", "Proseware", CRM, DPOR, "New", 10_250.00, "USD"),
    ("2015-06-09", "City Power & Light", PRO, DPOR, "New", 15_100.00, "USD"),
    ("2015-04-21", "Southridge Video", CRM, DPOR, "New", 12_600.00, "USD"),
    ("2015-02-12", "Wide World Importers", CRM, DPOR, "New", 13_800.00, "USD"),
];

/// The certification export: what Partner Center gives, and a second sheet that somebody keeps by hand.
fn trainings() -> Result<Workbook, XlsxError> {
    let mut workbook = new_workbook()?;
    let sheet = workbook.add_worksheet().set_name("Trainings")?;
    sheet.write_with_format(0, 0, format!("Trainings export, {COMPANY}, 28 June 2017"), &title())?;
    let headings = [
        "TrainingActivityId",
        "TrainingTitle",
        "TrainingType",
        "IndividualFirstName",
        "IndividualLastName",
        "Email",
        "CorpEmail",
        "TrainingCompletionDate",
        "ExpirationDate",
        "ActivationStatus",
        "Month",
        "IcMCP",
        "MCPID",
        "MPNId",
        "PartnerName",
        "PartnerCityLocation",
        "PartnerCountryLocation",
    ];
    write_headings(sheet, 2, &headings)?;
    for (row, (who, named, title, kind, passed, expires)) in (3u32..).zip(PASSES) {
        let (first, last, mcp_id, email, office_email) = if named { who } else { ("", "", who.2, "", "") };
        sheet.write(row, 0, 3000 + row * 7)?;
        let texts = [title, kind, first, last, email, office_email];
        for (column, text) in (1..).zip(texts).filter(|(_, text)| !text.is_empty()) {
            sheet.write(row, column, text)?;
        }
        // Some cells have lost their type on the way through somebody's Excel.
        if row % 9 == 4 {
            sheet.write(row, 7, passed.replace(' ', "  "))?;
        } else {
            write_date(sheet, row, 7, passed, "yyyy-mm-dd hh:mm:ss")?;
        }
        if !expires.is_empty() {
            write_date(sheet, row, 8, expires, "yyyy-mm-dd")?;
        }
        let expired = !expires.is_empty() && expires < "2017-06-28";
        sheet.write(row, 9, if expired { "Expired" } else { "Active" })?;
        sheet.write(row, 10, month(passed))?;
        sheet.write(row, 11, u8::from(kind != "Assessment"))?;
        if !mcp_id.is_empty() {
            sheet.write(row, 12, mcp_id.parse::<u32>().unwrap())?;
        }
        sheet.write(row, 13, 4_410_027)?;
        for (column, text) in (14..).zip([COMPANY, "Almería", "Spain"]) {
            sheet.write(row, column, text)?;
        }
    }
    sheet.set_column_width(1, 60)?.set_column_width(5, 28)?.set_column_width(6, 28)?.set_column_width(7, 20)?;

    let sheet = workbook.add_worksheet().set_name("Internal list")?;
    write_headings(sheet, 0, &["Nombre", "Correo", "Examen", "Fecha de aprobación", "Resultado"])?;
    for (row, [name, email, exam, passed, result]) in (1u32..).zip(KEPT_BY_HAND) {
        for (column, text) in
            [(0, name), (1, email), (2, exam), (4, result)].into_iter().filter(|(_, it)| !it.is_empty())
        {
            sheet.write(row, column, text)?;
        }
        if passed.contains('/') {
            sheet.write(row, 3, passed)?;
        } else {
            write_date(sheet, row, 3, passed, "dd/mm/yyyy")?;
        }
    }
    sheet.write(14, 0, format!("Total: {} exámenes", KEPT_BY_HAND.len()))?;
    sheet.set_column_width(0, 24)?.set_column_width(1, 28)?.set_column_width(3, 20)?;
    Ok(workbook)
}

/// The revenue export: invoice lines, newest first, and a row of totals.
fn revenue() -> Result<Workbook, XlsxError> {
    let mut workbook = new_workbook()?;
    let sheet = workbook.add_worksheet().set_name("Data")?;
    sheet.write_with_format(0, 0, format!("Customers and revenue, {COMPANY}, 28 June 2017"), &title())?;
    let headings = [
        "InvoiceDate",
        "CustomerName",
        "CustomerMarket",
        "Product",
        "PartnerAttributionType",
        "SalesChannel",
        "Type",
        "Revenue",
        "Currency",
    ];
    write_headings(sheet, 2, &headings)?;
    let money = Format::new().set_num_format("#,##0.00");
    for (row, (date, customer, product, association, kind, amount, currency)) in (3u32..).zip(LINES) {
        match date {
            "2016-12-15" => sheet.write(row, 0, "15 Dec 2016")?,
            "2016-09-30" => sheet.write(row, 0, "2016-09-30")?,
            _ => write_date(sheet, row, 0, date, "dd/mm/yyyy")?,
        };
        let channel = if association == "CSP" { "CSP Indirect" } else { "Direct" };
        for (column, text) in (1..).zip([customer, "Spain", product, association, channel, kind]) {
            if !text.is_empty() {
                sheet.write(row, column, text)?;
            }
        }
        if date == "2017-06-15" {
            sheet.write(row, 7, "18,400.00 USD")?;
        } else {
            sheet.write_with_format(row, 7, amount, &money)?;
        }
        sheet.write(row, 8, currency)?;
    }
    let below = 3 + u32::try_from(LINES.len()).unwrap();
    sheet.write(below, 0, "Total")?;
    sheet.write_with_format(below, 7, LINES.iter().map(|line| line.5).sum::<f64>(), &money)?;
    sheet.set_column_width(0, 14)?.set_column_width(1, 26)?.set_column_width(3, 30)?.set_column_width(7, 16)?;
    Ok(workbook)
}

/// A workbook whose bytes are the same on every day.
fn new_workbook() -> Result<Workbook, XlsxError> {
    let created = ExcelDateTime::parse_from_str("2017-06-28 09:00:00")?;
    let mut workbook = Workbook::new();
    workbook.set_properties(&DocProperties::new().set_creation_datetime(&created).set_company(COMPANY));
    Ok(workbook)
}

fn title() -> Format {
    Format::new().set_bold().set_font_size(14)
}

fn write_headings(sheet: &mut Worksheet, row: u32, headings: &[&str]) -> Result<(), XlsxError> {
    for (column, heading) in (0..).zip(headings) {
        sheet.write_with_format(row, column, *heading, &Format::new().set_bold())?;
    }
    Ok(())
}

fn write_date<'a>(
    sheet: &'a mut Worksheet,
    row: u32,
    column: u16,
    date: &str,
    format: &str,
) -> Result<&'a mut Worksheet, XlsxError> {
    let date = ExcelDateTime::parse_from_str(date)?;
    sheet.write_with_format(row, column, &date, &Format::new().set_num_format(format))
}

/// The month of a date as the export writes it: `Mar-16`.
fn month(date: &str) -> String {
    const NAMES: [&str; 12] = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
    let number: usize = date[5..7].parse().unwrap();
    format!("{}-{}", NAMES[number - 1], &date[2..4])
}
