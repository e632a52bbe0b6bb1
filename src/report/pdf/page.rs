//! The page flow: what is drawn where, on which page, and what it means to somebody who can't see it.
//!
//! Drawings are recorded here and become a PDF in [`super::write`], since "page 1 of 2" is known only at the end.

use krilla::geom::Rect;
use krilla::tagging::{ArtifactType, BBox, Tag, TagKind};

use super::clean::clean;
use super::look::{self, Colour};
use super::paper::Paper;
use super::text::{Block, Fonts, Room, Span};

/// Pages being filled from top to bottom.
pub struct Flow {
    /// What it is printed on.
    pub paper: Paper,
    /// Lays out text.
    pub fonts: Fonts,
    /// Where the next thing goes, from the top of the page.
    pub y: f32,
    /// The drawings of each page.
    pub pages: Vec<Vec<Item>>,
    /// The structure of the document; the first element is its root.
    pub elements: Vec<Element>,
    /// Headings, for the outline.
    pub headings: Vec<Heading>,
    page: usize,
    owner: Owner,
}

/// A drawing and what it belongs to.
pub struct Item {
    /// What is drawn.
    pub drawing: Drawing,
    /// What it belongs to.
    pub owner: Owner,
}

/// Something drawn.
pub enum Drawing {
    /// Text, with its top left corner.
    Text(Block, f32, f32),
    /// Lines or an area.
    Shape(Shape),
}

/// Lines or an area.
pub struct Shape {
    /// Its corners.
    pub points: Vec<(f32, f32)>,
    /// How round the corners are.
    pub radius: f32,
    /// How it is painted.
    pub paint: Paint,
}

/// How a shape is painted.
pub enum Paint {
    /// Filled.
    Fill(Colour),
    /// Drawn as an open line of a width.
    Line(Colour, f32),
    /// Drawn as an open, broken line of a width.
    Dashes(Colour, f32),
    /// Drawn as a closed line of a width.
    Outline(Colour, f32),
}

/// What a drawing belongs to.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Owner {
    /// An element of the structure, by its place.
    Element(usize),
    /// Nothing that is read aloud.
    Artifact(ArtifactType),
}

/// An element of the document's structure.
pub struct Element {
    /// What it is.
    pub tag: TagKind,
    /// What it consists of, in reading order.
    pub children: Vec<Child>,
}

/// A part of an element.
#[derive(Debug, Clone, Copy)]
pub enum Child {
    /// Another element, by its place.
    Element(usize),
    /// A drawing: page, and place on the page.
    Drawing(usize, usize),
}

/// A heading, and where it stands.
pub struct Heading {
    /// Its words.
    pub text: String,
    /// The page.
    pub page: usize,
    /// From the top of the page.
    pub y: f32,
}

impl Shape {
    /// A rectangle.
    pub fn rectangle(x: f32, y: f32, width: f32, height: f32, paint: Paint) -> Self {
        let points = vec![(x, y), (x + width, y), (x + width, y + height), (x, y + height)];
        Self { points, radius: 0.0, paint }
    }

    /// An open line.
    pub fn line(points: Vec<(f32, f32)>, colour: Colour, width: f32) -> Self {
        Self { points, radius: 0.0, paint: Paint::Line(colour, width) }
    }

    /// The same with round corners.
    pub fn round(self, radius: f32) -> Self {
        Self { radius, ..self }
    }
}

impl Flow {
    /// An empty first page.
    pub fn new(fonts: Fonts, paper: Paper) -> Self {
        let root = Element { tag: Tag::Div.into(), children: Vec::new() };
        let owner = Owner::Element(0);
        let pages = vec![Vec::new()];
        Self { paper, fonts, y: look::MARGIN, pages, elements: vec![root], headings: Vec::new(), page: 0, owner }
    }

    /// Goes to a new page unless so much room is left.
    pub fn ensure(&mut self, height: f32) -> bool {
        let full = self.y + height > self.paper.bottom() && self.y > look::MARGIN;
        if full {
            self.pages.push(Vec::new());
            self.page = self.pages.len() - 1;
            self.y = look::NEXT_TOP;
        }
        full
    }

