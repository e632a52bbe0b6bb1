//! A file that comes again, or a later export: what it brings, changes and no longer has.

use std::collections::{HashMap, VecDeque};
use std::hash::Hash;
use std::sync::Arc;

use super::Workspace;
use crate::ledger::{CredentialRow, Sale, Source, identify};

/// What a file changed in what was known.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Changes {
    /// The file, without its folder, whose place it takes; none when it stands beside the others.
    pub replaced: Option<Arc<str>>,
    /// Records that were not known.
    pub new: Found,
    /// Records that were known otherwise: with another expiry, result, amount or association. Unless the file takes the other
    /// one's place both stay.
    pub changed: Found,
    /// Records that only the file had whose place it takes.
    pub gone: Found,
    /// How many records were known just so.
    pub known: usize,
    /// The other files that have records of this one, in their order. The user may say that it takes the place of one.
    pub overlaps: Vec<Overlap>,
}

/// How many records were found, and the first of them.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Found {
    /// How many.
    pub count: usize,
    /// The first some thousands, in the order of their file.
    pub samples: Vec<Difference>,
}

/// A record before and after. One of the two is missing where it is new or gone.
#[derive(Debug, Clone, PartialEq)]
pub struct Difference {
    /// As it was known.
    pub before: Option<Record>,
    /// As the file has it.
    pub after: Option<Record>,
}

/// A record of a file.
#[derive(Debug, Clone, PartialEq)]
pub enum Record {
    /// An exam that somebody passed, or failed.
    Credential(CredentialRow),
    /// A row of revenue.
    Sale(Sale),
}

/// That a file read before has records of the new one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Overlap {
    /// The file's name, without its folder.
    pub file: Arc<str>,
    /// Where it stands.
    pub origin: Arc<str>,
    /// How many of the new file's records it has, with the same or other values.
    pub records: usize,
}

/// So many of them are kept; nobody reads further.
const SAMPLES: usize = 5_000;

impl Workspace {
    /// Adds what was read from a file, in place of what was read from the same file before.
    pub fn add(&mut self, source: impl Into<Arc<Source>>) {
        let source = source.into();
        let origin = source.origin.clone();
        self.replace(&origin, source);
    }

    /// Takes in what was read from a file in place of another, or beside the others where there is no such file.
    pub fn replace(&mut self, old_origin: &str, source: impl Into<Arc<Source>>) {
        let source = source.into();
        if *old_origin != *source.origin {
            self.sources.retain(|known| known.origin != source.origin);
        }
        match self.sources.iter_mut().find(|known| *known.origin == *old_origin) {
            Some(known) => *known = source,
            None => self.sources.push(source),
        }
    }

    /// What [`replace`](Self::replace) would change. Among a million records that takes a moment.
    pub fn changes(&self, old_origin: &str, source: &Source) -> Changes {
        let replaced = self.sources().find(|known| *known.origin == *old_origin);
        let before: Vec<&Source> = replaced.map_or_else(|| self.sources().collect(), |replaced| vec![replaced]);
        let mut changes = Changes { replaced: replaced.map(|it| it.file.clone()), ..Changes::default() };
        let mut places: Vec<usize> = vec![0; before.len()];
        // Where nothing can be gone, only what the file has is worth a comparison.
        if replaced.is_some() || !source.credentials.is_empty() {
            self.compare_credentials(&before, source, &mut changes, &mut places);
        }
        if replaced.is_some() || !source.sales.is_empty() {
            compare_sales(&before, source, &mut changes, &mut places);
        }
        if replaced.is_none() {
            changes.gone = Found::default();
            let overlaps = before.iter().zip(places).filter(|(_, records)| *records > 0);
            let overlap = |(known, records): (&&Source, usize)| Overlap {
                file: known.file.clone(),
                origin: known.origin.clone(),
                records,
            };
            changes.overlaps = overlaps.map(overlap).collect();
        }
        changes
    }

    fn compare_credentials(&self, before: &[&Source], source: &Source, changes: &mut Changes, overlaps: &mut [usize]) {
        let all = before.iter().copied().chain([source]);
        let rows: Vec<(usize, &CredentialRow)> =
            all.enumerate().flat_map(|(at, source)| source.credentials.iter().map(move |row| (at, row))).collect();
        let people = identify(rows.iter().map(|(_, row)| &*row.person), &self.corrections.same).of_row;
        let keyed = rows.into_iter().zip(people).map(|((file, record), person)| {
            let exam: &str = &record.exam;
            Keyed { file, record, key: (person, exam, record.passed), value: (record.expires, record.failed) }
        });
        compare(keyed, before.len(), Record::Credential, changes, overlaps);
    }
}

