//! The marks of the chart's axes: first days of months, and round amounts.

use chrono::{Datelike, NaiveDate};
use egui_plot::{GridInput, GridMark};
use rust_decimal::Decimal;

use crate::texts::Texts;

use super::super::super::outcome::day_number;

/// The first days of months, as many as there is room for.
pub fn month_marks(input: &GridInput) -> Vec<GridMark> {
    let (from, to) = input.bounds;
    // Labels need some eighty points; `base_step_size` is about eight points wide.
    let step = [1_u32, 2, 3, 6, 12].into_iter().find(|months| f64::from(*months) * 30.4 >= input.base_step_size * 9.0);
    let step = step.unwrap_or(12);
    let mut marks = Vec::new();
    #[expect(clippy::cast_possible_truncation, reason = "a day's number")]
    let start = NaiveDate::from_num_days_from_ce_opt(from as i32);
    let mut month = start.and_then(|day| day.with_day(1));
    while let Some(day) = month.filter(|day| day_number(*day) <= to) {
        if day.month0() % step == 0 && day_number(day) >= from {
            marks.push(GridMark { value: day_number(day), step_size: f64::from(step) * 30.4 });
        }
        month = day.checked_add_months(chrono::Months::new(1));
    }
    marks
}

/// Four or five round amounts.
pub fn amount_marks(input: &GridInput) -> Vec<GridMark> {
    let (from, to) = input.bounds;
    let raw = (to - from) / 5.0;
    if raw <= 0.0 || !raw.is_finite() {
        return Vec::new();
    }
    let magnitude = 10_f64.powf(raw.log10().floor());
    let step = [1.0, 2.0, 5.0, 10.0].into_iter().map(|it| it * magnitude).find(|step| *step >= raw).unwrap_or(raw);
    // Amounts are told without decimals.
    let step = step.max(1.0);
    let mut value = (from / step).ceil() * step + 0.0;
    let mut marks = Vec::new();
    while value <= to {
        marks.push(GridMark { value, step_size: step });
        value += step;
    }
    marks
}

/// What stands at the first day of a month.
pub fn month_label(value: f64, texts: &Texts) -> String {
    #[expect(clippy::cast_possible_truncation, reason = "a day's number")]
    let day = NaiveDate::from_num_days_from_ce_opt(value.round() as i32);
    day.map(|day| texts.month(day)).unwrap_or_default()
}

/// What stands at an amount: in millions, where whole numbers would take too much room.
pub fn amount_label(value: f64, texts: &Texts) -> String {
    let amount = |value: f64| texts.number(Decimal::try_from(value).unwrap_or_default().round().normalize());
    if value.abs() >= 1e7 { format!("{} M", amount(value / 1e6)) } else { amount(value) }
}
