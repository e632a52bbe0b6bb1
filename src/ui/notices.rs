//! What the user should know right now: notices, the running import, the hint while files hover over the window.

use std::path::Path;

use egui::{
    Align2, CornerRadius, Frame, Id, Label, LayerId, Layout, Margin, Order, RichText, ScrollArea, Stroke, StrokeKind,
    Ui,
};
use lucide_icons::Icon;

use super::ask::takes_long;
use super::command::{Command, Commands};
use super::file::{Busy, Offer, name_of};
use super::notice::Notice;
use super::state::{Exporting, Importing, State};
use super::theme::{self, size, tokens};
use super::undo::Step;
use super::widgets::{Tone, action_button, command_button, decoration, icon_button};

/// The notices and the running import, above the page.
pub fn notices_ui(ui: &mut Ui, state: &State, commands: &mut Commands) {
    if let Some(importing) = &state.importing {
        import_ui(ui, state, commands, importing);
    }
    if let (Some(Busy::Saving(since)), None) = (&state.file.busy, &state.file.then)
        && takes_long(ui, *since)
    {
        let nothing = |_: &mut Ui, _: &mut Commands| ();
        row(
            ui,
            Tone::Plain,
            Icon::Save,
            &state.texts.get("file-saving"),
            commands,
            nothing,
            None::<fn(&mut Ui, &mut Commands)>,
        );
    }
    if let Some(Exporting::Writing(since)) = state.exporting
        && takes_long(ui, since)
    {
        let nothing = |_: &mut Ui, _: &mut Commands| ();
        let text = state.texts.get("exporting");
        row(ui, Tone::Plain, Icon::Save, &text, commands, nothing, None::<fn(&mut Ui, &mut Commands)>);
    }
    if state.file.read_only {
        read_only_ui(ui, state, commands);
    }
    if state.notices.is_empty() && state.file.offers.is_empty() {
        return;
    }
    let height = ui.available_height() * MOST_OF_THE_PAGE;
    ScrollArea::vertical().id_salt("notices").max_height(height).show(ui, |ui| list_ui(ui, state, commands));
}

/// The part of the page that notices may take before they scroll.
const MOST_OF_THE_PAGE: f32 = 0.4;

fn list_ui(ui: &mut Ui, state: &State, commands: &mut Commands) {
    for offer in &state.file.offers {
        offer_ui(ui, state, commands, offer);
    }
    for (place, notice) in state.notices.iter().enumerate() {
        let (tone, picture) = match notice {
            Notice::OfEarlierDay { .. } => (Tone::Plain, Icon::CalendarClock),
            _ if notice.is_error() => (Tone::Missing, Icon::CircleAlert),
            _ => (Tone::Good, Icon::CircleCheck),
        };
        let is_last = |step: &Step| notice.step() == Some(step.id);
        let last = state.undo.next().filter(|step| is_last(step));
        let instead = notice.instead().filter(|_| last.is_some());
        let end = |ui: &mut Ui, commands: &mut Commands| {
            let command = Command::DismissNotice(place);
            icon_button(ui, Icon::X, &command.text(&state.texts), commands, command);
            if let Notice::OfEarlierDay { today, .. } = notice {
                let text = state.texts.with("use-today", &[("day", state.texts.date(*today).into())]);
                if action_button(ui, &text).clicked() {
                    commands.push(Command::SetAsOf(*today));
                }
            }
            if let Some(path) = notice.saved() {
                saved_ui(ui, state, commands, path);
            }
            if let Some(step) = last {
                let text = state.texts.get(&format!("undo-{}", step.what.as_str()));
                if action_button(ui, &text).clicked() {
                    commands.push(Command::Undo);
                }
            }
            if notice.changes().is_some() {
                command_button(ui, state, commands, Command::ShowChanges(Some(place)));
            }
        };
        let below = instead.map(|command| {
            |ui: &mut Ui, commands: &mut Commands| {
                command_button(ui, state, commands, command);
            }
        });
        row(ui, tone, picture, &notice.text(&state.texts), commands, end, below);
    }
}

/// Offers to open what was saved, and the folder in which it stands.
pub fn saved_ui(ui: &mut Ui, state: &State, commands: &mut Commands, path: &Path) {
    if let Some(folder) = path.parent().filter(|folder| !folder.as_os_str().is_empty())
        && action_button(ui, &state.texts.get("show-folder")).clicked()
    {
        commands.push(Command::OpenSaved(folder.to_owned()));
    }
    command_button(ui, state, commands, Command::OpenSaved(path.to_owned()));
}

