//! Where the window stands, remembered from one start to the next.

use egui::{Context, ViewportBuilder};

use crate::workspace::WindowPlace;

use super::theme::size;

/// Where a window stands now; nothing while it is not seen.
pub fn place(context: &Context) -> Option<WindowPlace> {
    let zoom = context.zoom_factor();
    context.input(|input| {
        let window = input.viewport();
        let inner = window.inner_rect?;
        if window.minimized == Some(true) {
            return None;
        }
        let at = window.outer_rect.map(|outer| (whole(outer.min.x * zoom), whole(outer.min.y * zoom)));
        let side = |length: f32| u16::try_from(whole(length * zoom)).unwrap_or_default();
        let maximised = window.maximized == Some(true) || window.fullscreen == Some(true);
        Some(WindowPlace { at, size: (side(inner.width()), side(inner.height())), maximised })
    })
}

/// The window at the size where it stood last.
pub fn restore(viewport: ViewportBuilder, place: Option<WindowPlace>) -> ViewportBuilder {
    let Some(place) = place else {
        return viewport;
    };
    let [width, height] = size::WINDOW_MIN;
    let (wide, high) = (f32::from(place.size.0).max(width), f32::from(place.size.1).max(height));
    viewport.with_inner_size([wide, high]).with_maximized(place.maximised)
}

/// Puts the window where it stood, if a screen is there still.
pub fn move_back(context: &eframe::CreationContext<'_>, place: Option<WindowPlace>) {
    let (Some((x, y)), Some(window)) = (place.filter(|it| !it.maximised).and_then(|it| it.at), context.winit_window())
    else {
        return;
    };
    let is_there = window.available_monitors().any(|screen| {
        let scale = screen.scale_factor();
        let (at, size) = (screen.position().to_logical::<f64>(scale), screen.size().to_logical::<f64>(scale));
        let (x, y) = (f64::from(x) - at.x, f64::from(y) - at.y);
        // So much of its title has to be seen that one can take hold of it.
        x > -200.0 && x < size.width - 100.0 && y > -20.0 && y < size.height - 100.0
    });
    if is_there {
        let at = egui::pos2(f32_of(x), f32_of(y));
        context.egui_ctx.send_viewport_cmd(egui::ViewportCommand::OuterPosition(at));
    }
}

#[expect(clippy::cast_possible_truncation, reason = "a place on a screen")]
fn whole(length: f32) -> i32 {
    length.round() as i32
}

#[expect(clippy::cast_precision_loss, reason = "a place on a screen")]
fn f32_of(length: i32) -> f32 {
    length as f32
}
