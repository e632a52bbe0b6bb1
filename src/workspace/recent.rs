//! What belongs to the person rather than to a workspace: language, colours, and the files they used last.

use std::fs;
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use super::save::DiskFault;
use super::{Folders, whole};
use crate::texts::Language;

/// What the person likes, and the files they used last. What is left out follows the system.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Preferences {
    /// The language of the program.
    pub language: Option<Language>,
    /// Its colours.
    pub colours: Option<Colours>,
    /// How large everything is, in hundredths.
    pub zoom: Option<u16>,
    /// What summaries are printed on, by its name.
    pub paper: Option<String>,
    /// Where the window stood last.
    pub window: Option<WindowPlace>,
    /// The folder that was used last in a dialog.
    pub folder: Option<PathBuf>,
    /// The workspaces used last, latest first.
    pub recent: Vec<PathBuf>,
}

/// The colours of the window.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Colours {
    /// Dark on light.
    Light,
    /// Light on dark.
    Dark,
}

/// Where a window stands, in points as the system counts them.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct WindowPlace {
    /// Its left and top edge, where the system tells.
    pub at: Option<(i32, i32)>,
    /// Its width and height inside.
    pub size: (u16, u16),
    /// Whether it fills the screen.
    pub maximised: bool,
}

/// So many files are remembered.
const MOST_RECENT: usize = 10;

/// Beyond these nobody can read, or hit a button.
const ZOOMS: std::ops::RangeInclusive<u16> = 20..=500;

/// The file's name in its folder.
const FILE: &str = "preferences.json";

/// What stands in the file. Names that it does not know are left alone by this version.
#[derive(Default, Serialize, Deserialize)]
#[serde(default)]
struct Stored {
    language: Option<String>,
    colours: Option<Colours>,
    zoom: Option<u16>,
    paper: Option<String>,
    window: Option<WindowPlace>,
    folder: Option<PathBuf>,
    recent: Vec<PathBuf>,
}

impl Preferences {
    /// Those that were stored; none where there are none, or the file is broken.
    pub fn load(folders: &Folders) -> Self {
        let text = fs::read(folders.preferences.join(FILE)).unwrap_or_default();
        let stored: Stored = serde_json::from_slice(&text).unwrap_or_default();
        let language = |code: String| Language::ALL.into_iter().find(|language| language.code() == code);
        let mut recent = stored.recent;
        recent.truncate(MOST_RECENT);
        let zoom = stored.zoom.filter(|zoom| ZOOMS.contains(zoom));
        let language = stored.language.and_then(language);
        let Stored { colours, paper, window, folder, .. } = stored;
        Self { language, colours, zoom, paper, window, folder, recent }
    }

    /// Changes what is stored, which another window may have changed meanwhile, and tells what it is then.
    ///
    /// # Errors
    /// When it can't be written.
    pub fn update(folders: &Folders, change: impl FnOnce(&mut Self)) -> Result<Self, DiskFault> {
        let before = Self::load(folders);
        let mut now = before.clone();
        change(&mut now);
        if now != before {
            now.store(folders).map_err(|error| DiskFault::of(&error))?;
        }
        Ok(now)
    }

    /// Puts a workspace first among those used last.
    pub fn used(&mut self, workspace: &Path) {
        let path = std::path::absolute(workspace).unwrap_or_else(|_| workspace.to_owned());
        self.forget(&path);
        self.folder = path.parent().map(Path::to_owned);
        self.recent.insert(0, path);
        self.recent.truncate(MOST_RECENT);
    }

    /// Leaves out a workspace that is gone.
    pub fn forget(&mut self, workspace: &Path) {
        self.recent.retain(|known| known != workspace);
    }

    fn store(&self, folders: &Folders) -> std::io::Result<()> {
        // A path that is no text can't be stored, and is no reason to store nothing.
        let is_text = |path: &PathBuf| path.to_str().is_some();
        let stored = Stored {
            language: self.language.map(|language| language.code().to_owned()),
            colours: self.colours,
            zoom: self.zoom,
            paper: self.paper.clone(),
            window: self.window,
            folder: self.folder.clone().filter(is_text),
            recent: self.recent.iter().filter(|path| is_text(path)).cloned().collect(),
        };
        fs::create_dir_all(&folders.preferences)?;
        let path = folders.preferences.join(FILE);
        whole::put(&path, &serde_json::to_vec_pretty(&stored)?)
    }
}
