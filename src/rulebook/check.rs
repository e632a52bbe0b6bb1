//! From a rulebook file to a [`Rulebook`], in one step that keeps going and finds every fault.

use std::collections::{HashMap, HashSet};
use std::str::FromStr;

use rust_decimal::Decimal;

use super::file::Json;
use super::names::compact;
use super::parts::{Object, get, join};
use super::{
    AnyOf, Association, AssociationId, AttainmentOption, Bilingual, Bundle, Clause, Exam, ExamId, Fault, FaultCode,
    Level, LevelId, Market, Product, ProductId, Requirement, RevenueRequirement, Role, RosterRequirement, Rulebook,
    Threshold,
};

/// The most exams that a rulebook may name. The pages of the programme name thirty at most.
pub(crate) const MOST_EXAMS: usize = 128;
/// The most ways in which one role may be filled, counted as the product of its clauses' bundles.
const MOST_WAYS: usize = 4096;
/// The most roles that one roster may have.
const MOST_ROLES: usize = 16;
/// The most seats that one roster may have.
const MOST_SEATS: u32 = 200;

impl Rulebook {
    /// Reads a rulebook file.
    ///
    /// # Errors
    /// Every fault in the file, in its order.
    pub fn parse(text: &str) -> Result<Self, Vec<Fault>> {
        let json: Json = serde_json::from_str(text.trim_start_matches('\u{feff}')).map_err(|error| {
            vec![Fault { path: "$".to_owned(), code: FaultCode::NotJson, value: error.to_string() }]
        })?;
        let mut check = Check::default();
        let rulebook = check.rulebook(&json);
        if check.faults.is_empty() { Ok(rulebook) } else { Err(check.faults) }
    }
}

/// What is known while a file is walked through. Each function returns something even where the file is at fault, so that
/// the walk goes on; with one fault found, the result is thrown away.
#[derive(Default)]
pub(super) struct Check {
    pub(super) faults: Vec<Fault>,
    exams: HashMap<String, ExamId>,
    products: HashMap<String, ProductId>,
    associations: HashMap<String, AssociationId>,
}

impl Check {
    fn rulebook(&mut self, json: &Json) -> Rulebook {
        const NAMES: [&str; 10] = [
            "schema",
            "id",
            "edition",
            "in_force_from",
            "title",
            "source",
            "exams",
            "products",
            "associations",
            "options",
        ];
        let top = self.object(json, "", &NAMES);
        if let Some(schema) = self.needed(&top, "", "schema")
            && *schema != Json::Number(1.0)
        {
            self.fault("schema", FaultCode::WrongSchema, schema.quoted());
        }
        let exams = self.exams(&top);
        let products = self.products(&top);
        let associations = self.associations(&top);
        Rulebook {
            id: self.id(&top, "", "id"),
            edition: self.id(&top, "", "edition"),
            in_force_from: self
                .needed(&top, "", "in_force_from")
                .map(|it| self.date(it, "in_force_from"))
                .unwrap_or_default(),
            title: self.title(&top, "", "title"),
            source: self.title(&top, "", "source"),
            exams,
            products,
            associations,
            options: self.unique_list(&top, "", "options", Self::option, |option: &AttainmentOption| option.id.clone()),
        }
    }

    fn exams(&mut self, top: &Object<'_>) -> Vec<Exam> {
        let entries = self.entries(top, "exams");
        if entries.len() > MOST_EXAMS {
            self.fault("exams", FaultCode::TooManyExams, entries.len().to_string());
        }
        self.exams = entries.iter().enumerate().map(|(place, (code, _))| ((*code).clone(), ExamId(place))).collect();
        let mut exams = Vec::with_capacity(entries.len());
        let mut spellings = HashSet::new();
        for (code, json) in entries {
            let path = format!("exams.{code}");
            // Files write `MB2 714` for `MB2-714`, so these can't be two exams.
            if !spellings.insert(compact(code)) && !self.faults.iter().any(|fault| fault.path == path) {
                self.fault(&path, FaultCode::Twice, code.clone());
            }
            let object = self.object(json, &path, &["title", "aliases", "accepted_until"]);
            let accepted_until = get(&object, "accepted_until");
            exams.push(Exam {
                code: code.clone(),
                title: self.title(&object, &path, "title"),
                aliases: self.aliases(&object, &path),
                accepted_until: accepted_until.map(|it| self.date(it, &format!("{path}.accepted_until"))),
            });
        }
        exams
    }

