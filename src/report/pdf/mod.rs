//! The readiness summary as PDF: a page or two that stand alone, to be printed, sent or filed.
//!
//! | where is the thing that … | file |
//! |---|---|
//! | puts the sections in order | here |
//! | says what stands in a section | `assumed`, `verdicts`, `checklist`, `revenue`, `reasons`, `sources` |
//! | sets a table, draws a chart | `table`, `chart` |
//! | fills pages from top to bottom | `page` |
//! | turns words into glyphs in lines, with fonts for every script | `text`, `glyphs`, `clean` |
//! | writes the PDF, tagged, to PDF/A-2a and PDF/UA-1 | `write` |
//! | holds colours, sizes and spacing | `look` |

mod assumed;
mod chart;
mod checklist;
mod clean;
mod glyphs;
mod look;
mod page;
mod reasons;
mod revenue;
mod sources;
mod table;
#[cfg(test)]
mod tests;
mod text;
mod verdicts;
mod write;

use std::num::NonZeroU16;

use chrono::Datelike;
use krilla::metadata::{DateTime, Metadata};
use krilla::tagging::{ArtifactType, Tag};

use super::Report;
use crate::evaluator::OptionReadiness;
use crate::rulebook::{AttainmentOption, Market};
use chart::Chart;
use look::{GUTTER, MARGIN, SECTION_GAP, WIDTH};
use page::{Flow, Shape};
use table::{LaidTable, Table};
use text::{Fonts, LastResort, Room, Span};

/// Why the PDF could not be made.
#[derive(Debug, thiserror::Error)]
#[error("{0}")]
pub struct PdfError(String);

/// The readiness summary, A4, as the bytes of a PDF file. The same input gives the same bytes.
///
/// # Errors
/// When the PDF library refuses the document.
pub fn pdf(report: &Report<'_>) -> Result<Vec<u8>, PdfError> {
    // A font of the system can be broken or forbid embedding; then the program's own fonts have to do.
    pdf_with(report, LastResort::SystemFonts).or_else(|_| pdf_with(report, LastResort::QuestionMark))
}

fn pdf_with(report: &Report<'_>, last_resort: LastResort) -> Result<Vec<u8>, PdfError> {
    write::write(&fill(report, last_resort), metadata(report), report.texts.language().code())
}

/// The pages with everything on them.
fn fill(report: &Report<'_>, last_resort: LastResort) -> Flow {
    let mut flow = Flow::new(Fonts::new(last_resort));
    draw_title(&mut flow, report);
    assumed::draw(&mut flow, report);
    let several = report.rulebook.options.len() > 1;
    let level = if several { HEADING_3 } else { HEADING_2 };
    let mut left_out = revenue::left_out(&report.readiness.sales);
    for (rules, option) in report.rulebook.options.iter().zip(&report.readiness.options) {
        if several {
            draw_option_title(&mut flow, report.texts.pick(&rules.title));
        }
        verdicts::draw(&mut flow, option, report.texts, level);
        if let Some(table) = checklist::table(report, rules, option) {
            let table = table.lay(&mut flow, MARGIN, WIDTH);
            draw_section(&mut flow, &report.texts.get("summary-missing"), &table, level);
        }
        for question in revenue::questions(rules, option) {
            // Why a sale is left out is said once for all requirements.
            let left_out = std::mem::take(&mut left_out);
            draw_revenue(&mut flow, report, &question.chart(report), question.table(report, &left_out), level);
        }
        draw_reasons(&mut flow, report, rules, option, level);
    }
    draw_sources(&mut flow, report);
    draw_margins(&mut flow, report);
    flow
}

const HEADING_1: NonZeroU16 = NonZeroU16::MIN;
const HEADING_2: NonZeroU16 = HEADING_1.saturating_add(1);
const HEADING_3: NonZeroU16 = HEADING_1.saturating_add(2);
const CHART_HEIGHT: f32 = 120.0;
/// The heading of a section and the room below it.
const TITLE_HEIGHT: f32 = 16.0;
/// Between two paragraphs of a section.
const PARAGRAPH_GAP: f32 = 3.0;

