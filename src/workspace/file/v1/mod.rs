//! The first schema. Nothing here may change in meaning, or a file that somebody saved becomes unreadable; what it stores
//! may only grow.

mod chosen;
mod history;
mod records;
mod said;

use std::sync::Arc;

use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;

use super::super::Workspace;
use super::FileFault;
use super::packed::{Packed, check_together};
use crate::ledger::SheetKind;
use crate::rulebook::{Rulebook, builtin};

/// A whole file.
#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Document {
    touchstone: String,
    schema: u64,
    /// The version of the program that wrote it, for whoever reads the file.
    program: String,
    rulebook: Rules,
    settings: chosen::Settings,
    assumptions: chosen::Assumptions,
    corrections: said::Corrections,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    company: String,
    remembered: Vec<said::Remembered>,
    sources: Vec<records::Source>,
    history: Packed,
}

/// The rules: which of the built-in ones, or the whole rulebook where it is none of those.
#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Rules {
    id: String,
    edition: String,
    /// Whether the user chose this edition.
    chosen: bool,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    whole: Option<Box<RawValue>>,
}

impl Document {
    pub(super) fn of(workspace: &Workspace) -> Result<Self, FileFault> {
        let document = Self {
            touchstone: "workspace".to_owned(),
            schema: 1,
            program: env!("CARGO_PKG_VERSION").to_owned(),
            rulebook: Rules::of(&workspace.rulebook, workspace.edition_is_chosen)?,
            settings: chosen::Settings::of(&workspace.settings),
            assumptions: chosen::Assumptions::of(&workspace.assumptions),
            corrections: said::Corrections::of(&workspace.corrections),
            company: workspace.company.clone(),
            remembered: workspace.remembered.iter().map(said::Remembered::of).collect(),
            sources: workspace.sources.iter().map(|source| records::Source::of(source)).collect::<Result<_, _>>()?,
            history: history::pack(&workspace.snapshots)?,
        };
        check_together(document.packed())?;
        Ok(document)
    }

    fn packed(&self) -> impl Iterator<Item = &Packed> {
        self.sources.iter().map(records::Source::packed).chain([&self.history])
    }

    pub(super) fn workspace(self) -> Result<Workspace, FileFault> {
        check_together(self.packed())?;
        Ok(Workspace {
            sources: self.sources.into_iter().map(|it| it.source().map(Arc::new)).collect::<Result<_, _>>()?,
            edition_is_chosen: self.rulebook.chosen,
            rulebook: self.rulebook.rulebook()?,
            settings: self.settings.settings()?,
            assumptions: self.assumptions.assumptions(),
            corrections: self.corrections.corrections(),
            company: self.company,
            remembered: self.remembered.into_iter().map(said::Remembered::remembered).collect::<Result<_, _>>()?,
            snapshots: history::unpack(&self.history)?,
        })
    }
}

impl Rules {
    fn of(rulebook: &Rulebook, chosen: bool) -> Result<Self, FileFault> {
        let is_built_in = builtin(&rulebook.id, &rulebook.edition) == Some(rulebook);
        let whole = || RawValue::from_string(rulebook.to_file()).map_err(FileFault::from);
        Ok(Self {
            id: rulebook.id.clone(),
            edition: rulebook.edition.clone(),
            chosen,
            whole: if is_built_in { None } else { Some(whole()?) },
        })
    }

    fn rulebook(self) -> Result<Rulebook, FileFault> {
        match self.whole {
            Some(whole) => Rulebook::parse(whole.get()).map_err(|faults| {
                FileFault::Damaged(faults.first().map_or_else(String::new, |fault| format!("rulebook {}", fault.path)))
            }),
            None => builtin(&self.id, &self.edition)
                .cloned()
                .ok_or_else(|| FileFault::Newer(format!("rulebook {}@{}", self.id, self.edition))),
        }
    }
}

/// What sheets hold.
const SHEET_KINDS: [SheetKind; 2] = [SheetKind::Credentials, SheetKind::Sales];

/// The one of several values that has a name. A name that nobody knows was put there by a later version.
fn named<T: Copy>(
    name: &str,
    all: impl IntoIterator<Item = T>,
    name_of: fn(T) -> &'static str,
) -> Result<T, FileFault> {
    all.into_iter().find(|it| name_of(*it) == name).ok_or_else(|| FileFault::Newer(name.to_owned()))
}
