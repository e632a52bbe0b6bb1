//! Tables that flow over pages and repeat their headings.

use krilla::tagging::{ArtifactType, TableHeaderScope, Tag, TagKind};

use super::look::{self, ASSUMED, CELL_INDENT, CELL_PADDING, GOOD, HAIRLINE, INK, LINE};
use super::page::{Flow, Owner, Paint, Shape};
use super::text::{Block, Room, Side, Span};

/// A table before it is laid out.
pub struct Table {
    /// The columns.
    pub columns: Vec<Column>,
    /// The rows.
    pub rows: Vec<Row>,
}

/// A row.
pub struct Row {
    /// A cell for every column.
    pub cells: Vec<Cell>,
    /// Whether it says more about the row above; then no line parts the two.
    pub continues: bool,
}

/// A column.
pub struct Column {
    /// Its heading. A table where no column has one is headed by its first column.
    pub heading: Option<String>,
    /// Its share of the width.
    pub share: f32,
    /// The side at which its text stands.
    pub side: Side,
}

/// The paragraphs of a cell.
pub type Cell = Vec<Entry>;

/// A paragraph in a cell.
pub struct Entry {
    /// What stands before it.
    pub mark: Option<Mark>,
    /// Its words.
    pub spans: Vec<Span>,
    /// The most lines it takes.
    pub lines: usize,
}

/// A small box before a paragraph. The words say the same.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mark {
    /// Filled: held.
    Held,
    /// Filled in another colour: assumed to be held.
    Assumed,
    /// Open, to be ticked by pen.
    Open,
}

/// A table laid out.
pub struct LaidTable {
    x: f32,
    width: f32,
    head: Option<LaidRow>,
    rows: Vec<LaidRow>,
}

#[derive(Clone)]
struct LaidRow {
    cells: Vec<LaidCell>,
    height: f32,
    continues: bool,
}

#[derive(Clone)]
struct LaidCell {
    x: f32,
    entries: Vec<(Option<Mark>, Block)>,
}

const MARK_SIZE: f32 = 8.0;
const MARK_ROOM: f32 = 13.0;
/// The most lines of a paragraph unless it says otherwise.
const LINES: usize = 12;
/// A table up to this height is not broken over pages.
pub const KEPT_TOGETHER: f32 = 180.0;

impl From<Vec<Cell>> for Row {
    fn from(cells: Vec<Cell>) -> Self {
        Self { cells, continues: false }
    }
}

impl Column {
    /// A column of text.
    pub fn new(heading: impl Into<String>, share: f32) -> Self {
        Self { heading: Some(heading.into()), share, side: Side::Left }
    }

    /// A column without heading.
    pub fn bare(share: f32) -> Self {
        Self { heading: None, share, side: Side::Left }
    }

    /// The same with its text at the right.
    pub fn right(self) -> Self {
        Self { side: Side::Right, ..self }
    }
}

impl Entry {
    /// A paragraph.
    pub fn new(spans: Vec<Span>) -> Self {
        Self { mark: None, spans, lines: LINES }
    }

    /// A paragraph in one style.
    pub fn plain(text: impl Into<String>, style: look::Style) -> Self {
        Self::new(vec![Span::new(text, style)])
    }

    /// The same with a mark.
    pub fn marked(self, mark: Mark) -> Self {
        Self { mark: Some(mark), ..self }
    }

    /// The same with at most so many lines.
    pub fn lines(self, lines: usize) -> Self {
        Self { lines, ..self }
    }
}

impl Table {
    /// Lays out the table at a place.
    pub fn lay(self, flow: &mut Flow, x: f32, width: f32) -> LaidTable {
        let heading = |column: &Column| {
            let text = column.heading.clone().unwrap_or_default();
            vec![Entry::plain(text, look::COLUMN)]
        };
        let has_head = self.columns.iter().any(|column| column.heading.is_some());
        let head = has_head.then(|| Row::from(self.columns.iter().map(heading).collect::<Vec<Cell>>()));
        LaidTable {
            x,
            width,
            head: head.map(|row| lay_row(flow, &self.columns, &row, x, width)),
            rows: self.rows.iter().map(|row| lay_row(flow, &self.columns, row, x, width)).collect(),
        }
    }
}

impl LaidTable {
    /// How high it is when it is not broken over pages.
    pub fn height(&self) -> f32 {
        self.head.iter().chain(&self.rows).map(|row| row.height).sum()
    }

    /// How much of it is not parted: all of a short table, else the heading and the first row.
    pub fn least_height(&self) -> f32 {
        let start = self.head.iter().chain(self.rows.first()).map(|row| row.height).sum();
        if self.height() <= KEPT_TOGETHER { self.height() } else { start }
    }

