//! Every sale that was read, whether it counts, what it comes to, and where it stands.

use crate::evaluator::{RequirementReadiness, RevenueReadiness, counted_amounts};
use crate::ledger::{SaleDate, Tie, decimals_of, round_down};
use crate::report::Report;
use crate::rulebook::{LevelId, Requirement, RevenueRequirement};

use super::{Column, Often, Table, Tone, Value, yes_no};

const COLUMNS: [&str; 10] = [
    "table-date",
    "table-customer",
    "table-product",
    "table-product-code",
    "table-amount",
    "table-currency",
    "table-association",
    "table-renewal",
    "table-counts",
    "table-why-not",
];
const PLACE: [&str; 3] = ["summary-file", "table-sheet", "table-row"];

/// Every sale, by place. For each way in which the levels ask for revenue, a column tells what counts towards it; its total
/// is what the levels are held against.
pub fn sales<'a>(report: &'a Report<'a>) -> Table<'a> {
    let Report { ledger, readiness, rulebook, texts, .. } = *report;
    let questions = questions(report);
    let mut columns = Column::all(texts, &COLUMNS);
    if let Some(counts) = columns.get_mut(8) {
        *counts = counts.clone().mark(texts.get("table-yes"), Tone::Good).mark(texts.get("table-no"), Tone::Missing);
    }
    for question in &questions {
        let levels: Vec<String> = question.levels.iter().map(|level| texts.get(&format!("level-{level}"))).collect();
        let currency = &question.result.currency;
        let heading = texts
            .with("table-counted-for", &[("levels", levels.join(", ").into()), ("currency", currency.as_str().into())]);
        let total = Some(round_down(question.result.counted, currency));
        columns.push(Column { total, ..Column::new(heading) });
    }
    columns.extend(Column::all(texts, &PLACE));
    let counted: Vec<_> = questions
        .iter()
        .map(|question| {
            let amounts = counted_amounts(rulebook, ledger, &readiness.settings, question.rules);
            (amounts, decimals_of(&question.result.currency))
        })
        .collect();
    let (yes, no, assumed) = (yes_no(true, texts), yes_no(false, texts), texts.get("assumed"));
    let told = move |is_so: bool| if is_so { yes.clone() } else { no.clone() };
    let reasons = Often::new(texts);
    Table::lazy(texts.get("table-sales"), "sales", columns, ledger.sales.len(), move |at| {
        let (Some(sale), Some(why_not)) = (ledger.sales.get(at), readiness.sales.get(at)) else { return Vec::new() };
        let mut row = vec![
            match sale.date {
                SaleDate::Day(day) => Value::Day(day),
                SaleDate::Month(month) => Value::Month(month),
            },
            Value::text(&*sale.customer),
            Value::text(&*sale.product),
            Value::text(&*sale.sku),
            Value::Amount(sale.amount, decimals_of(&sale.currency)),
            Value::text(&*sale.currency),
            match &sale.association {
                Tie::NotTold => Value::Nothing,
                Tie::Told(tie) => Value::text(&**tie),
            },
            Value::text(told(sale.renewal)),
            Value::text(if sale.assumed && why_not.is_none() { assumed.clone() } else { told(why_not.is_none()) }),
            why_not.map_or(Value::Nothing, |reason| {
                Value::text(reasons.get(reason, || format!("sale-{}", reason.as_str())))
            }),
        ];
        row.extend(counted.iter().map(|(amounts, decimals)| {
            let amount = amounts.get(at).copied().flatten();
            amount.map_or(Value::Nothing, |amount| Value::Amount(amount, *decimals))
        }));
        row.extend([
            Value::text(&*sale.place.file),
            Value::text(&*sale.place.sheet),
            if sale.assumed { Value::Nothing } else { Value::Count(sale.place.row.into()) },
        ]);
        row
    })
}

/// One way in which levels ask for revenue.
struct Question<'a> {
    rules: &'a RevenueRequirement,
    result: &'a RevenueReadiness,
    levels: Vec<LevelId>,
}

fn questions<'a>(report: &'a Report<'a>) -> Vec<Question<'a>> {
    let mut questions = Vec::new();
    for (rules, option) in report.rulebook.options.iter().zip(&report.readiness.options) {
        for (level_rules, level) in rules.levels.iter().zip(&option.levels) {
            for pair in level_rules.requirements.iter().zip(&level.requirements) {
                add_questions(level_rules.id, pair, &mut questions);
            }
        }
    }
    questions
}

fn add_questions<'a>(
    level: LevelId,
    (rules, result): (&'a Requirement, &'a RequirementReadiness),
    questions: &mut Vec<Question<'a>>,
) {
    match (rules, result) {
        (Requirement::Revenue(rules), RequirementReadiness::Revenue(result)) => {
            match questions.iter_mut().find(|known| known.is_same(rules, result)) {
                Some(known) if known.levels.contains(&level) => {}
                Some(known) => known.levels.push(level),
                None => questions.push(Question { rules, result, levels: vec![level] }),
            }
        }
        (Requirement::AnyOf(rules), RequirementReadiness::AnyOf(any)) => {
            for pair in rules.alternatives.iter().zip(&any.alternatives) {
                add_questions(level, pair, questions);
            }
        }
        _ => {}
    }
}

impl Question<'_> {
    fn is_same(&self, rules: &RevenueRequirement, result: &RevenueReadiness) -> bool {
        self.rules.asks_the_same(rules) && self.result.currency == result.currency
    }
}
