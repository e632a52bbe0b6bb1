//! What the user can do right now.

use super::command::Command;
use super::state::{Page, State};

impl State {
    /// Whether a command can be given now, by its shortcut or from the list of all commands.
    pub fn can(&self, command: &Command) -> bool {
        if self.file.ask.is_some() || self.file.is_waiting() {
            return false;
        }
        // Whatever else changes would change what is about to be printed.
        if self.print.is_some() {
            return matches!(command, Command::Preview(_) | Command::ZoomIn | Command::ZoomOut | Command::SetZoom(_));
        }
        let changes_file = self.file.busy.is_none() && !self.asking;
        match command {
            Command::New | Command::Open | Command::OpenFile(_) => changes_file,
            Command::Save => self.can_save(),
            Command::SaveAs => self.can_save_as(),
            Command::Import | Command::OpenRulebook => !self.asking,
            Command::OpenSample => !self.is_sample && self.importing.is_none(),
            Command::CloseSample => self.is_sample,
            Command::Undo => self.undo.next().is_some(),
            Command::Redo => self.undo.next_redo().is_some(),
            Command::Export | Command::SaveExport(_) => self.can_export(),
            Command::Print | Command::PrintPerson(_) => self.can_print(),
            Command::KeepResult => self.can_keep_result(),
            Command::ClearAssumptions => !self.workspace.assumptions.is_empty(),
            Command::Show(Page::Import) => self.review.current().is_some(),
            Command::Show(page) => self.outcome.is_some() || page.is_always_there(),
            Command::Search
            | Command::CopyChecklist
            | Command::SelectPerson(_)
            | Command::ShowLevel(_)
            | Command::AssumeAssociated(_) => self.outcome.is_some(),
            Command::SetZoom(zoom) => self.zoom != *zoom,
            _ => true,
        }
    }

    /// What undoing would undo; nothing where there is nothing to undo.
    pub fn undo_text(&self) -> Option<String> {
        self.undo.next().map(|step| self.texts.get(&format!("undo-{}", step.what.as_str())))
    }

    /// The same for doing again what was undone.
    pub fn redo_text(&self) -> Option<String> {
        self.undo.next_redo().map(|step| self.texts.get(&format!("redo-{}", step.what.as_str())))
    }

    /// Whether there is a result to keep.
    pub fn can_keep_result(&self) -> bool {
        self.outcome.is_some() && self.evaluating.is_none() && !self.history.taking
    }
}

impl Page {
    /// Whether the page shows something where there are no files yet.
    pub fn is_always_there(self) -> bool {
        matches!(self, Self::Overview | Self::Rules | Self::Settings | Self::Import)
    }
}
