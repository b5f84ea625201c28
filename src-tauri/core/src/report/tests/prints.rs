//! The plain prints: what goes in comes out, in both languages.

use crate::report::lay_out;
use crate::report::model::{Document, Signature};
use crate::report::prints::{
    CoachingPrint, CoachingSide, Comment, Indicator, ObservationPrint, Photo, ReviewPrint, Score,
    Session, Verdict, coaching, observation, review,
};
use crate::report::words::Language;

use super::*;

pub(super) fn an_observation(lang: Language) -> ObservationPrint {
    ObservationPrint {
        lang,
        title: "Lahir Procot Pulang Bawa Akte".to_owned(),
        cohort: "Diklatpim Tingkat III Kementerian Agama Tahun 2018".to_owned(),
        author: "Peserta 01 (Papua)".to_owned(),
        site: "Mall Pelayanan Publik".to_owned(),
        focus: "Pelayanan akta kelahiran".to_owned(),
        when: "Selasa, 20 Maret 2018, 13.00 WIB".to_owned(),
        note: "Bayi yang baru lahir meninggalkan rumah sakit dengan akta kelahirannya. Ini \
               dimungkinkan karena **rumah sakit dan dinas** bekerja dalam satu sistem."
            .to_owned(),
        practice: "1. Rumah sakit mengirim data kelahiran.\n2. Dinas menerbitkan akta.".to_owned(),
        key_to_success: "Setiap program dibahas lebih dulu dengan pegawai.".to_owned(),
        lesson: "Pegawai diperlakukan sebagai pelanggan internal.".to_owned(),
        verdict: Some(Verdict::Adapt),
        reason: "Kantor kami tidak menerbitkan akta, tetapi alurnya dapat ditiru.".to_owned(),
        follow_up: "- [ ] memetakan alur layanan sendiri".to_owned(),
        indicators: vec![Indicator {
            name: "Waktu tunggu".to_owned(),
            unit: "hari".to_owned(),
            home: "7".to_owned(),
            site: String::new(),
            source: String::new(),
        }],
        instrument: "Pengamatan SKM".to_owned(),
        caution: "Bukan nilai SKM resmi.".to_owned(),
        answers: vec![("Persyaratan".to_owned(), "3 – baik".to_owned())],
        left_out: 2,
        photos: vec![Photo {
            media: "media:foto".to_owned(),
            caption: "Papan antrean".to_owned(),
        }],
    }
}

pub(super) fn a_review() -> ReviewPrint {
    let score = |criterion: &str, weight: &str, score: &str, reason: &str| Score {
        criterion: criterion.to_owned(),
        weight: weight.to_owned(),
        score: score.to_owned(),
        reason: reason.to_owned(),
    };
    ReviewPrint {
        lang: Language::Id,
        proposal: "Pelayanan terpadu satu ruang di kantor wilayah".to_owned(),
        author: "Peserta 01 (Papua)".to_owned(),
        cohort: "Diklatpim Tingkat III Kementerian Agama Tahun 2018".to_owned(),
        letterhead: None,
        version: "1 · 7f3a 91c2".to_owned(),
        hash: "7f3a 91c2 55d0 8b1e".to_owned(),
        stale: String::new(),
        submitted: "Jumat, 23 Maret 2018, 20.15 WIB".to_owned(),
        reviewer: "Widyaiswara 01 (pembimbing)".to_owned(),
        scores: vec![
            score(
                "Inovasi",
                "40%",
                "82,5",
                "Gagasan jelas dan dapat dilaksanakan.",
            ),
            score("Tahapan", "60%", "", "Belum dinilai."),
        ],
        total: "82,5".to_owned(),
        grade: "Predikat: memuaskan.".to_owned(),
        comments: vec![Comment {
            section: "Latar belakang".to_owned(),
            resolved: false,
            passage: "Layanan tersebar di beberapa ruang".to_owned(),
            author: "Widyaiswara 01".to_owned(),
            when: "24 Maret 2018, 09.00 WIB".to_owned(),
            text: "Tambahkan *data* kunjungan per bulan.".to_owned(),
        }],
        decision: "Diterima dengan perbaikan".to_owned(),
        reason: "Perbaiki latar belakang.".to_owned(),
        statement: "Dengan ini saya menyatakan telah memeriksa rancangan ini.".to_owned(),
        signatures: vec![
            Signature {
                place_and_date: String::new(),
                role: "Peserta,".to_owned(),
                name: "Peserta 01 (Papua)".to_owned(),
                nip: String::new(),
            },
            Signature {
                place_and_date: "Banyuwangi, 24 Maret 2018".to_owned(),
                role: "Pembimbing,".to_owned(),
                name: String::new(),
                nip: String::new(),
            },
        ],
    }
}

fn text(document: &Document) -> String {
    lay_out(document, &Paper::default(), &no_media).0.text()
}

