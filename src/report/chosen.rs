//! What the user chose and the result depends on: who is kept out or pinned, which sales count as associated, the rates.

use crate::evaluator::{RATE_CURRENCY, WindowKind};

use super::Report;
use super::phrases::in_sentence;

/// More people, files, customers or rates than these are counted, not listed.
const MOST_LISTED: usize = 20;

impl Report<'_> {
    /// What the user chose and the result depends on, a sentence each.
    pub fn chosen(&self) -> Vec<String> {
        let (texts, settings) = (self.texts, &self.readiness.settings);
        let mut sentences = Vec::new();
        let mut name = |id: &str, names: Vec<String>| {
            let count = names.len();
            if count > 0 {
                let names = names_of(self, names);
                sentences.push(texts.with(id, &[("count", count.into()), ("names", names.into())]));
            }
        };
        name("chosen-kept-out", settings.kept_out.iter().map(|id| person(self, id)).collect());
        let pin = |(id, role): (&String, &String)| {
            let role =
                self.rulebook.find_role(role).map_or_else(|| role.clone(), |it| in_sentence(texts.pick(&it.title)));
            texts.with("chosen-pin", &[("who", person(self, id).into()), ("role", role.into())])
        };
        name("chosen-pinned", settings.pins.iter().map(pin).collect());
        if !settings.assume_associated {
            name("chosen-files", settings.associated_files.iter().cloned().collect());
            name("chosen-customers", settings.associated_customers.iter().cloned().collect());
        }
        let rates = settings.rates.iter().map(|(currency, rate)| {
            let rate = texts.number(rate.normalize());
            texts.with(
                "chosen-rate",
                &[("currency", currency.into()), ("rate", rate.into()), ("in", RATE_CURRENCY.into())],
            )
        });
        name("chosen-rates", rates.collect());
        if settings.assume_associated {
            sentences.push(texts.get("chosen-associated"));
        }
        if settings.window == WindowKind::FullMonths {
            sentences.push(texts.get("chosen-full-months"));
        }
        sentences
    }
}

fn person(report: &Report<'_>, id: &str) -> String {
    let ledger = report.ledger;
    let there = ledger.people.iter().chain(&ledger.left).find(|person| person.id == id);
    there.map_or(id, |person| person.label()).to_owned()
}

/// "A, B and 7 others".
fn names_of(report: &Report<'_>, mut names: Vec<String>) -> String {
    let more = names.len().saturating_sub(MOST_LISTED);
    if more > 0 {
        names.truncate(MOST_LISTED);
        names.push(report.texts.with("others", &[("count", more.into())]));
    }
    report.list(names)
}
