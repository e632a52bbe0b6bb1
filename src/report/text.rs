//! The result as text: a checklist that fits 100 columns.

use crate::evaluator::{
    LevelReadiness, RequirementReadiness, RevenueReadiness, RoleReadiness, RosterReadiness, SaleLeftOut, Seat,
};
use crate::ledger::Severity;
use crate::rulebook::{AnyOf, AttainmentOption, LevelId, Requirement, Role};

use super::Report;
use super::phrases::{
    bundle_name, finding_other, finding_place, one_of, passed_on, revenue_of_threshold, taker, verdict,
};

/// How many next steps a level shows.
const NEXT_STEPS: usize = 5;

/// The widest line.
const WIDTH: usize = 100;

/// The result as text, with a line break at its end.
pub fn text(report: &Report<'_>) -> String {
    let mut page = Page { report, lines: Vec::new() };
    page.heading();
    page.assumptions();
    for (rules, option) in report.rulebook.options.iter().zip(&report.readiness.options) {
        for (level_rules, level) in rules.levels.iter().zip(&option.levels) {
            page.level(rules, &level_rules.requirements, level);
        }
        if let Some(path) = option.path.as_ref().and_then(|path| report.path(path)) {
            page.blank();
            page.line(0, "", &path);
        }
    }
    page.sales();
    page.findings();
    page.files();
    page.lines.join("\n") + "\n"
}

/// One level's checklist as text, with a line break at its end.
pub fn checklist(report: &Report<'_>, option: usize, level: LevelId) -> String {
    let mut page = Page { report, lines: Vec::new() };
    page.heading();
    page.assumptions();
    let options = report.rulebook.options.get(option).zip(report.readiness.options.get(option));
    if let Some((rules, result)) = options {
        let levels = rules.levels.iter().zip(&result.levels);
        for (level_rules, level) in levels.filter(|(rules, _)| rules.id == level) {
            page.level(rules, &level_rules.requirements, level);
        }
    }
    page.lines.join("\n") + "\n"
}

struct Page<'a> {
    report: &'a Report<'a>,
    lines: Vec<String>,
}