    /// Draws it from where the flow is, over as many pages as it takes.
    pub fn draw(&self, flow: &mut Flow) {
        flow.ensure(self.least_height());
        flow.within(Tag::Table, |flow| {
            if let Some(head) = &self.head {
                flow.within(Tag::THead, |flow| {
                    Self::draw_row(flow, head, |_| Tag::TH(TableHeaderScope::Column).into());
                    self.draw_edge(flow);
                });
            }
            flow.within(Tag::TBody, |flow| {
                for (place, row) in self.rows.iter().enumerate() {
                    if flow.ensure(row.height)
                        && let Some(head) = &self.head
                    {
                        flow.owned_by(Owner::Artifact(ArtifactType::PaginationOther), |flow| {
                            Self::draw_row(flow, head, |_| Tag::TD.into());
                            self.draw_edge(flow);
                        });
                    }
                    Self::draw_row(flow, row, |column| match column {
                        0 => Tag::TH(TableHeaderScope::Row).into(),
                        _ => Tag::TD.into(),
                    });
                    if !self.rows.get(place + 1).is_some_and(|next| next.continues) {
                        self.draw_edge(flow);
                    }
                }
            });
        });
    }

    fn draw_row(flow: &mut Flow, row: &LaidRow, tag: impl Fn(usize) -> TagKind) {
        // What continues the row above stands close below it.
        let top = if row.continues { flow.y - CELL_PADDING } else { flow.y + CELL_PADDING };
        flow.within(Tag::TR, |flow| {
            for (column, cell) in row.cells.iter().enumerate() {
                flow.within(tag(column), |flow| draw_cell(flow, cell, top));
            }
        });
        flow.y += row.height;
    }

    fn draw_edge(&self, flow: &mut Flow) {
        let edge = vec![(self.x, flow.y), (self.x + self.width, flow.y)];
        flow.decorate(Shape::line(edge, LINE, HAIRLINE));
    }
}

fn lay_row(flow: &mut Flow, columns: &[Column], row: &Row, x: f32, width: f32) -> LaidRow {
    let all: f32 = columns.iter().map(|column| column.share).sum();
    let mut left = x;
    let mut laid = Vec::new();
    let mut height = 0.0_f32;
    for (column, cell) in columns.iter().zip(&row.cells) {
        let room = width * column.share / all;
        let entries: Vec<(Option<Mark>, Block)> = cell
            .iter()
            .map(|entry| {
                let indent = if entry.mark.is_some() { MARK_ROOM } else { 0.0 };
                let room = Room::wide((room - 2.0 * CELL_INDENT - indent).max(10.0)).side(column.side);
                (entry.mark, flow.lay(&entry.spans, room.lines(entry.lines)))
            })
            .collect();
        height = height.max(entries.iter().map(|(_, block)| block.height).sum());
        laid.push(LaidCell { x: left + CELL_INDENT, entries });
        left += room;
    }
    let padding = if row.continues { 0.0 } else { 2.0 * CELL_PADDING };
    LaidRow { cells: laid, height: height + padding, continues: row.continues }
}

fn draw_cell(flow: &mut Flow, cell: &LaidCell, top: f32) {
    let mut y = top;
    for (mark, block) in &cell.entries {
        let indent = if mark.is_some() { MARK_ROOM } else { 0.0 };
        if let Some(mark) = mark {
            let baseline = block.lines.first().map_or(MARK_SIZE, |line| line.baseline);
            // In the middle of a capital letter's height.
            draw_mark(flow, *mark, cell.x, y + baseline - 0.36 * look::BODY.size - MARK_SIZE / 2.0);
        }
        flow.within(Tag::P, |flow| flow.text(block.clone(), cell.x + indent, y));
        y += block.height;
    }
}

fn draw_mark(flow: &mut Flow, mark: Mark, x: f32, y: f32) {
    match mark {
        Mark::Open => {
            let paint = Paint::Outline(INK, 0.9);
            flow.decorate(Shape::rectangle(x + 0.45, y + 0.45, MARK_SIZE - 0.9, MARK_SIZE - 0.9, paint).round(1.5));
        }
        Mark::Held | Mark::Assumed => {
            let colour = if mark == Mark::Held { GOOD } else { ASSUMED };
            flow.decorate(Shape::rectangle(x, y, MARK_SIZE, MARK_SIZE, Paint::Fill(colour)).round(1.5));
            let tick = [(0.24, 0.53), (0.43, 0.72), (0.77, 0.3)];
            let tick = tick.map(|(right, down)| (x + right * MARK_SIZE, y + down * MARK_SIZE)).to_vec();
            flow.decorate(Shape::line(tick, look::PAPER, 1.1));
        }
    }
}
