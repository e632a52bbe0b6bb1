//! Files made to harm, each made here by hand and read as the program reads them: in a process of its own.
//!
//! What each is caught by, where it is not simply read:
//!
//! | bomb | format | ends as | because of |
//! |---|---|---|---|
//! | declared size of a whole sheet | xlsx, xlsb, xls, ods | read | no cell is made before it comes |
//! | declared size beyond any sheet | xls | `damaged` | the sizes are looked at before calamine reserves memory |
//! | cell in the far corner | xlsx, xlsb | read | rows are told as they come |
//! | cell in the far corner | xls | `too-much-memory` | calamine makes the whole sheet; one that fits is read |
//! | a million empty formatted rows | xlsx, xlsb, ods | read | empty cells are passed over |
//! | empty cells without end | any | `too-slow` | ten minutes without a row (see `apart`) |
//! | repeated columns and rows | ods | the rows before, and `too-many-cells` | twenty million repeated cells a sheet |
//! | sheet that swells | xlsx, ods | `too-much-memory` | the process's memory |
//! | sheet that swells | xlsb | read | its records are short |
//! | shared texts that swell, or lie about their count | xlsx | `too-much-memory` | the process's memory |
//! | sheet full of short cells | xlsx | `too-large` | what the program may have to keep |
//! | record that claims to be long | xlsb | the rows before, and `broken` | the sheet ends before it does |
//! | record that claims to be long | xls | `damaged` | the sheet ends before it does |
//! | loop in FAT, DIFAT, directory | xls | `damaged` | a chain is never longer than its table |
//! | loop in the short streams | xls | `too-much-memory` | the process's memory |
//! | password hashed four billion times | xlsx | `wrong-password` | the most that the library hashes, a million times |
//! | entities of entities | xml | read, as they stand | only the five of XML are resolved |
//! | deep nesting, huge attributes, spans and indices | xml, html | read | no recursion; columns end with the sheet |
//! | line without an end | csv | `too-large`, `too-much-memory` | no row is as long as 64 MiB; the process's memory |
//! | a million columns | csv | 16,384 of them | no sheet has more |
//! | open quotation marks, NUL bytes | csv | read row by row; from the twenty-first quotation mark on `open-quote` | rows are read again without them |

use std::io::{Cursor, Read};
use std::path::Path;
use std::time::Duration;

use touchstone::import::{Choices, ImportError, ReadOptions, open_apart, take_in, understand};
use touchstone::texts::{Language, Texts};

use crate::apart::{apart, go_on};
use crate::import::fixture;

/// Reads a file apart. What is expected is how many records are taken, and how sheets are damaged; or why there are none.
#[track_caller]
fn check(name: &str, bytes: &[u8], expected: &str) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join(name);
    std::fs::write(&path, bytes).unwrap();
    assert_eq!(outcome(&path), expected);
}

/// What becomes of a file, and that it is told in one sentence of both languages where nothing does.
fn outcome(path: &Path) -> String {
    let contents = match apart(path) {
        Ok(contents) => contents,
        Err(error) => return told(&error),
    };
    let damage = contents.sheets.iter().filter_map(|sheet| sheet.damage.as_ref());
    let damage = damage.map(|damage| format!(", {}", damage.as_str())).collect::<Vec<_>>().concat();
    match take_in(&contents, &understand(&contents, &Choices::default())) {
        Ok(source) => format!("{} taken{damage}", source.tally().1),
        Err(error) => told(&error) + &damage,
    }
}

fn told(error: &ImportError) -> String {
    let file = &error.file;
    let fault = error.fault.as_str();
    let [english, spanish] =
        [Language::English, Language::Spanish].map(|language| error.message(&Texts::new(language)));
    assert!(!english.contains('\n') && !spanish.contains('\n') && english != spanish, "{english} {spanish}");
    if matches!(fault, "too-much-memory" | "too-slow" | "too-large" | "broke") {
        assert!(english.starts_with(&format!("{file} can't be read because ")), "{english}");
        assert!(spanish.starts_with(&format!("No se puede leer {file} porque ")), "{spanish}");
    }
    fault.to_owned()
}

