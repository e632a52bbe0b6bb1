//! The verdict on each level, in words and as small bars.

use krilla::tagging::Tag;
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

use crate::evaluator::{LevelReadiness, OptionReadiness, RequirementReadiness};
use crate::report::phrases;
use crate::rulebook::LevelId;
use crate::texts::Texts;

use super::look::{self, BAR, Colour, GOLD, GOOD, GUTTER, MARGIN, SILVER, WIDTH};
use super::page::{Flow, Paint, Shape};
use super::text::{Room, Side, Span};

/// Draws the levels of an option side by side.
pub fn draw(flow: &mut Flow, option: &OptionReadiness, texts: &Texts, heading: std::num::NonZeroU16) {
    let pairs = option.levels.chunks(2);
    for levels in pairs {
        flow.ensure(90.0);
        let top = flow.y;
        let mut bottom = top;
        let width = (WIDTH - GUTTER) / 2.0;
        let mut x = MARGIN;
        for level in levels {
            flow.y = top;
            draw_level(flow, level, texts, heading, (x, width));
            bottom = bottom.max(flow.y);
            x += width + GUTTER;
        }
        flow.y = bottom;
    }
}

/// The colour of a level.
pub fn colour(level: LevelId) -> Colour {
    match level {
        LevelId::Silver => SILVER,
        LevelId::Gold => GOLD,
    }
}

/// The name of a level.
pub fn name(level: LevelId, texts: &Texts) -> String {
    texts.get(&format!("level-{level}"))
}

/// A requirement as a bar.
struct Bar {
    label: String,
    value: String,
    /// How full it is, from 0 to 1.
    full: f32,
    met: bool,
}

fn draw_level(
    flow: &mut Flow,
    level: &LevelReadiness,
    texts: &Texts,
    heading: std::num::NonZeroU16,
    (x, width): (f32, f32),
) {
    let title = name(level.id, texts);
    let block = flow.lay(&[Span::new(title.to_uppercase(), look::SECTION)], Room::wide(width));
    let y = flow.y;
    flow.y += block.height + 1.0;
    flow.heading(heading, &title, block, x, y);

    let style = if level.met { look::VERDICT.colour(GOOD) } else { look::VERDICT };
    let block = flow.lay(&[Span::new(phrases::verdict(level, texts), style)], Room::wide(width));
    let y = flow.y;
    flow.y += block.height + 4.0;
    flow.within(Tag::P, |flow| flow.text(block, x, y));

    let mut bars = Vec::new();
    level.requirements.iter().for_each(|requirement| add_bars(&mut bars, requirement, false, texts));
    let label_width = bars.iter().map(|bar| flow.lay(&label(bar), Room::wide(width / 2.0)).width).fold(46.0, f32::max);
    let value_room = Room::wide(width / 2.0).side(Side::Left);
    let value_width = bars.iter().map(|bar| flow.lay(&value(bar), value_room).width).fold(0.0, f32::max);
    for bar in &bars {
        draw_bar(flow, bar, colour(level.id), (x, width), (label_width, value_width));
    }
}

/// Adds the bars of a requirement; the later ones of several ways are marked as another way.
fn add_bars(bars: &mut Vec<Bar>, requirement: &RequirementReadiness, another_way: bool, texts: &Texts) {
    let label = |first: &str, later: &str| texts.get(if another_way { later } else { first });
    match requirement {
        RequirementReadiness::Revenue(revenue) => bars.push(Bar {
            label: label("summary-bar-revenue", "summary-bar-or-revenue"),
            value: phrases::revenue_of_threshold(revenue, texts),
            full: revenue.threshold.map_or(0.0, |threshold| share(revenue.counted, threshold)),
            met: revenue.met,
        }),
        RequirementReadiness::Roster(roster) => {
            let (filled, seats) = roster.seats_filled();
            bars.push(Bar {
                label: label("summary-bar-seats", "summary-bar-or-seats"),
                value: texts.with("seats-filled", &[("filled", filled.into()), ("seats", seats.into())]),
                full: share(filled.into(), seats.into()),
                met: roster.met,
            });
        }
        RequirementReadiness::AnyOf(any) => {
            for (place, alternative) in any.alternatives.iter().enumerate() {
                add_bars(bars, alternative, another_way || place > 0, texts);
            }
        }
    }
}

fn draw_bar(
    flow: &mut Flow,
    bar: &Bar,
    colour: Colour,
    (x, width): (f32, f32),
    (label_width, value_width): (f32, f32),
) {
    let label = flow.lay(&label(bar), Room::wide(label_width + 1.0));
    let value = flow.lay(&value(bar), Room::wide(value_width + 1.0).side(Side::Right));
    let y = flow.y;
    let height = label.height.max(value.height);
    flow.y += height + 1.5;
    let left = x + label_width + 8.0;
    let length = x + width - value_width - 9.0 - left;
    if length > 12.0 {
        let middle = y + height / 2.0 - 1.75;
        flow.decorate(Shape::rectangle(left, middle, length, 3.5, Paint::Fill(BAR)).round(1.75));
        if bar.full > 0.0 {
            let filled = (length * bar.full).max(3.5);
            let colour = if bar.met { GOOD } else { colour };
            flow.decorate(Shape::rectangle(left, middle, filled, 3.5, Paint::Fill(colour)).round(1.75));
        }
    }
    flow.within(Tag::P, |flow| {
        flow.text(label, x, y);
        flow.text(value, x + width - value_width - 1.0, y);
    });
}

fn label(bar: &Bar) -> [Span; 1] {
    // The space keeps the words apart where the text is read without its layout.
    [Span::new(format!("{} ", bar.label), look::ASIDE)]
}

fn value(bar: &Bar) -> [Span; 1] {
    [Span::new(bar.value.clone(), look::BODY)]
}

fn share(part: Decimal, whole: Decimal) -> f32 {
    let share = part.checked_div(whole).and_then(|share| share.to_f32()).unwrap_or(1.0);
    share.clamp(0.0, 1.0)
}
