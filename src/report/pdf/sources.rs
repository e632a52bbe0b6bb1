//! Where the figures come from: what was noticed in the data, and the files.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::ledger::{FindingCode, Severity, Source};
use crate::report::Report;
use crate::texts::Texts;

use super::look::{self, MISSING};
use super::table::{Column, Entry, Row, Table};

/// More files than these are added up, not listed.
const MOST_FILES: usize = 40;

/// The findings that somebody should look at, by code, worst first; nothing where there is none.
pub fn findings(report: &Report<'_>) -> Option<Table> {
    let texts = report.texts;
    let mut counts: BTreeMap<FindingCode, usize> = BTreeMap::new();
    for finding in &report.readiness.findings {
        *counts.entry(finding.code).or_default() += 1;
    }
    let found = FindingCode::ALL.into_iter().filter_map(|code| counts.get(&code).map(|count| (code, *count)));
    let rows: Vec<Row> = found
        .map(|(code, count)| {
            let style = match code.severity() {
                Severity::Error => look::STRONG.colour(MISSING),
                Severity::Warning => look::STRONG,
                Severity::Note => look::BODY,
            };
            let id = format!("finding-{}", code.as_str());
            vec![
                vec![Entry::plain(texts.get(&id), style)],
                vec![Entry::plain(texts.number(count.into()), look::BODY)],
                vec![Entry::plain(texts.get(&format!("{id}.help")), look::ASIDE)],
            ]
            .into()
        })
        .collect();
    let columns = vec![
        Column::new(texts.get("summary-finding"), 26.0),
        Column::new(texts.get("summary-count"), 10.0).right(),
        Column::new(texts.get("summary-what-to-do"), 64.0),
    ];
    (!rows.is_empty()).then_some(Table { columns, rows })
}

/// The files with their rows; nothing where none was read.
pub fn files(report: &Report<'_>) -> Option<Table> {
    let texts = report.texts;
    let row = |name: Entry, (rows, taken, left_out): (usize, usize, usize)| {
        let count = |number: usize| vec![Entry::plain(texts.number(number.into()), look::BODY)];
        Row::from(vec![vec![name], count(rows), count(taken), count(left_out)])
    };
    let (listed, more) = report.sources.split_at(report.sources.len().min(MOST_FILES));
    let mut rows: Vec<Row> =
        listed.iter().map(|source| row(Entry::plain(&*source.file, look::BODY).lines(2), source.tally())).collect();
    if !more.is_empty() {
        let words = texts.with("summary-more-files", &[("count", more.len().into())]);
        let together =
            more.iter().map(|source| source.tally()).fold((0, 0, 0), |a, b| (a.0 + b.0, a.1 + b.1, a.2 + b.2));
        rows.push(row(Entry::plain(words, look::ASIDE), together));
    }
    let columns = vec![
        Column::new(texts.get("summary-file"), 55.0),
        Column::new(texts.get("summary-rows"), 15.0).right(),
        Column::new(texts.get("summary-taken"), 15.0).right(),
        Column::new(texts.get("summary-rows-left-out"), 15.0).right(),
    ];
    (!rows.is_empty()).then_some(Table { columns, rows })
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
