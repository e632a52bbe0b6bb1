//! A rulebook as the file that it could be read from.

use chrono::NaiveDate;
use serde::{Serialize, Serializer};

use super::{AttainmentOption, Bilingual, Clause, Level, Requirement, Role, Rulebook};

impl Rulebook {
    /// The content of a rulebook file that [`Rulebook::parse`] reads as this rulebook.
    pub fn to_file(&self) -> String {
        let named = |title, aliases| Named { title: words(title), aliases, accepted_until: None };
        let exams = self.exams.iter().map(|it| {
            (it.code.as_str(), Named { accepted_until: it.accepted_until, ..named(&it.title, it.aliases.as_slice()) })
        });
        let products = self.products.iter().map(|it| (it.key.as_str(), named(&it.title, it.aliases.as_slice())));
        let ties = self.associations.iter().map(|it| (it.key.as_str(), named(&it.title, it.aliases.as_slice())));
        let file = File {
            schema: 1,
            id: &self.id,
            edition: &self.edition,
            in_force_from: self.in_force_from,
            title: words(&self.title),
            source: words(&self.source),
            exams: Ordered(exams.collect()),
            products: Ordered(products.collect()),
            associations: Ordered(ties.collect()),
            options: self.options.iter().map(|option| self.option(option)).collect(),
        };
        // Nothing in a rulebook can fail to be JSON.
        serde_json::to_string(&file).unwrap_or_default()
    }

    fn option<'a>(&'a self, option: &'a AttainmentOption) -> OptionPart<'a> {
        let level = |level: &'a Level| LevelPart {
            id: level.id.as_str(),
            requirements: level.requirements.iter().map(|it| self.requirement(it)).collect(),
        };
        OptionPart { id: &option.id, title: words(&option.title), levels: option.levels.iter().map(level).collect() }
    }

    fn requirement<'a>(&'a self, requirement: &'a Requirement) -> RequirementPart<'a> {
        match requirement {
            Requirement::Revenue(it) => {
                let thresholds = it.thresholds.iter();
                let amount = |(of, least): &'a (super::Market, super::Threshold)| {
                    (of.as_str(), format!("{} {}", least.amount, least.currency))
                };
                let products = it.products.as_ref();
                let ties = it.associations.as_ref();
                RequirementPart::Revenue {
                    id: &it.id,
                    months: it.months,
                    products: products.map(|ids| ids.iter().map(|id| self.products[id.0].key.as_str()).collect()),
                    associations: ties.map(|ids| ids.iter().map(|id| self.associations[id.0].key.as_str()).collect()),
                    net_new: it.net_new,
                    thresholds: Ordered(thresholds.map(amount).collect()),
                }
            }
            Requirement::Roster(it) => {
                RequirementPart::Roster { id: &it.id, roles: it.roles.iter().map(|role| self.role(role)).collect() }
            }
            Requirement::AnyOf(it) => RequirementPart::AnyOf {
                id: &it.id,
                alternatives: it.alternatives.iter().map(|it| self.requirement(it)).collect(),
            },
        }
    }

    fn role<'a>(&'a self, role: &'a Role) -> RolePart<'a> {
        let clause = |clause: &'a Clause| {
            clause.iter().map(|bundle| bundle.iter().map(|id| self.exam(*id).code.as_str()).collect()).collect()
        };
        RolePart {
            id: &role.id,
            title: words(&role.title),
            seats: role.seats,
            clauses: role.clauses.iter().map(clause).collect(),
        }
    }
}

#[derive(Serialize)]
struct File<'a> {
    schema: u32,
    id: &'a str,
    edition: &'a str,
    in_force_from: NaiveDate,
    title: Words<'a>,
    source: Words<'a>,
    exams: Ordered<'a, Named<'a>>,
    products: Ordered<'a, Named<'a>>,
    associations: Ordered<'a, Named<'a>>,
    options: Vec<OptionPart<'a>>,
}

#[derive(Serialize)]
struct Words<'a> {
    en: &'a str,
    es: &'a str,
}

/// What exams, products and associations are described by.
#[derive(Serialize)]
struct Named<'a> {
    title: Words<'a>,
    #[serde(skip_serializing_if = "<[String]>::is_empty")]
    aliases: &'a [String],
    #[serde(skip_serializing_if = "Option::is_none")]
    accepted_until: Option<NaiveDate>,
}

#[derive(Serialize)]
struct OptionPart<'a> {
    id: &'a str,
    title: Words<'a>,
    levels: Vec<LevelPart<'a>>,
}

#[derive(Serialize)]
struct LevelPart<'a> {
    id: &'static str,
    requirements: Vec<RequirementPart<'a>>,
}

#[derive(Serialize)]
#[serde(tag = "kind", rename_all = "kebab-case")]
enum RequirementPart<'a> {
    Revenue {
        id: &'a str,
        months: u32,
        #[serde(skip_serializing_if = "Option::is_none")]
        products: Option<Vec<&'a str>>,
        #[serde(skip_serializing_if = "Option::is_none")]
        associations: Option<Vec<&'a str>>,
        net_new: bool,
        thresholds: Ordered<'a, String>,
    },
    Roster {
        id: &'a str,
        roles: Vec<RolePart<'a>>,
    },
    AnyOf {
        id: &'a str,
        alternatives: Vec<RequirementPart<'a>>,
    },
}

#[derive(Serialize)]
struct RolePart<'a> {
    id: &'a str,
    title: Words<'a>,
    seats: u32,
    clauses: Vec<Vec<Vec<&'a str>>>,
}

/// An object whose names keep their order, which counts.
struct Ordered<'a, T>(Vec<(&'a str, T)>);

impl<T: Serialize> Serialize for Ordered<'_, T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.0.iter().map(|(name, value)| (name, value)))
    }
}

fn words(words: &Bilingual) -> Words<'_> {
    Words { en: &words.en, es: &words.es }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rulebook::{builtin, builtins};

    #[test]
    fn every_built_in_rulebook_is_read_as_it_was_written() {
        for rulebook in builtins() {
            assert_eq!(Rulebook::parse(&rulebook.to_file()).as_ref(), Ok(rulebook), "{}", rulebook.id);
        }
    }

    #[test]
    fn what_is_named_keeps_its_order() {
        let rulebook = builtin("cloud-crm", "2017-07").unwrap();
        let text = rulebook.to_file().replace(
            r#""thresholds":{"developed":"100000 USD","developing":"50000 USD"}"#,
            r#""thresholds":{"developing":"50000 USD","developed":"100000.5 EUR"}"#,
        );
        let changed = Rulebook::parse(&text).unwrap();
        assert_ne!(&changed, rulebook);
        assert_eq!(changed.to_file(), text);
    }
}
