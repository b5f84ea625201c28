//! How the tables of an export begin, so that one sees what one will save.

use serde::{Deserialize, Serialize};
use specta::Type;

use crate::report::tables::{Grid, Separator};
use crate::report::words::Language;

use super::super::AppError;
use super::super::session::Session;
use super::ExportJob;

/// So many rows are shown of each table.
const SHOWN: usize = 40;

/// How a table of an export begins.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, Type)]
pub struct TableLook {
    /// Its name.
    pub name: String,
    /// Its headings.
    pub columns: Vec<String>,
    /// Its first rows, each as long as the headings.
    pub rows: Vec<Vec<String>>,
    /// How many rows it has altogether.
    pub total: u32,
}

impl Session {
    /// The tables that an export would hold, as they begin; none where it holds no tables.
    ///
    /// # Errors
    /// When something is not there.
    pub fn export_look(&mut self, job: &ExportJob) -> Result<Vec<TableLook>, AppError> {
        let export = self.exporting(job)?;
        let grids = match self.grids(job, &export) {
            Ok((grids, _)) => grids,
            Err(AppError::NoSuchFormat(_)) => Vec::new(),
            Err(error) => return Err(error),
        };
        let grids = grids.into_iter();
        Ok(grids.map(|grid| look(grid, job.language)).collect())
    }
}

fn look(grid: Grid, language: Language) -> TableLook {
    let separator = match language {
        Language::Id => Separator::Semicolon,
        Language::En => Separator::Comma,
    };
    let width = grid.columns.len();
    let rows = grid.rows.iter().take(SHOWN).map(|row| {
        let mut cells: Vec<_> = row.iter().map(|value| value.plain(separator)).collect();
        cells.resize(width, String::new());
        cells
    });
    TableLook {
        rows: rows.collect(),
        total: u32::try_from(grid.rows.len()).unwrap_or(u32::MAX),
        name: grid.name,
        columns: grid.columns,
    }
}
