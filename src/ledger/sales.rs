//! Sales: a list that may be very long, in parts that several ledgers share.

use std::collections::HashMap;
use std::fmt;
use std::hash::BuildHasherDefault;
use std::ops::Index;
use std::sync::{Arc, OnceLock};

use rust_decimal::Decimal;

use crate::hashing::QuickHasher;

use super::{Sale, SaleDate, Tie};

/// Some sales, in their order. A copy shares the records with its original, until one of them is changed.
#[derive(Clone, Default)]
pub struct Sales {
    parts: Vec<Arc<Part>>,
}

#[derive(Default)]
struct Part {
    rows: Vec<Sale>,
    alike: OnceLock<Alike>,
}

impl Clone for Part {
    fn clone(&self) -> Self {
        Self { rows: self.rows.clone(), alike: OnceLock::new() }
    }
}

/// Sales by what an evaluation asks of them: the groups, and for each sale the place of its group.
struct Alike {
    groups: Vec<AlikeSales>,
    of_rows: Vec<u32>,
}

/// Sales that are alike in date, product, association, currency and marks, and in file and customer where the association is
/// not told: they count together, or not at all.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct AlikeSales {
    /// The place of the first one, in its part.
    first: usize,
    /// How many they are.
    pub count: usize,
    /// What they come to.
    pub sum: Decimal,
}

impl Sales {
    /// How many there are.
    pub fn len(&self) -> usize {
        self.parts.iter().map(|part| part.rows.len()).sum()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.parts.iter().all(|part| part.rows.is_empty())
    }

    /// Each of them.
    pub fn iter(&self) -> impl Iterator<Item = &Sale> + Clone {
        self.parts.iter().flat_map(|part| &part.rows)
    }

    /// The one at a place.
    pub fn get(&self, at: usize) -> Option<&Sale> {
        let (part, at) = self.find(at);
        self.parts.get(part)?.rows.get(at)
    }

    /// Adds one behind the others.
    pub fn push(&mut self, sale: Sale) {
        self.rows_mut().push(sale);
    }

    /// All of them, to be changed.
    pub fn rows_mut(&mut self) -> &mut Vec<Sale> {
        if self.parts.len() != 1 {
            *self = self.iter().cloned().collect();
        }
        let part = Arc::make_mut(&mut self.parts[0]);
        part.alike = OnceLock::new();
        &mut part.rows
    }

    /// The groups of sales that are alike, each with its first sale. Two groups may be alike, too. They are found once, for
    /// all that share the records.
    pub fn alike(&self) -> impl Iterator<Item = (&Sale, AlikeSales)> {
        self.parts.iter().flat_map(|part| part.alike().groups.iter().map(|group| (&part.rows[group.first], *group)))
    }

    /// For each sale, what was made of its group: they are given in the order of [`Self::alike`].
    pub fn of_alike<T: Copy>(&self, made: &[T]) -> Vec<T> {
        let mut all = Vec::with_capacity(self.len());
        let mut rest = made;
        for part in &self.parts {
            let alike = part.alike();
            let (own, others) = rest.split_at(alike.groups.len().min(rest.len()));
            all.extend(alike.of_rows.iter().filter_map(|group| own.get(*group as usize)));
            rest = others;
        }
        all
    }

    /// These behind others.
    pub(super) fn behind(&self, others: Vec<Sale>) -> Self {
        let mut parts = Self::from(others).parts;
        parts.extend(self.parts.iter().cloned());
        Self { parts }
    }

