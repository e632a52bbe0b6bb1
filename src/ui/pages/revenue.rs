//! Revenue: every sale, whether it counts and why not, and where it was read.

use egui::{Align, Label, Layout, Panel, RichText, ScrollArea, Ui};
use egui_extras::{Column, TableBuilder, TableRow};

use crate::evaluator::SaleLeftOut;
use crate::ledger::Sale;
use crate::texts::Texts;

use super::super::command::{Command, Commands};
use super::super::outcome::Outcome;
use super::super::state::{SalesColumn, SalesFilter, State, Totals};
use super::super::theme::{self, size, tokens};
use super::super::widgets::{MenuLabel, card_frame, command_button, menu, menu_button, search_field, soft, tick};
use super::person::place_text;
use super::table::{GAP, Heading, row_line};

/// The sales.
pub fn revenue_ui(ui: &mut Ui, state: &State, commands: &mut Commands, outcome: &Outcome) {
    Panel::bottom("sales footer").frame(egui::Frame::new()).show_separator_line(false).show(ui, |ui| {
        ui.add_space(size::GAP - 4.0);
        card_frame(ui).inner_margin(egui::Margin::symmetric(16, 10)).show(ui, |ui| {
            ui.set_min_width(ui.available_width());
            footer_ui(ui, state, commands, outcome);
        });
    });
    ui.horizontal(|ui| {
        let mut search = state.sales.search.clone();
        let count = state.texts.number(outcome.ledger.sales.len().into());
        let hint = state.texts.with("search-sales", &[("count", count.into())]);
        if search_field(ui, state, &mut search, &hint, 260.0).changed() {
            commands.push(Command::SearchSales(search));
        }
        filter_ui(ui, state, commands, outcome);
    });
    ui.add_space(4.0);
    card_frame(ui).inner_margin(egui::Margin::symmetric(8, 4)).show(ui, |ui| {
        ui.set_min_size(ui.available_size());
        if outcome.ledger.sales.is_empty() {
            soft(ui, state.texts.get("no-sales"));
        } else if state.sales.rows.is_empty() {
            soft(ui, state.texts.get("no-sales-found"));
        } else {
            ScrollArea::horizontal().id_salt("sales across").show(ui, |ui| table_ui(ui, state, commands, outcome));
        }
    });
}

fn filter_ui(ui: &mut Ui, state: &State, commands: &mut Commands, outcome: &Outcome) {
    let text = |filter: SalesFilter| match filter {
        SalesFilter::All => state.texts.get("filter-all"),
        SalesFilter::Counting => state.texts.get("filter-counting"),
        SalesFilter::LeftOut => state.texts.get("filter-left-out"),
        SalesFilter::Because(reason) => state.texts.get(&format!("sale-{}", reason.as_str())),
    };
    let response = menu_button(
        ui,
        &MenuLabel {
            caption: state.texts.get("filter-show"),
            shows_caption: true,
            value: text(state.sales.filter),
            ..MenuLabel::default()
        },
        300.0,
    );
    let reasons = outcome.sales_left_out.keys().map(|reason| SalesFilter::Because(*reason));
    menu(&response).width(220.0).show(|ui| {
        for filter in [SalesFilter::All, SalesFilter::Counting, SalesFilter::LeftOut].into_iter().chain(reasons) {
            if ui.selectable_label(filter == state.sales.filter, text(filter)).clicked() {
                commands.push(Command::FilterSales(filter));
            }
        }
    });
}

const COLUMNS: [(SalesColumn, &str); 6] = [
    (SalesColumn::Date, "column-date"),
    (SalesColumn::Customer, "column-customer"),
    (SalesColumn::Product, "column-product"),
    (SalesColumn::Amount, "column-amount"),
    (SalesColumn::Counts, "column-counts"),
    (SalesColumn::From, "column-from"),
];

/// The widths of the columns that hold no words.
const DATE: f32 = 92.0;
const AMOUNT: f32 = 130.0;
/// The part of an amount's column that its currency takes.
const CURRENCY: f32 = 46.0;

