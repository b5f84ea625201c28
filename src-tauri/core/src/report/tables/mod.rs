//! Tables for spreadsheets: rows of typed values, written as a workbook or as separated text.
//! What a cell says is decided elsewhere; here it only keeps its type, and can do no harm where it
//! is opened.

mod csv;
mod xlsx;

pub use csv::{CsvStyle, Separator, csv};
pub use xlsx::{CutCell, Workbook, xlsx};

use chrono::{NaiveDate, NaiveDateTime};

/// One table, with a name and one line of headings.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Grid {
    /// Names the sheet, or the file.
    pub name: String,
    /// One heading a column.
    pub columns: Vec<String>,
    /// The rows; a short row ends in empty cells.
    pub rows: Vec<Vec<Value>>,
}

/// What stands in a cell.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum Value {
    /// Nothing.
    #[default]
    Empty,
    /// Words, and numbers that only name something (NIP, telephone, ids).
    Text(String),
    /// A quantity.
    Number(f64),
    /// A calendar day.
    Day(NaiveDate),
    /// A day and a time, by the clock of the place.
    Moment(NaiveDateTime),
}

impl Value {
    /// Words, or nothing.
    pub fn text(text: impl Into<String>) -> Self {
        let text = text.into();
        if text.is_empty() {
            Self::Empty
        } else {
            Self::Text(text)
        }
    }

    /// As separated text writes it, without a guard against formulas; empty for nothing.
    pub fn plain(&self, separator: Separator) -> String {
        match self {
            Self::Text(text) => text.clone(),
            Self::Number(number) if number.is_finite() => {
                let text = number.to_string();
                match separator {
                    Separator::Semicolon => text.replace('.', ","),
                    Separator::Comma | Separator::Tab => text,
                }
            }
            Self::Empty | Self::Number(_) => String::new(),
            Self::Day(day) => day.format("%Y-%m-%d").to_string(),
            Self::Moment(at) => at.format("%Y-%m-%d %H:%M").to_string(),
        }
    }

    /// A quantity, or nothing.
    pub fn number(value: Option<impl Into<f64>>) -> Self {
        value.map_or(Self::Empty, |value| Self::Number(value.into()))
    }
}

/// Whether a spreadsheet might take the text for a formula or a command (OWASP, "CSV injection").
fn looks_like_formula(text: &str) -> bool {
    text.starts_with(['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠'])
}
