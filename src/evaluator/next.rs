//! Who should sit what next.

use std::collections::{BTreeMap, BTreeSet};

use crate::ledger::PersonId;
use crate::rulebook::{ExamId, LevelId, RosterRequirement};

use super::assignment::Assignment;
use super::roles::ExamSet;
use super::roster::RosterProblem;

/// A pass that brings a level one exam nearer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NextStep {
    /// Who should sit it; nobody in particular where it may be anyone who holds nothing that the roster asks for.
    pub person: Option<PersonId>,
    /// The exams of which any one does it.
    pub exams: Vec<ExamId>,
    /// The levels that it brings nearer.
    pub serves: Vec<LevelId>,
}

/// Single passes that bring a roster one exam nearer, by person and then exam.
pub(super) type Passes = BTreeSet<(Option<PersonId>, ExamId)>;

/// Every single pass that brings a roster one exam nearer: of each person who is ahead of those who hold nothing, and of
/// somebody who holds nothing.
pub(super) fn passes_nearer(
    problem: &RosterProblem<'_>,
    requirement: &RosterRequirement,
    people: &[ExamSet],
) -> Passes {
    let costs = problem.costs(i64::from);
    let assignment = Assignment::solve(&costs);
    let mut exams: Vec<ExamId> =
        requirement.roles.iter().flat_map(|role| role.clauses.iter().flatten().flatten()).copied().collect();
    exams.sort_unstable();
    exams.dedup();
    let asked: ExamSet = exams.iter().copied().collect();

    let missing: u32 = problem.lacks(&assignment).iter().sum();

    // Whoever has no seat, or is somebody new, is alike to all who lack the same; the others are weighed one by one.
    let seated: Vec<usize> = assignment.columns().to_vec();
    let mut known: BTreeMap<Vec<u32>, bool> = BTreeMap::new();
    let mut of_alike: BTreeMap<ExamSet, Vec<ExamId>> = BTreeMap::new();
    let mut passes = Passes::new();
    let mut add = |person: Option<PersonId>, held: ExamSet| {
        let place = person.and_then(|person| problem.candidates().binary_search(&person).ok());
        let seat = place.filter(|column| seated.contains(column));
        let mut is_nearer = |exam: &ExamId| {
            let with = held.with(*exam);
            if with == held {
                return false;
            }
            let lacks = problem.lacks_with(with);
            if let Some(column) = seat {
                return problem.is_nearer_with(&costs, &assignment, column, &lacks);
            }
            // There is always a new person to spare, in whose place they are weighed.
            let spare = problem.candidates().len() + problem.spare_new_person(&assignment);
            *known.entry(lacks.clone()).or_insert_with(|| problem.is_nearer_with(&costs, &assignment, spare, &lacks))
        };
        let found: Vec<ExamId> = match (seat, of_alike.get(&held)) {
            (None, Some(found)) => found.clone(),
            _ => exams.iter().copied().filter(&mut is_nearer).collect(),
        };
        passes.extend(found.iter().map(|exam| (person, *exam)));
        if seat.is_none() {
            of_alike.insert(held, found);
        }
    };
    add(None, ExamSet::default());
    let held_by = |person: PersonId| people.get(person.0).map(|held| held.common(asked)).unwrap_or_default();
    let is_ahead = problem.are_ahead();
    for person in problem.people().filter(|person| is_ahead[person.0] && !problem.is_pinned(*person)) {
        add(Some(person), held_by(person));
    }
    for person in problem.people().filter(|person| problem.is_pinned(*person)) {
        let with = |exam: &ExamId| problem.missing_if(&costs, Some(person), held_by(person).with(*exam)) < missing;
        passes.extend(exams.iter().filter(|exam| with(exam)).map(|exam| (Some(person), *exam)));
    }
    passes
}

/// What brings one level nearer, best first: what serves more levels, then by person, those in particular before anyone.
pub(super) fn next_steps(of: LevelId, levels: &[(LevelId, Passes)]) -> Vec<NextStep> {
    let mut steps: Vec<NextStep> = Vec::new();
    let own = levels.iter().filter(|(level, _)| *level == of).flat_map(|(_, passes)| passes);
    for (person, exam) in own {
        let serves: Vec<LevelId> =
            levels.iter().filter(|(_, passes)| passes.contains(&(*person, *exam))).map(|(level, _)| *level).collect();
        // They come by person.
        let mut of_person = steps.iter_mut().rev().take_while(|step| step.person == *person);
        match of_person.find(|step| step.serves == serves) {
            Some(step) => step.exams.push(*exam),
            None => steps.push(NextStep { person: *person, exams: vec![*exam], serves }),
        }
    }
    steps.sort_by_key(|step| (std::cmp::Reverse(step.serves.len()), step.person.is_none(), step.person));
    steps
}
