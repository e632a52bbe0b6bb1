//! When what people hold ends: credentials expire, exams stop being accepted.

use chrono::{Days, NaiveDate};

use crate::ledger::{Ledger, PersonId};
use crate::rulebook::Rulebook;

use super::CredentialVerdict;
use super::credentials::{Holdings, Pass};

/// What people hold, each with the last day on which it counts. Nothing that is passed later is known here.
#[derive(Debug)]
pub(super) struct Ends<'a> {
    ledger: &'a Ledger,
    held: Vec<Held>,
}

/// One exam that a person holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Held {
    pub person: PersonId,
    pub pass: Pass,
    /// The last day on which it counts; for ever where there is none.
    pub last_day: Option<NaiveDate>,
}

impl<'a> Ends<'a> {
    /// What counts on the day of the evaluation. Of several passes the one that counts is the one that expires last, so
    /// the others end no later.
    pub(super) fn new(rulebook: &Rulebook, ledger: &'a Ledger, verdicts: &[CredentialVerdict]) -> Self {
        let held = ledger.credentials.iter().zip(verdicts).filter_map(|(credential, verdict)| {
            let exam = verdict.exam.filter(|_| verdict.why_not.is_none())?;
            let accepted = rulebook.exam(exam).accepted_until;
            let last_day = credential.expires.into_iter().chain(accepted).min();
            let pass = Pass { exam, passed: credential.passed, assumed: credential.assumed };
            Some(Held { person: credential.person, pass, last_day })
        });
        Self { ledger, held: held.collect() }
    }

    /// The first day on which something holds of what people still hold then; nothing where it never does. What holds once
    /// must hold ever after: people only lose exams as time goes by.
    pub(super) fn first_day_when(&self, holds: impl Fn(&[Holdings], NaiveDate) -> bool) -> Option<NaiveDate> {
        let mut days: Vec<NaiveDate> =
            self.held.iter().filter_map(|held| held.last_day?.checked_add_days(Days::new(1))).collect();
        days.sort_unstable();
        days.dedup();
        let first = days.partition_point(|day| !holds(&self.holdings_on(*day), *day));
        days.get(first).copied()
    }

    /// What each person still holds on a day.
    pub(super) fn holdings_on(&self, day: NaiveDate) -> Vec<Holdings> {
        let mut people = vec![Holdings::default(); self.ledger.people.len()];
        for held in self.held.iter().filter(|held| held.last_day.is_none_or(|last| day <= last)) {
            if let Some(person) = people.get_mut(held.person.0) {
                person.add(held.pass);
            }
        }
        people
    }

    /// Everything that counts now and no longer does on a day.
    pub(super) fn ended_by(&self, day: NaiveDate) -> impl Iterator<Item = Held> {
        self.held.iter().copied().filter(move |held| held.last_day.is_some_and(|last| last < day))
    }
}