#[track_caller]
pub(super) fn assert_has(text: &str, all: &[&str]) {
    for words in all {
        assert!(
            letters(text).contains(&letters(words)),
            "{words:?} is not in\n{text}"
        );
    }
}

#[test]
fn an_observation_prints_all_its_parts_and_leaves_out_empty_ones() {
    let text_id = text(&observation(
        &an_observation(Language::Id),
        Some(samples::letterhead()),
    ));
    assert_has(
        &text_id,
        &[
            "Catatan Observasi",
            "Pengamat : Peserta 01 (Papua)",
            "Praktik yang diamati",
            "Dinas menerbitkan akta",
            "Waktu tunggu hari 7 –",
            "Diadaptasi",
            "alurnya dapat ditiru",
            "memetakan alur",
            "Papan antrean",
            "Pengamatan SKM",
            "Bukan nilai SKM resmi.",
            "Persyaratan 3 – baik",
            "2 foto tidak dicetak",
        ],
    );
    let english = ObservationPrint {
        lesson: " ".to_owned(),
        ..an_observation(Language::En)
    };
    let text_en = text(&observation(&english, None));
    assert_has(&text_en, &["Observation Note", "Practice seen", "Adapt"]);
    assert!(!text_en.contains("Lesson learned"));
    let empty = text(&observation(&ObservationPrint::default(), None));
    assert_has(&empty, &["Catatan Observasi", "Belum diisi."]);
}

#[test]
fn a_review_sheet_prints_scores_reasons_comments_and_decision() {
    assert_has(
        &text(&review(&a_review())),
        &[
            "Lembar Penilaian".to_uppercase().as_str(),
            "Gagasan jelas dan dapat dilaksanakan.",
            "82,5",
            "Layanan tersebar di beberapa ruang",
            "Tambahkan data kunjungan per bulan.",
            "Diterima dengan perbaikan",
            "Dengan ini saya menyatakan",
            "Pembimbing,",
        ],
    );
    let empty = text(&review(&ReviewPrint {
        lang: Language::En,
        ..ReviewPrint::default()
    }));
    assert_has(&empty, &["REVIEW SHEET", "No comments."]);
}

#[test]
fn a_review_sheet_quotes_each_passage_with_its_section_and_says_when_it_is_stale() {
    let mut print = a_review();
    print.stale = "Sudah ada pengajuan yang lebih baru, ke-2.".to_owned();
    print.comments.push(Comment {
        text: "Indikator masih kosong.".to_owned(),
        resolved: true,
        ..Comment::default()
    });
    assert_has(
        &text(&review(&print)),
        &[
            "1. Latar belakang “Layanan tersebar di beberapa ruang”",
            "2. Tentang keseluruhan (sudah diselesaikan)",
            "Indikator masih kosong.",
            "Bobot",
            "Predikat: memuaskan.",
            "Sidik lengkap teks: 7f3a 91c2 55d0 8b1e",
            "lebih baru, ke-2.",
        ],
    );
    let undecided = ReviewPrint {
        decision: String::new(),
        ..a_review()
    };
    assert_has(&text(&review(&undecided)), &["Belum diputuskan."]);
}

pub(super) fn a_coaching_log(lang: Language) -> CoachingPrint {
    let session = |day: &str, topic: &str| Session {
        day: day.to_owned(),
        other: "Widyaiswara 01".to_owned(),
        topic: topic.to_owned(),
        advice: "Ukur dahulu keadaan awal, walau hanya lima hari.".to_owned(),
    };
    CoachingPrint {
        lang,
        cohort: "Diklatpim Tingkat III Kementerian Agama Tahun 2018".to_owned(),
        name: "Peserta 01 (Papua)".to_owned(),
        nip: "198203042009032001".to_owned(),
        lines: vec![
            session("Rabu, 21 Maret 2018", "Latar belakang"),
            session("Jumat, 23 Maret 2018", "Pentahapan"),
        ],
        signatures: vec![Signature {
            role: "Peserta,".to_owned(),
            name: "Peserta 01 (Papua)".to_owned(),
            ..Signature::default()
        }],
        ..CoachingPrint::default()
    }
}

#[test]
fn a_coaching_log_has_a_line_for_each_session_and_room_to_sign() {
    let of_trainee = text(&coaching(&a_coaching_log(Language::Id)));
    assert_has(
        &of_trainee,
        &[
            "KARTU BIMBINGAN",
            "Tanda tangan widyaiswara",
            "Rabu, 21 Maret 2018",
            "Pentahapan",
            "walau hanya lima hari",
        ],
    );
    let of_instructor = text(&coaching(&CoachingPrint {
        side: CoachingSide::Instructor,
        ..a_coaching_log(Language::En)
    }));
    assert_has(&of_instructor, &["COACHING LOG", "Trainee's signature"]);
    let empty = text(&coaching(&CoachingPrint::default()));
    assert_has(&empty, &["Belum ada bimbingan yang dicatat.", "8"]);
}
