//! A rulebook: one edition of one competency's rules, as data.
//!
//! The types here are the checked form. [`Rulebook::parse`] is the only way to make one, so whoever holds a `Rulebook`
//! knows that every exam a clause names exists, that every role has a seat, and so on.

mod builtin;
mod check;
mod fault;
mod file;
mod names;
mod near;
mod parts;
mod write;

pub use crate::fold::fold;
pub use builtin::{builtin, builtins, in_force};
pub use fault::{Fault, FaultCode};
pub use names::Names;

use std::fmt;

use chrono::NaiveDate;
use rust_decimal::Decimal;

/// One edition of one competency's rules.
#[derive(Debug, Clone, PartialEq)]
pub struct Rulebook {
    /// Names the competency, the same in all editions: `cloud-crm`.
    pub id: String,
    /// Names the edition: `2017-06`.
    pub edition: String,
    /// The first day on which this edition applies.
    pub in_force_from: NaiveDate,
    /// The competency's name.
    pub title: Bilingual,
    /// Where the rules stand.
    pub source: Bilingual,
    /// Every exam that the rules name, in the file's order.
    pub exams: Vec<Exam>,
    /// Every product that the rules name, in the file's order.
    pub products: Vec<Product>,
    /// Every kind of tie to a customer that the rules name, in the file's order.
    pub associations: Vec<Association>,
    /// The ways to attain the competency; any one is enough.
    pub options: Vec<AttainmentOption>,
}

/// The same words in both languages of the program.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Bilingual {
    /// In English.
    pub en: String,
    /// In Spanish.
    pub es: String,
}

/// The place of an exam in [`Rulebook::exams`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ExamId(pub usize);

/// The place of a product in [`Rulebook::products`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ProductId(pub usize);

/// The place of an association in [`Rulebook::associations`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct AssociationId(pub usize);

/// An exam, certification or assessment that the rules name.
#[derive(Debug, Clone, PartialEq)]
pub struct Exam {
    /// Its code as the rules write it: `MB2-714`.
    pub code: String,
    /// Its name.
    pub title: Bilingual,
    /// Other spellings that exports use for it.
    pub aliases: Vec<String>,
    /// The last day on which the rules accept it; for ever where there is none.
    pub accepted_until: Option<NaiveDate>,
}

/// A product whose sales the rules count.
#[derive(Debug, Clone, PartialEq)]
pub struct Product {
    /// Names it inside the rulebook file.
    pub key: String,
    /// Its name.
    pub title: Bilingual,
    /// How exports begin its name.
    pub aliases: Vec<String>,
}

/// A tie between the partner and a customer's subscription, such as Digital Partner of Record.
#[derive(Debug, Clone, PartialEq)]
pub struct Association {
    /// Names it inside the rulebook file.
    pub key: String,
    /// Its name.
    pub title: Bilingual,
    /// How exports write it.
    pub aliases: Vec<String>,
}

/// One of several ways to attain the competency.
#[derive(Debug, Clone, PartialEq)]
pub struct AttainmentOption {
    /// Names the option.
    pub id: String,
    /// Its name.
    pub title: Bilingual,
    /// Silver, Gold. Each is evaluated for itself: Gold never implies Silver.
    pub levels: Vec<Level>,
}

/// A level: met when all its requirements are met.
#[derive(Debug, Clone, PartialEq)]
pub struct Level {
    /// Which level it is.
    pub id: LevelId,
    /// What must all be met.
    pub requirements: Vec<Requirement>,
}

/// The two levels of the programme.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum LevelId {
    /// The first level.
    Silver,
    /// The second level.
    Gold,
}

/// Picks the threshold of a revenue requirement.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub enum Market {
    /// Developed markets.
    #[default]
    Developed,
    /// Developing markets.
    Developing,
}

/// Something a level asks for.
#[derive(Debug, Clone, PartialEq)]
pub enum Requirement {
    /// Enough revenue.
    Revenue(RevenueRequirement),
    /// Enough people with the right exams.
    Roster(RosterRequirement),
    /// Any one of several requirements.
    AnyOf(AnyOf),
}

