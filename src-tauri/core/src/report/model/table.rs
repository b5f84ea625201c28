//! Tables: rows of cells, repeated headers, column widths.

use super::Inline;

/// A table. Rows are not split over pages unless one is taller than a page.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Table {
    /// The columns from left to right.
    pub columns: Vec<Column>,
    /// The header rows, repeated on every page.
    pub head: Vec<Vec<Cell>>,
    /// The rows. A row leaves out the cells that a taller cell above covers.
    pub rows: Vec<Vec<Cell>>,
    /// Smaller text, for tables with many columns.
    pub compact: bool,
    /// The least height of a row in points, header apart: room to write by hand.
    pub row_height: f32,
}

impl Table {
    /// A compact table over the full width, its first column a number.
    pub fn counted(shares: &[f32], head: &[&str], rows: Vec<Vec<Cell>>) -> Self {
        let column = |(i, share): (usize, &f32)| Column {
            width: Width::Share(*share),
            align: if i == 0 { Align::Center } else { Align::Start },
        };
        Table {
            columns: shares.iter().enumerate().map(column).collect(),
            head: vec![head.iter().map(|it| Cell::plain(*it)).collect()],
            rows,
            compact: true,
            ..Table::default()
        }
    }

    /// Leaves a column out if it says nothing below its head. Only for tables whose cells cover
    /// one row each.
    pub fn without_empty(mut self, column: usize) -> Self {
        let is_empty = |cell: &Cell| cell.text.iter().all(Inline::is_blank);
        let says = |row: &Vec<Cell>| row.get(column).is_some_and(|cell| !is_empty(cell));
        if self.rows.iter().any(says) || column >= self.columns.len() {
            return self;
        }
        self.columns.remove(column);
        for row in self.head.iter_mut().chain(&mut self.rows) {
            if column < row.len() {
                row.remove(column);
            }
        }
        self
    }
}

/// A column of a table.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Column {
    /// How wide.
    pub width: Width,
    /// How its cells are aligned, headers apart.
    pub align: Align,
}

/// The width of a column.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub enum Width {
    /// As its content needs.
    #[default]
    Content,
    /// A share of the table's full width; shares are relative to each other.
    Share(f32),
}

/// Horizontal alignment.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Align {
    /// At the side where reading starts.
    #[default]
    Start,
    /// In the middle.
    Center,
    /// At the side where reading ends.
    End,
    /// Flush on both sides.
    Justify,
}

/// A cell of a table.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Cell {
    /// The content.
    pub text: Vec<Inline>,
    /// How many rows it covers, at least 1. A cell over several rows is drawn again, with its
    /// words, on each page its rows reach.
    pub rows: usize,
    /// Where its words stand, if not as its column says.
    pub align: Option<Align>,
}

impl Cell {
    /// A cell of one row.
    pub fn new(text: Vec<Inline>) -> Self {
        Cell {
            text,
            rows: 1,
            align: None,
        }
    }

    /// A cell of one row with plain text.
    pub fn plain(text: impl Into<String>) -> Self {
        Cell::new(vec![Inline::plain(text)])
    }
}
