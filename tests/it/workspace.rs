//! Workspaces as files: nothing is lost, nothing falls over.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use chrono::NaiveDate;
use proptest::collection::vec;
use proptest::prelude::*;
use rust_decimal::Decimal;
use touchstone::evaluator::{Settings, WindowKind};
use touchstone::import::{AmountsAre, Choices, ColumnChoice, DateOrder, DecimalSign, Field, ReadOptions};
use touchstone::ledger::{
    AssumedPass, AssumedSale, Assumptions, Corrections, CredentialRow, FileStamp, Finding, FindingCode, PersonKeys,
    Place, Sale, SaleDate, SheetKind, SheetTally, Source, Tie,
};
use touchstone::rulebook::{Market, Rulebook, builtins};
use touchstone::texts::{Language, Texts};
use touchstone::workspace::{
    DiskFault, Document, FileFault, Folders, OpenFault, Overwrite, Preferences, Remembered, SAMPLES, SaveFault,
    Workspace, autosaves, backup_of, open, read, save, write,
};

use crate::company::day;

/// A workspace with something of everything.
fn sample() -> Workspace {
    let mut workspace = Workspace::sample().unwrap();
    let id = workspace.ledger().people[0].id.clone();
    workspace.settings.pins.insert(id.clone(), "application".to_owned());
    workspace.settings.rates.insert("EUR".to_owned(), "1.0923".parse().unwrap());
    workspace.corrections.same.push(("a".to_owned(), "b".to_owned()));
    workspace.assumptions.leavers.push(id);
    workspace.keep(workspace.snapshot(day("2017-06-01")));
    workspace
}

/// The same, changed a little.
fn changed() -> Workspace {
    let mut workspace = sample();
    workspace.settings.market = Market::Developing;
    workspace
}

fn english(message: impl Fn(&Texts) -> String) -> String {
    message(&Texts::new(Language::English))
}

fn names(folder: &Path) -> Vec<String> {
    let mut names: Vec<String> =
        fs::read_dir(folder).unwrap().map(|it| it.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    names
}

// The file.

#[test]
fn what_is_saved_is_what_is_opened() {
    let workspace = sample();
    let bytes = write(&workspace).unwrap();
    assert_eq!(read(&bytes), Ok(workspace.clone()));
    assert_eq!(write(&read(&bytes).unwrap()).unwrap(), bytes);
    assert!(String::from_utf8(bytes).unwrap().starts_with("{\n  \"touchstone\": \"workspace\",\n  \"schema\": 1,"));
}

#[test]
fn a_rulebook_from_a_file_is_kept_whole() {
    let mut workspace = sample();
    let text = builtins()[0].to_file().replace("100000 USD", "90000.50 EUR");
    workspace.rulebook = Rulebook::parse(&text).unwrap();
    let bytes = write(&workspace).unwrap();
    assert_eq!(read(&bytes), Ok(workspace));
}

#[test]
#[ignore = "makes the file anew that must always open: only before anybody has one"]
fn makes_the_first_workspace_file() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/workspace-1.touchstone");
    fs::write(path, write(&sample()).unwrap()).unwrap();
}

#[test]
fn the_first_workspace_file_ever_opens_and_gives_the_same_result() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/workspace-1.touchstone");
    let (workspace, _) = open(&path).unwrap();
    let snapshot = workspace.snapshot(day("2017-06-27"));
    let levels: Vec<String> = snapshot.levels.iter().map(|it| format!("{} {}", it.level, it.met)).collect();
    insta::assert_debug_snapshot!((
        workspace.sources.iter().map(|source| (&source.file, source.tally())).collect::<Vec<_>>(),
        &workspace.settings,
        &workspace.assumptions,
        &workspace.corrections,
        levels,
        &snapshot.levels,
        snapshot.people.len(),
        snapshot.credentials.len(),
        workspace.snapshots[0].levels == snapshot.levels,
    ));
}

/// Fails unless the sample's file, changed, is refused as it should be.
#[track_caller]
fn check_refused(change: impl Fn(String) -> String, expected: &str) {
    let text = String::from_utf8(write(&sample()).unwrap()).unwrap();
    let changed = change(text.clone());
    assert_ne!(changed, text);
    assert_eq!(read(changed.as_bytes()).unwrap_err().as_str(), expected);
}