fn draw_title(flow: &mut Flow, report: &Report<'_>) {
    let texts = report.texts;
    let title = texts.get("summary-title");
    let settings = &report.readiness.settings;
    let market = texts.get(match settings.market {
        Market::Developed => "summary-market-developed",
        Market::Developing => "summary-market-developing",
    });
    let as_of = [("date", texts.long_date(settings.as_of).into()), ("market", market.into())];
    let right_room = Room::wide(WIDTH * 0.4).lines(3);
    let company = flow.lay(&[Span::new(&*report.ledger.company, look::STRONG)], right_room);
    let as_of = flow.lay(&[Span::new(texts.with("summary-as-of", &as_of), look::ASIDE)], right_room);
    let right_width = company.width.max(as_of.width);
    let left_room = Room::wide(WIDTH - right_width - GUTTER);
    let heading = flow.lay(&[Span::new(title.clone(), look::TITLE)], left_room);
    let subtitle = flow.lay(&[Span::new(subject(report), look::SUBTITLE)], left_room);

    let top = flow.y;
    let below_heading = top + heading.height + 1.0;
    let left_end = below_heading + subtitle.height;
    flow.heading(HEADING_1, title, heading, MARGIN, top);
    flow.within(Tag::P, |flow| flow.text(subtitle, MARGIN, below_heading));
    let mut right_end = top + 2.0;
    for block in [company, as_of] {
        let y = right_end;
        right_end += block.height;
        if block.lines.iter().any(|line| !line.runs.is_empty()) {
            let x = MARGIN + WIDTH - block.width;
            flow.within(Tag::P, |flow| flow.text(block, x, y));
        }
    }
    let rule = left_end.max(right_end) + 7.0;
    flow.decorate(Shape::line(vec![(MARGIN, rule), (MARGIN + WIDTH, rule)], look::INK, 0.9));
    flow.y = rule + 12.0;
}

/// The competency, the option where there is only one, and the edition.
fn subject(report: &Report<'_>) -> String {
    let texts = report.texts;
    let mut parts = vec![texts.pick(&report.rulebook.title).to_owned()];
    if let [only] = report.rulebook.options.as_slice() {
        parts.push(texts.pick(&only.title).to_owned());
    }
    parts.push(texts.with("summary-edition", &[("edition", report.rulebook.edition.as_str().into())]));
    parts.join(" · ")
}

fn draw_option_title(flow: &mut Flow, title: &str) {
    let block = flow.lay(&[Span::new(title, look::OPTION)], Room::wide(WIDTH).lines(2));
    flow.gap(SECTION_GAP);
    flow.ensure(block.height + 120.0);
    let y = flow.y;
    flow.y += block.height + 8.0;
    flow.heading(HEADING_2, title.to_owned(), block, MARGIN, y);
}

fn draw_section_title(flow: &mut Flow, title: &str, kept_with: f32, level: NonZeroU16) {
    let block = flow.lay(&[Span::new(title.to_uppercase(), look::SECTION)], Room::wide(WIDTH));
    flow.gap(SECTION_GAP);
    flow.ensure(TITLE_HEIGHT + kept_with);
    let y = flow.y;
    flow.y += TITLE_HEIGHT;
    flow.heading(level, title.to_owned(), block, MARGIN, y);
}

fn draw_section(flow: &mut Flow, title: &str, table: &LaidTable, level: NonZeroU16) {
    draw_section_title(flow, title, table.least_height(), level);
    table.draw(flow);
}

fn draw_revenue(flow: &mut Flow, report: &Report<'_>, chart: &Chart, table: Table, level: NonZeroU16) {
    let chart_width = WIDTH * 0.55;
    let table = table.lay(flow, MARGIN + chart_width + GUTTER, WIDTH - chart_width - GUTTER);
    let chart_height = table.height().clamp(CHART_HEIGHT, 1.5 * CHART_HEIGHT);
    let height = table.height().max(chart_height);
    draw_section_title(flow, &report.texts.get("summary-revenue"), height, level);
    let top = flow.y;
    chart.draw(flow, (MARGIN, top), (chart_width, chart_height));
    table.draw(flow);
    flow.y = flow.y.max(top + chart_height);
}

fn draw_reasons(
    flow: &mut Flow,
    report: &Report<'_>,
    rules: &AttainmentOption,
    option: &OptionReadiness,
    level: NonZeroU16,
) {
    let texts = report.texts;
    let path = option.path.as_ref().and_then(|path| report.path(path));
    if let Some((how, table)) = reasons::next(report, option) {
        let table = table.lay(flow, MARGIN, WIDTH);
        draw_section_title(flow, &texts.get("summary-next"), table.least_height() + 16.0, level);
        flow.paragraph(&how);
        flow.gap(2.0);
        table.draw(flow);
        if let Some(path) = path {
            flow.gap(6.0);
            flow.paragraph(&[Span::new(path, look::BODY)]);
        }
    }
    draw_paragraphs(flow, &texts.get("summary-at-risk"), &reasons::at_risk(report, rules, option), level);
    draw_paragraphs(flow, &texts.get("summary-why"), &reasons::why(report, rules, option), level);
}

