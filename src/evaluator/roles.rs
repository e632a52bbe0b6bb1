//! What a person lacks in a role.

use chrono::NaiveDate;

use crate::rulebook::{Bundle, ExamId, Role, Rulebook};

use super::credentials::Pass;
use super::{HeldClause, MissingClause};

/// A set of a rulebook's exams, one bit for each. The rulebook's check sees to it that there are 128 at most.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) struct ExamSet(u128);

impl ExamSet {
    pub(super) fn union(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    pub(super) fn without(self, other: Self) -> Self {
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
        let rest = std::iter::successors(Some(self.0), |rest| Some(rest & rest.wrapping_sub(1)));
        rest.take_while(|rest| *rest != 0).map(|rest| ExamId(rest.trailing_zeros() as usize))
    }

    /// Eight exams of the set, the first of them being eight times `place`, one bit for each.
    fn byte(self, place: usize) -> u8 {
        self.0.to_le_bytes()[place]
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

    /// The least number of exams that each of many people still lacks.
    pub(super) fn exams_to_go_of_all(&self, people: &[ExamSet]) -> Vec<u32> {
        let asked = self.sets.iter().fold(ExamSet::default(), |asked, set| asked.union(*set));
        let sets_of_asked = 1_usize.checked_shl(asked.len()).unwrap_or(usize::MAX);
        if people.len() <= sets_of_asked {
            return people.iter().map(|held| self.exams_to_go(*held)).collect();
        }
        // There are fewer sets of these exams than people: weigh each set once. A set's place is the sum of its exams' bits,
        // looked up by the bytes of the set.
        let mut bits = [0_usize; 128];
        asked.exams().enumerate().for_each(|(place, exam)| bits[exam.0] = 1 << place);
        let exams_of = |place: usize| asked.exams().filter(move |exam| bits[exam.0] & place != 0);
        let to_go: Vec<u32> = (0..sets_of_asked).map(|place| self.exams_to_go(exams_of(place).collect())).collect();
        let bytes: Vec<(usize, [usize; 256])> = (0..16)
            .filter(|byte| asked.byte(*byte) != 0)
            .map(|byte| {
                let set_bits = |value: usize| (0..8).filter(move |bit| value & 1 << bit != 0);
                (byte, std::array::from_fn(|value| set_bits(value).map(|bit| bits[byte * 8 + bit]).sum()))
            })
            .collect();
        let place =
            |held: &ExamSet| bytes.iter().map(|(byte, places)| places[usize::from(held.byte(*byte))]).sum::<usize>();
        people.iter().map(|held| to_go[place(held)]).collect()
    }

    /// Which clauses somebody fulfils, and for each other what would fulfil it on a shortest way.
    pub(super) fn describe(&self, passes: &[Pass]) -> (Vec<HeldClause>, Vec<MissingClause>) {
        let exams: ExamSet = passes.iter().map(|pass| pass.exam).collect();
        let to_go = self.exams_to_go(exams);
        let shortest: Vec<ExamSet> =
            self.sets.iter().filter(|set| set.without(exams).len() == to_go).map(|set| set.union(exams)).collect();
        let mut held = Vec::new();
        let mut missing = Vec::new();
        for (place, clause) in self.role.clauses.iter().enumerate() {
            if let Some((bundle, (passed, assumed))) =
                clause.iter().find_map(|bundle| Some((bundle, completed(bundle, passes)?)))
            {
                held.push(HeldClause { clause: place, bundle: bundle.clone(), passed, assumed });
                continue;
            }
            let mut one_of: Vec<Bundle> = Vec::new();
            for bundle in clause.iter().filter(|bundle| shortest.iter().any(|set| set_of(bundle).is_within(*set))) {
                let lacking: Bundle = bundle.iter().copied().filter(|exam| !exams.contains(*exam)).collect();
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
fn completed(bundle: &Bundle, held: &[Pass]) -> Option<(NaiveDate, bool)> {
    let passes = bundle.iter().map(|exam| held.iter().find(|pass| pass.exam == *exam)).collect::<Option<Vec<_>>>()?;
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

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::rulebook::Bilingual;

    fn exam_sets(most: usize, count: std::ops::Range<usize>) -> impl Strategy<Value = Vec<ExamSet>> {
        let set = prop::collection::vec((0_usize..128).prop_map(ExamId), 0..most);
        prop::collection::vec(set.prop_map(|exams| exams.into_iter().collect()), count)
    }

    proptest! {
        #[test]
        fn many_people_lack_what_each_of_them_lacks(sets in exam_sets(4, 1..4), people in exam_sets(100, 0..300)) {
            let title = Bilingual { en: String::new(), es: String::new() };
            let role = Role { id: String::new(), title, seats: 1, clauses: Vec::new() };
            let ways = Ways { role: &role, sets };
            let each: Vec<u32> = people.iter().map(|held| ways.exams_to_go(*held)).collect();
            prop_assert_eq!(ways.exams_to_go_of_all(&people), each);
        }
    }
}
