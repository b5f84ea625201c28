//! Failures of reading a file, as codes.

use crate::import::ImportError;
use crate::import::sheet::SheetError;

use super::{Code, Failure};

pub(super) fn describe(error: &ImportError) -> Failure {
    match error {
        ImportError::Sheet(error) => describe_sheet(error),
        ImportError::ReaderNotStarted(_) => Failure::of(Code::Internal),
        ImportError::ReaderDied => Failure::of(Code::WorkbookDamaged),
        ImportError::TimedOut { seconds } => {
            Failure::of(Code::ReadingTooLong).with("seconds", seconds)
        }
        ImportError::NoRoster { sheets } => {
            Failure::of(Code::NoRoster).with("sheets", sheets.join(", "))
        }
        ImportError::NoSuchSheet(value) | ImportError::NoSuchColumn(value) => {
            Failure::of(Code::MappingWrong).with("value", value)
        }
        ImportError::NoNameColumn => Failure::of(Code::MappingWrong).with("value", ""),
    }
}

fn describe_sheet(error: &SheetError) -> Failure {
    match error {
        SheetError::EmptyFile => Failure::of(Code::EmptyFile),
        SheetError::FileTooLarge { limit } => {
            let limit = format!("{} MB", limit / (1 << 20));
            Failure::of(Code::TooLarge)
                .with("name", "")
                .with("limit", limit)
        }
        SheetError::NotATable | SheetError::WebPage => Failure::of(Code::NotATable),
        SheetError::UnreadKind { kind } => Failure::of(Code::UnreadKind).with("kind", kind),
        SheetError::Password => Failure::of(Code::PasswordProtected),
        SheetError::Damaged { .. } => Failure::of(Code::WorkbookDamaged),
        SheetError::CellTooFar { sheet, row, column } => Failure::of(Code::SheetTooLarge)
            .with("sheet", sheet)
            .with("row", row)
            .with("column", column),
        SheetError::TooMuch => Failure::of(Code::SheetTooLarge),
        SheetError::OpenQuote { row } => Failure::of(Code::OpenQuote).with("row", row),
    }
}
