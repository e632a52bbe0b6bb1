//! The result of an evaluation: values only. Words for them live with the messages.

use chrono::NaiveDate;
use rust_decimal::Decimal;

use crate::ledger::{Finding, PersonId};
use crate::rulebook::{Bundle, ExamId, LevelId};

use super::{Endings, MonthOutlook, NextStep, Path, Proof, Settings};

/// How far a company is from each level.
///
/// It goes with the rulebook and the ledger it was made from: options, levels, requirements, roles and clauses stand in
/// the rulebook's order, verdicts on credentials and sales in the ledger's.
#[derive(Debug, Clone, PartialEq)]
pub struct Readiness {
    /// What was asked.
    pub settings: Settings,
    /// The ways to attain the competency.
    pub options: Vec<OptionReadiness>,
    /// For each of `Ledger::credentials`, whether it counts.
    pub credentials: Vec<CredentialVerdict>,
    /// For each of `Ledger::sales`, why it doesn't count for any requirement; nothing when it counts for one.
    pub sales: Vec<Option<SaleLeftOut>>,
    /// The ledger's findings and those of the evaluation.
    pub findings: Vec<Finding>,
}

/// One way to attain the competency.
#[derive(Debug, Clone, PartialEq)]
pub struct OptionReadiness {
    /// The levels, each for itself.
    pub levels: Vec<LevelReadiness>,
    /// The way to Gold over Silver; nothing where Silver asks for other seats than Gold.
    pub path: Option<Path>,
}

/// How far the company is from one level.
#[derive(Debug, Clone, PartialEq)]
pub struct LevelReadiness {
    /// Which level.
    pub id: LevelId,
    /// Whether all requirements are met.
    pub met: bool,
    /// What the level asks for.
    pub requirements: Vec<RequirementReadiness>,
    /// Whether the exams that its rosters lack may be fewer than their sum: one exam may serve two rosters.
    pub exams_may_be_fewer: bool,
    /// The passes that bring the level one exam nearer, best first.
    pub next: Vec<NextStep>,
}

/// How far the company is from one requirement.
#[derive(Debug, Clone, PartialEq)]
pub enum RequirementReadiness {
    /// Revenue.
    Revenue(RevenueReadiness),
    /// People.
    Roster(RosterReadiness),
    /// Any one of several.
    AnyOf(AnyOfReadiness),
}

/// Any one of several requirements.
#[derive(Debug, Clone, PartialEq)]
pub struct AnyOfReadiness {
    /// The requirement's name within its level.
    pub id: String,
    /// Whether one alternative is met.
    pub met: bool,
    /// The alternatives.
    pub alternatives: Vec<RequirementReadiness>,
}

/// How much revenue counts.
#[derive(Debug, Clone, PartialEq)]
pub struct RevenueReadiness {
    /// The requirement's name within its level.
    pub id: String,
    /// Whether the threshold is reached. Never, where the edition has none for the market.
    pub met: bool,
    /// The first day of the window.
    pub from: NaiveDate,
    /// The last day of the window.
    pub to: NaiveDate,
    /// The currency of all amounts here.
    pub currency: String,
    /// The exact sum of the sales that count.
    pub counted: Decimal,
    /// How many sales count.
    pub sales: usize,
    /// What must be reached; nothing where the edition has no threshold for the market.
    pub threshold: Option<Decimal>,
    /// What is missing; zero when met, nothing without a threshold.
    pub shortfall: Option<Decimal>,
    /// The first day on which it is no longer met if nothing new is sold; nothing when it is not met now, or stays so.
    pub falls_short_on: Option<NaiveDate>,
    /// The ends of the next twelve months, with no new sales.
    pub outlook: Vec<MonthOutlook>,
}

