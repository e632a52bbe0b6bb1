//! The list of all commands: what can be done now, looked for by typing.

mod entries;
mod view;

pub use view::palette_ui;

use egui::KeyboardShortcut;
use lucide_icons::Icon;

use crate::rulebook::fold;

use super::command::Command;
use super::state::{Page, State};

/// The list of all commands, while it is open.
#[derive(Debug)]
pub struct Palette {
    /// What is looked for.
    pub search: String,
    /// What was found, the best first.
    pub found: Vec<Entry>,
    /// The place of the one that Enter gives.
    pub marked: usize,
    all: Vec<Entry>,
    /// What people are called, folded, once they are looked for.
    people: Option<Vec<String>>,
}

/// Something that can be done.
#[derive(Debug, Clone)]
pub struct Entry {
    /// Its picture.
    pub icon: Icon,
    /// What it is called.
    pub text: String,
    /// What it is about.
    pub about: String,
    /// Its keys.
    pub keys: Option<KeyboardShortcut>,
    /// What it does.
    pub commands: Vec<Command>,
    folded: String,
}

/// So many people are listed at most.
const MOST_PEOPLE: usize = 30;

/// Opens the list, or closes it.
pub fn toggle(state: &mut State) {
    if state.palette.take().is_none() {
        let all = entries::all(state);
        state.palette = Some(Palette { search: String::new(), found: all.clone(), marked: 0, all, people: None });
    }
}

/// Looks for commands whose words begin with what was typed; then for people.
pub fn search(state: &mut State, text: String) {
    let Some(mut palette) = state.palette.take() else {
        return;
    };
    let sought = fold(&text);
    let words: Vec<&str> = sought.split(' ').filter(|word| !word.is_empty()).collect();
    let mut found: Vec<(u8, Entry)> =
        palette.all.iter().filter_map(|entry| Some((rank(&entry.folded, &sought, &words)?, entry.clone()))).collect();
    if !words.is_empty() {
        found.extend(palette.people(state, &sought, &words));
    }
    found.sort_by_key(|(rank, _)| *rank);
    palette.found = found.into_iter().map(|(_, entry)| entry).collect();
    palette.search = text;
    palette.marked = 0;
    state.palette = Some(palette);
}

/// Goes to a place of the list.
pub fn mark(state: &mut State, place: usize) {
    if let Some(palette) = &mut state.palette {
        palette.marked = place.min(palette.found.len().saturating_sub(1));
    }
}

/// How well a text suits what is looked for, the best first: it begins with it, its words begin with the words, it contains
/// them.
fn rank(text: &str, sought: &str, words: &[&str]) -> Option<u8> {
    let begins = |word: &&str| text.split(' ').any(|part| part.starts_with(word));
    if text.starts_with(sought) {
        Some(0)
    } else if words.iter().all(begins) {
        Some(1)
    } else {
        words.iter().all(|word| text.contains(word)).then_some(2)
    }
}

impl Palette {
    fn people(&mut self, state: &State, sought: &str, words: &[&str]) -> Vec<(u8, Entry)> {
        let Some(outcome) = &state.outcome else {
            return Vec::new();
        };
        let people = &outcome.ledger.people;
        let names =
            self.people.get_or_insert_with(|| people.iter().map(|person| fold(person.label())).collect::<Vec<_>>());
        let about = state.texts.get(Page::People.text_id());
        let ranked = names.iter().zip(people).enumerate();
        let found = ranked.filter_map(|(place, (name, person))| Some((rank(name, sought, words)?, place, person)));
        let mut found: Vec<_> = found.take(MOST_PEOPLE * MOST_PEOPLE).collect();
        found.sort_by_key(|(rank, ..)| *rank);
        found.truncate(MOST_PEOPLE);
        let entry = |(rank, place, person): (u8, usize, &crate::ledger::Person)| {
            (rank, entries::person(person.label(), &about, place))
        };
        found.into_iter().map(entry).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, sought: &str, expected: Option<u8>) {
        let (text, sought) = (fold(text), fold(sought));
        let words: Vec<&str> = sought.split(' ').filter(|word| !word.is_empty()).collect();
        assert_eq!(rank(&text, &sought, &words), expected, "{text}: {sought}");
    }

    #[test]
    fn what_begins_like_what_was_typed_comes_first() {
        check("Save as…", "save", Some(0));
        check("Save as…", "as sa", Some(1));
        check("Overview", "view", Some(2));
        check("Íñigo Peña", "PENA", Some(1));
        check("Overview", "viewer", None);
        check("Overview", "", Some(0));
    }
}
