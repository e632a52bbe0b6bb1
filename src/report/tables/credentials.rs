//! Every credential that was read, whether it counts, and where it stands.

use crate::ledger::CredentialRow;
use crate::report::Report;

use super::{Column, Table, Tone, Value, yes_no};

const COLUMNS: [&str; 11] = [
    "summary-person",
    "table-id",
    "table-exam",
    "table-exam-title",
    "field-passed",
    "field-expires",
    "table-counts",
    "table-why-not",
    "summary-file",
    "table-sheet",
    "table-row",
];

/// Every credential, by person.
pub fn credentials<'a>(report: &'a Report<'a>) -> Table<'a> {
    let Report { ledger, readiness, rulebook, texts, .. } = *report;
    let mut columns = Column::all(texts, &COLUMNS);
    if let Some(counts) = columns.get_mut(6) {
        *counts = counts.clone().mark(texts.get("table-yes"), Tone::Good).mark(texts.get("assumed"), Tone::Assumed);
    }
    Table::lazy(texts.get("table-credentials"), "credentials", columns, ledger.credentials.len(), move |at| {
        let (Some(credential), Some(verdict)) = (ledger.credentials.get(at), readiness.credentials.get(at)) else {
            return Vec::new();
        };
        let person = ledger.person(credential.person);
        let is_dated = !credential.assumed && !CredentialRow::is_undated(credential.passed);
        let counts = match verdict.why_not {
            None if credential.assumed => texts.get("assumed"),
            why_not => yes_no(why_not.is_none(), texts),
        };
        let why_not = verdict.why_not.map(|reason| texts.get(&format!("credential-{}", reason.as_str())));
        let place = &credential.place;
        vec![
            Value::text(person.label()),
            Value::text(&*person.id),
            Value::text(&*credential.exam),
            verdict.exam.map_or(Value::Nothing, |exam| Value::text(texts.pick(&rulebook.exam(exam).title))),
            Value::day(Some(credential.passed).filter(|_| is_dated)),
            Value::day(credential.expires),
            Value::text(counts),
            Value::text(why_not.unwrap_or_default()),
            Value::text(&*place.file),
            Value::text(&*place.sheet),
            if credential.assumed { Value::Nothing } else { Value::Count(place.row.into()) },
        ]
    })
}
