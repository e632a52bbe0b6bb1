//! Rule scenarios that a partner manager can read and correct: `tests/rules/*.md`, explained in `tests/rules/README.md`.

use std::fmt::Write;
use std::path::Path;

use touchstone::evaluator::{
    AnyOfReadiness, Readiness, RequirementReadiness, RevenueReadiness, RoleReadiness, RosterReadiness, SaleLeftOut,
    Seat, Settings, Taker, WindowKind, evaluate,
};
use touchstone::import::{Choices, read_bytes};
use touchstone::ledger::{Ledger, Source};
use touchstone::report::phrases::{bundle_name, one_of, revenue_of_threshold, verdict};
use touchstone::rulebook::{AttainmentOption, Market, Requirement, Role, Rulebook, builtin, in_force};
use touchstone::texts::{Language, Texts};

use crate::company::day;

#[test]
fn every_rule_scenario_comes_out_as_written() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/rules");
    let mut files: Vec<_> = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.retain(|path| path.extension().is_some_and(|it| it == "md") && !path.ends_with("README.md"));
    files.sort();
    let mut scenarios = 0;
    let mut wrong = String::new();
    for path in &files {
        let text = std::fs::read_to_string(path).unwrap();
        let name = path.file_name().unwrap().to_string_lossy();
        for scenario in scenarios_of(&text, &name) {
            scenarios += 1;
            let found = scenario.run();
            if found != scenario.expected {
                write!(wrong, "\n\n{} ({name})\n{}", scenario.title, difference(&scenario.expected, &found)).unwrap();
            }
        }
    }
    assert!(wrong.is_empty(), "- is expected, + is found{wrong}");
    assert!(scenarios >= 15, "only {scenarios} scenarios were found");
}

/// One heading of a file, with what stands below it.
#[derive(Default)]
struct Scenario {
    title: String,
    rulebook: Option<Rulebook>,
    settings: Option<Settings>,
    /// The option and the level that the checklist shows; all where there is none.
    only: Vec<String>,
    exports: Vec<String>,
    expected: String,
}

/// The scenarios of a file. A rulebook in the file holds for all scenarios below it.
fn scenarios_of(text: &str, file: &str) -> Vec<Scenario> {
    let mut scenarios: Vec<Scenario> = Vec::new();
    let mut rulebook_above = None;
    let mut lines = text.lines();
    while let Some(line) = lines.next() {
        if let Some(title) = line.strip_prefix("## ") {
            scenarios.push(Scenario { title: title.to_owned(), ..Scenario::default() });
        } else if let Some(kind) = line.strip_prefix("```") {
            let block: Vec<&str> = lines.by_ref().take_while(|line| *line != "```").collect();
            let block = block.join("\n") + "\n";
            match (kind, scenarios.last_mut()) {
                ("json", _) => {
                    rulebook_above =
                        Some(Rulebook::parse(&block).unwrap_or_else(|faults| panic!("{file}: {faults:#?}")));
                }
                ("csv", Some(scenario)) => scenario.exports.push(block),
                ("", Some(scenario)) if scenario.expected.is_empty() => scenario.expected = block,
                _ => panic!("{file}: a block {kind:?} is out of place:\n{block}"),
            }
        } else if let Some(options) = line.strip_prefix("Rules: ") {
            scenarios.last_mut().unwrap().read_options(options, rulebook_above.as_ref());
        }
    }
    for scenario in &scenarios {
        let is_whole = scenario.rulebook.is_some() && !scenario.exports.is_empty() && !scenario.expected.is_empty();
        assert!(is_whole, "{file}: {} lacks its rules, an export or its checklist", scenario.title);
    }
    scenarios
}

