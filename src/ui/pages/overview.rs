//! Overview: how far each level is, what to do next, and how the revenue went.

use egui::{Align, Frame, Id, Label, Layout, Margin, RichText, Ui, UiBuilder, Vec2};
use lucide_icons::Icon;

use crate::evaluator::{LevelReadiness, RequirementReadiness, RevenueReadiness};
use crate::report::phrases::{revenue_of_threshold, verdict};
use crate::rulebook::{Level, LevelId, RosterRequirement};
use crate::texts::Texts;

use super::super::command::{Command, Commands};
use super::super::outcome::{Outcome, rosters, to_float};
use super::super::state::{Page, State};
use super::super::theme::{self, Tokens, size, tokens};
use super::super::widgets::{Tone, bar, card, card_frame, dot, icon, link, note, section_head, soft, uncapitalised};
use super::chart::chart_ui;
use super::next::sales_to_make;
use super::options::options_ui;

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
    let chart_height = (page_bottom - ui.cursor().top() - AROUND_CHART).clamp(200.0, 420.0);
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

fn level_ui(
    ui: &mut Ui,
    state: &State,
    commands: &mut Commands,
    outcome: &Outcome,
    (rules, level): (&Level, &LevelReadiness),
) {
    let color = level_color(tokens(ui), level.id);
    ui.spacing_mut().item_spacing.y = 6.0;
    ui.horizontal(|ui| {
        dot(ui, color);
        section_head(ui, &state.texts.get(&format!("level-{}", level.id)));
    });
    ui.horizontal(|ui| {
        if level.met {
            icon(ui, Icon::CircleCheck, 20.0, tokens(ui).good, &state.texts.get("met"));
        }
        ui.add(Label::new(RichText::new(verdict(level, &state.texts)).font(theme::semibold(size::VERDICT))).wrap());
    });
    ui.add_space(2.0);
    let seats = seats_labels(rules, level, &state.texts);
    let mut seats = seats.iter().map(String::as_str);
    for requirement in &level.requirements {
        requirement_ui(ui, state, color, requirement, &mut seats);
    }
    let risks = state.result(outcome).risks(level);
    if !risks.is_empty() {
        ui.add_space(4.0);
        note(ui, Tone::Risk, Icon::TriangleAlert, &state.texts.get("at-risk"), &risks[..risks.len().min(RISKS_SHOWN)]);
    }
    if !level.met {
        ui.add_space(4.0);
        next_ui(ui, state, commands, outcome, level);
    }
}

/// What the seats of each roster are called: just seats, or as the role where there are several rosters.
fn seats_labels(rules: &Level, level: &LevelReadiness, texts: &Texts) -> Vec<String> {
    let rosters = rosters(rules, level);
    let several = rosters.len() > 1;
    let label = |rules: &RosterRequirement| match rules.roles.as_slice() {
        [only] if several => texts.pick(&only.title).to_owned(),
        _ => texts.get("seats"),
    };
    rosters.iter().map(|(rules, _)| label(rules)).collect()
}

fn requirement_ui<'a>(
    ui: &mut Ui,
    state: &State,
    color: egui::Color32,
    requirement: &RequirementReadiness,
    seats_labels: &mut impl Iterator<Item = &'a str>,
) {
    let texts = &state.texts;
    let color = if requirement.met() { tokens(ui).good } else { color };
    match requirement {
        RequirementReadiness::Revenue(revenue) => {
            measure_ui(ui, &texts.get("revenue"), share(revenue), color, &revenue_of_threshold(revenue, texts));
        }
        RequirementReadiness::Roster(roster) => {
            let (filled, seats) = roster.seats_filled();
            #[expect(clippy::cast_precision_loss, reason = "a handful of seats")]
            let share = filled as f32 / seats.max(1) as f32;
            let text = texts.with("seats-filled", &[("filled", filled.into()), ("seats", seats.into())]);
            let label = seats_labels.next().unwrap_or_default();
            measure_ui(ui, label, share, color, &text);
        }
        RequirementReadiness::AnyOf(any) => {
            soft(ui, texts.get("any-of"));
            for alternative in &any.alternatives {
                requirement_ui(ui, state, color, alternative, seats_labels);
            }
        }
    }
}

fn share(revenue: &RevenueReadiness) -> f32 {
    let threshold = revenue.threshold.map(to_float).filter(|threshold| *threshold > 0.0);
    #[expect(clippy::cast_possible_truncation, reason = "the length of a bar")]
    threshold.map_or(0.0, |threshold| (to_float(revenue.counted) / threshold) as f32)
}

/// A label, a bar and a figure: in one row where there is room, else the bar below.
fn measure_ui(ui: &mut Ui, label: &str, share: f32, color: egui::Color32, figure: &str) {
    let name = format!("{label}: {figure}");
    let text = |text: &str| Label::new(RichText::new(text).size(size::SECTION)).extend();
    let width = ui.available_width();
    if width < 400.0 {
        ui.horizontal(|ui| {
            soft(ui, label);
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| ui.add(text(figure)));
        });
        bar(ui, width, share, color, &name);
        return;
    }
    let (row, _) = ui.allocate_exact_size(Vec2::new(width, 20.0), egui::Sense::hover());
    let mut row_ui = ui.new_child(UiBuilder::new().max_rect(row).layout(Layout::left_to_right(Align::Center)));
    row_ui.scope(|ui| {
        ui.set_width(96.0);
        let text = RichText::new(label).size(size::SMALL).color(tokens(ui).soft);
        ui.add(Label::new(text).truncate());
    });
    bar(&mut row_ui, (width * 0.38).min(width - 96.0 - 200.0), share, color, &name);
    row_ui.with_layout(Layout::right_to_left(Align::Center), |ui| ui.add(text(figure)));
}

/// How many risks a card names; the checklist names all.
const RISKS_SHOWN: usize = 2;

/// How many exams a card names before it points to the checklist.
const STEPS_SHOWN: usize = 3;

fn next_ui(ui: &mut Ui, state: &State, commands: &mut Commands, outcome: &Outcome, level: &LevelReadiness) {
    let report = state.result(outcome);
    let frame =
        Frame::new().fill(tokens(ui).bg).corner_radius(size::CONTROL_RADIUS).inner_margin(Margin::symmetric(10, 8));
    frame.show(ui, |ui| {
        ui.set_width(ui.available_width());
        ui.spacing_mut().item_spacing.y = 4.0;
        ui.label(RichText::new(state.texts.get("next")).font(theme::semibold(size::SECTION)));
        let line = |ui: &mut Ui, text: String| ui.add(Label::new(RichText::new(text).size(size::SECTION)).wrap());
        for sales in sales_to_make(level, &state.texts) {
            line(ui, sales);
        }
        if level.next.len() > 1 {
            soft(ui, state.texts.get("next-any"));
        }
        for step in level.next.iter().take(STEPS_SHOWN) {
            line(ui, report.next_step(step));
        }
        let more = level.next.len().saturating_sub(STEPS_SHOWN);
        if more > 0 {
            let text = state.texts.with("next-more", &[("count", more.into())]);
            if link(ui, RichText::new(text).size(size::SECTION).color(tokens(ui).accent)).clicked() {
                commands.push(Command::ShowLevel(level.id));
                commands.push(Command::Show(Page::Checklist));
            }
        }
    });
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
        let reasons = if reasons.is_empty() { String::new() } else { format!(": {}", reasons.join(", ")) };
        number(ui, left_out, "count-left-out", &reasons);
        gap(ui);
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
