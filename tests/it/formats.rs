//! Files for other programs, read back by readers that did not write them.

mod archives;
pub(crate) mod calendars;
mod offers;
mod package;
mod tables;
mod words;

use tilik_core::app::{ExportFormat, ExportJob, ExportSubject};
use tilik_core::report::tables::CsvStyle;

/// An export with everything else as it is when nobody says otherwise.
pub(crate) fn job(subject: ExportSubject, format: ExportFormat) -> ExportJob {
    ExportJob {
        subject,
        format,
        language: Default::default(),
        sheet: Default::default(),
        landscape: false,
        personal: false,
        draft: false,
        csv: CsvStyle::default(),
        table: String::new(),
    }
}
