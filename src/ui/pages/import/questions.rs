//! What only the user knows of a file, asked plainly.

use chrono::{Datelike, NaiveDate};
use egui::{Margin, RichText, TextEdit, Ui};
use lucide_icons::Icon;

use crate::import::{About, AmountsAre, DateOrder, DecimalSign, Field, Question, Shape};
use crate::ledger::{Person, SheetKind};
use crate::rulebook::fold;
use crate::texts::Texts;

use super::super::super::command::{Command, Commands};
use super::super::super::review::{Choose, FileReview};
use super::super::super::state::State;
use super::super::super::theme::{self, size, tokens};
use super::super::super::understood::Understood;
use super::super::super::widgets::{
    Tone, action_button, card_frame, decoration, menu, name_field, soft, uncapitalised,
};
use super::choices::{amounts_text, field_text, kind_text, order_text};

/// The questions that are open.
pub fn questions_ui(ui: &mut Ui, state: &State, commands: &mut Commands, file: &FileReview, read: &Understood) {
    let questions = &read.understanding.questions;
    for (place, question) in questions.iter().enumerate() {
        // One answer is for the whole file, unless a column is asked for.
        let is_asked = |earlier: &Question| earlier.about == question.about && question.about.field().is_none();
        if questions.iter().take(place).any(is_asked) {
            continue;
        }
        let tokens = tokens(ui);
        card_frame(ui).fill(tokens.risk_bg).inner_margin(Margin::symmetric(14, 10)).show(ui, |ui| {
            ui.set_min_width(ui.available_width());
            ui.horizontal_wrapped(|ui| {
                decoration(ui, Icon::CircleHelp, 16.0, Tone::Risk.colors(ui).0);
                ui.label(RichText::new(sentence(&state.texts, read, question)).font(theme::semibold(size::BODY)));
            });
            ui.horizontal_wrapped(|ui| answers_ui(ui, state, commands, file, read, question));
        });
        ui.add_space(2.0);
    }
}

fn sentence(texts: &Texts, read: &Understood, question: &Question) -> String {
    let column = ("column", (*question.heading).into());
    let value = ("value", (*question.value).into());
    match question.about {
        About::DateOrder => texts.with("ask-date-order", &[column, value]),
        About::DecimalSign => texts.with("ask-decimal-sign", &[column, value]),
        About::RunningTotal => {
            let shape = read.understanding.tables.get(question.table).map(|table| table.shape);
            match shape {
                Some(Shape::MonthsAcross) => texts.get("ask-running-total-months"),
                _ => texts.with("ask-running-total", &[column]),
            }
        }
        About::Person => texts.get("ask-person"),
        About::Year => texts.with("ask-year", &[value]),
        About::Kind => {
            let kind = read.understanding.tables.get(question.table).map(|table| table.kind);
            let kind = kind.map(|kind| uncapitalised(&kind_text(texts, kind))).unwrap_or_default();
            texts.with("ask-kind", &[("kind", kind.into())])
        }
        About::Needed(field) => {
            let sheet = read.understanding.tables.get(question.table).and_then(|it| read.contents.sheets.get(it.sheet));
            let several = read.contents.sheets.len() > 1;
            let sheet =
                sheet.filter(|_| several).map_or_else(|| read.contents.file.clone(), |sheet| sheet.name.clone());
            texts.with("ask-needed", &[("field", field_text(texts, field).into()), ("place", (*sheet).into())])
        }
    }
}

fn answers_ui(
    ui: &mut Ui,
    state: &State,
    commands: &mut Commands,
    file: &FileReview,
    read: &Understood,
    question: &Question,
) {
    let texts = &state.texts;
    let mut answer = |ui: &mut Ui, text: &str, choice: Choose| {
        if action_button(ui, text).clicked() {
            commands.push(Command::Choose(choice));
        }
    };
    match question.about {
        About::DateOrder => {
            for (order, text) in readings(texts, &question.value) {
                answer(ui, &text, Choose::DateOrder(Some(order)));
            }
        }
        About::DecimalSign => {
            for sign in DecimalSign::ALL {
                answer(ui, &sign_answer(texts, &question.value, sign), Choose::DecimalSign(Some(sign)));
            }
        }
        About::RunningTotal => {
            for amounts in [AmountsAre::Own, AmountsAre::RunningTotal] {
                answer(ui, &amounts_text(texts, amounts), Choose::Amounts(Some(amounts)));
            }
        }
        About::Year => {
            let year = state.workspace.settings.as_of.year();
            for year in [year - 1, year] {
                answer(ui, &year.to_string(), Choose::Year(year));
            }
        }
        About::Kind => {
            for kind in [SheetKind::Credentials, SheetKind::Sales] {
                answer(ui, &kind_text(texts, kind), Choose::Kind(kind));
            }
            if action_button(ui, &texts.get("kind-neither")).clicked() {
                commands.push(Command::SkipFile { known: state.is_known(file) });
            }
        }
        About::Person => person_ui(ui, state, commands, file, &question.value),
        About::Needed(field) => columns_ui(ui, texts, commands, read, question.table, field),
    }
}

/// How a date reads in each order that gives a day; the bare orders where none does.
fn readings(texts: &Texts, value: &str) -> Vec<(DateOrder, String)> {
    let mut found: Vec<(DateOrder, String)> = Vec::new();
    for order in DateOrder::ALL {
        if let Some(day) = read_in(value, order).map(|day| texts.date(day))
            && !found.iter().any(|(_, known)| *known == day)
        {
            found.push((order, day));
        }
    }
    if found.len() < 2 {
        found = DateOrder::ALL.map(|order| (order, order_text(texts, order))).to_vec();
    }
    found
}

