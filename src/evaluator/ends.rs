//! When what people hold ends: credentials expire, exams stop being accepted.

use chrono::{Days, NaiveDate};

use crate::ledger::{Ledger, PersonId};
use crate::rulebook::{ExamId, Rulebook};

use super::CredentialVerdict;
use super::roles::ExamSet;

/// What people hold on the day of the evaluation, and what of it ends later. Nothing that is passed later is known here.
#[derive(Debug)]
pub(super) struct Ends {
    held: Vec<ExamSet>,
    ending: Vec<Held>,
}

/// One exam that a person holds, but not for ever.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Held {
    pub person: PersonId,
    pub exam: ExamId,
    /// The last day on which it counts.
    pub last_day: NaiveDate,
}

impl Ends {
    /// Of what counts on the day of the evaluation. Of several passes the one that counts is the one that expires last, so
    /// the others end no later.
    pub(super) fn new(
        rulebook: &Rulebook,
        ledger: &Ledger,
        verdicts: &[CredentialVerdict],
        held: Vec<ExamSet>,
    ) -> Self {
        let ending = ledger.credentials.iter().zip(verdicts).filter_map(|(credential, verdict)| {
            let exam = verdict.exam.filter(|_| verdict.why_not.is_none())?;
            let accepted = rulebook.exam(exam).accepted_until;
            let last_day = credential.expires.into_iter().chain(accepted).min()?;
            Some(Held { person: credential.person, exam, last_day })
        });
        Self { ending: ending.collect(), held }
    }

    /// What each person holds on the day of the evaluation.
    pub(super) fn held_now(&self) -> &[ExamSet] {
        &self.held
    }

    /// The first day on which something holds of what people still hold then; nothing where it never does. What holds once
    /// must hold ever after: people only lose exams as time goes by.
    pub(super) fn first_day_when(&self, holds: impl Fn(&[ExamSet], NaiveDate) -> bool) -> Option<NaiveDate> {
        let mut days: Vec<NaiveDate> =
            self.ending.iter().filter_map(|held| held.last_day.checked_add_days(Days::new(1))).collect();
        days.sort_unstable();
        days.dedup();
        let first = days.partition_point(|day| !holds(&self.held_on(*day), *day));
        days.get(first).copied()
    }

    /// What each person still holds on a day.
    pub(super) fn held_on(&self, day: NaiveDate) -> Vec<ExamSet> {
        let mut people = self.held.clone();
        for ended in self.ended_by(day) {
            if let Some(held) = people.get_mut(ended.person.0) {
                *held = held.without(ExamSet::from_iter([ended.exam]));
            }
        }
        people
    }

    /// Everything that counts now and no longer does on a day.
    pub(super) fn ended_by(&self, day: NaiveDate) -> impl Iterator<Item = Held> {
        self.ending.iter().copied().filter(move |held| held.last_day < day)
    }
}
