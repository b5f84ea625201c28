//! Tables: column widths, row heights, and which rows may be parted by the end of a page.
//! The frames and words of merged cells are drawn by the paginator, which knows where pages end.

use super::super::display::{Color, Item, Rect};
use super::super::model::{Align, Inline, Role, Table, Width};
use super::super::structure::Tag;
use super::columns::{Grid, NARROWEST, Placed, distribute};
use super::flow::Column;
use super::{LineBox, TextLook, Typesetter, Unit, height_of};
use crate::report::model::Block;

/// White space inside a cell.
const PAD: (f32, f32) = (4.0, 2.6);
/// The width of table lines.
pub(crate) const LINE: f32 = 0.5;

/// A table with sizes.
#[derive(Debug)]
pub(crate) struct TableBox {
    /// The header and whether it is repeated on every page.
    pub head: Option<RowBox>,
    pub rows: Vec<RowBox>,
    /// In order of their first rows.
    pub merged: Vec<Merged>,
    /// The most rows a merged cell has.
    tallest: usize,
}

impl TableBox {
    /// The merged cells that cover this row.
    pub(crate) fn reaching(&self, row: usize) -> impl Iterator<Item = usize> {
        let first = self
            .merged
            .partition_point(|m| m.rows.start + self.tallest <= row);
        let last = self.merged.partition_point(|m| m.rows.start <= row);
        (first..last).filter(move |i| self.merged[*i].rows.contains(&row))
    }
}

/// First and last rows lower than this are not left alone on a page.
const LOW: f32 = 80.0;

/// A row: its cells' items by column, relative to the left margin and the row's top.
#[derive(Debug, Default)]
pub(crate) struct RowBox {
    pub height: f32,
    pub cells: Vec<(usize, Vec<Item>)>,
    /// The footnotes whose marks stand in it.
    pub notes: Vec<usize>,
}

/// A cell over several rows.
#[derive(Debug)]
pub(crate) struct Merged {
    pub column: usize,
    /// Its rows, as a range.
    pub rows: std::ops::Range<usize>,
    pub x: f32,
    pub width: f32,
    /// Its words, relative to the left margin and the cell's top.
    pub items: Vec<Item>,
    /// What the words need.
    pub height: f32,
}

/// A cell with its lines.
struct Set {
    row: usize,
    column: usize,
    rows: usize,
    lines: Vec<LineBox>,
    height: f32,
}

