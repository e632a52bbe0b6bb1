//! All that the files say a person has passed or tried: where it stands, and why it does or doesn't count.

use chrono::Days;
use egui::Ui;
use lucide_icons::Icon;

use crate::evaluator::CredentialLeftOut;
use crate::ledger::{CredentialRow, Person, PersonId};
use crate::report::phrases::passed_on;

use super::super::super::command::{Command, Commands};
use super::super::super::outcome::Outcome;
use super::super::super::state::State;
use super::super::super::theme::tokens;
use super::super::super::widgets::{BoxLook, box_button, icon, section_head, soft, text_and_soft, tick};
use super::place_text;

/// How many are shown: nobody has passed more exams, but a list may name one person in all its rows.
const MOST: usize = 200;

/// The credentials, those that count first.
pub fn credentials_ui(
    ui: &mut Ui,
    state: &State,
    commands: &mut Commands,
    outcome: &Outcome,
    id: PersonId,
    person: &Person,
) {
    ui.add_space(6.0);
    section_head(ui, &state.texts.get("credentials"));
    let places = outcome.credentials_of(id);
    let shown = places.start..places.end.min(places.start + MOST);
    let counts = |at: &usize| outcome.readiness.credentials.get(*at).is_some_and(|it| it.why_not.is_none());
    let (counting, others): (Vec<usize>, Vec<usize>) = shown.partition(counts);
    for at in counting.into_iter().chain(others) {
        credential_ui(ui, state, commands, outcome, person, at);
    }
    let more = places.len().saturating_sub(MOST);
    if more > 0 {
        soft(ui, state.texts.with("findings-more", &[("count", state.texts.number(more.into()).into())]));
    }
}

/// An end this near is worth a colour.
const SOON: Days = Days::new(90);

fn credential_ui(ui: &mut Ui, state: &State, commands: &mut Commands, outcome: &Outcome, person: &Person, at: usize) {
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
        if credential.assumed {
            let exams = vec![credential.exam.to_string()];
            let undo = Command::AssumePassed { person: person.id.clone(), exams, assume: false };
            let name = undo.text(texts);
            if box_button(ui, BoxLook::Assumed, &name).on_hover_text(name).clicked() {
                commands.push(undo);
            }
        } else if verdict.why_not.is_none() {
            tick(ui, &texts.get("counts"));
        } else {
            icon(ui, Icon::Minus, 16.0, color, &texts.get("does-not-count"));
        }
        ui.vertical(|ui| {
            ui.spacing_mut().item_spacing.y = 2.0;
            let title = verdict.exam.map(|exam| texts.pick(&outcome.rulebook.exam(exam).title));
            let title = title.filter(|title| !credential.exam.contains(title)).unwrap_or_default();
            text_and_soft(ui, &credential.exam, tokens(ui).ink, title);
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
                let text = texts.with("expires-on", &[("day", texts.date(last).into())]);
                let day = outcome.readiness.settings.as_of;
                if verdict.why_not.is_none() && day.checked_add_days(SOON).is_some_and(|soon| last <= soon) {
                    text_and_soft(ui, &text, tokens(ui).risk, "");
                } else {
                    soft(ui, text);
                }
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
