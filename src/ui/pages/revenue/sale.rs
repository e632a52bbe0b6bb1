//! A sale's panel: all that is known of it, and why it does or doesn't count.

use egui::{Align, Layout, ScrollArea, Ui};
use lucide_icons::Icon;

use crate::evaluator::SaleLeftOut;
use crate::ledger::{Sale, Tie};

use super::super::super::command::{Command, Commands};
use super::super::super::outcome::Outcome;
use super::super::super::rows::{currency_of, place_of, sale_text, why_not_detail};
use super::super::super::state::{SalesColumn, State, Whose};
use super::super::super::theme::tokens;
use super::super::super::widgets::{
    card_frame, command_button, icon_button, section_head, soft, strong, text_and_soft,
};
use super::super::person::is_escaped;

/// The panel. Escape closes it.
pub fn sale_ui(ui: &mut Ui, state: &State, commands: &mut Commands, outcome: &Outcome, at: usize) {
    let Some(sale) = outcome.ledger.sales.get(at) else { return };
    let texts = &state.texts;
    if is_escaped(ui, state) {
        commands.push(Command::SelectSale(None));
    }
    card_frame(ui).inner_margin(14).show(ui, |ui| {
        ui.set_min_size(ui.available_size());
        ui.with_layout(Layout::right_to_left(Align::Min), |ui| {
            let close = Command::SelectSale(None);
            icon_button(ui, Icon::X, &close.text(texts), commands, close);
            ui.with_layout(Layout::top_down(Align::Min), |ui| {
                strong(ui, sale_text(outcome, texts, at, SalesColumn::Customer));
                soft(ui, sale_text(outcome, texts, at, SalesColumn::Date));
            });
        });
        ScrollArea::vertical().auto_shrink(false).show(ui, |ui| {
            why_ui(ui, state, commands, outcome, sale, at);
            for (id, value) in known(state, outcome, sale) {
                if !value.is_empty() {
                    ui.add_space(2.0);
                    soft(ui, texts.get(id));
                    ui.add(egui::Label::new(value).wrap());
                }
            }
        });
    });
}

/// Whether it counts, why not, and what can be said of it.
fn why_ui(ui: &mut Ui, state: &State, commands: &mut Commands, outcome: &Outcome, sale: &Sale, at: usize) {
    let (texts, tokens) = (&state.texts, tokens(ui));
    let why_not = outcome.readiness.sales.get(at).copied().flatten();
    let Some(reason) = why_not else {
        let (text, color) =
            if sale.assumed { (texts.get("assumed"), tokens.assumed) } else { (texts.get("counts"), tokens.good) };
        text_and_soft(ui, &text, color, "");
        if sale.assumed {
            // What is assumed stands before what was read.
            command_button(ui, state, commands, Command::ForgetSale(at));
        }
        let customer = Whose::Customer(sale.customer.clone());
        if sale.association == Tie::NotTold && state.workspace.settings.associated_customers.contains(&*sale.customer) {
            command_button(ui, state, commands, Command::Associate { whose: customer, associated: false });
        }
        return;
    };
    section_head(ui, &texts.get("does-not-count"));
    let words = texts.get(&format!("sale-{}", reason.as_str()));
    let detail = why_not_detail(outcome, texts, sale, reason).unwrap_or_default();
    text_and_soft(ui, &words, tokens.missing, &detail);
    match reason {
        SaleLeftOut::AssociationUnknown => {
            for whose in [Whose::Customer(sale.customer.clone()), Whose::File(sale.place.file.clone())] {
                command_button(ui, state, commands, Command::Associate { whose, associated: true });
            }
        }
        SaleLeftOut::NoRate => {
            command_button(ui, state, commands, Command::AskRates);
        }
        _ => {}
    }
    if sale.assumed {
        command_button(ui, state, commands, Command::ForgetSale(at));
    }
}

/// What is known: a message, and what it says.
fn known(state: &State, outcome: &Outcome, sale: &Sale) -> Vec<(&'static str, String)> {
    let texts = &state.texts;
    let money = |amount, currency: &str| format!("{}\u{a0}{currency}", texts.amount(amount, currency));
    let currency = currency_of(outcome);
    let converted = outcome.readiness.settings.convert(sale, &currency).filter(|_| *sale.currency != *currency);
    let association = match &sale.association {
        Tie::Told(text) if text.is_empty() => texts.get("association-empty"),
        Tie::Told(text) => text.to_string(),
        Tie::NotTold if sale.assumed => String::new(),
        Tie::NotTold => texts.get("association-not-told"),
    };
    let yes = |is: bool| if is { texts.get("sale-yes") } else { String::new() };
    let row = if sale.place.file.is_empty() { String::new() } else { sale.place.row.to_string() };
    vec![
        ("column-amount", money(sale.amount, &sale.currency)),
        ("sale-converted", converted.map(|amount| money(amount, &currency)).unwrap_or_default()),
        ("column-product", sale.product.to_string()),
        ("sale-sku", sale.sku.to_string()),
        ("sale-association", association),
        ("sale-is-renewal", yes(sale.renewal)),
        ("sale-is-repeated", yes(sale.repeated)),
        ("sale-file", if place_of(&sale.place).is_empty() { String::new() } else { sale.place.file.to_string() }),
        ("sale-sheet", sale.place.sheet.to_string()),
        ("sale-row", row),
    ]
}
