//! The workspace as a file: JSON that says what it is and which schema it follows, in which large data is compressed.
//!
//! What stands in a file has types of its own, [`v1`], apart from the program's: those may change while an old file stays
//! readable. A new schema gets a module beside it, and [`read`] goes on knowing every earlier one. Two workspaces that are
//! equal make the same bytes.

mod columns;
mod packed;
mod v1;

use serde::Deserialize;

use super::Workspace;

/// The schema that is written. Every one up to it can be read.
const SCHEMA: u64 = 1;

/// No file may be longer: compressed data is never longer than what was packed, and the rest is short.
pub(super) const MOST_BYTES: u64 = 1 << 30;

/// Why bytes are no workspace that can be opened.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum FileFault {
    /// They are something else.
    #[error("not a workspace")]
    Other,
    /// A later version of the program wrote them. Holds what this version does not know.
    #[error("made by a later version: {0}")]
    Newer(String),
    /// They are a workspace that is damaged. Holds where and how.
    #[error("damaged: {0}")]
    Damaged(String),
    /// They hold more than this program takes.
    #[error("too large")]
    TooLarge,
}

/// A workspace as the content of a file.
///
/// # Errors
/// When it holds more than can be read again.
pub fn write(workspace: &Workspace) -> Result<Vec<u8>, FileFault> {
    let document = v1::Document::of(workspace)?;
    let mut bytes = serde_json::to_vec_pretty(&document)?;
    bytes.push(b'\n');
    if bytes.len() as u64 > MOST_BYTES { Err(FileFault::TooLarge) } else { Ok(bytes) }
}

/// The workspace that a file's content is.
///
/// # Errors
/// When it is none, a later version's, or damaged. Nothing in the bytes makes this panic, or take more memory than a limit.
pub fn read(bytes: &[u8]) -> Result<Workspace, FileFault> {
    let is_workspace = |head: &Head| head.touchstone.as_deref() == Some("workspace");
    let head: Head = match serde_json::from_slice(bytes) {
        Ok(head) if is_workspace(&head) => head,
        // It began as one, but is cut off or broken.
        Err(error) if starts_as_workspace(bytes) => return Err(FileFault::Damaged(error.to_string())),
        _ => return Err(FileFault::Other),
    };
    match head.schema {
        Some(1) => serde_json::from_slice::<v1::Document>(bytes)?.workspace(),
        Some(newer) if newer > SCHEMA => Err(FileFault::Newer(format!("schema {newer}"))),
        _ => Err(FileFault::Damaged("schema".to_owned())),
    }
}

/// What every schema begins with.
#[derive(Deserialize)]
struct Head {
    touchstone: Option<String>,
    schema: Option<u64>,
}

fn starts_as_workspace(bytes: &[u8]) -> bool {
    let start = br#"{"touchstone":"workspace""#;
    bytes.iter().filter(|byte| !byte.is_ascii_whitespace()).take(start.len()).eq(start)
}

/// What is wrong with JSON. A name that a schema does not know was put there by a later version.
impl From<serde_json::Error> for FileFault {
    fn from(error: serde_json::Error) -> Self {
        let words = error.to_string();
        if words.starts_with("unknown field") { Self::Newer(words) } else { Self::Damaged(words) }
    }
}

impl FileFault {
    /// That something stands where it can't.
    fn damaged(what: &str) -> Self {
        Self::Damaged(what.to_owned())
    }

    /// As the messages name it.
    pub fn as_str(&self) -> &'static str {
        match self {
            Self::Other => "other",
            Self::Newer(_) => "newer",
            Self::Damaged(_) => "damaged",
            Self::TooLarge => "too-large",
        }
    }
}
