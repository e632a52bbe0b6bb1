//! What is missing, by role: a row for each seat, with open boxes to be ticked by pen.
//!
//! Levels share rows: where the same person takes a seat of the same role in Silver and in Gold, that is one row.

use crate::evaluator::{
    HeldClause, MissingClause, OptionReadiness, RequirementReadiness, RosterReadiness, Seat, Taker,
};
use crate::ledger::CredentialRow;
use crate::report::{Report, phrases};
use crate::rulebook::{AttainmentOption, LevelId, Requirement, Role, RosterRequirement};

use super::look::{self, ASSUMED, MISSING};
use super::table::{self, Cell, Column, Entry, Mark, Table};
use super::text::Span;
use super::verdicts;

/// More seats than these are counted, not listed.
const MOST_SEATS: usize = 60;

/// The checklist of an option; nothing where it asks for no people.
pub fn table(report: &Report<'_>, rules: &AttainmentOption, option: &OptionReadiness) -> Option<Table> {
    let mut checklist = Checklist::default();
    for (level, readiness) in rules.levels.iter().zip(&option.levels) {
        for (requirement, result) in level.requirements.iter().zip(&readiness.requirements) {
            checklist.add(level.id, requirement, result, false);
        }
    }
    if checklist.rows.is_empty() {
        return None;
    }
    let texts = report.texts;
    let columns = [("summary-role", 26.0), ("summary-person", 20.0), ("summary-held", 26.0), ("summary-to-pass", 28.0)];
    let columns = columns.map(|(id, share)| Column::new(texts.get(id), share)).into();
    let listed = checklist.rows.iter().take(MOST_SEATS);
    let mut rows: Vec<table::Row> = listed.map(|row| row.cells(report, &checklist).into()).collect();
    let more = checklist.rows.len() - rows.len();
    if more > 0 {
        let words = texts.with("summary-more-seats", &[("count", more.into())]);
        let none = || vec![Entry::plain("–", look::ASIDE)];
        rows.push(vec![vec![Entry::plain(words, look::ASIDE)], none(), none(), none()].into());
    }
    Some(Table { columns, rows })
}

/// The seats of all levels, those of a role together.
#[derive(Default)]
struct Checklist<'a> {
    rows: Vec<Row<'a>>,
}

/// A seat, of one level or of several.
struct Row<'a> {
    role: &'a Role,
    /// Its number among the seats of its role.
    number: usize,
    levels: Vec<LevelId>,
    /// Whether it belongs to one of several ways to meet a requirement.
    alternative: bool,
    taker: Taker,
    held: &'a [HeldClause],
    missing: &'a [MissingClause],
}

impl<'a> Checklist<'a> {
    fn add(&mut self, level: LevelId, rules: &'a Requirement, result: &'a RequirementReadiness, alternative: bool) {
        match (rules, result) {
            (Requirement::Roster(rules), RequirementReadiness::Roster(roster)) => {
                self.add_roster(level, rules, roster, alternative);
            }
            (Requirement::AnyOf(rules), RequirementReadiness::AnyOf(any)) => {
                let pairs = || rules.alternatives.iter().zip(&any.alternatives);
                // Once one way is complete, the others are of no interest.
                match pairs().find(|(_, result)| result.met()) {
                    Some((rules, result)) => self.add(level, rules, result, false),
                    None => pairs().for_each(|(rules, result)| self.add(level, rules, result, true)),
                }
            }
            _ => {}
        }
    }

    fn add_roster(&mut self, level: LevelId, rules: &'a RosterRequirement, roster: &'a RosterReadiness, either: bool) {
        for (role, readiness) in rules.roles.iter().zip(&roster.roles) {
            for seat in &readiness.seats {
                self.add_seat(level, role, seat, roster.taker(readiness, seat), either);
            }
        }
    }

