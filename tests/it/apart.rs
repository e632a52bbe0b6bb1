//! Reading in a process of its own: the same as reading here, and an end to every file made to harm.

use std::ops::ControlFlow;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use touchstone::import::{
    Choices, Contents, ImportError, PATIENCE, Progress, ReadOptions, open_apart, open_file, take_in, understand,
};

fn fixtures() -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures");
    let mut paths: Vec<PathBuf> = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.retain(|path| path.is_file());
    paths.push("no-such-file.xlsx".into());
    paths.push(".".into());
    paths.sort();
    paths
}

fn go_on(_: Progress) -> ControlFlow<()> {
    ControlFlow::Continue(())
}

fn apart(path: &Path) -> Result<Contents, ImportError> {
    let program = Path::new(env!("CARGO_BIN_EXE_touchstone"));
    open_apart(program, path, &ReadOptions::default(), PATIENCE, &mut go_on)
}

/// What becomes of a file: the rows taken in, or why there are none.
fn outcome(path: &Path) -> String {
    let contents = match apart(path) {
        Ok(contents) => contents,
        Err(error) => return error.fault.as_str().to_owned(),
    };
    match take_in(&contents, &understand(&contents, &Choices::default())) {
        Ok(source) => format!("{} taken", source.tally().1),
        Err(error) => error.fault.as_str().to_owned(),
    }
}

#[test]
fn gives_what_reading_here_gives() {
    for path in fixtures() {
        assert_eq!(apart(&path), open_file(&path, &ReadOptions::default(), &mut go_on), "{}", path.display());
    }
}

#[test]
fn stops_when_the_user_stops_it() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("long.csv");
    std::fs::write(&path, "Name,Exam,Date\n".to_owned() + &"Ana,MB2-714,2016-05-20\n".repeat(200_000)).unwrap();
    let program = Path::new(env!("CARGO_BIN_EXE_touchstone"));
    let mut stop =
        |progress: Progress| if progress.rows < 1000 { ControlFlow::Continue(()) } else { ControlFlow::Break(()) };
    let error = open_apart(program, &path, &ReadOptions::default(), PATIENCE, &mut stop).unwrap_err();
    assert_eq!(error.fault.as_str(), "cancelled");
}

/// Instead of the program, a script that misbehaves.
#[cfg(unix)]
#[track_caller]
fn check_misbehaviour(script: &str, fault: &str) {
    use std::os::unix::fs::PermissionsExt;
    let folder = tempfile::tempdir().unwrap();
    let program = folder.path().join("program");
    std::fs::write(&program, format!("#!/bin/sh\n{script}\n")).unwrap();
    std::fs::set_permissions(&program, std::fs::Permissions::from_mode(0o755)).unwrap();
    let options = ReadOptions::default();
    let started = Instant::now();
    let patience = Duration::from_millis(300);
    let error = open_apart(&program, Path::new("any.xlsx"), &options, patience, &mut go_on).unwrap_err();
    assert_eq!(error.fault.as_str(), fault, "{script}, after {:?}", started.elapsed());
}

#[cfg(unix)]
#[test]
fn tells_how_a_process_that_misbehaves_ended() {
    check_misbehaviour("exec sleep 600", "too-slow");
    check_misbehaviour("exit 0", "broke");
    check_misbehaviour("kill -SEGV $$", "broke");
    check_misbehaviour("echo 'memory allocation of 99 bytes failed' >&2; kill -ABRT $$", "too-much-memory");
    check_misbehaviour("exec cat /dev/zero", "broke");
    // A frame without an end: the length says 16 MiB, and more of them never come.
    check_misbehaviour("printf '\\002\\000\\000\\000\\001'; exec sleep 600", "too-slow");
    // Rows without end.
    check_misbehaviour("printf '\\001\\002\\000\\000\\000\\000\\000'; yes \"$(printf '\\002\\004')\"", "broke");
}

#[test]
fn a_program_that_cannot_be_started_is_told() {
    let path = Path::new("any.xlsx");
    let error = open_apart(Path::new("/no/such/program"), path, &ReadOptions::default(), PATIENCE, &mut go_on);
    assert_eq!(error.unwrap_err().fault.as_str(), "no-reader");
}

const NAMESPACE: &str = r#"xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main""#;

/// A part of a workbook: its beginning, its middle as often as told, and its end.
struct Part {
    name: &'static str,
    start: String,
    middle: String,
    times: usize,
    end: String,
}

impl Part {
    fn whole(name: &'static str, start: String) -> Self {
        Self { name, start, middle: String::new(), times: 0, end: String::new() }
    }

    /// The part as deflate packs it. The middle is packed once and repeated as packed, so that gigabytes take no time.
    fn packed(&self) -> Vec<u8> {
        let pack = |text: &str, flush| {
            let mut packed = Vec::with_capacity(text.len() + 1000);
            let mut deflate = flate2::Compress::new(flate2::Compression::fast(), false);
            deflate.compress_vec(text.as_bytes(), &mut packed, flush).unwrap();
            packed
        };
        let [start, middle] = [&self.start, &self.middle].map(|text| pack(text, flate2::FlushCompress::Full));
        [start, middle.repeat(self.times), pack(&self.end, flate2::FlushCompress::Finish)].concat()
    }

    fn check_sum(&self) -> u32 {
        let mut sum = flate2::Crc::new();
        // A part that swells is never read to its end, where the sum is checked.
        sum.update((self.start.clone() + &self.end).as_bytes());
        sum.sum()
    }

