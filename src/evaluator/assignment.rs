//! Who takes which row: an exact assignment of least cost.
//!
//! Shortest augmenting paths with dual prices, as in H. W. Kuhn, "The Hungarian method for the assignment problem" (1955) in
//! the form of R. Jonker and A. Volgenant (1987): O(rows² · columns). Written here because the crates that solve this keep
//! their dual prices to themselves; the prices are what tells all optimal assignments apart from the others, and that is
//! what makes ties break the same way everywhere.

use std::collections::VecDeque;

/// An assignment of least cost: a column for each row, no column taken twice.
///
/// Prices prove it: no row and column cost less than the sum of their prices, a row and its column cost just that, a
/// column's price is never above 0, and a column that nobody has costs 0.
#[derive(Debug, Clone)]
pub(super) struct Assignment<'a> {
    costs: &'a [Vec<i64>],
    row_price: Vec<i64>,
    column_price: Vec<i64>,
    column_of: Vec<usize>,
    row_of: Vec<Option<usize>>,
}

impl<'a> Assignment<'a> {
    /// Solves for costs: each row has one for each column, and there are at least as many columns as rows.
    pub(super) fn solve(costs: &'a [Vec<i64>]) -> Self {
        let columns = costs.first().map_or(0, Vec::len);
        let mut assignment = Self {
            costs,
            row_price: vec![0; costs.len()],
            column_price: vec![0; columns],
            column_of: vec![usize::MAX; costs.len()],
            row_of: vec![None; columns],
        };
        for row in 0..costs.len() {
            assignment.add(row, None);
        }
        assignment
    }

    /// Of all assignments of this cost the one whose columns, read row by row, come first.
    #[must_use]
    pub(super) fn first_of_equals(mut self) -> Self {
        for row in 0..self.costs.len() {
            self.settle(row);
        }
        self
    }

    /// The column of each row.
    pub(super) fn columns(&self) -> &[usize] {
        &self.column_of
    }

    /// The price of each row.
    pub(super) fn row_prices(&self) -> &[i64] {
        &self.row_price
    }

    /// Whether a row is worth more with a column than the column would cost it, by the prices.
    pub(super) fn is_worth(&self, row: usize, column: usize, cost: i64) -> bool {
        self.row_price[row] + self.column_price[column] > cost
    }

    /// By how much the cost rises when a column is gone.
    pub(super) fn loss_without(&self, column: usize) -> i64 {
        let Some(row) = self.row_of[column] else { return 0 };
        let mut without = self.clone();
        without.row_of[column] = None;
        without.add(row, Some(column));
        without.cost() - self.cost()
    }

    /// The same pairs with prices for other costs, for which they must be of least cost, too.
    pub(super) fn priced_for<'b>(&self, costs: &'b [Vec<i64>]) -> Assignment<'b> {
        let prices = Assignment::solve(costs);
        // Prices that prove one assignment of least cost prove them all.
        Assignment { column_of: self.column_of.clone(), row_of: self.row_of.clone(), ..prices }
    }

    /// The columns that a row could have instead of its own in some assignment of this cost.
    pub(super) fn others_for(&self, row: usize) -> Vec<usize> {
        let may_reach = self.ways_to(row, 0);
        let now = self.column_of[row];
        (0..self.row_of.len()).filter(|it| *it != now && may_reach[*it] && self.excess(row, *it) == 0).collect()
    }

    /// What all pairs cost together.
    pub(super) fn cost(&self) -> i64 {
        self.column_of.iter().enumerate().map(|(row, column)| self.costs[row][*column]).sum()
    }
}