/// Who takes which seat, and what they still lack.
#[derive(Debug, Clone, PartialEq)]
pub struct RosterReadiness {
    /// The requirement's name within its level.
    pub id: String,
    /// Whether nothing is missing.
    pub met: bool,
    /// The least number of further exams that fill all seats.
    pub missing_exams: u32,
    /// Seats for which there is nobody.
    pub new_people: u32,
    /// The roles, with their seats.
    pub roles: Vec<RoleReadiness>,
    /// The people without whom more exams would be missing, by id.
    pub essential: Vec<PersonId>,
    /// One smallest group of people whose leaving loses the roster, by id; nothing while the roster is not met.
    pub leavers: Option<Vec<PersonId>>,
    /// Why it can't be done with fewer exams, if people may take any seat.
    pub proof: Proof,
    /// How many more exams are missing because people are pinned to a role or kept out.
    pub extra_exams: u32,
    /// The first day on which it is no longer met if nobody passes or renews anything; nothing when it is not met now, or
    /// stays so.
    pub falls_short_on: Option<NaiveDate>,
    /// What people hold for it that ends within a year.
    pub endings: Endings,
}

/// The seats of one role.
#[derive(Debug, Clone, PartialEq)]
pub struct RoleReadiness {
    /// The role's name within its roster.
    pub id: String,
    /// The seats: those with the fewest missing exams first, then by person id; those for which there is nobody stand last.
    pub seats: Vec<Seat>,
    /// Who else qualifies and could take one of these seats with no more exams missing in the roster, by id.
    pub stand_ins: Vec<PersonId>,
    /// Those who qualify, by id, where they are no more than there are seats: nobody else could take one of these.
    pub only: Vec<PersonId>,
    /// For each of `Ledger::people`, the least number of exams they lack in this role.
    pub exams_to_go: Vec<u32>,
    /// How many exams somebody lacks who holds none.
    pub exams_from_nothing: u32,
    /// The clauses that they lack: all of them.
    pub missing_from_nothing: Vec<MissingClause>,
}

/// Who takes a seat, as people would say it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Taker {
    /// This person, who holds something towards the role.
    Person(PersonId),
    /// Any one of so many people, two at least: what the seat lacks is enough for each. The seat names the first of them.
    AnyoneOf(usize),
    /// Somebody who is not with the company yet.
    NewPerson,
}

/// One seat of a role.
#[derive(Debug, Clone, PartialEq)]
pub struct Seat {
    /// Who takes it; nobody where the company has too few people.
    pub person: Option<PersonId>,
    /// Whether the user put that person there.
    pub pinned: bool,
    /// The least number of exams still missing.
    pub missing_exams: u32,
    /// The clauses that are fulfilled.
    pub held: Vec<HeldClause>,
    /// The clauses that are not.
    pub missing: Vec<MissingClause>,
}

/// A clause that the seat's holder fulfils.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HeldClause {
    /// The clause's place in its role.
    pub clause: usize,
    /// The exams that fulfil it.
    pub bundle: Bundle,
    /// When the last of them was passed.
    pub passed: NaiveDate,
    /// Whether one of them is only assumed to be passed.
    pub assumed: bool,
}

/// A clause that the seat's holder does not fulfil yet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MissingClause {
    /// The clause's place in its role.
    pub clause: usize,
    /// What would fulfil it: any one of these, each without the exams already held.
    pub one_of: Vec<Bundle>,
}

/// Whether a credential counts, and as what.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CredentialVerdict {
    /// The rulebook's exam that it is; nothing where the rulebook does not name it.
    pub exam: Option<ExamId>,
    /// Why it doesn't count; nothing when it does.
    pub why_not: Option<CredentialLeftOut>,
}

/// Why a credential doesn't count. The first that applies, in this order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum CredentialLeftOut {
    /// Passed after the day of the evaluation.
    Future,
    /// Not passed.
    Failed,
    /// No longer valid.
    Expired,
    /// The rules accept the exam no more.
    NoLongerAccepted,
    /// The rulebook does not name the exam.
    NotInRulebook,
    /// The same person passed the same exam, and that pass counts.
    Duplicate,
}

