//! Checklist: for each role and seat of a level, who takes it, what is held and what is missing.

mod boxes;
mod seat;

pub use seat::known_by;

use egui::{Align, Layout, Ui, UiBuilder, Vec2};

use crate::evaluator::{LevelReadiness, RequirementReadiness, RevenueReadiness, Taker};
use crate::report::phrases::{revenue_of_threshold, verdict};
use crate::rulebook::{Level, LevelId, Role};
use crate::texts::Texts;

use super::super::command::{Command, Commands};
use super::super::outcome::{Outcome, rosters};
use super::super::seats::SeatView;
use super::super::state::State;
use super::super::theme::{semibold, size, tokens};
use super::super::widgets::{Tone, card, chip, command_button, section_head, soft};
use super::measure::{any_of_ui, measure_bar, plain_alternative, revenue_shares};
use super::next::all_of;
use super::options::{options_ui, toggle};
use super::overview::level_color;
use super::why::why_ui;
use seat::seat_ui;

/// The checklist.
pub fn checklist_ui(ui: &mut Ui, state: &State, commands: &mut Commands, outcome: &Outcome) {
    options_ui(ui, state, commands, outcome);
    let Some((rules, level)) = outcome.level(state.option, state.level) else {
        return;
    };
    head_ui(ui, state, commands, outcome, (rules, level));
    let seats = outcome.seats(state.option, level.id);
    let requirements = |ui: &mut Ui, commands: &mut Commands| {
        let mut cards = Cards { state, outcome, level: level.id, seats: &seats, rosters: 0 };
        let plain = outcome.plain_level(state.option, level.id);
        for (place, requirement) in level.requirements.iter().enumerate() {
            cards.requirement_ui(ui, commands, requirement, plain.and_then(|plain| plain.requirements.get(place)));
        }
    };
    let why = |ui: &mut Ui, commands: &mut Commands| {
        card(ui, |ui| why_ui(ui, state, commands, outcome, (rules, level), &seats));
    };
    let width = ui.available_width();
    if width < NARROWEST_WITH_WHY {
        requirements(ui, commands);
        why(ui, commands);
        return;
    }
    let corner = ui.cursor().min;
    let column = |left: f32, width: f32| {
        let room = egui::Rect::from_min_size(corner + Vec2::new(left, 0.0), Vec2::new(width, f32::INFINITY));
        UiBuilder::new().max_rect(room).layout(Layout::top_down(Align::Min))
    };
    let left = width - WHY - size::GAP;
    let mut one = ui.new_child(column(0.0, left).id_salt("requirements"));
    requirements(&mut one, commands);
    let mut other = ui.new_child(column(left + size::GAP, WHY).id_salt("why"));
    why(&mut other, commands);
    let bottom = one.min_rect().bottom().max(other.min_rect().bottom());
    ui.allocate_space(Vec2::new(width, bottom - corner.y));
}

/// The levels to choose from, how far the one that is shown is, and the checklist to take away.
fn head_ui(
    ui: &mut Ui,
    state: &State,
    commands: &mut Commands,
    outcome: &Outcome,
    (rules, level): (&Level, &LevelReadiness),
) {
    ui.horizontal_wrapped(|ui| {
        for (_, other) in outcome.levels(state.option) {
            let text = state.texts.get(&format!("level-{}", other.id));
            toggle(ui, commands, other.id == level.id, &text, Command::ShowLevel(other.id));
        }
        ui.add_space(8.0);
        soft(ui, verdict(level, &state.texts));
        let rosters = rosters(rules, level);
        let is_proven = !level.exams_may_be_fewer && rosters.iter().all(|(_, roster)| roster.extra_exams == 0);
        if is_proven && rosters.iter().any(|(_, roster)| roster.missing_exams > 0) {
            soft(ui, format!("· {}", state.texts.get("no-fewer")));
        }
        if !outcome.ledger.assumptions.is_empty() {
            chip(ui, &state.result(outcome).assumed(), Tone::Assumed);
        }
        // On the right, where there is room in the row.
        let text = Command::CopyChecklist.text(&state.texts);
        let button = ui.painter().layout_no_wrap(text, semibold(size::SECTION), tokens(ui).ink).size().x;
        let margins = 2.0 * ui.spacing().button_padding.x;
        ui.add_space((ui.available_size_before_wrap().x - button - margins).max(0.0));
        command_button(ui, state, commands, Command::CopyChecklist);
    });
    ui.add_space(4.0);
}

/// The width of the panel beside the seats.
const WHY: f32 = 300.0;
/// Where there is less room, the panel stands below.
const NARROWEST_WITH_WHY: f32 = 860.0;

/// The cards of a level's requirements.
struct Cards<'a> {
    state: &'a State,
    outcome: &'a Outcome,
    level: LevelId,
    seats: &'a [SeatView<'a>],
    /// How many rosters were shown.
    rosters: usize,
}