    fn products(&mut self, top: &Object<'_>) -> Vec<Product> {
        let named = self.named_things(top, "products");
        self.products = named.iter().enumerate().map(|(place, it)| (it.0.clone(), ProductId(place))).collect();
        named.into_iter().map(|(key, title, aliases)| Product { key, title, aliases }).collect()
    }

    fn associations(&mut self, top: &Object<'_>) -> Vec<Association> {
        let named = self.named_things(top, "associations");
        self.associations = named.iter().enumerate().map(|(place, it)| (it.0.clone(), AssociationId(place))).collect();
        named.into_iter().map(|(key, title, aliases)| Association { key, title, aliases }).collect()
    }

    /// Products and associations look alike: a key, a title, aliases.
    fn named_things(&mut self, top: &Object<'_>, name: &str) -> Vec<(String, Bilingual, Vec<String>)> {
        let mut things = Vec::new();
        if get(top, name).is_none() {
            return things;
        }
        for (key, json) in self.entries(top, name) {
            let path = format!("{name}.{key}");
            let object = self.object(json, &path, &["title", "aliases"]);
            things.push((key.clone(), self.title(&object, &path, "title"), self.aliases(&object, &path)));
        }
        things
    }

    fn option(&mut self, json: &Json, path: &str) -> AttainmentOption {
        let object = self.object(json, path, &["id", "title", "levels"]);
        AttainmentOption {
            id: self.id(&object, path, "id"),
            title: self.title(&object, path, "title"),
            levels: self.unique_list(&object, path, "levels", Self::level, |level: &Level| level.id.to_string()),
        }
    }

    fn level(&mut self, json: &Json, path: &str) -> Level {
        let object = self.object(json, path, &["id", "requirements"]);
        let id = self.id(&object, path, "id");
        let id = match id.as_str() {
            "gold" => LevelId::Gold,
            "silver" | "" => LevelId::Silver,
            _ => {
                self.fault(&join(path, "id"), FaultCode::UnknownLevel, id);
                LevelId::Silver
            }
        };
        let requirements =
            self.unique_list(&object, path, "requirements", Self::requirement, |it: &Requirement| it.id().to_owned());
        Level { id, requirements }
    }

    fn requirement(&mut self, json: &Json, path: &str) -> Requirement {
        let kind = match json {
            Json::Object(entries) => entries.iter().find(|(name, _)| name == "kind").map(|(_, kind)| kind.quoted()),
            _ => None,
        };
        match kind.as_deref() {
            Some("revenue") => Requirement::Revenue(self.revenue(json, path)),
            Some("any-of") => Requirement::AnyOf(self.any_of(json, path)),
            Some("roster") => Requirement::Roster(self.roster(json, path)),
            other => {
                let code = if other.is_some() { FaultCode::UnknownRequirement } else { FaultCode::Missing };
                self.fault(&join(path, "kind"), code, other.unwrap_or("kind").to_owned());
                Requirement::Roster(RosterRequirement { id: String::new(), roles: Vec::new() })
            }
        }
    }

