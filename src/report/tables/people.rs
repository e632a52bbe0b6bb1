//! People × exams: a row for each person, a column for each exam, with the day on which it was passed.

use std::collections::HashMap;

use crate::evaluator::{CredentialLeftOut, RequirementReadiness, Seat, Taker};
use crate::ledger::{CredentialRow, PersonId};
use crate::report::Report;
use crate::rulebook::{ExamId, Requirement};

use super::{Column, Mark, Marked, Table, Tone, Value};

/// Everybody who was read.
pub fn people<'a>(report: &'a Report<'a>) -> Table<'a> {
    let Report { ledger, rulebook, texts, .. } = *report;
    let Seats { taken, to_go, to_pass } = Seats::of(report);
    let mut columns = Column::all(texts, &["summary-person", "table-email", "table-id"]);
    columns.extend(rulebook.exams.iter().map(|exam| exam_column(report, &exam.code)));
    columns.push(Column::new(texts.get("table-takes")));
    columns.extend(
        to_go.iter().map(|(role, _)| Column::new(texts.with("table-to-go", &[("role", role.as_str().into())]))),
    );
    Table::lazy(texts.get("table-people"), "people", columns, ledger.people.len(), move |at| {
        let Some(person) = ledger.people.get(at) else { return Vec::new() };
        let id = PersonId(at);
        let mut row = vec![Value::text(person.label()), Value::text(&*person.email), Value::text(&*person.id)];
        row.extend((0..rulebook.exams.len()).map(|exam| {
            exam_value(report, id, ExamId(exam), to_pass.get(&id).and_then(|exams| exams.get(&ExamId(exam))).copied())
        }));
        row.push(taken.get(&id).map_or(Value::Nothing, |seats| Value::text(seats.join(", "))));
        row.extend(
            to_go.iter().map(|(_, exams)| exams.get(at).map_or(Value::Nothing, |it| Value::Count((*it).into()))),
        );
        row
    })
}

fn exam_column(report: &Report<'_>, code: &str) -> Column {
    let texts = report.texts;
    let mark = |reason: CredentialLeftOut| texts.get(&format!("credential-{}", reason.as_str()));
    let mut column = Column::new(code)
        .mark(texts.get("table-held"), Tone::Good)
        .mark(texts.get("assumed"), Tone::Assumed)
        .mark(texts.get("table-to-pass"), Tone::Missing)
        .mark(texts.get("table-one-to-pass"), Tone::Missing)
        .mark(mark(CredentialLeftOut::Failed), Tone::Missing)
        .mark(mark(CredentialLeftOut::Expired), Tone::Risk)
        .mark(mark(CredentialLeftOut::NoLongerAccepted), Tone::Risk);
    column.marks.insert(0, Mark { of: Marked::Dates, tone: Tone::Good });
    column
}

/// The day of the pass that counts; else why a pass doesn't; else whether the person's seat lacks the exam.
fn exam_value<'a>(report: &Report<'a>, person: PersonId, exam: ExamId, lacks: Option<Lacks>) -> Value<'a> {
    let texts = report.texts;
    let credentials = &report.ledger.credentials;
    let from = credentials.partition_point(|credential| credential.person < person);
    let to = credentials.partition_point(|credential| credential.person <= person);
    let own = || (from..to).filter_map(|at| Some((credentials.get(at)?, report.readiness.credentials.get(at)?)));
    let of_exam = || own().filter(|(_, verdict)| verdict.exam == Some(exam));
    if let Some((credential, _)) = of_exam().find(|(_, verdict)| verdict.why_not.is_none()) {
        return match credential.passed {
            _ if credential.assumed => Value::text(texts.get("assumed")),
            day if CredentialRow::is_undated(day) => Value::text(texts.get("table-held")),
            day => Value::Day(day),
        };
    }
    let reason = || of_exam().find_map(|(_, verdict)| verdict.why_not);
    match lacks {
        Some(Lacks::This) => Value::text(texts.get("table-to-pass")),
        Some(Lacks::OneOfSeveral) => Value::text(texts.get("table-one-to-pass")),
        None => reason().map_or(Value::Nothing, |it| Value::text(texts.get(&format!("credential-{}", it.as_str())))),
    }
}

/// What the highest level of each option makes of people.
#[derive(Default)]
struct Seats<'a> {
    /// The seats that somebody takes.
    taken: HashMap<PersonId, Vec<String>>,
    /// For each role, the exams that each person lacks.
    to_go: Vec<(String, &'a [u32])>,
    /// The exams that somebody lacks in a seat.
    to_pass: HashMap<PersonId, HashMap<ExamId, Lacks>>,
}

/// How a seat lacks an exam.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Lacks {
    /// Nothing else would do.
    This,
    /// This or another.
    OneOfSeveral,
}

impl<'a> Seats<'a> {
    fn of(report: &'a Report<'a>) -> Self {
        let mut found = Self::default();
        for (rules, option) in report.rulebook.options.iter().zip(&report.readiness.options) {
            if let Some((rules, level)) = rules.levels.iter().zip(&option.levels).next_back() {
                for pair in rules.requirements.iter().zip(&level.requirements) {
                    found.add(report, pair);
                }
            }
        }
        found
    }

    fn add(&mut self, report: &Report<'_>, (rules, result): (&'a Requirement, &'a RequirementReadiness)) {
        match (rules, result) {
            (Requirement::Roster(rules), RequirementReadiness::Roster(roster)) => {
                for (rules, role) in rules.roles.iter().zip(&roster.roles) {
                    let title = report.texts.pick(&rules.title).to_owned();
                    for (place, seat) in role.seats.iter().enumerate() {
                        if let Taker::Person(person) = roster.taker(role, seat) {
                            let name = if rules.seats > 1 { format!("{title} {}", place + 1) } else { title.clone() };
                            let seats = self.taken.entry(person).or_default();
                            if !seats.contains(&name) {
                                seats.push(name);
                            }
                            self.add_missing(person, seat);
                        }
                    }
                    if !self.to_go.iter().any(|(known, _)| *known == title) {
                        self.to_go.push((title, &role.exams_to_go));
                    }
                }
            }
            (Requirement::AnyOf(rules), RequirementReadiness::AnyOf(any)) => {
                rules.alternatives.iter().zip(&any.alternatives).for_each(|pair| self.add(report, pair));
            }
            _ => {}
        }
    }

    fn add_missing(&mut self, person: PersonId, seat: &Seat) {
        let to_pass = self.to_pass.entry(person).or_default();
        for missing in &seat.missing {
            let lacks = if missing.one_of.len() == 1 { Lacks::This } else { Lacks::OneOfSeveral };
            for exam in missing.one_of.iter().flatten() {
                // What one condition needs, no other makes less so.
                to_pass.entry(*exam).and_modify(|known| *known = known.or(lacks)).or_insert(lacks);
            }
        }
    }
}

impl Lacks {
    fn or(self, other: Self) -> Self {
        if self == Self::This { self } else { other }
    }
}