/// The day that the first three numbers of a value make in an order.
fn read_in(value: &str, order: DateOrder) -> Option<NaiveDate> {
    let mut numbers = value.split(|c: char| !c.is_ascii_digit()).filter(|part| !part.is_empty());
    let mut next = || numbers.next().map(|part| (part.len(), part.parse::<u32>().unwrap_or_default()));
    let (first, second, third) = (next()?, next()?, next()?);
    let (day, month, year) = match order {
        DateOrder::DayFirst => (first, second, third),
        DateOrder::MonthFirst => (second, first, third),
        DateOrder::YearFirst => (third, second, first),
    };
    let year_is_one = day.0 <= 2 && month.0 <= 2 && matches!(year.0, 2 | 4);
    let full = if year.0 == 2 { 2000 + year.1 } else { year.1 };
    NaiveDate::from_ymd_opt(i32::try_from(full).ok()?, month.1, day.1).filter(|_| year_is_one)
}

/// What an amount is with a decimal sign: "1,234, the point parts thousands".
fn sign_answer(texts: &Texts, value: &str, sign: DecimalSign) -> String {
    let is_decimal = |c: char| c == if sign == DecimalSign::Point { '.' } else { ',' };
    let plain: String = value
        .chars()
        .filter_map(|c| match c {
            _ if is_decimal(c) => Some('.'),
            '-' | '0'..='9' => Some(c),
            _ => None,
        })
        .collect();
    let id = if plain.contains('.') { "sign-decimal" } else { "sign-thousands" };
    match plain.parse() {
        Ok(number) => texts.with(id, &[("number", texts.number(rust_decimal::Decimal::normalize(&number)).into())]),
        Err(_) => texts.get(if sign == DecimalSign::Point { "sign-point" } else { "sign-comma" }),
    }
}

/// How many known people are offered.
const OFFERED: usize = 3;

/// A field for a name, with the known people who are meant by what was typed.
fn person_ui(ui: &mut Ui, state: &State, commands: &mut Commands, file: &FileReview, guess: &str) {
    let texts = &state.texts;
    let mut typed = file.person.clone();
    let label = texts.get("person-name");
    let field =
        TextEdit::singleline(&mut typed).hint_text(&label).desired_width(220.0).margin(Margin::symmetric(10, 6));
    let response = ui.add(field);
    name_field(&response, &typed, &label);
    if response.changed() {
        commands.push(Command::TypePerson(typed.clone()));
    }
    let entered = response.lost_focus() && ui.input(|input| input.key_pressed(egui::Key::Enter));
    let known = action_button(ui, &texts.get("person-is-this"));
    if (known.clicked() || entered) && !typed.trim().is_empty() {
        commands.push(Command::Choose(Choose::Person(typed.trim().to_owned())));
    }
    for name in people_like(state, &typed, guess) {
        if action_button(ui, &name).clicked() {
            commands.push(Command::Choose(Choose::Person(name)));
        }
    }
}

/// The guess, and the first known people whose names have what was typed.
fn people_like(state: &State, typed: &str, guess: &str) -> Vec<String> {
    let typed = fold(typed);
    let mut names: Vec<String> = Some(guess).filter(|it| !it.is_empty()).map(str::to_owned).into_iter().collect();
    if let Some(outcome) = state.outcome.as_ref().filter(|_| !typed.is_empty()) {
        let people = outcome.ledger.people.iter().map(Person::label);
        names.extend(people.filter(|name| fold(name).contains(&typed)).take(OFFERED).map(str::to_owned));
    }
    names
}

/// A menu of the columns that hold nothing else that is needed.
fn columns_ui(ui: &mut Ui, texts: &Texts, commands: &mut Commands, read: &Understood, table: usize, field: Field) {
    let Some(layout) = read.understanding.tables.get(table) else { return };
    let button = action_button(ui, &texts.get("choose-column"));
    menu(&button).show(|ui| {
        for column in &layout.columns {
            let name = super::preview::column_name(column);
            if ui.selectable_label(false, &name).clicked() {
                let heading = name.as_str().into();
                commands.push(Command::Choose(Choose::Column { heading, field: Some(field) }));
            }
        }
    });
    soft(ui, texts.get("or-skip-file"));
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::texts::Language;

    #[track_caller]
    fn check_readings(value: &str, expected: &[&str]) {
        let texts = Texts::new(Language::English);
        let found: Vec<String> = readings(&texts, value).into_iter().map(|(_, text)| text).collect();
        assert_eq!(found, expected, "{value}");
    }

    #[test]
    fn a_date_is_asked_about_as_the_days_it_may_be() {
        check_readings("05/06/2017", &["5 Jun 2017", "6 May 2017"]);
        check_readings("05/06/2017 23:07", &["5 Jun 2017", "6 May 2017"]);
        check_readings("05/06/07", &["5 Jun 2007", "6 May 2007", "7 Jun 2005"]);
        check_readings("?", &["Day first", "Month first", "Year first"]);
    }

    #[test]
    fn an_amount_is_asked_about_as_the_numbers_it_may_be() {
        let texts = Texts::new(Language::English);
        let answers = DecimalSign::ALL.map(|sign| sign_answer(&texts, "1.234", sign));
        assert_eq!(answers, ["1.234, with decimals", "1,234, in thousands"]);
    }
}
