//! What the command line understands. The help's words stand with the messages.

use std::ffi::OsString;
use std::path::PathBuf;
use std::str::FromStr;

use chrono::{Datelike, NaiveDate};
use clap::error::ErrorKind;
use clap::{ArgGroup, CommandFactory, FromArgMatches, Parser, Subcommand, ValueEnum};
use rust_decimal::Decimal;

use crate::evaluator::WindowKind;
use crate::ledger::AssumedSale;
use crate::report::CsvStyle;
use crate::report::pdf::{Paper, Part};
use crate::rulebook::{LevelId, Market};
use crate::texts::{Language, Texts};
use crate::ui::Renderer;
use crate::workspace::is_workspace;

use super::choices::ChoiceArguments;

/// The command line. Without a sub-command the window opens.
#[derive(Debug, Parser)]
#[command(name = "touchstone", version, disable_help_subcommand = true)]
pub struct Arguments {
    /// What to do without a window.
    #[command(subcommand)]
    pub command: Option<Command>,
    /// The workspace that the window opens.
    #[arg(value_name = "WORKSPACE.touchstone", value_parser = workspace, conflicts_with = "sample")]
    pub workspace: Option<PathBuf>,
    /// Whether the window opens on the sample.
    #[arg(long)]
    pub sample: bool,
    /// What paints the window; the first that can start where it is left out.
    #[arg(long, value_parser = renderer, value_name = "glow|wgpu")]
    pub renderer: Option<Renderer>,
    /// The language of everything that is said; the system's, else English.
    #[arg(long, global = true, value_parser = language, value_name = "en|es")]
    pub lang: Option<Language>,
}

/// The sub-commands.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Evaluates export files.
    Evaluate(Box<EvaluateArguments>),
    /// Prints what is understood of a file.
    Inspect(Box<InspectArguments>),
    /// Lists the built-in rulebooks.
    Rulebooks {
        /// How to print them.
        #[arg(long, value_enum, default_value_t, hide_possible_values = true, value_name = "text|json")]
        format: Format,
    },
    /// Prints a rulebook; checks it when it is a file.
    Rulebook {
        /// Which one: `ID`, `ID@EDITION` or a file.
        #[arg(value_name = "ID[@EDITION]|FILE")]
        name: String,
    },
    /// Writes the sample exports.
    Sample {
        /// Into which folder.
        #[arg(value_name = "DIR")]
        folder: PathBuf,
    },
}

