//! The tables of a web page to rows of cells. Many programs write such a page and call it Excel.
//!
//! All tables make one sheet, each below the one before after a blank row, as Excel shows them.

use std::collections::BTreeMap;

use html5gum::{DefaultEmitter, HtmlString, Token, Tokenizer};

use super::super::ImportFault;
use super::super::cell::{Cell, Serial};
use super::rows::{COLUMNS, Rows};
use super::{Format, Opened, ReadOptions, Tell, encoding};

/// The tables of a page, as one sheet without a name.
///
/// # Errors
/// When there is no table on it.
pub(super) fn read(bytes: &[u8], options: &ReadOptions, tell: &mut Tell<'_>) -> Result<Opened, ImportFault> {
    let decoded = encoding::decode_markup(bytes, options.encoding.as_deref(), tell);
    let mut emitter = DefaultEmitter::default();
    // What stands in scripts and styles is no markup.
    emitter.naively_switch_states(true);
    let mut page = Page { tables: Vec::new(), row: 0, rows: None, tell: Some(tell) };
    for Ok(token) in Tokenizer::new_with_emitter(&*decoded.text, emitter) {
        match token {
            Token::StartTag(tag) => page.start(&tag.name, &tag.attributes),
            Token::EndTag(tag) => page.end(&tag.name),
            Token::String(words) => page.words(&String::from_utf8_lossy(&words)),
            _ => {}
        }
        if page.rows.as_ref().is_some_and(|rows| rows.flow.is_break()) {
            break;
        }
    }
    while !page.tables.is_empty() {
        page.end_table();
    }
    match page.rows {
        None => Err(ImportFault::WebPage),
        Some(rows) => {
            // Whoever stops the reading early knows why.
            let _ = rows.end(Ok(()));
            Ok(Opened {
                format: Format::Html,
                encoding: Some(decoded.name.to_owned()),
                encoding_is_sure: decoded.is_sure,
                delimiter: None,
                sum: String::new(),
            })
        }
    }
}

/// The tables that are open, each within a cell of the one before, and the rows so far.
struct Page<'t, 'f> {
    tables: Vec<Table>,
    row: u32,
    rows: Option<Rows<'t, 'f, 'static>>,
    tell: Option<&'t mut Tell<'f>>,
}

/// A table that is open.
#[derive(Default)]
struct Table {
    /// The cells of the open row, each with its column.
    cells: Vec<(u32, Written)>,
    column: u32,
    is_in_row: bool,
    /// The cell that is open.
    open: Option<Written>,
    /// For each column how many more rows a cell from above reaches down.
    covered: BTreeMap<u32, u32>,
}

/// A cell as it is written.
#[derive(Default)]
struct Written {
    words: String,
    has_words: bool,
    /// The value that Excel or `LibreOffice` put beside the words.
    value: Option<String>,
    /// The format that `LibreOffice` put beside the value.
    format: Option<String>,
    is_text: bool,
    columns: u32,
    rows: u32,
}

type Attributes = BTreeMap<HtmlString, html5gum::Spanned<HtmlString, ()>>;

impl Page<'_, '_> {
    fn start(&mut self, name: &[u8], attributes: &Attributes) {
        match name {
            b"table" => {
                if self.rows.is_none() {
                    self.rows = self.tell.take().map(|tell| Rows::begin("", false, false, tell));
                } else if self.tables.is_empty() {
                    self.row += 1;
                }
                self.tables.push(Table::default());
            }
            b"tr" => self.end_row(),
            b"td" | b"th" => {
                self.end_cell();
                if let Some(table) = self.tables.last_mut() {
                    table.is_in_row = true;
                    table.open = Some(Written::of(attributes));
                }
            }
            b"br" | b"p" | b"div" | b"li" => {
                if let Some(written) = self.open()
                    && (written.has_words || name == b"br")
                {
                    written.words.push('\n');
                }
            }
            _ => {}
        }
        if name == b"tr"
            && let Some(table) = self.tables.last_mut()
        {
            table.is_in_row = true;
        }
    }

    fn end(&mut self, name: &[u8]) {
        match name {
            b"td" | b"th" => self.end_cell(),
            b"tr" | b"thead" | b"tbody" | b"tfoot" => self.end_row(),
            b"table" => self.end_table(),
            _ => {}
        }
    }

    /// Adds words to the open cell; a break of the line is a space, as everywhere in a page.
    fn words(&mut self, words: &str) {
        let Some(written) = self.open() else { return };
        for letter in words.chars() {
            if !letter.is_ascii_whitespace() {
                written.words.push(letter);
                written.has_words |= !letter.is_whitespace();
            } else if !written.words.ends_with([' ', '\n']) {
                written.words.push(' ');
            }
        }
    }

