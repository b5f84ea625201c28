//! Any table file as plain cells: what workbooks and text tables have in
//! common, with limits on everything a file can claim.
//!
//! Knows nothing of what the cells mean.

use serde::{Deserialize, Serialize};
use thiserror::Error;

use super::{text, workbook};

/// Largest file, in bytes. A roster of 5,000 people has under 1 MB.
pub const MAX_BYTES: usize = 32 << 20;
/// Last row that may hold a value.
pub const MAX_ROWS: u32 = 100_000;
/// Last column that may hold a value.
pub const MAX_COLUMNS: u32 = 1_000;
/// Most cells of all sheets together, empty ones between others included.
pub const MAX_CELLS: usize = 2_000_000;
/// Most text of all cells together, in bytes.
pub const MAX_TEXT: usize = 64 << 20;
/// Most sheets.
pub const MAX_SHEETS: usize = 250;

/// One value as the file has it.
#[derive(Clone, PartialEq, Debug, Default, Serialize, Deserialize)]
pub enum Cell {
    /// Nothing.
    #[default]
    Empty,
    /// Text, blanks included.
    Text(String),
    /// Kept as the floating-point number the file has, so that a number that
    /// has lost digits can be told from text that has not.
    Number(f64),
    /// True or false.
    Bool(bool),
    /// Date or time in ISO 8601.
    Date(String),
    /// A formula error such as `#REF!`.
    Error(String),
}

impl Cell {
    /// The value as one would read it, without blanks around it.
    pub fn text(&self) -> String {
        match self {
            Self::Empty => String::new(),
            Self::Text(text) | Self::Date(text) | Self::Error(text) => text.trim().to_owned(),
            Self::Number(number) if number.abs() >= 1e15 => format!("{number:E}"),
            Self::Number(number) => number.to_string(),
            Self::Bool(truth) => truth.to_string(),
        }
    }

    /// No value, or blanks only.
    pub fn is_blank(&self) -> bool {
        match self {
            Self::Empty => true,
            Self::Text(text) => text.trim().is_empty(),
            _ => false,
        }
    }
}

/// One sheet. Row and column numbers are 1-based, as a spreadsheet shows them.
#[derive(Clone, PartialEq, Debug, Default, Serialize, Deserialize)]
pub struct Sheet {
    /// As on its tab; for a text table "CSV".
    pub name: String,
    /// Row 1 first, each up to its last value; leading empty rows are kept.
    pub rows: Vec<Vec<Cell>>,
    /// Cells (row, column) that repeat the value of the merged area they are in; sorted.
    filled: Vec<(u32, u32)>,
}

impl Sheet {
    /// The cell at a 1-based place, if the file has one there.
    pub fn cell(&self, row: u32, column: u32) -> &Cell {
        const NOTHING: &Cell = &Cell::Empty;
        let at = |number: u32| (number as usize).checked_sub(1);
        at(row)
            .and_then(|row| self.rows.get(row))
            .zip(at(column))
            .and_then(|(cells, column)| cells.get(column))
            .unwrap_or(NOTHING)
    }

    /// Whether the cell only repeats the value of a merged area.
    pub fn is_filled(&self, row: u32, column: u32) -> bool {
        self.filled.binary_search(&(row, column)).is_ok()
    }

    /// Number of the last row.
    pub fn last_row(&self) -> u32 {
        self.rows.len() as u32
    }

    /// Number of the last column with a value.
    pub fn last_column(&self) -> u32 {
        self.rows.iter().map(Vec::len).max().unwrap_or(0) as u32
    }
}

/// The letters a spreadsheet shows above a 1-based column: 1 → A, 27 → AA.
pub fn column_letters(mut column: u32) -> String {
    let mut letters = Vec::new();
    while column > 0 {
        column -= 1;
        letters.push(char::from(b'A' + (column % 26) as u8));
        column /= 26;
    }
    letters.iter().rev().collect()
}

/// The number of the column with these letters, if it is one of A–XFD.
pub fn column_number(letters: &str) -> Option<u32> {
    if letters.is_empty() || letters.len() > 3 {
        return None;
    }
    let number = letters.bytes().try_fold(0, |number, letter| {
        let letter = letter.to_ascii_uppercase();
        letter
            .is_ascii_uppercase()
            .then(|| number * 26 + u32::from(letter - b'A') + 1)
    });
    number.filter(|&number| number <= 16_384)
}

