//! A level's card: the verdict, how much is there, what is at risk, and the one best next step.

use egui::{Frame, Id, Label, Margin, RichText, Ui};
use lucide_icons::Icon;

use crate::evaluator::{LevelReadiness, RequirementReadiness};
use crate::report::Report;
use crate::report::phrases::{revenue_of_threshold, verdict};
use crate::rulebook::{Level, RosterRequirement};
use crate::texts::Texts;

use super::super::super::command::{Command, Commands};
use super::super::super::outcome::{Outcome, rosters};
use super::super::super::state::{Page, State};
use super::super::super::theme::{self, size, tokens};
use super::super::super::widgets::{Tone, chip, dot, icon, link, note, section_head, soft};
use super::super::measure::{any_of_ui, labels_width, measure_ui, plain_alternative, revenue_shares, seat_shares};
use super::super::next::sales_to_make;
use super::level_color;

/// The inside of a level's card.
pub fn level_ui(
    ui: &mut Ui,
    state: &State,
    commands: &mut Commands,
    outcome: &Outcome,
    (rules, level): (&Level, &LevelReadiness),
) {
    let color = level_color(tokens(ui), level.id);
    let plain = outcome.plain_level(state.option, level.id);
    ui.spacing_mut().item_spacing.y = 6.0;
    ui.horizontal(|ui| {
        dot(ui, color);
        section_head(ui, &state.texts.get(&format!("level-{}", level.id)));
    });
    verdict_ui(ui, level, plain, &state.texts);
    ui.add_space(2.0);
    let labels = seats_labels(rules, level, &state.texts);
    let revenue = state.texts.get("revenue");
    let label_width = labels_width(ui, labels.iter().map(String::as_str).chain([revenue.as_str()]));
    let mut measures = Measures { texts: &state.texts, color, label_width, revenue, seats: labels.iter() };
    for (place, requirement) in level.requirements.iter().enumerate() {
        measures.requirement_ui(ui, requirement, plain.and_then(|plain| plain.requirements.get(place)));
    }
    let risks = state.result(outcome).risks(&rules.requirements, level);
    if !risks.is_empty() {
        ui.add_space(4.0);
        note(ui, Tone::Risk, Icon::TriangleAlert, &state.texts.get("at-risk"), &risks[..risks.len().min(RISKS_SHOWN)]);
    }
    ui.add_space(4.0);
    next_ui(ui, state, commands, outcome, (rules, level));
}

/// How many risks a card names; the checklist names all.
const RISKS_SHOWN: usize = 2;

/// The verdict, which tells where it would be another without what is assumed.
fn verdict_ui(ui: &mut Ui, level: &LevelReadiness, plain: Option<&LevelReadiness>, texts: &Texts) {
    let words = verdict(level, texts);
    let before = plain.map(|plain| verdict(plain, texts)).filter(|before| *before != words);
    let is_assumed = before.is_some();
    ui.horizontal_wrapped(|ui| {
        let color = if is_assumed { tokens(ui).assumed } else { tokens(ui).good };
        if level.met {
            icon(ui, Icon::CircleCheck, 20.0, color, &texts.get("met"));
        }
        let color = if is_assumed { tokens(ui).assumed } else { tokens(ui).ink };
        ui.add(Label::new(RichText::new(words).font(theme::semibold(size::VERDICT)).color(color)).wrap());
        if let Some(before) = before {
            chip(ui, &texts.get("assumed"), Tone::Assumed);
            soft(ui, texts.with("instead-of", &[("verdict", before.into())]));
        }
    });
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

/// The bars of a level.
struct Measures<'a> {
    texts: &'a Texts,
    color: egui::Color32,
    label_width: f32,
    /// What revenue is called.
    revenue: String,
    /// What the seats of the rosters that are still to come are called.
    seats: std::slice::Iter<'a, String>,
}

