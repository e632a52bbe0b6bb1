//! A page as it will be on paper, and the way to the others.

use std::sync::Arc;

use egui::{
    Color32, ColorImage, CornerRadius, Id, Key, Modifiers, Rect, Role, ScrollArea, Sense, Stroke, StrokeKind,
    TextureHandle, TextureOptions, Ui, Vec2, WidgetInfo,
};
use lucide_icons::Icon;

use super::super::ask::takes_long;
use super::super::command::{Command, Commands};
use super::super::state::State;
use super::super::theme::{size, tokens};
use super::super::widgets::{choice, icon_button, soft};
use super::{PageZoom, Preview, PrintView};

/// The page that is looked at, with what leads to the others above it.
pub fn page_ui(ui: &mut Ui, state: &State, commands: &mut Commands, view: &PrintView) {
    bar_ui(ui, state, commands, view);
    if let Some(why) = &view.not_made {
        soft(ui, state.texts.with("notice-not-made", &[("why", why.as_str().into())]));
        return;
    }
    let known = view.document.as_ref().and_then(|document| document.pages.get(view.page)).copied();
    let (width, height) = known.unwrap_or(state.print_setup.choice.paper.size());
    let room = ui.available_size() - Vec2::splat(2.0 * AROUND);
    let (ground, radius) = (tokens(ui).bg, CornerRadius::same(size::CONTROL_RADIUS));
    ui.painter().rect_filled(ui.available_rect_before_wrap(), radius, ground);
    let scale = match view.zoom {
        PageZoom::Whole => (room.x / width).min(room.y / height),
        PageZoom::Width => (room.x - SCROLL_BAR) / width,
    };
    let page = Vec2::new(width, height) * scale.max(0.01);
    want_width(ui, commands, view, page);
    let area = ScrollArea::vertical().id_salt(("page", view.page, view.zoom == PageZoom::Whole)).auto_shrink(false);
    area.show(ui, |ui| {
        let (rect, response) =
            ui.allocate_exact_size(Vec2::new(ui.available_width(), page.y + 2.0 * AROUND), Sense::hover());
        let name = page_text(state, view);
        response.widget_info(|| WidgetInfo::labeled(Role::Image, true, &name));
        paint(ui, view, Rect::from_center_size(rect.center(), page));
        let waits = view.making.is_some() || !view.painted.contains_key(&view.page);
        if waits && takes_long(ui, view.since) {
            waiting_ui(ui, state, view, Rect::from_center_size(rect.center(), page));
        }
    });
}

/// The space around a page.
const AROUND: f32 = 12.0;
/// The width of the scroll bar beside a page.
const SCROLL_BAR: f32 = 10.0;

/// The pages are always white: that is what paper is.
const PAPER: Color32 = Color32::WHITE;

/// Which page of how many, the way to the one before and after, and how large it is.
fn bar_ui(ui: &mut Ui, state: &State, commands: &mut Commands, view: &PrintView) {
    let texts = &state.texts;
    let pages = view.document.as_ref().map_or(0, |document| document.pages.len());
    let last = pages.saturating_sub(1);
    ui.horizontal_wrapped(|ui| {
        let steps = [
            (Icon::ChevronLeft, "print-page-before", view.page > 0, view.page.saturating_sub(1)),
            (Icon::ChevronRight, "print-page-after", view.page < last, (view.page + 1).min(last)),
        ];
        for (place, (icon, name, is_there, page)) in steps.into_iter().enumerate() {
            let go = Command::Preview(Preview::Page(page));
            ui.add_enabled_ui(is_there, |ui| icon_button(ui, icon, &texts.get(name), commands, go));
            if place == 0 {
                ui.label(page_text(state, view));
            }
        }
        ui.add_space(8.0);
        for zoom in PageZoom::ALL {
            choice(ui, state, commands, view.zoom == zoom, Command::Preview(Preview::Zoom(zoom)));
        }
    });
    if !ui.ctx().text_edit_focused() && state.file.ask.is_none() {
        let before = (Key::PageUp, view.page.saturating_sub(1));
        for (key, page) in [before, (Key::PageDown, (view.page + 1).min(last)), (Key::Home, 0), (Key::End, last)] {
            if ui.input_mut(|input| input.consume_key(Modifiers::NONE, key)) && page != view.page {
                commands.push(Command::Preview(Preview::Page(page)));
            }
        }
    }
}

