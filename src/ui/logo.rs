//! The logo, a touchstone with a silver and a gold streak: the same shapes as `assets/icon/icon.svg`.

use egui::{Color32, CornerRadius, IconData, Pos2, Rect, Response, Role, Sense, Stroke, Ui, Vec2, WidgetInfo};

/// The side of the square in which the shapes are drawn.
const SIDE: f32 = 48.0;
const RADIUS: f32 = 10.0;
const STONE: Color32 = Color32::from_rgb(0x2a, 0x2b, 0x31);
const WIDTH: f32 = 5.0;
const STREAKS: [([f32; 2], [f32; 2], Color32); 2] = [
    ([10.0, 32.0], [33.0, 12.0], Color32::from_rgb(0xc9, 0xcc, 0xdc)),
    ([18.0, 37.0], [38.0, 21.0], Color32::from_rgb(0xdf, 0xa9, 0x3f)),
];

/// Paints the logo as a picture named `name`.
pub fn logo(ui: &mut Ui, side: f32, name: &str) -> Response {
    let (rect, response) = ui.allocate_exact_size(Vec2::splat(side), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Image, true, name));
    let scale = side / SIDE;
    let at = |point: [f32; 2]| rect.min + Vec2::from(point) * scale;
    ui.painter().rect_filled(rect, CornerRadius::from(RADIUS * scale), STONE);
    for (from, to, color) in STREAKS {
        let (from, to) = (at(from), at(to));
        ui.painter().line_segment([from, to], Stroke::new(WIDTH * scale, color));
        for end in [from, to] {
            ui.painter().circle_filled(end, WIDTH * scale / 2.0, color);
        }
    }
    response
}

/// The logo as the window's icon.
#[expect(clippy::cast_precision_loss, reason = "a pixel's place is a small number")]
pub fn window_icon() -> IconData {
    const PIXELS: u32 = 128;
    let scale = SIDE / PIXELS as f32;
    let mut rgba = Vec::new();
    for y in 0..PIXELS {
        for x in 0..PIXELS {
            let point = Pos2::new(x as f32 + 0.5, y as f32 + 0.5) * scale;
            let mut color = Color32::TRANSPARENT;
            let shapes = [(distance_to_stone(point), STONE)].into_iter();
            let streaks = STREAKS.map(|(from, to, streak)| (distance_to_streak(point, from.into(), to.into()), streak));
            for (distance, paint) in shapes.chain(streaks) {
                let cover = (0.5 - distance / scale).clamp(0.0, 1.0);
                color = color.lerp_to_gamma(paint, cover);
            }
            rgba.extend(color.to_srgba_unmultiplied());
        }
    }
    IconData { rgba, width: PIXELS, height: PIXELS }
}

/// How far a point is from the rounded square; negative inside.
fn distance_to_stone(point: Pos2) -> f32 {
    let square = Rect::from_min_size(Pos2::ZERO, Vec2::splat(SIDE)).shrink(RADIUS);
    point.distance(square.clamp(point)) - RADIUS
}

/// How far a point is from a streak; negative inside.
fn distance_to_streak(point: Pos2, from: Pos2, to: Pos2) -> f32 {
    let along = to - from;
    let share = ((point - from).dot(along) / along.length_sq()).clamp(0.0, 1.0);
    point.distance(from + along * share) - WIDTH / 2.0
}
