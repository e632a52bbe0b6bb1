//! What is assumed, plainly marked right below the heading.

use krilla::tagging::Tag;

use crate::report::Report;

use super::look::{self, ASSUMED, ASSUMED_AREA, MARGIN, WIDTH};
use super::page::{Flow, Paint, Shape};
use super::text::{Room, Span};

/// More assumptions than these are counted, not listed.
const MOST_LISTED: usize = 20;
const PADDING: f32 = 7.0;

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
    let room = Room::wide(WIDTH - 2.0 * PADDING);
    let title = [Span::new(texts.get("summary-assumed"), look::STRONG.colour(ASSUMED))];
    let blocks =
        [flow.lay(&title, room), flow.lay(&[Span::new(assumed.join(" · "), look::BODY.colour(ASSUMED))], room)];
    let height = blocks.iter().map(|block| block.height).sum::<f32>() + 2.0 * PADDING - 2.0;
    flow.ensure(height);
    let top = flow.y;
    flow.decorate(Shape::rectangle(MARGIN, top, WIDTH, height, Paint::Fill(ASSUMED_AREA)).round(4.0));
    let mut y = top + PADDING - 1.0;
    for block in blocks {
        let next = y + block.height;
        flow.within(Tag::P, |flow| flow.text(block, MARGIN + PADDING, y));
        y = next;
    }
    flow.y = top + height + 12.0;
}