#[test]
fn what_is_no_workspace_is_refused_and_told_apart() {
    check_refused(|text| text.replace("\"schema\": 1", "\"schema\": 2"), "newer");
    check_refused(|text| text.replace("\"schema\": 1", "\"schema\": 18446744073709551615"), "newer");
    check_refused(|text| text.replace("\"schema\": 1", "\"schema\": -1"), "damaged");
    check_refused(|text| text.replace("\"schema\": 1", "\"schema\": 1e999"), "damaged");
    check_refused(|text| text.replace("\"market\"", "\"planet\""), "newer");
    check_refused(|text| text.replace("\"developed\"", "\"lunar\""), "newer");
    check_refused(|text| text.replace("\"2017-06\"", "\"2099-06\""), "newer");
    check_refused(|text| text.replace("2017-06-27", "2017-06-31"), "damaged");
    check_refused(|text| text.replace("1.0923", "1.0923e77"), "damaged");
    check_refused(|text| text.replace("\"length\": ", "\"length\": 1"), "damaged");
    check_refused(|text| text.replace("\"length\": ", "\"length\": 18446744073"), "too-large");
    check_refused(|text| text[..text.len() / 2].to_owned(), "damaged");
    check_refused(|text| text[..60].to_owned(), "damaged");
    check_refused(|text| text[..20].to_owned(), "other");
    check_refused(|_| String::new(), "other");
    check_refused(|_| "[".repeat(1_000_000), "other");
    check_refused(
        |_| "{\"touchstone\":\"workspace\",\"schema\":1,\"x\":".to_owned() + &"[".repeat(1_000_000),
        "damaged",
    );
    check_refused(|_| "{}".to_owned(), "other");
    check_refused(|_| "Name,Exam\nAna,MB2-710\n".to_owned(), "other");
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_workspace_is_what_it_was(workspace in workspaces()) {
        let bytes = write(&workspace).unwrap();
        let again = read(&bytes).unwrap();
        prop_assert_eq!(&again, &workspace);
        prop_assert_eq!(write(&again).unwrap(), bytes);
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_damage_makes_reading_break_down(cut in 0.0..1.0, changes in vec((any::<prop::sample::Index>(), any::<u8>()), 0..6)) {
        let mut bytes = SAMPLE.clone();
        for (place, byte) in changes {
            let place = place.index(bytes.len());
            bytes[place] = byte;
        }
        #[expect(clippy::cast_sign_loss, clippy::cast_possible_truncation, clippy::cast_precision_loss, reason = "a place")]
        let length = if cut < 0.2 { (bytes.len() as f64 * cut * 5.0) as usize } else { bytes.len() };
        if let Ok(workspace) = read(&bytes[..length]) {
            workspace.evaluate(&workspace.ledger());
        }
    }

    #[test]
    fn no_odd_record_makes_reading_break_down(changes in vec((any::<prop::sample::Index>(), 0..ODD.len()), 1..4)) {
        let text = SAMPLE_UNPACKED.as_str();
        let numbers: Vec<(usize, usize)> = numbers_of(text);
        let mut changed = text.to_owned();
        let mut places: Vec<(usize, usize)> = changes.iter().map(|(index, odd)| (index.index(numbers.len()), *odd)).collect();
        places.sort_unstable();
        for (place, odd) in places.into_iter().rev() {
            let (from, to) = numbers[place];
            changed.replace_range(from..to.min(changed.len()), ODD[odd]);
        }
        let bytes = with_records(&changed);
        if let Ok(workspace) = read(&bytes) {
            workspace.evaluate(&workspace.ledger());
            workspace.snapshot(day("2017-06-27"));
        }
    }
}

const ODD: [&str; 8] = ["0", "-1", "4294967295", "99999999999999999999", "1e300", "null", "[]", "2147483647"];

static SAMPLE: std::sync::LazyLock<Vec<u8>> = std::sync::LazyLock::new(|| write(&sample()).unwrap());

/// The records of the first file of the sample, as they stand inside its packed part.
static SAMPLE_UNPACKED: std::sync::LazyLock<String> = std::sync::LazyLock::new(|| {
    use base64::Engine;
    let document: serde_json::Value = serde_json::from_slice(&SAMPLE).unwrap();
    let packed = document["sources"][0]["records"]["zlib"].as_str().unwrap();
    let bytes = base64::engine::general_purpose::STANDARD.decode(packed).unwrap();
    std::io::read_to_string(flate2::read::ZlibDecoder::new(bytes.as_slice())).unwrap()
});

/// The sample's file with other records.
fn with_records(records: &str) -> Vec<u8> {
    use base64::Engine;
    use std::io::Write;
    let mut encoder = flate2::write::ZlibEncoder::new(Vec::new(), flate2::Compression::fast());
    encoder.write_all(records.as_bytes()).unwrap();
    let packed = base64::engine::general_purpose::STANDARD.encode(encoder.finish().unwrap());
    let mut document: serde_json::Value = serde_json::from_slice(&SAMPLE).unwrap();
    document["sources"][0]["records"] = serde_json::json!({"length": records.len(), "zlib": packed});
    serde_json::to_vec(&document).unwrap()
}

/// Where the numbers of a JSON text stand, outside its texts.
fn numbers_of(text: &str) -> Vec<(usize, usize)> {
    let start = text.find("\"credentials\":{").unwrap();
    let mut found = Vec::new();
    let mut from = None;
    for (place, byte) in text.bytes().enumerate().skip(start) {
        match (byte.is_ascii_digit(), from) {
            (true, None) => from = Some(place),
            (false, Some(first)) => {
                found.push((first, place));
                from = None;
            }
            _ => {}
        }
    }
    found
}

// Saving.

#[test]
fn a_save_keeps_the_version_before() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("year.touchstone");
    let stamp = save(&sample(), &path, Overwrite::Unchanged(None)).unwrap();
    assert_eq!(names(folder.path()), ["year.touchstone"]);
    save(&changed(), &path, Overwrite::Unchanged(Some(stamp))).unwrap();
    assert_eq!(names(folder.path()), ["year.backup.touchstone", "year.touchstone"]);
    assert_eq!(open(&path).unwrap().0, changed());
    assert_eq!(open(&backup_of(&path)).unwrap().0, sample());
}

