//! From recorded pages to the bytes of a PDF that meets PDF/A-2a and PDF/UA-1; krilla refuses to write one that doesn't.

use krilla::Document;
use krilla::SerializeSettings;
use krilla::color::rgb;
use krilla::configure::{Accessibility, Archival, Configuration, ConfigurationBuilder};
use krilla::destination::XyzDestination;
use krilla::error::KrillaError;
use krilla::geom::{Path, PathBuilder, Point, Transform};
use krilla::metadata::Metadata;
use krilla::outline::{Outline, OutlineNode};
use krilla::page::PageSettings;
use krilla::paint::{Fill, Stroke, StrokeDash};
use krilla::surface::Surface;
use krilla::tagging::{Artifact, ContentTag, Identifier, Node, SpanTag, TagGroup, TagKind, TagTree};

use super::PdfError;
use super::look::Colour;
use super::page::{Child, Drawing, Flow, Owner, Paint, Shape};
use super::text::{Block, TextLine};

/// The bytes of a PDF with the flow's pages.
pub fn write(flow: &Flow, metadata: Metadata, language: &str) -> Result<Vec<u8>, PdfError> {
    let mut document = Document::new_with(SerializeSettings { configuration: conformance()?, ..Default::default() });
    let mut identifiers = Vec::new();
    let (width, height) = flow.paper.size();
    let shift = Transform::from_translate(flow.paper.shift(), 0.0);
    for items in &flow.pages {
        let size = PageSettings::from_wh(width, height).ok_or_else(|| PdfError("paper size".to_owned()))?;
        let mut page = document.start_page_with(size);
        let mut surface = page.surface();
        surface.push_transform(&shift);
        let drawn: Vec<Vec<Identifier>> = items
            .iter()
            .map(|item| match (&item.drawing, item.owner) {
                (Drawing::Text(block, x, y), owner) => draw_text(&mut surface, flow, block, (*x, *y), owner),
                (Drawing::Shape(shape), owner) => draw_shape(&mut surface, shape, owner),
            })
            .collect();
        identifiers.push(drawn);
        surface.pop();
        surface.finish();
        page.finish();
    }
    let mut tags = TagTree::new().with_lang(Some(language.to_owned()));
    for node in tree(flow, &identifiers, 0) {
        tags.push(node);
    }
    document.set_tag_tree(tags);
    document.set_outline(outline(flow));
    document.set_metadata(metadata);
    document.finish().map_err(|error| PdfError(reason(&error)))
}

fn conformance() -> Result<Configuration, PdfError> {
    ConfigurationBuilder::new()
        .with_archival_validator(Archival::A2_A)
        .with_accessibility_validator(Accessibility::UA1)
        .finish()
        .map_err(|error| PdfError(format!("{error:?}")))
}

/// The library says only how many rules are broken; this adds the first of them.
fn reason(error: &KrillaError) -> String {
    match error {
        KrillaError::Validation(broken) => match broken.first() {
            Some((first, _)) => format!("{error}: {first:?}"),
            None => error.to_string(),
        },
        _ => error.to_string(),
    }
}

/// Draws each line for itself; gives what the structure refers to it by.
fn draw_text(surface: &mut Surface<'_>, flow: &Flow, block: &Block, at: (f32, f32), owner: Owner) -> Vec<Identifier> {
    let in_figure = matches!(owner, Owner::Element(place)
        if flow.elements.get(place).is_some_and(|element| matches!(element.tag, TagKind::Figure(_))));
    let lines = block.lines.iter().filter(|line| !line.runs.is_empty());
    lines
        .filter_map(|line| {
            let tag = match owner {
                Owner::Artifact(kind) => ContentTag::Artifact(Artifact::with_kind(kind)),
                Owner::Element(_) if in_figure && line.actual_text.is_none() => ContentTag::Other,
                Owner::Element(_) => ContentTag::Span(SpanTag::empty().with_actual_text(line.actual_text.as_deref())),
            };
            let identifier = surface.start_tagged(tag);
            draw_line(surface, line, at);
            surface.end_tagged();
            matches!(owner, Owner::Element(_)).then_some(identifier)
        })
        .collect()
}

fn draw_line(surface: &mut Surface<'_>, line: &TextLine, (x, y): (f32, f32)) {
    for run in &line.runs {
        surface.set_stroke(None);
        surface.set_fill(Some(fill(run.colour)));
        let start = Point::from_xy(x + run.x, y + line.baseline);
        surface.draw_glyphs(start, &run.glyphs, run.font.clone(), &line.text, run.size, false);
    }
}