    fn length(&self) -> usize {
        self.start.len() + self.middle.len() * self.times + self.end.len()
    }
}

/// A zip archive of these parts.
fn zip(parts: &[Part]) -> Vec<u8> {
    let (mut archive, mut directory) = (Vec::new(), Vec::new());
    let number = |number: usize| u32::try_from(number).unwrap().to_le_bytes();
    for part in parts {
        let packed = part.packed();
        let place = archive.len();
        // Version, flags, method (deflate), time and date; sum, packed and unpacked length; length of the name and no more.
        let mut about = [20, 0, 0, 0, 8, 0, 0, 0, 0, 0].to_vec();
        about.extend([part.check_sum().to_le_bytes(), number(packed.len()), number(part.length())].concat());
        about.extend(number(part.name.len()));
        archive.extend([b"PK\x03\x04", about.as_slice(), part.name.as_bytes(), &packed].concat());
        directory
            .extend([b"PK\x01\x02\x14\x00", about.as_slice(), &[0; 10], &number(place), part.name.as_bytes()].concat());
    }
    let count = u16::try_from(parts.len()).unwrap().to_le_bytes();
    let end =
        [b"PK\x05\x06\0\0\0\0".as_slice(), &count, &count, &number(directory.len()), &number(archive.len()), &[0, 0]];
    [archive, directory, end.concat()].concat()
}

/// Reads a workbook whose sheet and shared texts are these.
#[track_caller]
fn check(parts: Vec<Part>, expected: &str) {
    let kinds = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    let relations = |all: &str| {
        format!(
            r#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{all}</Relationships>"#
        )
    };
    let relation = |id, kind, target| format!(r#"<Relationship Id="{id}" Type="{kinds}/{kind}" Target="{target}"/>"#);
    let mut all = vec![
        Part::whole(
            "[Content_Types].xml",
            r#"<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>"#.to_owned(),
        ),
        Part::whole("_rels/.rels", relations(&relation("rId1", "officeDocument", "xl/workbook.xml"))),
        Part::whole(
            "xl/workbook.xml",
            format!(
                r#"<workbook {NAMESPACE} xmlns:r="{kinds}"><sheets><sheet name="S" sheetId="1" r:id="rId1"/></sheets></workbook>"#
            ),
        ),
        Part::whole(
            "xl/_rels/workbook.xml.rels",
            relations(
                &(relation("rId1", "worksheet", "worksheets/sheet1.xml")
                    + &relation("rId2", "sharedStrings", "sharedStrings.xml")),
            ),
        ),
    ];
    all.extend(parts);
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("bomb.xlsx");
    std::fs::write(&path, zip(&all)).unwrap();
    assert_eq!(outcome(&path), expected);
}

/// A sheet with a table of one row, and then something as often as told.
fn sheet(dimension: &str, middle: &str, times: usize, end: &str) -> Part {
    let row = |number: u32, texts: [&str; 3]| {
        let cell = |(column, text)| format!(r#"<c r="{column}{number}" t="inlineStr"><is><t>{text}</t></is></c>"#);
        let cells: String = ["A", "B", "C"].into_iter().zip(texts).map(cell).collect();
        format!(r#"<row r="{number}">{cells}</row>"#)
    };
    let table = row(1, ["Name", "Exam", "Date"]) + &row(2, ["Ana", "MB2-714", "2016-05-20"]);
    Part {
        name: "xl/worksheets/sheet1.xml",
        start: format!(r#"<worksheet {NAMESPACE}><dimension ref="{dimension}"/><sheetData>{table}"#),
        middle: middle.to_owned(),
        times,
        end: format!("{end}</sheetData></worksheet>"),
    }
}

/// The shared texts, of which none is used.
fn texts(attributes: &str, middle: &str, times: usize) -> Part {
    Part {
        name: "xl/sharedStrings.xml",
        start: format!("<sst {NAMESPACE} {attributes}><si><t>"),
        middle: middle.to_owned(),
        times,
        end: "</t></si></sst>".to_owned(),
    }
}

#[test]
fn a_sheet_that_claims_to_be_full_is_read() {
    check(vec![sheet("A1:XFD1048576", "", 0, "")], "1 taken");
}

#[test]
fn a_cell_in_the_far_corner_is_read() {
    let corner = r#"<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>"#;
    check(vec![sheet("A1:XFD1048576", "", 0, corner)], "1 taken");
}

#[test]
fn empty_formatted_rows_are_passed_over() {
    let rows = r#"<row s="1" customFormat="1"><c s="1"/><c s="1"/></row>"#.repeat(1000);
    check(vec![sheet("A1:C100000", &rows, 100, "")], "1 taken");
}

#[test]
fn a_sheet_that_swells_meets_the_limit_of_memory() {
    check(vec![sheet("A1:C2", &" ".repeat(1_000_000), 3000, "")], "too-much-memory");
}

#[test]
fn a_text_that_swells_meets_the_limit_of_memory() {
    check(vec![sheet("A1:C2", "", 0, ""), texts("", &"a".repeat(1_000_000), 3000)], "too-much-memory");
}

#[test]
fn a_count_of_texts_that_lies_meets_the_limit_of_memory() {
    let lie = r#"count="4000000000" uniqueCount="4000000000""#;
    check(vec![sheet("A1:C2", "", 0, ""), texts(lie, "", 0)], "too-much-memory");
}
