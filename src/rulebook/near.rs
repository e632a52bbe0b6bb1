//! Which exam a misspelt text may mean. What is found here is suggested to the user and never assumed.

use super::ExamId;
use super::names::{Names, title_key};
use crate::fold::fold;

/// A title needs so many letters for one or two of them to be a slip.
const LONG_TITLE: usize = 15;

impl Names {
    /// The exam that a text names but for a slip: `MB2-7l4`, `MB-714`, `714`, a title with a letter too many. Nothing where
    /// the text names an exam as it should, where the slip fits two, or where it may be another exam: `MB2-715`.
    pub fn near(&self, text: &str) -> Option<ExamId> {
        if self.exam(text).is_some() {
            return None;
        }
        let folded = fold(text);
        let words: Vec<&str> = folded.split(' ').filter(|word| !matches!(*word, "exam" | "examen" | "test")).collect();
        let mut found = Found::default();
        for start in 0..words.len() {
            let mut code = String::new();
            for word in &words[start..] {
                code.push_str(word);
                if code.len() > self.longest_code + 1 {
                    break;
                }
                self.codes().filter(|(known, _)| is_slip(&code, known)).for_each(|(_, id)| found.add(id));
            }
        }
        let whole = words.concat();
        if found == Found::Nothing && whole.len() >= 3 && whole.bytes().all(|byte| byte.is_ascii_digit()) {
            // The last group of a code, alone.
            self.codes().filter(|(known, _)| last_group(known) == whole).for_each(|(_, id)| found.add(id));
        }
        if found == Found::Nothing {
            let title = title_key(text);
            self.titles().filter(|(known, _)| is_title_slip(&title, known)).for_each(|(_, id)| found.add(id));
        }
        match found {
            Found::One(id) => Some(id),
            Found::Nothing | Found::Several => None,
        }
    }
}

/// What fits so far.
#[derive(Default, PartialEq)]
enum Found {
    #[default]
    Nothing,
    One(ExamId),
    Several,
}

impl Found {
    fn add(&mut self, id: ExamId) {
        *self = match self {
            Self::Nothing => Self::One(id),
            Self::One(known) if *known == id => Self::One(id),
            Self::One(_) | Self::Several => Self::Several,
        };
    }
}

/// Whether a compact text is a code with a slip: signs that look alike, one letter wrong, one sign too many or too few.
/// Another digit is no slip, since it makes another exam's code.
fn is_slip(text: &str, code: &str) -> bool {
    if text.len() + 1 < code.len() || text.len() > code.len() + 1 || text.len() < 4 {
        return false;
    }
    if text.chars().map(plain).eq(code.chars().map(plain)) {
        return true;
    }
    if text.len() != code.len() {
        return strsim::osa_distance(text, code) == 1;
    }
    let mut others = text.chars().zip(code.chars()).filter(|(a, b)| a != b);
    let is_letter = others.next().is_some_and(|(a, b)| !(a.is_ascii_digit() && b.is_ascii_digit()));
    is_letter && others.next().is_none()
}

/// The digit that a letter looks like, so that both compare alike.
fn plain(sign: char) -> char {
    match sign {
        'o' => '0',
        'i' | 'l' => '1',
        'z' => '2',
        's' => '5',
        'b' => '8',
        other => other,
    }
}

/// The digits that a compact code ends with, without those of its first group: `714` of `mb2714`, `483` of `70483`.
fn last_group(code: &str) -> &str {
    code.len().checked_sub(3).and_then(|start| code.get(start..)).unwrap_or(code)
}

/// Whether a title is another one with a letter or two wrong. Its numbers must be the same: they are years and versions.
fn is_title_slip(text: &str, title: &str) -> bool {
    let digits = |text: &str| text.chars().filter(char::is_ascii_digit).collect::<String>();
    title.len() >= LONG_TITLE
        && text.len().abs_diff(title.len()) <= 2
        && digits(text) == digits(title)
        && strsim::osa_distance(text, title) <= 2
}

#[cfg(test)]
mod tests {
    use crate::rulebook::{Rulebook, builtin, builtins};

    #[track_caller]
    fn check_in(rulebook: &Rulebook, text: &str, expected: Option<&str>) {
        let found = rulebook.names().near(text).map(|id| rulebook.exam(id).code.as_str());
        assert_eq!(found, expected, "{text:?}");
    }

    #[track_caller]
    fn check(text: &str, expected: Option<&str>) {
        check_in(builtin("cloud-crm", "2017-06").unwrap(), text, expected);
    }

    #[test]
    fn codes_with_a_slip_are_suggested() {
        for text in [
            "MB2-7l4",
            "MB2-7I4",
            "M82-714",
            "MBZ-714",
            "mb2 7|4 MB2-7l4",
            "Exam MB2-7l4: Customer Service",
            "Examen NB2-714",
            "MB 714",
            "B2-714",
            "MB2-7144",
            "MBB2-714",
            "714",
            "Examen 714",
        ] {
            check(text, Some("MB2-714"));
        }
        check("MB2-7O7", Some("MB2-707"));
        check("MB2-7o9 Marketing", Some("MB2-709"));
    }

    #[test]
    fn titles_with_a_slip_are_suggested() {
        check("Microsoft Dynamics CRM 2016 Saless", Some("MB2-713"));
        check("Implementación onlin de Microsoft Dynamics CRM", Some("MB2-706"));
        check("Microsoft Dynamics CRM 2015 Sales", None);
    }

    #[test]
    fn what_may_be_another_exam_is_not_suggested() {
        for text in [
            "",
            "MB2",
            "MB2-715",
            "MB2-741",
            "MB2-71",
            "70-714",
            "MB6-714",
            "PL-900",
            "AZ-104",
            "2016",
            "71",
            "7",
            "Azure Administrator Associate",
            "MB2-7l4 / MB2-7l0",
            "Dynamics 365 for Sales",
            "MS-700",
            "MB-200",
        ] {
            check(text, None);
        }
    }

    #[test]
    fn no_code_is_taken_for_a_slip_of_another() {
        for rulebook in builtins() {
            for exam in &rulebook.exams {
                check_in(rulebook, &exam.code, None);
            }
            let names = rulebook.names();
            for other in builtins().iter().flat_map(|other| &other.exams) {
                let near = names.near(&other.code).map(|id| rulebook.exam(id).code.as_str());
                assert_eq!(near, None, "{} in {}", other.code, rulebook.id);
            }
        }
    }
}
