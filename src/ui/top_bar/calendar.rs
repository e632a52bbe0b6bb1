//! The as-of date: a field to type it in, a month to pick it from, today, and how the trailing months are cut.

use chrono::{Datelike, Days, Months, NaiveDate};
use egui::{Align2, CornerRadius, FontId, Grid, Margin, Role, TextEdit, Ui, Vec2};
use lucide_icons::Icon;

use crate::evaluator::WindowKind;

use super::super::command::{Command, Commands};
use super::super::state::State;
use super::super::theme::{self, size, tokens};
use super::super::widgets::{bare_button, choice, icon_button, soft};

const WIDTH: f32 = 264.0;
const DAY: Vec2 = Vec2::new(34.0, 28.0);

/// The contents of the date's menu.
pub fn calendar_ui(ui: &mut Ui, state: &State, commands: &mut Commands) {
    ui.set_width(WIDTH);
    ui.add_space(4.0);
    field_ui(ui, state, commands);
    ui.add_space(4.0);
    let as_of = state.workspace.settings.as_of;
    let month = state.calendar.month.unwrap_or(as_of);
    month_head_ui(ui, state, commands, month);
    days_ui(ui, state, commands, month);
    ui.add_space(4.0);
    if ui.button(state.texts.with("today", &[("day", state.texts.date(state.today).into())])).clicked() {
        commands.push(Command::SetAsOf(state.today));
    }
    ui.separator();
    soft(ui, state.texts.get("window-kind"));
    for kind in WindowKind::ALL {
        choice(ui, state, commands, state.workspace.settings.window == kind, Command::SetWindow(kind));
    }
}

fn field_ui(ui: &mut Ui, state: &State, commands: &mut Commands) {
    let as_of = state.workspace.settings.as_of;
    let mut text = state.calendar.typed.clone().unwrap_or_else(|| as_of.to_string());
    let hint = state.texts.get("date-hint");
    let field =
        TextEdit::singleline(&mut text).hint_text(&hint).desired_width(WIDTH - 20.0).margin(Margin::symmetric(10, 6));
    let response = ui.add(field);
    response.widget_info(|| {
        let mut info = egui::WidgetInfo::text_edit(true, "", &text, &hint);
        info.label = Some(state.texts.get("as-of-date"));
        info
    });
    if response.changed() {
        match parse_day(&text) {
            Some(day) if day != as_of => commands.push(Command::SetAsOf(day)),
            _ => {}
        }
        commands.push(Command::TypeDate(text.clone()));
    }
    if state.calendar.typed.is_some() && parse_day(&text).is_none() {
        ui.label(egui::RichText::new(hint).size(size::SMALL).color(tokens(ui).missing));
    }
}

/// A day as `2017-06-27` or `27/06/2017`, with `-`, `/` or `.` between the parts.
fn parse_day(text: &str) -> Option<NaiveDate> {
    let parts: Vec<&str> = text.trim().split(['-', '/', '.']).map(str::trim).collect();
    let [first, second, third] = parts.as_slice() else {
        return None;
    };
    let (year, day) = if first.len() == 4 { (first, third) } else { (third, first) };
    if year.len() != 4 {
        return None;
    }
    NaiveDate::from_ymd_opt(year.parse().ok()?, second.parse().ok()?, day.parse().ok()?)
}

fn month_head_ui(ui: &mut Ui, state: &State, commands: &mut Commands, month: NaiveDate) {
    let shift = |months: i32| {
        let by = Months::new(months.unsigned_abs());
        if months < 0 { month.checked_sub_months(by) } else { month.checked_add_months(by) }
    };
    let mut step = |ui: &mut Ui, picture, id: &str, months| {
        if let Some(other) = shift(months) {
            icon_button(ui, picture, &state.texts.get(id), commands, Command::LeafCalendar(other));
        }
    };
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = 2.0;
        step(ui, Icon::ChevronsLeft, "year-before", -12);
        step(ui, Icon::ChevronLeft, "month-before", -1);
        let (rect, response) = ui.allocate_exact_size(Vec2::new(WIDTH - 4.0 * 28.0 - 4.0, 26.0), egui::Sense::hover());
        let name = format!("{} {}", state.texts.get(&format!("month-{}", month.month())), month.year());
        response.widget_info(|| egui::WidgetInfo::labeled(Role::Label, true, &name));
        ui.painter().text(rect.center(), Align2::CENTER_CENTER, name, theme::semibold(size::SECTION), tokens(ui).ink);
        step(ui, Icon::ChevronRight, "month-after", 1);
        step(ui, Icon::ChevronsRight, "year-after", 12);
    });
}

fn days_ui(ui: &mut Ui, state: &State, commands: &mut Commands, month: NaiveDate) {
    let first = month.with_day(1).unwrap_or(month);
    let lead = u64::from(first.weekday().num_days_from_monday());
    let Some(start) = first.checked_sub_days(Days::new(lead)) else {
        return;
    };
    Grid::new("days").spacing(Vec2::splat(3.0)).min_col_width(DAY.x).show(ui, |ui| {
        for weekday in 1..=7 {
            ui.vertical_centered(|ui| soft(ui, state.texts.get(&format!("weekday-{weekday}"))));
        }
        ui.end_row();
        for (place, day) in start.iter_days().take(42).enumerate() {
            if day.month() == first.month() {
                day_button(ui, state, commands, day);
            } else {
                ui.allocate_exact_size(DAY, egui::Sense::hover());
            }
            if place % 7 == 6 {
                ui.end_row();
            }
        }
    });
}

fn day_button(ui: &mut Ui, state: &State, commands: &mut Commands, day: NaiveDate) {
    let selected = day == state.workspace.settings.as_of;
    let response = bare_button(ui, DAY, &state.texts.long_date(day), Role::Button, selected);
    let tokens = tokens(ui);
    let (font, color) = if selected {
        ui.painter().rect_filled(response.rect, CornerRadius::same(size::CONTROL_RADIUS), tokens.accent);
        (theme::semibold(size::SECTION), tokens.on_accent)
    } else {
        (FontId::proportional(size::SECTION), tokens.ink)
    };
    ui.painter().text(response.rect.center(), Align2::CENTER_CENTER, day.day(), font, color);
    if response.clicked() {
        commands.push(Command::SetAsOf(day));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check_day(text: &str, expected: Option<(i32, u32, u32)>) {
        assert_eq!(parse_day(text), expected.and_then(|(y, m, d)| NaiveDate::from_ymd_opt(y, m, d)), "{text}");
    }

    #[test]
    fn a_day_is_read_in_both_orders() {
        check_day("2017-06-27", Some((2017, 6, 27)));
        check_day("27/06/2017", Some((2017, 6, 27)));
        check_day(" 1.2.2017 ", Some((2017, 2, 1)));
        check_day("2017/6/27", Some((2017, 6, 27)));
    }

    #[test]
    fn what_is_no_day_is_not_read() {
        for text in ["", "2017", "31/02/2017", "27/06/17", "27-06-2017-1", "a-b-c", "-1-1-2017"] {
            check_day(text, None);
        }
    }
}
