//! Checklist: for each role and seat of a level, who takes it, what is held and what is missing.

use egui::{Align, Layout, RichText, Ui, UiBuilder, Vec2};

use crate::evaluator::{RequirementReadiness, RevenueReadiness, Taker};
use crate::ledger::Person;
use crate::report::phrases::{bundle_name, passed_on, revenue_of_threshold, verdict};
use crate::rulebook::{LevelId, Role};
use crate::texts::Texts;

use super::super::command::{Command, Commands};
use super::super::outcome::{Outcome, to_float};
use super::super::seats::SeatView;
use super::super::state::State;
use super::super::theme::{self, size, tokens};
use super::super::widgets::{Tone, bar, capitalised, card, chip, link, section_head, soft, strong, text_and_soft};
use super::next::{all_of, taker_name};
use super::options::{options_ui, toggle};
use super::overview::level_color;
use super::what_if::{held_box, missing_box};
use super::why::why_ui;

/// The checklist.
pub fn checklist_ui(ui: &mut Ui, state: &State, commands: &mut Commands, outcome: &Outcome) {
    options_ui(ui, state, commands, outcome);
    let Some((rules, level)) = outcome.level(state.option, state.level) else {
        return;
    };
    ui.horizontal_wrapped(|ui| {
        for (_, other) in outcome.levels(state.option) {
            let text = state.texts.get(&format!("level-{}", other.id));
            toggle(ui, commands, other.id == level.id, &text, Command::ShowLevel(other.id));
        }
        ui.add_space(8.0);
        soft(ui, verdict(level, &state.texts));
    });
    ui.add_space(4.0);
    let seats = outcome.seats(state.option, level.id);
    let requirements = |ui: &mut Ui, commands: &mut Commands| {
        let mut roster = 0;
        for requirement in &level.requirements {
            requirement_ui(ui, state, commands, outcome, level.id, requirement, &seats, &mut roster);
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

/// The width of the panel beside the seats.
const WHY: f32 = 300.0;
/// Where there is less room, the panel stands below.
const NARROWEST_WITH_WHY: f32 = 860.0;

/// The cards of a requirement. `roster` counts the rosters that were shown.
#[expect(clippy::too_many_arguments, reason = "the cards of a requirement need all of it")]
fn requirement_ui(
    ui: &mut Ui,
    state: &State,
    commands: &mut Commands,
    outcome: &Outcome,
    level: LevelId,
    requirement: &RequirementReadiness,
    seats: &[SeatView<'_>],
    roster: &mut usize,
) {
    match requirement {
        RequirementReadiness::Revenue(revenue) => {
            card(ui, |ui| revenue_ui(ui, state, level, revenue));
            ui.add_space(size::GAP - 8.0);
        }
        RequirementReadiness::Roster(_) => {
            let of_roster: Vec<SeatView<'_>> = seats.iter().filter(|seat| seat.roster == *roster).copied().collect();
            for role in of_roster.chunk_by(|one, next| one.role.id == next.role.id) {
                role_ui(ui, state, commands, outcome, role);
                ui.add_space(size::GAP - 8.0);
            }
            *roster += 1;
        }
        RequirementReadiness::AnyOf(any) => {
            soft(ui, state.texts.get("any-of"));
            for alternative in &any.alternatives {
                requirement_ui(ui, state, commands, outcome, level, alternative, seats, roster);
            }
        }
    }
}

fn revenue_ui(ui: &mut Ui, state: &State, level: LevelId, revenue: &RevenueReadiness) {
    let texts = &state.texts;
    ui.horizontal_wrapped(|ui| {
        section_head(ui, &texts.get("revenue"));
        ui.add_space(4.0);
        let (from, to) = (texts.date(revenue.from), texts.date(revenue.to));
        soft(ui, texts.with("from-to", &[("from", from.into()), ("to", to.into())]));
    });
    let figure = revenue_of_threshold(revenue, texts);
    let color = if revenue.met { tokens(ui).good } else { level_color(tokens(ui), level) };
    let threshold = revenue.threshold.map(to_float).filter(|threshold| *threshold > 0.0);
    #[expect(clippy::cast_possible_truncation, reason = "the length of a bar")]
    let share = threshold.map_or(0.0, |threshold| (to_float(revenue.counted) / threshold) as f32);
    ui.horizontal(|ui| {
        bar(ui, (ui.available_width() * 0.4).min(320.0), share, color, &format!("{}: {figure}", texts.get("revenue")));
        ui.label(figure);
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| match (revenue.met, revenue.threshold) {
            (true, _) => chip(ui, &texts.get("reached"), Tone::Good),
            (false, Some(_)) => {
                let shortfall = crate::ledger::round_up(revenue.shortfall.unwrap_or_default(), &revenue.currency);
                let money = texts.money(shortfall, &revenue.currency);
                chip(ui, &texts.with("money-missing", &[("money", money.into())]), Tone::Missing)
            }
            (false, None) => chip(ui, &texts.get("finding-no-threshold"), Tone::Risk),
        });
    });
}

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
        for (place, view) in seats.iter().enumerate() {
            if place > 0 {
                ui.separator();
            }
            seat_ui(ui, state, commands, outcome, view);
        }
    });
}

