//! What the user chooses about printing.

use crate::printing::Sides;
use crate::report::pdf::{Choice, Paper, Part};
use crate::texts::{Language, Texts};

/// What was chosen about printing; it stays so while the program runs.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct PrintSetup {
    /// The paper, which is remembered for ever, and the parts of the summary.
    pub choice: Choice,
    /// The language of what is printed; the window's where there is none.
    pub language: Option<Language>,
    /// The printer's name; the system's usual one where there is none.
    pub printer: Option<String>,
    /// The sides to print on.
    pub sides: Sides,
}

/// Something that the user does where the pages are shown before they are printed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Preview {
    /// Print nothing, or nothing more.
    Close,
    /// Print on that paper.
    Paper(Paper),
    /// Print in that language.
    Language(Language),
    /// Print a part of the summary, or leave it out.
    Part(Part, bool),
    /// Look at that page, counted from 0.
    Page(usize),
    /// Look at pages that large.
    Zoom(PageZoom),
    /// The screen has room for a page that wide, in dots.
    Width(u32),
    /// Print on the printer of that name.
    Printer(String),
    /// Look for printers once more.
    LookForPrinters,
    /// Print so often.
    Copies(u16),
    /// Print on these sides.
    Sides(Sides),
    /// Ask where to save the pages, and save them.
    Save,
    /// Show the pages in the system's viewer.
    View,
    /// Print the pages.
    Send,
}

/// How large a page is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum PageZoom {
    /// So that all of it is seen.
    #[default]
    Whole,
    /// As wide as there is room.
    Width,
}

impl PageZoom {
    /// Both, in the order in which they are offered.
    pub const ALL: [Self; 2] = [Self::Whole, Self::Width];
}

/// Nobody prints more often at once.
pub const MOST_COPIES: u16 = 99;

impl Preview {
    /// What its button says.
    pub fn text(&self, texts: &Texts) -> String {
        match self {
            Self::Close => texts.get("command-close-person"),
            Self::Paper(paper) => texts.get(&format!("paper-{}", paper.as_str())),
            Self::Language(language) => language.own_name().to_owned(),
            Self::Part(part, _) => texts.get(&part.message()),
            Self::Page(page) => texts.with("print-go-to-page", &[("page", (page + 1).into())]),
            Self::Zoom(PageZoom::Whole) => texts.get("print-zoom-whole"),
            Self::Zoom(PageZoom::Width) | Self::Width(_) => texts.get("print-zoom-width"),
            Self::Printer(name) => name.clone(),
            Self::LookForPrinters => texts.get("print-look-again"),
            Self::Copies(copies) => texts.with("print-copies", &[("count", (*copies).into())]),
            Self::Sides(sides) => texts.get(&format!("print-sides-{}", sides.as_str())),
            Self::Save => texts.get("print-save"),
            Self::View => texts.get("print-view"),
            Self::Send => texts.get("print-send"),
        }
    }
}
