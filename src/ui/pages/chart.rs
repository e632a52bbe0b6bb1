//! The trailing revenue as a chart.

use chrono::{Datelike, NaiveDate};
use egui::{Align2, Color32, FontId, Label, RichText, Role, Stroke, Ui, WidgetInfo};
use egui_plot::{
    AxisHints, FilledArea, GridInput, GridMark, HLine, Line, LineStyle, Plot, PlotPoint, PlotPoints, PlotUi, Points,
    Text, VLine,
};

use crate::texts::Texts;

use super::super::outcome::{Chart, Outcome, day_number, to_float};
use super::super::state::State;
use super::super::theme::{self, Tokens, size, tokens};
use super::super::widgets::{section_head, soft};
use super::overview::level_color;

/// One of the charts of the trailing revenue, by its place among those of the option.
pub fn chart_ui(ui: &mut Ui, state: &State, outcome: &Outcome, place: usize, height: f32) {
    let texts = &state.texts;
    let charts = outcome.charts.get(state.option).map_or(&[][..], Vec::as_slice);
    let Some(chart) = charts.get(place) else {
        return;
    };
    head_ui(ui, outcome, chart, charts.len() > 1, texts);
    let (Some(first), Some(last)) = (chart.points.first(), chart.points.last()) else {
        return;
    };
    let tokens = *tokens(ui);
    let top = chart.points.iter().map(|point| point[1]).chain(chart.thresholds.iter().map(|it| to_float(it.1)));
    let top = top.fold(1.0, f64::max) * 1.12;
    // Refunds may outweigh the sales of a year.
    let bottom = chart.points.iter().map(|point| point[1]).fold(0.0, f64::min) - top * 0.02;
    let (from, to) = (first[0], last[0]);
    let axis_font = FontId::proportional(12.0);
    let x_axis = AxisHints::new_x()
        .formatter(|mark, _| month_label(mark.value, texts))
        .tick_label_color(tokens.soft)
        .tick_label_font(axis_font.clone());
    let y_axis = AxisHints::new_y()
        .formatter(|mark, _| amount_label(mark.value, texts))
        .tick_label_color(tokens.soft)
        .tick_label_font(axis_font)
        .placement(egui_plot::HPlacement::Left)
        .min_thickness(label_width(ui, &amount_label(top, texts)));
    let plot = Plot::new(("trailing revenue", place))
        .height(height)
        .allow_zoom(false)
        .allow_drag(false)
        .allow_scroll(false)
        .allow_boxed_zoom(false)
        .allow_axis_zoom_drag(false)
        .allow_double_click_reset(false)
        .show_background(false)
        .show_crosshair(false)
        .label_formatter(|_| None)
        .grid_color(tokens.line)
        .show_grid([false, false])
        .x_grid_spacer(|input| month_marks(&input))
        .y_grid_spacer(|input| amount_marks(&input))
        .custom_x_axes(vec![x_axis])
        .custom_y_axes(vec![y_axis])
        .default_x_bounds(from, to)
        .default_y_bounds(bottom, top);
    let fall = fall(chart, texts).map(|(at, text)| {
        let width = f64::from(label_width(ui, &text) / ui.available_width().max(1.0)) * (to - from);
        (at, text, at[0] + width < to)
    });
    let response = plot.show(ui, |plot| {
        plot.set_plot_bounds_x(from..=to);
        plot.set_plot_bounds_y(bottom..=top);
        let (past, run_off) = (chart.points.get(..=chart.today), chart.points.get(chart.today..));
        let (past, run_off) = (past.unwrap_or_default(), run_off.unwrap_or_default());
        let (xs, ys): (Vec<f64>, Vec<f64>) = past.iter().map(|point| (point[0], point[1])).unzip();
        let zero = vec![0.0; xs.len()];
        plot.add(
            FilledArea::new("", &xs, &zero, &ys).fill_color(tokens.accent.gamma_multiply(0.10)).allow_hover(false),
        );
        plot.hline(HLine::new("", 0.0).stroke(Stroke::new(1.0, tokens.line)).allow_hover(false));
        for (level, amount) in &chart.thresholds {
            let color = level_color(&tokens, *level);
            let height = to_float(*amount);
            plot.hline(HLine::new("", height).stroke(Stroke::new(1.5, color)).allow_hover(false));
            let name = format!("{} {}", texts.get(&format!("level-{level}")), texts.number(amount.normalize()));
            let at = PlotPoint::new(from + (to - from) * 0.004, height + (top - bottom) * 0.008);
            plot.text(label(at, &name, (tokens.ink, tokens.panel), Align2::LEFT_BOTTOM));
        }
        let line = |points: &[[f64; 2]]| Line::new("", PlotPoints::from(points.to_vec())).allow_hover(false);
        plot.line(line(past).stroke(Stroke::new(2.0, tokens.accent)));
        let tail = Stroke::new(2.0, tokens.accent.gamma_multiply(0.65));
        plot.line(line(&corners(run_off)).stroke(tail).style(LineStyle::Dashed { length: 6.0 }));
        if let (Some(today), true) = (past.last(), run_off.len() > 1) {
            plot.vline(VLine::new("", today[0]).stroke(Stroke::new(1.0, tokens.line)).allow_hover(false));
            let at = PlotPoint::new(today[0] + (to - from) * 0.005, top - (top - bottom) * 0.01);
            plot.text(label(at, &texts.get("chart-today"), (tokens.soft, tokens.panel), Align2::LEFT_TOP));
        }
        if let Some(fall) = fall {
            fall_ui(plot, fall, &tokens, (from, to), (bottom, top));
        }
        let pointer = plot.pointer_coordinate().filter(|_| plot.response().hovered());
        let hovered = pointer.and_then(|pointer| nearest(chart, pointer.x));
        if let Some(at) = hovered {
            plot.vline(VLine::new("", chart.points[at][0]).stroke(Stroke::new(1.0, tokens.line)).allow_hover(false));
            plot.points(Points::new("", vec![chart.points[at]]).radius(4.5).color(tokens.accent).allow_hover(false));
        }
        hovered
    });
    let name = summary(chart, texts);
    response.response.widget_info(|| WidgetInfo::labeled(Role::Image, true, &name));
    if let Some(at) = response.inner {
        response.response.on_hover_ui_at_pointer(|ui| tooltip_ui(ui, chart, at, texts));
    }
}

