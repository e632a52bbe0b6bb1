//! Text: from styled words to glyphs in lines of a given width.
//!
//! The program's own fonts are tried first. What they don't cover is taken from the system's fonts, which are only
//! looked for when a text needs them; what no font covers is spelled in Latin letters, or shows as a question mark where
//! it is no word, and is still copied and read aloud as it was written.

use std::collections::BTreeMap;
use std::ops::Range;
use std::rc::Rc;
use std::sync::Arc;

use krilla::text::{Font, GlyphId, KrillaGlyph, Tag};
use parley::fontique::{Blob, Collection, CollectionOptions, FontInfoOverride, SourceCache};

use parley::{
    Alignment, AlignmentOptions, FontContext, FontFamily, FontWeight, Layout, LayoutContext, Line, LineHeight,
    OverflowWrap, Run, StyleProperty,
};

use crate::silenced::silenced;

use super::clean::{Words, clean};
use super::glyphs::{clusters, in_words, starts_word, uncovered};
use super::look::{Colour, Style, Weight};

/// A piece of text in one style.
#[derive(Debug, Clone)]
pub struct Span {
    /// The words; anything may stand here.
    pub text: String,
    /// How they look.
    pub style: Style,
}

/// Text laid out in lines.
#[derive(Clone)]
pub struct Block {
    /// The width of its longest line.
    pub width: f32,
    /// The height of its lines together.
    pub height: f32,
    /// The lines.
    pub lines: Rc<[TextLine]>,
}

/// A line of text.
pub struct TextLine {
    /// From the top of the block to the line that the letters stand on.
    pub baseline: f32,
    /// The whole text of the block, which the glyphs refer to.
    pub text: Rc<str>,
    /// What the line says, where its glyphs don't tell.
    pub actual_text: Option<String>,
    /// The glyphs.
    pub runs: Vec<GlyphRun>,
}

/// Glyphs of one font, size and colour.
pub struct GlyphRun {
    /// From the left of the block.
    pub x: f32,
    /// The font.
    pub font: Font,
    /// The size of the letters.
    pub size: f32,
    /// Their colour.
    pub colour: Colour,
    /// The glyphs, from left to right.
    pub glyphs: Vec<KrillaGlyph>,
}

/// The room that a text may take, and at which side of it the text stands.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Room {
    /// The width.
    pub width: f32,
    /// The most lines; a longer text ends with an ellipsis.
    pub lines: usize,
    /// The side.
    pub side: Side,
}

/// The side at which a text stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Side {
    /// At the left, whichever direction the text has.
    Left,
    /// At the right.
    Right,
}

/// Whether the system's fonts may help out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LastResort {
    /// The system's fonts, for scripts that the program's fonts don't cover.
    SystemFonts,
    /// Nothing: only the program's fonts are used.
    QuestionMark,
}

/// The fonts, and what laying out text needs.
pub struct Fonts {
    context: FontContext,
    layouts: LayoutContext<Colour>,
    last_resort: LastResort,
    /// Fonts that are used, by blob, place in their file, and variation.
    used: BTreeMap<(u64, u32, Vec<Variation>), Font>,
}

/// The tag of an axis and the bits of its value.
type Variation = ([u8; 4], u32);

const FAMILY: &str = "Touchstone";
const FACES: [(&[u8], f32); 3] = [
    (include_bytes!("../../../assets/fonts/Inter-Regular.otf"), 400.0),
    (include_bytes!("../../../assets/fonts/Inter-SemiBold.otf"), 600.0),
    (include_bytes!("../../../assets/fonts/Inter-Bold.otf"), 700.0),
];

impl Span {
    /// Words in a style.
    pub fn new(text: impl Into<String>, style: Style) -> Self {
        Self { text: text.into(), style }
    }
}

impl Room {
    /// As many lines as it takes.
    pub fn wide(width: f32) -> Self {
        Self { width, lines: usize::MAX, side: Side::Left }
    }

