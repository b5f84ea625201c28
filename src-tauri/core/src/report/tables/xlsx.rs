//! Workbooks: one sheet a table, with days as days, numbers as numbers and the rest as text that
//! no program takes for a formula.

use std::collections::BTreeSet;

use chrono::{DateTime, Datelike, FixedOffset, NaiveDate, NaiveDateTime, Timelike};
use rust_xlsxwriter::{
    Color, DocProperties, ExcelDateTime, Format, FormatAlign, FormatBorder, Worksheet, XlsxError,
};

use super::super::ReportError;
use super::super::characters::writable;
use super::{Grid, Value, looks_like_formula};

/// The longest text of a cell in Excel, in UTF-16 units.
const LONGEST: usize = 32_767;
/// Stands at the end of a text that was longer.
const CUT: &str = " […]";
/// The longest name of a sheet.
const NAME: usize = 31;
/// Rows looked at to find how wide a column is.
const SAMPLE: usize = 500;
/// A4 in Excel's list of papers.
const A4: u8 = 9;

/// A text that was longer than a cell of Excel can be, and was cut there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CutCell {
    /// The sheet's name.
    pub sheet: String,
    /// The row, counted from 1, as a spreadsheet shows it.
    pub row: u32,
    /// The column's heading.
    pub column: String,
}

/// A finished workbook.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Workbook {
    /// The file.
    pub bytes: Vec<u8>,
    /// What did not fit.
    pub cut: Vec<CutCell>,
}

/// Writes a workbook with a sheet for each table.
///
/// # Errors
/// When a table has more rows or columns than a sheet of Excel.
pub fn xlsx(
    grids: &[Grid],
    title: &str,
    created: DateTime<FixedOffset>,
) -> Result<Workbook, ReportError> {
    let mut book = rust_xlsxwriter::Workbook::new();
    let mut about = DocProperties::new().set_title(writable(title));
    if let Some(at) = moment(created.naive_utc()) {
        about = about.set_creation_datetime(&at);
    }
    book.set_properties(&about);
    let looks = Looks::new();
    let mut names = BTreeSet::new();
    let mut cut = Vec::new();
    for grid in grids {
        let name = sheet_name(&grid.name, &mut names);
        let sheet = book.add_worksheet();
        sheet.set_name(&name)?;
        fill(sheet, grid, &looks, &name, &mut cut)?;
    }
    if grids.is_empty() {
        book.add_worksheet();
    }
    Ok(Workbook {
        bytes: book.save_to_buffer()?,
        cut,
    })
}

struct Looks {
    head: Format,
    text: Format,
    quoted: Format,
    number: Format,
    day: Format,
    moment: Format,
}

impl Looks {
    fn new() -> Self {
        let cell = || Format::new().set_align(FormatAlign::Top);
        let text = cell().set_text_wrap().set_num_format("@");
        Self {
            head: Format::new()
                .set_bold()
                .set_text_wrap()
                .set_align(FormatAlign::VerticalCenter)
                .set_background_color(Color::RGB(0x00E8_EEF4))
                .set_border_bottom(FormatBorder::Thin),
            // Editing such a cell and leaving it again must not make it a formula.
            quoted: text.clone().set_quote_prefix(),
            text,
            number: cell(),
            day: cell().set_num_format("yyyy\\-mm\\-dd"),
            moment: cell().set_num_format("yyyy\\-mm\\-dd\\ hh:mm"),
        }
    }
}

fn fill(
    sheet: &mut Worksheet,
    grid: &Grid,
    looks: &Looks,
    name: &str,
    cut: &mut Vec<CutCell>,
) -> Result<(), XlsxError> {
    let mut put_text = |sheet: &mut Worksheet, row, column: u16, text: &str, look: &Format| {
        let (text, whole) = fitted(text);
        if !whole {
            let head = grid.columns.get(usize::from(column)).cloned();
            cut.push(CutCell {
                sheet: name.to_owned(),
                row: row + 1,
                column: head.unwrap_or_default(),
            });
        }
        sheet
            .write_string_with_format(row, column, &text, look)
            .map(|_| ())
    };
    for (column, head) in columns(&grid.columns)? {
        put_text(sheet, 0, column, head, &looks.head)?;
        sheet.set_column_width(column, width(grid, usize::from(column)))?;
    }
    for (row, values) in grid.rows.iter().enumerate() {
        let row = u32::try_from(row + 1).map_err(|_| XlsxError::RowColumnLimitError)?;
        for (column, value) in columns(values)? {
            match value {
                Value::Empty => {}
                Value::Text(text) => {
                    let formula = looks_like_formula(text);
                    let look = if formula { &looks.quoted } else { &looks.text };
                    put_text(sheet, row, column, text, look)?;
                }
                Value::Number(number) if number.is_finite() => {
                    sheet.write_number_with_format(row, column, *number, &looks.number)?;
                }
                Value::Number(_) => {}
                Value::Day(day) => match excel_day(*day) {
                    Some(day) => {
                        sheet.write_datetime_with_format(row, column, &day, &looks.day)?;
                    }
                    None => put_text(sheet, row, column, &day.to_string(), &looks.text)?,
                },
                Value::Moment(at) => match moment(*at) {
                    Some(at) => {
                        sheet.write_datetime_with_format(row, column, &at, &looks.moment)?;
                    }
                    None => put_text(sheet, row, column, &at.to_string(), &looks.text)?,
                },
            }
        }
    }
    let last = grid.columns.len().saturating_sub(1);
    let last = u16::try_from(last).map_err(|_| XlsxError::RowColumnLimitError)?;
    let rows = u32::try_from(grid.rows.len()).map_err(|_| XlsxError::RowColumnLimitError)?;
    sheet.set_freeze_panes(1, 0)?;
    sheet.autofilter(0, 0, rows, last)?;
    sheet.set_repeat_rows(0, 0)?;
    sheet.set_landscape();
    sheet.set_paper_size(A4);
    sheet.set_print_fit_to_pages(1, 0);
    Ok(())
}

