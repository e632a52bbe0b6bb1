//! Which people and sales the tables show, and in which order: worked out when something changes, not in every frame, and
//! for large data on a worker. At most one worker is at it for each table; what the user asks for meanwhile comes after.

mod people;
mod sales;
mod search;
mod words;

pub use people::{PeopleArranged, PeopleQuestion, exam_of, exams_to_go, seat_of};
pub use sales::{SalesArranged, SalesQuestion, currency_of};
pub use search::{PeopleIndex, SalesIndex};
pub use words::{
    Copying, Mark, What, copied_text, exam_name, group_columns, group_heading, group_text, mark_of, people_columns,
    people_heading, person_text, place_of, roles, sale_text, sales_columns, sales_heading, sums_text, why_not_detail,
};

use super::state::State;
use super::work::Job;

/// Data of so many rows are put in order at once, so that nothing flickers.
const AT_ONCE: usize = 20_000;

/// What to put in order.
#[derive(Debug)]
pub enum Question {
    /// People.
    People(PeopleQuestion),
    /// Sales.
    Sales(SalesQuestion),
}

/// What was put in order.
#[derive(Debug)]
pub enum Arranged {
    /// People.
    People(PeopleArranged),
    /// Sales.
    Sales(SalesArranged),
}

impl Question {
    /// Puts it in order.
    pub fn answer(self) -> Arranged {
        match self {
            Self::People(question) => Arranged::People(question.answer()),
            Self::Sales(question) => Arranged::Sales(question.answer()),
        }
    }
}

/// Works out which people are shown.
pub fn order_people(state: &mut State) {
    let view = &mut state.people;
    let Some(outcome) = state.outcome.clone() else {
        (view.shown, view.pending) = (None, None);
        view.rows.clear();
        return;
    };
    if outcome.ledger.people.len() > AT_ONCE && view.pending.is_some() {
        view.is_stale = true;
        return;
    }
    view.is_stale = false;
    let is_small = outcome.ledger.people.len() <= AT_ONCE;
    let question = PeopleQuestion::of(view, outcome, state.option);
    if is_small {
        view.pending = None;
        question.answer().put_into(view);
        return;
    }
    let generation = state.next_generation();
    state.people.pending = Some(generation);
    state.jobs.push(Job::Arrange { generation, question: Question::People(question) });
}

/// Works out which sales are shown, and adds them up.
pub fn order_sales(state: &mut State) {
    let view = &mut state.sales;
    let Some(outcome) = state.outcome.clone() else {
        (view.shown, view.pending) = (None, None);
        view.rows.clear();
        return;
    };
    if outcome.ledger.sales.len() > AT_ONCE && view.pending.is_some() {
        view.is_stale = true;
        return;
    }
    view.is_stale = false;
    let is_small = outcome.ledger.sales.len() <= AT_ONCE;
    let question = SalesQuestion::of(view, outcome);
    if is_small {
        view.pending = None;
        question.answer().put_into(view);
        return;
    }
    let generation = state.next_generation();
    state.sales.pending = Some(generation);
    state.jobs.push(Job::Arrange { generation, question: Question::Sales(question) });
}

/// Takes in what a worker put in order, unless it was asked for something else meanwhile.
pub fn receive_arranged(state: &mut State, generation: u64, arranged: Arranged) {
    match arranged {
        Arranged::People(people) if state.people.pending == Some(generation) => {
            state.people.pending = None;
            if state.people.is_stale { order_people(state) } else { people.put_into(&mut state.people) }
        }
        Arranged::Sales(sales) if state.sales.pending == Some(generation) => {
            state.sales.pending = None;
            if state.sales.is_stale { order_sales(state) } else { sales.put_into(&mut state.sales) }
        }
        _ => {}
    }
}
