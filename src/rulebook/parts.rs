//! The parts that every rulebook file is made of: names, texts, counts, dates, lists.

use std::collections::HashSet;
use std::str::FromStr;

use chrono::NaiveDate;

use super::check::Check;
use super::file::Json;
use super::{Bilingual, Fault, FaultCode};

/// Each of these notes a fault where the file has one, and returns something in any case.
impl Check {
    pub(super) fn fault(&mut self, path: &str, code: FaultCode, value: String) {
        let path = if path.is_empty() { "$" } else { path };
        self.faults.push(Fault { path: path.to_owned(), code, value });
    }

    /// The entries of an object. Names that the format does not know are faults, where it knows all (`known` not empty).
    pub(super) fn object<'a>(&mut self, json: &'a Json, path: &str, known: &[&str]) -> Object<'a> {
        let Json::Object(entries) = json else {
            self.fault(path, FaultCode::WrongKind, json.quoted());
            return Vec::new();
        };
        let mut seen = HashSet::new();
        for (name, _) in entries {
            if !seen.insert(name) {
                self.fault(&join(path, name), FaultCode::Twice, name.clone());
            }
            if !known.is_empty() && !known.contains(&name.as_str()) {
                self.fault(&join(path, name), FaultCode::UnknownName, name.clone());
            }
        }
        entries.iter().map(|(name, json)| (name, json)).collect()
    }

    pub(super) fn needed<'a>(&mut self, object: &Object<'a>, path: &str, name: &str) -> Option<&'a Json> {
        let found = get(object, name);
        if found.is_none() {
            self.fault(&join(path, name), FaultCode::Missing, name.to_owned());
        }
        found
    }

    /// What a file names once at its top. There may be none: a competency may ask for revenue alone.
    pub(super) fn entries<'a>(&mut self, object: &Object<'a>, name: &str) -> Object<'a> {
        self.needed(object, "", name).map(|json| self.object(json, name, &[])).unwrap_or_default()
    }

    pub(super) fn text(&mut self, json: &Json, path: &str) -> String {
        if let Json::Text(text) = json
            && !text.trim().is_empty()
        {
            return text.clone();
        }
        self.fault(path, FaultCode::WrongKind, json.quoted());
        String::new()
    }

    pub(super) fn id(&mut self, object: &Object<'_>, path: &str, name: &str) -> String {
        self.needed(object, path, name).map(|json| self.text(json, &join(path, name))).unwrap_or_default()
    }

    pub(super) fn title(&mut self, object: &Object<'_>, path: &str, name: &str) -> Bilingual {
        let Some(json) = self.needed(object, path, name) else { return Bilingual::default() };
        let path = join(path, name);
        let words = self.object(json, &path, &["en", "es"]);
        Bilingual { en: self.id(&words, &path, "en"), es: self.id(&words, &path, "es") }
    }

    pub(super) fn aliases(&mut self, object: &Object<'_>, path: &str) -> Vec<String> {
        get(object, "aliases").map(|json| self.items(json, &join(path, "aliases"), Self::text)).unwrap_or_default()
    }

    pub(super) fn date(&mut self, json: &Json, path: &str) -> NaiveDate {
        let text = self.text(json, path);
        NaiveDate::from_str(&text).ok().filter(|day| day.to_string() == text).unwrap_or_else(|| {
            // What is no text at all has been told already.
            if !text.is_empty() {
                self.fault(path, FaultCode::NotADate, text);
            }
            NaiveDate::default()
        })
    }

    pub(super) fn count(&mut self, object: &Object<'_>, path: &str, name: &str) -> u32 {
        let Some(json) = self.needed(object, path, name) else { return 1 };
        // Twelve hundred months, or seats, are more than any page of rules will ask for.
        let count = (1..=1200).find(|count| *json == Json::Number(f64::from(*count)));
        count.unwrap_or_else(|| {
            self.fault(&join(path, name), FaultCode::NotACount, json.quoted());
            1
        })
    }

    /// Each item of a list that must not be empty.
    pub(super) fn items<T>(&mut self, json: &Json, path: &str, read: fn(&mut Self, &Json, &str) -> T) -> Vec<T> {
        let Json::List(items) = json else {
            self.fault(path, FaultCode::WrongKind, json.quoted());
            return Vec::new();
        };
        if items.is_empty() {
            self.fault(path, FaultCode::EmptyList, String::new());
        }
        items.iter().enumerate().map(|(place, item)| read(self, item, &format!("{path}[{place}]"))).collect()
    }

    pub(super) fn list<T>(
        &mut self,
        object: &Object<'_>,
        path: &str,
        name: &str,
        read: fn(&mut Self, &Json, &str) -> T,
    ) -> Vec<T> {
        self.needed(object, path, name).map(|json| self.items(json, &join(path, name), read)).unwrap_or_default()
    }

    /// A list whose items have ids, each of which may stand once.
    pub(super) fn unique_list<T>(
        &mut self,
        object: &Object<'_>,
        path: &str,
        name: &str,
        read: fn(&mut Self, &Json, &str) -> T,
        id: fn(&T) -> String,
    ) -> Vec<T> {
        let items = self.list(object, path, name, read);
        let mut seen = HashSet::new();
        for (place, item) in items.iter().enumerate() {
            let id = id(item);
            if !id.is_empty() && !seen.insert(id.clone()) {
                self.fault(&format!("{}[{place}].id", join(path, name)), FaultCode::Twice, id);
            }
        }
        items
    }

    /// A list of keys that must be known; nothing where the list is left out.
    pub(super) fn keys<T>(
        &mut self,
        object: &Object<'_>,
        path: &str,
        name: &str,
        unknown: FaultCode,
        find: fn(&Self, &str) -> Option<T>,
    ) -> Option<Vec<T>> {
        let json = get(object, name)?;
        let path = join(path, name);
        let keys = self.items(json, &path, Self::text);
        let mut found = Vec::with_capacity(keys.len());
        for (place, key) in keys.into_iter().enumerate() {
            match find(self, &key) {
                Some(id) => found.push(id),
                None => self.fault(&format!("{path}[{place}]"), unknown, key),
            }
        }
        Some(found)
    }
}

/// The entries of a JSON object, in the file's order.
pub(super) type Object<'a> = Vec<(&'a String, &'a Json)>;

/// The entry of a name.
pub(super) fn get<'a>(object: &Object<'a>, name: &str) -> Option<&'a Json> {
    object.iter().find(|(known, _)| *known == name).map(|(_, json)| *json)
}

/// The JSON path of an entry.
pub(super) fn join(path: &str, name: &str) -> String {
    if path.is_empty() { name.to_owned() } else { format!("{path}.{name}") }
}