/// Why a sale doesn't count. The first that applies, in this order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum SaleLeftOut {
    /// After the day of the evaluation.
    Future,
    /// Before the window, or after it.
    OutsideWindow,
    /// Repeats another row.
    Duplicate,
    /// Another product.
    OutOfScope,
    /// The file says that the partner is not associated as asked.
    NotAssociated,
    /// The file has no word on the association.
    AssociationUnknown,
    /// Not new.
    Renewal,
    /// In another currency, and nobody gave a rate.
    NoRate,
}

impl LevelReadiness {
    /// The first day on which a met level is met no more if nothing new comes in; nothing when it stays so.
    pub fn falls_short_on(&self) -> Option<NaiveDate> {
        self.requirements.iter().filter_map(RequirementReadiness::falls_short_on).min().filter(|_| self.met)
    }
}

impl RequirementReadiness {
    /// The first day on which a met requirement is met no more if nothing new comes in; nothing when it stays so. Of
    /// alternatives the last one that is met decides.
    pub fn falls_short_on(&self) -> Option<NaiveDate> {
        match self {
            Self::Revenue(it) => it.falls_short_on,
            Self::Roster(it) => it.falls_short_on,
            Self::AnyOf(it) => {
                let met = it.alternatives.iter().filter(|alternative| alternative.met());
                met.map(Self::falls_short_on).collect::<Option<Vec<_>>>()?.into_iter().max()
            }
        }
    }

    /// Whether the requirement is met.
    pub fn met(&self) -> bool {
        match self {
            Self::Revenue(it) => it.met,
            Self::Roster(it) => it.met,
            Self::AnyOf(it) => it.met,
        }
    }
}

impl RosterReadiness {
    /// Who takes a seat of a role of this roster, as people would say it.
    pub fn taker(&self, role: &RoleReadiness, seat: &Seat) -> Taker {
        let Some(person) = seat.person else { return Taker::NewPerson };
        if role.is_ahead(seat) {
            return Taker::Person(person);
        }
        let ahead: Vec<PersonId> = self
            .roles
            .iter()
            .flat_map(|role| role.seats.iter().filter(|seat| role.is_ahead(seat)))
            .filter_map(|seat| seat.person)
            .collect();
        let equals = role.exams_to_go.iter().enumerate().filter(|(_, to_go)| **to_go == seat.missing_exams);
        match equals.filter(|(place, _)| !ahead.contains(&PersonId(*place))).count() {
            0 | 1 => Taker::Person(person),
            several => Taker::AnyoneOf(several),
        }
    }

    /// How many seats need no further exam, and how many there are.
    pub fn seats_filled(&self) -> (usize, usize) {
        let seats = || self.roles.iter().flat_map(|role| &role.seats);
        (seats().filter(|seat| seat.missing_exams == 0).count(), seats().count())
    }
}

impl RoleReadiness {
    /// Whether whoever takes a seat is ahead of those who hold nothing, or was asked for by name.
    fn is_ahead(&self, seat: &Seat) -> bool {
        seat.pinned || seat.missing != self.missing_from_nothing
    }
}

impl CredentialLeftOut {
    /// As the JSON result and the messages name it.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Future => "future",
            Self::Failed => "failed",
            Self::Expired => "expired",
            Self::NoLongerAccepted => "no-longer-accepted",
            Self::NotInRulebook => "not-in-rulebook",
            Self::Duplicate => "duplicate",
        }
    }
}

impl SaleLeftOut {
    /// Every reason, in the order in which they are asked.
    pub const ALL: [Self; 8] = [
        Self::Future,
        Self::OutsideWindow,
        Self::Duplicate,
        Self::OutOfScope,
        Self::NotAssociated,
        Self::AssociationUnknown,
        Self::Renewal,
        Self::NoRate,
    ];

    /// As the JSON result and the messages name it.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Future => "future",
            Self::OutsideWindow => "outside-window",
            Self::Duplicate => "duplicate",
            Self::OutOfScope => "out-of-scope",
            Self::NotAssociated => "not-associated",
            Self::AssociationUnknown => "association-unknown",
            Self::Renewal => "renewal",
            Self::NoRate => "no-rate",
        }
    }
}