/// What `evaluate` understands.
#[derive(Debug, clap::Args)]
#[command(group(ArgGroup::new("printed").args(["pdf", "print"]).multiple(true)))]
pub struct EvaluateArguments {
    /// The export files, or one workspace.
    #[arg(required = true, value_name = "FILE")]
    pub files: Vec<PathBuf>,
    /// What the user chose about them.
    #[command(flatten)]
    pub choices: ChoiceArguments,
    /// Which rules: `ID`, `ID@EDITION` or a file.
    #[arg(long, value_name = "ID[@EDITION]|FILE")]
    pub rulebook: Option<String>,
    /// Which threshold.
    #[arg(long, value_parser = market, value_name = "developed|developing")]
    pub market: Option<Market>,
    /// The day to evaluate for; today where it is left out.
    #[arg(long, value_parser = day, value_name = "YYYY-MM-DD")]
    pub as_of: Option<NaiveDate>,
    /// How the trailing months are cut.
    #[arg(long, value_parser = window, value_name = "rolling|full-months")]
    pub window: Option<WindowKind>,
    /// Whether sales from files without an association column count as associated.
    #[arg(long)]
    pub assume_associated: bool,
    /// US dollars for one unit of a currency.
    #[arg(long, value_parser = rate, value_name = "EUR=1.0923")]
    pub rate: Vec<(String, Decimal)>,
    /// What if somebody had passed an exam.
    #[arg(long, value_parser = pass, value_name = "PERSON=EXAM")]
    pub assume: Vec<(String, String)>,
    /// What if somebody had left.
    #[arg(long, value_name = "PERSON")]
    pub assume_left: Vec<String>,
    /// What if something had been sold.
    #[arg(long, value_parser = sale, value_name = "YYYY-MM-DD=AMOUNT")]
    pub assume_sold: Vec<AssumedSale>,
    /// Somebody who must take a seat of a role.
    #[arg(long, value_parser = pin, value_name = "PERSON=ROLE")]
    pub pin: Vec<(String, String)>,
    /// Somebody who must take no seat.
    #[arg(long, value_name = "PERSON")]
    pub keep_out: Vec<String>,
    /// The level that must be met for the status to be 0.
    #[arg(long, value_parser = level, value_name = "silver|gold")]
    pub require: Option<LevelId>,
    /// How to print the result.
    #[arg(long, value_enum, default_value_t, hide_possible_values = true, value_name = "text|json")]
    pub format: Format,
    /// Where to write the readiness summary.
    #[arg(long, value_name = "FILE")]
    pub pdf: Option<PathBuf>,
    /// What the summary is printed on.
    #[arg(long, value_parser = paper, value_name = "a4|letter")]
    pub paper: Option<Paper>,
    /// The printer to print it on.
    #[arg(long, value_name = "PRINTER")]
    pub print: Option<String>,
    /// Which parts of the summary to print; all where it is left out.
    #[arg(long, value_parser = part, value_delimiter = ',', requires = "printed", value_name = "PART,PART")]
    pub parts: Vec<Part>,
    /// Whose page to print in place of the summary.
    #[arg(long, requires = "printed", conflicts_with = "parts", value_name = "PERSON")]
    pub page_of: Option<String>,
    /// Where to write it as a workbook.
    #[arg(long, value_name = "FILE")]
    pub xlsx: Option<PathBuf>,
    /// Into which folder to write its tables as CSV.
    #[arg(long, value_name = "DIR")]
    pub csv: Option<PathBuf>,
    /// How these part fields and write amounts.
    #[arg(long, value_parser = csv_style, value_name = "comma|semicolon")]
    pub csv_style: Option<CsvStyle>,
    /// Where to write the days to remember as a calendar.
    #[arg(long, value_name = "FILE")]
    pub ics: Option<PathBuf>,
}

/// What `inspect` understands.
#[derive(Debug, clap::Args)]
pub struct InspectArguments {
    /// The file.
    #[arg(value_name = "FILE")]
    pub file: PathBuf,
    /// What the user chose about it.
    #[command(flatten)]
    pub choices: ChoiceArguments,
    /// Where to write the rows that are left out.
    #[arg(long, value_name = "FILE")]
    pub left_out: Option<PathBuf>,
    /// How to print it.
    #[arg(long, value_enum, default_value_t, hide_possible_values = true, value_name = "text|json")]
    pub format: Format,
}

/// How a result is printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, ValueEnum)]
pub enum Format {
    /// For people.
    #[default]
    Text,
    /// For programs.
    Json,
}

impl Arguments {
    /// Reads the command line; its help is in a language.
    ///
    /// # Errors
    /// When it can't be understood, or asks for help or the version: then this is what to print, and the status.
    pub fn read(line: impl IntoIterator<Item = OsString>, texts: &Texts) -> Result<Self, clap::Error> {
        let mut command = with_help(Self::command(), texts);
        let arguments = Self::from_arg_matches(&command.try_get_matches_from_mut(line)?)?;
        let is_for_a_window = arguments.workspace.is_some() || arguments.sample || arguments.renderer.is_some();
        if arguments.command.is_some() && is_for_a_window {
            return Err(command.error(ErrorKind::ArgumentConflict, texts.get("failed-for-a-window")));
        }
        Ok(arguments)
    }
}

