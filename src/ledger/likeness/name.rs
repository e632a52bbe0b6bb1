//! A name in words, and the forms in which others may write it.

use std::hash::{DefaultHasher, Hash, Hasher};

use crate::fold::fold;

/// A name in words, the given name first where a comma tells it.
pub(super) struct Name {
    /// Its words, folded, without particles.
    pub words: Vec<String>,
    /// Tells it from others, whatever the order of its words.
    pub hash: u64,
    hashes: Vec<u64>,
}

/// Words that people write or leave out.
const PARTICLES: [&str; 14] =
    ["de", "del", "la", "las", "los", "el", "y", "da", "do", "dos", "das", "von", "van", "der"];
/// Names of more words are only compared whole.
const MOST_WORDS: usize = 6;
/// So many words may be missing.
const MOST_MISSING: usize = 2;
/// A shorter word with another letter is another word: `Ana` and `Eva`.
const LONG_WORD: usize = 5;

/// A name without what people write now one way, now another: case, accents, spaces, hyphens.
pub(super) fn compact(name: &str) -> String {
    fold(name).replace(' ', "")
}

/// Whether two words are one, but for one letter. `Mario` and `María`, `Daniel` and `Daniela` are two.
pub(super) fn differ_by_a_slip(a: &str, b: &str) -> bool {
    let stem = |word: &str| word.trim_end_matches(['a', 'o']).to_owned();
    stem(a) != stem(b) && strsim::osa_distance(a, b) == 1
}

impl Name {
    /// A name; nothing where it is an address or a key rather than a name.
    pub fn new(text: &str) -> Option<Self> {
        if text.contains(|c: char| c == '@' || c.is_ascii_digit()) {
            return None;
        }
        let text = match text.split_once(',') {
            Some((surnames, given)) => format!("{given} {surnames}"),
            None => text.to_owned(),
        };
        let folded = fold(&text);
        let words: Vec<String> =
            folded.split(' ').filter(|word| !word.is_empty() && !PARTICLES.contains(word)).map(str::to_owned).collect();
        let hashes: Vec<u64> = words.iter().map(|word| hash(word)).collect();
        let sum = hashes.iter().fold(0, |sum: u64, hash| sum.wrapping_add(*hash));
        (!words.is_empty()).then_some(Self { words, hash: sum, hashes })
    }

    /// Whether one of its words is an initial.
    pub fn has_initial(&self) -> bool {
        self.words.iter().any(|word| is_initial(word))
    }

    /// The hashes of names that lack one or two of its words, but neither the first nor all others.
    pub fn parts(&self) -> Vec<u64> {
        self.forms(false)
    }

    /// The hashes of names that have initials for some of its words, and may lack others.
    pub fn with_initials(&self) -> Vec<u64> {
        self.forms(true)
    }

    /// For each long word with a letter left out, or none: a hash of it and the other words, and the word's place.
    pub fn slips(&self) -> Vec<(u64, usize)> {
        let mut slips = Vec::new();
        if !(2..=MOST_WORDS).contains(&self.words.len()) {
            return slips;
        }
        for (place, (word, own)) in self.words.iter().zip(&self.hashes).enumerate() {
            // Short given names are too alike: `Marta` and `María`.
            if word.chars().count() < LONG_WORD + usize::from(place == 0) {
                continue;
            }
            let others = self.hash.wrapping_sub(*own);
            let mut add = |variant: &str| slips.push((others.wrapping_add(hash(variant).rotate_left(1)), place));
            add(word);
            for (at, letter) in word.char_indices() {
                add(&[&word[..at], &word[at + letter.len_utf8()..]].concat());
            }
        }
        slips.sort_unstable();
        slips.dedup();
        slips
    }

    /// How an e-mail of somebody with this name may begin: `anaruiz`, `aruiz`, `ruizana`.
    pub fn email_forms(&self) -> Vec<String> {
        let Some((given, others)) = self.words.split_first() else { return Vec::new() };
        let initial: String = given.chars().take(1).collect();
        let surnames = others.iter().filter(|word| !is_initial(word));
        let mut forms: Vec<String> = surnames
            .flat_map(|word| [format!("{given}{word}"), format!("{initial}{word}"), format!("{word}{given}")])
            .collect();
        forms.push(self.words.concat());
        forms.sort_unstable();
        forms.dedup();
        forms
    }

    /// The hashes of names that lack up to two of its words, with or without initials for some of the others.
    fn forms(&self, abbreviate: bool) -> Vec<u64> {
        let mut forms = Vec::new();
        if (2..=MOST_WORDS).contains(&self.words.len()) {
            self.add_forms(0, Form::default(), abbreviate, &mut forms);
            forms.sort_unstable();
            forms.dedup();
            forms.retain(|form| *form != self.hash);
        }
        forms
    }

    fn add_forms(&self, place: usize, form: Form, abbreviate: bool, forms: &mut Vec<u64>) {
        let (Some(word), Some(own)) = (self.words.get(place), self.hashes.get(place)) else {
            let is_told = if abbreviate { form.initials > 0 && form.whole > 0 } else { form.whole > 1 };
            if is_told {
                forms.push(form.hash);
            }
            return;
        };
        let whole = form.whole + usize::from(!is_initial(word));
        self.add_forms(place + 1, Form { hash: form.hash.wrapping_add(*own), whole, ..form }, abbreviate, forms);
        if place > 0 && form.missing < MOST_MISSING {
            self.add_forms(place + 1, Form { missing: form.missing + 1, ..form }, abbreviate, forms);
        }
        if abbreviate && let Some((end, _)) = word.char_indices().nth(1) {
            let hash = form.hash.wrapping_add(hash(&word[..end]));
            self.add_forms(place + 1, Form { hash, initials: form.initials + 1, ..form }, abbreviate, forms);
        }
    }
}

/// A form of a name while it is put together.
#[derive(Clone, Copy, Default)]
struct Form {
    hash: u64,
    whole: usize,
    initials: usize,
    missing: usize,
}

fn is_initial(word: &str) -> bool {
    word.chars().nth(1).is_none()
}

/// The same on every machine, unlike that of a `HashMap`.
fn hash(word: &str) -> u64 {
    let mut hasher = DefaultHasher::new();
    word.hash(&mut hasher);
    hasher.finish()
}
