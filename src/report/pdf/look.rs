//! How the page looks: paper, colours, type and spacing, in points.

use super::paper::A4_WIDTH;

/// The empty border at the left, the right and the top.
pub const MARGIN: f32 = 42.0;
/// The width of what is printed.
pub const WIDTH: f32 = A4_WIDTH - 2.0 * MARGIN;
/// Where the contents of a page after the first begin; its head stands above.
pub const NEXT_TOP: f32 = MARGIN + 18.0;
/// Between two sections.
pub const SECTION_GAP: f32 = 16.0;
/// Between two columns.
pub const GUTTER: f32 = 18.0;
/// Around the text of a table's cell, above and below.
pub const CELL_PADDING: f32 = 3.5;
/// Between the edge of a table and its text.
pub const CELL_INDENT: f32 = 4.0;
/// The width of a thin line.
pub const HAIRLINE: f32 = 0.6;

/// A colour: red, green, blue.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Colour(pub u8, pub u8, pub u8);

/// Text.
pub const INK: Colour = Colour(0x22, 0x24, 0x2a);
/// Secondary text, dark enough to be read on paper.
pub const SOFT: Colour = Colour(0x63, 0x66, 0x6e);
/// Lines between rows.
pub const LINE: Colour = Colour(0xda, 0xd7, 0xcf);
/// The empty part of a bar.
pub const BAR: Colour = Colour(0xeb, 0xe8, 0xe0);
/// The line of a chart.
pub const ACCENT: Colour = Colour(0x2f, 0x5d, 0x8a);
/// The area below the line of a chart.
pub const AREA: Colour = Colour(0xe8, 0xed, 0xf2);
/// Silver.
pub const SILVER: Colour = Colour(0x7d, 0x87, 0x94);
/// Gold.
pub const GOLD: Colour = Colour(0xb0, 0x7d, 0x12);
/// Held, met.
pub const GOOD: Colour = Colour(0x2e, 0x7d, 0x4f);
/// Missing.
pub const MISSING: Colour = Colour(0xb3, 0x47, 0x2f);
/// At risk.
pub const RISK: Colour = Colour(0x96, 0x69, 0x0a);
/// Assumed, not read from a file.
pub const ASSUMED: Colour = Colour(0x6a, 0x4f, 0xb0);
/// Behind what is assumed.
pub const ASSUMED_AREA: Colour = Colour(0xee, 0xea, 0xf9);
/// Paper.
pub const PAPER: Colour = Colour(0xff, 0xff, 0xff);

/// How heavy the letters are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Weight {
    /// Plain text.
    Regular,
    /// What stands out.
    SemiBold,
    /// Headings.
    Bold,
}

/// How a piece of text looks.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Style {
    /// The size of the letters.
    pub size: f32,
    /// How heavy they are.
    pub weight: Weight,
    /// Their colour.
    pub colour: Colour,
    /// Extra space between them.
    pub spacing: f32,
}

impl Style {
    const fn new(size: f32, weight: Weight, colour: Colour) -> Self {
        Self { size, weight, colour, spacing: 0.0 }
    }

    /// The same in another colour.
    pub const fn colour(mut self, colour: Colour) -> Self {
        self.colour = colour;
        self
    }
}

/// The title of the document.
pub const TITLE: Style = Style::new(17.0, Weight::Bold, INK);
/// What the document is about, below its title.
pub const SUBTITLE: Style = Style::new(8.25, Weight::Regular, INK);
/// The name of an option, where there are several.
pub const OPTION: Style = Style::new(13.0, Weight::Bold, INK);
/// A verdict.
pub const VERDICT: Style = Style::new(12.5, Weight::Bold, INK);
/// The heading of a section.
pub const SECTION: Style = Style { spacing: 0.5, ..Style::new(8.0, Weight::SemiBold, SOFT) };
/// Text.
pub const BODY: Style = Style::new(8.75, Weight::Regular, INK);
/// Text that stands out.
pub const STRONG: Style = Style::new(8.75, Weight::SemiBold, INK);
/// Secondary text.
pub const ASIDE: Style = Style::new(8.75, Weight::Regular, SOFT);
/// The heading of a table's column.
pub const COLUMN: Style = Style::new(8.25, Weight::SemiBold, SOFT);
/// The letters of a chart and of the footer.
pub const SMALL: Style = Style::new(7.0, Weight::Regular, SOFT);
