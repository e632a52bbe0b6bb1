//! The findings of one code: what was noticed, what to do about it, and every place.

use egui::{
    Align, CollapsingHeader, CursorIcon, Label, RichText, Role, Sense, Stroke, StrokeKind, Ui, UiBuilder, WidgetInfo,
};

use crate::ledger::{Finding, FindingCode};

use super::super::super::command::{Command, Commands};
use super::super::super::found::{FoundGroup, RowAt, value_text};
use super::super::super::outcome::Outcome;
use super::super::super::state::{Page, State};
use super::super::super::theme::{self, size, tokens};
use super::super::super::widgets::{action_button, chip, command_button, decoration, severity_look, soft};
use super::NARROW;
use super::rows::{MOST, cell_text, cells_ui, rows_ui};

/// A card's contents.
pub fn findings_ui(ui: &mut Ui, state: &State, commands: &mut Commands, outcome: &Outcome, group: &FoundGroup) {
    let (texts, code) = (&state.texts, group.code);
    let (tone, picture) = severity_look(code.severity());
    ui.horizontal_wrapped(|ui| {
        decoration(ui, picture, 16.0, tone.colors(ui).0);
        ui.label(RichText::new(texts.get(&format!("finding-{}", code.as_str()))).font(theme::semibold(size::BODY)));
        chip(ui, &texts.get(&format!("severity-{}", code.severity().as_str())), tone);
        soft(ui, texts.number(group.count.into()));
    });
    soft(ui, texts.get(&format!("finding-{}.help", code.as_str())));
    let places = &group.places;
    if places.is_empty() {
        return;
    }
    if places.len() <= ALWAYS_LISTED {
        list_ui(ui, state, commands, outcome, group);
        return;
    }
    let number = texts.number(places.len().into());
    let title = texts.with("finding-places", &[("count", places.len().into()), ("number", number.into())]);
    let title = RichText::new(title).size(size::SECTION);
    CollapsingHeader::new(title).id_salt(code.as_str()).show(ui, |ui| {
        list_ui(ui, state, commands, outcome, group);
        let more = places.len().saturating_sub(MOST);
        if more > 0 {
            soft(ui, texts.with("findings-more", &[("count", texts.number(more.into()).into())]));
        }
    });
}

/// How many places are listed without being asked for.
const ALWAYS_LISTED: usize = 6;
/// The height of a place's row, with a button and without.
const ROW_WITH_BUTTON: f32 = 34.0;
const ROW: f32 = 24.0;

fn list_ui(ui: &mut Ui, state: &State, commands: &mut Commands, outcome: &Outcome, group: &FoundGroup) {
    let width = ui.available_width();
    if width < NARROW {
        list_below_each_other_ui(ui, state, commands, outcome, group);
        return;
    }
    // In every card the same, so that one column runs through all of them.
    let button = if has_button(group.code) { (width * 0.26).clamp(150.0, 220.0) } else { 0.0 };
    let (place, column) = (width * 0.34, width * 0.16);
    let widths = [place, column, width - place - column - button, button];
    let height = if has_button(group.code) { ROW_WITH_BUTTON } else { ROW };
    let shows_file = state.sources.file.is_none() && state.workspace.sources.len() > 1;
    rows_ui(ui, group.places.len(), height, |ui, at| {
        let Some(finding) = group.places.get(at).and_then(|at| outcome.readiness.findings.get(*at)) else { return };
        let align = [Align::Min, Align::Min, Align::Min, Align::Max];
        cells_ui(ui, widths, align, |ui, cell| match cell {
            0 => place_ui(ui, state, commands, finding, shows_file),
            1 => cell_text(ui, finding.column.as_deref().unwrap_or_default()),
            2 => cell_text(ui, value_text(finding, &state.texts)),
            _ => mend_ui(ui, state, commands, finding),
        });
    });
}

