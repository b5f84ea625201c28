//! Proposals, reviews and coaching logs of the example as they reach the typesetter.

use super::*;
use crate::domain::{Coaching, Consent, Day, Observation, Outcome, Photo, Record, Role};
use crate::report::model::text_of;

/// Saturday 24 March 2018 in the evening, when everything is written and submitted.
const AFTER: u32 = 1_521_900_000;

impl Office {
    /// The words of the document, before it is set on pages.
    fn text(&mut self, subject: PrintSubject) -> String {
        text_of(&self.ready(subject, Language::Id).document)
    }

    fn subjects(&mut self, series: PrintSeries) -> Vec<PrintSubject> {
        let items = self.series(series).into_iter();
        items.map(|item| item.subject).collect()
    }

    /// The proposal with tables: the one whose print names milestones.
    fn proposal(&self) -> Id {
        let statuses = self.session.proposal_statuses().unwrap();
        let one = statuses.iter().find(|it| it.title.contains("satu loket"));
        one.unwrap().proposal
    }

    fn person(&self, role: Role) -> Id {
        let people = self.session.people().unwrap();
        people.iter().find(|(_, it)| it.role == role).unwrap().0
    }

    /// Changes the observation that the proposal cites first.
    fn change_evidence(&mut self, change: impl FnOnce(&mut Observation)) {
        let entry = self.session.entry(self.proposal()).unwrap();
        let Record::Proposal(proposal) = entry.record else {
            panic!("no proposal");
        };
        let id = proposal.citations()[0].observation;
        let entry = self.session.entry(id).unwrap();
        let Record::Observation(mut seen) = entry.record else {
            panic!("no observation");
        };
        change(&mut seen);
        self.session.act_as(entry.owner).unwrap();
        self.session.save(id, Record::Observation(seen)).unwrap();
    }
}

#[test]
fn a_proposal_prints_its_tables_evidence_and_signed_decision() {
    let mut office = Office::at(AFTER);
    let draft = office.proposal();
    let words = office.text(PrintSubject::Proposal(draft));
    for part in [
        "Naskah, belum diajukan",
        "Belum ada keputusan yang ditandatangani",
        "Daftar Bukti",
        "Pelayanan",
        "Membentuk tim efektif",
        "7. Indikator keberhasilan\nBelum diisi.",
    ] {
        assert!(words.contains(part), "{part:?} is not in\n{words}");
    }
    assert!(!words.contains("berubah sejak dikutip"));
    let statuses = office.session.proposal_statuses().unwrap();
    let submission = statuses
        .iter()
        .find_map(|it| (it.proposal == draft).then_some(it.submission));
    let words = office.text(PrintSubject::Submission(submission.flatten().unwrap()));
    assert!(words.contains("Perlu perbaikan") && words.contains("Angka pemeriksa"));
}

#[test]
fn a_changed_observation_is_marked_in_footnote_and_list() {
    let mut office = Office::at(AFTER);
    office.change_evidence(|seen| seen.lesson.push_str(" Catatan tambahan."));
    let proposal = office.proposal();
    let words = office.text(PrintSubject::Proposal(proposal));
    assert_eq!(words.matches("(berubah sejak dikutip)").count(), 1);
    assert_eq!(words.matches("Berubah sejak dikutip.").count(), 1);
}

#[test]
fn photos_print_only_with_consent_and_the_rest_is_counted() {
    let mut office = Office::at(AFTER);
    let photo = |number: u8, consent| Photo {
        hash: Hash::from_bytes([number; 32]),
        caption: format!("Foto {number}"),
        taken: None,
        consent,
        width: 4,
        height: 3,
    };
    office.change_evidence(|seen| {
        seen.photos = vec![
            photo(1, Consent::Given),
            photo(2, Consent::Unmarked),
            photo(3, Consent::Refused),
        ];
    });
    // What is cited is the version before; cite the one with photos.
    let id = office.proposal();
    let entry = office.session.entry(id).unwrap();
    let Record::Proposal(mut proposal) = entry.record else {
        panic!("no proposal");
    };
    let old = proposal.citations()[0].clone();
    let version = office
        .session
        .entry(old.observation)
        .unwrap()
        .version
        .unwrap();
    for text in proposal.sections.values_mut() {
        *text = text.replace(&old.version.to_string(), &version.to_string());
    }
    office.session.act_as(entry.owner).unwrap();
    office.session.save(id, Record::Proposal(proposal)).unwrap();
    let ready = office.ready(PrintSubject::Proposal(id), Language::En);
    assert_eq!(ready.without_consent, 2);
    let words = text_of(&ready.document);
    assert!(words.contains("Foto 1") && !words.contains("Foto 2") && !words.contains("Foto 3"));
    assert!(words.contains("2 photos left out"));
    let warnings = ready.typeset().unwrap().warnings;
    assert!(
        warnings.contains(&PrintWarning::WithoutConsent(2)),
        "{warnings:?}"
    );
}

