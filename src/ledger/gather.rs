//! Joining sources into one ledger.

use std::collections::{HashMap, HashSet};
use std::hash::{BuildHasherDefault, Hash, Hasher};

use rust_decimal::Decimal;

use crate::hashing::QuickHasher;

use super::likeness::suggestions;
use super::people::identify;
use super::{
    Assumptions, Corrections, Credential, Finding, FindingCode, Ledger, NameLikeness, Person, Sale, SaleDate, Sales,
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
        let (people, credentials, suggestions) = who_passed_what(&sources, corrections);
        note_namesakes(&people, &credentials, &suggestions, &mut findings);
        let sales = Sales::by_place(mark_repeated(&sources, &mut findings));
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

/// The people, their credentials, and who may be one.
fn who_passed_what(sources: &[&Source], corrections: &Corrections) -> (Vec<Person>, Vec<Credential>, Vec<Suggestion>) {
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
    (identified.people, credentials, suggestions)
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

/// A number for each row that says something.
type Told<'a, T> = HashMap<Said<'a>, T, BuildHasherDefault<QuickHasher>>;

/// The sales of each source, those that repeat an earlier file marked. Each row that says the same as an earlier one of its
/// file is noted.
fn mark_repeated(sources: &[&Source], findings: &mut Vec<Finding>) -> Vec<Sales> {
    let mut sources: Vec<&Sales> = sources.iter().map(|source| &source.sales).collect();
    sources.retain(|sales| !sales.is_empty());
    // How often each row stands in the earlier file that has it most often.
    let mut most: Told<'_, u32> = HashMap::default();
    let mut all = Vec::new();
    for (nth, sales) in (1..).zip(&sources) {
        // The first row that says it, and how many do.
        let mut here: Told<'_, (u32, u32)> =
            HashMap::with_capacity_and_hasher(sales.len(), BuildHasherDefault::default());
        let mut repeating = HashSet::new();
        for (at, sale) in (0..).zip(sales.iter()).filter(|(_, sale)| !sale.repeated) {
            let (first, count) = here.entry(Said(sale)).or_insert((at, 0));
            *count += 1;
            if most.get(&Said(sale)).is_some_and(|earlier| *count <= *earlier) {
                repeating.insert(at);
            }
            if let Some(earlier) = sales.get(*first as usize).filter(|earlier| earlier.place != sale.place) {
                let value = Some(earlier.place.row.to_string().into());
                findings.push(Finding { value, ..Finding::at(&sale.place, FindingCode::IdenticalRows) });
            }
        }
        // Nothing comes after the last file, which may be long.
        if nth < sources.len() {
            for (said, (_, count)) in here.drain() {
                let before = most.entry(said).or_default();
                *before = count.max(*before);
            }
        }
        drop(here);
        let mut sales = (*sales).clone();
        if !repeating.is_empty() {
            let rows = (0..).zip(sales.rows_mut()).filter(|(at, _)| repeating.contains(at));
            rows.for_each(|(_, sale)| sale.repeated = true);
        }
        all.push(sales);
    }
    all
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
