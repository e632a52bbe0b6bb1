//! What changed between two results, in sentences.

use egui::{Label, RichText, Ui};

use crate::report::phrases::passed_on;
use crate::texts::Texts;
use crate::workspace::history::{
    Cause, Difference, LevelChange, LostBecause, MonthOfSales, RequirementChange, RequirementResult, Setting, Snapshot,
};

use super::super::super::outcome::Outcome;
use super::super::super::state::State;
use super::super::super::theme::{size, tokens};
use super::super::super::widgets::{capitalised, dot, soft, strong};
use super::super::overview::level_color;
use super::words;

/// What changed, the levels first.
pub fn changes_ui(
    ui: &mut Ui,
    state: &State,
    outcome: &Outcome,
    before: &Snapshot,
    after: &Snapshot,
    difference: &Difference,
) {
    let texts = &state.texts;
    if difference.levels.is_empty() {
        soft(ui, texts.get("history-no-level-moved"));
    }
    for level in &difference.levels {
        level_ui(ui, state, outcome, before, after, level);
    }
    if difference.is_empty() {
        return;
    }
    let label = |person: &str| {
        let known = after.people.get(person).or_else(|| before.people.get(person));
        known.map_or_else(|| person.to_owned(), ToString::to_string)
    };
    let rules = difference.edition.iter().map(|(old, new)| {
        let values = [("before", words::edition(old, texts).into()), ("after", words::edition(new, texts).into())];
        texts.with("history-edition", &values)
    });
    let settings = difference.settings.iter().map(|setting| setting_in_words(*setting, before, after, texts));
    list(ui, texts, "history-settings", rules.chain(settings).collect());
    let passed = difference
        .new_credentials
        .iter()
        .map(|it| format!("{}: {}, {}", label(&it.person), it.exam, passed_on(it.passed, texts)));
    list(ui, texts, "history-new-credentials", passed.collect());
    let lost = difference.lost_credentials.iter().map(|lost| {
        let why = match (lost.because, lost.credential.until) {
            (LostBecause::PersonGone, _) => texts.get("history-lost-person"),
            (LostBecause::Ended, Some(day)) => texts.with("history-lost-ended", &[("day", texts.date(day).into())]),
            (LostBecause::Ended | LostBecause::NotInExports, _) => texts.get("history-lost-not-there"),
            (LostBecause::Edition, _) => texts.get("history-lost-edition"),
        };
        format!("{}: {}, {why}", label(&lost.credential.person), lost.credential.exam)
    });
    list(ui, texts, "history-lost-credentials", lost.collect());
    let names = |people: &[(std::sync::Arc<str>, std::sync::Arc<str>)]| {
        people.iter().map(|(_, label)| label.to_string()).collect::<Vec<_>>()
    };
    list(ui, texts, "history-new-people", names(&difference.new_people));
    list(ui, texts, "history-people-gone", names(&difference.people_gone));
    let sales = [
        ("history-sales-in", &difference.sales.came_in),
        ("history-sales-out", &difference.sales.fell_out),
        ("history-sales-within", &difference.sales.within),
    ];
    for (title, months) in sales {
        list(ui, texts, title, signed_sales(months, texts));
    }
}

/// How a level moved, and why.
fn level_ui(ui: &mut Ui, state: &State, outcome: &Outcome, before: &Snapshot, after: &Snapshot, level: &LevelChange) {
    let texts = &state.texts;
    let verdict = |snapshot: &Snapshot| {
        let is = |it: &&crate::workspace::history::LevelResult| it.option == level.option && it.level == level.level;
        snapshot.levels.iter().find(is).map(|it| words::verdict(it, texts))
    };
    ui.horizontal_wrapped(|ui| {
        dot(ui, level_color(tokens(ui), level.level));
        strong(ui, texts.get(&format!("level-{}", level.level)));
        let option = outcome.rulebook.options.iter().find(|option| option.id == level.option);
        if let Some(option) = option.filter(|_| outcome.rulebook.options.len() > 1) {
            soft(ui, texts.pick(&option.title));
        }
    });
    ui.indent(("level", level.level), |ui| {
        let none = || texts.get("history-no-such-level");
        let (old, new) = (verdict(before).unwrap_or_else(none), verdict(after).unwrap_or_else(none));
        let moved = match (level.was_met, level.is_met) {
            (Some(false), Some(true)) => "history-reached",
            (Some(true), Some(false)) => "history-lost",
            _ if old == new => "history-still",
            _ => "history-moved",
        };
        sentence(ui, &texts.with(moved, &[("before", old.into()), ("after", new.into())]));
        for requirement in &level.requirements {
            sentence(ui, &requirement_in_words(requirement, texts));
        }
    });
}

