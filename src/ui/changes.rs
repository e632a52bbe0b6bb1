//! What files changed that came again, in words.

use crate::ledger::{CredentialRow, Sale};
use crate::texts::Texts;
use crate::workspace::{Changes, Found, Record};

/// How many records are new, changed and gone, and the first few of those that are not as they were. Nothing where no other
/// file has to do with them.
pub fn changes_text(changes: &Changes, texts: &Texts) -> Option<String> {
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
    let counted = if is_again {
        counts.push(("gone", number(changes.gone.count)));
        texts.with("changes-replaced", &counts)
    } else {
        texts.with("changes-beside", &counts)
    };
    let named = [("changes-changed", &changes.changed), ("changes-gone", &changes.gone)];
    let named = named.into_iter().filter(|(_, found)| found.count > 0);
    let named = named.map(|(id, found)| texts.with(id, &[("records", first_few(found, texts).into())]));
    Some(std::iter::once(counted).chain(named).collect::<Vec<_>>().join(" "))
}

/// So many records are named.
const NAMED: usize = 3;

/// `Ana Núñez MB2-714, Íñigo Peña MB2-712…`
fn first_few(found: &Found, texts: &Texts) -> String {
    let records = found.samples.iter().filter_map(|it| it.before.as_ref()).take(NAMED);
    let names: Vec<String> = records.map(|record| name_of(record, texts)).collect();
    let more = if found.count > names.len() { "…" } else { "" };
    names.join(", ") + more
}

/// A record by what somebody knows it by.
fn name_of(record: &Record, texts: &Texts) -> String {
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
