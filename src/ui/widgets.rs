//! The window's own small widgets. Each has a name for those who can't see it.

use std::sync::Arc;

use egui::text::{LayoutJob, TextWrapping};
use egui::{
    Align2, Button, Color32, CornerRadius, FontId, Frame, Galley, Label, Margin, Popup, Response, RichText, Role,
    Sense, Stroke, StrokeKind, TextEdit, TextFormat, Ui, Vec2, WidgetInfo,
};
use lucide_icons::Icon;

use crate::ledger::Severity;

use super::command::{Command, Commands};
use super::state::State;
use super::theme::{self, size, tokens};

/// What a colour tells; a word or an icon always tells it too.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tone {
    /// Held, met.
    Good,
    /// Missing, left out.
    Missing,
    /// Worth a look.
    Risk,
    /// What if.
    Assumed,
    /// Nothing special.
    Plain,
}

/// The tone and the icon that tell how bad a finding is.
pub fn severity_look(severity: Severity) -> (Tone, Icon) {
    match severity {
        Severity::Error => (Tone::Missing, Icon::CircleAlert),
        Severity::Warning => (Tone::Risk, Icon::TriangleAlert),
        Severity::Note => (Tone::Plain, Icon::Info),
    }
}

impl Tone {
    /// The colours of its text and of what is behind it.
    pub fn colors(self, ui: &Ui) -> (Color32, Color32) {
        let tokens = tokens(ui);
        match self {
            Self::Good => (tokens.good, tokens.good_bg),
            Self::Missing => (tokens.missing, tokens.missing_bg),
            Self::Risk => (tokens.risk, tokens.risk_bg),
            Self::Assumed => (tokens.assumed, tokens.assumed_bg),
            Self::Plain => (tokens.soft, tokens.bg),
        }
    }
}

/// A card as wide as there is room.
pub fn card<R>(ui: &mut Ui, contents: impl FnOnce(&mut Ui) -> R) -> R {
    card_frame(ui)
        .show(ui, |ui| {
            ui.set_min_width(ui.available_width());
            contents(ui)
        })
        .inner
}

/// The frame of a card.
pub fn card_frame(ui: &Ui) -> Frame {
    let tokens = tokens(ui);
    Frame::new()
        .fill(tokens.panel)
        .stroke(Stroke::new(1.0, tokens.line))
        .corner_radius(size::CARD_RADIUS)
        .inner_margin(Margin::same(size::CARD_MARGIN))
}

/// A section's head, in capitals.
pub fn section_head(ui: &mut Ui, text: &str) -> Response {
    let capitals = RichText::new(text.to_uppercase()).font(theme::semibold(size::SECTION)).color(tokens(ui).soft);
    let response = ui.add(Label::new(capitals).wrap());
    // Capitals would be spelt out letter by letter to those who listen.
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, text));
    response
}

/// Secondary text.
pub fn soft(ui: &mut Ui, text: impl Into<String>) -> Response {
    let text = RichText::new(text).size(size::SMALL).color(tokens(ui).soft);
    ui.add(Label::new(text).wrap())
}

/// Text in semibold.
pub fn strong(ui: &mut Ui, text: impl Into<String>) -> Response {
    let text = RichText::new(text).font(theme::semibold(size::BODY)).color(tokens(ui).ink);
    ui.add(Label::new(text).wrap())
}

/// Body text followed by secondary text, broken as one paragraph.
pub fn text_and_soft(ui: &mut Ui, text: &str, color: Color32, then: &str) -> Response {
    let mut job = LayoutJob::default();
    job.append(text, 0.0, TextFormat::simple(FontId::proportional(size::BODY), color));
    if !then.is_empty() {
        job.append(then, 6.0, TextFormat::simple(FontId::proportional(size::SMALL), tokens(ui).soft));
    }
    ui.add(Label::new(job).wrap())
}

/// A short word on a coloured ground.
pub fn chip(ui: &mut Ui, text: &str, tone: Tone) -> Response {
    let (color, behind) = tone.colors(ui);
    let frame = Frame::new().fill(behind).corner_radius(9).inner_margin(Margin::symmetric(8, 2));
    let width = ui.painter().layout_no_wrap(text.to_owned(), theme::semibold(12.0), color).size().x + 16.0;
    if ui.layout().main_wrap() && ui.available_size_before_wrap().x < width {
        ui.end_row();
    }
    frame
        .show(ui, |ui| {
            ui.add(Label::new(RichText::new(text).font(theme::semibold(12.0)).color(color)).extend());
        })
        .response
}

