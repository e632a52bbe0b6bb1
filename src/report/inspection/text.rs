//! What was understood of a file, as text.

use crate::import::{Column, Layout, Question};
use crate::ledger::{Finding, SheetTally};
use crate::report::phrases::finding_place;

use super::Inspection;

/// What was understood of a file as a person reads it, with a line break at its end.
pub fn inspection_text(inspection: &Inspection<'_>) -> String {
    let mut page = Page { inspection, text: String::new() };
    page.file();
    for place in 0..inspection.contents.sheets.len() {
        page.sheet(place);
    }
    page.questions();
    page.findings();
    page.text
}

struct Page<'a> {
    inspection: &'a Inspection<'a>,
    text: String,
}

impl Page<'_> {
    fn line(&mut self, depth: usize, text: &str) {
        self.text.push_str(&"  ".repeat(depth));
        self.text.push_str(text);
        self.text.push('\n');
    }

    fn file(&mut self) {
        let Inspection { contents, source, texts, .. } = self.inspection;
        let opened = &contents.opened;
        self.line(0, &contents.file);
        self.line(1, &texts.get(&format!("format-{}", opened.format.as_str())));
        if let Some(encoding) = opened.encoding.as_deref() {
            let id = if opened.encoding_is_sure { "inspect-encoding" } else { "inspect-encoding-guessed" };
            self.line(1, &texts.with(id, &[("encoding", encoding.into())]));
        }
        if let Some(delimiter) = opened.delimiter {
            let shown = if delimiter == '\t' { texts.get("inspect-tab") } else { format!("“{delimiter}”") };
            self.line(1, &texts.with("inspect-delimiter", &[("delimiter", shown.into())]));
        }
        if let Err(error) = source {
            self.line(1, &error.message(texts));
        }
    }

    fn sheet(&mut self, place: usize) {
        let Inspection { contents, texts, .. } = self.inspection;
        let Some(sheet) = contents.sheets.get(place) else { return };
        self.text.push('\n');
        let rows = texts.with("inspect-rows", &[("rows", sheet.len().into())]);
        let hidden = if sheet.is_hidden { format!(", {}", texts.get("inspect-hidden")) } else { String::new() };
        let name = if sheet.name.is_empty() { String::new() } else { format!("{}: ", sheet.name) };
        self.line(0, &format!("{name}{rows}{hidden}"));
        let tables: Vec<_> = self.inspection.tables(place).collect();
        if tables.is_empty() {
            self.line(1, &texts.get("inspect-no-table"));
        }
        for (table, tally) in tables {
            self.table(table, tally);
        }
    }

    fn table(&mut self, table: &Layout, tally: Option<&SheetTally>) {
        let Inspection { contents, texts, .. } = self.inspection;
        let sheet = contents.sheets.get(table.sheet);
        let number = |place: usize| sheet.and_then(|sheet| sheet.row(place)).map(|row| row.number.to_string());
        let headings: Vec<String> = table.headings.clone().filter_map(number).collect();
        let kind = texts.get(&format!("inspect-{}", table.kind.as_str()));
        let shape = texts.get(&format!("shape-{}", table.shape.as_str()));
        let place = match headings.as_slice() {
            [] => texts.get("inspect-no-headings"),
            rows => texts.with("inspect-headings", &[("rows", rows.join(" + ").into())]),
        };
        self.line(1, &format!("{kind}, {shape}; {place}"));
        let width = table.columns.iter().map(|column| column.heading.chars().count()).max().unwrap_or(0).min(40);
        for column in &table.columns {
            self.column(column, width);
        }
        if let Some(tally) = tally {
            let counts = texts.with(
                "inspect-tally",
                &[("rows", tally.rows.into()), ("taken", tally.taken.into()), ("left", tally.left_out.into())],
            );
            self.line(1, &counts);
        }
    }

    fn column(&mut self, column: &Column, width: usize) {
        let texts = self.inspection.texts;
        let meaning = match column.field {
            None => texts.get("inspect-unused"),
            Some(field) => {
                let name = texts.get(&format!("field-{}", field.as_str()));
                format!("{name} ({})", texts.get(&format!("certainty-{}", column.certainty.as_str())))
            }
        };
        let letters = column.letters();
        let heading = column.heading.split_whitespace().collect::<Vec<_>>().join(" ");
        self.line(2, &format!("{letters:<3} {heading:<width$}  {meaning}"));
    }

    fn questions(&mut self) {
        let Inspection { understanding, texts, .. } = self.inspection;
        if understanding.questions.is_empty() {
            return;
        }
        self.text.push('\n');
        self.line(0, &texts.get("inspect-questions"));
        for question in &understanding.questions {
            self.line(1, &format!("- {}", question_words(question, self.inspection)));
        }
    }

    fn findings(&mut self) {
        let Inspection { source, texts, .. } = self.inspection;
        let Ok(source) = source else { return };
        if source.findings.is_empty() {
            return;
        }
        let mut findings: Vec<&Finding> = source.findings.iter().collect();
        findings.sort_by_key(|finding| finding.severity());
        self.text.push('\n');
        self.line(0, &texts.get("text-findings"));
        for of_one_code in findings.chunk_by(|a, b| a.code == b.code) {
            let Some(first) = of_one_code.first() else { continue };
            let id = format!("finding-{}", first.code.as_str());
            self.line(1, &format!("{}: {}", texts.get(&id), texts.get(&format!("{id}.help"))));
            for finding in of_one_code {
                self.line(2, &format!("- {}", finding_place(finding)));
            }
        }
    }
}

fn question_words(question: &Question, inspection: &Inspection<'_>) -> String {
    let texts = inspection.texts;
    let field = question.about.field().map(|field| texts.get(&format!("field-{}", field.as_str())));
    texts.with(
        &format!("question-{}", question.about.as_str()),
        &[
            ("column", (*question.heading).into()),
            ("value", (*question.value).into()),
            ("field", field.unwrap_or_default().into()),
        ],
    )
}
