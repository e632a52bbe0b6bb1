//! What a document says of itself: its heading, what stands above and below each page, and what a viewer shows of it.

use chrono::Datelike;
use krilla::metadata::{DateTime, Metadata};
use krilla::tagging::{ArtifactType, Tag};

use crate::report::Report;
use crate::rulebook::Market;

use super::clean;
use super::look::{self, GUTTER, MARGIN, SECTION_GAP, WIDTH};
use super::page::{Flow, Shape};
use super::section::{HEADING_1, HEADING_2};
use super::sources;
use super::text::{Room, Span};

/// The heading of the first page: what it is, what it is about, whose it is, and of which day.
pub fn draw_title(flow: &mut Flow, report: &Report<'_>, title: &str) {
    let texts = report.texts;
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
    let heading = flow.lay(&[Span::new(title, look::TITLE)], left_room.lines(3));
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

/// The name of an option, where there are several.
pub fn draw_option(flow: &mut Flow, title: &str) {
    let block = flow.lay(&[Span::new(title, look::OPTION)], Room::wide(WIDTH).lines(2));
    flow.gap(SECTION_GAP);
    flow.ensure(block.height + 120.0);
    let y = flow.y;
    flow.y += block.height + 8.0;
    flow.heading(HEADING_2, title, block, MARGIN, y);
}

/// What stands above and below the contents of each page.
pub fn draw_margins(flow: &mut Flow, report: &Report<'_>, title: &str) {
    let texts = report.texts;
    let files = sources::line(report.sources, texts);
    let competency = texts.pick(&report.rulebook.title).to_owned();
    let head = [title.to_owned(), report.ledger.company.to_string(), competency];
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
            let rule = flow.paper.footer();
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

/// What a viewer shows of the document.
pub fn metadata(report: &Report<'_>, title: &str) -> Metadata {
    let texts = report.texts;
    // No clock is asked: the document is of the day that it speaks of.
    let day = report.readiness.settings.as_of;
    let number = |part: u32| u8::try_from(part).unwrap_or(1);
    let date = DateTime::new(u16::try_from(day.year()).unwrap_or(1)).month(number(day.month())).day(number(day.day()));
    let company = clean::clean(&report.ledger.company);
    let title = [clean::clean(title), company, texts.pick(&report.rulebook.title).to_owned()];
    let title = title.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ");
    let program = format!("Touchstone {}", env!("CARGO_PKG_VERSION"));
    Metadata::new()
        .title(title)
        .language(texts.language().code().to_owned())
        .creator(program)
        .creation_date(date.hour(0).minute(0).second(0).utc_offset_hour(0).utc_offset_minute(0))
}
