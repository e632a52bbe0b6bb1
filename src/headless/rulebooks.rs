//! `touchstone rulebooks` and `touchstone rulebook`: the rules, and where they stand.

use std::path::Path;

use chrono::{Local, NaiveDate};
use serde_json::json;

use crate::import::read_rulebook;
use crate::report::rulebook_text;
use crate::rulebook::{Rulebook, builtin, builtins, in_force};
use crate::texts::Texts;

use super::arguments::Format;
use super::{Failure, Output};

/// A rulebook by `ID`, `ID@EDITION` or file. Without an edition it is the one in force on the day.
pub(super) fn find(name: &str, day: NaiveDate) -> Result<Rulebook, Failure> {
    let known = match name.split_once('@') {
        Some((id, edition)) => builtin(id, edition),
        None => in_force(name, day),
    };
    if let Some(rulebook) = known {
        return Ok(rulebook.clone());
    }
    if !Path::new(name).exists() {
        return Err(Failure::UnknownRulebook(name.to_owned()));
    }
    read_rulebook(Path::new(name)).map_err(|fault| Failure::Rulebook(name.to_owned(), fault))
}

/// All built-in rulebooks by name.
pub(super) fn known() -> String {
    builtins().iter().map(|rulebook| format!("{}@{}", rulebook.id, rulebook.edition)).collect::<Vec<_>>().join(", ")
}

/// Lists the built-in rulebooks.
pub(super) fn list(format: Format, texts: &Texts) -> Result<Output, Failure> {
    let lines = |rulebook: &Rulebook| {
        let title = texts.pick(&rulebook.title);
        format!("{}@{}  {title}\n    {}\n", rulebook.id, rulebook.edition, texts.pick(&rulebook.source))
    };
    match format {
        Format::Text => Ok(builtins().iter().map(lines).collect::<String>().into()),
        Format::Json => {
            let both = |words: &crate::rulebook::Bilingual| json!({"en": words.en, "es": words.es});
            let list: Vec<_> = builtins()
                .iter()
                .map(|rulebook| {
                    json!({
                        "id": rulebook.id,
                        "edition": rulebook.edition,
                        "in_force_from": rulebook.in_force_from,
                        "title": both(&rulebook.title),
                        "source": both(&rulebook.source),
                    })
                })
                .collect();
            let text = serde_json::to_string_pretty(&list).map_err(|error| Failure::Json(error.to_string()))?;
            Ok((text + "\n").into())
        }
    }
}

/// Prints one rulebook as a person reads it.
pub(super) fn show(name: &str, texts: &Texts) -> Result<Output, Failure> {
    let rulebook = find(name, Local::now().date_naive())?;
    Ok(rulebook_text(&rulebook, texts).into())
}
