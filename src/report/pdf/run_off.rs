//! What becomes of the revenue month by month with no new sales, and how much must be sold anew by then.

use crate::evaluator::RevenueReadiness;
use crate::ledger::{round_down, round_up};
use crate::report::Report;
use crate::rulebook::LevelId;

use super::look;
use super::table::{Column, Entry, Row, Table};
use super::verdicts;

/// A row for each month; nothing where there is no revenue to run off.
pub fn table(report: &Report<'_>, levels: &[(LevelId, &RevenueReadiness)]) -> Option<Table> {
    let texts = report.texts;
    let (_, first) = levels.first().filter(|(_, answer)| !answer.counted.is_zero())?;
    let amount = |amount, style| vec![Entry::plain(texts.amount(amount, &first.currency), style)];
    let rows = first.outlook.iter().enumerate().map(|(place, month)| {
        let mut cells = vec![
            vec![Entry::plain(texts.date(month.day), look::BODY)],
            amount(round_down(month.counted, &first.currency), look::BODY),
        ];
        cells.extend(levels.iter().map(|(_, answer)| {
            let needed = answer.outlook.get(place).and_then(|month| month.needed).filter(|it| !it.is_zero());
            needed.map_or_else(
                || vec![Entry::plain("–", look::ASIDE)],
                |needed| amount(round_up(needed, &answer.currency), look::ASIDE),
            )
        }));
        Row { cells, continues: place > 0 }
    });
    let rows: Vec<Row> = rows.collect();
    let mut columns = vec![
        Column::new(texts.get("summary-no-new-sales"), 30.0),
        Column::new(texts.with("summary-would-count", &[("currency", (&*first.currency).into())]), 22.0).right(),
    ];
    columns.extend(levels.iter().map(|(level, _)| {
        let level = verdicts::name(*level, texts);
        Column::new(texts.with("summary-to-sell", &[("level", level.into())]), 24.0).right()
    }));
    (!rows.is_empty()).then_some(Table { columns, rows })
}
