//! A rulebook's file that was refused, with every fault in it.

use std::path::PathBuf;

use crate::rulebook::Fault;
use crate::texts::Texts;

use super::file::name_of;
use super::found::tsv_row;
use crate::import::RulebookFault;

/// A rulebook's file that was refused.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RefusedRulebook {
    /// The file.
    pub path: PathBuf,
    /// Why.
    pub fault: RulebookFault,
}

impl RefusedRulebook {
    /// What happened and what to do.
    pub fn text(&self, texts: &Texts) -> String {
        let file = ("file", name_of(&self.path).into());
        match &self.fault {
            RulebookFault::Unreadable(detail) => {
                texts.with("rulebook-unreadable", &[file, ("detail", detail.as_str().into())])
            }
            RulebookFault::TooLarge => texts.with("rulebook-too-large", &[file]),
            RulebookFault::Faulty(faults) => texts.with("rulebook-refused", &[file, ("count", faults.len().into())]),
        }
    }

    /// Every fault, by its place in the file.
    pub fn faults(&self) -> &[Fault] {
        match &self.fault {
            RulebookFault::Faulty(faults) => faults,
            RulebookFault::Unreadable(_) | RulebookFault::TooLarge => &[],
        }
    }

    /// All of it for whoever mends the file.
    pub fn copied(&self, texts: &Texts) -> String {
        let line = |fault: &Fault| tsv_row([fault.path.clone(), fault_text(fault, texts)]);
        let lines: String = self.faults().iter().map(line).collect();
        format!("{}\n{lines}", self.text(texts))
    }
}

/// What is wrong, and what belongs there instead.
pub fn fault_text(fault: &Fault, texts: &Texts) -> String {
    texts.with(&format!("fault-{}", fault.code.as_str()), &[("value", fault.value.as_str().into())])
}