fn columns<T>(values: &[T]) -> Result<impl Iterator<Item = (u16, &T)>, XlsxError> {
    let count = u16::try_from(values.len()).map_err(|_| XlsxError::RowColumnLimitError)?;
    Ok((0..count).zip(values))
}

/// The text as it fits a cell, and whether that is all of it.
fn fitted(text: &str) -> (String, bool) {
    let text = writable(text).into_owned();
    if text.encode_utf16().count() <= LONGEST {
        return (text, true);
    }
    let mut room = LONGEST - CUT.encode_utf16().count();
    let mut kept = String::new();
    for c in text.chars() {
        let Some(left) = room.checked_sub(c.len_utf16()) else {
            break;
        };
        room = left;
        kept.push(c);
    }
    (kept + CUT, false)
}

/// A width in characters that shows most of a column without filling the screen.
fn width(grid: &Grid, column: usize) -> f64 {
    let long = |text: &str| {
        let lines = text.lines().map(|line| line.chars().count());
        lines.max().unwrap_or(0)
    };
    let head = grid.columns.get(column).map_or(0, |head| long(head) + 3);
    let cells = grid.rows.iter().take(SAMPLE).filter_map(|row| {
        Some(match row.get(column)? {
            Value::Empty => 0,
            Value::Text(text) => long(text),
            Value::Number(number) => number.to_string().len(),
            Value::Day(_) => 10,
            Value::Moment(_) => 16,
        })
    });
    let widest = cells.max().unwrap_or(0).max(head.min(24));
    u8::try_from(widest.clamp(6, 56)).map_or(56.0, f64::from) + 1.5
}

/// A name that Excel takes and no other sheet has.
fn sheet_name(wanted: &str, taken: &mut BTreeSet<String>) -> String {
    let clean: String = writable(wanted)
        .chars()
        .map(|c| match c {
            '[' | ']' | ':' | '*' | '?' | '/' | '\\' | '\n' | '\t' => ' ',
            other => other,
        })
        .collect();
    let clean = clean.trim_matches(|c: char| c == '\'' || c.is_whitespace());
    // Excel keeps the name "History" for itself.
    let clean = match clean {
        "" => "Data",
        name if name.eq_ignore_ascii_case("history") => "History 1",
        name => name,
    };
    (1..)
        .map(|number| match number {
            1 => head(clean, NAME),
            _ => {
                let tail = format!(" ({number})");
                head(clean, NAME - tail.len()) + &tail
            }
        })
        .find(|name| taken.insert(name.to_lowercase()))
        .unwrap_or_default()
}

/// The first characters of `text`, at most `units` in UTF-16.
fn head(text: &str, units: usize) -> String {
    let mut used = 0;
    let fits = |c: &char| {
        used += c.len_utf16();
        used <= units
    };
    let head: String = text.chars().take_while(fits).collect();
    head.trim_end_matches(|c: char| c == '\'' || c.is_whitespace())
        .to_owned()
}

fn excel_day(day: NaiveDate) -> Option<ExcelDateTime> {
    let year = u16::try_from(day.year()).ok()?;
    let (month, date) = (u8::try_from(day.month()), u8::try_from(day.day()));
    ExcelDateTime::from_ymd(year, month.ok()?, date.ok()?).ok()
}

/// `None` for years that Excel does not know.
fn moment(at: NaiveDateTime) -> Option<ExcelDateTime> {
    let hour = u16::try_from(at.hour()).ok()?;
    let minute = u8::try_from(at.minute()).ok()?;
    let second = at.second();
    excel_day(at.date())?.and_hms(hour, minute, second).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sheet_names_are_such_as_excel_takes_and_differ() {
        let mut taken = BTreeSet::new();
        let mut name = |wanted: &str| sheet_name(wanted, &mut taken);
        assert_eq!(
            name("SKM [2018]: loket/antrean?"),
            "SKM  2018   loket antrean"
        );
        assert_eq!(name("history"), "History 1");
        assert_eq!(name(""), "Data");
        assert_eq!(name("data"), "data (2)");
        let long = "Instrumen pengamatan pelayanan terpadu";
        assert_eq!(name(long), "Instrumen pengamatan pelayanan");
        let second = name(long);
        assert_eq!(second, "Instrumen pengamatan pelaya (2)");
        assert!(name(&"🙂".repeat(40)).encode_utf16().count() <= NAME);
    }

    #[test]
    fn a_text_too_long_for_a_cell_says_that_it_was_cut() {
        let (kept, whole) = fitted(&"🙂".repeat(20_000));
        assert!(!whole && kept.ends_with(CUT));
        assert!(kept.encode_utf16().count() <= LONGEST);
        let full = "a".repeat(LONGEST);
        assert_eq!(fitted(&full), (full, true));
    }
}
