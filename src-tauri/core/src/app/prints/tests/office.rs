//! The office's prints of the example: everyone and everything is there, read from the pages.

use std::collections::BTreeSet;

use super::*;
use crate::app::{ExportFormat, ExportJob, ExportSubject};
use crate::domain::{Indicator, Kind, LetterKind, LetterTemplate, Record};
use crate::report::impose::Fold;
use crate::report::tables::CsvStyle;
use crate::store::Wanted;

impl Office {
    /// The words on the pages, spaces made one.
    fn words(&mut self, subject: PrintSubject) -> String {
        let text = self.ready(subject, Language::Id).lay_out().0.text();
        text.split_whitespace().collect::<Vec<_>>().join(" ")
    }

    fn names(&self, role: Role) -> Vec<String> {
        let people = self.session.people().unwrap();
        let of = people.into_iter().filter(|(_, it)| it.role == role);
        of.map(|(_, it)| it.name).collect()
    }

    fn observations(&self) -> Vec<String> {
        let wanted = Wanted::all(Kind::Observation);
        let (stored, _) = self.session.store.records(&wanted).unwrap();
        let titles = stored.iter().map(|it| it.record.title().to_owned());
        titles.collect()
    }
}

#[test]
fn a_day_is_signed_by_everyone_once_and_a_visit_by_its_groups() {
    let mut office = Office::new();
    let day = office.session.cohort_record().unwrap().start;
    let words = office.words(PrintSubject::Attendance(AttendanceFor::Day(day)));
    for name in office.names(Role::Trainee) {
        assert_eq!(words.matches(&name).count(), 1, "{name}");
    }
    assert!(words.contains("Seluruh angkatan (41 orang)"), "{words}");

    let all = office.words(PrintSubject::Attendance(AttendanceFor::Cohort));
    let lists = office
        .session
        .print_series(PrintSeries::VisitAttendance, Language::Id)
        .unwrap();
    assert_eq!(all.matches("DAFTAR HADIR").count(), lists.len());
    // On Wednesday afternoon three groups are at the tourist sites together.
    let visits = office.session.visits().unwrap();
    let sites = office.session.sites().unwrap();
    let joint = visits.iter().find(|it| {
        let beside = visits.iter().filter(|other| {
            (other.visit.site, other.visit.start) == (it.visit.site, it.visit.start)
        });
        it.visit.site.is_some() && beside.count() == 3
    });
    let joint = joint.unwrap();
    let words = office.words(PrintSubject::Attendance(AttendanceFor::Visit(joint.id)));
    assert_eq!(words.matches("DAFTAR HADIR").count(), 1);
    assert!(words.contains(&sites[&joint.visit.site.unwrap()].name));
    let people = office.session.people().unwrap();
    let groups: BTreeSet<Id> = visits
        .iter()
        .filter(|it| (it.visit.site, it.visit.start) == (joint.visit.site, joint.visit.start))
        .flat_map(|it| it.visit.groups.iter().copied())
        .collect();
    assert_eq!(groups.len(), 3);
    for (_, person) in people.iter().filter(|(_, it)| it.role == Role::Trainee) {
        let there = person.group.is_some_and(|group| groups.contains(&group));
        assert_eq!(
            words.matches(&person.name).count(),
            usize::from(there),
            "{}",
            person.name
        );
    }
}

#[test]
fn the_booklet_holds_everyone_every_observation_and_every_proposal() {
    let mut office = Office::new();
    let words = office.words(PrintSubject::Booklet);
    for name in office
        .names(Role::Trainee)
        .iter()
        .chain(&office.names(Role::Instructor))
    {
        assert!(words.contains(name), "{name}");
    }
    let titles = office.observations();
    assert!(titles.len() >= 8);
    for title in titles {
        assert!(words.contains(&title), "{title}");
    }
    for status in office.session.proposal_statuses().unwrap() {
        assert!(words.contains(&status.title), "{}", status.title);
    }
    assert!(words.contains("Perlu perbaikan"), "the decision");
    for chapter in 1..=7 {
        assert!(words.contains(&format!("Bab {chapter}. ")), "{chapter}");
    }
}

#[test]
fn every_letter_is_merged_and_its_gaps_are_named() {
    let mut office = Office::new();
    let ready = office.ready(PrintSubject::Letter(LetterFor::Hosts), Language::Id);
    let (pages, warnings) = ready.lay_out();
    let words = pages.text();
    for site in office.session.sites().unwrap().values() {
        assert!(words.contains(&site.name), "{}", site.name);
    }
    let empty = |name: &str| PrintWarning::EmptyField(name.to_owned());
    assert!(warnings.contains(&empty("nomor")), "{warnings:?}");
    assert!(warnings.contains(&empty("alamat_lokus")), "{warnings:?}");
    assert!(
        !warnings
            .iter()
            .any(|it| matches!(it, PrintWarning::UnknownField(_)))
    );

    let words = office.words(PrintSubject::Letter(LetterFor::Groups));
    assert_eq!(words.matches("SURAT TUGAS").count(), 4);
    for name in office.names(Role::Trainee) {
        assert_eq!(words.matches(&name).count(), 1, "{name}");
    }
    for subject in [LetterFor::Hosts, LetterFor::Groups, LetterFor::Cohort] {
        let ready = office.ready(PrintSubject::Letter(subject), Language::En);
        let (pages, warnings) = ready.lay_out();
        let unknown = |it: &PrintWarning| matches!(it, PrintWarning::UnknownField(_));
        assert!(!warnings.iter().any(unknown), "{subject:?}: {warnings:?}");
        assert!(!pages.text().contains("{{"));
    }
}

