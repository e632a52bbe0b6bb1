//! Revenue: a chart of what counted on each day, and a small table of where the figure comes from.

use std::collections::BTreeMap;
use std::num::NonZeroU16;

use chrono::{Days, Months, NaiveDate};
use rust_decimal::Decimal;

use crate::evaluator::{OptionReadiness, RequirementReadiness, RevenueReadiness, SaleLeftOut, trailing_revenue};
use crate::ledger::{round_down, round_up};
use crate::report::Report;
use crate::rulebook::{AttainmentOption, LevelId, Requirement, RevenueRequirement};

use super::chart::{Chart, Fall, Threshold};
use super::look::{self, ASSUMED, GUTTER, MARGIN, WIDTH};
use super::page::Flow;
use super::table::{Column, Entry, Row, Table};
use super::verdicts;
use super::{run_off, section};

/// Requirements that ask the same question: only their levels and thresholds differ.
pub struct Question<'a> {
    rules: &'a RevenueRequirement,
    answer: &'a RevenueReadiness,
    levels: Vec<(LevelId, &'a RevenueReadiness)>,
}

/// The height of the chart, where the table beside it is no higher.
const CHART_HEIGHT: f32 = 120.0;
/// How many months the chart goes back.
const CHART_MONTHS: u32 = 18;
/// How many months it looks ahead.
const RUN_OFF_MONTHS: u32 = 8;
/// How many months it looks ahead at most, to show where a threshold is lost.
const MOST_RUN_OFF_MONTHS: u32 = 14;

/// The questions that an option asks about revenue.
pub fn questions<'a>(rules: &'a AttainmentOption, option: &'a OptionReadiness) -> Vec<Question<'a>> {
    let mut questions = Vec::new();
    for (level, readiness) in rules.levels.iter().zip(&option.levels) {
        for (requirement, result) in level.requirements.iter().zip(&readiness.requirements) {
            add(&mut questions, level.id, requirement, result);
        }
    }
    questions
}

fn add<'a>(
    questions: &mut Vec<Question<'a>>,
    level: LevelId,
    requirement: &'a Requirement,
    result: &'a RequirementReadiness,
) {
    match (requirement, result) {
        (Requirement::Revenue(rules), RequirementReadiness::Revenue(answer)) => {
            match questions.iter_mut().find(|known| same_question(known, rules, answer)) {
                Some(known) => known.levels.push((level, answer)),
                None => questions.push(Question { rules, answer, levels: vec![(level, answer)] }),
            }
        }
        (Requirement::AnyOf(rules), RequirementReadiness::AnyOf(any)) => {
            for (rules, result) in rules.alternatives.iter().zip(&any.alternatives) {
                add(questions, level, rules, result);
            }
        }
        _ => {}
    }
}

fn same_question(known: &Question<'_>, rules: &RevenueRequirement, answer: &RevenueReadiness) -> bool {
    known.rules.asks_the_same(rules) && known.answer.currency == answer.currency
}

