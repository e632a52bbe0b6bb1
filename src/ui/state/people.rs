//! How the people are shown.

use std::sync::Arc;

use crate::ledger::PersonId;
use crate::rulebook::ExamId;

use super::super::outcome::Outcome;
use super::Sort;

/// How the people are shown.
#[derive(Debug)]
pub struct PeopleView {
    /// Only these.
    pub search: String,
    /// And of them only these.
    pub filter: PeopleFilter,
    /// With these exams.
    pub exams: PeopleExams,
    /// Sorted by this column.
    pub sort: Sort<PeopleColumn>,
    /// Who is looked for to be joined with the person whose panel is open.
    pub search_other: String,
    /// Whose panel is open.
    pub selected: Option<PersonId>,
    /// The people to show, in order.
    pub rows: Vec<usize>,
    /// The exams to show, in order.
    pub columns: Vec<ExamColumn>,
    /// The result that both belong to.
    pub shown: Option<Arc<Outcome>>,
    /// The worker that is putting them in order.
    pub(in super::super) pending: Option<u64>,
    /// Whether something else was asked for meanwhile.
    pub(in super::super) is_stale: bool,
}

/// Which people to show.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PeopleFilter {
    /// All.
    Everyone,
    /// Those who lack nothing for a role, as its place in the level.
    Qualifies(usize),
    /// Those who hold nothing that counts.
    HoldsNothing,
    /// Those who hold something that counts and soon won't.
    ExpiresSoon,
}

/// Which exams to show.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PeopleExams {
    /// Those of the rulebook.
    Rulebook,
    /// All that anyone holds.
    Held,
}

/// An exam that has a column.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ExamColumn {
    /// One of the rulebook.
    Rulebook(ExamId),
    /// Another, as the files write it.
    Other(Arc<str>),
}

/// A column of the people's table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PeopleColumn {
    /// The name.
    Name,
    /// An exam, as its place among those shown.
    Exam(usize),
    /// The seat.
    Takes,
    /// The exams to go for a role, as its place in the level.
    ToGo(usize),
}

impl Default for PeopleView {
    fn default() -> Self {
        Self {
            search: String::new(),
            filter: PeopleFilter::Everyone,
            exams: PeopleExams::Rulebook,
            sort: Sort { column: PeopleColumn::Name, descending: false },
            search_other: String::new(),
            selected: None,
            rows: Vec::new(),
            columns: Vec::new(),
            shown: None,
            pending: None,
            is_stale: false,
        }
    }
}
