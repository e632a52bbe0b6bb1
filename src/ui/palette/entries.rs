//! Everything that the list of all commands offers.

use egui::ThemePreference;
use lucide_icons::Icon;

use crate::evaluator::WindowKind;
use crate::ledger::PersonId;
use crate::rulebook::{Market, builtins, fold};
use crate::texts::Language;

use super::super::command::Command;
use super::super::file_menu::recent;
use super::super::sidebar::picture;
use super::super::state::{Page, State};
use super::Entry;

/// What can be done now.
pub fn all(state: &State) -> Vec<Entry> {
    let mut list = List { state, entries: Vec::new() };
    list.pages();
    list.files();
    list.result();
    list.rules();
    list.program();
    list.entries
}

/// A person, by their place.
pub fn person(name: &str, about: &str, place: usize) -> Entry {
    let commands = vec![Command::Show(Page::People), Command::SelectPerson(Some(PersonId(place)))];
    Entry {
        icon: Icon::User,
        text: name.to_owned(),
        about: about.to_owned(),
        keys: None,
        commands,
        folded: String::new(),
    }
}

struct List<'a> {
    state: &'a State,
    entries: Vec<Entry>,
}

impl List<'_> {
    fn pages(&mut self) {
        let pages = Page::ALL.into_iter().chain([Page::Import]);
        for page in pages {
            self.add(picture(page), "palette-page", Command::Show(page));
        }
    }

    fn files(&mut self) {
        let files = [
            (Icon::FileUp, Command::Import),
            (Icon::Printer, Command::Print),
            (Icon::FileDown, Command::Export),
            (Icon::Undo2, Command::Undo),
            (Icon::Redo2, Command::Redo),
            (Icon::FilePlus, Command::New),
            (Icon::FolderOpen, Command::Open),
            (Icon::Save, Command::Save),
            (Icon::SaveAll, Command::SaveAs),
            (Icon::FlaskConical, Command::OpenSample),
            (Icon::FlaskConicalOff, Command::CloseSample),
        ];
        for (icon, command) in files {
            self.add(icon, "file", command);
        }
        let recent: Vec<_> = recent(self.state).cloned().collect();
        for path in recent {
            self.add(Icon::FileBox, "recent", Command::OpenFile(path));
        }
    }

    fn result(&mut self) {
        let state = self.state;
        let settings = &state.workspace.settings;
        self.add(Icon::Copy, "page-checklist", Command::CopyChecklist);
        self.add(Icon::Camera, "page-history", Command::KeepResult);
        self.add(Icon::Eraser, "palette-what-if", Command::ClearAssumptions);
        let levels = state.outcome.iter().flat_map(|outcome| outcome.levels(state.option));
        let levels: Vec<_> = levels.map(|(rules, _)| rules.id).collect();
        for level in levels {
            let text = Command::ShowLevel(level).text(&state.texts);
            let commands = vec![Command::ShowLevel(level), Command::Show(Page::Checklist)];
            self.add_all(Icon::ListChecks, "page-checklist", text, commands);
        }
        for market in Market::ALL.into_iter().filter(|market| *market != settings.market) {
            self.add(Icon::Globe, "market", Command::SetMarket(market));
        }
        for window in WindowKind::ALL.into_iter().filter(|window| *window != settings.window) {
            self.add(Icon::CalendarRange, "window-kind", Command::SetWindow(window));
        }
        if settings.as_of != state.today {
            let text = state.texts.with("today", &[("day", state.texts.date(state.today).into())]);
            self.add_all(Icon::CalendarCheck, "as-of", text, vec![Command::SetAsOf(state.today)]);
        }
    }

    fn rules(&mut self) {
        let (texts, workspace) = (&self.state.texts, &self.state.workspace);
        for rulebook in builtins().iter().filter(|rulebook| **rulebook != workspace.rulebook) {
            let edition = texts.with("edition", &[("edition", rulebook.edition.as_str().into())]);
            let text = format!("{} · {edition}", texts.pick(&rulebook.title));
            let (id, edition) = (rulebook.id.clone(), Some(rulebook.edition.clone()));
            self.add_all(Icon::BookOpen, "page-rules", text, vec![Command::UseRulebook { id, edition }]);
        }
        self.add(Icon::BookPlus, "page-rules", Command::OpenRulebook);
    }

    fn program(&mut self) {
        for language in Language::ALL.into_iter().filter(|language| *language != self.state.texts.language()) {
            self.add(Icon::Languages, "language", Command::SetLanguage(language));
        }
        for theme in [ThemePreference::Light, ThemePreference::Dark, ThemePreference::System] {
            if theme != self.state.theme {
                self.add(Icon::SunMoon, "theme", Command::SetTheme(theme));
            }
        }
        for (icon, command) in [(Icon::ZoomIn, Command::ZoomIn), (Icon::ZoomOut, Command::ZoomOut)] {
            self.add(icon, "zoom", command);
        }
        self.add(Icon::Search, "zoom", Command::SetZoom(100));
        self.add(Icon::X, "palette-window", Command::Close);
    }

    fn add(&mut self, icon: Icon, about: &str, command: Command) {
        let text = match &command {
            Command::Undo => self.state.undo_text(),
            _ => None,
        };
        let text = text.unwrap_or_else(|| command.text(&self.state.texts));
        self.add_all(icon, about, text, vec![command]);
    }

    /// Adds something that is done by several commands; nothing where one of them is not possible.
    fn add_all(&mut self, icon: Icon, about: &str, text: String, commands: Vec<Command>) {
        if commands.iter().all(|command| self.state.can(command)) {
            let about = self.state.texts.get(about);
            let keys = commands.first().and_then(Command::shortcut).filter(|_| commands.len() == 1);
            let folded = fold(&format!("{text} {about}"));
            self.entries.push(Entry { icon, text, about, keys, commands, folded });
        }
    }
}
