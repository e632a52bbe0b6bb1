//! What the user should know right now: notices, the running import, the hint while files hover over the window.

use std::time::Duration;

use egui::{
    Align2, CornerRadius, Frame, Id, Label, LayerId, Layout, Margin, Order, RichText, ScrollArea, Stroke, StrokeKind,
    Ui,
};
use lucide_icons::Icon;

use super::command::{Command, Commands};
use super::state::{Importing, State};
use super::theme::{self, size, tokens};
use super::widgets::{Tone, command_button, decoration, icon_button};

/// The notices and the running import, above the page.
pub fn notices_ui(ui: &mut Ui, state: &State, commands: &mut Commands) {
    if let Some(importing) = &state.importing {
        import_ui(ui, state, commands, importing);
    }
    if state.notices.is_empty() {
        return;
    }
    let height = ui.available_height() * MOST_OF_THE_PAGE;
    ScrollArea::vertical().id_salt("notices").max_height(height).show(ui, |ui| list_ui(ui, state, commands));
}

/// The part of the page that notices may take before they scroll.
const MOST_OF_THE_PAGE: f32 = 0.4;

fn list_ui(ui: &mut Ui, state: &State, commands: &mut Commands) {
    for (place, notice) in state.notices.iter().enumerate() {
        let (tone, picture) =
            if notice.is_error() { (Tone::Missing, Icon::CircleAlert) } else { (Tone::Good, Icon::CircleCheck) };
        row(ui, tone, picture, &notice.text(&state.texts), |ui| {
            let command = Command::DismissNotice(place);
            icon_button(ui, Icon::X, &command.text(&state.texts), commands, command);
        });
    }
}

/// The hint while files hover over the window.
pub fn drop_hint_ui(ui: &Ui, state: &State) {
    if ui.input(|input| input.raw.hovered_files.is_empty()) {
        return;
    }
    let tokens = tokens(ui);
    let painter = ui.ctx().layer_painter(LayerId::new(Order::Foreground, Id::unique("drop hint")));
    let screen = ui.ctx().content_rect();
    painter.rect_filled(screen, CornerRadius::ZERO, tokens.bg.gamma_multiply(0.92));
    let border = Stroke::new(2.0, tokens.accent);
    painter.rect_stroke(screen.shrink(12.0), CornerRadius::same(size::CARD_RADIUS), border, StrokeKind::Inside);
    let text = state.texts.get("drop-hint");
    painter.text(screen.center(), Align2::CENTER_CENTER, text, theme::semibold(size::VERDICT), tokens.ink);
}

/// An import that is done in a moment is not worth a row that comes and goes.
const SHOWN_AFTER: Duration = Duration::from_millis(300);

fn import_ui(ui: &mut Ui, state: &State, commands: &mut Commands, importing: &Importing) {
    let left = SHOWN_AFTER.saturating_sub(importing.started.elapsed());
    if !left.is_zero() {
        ui.ctx().request_repaint_after(left);
        return;
    }
    row(ui, Tone::Plain, Icon::FileUp, &progress_text(state, importing), |ui| {
        command_button(ui, state, commands, Command::CancelImport);
    });
}

fn progress_text(state: &State, importing: &Importing) -> String {
    if importing.file.is_empty() {
        return state.texts.get("import-starting");
    }
    let rows = state.texts.number(importing.rows.into());
    state.texts.with("import-progress", &[("file", importing.file.as_str().into()), ("rows", rows.into())])
}

/// The room for what ends a row.
const END: f32 = 100.0;

fn row(ui: &mut Ui, tone: Tone, picture: Icon, text: &str, end: impl FnOnce(&mut Ui)) {
    let (color, behind) = match tone {
        Tone::Plain => (tokens(ui).soft, tokens(ui).panel),
        tone => tone.colors(ui),
    };
    let frame = Frame::new()
        .fill(behind)
        .stroke(Stroke::new(1.0, tokens(ui).line))
        .corner_radius(size::CONTROL_RADIUS)
        .inner_margin(Margin::symmetric(12, 4));
    frame.show(ui, |ui| {
        ui.horizontal(|ui| {
            ui.set_min_height(size::CONTROL);
            decoration(ui, picture, 16.0, color);
            let text = Label::new(RichText::new(text).size(size::SECTION).color(tokens(ui).ink)).wrap();
            ui.scope(|ui| {
                ui.set_width(ui.available_width() - END);
                ui.add(text);
            });
            ui.with_layout(Layout::right_to_left(egui::Align::Center), end);
        });
    });
    ui.add_space(4.0);
}