/// The same in a narrow page: two lines for each place.
fn list_below_each_other_ui(
    ui: &mut Ui,
    state: &State,
    commands: &mut Commands,
    outcome: &Outcome,
    group: &FoundGroup,
) {
    let width = ui.available_width();
    let shows_file = state.sources.file.is_none() && state.workspace.sources.len() > 1;
    let second = if has_button(group.code) { ROW_WITH_BUTTON } else { ROW };
    rows_ui(ui, group.places.len(), ROW + second, |ui, at| {
        let Some(finding) = group.places.get(at).and_then(|at| outcome.readiness.findings.get(*at)) else { return };
        ui.vertical(|ui| {
            ui.spacing_mut().item_spacing.y = 0.0;
            for (first, height) in [(true, ROW), (false, second)] {
                let (_, line) = ui.allocate_space(egui::vec2(width, height));
                let mut line = ui.new_child(UiBuilder::new().max_rect(line).id_salt(first));
                let end = if first || has_button(group.code) { 0.5 } else { 0.0 };
                let widths = [1.0 - end, end].map(|share| share * width);
                cells_ui(&mut line, widths, [Align::Min; 2], |ui, cell| match (first, cell) {
                    (true, 0) => place_ui(ui, state, commands, finding, shows_file),
                    (true, _) => cell_text(ui, finding.column.as_deref().unwrap_or_default()),
                    (false, 0) => cell_text(ui, value_text(finding, &state.texts)),
                    (false, _) => mend_ui(ui, state, commands, finding),
                });
            }
        });
    });
}

/// "row 12 · Data · skills.xlsx": the number first, since the rest may be cut.
fn place_ui(ui: &mut Ui, state: &State, commands: &mut Commands, finding: &Finding, shows_file: bool) {
    let row = finding.row.map(|row| state.texts.with("row-number", &[("row", row.to_string().into())]));
    let file = finding.file.as_deref().filter(|_| shows_file || finding.row.is_none());
    let others: Vec<&str> =
        [finding.sheet.as_deref(), file].into_iter().flatten().filter(|part| !part.is_empty()).collect();
    let others = others.join(" · ");
    let mut job = egui::text::LayoutJob::default();
    let format = |color| egui::TextFormat::simple(egui::FontId::proportional(size::SECTION), color);
    let gap = if row.is_some() { 8.0 } else { 0.0 };
    if let Some(row) = &row {
        job.append(row, 0.0, format(tokens(ui).accent));
    }
    job.append(&others, gap, format(tokens(ui).soft));
    let Some((row, at)) = row.zip(row_of(finding)) else {
        ui.add(Label::new(job).truncate());
        return;
    };
    let response = ui.add(Label::new(job).truncate().sense(Sense::click()));
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, format!("{row} {others}")));
    if response.has_focus() {
        let stroke = Stroke::new(2.0, tokens(ui).accent);
        ui.painter().rect_stroke(response.rect.expand(2.0), 3, stroke, StrokeKind::Inside);
    }
    let hint = state.texts.get("command-show-row");
    if response.on_hover_cursor(CursorIcon::PointingHand).on_hover_text(hint).clicked() {
        commands.push(Command::ShowRow(Some(at)));
    }
}

/// The row that a finding is about.
fn row_of(finding: &Finding) -> Option<RowAt> {
    let (file, sheet) = (finding.file.clone()?, finding.sheet.clone().unwrap_or_default());
    Some(RowAt { file, sheet, row: finding.row?, column: finding.column.clone() })
}

fn has_button(code: FindingCode) -> bool {
    matches!(code, FindingCode::UnknownExamLike | FindingCode::SameName | FindingCode::SimilarName)
}

/// A button that mends the finding, or leads to where it can be mended.
fn mend_ui(ui: &mut Ui, state: &State, commands: &mut Commands, finding: &Finding) {
    let is_of_names = matches!(finding.code, FindingCode::SameName | FindingCode::SimilarName);
    if let (FindingCode::UnknownExamLike, Some(written), Some(code)) = (finding.code, &finding.value, &finding.other) {
        let command = Command::ReadExam { written: written.to_string(), code: Some(code.to_string()) };
        command_button(ui, state, commands, command);
    } else if is_of_names && action_button(ui, &state.texts.get("to-the-people")).clicked() {
        commands.push(Command::Show(Page::People));
    }
}
