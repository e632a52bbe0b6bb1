//! Reading: every format to the same rows of cells, whatever other programs did to it.

use std::ops::ControlFlow;

use touchstone::import::{Cell, Choices, Event, Format, ImportFault, Opened, ReadOptions, read, read_bytes};
use touchstone::texts::{Language, Texts};

use crate::import::fixture;

/// What is read: a line for each sheet, and one for each row with its number and its cells, each with its column.
fn lines(bytes: &[u8], options: &ReadOptions) -> Result<(Opened, Vec<String>), ImportFault> {
    let mut lines = Vec::new();
    let opened = read(bytes, options, &mut |event| {
        match event {
            Event::Sheet { name, is_hidden, .. } => {
                lines.push(format!("[{name}]{}", if is_hidden { " hidden" } else { "" }));
            }
            Event::Row { number, cells, .. } => {
                let shown: Vec<String> = cells.iter().map(|(column, cell)| shown(*column, *cell)).collect();
                lines.push(format!("{number} {}", shown.join(" | ")));
            }
            Event::OddCell { row } => lines.push(format!("odd cell in or after {row}")),
            Event::Damage(damage) => lines.push(format!("damage {}", damage.as_str())),
            Event::Alive => {}
        }
        ControlFlow::Continue(())
    })?;
    Ok((opened, lines))
}

/// A cell as `B:words`, with `~` before a number, `@` before a date and `!` before an error.
fn shown(column: u16, cell: Cell<'_>) -> String {
    let column = char::from(b'A' + u8::try_from(column).unwrap());
    let sign = match cell {
        Cell::Number(_) => "~",
        Cell::Date(_) => "@",
        Cell::Error(_) => "!",
        _ => "",
    };
    format!("{column}:{sign}{cell}")
}

#[track_caller]
fn check_file(name: &str, format: Format, expected: &[&str]) {
    let (opened, lines) = lines(&std::fs::read(fixture(name)).unwrap(), &ReadOptions::default()).unwrap();
    assert_eq!(opened.format, format);
    assert_eq!(lines, expected);
}

#[track_caller]
fn check_text(text: impl AsRef<[u8]>, expected: &[&str]) {
    let (opened, lines) = lines(text.as_ref(), &ReadOptions::default()).unwrap();
    assert_eq!(opened.format, Format::Text);
    assert_eq!(lines[1..], *expected);
}

/// What the sheet of people holds that most fixtures share.
const PEOPLE: [&str; 5] = [
    "[People]",
    "1 A:Name | B:Exam | C:Date | D:Score",
    "2 A:Íñigo Peña | B:MB2-712 | C:@2016-05-20 | D:~800",
    "3 A:Ana <Núñez> & Co | B:MB2-714 | C:@2016-11-02 | D:~810",
    "4 A:Jon | B:MB2-713 | C:@2017-03-04",
];

mod xlsx {
    use super::*;

    #[test]
    fn odd_cells_become_errors_in_their_places() {
        let odd = [
            "5 A:!#SPILL! | B:MB2-709 | C:!#¡DESBORDAMIENTO! | D:~1",
            "6 A:!#REF! | C:!#VALUE! | D:!#VALUE! | F:!#VALUE!",
            "8 B:after",
        ];
        check_file("odd-cells.xlsx", Format::Xlsx, &[&PEOPLE[..], &odd].concat());
    }

    #[test]
    fn text_as_cdata_is_read() {
        check_file("cdata.xlsx", Format::Xlsx, &[&PEOPLE[..], &["5 A:Eva & <Max> | B:MB2-709"]].concat());
    }

    #[test]
    fn strict_files_with_dates_as_text_are_read() {
        check_file("strict.xlsx", Format::Xlsx, &PEOPLE);
    }

    #[test]
    fn what_excel_protects_by_itself_opens_by_itself() {
        check_file("built-in-password.xlsx", Format::Xlsx, &PEOPLE);
    }
}

mod other_workbooks {
    use super::*;

    #[test]
    fn errors_that_no_reader_knows_leave_the_sheet_whole() {
        let expected = [
            "[People]",
            "1 A:Nombre | B:Examen | C:Fecha | D:Nota",
            "2 A:Íñigo Peña | B:MB2-712 | C:@2016-05-20 | D:!#VALUE!",
            "3 A:Ana | B:!#VALUE! | C:@2016-11-02 | D:!#DIV/0!",
            "4 A:Jón Ωmega | B:MB2-713 | C:@2017-03-04 | D:~5",
            "[Oculta] hidden",
            "1 A:x",
        ];
        check_file("odd-cells.xls", Format::Xls, &expected);
    }