    /// Several lists as one, ordered by place.
    pub(super) fn by_place(lists: Vec<Self>) -> Self {
        let mut parts: Vec<Arc<Part>> = lists.into_iter().flat_map(|list| list.parts).collect();
        parts.retain(|part| !part.rows.is_empty());
        let joined = Self { parts: parts.clone() };
        let first = |part: &Arc<Part>| part.rows.first().map(|sale| sale.place.clone());
        parts.sort_by_key(first);
        let is_ordered = |part: &Arc<Part>| part.rows.is_sorted_by(|a, b| !b.stands_above(a));
        let are_apart = |pair: &[Arc<Part>]| match pair {
            [upper, lower] => match (upper.rows.last(), lower.rows.first()) {
                (Some(last), Some(first)) => last.stands_above(first),
                _ => true,
            },
            _ => true,
        };
        if parts.windows(2).all(are_apart) && parts.iter().all(is_ordered) {
            return Self { parts };
        }
        let mut rows: Vec<Sale> = joined.iter().cloned().collect();
        rows.sort_by(|a, b| a.place.cmp(&b.place));
        rows.into()
    }
}

impl Sales {
    /// The part in which a place lies, and the place in it.
    fn find(&self, mut at: usize) -> (usize, usize) {
        for (number, part) in self.parts.iter().enumerate() {
            if at < part.rows.len() {
                return (number, at);
            }
            at -= part.rows.len();
        }
        (self.parts.len(), at)
    }
}

impl Sale {
    fn stands_above(&self, other: &Self) -> bool {
        let (upper, lower) = (&self.place, &other.place);
        if Arc::ptr_eq(&upper.file, &lower.file) && Arc::ptr_eq(&upper.sheet, &lower.sheet) {
            return upper.row < lower.row;
        }
        upper < lower
    }
}

impl Part {
    fn alike(&self) -> &Alike {
        self.alike.get_or_init(|| Alike::of(&self.rows))
    }
}

impl Alike {
    fn of(rows: &[Sale]) -> Self {
        /// Where the texts stand tells them apart: equal ones that stand elsewhere only make one more group.
        type Key = (SaleDate, [usize; 5], [bool; 3]);
        let mut known: HashMap<Key, u32, BuildHasherDefault<QuickHasher>> = HashMap::default();
        let mut groups: Vec<AlikeSales> = Vec::new();
        let mut of_rows = Vec::with_capacity(rows.len());
        for (at, sale) in rows.iter().enumerate() {
            let Sale { date, customer, product, currency, association, renewal, repeated, assumed, place, .. } = sale;
            // Where the file does not tell the association, the user may, for the file or the customer.
            let [tie, file, customer] = match association {
                Tie::NotTold => [0, place.file.as_ptr().addr(), customer.as_ptr().addr()],
                Tie::Told(text) => [text.as_ptr().addr(), 0, 0],
            };
            let texts = [product.as_ptr().addr(), currency.as_ptr().addr(), tie, file, customer];
            let next = u32::try_from(groups.len()).unwrap_or(u32::MAX);
            let number = known.entry((*date, texts, [*renewal, *repeated, *assumed])).or_insert(next);
            let sum =
                groups.get(*number as usize).map_or(Some(sale.amount), |group| group.sum.checked_add(sale.amount));
            if let (Some(group), Some(sum)) = (groups.get_mut(*number as usize), sum) {
                (group.count, group.sum) = (group.count + 1, sum);
            } else {
                // It is the first one, or their sum is too great to be told.
                *number = next;
                groups.push(AlikeSales { first: at, count: 1, sum: sale.amount });
            }
            of_rows.push(*number);
        }
        Self { groups, of_rows }
    }
}

impl From<Vec<Sale>> for Sales {
    fn from(rows: Vec<Sale>) -> Self {
        Self { parts: vec![Arc::new(Part { rows, alike: OnceLock::new() })] }
    }
}

impl FromIterator<Sale> for Sales {
    fn from_iter<I: IntoIterator<Item = Sale>>(sales: I) -> Self {
        sales.into_iter().collect::<Vec<Sale>>().into()
    }
}

impl Index<usize> for Sales {
    type Output = Sale;

    fn index(&self, at: usize) -> &Sale {
        let (part, at) = self.find(at);
        &self.parts[part].rows[at]
    }
}

impl PartialEq for Sales {
    fn eq(&self, other: &Self) -> bool {
        self.iter().eq(other.iter())
    }
}

impl fmt::Debug for Sales {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_list().entries(self.iter()).finish()
    }
}