/// Says that another window has the file open.
fn read_only_ui(ui: &mut Ui, state: &State, commands: &mut Commands) {
    let file = state.file_name().into();
    let text = match &state.file.held_by {
        Some(holder) => state.texts.with("read-only-by", &[("file", file), ("who", holder.to_string().into())]),
        None => state.texts.with("read-only", &[("file", file)]),
    };
    let end = |ui: &mut Ui, commands: &mut Commands| {
        command_button(ui, state, commands, Command::SaveAs);
    };
    row(ui, Tone::Risk, Icon::Lock, &text, commands, end, None::<fn(&mut Ui, &mut Commands)>);
}

/// Offers what a window left that came to its end.
fn offer_ui(ui: &mut Ui, state: &State, commands: &mut Commands, offer: &Offer) {
    let when = state.texts.moment(offer.when.into());
    let text = match &offer.of {
        Some(of) => state.texts.with("offer-file", &[("file", name_of(of).into()), ("when", when.into())]),
        None => state.texts.with("offer-untitled", &[("when", when.into())]),
    };
    let end = |ui: &mut Ui, commands: &mut Commands| {
        command_button(ui, state, commands, Command::Discard(offer.at.clone()));
        command_button(ui, state, commands, Command::Restore(offer.at.clone()));
    };
    row(ui, Tone::Risk, Icon::History, &text, commands, end, None::<fn(&mut Ui, &mut Commands)>);
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

fn import_ui(ui: &mut Ui, state: &State, commands: &mut Commands, importing: &Importing) {
    if !takes_long(ui, importing.started) {
        return;
    }
    let end = |ui: &mut Ui, commands: &mut Commands| {
        command_button(ui, state, commands, Command::CancelImport);
    };
    row(
        ui,
        Tone::Plain,
        Icon::FileUp,
        &progress_text(state, importing),
        commands,
        end,
        None::<fn(&mut Ui, &mut Commands)>,
    );
}

fn progress_text(state: &State, importing: &Importing) -> String {
    if importing.file.is_empty() {
        return state.texts.get("import-starting");
    }
    let rows = state.texts.number(importing.rows.into());
    state.texts.with("import-progress", &[("file", importing.file.as_str().into()), ("rows", rows.into())])
}

/// The room for what ends a row, until it was shown.
const END_AT_FIRST: f32 = 240.0;

/// Words with an icon before them, something at the end, and below them where there is something more to do.
fn row(
    ui: &mut Ui,
    tone: Tone,
    picture: Icon,
    text: &str,
    commands: &mut Commands,
    end: impl FnOnce(&mut Ui, &mut Commands),
    below: Option<impl FnOnce(&mut Ui, &mut Commands)>,
) {
    let (color, behind) = match tone {
        Tone::Plain => (tokens(ui).soft, tokens(ui).panel),
        tone => tone.colors(ui),
    };
    let frame = Frame::new()
        .fill(behind)
        .stroke(Stroke::new(1.0, tokens(ui).line))
        .corner_radius(size::CONTROL_RADIUS)
        .inner_margin(Margin::symmetric(12, 4));
    let id = ui.next_auto_id().with("width of the end");
    let room: f32 = ui.data(|data| data.get_temp(id)).unwrap_or(END_AT_FIRST);
    frame.show(ui, |ui| {
        ui.horizontal(|ui| {
            ui.set_min_height(size::CONTROL);
            decoration(ui, picture, 16.0, color);
            let text = Label::new(RichText::new(text).size(size::SECTION).color(tokens(ui).ink)).wrap();
            ui.scope(|ui| {
                ui.set_width((ui.available_width() - room - ui.spacing().item_spacing.x).max(0.0));
                let Some(below) = below else {
                    ui.add(text);
                    return;
                };
                ui.vertical(|ui| {
                    ui.add(text);
                    below(ui, commands);
                });
            });
            let end = |ui: &mut Ui| end(ui, commands);
            let width = ui.with_layout(Layout::right_to_left(egui::Align::Center), end).response.rect.width();
            if (width - room).abs() > 0.5 {
                ui.data_mut(|data| data.insert_temp(id, width));
                ui.ctx().request_discard("the end's width was not known");
            }
        });
    });
    ui.add_space(4.0);
}
