//! Files from outside, read into something a person can check before anything
//! is kept.
//!
//! Knows the domain's words, but neither store, log nor window; it writes
//! nothing. The only place that names calamine. Whatever a file claims, reading
//! it ends in cells or in an [`ImportError`], never in a panic.
//!
//! `child` (process with a memory cap) → `workbook` and `text` (bytes → cells)
//! → `sheet` (cells with limits) → `roster` (cells → people and problems).

pub mod child;
mod ods_merges;
pub mod roster;
pub mod sheet;
mod text;
mod workbook;

use std::io;

use thiserror::Error;

pub use child::run_if_child;
use sheet::SheetError;

/// Why a file could not be read as a whole. What is wrong with single cells is
/// in the preview's list of problems instead.
#[derive(Debug, Error)]
pub enum ImportError {
    /// The cells themselves could not be had.
    #[error(transparent)]
    Sheet(#[from] SheetError),
    /// The reading process did not start; says nothing about the file.
    #[error("the process that reads workbooks did not start")]
    ReaderNotStarted(#[source] io::Error),
    /// The reading process ended without an answer: the file claims sizes that
    /// do not fit into the memory cap, or breaks the parser.
    #[error("the workbook is damaged or claims impossible sizes")]
    ReaderDied,
    /// The reading process was stopped.
    #[error("reading the workbook took longer than {seconds} seconds")]
    TimedOut {
        /// The limit.
        seconds: u32,
    },
    /// No sheet has a heading row with a name column.
    #[error("no sheet looks like a roster: no heading row with a name was found")]
    NoRoster {
        /// The sheets that were looked at.
        sheets: Vec<String>,
    },
    /// A mapping names a sheet that is not in the file.
    #[error("there is no sheet named {0:?}")]
    NoSuchSheet(String),
    /// A mapping names a column that is not in A–XFD.
    #[error("{0:?} is no column")]
    NoSuchColumn(String),
    /// A mapping gives no column to the name.
    #[error("no column is mapped to the name")]
    NoNameColumn,
}

impl ImportError {
    /// A stable word for the message catalogue and for `--json`.
    pub fn code(&self) -> &'static str {
        match self {
            Self::Sheet(error) => error.code(),
            Self::ReaderNotStarted(_) => "reader-not-started",
            Self::ReaderDied => "damaged-workbook",
            Self::TimedOut { .. } => "reading-timed-out",
            Self::NoRoster { .. } => "no-roster",
            Self::NoSuchSheet(_) => "no-such-sheet",
            Self::NoSuchColumn(_) => "no-such-column",
            Self::NoNameColumn => "no-name-column",
        }
    }
}
