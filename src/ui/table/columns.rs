//! A table's columns, and how wide they are.

use egui::{Align, Id, Rangef, Ui};

use super::Table;

/// A column.
#[derive(Debug, Clone, PartialEq)]
pub struct Column<C> {
    /// What it is sorted by.
    pub key: C,
    /// Its name.
    pub name: String,
    /// What the name is a part of; stands above it.
    pub above: Option<String>,
    /// What it holds, where its name says too little.
    pub hint: Option<String>,
    /// How wide it is at least, until the user says otherwise.
    pub width: f32,
    /// Which share it takes of the room that is left.
    pub grows: f32,
    /// Where its words stand.
    pub align: Align,
}

/// The narrowest that a user can make a column.
const NARROWEST: f32 = 40.0;
/// The columns that stay in sight take no more than this share of the room.
const MOST_STICKY: f32 = 0.45;

impl<C> Column<C> {
    /// A column that is as wide as told, with its words at the left.
    pub fn new(key: C, name: impl Into<String>, width: f32) -> Self {
        Self { key, name: name.into(), above: None, hint: None, width, grows: 0.0, align: Align::Min }
    }

    /// The same, taking a share of the room that is left.
    #[must_use]
    pub fn growing(mut self, share: f32) -> Self {
        self.grows = share;
        self
    }

    /// The same, with its words elsewhere.
    #[must_use]
    pub fn aligned(mut self, align: Align) -> Self {
        self.align = align;
        self
    }

    /// The same, with what it holds in more words.
    #[must_use]
    pub fn hinted(mut self, hint: impl Into<String>) -> Self {
        self.hint = Some(hint.into());
        self
    }

    /// The same, with what its name is a part of.
    #[must_use]
    pub fn below(mut self, above: impl Into<String>) -> Self {
        self.above = Some(above.into());
        self
    }

    /// The column for the table underneath.
    pub(super) fn as_wide_as(width: f32, at: usize) -> egui_table::Column {
        egui_table::Column::new(width).range(Rangef::new(NARROWEST, 2000.0)).id(Id::unique(("column", at)))
    }
}

/// The columns for the table underneath.
pub fn bare<C>(columns: &[Column<C>]) -> Vec<egui_table::Column> {
    columns.iter().enumerate().map(|(at, column)| Column::<C>::as_wide_as(column.width, at)).collect()
}

/// Gives each column its width: what the user made it, else its own with its share of the room that is left.
pub fn lay_out<C>(ui: &Ui, table: &Table<'_, C>, room: f32, given: &mut Vec<f32>) {
    let columns = table.columns;
    let id = egui_table::Table::new().id_salt(table.salt).get_id(ui);
    let mut state = egui_table::TableState::load(ui.ctx(), id).unwrap_or_default();
    let own: f32 = columns.iter().map(|column| column.width).sum();
    let shares: f32 = columns.iter().map(|column| column.grows).sum();
    let left = (room - own).max(0.0);
    let is_new = given.len() != columns.len();
    if is_new {
        *given = vec![0.0; columns.len()];
    }
    for (at, (column, given)) in columns.iter().zip(given.iter_mut()).enumerate() {
        let id = Column::<C>::as_wide_as(0.0, at).id_for(at);
        let known = state.col_widths.get(&id).copied();
        let width = match known.filter(|known| !is_new && (known - *given).abs() > 0.01) {
            Some(by_user) => {
                *given = f32::NAN;
                by_user
            }
            None if given.is_nan() => known.unwrap_or(column.width),
            None => {
                let share = if shares > 0.0 { left * column.grows / shares } else { 0.0 };
                *given = column.width + share;
                if at < table.sticky {
                    *given = given.min(room * MOST_STICKY);
                }
                *given = given.floor().max(NARROWEST);
                *given
            }
        };
        state.col_widths.insert(id, width);
    }
    state.parent_width = Some(room);
    state.store(ui.ctx(), id);
}