/// Sentences on a coloured ground, after an icon that has a name.
pub fn note(ui: &mut Ui, tone: Tone, picture: Icon, name: &str, sentences: &[String]) {
    let (color, behind) = tone.colors(ui);
    let frame = Frame::new().fill(behind).corner_radius(size::CONTROL_RADIUS).inner_margin(Margin::symmetric(10, 8));
    frame.show(ui, |ui| {
        ui.set_width(ui.available_width());
        ui.horizontal_top(|ui| {
            icon(ui, picture, 16.0, color, name);
            ui.vertical(|ui| {
                ui.spacing_mut().item_spacing.y = 4.0;
                for sentence in sentences {
                    ui.add(Label::new(RichText::new(sentence).size(size::SECTION).color(color)).wrap());
                }
            });
        });
    });
}

/// An icon with a name.
pub fn icon(ui: &mut Ui, icon: Icon, side: f32, color: Color32, name: &str) -> Response {
    let (rect, response) = ui.allocate_exact_size(Vec2::splat(side), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Image, true, name));
    paint_icon(ui, icon, rect.center(), side, color);
    response
}

/// An icon that only repeats what stands beside it.
pub fn decoration(ui: &mut Ui, icon: Icon, side: f32, color: Color32) {
    let (rect, _) = ui.allocate_exact_size(Vec2::splat(side), Sense::hover());
    paint_icon(ui, icon, rect.center(), side, color);
}

/// Paints an icon that something else names.
pub fn paint_icon(ui: &Ui, icon: Icon, center: egui::Pos2, side: f32, color: Color32) {
    ui.painter().text(center, Align2::CENTER_CENTER, char::from(icon), theme::icons(side), color);
}

/// A ticked box: something is held.
pub fn tick(ui: &mut Ui, name: &str) -> Response {
    let (rect, response) = ui.allocate_exact_size(Vec2::splat(16.0), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Image, true, name));
    let tokens = tokens(ui);
    ui.painter().rect_filled(rect.shrink(1.0), CornerRadius::same(3), tokens.good);
    let at = |x: f32, y: f32| rect.min + Vec2::new(x, y);
    let stroke = Stroke::new(2.0, tokens.panel);
    ui.painter().line(vec![at(4.6, 8.2), at(7.0, 10.6), at(11.4, 5.8)], stroke);
    response
}

/// An open box: something is missing.
pub fn open_box(ui: &mut Ui, name: &str) -> Response {
    let (rect, response) = ui.allocate_exact_size(Vec2::splat(16.0), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Image, true, name));
    let stroke = Stroke::new(1.6, tokens(ui).missing);
    ui.painter().rect_stroke(rect.shrink(1.8), CornerRadius::same(3), stroke, StrokeKind::Middle);
    response
}

/// How a box to click looks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BoxLook {
    /// Something is missing.
    Open,
    /// Something is assumed.
    Assumed,
}

/// A box to click.
pub fn box_button(ui: &mut Ui, look: BoxLook, name: &str) -> Response {
    let (rect, response) = ui.allocate_exact_size(Vec2::splat(16.0), Sense::click());
    response.widget_info(|| WidgetInfo::labeled(Role::Button, ui.is_enabled(), name));
    let tokens = tokens(ui);
    match look {
        BoxLook::Open => {
            let fill = if response.hovered() { tokens.missing_bg } else { Color32::TRANSPARENT };
            let stroke = Stroke::new(1.6, tokens.missing);
            ui.painter().rect(rect.shrink(1.8), CornerRadius::same(3), fill, stroke, StrokeKind::Middle);
        }
        BoxLook::Assumed => paint_assumed(ui, rect),
    }
    if response.has_focus() {
        let stroke = Stroke::new(2.0, tokens.accent);
        ui.painter().rect_stroke(rect.expand(2.0), CornerRadius::same(4), stroke, StrokeKind::Outside);
    }
    response.on_hover_cursor(egui::CursorIcon::PointingHand)
}

/// A dashed box with a tick: something is assumed.
pub fn assumed_tick(ui: &mut Ui, name: &str) -> Response {
    let (rect, response) = ui.allocate_exact_size(Vec2::splat(16.0), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Image, true, name));
    paint_assumed(ui, rect);
    response
}

fn paint_assumed(ui: &Ui, rect: egui::Rect) {
    let tokens = tokens(ui);
    let edge = rect.shrink(1.5);
    ui.painter().rect_filled(edge, CornerRadius::same(2), tokens.assumed_bg);
    let stroke = Stroke::new(1.4, tokens.assumed);
    let corners = [edge.left_top(), edge.right_top(), edge.right_bottom(), edge.left_bottom(), edge.left_top()];
    ui.painter().extend(egui::Shape::dashed_line(&corners, stroke, 2.6, 1.9));
    let at = |x: f32, y: f32| rect.min + Vec2::new(x, y);
    ui.painter().line(vec![at(4.9, 8.2), at(7.0, 10.3), at(11.1, 5.9)], Stroke::new(1.8, tokens.assumed));
}

