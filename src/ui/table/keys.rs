//! Moving through a table by keyboard, and copying from it.

use egui::{Event, EventFilter, Id, Key, Ui};

use super::super::theme::size::ROW;
use super::{Memory, Table, Used};

/// Follows the keys while the table has the keyboard. Gives the column to bring into sight, if one is.
pub fn follow_keys<C>(
    ui: &Ui,
    id: Id,
    table: &Table<'_, C>,
    memory: &mut Memory,
    view: f32,
    used: &mut Used<C>,
) -> Option<usize> {
    if !ui.memory(|memory| memory.has_focus(id)) || table.items.is_empty() {
        return None;
    }
    let filter = EventFilter { horizontal_arrows: true, vertical_arrows: true, ..EventFilter::default() };
    ui.memory_mut(|memory| memory.set_focus_lock_filter(id, filter));
    let mut to_column = None;
    for event in ui.input(|input| input.filtered_events(&filter)) {
        match event {
            Event::Copy => used.copied = memory.marked(),
            Event::Key { key: Key::A, pressed: true, modifiers, .. } if modifiers.command => {
                memory.anchor = Some(0);
                let last = table.items.len() - 1;
                memory.cursor = table.items.last().map(|item| (last, *item));
            }
            Event::Key { key: Key::Enter, pressed: true, .. } => used.opened = memory.cursor.map(|(_, item)| item),
            Event::Key { key, pressed: true, modifiers, .. } if !modifiers.command && !modifiers.alt => {
                if let Some(row) = row_after(key, memory.cursor.map(|(row, _)| row), table.items.len(), view) {
                    let Some(item) = table.items.get(row) else { continue };
                    memory.go_to(row, *item, modifiers.shift);
                    memory.place.show_row(row, view);
                    used.moved = Some(*item);
                }
                if let Some(column) = column_after(key, memory.column, table.columns.len() - table.sticky) {
                    memory.column = column;
                    to_column = Some(table.sticky + column);
                }
            }
            _ => {}
        }
    }
    to_column
}

/// The row to which a key goes.
fn row_after(key: Key, row: Option<usize>, rows: usize, view: f32) -> Option<usize> {
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a screen has few rows")]
    let page = ((view / ROW) as usize).saturating_sub(1).max(1);
    let last = rows.checked_sub(1)?;
    let to = match (key, row) {
        (Key::End, _) => last,
        (Key::Home, _) | (Key::ArrowDown | Key::ArrowUp | Key::PageDown | Key::PageUp, None) => 0,
        (Key::ArrowDown, Some(row)) => row.saturating_add(1),
        (Key::ArrowUp, Some(row)) => row.saturating_sub(1),
        (Key::PageDown, Some(row)) => row.saturating_add(page),
        (Key::PageUp, Some(row)) => row.saturating_sub(page),
        _ => return None,
    };
    Some(to.min(last))
}

/// The column, of those that don't stay, to which a key goes.
fn column_after(key: Key, column: usize, columns: usize) -> Option<usize> {
    match key {
        Key::ArrowRight => Some((column + 1).min(columns.saturating_sub(1))),
        Key::ArrowLeft => Some(column.saturating_sub(1)),
        _ => None,
    }
}
