//! The prints of the example, as the office that makes them.

mod batches;
mod office;
mod papers;

use tempfile::TempDir;

use super::*;
use crate::app::Surroundings;

/// Wednesday 21 March 2018, 09.40 in Banyuwangi.
const NOW: u32 = 1_521_600_000;

struct Office {
    desk: TempDir,
    session: Session,
}

impl Office {
    fn new() -> Self {
        Self::at(NOW)
    }

    fn at(now: u32) -> Self {
        let desk = tempfile::tempdir().unwrap();
        let surroundings = Surroundings::fixed(now, 5);
        let session = Session::example(&desk.path().join("contoh"), surroundings).unwrap();
        Self { desk, session }
    }

    fn ready(&mut self, subject: PrintSubject, language: Language) -> ReadyPrint {
        let job = PrintJob {
            subject,
            sheet: Sheet::A4,
            landscape: false,
            language,
        };
        self.session.prepare_print(&job).unwrap()
    }

    fn series(&mut self, series: PrintSeries) -> Vec<SeriesItem> {
        self.session.print_series(series, Language::Id).unwrap()
    }
}
