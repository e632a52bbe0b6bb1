//! The dialog of exchange rates.

use std::collections::BTreeMap;

use egui::{Align, Layout, TextEdit, Ui};
use rust_decimal::Decimal;

use crate::evaluator::RATE_CURRENCY;

use super::super::super::command::{Command, Commands};
use super::super::super::state::{Form, State};
use super::super::super::theme::tokens;
use super::super::super::widgets::{name_field, soft, text_and_soft};
use super::super::form::form_ui;

/// The dialog, while it is open.
pub fn rates_ui(ui: &Ui, state: &State, commands: &mut Commands) {
    let Some(Form::Rates(rates)) = &state.form else { return };
    let texts = &state.texts;
    form_ui(ui, state, commands, &texts.get("rates-title"), |ui, commands| {
        if rates.is_empty() {
            soft(ui, texts.with("rates-none", &[("currency", RATE_CURRENCY.into())]));
        } else {
            soft(ui, texts.with("rates-what", &[("currency", RATE_CURRENCY.into())]));
        }
        for place in 0..rates.len() {
            rate_ui(ui, state, commands, rates, place);
        }
        let known = rates.iter().filter(|(_, text)| !text.trim().is_empty());
        let read: Option<BTreeMap<String, Decimal>> =
            known.map(|(code, text)| Some((code.clone(), rate(text)?))).collect();
        let is_ready = read.is_some() && !rates.is_empty();
        (Command::SetRates(read.unwrap_or_default()), is_ready)
    });
}

fn rate_ui(ui: &mut Ui, state: &State, commands: &mut Commands, rates: &[(String, String)], place: usize) {
    let (texts, Some((code, text))) = (&state.texts, rates.get(place)) else { return };
    ui.horizontal(|ui| {
        ui.allocate_ui_with_layout(egui::vec2(70.0, 24.0), Layout::left_to_right(Align::Center), |ui| {
            ui.set_min_width(70.0);
            ui.label(format!("1 {code} ="));
        });
        let mut typed = text.clone();
        let response = ui.add(TextEdit::singleline(&mut typed).desired_width(120.0).align(egui::Align2::RIGHT_CENTER));
        name_field(&response, &typed, &texts.with("rate-of", &[("currency", code.as_str().into())]));
        ui.label(RATE_CURRENCY);
        if response.changed() {
            let mut rates = rates.to_vec();
            if let Some((_, text)) = rates.get_mut(place) {
                *text = typed;
            }
            commands.push(Command::Fill(Form::Rates(rates)));
        }
    });
    if !text.trim().is_empty() && rate(text).is_none() {
        text_and_soft(ui, &texts.get("rate-bad"), tokens(ui).missing, "");
    }
}

/// A rate as it is typed, with a point or a comma.
pub fn rate(text: &str) -> Option<Decimal> {
    let rate: Decimal = text.trim().replace(',', ".").parse().ok()?;
    (rate.is_sign_positive() && !rate.is_zero()).then_some(rate)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_rate_is_written_with_a_point_or_a_comma() {
        for (text, expected) in [("1.0923", Some("1.0923")), (" 1,0923 ", Some("1.0923")), ("2", Some("2"))] {
            assert_eq!(rate(text), expected.map(|it| it.parse().unwrap()), "{text}");
        }
        for text in ["", "0", "-1", "1.000,5", "a"] {
            assert_eq!(rate(text), None, "{text}");
        }
    }
}
