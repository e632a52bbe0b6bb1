//! The trailing revenue as a chart.

mod axes;
mod labels;

use egui::{Align2, Color32, FontId, Label, RichText, Role, Sense, Stroke, Ui, Vec2, WidgetInfo};
use egui_plot::{AxisHints, FilledArea, HLine, Line, LineStyle, Plot, PlotPoints, Points, Text, VLine};
use rust_decimal::Decimal;

use crate::texts::Texts;

use super::super::outcome::{Chart, Outcome, day_number, to_float};
use super::super::state::State;
use super::super::theme::{self, size, tokens};
use super::super::widgets::{section_head, soft};
use super::overview::level_color;
use axes::{amount_label, amount_marks, month_label, month_marks};
use labels::{Area, Labels, along, around};

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
    let top = top.fold(1.0, f64::max);
    // Refunds may outweigh the sales of a year.
    let bottom = chart.points.iter().map(|point| point[1]).fold(0.0, f64::min);
    // A label has room above the highest line.
    let top = top + (top - bottom) * 28.0 / f64::from((height - 48.0).max(56.0));
    let bottom = bottom - (top - bottom) * 0.02;
    let (from, to) = (first[0], last[0]);
    // Known before the chart is shown, so that nothing is cut off at first.
    let axis_width = text_width(ui, &amount_label(top, texts)).max(text_width(ui, &amount_label(bottom, texts))) + 14.0;
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
        .min_thickness(axis_width);
    let plot = Plot::new(("trailing revenue", place))
        .height(height)
        .allow_zoom(false)
        .allow_drag(false)
        .allow_scroll(false)
        .allow_boxed_zoom(false)
        .allow_axis_zoom_drag(false)
        .allow_double_click_reset(false)
        // Nothing is done by click, so the keyboard does not stop here.
        .sense(Sense::hover())
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
    let fall = fall(chart, texts);
    let room = Vec2::new(ui.available_width() - axis_width, height - 20.0);
    let labels = labels(ui, chart, Area { x: [from, to], y: [bottom, top], room }, fall.as_ref(), texts);
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
            let stroke = Stroke::new(1.5, level_color(&tokens, *level));
            plot.hline(HLine::new("", to_float(*amount)).stroke(stroke).allow_hover(false));
        }
        let line = |points: &[[f64; 2]]| Line::new("", PlotPoints::from(points.to_vec())).allow_hover(false);
        plot.line(line(past).stroke(Stroke::new(2.0, tokens.accent)));
        let tail = Stroke::new(2.0, tokens.accent.gamma_multiply(0.65));
        plot.line(line(&corners(run_off)).stroke(tail).style(LineStyle::Dashed { length: 6.0 }));
        if let (Some(today), true) = (past.last(), run_off.len() > 1) {
            plot.vline(VLine::new("", today[0]).stroke(Stroke::new(1.0, tokens.line)).allow_hover(false));
        }
        if let Some((at, _)) = &fall {
            plot.points(Points::new("", vec![*at]).radius(5.5).color(tokens.risk).allow_hover(false));
            plot.points(Points::new("", vec![*at]).radius(3.0).color(tokens.panel).allow_hover(false));
        }
        for label in labels {
            plot.text(label);
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
                let id = match (outcome.ledger.sales.is_empty(), outcome.sales_counted) {
                    (true, _) => "chart-no-sales",
                    (false, 0) => "chart-none-count",
                    _ => "chart-what",
                };
                soft(ui, texts.get(id));
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

/// What is written into the chart: where a threshold is lost, the thresholds' names, and which day is today.
fn labels(ui: &Ui, chart: &Chart, area: Area, fall: Option<&([f64; 2], String)>, texts: &Texts) -> Vec<Text> {
    let tokens = tokens(ui);
    let mut labels = Labels::new(area, &chart.points);
    if let Some((at, text)) = fall {
        // The line comes from above on the left and goes on below on the right.
        labels.add(ui, text, tokens.risk, &around(*at));
    }
    for (level, amount) in &chart.thresholds {
        let name = format!("{} {}", texts.get(&format!("level-{level}")), texts.number(amount.normalize()));
        labels.add(ui, &name, tokens.ink, &along(area, to_float(*amount)));
    }
    if let Some(today) = chart.points.get(chart.today).filter(|_| chart.today + 1 < chart.points.len()) {
        let at = [today[0], area.y[1]];
        labels.add(ui, &texts.get("chart-today"), tokens.soft, &[(at, Align2::LEFT_TOP), (at, Align2::RIGHT_TOP)]);
    }
    labels.texts
}

fn text_width(ui: &Ui, text: &str) -> f32 {
    ui.painter().layout_no_wrap(text.to_owned(), FontId::proportional(12.0), Color32::WHITE).size().x
}

/// The chart in words: its figure on the day of the evaluation, what the levels ask for, and where it is going.
fn summary(chart: &Chart, texts: &Texts) -> String {
    let on = |at: usize| Some((chart.days.get(at)?, chart.revenue.get(at)?.counted));
    let money = |amount| texts.money(amount, &chart.currency);
    let Some((day, revenue)) = on(chart.today) else {
        return String::new();
    };
    let values = [("months", chart.months.into()), ("day", texts.date(*day).into()), ("money", money(revenue).into())];
    let mut sentences = vec![texts.with("chart-summary", &values)];
    sentences.extend(chart.thresholds.iter().map(|(level, amount)| {
        let level = texts.get(&format!("level-{level}"));
        texts.with("chart-summary-level", &[("level", level.into()), ("money", money(*amount).into())])
    }));
    if let Some((day, revenue)) = chart.days.len().checked_sub(1).and_then(on) {
        let values = [("day", texts.date(*day).into()), ("money", money(revenue).into())];
        sentences.push(texts.with("chart-summary-run-off", &values));
    }
    sentences.extend(fall(chart, texts).map(|(_, text)| text));
    sentences.join(". ")
}

/// What a day holds: its revenue, and what came into the window or left it.
fn tooltip_ui(ui: &mut Ui, chart: &Chart, at: usize, texts: &Texts) {
    let (Some(day), Some(revenue)) = (chart.days.get(at), chart.revenue.get(at)) else {
        return;
    };
    let tokens = tokens(ui);
    let money = |amount: Decimal| texts.money(amount, &chart.currency);
    let line = |ui: &mut Ui, text: RichText| ui.add(Label::new(text).extend());
    line(ui, RichText::new(texts.date(*day)).size(size::SMALL).color(tokens.soft));
    line(ui, RichText::new(money(revenue.counted)).font(theme::semibold(14.0)));
    let changes =
        [("chart-came-in", revenue.came_in, tokens.good), ("chart-went-out", revenue.went_out, tokens.missing)];
    for (id, amount, color) in changes.into_iter().filter(|(_, amount, _)| !amount.is_zero()) {
        let text = texts.with(id, &[("money", money(amount).into())]);
        line(ui, RichText::new(text).size(size::SMALL).color(color));
    }
    if at > chart.today {
        line(ui, RichText::new(texts.get("chart-no-new-sales")).size(size::SMALL).color(tokens.soft));
    }
}

/// The place of the day nearest to a point of the axis.
fn nearest(chart: &Chart, x: f64) -> Option<usize> {
    let first = chart.points.first()?[0];
    let last = chart.points.len().checked_sub(1)?;
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "clamped to the chart's days")]
    let place = (x - first).round().max(0.0) as usize;
    Some(place.min(last))
}
