//! The dialog that assumes a sale.

use chrono::NaiveDate;
use egui::{TextEdit, Ui};
use rust_decimal::Decimal;

use crate::ledger::AssumedSale;
use crate::texts::Language;

use super::super::super::command::{Command, Commands};
use super::super::super::state::{Form, State};
use super::super::super::theme::tokens;
use super::super::super::widgets::{name_field, soft, text_and_soft};
use super::super::form::form_ui;

/// The dialog, while it is open.
pub fn sale_ui(ui: &Ui, state: &State, commands: &mut Commands) {
    let Some(Form::Sale(form)) = &state.form else { return };
    let texts = &state.texts;
    form_ui(ui, state, commands, &texts.get("assume-sale"), |ui, commands| {
        soft(ui, texts.get("assume-sale-what"));
        let day: Option<NaiveDate> = form.date.trim().parse().ok();
        let amount = amount(&form.amount, texts.language());
        let currency = form.currency.trim().to_ascii_uppercase();
        let is_code = currency.len() == 3 && currency.bytes().all(|byte| byte.is_ascii_uppercase());
        let mut edited = form.clone();
        let mut changed = field(ui, &texts.get("assume-sale-day"), &mut edited.date);
        bad(ui, day.is_none(), &texts.get("assume-sale-day-bad"));
        let amount_name = texts.get("column-amount");
        changed |= field(ui, &amount_name, &mut edited.amount);
        bad(ui, amount.is_none() && !form.amount.trim().is_empty(), &texts.get("assume-sale-amount-bad"));
        changed |= field(ui, &texts.get("assume-sale-currency"), &mut edited.currency);
        bad(ui, !is_code, &texts.get("assume-sale-currency-bad"));
        if let Some(amount) = amount {
            ui.add_space(4.0);
            text_and_soft(ui, &texts.money(amount, &currency), tokens(ui).assumed, "");
        }
        if changed {
            commands.push(Command::Fill(Form::Sale(edited)));
        }
        let date = day.unwrap_or(state.workspace.settings.as_of);
        let sale = AssumedSale { date, amount: amount.unwrap_or_default(), currency: currency.into() };
        (Command::AssumeSale(sale), day.is_some() && amount.is_some() && is_code)
    });
}

fn field(ui: &mut Ui, name: &str, text: &mut String) -> bool {
    soft(ui, name);
    let response = ui.add(TextEdit::singleline(text).desired_width(200.0));
    name_field(&response, text, name);
    response.changed()
}

fn bad(ui: &mut Ui, is_bad: bool, why: &str) {
    if is_bad {
        text_and_soft(ui, why, tokens(ui).missing, "");
    }
}

/// An amount as it is typed in a language.
fn amount(text: &str, language: Language) -> Option<Decimal> {
    let (group, point) = match language {
        Language::English => (',', '.'),
        Language::Spanish => ('.', ','),
    };
    let plain: String = text.chars().filter(|it| *it != group && !it.is_whitespace()).collect();
    let amount: Decimal = plain.replace(point, ".").parse().ok()?;
    (!amount.is_zero() && amount.scale() <= 4 && amount.abs() < Decimal::from(1_000_000_000_000_u64)).then_some(amount)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_amount_is_read_as_the_language_writes_it() {
        let read = |text: &str, language| amount(text, language).map(|it| it.to_string());
        assert_eq!(read("15,000.50", Language::English).as_deref(), Some("15000.50"));
        assert_eq!(read("15.000,50", Language::Spanish).as_deref(), Some("15000.50"));
        assert_eq!(read("-300", Language::English).as_deref(), Some("-300"));
        assert_eq!((read("", Language::English), read("0", Language::English)), (None, None));
        assert_eq!(read("much", Language::Spanish), None);
    }
}