/// Puts the messages `help-<name>` to a command, its arguments and its sub-commands.
fn with_help(command: clap::Command, texts: &Texts) -> clap::Command {
    let about = texts.get(&format!("help-{}", command.get_name()));
    let names: Vec<String> = command.get_subcommands().map(|sub| sub.get_name().to_owned()).collect();
    let command = command.about(about).mut_args(|argument| {
        let message = texts.get(&format!("help-option-{}", argument.get_id().as_str().replace('_', "-")));
        argument.help(message)
    });
    names.into_iter().fold(command, |command, name| command.mut_subcommand(name, |sub| with_help(sub, texts)))
}

/// A workspace, by its name.
fn workspace(text: &str) -> Result<PathBuf, String> {
    Some(PathBuf::from(text)).filter(|path| is_workspace(path)).ok_or_else(|| "WORKSPACE.touchstone".to_owned())
}

fn language(text: &str) -> Result<Language, String> {
    one_of(text, Language::ALL, Language::code)
}

fn renderer(text: &str) -> Result<Renderer, String> {
    one_of(text, Renderer::ALL, Renderer::as_str)
}

fn paper(text: &str) -> Result<Paper, String> {
    one_of(text, Paper::ALL, Paper::as_str)
}

fn csv_style(text: &str) -> Result<CsvStyle, String> {
    one_of(text, CsvStyle::ALL, CsvStyle::as_str)
}

fn part(text: &str) -> Result<Part, String> {
    one_of(text, Part::ALL, Part::as_str)
}

fn market(text: &str) -> Result<Market, String> {
    one_of(text, Market::ALL, Market::as_str)
}

fn window(text: &str) -> Result<WindowKind, String> {
    one_of(text, WindowKind::ALL, WindowKind::as_str)
}

fn level(text: &str) -> Result<LevelId, String> {
    one_of(text, [LevelId::Silver, LevelId::Gold], LevelId::as_str)
}

/// The value of that name.
pub(super) fn one_of<T: Copy, const N: usize>(
    text: &str,
    all: [T; N],
    name: fn(T) -> &'static str,
) -> Result<T, String> {
    all.into_iter().find(|it| name(*it) == text).ok_or_else(|| all.map(name).join(" | "))
}

/// A day, written just as `2017-06-27`.
fn day(text: &str) -> Result<NaiveDate, String> {
    let day = NaiveDate::from_str(text).ok().filter(|day| day.to_string() == text && (0..=9999).contains(&day.year()));
    day.ok_or_else(|| "2017-06-27".to_owned())
}

/// A person and an exam.
fn pass(text: &str) -> Result<(String, String), String> {
    pair(text).ok_or_else(|| "ana@contoso.com=MB2-714".to_owned())
}

/// A person and a role.
fn pin(text: &str) -> Result<(String, String), String> {
    pair(text).ok_or_else(|| "ana@contoso.com=application".to_owned())
}

/// Two parts around the last equals sign.
fn pair(text: &str) -> Option<(String, String)> {
    let parts = text.rsplit_once('=').map(|(first, second)| (first.trim().to_owned(), second.trim().to_owned()));
    parts.filter(|(first, second)| !first.is_empty() && !second.is_empty())
}

/// A day and an amount in US dollars.
fn sale(text: &str) -> Result<AssumedSale, String> {
    let parts =
        text.split_once('=').and_then(|(date, amount)| Some((day(date).ok()?, Decimal::from_str(amount).ok()?)));
    let (date, amount) = parts.ok_or_else(|| "2017-06-27=15000".to_owned())?;
    Ok(AssumedSale { date, amount, currency: "USD".into() })
}

/// A currency and what one unit of it is in US dollars.
fn rate(text: &str) -> Result<(String, Decimal), String> {
    let parts = text.split_once('=').and_then(|(currency, rate)| Some((currency, Decimal::from_str(rate).ok()?)));
    match parts {
        Some((currency, rate))
            if currency.len() == 3
                && currency.bytes().all(|it| it.is_ascii_alphabetic())
                && rate.is_sign_positive()
                && !rate.is_zero() =>
        {
            Ok((currency.to_ascii_uppercase(), rate))
        }
        _ => Err("EUR=1.0923".to_owned()),
    }
}
