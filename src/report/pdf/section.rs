//! Sections: a heading, and what stands below it on the same page.

use std::num::NonZeroU16;

use super::look::{self, MARGIN, SECTION_GAP, WIDTH};
use super::page::Flow;
use super::table::{self, LaidTable};
use super::text::{Room, Span};

/// The heading of the document.
pub const HEADING_1: NonZeroU16 = NonZeroU16::MIN;
/// The heading of a section.
pub const HEADING_2: NonZeroU16 = HEADING_1.saturating_add(1);
/// The heading of a section within another.
pub const HEADING_3: NonZeroU16 = HEADING_1.saturating_add(2);
/// The heading of a section and the room below it.
pub const TITLE_HEIGHT: f32 = 16.0;
/// Between two paragraphs of a section.
const PARAGRAPH_GAP: f32 = 3.0;

/// The heading of a section, on a page with so much of what follows.
pub fn draw_title(flow: &mut Flow, title: &str, kept_with: f32, level: NonZeroU16) {
    let block = flow.lay(&[Span::new(title.to_uppercase(), look::SECTION)], Room::wide(WIDTH));
    flow.gap(SECTION_GAP);
    flow.ensure(TITLE_HEIGHT + kept_with);
    let y = flow.y;
    flow.y += TITLE_HEIGHT;
    flow.heading(level, title, block, MARGIN, y);
}

/// A section that is a table.
pub fn draw_table(flow: &mut Flow, title: &str, table: &LaidTable, level: NonZeroU16) {
    draw_title(flow, title, table.least_height(), level);
    table.draw(flow);
}

/// A section of paragraphs; nothing where there is none.
pub fn draw_paragraphs(flow: &mut Flow, title: &str, paragraphs: &[Vec<Span>], level: NonZeroU16) {
    let Some(first) = paragraphs.first() else { return };
    let height = |flow: &mut Flow, paragraph: &[Span]| flow.lay(paragraph, Room::wide(WIDTH)).height + PARAGRAPH_GAP;
    let first = height(flow, first);
    let all = paragraphs.iter().map(|paragraph| height(flow, paragraph)).sum();
    draw_title(flow, title, if all <= table::KEPT_TOGETHER { all } else { first }, level);
    for (place, paragraph) in paragraphs.iter().enumerate() {
        flow.gap(if place > 0 { PARAGRAPH_GAP } else { 0.0 });
        flow.paragraph(paragraph);
    }
}
