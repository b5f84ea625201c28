//! Failures as they travel: a code, the facts its sentence needs, and a detail
//! for whoever looks into it.

use std::collections::BTreeMap;
use std::error::Error as _;

use serde::{Deserialize, Serialize};
use specta::Type;

use crate::app::{AppError, format_names};
use crate::store::StoreError;

use super::failed_import;

/// What went wrong, as a closed list: each has a sentence in every language.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Serialize, Deserialize, Type)]
#[serde(rename_all = "kebab-case")]
pub enum Code {
    /// No cohort is open.
    NothingOpen,
    /// The folder holds no cohort. `path`
    NotACohort,
    /// The folder already holds something. `path`
    NotEmpty,
    /// The cohort is open in another window. `path`
    AlreadyOpen,
    /// The cohort was written by a newer version.
    TooNew,
    /// The disk is full.
    DiskFull,
    /// The folder may not be written. `path`
    ReadOnly,
    /// The cohort's file is damaged.
    Damaged,
    /// A file could not be read or written. `path`
    File,
    /// There is no such record.
    NotFound,
    /// The role does not cover it. `kind`
    NotAllowed,
    /// Only the example lets one laptop act as anybody.
    NotTheExample,
    /// This laptop has no key for the person.
    NoKey,
    /// Something is missing. `field`
    Incomplete,
    /// No picture that can be shown. `name`
    NotAPicture,
    /// Too large. `name`, `limit`
    TooLarge,
    /// The file is empty. `name`
    EmptyFile,
    /// Neither a workbook nor a text table. `name`
    NotATable,
    /// The workbook is protected by a password.
    PasswordProtected,
    /// The workbook is damaged or claims impossible sizes.
    WorkbookDamaged,
    /// A kind of workbook that is not read. `kind`
    UnreadKind,
    /// A sheet is larger than is read. `sheet`, `row`, `column`
    SheetTooLarge,
    /// A quotation mark that is never closed. `row`
    OpenQuote,
    /// No sheet looks like a roster. `sheets`
    NoRoster,
    /// The chosen mapping does not fit the file. `value`
    MappingWrong,
    /// Reading the workbook took too long. `seconds`
    ReadingTooLong,
    /// A newer submission is there.
    Stale,
    /// The text does not match its signature.
    Broken,
    /// No such warning, or one that may not be accepted.
    ConflictGone,
    /// No such proposal of a schedule.
    PlanGone,
    /// No planning problem. `path`
    NotAProblem,
    /// Another's review, before one's own decision.
    HiddenReview,
    /// Not to be had in this format, but in others. `names`
    NoSuchFormat,
    /// No table of this name. `names`
    ChooseTable,
    /// The system has no program for such files.
    NoViewer,
    /// Something that should not happen; the detail says what.
    Internal,
}

/// A failure as it travels.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, Type)]
pub struct Failure {
    /// What went wrong.
    pub code: Code,
    /// Facts for the sentence, by name.
    pub params: BTreeMap<String, String>,
    /// For whoever looks into it; in English.
    pub detail: String,
}

impl Failure {
    /// A failure without facts.
    pub fn of(code: Code) -> Self {
        Self {
            code,
            params: BTreeMap::new(),
            detail: String::new(),
        }
    }

    pub(super) fn with(mut self, name: &str, value: impl ToString) -> Self {
        self.params.insert(name.to_owned(), value.to_string());
        self
    }
}

impl From<AppError> for Failure {
    fn from(error: AppError) -> Self {
        let mut failure = describe(&error);
        failure.detail = chain(&error);
        failure
    }
}

fn describe(error: &AppError) -> Failure {
    match error {
        AppError::Store(error) => describe_store(error),
        AppError::Import(error) => failed_import::describe(error),
        AppError::NotAllowed(kind) => Failure::of(Code::NotAllowed).with("kind", kind.name()),
        AppError::HiddenReview => Failure::of(Code::HiddenReview),
        AppError::NotTheExample => Failure::of(Code::NotTheExample),
        AppError::NoKey(_) => Failure::of(Code::NoKey),
        AppError::NoPerson(_) | AppError::NoRelease(_) => Failure::of(Code::NotFound),
        AppError::OtherKind { .. }
        | AppError::NoEntropy
        | AppError::Body(_)
        | AppError::Report(_) => Failure::of(Code::Internal),
        AppError::Incomplete { field } => Failure::of(Code::Incomplete).with("field", field),
        AppError::NotAPicture(name) => Failure::of(Code::NotAPicture).with("name", name),
        AppError::TooLarge { name, limit } => {
            let megabytes = limit / (1 << 20);
            Failure::of(Code::TooLarge)
                .with("name", name)
                .with("limit", format!("{megabytes} MB"))
        }
        AppError::NoSuchFormat(formats) => {
            Failure::of(Code::NoSuchFormat).with("names", format_names(formats))
        }
        AppError::ChooseTable(names) => {
            Failure::of(Code::ChooseTable).with("names", names.join(", "))
        }
        AppError::Stale => Failure::of(Code::Stale),
        AppError::Broken => Failure::of(Code::Broken),
        AppError::ConflictGone => Failure::of(Code::ConflictGone),
        AppError::PlanGone => Failure::of(Code::PlanGone),
        AppError::File { path, source } => describe_file(path, source),
    }
}

fn describe_store(error: &StoreError) -> Failure {
    match error {
        StoreError::NotACohort(path) => Failure::of(Code::NotACohort).with("path", path.display()),
        StoreError::NotEmpty(path) => Failure::of(Code::NotEmpty).with("path", path.display()),
        StoreError::AlreadyOpen(path) => {
            Failure::of(Code::AlreadyOpen).with("path", path.display())
        }
        StoreError::TooNew { .. } => Failure::of(Code::TooNew),
        StoreError::DiskFull(_) => Failure::of(Code::DiskFull),
        StoreError::ReadOnly(_) => Failure::of(Code::ReadOnly).with("path", ""),
        StoreError::File { path, source } => describe_file(path, source),
        StoreError::NoRecord(_) | StoreError::NoSigned(_) | StoreError::NoMedia(_) => {
            Failure::of(Code::NotFound)
        }
        StoreError::Damaged(_)
        | StoreError::MigrationChanged(_)
        | StoreError::Frame { .. }
        | StoreError::Document(_)
        | StoreError::Body(_)
        | StoreError::Keys => Failure::of(Code::Damaged),
        StoreError::Sqlite(_) | StoreError::Seal(_) => Failure::of(Code::Internal),
    }
}

fn describe_file(path: &std::path::Path, source: &std::io::Error) -> Failure {
    use std::io::ErrorKind::{PermissionDenied, ReadOnlyFilesystem, StorageFull};
    let code = match source.kind() {
        StorageFull => Code::DiskFull,
        PermissionDenied | ReadOnlyFilesystem => Code::ReadOnly,
        _ => Code::File,
    };
    Failure::of(code).with("path", path.display())
}

/// The error and what caused it, on one line.
fn chain(error: &AppError) -> String {
    let mut text = error.to_string();
    let mut source = error.source();
    while let Some(cause) = source {
        text.push_str(": ");
        text.push_str(&cause.to_string());
        source = cause.source();
    }
    text
}
