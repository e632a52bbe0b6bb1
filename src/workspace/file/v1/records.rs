//! What was read from one file: its records in columns.

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::super::FileFault;
use super::super::columns::{Amount, Collected, Day, Marks, Places, Texts, Words, same_length};
use super::super::packed::Packed;
use super::{SHEET_KINDS, named};
use crate::ledger::{
    self, CredentialRow, FileStamp, Finding, FindingCode, PersonKeys, SaleDate, SheetKind, SheetTally, Tie,
};

/// A file that was read.
#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Source {
    file: String,
    origin: String,
    company: String,
    sheets: Vec<Sheet>,
    records: Packed,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    stamp: Option<Stamp>,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    sum: String,
}

/// How the file stood on disk.
#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Stamp {
    size: u64,
    changed: i64,
    read: i64,
}

#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Sheet {
    name: String,
    kind: Option<String>,
    rows: usize,
    taken: usize,
    left_out: usize,
    records: usize,
}

/// The columns of a file's records. Numbers stand for texts.
#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Records {
    texts: Words,
    credentials: Credentials,
    sales: Sales,
    findings: Findings,
}

#[derive(Debug, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Credentials {
    places: Places,
    mcp_ids: Vec<u32>,
    office_emails: Vec<u32>,
    personal_emails: Vec<u32>,
    names: Vec<u32>,
    exams: Vec<u32>,
    passed: Vec<Day>,
    expires: Vec<Option<Day>>,
    failed: Marks,
}

#[derive(Debug, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Sales {
    places: Places,
    dates: Vec<Day>,
    /// Those of which only the month is known.
    months: Marks,
    customers: Vec<u32>,
    products: Vec<u32>,
    skus: Vec<u32>,
    amounts: Vec<Amount>,
    currencies: Vec<u32>,
    /// From 1 on; 0 where the file does not tell.
    associations: Vec<u32>,
    renewals: Marks,
    repeated: Marks,
    assumed: Marks,
}

/// Texts count from 1 on here; 0 is none.
#[derive(Debug, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Findings {
    files: Vec<u32>,
    sheets: Vec<u32>,
    rows: Vec<Option<u32>>,
    columns: Vec<u32>,
    codes: Words,
    values: Vec<u32>,
    others: Vec<u32>,
}

impl Source {
    pub(super) fn of(source: &ledger::Source) -> Result<Self, FileFault> {
        let mut texts = Collected::default();
        let credentials = Credentials::of(&source.credentials, &mut texts);
        let sales = Sales::of(&source.sales, &mut texts);
        let findings = Findings::of(&source.findings, &mut texts);
        let sheet = |sheet: &SheetTally| Sheet {
            name: sheet.sheet.to_string(),
            kind: sheet.kind.map(|kind| kind.as_str().to_owned()),
            rows: sheet.rows,
            taken: sheet.taken,
            left_out: sheet.left_out,
            records: sheet.records,
        };
        Ok(Self {
            file: source.file.to_string(),
            origin: source.origin.to_string(),
            company: source.company.to_string(),
            sheets: source.sheets.iter().map(sheet).collect(),
            records: Packed::pack(&Records { texts: texts.into_texts(), credentials, sales, findings })?,
            stamp: source.stamp.map(|FileStamp { size, changed, read }| Stamp { size, changed, read }),
            sum: source.sum.to_string(),
        })
    }

    pub(super) fn packed(&self) -> &Packed {
        &self.records
    }

    pub(super) fn source(self) -> Result<ledger::Source, FileFault> {
        let Records { texts, credentials, sales, findings } = self.records.unpack()?;
        let texts = Texts::new(texts);
        let kind = |name: String| named(&name, SHEET_KINDS, SheetKind::as_str);
        let sheet = |sheet: Sheet| {
            Ok(SheetTally {
                sheet: sheet.name.into(),
                kind: sheet.kind.map(kind).transpose()?,
                rows: sheet.rows,
                taken: sheet.taken,
                left_out: sheet.left_out,
                records: sheet.records,
            })
        };
        Ok(ledger::Source {
            file: self.file.into(),
            origin: self.origin.into(),
            company: self.company.into(),
            sheets: self.sheets.into_iter().map(sheet).collect::<Result<_, FileFault>>()?,
            credentials: credentials.rows(&texts)?,
            sales: sales.rows(&texts)?.into(),
            findings: findings.findings(&texts)?,
            stamp: self.stamp.map(|Stamp { size, changed, read }| FileStamp { size, changed, read }),
            sum: self.sum.into(),
        })
    }
}

