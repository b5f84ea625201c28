//! Text meant to do harm, or far too much of it: kept as it is, printed as
//! words, never a panic.

use tilik_core::app::{PrintJob, PrintSubject, PrintedFile, Session};
use tilik_core::domain::{Id, Observation, Record};
use tilik_core::report::Sheet;
use tilik_core::report::words::Language;
use tilik_core::store::Access;

use crate::cohorts::Place;

fn observe(session: &mut Session, note: &str) -> Id {
    let observation = Observation {
        title: "Loket terpadu".into(),
        note: note.to_owned(),
        ..Default::default()
    };
    session.add(Record::Observation(observation)).unwrap().id
}

fn print(session: &mut Session, observation: Id) -> PrintedFile {
    let job = PrintJob {
        subject: PrintSubject::Observation(observation),
        sheet: Sheet::F4,
        landscape: false,
        language: Language::Id,
    };
    session.prepare_print(&job).unwrap().typeset().unwrap()
}

fn note_of(session: &Session, observation: Id) -> String {
    match session.entry(observation).unwrap().record {
        Record::Observation(observation) => observation.note,
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_hostile_note_is_kept_as_it_is_and_printed() {
    let place = Place::example();
    let mut session = place.open(Access::Write).unwrap();
    let row = |cell: &str| format!("|{}\n", format!("{cell}|").repeat(400));
    let notes = [
        "<script>alert(1)</script><img src=x onerror=alert(1)>".to_owned(),
        "[klik](javascript:alert(1)) ![x](file:///etc/passwd) ![y](../../../../etc/passwd)".into(),
        "> ".repeat(5_000) + "dalam",
        (0..400)
            .map(|depth| format!("{}- butir\n", "  ".repeat(depth)))
            .collect(),
        "*_`[".repeat(5_000),
        "[a](".repeat(5_000),
        row("judul") + &row("-") + &row("isi"),
        "kata".repeat(10_000),
        "baris\n\n".repeat(2_000),
        "\u{0}\u{7}\u{1b}[2J \u{202e}terbalik\u{2066} \u{feff}\u{fffd}\u{10ffff}".into(),
        "e\u{301}".repeat(50) + &"\u{301}".repeat(2_000),
        "```\n".repeat(501),
        "~~~tilik\n<!-- -->".into(),
        "&#0;&#x110000;&notanentity;&amp;lt;".into(),
    ];
    for note in notes {
        let shown: String = note.chars().take(40).collect();
        let observation = observe(&mut session, &note);
        assert_eq!(note_of(&session, observation), note, "{shown}");
        let printed = print(&mut session, observation);
        assert!(
            printed.pdf.starts_with(b"%PDF-") && printed.pages > 0,
            "{shown}"
        );
    }
    let report = session.check().unwrap();
    assert!(report.is_whole(), "{report:?}");
}

#[test]
fn a_note_of_two_megabytes_is_typed_saved_found_changed_and_read_again() {
    let place = Place::example();
    let mut session = place.open(Access::Write).unwrap();
    let long = "Warga menunggu di loket terpadu. ".repeat(62_000) + "Akhirnya terlayani.";
    assert!(long.len() > 2_000_000);
    let observation = observe(&mut session, &long);
    let found = session.search("terlayani", 50).unwrap();
    assert!(found.iter().any(|hit| hit.id == observation));
    let Record::Observation(mut changed) = session.entry(observation).unwrap().record else {
        panic!("an observation was saved");
    };
    changed.note.insert_str(1_000_000, " sisipan ");
    let changed = Record::Observation(changed);
    session.keep_draft(observation, changed.clone()).unwrap();
    session.save(observation, changed.clone()).unwrap();
    assert_eq!(session.history(observation).unwrap().len(), 2);
    drop(session);

    let mut session = place.open(Access::Write).unwrap();
    assert_eq!(session.entry(observation).unwrap().record, changed);
    session.undo().unwrap();
    let first = session.history(observation).unwrap().pop().unwrap();
    session.revert(observation, first.version).unwrap();
    assert_eq!(note_of(&session, observation), long);
    let report = session.check().unwrap();
    assert!(report.is_whole(), "{report:?}");
}

#[test]
fn names_full_of_markup_and_controls_are_printed_and_exported_as_words() {
    let place = Place::example();
    let mut session = place.open(Access::Write).unwrap();
    let Record::Cohort(mut cohort) = session.entry(session.store().cohort()).unwrap().record else {
        panic!("the cohort's own record");
    };
    cohort.name = "Angkatan <b>\u{202e}\n../..\u{0}\\ %s {0} 'x' \"y\"".into();
    cohort.letterhead.lines = vec![String::new(), "<i>\u{7}".into(), "kop ".repeat(2_000)];
    let id = session.store().cohort();
    session.save(id, Record::Cohort(cohort)).unwrap();
    let job = PrintJob {
        subject: PrintSubject::Schedule(tilik_core::app::ScheduleFor::Cohort),
        sheet: Sheet::A4,
        landscape: true,
        language: Language::En,
    };
    let printed = session.prepare_print(&job).unwrap().typeset().unwrap();
    assert!(printed.pages > 0);
    let fine = |c: char| c.is_ascii_alphanumeric() || "-.".contains(c);
    assert!(printed.file_name.chars().all(fine), "{}", printed.file_name);
}