    #[test]
    fn xls_with_a_wrong_code_page_and_flat_ods_are_read() {
        let expected = [
            "[People]",
            "1 A:Nombre | B:Examen | C:Fecha | D:Nota",
            "2 A:Íñigo Peña | B:MB2-712 | C:@2016-05-20 | D:!#N/A",
            "3 A:Ana | B:!#N/A | C:@2016-11-02 | D:!#DIV/0!",
            "4 A:Jón Ωmega | B:MB2-713 | C:@2017-03-04 | D:~5",
            "[Oculta] hidden",
            "1 A:x",
        ];
        check_file("codepage-1252.xls", Format::Xls, &expected);
        check_file("flat.fods", Format::Ods, &expected);
    }

    #[test]
    fn odd_cells_of_xlsb_become_errors_in_their_places() {
        let of = |name| lines(&std::fs::read(fixture(name)).unwrap(), &ReadOptions::default()).unwrap().1;
        let (odd, sound) = (of("odd-cells.xlsb"), of("alboran-revenue.xlsb"));
        assert_eq!(odd.len(), sound.len());
        let differ = odd.iter().zip(&sound).filter(|(odd, sound)| odd != sound).map(|(odd, _)| odd);
        let errors: Vec<&str> = differ.filter_map(|line| line.split(" | ").find(|cell| cell.contains('!'))).collect();
        assert_eq!(errors, ["H:!#VALUE!", "6 A:!#REF!", "8 A:!#N/A"]);
    }

    #[test]
    fn xml_of_2003_is_read() {
        let expected = [
            "[People]",
            "1 A:Certifications & exams | D:June",
            "3 A:Name | B:Exam | C:Date | D:Score | E:Done",
            "4 A:Íñigo Peña | B:MB2-712 | C:@2016-05-20 | D:~812.5 | E:true",
            "8 B:MB2-714 | C:!#N/A | E:@08:30:00",
            "[Old] hidden",
            "1 A:x",
        ];
        check_file("workbook-2003.xls", Format::SpreadsheetMl, &expected);
    }

    #[test]
    fn tables_of_web_pages_are_read() {
        let expected = [
            "[]",
            "1 A:Persona | C:Fecha | D:Puntuación",
            "2 A:Nombre | B:Examen",
            "3 A:Íñigo\u{a0}Peña | B:MB2-712 | C:@2016-05-20 | D:~812.5",
            "4 B:0012 | C:2016-11-02 | D:~800",
            "5 A:Ana <Núñez> & Co\nsecond line here | B:MB2-714 | C:@2016-11-03 | D:!#N/A",
            "7 A:inner | B:1.234,50 €",
            "8 A:outer | B:beside",
        ];
        check_file("page.xls", Format::Html, &expected);
    }

    #[test]
    fn values_that_libreoffice_puts_beside_the_words_are_taken() {
        let page = "<!DOCTYPE html><table><tr><td sdval=\"42510\" sdnum=\"3082;0;DD/MM/AA\">20/05/16</td>\
                    <td sdval=\"1234,5\" sdnum=\"3082;0;#.##0,00\">1.234,50</td></tr></table>";
        let (_, lines) = lines(page.as_bytes(), &ReadOptions::default()).unwrap();
        assert_eq!(lines, ["[]", "1 A:@2016-05-20 | B:~1234.5"]);
    }

    #[test]
    fn a_million_empty_rows_and_a_repeated_row_cost_little() {
        let sheet = "<office:document xmlns:office='o' xmlns:table='t' xmlns:text='x'><table:table table:name='A'>\
            <table:table-row table:number-rows-repeated='3'><table:table-cell office:value-type='float' office:value='7' \
            table:number-columns-repeated='2'/></table:table-row>\
            <table:table-row table:number-rows-repeated='1048570'><table:table-cell \
            table:number-columns-repeated='16384'/></table:table-row>\
            <table:table-row><table:table-cell/><table:table-cell><text:p>x<text:s text:c='2'/>y</text:p><text:p>z</text:p>\
            </table:table-cell></table:table-row></table:table></office:document>";
        let (_, found) = lines(sheet.as_bytes(), &ReadOptions::default()).unwrap();
        assert_eq!(found, ["[A]", "1 A:~7 | B:~7", "2 A:~7 | B:~7", "3 A:~7 | B:~7", "1048574 B:x  y\nz"]);
        let too_many = sheet.replace("'3'", "'1048576'").replace("'2'/>", "'26'/>");
        let (_, found) = lines(too_many.as_bytes(), &ReadOptions::default()).unwrap();
        assert_eq!(found, ["[A]", "damage too-many-cells"]);
    }
}