/// Why a file is no table. Travels from the reading process, so it holds the
/// parser's words rather than its error.
#[derive(Clone, PartialEq, Debug, Error, Serialize, Deserialize)]
pub enum SheetError {
    /// Nothing in it.
    #[error("the file is empty")]
    EmptyFile,
    /// Larger than [`MAX_BYTES`].
    #[error("the file is larger than {limit} bytes")]
    FileTooLarge {
        /// [`MAX_BYTES`].
        limit: u32,
    },
    /// Neither workbook nor text.
    #[error("the file is neither a workbook nor a text table")]
    NotATable,
    /// A web page under a workbook's name, as some portals export it.
    #[error("the file is a web page, not a workbook")]
    WebPage,
    /// A workbook of a kind that is not read (.xlsb).
    #[error("workbooks of the kind {kind} are not read")]
    UnreadKind {
        /// Such as ".xlsb".
        kind: String,
    },
    /// Encrypted.
    #[error("the workbook is protected by a password")]
    Password,
    /// The parser gave up.
    #[error("the workbook is damaged: {detail}")]
    Damaged {
        /// The parser's words.
        detail: String,
    },
    /// A value beyond [`MAX_ROWS`] or [`MAX_COLUMNS`].
    #[error("sheet {sheet:?} has a value far off, in row {row}, column {column}")]
    CellTooFar {
        /// Its name.
        sheet: String,
        /// 1-based.
        row: u32,
        /// Letters.
        column: String,
    },
    /// More than [`MAX_CELLS`] cells, [`MAX_TEXT`] bytes of text or [`MAX_SHEETS`] sheets.
    #[error("the file holds more than can be imported at once")]
    TooMuch,
    /// A quoted field of a text table that never ends.
    #[error("the quotation mark opened in row {row} is never closed")]
    OpenQuote {
        /// 1-based.
        row: u32,
    },
}

impl SheetError {
    /// A stable word for the message catalogue and for `--json`.
    pub fn code(&self) -> &'static str {
        match self {
            Self::EmptyFile => "empty-file",
            Self::FileTooLarge { .. } => "file-too-large",
            Self::NotATable => "not-a-workbook",
            Self::WebPage => "web-page",
            Self::UnreadKind { .. } => "unread-kind",
            Self::Password => "password-protected",
            Self::Damaged { .. } => "damaged-workbook",
            Self::CellTooFar { .. } => "cell-too-far",
            Self::TooMuch => "too-much",
            Self::OpenQuote { .. } => "open-quote",
        }
    }
}

/// What a file is, by its first bytes; names lie.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Container {
    /// .xlsx and .ods.
    Zip,
    /// .xls, and any encrypted workbook of Excel.
    Compound,
    /// .csv and its kin.
    Text,
}

/// Tells workbooks from text tables without parsing anything.
pub(super) fn container(bytes: &[u8]) -> Result<Container, SheetError> {
    if bytes.is_empty() {
        return Err(SheetError::EmptyFile);
    }
    if bytes.len() > MAX_BYTES {
        return Err(SheetError::FileTooLarge {
            limit: MAX_BYTES as u32,
        });
    }
    Ok(
        if bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"PK\x05\x06") {
            Container::Zip
        } else if bytes.starts_with(b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1") {
            Container::Compound
        } else {
            Container::Text
        },
    )
}

/// Reads any table file in this very process. A crafted workbook can end the
/// process here: use [`super::child::Reader`] for files from outside.
pub fn parse(bytes: &[u8]) -> Result<Vec<Sheet>, SheetError> {
    match container(bytes)? {
        Container::Zip => workbook::zipped(bytes),
        Container::Compound => workbook::compound(bytes),
        Container::Text => text::table(bytes),
    }
}

/// A merged area, 1-based, both ends included.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Merge {
    pub(super) rows: (u32, u32),
    pub(super) columns: (u32, u32),
}

/// What is still allowed, counted over all sheets of a file.
pub(super) struct Budget {
    cells: usize,
    text: usize,
    sheets: usize,
}

impl Budget {
    pub(super) fn new() -> Self {
        Self {
            cells: MAX_CELLS,
            text: MAX_TEXT,
            sheets: MAX_SHEETS,
        }
    }

    fn spend(&mut self, cells: usize, text: usize) -> Result<(), SheetError> {
        self.cells = self.cells.checked_sub(cells).ok_or(SheetError::TooMuch)?;
        self.text = self.text.checked_sub(text).ok_or(SheetError::TooMuch)?;
        Ok(())
    }
}

/// Collects the cells of one sheet within the limits.
pub(super) struct SheetBuilder<'a> {
    sheet: Sheet,
    budget: &'a mut Budget,
}

impl<'a> SheetBuilder<'a> {
    pub(super) fn new(name: &str, budget: &'a mut Budget) -> Result<Self, SheetError> {
        budget.sheets = budget.sheets.checked_sub(1).ok_or(SheetError::TooMuch)?;
        budget.spend(0, name.len())?;
        Ok(Self {
            sheet: Sheet {
                name: name.to_owned(),
                ..Sheet::default()
            },
            budget,
        })
    }

