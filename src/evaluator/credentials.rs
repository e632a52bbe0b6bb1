//! Which credentials count.

use std::collections::HashMap;

use chrono::NaiveDate;

use crate::ledger::{Credential, CredentialRow, Ledger, PersonId};
use crate::rulebook::{ExamId, Names, Rulebook};

use super::roles::ExamSet;
use super::{CredentialLeftOut, CredentialVerdict};

/// An exam that somebody holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Pass {
    pub exam: ExamId,
    pub passed: NaiveDate,
    pub assumed: bool,
}

/// For each of the ledger's credentials whether it counts, and for each of its people which exams they hold.
pub(super) fn judge_credentials(
    rulebook: &Rulebook,
    names: &Names,
    ledger: &Ledger,
    as_of: NaiveDate,
) -> (Vec<CredentialVerdict>, Vec<ExamSet>) {
    let mut spellings = Spellings::new(|text| names.exam(text));
    let mut verdicts: Vec<CredentialVerdict> = ledger
        .credentials
        .iter()
        .map(|credential| {
            let exam = spellings.exam(&credential.exam);
            CredentialVerdict { exam, why_not: left_out(rulebook, credential, exam, as_of) }
        })
        .collect();

    let mut held = vec![ExamSet::default(); ledger.people.len()];
    let mut start = 0;
    for of_one_person in ledger.credentials.chunk_by(|a, b| a.person == b.person) {
        let end = start + of_one_person.len();
        if let Some(person) = of_one_person.first().and_then(|first| held.get_mut(first.person.0)) {
            *person = keep_best(of_one_person, &mut verdicts[start..end]);
        }
        start = end;
    }
    (verdicts, held)
}

/// What counts of one person's credentials.
pub(super) fn passes_of(ledger: &Ledger, verdicts: &[CredentialVerdict], person: PersonId) -> Vec<Pass> {
    let start = ledger.credentials.partition_point(|credential| credential.person < person);
    let of_person = ledger.credentials.iter().zip(verdicts).skip(start);
    let of_person = of_person.take_while(|(credential, _)| credential.person == person);
    let counting = of_person.filter_map(|(credential, verdict)| {
        let exam = verdict.exam.filter(|_| verdict.why_not.is_none())?;
        Some(Pass { exam, passed: credential.passed, assumed: credential.assumed })
    });
    counting.collect()
}

/// The exams that spellings mean, each looked up once.
pub(super) struct Spellings<'a, L> {
    look_up: L,
    known: HashMap<&'a str, Option<ExamId>>,
    /// Those met last, by where their text stands in memory: rows that say the same share it, and then it need not be read.
    recent: Vec<Option<(&'a str, Option<ExamId>)>>,
}

impl<'a, L: Fn(&str) -> Option<ExamId>> Spellings<'a, L> {
    /// Spellings that are looked up in this way.
    pub fn new(look_up: L) -> Self {
        Self { look_up, known: HashMap::new(), recent: vec![None; 256] }
    }

    /// The exam that a spelling means.
    pub fn exam(&mut self, text: &'a str) -> Option<ExamId> {
        let place = (text.as_ptr().addr() >> 4) % self.recent.len();
        match self.recent[place] {
            Some((recent, exam)) if std::ptr::eq(recent, text) => exam,
            _ => {
                let exam = *self.known.entry(text).or_insert_with(|| (self.look_up)(text));
                self.recent[place] = Some((text, exam));
                exam
            }
        }
    }
}

/// Why a credential doesn't count, apart from others like it.
fn left_out(
    rulebook: &Rulebook,
    credential: &Credential,
    exam: Option<ExamId>,
    as_of: NaiveDate,
) -> Option<CredentialLeftOut> {
    if credential.passed > as_of {
        Some(CredentialLeftOut::Future)
    } else if credential.failed {
        Some(CredentialLeftOut::Failed)
    } else if credential.expires.is_some_and(|last| last < as_of) {
        Some(CredentialLeftOut::Expired)
    } else if let Some(exam) = exam {
        (!rulebook.accepts(exam, as_of)).then_some(CredentialLeftOut::NoLongerAccepted)
    } else {
        Some(CredentialLeftOut::NotInRulebook)
    }
}

/// Of several passes of one exam the one that expires last counts, and of those the earliest; one whose day is not known
/// only where no other is. Tells the exams that are held.
fn keep_best(credentials: &[Credential], verdicts: &mut [CredentialVerdict]) -> ExamSet {
    let rank = |place: usize| {
        let credential = &credentials[place];
        (credential.expires.unwrap_or(NaiveDate::MAX), !credential.assumed, std::cmp::Reverse(credential.passed))
    };
    for place in 0..credentials.len() {
        if verdicts[place].why_not.is_none() && is_told_better(place, credentials, verdicts) {
            verdicts[place].why_not = Some(CredentialLeftOut::Duplicate);
        }
    }
    let mut held = ExamSet::default();
    for place in 0..credentials.len() {
        let CredentialVerdict { exam: Some(exam), why_not: None } = verdicts[place] else { continue };
        if held.contains(exam) {
            let counts = CredentialVerdict { exam: Some(exam), why_not: None };
            let kept = verdicts[..place].iter().position(|earlier| *earlier == counts).unwrap_or(place);
            let beaten = if rank(place) > rank(kept) { kept } else { place };
            verdicts[beaten].why_not = Some(CredentialLeftOut::Duplicate);
        }
        held = held.with(exam);
    }
    held
}

/// Whether a pass of which nobody knows the day stands beside one of the same exam with its day: that one tells whether the
/// pass is still valid, also where it is not.
fn is_told_better(place: usize, credentials: &[Credential], verdicts: &[CredentialVerdict]) -> bool {
    use CredentialLeftOut::{Expired, NoLongerAccepted};
    let is_dated = |(credential, verdict): (&Credential, &CredentialVerdict)| {
        let is_pass = matches!(verdict.why_not, None | Some(Expired | NoLongerAccepted));
        is_pass && verdict.exam == verdicts[place].exam && !CredentialRow::is_undated(credential.passed)
    };
    CredentialRow::is_undated(credentials[place].passed) && credentials.iter().zip(verdicts).any(is_dated)
}