/// A bar that is full at 1.
pub fn bar(ui: &mut Ui, width: f32, share: f32, color: Color32, name: &str) -> Response {
    let (rect, response) = ui.allocate_exact_size(Vec2::new(width, 8.0), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::ProgressIndicator, true, name));
    let radius = CornerRadius::same(4);
    ui.painter().rect_filled(rect, radius, tokens(ui).bar);
    let share = share.clamp(0.0, 1.0);
    if share > 0.0 {
        let mut filled = rect;
        filled.set_width((rect.width() * share).max(8.0));
        ui.painter().rect_filled(filled, radius, color);
    }
    response
}

/// A level's dot.
pub fn dot(ui: &mut Ui, color: Color32) {
    let (rect, _) = ui.allocate_exact_size(Vec2::splat(12.0), Sense::hover());
    ui.painter().circle_filled(rect.center(), 6.0, color);
}

/// A button that gives a command.
pub fn command_button(ui: &mut Ui, state: &State, commands: &mut Commands, command: Command) -> Response {
    let text = RichText::new(command.text(&state.texts)).font(theme::semibold(size::SECTION));
    give_on_click(ui, Button::new(text), state, commands, command)
}

/// The one button of a place that matters most.
pub fn primary_button(ui: &mut Ui, state: &State, commands: &mut Commands, command: Command) -> Response {
    let tokens = tokens(ui);
    let text = RichText::new(command.text(&state.texts)).font(theme::semibold(size::SECTION)).color(tokens.on_accent);
    let focused = ui.ctx().read_response(ui.next_auto_id()).is_some_and(|response| response.has_focus());
    let border = if focused { Stroke::new(2.0, tokens.ink) } else { Stroke::NONE };
    let button = Button::new(text).fill(tokens.accent).stroke(border);
    give_on_click(ui, button, state, commands, command)
}

/// A button with words of its own.
pub fn action_button(ui: &mut Ui, text: &str) -> Response {
    ui.add(Button::new(RichText::new(text).font(theme::semibold(size::SECTION))))
}

fn give_on_click(
    ui: &mut Ui,
    button: Button<'_>,
    state: &State,
    commands: &mut Commands,
    command: Command,
) -> Response {
    let response = with_tooltip(ui.add(button), state, &command);
    if response.clicked() {
        commands.push(command);
    }
    response
}

/// An icon that gives a command.
pub fn icon_button(ui: &mut Ui, picture: Icon, name: &str, commands: &mut Commands, command: Command) -> Response {
    let response = bare_button(ui, Vec2::splat(26.0), name, Role::Button, false);
    let color = if response.hovered() { tokens(ui).ink } else { tokens(ui).soft };
    paint_icon(ui, picture, response.rect.center(), 16.0, color);
    let response = response.on_hover_text(name);
    if response.clicked() {
        commands.push(command);
    }
    response
}

/// Something to click, of which only the ground and the focus are painted.
pub fn bare_button(ui: &mut Ui, size: Vec2, name: &str, role: Role, selected: bool) -> Response {
    let (rect, response) = ui.allocate_exact_size(size, Sense::click());
    response.widget_info(|| WidgetInfo::selected(role, ui.is_enabled(), selected, name));
    let tokens = tokens(ui);
    let radius = CornerRadius::same(size::CONTROL_RADIUS);
    if selected {
        ui.painter().rect_filled(rect, radius, tokens.bg);
    } else if response.hovered() {
        ui.painter().rect_filled(rect, radius, tokens.bar);
    }
    if response.has_focus() {
        ui.painter().rect_stroke(rect, radius, Stroke::new(2.0, tokens.accent), StrokeKind::Inside);
    }
    response
}

/// What a button that opens a menu says.
#[derive(Default)]
pub struct MenuLabel {
    /// What it is about; left to those who can't see it where there is no room.
    pub caption: String,
    /// Whether there is room for the caption.
    pub shows_caption: bool,
    /// What is chosen; gives way in a narrow window.
    pub value: String,
    /// What belongs to it and never gives way.
    pub tail: String,
}

impl MenuLabel {
    /// How wide its button is.
    pub fn width(&self, ui: &Ui) -> f32 {
        let galleys = self.galleys(ui, f32::INFINITY);
        galleys.iter().map(|galley| galley.size().x).sum::<f32>() + AROUND_MENU_LABEL
    }

    fn name(&self) -> String {
        let parts = [&self.caption, &self.value, &self.tail].map(String::as_str);
        parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ")
    }