impl Typesetter<'_> {
    pub(super) fn table(&mut self, table: &Table, column: &Column) {
        let grid = Grid::of(table);
        if grid.count == 0 {
            return;
        }
        if column.width / (grid.count as f32) < NARROWEST {
            return self.as_paragraphs(table, column);
        }
        let look = self.cell_look(table);
        let edges = self.edges(table, &grid, look, column);
        self.within(Tag::Table, |set| {
            set.boxes(table, &grid, &edges, look, column);
        });
    }

    /// The width below which some word of the table must be broken.
    pub(super) fn least_width(&mut self, table: &Table) -> f32 {
        let grid = Grid::of(table);
        let needs = self.needs(&grid, self.cell_look(table));
        needs.iter().map(|(least, _)| least).sum()
    }

    fn cell_look(&self, table: &Table) -> TextLook {
        let size = self.look.size * if table.compact { 0.86 } else { 0.92 };
        let look = TextLook {
            leading: 1.0,
            ..self.body()
        };
        look.sized(size)
    }

    /// More columns than the page can hold: each row becomes a line of text.
    fn as_paragraphs(&mut self, table: &Table, column: &Column) {
        for row in table.head.iter().chain(&table.rows) {
            let mut text = Vec::new();
            for (i, cell) in row.iter().enumerate() {
                if i > 0 {
                    text.push(Inline::plain(" · "));
                }
                text.extend(cell.text.iter().cloned());
            }
            self.blocks(
                &[Block::Paragraph {
                    text,
                    role: Role::Small,
                }],
                column,
            );
        }
    }

    /// What each column needs at least and at best.
    fn needs(&mut self, grid: &Grid<'_>, look: TextLook) -> Vec<(f32, f32)> {
        let mut need = vec![(NARROWEST - 2.0 * PAD.0, 0f32); grid.count];
        let head = grid.head.iter().map(|cell| (cell, look.bold()));
        for (cell, look) in head.chain(grid.body.iter().map(|cell| (cell, look))) {
            let (min, max) = self.widths(cell.text, look);
            let entry = &mut need[cell.column];
            *entry = (entry.0.max(min), entry.1.max(max));
        }
        let padded = |(min, max): &(f32, f32)| (min + 2.0 * PAD.0, max.max(*min) + 2.0 * PAD.0);
        need.iter().map(padded).collect()
    }

    /// The columns' edges, from the left margin.
    fn edges(
        &mut self,
        table: &Table,
        grid: &Grid<'_>,
        look: TextLook,
        column: &Column,
    ) -> Vec<f32> {
        let need = self.needs(grid, look);
        let share = |i: usize| match table.columns.get(i).map(|c| c.width) {
            Some(Width::Share(share)) if share.is_finite() && share > 0.0 => Some(share),
            _ => None,
        };
        let shares: Vec<Option<f32>> = (0..grid.count).map(share).collect();
        let widths = distribute(&need, &shares, column.width);
        let mut edges = vec![column.x];
        for width in widths {
            edges.push(edges.last().copied().unwrap_or(0.0) + width);
        }
        edges
    }

    /// Sets the cells of the header or of the body.
    fn set(
        &mut self,
        cells: &[Placed<'_>],
        edges: &[f32],
        look: TextLook,
        table: &Table,
    ) -> Vec<Set> {
        let columns = edges.len() - 1;
        let mut out = Vec::new();
        // For each column, the first row that no cell above reaches.
        let mut free = vec![0; columns];
        for row in cells.chunk_by(|a, b| a.row == b.row) {
            self.flow.structure.open(Tag::Row);
            for (column, free) in free.iter_mut().enumerate() {
                match row.iter().find(|cell| cell.column == column) {
                    Some(cell) => {
                        *free = cell.row + cell.rows;
                        out.push(self.cell(cell, edges, look, table));
                    }
                    None if *free <= row[0].row => {
                        self.flow.structure.add(Tag::Cell);
                    }
                    None => {}
                }
            }
            self.flow.structure.close();
        }
        out
    }

    fn cell(&mut self, cell: &Placed<'_>, edges: &[f32], look: TextLook, table: &Table) -> Set {
        let width = edges[cell.column + 1] - edges[cell.column] - 2.0 * PAD.0;
        let (tag, align) = match look.style.bold {
            true => (Tag::HeaderCell { row: false }, Align::Center),
            false => {
                let of_column = table.columns.get(cell.column).map(|c| c.align);
                (Tag::Cell, cell.align.or(of_column).unwrap_or_default())
            }
        };
        let element = self.flow.structure.open(tag);
        if let Some(element) = self.flow.structure.get_mut(element) {
            element.rows = u16::try_from(cell.rows).unwrap_or(u16::MAX);
        }
        let lines = self.lines(cell.text, look.aligned(align), width);
        self.flow.structure.close();
        let height = height_of(&lines) + 2.0 * PAD.1;
        Set {
            row: cell.row,
            column: cell.column,
            rows: cell.rows,
            lines,
            height,
        }
    }

    fn boxes(
        &mut self,
        table: &Table,
        grid: &Grid<'_>,
        edges: &[f32],
        look: TextLook,
        column: &Column,
    ) {
        let head = self.within(Tag::TableHead, |set| {
            set.set(&grid.head, edges, look.bold(), table)
        });
        let mut body = self.within(Tag::TableBody, |set| {
            set.set(&grid.body, edges, look, table)
        });
        let id = self.flow.tables.len();
        let blank = height_of(&self.lines(&[Inline::plain("0")], look, 99.0)) + 2.0 * PAD.1;

        let mut head_heights = heights(&head, table.head.len(), 0.0);
        if head.iter().all(|cell| cell.lines.is_empty()) {
            head_heights.clear();
        }
        let head_height: f32 = head_heights.iter().sum();
        let repeat = head_height <= self.room.height / 3.0;
        let limit = self.room.height - if repeat { head_height } else { 0.0 };

        let blank = match table.row_height {
            wanted if wanted.is_finite() => blank.max(wanted.min(limit / 2.0)),
            _ => blank,
        };
        // A merged cell that needs much room is set in its first row instead.
        for cell in &mut body {
            if cell.rows > 1 && (cell.height > limit / 2.0 || self.unmerged.contains(&id)) {
                cell.rows = 1;
            }
        }
        let mut row_heights = heights(&body, table.rows.len(), blank);
        for cell in body.iter().filter(|cell| cell.rows > 1) {
            let rows = cell.row..cell.row + cell.rows;
            let lack = cell.height - row_heights[rows.clone()].iter().sum::<f32>();
            if lack > 0.0 {
                row_heights[rows.end - 1] += lack;
            }
        }

        let mut out = TableBox {
            head: None,
            rows: Vec::new(),
            merged: Vec::new(),
            tallest: 0,
        };
        if repeat && head_height > 0.0 {
            let mut joint = RowBox {
                height: head_height,
                ..RowBox::default()
            };
            let mut y = 0.0;
            for (cells, height) in by_row(&head, table.head.len()).iter().zip(&head_heights) {
                joint.notes.extend(notes_of(cells.iter().copied()));
                for (at, mut items) in row_cells(cells, *height, edges, true) {
                    items.iter_mut().for_each(|item| item.shift(0.0, y));
                    joint.cells.push((at, items));
                }
                y += height;
            }
            out.head = Some(joint);
        } else {
            let rows = by_row(&head, table.head.len());
            for (row, (cells, height)) in rows.iter().zip(&head_heights).enumerate() {
                slices(cells, row, *height, limit, edges, &mut out.rows);
            }
        }
        // Tall rows become several: from the table's rows to those that are drawn.
        let mut place = Vec::new();
        let rows = by_row(&body, table.rows.len());
        for (row, (cells, height)) in rows.iter().zip(&row_heights).enumerate() {
            place.push(out.rows.len());
            slices(cells, row, *height, limit, edges, &mut out.rows);
        }
        place.push(out.rows.len());
        for cell in body.iter().filter(|cell| cell.rows > 1) {
            out.merged.push(Merged {
                column: cell.column,
                rows: place[cell.row]..place[cell.row + cell.rows],
                x: edges[cell.column],
                width: edges[cell.column + 1] - edges[cell.column],
                items: words(&cell.lines, edges[cell.column]),
                height: cell.height,
            });
        }
        out.merged.sort_by_key(|m| m.rows.start);
        out.tallest = out.merged.iter().map(|m| m.rows.len()).max().unwrap_or(0);
        let units = units(id, &out, self.look.size, column);
        self.flow.tables.push(out);
        units.into_iter().for_each(|unit| self.push(unit));
    }
}

