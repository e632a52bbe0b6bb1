//! The paper that a summary is printed on.

/// The paper.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Paper {
    /// 210 × 297 mm.
    #[default]
    A4,
    /// 8½ × 11 inches.
    Letter,
}

/// The width of A4, in points. The contents are laid out for it, and stand in the middle of wider paper.
pub(super) const A4_WIDTH: f32 = 595.28;

impl Paper {
    /// Both, in the order in which they are offered.
    pub const ALL: [Self; 2] = [Self::A4, Self::Letter];

    /// As the command line and the messages name it.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::A4 => "a4",
            Self::Letter => "letter",
        }
    }

    /// Its width and height, in points.
    pub fn size(self) -> (f32, f32) {
        match self {
            Self::A4 => (A4_WIDTH, 841.89),
            Self::Letter => (612.0, 792.0),
        }
    }

    /// How far to the right the contents stand.
    pub(super) fn shift(self) -> f32 {
        (self.size().0 - A4_WIDTH) / 2.0
    }

    /// Where the contents of a page end; the footer stands below.
    pub(super) fn bottom(self) -> f32 {
        self.size().1 - 56.0
    }

    /// Where the line above the footer stands.
    pub(super) fn footer(self) -> f32 {
        self.size().1 - 48.0
    }
}
