//! Sources: the files that were read, and what was noticed in them.

mod corrections;

use egui::{Align, CollapsingHeader, Grid, Layout, RichText, Ui};
use lucide_icons::Icon;

use crate::ledger::{Finding, FindingCode, Severity, SheetTally, Source};
use crate::report::phrases::finding_other;
use crate::texts::Texts;

use super::super::command::{Command, Commands};
use super::super::notice::Imported;
use super::super::outcome::Outcome;
use super::super::state::{Page, State};
use super::super::theme::{self, size, tokens};
use super::super::widgets::{
    action_button, card, chip, command_button, decoration, icon_button, section_head, severity_look, soft,
};

/// The files and findings.
pub fn sources_ui(ui: &mut Ui, state: &State, commands: &mut Commands, outcome: &Outcome) {
    for source in &state.workspace.sources {
        card(ui, |ui| source_ui(ui, state, commands, source));
        ui.add_space(4.0);
    }
    ui.add_space(4.0);
    corrections::corrections_ui(ui, state, commands);
    section_head(ui, &state.texts.get("findings"));
    if outcome.findings.is_empty() {
        soft(ui, state.texts.get("no-findings"));
    }
    for (code, places) in &outcome.findings {
        card(ui, |ui| findings_ui(ui, state, commands, outcome, *code, places));
        ui.add_space(4.0);
    }
}

fn source_ui(ui: &mut Ui, state: &State, commands: &mut Commands, source: &Source) {
    let texts = &state.texts;
    ui.horizontal(|ui| {
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            let remove = Command::RemoveSource(source.origin.clone());
            let name = texts.with("remove-file", &[("file", (*source.file).into())]);
            icon_button(ui, Icon::Trash2, &name, commands, remove);
            let again = Command::ReadAgain(source.origin.clone());
            let name = texts.with("read-file-again", &[("file", (*source.file).into())]);
            icon_button(ui, Icon::RefreshCw, &name, commands, again);
            let is_left_out = |finding: &Finding| finding.severity() == Severity::Error && finding.row.is_some();
            if source.findings.iter().any(is_left_out) {
                command_button(ui, state, commands, Command::SaveLeftOut(source.origin.clone()));
            }
            command_button(ui, state, commands, Command::LookAt(source.origin.clone()));
            ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                decoration(ui, Icon::FileSpreadsheet, 16.0, tokens(ui).soft);
                let [_, records, _] = Imported::of([source]).counts(texts);
                let name = RichText::new(&*source.file).font(theme::semibold(size::BODY));
                ui.add(egui::Label::new(name).truncate());
                soft(ui, records);
            });
        });
    });
    for sheet in &source.sheets {
        ui.horizontal_wrapped(|ui| {
            ui.add_space(24.0);
            sheet_ui(ui, texts, sheet);
        });
    }
}

fn sheet_ui(ui: &mut Ui, texts: &Texts, sheet: &SheetTally) {
    let kind = sheet.kind.map_or("sheet-unrecognised", |kind| match kind {
        crate::ledger::SheetKind::Credentials => "sheet-credentials",
        crate::ledger::SheetKind::Sales => "sheet-sales",
    });
    if !sheet.sheet.is_empty() {
        ui.label(RichText::new(&*sheet.sheet).size(size::SECTION));
    }
    soft(ui, texts.get(kind));
    let number = |count: usize| texts.number(count.into());
    let text = texts.with(
        "sheet-tally",
        &[
            ("rows", number(sheet.rows).into()),
            ("taken", number(sheet.taken).into()),
            ("left_out", number(sheet.left_out).into()),
        ],
    );
    soft(ui, format!("· {text}"));
}

/// How many findings of one code are listed at most.
const LISTED: usize = 200;
/// How many are listed without being asked for.
const ALWAYS_LISTED: usize = 6;

fn findings_ui(
    ui: &mut Ui,
    state: &State,
    commands: &mut Commands,
    outcome: &Outcome,
    code: FindingCode,
    places: &[usize],
) {
    let texts = &state.texts;
    let (tone, picture) = severity_look(code.severity());
    ui.horizontal_wrapped(|ui| {
        decoration(ui, picture, 16.0, tone.colors(ui).0);
        ui.label(RichText::new(texts.get(&format!("finding-{}", code.as_str()))).font(theme::semibold(size::BODY)));
        chip(ui, &texts.get(&format!("severity-{}", code.severity().as_str())), tone);
        soft(ui, texts.number(places.len().into()));
    });
    soft(ui, texts.get(&format!("finding-{}.help", code.as_str())));
    let findings: Vec<&Finding> = places
        .iter()
        .filter_map(|at| outcome.readiness.findings.get(*at))
        .filter(|finding| finding.file.is_some())
        .collect();
    if findings.is_empty() {
        return;
    }
    if findings.len() <= ALWAYS_LISTED {
        list_ui(ui, state, commands, code, &findings);
        return;
    }
    let title = RichText::new(texts.with("finding-places", &[("count", findings.len().into())])).size(size::SECTION);
    CollapsingHeader::new(title).id_salt(code.as_str()).show(ui, |ui| list_ui(ui, state, commands, code, &findings));
}

fn list_ui(ui: &mut Ui, state: &State, commands: &mut Commands, code: FindingCode, findings: &[&Finding]) {
    let texts = &state.texts;
    Grid::new(code.as_str()).num_columns(4).spacing([20.0, 4.0]).show(ui, |ui| {
        for finding in findings.iter().take(LISTED) {
            finding_ui(ui, texts, finding);
            mend_ui(ui, state, commands, finding);
            ui.end_row();
        }
    });
    let more = findings.len().saturating_sub(LISTED);
    if more > 0 {
        soft(ui, texts.with("findings-more", &[("count", texts.number(more.into()).into())]));
    }
}

fn finding_ui(ui: &mut Ui, texts: &Texts, finding: &Finding) {
    let row = finding.row.map(|row| texts.with("row-number", &[("row", row.to_string().into())]));
    let parts = [finding.file.as_deref(), finding.sheet.as_deref(), row.as_deref()];
    let place: Vec<&str> = parts.into_iter().flatten().filter(|part| !part.is_empty()).collect();
    let small = |text: &str| RichText::new(text).size(size::SECTION);
    ui.label(small(&place.join(" · ")));
    ui.label(small(finding.column.as_deref().unwrap_or_default()));
    match (finding.code, finding.value.as_deref()) {
        (FindingCode::IdenticalRows, Some(row)) => {
            ui.label(small(&texts.with("same-as-row", &[("row", row.to_owned().into())])));
        }
        (_, Some(value)) if finding.other.is_some() => {
            ui.label(small(&format!("“{value}” · {}", finding_other(texts, finding))));
        }
        (_, Some(value)) => {
            ui.label(small(&format!("“{value}”")));
        }
        (_, None) => {
            ui.label(small(&finding_other(texts, finding)));
        }
    }
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
