//! The days to remember as an iCalendar file: when a level would be lost, what has to be renewed before, and when to check
//! again.

use chrono::{Months, NaiveDate, NaiveTime, TimeDelta};
use icalendar::{Alarm, Calendar, Component, Event, EventLike, Property};
use sha2::{Digest, Sha256};

use crate::evaluator::RequirementReadiness;

use super::{Report, phrases};

/// The days to remember, each an event that lasts the whole day. The same result gives the same bytes.
pub fn calendar(report: &Report<'_>) -> String {
    let mut calendar = Calendar::empty();
    let program = concat!("-//Touchstone//", env!("CARGO_PKG_VERSION"), "//EN");
    for (name, value) in [("VERSION", "2.0"), ("PRODID", program), ("CALSCALE", "GREGORIAN")] {
        calendar.append_property(Property::new(name, value));
    }
    calendar.name(&report.texts.get("calendar-name"));
    for reminder in reminders(report).into_iter().chain(check_again(report)) {
        calendar.push(reminder.event(report));
    }
    calendar.done().to_string()
}

/// So many days before, the calendar reminds.
const WARNING_DAYS: i64 = 30;

/// A day and what is to be remembered on it.
struct Reminder {
    day: NaiveDate,
    /// What it is about, the same in every language and when the day changes: a calendar that knows it already moves it.
    about: String,
    title: String,
    details: String,
    /// How long before the calendar reminds.
    warning: Option<TimeDelta>,
}

/// The day on which exports of a month later can be looked at.
fn check_again(report: &Report<'_>) -> Option<Reminder> {
    let (texts, rulebook) = (report.texts, report.rulebook);
    let day = report.readiness.settings.as_of.checked_add_months(AGAIN)?;
    let competency = [("competency", texts.pick(&rulebook.title).into())];
    Some(Reminder {
        day,
        about: format!("{}/again", rulebook.id),
        title: texts.with("calendar-again", &competency),
        details: texts.get("calendar-again-how"),
        warning: None,
    })
}

/// The result is checked again after that time.
const AGAIN: Months = Months::new(1);

/// Every day on which a requirement falls short, and the last day of every credential that somebody's seat needs.
fn reminders(report: &Report<'_>) -> Vec<Reminder> {
    let texts = report.texts;
    let mut found = Vec::new();
    for (rules, option) in report.rulebook.options.iter().zip(&report.readiness.options) {
        for (level_rules, level) in rules.levels.iter().zip(&option.levels) {
            let name = texts.get(&format!("level-{}", level_rules.id));
            let mut add = |day: NaiveDate, about: &[&str], what: String| {
                let about = [&[&report.rulebook.id, &rules.id, level_rules.id.as_str()], about].concat().join("/");
                let warning = Some(TimeDelta::days(WARNING_DAYS));
                let title = texts.with("calendar-event", &[("level", name.as_str().into()), ("what", what.into())]);
                found.push(Reminder { day, about, title, details: phrases::verdict(level, texts), warning });
            };
            for (requirement_rules, requirement) in level_rules.requirements.iter().zip(&level.requirements) {
                // The first risk tells of the day, where there is one.
                if let (Some(day), Some(risk)) =
                    (falls_short_on(requirement), report.risks_of(requirement_rules, requirement).first())
                {
                    add(day, &[requirement_rules.id()], risk.clone());
                }
            }
            for (roster_rules, roster) in Report::rosters(&level_rules.requirements, &level.requirements) {
                for (ending, line) in roster.endings.to_renew.iter().zip(report.renewals(roster)) {
                    let person = &report.ledger.person(ending.person).id;
                    let exam = &report.rulebook.exam(ending.exam).code;
                    add(ending.last_day, &[&roster_rules.id, person, exam], line);
                }
            }
        }
    }
    found.sort_by(|a, b| (a.day, &a.title).cmp(&(b.day, &b.title)));
    found.dedup_by(|a, b| (a.day, &a.title) == (b.day, &b.title));
    found
}

/// The day on which a requirement that is met is met no more. Of several alternatives that is so only while one is met.
fn falls_short_on(requirement: &RequirementReadiness) -> Option<NaiveDate> {
    match requirement {
        RequirementReadiness::Revenue(revenue) => revenue.falls_short_on,
        RequirementReadiness::Roster(roster) => roster.falls_short_on,
        RequirementReadiness::AnyOf(any) => {
            let mut met = any.alternatives.iter().filter(|alternative| alternative.met());
            met.next().filter(|_| met.next().is_none()).and_then(falls_short_on)
        }
    }
}

impl Reminder {
    fn event(&self, report: &Report<'_>) -> Event {
        // No clock is asked: the event is of the day that the result speaks of.
        let stamp = report.readiness.settings.as_of.and_time(NaiveTime::MIN).and_utc();
        let name = format!("{:.32}@touchstone", format!("{:x}", Sha256::digest(&self.about)));
        let mut event = Event::new()
            .uid(&name)
            .timestamp(stamp)
            .starts(self.day)
            .summary(&self.title)
            .description(&self.details)
            // Nobody is busy for all that day.
            .add_property("TRANSP", "TRANSPARENT")
            .done();
        if let Some(before) = self.warning {
            let mut alarm = Alarm::display(&self.title, -before);
            alarm.uid(&format!("alarm-{name}")).timestamp(stamp);
            event.alarm(alarm.done());
        }
        event
    }
}