impl Credentials {
    fn of<'a>(rows: &'a [CredentialRow], texts: &mut Collected<'a>) -> Self {
        let mut columns = Self::default();
        for row in rows {
            columns.places.push(texts, &row.place);
            columns.mcp_ids.push(texts.number(&row.person.mcp_id));
            columns.office_emails.push(texts.number(&row.person.office_email));
            columns.personal_emails.push(texts.number(&row.person.personal_email));
            columns.names.push(texts.number(&row.person.name));
            columns.exams.push(texts.number(&row.exam));
            columns.passed.push(Day::of(row.passed));
            columns.expires.push(row.expires.map(Day::of));
        }
        columns.failed = Marks::new(rows.iter().map(|row| row.failed));
        columns
    }

    fn rows(self, texts: &Texts) -> Result<Vec<CredentialRow>, FileFault> {
        let keys = [&self.mcp_ids, &self.office_emails, &self.personal_emails, &self.names, &self.exams];
        let [mcp_ids, office_emails, personal_emails, names, exams] = keys.map(Vec::len);
        let lengths = [mcp_ids, office_emails, personal_emails, names, exams, self.expires.len()];
        let records = same_length(self.passed.len(), &lengths)?;
        let text = |number: u32| texts.get(number).map(|text| String::from(&**text));
        let places = self.places.places(records, texts)?;
        let failed = self.failed.marks(records)?;
        let mut rows = Vec::with_capacity(records);
        for (place, failed) in places.into_iter().zip(failed) {
            let at = rows.len();
            rows.push(CredentialRow {
                person: PersonKeys {
                    mcp_id: text(self.mcp_ids[at])?,
                    office_email: text(self.office_emails[at])?,
                    personal_email: text(self.personal_emails[at])?,
                    name: text(self.names[at])?,
                }
                .into(),
                exam: texts.get(self.exams[at])?.clone(),
                passed: self.passed[at].day()?,
                expires: self.expires[at].map(Day::day).transpose()?,
                failed,
                place,
            });
        }
        Ok(rows)
    }
}

impl Sales {
    fn of<'a>(rows: &'a ledger::Sales, texts: &mut Collected<'a>) -> Self {
        let mut columns = Self::default();
        for row in rows.iter() {
            columns.places.push(texts, &row.place);
            columns.dates.push(Day::of(row.date.first_day()));
            columns.customers.push(texts.number(&row.customer));
            columns.products.push(texts.number(&row.product));
            columns.skus.push(texts.number(&row.sku));
            columns.amounts.push(Amount(row.amount));
            columns.currencies.push(texts.number(&row.currency));
            columns.associations.push(texts.maybe(match &row.association {
                Tie::NotTold => None,
                Tie::Told(text) => Some(text),
            }));
        }
        let marks = |of: fn(&ledger::Sale) -> bool| Marks::new(rows.iter().map(of));
        columns.months = marks(|row| matches!(row.date, SaleDate::Month(_)));
        columns.renewals = marks(|row| row.renewal);
        columns.repeated = marks(|row| row.repeated);
        columns.assumed = marks(|row| row.assumed);
        columns
    }

    fn rows(self, texts: &Texts) -> Result<Vec<ledger::Sale>, FileFault> {
        let columns = [&self.customers, &self.products, &self.skus, &self.currencies, &self.associations];
        let [customers, products, skus, currencies, associations] = columns.map(Vec::len);
        let lengths = [customers, products, skus, currencies, associations, self.amounts.len()];
        let records = same_length(self.dates.len(), &lengths)?;
        let text = |number: u32| texts.get(number).cloned();
        let [months, renewals, repeated, assumed] =
            [&self.months, &self.renewals, &self.repeated, &self.assumed].map(|marks| marks.marks(records));
        let (months, renewals, repeated, assumed) = (months?, renewals?, repeated?, assumed?);
        let mut rows = Vec::with_capacity(records);
        for place in self.places.places(records, texts)? {
            let at = rows.len();
            let day = self.dates[at].day()?;
            rows.push(ledger::Sale {
                date: if months[at] { SaleDate::Month(day) } else { SaleDate::Day(day) },
                customer: text(self.customers[at])?,
                product: text(self.products[at])?,
                sku: text(self.skus[at])?,
                amount: self.amounts[at].0,
                currency: text(self.currencies[at])?,
                association: texts.maybe(self.associations[at])?.map_or(Tie::NotTold, |text| Tie::Told(text.clone())),
                renewal: renewals[at],
                repeated: repeated[at],
                assumed: assumed[at],
                place,
            });
        }
        Ok(rows)
    }
}

impl Findings {
    fn of<'a>(findings: &'a [Finding], texts: &mut Collected<'a>) -> Self {
        let mut columns = Self::default();
        for finding in findings {
            columns.files.push(texts.maybe(finding.file.as_deref()));
            columns.sheets.push(texts.maybe(finding.sheet.as_deref()));
            columns.rows.push(finding.row);
            columns.columns.push(texts.maybe(finding.column.as_deref()));
            columns.codes.0.push(finding.code.as_str().to_owned());
            columns.values.push(texts.maybe(finding.value.as_deref()));
            columns.others.push(texts.maybe(finding.other.as_deref()));
        }
        columns
    }

    fn findings(self, texts: &Texts) -> Result<Vec<Finding>, FileFault> {
        let columns = [&self.files, &self.sheets, &self.columns, &self.values, &self.others];
        same_length(self.rows.len(), &columns.map(Vec::len))?;
        same_length(self.rows.len(), &[self.codes.0.len()])?;
        let maybe = |number: u32| texts.maybe(number).map(Option::<&Arc<str>>::cloned);
        let mut findings = Vec::with_capacity(self.rows.len());
        for (at, row) in self.rows.into_iter().enumerate() {
            findings.push(Finding {
                file: maybe(self.files[at])?,
                sheet: maybe(self.sheets[at])?,
                row,
                column: maybe(self.columns[at])?,
                code: named(&self.codes.0[at], FindingCode::ALL, FindingCode::as_str)?,
                value: maybe(self.values[at])?,
                other: maybe(self.others[at])?,
            });
        }
        Ok(findings)
    }
}
