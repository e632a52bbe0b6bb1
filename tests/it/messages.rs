//! The two languages say the same things, and say all of them.

use std::collections::{BTreeMap, BTreeSet};

use fluent_bundle::FluentResource;
use touchstone::ledger::FindingCode;
use touchstone::texts::{Language, Texts};

/// Every message and attribute of a file, with its variables.
fn messages(text: &str) -> BTreeMap<String, BTreeSet<String>> {
    assert!(FluentResource::try_new(text.to_owned()).is_ok(), "the file has faults");
    let mut found = BTreeMap::new();
    let (mut message, mut name) = (String::new(), String::new());
    for line in text.lines().filter(|line| !line.starts_with('#') && !line.trim().is_empty()) {
        if let (false, Some((id, _))) = (line.starts_with([' ', '}']), line.split_once(" =")) {
            assert!(!found.contains_key(id), "{id} stands twice");
            (message, name) = (id.to_owned(), id.to_owned());
        } else if let Some((attribute, _)) = line.trim().strip_prefix('.').and_then(|rest| rest.split_once(" =")) {
            name = format!("{message}.{attribute}");
        }
        let variables = line.split('$').skip(1).map(|rest| {
            rest.chars().take_while(|it| it.is_ascii_alphanumeric() || *it == '-' || *it == '_').collect::<String>()
        });
        found.entry(name.clone()).or_insert_with(BTreeSet::new).extend(variables);
    }
    found
}

fn all_messages(language: Language) -> BTreeMap<String, BTreeSet<String>> {
    let mut all = BTreeMap::new();
    for (room, text) in language.message_files() {
        for (id, variables) in messages(text) {
            assert!(all.insert(id.clone(), variables).is_none(), "{id} stands in {room} and in another file");
        }
    }
    all
}

#[test]
fn both_languages_have_the_same_messages_with_the_same_variables() {
    let (english, spanish) = (all_messages(Language::English), all_messages(Language::Spanish));
    for id in english.keys().chain(spanish.keys()) {
        assert_eq!(english.get(id), spanish.get(id), "{id}");
    }
}

#[test]
fn every_finding_has_words_and_says_what_to_do() {
    let messages = all_messages(Language::English);
    for code in FindingCode::ALL {
        for id in [format!("finding-{}", code.as_str()), format!("finding-{}.help", code.as_str())] {
            assert!(messages.contains_key(&id), "{id}");
        }
    }
}

#[test]
fn every_message_is_used_and_every_used_message_is_there() {
    let messages = all_messages(Language::English);
    let sources: String = rust_files("src").iter().map(|path| std::fs::read_to_string(path).unwrap()).collect();
    // Ids that are put together at run time: `"sale-{}"`.
    let families: BTreeSet<&str> = sources
        .split('"')
        .filter_map(|text| text.split_once('{'))
        .map(|(start, _)| start)
        .filter(|start| start.ends_with('-') && start.chars().all(|it| it.is_ascii_lowercase() || it == '-'))
        .collect();
    for id in messages.keys().filter(|id| !id.contains('.')) {
        let used = sources.contains(&format!("\"{id}\"")) || sources.contains(&format!("\"{id}."));
        assert!(used || families.iter().any(|family| id.starts_with(family)), "{id} is not used");
    }
    for call in sources.split("texts.get(\"").skip(1).chain(sources.split("texts.with(\"").skip(1)) {
        let id = call.split('"').next().unwrap();
        assert!(messages.contains_key(id), "{id} has no message");
    }
}

#[test]
fn numbers_and_dates_follow_the_language() {
    let (english, spanish) = (Texts::new(Language::English), Texts::new(Language::Spanish));
    let amount = "-1234567.5".parse().unwrap();
    assert_eq!(english.amount(amount, "USD"), "-1,234,567.50");
    assert_eq!(spanish.amount(amount, "USD"), "-1.234.567,50");
    assert_eq!(english.money("172650".parse().unwrap(), "USD"), "172,650 USD");
    let day = crate::company::day("2017-06-27");
    assert_eq!((english.date(day), english.long_date(day)), ("27 Jun 2017".into(), "27 June 2017".into()));
    assert_eq!((spanish.date(day), spanish.long_date(day)), ("27 jun 2017".into(), "27 de junio de 2017".into()));
}

#[test]
fn spanish_says_e_before_the_sound_of_an_i() {
    for (last, id) in [("Íñigo", "bundle-and-before-i"), ("Hilario", "bundle-and-before-i"), ("Ian", "bundle-and")] {
        assert_eq!(Texts::new(Language::Spanish).and_before(last), id, "{last}");
    }
}

/// All Rust files below a folder.
pub fn rust_files(folder: &str) -> Vec<std::path::PathBuf> {
    let mut files = Vec::new();
    let mut folders = vec![std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join(folder)];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            match path.extension() {
                _ if path.is_dir() => folders.push(path),
                Some(extension) if extension == "rs" => files.push(path),
                _ => {}
            }
        }
    }
    files.sort();
    files
}
