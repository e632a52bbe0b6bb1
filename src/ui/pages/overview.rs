//! Overview: how far each level is, what to do next, and how the revenue went.

mod level;

use egui::{Align, Id, Layout, RichText, Ui, UiBuilder, Vec2};
use lucide_icons::Icon;

use crate::rulebook::LevelId;

use super::super::command::{Command, Commands};
use super::super::outcome::Outcome;
use super::super::state::{Page, State};
use super::super::theme::{self, Tokens, size, tokens};
use super::super::widgets::{Tone, card, card_frame, link, note, uncapitalised};
use super::chart::chart_ui;
use super::options::options_ui;
use level::level_ui;

/// The overview.
pub fn overview_ui(ui: &mut Ui, state: &State, commands: &mut Commands, outcome: &Outcome) {
    let page_bottom = ui.cursor().top() + ui.clip_rect().height();
    options_ui(ui, state, commands, outcome);
    let levels: Vec<_> = outcome.levels(state.option).collect();
    side_by_side(ui, levels.len(), |ui, at| level_ui(ui, state, commands, outcome, levels[at]));
    ui.add_space(size::GAP - 8.0);
    let path = outcome.readiness.options.get(state.option).and_then(|option| option.path.as_ref());
    if let Some(path) = path.and_then(|path| state.result(outcome).path(path)) {
        card(ui, |ui| note(ui, Tone::Plain, Icon::Route, &state.texts.get("way-to-gold"), &[path]));
        ui.add_space(size::GAP - 8.0);
    }
    // The page ends with the window where that leaves room enough for a chart.
    let chart_height = (page_bottom - ui.cursor().top() - AROUND_CHART).clamp(200.0, 560.0);
    card(ui, |ui| {
        for place in 0..outcome.charts.get(state.option).map_or(0, Vec::len) {
            chart_ui(ui, state, outcome, place, chart_height);
            ui.add_space(4.0);
        }
        counts_ui(ui, state, commands, outcome);
    });
}

/// What the chart's card holds besides the chart.
const AROUND_CHART: f32 = 138.0;

/// The colour of a level's dot and bars.
pub fn level_color(tokens: &Tokens, level: LevelId) -> egui::Color32 {
    match level {
        LevelId::Silver => tokens.silver,
        LevelId::Gold => tokens.gold,
    }
}

/// Cards that would be narrower stand below one another.
const NARROWEST_CARD: f32 = 280.0;

/// Cards in columns of one height.
fn side_by_side(ui: &mut Ui, cards: usize, mut card: impl FnMut(&mut Ui, usize)) {
    if cards == 0 {
        return;
    }
    let id: Id = ui.scope_id().with("height of the cards");
    let known: f32 = ui.data(|data| data.get_temp(id)).unwrap_or_default();
    let corner = ui.cursor().min;
    #[expect(clippy::cast_precision_loss, reason = "a handful of cards")]
    let width = (ui.available_width() - size::GAP * (cards - 1) as f32) / cards as f32;
    if width < NARROWEST_CARD {
        for at in 0..cards {
            super::super::widgets::card(ui, |ui| card(ui, at));
        }
        return;
    }
    let mut tallest: f32 = 0.0;
    for at in 0..cards {
        #[expect(clippy::cast_precision_loss, reason = "a handful of cards")]
        let left = corner.x + (width + size::GAP) * at as f32;
        let room = egui::Rect::from_min_size(egui::pos2(left, corner.y), Vec2::new(width, f32::INFINITY));
        ui.scope_builder(UiBuilder::new().max_rect(room).layout(Layout::top_down(Align::Min)).id_salt(at), |ui| {
            let margin = 2.0 * f32::from(size::CARD_MARGIN) + 2.0;
            card_frame(ui).show(ui, |ui| {
                ui.set_width(width - margin);
                ui.spacing_mut().item_spacing.y = 0.0;
                let contents = ui.scope(|ui| card(ui, at)).response.rect.height();
                tallest = tallest.max(contents);
                if known - contents > 0.5 {
                    ui.spacing_mut().item_spacing.y = 0.0;
                    ui.add_space(known - contents);
                }
            });
        });
    }
    if (tallest - known).abs() > 0.5 {
        ui.data_mut(|data| data.insert_temp(id, tallest));
        ui.ctx().request_discard("the cards' height changed");
    }
}

/// What was read and what of it counts, in one line.
fn counts_ui(ui: &mut Ui, state: &State, commands: &mut Commands, outcome: &Outcome) {
    let texts = &state.texts;
    let left_out: usize = outcome.sales_left_out.values().sum();
    let reasons: Vec<String> = outcome
        .sales_left_out
        .iter()
        .map(|(reason, count)| {
            let reason = uncapitalised(&texts.get(&format!("sale-{}", reason.as_str())));
            format!("{} {reason}", texts.number((*count).into()))
        })
        .collect();
    let number = |ui: &mut Ui, count: usize, id: &str, then: &str| {
        let words = texts.with(id, &[("count", count.into())]);
        ui.label(RichText::new(texts.number(count.into())).font(theme::semibold(size::SECTION)));
        ui.label(RichText::new(format!("{words}{then}")).size(size::SECTION).color(tokens(ui).soft));
    };
    // At the end of a row a gap would widen the card.
    let gap = |ui: &mut Ui| ui.add_space(ui.available_size_before_wrap().x.clamp(0.0, 16.0));
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = Vec2::new(5.0, 6.0);
        number(ui, outcome.sales_counted, "count-sales", "");
        gap(ui);
        if left_out > 0 {
            number(ui, left_out, "count-left-out", &format!(": {}", reasons.join(", ")));
            gap(ui);
        }
        number(ui, outcome.ledger.people.len(), "count-people", "");
        number(ui, outcome.ledger.credentials.len(), "count-credentials", "");
        if outcome.to_look_at > 0 {
            gap(ui);
            let findings = texts.with("count-findings", &[("count", outcome.to_look_at.into())]);
            let text = format!("{} {findings}", texts.number(outcome.to_look_at.into()));
            if link(ui, RichText::new(text).size(size::SECTION).color(tokens(ui).accent)).clicked() {
                commands.push(Command::Show(Page::Sources));
            }
        }
    });
}
