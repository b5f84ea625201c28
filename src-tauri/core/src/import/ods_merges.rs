//! Merged areas of an .ods workbook, which calamine does not tell.
//!
//! One pass over `content.xml` that only counts cells and notes the spans.

use std::collections::BTreeMap;
use std::io::{BufReader, Cursor};

use quick_xml::Reader;
use quick_xml::escape::unescape;
use quick_xml::events::{BytesStart, Event};
use zip::ZipArchive;

use super::sheet::{MAX_CELLS, Merge, SheetError};
use super::workbook::damaged;

/// Merged areas by sheet name.
pub(super) fn read(bytes: &[u8]) -> Result<BTreeMap<String, Vec<Merge>>, SheetError> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(damaged)?;
    let content = archive.by_name("content.xml").map_err(damaged)?;
    let mut reader = Reader::from_reader(BufReader::new(content));
    // So that every element has an end, as calamine counts them.
    reader.config_mut().expand_empty_elements = true;
    let mut tables = BTreeMap::new();
    let mut table = Table::default();
    let mut buffer = Vec::new();
    loop {
        buffer.clear();
        match reader.read_event_into(&mut buffer).map_err(damaged)? {
            Event::Start(element) => table.start(&element)?,
            Event::End(element) => match element.name().as_ref() {
                "table:table-row" => table.row = table.row.saturating_add(table.row_repeats),
                "table:table" => {
                    let ended = std::mem::take(&mut table);
                    tables.insert(ended.name, ended.merges);
                }
                _ => {}
            },
            Event::Eof => return Ok(tables),
            _ => {}
        }
    }
}

/// Where the pass stands in a table; numbers count from 1 once inside.
#[derive(Default)]
struct Table {
    name: String,
    row: u32,
    row_repeats: u32,
    column: u32,
    merges: Vec<Merge>,
}

impl Table {
    fn start(&mut self, element: &BytesStart<'_>) -> Result<(), SheetError> {
        match element.name().as_ref() {
            "table:table" => {
                let name = attribute(element, "table:name")?.unwrap_or_default();
                *self = Self {
                    name,
                    row: 1,
                    ..Self::default()
                };
            }
            "table:table-row" => {
                self.column = 1;
                self.row_repeats = count(element, "table:number-rows-repeated")?;
            }
            "table:table-cell" | "table:covered-table-cell" => {
                let rows = count(element, "table:number-rows-spanned")?;
                let columns = count(element, "table:number-columns-spanned")?;
                if rows > 1 || columns > 1 {
                    self.note(rows, columns)?;
                }
                let repeats = count(element, "table:number-columns-repeated")?;
                self.column = self.column.saturating_add(repeats);
            }
            _ => {}
        }
        Ok(())
    }

    fn note(&mut self, rows: u32, columns: u32) -> Result<(), SheetError> {
        if self.merges.len() >= MAX_CELLS {
            return Err(SheetError::TooMuch);
        }
        let span = |first: u32, length: u32| (first, first.saturating_add(length - 1));
        let (rows, columns) = (span(self.row, rows), span(self.column, columns));
        self.merges.push(Merge { rows, columns });
        Ok(())
    }
}

fn attribute(element: &BytesStart<'_>, name: &str) -> Result<Option<String>, SheetError> {
    let attribute = element.try_get_attribute(name).map_err(damaged)?;
    let value = attribute.map(|found| unescape(&found.value).map(|text| text.into_owned()));
    value.transpose().map_err(damaged)
}

/// A repeat or span; 1 when it is not given, never 0.
fn count(element: &BytesStart<'_>, name: &str) -> Result<u32, SheetError> {
    let Some(text) = attribute(element, name)? else {
        return Ok(1);
    };
    text.trim()
        .parse::<u32>()
        .map(|number| number.max(1))
        .map_err(damaged)
}