/// A section of paragraphs; nothing where there is none.
fn draw_paragraphs(flow: &mut Flow, title: &str, paragraphs: &[Vec<Span>], level: NonZeroU16) {
    let Some(first) = paragraphs.first() else { return };
    let height = |flow: &mut Flow, paragraph: &[Span]| flow.lay(paragraph, Room::wide(WIDTH)).height + PARAGRAPH_GAP;
    let first = height(flow, first);
    let all = paragraphs.iter().map(|paragraph| height(flow, paragraph)).sum();
    draw_section_title(flow, title, if all <= table::KEPT_TOGETHER { all } else { first }, level);
    for (place, paragraph) in paragraphs.iter().enumerate() {
        flow.gap(if place > 0 { PARAGRAPH_GAP } else { 0.0 });
        flow.paragraph(paragraph);
    }
}

/// Where the figures come from. Findings and files stand on one page if they fit on one.
fn draw_sources(flow: &mut Flow, report: &Report<'_>) {
    let texts = report.texts;
    let findings = sources::findings(report).map(|table| table.lay(flow, MARGIN, WIDTH));
    let files = sources::files(report).map(|table| table.lay(flow, MARGIN, WIDTH));
    let sections = || findings.iter().chain(&files).map(|table| table.height() + SECTION_GAP + TITLE_HEIGHT);
    let height: f32 = sections().sum();
    if height < look::BOTTOM - look::NEXT_TOP {
        flow.ensure(height);
    }
    if let Some(table) = findings {
        draw_section(flow, &texts.get("summary-findings"), &table, HEADING_2);
    }
    let title = texts.get("summary-sources");
    if let Some(table) = files {
        draw_section(flow, &title, &table, HEADING_2);
    } else {
        draw_section_title(flow, &title, 20.0, HEADING_2);
        flow.paragraph(&[Span::new(texts.get("summary-no-sources"), look::ASIDE)]);
    }
}

/// What stands above and below the contents of each page.
fn draw_margins(flow: &mut Flow, report: &Report<'_>) {
    let texts = report.texts;
    let files = sources::line(report.sources, texts);
    let competency = texts.pick(&report.rulebook.title).to_owned();
    let head = [texts.get("summary-title"), report.ledger.company.to_string(), competency];
    let assumed = (!report.ledger.assumptions.is_empty()).then(|| texts.get("summary-with-assumptions"));
    let head = head.into_iter().chain(assumed).filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ");
    flow.on_each_page(|flow, page, pages| {
        if page > 0 {
            flow.aside(ArtifactType::Header, |flow| {
                let block = flow.lay(&[Span::new(head.clone(), look::SMALL)], Room::wide(WIDTH).lines(1));
                flow.text(block, MARGIN, MARGIN - 8.0);
            });
        }
        flow.aside(ArtifactType::Footer, |flow| {
            let rule = look::PAGE_HEIGHT - 48.0;
            let values =
                [("version", env!("CARGO_PKG_VERSION").into()), ("page", (page + 1).into()), ("pages", pages.into())];
            let right = [Span::new(texts.with("summary-page", &values), look::SMALL)];
            let right = flow.lay(&right, Room::wide(WIDTH * 0.4).lines(1));
            let left_room = Room::wide(WIDTH - right.width - GUTTER).lines(1);
            let left = flow.lay(&[Span::new(files.clone(), look::SMALL)], left_room);
            flow.shape(Shape::line(vec![(MARGIN, rule), (MARGIN + WIDTH, rule)], look::LINE, look::HAIRLINE));
            flow.text(left, MARGIN, rule + 5.0);
            let x = MARGIN + WIDTH - right.width;
            flow.text(right, x, rule + 5.0);
        });
    });
}

fn metadata(report: &Report<'_>) -> Metadata {
    let texts = report.texts;
    // No clock is asked: the document is of the day that it speaks of.
    let day = report.readiness.settings.as_of;
    let number = |part: u32| u8::try_from(part).unwrap_or(1);
    let date = DateTime::new(u16::try_from(day.year()).unwrap_or(1)).month(number(day.month())).day(number(day.day()));
    let company = clean::clean(&report.ledger.company);
    let title = [texts.get("summary-title"), company, texts.pick(&report.rulebook.title).to_owned()];
    let title = title.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ");
    let program = format!("Touchstone {}", env!("CARGO_PKG_VERSION"));
    Metadata::new()
        .title(title)
        .language(texts.language().code().to_owned())
        .creator(program)
        .creation_date(date.hour(0).minute(0).second(0).utc_offset_hour(0).utc_offset_minute(0))
}