impl Scenario {
    /// `cloud-crm@2017-07 · as of 2017-09-01 · developing market`; see the README for all that may stand here.
    fn read_options(&mut self, options: &str, above: Option<&Rulebook>) {
        let mut words = options.split(" · ");
        let (name, as_of) = (words.next().unwrap(), words.next().unwrap());
        let as_of = day(as_of.strip_prefix("as of ").unwrap());
        let mut settings = Settings::on(as_of);
        self.rulebook = match name.split_once('@') {
            _ if name == "above" => above.cloned(),
            Some((id, edition)) => builtin(id, edition).cloned(),
            None => in_force(name, as_of).cloned(),
        };
        for word in words {
            match word {
                "developed market" => settings.market = Market::Developed,
                "developing market" => settings.market = Market::Developing,
                "full months" => settings.window = WindowKind::FullMonths,
                _ => match (word.strip_prefix("only "), word.split_once(" = ")) {
                    (Some(only), _) => self.only.push(only.to_owned()),
                    (None, Some((currency, rate))) => {
                        let currency = currency.strip_prefix("1 ").unwrap().to_owned();
                        settings.rates.insert(currency, rate.strip_suffix(" USD").unwrap().parse().unwrap());
                    }
                    (None, None) => panic!("{}: {word:?} is no option", self.title),
                },
            }
        }
        self.settings = Some(settings);
    }

    /// The checklist that comes out.
    fn run(&self) -> String {
        let sources: Vec<Source> = self
            .exports
            .iter()
            .enumerate()
            .map(|(place, export)| {
                let name = format!("export-{}.csv", place + 1);
                read_bytes(&name, &name, export.as_bytes(), &Choices::default()).unwrap()
            })
            .collect();
        let (rulebook, settings) = (self.rulebook.as_ref().unwrap(), self.settings.as_ref().unwrap());
        let ledger = Ledger::gather(&sources);
        let readiness = evaluate(rulebook, &ledger, settings);
        let texts = Texts::new(Language::English);
        let mut checklist =
            Checklist { rulebook, ledger: &ledger, readiness: &readiness, texts: &texts, lines: Vec::new() };
        for (rules, option) in rulebook.options.iter().zip(&readiness.options) {
            for (level_rules, level) in rules.levels.iter().zip(&option.levels) {
                let names = [rules.title.en.clone(), texts.get(&format!("level-{}", level.id))];
                if self.only.iter().all(|only| names.contains(only)) {
                    let [_, level_name] = names;
                    // Until when a level stays met is for the outlook's tests to say.
                    let words = if level.met { texts.get("ready") } else { verdict(level, &texts) };
                    checklist.heading(rules, &level_name, &words);
                    checklist.requirements(1, &level_rules.requirements, &level.requirements);
                }
            }
        }
        checklist.left_out();
        checklist.lines.join("\n") + "\n"
    }
}

/// A checklist with one line for each seat.
struct Checklist<'a> {
    rulebook: &'a Rulebook,
    ledger: &'a Ledger,
    readiness: &'a Readiness,
    texts: &'a Texts,
    lines: Vec<String>,
}

