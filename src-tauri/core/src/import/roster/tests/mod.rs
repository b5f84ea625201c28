//! Whole rosters, from bytes to preview.

mod files;
mod rows;

use super::ImportProblemCode as Code;
use super::*;
use crate::import::sheet;

fn read_bytes(bytes: &[u8]) -> RosterPreview {
    mapped(bytes, &Mapping::default()).unwrap()
}

fn read_text(text: &str) -> RosterPreview {
    read_bytes(text.as_bytes())
}

fn mapped(bytes: &[u8], mapping: &Mapping) -> Result<RosterPreview, ImportError> {
    preview(&sheet::parse(bytes)?, "roster", mapping)
}

fn count(preview: &RosterPreview, role: Role) -> usize {
    preview
        .people
        .iter()
        .filter(|person| person.role == role)
        .count()
}

fn rows_with(preview: &RosterPreview, code: Code) -> Vec<u32> {
    preview
        .problems
        .iter()
        .filter(|problem| problem.code == code)
        .map(|problem| problem.row)
        .collect()
}

fn field_columns(preview: &RosterPreview) -> Vec<(String, RosterField)> {
    let columns = preview.columns.iter();
    columns
        .filter_map(|column| Some((column.column.clone(), column.field?)))
        .collect()
}
