//! What if: a ledger as it would be if people had passed exams, had left, or sales had been made.

use std::sync::Arc;

use chrono::NaiveDate;
use rust_decimal::Decimal;

use super::{Credential, Ledger, Person, PersonId, Place, Sale, SaleDate, Suggestion, Tie};

/// What the user assumes. None of it is written into what was read from files.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Assumptions {
    /// Exams that people are assumed to have passed.
    pub passes: Vec<AssumedPass>,
    /// People, by id, who are assumed to have left.
    pub leavers: Vec<String>,
    /// Sales that are assumed to have been made.
    pub sales: Vec<AssumedSale>,
}

/// An exam that somebody is assumed to have passed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AssumedPass {
    /// The person's id.
    pub person: String,
    /// The exam, as a file would write it.
    pub exam: Arc<str>,
    /// On which day.
    pub passed: NaiveDate,
}

/// A sale that is assumed to have been made: new, of a product and to a customer that count.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AssumedSale {
    /// On which day.
    pub date: NaiveDate,
    /// How much.
    pub amount: Decimal,
    /// In which currency, as its ISO 4217 code.
    pub currency: Arc<str>,
}

impl Assumptions {
    /// Whether nothing is assumed.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

impl Ledger {
    /// The person whom the user means: by id, e-mail or name, in upper or lower case. Nobody where it could be two.
    pub fn find_person(&self, text: &str) -> Option<PersonId> {
        let wanted = text.trim().to_lowercase();
        let is = |known: &str| !known.is_empty() && known.to_lowercase() == wanted;
        let by = |part: fn(&Person) -> &str| {
            let mut found = self.people.iter().enumerate().filter(|(_, person)| is(part(person)));
            found.next().filter(|_| found.next().is_none()).map(|(place, _)| PersonId(place))
        };
        by(|person| &person.id).or_else(|| by(|person| &person.email)).or_else(|| by(|person| &person.name))
    }

    /// This ledger as it would be. Assumed records are marked, and stand before those that were read. What is assumed of
    /// people who are not in the ledger changes nothing.
    #[must_use]
    pub fn assuming(&self, assumptions: &Assumptions) -> Self {
        let stays = |person: &Person| !assumptions.leavers.contains(&person.id);
        let mut places = 0..;
        let place_now: Vec<Option<PersonId>> =
            self.people.iter().map(|person| if stays(person) { places.next().map(PersonId) } else { None }).collect();
        let (people, left): (Vec<Person>, Vec<Person>) = self.people.iter().cloned().partition(stays);
        let place_of = |id: &str| people.binary_search_by(|person| person.id.as_str().cmp(id)).ok().map(PersonId);
        let passes = assumptions.passes.iter().filter_map(|pass| {
            Some(Credential {
                person: place_of(&pass.person)?,
                exam: pass.exam.clone(),
                passed: pass.passed,
                expires: None,
                failed: false,
                assumed: true,
                place: Place::assumed(),
            })
        });
        let read = self.credentials.iter().filter_map(|credential| {
            let person = place_now.get(credential.person.0).copied().flatten()?;
            Some(Credential { person, ..credential.clone() })
        });
        let mut credentials: Vec<Credential> = passes.chain(read).collect();
        credentials.sort_by_key(|credential| credential.person);
        let sales = assumptions.sales.iter().map(|sale| Sale {
            date: SaleDate::Day(sale.date),
            customer: "".into(),
            product: "".into(),
            sku: "".into(),
            amount: sale.amount,
            currency: sale.currency.clone(),
            association: Tie::NotTold,
            renewal: false,
            repeated: false,
            assumed: true,
            place: Place::assumed(),
        });
        let sales = self.sales.behind(sales.collect());
        let now = |id: PersonId| place_now.get(id.0).copied().flatten();
        let suggestions =
            self.suggestions.iter().filter_map(|it| Some(Suggestion { a: now(it.a)?, b: now(it.b)?, ..*it }));
        Self {
            company: self.company.clone(),
            people,
            credentials,
            sales,
            findings: self.findings.clone(),
            suggestions: suggestions.collect(),
            assumptions: assumptions.clone(),
            left,
        }
    }
}

impl Place {
    /// The place of what was read nowhere.
    fn assumed() -> Self {
        Self { file: "".into(), sheet: "".into(), row: 0 }
    }
}