#[test]
#[ignore = "large"]
fn a_large_text_in_an_old_encoding_is_read() {
    let row = b"Ana N\xfa\xf1ez;MB2-714;2016-03-02;Compa\xf1\xeda N\xfa\xf1ez, S.A. de Espa\xf1a, de un lugar de la costa\r\n";
    let times = (110 << 20) / row.len();
    let text = [b"Name;Exam;Date;Company\r\n".as_slice(), &row.repeat(times)].concat();
    check("large.csv", &text, &format!("{times} taken"));
}

/// A part of a workbook: its beginning, its middle as often as told, and its end.
struct Part {
    name: String,
    start: Vec<u8>,
    middle: Vec<u8>,
    times: usize,
    end: Vec<u8>,
}

impl Part {
    fn new(name: &str, start: impl AsRef<[u8]>, middle: impl AsRef<[u8]>, times: usize, end: impl AsRef<[u8]>) -> Self {
        let [start, middle, end] = [start.as_ref(), middle.as_ref(), end.as_ref()].map(<[u8]>::to_vec);
        Self { name: name.to_owned(), start, middle, times, end }
    }

    fn whole(name: &str, content: impl AsRef<[u8]>) -> Self {
        Self::new(name, content, "", 0, "")
    }

    /// The part as deflate packs it. The middle is packed once and repeated as packed, so that gigabytes take no time.
    fn packed(&self) -> Vec<u8> {
        let pack = |text: &[u8], flush| {
            let mut packed = Vec::with_capacity(text.len() + 1000);
            let mut deflate = flate2::Compress::new(flate2::Compression::fast(), false);
            deflate.compress_vec(text, &mut packed, flush).unwrap();
            packed
        };
        let [start, middle] = [&self.start, &self.middle].map(|text| pack(text, flate2::FlushCompress::Full));
        [start, middle.repeat(self.times), pack(&self.end, flate2::FlushCompress::Finish)].concat()
    }

    fn check_sum(&self) -> u32 {
        let mut sum = flate2::Crc::new();
        sum.update(&self.start);
        let [mut middle, mut end] = [flate2::Crc::new(), flate2::Crc::new()];
        middle.update(&self.middle);
        (0..self.times).for_each(|_| sum.combine(&middle));
        end.update(&self.end);
        sum.combine(&end);
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

/// The parts of a workbook that stands among the test files, with others for those of the same name.
fn with_parts(fixture: &str, others: Vec<Part>) -> Vec<u8> {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes_of(fixture))).unwrap();
    let mut parts = Vec::new();
    for at in 0..archive.len() {
        let mut part = archive.by_index(at).unwrap();
        let name = part.name().unwrap().to_string();
        let mut content = Vec::new();
        part.read_to_end(&mut content).unwrap();
        if others.iter().all(|other| other.name != name) {
            parts.push(Part::whole(&name, content));
        }
    }
    parts.extend(others);
    zip(&parts)
}

fn bytes_of(name: &str) -> Vec<u8> {
    std::fs::read(fixture(name)).unwrap()
}

mod xlsx {
    use super::*;

    const NAMESPACE: &str = r#"xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main""#;