#[test]
fn a_letter_as_a_word_file_names_its_gaps_too() {
    let mut office = Office::new();
    let job = ExportJob {
        subject: ExportSubject::Print(PrintSubject::Letter(LetterFor::Cohort)),
        format: ExportFormat::Docx,
        language: Language::Id,
        sheet: Sheet::A4,
        landscape: false,
        personal: false,
        draft: false,
        csv: Default::default(),
        table: String::new(),
    };
    let word = office.session.export(&job).unwrap();
    assert_eq!(word.file_name.rsplit_once('.').unwrap().1, "docx");
    let empty = PrintWarning::EmptyField("nomor".into());
    assert!(word.warnings.contains(&empty), "{:?}", word.warnings);
}

#[test]
fn the_office_may_write_its_own_letter() {
    let mut office = Office::new();
    let mut cohort = office.session.cohort_record().unwrap();
    let template = LetterTemplate {
        title: "NOTA DINAS".into(),
        number: "ND-7".into(),
        body: "Kepada {{kelompok}} dan {{siapa_saja}}.".into(),
        ..LetterTemplate::default()
    };
    cohort.letters.insert("assignment-id".into(), template);
    let id = office.session.store.cohort();
    office.session.save(id, Record::Cohort(cohort)).unwrap();
    let ready = office.ready(PrintSubject::Letter(LetterFor::Cohort), Language::Id);
    let (pages, warnings) = ready.lay_out();
    assert!(pages.text().contains("NOTA DINAS"));
    let wanted = [
        PrintWarning::EmptyField("kelompok".into()),
        PrintWarning::UnknownField("siapa_saja".into()),
    ];
    assert_eq!(warnings, wanted);
    let word = ExportJob {
        subject: ExportSubject::Print(PrintSubject::Letter(LetterFor::Cohort)),
        format: ExportFormat::Docx,
        language: Language::Id,
        sheet: Sheet::A4,
        landscape: false,
        personal: false,
        draft: false,
        csv: CsvStyle::default(),
        table: String::new(),
    };
    assert_eq!(office.session.export(&word).unwrap().warnings, wanted);
    let rebuilt = office.session.store.rebuild().unwrap();
    assert!(rebuilt.was_equal);
}

#[test]
fn reports_and_summaries_count_what_is_recorded() {
    let mut office = Office::new();
    let titles = office.observations();
    let words = office.words(PrintSubject::Report(ReportFor::Cohort));
    assert!(words.contains(&format!("Jumlah observasi : {}", titles.len())));
    let groups = office.session.groups().unwrap();
    let of_groups = groups.iter().map(|(id, _)| {
        let words = office.words(PrintSubject::Report(ReportFor::Group(*id)));
        titles.iter().filter(|title| words.contains(*title)).count()
    });
    assert_eq!(of_groups.sum::<usize>(), titles.len());
    let words = office.words(PrintSubject::Summary(ScheduleFor::Cohort));
    assert_eq!(words.matches("RINGKASAN KUNJUNGAN").count(), 30);
    assert!(words.contains("Perlu perbaikan (Widyaiswara 01"), "{words}");
    assert!(words.contains("batas predikat belum diverifikasi"));
    // Another trainee may read the decision's outcome, not its scores.
    let people = office.session.people().unwrap();
    let stranger = people
        .iter()
        .rfind(|(_, it)| it.role == Role::Trainee)
        .unwrap();
    office.session.act_as(stranger.0).unwrap();
    let words = office.words(PrintSubject::Summary(ScheduleFor::Cohort));
    assert!(!words.contains("Hasil penilaian"));
}

#[test]
fn a_sheet_counts_the_indicators_it_has_no_room_for() {
    let mut office = Office::new();
    let stored = |office: &Office, kind| {
        let (stored, _) = office.session.store.records(&Wanted::all(kind)).unwrap();
        stored
    };
    let form = stored(&office, Kind::Instrument)[0].doc;
    for number in stored(&office, Kind::Indicator).len()..14 {
        let indicator = Indicator {
            name: format!("Ukuran {number}"),
            unit: "hari".into(),
            ..Indicator::default()
        };
        office.session.add(Record::Indicator(indicator)).unwrap();
    }
    let words = office.words(PrintSubject::Form(form));
    assert!(words.contains("+2 indikator lain tidak dimuat"), "{words}");
}

#[test]
fn a_pocket_schedule_is_folded_from_whole_sheets() {
    let mut office = Office::new();
    for (fold, across) in [(Fold::Half, true), (Fold::Quarter, false)] {
        for in_order in [false, true] {
            let imposition = Imposition { fold, in_order };
            let whom = ScheduleFor::Group(office.session.groups().unwrap()[0].0);
            let subject = PrintSubject::Pocket(PocketJob { whom, imposition });
            let pages = office.ready(subject, Language::Id).lay_out().0;
            let size = pages.pages[0].size;
            assert_eq!(size.0 > size.1, across);
            assert!(in_order || pages.pages.len().is_multiple_of(2));
            let words = pages.text();
            assert!(words.contains("Kelompok 1") && !words.contains("Kelompok 2"));
        }
    }
}

#[test]
fn the_words_of_a_letter_name_every_field_that_its_preset_uses() {
    let office = Office::new();
    for kind in [LetterKind::Request, LetterKind::Assignment] {
        for language in [Language::Id, Language::En] {
            let view = office.session.letter_view(kind, language).unwrap();
            let words = serde_json::to_string(&view.preset).unwrap();
            let known: Vec<String> = view.fields.iter().map(|it| it.name.clone()).collect();
            for field in words.split("{{").skip(1) {
                let name = field.split("}}").next().unwrap();
                assert!(known.iter().any(|it| it == name), "{name}");
            }
            let said = view.fields.iter().filter(|it| !it.example.is_empty());
            assert!(said.count() > 5);
        }
    }
}
