//! Who should sit what next, what puts the levels at risk, and why it can't be done with fewer exams.

use std::cmp::Reverse;

use crate::evaluator::{LevelReadiness, NextStep, OptionReadiness, RequirementReadiness};
use crate::report::Report;
use crate::report::phrases::either;
use crate::rulebook::{AttainmentOption, LevelId};

use super::look;
use super::table::{Column, Entry, Row, Table};
use super::text::Span;
use super::verdicts;

/// More next steps than these are counted, not listed.
const MOST_STEPS: usize = 6;
/// More sentences of a section than these are counted, not listed.
const MOST_SENTENCES: usize = 10;

/// A paragraph.
pub type Paragraph = Vec<Span>;

/// The passes that bring a level nearer, best first, and a sentence on how to read them; nothing where there is none.
pub fn next(report: &Report<'_>, option: &OptionReadiness) -> Option<(Paragraph, Table)> {
    let texts = report.texts;
    let mut steps: Vec<&NextStep> = Vec::new();
    for step in option.levels.iter().flat_map(|level| &level.next) {
        if !steps.contains(&step) {
            steps.push(step);
        }
    }
    // What anyone could sit to the same effect says more than a row for each of some.
    let anyone: Vec<&NextStep> = steps.iter().copied().filter(|step| step.person.is_none()).collect();
    let same = |step: &NextStep, any: &NextStep| step.exams == any.exams && step.serves == any.serves;
    steps.retain(|step| step.person.is_none() || !anyone.iter().any(|any| same(step, any)));
    steps.sort_by_key(|step| Reverse(step.serves.len()));
    let row = |(place, step): (usize, &&NextStep)| -> Row {
        let who = step
            .person
            .map_or_else(|| texts.get("summary-anyone"), |person| report.ledger.person(person).label().to_owned());
        let exams: Vec<String> = step.exams.iter().map(|exam| report.rulebook.exam(*exam).code.clone()).collect();
        let exams = format!(" · {}", either(exams, report.texts));
        vec![
            vec![Entry::plain((place + 1).to_string(), look::BODY)],
            vec![Entry::new(vec![Span::new(who, look::STRONG), Span::new(exams, look::BODY)]).lines(3)],
            vec![Entry::plain(serves(report, option, step), look::BODY)],
        ]
        .into()
    };
    let rows: Vec<Row> = steps.iter().take(MOST_STEPS).enumerate().map(row).collect();
    if rows.is_empty() {
        return None;
    }
    let more = steps.len() - rows.len();
    let how = texts.with("summary-next-how", &[("shown", rows.len().into()), ("more", more.into())]);
    let columns = vec![Column::bare(4.0), Column::bare(43.0), Column::bare(53.0)];
    Some((vec![Span::new(how, look::ASIDE)], Table { columns, rows }))
}

/// What puts the levels at risk, and what keeps them; each sentence once.
pub fn at_risk(report: &Report<'_>, rules: &AttainmentOption, option: &OptionReadiness) -> Vec<Paragraph> {
    let mut sentences = Sentences::default();
    for (rules, level) in rules.levels.iter().zip(&option.levels) {
        for (rules, requirement) in rules.requirements.iter().zip(&level.requirements) {
            report.risks_of(rules, requirement).into_iter().for_each(|risk| sentences.add(level.id, risk));
            if let RequirementReadiness::Revenue(revenue) = requirement
                && let Some(sales) = report.revenue_to_stay(revenue)
            {
                sentences.add(level.id, sales);
            }
        }
        for (_, roster) in Report::rosters(&rules.requirements, &level.requirements) {
            report.renewals(roster).into_iter().for_each(|renewal| sentences.add(level.id, renewal));
        }
    }
    sentences.paragraphs(report, option)
}

/// Why the levels can't be reached with fewer exams; each sentence once.
pub fn why(report: &Report<'_>, rules: &AttainmentOption, option: &OptionReadiness) -> Vec<Paragraph> {
    let mut sentences = Sentences::default();
    for (rules, level) in rules.levels.iter().zip(&option.levels) {
        for (rules, roster) in Report::rosters(&rules.requirements, &level.requirements) {
            report.why(rules, roster).into_iter().for_each(|why| sentences.add(level.id, why));
        }
    }
    sentences.paragraphs(report, option)
}

/// What a pass does: "reaches Silver and brings Gold one exam nearer".
fn serves(report: &Report<'_>, option: &OptionReadiness, step: &NextStep) -> String {
    let served = || option.levels.iter().filter(|level| step.serves.contains(&level.id));
    let part = |(gain, id): (Gain, &str)| {
        let levels: Vec<String> =
            served().filter(|level| gain_of(level) == gain).map(|it| verdicts::name(it.id, report.texts)).collect();
        (!levels.is_empty()).then(|| report.texts.with(id, &[("levels", report.list(levels).into())]))
    };
    let parts = [(Gain::Level, "summary-reaches"), (Gain::Seats, "summary-completes"), (Gain::Exam, "summary-nearer")];
    report.list(parts.into_iter().filter_map(part).collect())
}

/// What a level gains by a pass that brings it nearer.
#[derive(Clone, Copy, PartialEq)]
enum Gain {
    /// It is reached.
    Level,
    /// All its seats are filled.
    Seats,
    /// One exam.
    Exam,
}

fn gain_of(level: &LevelReadiness) -> Gain {
    let unmet = || level.requirements.iter().filter(|requirement| !requirement.met());
    let mut exams = 0;
    for requirement in unmet() {
        match requirement {
            RequirementReadiness::Roster(roster) => exams += roster.missing_exams,
            RequirementReadiness::AnyOf(_) => return Gain::Exam,
            RequirementReadiness::Revenue(_) => {}
        }
    }
    match (exams, unmet().count()) {
        (1, 1) => Gain::Level,
        (1, _) => Gain::Seats,
        _ => Gain::Exam,
    }
}

/// Sentences with the levels that each is true of.
#[derive(Default)]
struct Sentences(Vec<(String, Vec<LevelId>)>);

impl Sentences {
    fn add(&mut self, level: LevelId, sentence: String) {
        match self.0.iter_mut().find(|(known, _)| *known == sentence) {
            Some((_, levels)) if levels.contains(&level) => {}
            Some((_, levels)) => levels.push(level),
            None => self.0.push((sentence, vec![level])),
        }
    }

    /// A paragraph each, headed by its levels where it is not true of all.
    fn paragraphs(self, report: &Report<'_>, option: &OptionReadiness) -> Vec<Paragraph> {
        let texts = report.texts;
        let more = self.0.len().saturating_sub(MOST_SENTENCES);
        let paragraph = |(sentence, levels): (String, Vec<LevelId>)| {
            let mut spans = Vec::new();
            if levels.len() < option.levels.len() {
                let names: Vec<String> = levels.iter().map(|level| verdicts::name(*level, texts)).collect();
                spans.push(Span::new(format!("{} · ", names.join(", ")), look::STRONG));
            }
            let stop = if sentence.ends_with('.') { "" } else { "." };
            spans.push(Span::new(format!("{sentence}{stop}"), look::BODY));
            spans
        };
        let mut paragraphs: Vec<Paragraph> = self.0.into_iter().take(MOST_SENTENCES).map(paragraph).collect();
        if more > 0 {
            paragraphs.push(vec![Span::new(texts.with("summary-more", &[("count", more.into())]), look::ASIDE)]);
        }
        paragraphs
    }
}