#[test]
fn a_file_that_changed_on_disk_is_not_overwritten_unless_asked() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("year.touchstone");
    save(&sample(), &path, Overwrite::Anything).unwrap();
    let (mut document, workspace) = Document::open(&path, None).unwrap();
    save(&changed(), &path, Overwrite::Anything).unwrap();
    let error = document.save(&workspace).unwrap_err();
    assert_eq!(error.fault, SaveFault::Changed);
    assert_eq!(open(&path).unwrap().0, changed());
    document.save_over(&workspace).unwrap();
    assert_eq!(open(&path).unwrap().0, workspace);
    assert_eq!(open(&backup_of(&path)).unwrap().0, changed());
    document.save(&workspace).unwrap();
}

#[test]
fn a_copy_of_the_same_content_is_no_change() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("year.touchstone");
    save(&sample(), &path, Overwrite::Anything).unwrap();
    let (mut document, workspace) = Document::open(&path, None).unwrap();
    let bytes = fs::read(&path).unwrap();
    fs::remove_file(&path).unwrap();
    fs::write(&path, bytes).unwrap();
    document.save(&workspace).unwrap();
}

#[test]
fn where_the_folder_is_gone_nothing_is_lost() {
    let folder = tempfile::tempdir().unwrap();
    let below = folder.path().join("below");
    fs::create_dir(&below).unwrap();
    let path = below.join("year.touchstone");
    let mut document = Document::new(Some(Folders::below(folder.path().join("own"))));
    document.save_as(&path, &sample()).unwrap();
    fs::remove_dir_all(&below).unwrap();
    document.autosave(&changed()).unwrap();
    let error = document.save(&changed()).unwrap_err();
    assert_eq!(error.fault, SaveFault::Disk(DiskFault::Missing));
    let said = english(|texts| error.message(texts));
    assert!(said.contains("its folder is gone") && said.contains("Your work is still here"), "{said}");
    let elsewhere = folder.path().join("year.touchstone");
    document.save_as(&elsewhere, &changed()).unwrap();
    assert_eq!(open(&elsewhere).unwrap().0, changed());
}

