//! Everything the user can do.

use std::path::PathBuf;
use std::sync::Arc;

use chrono::NaiveDate;
use egui::{Key, KeyboardShortcut, Modifiers, ThemePreference};

use crate::evaluator::WindowKind;
use crate::ledger::PersonId;
use crate::rulebook::{LevelId, Market};
use crate::texts::{Language, Texts};

use super::file::{Answer, name_of};
use super::review::Choose;
use super::state::{Page, PeopleColumn, SalesColumn, SalesFilter};

/// One thing the user did.
#[derive(Debug, Clone, PartialEq)]
pub enum Command {
    /// Begin an empty workspace.
    New,
    /// Ask which workspace to open.
    Open,
    /// Open that workspace.
    OpenFile(PathBuf),
    /// Save the workspace into its file.
    Save,
    /// Ask where to save the workspace.
    SaveAs,
    /// Go on with what a window left that came to its end, by where it is kept.
    Restore(PathBuf),
    /// Remove what a window left, by where it is kept.
    Discard(PathBuf),
    /// Answer what is asked about the workspace.
    Answer(Answer),
    /// Close the window.
    Close,
    /// Ask which exports to import.
    Import,
    /// Import these files.
    ImportFiles(Vec<PathBuf>),
    /// Stop importing; what was read so far is dropped.
    CancelImport,
    /// Look around in the sample.
    OpenSample,
    /// Leave the sample.
    CloseSample,
    /// Forget the file that stands there.
    RemoveSource(Arc<str>),
    /// Show on the import page how the file that stands there is read.
    LookAt(Arc<str>),
    /// Read the file that stands there again.
    ReadAgain(Arc<str>),
    /// Have a file take the place of another, both by where they stand.
    UseInstead {
        /// The file.
        file: Arc<str>,
        /// The other, with its name.
        other: (Arc<str>, Arc<str>),
    },
    /// Save the rows that were left out of the file that stands there.
    SaveLeftOut(Arc<str>),
    /// Choose something about the file on the import page.
    Choose(Choose),
    /// Type the password of the file on the import page.
    TypePassword(String),
    /// Type whose credentials those of the file on the import page are.
    TypePerson(String),
    /// Show another table of the file on the import page.
    ShowTable(usize),
    /// Take in the file on the import page.
    TakeIn,
    /// Don't take in the file on the import page.
    SkipFile {
        /// Whether it was taken in before, and stays so.
        known: bool,
    },
    /// Take two people, by their ids, for one.
    Join {
        /// The people.
        pair: (String, String),
    },
    /// Take two people, by their ids, for two.
    Part {
        /// The people.
        pair: (String, String),
    },
    /// Forget what was said about two people.
    TakeBackPair {
        /// The people.
        pair: (String, String),
    },
    /// Read an exam as another, or as it is written.
    ReadExam {
        /// As it is written.
        written: String,
        /// The code that is meant.
        code: Option<String>,
    },
    /// Look for somebody to join with the person whose panel is open.
    SearchOther(String),
    /// Undo the last step that changed the workspace.
    Undo,
    /// Do again what was undone last.
    Redo,
    /// Write the summary.
    Print,
    /// Show a page.
    Show(Page),
    /// Go to the page's search field.
    Search,
    /// Look at one of the ways to attain the competency.
    ShowOption(usize),
    /// Look at a level's checklist.
    ShowLevel(LevelId),
    /// Evaluate by these rules.
    UseRulebook {
        /// Which competency.
        id: String,
        /// Which edition; none for the one in force on the day.
        edition: Option<String>,
    },
    /// Assume that somebody has passed exams, or assume it no more.
    AssumePassed {
        /// The person's id.
        person: String,
        /// The exams' codes.
        exams: Vec<String>,
        /// Whether to assume it.
        assume: bool,
    },
    /// Assume nothing any more.
    ClearAssumptions,
    /// Have a person take a seat of a role, by its id; or any seat that suits.
    Pin {
        /// The person's id.
        person: String,
        /// The role's id.
        role: Option<String>,
    },
    /// Have a person take no seat, or let them take one again.
    KeepOut {
        /// The person's id.
        person: String,
        /// Whether to keep them out.
        keep_out: bool,
    },
    /// Evaluate for a market.
    SetMarket(Market),
    /// Evaluate for a day.
    SetAsOf(NaiveDate),
    /// Cut the trailing months this way.
    SetWindow(WindowKind),
    /// Count sales without a word on the association as associated, or not.
    AssumeAssociated(bool),
    /// Speak a language.
    SetLanguage(Language),
    /// Be light or dark.
    SetTheme(ThemePreference),
    /// Put a notice away.
    DismissNotice(usize),
    /// Type in the field of the as-of date.
    TypeDate(String),
    /// Leaf the calendar to a month.
    LeafCalendar(NaiveDate),
    /// Look for people.
    SearchPeople(String),
    /// Sort the people.
    SortPeople(PeopleColumn),
    /// Look at a person, or at none.
    SelectPerson(Option<PersonId>),
    /// Look for sales.
    SearchSales(String),
    /// Show only some sales.
    FilterSales(SalesFilter),
    /// Sort the sales.
    SortSales(SalesColumn),
}

