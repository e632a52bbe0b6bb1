//! What shows how a column is written.

/// What showed how a column is written, the surest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(in crate::import) enum Evidence {
    /// The user said so.
    Chosen,
    /// Its own values; where they contradict each other, most of them.
    Column,
    /// The months that stand beside its values.
    MonthBeside,
    /// Another column of the same table.
    Neighbour,
    /// The language of the file, for amounts.
    Language,
    /// Nothing did.
    Nothing,
}

impl Evidence {
    /// Whether a column that shows this much can tell how another one is written.
    pub fn is_own(self) -> bool {
        self <= Self::MonthBeside
    }
}