#[test]
fn a_file_that_is_read_only_stays_as_it_is() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("year.touchstone");
    save(&sample(), &path, Overwrite::Anything).unwrap();
    let mut permissions = fs::metadata(&path).unwrap().permissions();
    permissions.set_readonly(true);
    fs::set_permissions(&path, permissions).unwrap();
    let error = save(&changed(), &path, Overwrite::Anything).unwrap_err();
    assert_eq!(error.fault, SaveFault::Disk(DiskFault::Denied));
    assert_eq!(names(folder.path()), ["year.touchstone"]);
    assert_eq!(open(&path).unwrap().0, sample());
}

#[cfg(unix)]
#[test]
fn a_link_stays_a_link() {
    let folder = tempfile::tempdir().unwrap();
    let (path, link) = (folder.path().join("year.touchstone"), folder.path().join("link.touchstone"));
    save(&sample(), &path, Overwrite::Anything).unwrap();
    std::os::unix::fs::symlink(&path, &link).unwrap();
    let (mut document, _) = Document::open(&link, None).unwrap();
    document.save(&changed()).unwrap();
    assert!(link.is_symlink());
    assert_eq!(open(&path).unwrap().0, changed());
    assert!(Document::open(&path, None).unwrap().0.is_read_only());
}

#[test]
fn what_a_writer_left_that_came_to_its_end_is_swept_away() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("year.touchstone");
    save(&sample(), &path, Overwrite::Anything).unwrap();
    fs::write(folder.path().join(".year.touchstone.saving-x1y2z3"), "half").unwrap();
    fs::write(folder.path().join(".other.touchstone.saving-x1y2z3"), "half").unwrap();
    let (document, _) = Document::open(&path, None).unwrap();
    drop(document);
    assert_eq!(names(folder.path()), [".other.touchstone.saving-x1y2z3", "year.touchstone"]);
}

#[test]
fn a_file_that_is_damaged_is_told_with_its_backup() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("year.touchstone");
    save(&sample(), &path, Overwrite::Anything).unwrap();
    save(&changed(), &path, Overwrite::Anything).unwrap();
    let bytes = fs::read(&path).unwrap();
    fs::write(&path, &bytes[..bytes.len() / 2]).unwrap();
    let error = open(&path).unwrap_err();
    assert!(matches!(error.fault, OpenFault::File(FileFault::Damaged(_))));
    assert!(english(|texts| error.message(texts)).contains("year.backup.touchstone; open that one."));
    assert_eq!(open(&error.backup.unwrap()).unwrap().0, sample());
}

// Two windows.

#[test]
fn the_second_window_can_only_read() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("year.touchstone");
    let mut first = Document::new(None);
    first.save_as(&path, &sample()).unwrap();
    let (mut second, workspace) = Document::open(&path, None).unwrap();
    assert_eq!((first.is_read_only(), second.is_read_only()), (false, true));
    assert!(matches!(second.save(&workspace).unwrap_err().fault, SaveFault::OpenElsewhere(_)));
    assert!(matches!(second.save_as(&path, &workspace).unwrap_err().fault, SaveFault::OpenElsewhere(_)));
    let other = folder.path().join("copy.touchstone");
    second.save_as(&other, &workspace).unwrap();
    assert!(!second.is_read_only());
    drop(first);
    assert!(!Document::open(&path, None).unwrap().0.is_read_only());
    drop(second);
    assert_eq!(names(folder.path()), ["copy.touchstone", "year.touchstone"]);
}

// The command line.

fn evaluate(arguments: &[&str]) -> (i32, String, String) {
    let output = std::process::Command::new(env!("CARGO_BIN_EXE_touchstone"))
        .args(["evaluate", "--lang", "en"])
        .args(arguments)
        .output()
        .unwrap();
    let text = |bytes| String::from_utf8(bytes).unwrap();
    (output.status.code().unwrap(), text(output.stdout), text(output.stderr))
}