    fn galleys(&self, ui: &Ui, max_width: f32) -> [Arc<Galley>; 2] {
        let tokens = tokens(ui);
        let format = |color| TextFormat::simple(FontId::proportional(size::SECTION), color);
        let mut tail = LayoutJob::default();
        if !self.tail.is_empty() {
            tail.append(&self.tail, 6.0, format(tokens.soft));
        }
        let tail = ui.painter().layout_job(tail);
        let mut job = LayoutJob::default();
        if self.shows_caption {
            job.append(&self.caption, 0.0, format(tokens.soft));
        }
        job.append(&self.value, if self.shows_caption { 6.0 } else { 0.0 }, format(tokens.ink));
        job.wrap = TextWrapping::truncate_at_width((max_width - tail.size().x).max(0.0));
        [ui.painter().layout_job(job), tail]
    }
}

/// The margins of a menu's button, and its arrow.
const AROUND_MENU_LABEL: f32 = 38.0;

/// A button that opens a menu.
pub fn menu_button(ui: &mut Ui, label: &MenuLabel, max_width: f32) -> Response {
    let tokens = tokens(ui);
    let [text, tail] = label.galleys(ui, max_width - AROUND_MENU_LABEL);
    let button = Vec2::new(text.size().x + tail.size().x + AROUND_MENU_LABEL, size::CONTROL);
    let (rect, response) = ui.allocate_exact_size(button, Sense::click());
    response.widget_info(|| WidgetInfo::labeled(Role::Button, ui.is_enabled(), label.name()));
    let visuals = ui.style().interact(&response);
    ui.painter().rect(rect, visuals.corner_radius, visuals.bg_fill, visuals.bg_stroke, StrokeKind::Inside);
    let mut left = rect.left_center() + Vec2::new(12.0, 0.0);
    for galley in [text, tail] {
        let place = Align2::LEFT_CENTER.anchor_size(left, galley.size());
        left.x = place.right();
        ui.painter().galley(place.min, galley, tokens.ink);
    }
    paint_icon(ui, Icon::ChevronDown, rect.right_center() - Vec2::new(15.0, 0.0), 14.0, tokens.soft);
    response
}

/// The menu that a button opens.
pub fn menu(button: &Response) -> Popup<'_> {
    Popup::menu(button).style(theme::menu_style).gap(4.0)
}

/// One of several choices in a menu or a row of toggles.
pub fn choice(ui: &mut Ui, state: &State, commands: &mut Commands, selected: bool, command: Command) -> Response {
    let response = with_tooltip(ui.selectable_label(selected, command.text(&state.texts)), state, &command);
    if response.clicked() {
        commands.push(command);
    }
    response
}

/// Shows things at the right end of a line, or of the next one where this one has no room for them.
pub fn at_the_end(ui: &mut Ui, width: f32, add: impl FnOnce(&mut Ui)) {
    if ui.available_size_before_wrap().x < width {
        ui.end_row();
    }
    ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), add);
}

/// A field to search in.
pub fn search_field(ui: &mut Ui, state: &State, text: &mut String, hint: &str, width: f32) -> Response {
    let field = TextEdit::singleline(text).hint_text(hint).desired_width(width).margin(Margin::symmetric(10, 6));
    let response = ui.add(field);
    if state.focus_search {
        response.request_focus();
    }
    response
}

/// Gives a field a name for those who can't see what stands around it.
pub fn name_field(response: &Response, text: &str, name: &str) {
    response.widget_info(|| {
        let mut info = WidgetInfo::text_edit(true, "", text, name);
        info.label = Some(name.to_owned());
        info
    });
}

/// Text to click.
pub fn link(ui: &mut Ui, text: RichText) -> Response {
    let name = text.text().to_owned();
    let label = Label::new(text).truncate().sense(Sense::click());
    let response = ui.add(label);
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &name));
    if response.has_focus() {
        let stroke = Stroke::new(2.0, tokens(ui).accent);
        ui.painter().rect_stroke(response.rect.expand(2.0), CornerRadius::same(3), stroke, StrokeKind::Inside);
    }
    response.on_hover_cursor(egui::CursorIcon::PointingHand)
}

/// Adds what a command does, and its shortcut.
fn with_tooltip(response: Response, state: &State, command: &Command) -> Response {
    let shortcut = command.shortcut().map(|shortcut| response.ctx.format_shortcut(&shortcut));
    match (command.tooltip(&state.texts), shortcut) {
        (None, None) => response,
        (Some(text), None) | (None, Some(text)) => response.on_hover_text(text),
        (Some(text), Some(keys)) => response.on_hover_text(format!("{text}\n{keys}")),
    }
}

/// The text with its first letter in upper case.
pub fn capitalised(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}

/// The text with its first letter in lower case.
pub fn uncapitalised(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map(|first| first.to_lowercase().chain(letters).collect()).unwrap_or_default()
}
