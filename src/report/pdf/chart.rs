//! A chart of an amount over time and how it would run off, with thresholds as lines.

use chrono::NaiveDate;
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

use super::look::{self, ACCENT, AREA, Colour, LINE, PAPER, RISK};
use super::page::{Flow, Paint, Shape};
use super::text::{Block, Room, Span};

/// What a chart shows.
pub struct Chart {
    /// The amount on each day, in the order of the days.
    pub points: Vec<(NaiveDate, Decimal)>,
    /// How the amount runs off after the last of these days.
    pub run_off: Vec<(NaiveDate, Decimal)>,
    /// Where the run-off first falls below a threshold.
    pub fall: Option<Fall>,
    /// The lines to reach.
    pub thresholds: Vec<Threshold>,
    /// Labels at the left: height and words.
    pub heights: Vec<(Decimal, String)>,
    /// Labels below: day and words.
    pub days: Vec<(NaiveDate, String)>,
    /// What the chart shows, for somebody who can't see it.
    pub description: String,
}

/// A line to reach.
pub struct Threshold {
    /// How high it lies.
    pub amount: Decimal,
    /// Its name.
    pub name: String,
    /// Its colour.
    pub colour: Colour,
}

/// A place on the run-off.
pub struct Fall {
    /// The day.
    pub day: NaiveDate,
    /// The threshold.
    pub amount: Decimal,
    /// What to say of it.
    pub name: String,
}

/// Two labels nearer than this would touch.
const LABEL_HEIGHT: f32 = 9.0;
/// Between a label and the plot.
const LABEL_GAP: f32 = 6.0;

impl Chart {
    /// Draws the chart into a rectangle.
    pub fn draw(&self, flow: &mut Flow, (x, y): (f32, f32), (width, height): (f32, f32)) {
        flow.figure(self.description.clone(), (x, y), (width, height), |flow| {
            let heights: Vec<(f32, Block)> = self
                .heights
                .iter()
                .map(|(amount, words)| (self.share(*amount), label(flow, words, look::SMALL)))
                .collect();
            let names: Vec<Block> =
                self.thresholds.iter().map(|line| label(flow, &line.name, look::SMALL.colour(line.colour))).collect();
            let widest = |widths: &mut dyn Iterator<Item = f32>| widths.fold(0.0, f32::max) + LABEL_GAP;
            let left = widest(&mut heights.iter().map(|(_, block)| block.width));
            let right = widest(&mut names.iter().map(|block| block.width));
            let plot = Plot { x: x + left, y: y + 8.0, width: width - left - right, height: height - 24.0 };
            self.draw_heights(flow, heights, &plot);
            self.draw_curve(flow, &plot);
            self.draw_thresholds(flow, names, &plot);
            self.draw_fall(flow, &plot, x + width);
            self.draw_days(flow, &plot);
        });
    }

    fn draw_heights(&self, flow: &mut Flow, labels: Vec<(f32, Block)>, plot: &Plot) {
        let mut drawn: Vec<f32> = Vec::new();
        for (share, block) in labels {
            let y = plot.at_height(share);
            if drawn.iter().all(|other| (other - y).abs() >= LABEL_HEIGHT) {
                drawn.push(y);
                let (x, top) = (plot.x - LABEL_GAP - block.width, y - block.height / 2.0);
                flow.text(block, x, top);
            }
        }
        let zero = plot.at_height(self.share(Decimal::ZERO));
        flow.shape(Shape::line(vec![(plot.x, zero), (plot.x + plot.width, zero)], LINE, look::HAIRLINE));
    }

    fn draw_curve(&self, flow: &mut Flow, plot: &Plot) {
        let curve: Vec<(f32, f32)> = self.points.iter().map(|(day, amount)| self.at(plot, *day, *amount)).collect();
        let (Some(first), Some(last)) = (curve.first().copied(), curve.last().copied()) else { return };
        let zero = plot.at_height(self.share(Decimal::ZERO));
        let mut area = curve.clone();
        area.extend([(last.0, zero), (first.0, zero)]);
        flow.shape(Shape { points: area, radius: 0.0, paint: Paint::Fill(AREA) });
        flow.shape(Shape::line(curve, ACCENT, 1.4));
        if !self.run_off.is_empty() {
            // The day that the chart is of.
            flow.shape(Shape::line(vec![(last.0, plot.y), (last.0, zero)], LINE, 0.9));
            let run_off = self.run_off.iter().map(|(day, amount)| self.at(plot, *day, *amount));
            let run_off = std::iter::once(last).chain(run_off).collect();
            flow.shape(Shape { points: run_off, radius: 0.0, paint: Paint::Dashes(ACCENT, 1.2) });
        }
        let dot = Shape::rectangle(last.0 - 2.2, last.1 - 2.2, 4.4, 4.4, Paint::Fill(ACCENT));
        flow.shape(dot.round(2.2));
    }

