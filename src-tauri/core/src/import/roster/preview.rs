//! Puts a preview together: chooses the sheet, applies what a person has
//! mapped by hand, and reads the rows.

use super::heading::{Column, Heading};
use super::people::Rows;
use super::{
    ColumnMatch, Gravity, ImportProblem, ImportProblemCode, Mapping, OtherSheet, RosterField,
    RosterPreview,
};
use crate::import::ImportError;
use crate::import::sheet::{Sheet, column_letters, column_number};

/// The preview of sheets that have already been read.
pub fn preview(
    sheets: &[Sheet],
    file_name: &str,
    mapping: &Mapping,
) -> Result<RosterPreview, ImportError> {
    let names = || {
        sheets
            .iter()
            .map(|sheet| sheet.name.clone())
            .collect::<Vec<_>>()
    };
    let headings: Vec<Option<Heading>> = sheets.iter().map(Heading::find).collect();
    let chosen = match &mapping.sheet {
        Some(name) => sheets
            .iter()
            .position(|sheet| sheet.name == *name)
            .ok_or_else(|| ImportError::NoSuchSheet(name.clone()))?,
        None => likeliest(&headings, sheets, mapping)
            .ok_or_else(|| ImportError::NoRoster { sheets: names() })?,
    };
    let sheet = sheets
        .get(chosen)
        .ok_or_else(|| ImportError::NoRoster { sheets: names() })?;
    let mut others = Vec::new();
    let mut heading = None;
    for (index, (other, found)) in sheets.iter().zip(headings).enumerate() {
        if index == chosen {
            heading = found;
        } else {
            let header_row = found.map(|found| found.row);
            others.push(OtherSheet {
                name: other.name.clone(),
                header_row,
            });
        }
    }
    let heading = match (mapping.header_row, heading) {
        (Some(row), _) => Heading::ending_at(sheet, row.min(sheet.last_row())),
        (None, Some(heading)) => heading,
        (None, None) if !mapping.columns.is_empty() => Heading::ending_at(sheet, 0),
        (None, None) => return Err(ImportError::NoRoster { sheets: names() }),
    };
    let heading = apply(mapping, heading)?;
    let mut problems = column_problems(sheet, &heading);
    problems.extend(others.iter().filter_map(other_roster));
    let rows = Rows::read(sheet, &heading);
    problems.extend(rows.problems);
    Ok(RosterPreview {
        file_name: file_name.to_owned(),
        sheet: sheet.name.clone(),
        header_row: heading.row,
        columns: column_matches(sheet, &heading),
        people: rows.people,
        problems,
        ignored_rows: rows.ignored,
        other_sheets: others,
        sheets: names(),
    })
}

/// The sheet with most columns understood, then most rows, then the first one.
fn likeliest(headings: &[Option<Heading>], sheets: &[Sheet], mapping: &Mapping) -> Option<usize> {
    let by_hand = mapping.header_row.is_some() || !mapping.columns.is_empty();
    let found =
        (0_usize..)
            .zip(headings.iter().zip(sheets))
            .filter_map(|(index, (heading, sheet))| {
                let heading = heading.as_ref()?;
                Some((
                    heading.fields(),
                    sheet.last_row() - heading.row,
                    std::cmp::Reverse(index),
                ))
            });
    let first = (by_hand && !sheets.is_empty()).then_some(0);
    found.max().map(|(_, _, index)| index.0).or(first)
}

/// Gives columns the fields a person has chosen; a field chosen for one column
/// is taken from any other.
fn apply(mapping: &Mapping, mut heading: Heading) -> Result<Heading, ImportError> {
    for choice in &mapping.columns {
        let number = column_number(&choice.column)
            .ok_or_else(|| ImportError::NoSuchColumn(choice.column.clone()))?;
        for column in &mut heading.columns {
            if column.number == number {
                column.field = choice.field;
                column.doubled = None;
            } else if choice.field.is_some() && column.field == choice.field {
                column.field = None;
            }
        }
    }
    if heading.has(RosterField::Name) {
        Ok(heading)
    } else {
        Err(ImportError::NoNameColumn)
    }
}

fn column_matches(sheet: &Sheet, heading: &Heading) -> Vec<ColumnMatch> {
    let mut holds = vec![false; heading.columns.len()];
    for cells in sheet.rows.iter().skip(heading.row as usize) {
        for (cell, holds) in cells.iter().zip(&mut holds) {
            *holds |= !cell.is_blank();
        }
    }
    let shown = |column: &Column, holds: bool| {
        holds || column.field.is_some() || !column.heading.is_empty()
    };
    let columns = heading.columns.iter().zip(holds);
    columns
        .filter(|(column, holds)| shown(column, *holds))
        .map(|(column, _)| ColumnMatch {
            column: column_letters(column.number),
            heading: column.heading.clone(),
            field: column.field,
        })
        .collect()
}

fn column_problems(sheet: &Sheet, heading: &Heading) -> Vec<ImportProblem> {
    let doubled = heading
        .columns
        .iter()
        .filter(|column| column.doubled.is_some());
    doubled
        .map(|column| ImportProblem {
            gravity: Gravity::Warning,
            sheet: sheet.name.clone(),
            row: heading.row,
            column: Some(column_letters(column.number)),
            field: column.doubled,
            code: ImportProblemCode::ColumnUnused,
            value: column.heading.clone(),
            other_row: None,
        })
        .collect()
}

fn other_roster(other: &OtherSheet) -> Option<ImportProblem> {
    Some(ImportProblem {
        gravity: Gravity::Warning,
        sheet: other.name.clone(),
        row: other.header_row?,
        column: None,
        field: None,
        code: ImportProblemCode::AnotherRoster,
        value: String::new(),
        other_row: None,
    })
}