/// What the chart shows.
fn head_ui(ui: &mut Ui, outcome: &Outcome, chart: &Chart, several: bool, texts: &Texts) {
    ui.horizontal_wrapped(|ui| {
        section_head(ui, &texts.with("chart-title", &[("months", chart.months.into())]));
        ui.add_space(8.0);
        match &chart.products {
            // Several charts are told apart by what they count.
            Some(products) if several => {
                let titles = products.iter().filter_map(|id| outcome.rulebook.products.get(id.0));
                let titles: Vec<&str> = titles.map(|product| texts.pick(&product.title)).collect();
                soft(ui, texts.with("chart-products", &[("products", titles.join(", ").into())]));
            }
            _ => {
                soft(ui, texts.get("chart-what"));
            }
        }
    });
}

/// A line without the points at which it goes straight on, so that its dashes are even.
fn corners(points: &[[f64; 2]]) -> Vec<[f64; 2]> {
    let heights = |at: usize| points.get(at).map(|point| point[1]);
    let is_corner = |at: usize| at == 0 || heights(at - 1) != heights(at) || heights(at + 1) != heights(at);
    points.iter().enumerate().filter(|(at, _)| is_corner(*at)).map(|(_, point)| *point).collect()
}

/// Where and when a threshold is lost if nothing new is sold, within the days that are shown.
fn fall(chart: &Chart, texts: &Texts) -> Option<([f64; 2], String)> {
    let (day, level) = chart.falls_short.filter(|(day, _)| chart.days.contains(day))?;
    let (_, amount) = chart.thresholds.iter().find(|(of, _)| *of == level)?;
    let level = texts.get(&format!("level-{level}"));
    let text = texts.with("chart-falls-short", &[("day", texts.date(day).into()), ("level", level.into())]);
    Some(([day_number(day), to_float(*amount)], text))
}