    /// At most so many lines.
    pub fn lines(self, lines: usize) -> Self {
        Self { lines, ..self }
    }

    /// At a side.
    pub fn side(self, side: Side) -> Self {
        Self { side, ..self }
    }
}

impl Fonts {
    /// The program's fonts.
    pub fn new(last_resort: LastResort) -> Self {
        let mut collection = Collection::new(CollectionOptions { shared: false, system_fonts: false });
        for (face, weight) in FACES {
            let name = FontInfoOverride {
                family_name: Some(FAMILY),
                weight: Some(FontWeight::new(weight)),
                ..FontInfoOverride::default()
            };
            collection.register_fonts(Blob::new(Arc::new(face)), Some(name));
        }
        let context = FontContext { collection, source_cache: SourceCache::default() };
        Self { context, layouts: LayoutContext::new(), last_resort, used: BTreeMap::new() }
    }

    /// Lays out text in a room.
    pub fn lay(&mut self, spans: &[Span], room: Room) -> Block {
        let mut words = Words::default();
        let mut styles = Vec::new();
        for span in spans {
            let start = words.shown.len();
            words.push(&clean(&span.text));
            styles.push((start..words.shown.len(), span.style));
        }
        let mut layout = self.cover(&mut words, &mut styles, room);
        if layout.len() > room.lines
            && let Some(last) = room.lines.checked_sub(1).and_then(|last| layout.get(last))
        {
            let mut end = last.text_range().end;
            while layout.len() > room.lines && end > 0 {
                end = words.cut(end);
                clip(&mut styles, &words);
                layout = self.shape(&words, &styles, room);
            }
        }
        self.block(&layout, &words)
    }

    /// Shapes the words, with fonts or question marks for what the program's fonts don't cover.
    fn cover(&mut self, words: &mut Words, styles: &mut [(Range<usize>, Style)], room: Room) -> Layout<Colour> {
        let mut layout = self.shape(words, styles, room);
        if self.last_resort == LastResort::SystemFonts && !uncovered(&layout).is_empty() {
            // The library panics where the system has no font at all; then the program's own have to do.
            let mut collection = self.context.collection.clone();
            let loaded = silenced(move || {
                collection.load_system_fonts();
                collection
            });
            self.context.collection = loaded.unwrap_or_else(|| self.context.collection.clone());
            layout = self.shape(words, styles, room);
        }
        // Each round leaves fewer characters that no font has; the second is for marks that lost their letter.
        for _ in 0..2 {
            let gaps = uncovered(&layout);
            if gaps.is_empty() {
                break;
            }
            for gap in in_words(gaps, &words.shown).into_iter().rev() {
                let spelled = words.shown.get(gap.clone()).map(spelled).unwrap_or_default();
                let length = words.replace(gap.clone(), &spelled);
                let moved = |place: usize| if place >= gap.end { place - gap.len() + length } else { place };
                for (range, _) in styles.iter_mut() {
                    *range = moved(range.start)..moved(range.end);
                }
            }
            layout = self.shape(words, styles, room);
        }
        layout
    }

    fn shape(&mut self, words: &Words, styles: &[(Range<usize>, Style)], room: Room) -> Layout<Colour> {
        let mut builder = self.layouts.ranged_builder(&mut self.context, &words.shown, 1.0, false);
        builder.push_default(StyleProperty::FontFamily(FontFamily::named(FAMILY)));
        builder.push_default(StyleProperty::LineHeight(LineHeight::FontSizeRelative(1.42)));
        builder.push_default(StyleProperty::OverflowWrap(OverflowWrap::Anywhere));
        if let Some((_, style)) = styles.first() {
            for property in style_properties(*style) {
                builder.push_default(property);
            }
        }
        for (range, style) in styles {
            for property in style_properties(*style) {
                builder.push(property, range.clone());
            }
        }
        let mut layout = builder.build(&words.shown);
        layout.break_all_lines(Some(room.width));
        let alignment = match room.side {
            Side::Left => Alignment::Left,
            Side::Right => Alignment::Right,
        };
        layout.align(alignment, AlignmentOptions::default());
        layout
    }

