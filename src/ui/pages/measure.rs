//! How much of a requirement is there: a label, a bar and a figure. What is only assumed looks so.

use egui::{Align, Color32, CornerRadius, FontId, Label, Layout, RichText, Shape, Stroke, Ui, UiBuilder, Vec2};

use crate::evaluator::{AnyOfReadiness, RequirementReadiness, RevenueReadiness, RosterReadiness};
use crate::texts::Texts;

use super::super::outcome::to_float;
use super::super::theme::{size, tokens};
use super::super::widgets::{Tone, bar, chip, soft};

/// How much of a bar is full, at most 1 in all.
#[derive(Debug, Clone, Copy)]
pub struct Shares {
    /// What is there, assumed or not.
    all: f32,
    /// What of it is only assumed.
    assumed: f32,
}

/// The revenue of the threshold, beside what it is without assumptions.
pub fn revenue_shares(revenue: &RevenueReadiness, plain: Option<&RequirementReadiness>) -> Shares {
    let threshold = revenue.threshold.map(to_float).filter(|threshold| *threshold > 0.0);
    #[expect(clippy::cast_possible_truncation, reason = "the length of a bar")]
    let share = |revenue: &RevenueReadiness| threshold.map_or(0.0, |all| (to_float(revenue.counted) / all) as f32);
    Shares::new(
        share(revenue),
        match plain {
            Some(RequirementReadiness::Revenue(plain)) => share(plain),
            _ => share(revenue),
        },
    )
}

/// The seats filled of those there are, beside what they are without assumptions.
pub fn seat_shares(roster: &RosterReadiness, plain: Option<&RequirementReadiness>) -> Shares {
    #[expect(clippy::cast_precision_loss, reason = "a handful of seats")]
    let share = |roster: &RosterReadiness| {
        let (filled, seats) = roster.seats_filled();
        filled as f32 / seats.max(1) as f32
    };
    Shares::new(
        share(roster),
        match plain {
            Some(RequirementReadiness::Roster(plain)) => share(plain),
            _ => share(roster),
        },
    )
}

/// An alternative without assumptions.
pub fn plain_alternative(plain: Option<&RequirementReadiness>, place: usize) -> Option<&RequirementReadiness> {
    match plain {
        Some(RequirementReadiness::AnyOf(any)) => any.alternatives.get(place),
        _ => None,
    }
}

/// Says that any one of the requirements below is enough, and whether one is met.
pub fn any_of_ui(ui: &mut Ui, any: &AnyOfReadiness, texts: &Texts) {
    ui.horizontal_wrapped(|ui| {
        soft(ui, texts.get("any-of"));
        if any.met {
            chip(ui, &texts.get("met"), Tone::Good);
        }
    });
}

impl Shares {
    fn new(all: f32, plain: f32) -> Self {
        let (all, plain) = (all.clamp(0.0, 1.0), plain.clamp(0.0, 1.0));
        Self { all, assumed: (all - plain).max(0.0) }
    }
}

/// A bar whose end is dashed where it is only assumed.
pub fn measure_bar(ui: &mut Ui, width: f32, shares: Shares, color: Color32, name: &str) {
    let rect = bar(ui, width, shares.all, color, name).rect;
    if shares.assumed <= 0.0 {
        return;
    }
    let tokens = tokens(ui);
    let at = |share: f32| rect.left() + rect.width() * share;
    let part = rect.with_max_x(at(shares.all)).with_min_x(at(shares.all - shares.assumed));
    ui.painter().rect_filled(part, CornerRadius::same(3), tokens.assumed_bg);
    let edge = part.shrink(0.5);
    let corners = [edge.left_top(), edge.right_top(), edge.right_bottom(), edge.left_bottom(), edge.left_top()];
    ui.painter().extend(Shape::dashed_line(&corners, Stroke::new(1.2, tokens.assumed), 4.0, 2.5));
}

/// The room that labels take before their bars, so that these stand below one another.
pub fn labels_width<'a>(ui: &Ui, labels: impl Iterator<Item = &'a str>) -> f32 {
    let font = FontId::proportional(size::SMALL);
    let width = |label: &str| ui.painter().layout_no_wrap(label.to_owned(), font.clone(), tokens(ui).soft).size().x;
    labels.map(width).fold(96.0, f32::max).min((ui.available_width() * 0.36).max(96.0))
}

/// A label, a bar and a figure: in one row where there is room, else the bar below.
pub fn measure_ui(ui: &mut Ui, (label, label_width): (&str, f32), shares: Shares, color: Color32, figure: &str) {
    let name = format!("{label}: {figure}");
    let text = |text: &str| Label::new(RichText::new(text).size(size::SECTION)).extend();
    let width = ui.available_width();
    let font = FontId::proportional(size::SECTION);
    let figure_width = ui.painter().layout_no_wrap(figure.to_owned(), font, tokens(ui).ink).size().x;
    let bar_width = (width * 0.38).min(width - label_width - figure_width - 2.0 * GAP);
    if width < NARROWEST_ROW || bar_width < SHORTEST_BAR {
        ui.horizontal(|ui| {
            soft(ui, label);
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| ui.add(text(figure)));
        });
        measure_bar(ui, width, shares, color, &name);
        return;
    }
    let (row, _) = ui.allocate_exact_size(Vec2::new(width, 20.0), egui::Sense::hover());
    let mut row_ui = ui.new_child(UiBuilder::new().max_rect(row).layout(Layout::left_to_right(Align::Center)));
    row_ui.scope(|ui| {
        ui.set_width(label_width);
        let text = RichText::new(label).size(size::SMALL).color(tokens(ui).soft);
        ui.add(Label::new(text).truncate());
    });
    measure_bar(&mut row_ui, bar_width, shares, color, &name);
    row_ui.with_layout(Layout::right_to_left(Align::Center), |ui| ui.add(text(figure)));
}

/// Where there is less room, the bar stands below.
const NARROWEST_ROW: f32 = 400.0;
/// The space between the parts of a row.
const GAP: f32 = 8.0;
/// A shorter bar stands below.
const SHORTEST_BAR: f32 = 80.0;