impl Command {
    /// The commands that can be given from the keyboard. One with the shift key comes before the same without it, which
    /// would take its keys.
    pub fn with_shortcuts() -> Vec<Self> {
        let pages = Page::ALL.into_iter().map(Self::Show);
        let files = [Self::SaveAs, Self::Redo, Self::New, Self::Open, Self::Save, Self::Undo];
        let others = [Self::Import, Self::Print, Self::Search, Self::TakeIn, Self::SkipFile { known: false }];
        files.into_iter().chain(others).chain(pages).collect()
    }

    /// The keys that give it.
    pub fn shortcut(&self) -> Option<KeyboardShortcut> {
        let key = match self {
            Self::TakeIn => return Some(KeyboardShortcut::new(Modifiers::NONE, Key::Enter)),
            Self::SkipFile { .. } => return Some(KeyboardShortcut::new(Modifiers::NONE, Key::Escape)),
            Self::SaveAs => return Some(KeyboardShortcut::new(Modifiers::COMMAND | Modifiers::SHIFT, Key::S)),
            Self::Redo => return Some(KeyboardShortcut::new(Modifiers::COMMAND | Modifiers::SHIFT, Key::Z)),
            Self::New => Key::N,
            Self::Open => Key::O,
            Self::Save => Key::S,
            Self::Undo => Key::Z,
            Self::Import => Key::I,
            Self::Print => Key::P,
            Self::Search => Key::F,
            Self::Show(Page::Overview) => Key::Num1,
            Self::Show(Page::Checklist) => Key::Num2,
            Self::Show(Page::People) => Key::Num3,
            Self::Show(Page::Revenue) => Key::Num4,
            Self::Show(Page::Sources) => Key::Num5,
            Self::Show(Page::Rules) => Key::Num6,
            _ => return None,
        };
        Some(KeyboardShortcut::new(Modifiers::COMMAND, key))
    }

    /// Other keys that give it too, for those who are used to them.
    pub fn other_shortcut(&self) -> Option<KeyboardShortcut> {
        matches!(self, Self::Redo).then(|| KeyboardShortcut::new(Modifiers::COMMAND, Key::Y))
    }

