//! One person's page: what they hold, what they should sit next and why, and the seats they could take.

use crate::evaluator::{CredentialVerdict, LevelReadiness, MissingClause, NextStep, RoleReadiness, Taker, towards};
use crate::ledger::{Credential, CredentialRow, PersonId, Place};
use crate::report::Report;
use crate::report::phrases::{self, either, in_sentence};
use crate::rulebook::{AttainmentOption, Level, LevelId, Role};

use super::look::{self, ASSUMED, GOOD, MARGIN, MISSING, WIDTH};
use super::page::Flow;
use super::section::{self, HEADING_2};
use super::table::{Column, Entry, Mark, Row, Table};
use super::text::{Fonts, LastResort, Span};
use super::{Paper, assumed, head, reasons, verdicts};

/// More credentials than these are counted, not listed: a list may name one person in all its rows.
const MOST_CREDENTIALS: usize = 60;

/// The person's pages with everything on them.
pub fn fill(report: &Report<'_>, person: PersonId, paper: Paper, last_resort: LastResort) -> Flow {
    let who = report.ledger.person(person).label();
    let mut flow = Flow::new(Fonts::new(last_resort), paper);
    head::draw_title(&mut flow, report, who);
    assumed::draw_note(&mut flow, report);
    let roles = roles(report, person);
    let known_as = known_as(report, person);
    if !known_as.is_empty() {
        flow.paragraph(&[Span::new(known_as, look::ASIDE)]);
        flow.gap(2.0);
    }
    flow.paragraph(&[Span::new(takes(report, person, &roles), look::BODY)]);
    draw_part(&mut flow, report, ("person-holds", "person-holds-nothing"), held(report, person));
    draw_part(&mut flow, report, ("person-next", "person-next-nothing"), next(report, person));
    draw_part(&mut flow, report, ("person-seats", "person-seats-nothing"), seats(report, &roles));
    head::draw_margins(&mut flow, report, who);
    flow
}

/// A table with its heading, or a sentence that there is nothing to tell.
fn draw_part(flow: &mut Flow, report: &Report<'_>, (title, nothing): (&str, &str), table: Table) {
    let title = report.texts.get(title);
    if table.rows.is_empty() {
        let nothing = Span::new(report.texts.get(nothing), look::ASIDE);
        section::draw_paragraphs(flow, &title, &[vec![nothing]], HEADING_2);
    } else {
        let table = table.lay(flow, MARGIN, WIDTH);
        section::draw_table(flow, &title, &table, HEADING_2);
    }
}

/// The e-mail and the MCP ID, without what stands in the heading.
fn known_as(report: &Report<'_>, person: PersonId) -> String {
    let who = report.ledger.person(person);
    let same = |one: &str, other: &str| one.to_lowercase() == other.to_lowercase();
    let mut parts = Vec::new();
    if !same(&who.email, who.label()) {
        parts.push(who.email.clone());
    }
    // The id is the MCP ID, unless it is the e-mail or the name with single spaces.
    let name = who.name.split_whitespace().collect::<Vec<_>>().join(" ");
    if !who.id.contains('@') && !same(&who.id, &name) && !same(&who.id, who.label()) {
        parts.push(report.texts.with("person-id", &[("id", who.id.as_str().into())]));
    }
    parts.retain(|part| !part.is_empty());
    parts.join(" · ")
}

/// Which seats the person takes, that they are kept out, or that they take none.
fn takes(report: &Report<'_>, person: PersonId, roles: &[RoleOf<'_>]) -> String {
    let texts = report.texts;
    let sentence = |role: &RoleOf<'_>| {
        let levels = role.takes.iter().map(|level| verdicts::name(*level, texts)).collect();
        let values =
            [("role", in_sentence(texts.pick(&role.rules.title)).into()), ("levels", report.list(levels).into())];
        format!("{}.", texts.with("takes-seat-in", &values))
    };
    let taken: Vec<String> = roles.iter().filter(|role| !role.takes.is_empty()).map(sentence).collect();
    if !taken.is_empty() {
        return taken.join(" ");
    }
    let is_kept_out = report.readiness.settings.kept_out.contains(&report.ledger.person(person).id);
    texts.get(if is_kept_out { "person-kept-out" } else { "person-no-seat" })
}