    /// Puts a value at a 1-based place; blanks are not kept.
    pub(super) fn put(&mut self, row: u32, column: u32, cell: Cell) -> Result<(), SheetError> {
        if cell.is_blank() {
            return Ok(());
        }
        if !(1..=MAX_ROWS).contains(&row) || !(1..=MAX_COLUMNS).contains(&column) {
            let (sheet, column) = (self.sheet.name.clone(), column_letters(column));
            return Err(SheetError::CellTooFar { sheet, row, column });
        }
        let (row, column) = (row as usize, column as usize);
        let rows = &mut self.sheet.rows;
        let width = rows.get(row - 1).map_or(0, Vec::len);
        let text = match &cell {
            Cell::Text(text) | Cell::Date(text) | Cell::Error(text) => text.len(),
            _ => 0,
        };
        self.budget.spend(
            column.saturating_sub(width) + row.saturating_sub(rows.len()),
            text,
        )?;
        if rows.len() < row {
            rows.resize_with(row, Vec::new);
        }
        if let Some(cells) = rows.get_mut(row - 1) {
            if cells.len() < column {
                cells.resize(column, Cell::Empty);
            }
            cells[column - 1] = cell;
        }
        Ok(())
    }

    /// Gives every cell of a merged area the value of its first cell; areas
    /// that reach beyond the table are cut to it.
    pub(super) fn fill(&mut self, merges: &[Merge]) -> Result<(), SheetError> {
        let (last_row, last_column) = (self.sheet.last_row(), self.sheet.last_column());
        for merge in merges {
            let value = self.sheet.cell(merge.rows.0, merge.columns.0).clone();
            if value == Cell::Empty {
                continue;
            }
            for row in merge.rows.0..=merge.rows.1.min(last_row) {
                for column in merge.columns.0..=merge.columns.1.min(last_column) {
                    self.budget.spend(1, 0)?;
                    if *self.sheet.cell(row, column) == Cell::Empty {
                        self.put(row, column, value.clone())?;
                        self.sheet.filled.push((row, column));
                    }
                }
            }
        }
        self.sheet.filled.sort_unstable();
        Ok(())
    }

    pub(super) fn finish(self) -> Sheet {
        self.sheet
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_have_the_letters_of_a_spreadsheet() {
        for (number, letters) in [
            (1, "A"),
            (26, "Z"),
            (27, "AA"),
            (702, "ZZ"),
            (16_384, "XFD"),
        ] {
            assert_eq!(column_letters(number), letters);
            assert_eq!(column_number(letters), Some(number));
        }
        assert_eq!(column_number("xfd"), Some(16_384));
        for wrong in ["", "XFE", "A1", "AAAA", "Ä"] {
            assert_eq!(column_number(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn a_merged_area_repeats_its_value_inside_the_table_only() {
        let mut budget = Budget::new();
        let mut builder = SheetBuilder::new("A", &mut budget).unwrap();
        builder.put(2, 1, Cell::Text("x".into())).unwrap();
        builder.put(3, 2, Cell::Text("y".into())).unwrap();
        builder
            .fill(&[Merge {
                rows: (2, u32::MAX),
                columns: (1, u32::MAX),
            }])
            .unwrap();
        let sheet = builder.finish();
        assert_eq!((sheet.last_row(), sheet.last_column()), (3, 2));
        assert_eq!(sheet.cell(3, 1).text(), "x");
        assert_eq!(sheet.cell(3, 2).text(), "y");
        assert!(sheet.is_filled(2, 2) && sheet.is_filled(3, 1));
        assert!(!sheet.is_filled(2, 1) && !sheet.is_filled(3, 2));
        assert_eq!(sheet.cell(0, 0), &Cell::Empty);
    }

    #[test]
    fn a_value_beyond_the_limits_is_named_with_its_place() {
        let mut budget = Budget::new();
        let mut builder = SheetBuilder::new("Data", &mut budget).unwrap();
        let error = builder
            .put(1_048_576, 16_384, Cell::Number(1.0))
            .unwrap_err();
        assert_eq!(
            error,
            SheetError::CellTooFar {
                sheet: "Data".into(),
                row: 1_048_576,
                column: "XFD".into()
            }
        );
        builder
            .put(1_048_576, 16_384, Cell::Text(" ".into()))
            .expect("a blank is no value");
    }

    #[test]
    fn overlapping_merged_areas_run_out_of_budget_not_of_time() {
        let mut budget = Budget::new();
        let mut builder = SheetBuilder::new("A", &mut budget).unwrap();
        for place in 1..=1_000 {
            builder.put(place, place, Cell::Text("x".into())).unwrap();
        }
        let merges = vec![
            Merge {
                rows: (1, 1_000),
                columns: (1, 1_000)
            };
            10_000
        ];
        assert_eq!(builder.fill(&merges), Err(SheetError::TooMuch));
    }
}
