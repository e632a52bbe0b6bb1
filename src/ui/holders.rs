//! Who holds what of the rulebook: worked out with the result, not in every frame.

use std::collections::BTreeMap;

use crate::evaluator::Readiness;
use crate::ledger::{Ledger, PersonId};
use crate::rulebook::{Bundle, Clause, Requirement, Role, Rulebook};

/// Who holds what of the rulebook.
#[derive(Debug, Default)]
pub struct Holders {
    exams: Vec<ExamHolders>,
    clauses: BTreeMap<Clause, Vec<PersonId>>,
    roles: BTreeMap<Vec<Clause>, Vec<PersonId>>,
}

/// Who has passed an exam, each in the order of the ledger.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ExamHolders {
    /// Those whose pass counts.
    pub holders: Vec<PersonId>,
    /// Those whose pass doesn't count.
    pub others: Vec<PersonId>,
}

impl Holders {
    /// Looks through a result.
    pub fn of(rulebook: &Rulebook, ledger: &Ledger, readiness: &Readiness) -> Self {
        let mut found = Self { exams: exam_holders(rulebook, ledger, readiness), ..Self::default() };
        let levels = rulebook.options.iter().flat_map(|option| &option.levels);
        levels.flat_map(|level| &level.requirements).for_each(|requirement| found.add(requirement));
        found
    }

    /// Who has passed an exam, by its place in the rulebook.
    pub fn of_exam(&self, exam: usize) -> Option<&ExamHolders> {
        self.exams.get(exam)
    }

    /// Who fulfils a clause.
    pub fn of_clause(&self, clause: &Clause) -> &[PersonId] {
        self.clauses.get(clause).map_or(&[], Vec::as_slice)
    }

    /// Who qualifies for a role: all of its clauses.
    pub fn of_role(&self, role: &Role) -> &[PersonId] {
        self.roles.get(&role.clauses).map_or(&[], Vec::as_slice)
    }

    fn add(&mut self, requirement: &Requirement) {
        match requirement {
            Requirement::Revenue(_) => {}
            Requirement::Roster(roster) => roster.roles.iter().for_each(|role| self.add_role(role)),
            Requirement::AnyOf(any) => any.alternatives.iter().for_each(|alternative| self.add(alternative)),
        }
    }

    fn add_role(&mut self, role: &Role) {
        for clause in &role.clauses {
            if !self.clauses.contains_key(clause) {
                let mut people: Vec<PersonId> = clause.iter().flat_map(|bundle| self.of_bundle(bundle)).collect();
                people.sort_unstable();
                people.dedup();
                self.clauses.insert(clause.clone(), people);
            }
        }
        let all = in_all(role.clauses.iter().map(|clause| self.of_clause(clause)));
        self.roles.insert(role.clauses.clone(), all);
    }

    fn of_bundle(&self, bundle: &Bundle) -> Vec<PersonId> {
        in_all(bundle.iter().map(|exam| self.exams.get(exam.0).map_or(&[][..], |it| &it.holders)))
    }
}

fn exam_holders(rulebook: &Rulebook, ledger: &Ledger, readiness: &Readiness) -> Vec<ExamHolders> {
    let mut exams = vec![ExamHolders::default(); rulebook.exams.len()];
    // Credentials stand by person, so each list comes in order.
    let add = |people: &mut Vec<PersonId>, person| {
        if people.last() != Some(&person) {
            people.push(person);
        }
    };
    for (credential, verdict) in ledger.credentials.iter().zip(&readiness.credentials) {
        let Some(exam) = verdict.exam.and_then(|exam| exams.get_mut(exam.0)) else { continue };
        match verdict.why_not {
            None => add(&mut exam.holders, credential.person),
            Some(_) if credential.failed => {}
            Some(_) => add(&mut exam.others, credential.person),
        }
    }
    for ExamHolders { holders, others } in &mut exams {
        others.retain(|person| holders.binary_search(person).is_err());
    }
    exams
}

/// What stands in all of several ordered lists.
fn in_all<'a>(mut lists: impl Iterator<Item = &'a [PersonId]>) -> Vec<PersonId> {
    let mut common = lists.next().map(<[PersonId]>::to_vec).unwrap_or_default();
    for list in lists {
        common.retain(|person| list.binary_search(person).is_ok());
    }
    common
}