/// What the person has passed or tried: what counts comes first.
fn held(report: &Report<'_>, person: PersonId) -> Table {
    let texts = report.texts;
    let own = report.ledger.credentials.iter().zip(&report.readiness.credentials);
    let mut own: Vec<_> = own.filter(|(credential, _)| credential.person == person).collect();
    own.sort_by_key(|(_, verdict)| verdict.why_not.is_some());
    let more = own.len().saturating_sub(MOST_CREDENTIALS);
    let mut rows: Vec<Row> = own
        .into_iter()
        .take(MOST_CREDENTIALS)
        .map(|(credential, verdict)| held_row(report, credential, verdict))
        .collect();
    if more > 0 {
        let words = texts.with("summary-more", &[("count", more.into())]);
        rows.push(vec![vec![Entry::plain(words, look::ASIDE)], Vec::new(), Vec::new(), Vec::new()].into());
    }
    let columns = [("person-exam", 38.0), ("person-date", 16.0), ("person-counts", 20.0), ("person-where", 26.0)];
    Table { columns: columns.map(|(id, share)| Column::new(texts.get(id), share)).into(), rows }
}

fn held_row(report: &Report<'_>, credential: &Credential, verdict: &CredentialVerdict) -> Row {
    let texts = report.texts;
    let exam = verdict.exam.map(|exam| report.rulebook.exam(exam));
    let code = exam.map_or(&*credential.exam, |exam| &exam.code);
    let mark = match verdict.why_not {
        None if credential.assumed => Some(Mark::Assumed),
        None => Some(Mark::Held),
        Some(_) => None,
    };
    let mut exams = vec![Entry { mark, ..Entry::plain(code, look::STRONG).lines(3) }];
    if let Some(title) = exam.map(|exam| texts.pick(&exam.title)).filter(|title| !title.is_empty() && *title != code) {
        exams.push(Entry::plain(title, look::ASIDE).lines(3));
    }
    let passed = if CredentialRow::is_undated(credential.passed) {
        texts.get("person-undated")
    } else {
        texts.date(credential.passed)
    };
    let mut dates = vec![Entry::plain(passed, look::BODY)];
    if let Some(last) = credential.expires {
        dates.push(Entry::plain(texts.with("expires-on", &[("day", texts.date(last).into())]), look::ASIDE));
    }
    let counts = match verdict.why_not {
        None => Entry::plain(texts.get("counts"), look::BODY),
        Some(reason) => Entry::plain(texts.get(&format!("credential-{}", reason.as_str())), look::ASIDE),
    };
    let place = if credential.assumed {
        Entry::plain(texts.get("assumed"), look::BODY.colour(ASSUMED))
    } else {
        Entry::plain(place(report, &credential.place), look::ASIDE).lines(3)
    };
    vec![exams, dates, vec![counts], vec![place]].into()
}

/// "skills.xlsx · Export · row 12".
fn place(report: &Report<'_>, place: &Place) -> String {
    let row = report.texts.with("person-row", &[("row", place.row.to_string().into())]);
    let parts = [&*place.file, &*place.sheet, row.as_str()];
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ")
}

/// The passes of this person that bring a level nearer, and what each does.
fn next(report: &Report<'_>, person: PersonId) -> Table {
    let texts = report.texts;
    let mut rows: Vec<Row> = Vec::new();
    let mut known: Vec<&NextStep> = Vec::new();
    for (rules, option) in report.rulebook.options.iter().zip(&report.readiness.options) {
        let levels = rules.levels.iter().zip(&option.levels);
        for step in levels.flat_map(|level| steps_of(report, level, person)) {
            if known.contains(&step) {
                continue;
            }
            known.push(step);
            let exams = step.exams.iter().map(|exam| report.rulebook.exam(*exam).code.clone()).collect();
            let exams = Entry::plain(either(exams, texts), look::STRONG).marked(Mark::Open);
            rows.push(vec![vec![exams], vec![Entry::plain(reasons::serves(report, option, step), look::BODY)]].into());
        }
    }
    let columns = vec![Column::new(texts.get("summary-to-pass"), 38.0), Column::new(texts.get("person-why"), 62.0)];
    Table { columns, rows }
}

/// The steps that are this person's; those that are anyone's are, too, where the person is as far as anyone.
fn steps_of<'a>(
    report: &Report<'_>,
    (rules, level): (&'a Level, &'a LevelReadiness),
    person: PersonId,
) -> impl Iterator<Item = &'a NextStep> {
    let is_ahead =
        |role: &RoleReadiness| role.exams_to_go.get(person.0).is_some_and(|it| *it < role.exams_from_nothing);
    let rosters = Report::rosters(&rules.requirements, &level.requirements);
    let is_near = rosters.iter().any(|(_, roster)| roster.roles.iter().any(is_ahead));
    let is_kept_out = report.readiness.settings.kept_out.contains(&report.ledger.person(person).id);
    let is_anyone = !is_kept_out && !is_near;
    level.next.iter().filter(move |step| step.person.map_or(is_anyone, |of| of == person))
}