    fn revenue(&mut self, json: &Json, path: &str) -> RevenueRequirement {
        const NAMES: [&str; 7] = ["kind", "id", "months", "products", "associations", "net_new", "thresholds"];
        let object = self.object(json, path, &NAMES);
        let products = self
            .keys(&object, path, "products", FaultCode::UnknownProduct, |check, key| check.products.get(key).copied());
        let associations = self.keys(&object, path, "associations", FaultCode::UnknownAssociation, |check, key| {
            check.associations.get(key).copied()
        });
        let net_new = match get(&object, "net_new") {
            None => false,
            Some(Json::Bool(value)) => *value,
            Some(other) => {
                self.fault(&join(path, "net_new"), FaultCode::WrongKind, other.quoted());
                false
            }
        };
        let months = self.count(&object, path, "months");
        let mut thresholds = Vec::new();
        if let Some(json) = self.needed(&object, path, "thresholds") {
            let path = join(path, "thresholds");
            let markets = self.object(json, &path, &[]);
            if markets.is_empty() {
                self.fault(&path, FaultCode::EmptyList, String::new());
            }
            for (name, json) in markets {
                let path = join(&path, name);
                let Some(market) = Market::ALL.into_iter().find(|market| market.as_str() == name) else {
                    self.fault(&path, FaultCode::UnknownMarket, name.clone());
                    continue;
                };
                thresholds.push((market, self.threshold(json, &path)));
            }
        }
        RevenueRequirement { id: self.id(&object, path, "id"), months, products, associations, net_new, thresholds }
    }

    fn roster(&mut self, json: &Json, path: &str) -> RosterRequirement {
        let object = self.object(json, path, &["kind", "id", "roles"]);
        let roles = self.unique_list(&object, path, "roles", Self::role, |role: &Role| role.id.clone());
        if roles.len() > MOST_ROLES {
            self.fault(&join(path, "roles"), FaultCode::TooManyRoles, roles.len().to_string());
        }
        let seats = roles.iter().fold(0_u32, |seats, role| seats.saturating_add(role.seats));
        if seats > MOST_SEATS {
            self.fault(&join(path, "roles"), FaultCode::TooManySeats, seats.to_string());
        }
        RosterRequirement { id: self.id(&object, path, "id"), roles }
    }

    fn role(&mut self, json: &Json, path: &str) -> Role {
        let object = self.object(json, path, &["id", "title", "seats", "clauses"]);
        let clauses = self.list(&object, path, "clauses", Self::clause);
        let ways = clauses.iter().fold(1_usize, |ways, clause| ways.saturating_mul(clause.len().max(1)));
        if ways > MOST_WAYS {
            self.fault(&join(path, "clauses"), FaultCode::TooManyWays, ways.to_string());
        }
        Role {
            id: self.id(&object, path, "id"),
            title: self.title(&object, path, "title"),
            seats: self.count(&object, path, "seats"),
            clauses,
        }
    }

    fn clause(&mut self, json: &Json, path: &str) -> Clause {
        self.items(json, path, Self::bundle)
    }

    fn bundle(&mut self, json: &Json, path: &str) -> Bundle {
        match json {
            Json::Text(_) => vec![self.exam(json, path)],
            _ => self.items(json, path, Self::exam),
        }
    }

    fn exam(&mut self, json: &Json, path: &str) -> ExamId {
        let code = self.text(json, path);
        self.exams.get(&code).copied().unwrap_or_else(|| {
            self.fault(path, FaultCode::UnknownExam, code);
            ExamId(0)
        })
    }

    fn any_of(&mut self, json: &Json, path: &str) -> AnyOf {
        let object = self.object(json, path, &["kind", "id", "alternatives"]);
        AnyOf {
            id: self.id(&object, path, "id"),
            alternatives: self
                .unique_list(&object, path, "alternatives", Self::requirement, |it: &Requirement| it.id().to_owned()),
        }
    }

    /// An amount and its currency: `100000 USD`.
    fn threshold(&mut self, json: &Json, path: &str) -> Threshold {
        let text = self.text(json, path);
        let parts =
            text.split_once(' ').and_then(|(amount, currency)| Some((Decimal::from_str(amount).ok()?, currency)));
        match parts {
            Some((amount, currency)) if is_currency(currency) && !amount.is_sign_negative() && !amount.is_zero() => {
                Threshold { amount, currency: currency.to_owned() }
            }
            _ => {
                // What is no text at all has been told already.
                if !text.is_empty() {
                    self.fault(path, FaultCode::NotAnAmount, text);
                }
                Threshold { amount: Decimal::ZERO, currency: String::new() }
            }
        }
    }
}

fn is_currency(text: &str) -> bool {
    text.len() == 3 && text.bytes().all(|byte| byte.is_ascii_uppercase())
}
