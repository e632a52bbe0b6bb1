//! Searching: what people and sales are called, folded once, each text of sales only once.

use std::collections::HashMap;
use std::sync::Arc;

use crate::ledger::{Ledger, Sale, Sales};
use crate::rulebook::fold;

/// What people are called, in the ledger's order.
#[derive(Debug)]
pub struct PeopleIndex {
    /// Name, e-mail and id, folded.
    folded: Vec<String>,
    /// The place of each in the order of names.
    pub rank: Vec<u32>,
}

/// What sales are of, in the ledger's order.
#[derive(Debug)]
pub struct SalesIndex {
    /// The customers.
    pub customer: Words,
    /// The products.
    pub product: Words,
    /// The files.
    file: Words,
}

/// One text of each sale.
#[derive(Debug, Default)]
pub struct Words {
    /// Which text each sale has.
    of: Vec<u32>,
    /// The texts, as they are written.
    pub texts: Vec<Arc<str>>,
    folded: Vec<String>,
    /// The place of each text in their order.
    rank: Vec<u32>,
}

impl PeopleIndex {
    /// Folds what people are called.
    pub fn new(ledger: &Ledger) -> Self {
        let people = &ledger.people;
        let folded = people.iter().map(|it| fold(&format!("{}\n{}\n{}", it.name, it.email, it.id))).collect();
        let labels: Vec<String> = people.iter().map(|person| fold(person.label())).collect();
        Self { folded, rank: ranks(&labels) }
    }

    /// Whether somebody is called by all these words.
    pub fn has(&self, person: usize, words: &[String]) -> bool {
        words.iter().all(|word| self.folded.get(person).is_some_and(|text| text.contains(word.as_str())))
    }
}

impl SalesIndex {
    /// Folds the texts of sales, each once.
    pub fn new(ledger: &Ledger) -> Self {
        Self {
            customer: Words::new(&ledger.sales, |sale| &sale.customer),
            product: Words::new(&ledger.sales, |sale| &sale.product),
            file: Words::new(&ledger.sales, |sale| &sale.place.file),
        }
    }

    /// A test for sales that have all these words.
    pub fn with<'a>(&'a self, words: &[String]) -> impl Fn(usize) -> bool + use<'a> {
        let having: Vec<[Vec<bool>; 3]> =
            words.iter().map(|word| [&self.customer, &self.product, &self.file].map(|it| it.having(word))).collect();
        move |sale| {
            having.iter().all(|[customer, product, file]| {
                self.customer.is_among(sale, customer)
                    || self.product.is_among(sale, product)
                    || self.file.is_among(sale, file)
            })
        }
    }
}

impl Words {
    fn new(sales: &Sales, text: impl Fn(&Sale) -> &Arc<str>) -> Self {
        let mut words = Self::default();
        let mut known: HashMap<&str, u32> = HashMap::new();
        for sale in sales.iter() {
            let text = text(sale);
            let place = *known.entry(text).or_insert_with(|| {
                words.texts.push(text.clone());
                u32::try_from(words.texts.len() - 1).unwrap_or(u32::MAX)
            });
            words.of.push(place);
        }
        words.folded = words.texts.iter().map(|text| fold(text)).collect();
        words.rank = ranks(&words.folded);
        words
    }

    /// Which text a sale has.
    pub fn of(&self, sale: usize) -> usize {
        self.of.get(sale).map_or(usize::MAX, |place| *place as usize)
    }

    /// The place of a sale's text in the order of texts.
    pub fn rank_of(&self, sale: usize) -> u32 {
        self.rank.get(self.of(sale)).copied().unwrap_or(u32::MAX)
    }

    /// The place of a text in their order.
    pub fn rank(&self, text: usize) -> u32 {
        self.rank.get(text).copied().unwrap_or(u32::MAX)
    }

    fn having(&self, word: &str) -> Vec<bool> {
        self.folded.iter().map(|text| text.contains(word)).collect()
    }

    fn is_among(&self, sale: usize, texts: &[bool]) -> bool {
        texts.get(self.of(sale)).copied().unwrap_or_default()
    }
}

/// The words that are searched for.
pub fn search_words(search: &str) -> Vec<String> {
    search.split_whitespace().map(fold).collect()
}

/// The place of each text in their order; equal ones share it.
fn ranks(texts: &[String]) -> Vec<u32> {
    let mut order: Vec<usize> = (0..texts.len()).collect();
    order.sort_by(|a, b| texts[*a].cmp(&texts[*b]));
    let mut ranks = vec![0; texts.len()];
    let mut rank = 0;
    for (place, at) in order.iter().enumerate() {
        if place > 0 && texts[order[place - 1]] != texts[*at] {
            rank += 1;
        }
        ranks[*at] = rank;
    }
    ranks
}