#[test]
fn a_workspace_stands_for_its_files_and_settings_which_options_change() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("year.touchstone");
    let mut workspace = Workspace::sample().unwrap();
    workspace.settings.assume_associated = true;
    save(&workspace, &path, Overwrite::Anything).unwrap();
    let mut files = Vec::new();
    for (name, bytes) in SAMPLES {
        fs::write(folder.path().join(name), bytes).unwrap();
        files.push(folder.path().join(name).to_str().unwrap().to_owned());
    }
    let path = path.to_str().unwrap();
    for options in [&[][..], &["--market", "developing", "--window", "full-months"], &["--as-of", "2017-08-01"]] {
        let options = [&["--format", "json"], options].concat();
        let as_files = [&["--as-of", "2017-06-27", "--assume-associated"], &*options].concat();
        // The day may be given once.
        let as_files =
            if options.contains(&"--as-of") { [&["--assume-associated"], &*options].concat() } else { as_files };
        let of_files = evaluate(&files.iter().map(String::as_str).chain(as_files).collect::<Vec<_>>());
        assert_eq!(evaluate(&[&[path], &*options].concat()), of_files);
        assert_eq!(of_files.0, 0);
    }
    let (status, out, error) = evaluate(&[path, &files[0]]);
    assert_eq!((status, out.as_str()), (1, ""));
    assert!(error.contains("is a workspace. Give it alone"), "{error}");
    fs::write(path, "{\"touchstone\": \"workspace\", \"schema\": 99}").unwrap();
    let (status, out, error) = evaluate(&[path]);
    assert_eq!((status, out.as_str()), (1, ""));
    assert!(error.contains("newer version of Touchstone"), "{error}");
}

// After a crash.

#[test]
fn what_a_crash_left_is_offered_and_goes_on_until_it_is_saved() {
    let folder = tempfile::tempdir().unwrap();
    let folders = Folders::below(folder.path().join("own"));
    let path = folder.path().join("year.touchstone");
    let mut document = Document::new(Some(folders.clone()));
    document.save_as(&path, &sample()).unwrap();
    document.autosave(&changed()).unwrap();
    assert!(autosaves(&folders.autosaves).is_empty(), "its window is open");
    // A window that breaks down closes nothing.
    drop(document);

    let mut found = autosaves(&folders.autosaves);
    assert_eq!(found.len(), 1);
    assert!(autosaves(&folders.autosaves).is_empty(), "another window was offered it");
    let recovered = found.remove(0);
    assert_eq!(recovered.of.as_deref(), Some(path.as_path()));
    let (mut document, workspace) = Document::recover(recovered, Some(folders.clone())).unwrap();
    assert_eq!(workspace, changed());
    assert_eq!(document.path(), Some(path.as_path()));
    drop(document);
    let (again, workspace) = Document::recover(autosaves(&folders.autosaves).remove(0), Some(folders.clone())).unwrap();
    document = again;
    document.save(&workspace).unwrap();
    assert_eq!(open(&path).unwrap().0, changed());
    document.close();
    assert!(autosaves(&folders.autosaves).is_empty());
    assert_eq!(names(&folders.autosaves), [""; 0]);
}

#[test]
fn an_offer_that_nobody_answered_is_made_again() {
    let folder = tempfile::tempdir().unwrap();
    let folders = Folders::below(folder.path());
    let mut document = Document::new(Some(folders.clone()));
    document.autosave(&sample()).unwrap();
    drop(document);
    drop(autosaves(&folders.autosaves));
    let mut found = autosaves(&folders.autosaves);
    assert_eq!((found.len(), found[0].of.clone()), (1, None));
    found.remove(0).discard();
    assert_eq!(names(&folders.autosaves), [""; 0]);
}

#[test]
fn what_is_saved_already_is_not_offered() {
    let folder = tempfile::tempdir().unwrap();
    let folders = Folders::below(folder.path().join("own"));
    let path = folder.path().join("year.touchstone");
    let mut document = Document::new(Some(folders.clone()));
    document.save_as(&path, &sample()).unwrap();
    document.autosave(&changed()).unwrap();
    drop(document);
    // As if the window had ended after the save and before it cleared up.
    save(&changed(), &path, Overwrite::Anything).unwrap();
    assert!(autosaves(&folders.autosaves).is_empty());
    assert_eq!(names(&folders.autosaves), [""; 0]);
}

