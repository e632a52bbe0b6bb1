//! Text from the user's files made fit to be printed.

use std::ops::Range;

/// The most characters of one text that are looked at.
const LONGEST: usize = 1_000;

/// Text without what can't be printed: breaks and tabs become spaces; control characters, marks that turn the direction
/// of what follows, and codes that stand for no character are left out; private characters, which mean something else in
/// each font, become replacement characters. A text that no cell could show ends with an ellipsis.
pub fn clean(text: &str) -> String {
    let mut characters = text.chars().filter_map(printable);
    let mut cleaned: String = characters.by_ref().take(LONGEST).collect();
    if characters.next().is_some() {
        cleaned.push('…');
    }
    cleaned
}

fn printable(character: char) -> Option<char> {
    match character {
        '\t'..='\r' | '\u{85}' | '\u{2028}' | '\u{2029}' => Some(' '),
        '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' | '\u{FEFF}' | '\u{FDD0}'..='\u{FDEF}' => None,
        _ if character.is_control() || u32::from(character) & 0xFFFE == 0xFFFE => None,
        '\u{E000}'..='\u{F8FF}' | '\u{F0000}'..='\u{10FFFD}' => Some('\u{FFFD}'),
        _ => Some(character),
    }
}

/// Words as they are shown, with what they replace.
#[derive(Debug, Default)]
pub struct Words {
    /// What is shown.
    pub shown: String,
    /// Stretches of what is shown and what the user wrote there, in order.
    replaced: Vec<(Range<usize>, String)>,
}

impl Words {
    /// Adds words.
    pub fn push(&mut self, text: &str) {
        self.shown.push_str(text);
    }

    /// Shows something else for a stretch of the words; returns its length. To be called from the end to the beginning.
    pub fn replace(&mut self, range: Range<usize>, by: &str) -> usize {
        let Some(written) = self.shown.get(range.clone()).map(str::to_owned) else { return range.len() };
        let written = self.original(range.clone()).unwrap_or(written);
        self.shown.replace_range(range.clone(), by);
        self.replaced.retain(|(earlier, _)| earlier.start < range.start || earlier.start >= range.end);
        for (later, _) in self.replaced.iter_mut().filter(|(later, _)| later.start >= range.end) {
            *later = (later.start - range.len() + by.len())..(later.end - range.len() + by.len());
        }
        let place = self.replaced.partition_point(|(earlier, _)| earlier.start < range.start);
        self.replaced.insert(place, (range.start..range.start + by.len(), written));
        by.len()
    }

    /// Ends the words with an ellipsis, at least one character before a place; returns the place of the ellipsis.
    pub fn cut(&mut self, before: usize) -> usize {
        let end = self.shown.char_indices().map(|(place, _)| place).take_while(|place| *place < before).last();
        let kept = self.shown.get(..end.unwrap_or(0)).unwrap_or_default().trim_end().len();
        self.shown.truncate(kept);
        self.replaced.retain(|(range, _)| range.end <= kept);
        self.shown.push('…');
        kept
    }

    /// What the user wrote in a stretch of what is shown, where that differs.
    pub fn original(&self, range: Range<usize>) -> Option<String> {
        let inside = |part: &Range<usize>| range.start <= part.start && part.end <= range.end;
        let mut written = String::new();
        let mut end = range.start;
        for (part, text) in self.replaced.iter().filter(|(part, _)| inside(part)) {
            written.push_str(self.shown.get(end..part.start)?);
            written.push_str(text);
            end = part.end;
        }
        if end == range.start {
            return None;
        }
        written.push_str(self.shown.get(end..range.end)?);
        Some(written)
    }
}

#[cfg(test)]
mod tests {
    use super::{LONGEST, Words, clean};

    #[track_caller]
    fn check(written: &str, cleaned: &str) {
        assert_eq!(clean(written), cleaned);
    }

    #[test]
    fn text_is_left_as_it_is_where_it_can_be_printed() {
        for text in ["#panic() *x* $y$ <b>", "Ana\u{a0}Núñez", "עברית", "👩‍👧", "a \u{200f}b"] {
            check(text, text);
        }
    }

    #[test]
    fn what_can_not_be_printed_is_left_out_or_replaced() {
        check("a\tb\r\nc\u{2028}d", "a b  c d");
        check("a\u{0}b\u{7}c\u{1b}\u{7f}\u{9f}", "abc");
        check("\u{202e}cba\u{2066}", "cba");
        check("\u{feff}a\u{ffff}\u{1fffe}\u{fdd0}", "a");
        check("\u{e000}\u{10fffd}", "\u{fffd}\u{fffd}");
    }

    #[test]
    fn an_endless_text_is_cut() {
        let cleaned = clean(&"é".repeat(40_000));
        assert_eq!(cleaned.chars().count(), LONGEST + 1);
        assert!(cleaned.ends_with('…'));
    }

    #[test]
    fn replaced_words_remember_what_was_written() {
        let mut words = Words::default();
        words.push("a 王 b 明");
        assert_eq!(words.replace(8..11, "?"), 1);
        assert_eq!(words.replace(2..5, "?"), 1);
        assert_eq!(words.shown, "a ? b ?");
        assert_eq!(words.original(0..7).as_deref(), Some("a 王 b 明"));
        assert_eq!(words.original(3..7).as_deref(), Some(" b 明"));
        assert_eq!(words.original(0..2), None);
        // A second round replaces what the first left.
        assert_eq!(words.replace(2..4, "?"), 1);
        assert_eq!(words.original(0..6).as_deref(), Some("a 王 b 明"));
        assert_eq!(words.cut(6), 4);
        assert_eq!((words.shown.as_str(), words.original(0..7).as_deref()), ("a ?b…", Some("a 王 b…")));
        assert_eq!(words.cut(3), 1);
        assert_eq!((words.shown.as_str(), words.original(0..4)), ("a…", None));
    }
}