/// Enough revenue within a number of months.
#[derive(Debug, Clone, PartialEq)]
pub struct RevenueRequirement {
    /// Names the requirement within its level.
    pub id: String,
    /// How many months back a sale may lie.
    pub months: u32,
    /// The products whose sales count; any product where there is none.
    pub products: Option<Vec<ProductId>>,
    /// The associations that make a sale count; any where there is none.
    pub associations: Option<Vec<AssociationId>>,
    /// Whether renewals are left out.
    pub net_new: bool,
    /// What must be reached in each market. A market that is missing here has no threshold in this edition.
    pub thresholds: Vec<(Market, Threshold)>,
}

/// An amount of money that must be reached.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Threshold {
    /// How much.
    pub amount: Decimal,
    /// In which currency, as its ISO 4217 code.
    pub currency: String,
}

/// The seats that must be filled, each by a different person.
#[derive(Debug, Clone, PartialEq)]
pub struct RosterRequirement {
    /// Names the requirement within its level.
    pub id: String,
    /// What the people must have passed.
    pub roles: Vec<Role>,
}

/// What one person must have passed: all of the clauses.
#[derive(Debug, Clone, PartialEq)]
pub struct Role {
    /// Names the role within its roster.
    pub id: String,
    /// Its name.
    pub title: Bilingual,
    /// How many different people it needs.
    pub seats: u32,
    /// All of these.
    pub clauses: Vec<Clause>,
}

/// One of several bundles is enough.
pub type Clause = Vec<Bundle>;

/// All of these exams together; most bundles are one exam.
pub type Bundle = Vec<ExamId>;

/// Any one of several requirements is enough.
#[derive(Debug, Clone, PartialEq)]
pub struct AnyOf {
    /// Names the requirement within its level.
    pub id: String,
    /// The requirements of which one is enough.
    pub alternatives: Vec<Requirement>,
}

impl Rulebook {
    /// The exam at a place. Every [`ExamId`] of this rulebook has one.
    pub fn exam(&self, id: ExamId) -> &Exam {
        &self.exams[id.0]
    }

    /// Whether some roster has a role of that id.
    pub fn has_role(&self, id: &str) -> bool {
        self.find_role(id).is_some()
    }

    /// The first role of that id in any roster.
    pub fn find_role(&self, id: &str) -> Option<&Role> {
        let levels = self.options.iter().flat_map(|option| &option.levels);
        levels.flat_map(|level| &level.requirements).find_map(|requirement| requirement.find_role(id))
    }

    /// Whether the rules still accept an exam on a day.
    pub fn accepts(&self, id: ExamId, day: NaiveDate) -> bool {
        self.exam(id).accepted_until.is_none_or(|last| day <= last)
    }
}

impl RevenueRequirement {
    /// What must be reached in a market, if this edition says so.
    pub fn threshold(&self, market: Market) -> Option<&Threshold> {
        self.thresholds.iter().find(|(of, _)| *of == market).map(|(_, threshold)| threshold)
    }

    /// Whether the same sales count for another requirement in the same windows: only the thresholds may differ.
    pub fn asks_the_same(&self, other: &Self) -> bool {
        (self.months, &self.products, &self.associations, self.net_new)
            == (other.months, &other.products, &other.associations, other.net_new)
    }
}

impl Requirement {
    fn find_role(&self, id: &str) -> Option<&Role> {
        match self {
            Self::Revenue(_) => None,
            Self::Roster(it) => it.roles.iter().find(|role| role.id == id),
            Self::AnyOf(it) => it.alternatives.iter().find_map(|alternative| alternative.find_role(id)),
        }
    }

    /// The requirement's name within its level.
    pub fn id(&self) -> &str {
        match self {
            Self::Revenue(it) => &it.id,
            Self::Roster(it) => &it.id,
            Self::AnyOf(it) => &it.id,
        }
    }
}

impl LevelId {
    /// As files and the command line write it.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Silver => "silver",
            Self::Gold => "gold",
        }
    }
}

impl Market {
    /// Both markets, in the order in which they are offered.
    pub const ALL: [Self; 2] = [Self::Developed, Self::Developing];

    /// As files and the command line write it.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Developed => "developed",
            Self::Developing => "developing",
        }
    }
}

impl fmt::Display for LevelId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl fmt::Display for Market {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}
