//! The keys that give a command.

use egui::{Key, KeyboardShortcut, Modifiers};

use super::super::state::Page;
use super::Command;

impl Command {
    /// The commands that can be given from the keyboard. One with the shift key comes before the same without it, which
    /// would take its keys.
    pub fn with_shortcuts() -> Vec<Self> {
        let pages = Page::ALL.into_iter().map(Self::Show);
        let files = [Self::SaveAs, Self::Redo, Self::New, Self::Open, Self::Save, Self::Undo];
        let others =
            [Self::Import, Self::Print, Self::Export, Self::Search, Self::TakeIn, Self::SkipFile { known: false }];
        let window = [Self::TogglePalette, Self::ZoomIn, Self::ZoomOut, Self::SetZoom(100)];
        files.into_iter().chain(others).chain(window).chain(pages).collect()
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
            Self::Export => Key::E,
            Self::Search => Key::F,
            Self::Show(Page::Overview) => Key::Num1,
            Self::Show(Page::Checklist) => Key::Num2,
            Self::Show(Page::People) => Key::Num3,
            Self::Show(Page::Revenue) => Key::Num4,
            Self::Show(Page::Sources) => Key::Num5,
            Self::Show(Page::Rules) => Key::Num6,
            Self::Show(Page::History) => Key::Num7,
            Self::Show(Page::Settings) => Key::Num8,
            Self::TogglePalette => Key::K,
            Self::ZoomIn => Key::Plus,
            Self::ZoomOut => Key::Minus,
            Self::SetZoom(100) => Key::Num0,
            _ => return None,
        };
        Some(KeyboardShortcut::new(Modifiers::COMMAND, key))
    }

    /// Other keys that give it too, for those who are used to them.
    pub fn other_shortcut(&self) -> Option<KeyboardShortcut> {
        let (modifiers, key) = match self {
            Self::Redo => (Modifiers::COMMAND, Key::Y),
            Self::ZoomIn => (Modifiers::COMMAND, Key::Equals),
            Self::Show(Page::Settings) => (Modifiers::COMMAND, Key::Comma),
            Self::TogglePalette => (Modifiers::NONE, Key::F1),
            _ => return None,
        };
        Some(KeyboardShortcut::new(modifiers, key))
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
