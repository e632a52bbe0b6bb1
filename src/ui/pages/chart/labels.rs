//! Where the chart's labels stand: each where it covers least of the line and no other label.

use egui::{Align2, Color32, FontId, Rect, RichText, Ui, Vec2, pos2, vec2};
use egui_plot::{PlotPoint, Text};

/// What the chart shows, and on how many points of the screen.
#[derive(Debug, Clone, Copy)]
pub struct Area {
    /// The first day and the last one.
    pub x: [f64; 2],
    /// The least amount and the greatest one.
    pub y: [f64; 2],
    /// The room on the screen.
    pub room: Vec2,
}

/// The labels that have a place.
pub struct Labels {
    /// The labels.
    pub texts: Vec<Text>,
    area: Area,
    /// The line, on the screen.
    line: Vec<egui::Pos2>,
    taken: Vec<Rect>,
}

/// The space between a label and what it names.
const GAP: f32 = 6.0;

/// Places for a label along a horizontal line: above and below it, from the left to the right.
pub fn along(area: Area, height: f64) -> Vec<([f64; 2], Align2)> {
    let [from, to] = area.x;
    let at = |share: f64| [from + (to - from) * share, height];
    let above = [(at(0.0), Align2::LEFT_BOTTOM), (at(1.0), Align2::RIGHT_BOTTOM), (at(0.33), Align2::LEFT_BOTTOM)];
    let below = [(at(0.0), Align2::LEFT_TOP), (at(1.0), Align2::RIGHT_TOP), (at(0.33), Align2::LEFT_TOP)];
    above.into_iter().chain(below).collect()
}

/// Places for a label at a point.
pub fn around(at: [f64; 2]) -> [([f64; 2], Align2); 4] {
    [Align2::LEFT_BOTTOM, Align2::RIGHT_TOP, Align2::RIGHT_BOTTOM, Align2::LEFT_TOP].map(|anchor| (at, anchor))
}

impl Labels {
    /// For a chart with a line, given by its points.
    pub fn new(area: Area, line: &[[f64; 2]]) -> Self {
        let line = line.iter().map(|point| area.on_screen(*point)).collect();
        Self { texts: Vec::new(), area, line, taken: Vec::new() }
    }

    /// Adds a label at the best of some places, the first of equals.
    pub fn add(&mut self, ui: &Ui, text: &str, color: Color32, places: &[([f64; 2], Align2)]) {
        let galley = ui.painter().layout_no_wrap(text.to_owned(), FontId::proportional(SIZE), color);
        let rect = |at: [f64; 2], anchor: Align2| {
            let away = -GAP * anchor.to_sign();
            anchor.anchor_size(self.area.on_screen(at) + away, galley.size())
        };
        let Some((at, anchor)) = places.iter().min_by_key(|(at, anchor)| self.cost(rect(*at, *anchor))) else {
            return;
        };
        let place = rect(*at, *anchor);
        let corner = self.area.in_chart(anchor.pos_in_rect(&place));
        self.taken.push(place);
        let behind = ui.visuals().widgets.noninteractive.bg_fill;
        let text = RichText::new(text).size(SIZE).background_color(behind);
        self.texts.push(Text::new("", corner, text).color(color).anchor(*anchor).allow_hover(false));
    }

    /// How bad a place is: outside of the chart or on another label is worst, then what it covers of the line.
    fn cost(&self, place: Rect) -> usize {
        let room = Rect::from_min_size(pos2(0.0, 0.0), self.area.room).expand(1.0);
        let outside = usize::from(!room.contains_rect(place));
        let covers = self.taken.iter().filter(|taken| taken.intersects(place)).count();
        let line = place.expand2(vec2(0.0, 3.0));
        (outside + covers) * self.line.len() + self.line.iter().filter(|point| line.contains(**point)).count()
    }
}

/// The size of the labels' text.
const SIZE: f32 = 12.0;

impl Area {
    #[expect(clippy::cast_possible_truncation, reason = "places on a screen")]
    fn on_screen(&self, [x, y]: [f64; 2]) -> egui::Pos2 {
        let share =
            |value: f64, [from, to]: [f64; 2]| if to > from { ((value - from) / (to - from)) as f32 } else { 0.0 };
        pos2(share(x, self.x) * self.room.x, (1.0 - share(y, self.y)) * self.room.y)
    }

    fn in_chart(&self, place: egui::Pos2) -> PlotPoint {
        let at = |share: f32, [from, to]: [f64; 2]| from + (to - from) * f64::from(share);
        let share = |place: f32, room: f32| if room > 0.0 { place / room } else { 0.0 };
        PlotPoint::new(at(share(place.x, self.room.x), self.x), at(1.0 - share(place.y, self.room.y), self.y))
    }
}