#[test]
fn a_change_on_disk_is_noticed_after_a_crash_too() {
    let folder = tempfile::tempdir().unwrap();
    let folders = Folders::below(folder.path().join("own"));
    let path = folder.path().join("year.touchstone");
    let mut document = Document::new(Some(folders.clone()));
    document.save_as(&path, &sample()).unwrap();
    let mut mine = changed();
    mine.settings.assume_associated = true;
    document.autosave(&mine).unwrap();
    drop(document);
    save(&changed(), &path, Overwrite::Anything).unwrap();
    let (mut document, workspace) = Document::recover(autosaves(&folders.autosaves).remove(0), Some(folders)).unwrap();
    assert_eq!(workspace, mine);
    assert_eq!(document.save(&workspace).unwrap_err().fault, SaveFault::Changed);
}

// Preferences.

#[test]
fn the_last_ten_files_are_remembered_latest_first() {
    let folder = tempfile::tempdir().unwrap();
    let folders = Folders::below(folder.path().join("own"));
    assert_eq!(Preferences::load(&folders), Preferences::default());
    for number in 0..12 {
        let path = folder.path().join(format!("{number}.touchstone"));
        Preferences::update(&folders, |it| it.used(&path)).unwrap();
    }
    let path = folder.path().join("5.touchstone");
    Preferences::update(&folders, |it| it.used(&path)).unwrap();
    Preferences::update(&folders, |it| it.language = Some(Language::Spanish)).unwrap();
    let preferences = Preferences::load(&folders);
    let stems: Vec<_> = preferences.recent.iter().map(|it| it.file_stem().unwrap().to_str().unwrap()).collect();
    assert_eq!(stems, ["5", "11", "10", "9", "8", "7", "6", "4", "3", "2"]);
    assert_eq!((preferences.language, preferences.folder), (Some(Language::Spanish), Some(folder.path().to_owned())));
}

#[test]
fn broken_preferences_are_as_none() {
    let folder = tempfile::tempdir().unwrap();
    let folders = Folders::below(folder.path());
    for text in ["", "{", "{\"recent\": 5}", "\u{0}"] {
        fs::write(folder.path().join("preferences.json"), text).unwrap();
        assert_eq!(Preferences::load(&folders), Preferences::default());
    }
    fs::write(folder.path().join("preferences.json"), "{\"new\": 1, \"language\": \"es\"}").unwrap();
    assert_eq!(Preferences::load(&folders).language, Some(Language::Spanish));
}

// Any workspace.

fn texts() -> impl Strategy<Value = String> {
    prop_oneof![Just(String::new()), "[a-c]{1,3}", "\\PC{0,8}", any::<String>()]
}

fn text() -> impl Strategy<Value = Arc<str>> {
    texts().prop_map(Into::into)
}

fn days() -> impl Strategy<Value = NaiveDate> {
    prop_oneof![
        (730_000..740_000).prop_map(|day| NaiveDate::from_num_days_from_ce_opt(day).unwrap()),
        Just(NaiveDate::MIN),
        Just(NaiveDate::MAX),
    ]
}

fn amounts() -> impl Strategy<Value = Decimal> {
    prop_oneof![
        (-1_000_000_i64..1_000_000, 0_u32..4).prop_map(|(amount, scale)| Decimal::new(amount, scale)),
        (any::<i64>(), 0_u32..28).prop_map(|(amount, scale)| Decimal::new(amount, scale)),
        Just(Decimal::MAX),
        Just(Decimal::MIN),
    ]
}

fn places() -> impl Strategy<Value = Place> {
    let row = prop_oneof![1_u32..5, Just(u32::MAX), Just(0)];
    (text(), text(), row).prop_map(|(file, sheet, row)| Place { file, sheet, row })
}

fn credentials() -> impl Strategy<Value = CredentialRow> {
    let person = (texts(), texts(), texts(), texts()).prop_map(|(mcp_id, office_email, personal_email, name)| {
        Arc::new(PersonKeys { mcp_id, office_email, personal_email, name })
    });
    let row = (person, text(), days(), proptest::option::of(days()), any::<bool>(), places());
    row.prop_map(|(person, exam, passed, expires, failed, place)| CredentialRow {
        person,
        exam,
        passed,
        expires,
        failed,
        place,
    })
}

