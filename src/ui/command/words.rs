//! What a command is called, and what it does in a few words more.

use egui::ThemePreference;

use crate::evaluator::WindowKind;
use crate::texts::Texts;

use super::super::file::{Answer, name_of};
use super::super::state::{PeopleExams, Whose};
use super::Command;

impl Command {
    /// What its button says.
    #[expect(clippy::too_many_lines, reason = "a line for each command")]
    pub fn text(&self, texts: &Texts) -> String {
        match self {
            Self::New => texts.get("command-new"),
            Self::Open => texts.get("command-open"),
            Self::OpenFile(path) | Self::OpenRulebookFile(path) => name_of(path),
            Self::Save => texts.get("command-save"),
            Self::SaveAs | Self::Answer(Answer::SaveAs) => texts.get("command-save-as"),
            Self::Restore(_) => texts.get("command-restore"),
            Self::Discard(_) => texts.get("command-discard"),
            Self::Answer(Answer::Save) => texts.get("answer-save"),
            Self::Answer(Answer::DontSave) => texts.get("answer-dont-save"),
            Self::Answer(Answer::Overwrite) => texts.get("answer-overwrite"),
            Self::Answer(Answer::Reload) => texts.get("answer-reload"),
            Self::Answer(Answer::BackToFiles) => texts.get("answer-back-to-files"),
            Self::Answer(Answer::WithoutFiles) => texts.get("answer-without-files"),
            Self::Answer(Answer::Cancel) | Self::CloseForm => texts.get("answer-cancel"),
            Self::Close => texts.get("command-close"),
            Self::Redo => texts.get("command-redo"),
            Self::Import => texts.get("command-import"),
            Self::ImportFiles(_) => texts.get("command-import-files"),
            Self::CancelImport => texts.get("command-cancel-import"),
            Self::OpenSample => texts.get("command-open-sample"),
            Self::CloseSample => texts.get("command-close-sample"),
            Self::RemoveSource(_) => texts.get("command-remove-source"),
            Self::LookAt(_) => texts.get("command-look-at"),
            Self::ReadAgain(_) => texts.get("command-read-again"),
            Self::LookAtFiles => texts.get("command-look-at-files"),
            Self::FilterFindings(_) => texts.get("command-filter-findings"),
            Self::ShowRow(_) => texts.get("command-show-row"),
            Self::CopyFindings => texts.get("command-copy-findings"),
            Self::UseInstead { other: (_, name), .. } => {
                texts.with("command-use-instead", &[("file", (**name).into())])
            }
            Self::SaveLeftOut(_) => texts.get("command-save-left-out"),
            Self::Choose(_) => texts.get("command-choose"),
            Self::TypePassword(_) => texts.get("command-type-password"),
            Self::TypePerson(_) => texts.get("command-type-person"),
            Self::ShowTable(_) => texts.get("command-show-table"),
            Self::TakeIn => texts.get("command-take-in"),
            Self::SkipFile { known: false } => texts.get("command-skip-file"),
            Self::SkipFile { known: true } => texts.get("command-leave-file"),
            Self::Undo => texts.get("command-undo"),
            Self::Join { .. } => texts.get("command-join"),
            Self::Part { .. } => texts.get("command-part"),
            Self::TakeBackPair { .. } | Self::ReadExam { code: None, .. } => texts.get("command-take-back"),
            Self::ReadExam { code: Some(code), .. } => {
                texts.with("command-read-exam", &[("exam", code.as_str().into())])
            }
            Self::SearchOther(_) => texts.get("search-other"),
            Self::Print => texts.get("command-print"),
            Self::PrintPerson(_) => texts.get("command-print-person"),
            Self::Preview(preview) => preview.text(texts),
            Self::Export => texts.get("command-export"),
            Self::SaveExport(_) => texts.get("command-save-export"),
            Self::OpenSaved(_) => texts.get("command-open-saved"),
            Self::Show(page) => texts.get(page.text_id()),
            Self::Search => texts.get("command-search"),
            Self::ShowOption(_) => texts.get("command-show-option"),
            Self::ShowLevel(level) => texts.get(&format!("level-{level}")),
            Self::UseRulebook { .. } => texts.get("command-use-rulebook"),
            Self::OpenRulebook => texts.get("command-open-rulebook"),
            Self::CopyFaults => texts.get("command-copy-faults"),
            Self::AssumePassed { assume: true, .. } => texts.get("command-assume"),
            Self::AssumeLeft { assume: true, .. } => texts.get("command-assume-left"),
            Self::AssumeLeft { assume: false, .. } => texts.get("command-not-assume-left"),
            Self::AssumePassed { assume: false, .. } | Self::ForgetSale(_) => texts.get("command-not-assume"),
            Self::CopyChecklist => texts.get("command-copy-checklist"),
            Self::ClearAssumptions => texts.get("command-clear-assumptions"),
            Self::Pin { role: Some(_), .. } => texts.get("command-pin"),
            Self::Pin { role: None, .. } => texts.get("command-unpin"),
            Self::KeepOut { keep_out: true, .. } => texts.get("command-keep-out"),
            Self::KeepOut { keep_out: false, .. } => texts.get("command-let-in"),
            Self::SetMarket(market) => texts.get(&format!("market-{market}")),
            Self::SetWindow(kind) => texts.get(&format!("window-{}", kind.as_str())),
            Self::AssumeAssociated(true) => texts.get("command-associated"),
            Self::AssumeAssociated(false) | Self::Associate { associated: false, .. } => {
                texts.get("command-not-associated")
            }
            Self::SetLanguage(language) => language.own_name().to_owned(),
            Self::SetTheme(ThemePreference::Light) => texts.get("theme-light"),
            Self::SetTheme(ThemePreference::Dark) => texts.get("theme-dark"),
            Self::SetTheme(ThemePreference::System) => texts.get("theme-system"),
            Self::ZoomIn => texts.get("command-zoom-in"),
            Self::ZoomOut => texts.get("command-zoom-out"),
            Self::SetZoom(zoom) => texts.with("zoom-percent", &[("percent", (*zoom).into())]),
            Self::TypeCompany(_) | Self::NameCompany(_) => texts.get("company-name"),
            Self::CopyText(_) => texts.get("command-copy-text"),
            Self::TogglePalette => texts.get("command-palette"),
            Self::SearchPalette(_) => texts.get("palette-search"),
            Self::MarkPalette(_) => texts.get("command-mark-palette"),
            Self::KeepResult => texts.get("command-keep-result"),
            Self::RemoveResult(_) => texts.get("command-remove-result"),
            Self::SetAsOf(day) | Self::CompareFrom(day) | Self::CompareTo(Some(day)) => texts.date(*day),
            Self::CompareTo(None) => texts.get("history-now"),
            Self::ShowChanges(Some(_)) => texts.get("command-show-changes"),
            Self::DismissNotice(_) | Self::DismissFaults | Self::ShowChanges(None) => texts.get("command-dismiss"),
            Self::TypeDate(_) => texts.get("command-type-date"),
            Self::LeafCalendar(month) => texts.month(*month),
            Self::SearchPeople(_) => texts.get("command-search-people"),
            Self::SortPeople(_) | Self::SortSales(_) | Self::SortGroups(_) => texts.get("command-sort"),
            Self::SelectPerson(Some(_)) => texts.get("command-select-person"),
            Self::SelectPerson(None) | Self::SelectSale(None) => texts.get("command-close-person"),
            Self::SearchSales(_) => texts.get("command-search-sales"),
            Self::FilterSales(_) => texts.get("command-filter-sales"),
            Self::FilterPeople(_) => texts.get("command-filter-people"),
            Self::ShowExams(exams) => texts.get(match exams {
                PeopleExams::Rulebook => "exams-rulebook",
                PeopleExams::Held => "exams-held",
            }),
            Self::ShowBy(by) => texts.get(&format!("sales-by-{}", by.as_str())),
            Self::OnlySales(Some(_)) => texts.get("command-only-sales"),
            Self::OnlySales(None) => texts.get("command-all-sales"),
            Self::SelectSale(Some(_)) => texts.get("command-select-sale"),
            Self::Copy(_) => texts.get("command-copy"),
            Self::AskPass => texts.get("command-ask-pass"),
            Self::AskSale => texts.get("command-ask-sale"),
            Self::AskRates => texts.get("command-ask-rates"),
            Self::Fill(_) => texts.get("command-fill"),
            Self::AssumeSale(_) => texts.get("command-assume-sale"),
            Self::SetRates(_) => texts.get("command-set-rates"),
            Self::Associate { whose: Whose::File(_), associated: true } => texts.get("command-associated-file"),
            Self::Associate { whose: Whose::Customer(_), associated: true } => texts.get("command-associated-customer"),
        }
    }

