//! Exams that the rules don't know as they are written, but may mean: told, never assumed.

use std::collections::BTreeMap;

use crate::ledger::{Finding, FindingCode, Ledger, Place};
use crate::rulebook::{Names, Rulebook};

use super::CredentialVerdict;
use super::credentials::Spellings;

/// A finding for each spelling of each file that may mean an exam of the rulebook, where it stands first.
pub(super) fn near_misses(
    rulebook: &Rulebook,
    names: &Names,
    ledger: &Ledger,
    verdicts: &[CredentialVerdict],
) -> Vec<Finding> {
    let mut spellings = Spellings::new(|text| names.near(text));
    let mut first: BTreeMap<(&str, &str), (&Place, &str)> = BTreeMap::new();
    for (credential, _) in ledger.credentials.iter().zip(verdicts).filter(|(_, verdict)| verdict.exam.is_none()) {
        if let Some(exam) = spellings.exam(&credential.exam) {
            let meant = (&credential.place, rulebook.exam(exam).code.as_str());
            let known = first.entry((&credential.place.file, &credential.exam)).or_insert(meant);
            *known = meant.min(*known);
        }
    }
    let finding = |((_, written), (place, code)): ((&str, &str), (&Place, &str))| Finding {
        value: Some(written.into()),
        other: Some(code.into()),
        ..Finding::at(place, FindingCode::UnknownExamLike)
    };
    first.into_iter().map(finding).collect()
}
