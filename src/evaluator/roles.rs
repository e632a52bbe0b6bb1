//! What a person lacks in a role.

use chrono::NaiveDate;

use crate::rulebook::{Bundle, ExamId, Role, Rulebook};

use super::credentials::Holdings;
use super::{HeldClause, MissingClause};

/// A set of a rulebook's exams, one bit for each. The rulebook's check sees to it that there are 128 at most.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) struct ExamSet(u128);

impl ExamSet {
    fn union(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    fn without(self, other: Self) -> Self {
        Self(self.0 & !other.0)
    }

    fn is_within(self, other: Self) -> bool {
        self.without(other).0 == 0
    }

    pub(super) fn len(self) -> u32 {
        self.0.count_ones()
    }

    pub(super) fn contains(self, exam: ExamId) -> bool {
        self.with(exam) == self
    }

    /// The exams of the set.
    pub(super) fn exams(self) -> impl Iterator<Item = ExamId> {
        (0..128).map(ExamId).filter(move |exam| self.contains(*exam))
    }

    /// What is in both.
    pub(super) fn common(self, other: Self) -> Self {
        Self(self.0 & other.0)
    }

    /// The set and one more exam.
    pub(super) fn with(self, exam: ExamId) -> Self {
        Self(self.0 | 1 << exam.0)
    }
}

impl FromIterator<ExamId> for ExamSet {
    fn from_iter<T: IntoIterator<Item = ExamId>>(exams: T) -> Self {
        exams.into_iter().fold(Self::default(), Self::with)
    }
}

/// The ways to qualify for a role: its minimal sets of exams.
#[derive(Debug, Clone)]
pub(super) struct Ways<'a> {
    role: &'a Role,
    sets: Vec<ExamSet>,
}

impl<'a> Ways<'a> {
    /// Expands a role: one bundle for each clause, joined; sets that hold another are dropped. Exams that are no longer
    /// accepted on the day are no way to qualify.
    ///
    /// Where that leaves no way at all, the role can't be filled; then all ways are kept, and nobody can hold one.
    pub(super) fn new(rulebook: &Rulebook, role: &'a Role, as_of: NaiveDate) -> Self {
        let accepted = |bundle: &&Bundle| bundle.iter().all(|exam| rulebook.accepts(*exam, as_of));
        let open: Vec<Vec<ExamSet>> =
            role.clauses.iter().map(|clause| clause.iter().filter(accepted).map(set_of).collect()).collect();
        let sets = if open.iter().any(Vec::is_empty) {
            expand(role.clauses.iter().map(|clause| clause.iter().map(set_of).collect()))
        } else {
            expand(open.into_iter())
        };
        Self { role, sets }
    }

    /// The least number of exams that somebody who holds these still lacks.
    pub(super) fn exams_to_go(&self, held: ExamSet) -> u32 {
        self.sets.iter().map(|set| set.without(held).len()).min().unwrap_or_default()
    }

    /// The fewest exams that somebody must renew who holds these now and only those later; nothing where renewals alone don't
    /// qualify them.
    pub(super) fn renewals(&self, now: ExamSet, later: ExamSet) -> Option<ExamSet> {
        let possible = self.sets.iter().filter(|set| set.is_within(now));
        possible.map(|set| set.without(later)).min_by_key(|set| set.len())
    }

    /// Which exams somebody lacks on a shortest way.
    pub(super) fn shortest(&self, held: ExamSet) -> ExamSet {
        self.sets.iter().map(|set| set.without(held)).min_by_key(|set| set.len()).unwrap_or_default()
    }

    /// Which clauses somebody fulfils, and for each other what would fulfil it on a shortest way.
    pub(super) fn describe(&self, holdings: &Holdings) -> (Vec<HeldClause>, Vec<MissingClause>) {
        let to_go = self.exams_to_go(holdings.exams);
        let shortest: Vec<ExamSet> = self
            .sets
            .iter()
            .filter(|set| set.without(holdings.exams).len() == to_go)
            .map(|set| set.union(holdings.exams))
            .collect();
        let mut held = Vec::new();
        let mut missing = Vec::new();
        for (place, clause) in self.role.clauses.iter().enumerate() {
            if let Some((bundle, (passed, assumed))) =
                clause.iter().find_map(|bundle| Some((bundle, completed(bundle, holdings)?)))
            {
                held.push(HeldClause { clause: place, bundle: bundle.clone(), passed, assumed });
                continue;
            }
            let mut one_of: Vec<Bundle> = Vec::new();
            for bundle in clause.iter().filter(|bundle| shortest.iter().any(|set| set_of(bundle).is_within(*set))) {
                let lacking: Bundle = bundle.iter().copied().filter(|exam| !holdings.exams.contains(*exam)).collect();
                if !one_of.contains(&lacking) {
                    one_of.push(lacking);
                }
            }
            missing.push(MissingClause { clause: place, one_of });
        }
        (held, missing)
    }
}

fn set_of(bundle: &Bundle) -> ExamSet {
    bundle.iter().copied().collect()
}

/// When the last exam of a bundle was passed, and whether any of them is only assumed; nothing while one is lacking.
fn completed(bundle: &Bundle, holdings: &Holdings) -> Option<(NaiveDate, bool)> {
    let passes = bundle.iter().map(|exam| holdings.pass(*exam)).collect::<Option<Vec<_>>>()?;
    Some((passes.iter().map(|pass| pass.passed).max()?, passes.iter().any(|pass| pass.assumed)))
}

/// Every choice of one set from each clause, joined, without those that hold another.
fn expand(clauses: impl Iterator<Item = Vec<ExamSet>>) -> Vec<ExamSet> {
    clauses.fold(vec![ExamSet::default()], |ways, clause| {
        let mut longer: Vec<ExamSet> =
            ways.iter().flat_map(|way| clause.iter().map(|bundle| way.union(*bundle))).collect();
        longer.sort_by_key(|set| (set.len(), *set));
        let mut minimal: Vec<ExamSet> = Vec::new();
        for set in longer {
            if !minimal.iter().any(|smaller| smaller.is_within(set)) {
                minimal.push(set);
            }
        }
        minimal
    })
}
