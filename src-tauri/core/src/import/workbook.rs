//! Workbooks (.xlsx, .xls, .ods) as sheets of cells; the only place that names
//! calamine.
//!
//! The parsers allocate by numbers that a file merely claims, and some loop on
//! a file that ends early. All of this therefore runs in the capped process of
//! [`super::child`] when the file comes from outside.

use std::io::Cursor;

use calamine::{
    Data, DataRef, Dimensions, ExcelDateTime, Ods, OdsError, Range, Reader, SheetType, Xls,
    XlsError, Xlsx, XlsxError,
};
use zip::ZipArchive;

use super::ods_merges;
use super::sheet::{Budget, Cell, Merge, Sheet, SheetBuilder, SheetError};

/// Reads what lies in a zip archive.
pub(super) fn zipped(bytes: &[u8]) -> Result<Vec<Sheet>, SheetError> {
    let archive = ZipArchive::new(Cursor::new(bytes)).map_err(damaged)?;
    let holds = |wanted: &str| {
        archive
            .file_names()
            .flatten()
            .any(|name| name.eq_ignore_ascii_case(wanted))
    };
    if holds("xl/workbook.bin") {
        Err(SheetError::UnreadKind {
            kind: ".xlsb".into(),
        })
    } else if holds("xl/workbook.xml") || (holds("[Content_Types].xml") && holds("_rels/.rels")) {
        xlsx(bytes)
    } else if holds("content.xml") {
        ods(bytes)
    } else {
        Err(SheetError::NotATable)
    }
}

/// Reads an OLE compound file: an old workbook, or an encrypted new one.
pub(super) fn compound(bytes: &[u8]) -> Result<Vec<Sheet>, SheetError> {
    let encrypted = Xlsx::new(Cursor::new(bytes));
    if matches!(encrypted, Err(XlsxError::Password)) {
        return Err(SheetError::Password);
    }
    let mut workbook = Xls::new(Cursor::new(bytes)).map_err(|error| match error {
        XlsError::Password => SheetError::Password,
        error => damaged(error),
    })?;
    let mut budget = Budget::new();
    let mut sheets = Vec::new();
    for name in worksheet_names(&workbook) {
        let merges = workbook.merge_cells_by_sheet_name(&name).map_err(damaged)?;
        let range = workbook.worksheet_range(&name).map_err(damaged)?;
        sheets.push(from_range(
            &name,
            &range,
            &merges.iter().map(merge).collect::<Vec<_>>(),
            &mut budget,
        )?);
    }
    Ok(sheets)
}

fn xlsx(bytes: &[u8]) -> Result<Vec<Sheet>, SheetError> {
    let mut workbook = Xlsx::new(Cursor::new(bytes)).map_err(|error| match error {
        XlsxError::Password => SheetError::Password,
        XlsxError::RelationshipNotFound => SheetError::NotATable,
        error => damaged(error),
    })?;
    let mut budget = Budget::new();
    let mut sheets = Vec::new();
    for name in worksheet_names(&workbook) {
        let mut builder = SheetBuilder::new(&name, &mut budget)?;
        // Streamed, because a range is as large as its farthest cell claims.
        let mut cells = workbook.worksheet_cells_reader(&name).map_err(damaged)?;
        while let Some(cell) = cells.next_cell().map_err(damaged)? {
            let (row, column) = cell.get_position();
            builder.put(
                row.saturating_add(1),
                column.saturating_add(1),
                streamed(cell.get_value()),
            )?;
        }
        drop(cells);
        let merges = workbook.merge_cells_by_sheet_name(&name).map_err(damaged)?;
        builder.fill(&merges.iter().map(merge).collect::<Vec<_>>())?;
        sheets.push(builder.finish());
    }
    Ok(sheets)
}

fn ods(bytes: &[u8]) -> Result<Vec<Sheet>, SheetError> {
    let mut workbook = Ods::new(Cursor::new(bytes)).map_err(|error| match error {
        OdsError::Password => SheetError::Password,
        OdsError::InvalidMime(_) | OdsError::FileNotFound("mimetype") => SheetError::NotATable,
        OdsError::CellLimitExceeded { .. } => SheetError::TooMuch,
        error => damaged(error),
    })?;
    let mut merges = ods_merges::read(bytes)?;
    let mut budget = Budget::new();
    let mut sheets = Vec::new();
    for name in worksheet_names(&workbook) {
        let range = workbook.worksheet_range(&name).map_err(damaged)?;
        let merges = merges.remove(&name).unwrap_or_default();
        sheets.push(from_range(&name, &range, &merges, &mut budget)?);
    }
    Ok(sheets)
}

/// Names of the sheets that hold cells; charts and macros have none.
fn worksheet_names<'a, R: Reader<Cursor<&'a [u8]>>>(workbook: &R) -> Vec<String> {
    let sheets = workbook.sheets_metadata().iter();
    sheets
        .filter(|sheet| sheet.typ == SheetType::WorkSheet)
        .map(|sheet| sheet.name.clone())
        .collect()
}

fn from_range(
    name: &str,
    range: &Range<Data>,
    merges: &[Merge],
    budget: &mut Budget,
) -> Result<Sheet, SheetError> {
    let mut builder = SheetBuilder::new(name, budget)?;
    let (first_row, first_column) = range.start().unwrap_or_default();
    for (row, column, value) in range.used_cells() {
        let row = (row as u32).saturating_add(first_row).saturating_add(1);
        let column = (column as u32)
            .saturating_add(first_column)
            .saturating_add(1);
        builder.put(row, column, whole(value))?;
    }
    builder.fill(merges)?;
    Ok(builder.finish())
}

fn merge(area: &Dimensions) -> Merge {
    let from_1 = |number: u32| number.saturating_add(1);
    Merge {
        rows: (from_1(area.start.0), from_1(area.end.0)),
        columns: (from_1(area.start.1), from_1(area.end.1)),
    }
}

fn whole(value: &Data) -> Cell {
    match value {
        Data::Empty => Cell::Empty,
        Data::String(text) => Cell::Text(text.clone()),
        Data::Int(number) => Cell::Number(*number as f64),
        Data::Float(number) => Cell::Number(*number),
        Data::Bool(truth) => Cell::Bool(*truth),
        Data::DateTime(time) => date(time),
        Data::DateTimeIso(text) | Data::DurationIso(text) => Cell::Date(text.clone()),
        Data::Error(error) => Cell::Error(error.to_string()),
    }
}

fn streamed(value: &DataRef<'_>) -> Cell {
    match value {
        DataRef::SharedString(text) => Cell::Text((*text).to_owned()),
        other => whole(&Data::from(other.clone())),
    }
}

/// ISO 8601; a date without a time of day where the workbook has none.
fn date(time: &ExcelDateTime) -> Cell {
    if !time.is_datetime() {
        return Cell::Number(time.as_f64());
    }
    let (year, month, day, hour, minute, second, _) = time.to_ymd_hms_milli();
    let date = format!("{year:04}-{month:02}-{day:02}");
    if (hour, minute, second) == (0, 0, 0) {
        Cell::Date(date)
    } else {
        Cell::Date(format!("{date}T{hour:02}:{minute:02}:{second:02}"))
    }
}

/// A parser's error in its own words.
pub(super) fn damaged(error: impl std::fmt::Display) -> SheetError {
    SheetError::Damaged {
        detail: error.to_string().chars().take(300).collect(),
    }
}
