//! What the window offers: every format of everything can be had, and the look shown before is of
//! the tables that are then written.

use tilik_core::app::{ExportFormat, ExportSubject, PrintSeries, PrintSubject, ScheduleFor};
use tilik_core::report::words::Language;
use tilik_core::store::Access;

use super::job;
use crate::cohorts::Place;

#[test]
fn every_format_offered_can_be_had_and_its_look_has_a_row_of_every_table() {
    let place = Place::example();
    let mut session = place.open(Access::Read).unwrap();
    let mut subjects = vec![
        ExportSubject::Roster,
        ExportSubject::Observations,
        ExportSubject::Scores,
        ExportSubject::Sites,
        ExportSubject::Everything,
        ExportSubject::Print(PrintSubject::Schedule(ScheduleFor::Cohort)),
    ];
    for series in [
        PrintSeries::GroupSchedule,
        PrintSeries::PersonSchedule,
        PrintSeries::Observation,
        PrintSeries::Proposal,
    ] {
        let items = session.print_series(series, Language::Id).unwrap();
        subjects.push(ExportSubject::Print(items[0].subject));
    }
    for subject in subjects {
        let formats = subject.formats();
        for format in formats.iter().filter(|it| **it != ExportFormat::Pdf) {
            let job = job(subject.clone(), *format);
            let exported = session.export(&job).unwrap();
            assert!(!exported.bytes.is_empty(), "{job:?}");
            let is_zip = exported.file_name.ends_with(".zip");
            assert!(is_zip || exported.file_name.ends_with(format.name()));
        }
        let look = session
            .export_look(&job(subject.clone(), formats[0]))
            .unwrap();
        assert_eq!(!look.is_empty(), formats.contains(&ExportFormat::Csv));
        for table in look {
            assert!(!table.columns.is_empty() && table.rows.len() <= table.total as usize);
            assert!(
                table
                    .rows
                    .iter()
                    .all(|row| row.len() == table.columns.len())
            );
        }
    }
}

#[test]
fn the_look_of_a_roster_shows_numbers_of_people_only_when_asked() {
    let place = Place::example();
    let mut session = place.open(Access::Read).unwrap();
    let mut job = job(ExportSubject::Roster, ExportFormat::Xlsx);
    let columns = |look: Vec<tilik_core::app::TableLook>| look[0].columns.clone();
    let without = columns(session.export_look(&job).unwrap());
    job.personal = true;
    let with = columns(session.export_look(&job).unwrap());
    assert!(!without.contains(&"NIP".to_owned()) && with.contains(&"NIP".to_owned()));
}
