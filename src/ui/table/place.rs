//! How far a table is scrolled down. A million rows are taller than single precision can tell apart, so this reckons in
//! double precision, and only rows that are in sight are given a place on the screen.

use super::super::theme::size::ROW;

/// How far a table is scrolled down, in points.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct Place(f64);

/// The rows in sight.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct InSight {
    /// The first of them.
    pub first: usize,
    /// How many.
    pub count: usize,
    /// How much of the first is hidden above.
    pub hidden: f32,
}

impl Place {
    /// The height of so many rows.
    pub fn height(rows: usize) -> f64 {
        to_double(rows) * f64::from(ROW)
    }

    /// The share of the way down, from 0 to 1.
    pub fn share(self, rows: usize, view: f32) -> f64 {
        let most = Self::height(rows) - f64::from(view);
        if most > 0.0 { (self.0 / most).clamp(0.0, 1.0) } else { 0.0 }
    }

    /// Goes to a share of the way down.
    pub fn go_to_share(&mut self, share: f64, rows: usize, view: f32) {
        self.0 = (Self::height(rows) - f64::from(view)).max(0.0) * share;
    }

    /// Scrolls down, or up, as far as there are rows. Gives how far that was.
    pub fn scroll_by(&mut self, down: f32, rows: usize, view: f32) -> f32 {
        let most = (Self::height(rows) - f64::from(view)).max(0.0);
        let before = self.0.clamp(0.0, most);
        self.0 = (before + f64::from(down)).clamp(0.0, most);
        #[expect(clippy::cast_possible_truncation, reason = "no more than was asked for")]
        let moved = (self.0 - before) as f32;
        moved
    }

    /// Scrolls no further than needed to have a row in sight.
    pub fn show_row(&mut self, row: usize, view: f32) {
        let last = (Self::height(row + 1) - f64::from(view)).max(0.0);
        self.0 = self.0.clamp(last.min(Self::height(row)), Self::height(row));
    }

    /// Stays within the rows, on a whole pixel, so that text is crisp.
    pub fn keep_within(&mut self, rows: usize, view: f32, pixels_per_point: f32) {
        let most = (Self::height(rows) - f64::from(view)).max(0.0);
        let pixels = f64::from(pixels_per_point);
        self.0 = ((self.0 * pixels).round() / pixels).clamp(0.0, most);
    }

    /// The rows in sight.
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a row is no more than a sheet has")]
    pub fn in_sight(self, rows: usize, view: f32) -> InSight {
        let first = (self.0 / f64::from(ROW)).floor().max(0.0);
        let hidden = (self.0 - first * f64::from(ROW)) as f32;
        let first = (first as usize).min(rows);
        let count = (((hidden + view) / ROW).ceil().max(0.0) as usize).min(rows - first);
        InSight { first, count, hidden }
    }
}

#[expect(clippy::cast_precision_loss, reason = "exact for as many rows as a sheet may have")]
fn to_double(rows: usize) -> f64 {
    rows as f64
}

#[cfg(test)]
mod tests {
    use super::*;

    const MOST: usize = 1_048_576;

    #[test]
    fn the_last_row_of_a_full_sheet_is_reached_whole() {
        for view in [100.0, 480.5, 613.0] {
            let mut place = Place::default();
            place.show_row(MOST - 1, view);
            place.keep_within(MOST, view, 1.0);
            let seen = place.in_sight(MOST, view);
            assert_eq!(seen.first + seen.count, MOST);
            let bottom = (f32::from(u16::try_from(seen.count).unwrap()) * ROW) - seen.hidden;
            assert!((bottom - view).abs() <= 0.5, "{bottom} of {view}");
        }
    }

    #[test]
    fn a_step_moves_every_row_of_a_full_sheet_by_as_much() {
        for row in [0, 500_000, 900_001, MOST - 40] {
            let mut place = Place(Place::height(row));
            assert!((place.scroll_by(1.0, MOST, 600.0) - 1.0).abs() < 1e-6);
            place.keep_within(MOST, 600.0, 1.0);
            let seen = place.in_sight(MOST, 600.0);
            assert_eq!((seen.first, seen.hidden), (row, 1.0));
        }
    }

    #[test]
    fn what_the_rows_do_not_take_is_left_to_the_page() {
        let mut place = Place(Place::height(10) - 200.0 - 30.0);
        for (down, taken) in [(100.0, 30.0), (100.0, 0.0), (-5000.0, 200.0 - 10.0 * ROW), (-1.0, 0.0)] {
            assert!((place.scroll_by(down, 10, 200.0) - taken).abs() < 0.01, "{down}");
        }
    }

    #[test]
    fn few_rows_stay_where_they_are() {
        let mut place = Place(400.0);
        place.keep_within(3, 600.0, 1.0);
        assert_eq!(place.in_sight(3, 600.0), InSight { first: 0, count: 3, hidden: 0.0 });
    }
}
