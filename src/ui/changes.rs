//! What files changed that came again, in words.

use crate::ledger::{CredentialRow, Sale, Tie};
use crate::texts::Texts;
use crate::workspace::{Changes, Found, Record};

/// How many records are new, changed and gone, and which are not as they were where those are few. Nothing where no other file
/// has to do with them.
pub fn changes_text(changes: &Changes, texts: &Texts) -> Option<String> {
    let counted = counts_text(changes, texts)?;
    let named = [("changes-changed", &changes.changed), ("changes-gone", &changes.gone)];
    let named = named.into_iter().filter(|(_, found)| (1..=NAMED).contains(&found.count));
    let named = named.map(|(id, found)| texts.with(id, &[("records", names(found, texts).into())]));
    Some(std::iter::once(counted).chain(named).collect::<Vec<_>>().join(" "))
}

/// How many records are new, changed and gone. Nothing where no other file has to do with them.
pub fn counts_text(changes: &Changes, texts: &Texts) -> Option<String> {
    let is_again = changes.replaced.is_some();
    if !is_again && changes.overlaps.is_empty() {
        return None;
    }
    let number = |count: usize| texts.number(count.into()).into();
    let mut counts = vec![
        ("new", number(changes.new.count)),
        ("changed", number(changes.changed.count)),
        ("known", number(changes.known)),
    ];
    if !is_again {
        return Some(texts.with("changes-beside", &counts));
    }
    counts.push(("gone", number(changes.gone.count)));
    Some(texts.with("changes-replaced", &counts))
}

/// So many records are named; more are in a list of their own.
const NAMED: usize = 3;

/// `Ana Núñez MB2-714, Íñigo Peña MB2-712`
fn names(found: &Found, texts: &Texts) -> String {
    let records = found.samples.iter().filter_map(|it| it.before.as_ref());
    records.map(|record| record_name(record, texts)).collect::<Vec<_>>().join(", ")
}

/// A record by what somebody knows it by.
pub fn record_name(record: &Record, texts: &Texts) -> String {
    match record {
        Record::Credential(CredentialRow { person, exam, .. }) => {
            let names = [&person.name, &person.office_email, &person.personal_email, &person.mcp_id];
            let name = names.into_iter().find(|name| !name.is_empty());
            format!("{} {exam}", name.map_or("", String::as_str))
        }
        Record::Sale(Sale { customer, date, amount, currency, .. }) => {
            let (day, money) = (texts.sale_date(*date), texts.money(*amount, currency));
            format!("{customer} {money} ({day})")
        }
    }
}

/// What a record says otherwise than before: `1,200.00 USD → 1,500.00 USD`.
pub fn difference_text(before: &Record, after: &Record, texts: &Texts) -> String {
    let differs = |id: &str, before: String, after: String| {
        (before != after).then(|| texts.with(id, &[("before", before.into()), ("after", after.into())]))
    };
    let parts = match (before, after) {
        (Record::Credential(before), Record::Credential(after)) => {
            let end =
                |row: &CredentialRow| row.expires.map_or_else(|| texts.get("change-no-end"), |day| texts.date(day));
            let result = |row: &CredentialRow| texts.get(if row.failed { "change-failed" } else { "change-passed" });
            vec![
                differs("change-result", result(before), result(after)),
                differs("change-valid-until", end(before), end(after)),
            ]
        }
        (Record::Sale(before), Record::Sale(after)) => {
            let money = |sale: &Sale| texts.money(sale.amount, &sale.currency);
            let tie = |sale: &Sale| match &sale.association {
                Tie::Told(text) if text.is_empty() => texts.get("association-empty"),
                Tie::Told(text) => text.to_string(),
                Tie::NotTold => texts.get("association-not-told"),
            };
            let yes = |is: bool| texts.get(if is { "table-yes" } else { "table-no" });
            vec![
                differs("change-amount", money(before), money(after)),
                differs("change-association", tie(before), tie(after)),
                differs("change-renewal", yes(before.renewal), yes(after.renewal)),
                differs("change-repeated", yes(before.repeated), yes(after.repeated)),
            ]
        }
        _ => Vec::new(),
    };
    parts.into_iter().flatten().collect::<Vec<_>>().join(" · ")
}