impl Measures<'_> {
    fn requirement_ui(
        &mut self,
        ui: &mut Ui,
        requirement: &RequirementReadiness,
        plain: Option<&RequirementReadiness>,
    ) {
        let color = if requirement.met() { tokens(ui).good } else { self.color };
        match requirement {
            RequirementReadiness::Revenue(revenue) => {
                let figure = revenue_of_threshold(revenue, self.texts);
                measure_ui(ui, (&self.revenue, self.label_width), revenue_shares(revenue, plain), color, &figure);
            }
            RequirementReadiness::Roster(roster) => {
                let (filled, seats) = roster.seats_filled();
                let text = self.texts.with("seats-filled", &[("filled", filled.into()), ("seats", seats.into())]);
                let label = self.seats.next().map(String::as_str).unwrap_or_default();
                measure_ui(ui, (label, self.label_width), seat_shares(roster, plain), color, &text);
            }
            RequirementReadiness::AnyOf(any) => {
                any_of_ui(ui, any, self.texts);
                for (place, alternative) in any.alternatives.iter().enumerate() {
                    self.requirement_ui(ui, alternative, plain_alternative(plain, place));
                }
            }
        }
    }
}

/// How many exams an opened card names before it points to the checklist.
const STEPS_SHOWN: usize = 5;

/// The one best next step, and the others for those who ask.
fn next_ui(
    ui: &mut Ui,
    state: &State,
    commands: &mut Commands,
    outcome: &Outcome,
    (rules, level): (&Level, &LevelReadiness),
) {
    let (report, texts) = (state.result(outcome), &state.texts);
    let mut steps: Vec<String> = level.next.iter().take(STEPS_SHOWN).map(|step| report.next_step(step)).collect();
    let beyond = level.next.len().saturating_sub(STEPS_SHOWN);
    // Exams are alternatives, but sales are needed beside them.
    let sales = sales_to_make(level, texts).join(" · ");
    match steps.first_mut() {
        Some(best) if !sales.is_empty() => *best = format!("{best} · {sales}"),
        None if !sales.is_empty() => steps.push(sales),
        _ => {}
    }
    if level.met {
        steps = to_stay(&report, rules, level);
    }
    let Some((best, others)) = steps.split_first() else {
        return;
    };
    let id: Id = ui.scope_id().with(("all steps", level.id));
    let mut is_open: bool = ui.data(|data| data.get_temp(id)).unwrap_or_default();
    let frame =
        Frame::new().fill(tokens(ui).bg).corner_radius(size::CONTROL_RADIUS).inner_margin(Margin::symmetric(10, 8));
    let line = |ui: &mut Ui, text: &str| ui.add(Label::new(RichText::new(text).size(size::SECTION)).wrap());
    let small_link = |ui: &mut Ui, text: String| {
        let accent = tokens(ui).accent;
        link(ui, RichText::new(text).size(size::SECTION).color(accent)).clicked()
    };
    frame.show(ui, |ui| {
        ui.set_width(ui.available_width());
        ui.spacing_mut().item_spacing.y = 4.0;
        ui.horizontal_wrapped(|ui| {
            ui.label(RichText::new(texts.get("next")).font(theme::semibold(size::SECTION)));
            line(ui, best);
        });
        if others.is_empty() {
            return;
        }
        if is_open {
            if level.next.len() > 1 {
                soft(ui, texts.get("next-any"));
            }
            for step in others {
                line(ui, step);
            }
            if beyond > 0 && small_link(ui, texts.with("next-more", &[("count", beyond.into())])) {
                commands.push(Command::ShowLevel(level.id));
                commands.push(Command::Show(Page::Checklist));
            }
            if small_link(ui, texts.get("next-fewer")) {
                is_open = false;
            }
        } else if small_link(ui, texts.with("next-more", &[("count", (others.len() + beyond).into())])) {
            is_open = true;
        }
    });
    ui.data_mut(|data| data.insert_temp(id, is_open));
}

/// What keeps a level that is met.
fn to_stay(report: &Report<'_>, rules: &Level, level: &LevelReadiness) -> Vec<String> {
    let rosters = Report::rosters(&rules.requirements, &level.requirements);
    let renewals = rosters.iter().flat_map(|(_, roster)| report.renewals(roster));
    let sales = level.requirements.iter().filter_map(|requirement| match requirement {
        RequirementReadiness::Revenue(revenue) => report.revenue_to_stay(revenue),
        _ => None,
    });
    renewals.chain(sales).collect()
}