fn table_ui(ui: &mut Ui, state: &State, commands: &mut Commands, outcome: &Outcome) {
    ui.spacing_mut().item_spacing = egui::vec2(GAP, 0.0);
    // What the dates and amounts leave is shared by the words.
    let words = (ui.available_width() - DATE - AMOUNT - 5.0 * GAP).max(380.0);
    let share = |share: f32| Column::exact(words * share).clip(true);
    TableBuilder::new(ui)
        .id_salt("sales")
        .cell_layout(Layout::left_to_right(Align::Center))
        .column(Column::exact(DATE))
        .column(share(0.23))
        .column(share(0.25))
        .column(Column::exact(AMOUNT))
        .column(share(0.23))
        .column(share(0.29))
        .header(size::ROW, |mut header| {
            for (column, id) in COLUMNS {
                heading_ui(&mut header, state, commands, column, &state.texts.get(id));
            }
        })
        .body(|body| {
            body.rows(size::ROW, state.sales.rows.len(), |mut row| {
                let Some(at) = state.sales.rows.get(row.index()).copied() else {
                    return;
                };
                if let (Some(sale), Some(why_not)) = (outcome.ledger.sales.get(at), outcome.readiness.sales.get(at)) {
                    row_ui(&mut row, &state.texts, sale, *why_not);
                }
            });
        });
}

fn heading_ui(row: &mut TableRow<'_, '_>, state: &State, commands: &mut Commands, column: SalesColumn, text: &str) {
    let sort = state.sales.sort;
    let sorted = (sort.column == column).then_some(sort.descending);
    let (align, inset) = if column == SalesColumn::Amount { (Align::Max, CURRENCY) } else { (Align::Min, 0.0) };
    row.col(|ui| {
        if (Heading { text, above: None, hint: None, sorted, align, inset }).show(ui) {
            commands.push(Command::SortSales(column));
        }
    });
}

fn row_ui(row: &mut TableRow<'_, '_>, texts: &Texts, sale: &Sale, why_not: Option<SaleLeftOut>) {
    let text = |ui: &mut Ui, text: &str| {
        row_line(ui);
        ui.add(Label::new(RichText::new(text).size(size::SECTION)).truncate());
    };
    row.col(|ui| text(ui, &texts.sale_date(sale.date)));
    row.col(|ui| text(ui, &sale.customer));
    row.col(|ui| text(ui, &sale.product));
    row.col(|ui| {
        row_line(ui);
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            ui.add_space(16.0);
            soft(ui, &*sale.currency);
            ui.label(RichText::new(texts.amount(sale.amount, &sale.currency)).size(size::SECTION));
        });
    });
    row.col(|ui| {
        row_line(ui);
        match why_not {
            None => {
                tick(ui, &texts.get("counts"));
                if sale.amount.is_sign_negative() {
                    soft(ui, texts.get("refund"));
                }
            }
            Some(reason) => {
                let reason = texts.get(&format!("sale-{}", reason.as_str()));
                let text = RichText::new(reason).size(size::SECTION).color(tokens(ui).missing);
                ui.add(Label::new(text).truncate());
            }
        }
    });
    row.col(|ui| {
        row_line(ui);
        let place = RichText::new(place_text(&sale.place)).size(size::SMALL).color(tokens(ui).soft);
        ui.add(Label::new(place).truncate());
    });
}

fn footer_ui(ui: &mut Ui, state: &State, commands: &mut Commands, outcome: &Outcome) {
    let texts = &state.texts;
    let unknown = outcome.sales_left_out.get(&SaleLeftOut::AssociationUnknown).copied().unwrap_or_default();
    let assumed = state.workspace.settings.assume_associated;
    ui.horizontal_wrapped(|ui| {
        totals_ui(ui, texts, &state.sales.counting, "total-count");
        ui.add_space(16.0);
        totals_ui(ui, texts, &state.sales.left_out, "total-left-out");
        if unknown == 0 && !assumed {
            return;
        }
        ui.add_space(16.0);
        let (sentence, color) = if assumed {
            (texts.get("associated-assumed"), tokens(ui).risk)
        } else {
            (texts.with("association-unknown", &[("count", unknown.into())]), tokens(ui).missing)
        };
        ui.label(RichText::new(sentence).size(size::SECTION).color(color));
        command_button(ui, state, commands, Command::AssumeAssociated(!assumed));
    });
}

fn totals_ui(ui: &mut Ui, texts: &Texts, totals: &Totals, id: &str) {
    ui.spacing_mut().item_spacing.x = 6.0;
    ui.label(RichText::new(texts.number(totals.sales.into())).font(theme::semibold(size::BODY)));
    soft(ui, texts.with(id, &[("count", totals.sales.into())]));
    let sums: Vec<String> =
        totals.sums.iter().map(|(currency, sum)| format!("{}\u{a0}{currency}", texts.amount(*sum, currency))).collect();
    if !sums.is_empty() {
        ui.label(RichText::new(sums.join(" · ")).font(theme::semibold(size::BODY)));
    }
}
