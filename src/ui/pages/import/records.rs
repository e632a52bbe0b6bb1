//! The rows of the preview as they will be read: a record each, several, or none and why.

use egui::{Align, Label, Layout as Direction, RichText, ScrollArea, Ui, Vec2};
use egui_extras::{Column as Width, TableBuilder, TableRow};

use crate::import::Layout;
use crate::ledger::{CredentialRow, Finding, Sale, SheetKind, Source, Tie};
use crate::texts::Texts;

use super::super::super::state::State;
use super::super::super::table::{GAP, row_line};
use super::super::super::theme::{self, size, tokens};
use super::super::super::understood::{PreviewRow, Understood};
use super::super::super::widgets::soft;
use super::preview::{NUMBER, ROW, number_ui};

/// How many records are shown at most: a row may hold one for each of many exams.
const SHOWN: usize = 24;

/// What becomes of a row.
enum Line<'a> {
    Credential(&'a CredentialRow),
    Sale(&'a Sale),
    LeftOut(Option<&'a Finding>),
}

/// A column of the table: the message with its name, and its width in points, or its share of what they leave.
type Head = (&'static str, f32);

const CREDENTIALS: [Head; 5] =
    [("read-person", 0.5), ("read-exam", 0.5), ("read-passed", 104.0), ("read-result", 96.0), ("read-expires", 104.0)];
const SALES: [Head; 6] = [
    ("column-date", 96.0),
    ("column-customer", 0.36),
    ("column-product", 0.36),
    (AMOUNT, 132.0),
    ("read-association", 0.28),
    ("read-renewal", 92.0),
];

/// The heading of what stands at the end of its cell.
const AMOUNT: &str = "column-amount";

fn in_cell(align: Align) -> Direction {
    if align == Align::Max { Direction::right_to_left(Align::Center) } else { Direction::left_to_right(Align::Center) }
}

/// The records.
pub fn records_ui(
    ui: &mut Ui,
    state: &State,
    read: &Understood,
    layout: &Layout,
    source: &Source,
    rows: &[PreviewRow],
) {
    let Some(sheet) = read.contents.sheets.get(layout.sheet) else { return };
    let mut lines: Vec<(u32, Line<'_>)> = Vec::new();
    for row in rows {
        let number = sheet.row(row.place).map_or(0, |row| row.number);
        if row.records.is_empty() {
            lines.push((number, Line::LeftOut(row.why_not.and_then(|at| source.findings.get(at)))));
        }
        for at in &row.records {
            let line = match layout.kind {
                SheetKind::Credentials => source.credentials.get(*at).map(Line::Credential),
                SheetKind::Sales => source.sales.get(*at).map(Line::Sale),
            };
            lines.extend(line.map(|line| (number, line)));
        }
    }
    let more = lines.len().saturating_sub(SHOWN);
    lines.truncate(SHOWN);
    match layout.kind {
        SheetKind::Credentials => table_ui(ui, &state.texts, &CREDENTIALS, &lines),
        SheetKind::Sales => table_ui(ui, &state.texts, &SALES, &lines),
    }
    if more > 0 {
        soft(ui, state.texts.with("findings-more", &[("count", more.to_string().into())]));
    }
}

fn table_ui(ui: &mut Ui, texts: &Texts, heads: &[Head], lines: &[(u32, Line<'_>)]) {
    ScrollArea::horizontal().id_salt("as it is read").auto_shrink([false, true]).show(ui, |ui| {
        let end = ui.clip_rect().right();
        ui.spacing_mut().item_spacing = Vec2::new(GAP, 0.0);
        let fixed: f32 = heads.iter().map(|(_, width)| if *width > 1.0 { GAP + width } else { GAP }).sum();
        let rest = (ui.available_width() - NUMBER - fixed).max(300.0);
        let mut table = TableBuilder::new(ui)
            .id_salt("rows as they are read")
            .vscroll(false)
            .cell_layout(Direction::left_to_right(Align::Center))
            .column(Width::exact(NUMBER));
        for (_, width) in heads {
            table = table.column(Width::exact(if *width > 1.0 { *width } else { rest * width }));
        }
        table
            .header(ROW + 4.0, |mut header| {
                for id in std::iter::once("read-row").chain(heads.iter().map(|(id, _)| *id)) {
                    let align = if id == AMOUNT { Align::Max } else { Align::Min };
                    header.col(|ui| {
                        row_line(ui);
                        let text = RichText::new(texts.get(id)).font(theme::semibold(size::SMALL));
                        let label = Label::new(text.color(tokens(ui).soft)).truncate();
                        ui.with_layout(in_cell(align), |ui| ui.add(label));
                    });
                }
            })
            .body(|body| {
                body.rows(ROW, lines.len(), |mut row| {
                    if let Some((number, line)) = lines.get(row.index()) {
                        row.col(|ui| number_ui(ui, *number));
                        line_ui(&mut row, texts, heads.len(), line, end);
                    }
                });
            });
    });
}

fn line_ui(row: &mut TableRow<'_, '_>, texts: &Texts, columns: usize, line: &Line<'_>, end: f32) {
    let mut aligned = |text: &str, align: Align| {
        row.col(|ui| {
            row_line(ui);
            let label = Label::new(RichText::new(text).size(size::SECTION)).truncate();
            ui.with_layout(in_cell(align), |ui| ui.add(label));
        });
    };
    match line {
        Line::Credential(credential) => {
            let mut start = |text: &str| aligned(text, Align::Min);
            start(&person(credential));
            start(&credential.exam);
            let is_undated = CredentialRow::is_undated(credential.passed);
            start(&if is_undated { texts.get("read-undated") } else { texts.date(credential.passed) });
            start(&texts.get(if credential.failed { "mark-failed" } else { "read-is-passed" }));
            start(&credential.expires.map(|day| texts.date(day)).unwrap_or_default());
        }
        Line::Sale(sale) => {
            aligned(&texts.sale_date(sale.date), Align::Min);
            aligned(&sale.customer, Align::Min);
            let product = if sale.product.is_empty() { &sale.sku } else { &sale.product };
            aligned(product, Align::Min);
            aligned(&format!("{}\u{a0}{}", texts.amount(sale.amount, &sale.currency), sale.currency), Align::Max);
            aligned(
                match &sale.association {
                    Tie::NotTold => "",
                    Tie::Told(words) => words,
                },
                Align::Min,
            );
            aligned(&texts.get(if sale.renewal { "read-is-renewal" } else { "read-is-new" }), Align::Min);
        }
        Line::LeftOut(finding) => {
            row.col(|ui| {
                row_line(ui);
                let text = RichText::new(why_not(texts, *finding)).size(size::SECTION).color(tokens(ui).missing);
                // Over the empty cells beside it.
                ui.set_clip_rect(ui.clip_rect().with_max_x(end));
                ui.add(Label::new(text).extend());
            });
            for _ in 1..columns {
                row.col(|ui| row_line(ui));
            }
        }
    }
}

/// "Ana Núñez · 7470319".
fn person(credential: &CredentialRow) -> String {
    let keys = &credential.person;
    let parts = [&keys.name, &keys.mcp_id, &keys.office_email, &keys.personal_email];
    parts.into_iter().filter(|part| !part.is_empty()).take(2).map(String::as_str).collect::<Vec<_>>().join(" · ")
}

fn why_not(texts: &Texts, finding: Option<&Finding>) -> String {
    let Some(finding) = finding else { return texts.get("left-out-unsaid") };
    let why = texts.get(&format!("finding-{}", finding.code.as_str()));
    match finding.value.as_deref() {
        Some(value) => texts.with("left-out-value", &[("why", why.into()), ("value", value.into())]),
        None => texts.with("left-out", &[("why", why.into())]),
    }
}