/// A unit for the header and for each row, and the space below.
fn units(id: usize, table: &TableBox, size: f32, column: &Column) -> Vec<Unit> {
    let unit = |row: &RowBox, index, keep| Unit {
        height: row.height,
        row: Some((id, index)),
        keep,
        bars: column.bars.clone(),
        notes: row.notes.clone(),
        ..Unit::default()
    };
    let mut out = Vec::new();
    if let Some(head) = &table.head {
        out.push(unit(head, None, !table.rows.is_empty()));
    }
    for (i, row) in table.rows.iter().enumerate() {
        // Neither the first row nor the last stands alone, unless it is tall.
        let alone = (i == 0 || i + 2 == table.rows.len()) && i + 1 < table.rows.len();
        let keep = alone && row.height < LOW;
        out.push(unit(row, Some(i), keep || !may_part(table, i)));
    }
    if let Some(first) = out.first_mut() {
        first.before = size * 0.8;
    }
    out.push(Unit {
        before: size * 0.4,
        ..Unit::default()
    });
    out
}

/// The footnotes of cells.
fn notes_of<'a>(cells: impl Iterator<Item = &'a Set>) -> Vec<usize> {
    let lines = cells.flat_map(|cell| &cell.lines);
    lines.flat_map(|line| line.notes.iter().copied()).collect()
}

/// Whether a page may end after row `i`: merged cells need room for their words on both sides.
fn may_part(table: &TableBox, i: usize) -> bool {
    let height = |rows: std::ops::Range<usize>| -> f32 {
        table.rows[rows].iter().map(|row| row.height).sum()
    };
    table
        .reaching(i)
        .map(|at| &table.merged[at])
        .filter(|m| i + 1 < m.rows.end)
        .all(|m| {
            height(m.rows.start..i + 1) + 0.01 >= m.height
                && height(i + 1..m.rows.end) + 0.01 >= m.height
        })
}