impl Page<'_> {
    /// Adds a line, broken where it is too long; what follows a break stands under the text, behind the mark.
    fn line(&mut self, indent: usize, mark: &str, text: &str) {
        let first = format!("{}{mark}", " ".repeat(indent));
        let rest = " ".repeat(indent + mark.chars().count());
        // A name may hold line breaks and the like; here it is one line.
        let text: String = text.chars().map(|it| if it.is_control() { ' ' } else { it }).collect();
        let options = textwrap::Options::new(WIDTH).initial_indent(&first).subsequent_indent(&rest);
        self.lines.extend(textwrap::wrap(&text, options).into_iter().map(|line| line.trim_end().to_owned()));
    }

    fn blank(&mut self) {
        self.lines.push(String::new());
    }

    fn heading(&mut self) {
        let Report { rulebook, ledger, readiness, texts, .. } = self.report;
        self.line(0, "", texts.pick(&rulebook.title));
        let settings = &readiness.settings;
        let about = texts.with(
            "text-about",
            &[
                ("edition", rulebook.edition.as_str().into()),
                ("market", settings.market.as_str().into()),
                ("date", texts.long_date(settings.as_of).into()),
            ],
        );
        let about = if ledger.company.is_empty() { about } else { format!("{} · {about}", ledger.company) };
        self.line(0, "", &about);
    }

    fn assumptions(&mut self) {
        let assumed = self.report.assumptions();
        if !assumed.is_empty() {
            self.blank();
            self.line(0, "", &self.report.texts.get("text-assumptions"));
            for line in &assumed {
                self.line(2, "? ", line);
            }
        }
    }

    fn level(&mut self, option: &AttainmentOption, rules: &[Requirement], level: &LevelReadiness) {
        let texts = self.report.texts;
        let name = texts.get(&format!("level-{}", level.id)).to_uppercase();
        let title = texts.pick(&option.title);
        self.blank();
        self.line(0, &format!("{name}  "), &format!("{} ({title})", verdict(level, texts)));
        for (rules, requirement) in rules.iter().zip(&level.requirements) {
            self.requirement(2, rules, requirement);
        }
        self.reasons(rules, level);
    }

    /// Why, what next, and what is at risk.
    fn reasons(&mut self, rules: &[Requirement], level: &LevelReadiness) {
        let (report, texts) = (self.report, self.report.texts);
        for (rules, roster) in Report::rosters(rules, &level.requirements) {
            if let Some(why) = report.why(rules, roster) {
                self.line(2, "", &why);
            }
            for renewal in report.renewals(roster) {
                self.line(2, "! ", &renewal);
            }
        }
        for risk in report.risks(rules, level) {
            self.line(2, "! ", &risk);
        }
        for requirement in &level.requirements {
            if let RequirementReadiness::Revenue(revenue) = requirement
                && let Some(sell) = report.revenue_to_stay(revenue)
            {
                self.line(2, "! ", &sell);
            }
        }
        if !level.next.is_empty() {
            self.line(2, "", &texts.get("text-next"));
        }
        for step in level.next.iter().take(NEXT_STEPS) {
            self.line(4, "> ", &report.next_step(step));
        }
    }

    fn requirement(&mut self, indent: usize, rules: &Requirement, requirement: &RequirementReadiness) {
        match (rules, requirement) {
            (Requirement::Revenue(_), RequirementReadiness::Revenue(it)) => self.revenue(indent, it),
            (Requirement::Roster(rules), RequirementReadiness::Roster(it)) => {
                for (rules, role) in rules.roles.iter().zip(&it.roles) {
                    self.role(indent, rules, it, role);
                }
            }
            (Requirement::AnyOf(AnyOf { alternatives: rules, .. }), RequirementReadiness::AnyOf(it)) => {
                self.line(indent, check_box(it.met), &self.report.texts.get("text-any-of"));
                for (rules, alternative) in rules.iter().zip(&it.alternatives) {
                    self.requirement(indent + 4, rules, alternative);
                }
            }
            _ => {}
        }
    }

    fn revenue(&mut self, indent: usize, revenue: &RevenueReadiness) {
        let texts = self.report.texts;
        let line = texts.with(
            "text-revenue",
            &[
                ("amount", revenue_of_threshold(revenue, texts).into()),
                ("sales", revenue.sales.into()),
                ("from", texts.date(revenue.from).into()),
                ("to", texts.date(revenue.to).into()),
            ],
        );
        self.line(indent, check_box(revenue.met), &line);
    }

    fn role(&mut self, indent: usize, rules: &Role, roster: &RosterReadiness, role: &RoleReadiness) {
        let texts = self.report.texts;
        let title = texts.pick(&rules.title);
        let seats = texts.with("text-seats", &[("role", title.into()), ("seats", role.seats.len().into())]);
        self.line(indent, "", &seats);
        for (place, seat) in role.seats.iter().enumerate() {
            let mut holder = taker(roster, role, seat, self.report.ledger, texts);
            if seat.pinned {
                holder = format!("{holder} ({})", texts.get("pinned"));
            }
            self.line(indent + 2, &format!("{}. ", place + 1), &holder);
            self.seat(indent + 5, seat);
        }
    }

    fn seat(&mut self, indent: usize, seat: &Seat) {
        let Report { rulebook, texts, .. } = self.report;
        // Clauses in the rulebook's order, held or missing.
        let mut clauses: Vec<(usize, bool, String)> = Vec::new();
        for held in &seat.held {
            let name = match held.bundle.as_slice() {
                [exam] => format!("{} {}", rulebook.exam(*exam).code, texts.pick(&rulebook.exam(*exam).title)),
                _ => bundle_name(&held.bundle, rulebook, texts),
            };
            let text = if held.assumed {
                format!("{name} ({})", texts.get("assumed"))
            } else {
                format!("{name}, {}", passed_on(held.passed, texts))
            };
            clauses.push((held.clause, true, text));
        }
        for missing in &seat.missing {
            clauses.push((missing.clause, false, one_of(&missing.one_of, rulebook, texts)));
        }
        clauses.sort();
        for (_, held, text) in clauses {
            self.line(indent, check_box(held), &text);
        }
    }

    fn sales(&mut self) {
        let Report { ledger, readiness, texts, .. } = self.report;
        if ledger.sales.is_empty() {
            return;
        }
        let counted = readiness.sales.iter().filter(|why_not| why_not.is_none()).count();
        let left_out = readiness.sales.len() - counted;
        self.blank();
        self.line(0, "", &texts.with("text-sales", &[("counted", counted.into()), ("left", left_out.into())]));
        for reason in SaleLeftOut::ALL {
            let count = readiness.sales.iter().filter(|why_not| **why_not == Some(reason)).count();
            if count > 0 {
                self.line(2, &format!("{count:>6}  "), &texts.get(&format!("sale-{}", reason.as_str())));
            }
        }
    }

    /// Each finding that somebody should look at, with its place.
    fn findings(&mut self) {
        let Report { readiness, texts, .. } = self.report;
        let mut findings: Vec<_> =
            readiness.findings.iter().filter(|finding| finding.severity() != Severity::Note).collect();
        if findings.is_empty() {
            return;
        }
        findings.sort_by_key(|finding| finding.severity());
        self.blank();
        self.line(0, "", &texts.get("text-findings"));
        let mut explained = Vec::new();
        for finding in &findings {
            let id = format!("finding-{}", finding.code.as_str());
            let words = [texts.get(&id), finding_other(texts, finding)];
            let words = words.iter().filter(|it| !it.is_empty()).map(String::as_str).collect::<Vec<_>>().join(" · ");
            self.line(2, "- ", &format!("{}: {words}", finding_place(finding)));
            if !explained.contains(&finding.code) {
                explained.push(finding.code);
                self.line(4, "", &texts.get(&format!("{id}.help")));
            }
        }
    }

    fn files(&mut self) {
        let texts = self.report.texts;
        self.blank();
        self.line(0, "", &texts.get("text-files"));
        for source in self.report.sources {
            let (rows, taken, left_out) = source.tally();
            let line = texts.with(
                "text-file",
                &[
                    ("file", (*source.file).into()),
                    ("rows", rows.into()),
                    ("taken", taken.into()),
                    ("left", left_out.into()),
                ],
            );
            self.line(2, "- ", &line);
        }
    }
}

fn check_box(ticked: bool) -> &'static str {
    if ticked { "[x] " } else { "[ ] " }
}