/// "2 seats · MB2-714, MB2-713 or MB2-709, and MB2-710 or MB2-706 each".
fn role_asks_for(role: &Role, outcome: &Outcome, texts: &Texts) -> String {
    let exams = all_of(role.clauses.iter().map(Vec::as_slice), &outcome.rulebook, texts);
    texts.with("role-asks", &[("seats", role.seats.into()), ("exams", exams.into())])
}

fn seat_ui(ui: &mut Ui, state: &State, commands: &mut Commands, outcome: &Outcome, view: &SeatView<'_>) {
    let width = ui.available_width();
    let name_width = (width * 0.30).clamp(150.0, 230.0);
    let chip_width = 96.0;
    let exams_width = width - name_width - chip_width - 2.0 * 12.0;
    let corner = ui.cursor().min;
    let column = |ui: &mut Ui, part: &str, left: f32, width: f32, layout: Layout, add: &mut dyn FnMut(&mut Ui)| {
        let room = egui::Rect::from_min_size(corner + Vec2::new(left, 0.0), Vec2::new(width, f32::INFINITY));
        let builder = UiBuilder::new().max_rect(room).layout(layout).id_salt((part, view.number, &view.role.id));
        let mut child = ui.new_child(builder);
        child.spacing_mut().item_spacing.y = 3.0;
        add(&mut child);
        child.min_rect().bottom()
    };
    let top_down = Layout::top_down(Align::Min);
    let name = column(ui, "who", 0.0, name_width, top_down, &mut |ui| name_ui(ui, state, commands, outcome, view));
    let exams = column(ui, "exams", name_width + 12.0, exams_width, top_down, &mut |ui| {
        exams_ui(ui, state, commands, outcome, view);
    });
    let end = width - chip_width;
    let chips = column(ui, "state", end, chip_width, Layout::top_down(Align::Max), &mut |ui| {
        if view.seat.missing_exams == 0 {
            let assumed = view.seat.held.iter().any(|held| held.assumed);
            let (id, tone) = if assumed { ("assumed", Tone::Assumed) } else { ("filled", Tone::Good) };
            chip(ui, &state.texts.get(id), tone);
        } else {
            let exams = state.texts.with("exams-count", &[("exams", view.seat.missing_exams.into())]);
            chip(ui, &exams, Tone::Missing);
        }
        if view.seat.pinned {
            chip(ui, &state.texts.get("pinned"), Tone::Plain);
        }
        if matches!(view.taker, Taker::Person(person) if view.roster_result.essential.contains(&person)) {
            chip(ui, &state.texts.get("essential"), Tone::Risk);
        }
    });
    let bottom = name.max(exams).max(chips);
    ui.allocate_space(Vec2::new(width, bottom - corner.y));
}

fn name_ui(ui: &mut Ui, state: &State, commands: &mut Commands, outcome: &Outcome, view: &SeatView<'_>) {
    match view.taker {
        Taker::Person(id) => {
            if let Some(person) = outcome.ledger.people.get(id.0) {
                let color = if state.people.selected == Some(id) { tokens(ui).accent } else { tokens(ui).ink };
                let name = RichText::new(person.label()).font(theme::semibold(size::BODY)).color(color);
                if link(ui, name).clicked() {
                    commands.push(Command::SelectPerson((state.people.selected != Some(id)).then_some(id)));
                }
                let known_by = known_by(person, &state.texts);
                if !known_by.is_empty() {
                    soft(ui, known_by);
                }
            }
        }
        Taker::AnyoneOf(_) | Taker::NewPerson => {
            strong(ui, state.texts.get("somebody"));
            let who = taker_name(view.taker, outcome, &state.texts);
            let exams = state.texts.with("exams-count", &[("exams", view.seat.missing_exams.into())]);
            // The number stays with its word.
            soft(ui, format!("{who}, {}", exams.replace(' ', "\u{a0}")));
        }
    }
}

/// What tells a person from another of the same name: the e-mail, else the MCP ID.
pub fn known_by(person: &Person, texts: &Texts) -> String {
    if !person.email.is_empty() && person.email != person.label() {
        person.email.clone()
    } else if !person.id.is_empty() && person.id.bytes().all(|byte| byte.is_ascii_digit()) {
        texts.with("mcp-id", &[("id", person.id.as_str().into())])
    } else {
        String::new()
    }
}

fn exams_ui(ui: &mut Ui, state: &State, commands: &mut Commands, outcome: &Outcome, view: &SeatView<'_>) {
    let texts = &state.texts;
    for held in &view.seat.held {
        ui.horizontal_top(|ui| {
            held_box(ui, state, commands, outcome, view, held);
            let codes = bundle_name(&held.bundle, &outcome.rulebook, texts);
            let titles: Vec<&str> =
                held.bundle.iter().map(|exam| texts.pick(&outcome.rulebook.exam(*exam).title)).collect();
            let passed = if held.assumed { texts.get("assumed") } else { passed_on(held.passed, texts) };
            text_and_soft(ui, &format!("{codes} {}", titles.join(", ")), tokens(ui).ink, &passed);
        });
    }
    for missing in &view.seat.missing {
        ui.horizontal_top(|ui| {
            missing_box(ui, state, commands, outcome, view, missing);
            let exams = capitalised(&crate::report::phrases::one_of(&missing.one_of, &outcome.rulebook, texts));
            text_and_soft(ui, &exams, tokens(ui).missing, "");
        });
    }
}
