//! Two people who turn out to be one: what was said of either is then said of both.

use super::Workspace;
use crate::ledger::{Assumptions, identify};

impl Workspace {
    /// Takes two people for one, by their ids. What the user assumes of either and where they are to sit follows them.
    pub fn join_people(&mut self, a: &str, b: &str) {
        self.corrections.join(a, b);
        if !self.speaks_of(a) && !self.speaks_of(b) {
            return;
        }
        let rows = self.sources.iter().flat_map(|source| &source.credentials);
        let identified = identify(rows.map(|row| &*row.person), &self.corrections.same);
        let joined = identified.find(a).filter(|person| identified.find(b) == Some(*person));
        let Some(id) = joined.and_then(|person| identified.people.get(person.0)).map(|person| person.id.clone()) else {
            return;
        };
        for old in [a, b].into_iter().filter(|old| **old != *id) {
            if let Some(role) = self.settings.pins.remove(old) {
                self.settings.pins.entry(id.clone()).or_insert(role);
            }
            if self.settings.kept_out.remove(old) {
                self.settings.kept_out.insert(id.clone());
                self.settings.pins.remove(&id);
            }
            let passes = self.assumptions.passes.iter_mut().map(|pass| &mut pass.person);
            for person in passes.chain(&mut self.assumptions.leavers).filter(|person| **person == *old) {
                person.clone_from(&id);
            }
        }
    }
    /// Whether the user assumes something of somebody, or said where they sit.
    fn speaks_of(&self, id: &str) -> bool {
        let Assumptions { passes, leavers, .. } = &self.assumptions;
        let settings = &self.settings;
        let sits = settings.pins.contains_key(id) || settings.kept_out.contains(id);
        sits || passes.iter().any(|pass| pass.person == id) || leavers.iter().any(|leaver| leaver == id)
    }
}