fn draw_shape(surface: &mut Surface<'_>, shape: &Shape, owner: Owner) -> Vec<Identifier> {
    let Some(path) = path(shape) else { return Vec::new() };
    let tag = match owner {
        Owner::Artifact(kind) => ContentTag::Artifact(Artifact::with_kind(kind)),
        Owner::Element(_) => ContentTag::Other,
    };
    let identifier = surface.start_tagged(tag);
    let (fill, stroke) = match shape.paint {
        Paint::Fill(colour) => (Some(fill(colour)), None),
        Paint::Line(colour, width) | Paint::Outline(colour, width) => (None, Some(stroke(colour, width))),
        Paint::Dashes(colour, width) => {
            let dash = Some(StrokeDash { array: vec![2.0 * width, 1.5 * width], offset: 0.0 });
            (None, Some(Stroke { dash, ..stroke(colour, width) }))
        }
    };
    surface.set_fill(fill);
    surface.set_stroke(stroke);
    surface.draw_path(&path);
    surface.end_tagged();
    if matches!(owner, Owner::Element(_)) { vec![identifier] } else { Vec::new() }
}

/// The path of a shape; corners are rounded towards the middle of their edges.
fn path(shape: &Shape) -> Option<Path> {
    let finite = shape.points.iter().all(|(x, y)| x.is_finite() && y.is_finite());
    let (first, last) = (*shape.points.first()?, *shape.points.last()?);
    if !finite {
        return None;
    }
    let mut path = PathBuilder::new();
    let open = matches!(shape.paint, Paint::Line(..) | Paint::Dashes(..));
    if open || shape.radius <= 0.0 {
        path.move_to(first.0, first.1);
        shape.points.iter().skip(1).for_each(|(x, y)| path.line_to(*x, *y));
    } else {
        let before = std::iter::once(last).chain(shape.points.iter().copied());
        let after = shape.points.iter().copied().skip(1).chain(std::iter::once(first));
        for (place, ((before, corner), after)) in before.zip(shape.points.iter().copied()).zip(after).enumerate() {
            let (start, end) = (towards(corner, before, shape.radius), towards(corner, after, shape.radius));
            if place == 0 {
                path.move_to(start.0, start.1);
            } else {
                path.line_to(start.0, start.1);
            }
            path.quad_to(corner.0, corner.1, end.0, end.1);
        }
    }
    if !open {
        path.close();
    }
    path.finish()
}

/// The point at a distance from a corner towards another, at most halfway.
fn towards(corner: (f32, f32), other: (f32, f32), distance: f32) -> (f32, f32) {
    let (dx, dy) = (other.0 - corner.0, other.1 - corner.1);
    let length = dx.hypot(dy);
    let share = if length > 0.0 { (distance / length).min(0.5) } else { 0.0 };
    (corner.0 + dx * share, corner.1 + dy * share)
}

fn tree(flow: &Flow, identifiers: &[Vec<Vec<Identifier>>], element: usize) -> Vec<Node> {
    let Some(element) = flow.elements.get(element) else { return Vec::new() };
    let mut nodes = Vec::new();
    for child in &element.children {
        match *child {
            Child::Element(place) => {
                let Some(inner) = flow.elements.get(place) else { continue };
                let children = tree(flow, identifiers, place);
                nodes.push(Node::Group(TagGroup::with_children(inner.tag.clone(), children)));
            }
            Child::Drawing(page, place) => {
                let drawn = identifiers.get(page).and_then(|page| page.get(place));
                nodes.extend(drawn.into_iter().flatten().copied().map(Node::Leaf));
            }
        }
    }
    nodes
}

fn outline(flow: &Flow) -> Outline {
    let mut outline = Outline::new();
    for heading in &flow.headings {
        let place = XyzDestination::new(heading.page, Point::from_xy(0.0, (heading.y - 12.0).max(0.0)));
        outline.push_child(OutlineNode::new(heading.text.clone(), place));
    }
    outline
}

fn fill(colour: Colour) -> Fill {
    Fill { paint: rgb(colour).into(), ..Fill::default() }
}

fn stroke(colour: Colour, width: f32) -> Stroke {
    Stroke { paint: rgb(colour).into(), width, ..Stroke::default() }
}

fn rgb(Colour(red, green, blue): Colour) -> rgb::Color {
    rgb::Color::new(red, green, blue)
}