impl Cards<'_> {
    /// Those of one requirement, which stands beside what it is without assumptions.
    fn requirement_ui(
        &mut self,
        ui: &mut Ui,
        commands: &mut Commands,
        requirement: &RequirementReadiness,
        plain: Option<&RequirementReadiness>,
    ) {
        match requirement {
            RequirementReadiness::Revenue(revenue) => {
                card(ui, |ui| revenue_ui(ui, self.state, self.level, revenue, plain));
                ui.add_space(size::GAP - 8.0);
            }
            RequirementReadiness::Roster(_) => {
                let of_roster = |seat: &&SeatView<'_>| seat.roster == self.rosters;
                let seats: Vec<SeatView<'_>> = self.seats.iter().filter(of_roster).copied().collect();
                for role in seats.chunk_by(|one, next| one.role.id == next.role.id) {
                    role_ui(ui, self.state, commands, self.outcome, role);
                    ui.add_space(size::GAP - 8.0);
                }
                self.rosters += 1;
            }
            RequirementReadiness::AnyOf(any) => {
                any_of_ui(ui, any, &self.state.texts);
                for (place, alternative) in any.alternatives.iter().enumerate() {
                    self.requirement_ui(ui, commands, alternative, plain_alternative(plain, place));
                }
            }
        }
    }
}

fn revenue_ui(
    ui: &mut Ui,
    state: &State,
    level: LevelId,
    revenue: &RevenueReadiness,
    plain: Option<&RequirementReadiness>,
) {
    let texts = &state.texts;
    ui.horizontal_wrapped(|ui| {
        section_head(ui, &texts.get("revenue"));
        ui.add_space(4.0);
        let (from, to) = (texts.date(revenue.from), texts.date(revenue.to));
        soft(ui, texts.with("from-to", &[("from", from.into()), ("to", to.into())]));
    });
    let figure = revenue_of_threshold(revenue, texts);
    let color = if revenue.met { tokens(ui).good } else { level_color(tokens(ui), level) };
    let name = format!("{}: {figure}", texts.get("revenue"));
    let shares = revenue_shares(revenue, plain);
    let verdict = |ui: &mut Ui| match (revenue.met, revenue.threshold) {
        (true, _) => chip(ui, &texts.get("reached"), Tone::Good),
        (false, Some(_)) => {
            let shortfall = crate::ledger::round_up(revenue.shortfall.unwrap_or_default(), &revenue.currency);
            let money = texts.money(shortfall, &revenue.currency);
            chip(ui, &texts.with("money-missing", &[("money", money.into())]), Tone::Missing)
        }
        (false, None) => chip(ui, &texts.get("finding-no-threshold"), Tone::Risk),
    };
    let width = ui.available_width();
    if width < NARROWEST_REVENUE_ROW {
        measure_bar(ui, width, shares, color, &name);
        ui.horizontal_wrapped(|ui| {
            ui.label(figure);
            verdict(ui);
        });
        return;
    }
    ui.horizontal(|ui| {
        measure_bar(ui, (width * 0.4).min(320.0), shares, color, &name);
        ui.label(figure);
        ui.with_layout(Layout::right_to_left(Align::Center), verdict);
    });
}

/// Where there is less room, the bar has a row of its own.
const NARROWEST_REVENUE_ROW: f32 = 520.0;

fn role_ui(ui: &mut Ui, state: &State, commands: &mut Commands, outcome: &Outcome, seats: &[SeatView<'_>]) {
    let Some(first) = seats.first() else {
        return;
    };
    card(ui, |ui| {
        ui.horizontal_wrapped(|ui| {
            section_head(ui, state.texts.pick(&first.role.title));
            ui.add_space(4.0);
            soft(ui, role_asks_for(first.role, outcome, &state.texts));
        });
        // Seats that anybody may take, and that lack the same, are one row.
        let alike = |one: &SeatView<'_>, next: &SeatView<'_>| {
            !matches!(one.taker, Taker::Person(_)) && (one.taker, &one.seat.missing) == (next.taker, &next.seat.missing)
        };
        for (place, seats) in seats.chunk_by(alike).enumerate() {
            if place > 0 {
                ui.separator();
            }
            seat_ui(ui, state, commands, outcome, seats);
        }
    });
}

/// "2 seats · MB2-714, MB2-713 or MB2-709, and MB2-710 or MB2-706 each".
fn role_asks_for(role: &Role, outcome: &Outcome, texts: &Texts) -> String {
    let exams = all_of(role.clauses.iter().map(Vec::as_slice), &outcome.rulebook, texts);
    texts.with("role-asks", &[("seats", role.seats.into()), ("exams", exams.into())])
}
