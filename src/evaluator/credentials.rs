//! Which credentials count.

use std::collections::HashMap;

use chrono::NaiveDate;

use crate::ledger::{Credential, Ledger};
use crate::rulebook::{ExamId, Names, Rulebook};

use super::roles::ExamSet;
use super::{CredentialLeftOut, CredentialVerdict};

/// What one person holds that counts.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Holdings {
    /// The exams.
    pub exams: ExamSet,
    /// When each was passed, and whether that is only assumed.
    pub passes: Vec<Pass>,
}

/// An exam that somebody holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Pass {
    pub exam: ExamId,
    pub passed: NaiveDate,
    pub assumed: bool,
}

impl Holdings {
    /// Adds an exam.
    pub(super) fn add(&mut self, pass: Pass) {
        self.exams = self.exams.with(pass.exam);
        self.passes.push(pass);
    }

    /// How an exam is held, if it is.
    pub(super) fn pass(&self, exam: ExamId) -> Option<Pass> {
        self.passes.iter().find(|pass| pass.exam == exam).copied()
    }
}

/// For each of the ledger's credentials whether it counts, and for each of its people what they hold.
pub(super) fn judge_credentials(
    rulebook: &Rulebook,
    names: &Names,
    ledger: &Ledger,
    as_of: NaiveDate,
) -> (Vec<CredentialVerdict>, Vec<Holdings>) {
    let mut exams: HashMap<&str, Option<ExamId>> = HashMap::new();
    let mut verdicts: Vec<CredentialVerdict> = ledger
        .credentials
        .iter()
        .map(|credential| {
            let exam = *exams.entry(&credential.exam).or_insert_with(|| names.exam(&credential.exam));
            CredentialVerdict { exam, why_not: left_out(rulebook, credential, exam, as_of) }
        })
        .collect();

    let mut holdings = vec![Holdings::default(); ledger.people.len()];
    let mut start = 0;
    for of_one_person in ledger.credentials.chunk_by(|a, b| a.person == b.person) {
        let end = start + of_one_person.len();
        if let Some(person) = of_one_person.first().and_then(|first| holdings.get_mut(first.person.0)) {
            *person = keep_best(of_one_person, &mut verdicts[start..end]);
        }
        start = end;
    }
    (verdicts, holdings)
}

/// Why a credential doesn't count, apart from others like it.
fn left_out(
    rulebook: &Rulebook,
    credential: &Credential,
    exam: Option<ExamId>,
    as_of: NaiveDate,
) -> Option<CredentialLeftOut> {
    let reasons = [
        (credential.passed > as_of, CredentialLeftOut::Future),
        (credential.failed, CredentialLeftOut::Failed),
        (credential.expires.is_some_and(|last| last < as_of), CredentialLeftOut::Expired),
        (exam.is_some_and(|exam| !rulebook.accepts(exam, as_of)), CredentialLeftOut::NoLongerAccepted),
        (exam.is_none(), CredentialLeftOut::NotInRulebook),
    ];
    reasons.into_iter().find(|(applies, _)| *applies).map(|(_, reason)| reason)
}

/// Of several passes of one exam the one that expires last counts, and of those the earliest.
fn keep_best(credentials: &[Credential], verdicts: &mut [CredentialVerdict]) -> Holdings {
    let rank = |place: usize| {
        let credential = &credentials[place];
        (credential.expires.unwrap_or(NaiveDate::MAX), !credential.assumed, std::cmp::Reverse(credential.passed))
    };
    let mut best: Vec<(ExamId, usize)> = Vec::new();
    for place in 0..credentials.len() {
        let (Some(exam), None) = (verdicts[place].exam, verdicts[place].why_not) else { continue };
        match best.iter_mut().find(|(known, _)| *known == exam) {
            None => best.push((exam, place)),
            Some((_, kept)) => {
                let beaten = if rank(place) > rank(*kept) { std::mem::replace(kept, place) } else { place };
                verdicts[beaten].why_not = Some(CredentialLeftOut::Duplicate);
            }
        }
    }
    let mut holdings = Holdings::default();
    for (exam, place) in best {
        let Credential { passed, assumed, .. } = credentials[place];
        holdings.add(Pass { exam, passed, assumed });
    }
    holdings
}