/// How far the person is towards each role: what they lack, and for how many exams.
fn seats(report: &Report<'_>, roles: &[RoleOf<'_>]) -> Table {
    let texts = report.texts;
    let several = report.rulebook.options.len() > 1;
    let row = |role: &RoleOf<'_>| -> Row {
        let levels: Vec<String> = role.levels.iter().map(|level| verdicts::name(*level, texts)).collect();
        let of = several.then(|| texts.pick(&role.option.title).to_owned());
        let of: Vec<String> = of.into_iter().chain([levels.join(", ")]).collect();
        let title = vec![
            Entry::plain(texts.pick(&role.rules.title), look::STRONG).lines(3),
            Entry::plain(of.join(" · "), look::ASIDE).lines(3),
        ];
        let (far, lacks) = if role.missing.is_empty() {
            let qualifies = Entry::plain(texts.get("qualifies"), look::BODY.colour(GOOD));
            (qualifies, vec![Entry::plain(texts.get("summary-nothing"), look::ASIDE)])
        } else {
            let far = texts.with("to-go-count", &[("exams", role.exams_to_go.into())]);
            let lack = |it: &MissingClause| {
                let exams = phrases::one_of(&it.one_of, report.rulebook, texts);
                Entry::plain(exams, look::BODY.colour(MISSING)).marked(Mark::Open)
            };
            (Entry::plain(far, look::BODY), role.missing.iter().map(lack).collect())
        };
        vec![title, vec![far], lacks].into()
    };
    let columns = [("person-role", 38.0), ("person-far", 20.0), ("summary-to-pass", 42.0)];
    let columns = columns.map(|(id, share)| Column::new(texts.get(id), share)).into();
    Table { columns, rows: roles.iter().map(row).collect() }
}

/// How far the person is towards a role of an option. Levels that ask the same of it share it.
struct RoleOf<'a> {
    option: &'a AttainmentOption,
    rules: &'a Role,
    levels: Vec<LevelId>,
    /// Those of the levels in which the person takes a seat of it.
    takes: Vec<LevelId>,
    missing: Vec<MissingClause>,
    exams_to_go: u32,
}

/// The roles of all options, those that the person is nearest to first.
fn roles<'a>(report: &Report<'a>, person: PersonId) -> Vec<RoleOf<'a>> {
    let mut found: Vec<RoleOf<'_>> = Vec::new();
    for (option, (rules, level)) in levels(report) {
        for (rules, roster) in Report::rosters(&rules.requirements, &level.requirements) {
            for (role, result) in rules.roles.iter().zip(&roster.roles) {
                let is_taken = result.seats.iter().any(|seat| roster.taker(result, seat) == Taker::Person(person));
                let takes = is_taken.then_some(level.id);
                let same = |known: &&mut RoleOf<'_>| {
                    known.option.id == option.id && known.rules.id == role.id && known.rules.clauses == role.clauses
                };
                if let Some(known) = found.iter_mut().find(same) {
                    let is_new = |levels: &[LevelId]| !levels.contains(&level.id);
                    if is_new(&known.levels) {
                        known.levels.push(level.id);
                    }
                    known.takes.extend(takes.filter(|_| is_new(&known.takes)));
                    continue;
                }
                let (_, missing) = towards(report.rulebook, report.ledger, report.readiness, role, person);
                let exams_to_go = result.exams_to_go.get(person.0).copied().unwrap_or_default();
                let (levels, takes) = (vec![level.id], takes.into_iter().collect());
                found.push(RoleOf { option, rules: role, levels, takes, missing, exams_to_go });
            }
        }
    }
    found.sort_by_key(|role| role.exams_to_go);
    found
}

/// The levels of all options, with their rules.
fn levels<'a>(
    report: &Report<'a>,
) -> impl Iterator<Item = (&'a AttainmentOption, (&'a Level, &'a LevelReadiness))> + use<'a> {
    let options = report.rulebook.options.iter().zip(&report.readiness.options);
    options.flat_map(|(rules, option)| rules.levels.iter().zip(&option.levels).map(move |level| (rules, level)))
}
