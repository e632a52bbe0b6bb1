//! What is assumed: noted right below the heading, and told in full in its place.

use krilla::tagging::Tag;

use crate::report::Report;

use super::look::{self, ASSUMED, ASSUMED_AREA, MARGIN, WIDTH};
use super::page::{Flow, Paint, Shape};
use super::section::{self, HEADING_2};
use super::text::{Block, Room, Span};

/// More assumptions than these are counted, not listed.
const MOST_LISTED: usize = 20;
const PADDING: f32 = 6.0;

/// Draws how much is assumed, so that nobody takes a wish for a verdict; nothing where nothing is.
pub fn draw_note(flow: &mut Flow, report: &Report<'_>) {
    if report.ledger.assumptions.is_empty() {
        return;
    }
    let note = report.texts.with("summary-assumed-note", &[("what", report.assumed().into())]);
    let block = flow.lay(&[Span::new(note, look::STRONG.colour(ASSUMED))], Room::wide(WIDTH - 2.0 * PADDING));
    draw_boxed(flow, block);
    flow.y += 10.0;
}

/// Draws what is assumed; nothing where nothing is.
pub fn draw(flow: &mut Flow, report: &Report<'_>) {
    let texts = report.texts;
    let mut assumed = report.assumptions();
    let more = assumed.len().saturating_sub(MOST_LISTED);
    if assumed.is_empty() {
        return;
    }
    assumed.truncate(MOST_LISTED);
    if more > 0 {
        assumed.push(texts.with("summary-more", &[("count", more.into())]));
    }
    let words = [Span::new(assumed.join(" · "), look::BODY.colour(ASSUMED))];
    let block = flow.lay(&words, Room::wide(WIDTH - 2.0 * PADDING));
    section::draw_title(flow, &texts.get("summary-assumed"), block.height + 2.0 * PADDING, HEADING_2);
    draw_boxed(flow, block);
}

fn draw_boxed(flow: &mut Flow, block: Block) {
    let height = block.height + 2.0 * PADDING;
    flow.ensure(height);
    let top = flow.y;
    flow.y += height;
    flow.decorate(Shape::rectangle(MARGIN, top, WIDTH, height, Paint::Fill(ASSUMED_AREA)).round(4.0));
    flow.within(Tag::P, |flow| flow.text(block, MARGIN + PADDING, top + PADDING));
}
