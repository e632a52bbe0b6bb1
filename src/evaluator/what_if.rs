//! What one more pass would change, without evaluating everything again.

use crate::ledger::{AssumedPass, Ledger, PersonId};
use crate::rulebook::{Names, Requirement, RosterRequirement, Rulebook};

use super::Settings;
use super::credentials::judge_credentials;
use super::roles::ExamSet;
use super::roster::{RosterProblem, Wishes};

/// A company made ready for asking, again and again, what one more pass would change.
pub struct WhatIf<'a> {
    rulebook: &'a Rulebook,
    ledger: &'a Ledger,
    settings: &'a Settings,
    names: Names,
    held: Vec<ExamSet>,
    /// For each roster the problem, and its costs.
    rosters: Vec<(RosterProblem<'a>, Vec<Vec<i64>>)>,
}

impl<'a> WhatIf<'a> {
    /// Weighs everybody for every seat, once.
    pub fn new(rulebook: &'a Rulebook, ledger: &'a Ledger, settings: &'a Settings) -> Self {
        let names = rulebook.names();
        let (_, held) = judge_credentials(rulebook, &names, ledger, settings.as_of);
        let problem = |roster: &'a RosterRequirement| {
            let wishes = Wishes::new(settings, &ledger.people, roster);
            let problem = RosterProblem::new(rulebook, roster, &held, wishes, settings.as_of);
            let costs = problem.costs(i64::from);
            (problem, costs)
        };
        let levels = rulebook.options.iter().flat_map(|option| &option.levels);
        let rosters = rosters_of(levels.flat_map(|level| &level.requirements)).into_iter().map(problem).collect();
        Self { rulebook, ledger, settings, names, held, rosters }
    }

    /// How many exams each roster would lack, in the rulebook's order, if somebody had passed one more: as many as
    /// [`evaluate`](super::evaluate) tells of the [assumed](Ledger::assuming) ledger. A pass that does not count, or of
    /// somebody who is not in the ledger, changes nothing.
    pub fn missing_exams_with(&self, pass: &AssumedPass) -> Vec<u32> {
        let person = self.ledger.people.binary_search_by(|person| person.id.cmp(&pass.person)).ok().map(PersonId);
        let day = self.settings.as_of;
        let exam = self.names.exam(&pass.exam);
        let counts = exam.filter(|exam| pass.passed <= day && self.rulebook.accepts(*exam, day));
        let held = person.and_then(|person| self.held.get(person.0)).copied().unwrap_or_default();
        let held = counts.map_or(held, |exam| held.with(exam));
        self.rosters.iter().map(|(problem, costs)| problem.missing_if(costs, person, held)).collect()
    }
}

/// The rosters among requirements, those of alternatives, too.
fn rosters_of<'a>(requirements: impl IntoIterator<Item = &'a Requirement>) -> Vec<&'a RosterRequirement> {
    let rosters = requirements.into_iter().flat_map(|requirement| match requirement {
        Requirement::Revenue(_) => Vec::new(),
        Requirement::Roster(roster) => vec![roster],
        Requirement::AnyOf(any) => rosters_of(&any.alternatives),
    });
    rosters.collect()
}
