//! What the user said about people and exams where the files leave it open.

use std::collections::HashMap;
use std::sync::Arc;

use crate::fold::fold;

/// What the user said about people and exams. It is applied whenever a ledger is made and never written into what was read,
/// so that taking a word back undoes it.
///
/// A person is named by any key that a file has for them: an MCP ID, an e-mail, or the name where there is nothing better.
/// So a word stays true when a later file brings a better id. Names of nobody change nothing.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Corrections {
    /// Pairs of people who are one.
    pub same: Vec<(String, String)>,
    /// Pairs of people who are two, however alike their names are.
    pub apart: Vec<(String, String)>,
    /// Exams as a file writes them, each with the code that is meant.
    pub exams: Vec<(String, String)>,
}

impl Corrections {
    /// Whether nothing was said.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// Takes two people for one.
    pub fn join(&mut self, a: &str, b: &str) {
        if holds(&self.same, a, b) {
            return;
        }
        self.take_back(a, b);
        self.same.push((a.to_owned(), b.to_owned()));
    }

    /// Takes two people for two.
    pub fn part(&mut self, a: &str, b: &str) {
        if holds(&self.apart, a, b) {
            return;
        }
        self.take_back(a, b);
        self.apart.push((a.to_owned(), b.to_owned()));
    }

    /// Forgets what was said about two people.
    pub fn take_back(&mut self, a: &str, b: &str) {
        let is_other = |pair: &(String, String)| !is_pair(pair, a, b);
        self.same.retain(is_other);
        self.apart.retain(is_other);
    }

    /// Takes a spelling for an exam.
    pub fn explain_exam(&mut self, written: &str, code: &str) {
        self.take_back_exam(written);
        self.exams.push((written.to_owned(), code.to_owned()));
    }

    /// Forgets which exam a spelling means.
    pub fn take_back_exam(&mut self, written: &str) {
        self.exams.retain(|(known, _)| fold(known) != fold(written));
    }

    /// What the exams that were read are called, spellings that the user explained replaced.
    pub(super) fn exams(&self) -> ExplainedExams {
        let known = self.exams.iter().map(|(written, code)| (fold(written), code.as_str().into()));
        ExplainedExams { known: known.collect(), met: HashMap::new() }
    }
}

fn holds(pairs: &[(String, String)], a: &str, b: &str) -> bool {
    pairs.iter().any(|pair| is_pair(pair, a, b))
}

/// Whether a pair is of these two, whoever comes first.
fn is_pair((x, y): &(String, String), a: &str, b: &str) -> bool {
    (x == a && y == b) || (x == b && y == a)
}

/// The spellings that the user explained, ready for looking up.
pub(super) struct ExplainedExams {
    known: HashMap<String, Arc<str>>,
    /// Those looked up before, as a file writes them.
    met: HashMap<Arc<str>, Arc<str>>,
}

impl ExplainedExams {
    /// The code that the user said a spelling means, else the spelling itself.
    pub fn read(&mut self, written: &Arc<str>) -> Arc<str> {
        if self.known.is_empty() {
            return written.clone();
        }
        if let Some(met) = self.met.get(written) {
            return met.clone();
        }
        let exam = self.known.get(&fold(written)).unwrap_or(written).clone();
        self.met.insert(written.clone(), exam.clone());
        exam
    }
}