    /// A workbook whose sheet and shared texts are these.
    fn workbook(parts: Vec<Part>) -> Vec<u8> {
        let kinds = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
        let relations = |all: &str| {
            format!(
                r#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{all}</Relationships>"#
            )
        };
        let relation =
            |id, kind, target| format!(r#"<Relationship Id="{id}" Type="{kinds}/{kind}" Target="{target}"/>"#);
        let mut all = vec![
            Part::whole(
                "[Content_Types].xml",
                r#"<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>"#,
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
        zip(&all)
    }

    #[track_caller]
    fn check(parts: Vec<Part>, expected: &str) {
        super::check("bomb.xlsx", &workbook(parts), expected);
    }

    /// A sheet with a table of one row, and then something as often as told.
    fn sheet(dimension: &str, middle: &str, times: usize, end: &str) -> Part {
        let row = |number: u32, texts: [&str; 3]| {
            let cell = |(column, text)| format!(r#"<c r="{column}{number}" t="inlineStr"><is><t>{text}</t></is></c>"#);
            let cells: String = ["A", "B", "C"].into_iter().zip(texts).map(cell).collect();
            format!(r#"<row r="{number}">{cells}</row>"#)
        };
        let table = row(1, ["Name", "Exam", "Date"]) + &row(2, ["Ana", "MB2-714", "2016-05-20"]);
        let start = format!(r#"<worksheet {NAMESPACE}><dimension ref="{dimension}"/><sheetData>{table}"#);
        Part::new("xl/worksheets/sheet1.xml", start, middle, times, format!("{end}</sheetData></worksheet>"))
    }

    /// The shared texts, of which none is used.
    fn texts(attributes: &str, middle: &str, times: usize) -> Part {
        let start = format!("<sst {NAMESPACE} {attributes}><si><t>");
        Part::new("xl/sharedStrings.xml", start, middle, times, "</t></si></sst>")
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

    #[test]
    #[ignore = "sixty million cells take minutes where nothing is optimised"]
    fn a_sheet_full_of_short_cells_is_more_than_is_kept() {
        let cells = r#"<c t="b"><v>1</v></c>"#.repeat(1000);
        let rows = format!("<row>{cells}</row>").repeat(10);
        check(vec![sheet("A1:ALL100000", &rows, 10_000, "")], "too-large");
    }

    #[test]
    fn a_password_that_is_hashed_for_ever_is_refused_at_once() {
        let fault = |bytes: &[u8]| {
            let folder = tempfile::tempdir().unwrap();
            let path = folder.path().join("bomb.xlsx");
            std::fs::write(&path, bytes).unwrap();
            let options = ReadOptions { password: Some("no".to_owned()), ..ReadOptions::default() };
            let program = Path::new(env!("CARGO_BIN_EXE_touchstone"));
            told(&open_apart(program, &path, &options, Duration::from_mins(1), &mut go_on).unwrap_err())
        };
        let mut bytes = bytes_of("protected.xlsx");
        assert_eq!(fault(&bytes), "wrong-password");
        let times = br#"    <p:encryptedKey spinCount="100000""#;
        let at = bytes.windows(times.len()).position(|window| window == times).unwrap();
        bytes[at..at + times.len()].copy_from_slice(br#"<p:encryptedKey spinCount="4294967295""#);
        // Hashed so often, it would be too slow.
        assert_eq!(fault(&bytes), "wrong-password");
    }
}

mod xlsb {
    use super::*;

    const SHEET: &str = "xl/worksheets/sheet1.bin";

    /// The sheet of a sound workbook; something as often as told stands before its end.
    fn sheet(change: impl Fn(&mut Vec<u8>), middle: &[u8], times: usize) -> Vec<u8> {
        let mut archive = zip::ZipArchive::new(Cursor::new(bytes_of("alboran-revenue.xlsb"))).unwrap();
        let mut sheet = Vec::new();
        archive.by_name(SHEET).unwrap().read_to_end(&mut sheet).unwrap();
        change(&mut sheet);
        // BrtEndSheetData.
        let end = sheet.windows(3).rposition(|window| window == [0x92, 0x01, 0]).unwrap();
        let end = sheet.split_off(end);
        with_parts("alboran-revenue.xlsb", vec![Part::new(SHEET, sheet, middle, times, end)])
    }

    /// A row without cells, of a number counted from 0.
    fn row(number: u32) -> Vec<u8> {
        [&[0, 25], &number.to_le_bytes()[..], &[0; 21]].concat()
    }

    #[test]
    fn a_sheet_that_claims_to_be_full_is_read() {
        let claim = |sheet: &mut Vec<u8>| {
            let at = sheet.windows(3).position(|window| window == [0x94, 0x01, 16]).unwrap();
            sheet[at + 3..at + 19].copy_from_slice(&[0, 0, 0, 0, 255, 255, 255, 255, 0, 0, 0, 0, 255, 255, 255, 255]);
        };
        check("bomb.xlsb", &sheet(claim, &[], 0), TAKEN);
    }

    /// What the sound workbook gives.
    const TAKEN: &str = "58 taken";

    #[test]
    fn a_cell_in_the_far_corner_is_read() {
        let corner = [row(1_048_575), vec![4, 9, 0xFF, 0x3F, 0, 0, 0, 0, 0, 0, 1]].concat();
        check("bomb.xlsb", &sheet(|_| (), &corner, 1), TAKEN);
    }

    #[test]
    fn empty_formatted_rows_are_passed_over() {
        let rows = [row(100), vec![1, 8, 0, 0, 0, 0, 1, 0, 0, 0]].concat().repeat(1000);
        check("bomb.xlsb", &sheet(|_| (), &rows, 1000), TAKEN);
    }

    #[test]
    fn a_record_that_claims_to_be_long_ends_the_sheet() {
        check("bomb.xlsb", &sheet(|_| (), &[4, 0xFF, 0xFF, 0xFF, 0x7F, 1], 1), "58 taken, broken");
    }

    #[test]
    fn a_sheet_that_swells_is_passed_over() {
        check("bomb.xlsb", &sheet(|_| (), &row(100).repeat(40_000), 100), TAKEN);
    }
}

mod xls {
    use super::*;

    /// What the sound workbook gives.
    const TAKEN: &str = "58 taken";
    /// Where the table of sectors stands, and the directory.
    const TABLE: usize = 512;
    const DIRECTORY: usize = 512 * 29;

    /// A sound workbook with other numbers in places.
    #[track_caller]
    fn check(changes: &[(usize, &[u8])], expected: &str) {
        let mut bytes = bytes_of("alboran-revenue.xls");
        for (at, number) in changes {
            bytes.resize(bytes.len().max(at + number.len()), 0);
            bytes[*at..at + number.len()].copy_from_slice(number);
        }
        super::check("bomb.xls", &bytes, expected);
    }

    /// Where the content of the first record of a kind and length stands.
    fn record(kind: u16, length: u16) -> usize {
        let start = [kind.to_le_bytes(), length.to_le_bytes()].concat();
        bytes_of("alboran-revenue.xls").windows(4).position(|window| window == start).unwrap() + 4
    }

    #[test]
    fn a_sheet_that_claims_to_be_full_is_read() {
        let dimensions = record(0x0200, 14);
        check(&[(dimensions + 4, &[0, 0, 1, 0]), (dimensions + 10, &[0, 1])], TAKEN);
    }

    #[test]
    fn a_sheet_that_claims_to_be_more_than_full_is_damaged() {
        check(&[(record(0x0200, 14) + 4, &[255; 4])], "damaged");
    }

    #[test]
    fn a_cell_in_the_far_corner_meets_the_limit_of_memory() {
        check(&[(record(0x027E, 10), &[255, 255, 255, 0])], "too-much-memory");
    }

    #[test]
    fn a_loop_of_sectors_is_damage() {
        for sector in [2_u8, 28] {
            check(&[(TABLE + 4 * usize::from(sector), &[sector, 0, 0, 0])], "damaged");
        }
        // A sector of the table of the table that names itself as the next.
        let itself = [30, 0, 0, 0].repeat(128);
        check(&[(68, &[30, 0, 0, 0]), (512 * 31, &itself)], "damaged");
    }

    #[test]
    fn a_loop_of_short_streams_meets_the_limit_of_memory() {
        check(&[(TABLE + 4 * 26, &[26, 0, 0, 0]), (DIRECTORY + 120, &[255; 4])], "too-much-memory");
        check(&[(TABLE + 4 * 25, &[25, 0, 0, 0]), (64, &[255; 4])], "too-much-memory");
    }

    #[test]
    fn a_record_that_claims_to_be_long_is_damage() {
        check(&[(record(0x027E, 10) - 2, &[255, 255])], "damaged");
    }
}

mod ods {
    use super::*;

    const HEAD: &str = "<office:document-content xmlns:office='o' xmlns:table='t' xmlns:text='x'><office:body>\
        <office:spreadsheet><table:table table:name='S'>";
    const END: &str = "</table:table></office:spreadsheet></office:body></office:document-content>";

    /// A sheet with a table of one row, and then something as often as told.
    #[track_caller]
    fn check(middle: &str, times: usize, expected: &str) {
        let cell = |text: &str| format!("<table:table-cell><text:p>{text}</text:p></table:table-cell>");
        let row = |texts: [&str; 3]| format!("<table:table-row>{}</table:table-row>", texts.map(cell).concat());
        let start = HEAD.to_owned() + &row(["Name", "Exam", "Date"]) + &row(["Ana", "MB2-714", "2016-05-20"]);
        let kind = Part::whole("mimetype", "application/vnd.oasis.opendocument.spreadsheet");
        super::check("bomb.ods", &zip(&[kind, Part::new("content.xml", start, middle, times, END)]), expected);
    }

    /// So many rows of so many cells, which hold something or nothing.
    fn repeated(rows: u32, columns: u32, content: &str) -> String {
        format!(
            "<table:table-row table:number-rows-repeated='{rows}'><table:table-cell \
            table:number-columns-repeated='{columns}'>{content}</table:table-cell></table:table-row>"
        )
    }

    const CONTENT: &str = "<text:p>x</text:p>";

    #[test]
    fn a_sheet_that_claims_to_be_full_is_read() {
        check(&repeated(1_048_576, 16_384, ""), 1, "1 taken");
        check(&repeated(u32::MAX, u32::MAX, ""), 1000, "1 taken");
    }

    #[test]
    fn a_sheet_that_is_full_by_repetition_has_too_many_cells() {
        check(&repeated(1_048_576, 16_384, CONTENT), 1, "1 taken, too-many-cells");
        check(&repeated(1300, 16_000, CONTENT), 1, "1 taken, too-many-cells");
    }

    #[test]
    fn empty_formatted_rows_are_passed_over() {
        check(&repeated(1, 1, "").repeat(1000), 200, "1 taken");
    }

    #[test]
    fn a_sheet_that_swells_meets_the_limit_of_memory() {
        check(&" ".repeat(1_000_000), 3000, "too-much-memory");
    }
}

mod markup {
    use touchstone::import::{Cell, open_bytes};

    use super::*;

    /// Excel's XML of 2003 with a table of one row, and something before the sheet and below the row.
    fn xml(before: &str, below: &str) -> String {
        let cell = |text: &str| format!("<Cell><Data ss:Type='String'>{text}</Data></Cell>");
        let row = |texts: [&str; 3]| format!("<Row>{}</Row>", texts.map(cell).concat());
        let table = row(["Name", "Exam", "Date"]) + &row(["Ana", "MB2-714", "2016-05-20"]);
        format!(
            "<?xml version='1.0'?>{before}<Workbook xmlns='urn:schemas-microsoft-com:office:spreadsheet' \
            xmlns:ss='urn:schemas-microsoft-com:office:spreadsheet'><Worksheet ss:Name='S'><Table>{table}{below}\
            </Table></Worksheet></Workbook>"
        )
    }

    /// A page with a table of one row, and something below it.
    fn html(below: &str) -> String {
        let rows = "<tr><th>Name<th>Exam<th>Date</tr><tr><td>Ana<td>MB2-714<td>2016-05-20</tr>";
        format!("<html><body><table>{rows}{below}</table></body></html>")
    }

    #[test]
    fn entities_of_entities_stay_as_they_stand() {
        let names = ["a", "b", "c", "d", "e", "f", "g", "h", "i", "j"];
        let nested =
            names.windows(2).map(|pair| format!("<!ENTITY {} '{}'>", pair[1], format!("&{};", pair[0]).repeat(10)));
        let document = format!("<!DOCTYPE Workbook [<!ENTITY a 'lol'>{}]>", nested.collect::<String>());
        let file = "<!ENTITY k SYSTEM 'file:///etc/passwd'>";
        let below = "<Row><Cell><Data ss:Type='String'>&j;&k;</Data></Cell></Row>";
        let bytes = xml(&document.replace("]>", &format!("{file}]>")), below);
        check("bomb.xml", bytes.as_bytes(), "1 taken");
        let contents = open_bytes("x", "x", bytes.as_bytes(), &ReadOptions::default(), &mut go_on);
        let contents = contents.unwrap();
        let last = contents.sheets[0].rows().next_back().unwrap();
        assert_eq!(last.cell(0), Cell::Text("&j;&k;"));
    }

    #[test]
    fn deep_nesting_is_passed_over() {
        check("bomb.xml", xml("", &"<Row><Cell>".repeat(100_000)).as_bytes(), "1 taken");
        check("bomb.xls", html(&"<tr><td><table>".repeat(100_000)).as_bytes(), "1 taken");
        check("bomb.xls", html(&"<div><br>".repeat(100_000)).as_bytes(), "1 taken");
        check("bomb.xls", html(&format!("<tr><td>{}</tr>", "<br>".repeat(100_000))).as_bytes(), "1 taken");
    }

    #[test]
    fn huge_attributes_are_passed_over() {
        let attribute = "a".repeat(3_000_000);
        check("bomb.xml", xml("", &format!("<Row ss:Height='{attribute}'/>")).as_bytes(), "1 taken");
        check("bomb.xls", html(&format!("<tr style='{attribute}'></tr>")).as_bytes(), "1 taken");
        let many = (0..50_000).map(|number| format!(" a{number}='1'")).collect::<Vec<_>>().concat();
        check("bomb.xml", xml("", &format!("<Row{many}/>")).as_bytes(), "1 taken");
        check("bomb.xls", html(&format!("<tr{many}></tr>")).as_bytes(), "1 taken");
    }

    #[test]
    fn huge_spans_and_indices_take_no_room() {
        let row = "<tr><td rowspan=4294967295 colspan=4294967295>x</td><td>y</td></tr>";
        check("bomb.xls", html(&row.repeat(50)).as_bytes(), "1 taken");
        let row = "<Row ss:Index='4294967295' ss:Span='4294967295'><Cell ss:Index='4294967295' \
            ss:MergeAcross='4294967295'><Data ss:Type='Number'>1</Data></Cell></Row>";
        check("bomb.xml", xml("", &row.repeat(1000)).as_bytes(), "1 taken");
    }
}

mod text {

    const TABLE: &str = "Name,Exam,Date\nAna,MB2-714,2016-05-20\n";

    #[track_caller]
    fn check(bytes: impl AsRef<[u8]>, expected: &str) {
        super::check("bomb.csv", bytes.as_ref(), expected);
    }

    #[test]
    fn a_line_without_an_end_is_too_large() {
        check(TABLE.to_owned() + &"a".repeat(80_000_000), "too-large");
    }

    #[test]
    fn a_line_of_a_million_cells_ends_with_the_sheet() {
        check(TABLE.to_owned() + "Eva,MB2-714,2016-05-21" + &",a".repeat(1_000_000), "2 taken");
    }

    #[test]
    fn open_quotation_marks_leave_the_rows_around_them() {
        check(TABLE.to_owned() + "\"Eva,MB2-714,2016-05-20\n" + &"Jon,MB2-713,2016-05-21\n".repeat(3), "5 taken");
        check(TABLE.to_owned() + &"\"Eva\n".repeat(3_000), "1 taken, open-quote");
        check(TABLE.to_owned() + &"\"".repeat(1_000_001), "1 taken");
    }

    #[test]
    fn nul_bytes_and_other_encodings_leave_the_rows() {
        check(TABLE.replace("Ana", "A\0na\0"), "1 taken");
        let wide = |text: &str| text.encode_utf16().flat_map(u16::to_be_bytes).collect::<Vec<u8>>();
        check(wide(TABLE), "1 taken");
        // An odd byte too many, and half of a pair.
        check([wide(TABLE), vec![0xD8, 0, 7]].concat(), "1 taken");
        // A mark of another encoding than that of the text.
        check([b"\xFF\xFE".as_slice(), TABLE.as_bytes()].concat(), "not-recognised");
        check([TABLE.as_bytes(), &[0xC3, 0xFF, 0x80, 0xFE]].concat(), "1 taken");
        check(vec![0; 100_000], "not-a-table");
    }
}