    fn draw_thresholds(&self, flow: &mut Flow, names: Vec<Block>, plot: &Plot) {
        let end = plot.x + plot.width;
        let mut lines: Vec<(f32, &Threshold, Block)> = Vec::new();
        for (threshold, name) in self.thresholds.iter().zip(names) {
            lines.push((plot.at_height(self.share(threshold.amount)), threshold, name));
        }
        lines.sort_by(|(a, ..), (b, ..)| b.total_cmp(a));
        // From the lowest line up; a name that would touch the one below moves up.
        let mut free = f32::INFINITY;
        for (y, threshold, name) in lines {
            flow.shape(Shape::line(vec![(plot.x, y), (end, y)], threshold.colour, 1.2));
            let middle = y.min(free);
            free = middle - LABEL_HEIGHT;
            let top = middle - name.height / 2.0;
            flow.text(name, end + LABEL_GAP, top);
        }
    }

    /// A ring where the run-off falls below a threshold; its label stands above at the right, where the curve is
    /// gone, or below at the left, where it has not come.
    fn draw_fall(&self, flow: &mut Flow, plot: &Plot, right: f32) {
        let Some(fall) = &self.fall else { return };
        let (x, y) = self.at(plot, fall.day, fall.amount);
        let ring = |paint| Shape::rectangle(x - 3.0, y - 3.0, 6.0, 6.0, paint).round(3.0);
        flow.shape(ring(Paint::Fill(PAPER)));
        flow.shape(ring(Paint::Outline(RISK, 1.3)));
        let block = label(flow, &fall.name, look::SMALL.colour(RISK));
        let (left, top) = if x + 3.0 + block.width <= right {
            (x + 3.0, y - 4.0 - block.height)
        } else {
            (x - 4.0 - block.width, y + 3.0)
        };
        flow.text(block, left, top);
    }

    fn draw_days(&self, flow: &mut Flow, plot: &Plot) {
        let mut free = f32::INFINITY;
        for (day, words) in self.days.iter().rev() {
            let block = label(flow, words, look::SMALL);
            let middle = plot.at_day(self.day_share(*day));
            let x = (middle - block.width / 2.0).clamp(plot.x, (plot.x + plot.width - block.width).max(plot.x));
            if x + block.width <= free {
                free = x - 8.0;
                let bottom = plot.y + plot.height;
                flow.shape(Shape::line(vec![(middle, bottom), (middle, bottom + 2.5)], LINE, look::HAIRLINE));
                flow.text(block, x, bottom + 4.0);
            }
        }
    }

    /// Where an amount on a day stands.
    fn at(&self, plot: &Plot, day: NaiveDate, amount: Decimal) -> (f32, f32) {
        (plot.at_day(self.day_share(day)), plot.at_height(self.share(amount)))
    }

    /// How high an amount lies: 0 at the bottom, 1 at the top.
    fn share(&self, amount: Decimal) -> f32 {
        let amounts = || {
            let curve = self.points.iter().map(|(_, amount)| *amount);
            let run_off = self.run_off.iter().map(|(_, amount)| *amount);
            curve
                .chain(run_off)
                .chain(self.thresholds.iter().map(|line| line.amount))
                .chain([Decimal::ZERO])
                .map(to_f32)
        };
        let (low, high) = (amounts().fold(0.0, f32::min), amounts().fold(0.0, f32::max));
        let range = high - low;
        if range > 0.0 { (to_f32(amount) - low) / range } else { 0.0 }
    }

    /// How far right a day lies: 0 at the left, 1 at the right.
    fn day_share(&self, day: NaiveDate) -> f32 {
        let end = self.run_off.last().or(self.points.last());
        let (Some((first, _)), Some((last, _))) = (self.points.first(), end) else { return 0.0 };
        let days = |from: NaiveDate, to: NaiveDate| to_f32(Decimal::from((to - from).num_days()));
        let all = days(*first, *last);
        if all > 0.0 { days(*first, day) / all } else { 1.0 }
    }
}

/// Where the curve is drawn.
struct Plot {
    x: f32,
    y: f32,
    width: f32,
    height: f32,
}

impl Plot {
    fn at_height(&self, share: f32) -> f32 {
        self.y + self.height * (1.0 - share)
    }

    fn at_day(&self, share: f32) -> f32 {
        self.x + self.width * share
    }
}

fn label(flow: &mut Flow, words: &str, style: look::Style) -> Block {
    flow.lay(&[Span::new(words, style)], Room::wide(200.0).lines(1))
}

fn to_f32(amount: Decimal) -> f32 {
    amount.to_f32().unwrap_or_default()
}
