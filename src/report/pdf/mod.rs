//! The readiness summary as PDF: a page or two that stand alone, to be printed, sent or filed. And a page for one person.
//!
//! | where is the thing that … | file |
//! |---|---|
//! | puts the parts in order | here |
//! | knows the paper and the parts to choose from | `paper`, `parts` |
//! | says what the document is, on its first page and around each | `head` |
//! | says what stands in a part | `verdicts`, `revenue`, `run_off`, `checklist`, `reasons`, `assumed`, `chosen`, `sources` |
//! | says what stands on one person's page | `person` |
//! | sets a section, a table, a chart | `section`, `table`, `chart` |
//! | fills pages from top to bottom | `page` |
//! | turns words into glyphs in lines, with fonts for every script | `text`, `glyphs`, `clean` |
//! | writes the PDF, tagged, to PDF/A-2a and PDF/UA-1 | `write` |
//! | holds colours, sizes and spacing | `look` |

mod assumed;
mod chart;
mod checklist;
mod chosen;
mod clean;
mod glyphs;
mod head;
mod look;
mod page;
mod paper;
mod parts;
mod person;
mod reasons;
mod revenue;
mod run_off;
mod section;
mod sources;
mod table;
#[cfg(test)]
mod tests;
mod text;
mod verdicts;
mod write;

pub use paper::Paper;
pub use parts::{Choice, Part, Parts};

use std::collections::BTreeMap;
use std::num::NonZeroU16;

use super::Report;
use crate::evaluator::{OptionReadiness, SaleLeftOut};
use crate::ledger::PersonId;
use crate::rulebook::AttainmentOption;
use look::{MARGIN, WIDTH};
use page::Flow;
use section::{HEADING_2, HEADING_3};
use text::{Fonts, LastResort};

/// Why the PDF could not be made.
#[derive(Debug, thiserror::Error)]
#[error("{0}")]
pub struct PdfError(String);

/// The readiness summary as the bytes of a PDF file. The same input gives the same bytes.
///
/// # Errors
/// When the PDF library refuses the document.
pub fn pdf(report: &Report<'_>, choice: &Choice) -> Result<Vec<u8>, PdfError> {
    made(report, &report.texts.get("summary-title"), |last_resort| summary(report, choice, last_resort))
}

/// What one person holds, what they should sit next and why, as the bytes of a PDF file.
///
/// # Errors
/// When the ledger has no such person, or the PDF library refuses the document.
pub fn person_pdf(report: &Report<'_>, person: PersonId, paper: Paper) -> Result<Vec<u8>, PdfError> {
    let Some(who) = report.ledger.people.get(person.0) else { return Err(PdfError("nobody".to_owned())) };
    made(report, who.label(), |last_resort| person::fill(report, person, paper, last_resort))
}

/// The bytes of the pages that are filled with the fonts that may be used.
fn made(report: &Report<'_>, title: &str, fill: impl Fn(LastResort) -> Flow) -> Result<Vec<u8>, PdfError> {
    let written =
        |last_resort| write::write(&fill(last_resort), head::metadata(report, title), report.texts.language().code());
    // A font of the system can be broken or forbid embedding; then the program's own fonts have to do.
    written(LastResort::SystemFonts).or_else(|_| written(LastResort::QuestionMark))
}

/// The pages of the summary with everything on them.
fn summary(report: &Report<'_>, choice: &Choice, last_resort: LastResort) -> Flow {
    let Choice { paper, parts } = *choice;
    let mut flow = Flow::new(Fonts::new(last_resort), paper);
    let title = report.texts.get("summary-title");
    head::draw_title(&mut flow, report, &title);
    assumed::draw_note(&mut flow, report);
    let several = report.rulebook.options.len() > 1;
    let level = if several { HEADING_3 } else { HEADING_2 };
    // Why a sale is left out is said once for all options.
    let mut left_out = revenue::left_out(&report.readiness.sales);
    for (rules, option) in report.rulebook.options.iter().zip(&report.readiness.options) {
        if several {
            head::draw_option(&mut flow, report.texts.pick(&rules.title));
        }
        draw_option(&mut flow, report, parts, (rules, option), &mut left_out, level);
    }
    assumed::draw(&mut flow, report);
    chosen::draw(&mut flow, report);
    if parts.contains(Part::Proof) {
        section::draw_paragraphs(&mut flow, &report.texts.get("summary-why"), &reasons::why(report), HEADING_2);
    }
    if parts.contains(Part::Sources) {
        sources::draw_files(&mut flow, report);
    }
    if parts.contains(Part::Findings) {
        sources::draw_findings(&mut flow, report);
    }
    head::draw_margins(&mut flow, report, &title);
    flow
}

fn draw_option(
    flow: &mut Flow,
    report: &Report<'_>,
    parts: Parts,
    (rules, option): (&AttainmentOption, &OptionReadiness),
    left_out: &mut BTreeMap<SaleLeftOut, usize>,
    level: NonZeroU16,
) {
    let texts = report.texts;
    verdicts::draw(flow, option, texts, level);
    if parts.contains(Part::Revenue) {
        for question in revenue::questions(rules, option) {
            question.draw(flow, report, &std::mem::take(left_out), level);
        }
    }
    if parts.contains(Part::Checklist)
        && let Some(table) = checklist::table(report, rules, option)
    {
        let table = table.lay(flow, MARGIN, WIDTH);
        section::draw_table(flow, &texts.get("summary-missing"), &table, level);
    }
    if parts.contains(Part::Next) {
        reasons::draw_next(flow, report, option, level);
    }
    if parts.contains(Part::Risks) {
        draw_risks(flow, report, (rules, option), level);
    }
}

/// What puts the levels at risk, and what becomes of the revenue with no new sales.
fn draw_risks(
    flow: &mut Flow,
    report: &Report<'_>,
    (rules, option): (&AttainmentOption, &OptionReadiness),
    level: NonZeroU16,
) {
    let title = report.texts.get("summary-at-risk");
    let risks = reasons::at_risk(report, rules, option);
    section::draw_paragraphs(flow, &title, &risks, level);
    let questions = revenue::questions(rules, option);
    for (place, table) in questions.iter().filter_map(|question| question.run_off(report)).enumerate() {
        let table = table.lay(flow, MARGIN, WIDTH);
        if place == 0 && risks.is_empty() {
            section::draw_table(flow, &title, &table, level);
        } else {
            flow.gap(5.0);
            table.draw(flow);
        }
    }
}