fn compare_sales(before: &[&Source], source: &Source, changes: &mut Changes, overlaps: &mut [usize]) {
    let all = before.iter().copied().chain([source]);
    let rows = all.enumerate().flat_map(|(file, source)| source.sales.iter().map(move |sale| (file, sale)));
    let keyed = rows.map(|(file, record)| {
        let names: [&str; 4] = [&record.customer, &record.product, &record.sku, &record.currency];
        let value = (record.amount, &record.association, record.renewal, record.repeated);
        Keyed { file, record, key: (record.date, names), value }
    });
    compare(keyed, before.len(), Record::Sale, changes, overlaps);
}

/// A record of a file: what it is about, and what it says of it.
struct Keyed<'a, R, K, V> {
    file: usize,
    record: &'a R,
    key: K,
    value: V,
}

/// Records that are known and say the same.
struct Known<'a, R, K> {
    record: &'a R,
    key: K,
    /// How often each of the files has it.
    files: Vec<(usize, usize)>,
    /// How often the new file has had it so far, or something else in its place.
    met: usize,
}

impl<R, K> Known<'_, R, K> {
    /// Several files that have it tell of one record, as often as the one that has it most often.
    fn count(&self) -> usize {
        self.files.iter().map(|(_, count)| *count).max().unwrap_or_default()
    }

    /// Whether one more is known; it is then met.
    fn meet(&mut self, overlaps: &mut [usize]) -> bool {
        let is_known = self.met < self.count();
        if is_known {
            self.met += 1;
            let files = self.files.iter().filter(|(_, count)| *count >= self.met);
            files.for_each(|(file, _)| overlaps[*file] += 1);
        }
        is_known
    }
}

/// Compares the records of the file at place `new` with those of the files before it: first those that say the same, then
/// those that are about the same.
fn compare<'a, R: Clone + 'a, K: Copy + Eq + Hash, V: Eq + Hash>(
    records: impl Iterator<Item = Keyed<'a, R, K, V>>,
    new: usize,
    kept: impl Fn(R) -> Record,
    changes: &mut Changes,
    overlaps: &mut [usize],
) {
    let mut known: Vec<Known<'a, R, K>> = Vec::new();
    let mut places: HashMap<(K, V), usize> = HashMap::new();
    let mut others: Vec<(K, &R)> = Vec::new();
    for Keyed { file, record, key, value } in records {
        if file == new {
            let same = places.get(&(key, value)).and_then(|place| known.get_mut(*place));
            if same.is_some_and(|same| same.meet(overlaps)) {
                changes.known += 1;
            } else {
                others.push((key, record));
            }
            continue;
        }
        let place = *places.entry((key, value)).or_insert(known.len());
        if place == known.len() {
            known.push(Known { record, key, files: Vec::new(), met: 0 });
        }
        let files = &mut known[place].files;
        match files.last_mut() {
            Some((last, count)) if *last == file => *count += 1,
            _ => files.push((file, 1)),
        }
    }

    let mut left: HashMap<K, VecDeque<usize>> = HashMap::new();
    for (place, known) in known.iter().enumerate().filter(|(_, known)| known.met < known.count()) {
        left.entry(known.key).or_default().push_back(place);
    }
    for (key, record) in others {
        let mut before = None;
        if let Some(places) = left.get_mut(&key) {
            while let (None, Some(place)) = (before, places.front()) {
                let other = &mut known[*place];
                if other.meet(overlaps) {
                    before = Some(other.record);
                } else {
                    places.pop_front();
                }
            }
        }
        let found = if before.is_some() { &mut changes.changed } else { &mut changes.new };
        found.add(before, Some(record), &kept);
    }
    for known in &known {
        for _ in known.met..known.count() {
            changes.gone.add(Some(known.record), None, &kept);
        }
    }
}

impl Changes {
    /// Whether everything was known just so.
    pub fn is_empty(&self) -> bool {
        self.new.count == 0 && self.changed.count == 0 && self.gone.count == 0
    }

    /// What several files changed that were taken in at once: the one after the other.
    #[must_use]
    pub fn and(mut self, later: Self) -> Self {
        self.replaced = self.replaced.or(later.replaced);
        self.new.join(later.new);
        self.changed.join(later.changed);
        self.gone.join(later.gone);
        self.known += later.known;
        self.overlaps.extend(later.overlaps);
        self
    }
}

impl Found {
    fn join(&mut self, later: Self) {
        self.count += later.count;
        self.samples.extend(later.samples);
        self.samples.truncate(SAMPLES);
    }

    fn add<R: Clone>(&mut self, before: Option<&R>, after: Option<&R>, kept: impl Fn(R) -> Record) {
        self.count += 1;
        if self.samples.len() < SAMPLES {
            let [before, after] = [before, after].map(|record| record.cloned().map(&kept));
            self.samples.push(Difference { before, after });
        }
    }
}
