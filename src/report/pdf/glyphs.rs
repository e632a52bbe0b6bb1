//! Which glyphs stand for which words, and which words have none.

use std::ops::Range;

use parley::{Glyph, Layout, Run};

use super::look::Colour;

/// The clusters of a run from left to right: the text of each, and its glyphs.
///
/// A ligature has its glyphs at its first letter, which comes last where text runs to the left. Glyph 0 is an empty box
/// and left out; what it stood for has been replaced before, as far as fonts allow.
pub fn clusters(run: &Run<'_, Colour>) -> Vec<(Range<usize>, Vec<Glyph>)> {
    let mut clusters: Vec<(Range<usize>, Vec<Glyph>)> = Vec::new();
    let mut continued: Option<Range<usize>> = None;
    for cluster in run.visual_clusters() {
        let range = cluster.text_range();
        match clusters.last_mut() {
            _ if cluster.is_ligature_continuation() && run.is_rtl() => {
                continued = Some(joined(continued.take(), range));
            }
            Some((last, _)) if cluster.is_ligature_continuation() => *last = joined(Some(last.clone()), range),
            _ => {
                let glyphs = cluster.glyphs().filter(|glyph| glyph.id != 0).collect();
                clusters.push((joined(continued.take(), range), glyphs));
            }
        }
    }
    clusters
}

/// The stretches of text for which no font has a glyph, in the text's order.
pub fn uncovered(layout: &Layout<Colour>) -> Vec<Range<usize>> {
    let mut gaps: Vec<Range<usize>> = Vec::new();
    for line in layout.lines() {
        for run in line.runs() {
            let mut in_gap = false;
            for cluster in run.clusters() {
                let continues = cluster.is_ligature_continuation();
                in_gap = cluster.glyphs().any(|glyph| glyph.id == 0) || continues && in_gap;
                match gaps.last_mut() {
                    Some(gap) if in_gap && continues => gap.end = gap.end.max(cluster.text_range().end),
                    _ if in_gap => gaps.push(cluster.text_range()),
                    _ => {}
                }
            }
        }
    }
    gaps.sort_by_key(|gap| gap.start);
    gaps.dedup();
    gaps
}

/// The same stretches with letters that follow each other as one.
pub fn in_words(gaps: Vec<Range<usize>>, text: &str) -> Vec<Range<usize>> {
    let is_word = |gap: &Range<usize>| starts_word(text.get(gap.clone()).unwrap_or_default());
    let mut words: Vec<Range<usize>> = Vec::new();
    for gap in gaps {
        match words.last_mut() {
            Some(last) if last.end == gap.start && is_word(last) && is_word(&gap) => last.end = gap.end,
            _ => words.push(gap),
        }
    }
    words
}

/// Whether a text begins with a letter.
pub fn starts_word(text: &str) -> bool {
    text.chars().next().is_some_and(char::is_alphabetic)
}

fn joined(earlier: Option<Range<usize>>, later: Range<usize>) -> Range<usize> {
    match earlier {
        None => later,
        Some(earlier) => earlier.start.min(later.start)..earlier.end.max(later.end),
    }
}
