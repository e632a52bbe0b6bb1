//! What a summary is printed with: the paper, and which of its parts.

use super::Paper;

/// How a summary is printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Choice {
    /// On what.
    pub paper: Paper,
    /// Which parts of it.
    pub parts: Parts,
}

/// A part of the summary.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Part {
    /// The verdict on each level; always printed.
    Verdicts,
    /// The revenue, with its chart.
    Revenue,
    /// The checklist of roles and seats.
    Checklist,
    /// Who should sit what next.
    Next,
    /// What puts the levels at risk.
    Risks,
    /// What is assumed; always printed where anything is.
    Assumed,
    /// Why it can't be done with fewer exams.
    Proof,
    /// The files.
    Sources,
    /// What was noticed in the data.
    Findings,
}

/// Some of the parts of a summary.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Parts {
    /// Whether each part is left out.
    left_out: [bool; Part::ALL.len()],
}

impl Part {
    /// All, in the order in which they are printed.
    pub const ALL: [Self; 9] = [
        Self::Verdicts,
        Self::Revenue,
        Self::Checklist,
        Self::Next,
        Self::Risks,
        Self::Assumed,
        Self::Proof,
        Self::Sources,
        Self::Findings,
    ];

    /// As the command line names it, and with `part-` before it the messages.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Verdicts => "verdicts",
            Self::Revenue => "revenue",
            Self::Checklist => "checklist",
            Self::Next => "next",
            Self::Risks => "risks",
            Self::Assumed => "assumed",
            Self::Proof => "proof",
            Self::Sources => "sources",
            Self::Findings => "findings",
        }
    }

    /// The message that names it.
    pub fn message(self) -> String {
        format!("part-{}", self.as_str())
    }

    /// Whether it can't be left out: without it the summary would mislead.
    pub fn always(self) -> bool {
        matches!(self, Self::Verdicts | Self::Assumed)
    }
}

impl Default for Parts {
    fn default() -> Self {
        Self { left_out: [false; Part::ALL.len()] }
    }
}

impl Parts {
    /// Some parts, and those that are always printed.
    pub fn only(parts: &[Part]) -> Self {
        Part::ALL.into_iter().fold(Self::default(), |all, part| all.with(part, parts.contains(&part)))
    }

    /// Whether a part is printed.
    pub fn contains(self, part: Part) -> bool {
        let place = Part::ALL.iter().position(|known| *known == part);
        part.always() || !place.and_then(|place| self.left_out.get(place)).is_some_and(|left_out| *left_out)
    }

    /// The same with a part, or without it.
    #[must_use]
    pub fn with(mut self, part: Part, printed: bool) -> Self {
        for (known, left_out) in Part::ALL.into_iter().zip(&mut self.left_out) {
            if known == part {
                *left_out = !printed && !part.always();
            }
        }
        self
    }
}