impl Question<'_> {
    /// What becomes of the revenue with no new sales; nothing where there is none.
    pub fn run_off(&self, report: &Report<'_>) -> Option<Table> {
        run_off::table(report, &self.levels)
    }

    /// Draws the chart, and the table beside it with the sales left out by reason.
    pub fn draw(
        &self,
        flow: &mut Flow,
        report: &Report<'_>,
        left_out: &BTreeMap<SaleLeftOut, usize>,
        level: NonZeroU16,
    ) {
        let chart_width = WIDTH * 0.55;
        let table = self.table(report, left_out);
        let table = table.lay(flow, MARGIN + chart_width + GUTTER, WIDTH - chart_width - GUTTER);
        let chart_height = table.height().clamp(CHART_HEIGHT, 1.5 * CHART_HEIGHT);
        let height = table.height().max(chart_height);
        section::draw_title(flow, &report.texts.get("summary-revenue"), height, level);
        let top = flow.y;
        self.chart(report).draw(flow, (MARGIN, top), (chart_width, chart_height));
        table.draw(flow);
        flow.y = flow.y.max(top + chart_height);
    }

    /// The chart of the months up to the day of the evaluation, and of those to come with no new sales.
    pub fn chart(&self, report: &Report<'_>) -> Chart {
        let texts = report.texts;
        let settings = &report.readiness.settings;
        let fall = self.fall(report);
        let mut days = weeks_up_to(settings.as_of);
        let known = days.len();
        days.extend(run_off_days(settings.as_of, fall.as_ref().map(|fall| fall.day)));
        let amounts = trailing_revenue(report.rulebook, report.ledger, settings, self.rules, &days);
        let mut points: Vec<(NaiveDate, Decimal)> =
            days.into_iter().zip(amounts.iter().map(|day| day.counted)).collect();
        let run_off = points.split_off(known);
        let reached = |(level, answer): &(LevelId, &RevenueReadiness)| {
            let (name, colour) = (verdicts::name(*level, texts), verdicts::colour(*level));
            answer.threshold.map(|amount| Threshold { amount, name, colour })
        };
        let thresholds: Vec<Threshold> = self.levels.iter().filter_map(reached).collect();
        let highest = points.iter().map(|(_, amount)| *amount).max().unwrap_or_default();
        let mut heights: Vec<Decimal> = thresholds.iter().map(|line| line.amount).collect();
        if heights.iter().all(|threshold| *threshold < highest) {
            heights.push(round_down(highest, &self.answer.currency).trunc());
        }
        heights.extend([
            Decimal::ZERO,
            points.iter().map(|(_, amount)| *amount).min().unwrap_or_default().min(Decimal::ZERO),
        ]);
        let first = points.first().map_or(settings.as_of, |(day, _)| *day);
        let mut marks: Vec<(NaiveDate, String)> = [12, 6]
            .into_iter()
            .filter_map(|months| settings.as_of.checked_sub_months(Months::new(months)))
            .map(|day| (day, texts.month(day)))
            .collect();
        marks.insert(0, (first, texts.month(first)));
        marks.push((settings.as_of, texts.date(settings.as_of)));
        marks.extend(run_off.last().map(|(day, _)| (*day, texts.month(*day))));
        Chart {
            description: self.description(report, &points, &run_off, fall.as_ref()),
            heights: heights.into_iter().map(|amount| (amount, texts.number(amount.normalize()))).collect(),
            points,
            run_off,
            fall,
            thresholds,
            days: marks,
        }
    }

    /// Where a threshold is lost first with no new sales, if that is near enough to be shown.
    fn fall(&self, report: &Report<'_>) -> Option<Fall> {
        let last = report.readiness.settings.as_of.checked_add_months(Months::new(MOST_RUN_OFF_MONTHS))?;
        let falls = self.levels.iter().filter_map(|(_, answer)| answer.falls_short_on.zip(answer.threshold));
        let (day, amount) = falls.filter(|(day, _)| *day <= last).min()?;
        Some(Fall { day, amount, name: report.texts.date(day) })
    }

    /// The chart in words.
    fn description(
        &self,
        report: &Report<'_>,
        points: &[(NaiveDate, Decimal)],
        run_off: &[(NaiveDate, Decimal)],
        fall: Option<&Fall>,
    ) -> String {
        let texts = report.texts;
        let money = |amount: Decimal| texts.money(round_down(amount, &self.answer.currency), &self.answer.currency);
        let Some(((from, first), (to, last))) = points.first().copied().zip(points.last().copied()) else {
            return texts.get("summary-revenue");
        };
        let known = texts.with(
            "summary-chart",
            &[
                ("from", texts.date(from).into()),
                ("first", money(first).into()),
                ("to", texts.date(to).into()),
                ("last", money(last).into()),
            ],
        );
        let on = |id: &str, day: NaiveDate, amount: Decimal| {
            texts.with(id, &[("day", texts.date(day).into()), ("money", money(amount).into())])
        };
        let fall = fall.map(|fall| format!("{}.", on("risk-revenue", fall.day, fall.amount)));
        let end = run_off.last().map(|(day, amount)| on("summary-chart-run-off", *day, *amount));
        [Some(known), fall, end].into_iter().flatten().collect::<Vec<_>>().join(" ")
    }

    /// Where the figure comes from: what counts, what each level lacks, and the sales left out by reason.
    fn table(&self, report: &Report<'_>, left_out: &BTreeMap<SaleLeftOut, usize>) -> Table {
        let texts = report.texts;
        let (answer, currency) = (self.answer, &self.answer.currency);
        let counted = round_down(answer.counted, currency);
        let plain = |text: String| vec![Entry::plain(text, look::BODY)];
        let aside = |text: String| vec![Entry::plain(text, look::ASIDE)];
        let window = [
            ("count", answer.sales.into()),
            ("from", texts.date(answer.from).into()),
            ("to", texts.date(answer.to).into()),
        ];
        let mut sum = vec![
            Entry::plain(texts.get("summary-counted"), look::BODY),
            Entry::plain(texts.with("summary-sales", &window), look::ASIDE),
        ];
        let assumed = report.ledger.sales.iter().zip(&report.readiness.sales);
        if assumed.into_iter().any(|(sale, why_not)| sale.assumed && why_not.is_none()) {
            sum.push(Entry::plain(texts.get("summary-assumed-sales"), look::BODY.colour(ASSUMED)));
        }
        let amount = Entry::plain(format!("{} {currency}", texts.amount(counted, currency)), look::STRONG);
        let mut rows: Vec<Row> = vec![vec![sum, vec![amount]].into()];
        for (level, answer) in &self.levels {
            let level = verdicts::name(*level, texts);
            let Some(threshold) = answer.threshold else {
                let words = texts.with("summary-no-threshold", &[("level", level.into())]);
                rows.push(vec![plain(words), aside("–".to_owned())].into());
                continue;
            };
            let lacks = match answer.shortfall {
                Some(shortfall) if !answer.met => {
                    let shortfall = texts.money(round_up(shortfall, currency), currency);
                    texts.with("summary-short", &[("amount", shortfall.into())])
                }
                _ => texts.get("summary-reached"),
            };
            let asks = texts.with("summary-asks", &[("level", level.into())]);
            let asks = vec![Entry::plain(asks, look::BODY), Entry::plain(lacks, look::ASIDE)];
            rows.push(vec![asks, plain(texts.money(threshold, currency))].into());
        }
        if !left_out.is_empty() {
            let count = |sales: usize| texts.number(sales.into());
            let all = left_out.values().sum();
            rows.push(vec![plain(texts.get("summary-sales-left-out")), plain(count(all))].into());
            for (reason, sales) in left_out {
                let cells = vec![aside(texts.get(&format!("sale-{}", reason.as_str()))), aside(count(*sales))];
                rows.push(Row { cells, continues: true });
            }
        }
        Table { columns: vec![Column::bare(56.0), Column::bare(44.0).right()], rows }
    }
}