    /// Leaves some room, but not at the top of a page.
    pub fn gap(&mut self, height: f32) {
        if self.page == 0 || self.y > look::NEXT_TOP {
            self.y += height;
        }
    }

    /// Everything drawn meanwhile is an element of the structure.
    pub fn within<R>(&mut self, tag: impl Into<TagKind>, draw: impl FnOnce(&mut Self) -> R) -> R {
        let Owner::Element(parent) = self.owner else { return draw(self) };
        let place = self.open(tag, parent);
        self.owned_by(Owner::Element(place), draw)
    }

    /// Everything drawn meanwhile is left out when the document is read aloud.
    pub fn aside<R>(&mut self, kind: ArtifactType, draw: impl FnOnce(&mut Self) -> R) -> R {
        self.owned_by(Owner::Artifact(kind), draw)
    }

    /// Everything drawn meanwhile belongs to an owner.
    pub fn owned_by<R>(&mut self, owner: Owner, draw: impl FnOnce(&mut Self) -> R) -> R {
        let before = std::mem::replace(&mut self.owner, owner);
        let result = draw(self);
        self.owner = before;
        result
    }

    /// Draws on every page in turn: page, and number of pages.
    pub fn on_each_page(&mut self, mut draw: impl FnMut(&mut Self, usize, usize)) {
        let count = self.pages.len();
        for page in 0..count {
            self.page = page;
            draw(self, page, count);
        }
    }

    /// Everything drawn meanwhile within a rectangle is one picture, described in words.
    pub fn figure(&mut self, words: String, (x, y): (f32, f32), size: (f32, f32), draw: impl FnOnce(&mut Self)) {
        let edges = Rect::from_xywh(x + self.paper.shift(), y, size.0, size.1).map(|rect| BBox::new(self.page, rect));
        self.within(Tag::Figure(Some(words)).with_bbox(edges), draw);
    }

    /// Lays out text.
    pub fn lay(&mut self, spans: &[Span], room: Room) -> Block {
        self.fonts.lay(spans, room)
    }

    /// Draws text with its top left corner at a place.
    pub fn text(&mut self, block: Block, x: f32, y: f32) {
        self.draw(Drawing::Text(block, x, y));
    }

    /// Draws a shape.
    pub fn shape(&mut self, shape: Shape) {
        self.draw(Drawing::Shape(shape));
    }

    /// Draws a shape that only decorates.
    pub fn decorate(&mut self, shape: Shape) {
        self.aside(ArtifactType::Layout, |flow| flow.shape(shape));
    }

    /// A paragraph over the whole width.
    pub fn paragraph(&mut self, spans: &[Span]) {
        let block = self.lay(spans, Room::wide(look::WIDTH));
        self.ensure(block.height);
        let y = self.y;
        self.y += block.height;
        self.within(Tag::P, |flow| flow.text(block, look::MARGIN, y));
    }

    /// A heading at a place, which also stands in the outline.
    pub fn heading(&mut self, level: std::num::NonZeroU16, title: &str, block: Block, x: f32, y: f32) {
        let title = clean(title);
        self.headings.push(Heading { text: title.clone(), page: self.page, y });
        self.within(Tag::Hn(level, Some(title)), |flow| flow.text(block, x, y));
    }

    fn open(&mut self, tag: impl Into<TagKind>, parent: usize) -> usize {
        let place = self.elements.len();
        self.elements.push(Element { tag: tag.into(), children: Vec::new() });
        if let Some(parent) = self.elements.get_mut(parent) {
            parent.children.push(Child::Element(place));
        }
        place
    }

    fn draw(&mut self, drawing: Drawing) {
        let Some(page) = self.pages.get_mut(self.page) else { return };
        if let Owner::Element(owner) = self.owner
            && let Some(element) = self.elements.get_mut(owner)
        {
            element.children.push(Child::Drawing(self.page, page.len()));
        }
        page.push(Item { drawing, owner: self.owner });
    }
}
