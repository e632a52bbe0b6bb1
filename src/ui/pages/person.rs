//! A person's panel: all that the files say of them.

mod joined;

use egui::{Align, Layout, ScrollArea, Ui};
use lucide_icons::Icon;

use crate::evaluator::CredentialLeftOut;
use crate::ledger::{CredentialRow, PersonId, Place};
use crate::report::phrases::passed_on;

use super::super::command::{Command, Commands};
use super::super::outcome::Outcome;
use super::super::state::State;
use super::super::theme::tokens;
use super::super::widgets::{
    assumed_tick, card_frame, icon, icon_button, section_head, soft, strong, text_and_soft, tick,
};
use super::checklist::known_by;

/// A person's panel.
pub fn person_ui(ui: &mut Ui, state: &State, commands: &mut Commands, outcome: &Outcome, id: PersonId) {
    let Some(person) = outcome.ledger.people.get(id.0) else {
        return;
    };
    let texts = &state.texts;
    card_frame(ui).inner_margin(14).show(ui, |ui| {
        ui.set_min_size(ui.available_size());
        ui.with_layout(Layout::right_to_left(Align::Min), |ui| {
            let close = Command::SelectPerson(None);
            icon_button(ui, Icon::X, &close.text(texts), commands, close);
            ui.with_layout(Layout::top_down(Align::Min), |ui| {
                strong(ui, person.label());
                let known_by = known_by(person, texts);
                if !known_by.is_empty() {
                    soft(ui, known_by);
                }
            });
        });
        ui.add_space(4.0);
        joined::joined_ui(ui, state, commands, outcome, id, person);
        section_head(ui, &texts.get("credentials"));
        ScrollArea::vertical().auto_shrink(false).show(ui, |ui| {
            let counts = |at: &usize| outcome.readiness.credentials.get(*at).is_some_and(|it| it.why_not.is_none());
            let (counting, others): (Vec<usize>, Vec<usize>) = outcome.credentials_of(id).partition(counts);
            for at in counting.into_iter().chain(others) {
                credential_ui(ui, state, outcome, at);
            }
        });
    });
}

fn credential_ui(ui: &mut Ui, state: &State, outcome: &Outcome, at: usize) {
    let texts = &state.texts;
    let (Some(credential), Some(verdict)) = (outcome.ledger.credentials.get(at), outcome.readiness.credentials.get(at))
    else {
        return;
    };
    // What the rules never asked for, or have already, is nothing to worry about.
    let harmless = [Some(CredentialLeftOut::NotInRulebook), Some(CredentialLeftOut::Duplicate)];
    let color = if harmless.contains(&verdict.why_not) { tokens(ui).soft } else { tokens(ui).missing };
    ui.add_space(4.0);
    ui.horizontal_top(|ui| {
        match verdict.why_not {
            None if credential.assumed => assumed_tick(ui, &texts.get("assumed")),
            None => tick(ui, &texts.get("counts")),
            Some(_) => icon(ui, Icon::Minus, 16.0, color, &texts.get("does-not-count")),
        };
        ui.vertical(|ui| {
            ui.spacing_mut().item_spacing.y = 2.0;
            text_and_soft(ui, &credential.exam, tokens(ui).ink, "");
            if credential.assumed {
                text_and_soft(ui, &texts.get("assumed"), tokens(ui).assumed, "");
                return;
            }
            match credential.failed {
                true if CredentialRow::is_undated(credential.passed) => {}
                true => {
                    soft(ui, texts.with("tried-on", &[("day", texts.date(credential.passed).into())]));
                }
                false => {
                    soft(ui, passed_on(credential.passed, texts));
                }
            }
            if let Some(last) = credential.expires {
                soft(ui, texts.with("expires-on", &[("day", texts.date(last).into())]));
            }
            match verdict.why_not {
                None => text_and_soft(ui, &texts.get("counts"), tokens(ui).good, ""),
                Some(reason) => {
                    let reason = texts.get(&format!("credential-{}", reason.as_str()));
                    text_and_soft(ui, &reason, color, "")
                }
            };
            soft(ui, place_text(&credential.place));
        });
    });
}

/// "skills.xlsx · Export · 12".
pub fn place_text(place: &Place) -> String {
    let row = place.row.to_string();
    let parts = [&*place.file, &place.sheet, row.as_str()];
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ")
}