    fn add_seat(&mut self, level: LevelId, role: &'a Role, seat: &'a Seat, taker: Taker, alternative: bool) {
        let same_role = |row: &Row<'_>| row.role.id == role.id && row.role.title == role.title;
        let shared = self.rows.iter_mut().find(|row| {
            same_role(row)
                && !row.levels.contains(&level)
                && row.alternative == alternative
                && same_taker(row.taker, taker)
                && row.held == seat.held
                && row.missing == seat.missing
        });
        if let Some(row) = shared {
            row.levels.push(level);
            // The level with more seats leaves fewer people free.
            if let (Taker::AnyoneOf(before), Taker::AnyoneOf(now)) = (row.taker, taker) {
                row.taker = Taker::AnyoneOf(before.min(now));
            }
            return;
        }
        let number = self.rows.iter().filter(|row| same_role(row)).count() + 1;
        let place = self.rows.iter().rposition(same_role).map_or(self.rows.len(), |last| last + 1);
        let (held, missing) = (&seat.held, &seat.missing);
        self.rows.insert(place, Row { role, number, levels: vec![level], alternative, taker, held, missing });
    }

    /// Whether the rows of a role can be numbered as its seats: not where levels seat different people.
    fn numbered(&self, role: &Role) -> bool {
        let rows = || self.rows.iter().filter(|row| row.role.id == role.id && row.role.title == role.title);
        let most = rows().map(|row| row.role.seats).max().unwrap_or_default();
        rows().count() > 1 && u32::try_from(rows().count()).is_ok_and(|count| count <= most)
    }
}

/// Whether two levels mean the same people.
fn same_taker(one: Taker, other: Taker) -> bool {
    match (one, other) {
        (Taker::AnyoneOf(_), Taker::AnyoneOf(_)) => true,
        _ => one == other,
    }
}

impl Row<'_> {
    fn cells(&self, report: &Report<'_>, checklist: &Checklist<'_>) -> Vec<Cell> {
        vec![
            self.role_cell(report, checklist),
            self.person_cell(report),
            self.held_cell(report),
            self.missing_cell(report),
        ]
    }

    fn role_cell(&self, report: &Report<'_>, checklist: &Checklist<'_>) -> Cell {
        let texts = report.texts;
        let mut title = vec![Span::new(texts.pick(&self.role.title), look::STRONG)];
        if checklist.numbered(self.role) {
            title.push(Span::new(format!(" {}", self.number), look::BODY));
        }
        let levels: Vec<String> = self.levels.iter().map(|level| verdicts::name(*level, texts)).collect();
        let mut levels = levels.join(", ");
        if self.alternative {
            levels = texts.with("summary-one-way", &[("levels", levels.into())]);
        }
        vec![Entry::new(title).lines(3), Entry::plain(levels, look::ASIDE)]
    }

    fn person_cell(&self, report: &Report<'_>) -> Cell {
        let texts = report.texts;
        let entry = match self.taker {
            Taker::Person(person) => Entry::plain(report.ledger.person(person).label(), look::BODY),
            Taker::AnyoneOf(people) => Entry::plain(texts.with("anyone-of", &[("people", people.into())]), look::ASIDE),
            Taker::NewPerson => Entry::plain(texts.get("new-person"), look::ASIDE),
        };
        vec![entry.lines(3)]
    }

    fn held_cell(&self, report: &Report<'_>) -> Cell {
        if self.held.is_empty() {
            return vec![Entry::plain("–", look::ASIDE)];
        }
        let entry = |held: &HeldClause| {
            let exam = phrases::bundle_name(&held.bundle, report.rulebook, report.texts);
            let (passed, style, mark) = if held.assumed {
                (report.texts.get("assumed"), look::BODY.colour(ASSUMED), Mark::Assumed)
            } else {
                let is_undated = CredentialRow::is_undated(held.passed);
                let day = if is_undated { String::new() } else { report.texts.date(held.passed) };
                (day, look::ASIDE, Mark::Held)
            };
            Entry::new(vec![Span::new(exam, look::BODY), Span::new(format!(" {passed}"), style)]).marked(mark)
        };
        self.held.iter().map(entry).collect()
    }

    fn missing_cell(&self, report: &Report<'_>) -> Cell {
        if self.missing.is_empty() {
            return vec![Entry::plain(report.texts.get("summary-nothing"), look::ASIDE)];
        }
        let entry = |missing: &MissingClause| {
            let exams = phrases::one_of(&missing.one_of, report.rulebook, report.texts);
            Entry::plain(exams, look::BODY.colour(MISSING)).marked(Mark::Open)
        };
        self.missing.iter().map(entry).collect()
    }
}