#[test]
fn a_review_sheet_has_weights_total_grade_and_says_when_it_is_stale() {
    let mut office = Office::at(AFTER);
    let review = office.subjects(PrintSeries::Review)[0];
    let words = office.text(review);
    for part in [
        "20%",
        // 4 + 4 + 3 + 4 + 3 of 25.
        "72",
        "Predikat: kurang memuaskan (batas nilai belum diverifikasi).",
        "1. Latar belakang",
        "“berapa lama dan berapa meja belum kami ukur”",
        "2. Tentang keseluruhan",
        "Sidik lengkap teks: ",
    ] {
        assert!(words.contains(part), "{part:?} is not in\n{words}");
    }
    assert!(!words.contains("lebih baru"));
    let proposal = office.proposal();
    let owner = office.session.entry(proposal).unwrap().owner;
    office.session.act_as(owner).unwrap();
    office.session.submit(proposal).unwrap();
    assert!(
        office
            .text(review)
            .contains("Sudah ada pengajuan yang lebih baru, ke-2.")
    );
}

#[test]
fn a_summary_and_the_review_sheet_say_the_same_result() {
    for level in [5, 9] {
        let mut office = Office::at(AFTER);
        let PrintSubject::Review(id) = office.subjects(PrintSeries::Review)[0] else {
            panic!("no review");
        };
        let entry = office.session.entry(id).unwrap();
        let Record::Review(mut review) = entry.record else {
            panic!("no review");
        };
        let programme = office.session.programme();
        let changed = review.scores.get_mut(&programme.rubric[0].key).unwrap();
        changed.level = Some(level);
        office.session.act_as(entry.author).unwrap();
        office.session.save(id, Record::Review(review)).unwrap();
        office.session.decide(id, Outcome::Approve).unwrap();
        let sheet = office.text(PrintSubject::Review(id));
        let summary = office.text(PrintSubject::Summary(ScheduleFor::Cohort));
        assert!(summary.contains("Disetujui (Widyaiswara 01"));
        if level == 5 {
            // 5 + 4 + 3 + 4 + 3 of 25.
            assert!(sheet.contains("76") && sheet.contains("Predikat: kurang memuaskan"));
            assert!(summary.contains("76 – kurang memuaskan"), "{summary}");
        } else {
            assert!(sheet.contains("belum lengkap"), "{sheet}");
            assert!(!summary.contains("Hasil penilaian"), "{summary}");
        }
    }
}

#[test]
fn a_coaching_log_is_the_trainees_or_the_instructors() {
    let mut office = Office::at(AFTER);
    let (trainee, coach) = (
        office.person(Role::Trainee),
        office.person(Role::Instructor),
    );
    let empty = office.text(PrintSubject::Coaching(CoachingFor::Trainee(trainee)));
    assert!(empty.contains("Belum ada bimbingan yang dicatat."));
    office.session.act_as(coach).unwrap();
    let topics = [(24, "Pentahapan"), (22, "Latar belakang")];
    for (day, topic) in topics {
        let entry = Coaching {
            trainee: Some(trainee),
            day: Day::new(2018, 3, day).unwrap(),
            topic: topic.to_owned(),
            advice: "Ukur dahulu.".to_owned(),
        };
        office.session.add(Record::Coaching(entry)).unwrap();
    }
    let (of_trainee, of_coach) = (
        office.text(PrintSubject::Coaching(CoachingFor::Trainee(trainee))),
        office.text(PrintSubject::Coaching(CoachingFor::Instructor(coach))),
    );
    let place = |words: &str, part: &str| words.find(part).unwrap();
    assert!(place(&of_trainee, "Latar belakang") < place(&of_trainee, "Pentahapan"));
    assert!(of_trainee.contains("Widyaiswara 01") && of_coach.contains("Peserta 01"));
    let nobody = CoachingFor::Trainee(Id::from_bytes([9; 16]));
    let job = PrintJob {
        subject: PrintSubject::Coaching(nobody),
        sheet: Sheet::F4,
        landscape: false,
        language: Language::En,
    };
    assert!(office.session.prepare_print(&job).is_err());
}

#[test]
fn the_window_gets_a_chart_for_each_table_that_has_rows() {
    let office = Office::at(AFTER);
    let id = office.proposal();
    let Record::Proposal(proposal) = office.session.entry(id).unwrap().record else {
        panic!("no proposal");
    };
    let charts = office.session.proposal_charts(&proposal, Language::Id);
    let keys: Vec<&String> = charts.gaps.keys().collect();
    assert_eq!(keys, proposal.targets.keys().collect::<Vec<_>>());
    // Nothing was measured in the example: the bars of home and site stay away.
    assert!(
        charts
            .gaps
            .values()
            .all(|gap| gap.alt.contains("lokus belum diketahui"))
    );
    assert_eq!(charts.milestones.len(), 1);
    assert!(charts.stakeholders.is_some() && charts.risks.is_some());
    let none = office
        .session
        .proposal_charts(&Default::default(), Language::En);
    assert_eq!(none, Default::default());
}
