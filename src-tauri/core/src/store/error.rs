//! What can go wrong with a cohort's folder.

use std::io;
use std::path::PathBuf;

use rusqlite::ErrorCode;

use crate::domain::{Hash, Id};
use crate::log::{DocumentError, FrameError};

/// Why the store could not do what was asked. Nothing stored is lost by it.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// The folder holds no cohort.
    #[error("{0} is no cohort folder")]
    NotACohort(PathBuf),
    /// The folder already holds something.
    #[error("{0} is not empty")]
    NotEmpty(PathBuf),
    /// Another window or program has the cohort open.
    #[error("the cohort in {0} is open elsewhere")]
    AlreadyOpen(PathBuf),
    /// Written by a newer version of the program.
    #[error("the cohort needs a newer version (format {found}, this one reads up to {known})")]
    TooNew {
        /// What the file says.
        found: u32,
        /// What this program reads.
        known: u32,
    },
    /// A shipped migration is not the one that was applied.
    #[error("migration {0} differs from the one this file was built with")]
    MigrationChanged(u32),
    /// No room left.
    #[error("the disk is full")]
    DiskFull(#[source] rusqlite::Error),
    /// The folder or file may not be written.
    #[error("the cohort cannot be written here")]
    ReadOnly(#[source] rusqlite::Error),
    /// The file is not a database or is damaged.
    #[error("the cohort's file is damaged")]
    Damaged(#[source] rusqlite::Error),
    /// Anything else from SQLite.
    #[error("the cohort's file could not be used")]
    Sqlite(#[source] rusqlite::Error),
    /// A file beside the database.
    #[error("{path} could not be used")]
    File {
        /// Which file.
        path: PathBuf,
        /// What the system said.
        #[source]
        source: io::Error,
    },
    /// A stored batch does not verify.
    #[error("batch {number} of the log does not verify")]
    Frame {
        /// Its place in the log, from 1.
        number: i64,
        /// What is wrong with it.
        #[source]
        source: FrameError,
    },
    /// A batch could not be sealed.
    #[error("the save could not be signed")]
    Seal(#[source] FrameError),
    /// A record's history cannot be read or written.
    #[error(transparent)]
    Document(#[from] DocumentError),
    /// A stored body has the wrong shape.
    #[error("a stored record has the wrong shape")]
    Body(#[from] serde_json::Error),
    /// There is no such record.
    #[error("there is no record {0}")]
    NoRecord(Id),
    /// There is no such signed value.
    #[error("there is no signed value {0}")]
    NoSigned(Hash),
    /// A photo is not here.
    #[error("there is no file {0}")]
    NoMedia(Hash),
    /// The secret keys beside the database cannot be read.
    #[error("the key file is damaged")]
    Keys,
}

impl StoreError {
    /// An error of the file at `path`.
    pub fn file(path: impl Into<PathBuf>) -> impl FnOnce(io::Error) -> Self {
        let path = path.into();
        move |source| Self::File { path, source }
    }
}

impl From<rusqlite::Error> for StoreError {
    fn from(error: rusqlite::Error) -> Self {
        match error.sqlite_error_code() {
            Some(ErrorCode::DiskFull) => Self::DiskFull(error),
            Some(ErrorCode::ReadOnly | ErrorCode::PermissionDenied) => Self::ReadOnly(error),
            Some(ErrorCode::NotADatabase | ErrorCode::DatabaseCorrupt) => Self::Damaged(error),
            _ => Self::Sqlite(error),
        }
    }
}