    fn open(&mut self) -> Option<&mut Written> {
        self.tables.last_mut()?.open.as_mut()
    }

    fn end_cell(&mut self) {
        let Some(table) = self.tables.last_mut() else { return };
        let Some(written) = table.open.take() else { return };
        while table.covered.get(&table.column).is_some_and(|rows| *rows > 0) {
            table.column += 1;
        }
        let (first, rows) = (table.column, written.rows);
        table.column = first.saturating_add(written.columns).min(COLUMNS);
        if rows > 1 {
            for column in first..table.column {
                // The open row is counted down with the others.
                table.covered.insert(column, rows);
            }
        }
        table.cells.push((first, written));
    }

    fn end_row(&mut self) {
        self.end_cell();
        let (Some(table), Some(rows)) = (self.tables.last_mut(), self.rows.as_mut()) else { return };
        if !std::mem::take(&mut table.is_in_row) {
            return;
        }
        for (column, written) in table.cells.drain(..) {
            rows.push(self.row, column, written.cell());
        }
        table.covered.retain(|_, rows| {
            *rows = rows.saturating_sub(1);
            *rows > 0
        });
        table.column = 0;
        self.row = self.row.saturating_add(1);
    }

    fn end_table(&mut self) {
        self.end_row();
        self.tables.pop();
    }
}

impl Written {
    fn of(attributes: &Attributes) -> Self {
        let get = |name: &[u8]| attributes.get(name).map(|value| String::from_utf8_lossy(value).into_owned());
        let span =
            |name: &[u8], most: u32| get(name).and_then(|span| span.trim().parse().ok()).unwrap_or(1).clamp(1, most);
        let style = get(b"style").unwrap_or_default();
        Self {
            words: String::new(),
            has_words: false,
            value: get(b"x:num").or_else(|| get(b"sdval")),
            format: get(b"sdnum"),
            is_text: attributes.contains_key(&b"x:str"[..])
                || style.contains("mso-number-format:\"\\@\"")
                || style.contains("mso-number-format:'\\@'")
                || style.contains("mso-number-format:\\@"),
            columns: span(b"colspan", COLUMNS),
            rows: span(b"rowspan", 65_536),
        }
    }

    /// The cell. A number beside the words is the value that they show.
    fn cell(&self) -> Cell<'_> {
        let text = Cell::text_or_error(&self.words);
        let Some(value) = self.value.as_deref().filter(|_| !self.is_text && matches!(text, Cell::Text(_))) else {
            return text;
        };
        // Excel leaves the value out where the words are it; LibreOffice writes it as the user's country does.
        let value = if value.trim().is_empty() { self.words.trim() } else { value.trim() };
        let number = value.parse().or_else(|_| value.replace(',', ".").parse::<f64>());
        let Some(number) = number.ok().filter(|number| number.is_finite()) else { return text };
        if self.format.as_deref().map_or_else(|| shows_day(&self.words, number), is_day) {
            Cell::Date(Serial { days: number, from_1904: false })
        } else if matches!(self.words.trim(), "TRUE" | "FALSE" | "VERDADERO" | "FALSO") {
            Cell::Bool(number != 0.0)
        } else {
            Cell::Number(number)
        }
    }
}

/// Whether a format of `LibreOffice` such as `1033;0;MM/DD/YY` shows days.
fn is_day(format: &str) -> bool {
    let pattern = format.splitn(3, ';').nth(2).unwrap_or_default().to_uppercase();
    let names_time = ["YY", "AA", "JJ", "MM", "DD", "TT", "HH", "NN"].iter().any(|part| pattern.contains(part));
    names_time && !pattern.contains(['0', '#'])
}

/// Whether words look like the day that this number is: three parts between signs of one kind, or with a month's name.
fn shows_day(words: &str, number: f64) -> bool {
    const LAST: f64 = 2_958_465.0;
    let digits: String = words.chars().filter(char::is_ascii_digit).collect();
    if !(1.0..=LAST).contains(&number) || digits.parse() == Ok(number.trunc()) {
        return false;
    }
    let first = words.split_whitespace().next().unwrap_or_default();
    let has_parts = ['/', '-', '.'].into_iter().any(|sign| {
        let parts: Vec<&str> = first.split(sign).collect();
        let fits = |part: &&str| (1..=4).contains(&part.len()) && part.chars().all(char::is_alphanumeric);
        parts.len() == 3 && parts.iter().all(fits)
    });
    let has_name = !digits.is_empty() && words.chars().filter(|letter| letter.is_alphabetic()).count() >= 3;
    // A number of days of these two centuries beside words such as `may-16`.
    has_parts || (has_name && (10_000.0..80_000.0).contains(&number))
}