    /// What it does, for those whose button says too little.
    pub fn tooltip(&self, texts: &Texts) -> Option<String> {
        let id = match self {
            Self::Import => "command-import.tooltip",
            Self::OpenSample => "command-open-sample.tooltip",
            Self::CloseSample => "command-close-sample.tooltip",
            Self::RemoveSource(_) => "command-remove-source.tooltip",
            Self::LookAt(_) => "command-look-at.tooltip",
            Self::ReadAgain(_) => "command-read-again.tooltip",
            Self::CopyFindings => "command-copy-findings.tooltip",
            Self::OpenRulebook => "command-open-rulebook.tooltip",
            Self::UseInstead { .. } => "command-use-instead.tooltip",
            Self::SaveLeftOut(_) => "command-save-left-out.tooltip",
            Self::Join { .. } => "command-join.tooltip",
            Self::Part { .. } => "command-part.tooltip",
            Self::Print => "command-print.tooltip",
            Self::PrintPerson(_) => "command-print-person.tooltip",
            Self::Export => "command-export.tooltip",
            Self::AssumeLeft { assume: true, .. } => "command-assume-left.tooltip",
            Self::CopyChecklist => "command-copy-checklist.tooltip",
            Self::Pin { role: Some(_), .. } => "command-pin.tooltip",
            Self::KeepOut { keep_out: true, .. } => "command-keep-out.tooltip",
            Self::KeepResult => "command-keep-result.tooltip",
            Self::TogglePalette => "command-palette.tooltip",
            Self::SetWindow(WindowKind::Rolling) => "window-rolling-tooltip",
            Self::SetWindow(WindowKind::FullMonths) => "window-full-months-tooltip",
            Self::AssumeAssociated(true) => "command-associated.tooltip",
            Self::AskPass => "command-ask-pass.tooltip",
            Self::AskSale => "command-ask-sale.tooltip",
            Self::AskRates => "command-ask-rates.tooltip",
            Self::Associate { whose: Whose::File(_), associated: true } => "command-associated-file.tooltip",
            Self::Associate { whose: Whose::Customer(_), associated: true } => "command-associated-customer.tooltip",
            Self::Associate { associated: false, .. } | Self::AssumeAssociated(false) => {
                "command-not-associated.tooltip"
            }
            _ => return None,
        };
        Some(texts.get(id))
    }
}
