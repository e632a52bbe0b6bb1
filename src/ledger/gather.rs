//! Joining sources into one ledger.

use std::collections::HashMap;

use rust_decimal::Decimal;

use super::people::identify;
use super::{Assumptions, Credential, Finding, FindingCode, Ledger, Person, Place, Sale, SaleDate, Source, Tie};

impl Ledger {
    /// Joins what was read from files, in the order in which they were given.
    ///
    /// A sale that an earlier file already has is marked as repeated, occurrence by occurrence: a row that stands twice in
    /// one file and once in the next counts twice. Equal rows of one file both count and are a finding.
    pub fn gather<'a>(sources: impl IntoIterator<Item = &'a Source>) -> Self {
        let sources: Vec<&Source> = sources.into_iter().collect();
        let mut findings: Vec<Finding> = sources.iter().flat_map(|source| source.findings.iter().cloned()).collect();
        let mut sales = mark_repeated(&sources, &mut findings);
        sales.sort_by(|a, b| a.place.cmp(&b.place));

        let rows: Vec<_> = sources.iter().flat_map(|source| &source.credentials).collect();
        let (people, person_of_row) = identify(rows.iter().map(|row| &row.person));
        let mut credentials: Vec<Credential> = rows
            .into_iter()
            .zip(person_of_row)
            .map(|(row, person)| Credential {
                person,
                exam: row.exam.clone(),
                passed: row.passed,
                expires: row.expires,
                failed: row.failed,
                assumed: false,
                place: row.place.clone(),
            })
            .collect();
        credentials.sort_by(|a, b| a.person.cmp(&b.person).then_with(|| a.place.cmp(&b.place)));
        note_namesakes(&people, &credentials, &mut findings);
        findings.sort();
        let company = sources.iter().map(|source| &source.company).find(|name| !name.is_empty());
        let company = company.cloned().unwrap_or_default();
        Self { company, people, credentials, sales, findings, assumptions: Assumptions::default(), left: Vec::new() }
    }
}

/// All that a sales row says, apart from where it stands.
#[derive(PartialEq, Eq, Hash)]
struct SaleFields<'a> {
    date: SaleDate,
    customer: &'a str,
    product: &'a str,
    sku: &'a str,
    amount: Decimal,
    currency: &'a str,
    association: &'a Tie,
    renewal: bool,
}

impl<'a> SaleFields<'a> {
    fn of(sale: &'a Sale) -> Self {
        Self {
            date: sale.date,
            customer: &sale.customer,
            product: &sale.product,
            sku: &sale.sku,
            amount: sale.amount,
            currency: &sale.currency,
            association: &sale.association,
            renewal: sale.renewal,
        }
    }
}

/// Every sale, those that repeat an earlier file marked.
fn mark_repeated(sources: &[&Source], findings: &mut Vec<Finding>) -> Vec<Sale> {
    // How often each row stands in the earlier file that has it most often.
    let mut most: HashMap<SaleFields<'_>, usize> = HashMap::new();
    let mut all = Vec::new();
    for source in sources {
        note_identical(&source.sales, findings);
        let mut here: HashMap<SaleFields<'_>, usize> = HashMap::new();
        for sale in &source.sales {
            let mut sale_in_ledger = sale.clone();
            if !sale.repeated {
                let seen = here.entry(SaleFields::of(sale)).or_default();
                *seen += 1;
                sale_in_ledger.repeated = most.get(&SaleFields::of(sale)).is_some_and(|earlier| *seen <= *earlier);
            }
            all.push(sale_in_ledger);
        }
        for (fields, count) in here {
            let before = most.entry(fields).or_default();
            *before = count.max(*before);
        }
    }
    all
}

/// Notes each row that says the same as an earlier one of the same file.
fn note_identical(sales: &[Sale], findings: &mut Vec<Finding>) {
    let mut first: HashMap<SaleFields<'_>, &Place> = HashMap::new();
    for sale in sales.iter().filter(|sale| !sale.repeated) {
        let earlier = *first.entry(SaleFields::of(sale)).or_insert(&sale.place);
        if *earlier != sale.place {
            let value = Some(earlier.row.to_string().into());
            findings.push(Finding { value, ..Finding::at(&sale.place, FindingCode::IdenticalRows) });
        }
    }
}

/// Notes each person who has the name of another: they may be one, and would then fill two seats.
fn note_namesakes(people: &[Person], credentials: &[Credential], findings: &mut Vec<Finding>) {
    let mut known: HashMap<String, usize> = HashMap::new();
    for of_one_person in credentials.chunk_by(|a, b| a.person == b.person) {
        let Some(first) = of_one_person.first() else { continue };
        let Some(person) = people.get(first.person.0).filter(|person| !person.name.is_empty()) else { continue };
        let namesakes = known.entry(person.name.to_lowercase()).or_default();
        *namesakes += 1;
        if *namesakes > 1 {
            let value = Some(person.name.as_str().into());
            findings.push(Finding { value, ..Finding::at(&first.place, FindingCode::SameName) });
        }
    }
}
