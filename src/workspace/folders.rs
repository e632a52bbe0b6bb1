//! Where the program keeps what is its own.

use std::path::PathBuf;

use etcetera::{AppStrategy, AppStrategyArgs, app_strategy::choose_native_strategy};

/// Where the program keeps what is its own.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Folders {
    /// What a crash must not take away.
    pub autosaves: PathBuf,
    /// What the user likes.
    pub preferences: PathBuf,
}

impl Folders {
    /// Those of the system; the environment variable `TOUCHSTONE_HOME` names another folder for all. Nothing where the
    /// system has none.
    pub fn of_system() -> Option<Self> {
        if let Some(home) = std::env::var_os(HOME).filter(|home| !home.is_empty()) {
            return Some(Self::below(PathBuf::from(home)));
        }
        let program = AppStrategyArgs {
            top_level_domain: String::new(),
            author: String::new(),
            app_name: "Touchstone".to_owned(),
        };
        let folders = choose_native_strategy(program).ok()?;
        Some(Self { autosaves: folders.in_data_dir("autosaves"), preferences: folders.config_dir() })
    }

    /// All below one folder.
    pub fn below(folder: impl Into<PathBuf>) -> Self {
        let folder = folder.into();
        Self { autosaves: folder.join("autosaves"), preferences: folder }
    }
}

const HOME: &str = "TOUCHSTONE_HOME";
