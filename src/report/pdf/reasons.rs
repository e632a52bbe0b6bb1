//! Who should sit what next, what puts the levels at risk, and why it can't be done with fewer exams.

use std::cmp::Reverse;
use std::num::NonZeroU16;

use crate::evaluator::{LevelReadiness, NextStep, OptionReadiness, RequirementReadiness};
use crate::report::Report;
use crate::report::phrases::either;
use crate::rulebook::{AttainmentOption, LevelId};

use super::look::{self, MARGIN, WIDTH};
use super::page::Flow;
use super::section;
use super::table::{Column, Entry, Row, Table};
use super::text::Span;
use super::verdicts;

/// More next steps than these are counted, not listed.
const MOST_STEPS: usize = 6;
/// More sentences of a section than these are counted, not listed.
const MOST_SENTENCES: usize = 10;

/// A paragraph.
pub type Paragraph = Vec<Span>;

/// Draws who should sit what next, and the way to Gold; nothing where nothing is to be sat.
pub fn draw_next(flow: &mut Flow, report: &Report<'_>, option: &OptionReadiness, level: NonZeroU16) {
    let Some((how, table)) = next(report, option) else { return };
    let table = table.lay(flow, MARGIN, WIDTH);
    section::draw_title(flow, &report.texts.get("summary-next"), table.least_height() + 16.0, level);
    flow.paragraph(&how);
    flow.gap(2.0);
    table.draw(flow);
    if let Some(path) = option.path.as_ref().and_then(|path| report.path(path)) {
        flow.gap(6.0);
        flow.paragraph(&[Span::new(path, look::BODY)]);
    }
}

/// The passes that bring a level nearer, best first, and a sentence on how to read them; nothing where there is none.
fn next(report: &Report<'_>, option: &OptionReadiness) -> Option<(Paragraph, Table)> {
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
pub fn why(report: &Report<'_>) -> Vec<Paragraph> {
    let options = report.rulebook.options.iter().zip(&report.readiness.options);
    let several = report.rulebook.options.len() > 1;
    options
        .flat_map(|(rules, option)| {
            let of = several.then(|| report.texts.pick(&rules.title));
            why_of(report, rules, option, of)
        })
        .collect()
}

/// Why the levels of an option can't be reached with fewer exams. Of several rosters, each sentence names its roles.
fn why_of(report: &Report<'_>, rules: &AttainmentOption, option: &OptionReadiness, of: Option<&str>) -> Vec<Paragraph> {
    let mut sentences = Sentences { of: of.map(str::to_owned), ..Sentences::default() };
    for (rules, level) in rules.levels.iter().zip(&option.levels) {
        let rosters = Report::rosters(&rules.requirements, &level.requirements);
        for (rules, roster) in &rosters {
            let Some(why) = report.why(rules, roster) else { continue };
            let titles = rules.roles.iter().map(|role| report.texts.pick(&role.title).to_owned());
            let about = if rosters.len() > 1 { report.list(titles.collect()) } else { String::new() };
            sentences.add_about(level.id, about, why);
        }
    }
    sentences.paragraphs(report, option)
}

/// What a pass does: "reaches Silver and brings Gold one exam nearer".
pub fn serves(report: &Report<'_>, option: &OptionReadiness, step: &NextStep) -> String {
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
struct Sentences {
    /// What all of them are about, where that has to be said.
    of: Option<String>,
    said: Vec<Sentence>,
}

struct Sentence {
    words: String,
    /// What it is about; empty where that need not be said.
    about: String,
    levels: Vec<LevelId>,
}

impl Sentences {
    fn add(&mut self, level: LevelId, words: String) {
        self.add_about(level, String::new(), words);
    }

    fn add_about(&mut self, level: LevelId, about: String, words: String) {
        match self.said.iter_mut().find(|known| known.words == words && known.about == about) {
            Some(known) if known.levels.contains(&level) => {}
            Some(known) => known.levels.push(level),
            None => self.said.push(Sentence { words, about, levels: vec![level] }),
        }
    }

    /// A paragraph each, headed by its levels where it is not true of all.
    fn paragraphs(self, report: &Report<'_>, option: &OptionReadiness) -> Vec<Paragraph> {
        let texts = report.texts;
        let more = self.said.len().saturating_sub(MOST_SENTENCES);
        let paragraph = |Sentence { words, about, levels }: Sentence| {
            let names = levels.iter().map(|level| verdicts::name(*level, texts));
            let names =
                if levels.len() < option.levels.len() { names.collect::<Vec<_>>().join(", ") } else { String::new() };
            let of = self.of.iter().cloned().chain([names, about]).filter(|part| !part.is_empty());
            let mut spans: Vec<Span> = of.map(|part| Span::new(format!("{part} · "), look::STRONG)).collect();
            let stop = if words.ends_with('.') { "" } else { "." };
            spans.push(Span::new(format!("{words}{stop}"), look::BODY));
            spans
        };
        let mut paragraphs: Vec<Paragraph> = self.said.into_iter().take(MOST_SENTENCES).map(paragraph).collect();
        if more > 0 {
            paragraphs.push(vec![Span::new(texts.with("summary-more", &[("count", more.into())]), look::ASIDE)]);
        }
        paragraphs
    }
}
