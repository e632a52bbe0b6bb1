//! What the user chose and the result depends on: who is kept out or pinned, which sales count as associated, the rates.

use super::look;
use super::page::Flow;
use super::section::{self, HEADING_2};
use super::text::Span;
use crate::report::Report;

/// Draws what was chosen; nothing where nothing was.
pub fn draw(flow: &mut Flow, report: &Report<'_>) {
    let chosen = report.chosen().into_iter().map(|sentence| vec![Span::new(sentence, look::BODY)]);
    section::draw_paragraphs(flow, &report.texts.get("summary-chosen"), &chosen.collect::<Vec<_>>(), HEADING_2);
}
