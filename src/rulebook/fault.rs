//! What can be wrong in a rulebook file, as values. Words for it live with the messages.

/// Something wrong in a rulebook file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// Where, as a JSON path: `options[0].levels[1].id`.
    pub path: String,
    /// What.
    pub code: FaultCode,
    /// What stands there, or what is missing.
    pub value: String,
}

/// What is wrong in a rulebook file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum FaultCode {
    /// The file is not JSON.
    NotJson,
    /// The schema number is another than 1.
    WrongSchema,
    /// Something that must be there is not.
    Missing,
    /// A name that this format does not know.
    UnknownName,
    /// The same name or id twice.
    Twice,
    /// Not the kind of value that belongs here.
    WrongKind,
    /// Not a date.
    NotADate,
    /// Not an amount with its currency.
    NotAnAmount,
    /// Not a whole number from 1 on.
    NotACount,
    /// An empty list, where one of something is needed.
    EmptyList,
    /// An exam that the rulebook does not name.
    UnknownExam,
    /// A product that the rulebook does not name.
    UnknownProduct,
    /// An association that the rulebook does not name.
    UnknownAssociation,
    /// Neither silver nor gold.
    UnknownLevel,
    /// A kind of requirement that there is not.
    UnknownRequirement,
    /// A market that there is not.
    UnknownMarket,
    /// More exams than a rulebook may name.
    TooManyExams,
    /// More ways to fill a role than can be weighed.
    TooManyWays,
    /// More roles than a roster may have.
    TooManyRoles,
    /// More seats than a roster may have.
    TooManySeats,
}

impl FaultCode {
    /// As the messages name it.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::NotJson => "not-json",
            Self::WrongSchema => "wrong-schema",
            Self::Missing => "missing",
            Self::UnknownName => "unknown-name",
            Self::Twice => "twice",
            Self::WrongKind => "wrong-kind",
            Self::NotADate => "not-a-date",
            Self::NotAnAmount => "not-an-amount",
            Self::NotACount => "not-a-count",
            Self::EmptyList => "empty-list",
            Self::UnknownExam => "unknown-exam",
            Self::UnknownProduct => "unknown-product",
            Self::UnknownAssociation => "unknown-association",
            Self::UnknownLevel => "unknown-level",
            Self::UnknownRequirement => "unknown-requirement",
            Self::UnknownMarket => "unknown-market",
            Self::TooManyExams => "too-many-exams",
            Self::TooManyWays => "too-many-ways",
            Self::TooManyRoles => "too-many-roles",
            Self::TooManySeats => "too-many-seats",
        }
    }
}
