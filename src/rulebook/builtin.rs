//! The rulebooks that are part of the program.

use std::sync::LazyLock;

use chrono::NaiveDate;

use super::Rulebook;

/// The rulebook files, in the order in which they are offered.
const FILES: [&str; 5] = [
    include_str!("../../assets/rulebooks/cloud-crm.2017-06.json"),
    include_str!("../../assets/rulebooks/cloud-crm.2017-07.json"),
    include_str!("../../assets/rulebooks/cloud-crm.2017-12.json"),
    include_str!("../../assets/rulebooks/cloud-business-applications.2017-12.json"),
    include_str!("../../assets/rulebooks/application-integration.2017-12.json"),
];

#[expect(clippy::panic, reason = "these files are part of the program, and a test reads each")]
static BUILT_IN: LazyLock<Vec<Rulebook>> = LazyLock::new(|| {
    let read = |file: &&str| {
        Rulebook::parse(file).unwrap_or_else(|faults| panic!("a built-in rulebook is at fault: {faults:?}"))
    };
    FILES.iter().map(read).collect()
});

/// The rulebooks that are part of the program, in the order in which they are offered.
pub fn builtins() -> &'static [Rulebook] {
    &BUILT_IN
}

/// One edition of a built-in rulebook.
pub fn builtin(id: &str, edition: &str) -> Option<&'static Rulebook> {
    builtins().iter().find(|rulebook| rulebook.id == id && rulebook.edition == edition)
}

/// The edition of a built-in rulebook that is in force on a day; the earliest one before that.
pub fn in_force(id: &str, day: NaiveDate) -> Option<&'static Rulebook> {
    let editions = || builtins().iter().filter(|rulebook| rulebook.id == id);
    let latest =
        editions().filter(|rulebook| rulebook.in_force_from <= day).max_by_key(|rulebook| rulebook.in_force_from);
    latest.or_else(|| editions().min_by_key(|rulebook| rulebook.in_force_from))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_built_in_rulebook_is_without_fault() {
        for file in FILES {
            assert_eq!(Rulebook::parse(file).err(), None, "{file:.60}");
        }
        assert_eq!(builtins().len(), FILES.len());
    }
}