mod passwords {
    use super::*;

    #[track_caller]
    fn fault(name: &str, password: Option<&str>) -> Option<ImportFault> {
        let options = ReadOptions { password: password.map(str::to_owned), ..ReadOptions::default() };
        lines(&std::fs::read(fixture(name)).unwrap(), &options).err()
    }

    #[test]
    fn open_what_they_protect() {
        for name in ["protected.xlsx", "protected.xls"] {
            assert_eq!(fault(name, None), Some(ImportFault::Protected), "{name}");
            assert_eq!(fault(name, Some("Secret")), Some(ImportFault::WrongPassword), "{name}");
            assert_eq!(fault(name, Some("secret")), None, "{name}");
        }
        assert_eq!(fault("protected.ods", Some("secret")), Some(ImportFault::Protected));
    }
}

mod encodings {
    use super::*;

    /// Words as Spanish exports have them.
    const SPANISH: [&str; 12] = [
        "Nombre;Examen;Fecha de aprobación",
        "ANDRÉS MUÑOZ;MB2-714;20/05/2016",
        "Begoña Ibáñez Gálvez;MB2-712;1 de mayo",
        "Íñigo Peña;¿aprobó?;sí",
        "José Ángel Güell;ÚLTIMA SELECCIÓN;nº 3",
        "Contraseña caducó;año;2016",
        "Álvaro Ruiz;1.ª convocatoria;¡al fin!",
        "Óscar Ortuño;AVIÓN;12 %",
        "Lucía;Málaga;100",
        "Raúl;Córdoba;200",
        "ÁNGELES;CÁDIZ;300",
        "Zoë;Ça va;naïve",
    ];

    /// The bytes of a text in an encoding of DOS.
    fn in_dos(text: &str) -> Vec<u8> {
        let table = &oem_cp::code_table::ENCODING_TABLE_CP850;
        oem_cp::encode_string_checked(text, table).unwrap()
    }

