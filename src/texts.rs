//! What the program says, in English or Spanish: messages, numbers, amounts and dates.
//!
//! The words stand in `assets/messages/<language>/*.ftl`, a file for each room.

use chrono::{DateTime, Datelike, Local, NaiveDate};
use fluent_bundle::{FluentArgs, FluentResource, FluentValue, concurrent::FluentBundle};
use rust_decimal::Decimal;
use unic_langid::LanguageIdentifier;

use crate::ledger::{SaleDate, decimals_of};
use crate::rulebook::Bilingual;

/// A language of the program.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub enum Language {
    /// English.
    #[default]
    English,
    /// Spanish.
    Spanish,
}

/// The messages of one language.
pub struct Texts {
    language: Language,
    bundle: FluentBundle<FluentResource>,
}

/// The message files of one language: name and content.
type MessageFiles = [(&'static str, &'static str)];

macro_rules! message_files {
    ($language:literal: $($room:literal),+) => {
        &[$(($room, include_str!(concat!("../assets/messages/", $language, "/", $room, ".ftl")))),+]
    };
}

macro_rules! languages {
    ($($room:literal),+) => {
        const ENGLISH: &MessageFiles = message_files!("en": $($room),+);
        const SPANISH: &MessageFiles = message_files!("es": $($room),+);
    };
}

languages!(
    "checklist",
    "common",
    "export",
    "findings",
    "headless",
    "history",
    "import",
    "overview",
    "people",
    "print",
    "report",
    "revenue",
    "review",
    "rules",
    "settings",
    "sources",
    "tables",
    "window",
    "workspace"
);

impl Language {
    /// Both languages, in the order in which they are offered.
    pub const ALL: [Self; 2] = [Self::English, Self::Spanish];

    /// Its ISO 639-1 code.
    pub fn code(self) -> &'static str {
        match self {
            Self::English => "en",
            Self::Spanish => "es",
        }
    }

    /// What its speakers call it.
    pub fn own_name(self) -> &'static str {
        match self {
            Self::English => "English",
            Self::Spanish => "Español",
        }
    }

    /// The language of the system, else English.
    pub fn of_system() -> Self {
        match sys_locale::get_locale() {
            Some(locale) if locale.starts_with("es") => Self::Spanish,
            _ => Self::English,
        }
    }

    /// The message files of this language, each with its room's name.
    pub fn message_files(self) -> &'static MessageFiles {
        match self {
            Self::English => ENGLISH,
            Self::Spanish => SPANISH,
        }
    }
}

impl Texts {
    /// The messages of a language.
    pub fn new(language: Language) -> Self {
        let tag: LanguageIdentifier = language.code().parse().unwrap_or_default();
        let mut bundle = FluentBundle::new_concurrent(vec![tag]);
        // Values stand in sentences as they are: the marks would show as boxes on paper.
        bundle.set_use_isolating(false);
        for (_, content) in language.message_files() {
            // A faulty message is left out here; a test finds it.
            let resource = FluentResource::try_new((*content).to_owned()).unwrap_or_else(|(resource, _)| resource);
            let _ = bundle.add_resource(resource);
        }
        Self { language, bundle }
    }

    /// The language of these messages.
    pub fn language(&self) -> Language {
        self.language
    }

    /// A message without variables, or one of its attributes: `texts.get("finding-total-row.help")`.
    pub fn get(&self, id: &str) -> String {
        self.format(id, None)
    }

    /// A message with its variables: `texts.with("exams-away", &[("count", 2.into())])`.
    pub fn with(&self, id: &str, values: &[(&'static str, FluentValue<'_>)]) -> String {
        let args: FluentArgs<'_> = values.iter().map(|(name, value)| (*name, value.clone())).collect();
        self.format(id, Some(&args))
    }

    /// A moment of this place's clock, to the minute: "27 Jun 2017 at 09:30".
    pub fn moment(&self, moment: DateTime<Local>) -> String {
        let time = moment.format("%H:%M").to_string();
        self.with("moment", &[("day", self.date(moment.date_naive()).into()), ("time", time.into())])
    }