/// How many sales are left out for each reason.
pub fn left_out(sales: &[Option<SaleLeftOut>]) -> BTreeMap<SaleLeftOut, usize> {
    let mut counts = BTreeMap::new();
    for reason in sales.iter().flatten() {
        *counts.entry(*reason).or_default() += 1;
    }
    counts
}

/// A day of each week after a day, and the days between which a threshold is lost.
fn run_off_days(as_of: NaiveDate, fall: Option<NaiveDate>) -> Vec<NaiveDate> {
    let end = as_of.checked_add_months(Months::new(RUN_OFF_MONTHS)).unwrap_or(NaiveDate::MAX);
    let last = fall.and_then(|day| day.checked_add_days(Days::new(14))).map_or(end, |later| later.max(end));
    let weeks = std::iter::successors(Some(as_of), |day| day.checked_add_days(Days::new(7)));
    let mut days: Vec<NaiveDate> = weeks.skip(1).take_while(|day| *day < last).collect();
    days.push(last);
    days.extend(fall.into_iter().chain(fall.and_then(|day| day.pred_opt())));
    days.retain(|day| *day > as_of);
    days.sort_unstable();
    days.dedup();
    days
}

/// A day of each week, ending with a day.
fn weeks_up_to(last: NaiveDate) -> Vec<NaiveDate> {
    let first = last.checked_sub_months(Months::new(CHART_MONTHS)).unwrap_or(NaiveDate::MIN);
    let back = |day: &NaiveDate| day.checked_sub_days(Days::new(7)).filter(|earlier| *earlier >= first);
    let mut days: Vec<NaiveDate> = std::iter::successors(Some(last), back).collect();
    if days.last() != Some(&first) {
        days.push(first);
    }
    days.reverse();
    days
}
