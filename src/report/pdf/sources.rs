//! Where the figures come from: what was noticed in the data, and the files.

use std::collections::BTreeMap;
use std::sync::Arc;

use chrono::DateTime;

use crate::ledger::{Finding, FindingCode, Severity, Source};
use crate::report::{Report, phrases};
use crate::texts::Texts;

use super::look::{self, MARGIN, MISSING, WIDTH};
use super::page::Flow;
use super::section::{self, HEADING_2};
use super::table::{Column, Entry, Row, Table};
use super::text::Span;

/// More files than these are added up, not listed.
const MOST_FILES: usize = 40;
/// So many digits of a file's sum are enough to know it by.
const SUM_DIGITS: usize = 12;

/// Draws the files.
pub fn draw_files(flow: &mut Flow, report: &Report<'_>) {
    let texts = report.texts;
    let title = texts.get("summary-sources");
    if let Some(table) = files(report) {
        let table = table.lay(flow, MARGIN, WIDTH);
        section::draw_table(flow, &title, &table, HEADING_2);
    } else {
        section::draw_title(flow, &title, 20.0, HEADING_2);
        flow.paragraph(&[Span::new(texts.get("summary-no-sources"), look::ASIDE)]);
    }
}

/// Draws what was noticed in the data; nothing where nothing was.
pub fn draw_findings(flow: &mut Flow, report: &Report<'_>) {
    if let Some(table) = findings(report) {
        let table = table.lay(flow, MARGIN, WIDTH);
        section::draw_table(flow, &report.texts.get("summary-findings"), &table, HEADING_2);
    }
}

/// The findings that may change the answer, by code, worst first, each with the first place of it; the others are only
/// counted. Nothing where there is none.
fn findings(report: &Report<'_>) -> Option<Table> {
    let texts = report.texts;
    let mut found: BTreeMap<FindingCode, (usize, &Finding)> = BTreeMap::new();
    for finding in &report.readiness.findings {
        found.entry(finding.code).or_insert((0, finding)).0 += 1;
    }
    let notes: usize = found.iter().filter(|(code, _)| code.severity() == Severity::Note).map(|(_, it)| it.0).sum();
    let telling = FindingCode::ALL.into_iter().filter(|code| code.severity() != Severity::Note);
    let mut rows: Vec<Row> =
        telling.filter_map(|code| found.get(&code).map(|(count, first)| finding_row(texts, *count, first))).collect();
    if notes > 0 {
        let words = Entry::plain(texts.get("summary-notes"), look::ASIDE);
        let (count, help) = (texts.number(notes.into()), texts.get("summary-notes-help"));
        rows.push(
            vec![vec![words], vec![Entry::plain(count, look::BODY)], vec![Entry::plain(help, look::ASIDE)]].into(),
        );
    }
    let columns = vec![
        Column::new(texts.get("summary-finding"), 32.0),
        Column::new(texts.get("summary-count"), 11.0).right(),
        Column::new(texts.get("summary-what-to-do"), 57.0),
    ];
    (!rows.is_empty()).then_some(Table { columns, rows })
}

fn finding_row(texts: &Texts, count: usize, first: &Finding) -> Row {
    let style = if first.severity() == Severity::Error { look::STRONG.colour(MISSING) } else { look::STRONG };
    let id = format!("finding-{}", first.code.as_str());
    let mut what = vec![Entry::plain(texts.get(&id), style)];
    let place = phrases::finding_place(first);
    if !place.is_empty() {
        what.push(Entry::plain(place, look::SMALL).lines(2));
    }
    vec![
        what,
        vec![Entry::plain(texts.number(count.into()), look::BODY)],
        vec![Entry::plain(texts.get(&format!("{id}.help")), look::ASIDE)],
    ]
    .into()
}

/// The files with their rows; nothing where none was read.
fn files(report: &Report<'_>) -> Option<Table> {
    let texts = report.texts;
    let row = |name: Entry, dates: Vec<Entry>, sum: &str, (rows, taken, left_out): (usize, usize, usize)| {
        let count = |number: usize| vec![Entry::plain(texts.number(number.into()), look::BODY)];
        Row::from(vec![
            vec![name],
            dates,
            vec![Entry::plain(sum, look::ASIDE)],
            count(rows),
            count(taken),
            count(left_out),
        ])
    };
    let (listed, more) = report.sources.split_at(report.sources.len().min(MOST_FILES));
    let listed = listed.iter().map(|source| {
        let name = Entry::plain(&*source.file, look::BODY).lines(2);
        row(name, dates(source, texts), source.sum.get(..SUM_DIGITS).unwrap_or_default(), source.tally())
    });
    let mut rows: Vec<Row> = listed.collect();
    if !more.is_empty() {
        let words = texts.with("summary-more-files", &[("count", more.len().into())]);
        let together =
            more.iter().map(|source| source.tally()).fold((0, 0, 0), |a, b| (a.0 + b.0, a.1 + b.1, a.2 + b.2));
        rows.push(row(Entry::plain(words, look::ASIDE), Vec::new(), "", together));
    }
    let columns = vec![
        Column::new(texts.get("summary-file"), 33.0),
        Column::new(texts.get("summary-changed"), 14.0),
        Column::new(texts.get("summary-sum"), 18.0),
        Column::new(texts.get("summary-rows"), 9.0).right(),
        Column::new(texts.get("summary-taken"), 12.0).right(),
        Column::new(texts.get("summary-rows-left-out"), 14.0).right(),
    ];
    (!rows.is_empty()).then_some(Table { columns, rows })
}

/// The day on which a file was changed last; nothing where it is not known.
fn dates(source: &Source, texts: &Texts) -> Vec<Entry> {
    // By the world's clock: the same file says the same everywhere.
    let changed = source.stamp.and_then(|stamp| DateTime::from_timestamp(stamp.changed, 0));
    vec![Entry::plain(changed.map_or_else(|| "–".to_owned(), |day| texts.date(day.date_naive())), look::BODY)]
}

/// The files in a line: "revenue.xlsx 58 rows · skills.xlsx 61 rows, 2 left out".
pub fn line(sources: &[Arc<Source>], texts: &Texts) -> String {
    let words = |source: &Arc<Source>| {
        let (rows, _, left_out) = source.tally();
        let values = [("file", (*source.file).into()), ("rows", rows.into()), ("leftout", left_out.into())];
        texts.with(if left_out == 0 { "summary-file-line" } else { "summary-file-line-left-out" }, &values)
    };
    // A line holds no more.
    sources.iter().take(8).map(words).collect::<Vec<_>>().join(" · ")
}
