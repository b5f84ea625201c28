//! Why a use-case did not happen.

use std::path::PathBuf;

use crate::domain::{Id, Kind};
use crate::import::ImportError;
use crate::report::ReportError;
use crate::store::StoreError;

use super::exports::{ExportFormat, format_names};

/// Why a use-case did not happen. Nothing stored or typed is lost by it.
#[derive(Debug, thiserror::Error)]
pub enum AppError {
    /// From the store.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// From reading a file.
    #[error(transparent)]
    Import(#[from] ImportError),
    /// From making a document.
    #[error(transparent)]
    Report(#[from] ReportError),
    /// The person's role does not cover it.
    #[error("this role may not change a {}", .0.name())]
    NotAllowed(Kind),
    /// A review that its reader is not to know yet: examiners judge apart.
    #[error("this review may not be known yet")]
    HiddenReview,
    /// The cohort is no example, so nobody may act as somebody else.
    #[error("only the example lets one laptop act as anybody")]
    NotTheExample,
    /// The person has no key on this laptop.
    #[error("no key for {0} on this laptop")]
    NoKey(Id),
    /// Not a member of this cohort.
    #[error("{0} is no member of this cohort")]
    NoPerson(Id),
    /// The record is of another kind than the one saved.
    #[error("the record is a {}, not a {}", .stored.name(), .given.name())]
    OtherKind {
        /// What is stored.
        stored: Kind,
        /// What was given.
        given: Kind,
    },
    /// A new cohort lacks something.
    #[error("{field} is missing or wrong")]
    Incomplete {
        /// Which field.
        field: &'static str,
    },
    /// A file is no picture that can be shown.
    #[error("{0} is no JPEG, PNG or WebP picture")]
    NotAPicture(String),
    /// Larger than a photo may be.
    #[error("{name} is larger than {limit} bytes")]
    TooLarge {
        /// The file.
        name: String,
        /// Bytes allowed.
        limit: u32,
    },
    /// No release has this number.
    #[error("there is no release {0}")]
    NoRelease(u32),
    /// The decision is about a submission that a newer one has replaced.
    #[error("a newer submission is there")]
    Stale,
    /// The frozen text is not what its hash says.
    #[error("the text does not match its signature")]
    Broken,
    /// The plan has no such warning, or it is one that may not be accepted.
    #[error("no warning of that name can be accepted")]
    ConflictGone,
    /// The proposal was made for another state of the plan, or thrown away.
    #[error("no such proposal of a schedule")]
    PlanGone,
    /// A file outside the cohort.
    #[error("{path} could not be written")]
    File {
        /// Which file.
        path: PathBuf,
        /// What the system said.
        #[source]
        source: std::io::Error,
    },
    /// The subject cannot be had in the format asked for, only in these.
    #[error("not to be had in this format; there are: {}", format_names(.0))]
    NoSuchFormat(&'static [ExportFormat]),
    /// There is no table of this name; these are there.
    #[error("no such table; there are: {}", .0.join(", "))]
    ChooseTable(Vec<String>),
    /// The system has no random bytes to give.
    #[error("no random numbers to be had")]
    NoEntropy,
    /// Something stored could not be read as what it is.
    #[error("a stored value has the wrong shape")]
    Body(#[from] serde_json::Error),
}