/// "Page 1 of 2".
fn page_text(state: &State, view: &PrintView) -> String {
    let pages = view.document.as_ref().map_or(1, |document| document.pages.len());
    state.texts.with("print-page", &[("page", (view.page + 1).into()), ("pages", pages.into())])
}

/// Tells that the pages that were chosen are still to come, on the page itself.
fn waiting_ui(ui: &mut Ui, state: &State, view: &PrintView, page: Rect) {
    let what = if view.making.is_some() { "print-making" } else { "print-painting" };
    let place = Rect::from_min_size(page.min, Vec2::new(page.width(), WAITING)).shrink(8.0);
    ui.painter().rect_filled(place, CornerRadius::same(size::CONTROL_RADIUS), tokens(ui).panel);
    let mut ui = ui.new_child(egui::UiBuilder::new().max_rect(place.shrink(8.0)));
    soft(&mut ui, state.texts.get(what));
}

/// The height of what is said while pages are to come.
const WAITING: f32 = 52.0;

/// Tells how wide a page is on this screen, so that it is painted just as sharp.
fn want_width(ui: &Ui, commands: &mut Commands, view: &PrintView, page: Vec2) {
    let dots = ui.pixels_per_point();
    let most = ui.input(|input| input.max_texture_side).min(usize::from(u16::MAX));
    // No page is larger than the graphics card takes.
    #[expect(clippy::cast_precision_loss, reason = "no screen has so many dots")]
    let shrunk = (most as f32 / (page.max_elem() * dots)).min(1.0);
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "it lies between 1 and 65,535")]
    let width = (page.x * dots * shrunk).round().clamp(1.0, f32::from(u16::MAX)) as u32;
    if width != view.width {
        commands.push(Command::Preview(Preview::Width(width)));
    }
}

fn paint(ui: &Ui, view: &PrintView, page: Rect) {
    let painter = ui.painter();
    painter.rect_filled(page, CornerRadius::ZERO, PAPER);
    if let Some(painted) = view.painted.get(&view.page) {
        let texture = texture(ui, painted.generation, &painted.image);
        let whole = Rect::from_min_max(egui::pos2(0.0, 0.0), egui::pos2(1.0, 1.0));
        // On whole dots, else every line would be blurred.
        let dots = ui.pixels_per_point();
        let corner = egui::pos2((page.min.x * dots).round() / dots, (page.min.y * dots).round() / dots);
        painter.image(texture, Rect::from_min_size(corner, page.size()), whole, Color32::WHITE);
    }
    painter.rect_stroke(page, CornerRadius::ZERO, Stroke::new(1.0, tokens(ui).line), StrokeKind::Outside);
}

/// The texture of the page that is looked at; there is only one at a time.
#[derive(Clone)]
struct Shown {
    generation: u64,
    texture: TextureHandle,
}

fn shown() -> Id {
    Id::unique("shown page")
}

fn texture(ui: &Ui, generation: u64, image: &Arc<ColorImage>) -> egui::TextureId {
    let known = ui.data(|data| data.get_temp::<Shown>(shown())).filter(|known| known.generation == generation);
    let known = known.unwrap_or_else(|| {
        let texture = ui.ctx().load_texture("page", image.clone(), TextureOptions::LINEAR);
        let made = Shown { generation, texture };
        ui.data_mut(|data| data.insert_temp(shown(), made.clone()));
        made
    });
    known.texture.id()
}

/// Gives the page's memory back once nobody looks at it.
pub fn forget_page(ui: &Ui) {
    ui.data_mut(|data| data.remove::<Shown>(shown()));
}
