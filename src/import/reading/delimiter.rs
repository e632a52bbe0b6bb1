//! What parts the cells of a table as text.

use super::text::reader;

/// The delimiters that a text file may well have, for the user to choose from.
pub const DELIMITERS: [char; 4] = ['\t', ';', ',', '|'];

/// How many rows are looked at.
const ROWS: usize = 300;

/// The delimiter that makes the best table of the first rows; the first of equally good ones.
pub(super) fn sniff(text: &str) -> char {
    const ENOUGH: usize = 256 * 1024;
    let end = (0..=text.len().min(ENOUGH)).rev().find(|end| text.is_char_boundary(*end)).unwrap_or(0);
    let text = &text[..end];
    let mut best = (',', 0.0);
    for delimiter in DELIMITERS {
        let score = score(text, delimiter);
        if score > best.1 {
            best = (delimiter, score);
        }
    }
    best.0
}

/// How much of a table a delimiter makes: many rows of one width, of cells that are whole.
fn score(text: &str, delimiter: char) -> f64 {
    let mut rows = reader(text, delimiter);
    let rows: Vec<csv::StringRecord> = rows.records().take(ROWS).filter_map(Result::ok).collect();
    let mut widths: Vec<usize> = rows.iter().map(csv::StringRecord::len).filter(|width| *width > 1).collect();
    widths.sort_unstable();
    let Some(run) = widths.chunk_by(|left, right| left == right).max_by_key(|run| (run.len(), run[0])) else {
        return 0.0;
    };
    let width = run[0];
    let mut whole = 0_usize;
    let table = rows.iter().filter(|row| row.len() == width);
    let cells = table.flat_map(csv::StringRecord::iter).map(|cell| whole += usize::from(is_whole(cell))).count();
    #[expect(clippy::cast_precision_loss, reason = "a few hundred rows")]
    let (alike, rows, whole, cells, width) =
        (run.len() as f64, rows.len() as f64, whole as f64, cells as f64, width as f64);
    // Title rows and notes are narrower; that a wider table has more of a table is worth little.
    (alike / rows).powi(2) * (whole / cells).powi(2) * (1.0 - 0.5 / width)
}

/// Whether a cell looks like all that was meant to stand in it, rather than a piece cut out of a number or of words.
fn is_whole(cell: &str) -> bool {
    let is_sign = |letter: char| matches!(letter, ';' | '\t' | '|');
    let quotes = cell.matches('"').count();
    !cell.contains(is_sign) && quotes.is_multiple_of(2) && !cell.starts_with(' ') && !cell.ends_with([',', ';'])
}
