//! Who takes which row: an exact assignment of least cost.
//!
//! Shortest augmenting paths with dual prices, as in H. W. Kuhn, "The Hungarian method for the assignment problem" (1955) in
//! the form of R. Jonker and A. Volgenant (1987): O(rows² · columns). Written here because the crates that solve this keep
//! their dual prices to themselves; the prices are what tells all optimal assignments apart from the others, and that is
//! what makes ties break the same way everywhere.

use std::collections::VecDeque;

/// The column of each row, so that no column is taken twice and the sum of the costs is least.
///
/// Of several such assignments it is the one whose columns, read row by row, come first. Each row of `costs` has one cost
/// for each column, and there are at least as many columns as rows.
pub(super) fn assign(costs: &[Vec<i64>]) -> Vec<usize> {
    let columns = costs.first().map_or(0, Vec::len);
    let mut matching = Matching {
        costs,
        row_price: vec![0; costs.len()],
        column_price: vec![0; columns],
        column_of: Vec::with_capacity(costs.len()),
        row_of: vec![None; columns],
    };
    for row in 0..costs.len() {
        matching.add(row);
    }
    for row in 0..costs.len() {
        matching.settle(row);
    }
    matching.column_of
}

/// An assignment of least cost for the rows added so far.
///
/// Prices prove it: no row and column cost less than the sum of their prices, a row and its column cost just that, a
/// column's price is never above 0, and a column that nobody has costs 0.
struct Matching<'a> {
    costs: &'a [Vec<i64>],
    row_price: Vec<i64>,
    column_price: Vec<i64>,
    column_of: Vec<usize>,
    row_of: Vec<Option<usize>>,
}

impl Matching<'_> {
    /// How much dearer a row and a column are than their prices.
    fn excess(&self, row: usize, column: usize) -> i64 {
        self.costs[row][column] - self.row_price[row] - self.column_price[column]
    }

    /// Adds one row along a shortest augmenting path.
    fn add(&mut self, row: usize) {
        let columns = self.row_of.len();
        let mut distance = vec![i64::MAX; columns];
        let mut before: Vec<Option<usize>> = vec![None; columns];
        let mut reached: Vec<usize> = Vec::new();
        let mut open: Vec<usize> = (0..columns).collect();
        let (mut at_row, mut at_column) = (row, None);
        let free = loop {
            for column in &open {
                let excess = self.excess(at_row, *column);
                if excess < distance[*column] {
                    distance[*column] = excess;
                    before[*column] = at_column;
                }
            }
            let Some(nearest) = (0..open.len()).min_by_key(|place| (distance[open[*place]], open[*place])) else {
                return;
            };
            let column = open.swap_remove(nearest);
            let step = distance[column];
            self.row_price[row] += step;
            for passed in &reached {
                self.column_price[*passed] -= step;
                if let Some(row) = self.row_of[*passed] {
                    self.row_price[row] += step;
                }
            }
            for column in &open {
                distance[*column] -= step;
            }
            reached.push(column);
            at_column = Some(column);
            match self.row_of[column] {
                Some(taken_by) => at_row = taken_by,
                None => break column,
            }
        };
        self.column_of.push(free);
        let mut column = free;
        while let Some(previous) = before[column] {
            self.seat(self.row_of[previous], column);
            column = previous;
        }
        self.seat(Some(row), column);
    }

    fn seat(&mut self, row: Option<usize>, column: usize) {
        self.row_of[column] = row;
        if let Some(row) = row {
            self.column_of[row] = column;
        }
    }

    /// Moves a row to the first column that some assignment of least cost gives it, while all rows before it stay.
    fn settle(&mut self, row: usize) {
        for column in 0..self.column_of[row] {
            if self.excess(row, column) == 0
                && let Some(path) = self.way_back(row, column)
            {
                self.shift(row, &path);
                return;
            }
        }
    }

    /// The stops from the column that a row would like to the one it has, so that everybody on the way can move one stop on
    /// at no cost. [`Self::nowhere`] is a stop too: whoever is pushed there was nobody, and a column that costs 0 may be
    /// left empty instead.
    fn way_back(&self, row: usize, wanted: usize) -> Option<Vec<usize>> {
        let nowhere = self.nowhere();
        let now = self.column_of[row];
        let is_settled = |column: usize| self.row_of[column].is_some_and(|other| other < row);
        let leads_to = |from: usize, to: usize| match (from == nowhere, to == nowhere) {
            (true, true) => false,
            (true, false) => !is_settled(to) && self.row_of[to].is_some() && self.column_price[to] == 0,
            (false, true) => self.row_of[from].is_none(),
            (false, false) => {
                !is_settled(to) && self.row_of[from].is_some_and(|mover| mover != row && self.excess(mover, to) == 0)
            }
        };
        if is_settled(wanted) {
            return None;
        }
        let mut before: Vec<Option<usize>> = vec![None; nowhere + 1];
        let mut queue = VecDeque::from([wanted]);
        while let Some(from) = queue.pop_front() {
            for to in (0..=nowhere).filter(|to| *to != wanted) {
                if before[to].is_some() || !leads_to(from, to) {
                    continue;
                }
                before[to] = Some(from);
                if to == now {
                    let mut path: Vec<usize> = std::iter::successors(Some(now), |stop| before[*stop]).collect();
                    path.reverse();
                    return Some(path);
                }
                queue.push_back(to);
            }
        }
        None
    }

    /// Moves everybody on a way back one stop on, and the row to its first stop.
    fn shift(&mut self, row: usize, path: &[usize]) {
        let nowhere = self.nowhere();
        let holder = |stop: usize| self.row_of.get(stop).copied().flatten();
        let moves: Vec<(Option<usize>, usize)> =
            path.windows(2).filter(|step| step[1] != nowhere).map(|step| (holder(step[0]), step[1])).collect();
        for column in path.iter().filter(|stop| **stop != nowhere) {
            self.row_of[*column] = None;
        }
        for (mover, column) in moves {
            if mover.is_some() {
                self.seat(mover, column);
            }
        }
        self.seat(Some(row), path[0]);
    }

    /// One past the last column.
    fn nowhere(&self) -> usize {
        self.row_of.len()
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// Every assignment, the least cost and then the first.
    fn brute_force(costs: &[Vec<i64>]) -> (i64, Vec<usize>) {
        fn go(costs: &[Vec<i64>], taken: &mut Vec<usize>, cost: i64, best: &mut Option<(i64, Vec<usize>)>) {
            let Some(row) = costs.get(taken.len()) else {
                if best.as_ref().is_none_or(|known| (cost, &*taken) < (known.0, &known.1)) {
                    *best = Some((cost, taken.clone()));
                }
                return;
            };
            for (column, more) in row.iter().enumerate() {
                if !taken.contains(&column) {
                    taken.push(column);
                    go(costs, taken, cost + more, best);
                    taken.pop();
                }
            }
        }
        let mut best = None;
        go(costs, &mut Vec::new(), 0, &mut best);
        best.unwrap()
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(4000))]
        #[test]
        fn the_assignment_is_the_first_of_the_cheapest(
            costs in (1_usize..5, 0_usize..3).prop_flat_map(|(rows, more)| {
                prop::collection::vec(prop::collection::vec(0_i64..4, rows + more), rows)
            })
        ) {
            let columns = assign(&costs);
            let cost: i64 = columns.iter().enumerate().map(|(row, column)| costs[row][*column]).sum();
            prop_assert_eq!((cost, columns), brute_force(&costs));
        }
    }
}