fn sales() -> impl Strategy<Value = Sale> {
    let date = (days(), any::<bool>())
        .prop_map(|(day, is_day)| if is_day { SaleDate::Day(day) } else { SaleDate::Month(day) });
    let tie = proptest::option::of(text()).prop_map(|it| it.map_or(Tie::NotTold, Tie::Told));
    let words = (text(), text(), text(), text());
    (date, words, amounts(), tie, any::<(bool, bool, bool)>(), places()).prop_map(
        |(date, (customer, product, sku, currency), amount, association, (renewal, repeated, assumed), place)| Sale {
            date,
            customer,
            product,
            sku,
            amount,
            currency,
            association,
            renewal,
            repeated,
            assumed,
            place,
        },
    )
}

fn findings() -> impl Strategy<Value = Finding> {
    let maybe = || proptest::option::of(text());
    let code = prop::sample::select(FindingCode::ALL.to_vec());
    let row = proptest::option::of(any::<u32>());
    (maybe(), maybe(), row, maybe(), code, maybe(), maybe()).prop_map(
        |(file, sheet, row, column, code, value, other)| Finding { file, sheet, row, column, code, value, other },
    )
}

fn kinds() -> impl Strategy<Value = Option<SheetKind>> {
    proptest::option::of(prop::sample::select(vec![SheetKind::Credentials, SheetKind::Sales]))
}

fn sources() -> impl Strategy<Value = Arc<Source>> {
    let tally = (text(), kinds(), 0_usize..9, 0_usize..9, 0_usize..9, 0_usize..9).prop_map(
        |(sheet, kind, rows, taken, left_out, records)| SheetTally { sheet, kind, rows, taken, left_out, records },
    );
    let records = (vec(credentials(), 0..12), vec(sales(), 0..12), vec(findings(), 0..4));
    let stamp = proptest::option::of((any::<u64>(), any::<i64>(), any::<i64>()))
        .prop_map(|stamp| stamp.map(|(size, changed, read)| FileStamp { size, changed, read }));
    (text(), text(), text(), vec(tally, 0..3), records, stamp, text()).prop_map(
        |(file, origin, company, sheets, (credentials, sales, findings), stamp, sum)| {
            Arc::new(Source { file, origin, company, sheets, credentials, sales: sales.into(), findings, stamp, sum })
        },
    )
}

fn remembered() -> impl Strategy<Value = Remembered> {
    let maybe = || proptest::option::of(texts());
    let column = (texts(), proptest::option::of(prop::sample::select(Field::ALL.to_vec())))
        .prop_map(|(heading, field)| ColumnChoice { heading, field });
    let how = (
        proptest::option::of(prop::sample::select(DateOrder::ALL.to_vec())),
        proptest::option::of(prop::sample::select(DecimalSign::ALL.to_vec())),
        proptest::option::of(prop::sample::select(AmountsAre::ALL.to_vec())),
    );
    let reading = (maybe(), any::<Option<char>>()).prop_map(|(encoding, delimiter)| ReadOptions {
        encoding,
        delimiter,
        password: None,
    });
    let what = (reading, maybe(), any::<Option<u32>>(), kinds(), vec(column, 0..4), how, maybe());
    (vec(texts(), 0..4), what, any::<Option<i32>>()).prop_map(
        |(
            headings,
            (reading, sheet, heading_row, kind, columns, (date_order, decimal_sign, amounts), person),
            year,
        )| {
            let choices =
                Choices { reading, sheet, heading_row, kind, columns, date_order, decimal_sign, amounts, person, year };
            Remembered { headings, choices }
        },
    )
}

fn settings() -> impl Strategy<Value = Settings> {
    let rates = proptest::collection::btree_map(texts(), amounts(), 0..3);
    let pins = proptest::collection::btree_map(texts(), texts(), 0..3);
    let people = || proptest::collection::btree_set(texts(), 0..3);
    let market = prop::sample::select(Market::ALL.to_vec());
    let window = prop::sample::select(WindowKind::ALL.to_vec());
    let associated = (any::<bool>(), people(), people());
    (days(), market, window, associated, rates, pins, people()).prop_map(
        |(as_of, market, window, associated, rates, pins, kept_out)| Settings {
            as_of,
            market,
            window,
            assume_associated: associated.0,
            associated_files: associated.1,
            associated_customers: associated.2,
            rates,
            pins,
            kept_out,
        },
    )
}

