//! Random inputs: clicks on what is there and what is not, keys, text, dropped files, other sizes.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use egui::accesskit::{Action, ActionRequest};
use egui::{Event, Key, Modifiers, MouseWheelSource, MouseWheelUnit, PointerButton, Pos2, Role, TouchPhase, Vec2};
use egui_kittest::kittest::NodeT;

use crate::window::{Dropped, Window};

use super::dice::Dice;

/// Puts something into the next frame; tells what, and how many inputs that is.
pub fn input(dice: &mut Dice, window: &mut Window, files: &[PathBuf]) -> (String, usize) {
    match dice.below(24) {
        0..=9 => click(dice, window),
        10 | 11 => wild_click(dice, window),
        12..=15 => press(dice, window),
        16..=18 => type_text(dice, window),
        19 | 20 => scroll(dice, window),
        21 => resize(dice, window),
        22 if dice.one_in(4) => drop_files(dice, window, files),
        // Every zoom has its own glyphs, and they take their time.
        22 if dice.one_in(8) => zoom(dice, window),
        _ if dice.one_in(10) => close(window),
        _ => focus(dice, window),
    }
}

/// A widget that a screen reader would find.
struct Target {
    label: String,
    centre: Pos2,
    click: ActionRequest,
    focus: ActionRequest,
}

fn target(dice: &mut Dice, window: &Window) -> Option<Target> {
    let is_widget = |role| matches!(role, Role::Button | Role::TextInput | Role::CheckBox | Role::Link | Role::Row);
    let only_widgets = !dice.one_in(5);
    let nodes: Vec<_> = window
        .root()
        .children_recursive()
        .filter(|node| !only_widgets || is_widget(node.accesskit_node().role()))
        .filter(|node| node.accesskit_node().bounding_box().is_some() && node.rect().is_finite())
        .collect();
    let node = nodes.get(dice.below(nodes.len()))?;
    let (target_node, target_tree) = node.accesskit_node().locate();
    let request = |action| ActionRequest { action, target_tree, target_node, data: None };
    let (click, focus) = (request(Action::Click), request(Action::Focus));
    let label = node.accesskit_node().label().unwrap_or_default();
    Some(Target { label, centre: node.rect().center(), click, focus })
}

/// On a widget, by mouse or as a screen reader does.
fn click(dice: &mut Dice, window: &mut Window) -> (String, usize) {
    let Some(target) = target(dice, window) else {
        return ("nothing to click".to_owned(), 1);
    };
    if dice.one_in(2) {
        push(window, [Event::AccessKitActionRequest(target.click)]);
    } else {
        click_at(window, target.centre, if dice.one_in(8) { PointerButton::Secondary } else { PointerButton::Primary });
    }
    (format!("click on {:?}", target.label), 1)
}

/// Anywhere, or a drag from anywhere to anywhere.
fn wild_click(dice: &mut Dice, window: &mut Window) -> (String, usize) {
    let (from, to) = (point(dice, window), point(dice, window));
    if dice.one_in(2) {
        click_at(window, from, PointerButton::Primary);
        return (format!("click at {from:?}"), 1);
    }
    push(window, [Event::PointerMoved(from), button(from, PointerButton::Primary, true)]);
    window.step();
    push(window, [Event::PointerMoved(to)]);
    window.step();
    push(window, [button(to, PointerButton::Primary, false)]);
    (format!("drag from {from:?} to {to:?}"), 1)
}

/// A key, alone or with others, maybe several times.
fn press(dice: &mut Dice, window: &mut Window) -> (String, usize) {
    let keys = [Key::Tab, Key::Enter, Key::Space, Key::Escape, Key::ArrowDown, Key::ArrowUp, Key::ArrowRight, Key::End];
    let key = if dice.one_in(2) { dice.pick(&keys) } else { dice.pick(Key::ALL) };
    let others = [Modifiers::NONE, Modifiers::NONE, Modifiers::SHIFT, Modifiers::ALT];
    let modifiers = match dice.below(3) {
        0 => Modifiers::COMMAND | Modifiers::CTRL,
        1 if dice.one_in(3) => Modifiers::COMMAND | Modifiers::CTRL | Modifiers::SHIFT,
        _ => dice.pick(&others),
    };
    let times = 1 + dice.below(3);
    for _ in 0..times {
        let event = |pressed| Event::Key { key, physical_key: None, pressed, repeat: false, modifiers };
        push(window, [Event::ModifiersChanged(modifiers), event(true), event(false)]);
    }
    push(window, [Event::ModifiersChanged(Modifiers::NONE)]);
    (format!("{times} times {modifiers:?} {key:?}"), times)
}