impl Assignment<'_> {
    /// How much dearer a row and a column are than their prices.
    fn excess(&self, row: usize, column: usize) -> i64 {
        self.costs[row][column] - self.row_price[row] - self.column_price[column]
    }

    /// Gives a column to a row that has none, along a shortest augmenting path that keeps clear of a closed column.
    fn add(&mut self, row: usize, closed: Option<usize>) {
        let columns = self.row_of.len();
        let mut distance = vec![i64::MAX; columns];
        let mut before: Vec<Option<usize>> = vec![None; columns];
        let mut reached: Vec<usize> = Vec::new();
        let mut open: Vec<usize> = (0..columns).filter(|column| Some(*column) != closed).collect();
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
        let may_reach = self.ways_to(row, row);
        let wanted = (0..self.column_of[row]).find(|column| may_reach[*column] && self.excess(row, *column) == 0);
        if let Some(path) = wanted.and_then(|wanted| self.way_back(row, wanted)) {
            self.shift(row, &path);
        }
    }

    /// For each column whether a row could have it and give up its own, everybody on the way moving one stop on at no cost.
    /// The first rows, so many as are settled, stay where they are. Looked for from the row's own column backwards.
    fn ways_to(&self, row: usize, settled: usize) -> Vec<bool> {
        let mut found = vec![false; self.row_of.len()];
        let mut through_nowhere = false;
        let mut queue = vec![self.column_of[row]];
        let mut movers: Vec<usize> = (settled..self.column_of.len()).filter(|mover| *mover != row).collect();
        while let Some(to) = queue.pop() {
            let mut before = Vec::new();
            movers.retain(|mover| {
                let may_move = self.excess(*mover, to) == 0;
                before.extend(may_move.then(|| self.column_of[*mover]));
                !may_move
            });
            if !through_nowhere && self.column_price[to] == 0 {
                through_nowhere = true;
                before.extend((0..found.len()).filter(|column| self.row_of[*column].is_none()));
            }
            for from in before {
                found[from] = true;
                queue.push(from);
            }
        }
        found
    }

    /// The stops from the column that a row would like to the one it has, so that everybody on the way can move one stop on
    /// at no cost. [`Self::nowhere`] is a stop too: whoever is pushed there was nobody, and a column that costs 0 may be
    /// left empty instead. Rows before this one stay where they are.
    fn way_back(&self, row: usize, wanted: usize) -> Option<Vec<usize>> {
        let nowhere = self.nowhere();
        let now = self.column_of[row];
        let is_open = |column: usize| self.row_of[column].is_none_or(|holder| holder >= row);
        let stops_after = |from: usize| -> Vec<usize> {
            match self.row_of.get(from).copied() {
                None => (0..nowhere).filter(|to| self.row_of[*to].is_some() && self.column_price[*to] == 0).collect(),
                Some(None) => vec![nowhere],
                Some(Some(mover)) if mover == row => Vec::new(),
                Some(Some(mover)) => (0..nowhere).filter(|to| self.excess(mover, *to) == 0).collect(),
            }
        };
        let mut before: Vec<Option<usize>> = vec![None; nowhere + 1];
        let mut queue = VecDeque::from([wanted]);
        while let Some(from) = queue.pop_front() {
            for to in stops_after(from) {
                if to == wanted || before[to].is_some() || (to != nowhere && !is_open(to)) {
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
            let columns = Assignment::solve(&costs).first_of_equals().column_of;
            let cost: i64 = columns.iter().enumerate().map(|(row, column)| costs[row][*column]).sum();
            prop_assert_eq!((cost, columns), brute_force(&costs));
        }

        #[test]
        fn the_loss_without_a_column_is_that_of_solving_again(
            costs in (1_usize..5, 1_usize..4).prop_flat_map(|(rows, more)| {
                prop::collection::vec(prop::collection::vec(0_i64..4, rows + more), rows)
            })
        ) {
            let all = Assignment::solve(&costs);
            for column in 0..costs[0].len() {
                let mut fewer = costs.clone();
                for row in &mut fewer {
                    row.remove(column);
                }
                prop_assert_eq!(all.cost() + all.loss_without(column), Assignment::solve(&fewer).cost());
            }
        }
    }
}