fn assumptions() -> impl Strategy<Value = Assumptions> {
    let pass = (texts(), text(), days()).prop_map(|(person, exam, passed)| AssumedPass { person, exam, passed });
    let sale = (days(), amounts(), text()).prop_map(|(date, amount, currency)| AssumedSale { date, amount, currency });
    (vec(pass, 0..3), vec(texts(), 0..3), vec(sale, 0..3)).prop_map(|(passes, leavers, sales)| Assumptions {
        passes,
        leavers,
        sales,
    })
}

fn corrections() -> impl Strategy<Value = Corrections> {
    let pairs = || vec((texts(), texts()), 0..3);
    (pairs(), pairs(), pairs()).prop_map(|(same, apart, exams)| Corrections { same, apart, exams })
}

fn workspaces() -> impl Strategy<Value = Workspace> {
    let rulebook = prop::sample::select(builtins().to_vec());
    let chosen = (rulebook, any::<bool>(), settings(), assumptions(), corrections(), vec(remembered(), 0..3));
    (vec(sources(), 0..4), "\\PC*", chosen, vec(days(), 0..3)).prop_map(
        |(sources, company, (rulebook, edition_is_chosen, settings, assumptions, corrections, remembered), taken)| {
            let mut workspace = Workspace {
                sources,
                company,
                rulebook,
                edition_is_chosen,
                settings,
                assumptions,
                corrections,
                remembered,
                snapshots: Vec::new(),
            };
            for day in taken {
                workspace.keep(workspace.snapshot(day));
            }
            workspace
        },
    )
}

/// Where tests may try what needs more than a usual account: a small disk, a disk that can't be written to.
fn special(name: &str) -> Option<PathBuf> {
    std::env::var_os(name).map(PathBuf::from)
}

#[test]
#[ignore = "needs a disk of a few hundred kilobytes: tests/disks.sh"]
fn where_the_disk_is_full_nothing_is_lost() {
    let folder = special("TOUCHSTONE_SMALL_DISK").unwrap();
    let path = folder.join("year.touchstone");
    let mut document = Document::new(None);
    document.save_as(&path, &sample()).unwrap();
    let mut large = changed();
    let name = |number: u64| format!("{:x}", number.wrapping_mul(0x9E37_79B9_7F4A_7C15).rotate_left(17));
    large.settings.kept_out = (0..50_000).map(name).collect();
    let error = document.save(&large).unwrap_err();
    assert_eq!(error.fault, SaveFault::Disk(DiskFault::Full));
    println!("{}", english(|texts| error.message(texts)));
    assert_eq!(open(&path).unwrap().0, sample());
    document.save(&changed()).unwrap();
    assert_eq!(open(&path).unwrap().0, changed());
    drop(document);
    assert_eq!(names(&folder), ["year.backup.touchstone", "year.touchstone"]);
}

#[test]
#[ignore = "needs a disk that can't be written to, with a workspace on it: tests/disks.sh"]
fn where_the_disk_is_read_only_nothing_is_lost() {
    let folder = special("TOUCHSTONE_READ_ONLY_DISK").unwrap();
    let path = folder.join("year.touchstone");
    let before = fs::read(&path).unwrap();
    let (mut document, _) = Document::open(&path, None).unwrap();
    let error = document.save(&changed()).unwrap_err();
    println!("{}", english(|texts| error.message(texts)));
    assert!(matches!(error.fault, SaveFault::Disk(DiskFault::ReadOnly | DiskFault::Denied)), "{:?}", error.fault);
    assert_eq!(fs::read(&path).unwrap(), before);
}

#[test]
#[ignore = "needs a folder that can be written to by one way and not by another: tests/disks.sh"]
fn who_may_only_read_the_folder_is_told_too_that_a_workspace_is_open() {
    let path = |name: &str| special(name).unwrap().join("year.touchstone");
    let (ours, theirs) = (path("TOUCHSTONE_SHARE"), path("TOUCHSTONE_READ_ONLY_SHARE"));
    let (first, _) = Document::open(&ours, None).unwrap();
    let (mut second, workspace) = Document::open(&theirs, None).unwrap();
    assert_eq!((first.is_read_only(), second.is_read_only()), (false, true));
    println!("{}", second.held_by().unwrap());
    assert!(matches!(second.save(&workspace).unwrap_err().fault, SaveFault::OpenElsewhere(Some(_))));
    drop(first);
    assert!(!Document::open(&theirs, None).unwrap().0.is_read_only());
}