impl Checklist<'_> {
    fn heading(&mut self, option: &AttainmentOption, level: &str, verdict: &str) {
        self.lines.push(format!("{level}, {}: {verdict}", option.title.en));
    }

    fn line(&mut self, depth: usize, is_met: bool, text: &str) {
        let mark = if is_met { "[x]" } else { "[ ]" };
        self.lines.push(format!("{}{mark} {text}", "    ".repeat(depth)));
    }

    fn requirements(&mut self, depth: usize, rules: &[Requirement], requirements: &[RequirementReadiness]) {
        for (rules, requirement) in rules.iter().zip(requirements) {
            match (rules, requirement) {
                (Requirement::Revenue(_), RequirementReadiness::Revenue(it)) => self.revenue(depth, it),
                (Requirement::Roster(rules), RequirementReadiness::Roster(it)) => {
                    rules.roles.iter().zip(&it.roles).for_each(|(rules, role)| self.role(depth, rules, it, role));
                }
                (Requirement::AnyOf(rules), RequirementReadiness::AnyOf(it)) => {
                    self.any_of(depth, &rules.alternatives, it);
                }
                _ => panic!("the result goes with the rules"),
            }
        }
    }

    fn revenue(&mut self, depth: usize, revenue: &RevenueReadiness) {
        self.line(depth, revenue.met, &format!("Revenue {}", revenue_of_threshold(revenue, self.texts)));
    }

    fn any_of(&mut self, depth: usize, rules: &[Requirement], any_of: &AnyOfReadiness) {
        for (place, (rules, alternative)) in rules.iter().zip(&any_of.alternatives).enumerate() {
            let word = if place == 0 { "either" } else { "or" };
            self.lines.push(format!("{}{word}", "    ".repeat(depth)));
            self.requirements(depth + 1, std::slice::from_ref(rules), std::slice::from_ref(alternative));
        }
    }

    /// A line for each seat; seats of people who have and lack the same are one line.
    fn role(&mut self, depth: usize, rules: &Role, roster: &RosterReadiness, role: &RoleReadiness) {
        let alike = |a: &Seat, b: &Seat| self.has_and_lacks(a) == self.has_and_lacks(b);
        let lines: Vec<(bool, String)> = role
            .seats
            .chunk_by(alike)
            .map(|seats| {
                let mut takers: Vec<String> = seats.iter().map(|seat| self.taker(roster, role, seat)).collect();
                takers.dedup();
                let times = if seats.len() == 1 { String::new() } else { format!(" ×{}", seats.len()) };
                let rest = format!("({}): {}", takers.join(", "), self.has_and_lacks(&seats[0]));
                (seats[0].missing_exams == 0, format!("{}{times} {rest}", rules.title.en))
            })
            .collect();
        for (is_met, line) in lines {
            self.line(depth, is_met, &line);
        }
    }

    fn taker(&self, roster: &RosterReadiness, role: &RoleReadiness, seat: &Seat) -> String {
        match roster.taker(role, seat) {
            Taker::Person(person) => self.ledger.person(person).label().to_owned(),
            Taker::AnyoneOf(people) => format!("anyone of {people} people"),
            Taker::NewPerson => "a new person".to_owned(),
        }
    }

    /// In the order of the clauses: `has MB2-710, lacks one of MB2-714, MB2-713`.
    fn has_and_lacks(&self, seat: &Seat) -> String {
        let held = seat.held.iter().map(|it| bundle_name(&it.bundle, self.rulebook, self.texts));
        let missing = seat.missing.iter().map(|it| one_of(&it.one_of, self.rulebook, self.texts));
        let parts = [("has", held.collect::<Vec<_>>()), ("lacks", missing.collect())];
        let parts = parts.iter().filter(|(_, names)| !names.is_empty());
        parts.map(|(verb, names)| format!("{verb} {}", names.join(" and "))).collect::<Vec<_>>().join(", ")
    }

    /// What the exports hold that does not count, and why.
    fn left_out(&mut self) {
        for (credential, verdict) in self.ledger.credentials.iter().zip(&self.readiness.credentials) {
            if let Some(why) = verdict.why_not {
                let name = self.ledger.person(credential.person).label();
                let why = self.texts.get(&format!("credential-{}", why.as_str())).to_lowercase();
                self.lines.push(format!("Does not count: {} of {name}, {why}", credential.exam));
            }
        }
        for reason in SaleLeftOut::ALL {
            let count = self.readiness.sales.iter().filter(|why| **why == Some(reason)).count();
            if count > 0 {
                let sales = if count == 1 { "1 sale".to_owned() } else { format!("{count} sales") };
                let why = self.texts.get(&format!("sale-{}", reason.as_str())).to_lowercase();
                self.lines.push(format!("Does not count: {sales}, {why}"));
            }
        }
        for finding in &self.readiness.findings {
            self.lines.push(format!("Finding: {}", finding.code.as_str()));
        }
    }
}

/// Both texts line by line, `-` before what is missing and `+` before what is not expected.
fn difference(expected: &str, found: &str) -> String {
    let mut found: Vec<&str> = found.lines().rev().collect();
    let mut lines = String::new();
    for line in expected.lines() {
        if !found.contains(&line) {
            writeln!(lines, "- {line}").unwrap();
            continue;
        }
        while let Some(other) = found.pop().filter(|other| *other != line) {
            writeln!(lines, "+ {other}").unwrap();
        }
        writeln!(lines, "  {line}").unwrap();
    }
    for line in found.iter().rev() {
        writeln!(lines, "+ {line}").unwrap();
    }
    lines
}