    /// What its button says.
    pub fn text(&self, texts: &Texts) -> String {
        match self {
            Self::New => texts.get("command-new"),
            Self::Open => texts.get("command-open"),
            Self::OpenFile(path) => name_of(path),
            Self::Save => texts.get("command-save"),
            Self::SaveAs | Self::Answer(Answer::SaveAs) => texts.get("command-save-as"),
            Self::Restore(_) => texts.get("command-restore"),
            Self::Discard(_) => texts.get("command-discard"),
            Self::Answer(Answer::Save) => texts.get("answer-save"),
            Self::Answer(Answer::DontSave) => texts.get("answer-dont-save"),
            Self::Answer(Answer::Overwrite) => texts.get("answer-overwrite"),
            Self::Answer(Answer::Reload) => texts.get("answer-reload"),
            Self::Answer(Answer::Cancel) => texts.get("answer-cancel"),
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
            Self::Show(page) => texts.get(page.text_id()),
            Self::Search => texts.get("command-search"),
            Self::ShowOption(_) => texts.get("command-show-option"),
            Self::ShowLevel(level) => texts.get(&format!("level-{level}")),
            Self::UseRulebook { .. } => texts.get("command-use-rulebook"),
            Self::AssumePassed { assume: true, .. } => texts.get("command-assume"),
            Self::AssumePassed { assume: false, .. } => texts.get("command-not-assume"),
            Self::ClearAssumptions => texts.get("command-clear-assumptions"),
            Self::Pin { role: Some(_), .. } => texts.get("command-pin"),
            Self::Pin { role: None, .. } => texts.get("command-unpin"),
            Self::KeepOut { keep_out: true, .. } => texts.get("command-keep-out"),
            Self::KeepOut { keep_out: false, .. } => texts.get("command-let-in"),
            Self::SetMarket(market) => texts.get(&format!("market-{market}")),
            Self::SetAsOf(day) => texts.date(*day),
            Self::SetWindow(kind) => texts.get(&format!("window-{}", kind.as_str())),
            Self::AssumeAssociated(true) => texts.get("command-associated"),
            Self::AssumeAssociated(false) => texts.get("command-not-associated"),
            Self::SetLanguage(language) => language.own_name().to_owned(),
            Self::SetTheme(ThemePreference::Light) => texts.get("theme-light"),
            Self::SetTheme(ThemePreference::Dark) => texts.get("theme-dark"),
            Self::SetTheme(ThemePreference::System) => texts.get("theme-system"),
            Self::DismissNotice(_) => texts.get("command-dismiss"),
            Self::TypeDate(_) => texts.get("command-type-date"),
            Self::LeafCalendar(month) => texts.month(*month),
            Self::SearchPeople(_) => texts.get("command-search-people"),
            Self::SortPeople(_) | Self::SortSales(_) => texts.get("command-sort"),
            Self::SelectPerson(Some(_)) => texts.get("command-select-person"),
            Self::SelectPerson(None) => texts.get("command-close-person"),
            Self::SearchSales(_) => texts.get("command-search-sales"),
            Self::FilterSales(_) => texts.get("command-filter-sales"),
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
            Self::UseInstead { .. } => "command-use-instead.tooltip",
            Self::SaveLeftOut(_) => "command-save-left-out.tooltip",
            Self::Join { .. } => "command-join.tooltip",
            Self::Part { .. } => "command-part.tooltip",
            Self::Print => "command-print.tooltip",
            Self::Pin { role: Some(_), .. } => "command-pin.tooltip",
            Self::KeepOut { keep_out: true, .. } => "command-keep-out.tooltip",
            Self::SetWindow(WindowKind::Rolling) => "window-rolling-tooltip",
            Self::SetWindow(WindowKind::FullMonths) => "window-full-months-tooltip",
            Self::AssumeAssociated(true) => "command-associated.tooltip",
            Self::AssumeAssociated(false) => "command-not-associated.tooltip",
            _ => return None,
        };
        Some(texts.get(id))
    }
}

/// The commands that pages gave in one frame.
#[derive(Debug, Default)]
pub struct Commands(Vec<Command>);

impl Commands {
    /// Gives a command. It is carried out between two frames, so nothing changes in the middle of painting.
    pub fn push(&mut self, command: Command) {
        self.0.push(command);
    }

    /// Whether there is nothing to carry out.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Takes the commands out, in the order in which they were given.
    pub fn take(&mut self) -> Vec<Command> {
        std::mem::take(&mut self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_two_commands_share_a_shortcut() {
        let shortcuts: Vec<_> = Command::with_shortcuts().iter().map(Command::shortcut).collect();
        for (at, shortcut) in shortcuts.iter().enumerate() {
            assert!(shortcut.is_some());
            assert!(!shortcuts[..at].contains(shortcut), "{shortcut:?}");
        }
    }
}