/// A ring where a threshold is lost, and its label, on the right where it fits there.
fn fall_ui(
    plot: &mut PlotUi<'_>,
    (at, text, fits_right): ([f64; 2], String, bool),
    tokens: &Tokens,
    (from, to): (f64, f64),
    (bottom, top): (f64, f64),
) {
    plot.points(Points::new("", vec![at]).radius(5.5).color(tokens.risk).allow_hover(false));
    plot.points(Points::new("", vec![at]).radius(3.0).color(tokens.panel).allow_hover(false));
    // The line comes from above on the left and goes on below on the right.
    let (x, y) = ((to - from) * 0.008, (top - bottom) * 0.02);
    let (place, anchor) = if fits_right {
        (PlotPoint::new(at[0] + x, at[1] + y), Align2::LEFT_BOTTOM)
    } else {
        (PlotPoint::new(at[0] - x, at[1] - y), Align2::RIGHT_TOP)
    };
    plot.text(label(place, &text, (tokens.risk, tokens.panel), anchor));
}

/// The room that an axis needs; known before the chart is shown, so that nothing is cut off at first.
fn label_width(ui: &Ui, text: &str) -> f32 {
    let galley = ui.painter().layout_no_wrap(text.to_owned(), FontId::proportional(12.0), Color32::WHITE);
    galley.size().x + 14.0
}

fn label(at: PlotPoint, text: &str, (color, behind): (Color32, Color32), anchor: Align2) -> Text {
    let text = RichText::new(text).size(12.0).background_color(behind);
    Text::new("", at, text).color(color).anchor(anchor).allow_hover(false)
}

/// The chart in words: its figure on the day of the evaluation.
fn summary(chart: &Chart, texts: &Texts) -> String {
    let (Some(day), Some(revenue)) = (chart.days.get(chart.today), chart.revenue.get(chart.today)) else {
        return String::new();
    };
    let values = [
        ("months", chart.months.into()),
        ("day", texts.date(*day).into()),
        ("money", texts.money(*revenue, &chart.currency).into()),
    ];
    texts.with("chart-summary", &values)
}

fn tooltip_ui(ui: &mut Ui, chart: &Chart, at: usize, texts: &Texts) {
    let (Some(day), Some(revenue)) = (chart.days.get(at), chart.revenue.get(at)) else {
        return;
    };
    ui.add(Label::new(RichText::new(texts.date(*day)).size(size::SMALL).color(tokens(ui).soft)).extend());
    ui.add(Label::new(RichText::new(texts.money(*revenue, &chart.currency)).font(theme::semibold(14.0))).extend());
}

/// The place of the day nearest to a point of the axis.
fn nearest(chart: &Chart, x: f64) -> Option<usize> {
    let first = chart.points.first()?[0];
    let last = chart.points.len().checked_sub(1)?;
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "clamped to the chart's days")]
    let place = (x - first).round().max(0.0) as usize;
    Some(place.min(last))
}

/// The first days of months, as many as there is room for.
fn month_marks(input: &GridInput) -> Vec<GridMark> {
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
fn amount_marks(input: &GridInput) -> Vec<GridMark> {
    let (from, to) = input.bounds;
    let raw = (to - from) / 5.0;
    if raw <= 0.0 || !raw.is_finite() {
        return Vec::new();
    }
    let magnitude = 10_f64.powf(raw.log10().floor());
    let step = [1.0, 2.0, 5.0, 10.0].into_iter().map(|it| it * magnitude).find(|step| *step >= raw).unwrap_or(raw);
    let mut value = (from / step).ceil() * step + 0.0;
    let mut marks = Vec::new();
    while value <= to {
        marks.push(GridMark { value, step_size: step });
        value += step;
    }
    marks
}

fn month_label(value: f64, texts: &Texts) -> String {
    #[expect(clippy::cast_possible_truncation, reason = "a day's number")]
    let day = NaiveDate::from_num_days_from_ce_opt(value.round() as i32);
    day.map(|day| texts.month(day)).unwrap_or_default()
}

fn amount_label(value: f64, texts: &Texts) -> String {
    let amount = rust_decimal::Decimal::try_from(value).unwrap_or_default();
    texts.number(amount.round().normalize())
}
