//! Invented passes and sales, and what the columns of the exports say of them.

use chrono::{NaiveDate, NaiveDateTime};
use rust_decimal::Decimal;

use crate::company::day;
use crate::written::Value;

/// What a column of an export says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Says {
    Title,
    Code,
    Kind,
    Given,
    Surname,
    FullName,
    Email,
    OfficeEmail,
    /// The day and time of the pass.
    PassedAt,
    /// The day of the pass.
    PassedOn,
    ExpiresOn,
    Status,
    IsMcp,
    McpId,
    UserKey,
    Score,
    PassOrFail,
    AprobadoOSuspenso,

    Customer,
    Product,
    Sku,
    /// The sale's day.
    Day,
    /// Its month as `201701`.
    MonthKey,
    Amount,
    Currency,
    Association,
    YesDpor,
    SiDpor,
    Renewal,
    Renovacion,
    Repeated,
    /// Revenue that is not the billed one.
    OtherAmount,
    Seats,
    SubscriptionStart,
    SubscriptionEnd,

    /// The month of the pass or of the sale.
    Month,
    /// The same in every row.
    Always(&'static str),
    /// A number that stands for something.
    Id,
    /// A key of digits and letters.
    Key,
}

/// A pass that somebody may have.
pub struct Pass {
    pub given: &'static str,
    pub surname: &'static str,
    pub mcp_id: &'static str,
    pub email: &'static str,
    pub office_email: &'static str,
    pub code: &'static str,
    pub title: &'static str,
    pub at: NaiveDateTime,
    pub expires: Option<NaiveDate>,
    pub score: u32,
}

/// A sale to somebody.
pub struct Sold {
    pub day: NaiveDate,
    pub customer: &'static str,
    pub product: &'static str,
    pub sku: &'static str,
    pub amount: Decimal,
    pub is_dpor: bool,
    pub renewal: bool,
    pub repeated: bool,
}

pub fn passes() -> Vec<Pass> {
    #[rustfmt::skip]
    const PASSES: [[&str; 10]; 10] = [
        ["Íñigo", "Peña Arregui", "6409062", "inigo.pena@outlook.es", "ipena@alboran.es", "MB2-714", "Dynamics CRM Customer Service", "2018-12-25 23:07:22", "", "812"],
        ["Ana", "Núñez Gil", "7470319", "", "ana.nunez@alboran.es", "MB2-712", "Microsoft Dynamics CRM 2016 Customization and Configuration", "2016-05-20 09:31:00", "", "745"],
        ["Ana", "Núñez Gil", "7470319", "", "ana.nunez@alboran.es", "MB2-710", "Microsoft Dynamics CRM Online Deployment (2015)", "2017-02-10 21:02:49", "", "690"],
        ["Siobhán", "O'Brien", "2458351", "s.obrien@gmail.com", "", "AZ-104", "Microsoft Certified: Azure Administrator Associate", "2019-04-10 14:38:42", "2021-04-10", "700"],
        ["María José", "de la Fuente", "5496820", "mj.delafuente@outlook.com", "mjfuente@alboran.es", "PL-900", "Power Platform Fundamentals", "2020-08-05 08:00:10", "", "930"],
        ["John", "Smith", "834330", "john.smith@outlook.com", "jsmith@contoso.com", "MB-210", "Dynamics 365 Sales, Functional Consultant", "2020-01-31 16:45:59", "2022-01-31", "701"],
        ["Zoë", "van der Meer", "9022738", "", "zoe@contoso.com", "70-462", "Administering Microsoft SQL Server 2012/2014 Databases", "2014-10-28 12:05:00", "", "655"],
        ["Jordi", "Puig i Soler", "8611450", "jpuig@gmail.com", "", "MB6-894", "Development, Extensions and Deployment for Microsoft Dynamics 365 Finance", "2018-03-07 11:11:11", "", "777"],
        ["John", "Smith", "834330", "john.smith@outlook.com", "jsmith@contoso.com", "MS-900", "Microsoft 365 Fundamentals", "2019-11-12 10:09:08", "", "868"],
        ["Íñigo", "Peña Arregui", "6409062", "inigo.pena@outlook.es", "ipena@alboran.es", "MB2-713", "Microsoft Dynamics CRM 2016 Sales", "2016-06-09 18:00:00", "2018-12-31", "990"],
    ];
    let pass = |row: [&'static str; 10]| Pass {
        given: row[0],
        surname: row[1],
        mcp_id: row[2],
        email: row[3],
        office_email: row[4],
        code: row[5],
        title: row[6],
        at: NaiveDateTime::parse_from_str(row[7], "%Y-%m-%d %H:%M:%S").unwrap(),
        expires: Some(row[8]).filter(|it| !it.is_empty()).map(day),
        score: row[9].parse().unwrap(),
    };
    PASSES.map(pass).into()
}