fn requirement_in_words(change: &RequirementChange, texts: &Texts) -> String {
    let figures = |result: &Option<RequirementResult>| {
        result.as_ref().map_or_else(|| texts.get("history-no-requirement"), |it| words::figures(it, texts))
    };
    let values = [("before", figures(&change.before).into()), ("after", figures(&change.after).into())];
    let moved = texts.with("history-requirement", &values);
    let causes: Vec<String> = change.causes.iter().map(|cause| texts.get(cause_id(*cause))).collect();
    if causes.is_empty() {
        return capitalised(&moved);
    }
    let because = texts.with("history-because", &[("moved", moved.into()), ("causes", causes.join(", ").into())]);
    capitalised(&because)
}

fn cause_id(cause: Cause) -> &'static str {
    match cause {
        Cause::Edition => "cause-edition",
        Cause::Settings => "cause-settings",
        Cause::NewCredentials => "cause-new-credentials",
        Cause::NewPeople => "cause-new-people",
        Cause::LostCredentials => "cause-lost-credentials",
        Cause::PeopleGone => "cause-people-gone",
        Cause::SalesCameIn => "cause-sales-in",
        Cause::SalesFellOut => "cause-sales-out",
        Cause::SalesWithin => "cause-sales-within",
    }
}

fn setting_in_words(setting: Setting, before: &Snapshot, after: &Snapshot, texts: &Texts) -> String {
    let (old, new) = (&before.settings, &after.settings);
    let from_to = |id: &str, old: String, new: String| texts.with(id, &[("before", old.into()), ("after", new.into())]);
    match setting {
        Setting::AsOf => from_to("history-set-as-of", texts.date(old.as_of), texts.date(new.as_of)),
        Setting::Market => {
            let market = |it: crate::rulebook::Market| texts.get(&format!("market-{it}"));
            from_to("history-set-market", market(old.market), market(new.market))
        }
        Setting::Window => {
            let window = |it: crate::evaluator::WindowKind| texts.get(&format!("window-{}", it.as_str()));
            from_to("history-set-window", window(old.window), window(new.window))
        }
        Setting::AssumeAssociated if new.assume_associated => texts.get("history-set-associated"),
        Setting::AssumeAssociated => texts.get("history-set-not-associated"),
        Setting::Rates => texts.get("history-set-rates"),
        Setting::Pins => texts.get("history-set-pins"),
        Setting::KeptOut => texts.get("history-set-kept-out"),
    }
}

/// Sales that came and sales that went, each for itself.
fn signed_sales(months: &[MonthOfSales], texts: &Texts) -> Vec<String> {
    let (less, more): (Vec<_>, Vec<_>) =
        months.iter().cloned().partition(|month| month.sum.is_sign_negative() && !month.sum.is_zero());
    let signed = |months: &[MonthOfSales], sign: &str| {
        words::sales(months, texts).into_iter().map(|line| format!("{sign} {line}")).collect::<Vec<_>>()
    };
    let mut lines = signed(&more, "+");
    lines.extend(signed(&less, "−"));
    lines
}

/// So many of a list are named.
const NAMED: usize = 12;

/// A list with its title; nothing where it is empty.
fn list(ui: &mut Ui, texts: &Texts, title: &str, mut lines: Vec<String>) {
    if lines.is_empty() {
        return;
    }
    let more = lines.len().saturating_sub(NAMED);
    lines.truncate(NAMED);
    if more > 0 {
        lines.push(texts.with("history-more", &[("count", texts.number(more.into()).into())]));
    }
    ui.add_space(4.0);
    ui.label(RichText::new(texts.get(title)).size(size::SMALL).color(tokens(ui).soft));
    ui.spacing_mut().item_spacing.y = 3.0;
    for line in lines {
        sentence(ui, &line);
    }
    ui.spacing_mut().item_spacing.y = 8.0;
}

fn sentence(ui: &mut Ui, text: &str) {
    ui.add(Label::new(RichText::new(text)).wrap());
}
