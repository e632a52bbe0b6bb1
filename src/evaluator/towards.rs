//! How far one person is towards one role, whichever seat they take.

use crate::ledger::{Ledger, PersonId};
use crate::rulebook::{Role, Rulebook};

use super::credentials::passes_of;
use super::roles::Ways;
use super::{HeldClause, MissingClause, Readiness};

/// Which clauses of a role somebody fulfils, and what they lack of the others on a shortest way. The rulebook and the ledger
/// are those that the readiness was made from.
pub fn towards(
    rulebook: &Rulebook,
    ledger: &Ledger,
    readiness: &Readiness,
    role: &Role,
    person: PersonId,
) -> (Vec<HeldClause>, Vec<MissingClause>) {
    let passes = passes_of(ledger, &readiness.credentials, person);
    Ways::new(rulebook, role, readiness.settings.as_of).describe(&passes)
}
