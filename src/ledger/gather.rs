//! Joining sources into one ledger.

use std::collections::HashMap;
use std::hash::{Hash, Hasher};

use rust_decimal::Decimal;

use super::likeness::suggestions;
use super::people::identify;
use super::{
    Assumptions, Corrections, Credential, Finding, FindingCode, Ledger, NameLikeness, Person, Place, Sale, SaleDate,
    Source, Suggestion, Tie,
};

impl Ledger {
    /// Joins what was read from files, in the order in which they were given.
    ///
    /// A sale that an earlier file already has is marked as repeated, occurrence by occurrence: a row that stands twice in
    /// one file and once in the next counts twice. Equal rows of one file both count and are a finding.
    pub fn gather<'a>(sources: impl IntoIterator<Item = &'a Source>) -> Self {
        Self::gather_corrected(sources, &Corrections::default())
    }

    /// The same, with what the user said about people and exams.
    pub fn gather_corrected<'a>(sources: impl IntoIterator<Item = &'a Source>, corrections: &Corrections) -> Self {
        let sources: Vec<&Source> = sources.into_iter().collect();
        let mut findings: Vec<Finding> = sources.iter().flat_map(|source| source.findings.iter().cloned()).collect();
        let mut sales = mark_repeated(&sources, &mut findings);
        sales.sort_by(|a, b| a.place.cmp(&b.place));

        let rows: Vec<_> = sources.iter().flat_map(|source| &source.credentials).collect();
        let identified = identify(rows.iter().map(|row| &*row.person), &corrections.same);
        let mut exams = corrections.exams();
        let mut credentials: Vec<Credential> = rows
            .into_iter()
            .zip(&identified.of_row)
            .map(|(row, person)| Credential {
                person: *person,
                exam: exams.read(&row.exam),
                passed: row.passed,
                expires: row.expires,
                failed: row.failed,
                assumed: false,
                place: row.place.clone(),
            })
            .collect();
        credentials.sort_by(|a, b| a.person.cmp(&b.person).then_with(|| a.place.cmp(&b.place)));
        let suggestions = suggestions(&identified, &corrections.apart);
        let people = identified.people;
        note_namesakes(&people, &credentials, &suggestions, &mut findings);
        findings.sort();
        let company = sources.iter().map(|source| &source.company).find(|name| !name.is_empty());
        let company = company.cloned().unwrap_or_default();
        Self {
            company,
            people,
            credentials,
            sales,
            findings,
            suggestions,
            assumptions: Assumptions::default(),
            left: Vec::new(),
        }
    }
}

/// A sale as all that its row says, apart from where it stands.
struct Said<'a>(&'a Sale);

impl<'a> Said<'a> {
    fn fields(&self) -> (SaleDate, [&'a str; 4], Decimal, &'a Tie, bool) {
        let Sale { date, customer, product, sku, amount, currency, association, renewal, .. } = self.0;
        (*date, [customer, product, sku, currency], *amount, association, *renewal)
    }
}

impl PartialEq for Said<'_> {
    fn eq(&self, other: &Self) -> bool {
        self.fields() == other.fields()
    }
}

impl Eq for Said<'_> {}

impl Hash for Said<'_> {
    fn hash<H: Hasher>(&self, hasher: &mut H) {
        self.fields().hash(hasher);
    }
}

/// Every sale, those that repeat an earlier file marked.
fn mark_repeated(sources: &[&Source], findings: &mut Vec<Finding>) -> Vec<Sale> {
    // A single file, which may be long, repeats no other.
    if let [source] = sources {
        note_identical(&source.sales, findings);
        return source.sales.clone();
    }
    // How often each row stands in the earlier file that has it most often.
    let mut most: HashMap<Said<'_>, usize> = HashMap::new();
    let mut all = Vec::new();
    for source in sources {
        note_identical(&source.sales, findings);
        let mut here: HashMap<Said<'_>, usize> = HashMap::new();
        for sale in &source.sales {
            let mut sale_in_ledger = sale.clone();
            if !sale.repeated {
                let seen = here.entry(Said(sale)).or_default();
                *seen += 1;
                sale_in_ledger.repeated = most.get(&Said(sale)).is_some_and(|earlier| *seen <= *earlier);
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
    let mut first: HashMap<Said<'_>, &Place> = HashMap::new();
    for sale in sales.iter().filter(|sale| !sale.repeated) {
        let earlier = *first.entry(Said(sale)).or_insert(&sale.place);
        if *earlier != sale.place {
            let value = Some(earlier.row.to_string().into());
            findings.push(Finding { value, ..Finding::at(&sale.place, FindingCode::IdenticalRows) });
        }
    }
}

/// Notes everybody who may be somebody else, and would then fill two seats.
fn note_namesakes(
    people: &[Person],
    credentials: &[Credential],
    suggestions: &[Suggestion],
    findings: &mut Vec<Finding>,
) {
    findings.extend(suggestions.iter().filter_map(|suggestion| {
        let first = credentials.partition_point(|credential| credential.person < suggestion.b);
        let code = match suggestion.why {
            NameLikeness::Equal => FindingCode::SameName,
            _ => FindingCode::SimilarName,
        };
        let [value, other] = [suggestion.b, suggestion.a].map(|id| people.get(id.0).map(|it| it.label().into()));
        Some(Finding { value, other, ..Finding::at(&credentials.get(first)?.place, code) })
    }));
}