    /// The words of this language out of a rulebook's two.
    pub fn pick<'a>(&self, words: &'a Bilingual) -> &'a str {
        match self.language {
            Language::English => &words.en,
            Language::Spanish => &words.es,
        }
    }

    /// The message that joins two words with *and*. Spanish says *e* before the sound of an *i*: "Ana e Íñigo".
    pub fn and_before(&self, last: &str) -> &'static str {
        let last = last.to_lowercase();
        let sounds_like_i = ["i", "í", "hi", "hí"].iter().any(|start| last.starts_with(start));
        let glides = ["ia", "ie", "hia", "hie"].iter().any(|start| last.starts_with(start));
        if sounds_like_i && !glides { "bundle-and-before-i" } else { "bundle-and" }
    }

    /// A day: `27 Jun 2017`, `27 jun 2017`.
    pub fn date(&self, day: NaiveDate) -> String {
        format!("{} {}", day.day(), self.month(day))
    }

    /// A day with its month in full: `27 June 2017`, `27 de junio de 2017`.
    pub fn long_date(&self, day: NaiveDate) -> String {
        let month = self.get(&format!("month-{}", day.month()));
        self.with(
            "long-date",
            &[("day", day.day().into()), ("month", month.into()), ("year", day.year().to_string().into())],
        )
    }

    /// A month: `Jun 2017`, `jun 2017`.
    pub fn month(&self, day: NaiveDate) -> String {
        format!("{} {}", self.get(&format!("month-short-{}", day.month())), day.year())
    }

    /// A sale's day, or its month where that is all that is known.
    pub fn sale_date(&self, date: SaleDate) -> String {
        match date {
            SaleDate::Day(day) => self.date(day),
            SaleDate::Month(month) => self.month(month),
        }
    }

    /// A number as it is, with its groups of three marked: `1,234.5`, `1.234,5`.
    pub fn number(&self, number: Decimal) -> String {
        let (group, point) = match self.language {
            Language::English => (',', '.'),
            Language::Spanish => ('.', ','),
        };
        let plain = number.abs().to_string();
        let (whole, fraction) = plain.split_once('.').unwrap_or((&plain, ""));
        let mut text = if number.is_sign_negative() && !number.is_zero() { "-".to_owned() } else { String::new() };
        for (place, digit) in whole.chars().enumerate() {
            if place > 0 && (whole.len() - place) % 3 == 0 {
                text.push(group);
            }
            text.push(digit);
        }
        if !fraction.is_empty() {
            text.push(point);
            text.push_str(fraction);
        }
        text
    }

    /// An amount with all its currency's decimals: `1,234.50`.
    pub fn amount(&self, amount: Decimal, currency: &str) -> String {
        let mut amount = amount;
        amount.rescale(decimals_of(currency));
        self.number(amount)
    }

    /// An amount for a sentence, without decimals where it has none: `172,650 USD`.
    pub fn money(&self, amount: Decimal, currency: &str) -> String {
        let number = if amount.fract().is_zero() { self.number(amount.trunc()) } else { self.amount(amount, currency) };
        format!("{number} {currency}")
    }

    fn format(&self, id: &str, args: Option<&FluentArgs<'_>>) -> String {
        let pattern = match id.split_once('.') {
            None => self.bundle.get_message(id).and_then(|message| message.value()),
            Some((id, attribute)) => {
                self.bundle.get_message(id).and_then(|message| message.get_attribute(attribute)).map(|it| it.value())
            }
        };
        let Some(pattern) = pattern else {
            // A missing message shows its name, which a test forbids.
            return id.to_owned();
        };
        let mut faults = Vec::new();
        let text = self.bundle.format_pattern(pattern, args, &mut faults).into_owned();
        debug_assert!(faults.is_empty(), "{id} lacks a variable: {faults:?}");
        text
    }
}