    fn block(&mut self, layout: &Layout<Colour>, words: &Words) -> Block {
        let text: Rc<str> = words.shown.as_str().into();
        let lines = layout
            .lines()
            .map(|line| TextLine {
                baseline: line.metrics().baseline,
                text: text.clone(),
                actual_text: words.original(line.text_range()),
                runs: self.glyph_runs(layout, &line),
            })
            .collect();
        Block { width: layout.width(), height: layout.height(), lines }
    }

    fn glyph_runs(&mut self, layout: &Layout<Colour>, line: &Line<'_, Colour>) -> Vec<GlyphRun> {
        let mut runs = Vec::new();
        let mut x = line.metrics().offset + line.metrics().inline_min_coord;
        for run in line.runs() {
            let Some(font) = self.font(&run) else {
                x += run.advance();
                continue;
            };
            let size = run.font_size();
            let mut current: Option<(u16, GlyphRun)> = None;
            for (range, glyphs) in clusters(&run) {
                for glyph in glyphs {
                    if current.as_ref().is_none_or(|(style, _)| *style != glyph.style_index) {
                        runs.extend(current.take().map(|(_, run)| run));
                        let colour =
                            layout.styles().get(glyph.style_index()).map_or_else(Colour::default, |it| it.brush);
                        let new = GlyphRun { x, font: font.clone(), size, colour, glyphs: Vec::new() };
                        current = Some((glyph.style_index, new));
                    }
                    if let Some((_, run)) = &mut current {
                        run.glyphs.push(KrillaGlyph::new(
                            GlyphId::new(glyph.id),
                            glyph.advance / size,
                            glyph.x / size,
                            -glyph.y / size,
                            0.0,
                            range.clone(),
                            None,
                        ));
                    }
                    x += glyph.advance;
                }
            }
            runs.extend(current.map(|(_, run)| run));
        }
        runs
    }

    fn font(&mut self, run: &Run<'_, Colour>) -> Option<Font> {
        let synthesis = run.synthesis();
        let variation: Vec<Variation> =
            synthesis.variation_settings().iter().map(|(tag, value)| (tag.to_be_bytes(), value.to_bits())).collect();
        let key = (run.font().data.id(), run.font().index, variation);
        if let Some(font) = self.used.get(&key) {
            return Some(font.clone());
        }
        let (data, _) = run.font().data.clone().into_raw_parts();
        let axes: Vec<(Tag, f32)> = key.2.iter().map(|(tag, bits)| (Tag::new(tag), f32::from_bits(*bits))).collect();
        let font = Font::new_variable(data.into(), run.font().index, &axes)?;
        self.used.insert(key, font.clone());
        Some(font)
    }
}

/// What is shown for words that no font has: the same in Latin letters, or a question mark for what is no word.
fn spelled(words: &str) -> String {
    let latin = if starts_word(words) { deunicode::deunicode_with_tofu(words, "?") } else { String::new() };
    Some(latin.trim()).filter(|latin| !latin.is_empty()).unwrap_or("?").to_owned()
}

fn style_properties(style: Style) -> [StyleProperty<'static, Colour>; 4] {
    let weight = match style.weight {
        Weight::Regular => FontWeight::NORMAL,
        Weight::SemiBold => FontWeight::SEMI_BOLD,
        Weight::Bold => FontWeight::BOLD,
    };
    [
        StyleProperty::FontSize(style.size),
        StyleProperty::FontWeight(weight),
        StyleProperty::Brush(style.colour),
        StyleProperty::LetterSpacing(style.spacing),
    ]
}

/// Keeps the styles within the words after a cut; the ellipsis looks like what it follows.
fn clip(styles: &mut Vec<(Range<usize>, Style)>, words: &Words) {
    let end = words.shown.len();
    styles.retain(|(range, _)| range.start < end);
    if let Some((range, _)) = styles.last_mut() {
        range.end = end;
    }
}