/// Row heights from the cells of one row; `blank` for rows without words.
fn heights(cells: &[Set], rows: usize, blank: f32) -> Vec<f32> {
    let mut out = vec![blank; rows];
    for cell in cells.iter().filter(|cell| cell.rows == 1) {
        out[cell.row] = out[cell.row].max(cell.height);
    }
    out
}

fn words(lines: &[LineBox], left: f32) -> Vec<Item> {
    let mut out = Vec::new();
    let mut y = PAD.1;
    for line in lines {
        out.extend(line.items.iter().map(|item| item.at(left + PAD.0, y)));
        y += line.height;
    }
    out
}

/// The cells that touch each row: its own, and the merged ones that reach it.
fn by_row(cells: &[Set], rows: usize) -> Vec<Vec<&Set>> {
    let mut out: Vec<Vec<&Set>> = vec![Vec::new(); rows];
    for cell in cells {
        for row in &mut out[cell.row..cell.row + cell.rows] {
            row.push(cell);
        }
    }
    out
}

/// A row's own cells (not the merged ones), with frames.
fn row_cells(cells: &[&Set], height: f32, edges: &[f32], head: bool) -> Vec<(usize, Vec<Item>)> {
    let mut out = Vec::new();
    for column in 0..edges.len() - 1 {
        let found = cells.iter().find(|cell| cell.column == column);
        if found.is_some_and(|cell| cell.rows > 1) {
            continue;
        }
        let rect = Rect::new(
            edges[column],
            0.0,
            edges[column + 1] - edges[column],
            height,
        );
        let mut items = Vec::new();
        if head {
            items.push(Item::Fill(rect, Color::SHADE));
        }
        items.push(Item::Frame(rect, Color::LINE, LINE));
        if let Some(cell) = found {
            let mut words = words(&cell.lines, edges[column]);
            if head {
                let dy = (height - cell.height) / 2.0;
                words.iter_mut().for_each(|item| item.shift(0.0, dy));
            }
            items.extend(words);
        }
        out.push((column, items));
    }
    out
}

/// The row as one box, or as several where it is taller than a page can hold.
fn slices(
    cells: &[&Set],
    row: usize,
    height: f32,
    limit: f32,
    edges: &[f32],
    out: &mut Vec<RowBox>,
) {
    let begins = |cell: &&Set| cell.rows == 1 || cell.row == row;
    let wordless = !cells
        .iter()
        .any(|cell| cell.rows == 1 && !cell.lines.is_empty());
    if height <= limit || wordless {
        let height = height.min(limit);
        out.push(RowBox {
            height,
            cells: row_cells(cells, height, edges, false),
            notes: notes_of(cells.iter().copied().filter(begins)),
        });
        return;
    }
    let copy = |cell: &&Set| Set {
        lines: cell.lines.clone(),
        ..**cell
    };
    let merged = cells.iter().filter(|cell| cell.rows > 1 && begins(cell));
    let merged = notes_of(merged.copied());
    let first = out.len();
    let mut rest: Vec<Set> = cells.iter().map(copy).collect();
    while rest.iter().any(|c| c.rows == 1 && !c.lines.is_empty()) {
        let mut tallest = 0f32;
        let mut slice = Vec::new();
        for cell in &mut rest {
            let mut taken = 0;
            let mut sum = 2.0 * PAD.1;
            if cell.rows == 1 {
                while let Some(line) = cell.lines.get(taken)
                    && (taken == 0 || sum + line.height <= limit)
                {
                    sum += line.height;
                    taken += 1;
                }
                tallest = tallest.max(sum);
            }
            let lines = cell.lines.drain(..taken).collect();
            slice.push(Set {
                lines,
                height: sum,
                ..*cell
            });
        }
        let height = tallest.min(limit);
        let slice: Vec<&Set> = slice.iter().collect();
        out.push(RowBox {
            height,
            cells: row_cells(&slice, height, edges, false),
            notes: notes_of(slice.iter().copied()),
        });
    }
    if let Some(slice) = out.get_mut(first) {
        slice.notes.extend(merged);
    }
}
