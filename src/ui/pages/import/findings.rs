//! What was noticed in the file, by what mends it.

use egui::{RichText, Ui};

use crate::ledger::{Finding, FindingCode, Source};
use crate::report::phrases::finding_other;
use crate::texts::Texts;

use super::super::super::state::State;
use super::super::super::theme::{self, size};
use super::super::super::understood::{Mend, Understood};
use super::super::super::widgets::{card, decoration, section_head, severity_look, soft};

/// The findings.
pub fn findings_ui(ui: &mut Ui, state: &State, read: &Understood) {
    let Ok(source) = &read.source else { return };
    for (mend, codes) in &read.findings {
        card(ui, |ui| {
            section_head(ui, &mend_text(&state.texts, *mend));
            for (code, places) in codes {
                code_ui(ui, &state.texts, source, *code, places);
            }
        });
        ui.add_space(4.0);
    }
}

fn mend_text(texts: &Texts, mend: Mend) -> String {
    texts.get(&format!("mend-{}", mend.as_str()))
}

/// How many places are named.
const NAMED: usize = 5;

fn code_ui(ui: &mut Ui, texts: &Texts, source: &Source, code: FindingCode, places: &[usize]) {
    let (tone, picture) = severity_look(code.severity());
    ui.horizontal_wrapped(|ui| {
        decoration(ui, picture, 16.0, tone.colors(ui).0);
        ui.label(RichText::new(texts.get(&format!("finding-{}", code.as_str()))).font(theme::semibold(size::BODY)));
        soft(ui, texts.number(places.len().into()));
    });
    soft(ui, texts.get(&format!("finding-{}.help", code.as_str())));
    let findings = places.iter().filter_map(|at| source.findings.get(*at));
    let named: Vec<String> = findings.take(NAMED).map(|finding| place_text(texts, finding)).collect();
    let mut line = named.into_iter().filter(|text| !text.is_empty()).collect::<Vec<_>>().join(" · ");
    if places.len() > NAMED {
        let more = texts.number((places.len() - NAMED).into());
        line = format!("{line} · {}", texts.with("findings-more", &[("count", more.into())]));
    }
    if !line.is_empty() {
        ui.add(egui::Label::new(RichText::new(line).size(size::SECTION)).wrap());
    }
    ui.add_space(4.0);
}

/// "row 12 “31/31/2016”".
fn place_text(texts: &Texts, finding: &Finding) -> String {
    let row = finding.row.map(|row| texts.with("row-number", &[("row", row.to_string().into())]));
    let place = row.or_else(|| finding.sheet.as_deref().map(str::to_owned)).unwrap_or_default();
    match finding.value.as_deref() {
        Some(value) => format!("{place} “{value}” {}", finding_other(texts, finding)).trim().to_owned(),
        None => place,
    }
}
