//! What was noticed in the files, with its place and what to do; worst first.

use crate::ledger::Severity;
use crate::report::Report;

use super::{Column, Table, Tone, Value};

const COLUMNS: [&str; 9] = [
    "table-severity",
    "summary-finding",
    "summary-file",
    "table-sheet",
    "table-row",
    "table-column",
    "table-value",
    "table-other",
    "summary-what-to-do",
];

/// Every finding.
pub fn findings<'a>(report: &'a Report<'a>) -> Table<'a> {
    let texts = report.texts;
    let findings = &report.readiness.findings;
    let mut order: Vec<usize> = (0..findings.len()).collect();
    order.sort_by_key(|at| findings.get(*at).map(crate::ledger::Finding::severity));
    let severity = |severity: Severity| texts.get(&format!("table-severity-{}", severity.as_str()));
    let mut columns = Column::all(texts, &COLUMNS);
    if let Some(first) = columns.first_mut() {
        *first =
            first.clone().mark(severity(Severity::Error), Tone::Missing).mark(severity(Severity::Warning), Tone::Risk);
    }
    let words = |text: &'a Option<std::sync::Arc<str>>| text.as_deref().map_or(Value::Nothing, Value::text);
    Table::lazy(texts.get("table-findings"), "findings", columns, findings.len(), move |at| {
        let Some(finding) = order.get(at).and_then(|at| findings.get(*at)) else { return Vec::new() };
        let id = format!("finding-{}", finding.code.as_str());
        vec![
            Value::text(severity(finding.severity())),
            Value::text(texts.get(&id)),
            words(&finding.file),
            words(&finding.sheet),
            finding.row.map_or(Value::Nothing, |row| Value::Count(row.into())),
            words(&finding.column),
            words(&finding.value),
            words(&finding.other),
            Value::text(texts.get(&format!("{id}.help"))),
        ]
    })
}
