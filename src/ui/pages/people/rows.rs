//! The columns and cells of the people's table.

use egui::{Align, FontId, RichText, Role, Sense, Ui, Vec2, WidgetInfo};

use crate::evaluator::CredentialLeftOut;
use crate::ledger::PersonId;

use super::super::super::outcome::Outcome;
use super::super::super::rows::{
    Mark, exam_name, exams_to_go, mark_of, people_columns, people_heading, person_text, roles,
};
use super::super::super::seats::SeatView;
use super::super::super::state::{ExamColumn, PeopleColumn, State};
use super::super::super::table::{Cell, Column, Rows, cell_ui, text_ui};
use super::super::super::theme::{self, size, tokens};
use super::super::super::widgets::{Tone, assumed_tick, chip, tick, uncapitalised};

/// The widths of the columns.
const NAME: f32 = 150.0;
const EXAM: f32 = 76.0;
const TAKES: f32 = 124.0;

/// The columns.
pub fn columns(ui: &Ui, state: &State, outcome: &Outcome) -> Vec<Column<PeopleColumn>> {
    let (texts, exams) = (&state.texts, &state.people.columns);
    let roles = roles(outcome, state.option);
    let column = |key: PeopleColumn| {
        let name = people_heading(outcome, texts, state.option, exams, key);
        match key {
            PeopleColumn::Name => Column::new(key, name, NAME).growing(1.0),
            PeopleColumn::Takes => Column::new(key, name, TAKES).growing(1.0),
            PeopleColumn::Exam(place) => {
                let column = Column::new(key, name, EXAM).aligned(Align::Center);
                match exams.get(place) {
                    Some(ExamColumn::Rulebook(exam)) => column.hinted(texts.pick(&outcome.rulebook.exam(*exam).title)),
                    Some(ExamColumn::Other(text)) => column.hinted(&**text),
                    None => column,
                }
            }
            PeopleColumn::ToGo(place) => {
                let title = roles.get(place).map(|role| uncapitalised(texts.pick(&role.title))).unwrap_or_default();
                let hint = texts.with("exams-to-go", &[("role", title.into())]);
                let width = width_of(ui, &name);
                Column::new(key, name, width).below(texts.get("column-to-go")).hinted(hint).aligned(Align::Max)
            }
        }
    };
    people_columns(outcome, state.option, exams).into_iter().map(column).collect()
}

/// How wide a heading is that is broken into two lines at most.
fn width_of(ui: &Ui, name: &str) -> f32 {
    let font = theme::semibold(size::SMALL);
    let mut width = 76.0;
    let color = tokens(ui).ink;
    while width < 220.0 && ui.painter().layout(name.to_owned(), font.clone(), color, width).rows.len() > 2 {
        width += 8.0;
    }
    // The arrow of a sorted column, and the space at both sides.
    width + 24.0
}

/// The people's cells.
pub struct PeopleRows<'a> {
    state: &'a State,
    outcome: &'a Outcome,
    columns: Vec<PeopleColumn>,
    seats: Vec<SeatView<'a>>,
    /// Whose panel is open.
    pub selected: Option<usize>,
    /// Who was clicked by name.
    pub clicked: Option<usize>,
}

impl<'a> PeopleRows<'a> {
    /// The people of a result.
    pub fn new(state: &'a State, outcome: &'a Outcome) -> Self {
        Self {
            state,
            outcome,
            columns: people_columns(outcome, state.option, &state.people.columns),
            seats: outcome.seats(state.option, outcome.highest_level(state.option)),
            selected: state.people.selected.map(|person| person.0),
            clicked: None,
        }
    }
}

impl Rows for PeopleRows<'_> {
    fn text(&self, item: usize, column: usize) -> String {
        let Some(column) = self.columns.get(column) else { return String::new() };
        let how = (self.state.option, self.state.people.columns.as_slice(), self.seats.as_slice());
        person_text(self.outcome, &self.state.texts, how, PersonId(item), *column)
    }

    fn cell_ui(&mut self, ui: &mut Ui, item: usize, place: usize) {
        let (Some(column), tokens) = (self.columns.get(place).copied(), tokens(ui)) else { return };
        match column {
            PeopleColumn::Name => {
                let text = self.text(item, place);
                text_ui(ui, &Cell { font: FontId::proportional(size::BODY), ..Cell::new(&text, tokens.ink) });
                // The whole row can be clicked; this is its name for those who click by name.
                let response = ui.interact(ui.max_rect(), ui.unique_id().with("name"), Sense::CLICK);
                response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &text));
                if response.clicked() {
                    self.clicked = Some(item);
                }
            }
            PeopleColumn::Exam(place) => {
                if let Some(exam) = self.state.people.columns.get(place) {
                    exam_ui(ui, self.state, self.outcome, PersonId(item), exam);
                }
            }
            PeopleColumn::Takes => {
                let text = self.text(item, place);
                text_ui(
                    ui,
                    &Cell { font: FontId::proportional(size::SMALL), lines: 2, ..Cell::new(&text, tokens.soft) },
                );
            }
            PeopleColumn::ToGo(role) => {
                let text = self.text(item, place);
                let is_none = exams_to_go(self.outcome, self.state.option, role).get(item) == Some(&0);
                let (font, color) = if is_none {
                    (theme::semibold(size::BODY), tokens.good)
                } else {
                    (FontId::proportional(size::BODY), tokens.ink)
                };
                text_ui(ui, &Cell { font, align: Align::Max, ..Cell::new(&text, color) });
            }
        }
    }

    fn is_open(&self, item: usize) -> bool {
        self.selected == Some(item)
    }
}

/// A tick where the exam counts, a word where it was passed or tried and doesn't.
fn exam_ui(ui: &mut Ui, state: &State, outcome: &Outcome, person: PersonId, exam: &ExamColumn) {
    let Some(mark) = mark_of(outcome, person, exam) else { return };
    let (texts, code) = (&state.texts, exam_name(outcome, exam));
    let side = Vec2::splat(16.0);
    match mark {
        Mark::Held => {
            let name = texts.with("holds-exam", &[("exam", code.into())]);
            cell_ui(ui, Align::Center, side, |ui| tick(ui, &name));
        }
        Mark::Assumed => {
            let name = format!("{code} ({})", texts.get("assumed"));
            cell_ui(ui, Align::Center, side, |ui| assumed_tick(ui, &name).on_hover_text(&name));
        }
        Mark::Other => {
            let name = texts.with("holds-exam", &[("exam", code.into())]);
            cell_ui(ui, Align::Center, side, |ui| {
                let response = ui.label(RichText::new("•").color(tokens(ui).soft));
                response.widget_info(|| WidgetInfo::labeled(Role::Image, true, &name));
                response.on_hover_text(texts.get("credential-not-in-rulebook"))
            });
        }
        Mark::LeftOut(reason) => {
            let text = texts.get(&format!("mark-{}", reason.as_str()));
            let hint = texts.get(&format!("credential-{}", reason.as_str()));
            let tone = if reason == CredentialLeftOut::Failed { Tone::Missing } else { Tone::Risk };
            let width = ui.painter().layout_no_wrap(text.clone(), theme::semibold(12.0), tokens(ui).ink).size().x;
            let room = Vec2::new((width + 16.0).min(ui.max_rect().width()), 20.0);
            cell_ui(ui, Align::Center, room, |ui| chip(ui, &text, tone).on_hover_text(hint));
        }
    }
}