    #[track_caller]
    fn check(bytes: &[u8], encoding: &str, is_sure: bool, text: &str) {
        let (opened, found) = lines(bytes, &ReadOptions::default()).unwrap();
        assert_eq!((opened.encoding.as_deref(), opened.encoding_is_sure), (Some(encoding), is_sure), "{text}");
        let expected: Vec<String> = text.lines().map(|line| line.replace(';', " ")).collect();
        let found: Vec<String> = found[1..]
            .iter()
            .map(|line| {
                line.split_once(' ').unwrap().1.split(" | ").map(|cell| &cell[2..]).collect::<Vec<_>>().join(" ")
            })
            .collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn of_windows_and_dos_are_told_from_the_words() {
        let all = SPANISH.join("\n");
        check(&encoding_rs::WINDOWS_1252.encode(&all).0, "windows-1252", false, &all);
        check(&in_dos(&all), "cp850", false, &all);
        for line in SPANISH {
            let text = format!("Nombre;Examen;Nota\n{line}");
            // Spanish has no ë.
            check(&encoding_rs::WINDOWS_1252.encode(&text).0, "windows-1252", !line.contains('ë'), &text);
            check(&in_dos(&text), "cp850", false, &text);
        }
        let euros = "Cliente;Importe\nAlborán;1.234,50 €\nÓptima;“uno” – dos";
        check(&encoding_rs::WINDOWS_1252.encode(euros).0, "windows-1252", true, euros);
    }

    #[test]
    fn of_windows_are_told_from_few_letters() {
        for text in
            ["Name;Exam\nMuñoz;MB2-714", "Nombre;Nota\nPeña;1", "Customer;Amount\nAlba;£100\nZoe;£ 20.50\nMax;30£"]
        {
            check(&encoding_rs::WINDOWS_1252.encode(text).0, "windows-1252", true, text);
            check(&in_dos(text), "cp850", false, text);
        }
        for text in ["Customer;Currency;Amount\nAlba;£;1", "Nombre;Importe\nAlba;1.234,50 €", "Ciudad;x\nGöteborg;2"]
        {
            let is_spanish = !text.contains('ö');
            check(&encoding_rs::WINDOWS_1252.encode(text).0, "windows-1252", is_spanish, text);
        }
    }

    #[test]
    fn of_other_scripts_are_left_to_the_detector() {
        let russian = "Имя;Экзамен;Дата сдачи\nИван Петров;Разработчик;сдал\nАнна Иванова;Администратор;не сдала";
        check(&encoding_rs::WINDOWS_1251.encode(russian).0, "windows-1251", false, russian);
    }

    #[test]
    fn that_show_themselves_are_certain() {
        let text = "Nombre;Examen\nÍñigo Peña;MB2-712";
        check(text.as_bytes(), "UTF-8", true, text);
        check(format!("\u{feff}{text}").as_bytes(), "UTF-8", true, text);
        check(b"Name;Exam\nAna;MB2-712", "UTF-8", true, "Name;Exam\nAna;MB2-712");
        for mark in ["", "\u{feff}"] {
            let units: Vec<u16> = format!("{mark}{text}").encode_utf16().collect();
            check(&units.iter().flat_map(|it| it.to_le_bytes()).collect::<Vec<_>>(), "UTF-16LE", true, text);
            check(&units.iter().flat_map(|it| it.to_be_bytes()).collect::<Vec<_>>(), "UTF-16BE", true, text);
        }
    }

    #[test]
    fn and_delimiters_may_be_chosen() {
        let options =
            ReadOptions { encoding: Some("cp850".to_owned()), delimiter: Some('|'), ..ReadOptions::default() };
        let (opened, found) = lines(b"a;b|c\xA4\n", &options).unwrap();
        assert_eq!(
            (opened.encoding.as_deref(), opened.encoding_is_sure, opened.delimiter),
            (Some("cp850"), true, Some('|'))
        );
        assert_eq!(found[1..], ["1 A:a;b | B:cñ"]);
        for name in touchstone::import::ENCODINGS {
            let options = ReadOptions { encoding: Some(name.to_owned()), ..ReadOptions::default() };
            let (opened, _) = lines(b"a;b\n", &options).unwrap();
            assert_eq!(opened.encoding.as_deref(), Some(name));
        }
    }

    #[test]
    fn one_faulty_letter_does_not_turn_a_text_into_another_encoding() {
        let mut bytes = "Nombre;Ciudad\nÍñigo;Málaga\nBegoña;Córdoba\nLucía;Cádiz\nRaúl;León\nÁngel;Ávila\nMaría;Jaén"
            .repeat(3)
            .into_bytes();
        bytes.extend(b"\nJos\xE9;x");
        let (opened, found) = lines(&bytes, &ReadOptions::default()).unwrap();
        assert_eq!((opened.encoding.as_deref(), opened.encoding_is_sure), (Some("UTF-8"), false));
        assert_eq!(found[2], "2 A:Íñigo | B:Málaga");
    }
}

mod text {
    use super::*;

    #[test]
    fn rows_around_an_open_quotation_mark_are_kept() {
        check_text(
            "Name,Exam\n\"Ana,A1\nJon,A2\nEva,\"A\n3\"\n",
            &["1 A:Name | B:Exam", "odd cell in or after 2", "2 A:Ana | B:A1", "3 A:Jon | B:A2", "4 A:Eva | B:A\n3"],
        );
        check_text(
            "Name,Exam\r\nAna,\"A1\r\n\r\nJon,A2\r\n",
            &["1 A:Name | B:Exam", "odd cell in or after 2", "2 A:Ana | B:A1", "4 A:Jon | B:A2"],
        );
        check_text(
            "Size,Exam\n24\" screen,A1\n\"5\"\" disk\",A2",
            &["1 A:Size | B:Exam", "2 A:24\" screen | B:A1", "3 A:5\" disk | B:A2"],
        );
    }

    #[test]
    fn rows_keep_their_numbers() {
        check_text("\r\na;b\r\n\r\n;\r\nc;\"d\r\ne\"\r\nf;g", &["2 A:a | B:b", "5 A:c | B:d\r\ne", "6 A:f | B:g"]);
        check_text("a;b\r\rc;d\r", &["1 A:a | B:b", "3 A:c | B:d"]);
    }