pub fn sold() -> Vec<Sold> {
    type Line = (&'static str, &'static str, &'static str, &'static str, &'static str, bool, bool, bool);
    #[rustfmt::skip]
    const SOLD: [Line; 9] = [
        ("2017-01-31", "Fabrikam, Inc.", "CRM Online", "CRM-ONL-PRO", "1200.5", true, false, false),
        ("2017-01-09", "Panadería Ibáñez e Hijos", "Dynamics 365 Plan 1", "D365-P1", "18400", true, false, false),
        ("2016-12-15", "Northwind Traders", "CRM Online", "CRM-ONL-PRO", "-480.25", true, false, false),
        ("2016-12-15", "Northwind Traders", "CRM Online", "CRM-ONL-PRO", "3980.4", true, false, true),
        ("2016-11-30", "Cervezas Alhamar, S.A.", "Office 365 E3", "O365-E3", "95.99", false, false, false),
        ("2016-11-02", "Wide World Importers", "Power BI Pro", "PBI-PRO", "0", false, true, false),
        ("2016-07-27", "Muñoz & Castaño, S.L.", "Dynamics 365 Plan 1", "D365-P1", "123456.78", true, true, false),
        ("2016-07-04", "Fabrikam, Inc.", "Dynamics 365 for Sales", "D365-SAL", "31.1", true, false, false),
        ("2016-02-29", "Adatum", "CRM Online Professional", "CRM-ONL-PRO", "2745.25", false, false, false),
    ];
    let line = |line: Line| Sold {
        day: day(line.0),
        customer: line.1,
        product: line.2,
        sku: line.3,
        amount: line.4.parse().unwrap(),
        is_dpor: line.5,
        renewal: line.6,
        repeated: line.7,
    };
    SOLD.map(line).into()
}

impl Pass {
    /// What the pass in a row has in a column.
    pub fn cell(&self, row: usize, says: Says) -> Value {
        let is_passed = self.score >= 700;
        match says {
            Says::Title => Value::text(self.title),
            Says::Code => Value::text(self.code),
            Says::Kind => Value::text(["Exam", "Certification", "Assessment", "Compliance Assessment"][row % 4]),
            Says::Given => Value::text(self.given),
            Says::Surname => Value::text(self.surname),
            Says::FullName => Value::text(&self.name()),
            Says::Email => Value::text(self.email),
            Says::OfficeEmail => Value::text(self.office_email),
            Says::PassedAt => Value::Moment(self.at),
            Says::PassedOn => Value::Day(self.at.date()),
            Says::ExpiresOn => self.expires.map_or(Value::Blank, Value::Day),
            Says::Status => Value::text("Active"),
            Says::IsMcp => Value::Number((row % 2).into()),
            Says::McpId => Value::Number(self.mcp_id.parse().unwrap()),
            Says::UserKey => Value::Text(self.key()),
            Says::Score => Value::Number(self.score.into()),
            Says::PassOrFail => Value::text(if is_passed { "Pass" } else { "Fail" }),
            Says::AprobadoOSuspenso => Value::text(if is_passed { "Aprobado" } else { "Suspenso" }),
            Says::Month => Value::Month(first_of_month(self.at.date())),
            _ => anything(row, says),
        }
    }

    /// What the company's directory calls them.
    pub fn key(&self) -> String {
        key(self.mcp_id.parse().unwrap())
    }

    pub fn name(&self) -> String {
        format!("{} {}", self.given, self.surname)
    }
}

impl Sold {
    /// What the sale in a row has in a column.
    pub fn cell(&self, row: usize, says: Says) -> Value {
        let yes = |yes: bool, words: [&str; 2]| Value::text(if yes { words[0] } else { words[1] });
        match says {
            Says::Customer => Value::text(self.customer),
            Says::Product => Value::text(self.product),
            Says::Sku => Value::text(self.sku),
            Says::Day => Value::Day(self.day),
            Says::Month => Value::Month(first_of_month(self.day)),
            Says::MonthKey => Value::Number(self.day.format("%Y%m").to_string().parse().unwrap()),
            Says::Amount => Value::Number(self.amount),
            Says::Currency => Value::text("EUR"),
            Says::Association => yes(self.is_dpor, ["DPOR", ""]),
            Says::YesDpor => yes(self.is_dpor, ["Yes", "No"]),
            Says::SiDpor => yes(self.is_dpor, ["Sí", "No"]),
            Says::Renewal => yes(self.renewal, ["Renewal", "New"]),
            Says::Renovacion => yes(self.renewal, ["Renovación", "Alta"]),
            Says::Repeated => Value::Number(u32::from(self.repeated).into()),
            Says::OtherAmount => Value::Number(Decimal::new(i64::try_from(row).unwrap() * 7919, 2)),
            Says::Seats => Value::Number((5 * row).into()),
            Says::SubscriptionStart => Value::Day(day("2015-03-13")),
            Says::SubscriptionEnd => Value::Day(day("2018-03-12")),
            _ => anything(row, says),
        }
    }
}

fn anything(row: usize, says: Says) -> Value {
    match says {
        Says::Always(words) => words.parse().map_or_else(|_| Value::text(words), Value::Number),
        Says::Id => Value::Number((3000 + 7 * (row / 2)).into()),
        Says::Key => Value::Text(key(row / 2)),
        _ => panic!("{says:?} is of another kind of export"),
    }
}

/// What a directory calls somebody.
fn key(number: usize) -> String {
    format!("3f2504e0-4f89-41d3-9a0c-{number:012x}")
}

fn first_of_month(day: NaiveDate) -> NaiveDate {
    chrono::Datelike::with_day(&day, 1).unwrap()
}