/// Into whatever has the keyboard.
fn type_text(dice: &mut Dice, window: &mut Window) -> (String, usize) {
    let text = dice.text();
    let (event, count) = match dice.below(4) {
        0 => (Event::Paste(text.clone()), 1),
        1 => (Event::Copy, 1),
        _ => (Event::Text(text.clone()), 1),
    };
    push(window, [event]);
    (format!("{text:?} typed"), count)
}

fn scroll(dice: &mut Dice, window: &mut Window) -> (String, usize) {
    let at = point(dice, window);
    let delta = Vec2::new(dice.pick(&[0.0, 0.0, 300.0, -300.0]), dice.pick(&[-5000.0, -120.0, 120.0, 5000.0]));
    let (unit, phase) = (MouseWheelUnit::Point, TouchPhase::Move);
    let (source, modifiers) = (MouseWheelSource::Unknown, Modifiers::NONE);
    push(window, [Event::PointerMoved(at), Event::MouseWheel { unit, delta, phase, source, modifiers }]);
    (format!("scroll by {delta:?} at {at:?}"), 1)
}

/// The smallest is less than what the program asks the system for, which not every window manager heeds.
fn resize(dice: &mut Dice, window: &mut Window) -> (String, usize) {
    let (width, height) = dice.pick(&[
        (1280.0, 800.0),
        (900.0, 600.0),
        (900.0, 600.0),
        (1920.0, 1200.0),
        (640.0, 1200.0),
        (400.0, 300.0),
    ]);
    window.set_size(Vec2::new(width, height));
    (format!("{width} x {height}"), 1)
}

fn zoom(dice: &mut Dice, window: &mut Window) -> (String, usize) {
    let zoom = dice.pick(&[1.0, 1.0, 0.8, 1.5, 2.0]);
    window.ctx.set_zoom_factor(zoom);
    (format!("zoom {zoom}"), 1)
}

fn focus(dice: &mut Dice, window: &mut Window) -> (String, usize) {
    let Some(target) = target(dice, window) else {
        return ("nothing to focus".to_owned(), 1);
    };
    push(window, [Event::AccessKitActionRequest(target.focus)]);
    (format!("focus on {:?}", target.label), 1)
}

fn drop_files(dice: &mut Dice, window: &mut Window, files: &[PathBuf]) -> (String, usize) {
    let dropped: Vec<PathBuf> = (0..=dice.below(2)).map(|_| dice.pick(files)).collect();
    let handles = dropped.iter().map(|file| Arc::new(Dropped(file.clone())) as egui::DroppedFileHandle);
    window.input_mut().dropped_files = handles.collect();
    (format!("{:?} dropped", dropped.iter().filter_map(|file| Path::file_name(file)).collect::<Vec<_>>()), 1)
}

/// As the window manager asks for it.
fn close(window: &mut Window) -> (String, usize) {
    let viewport = window.input_mut().viewports.entry(egui::ViewportId::ROOT).or_default();
    viewport.events.push(egui::ViewportEvent::Close);
    ("close".to_owned(), 1)
}

fn push(window: &mut Window, events: impl IntoIterator<Item = Event>) {
    window.input_mut().events.extend(events);
}

fn click_at(window: &mut Window, at: Pos2, with: PointerButton) {
    push(window, [Event::PointerMoved(at), button(at, with, true), button(at, with, false)]);
}

fn button(pos: Pos2, button: PointerButton, pressed: bool) -> Event {
    Event::PointerButton { pos, button, pressed, modifiers: Modifiers::NONE }
}

/// Somewhere in the window.
fn point(dice: &mut Dice, window: &Window) -> Pos2 {
    let rect = window.ctx.content_rect();
    let mut between =
        |from: f32, to: f32| from + (to - from) * f32::from(u16::try_from(dice.below(1000)).unwrap()) / 1000.0;
    Pos2::new(between(rect.min.x, rect.max.x), between(rect.min.y, rect.max.y))
}
