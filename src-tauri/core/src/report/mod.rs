//! Prints: a document model, typesetting, pages, and PDF. The only place that names printpdf.
//!
//! `model` (blocks, from Markdown or records) → `typeset` (lines with sizes) → `paginate` (a
//! display list, [`display::Pages`]) → `pdf` (bytes). [`prints`] makes models from plain input
//! structs. Nothing here knows the store, the log or the clock: the time, and the pictures, are
//! passed in, and equal input gives equal bytes.

pub mod archive;
pub mod calendar;
mod characters;
pub mod chart;
pub mod display;
pub mod docx;
mod fonts;
pub mod geo;
pub mod impose;
mod joined;
mod links;
pub mod model;
mod paginate;
mod pdf;
mod picture;
pub mod prints;
pub mod structure;
pub mod tables;
#[cfg(test)]
mod tests;
mod typeset;
pub mod words;

use chrono::{DateTime, FixedOffset};
use serde::{Deserialize, Serialize};
use specta::Type;

use display::Pages;
use model::Document;

/// The sheets that Indonesian offices use.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "lowercase")]
pub enum Sheet {
    /// 210 × 297 mm.
    #[default]
    A4,
    /// Folio: 215 × 330 mm.
    F4,
}

/// A sheet and how it lies.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct Paper {
    /// The sheet.
    pub size: Sheet,
    /// The long side lies across.
    pub landscape: bool,
}

impl Paper {
    /// Width and height in points.
    pub fn points(&self) -> (f32, f32) {
        let (w, h) = match self.size {
            Sheet::A4 => (210.0, 297.0),
            Sheet::F4 => (215.0, 330.0),
        };
        let (w, h) = (w * 72.0 / 25.4, h * 72.0 / 25.4);
        if self.landscape { (h, w) } else { (w, h) }
    }
}

/// What a reader of the print should know.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(tag = "kind", content = "what", rename_all = "camelCase")]
pub enum Warning {
    /// The picture of this name is missing or damaged; a marked frame stands in its place.
    Picture(String),
    /// No bundled font has this character; an empty box stands in its place.
    MissingGlyph(char),
}

/// A finished print.
#[derive(Clone, Debug, PartialEq)]
pub struct Rendered {
    /// The file.
    pub pdf: Vec<u8>,
    /// How many pages it has.
    pub pages: usize,
    /// What could not be printed as wanted.
    pub warnings: Vec<Warning>,
}

/// Why no file could be made. No content of a document leads here; these are faults of the
/// program or of its bundled fonts.
#[derive(Debug, thiserror::Error)]
pub enum ReportError {
    /// A bundled font cannot be subset.
    #[error("the font {0} cannot be embedded")]
    Font(&'static str, #[source] Option<subsetter::Error>),
    /// The PDF structure is not as expected.
    #[error("the PDF cannot be completed")]
    Structure(#[from] lopdf::Error),
    /// The file could not be written to memory.
    #[error("the file cannot be written")]
    Write(#[from] std::io::Error),
    /// A table larger than a workbook can hold.
    #[error("the workbook cannot be written")]
    Workbook(#[from] rust_xlsxwriter::XlsxError),
    /// A table as separated text.
    #[error("the table cannot be written")]
    Table(#[from] ::csv::Error),
    /// A zip file.
    #[error("the archive cannot be written")]
    Archive(#[from] zip::result::ZipError),
    /// Properties that are no JSON.
    #[error("the data cannot be written as JSON")]
    Json(#[from] serde_json::Error),
}

/// Lays `document` out on `paper`. `media` gives the file of a picture by its name.
pub fn lay_out(
    document: &Document,
    paper: &Paper,
    media: &dyn Fn(&str) -> Option<Vec<u8>>,
) -> (Pages, Vec<Warning>) {
    paginate::lay_out(document, paper, media)
}

/// Writes pages as PDF. `document` says title, author and language of the file.
///
/// # Errors
/// As [`render`].
pub fn write(
    pages: &Pages,
    document: &Document,
    created: DateTime<FixedOffset>,
) -> Result<Vec<u8>, ReportError> {
    pdf::write(pages, document, created)
}

/// Prints `document` as PDF. `created` is the date in the file; equal input gives equal bytes.
///
/// # Errors
/// Only if the program's own fonts or PDF structures are at fault; see [`ReportError`].
pub fn render(
    document: &Document,
    paper: &Paper,
    created: DateTime<FixedOffset>,
    media: &dyn Fn(&str) -> Option<Vec<u8>>,
) -> Result<Rendered, ReportError> {
    let (pages, warnings) = lay_out(document, paper, media);
    let pdf = pdf::write(&pages, document, created)?;
    Ok(Rendered {
        pdf,
        pages: pages.pages.len(),
        warnings,
    })
}