    #[test]
    fn errors_of_spreadsheets_are_errors() {
        check_text("a;b\n#N/A;#¡REF!\n#1;#\n", &["1 A:a | B:b", "2 A:!#N/A | B:!#¡REF!", "3 A:#1 | B:#"]);
    }

    #[test]
    fn a_few_nul_bytes_are_left_out() {
        check_text(b"a;b\nc\0;d\n", &["1 A:a | B:b", "2 A:c | B:d"]);
    }

    #[test]
    fn the_delimiter_that_the_first_line_tells_is_taken() {
        check_text("sep=|\r\na,b|c\r\n", &["1 A:a,b | B:c"]);
        check_text("\u{feff}\"sep=;\"\r\na,b;c\r\n", &["1 A:a,b | B:c"]);
    }

    #[test]
    fn delimiters_are_told_among_titles_commas_and_amounts() {
        let cases = [
            ("Ventas, primer trimestre\n\nCliente;Importe;Fecha\nA;1,5;2016\nB;2,5;2017\n", ';'),
            ("Cliente;Importe\nA, S.L.;1.234,50\nB, S.A.;2.345,60\nC, S.L.;3,00\n", ';'),
            ("Name,Amount\nA,\"1,234.50; net\"\nB,\"2,345.60; net\"\n", ','),
            ("Name|Note\nA|a, b; c\nB|d, e; f\n", '|'),
            ("Name\tAmount\nRuiz, Ana\t1,5\nGil, Jon\t2,5\n", '\t'),
            ("Name\nAna\nJon\n", ','),
            ("Name,Exam,Date\nAna,MB2-714,2016-05-20\n", ','),
            ("Date;Amount\n2016-05-20;1,234,567.00\n2016-05-21;2,345,678.00\n", ';'),
            ("a;b;c\n1;2;3\n", ';'),
            ("Informe;;\nCliente;Importe;Nota\nA;1;x, y\nB;2;\n", ';'),
        ];
        for (text, delimiter) in cases {
            let (opened, _) = lines(text.as_bytes(), &ReadOptions::default()).unwrap();
            assert_eq!(opened.delimiter, Some(delimiter), "{text}");
        }
    }
}

mod refused {
    use super::*;

    #[track_caller]
    fn check(name: &str, bytes: &[u8], expected: &str) {
        let error = read_bytes(name, name, bytes, &Choices::default()).unwrap_err();
        assert_eq!(error.fault.as_str(), expected, "{name}");
        for language in [Language::English, Language::Spanish] {
            let message = error.message(&Texts::new(language));
            assert!(message.contains(name) && message.ends_with(['.', ')']), "{message}");
        }
    }

    #[test]
    fn is_what_other_programs_made_each_with_its_own_words() {
        check("photo.xlsx", b"\xFF\xD8\xFF\xE0\0\x10JFIF", "picture");
        check("scan.csv", b"%PDF-1.4\n%\xE2\xE3\xCF\xD3", "pdf");
        check("letter.xls", b"{\\rtf1\\ansi Hello}", "document");
        check("signin.xls", b"<!DOCTYPE html><html><body>Sign in to continue</body></html>", "web-page");
        check("half.xlsx", &std::fs::read(fixture("truncated.xlsx")).unwrap(), "damaged");
        check("~$book.xlsx", b"\x05Marta\0\0\0\0\0\0\0\0\0\0\0\0", "lock-file");
        check(".~lock.book.ods#", b",marta,pc,27.06.2017 10:00,file:///home/marta;", "lock-file");
        check("nothing.csv", b"", "no-bytes");
        check("noise.csv", &[0, 1, 2, 3, 200, 5, 6, 7].repeat(50), "not-a-table");
    }
}

mod stopping {
    use super::*;

    #[test]
    fn works_while_only_empty_cells_come() {
        let cells = "<table:table-cell/>".repeat(3000);
        let rows = format!("<table:table-row>{cells}</table:table-row>").repeat(10);
        let sheet = format!(
            "<office:document xmlns:office='o' xmlns:table='t'><table:table table:name='A'>{rows}</table:table></office:document>"
        );
        let mut signs = 0;
        let mut tell = |event: Event<'_>| match event {
            Event::Alive => {
                signs += 1;
                if signs == 2 { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
            }
            _ => ControlFlow::Continue(()),
        };
        read(sheet.as_bytes(), &ReadOptions::default(), &mut tell).unwrap();
        assert_eq!(signs, 2);
    }
}
