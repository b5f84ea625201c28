//! What an office signs, fills in and carries along: everyone is there once, nothing is silently
//! blank, and what is missing is said.

use super::super::display::{Item, Pages};
use super::super::impose::Fold;
use super::super::model::{Document, Signature};
use super::super::prints::*;
use super::super::words::Language;
use super::super::{Paper, lay_out};
use super::prints::{an_observation, assert_has};
use super::samples::{busy_schedule, letterhead};
use super::{no_media, page_text, papers, runs};
use crate::domain::Presence;

pub(super) fn set(document: &Document) -> Pages {
    lay_out(document, &Paper::default(), &no_media).0
}

pub(super) fn text(document: &Document) -> String {
    set(document).text()
}

fn attendee(number: usize) -> Attendee {
    Attendee {
        name: format!("Peserta {number:03} (Papua)"),
        nip: "198203042009032001".to_owned(),
        post: vec!["Kepala Seksi".to_owned(), "Kementerian Agama".to_owned()],
        group: format!("Kelompok {}", number % 4 + 1),
        presence: None,
    }
}

fn attended(people: usize, groups: &[&str]) -> AttendancePrint {
    AttendancePrint {
        lang: Language::Id,
        letterhead: Some(letterhead()),
        cohort: "Diklatpim Tingkat III".to_owned(),
        lists: vec![AttendanceList {
            day: "Selasa, 20 Maret 2018".to_owned(),
            time: "08.30–10.15 WIB".to_owned(),
            place: "Mall Pelayanan Publik".to_owned(),
            activity: "Kunjungan lapangan".to_owned(),
            groups: groups.iter().map(|it| (*it).to_owned()).collect(),
            people: (1..=people).map(attendee).collect(),
            taken_by: Vec::new(),
            guests: 3,
            signatures: vec![Signature {
                role: "Tuan rumah,".to_owned(),
                ..Signature::default()
            }],
        }],
        ..AttendancePrint::default()
    }
}

#[test]
fn three_hundred_people_sign_in_numbered_rows_under_repeated_heads() {
    let pages = set(&attendance(&attended(300, &["Kelompok 1", "Kelompok 2"])));
    assert!(pages.pages.len() > 5);
    let words = pages.text();
    for number in 1..=300 {
        let name = format!("Peserta {number:03}");
        assert_eq!(words.matches(&name).count(), 1, "{name}");
    }
    for page in 0..pages.pages.len() {
        let text = page_text(&pages, page);
        if text.contains("Peserta ") {
            assert!(text.contains("Tanda Tangan"), "page {page}");
        }
    }
    // Three more rows, for guests.
    assert_eq!(words.matches("303. …").count(), 1);
    assert!(!words.contains("304. …"));
    assert_has(&words, &["Kelompok 1, Kelompok 2 (300 orang)"]);
}

#[test]
fn odd_numbers_sign_on_the_left_and_even_ones_on_the_right() {
    let pages = set(&attendance(&attended(6, &[])));
    let place = |number: usize| {
        let mark = format!("{number}. …");
        let found = runs(&pages, 0).find(|run| run.text.contains(&mark));
        found.map(|run| (run.x, run.y)).unwrap()
    };
    for number in [1, 3, 5] {
        let (odd, even) = (place(number), place(number + 1));
        assert!(even.0 > odd.0 + 20.0, "{number}");
        assert!(even.1 > odd.1, "{number}");
        assert_eq!(place(1).0, odd.0);
    }
}

#[test]
fn marks_stand_where_others_sign_and_are_counted() {
    let mut print = attended(5, &[]);
    let list = &mut print.lists[0];
    list.people[0].presence = Some(Presence::Present);
    list.people[1].presence = Some(Presence::Present);
    list.people[2].presence = Some(Presence::Excused);
    list.people[3].presence = Some(Presence::Absent);
    list.taken_by = vec!["Widyaiswara 01".to_owned()];
    let words = text(&attendance(&print));
    assert_has(
        &words,
        &[
            "Kehadiran: 2 hadir, 1 izin/sakit, 1 tanpa keterangan, 1 belum ditandai. \
             Dicatat oleh Widyaiswara 01.",
        ],
    );
    // The one who is not marked can still sign; guests sign on lists that nobody took.
    assert_eq!(words.matches("5. …").count(), 1);
    for number in [1, 6] {
        assert!(!words.contains(&format!("{number}. …")), "{number}");
    }
    assert!(!words.contains("Tanda Tangan"));
    print.lang = Language::En;
    assert_has(
        &text(&attendance(&print)),
        &["2 present, 1 excused, 1 absent"],
    );
}

#[test]
fn an_empty_list_says_what_is_missing() {
    let none = AttendancePrint {
        lists: Vec::new(),
        ..attended(0, &[])
    };
    assert_has(
        &text(&attendance(&none)),
        &["Belum ada kunjungan yang dijadwalkan"],
    );
    let nobody = text(&attendance(&attended(0, &["Kelompok 9"])));
    assert_has(
        &nobody,
        &["Belum ada orang dalam kelompok ini", "Tuan rumah"],
    );
    let sheet = form(&FormPrint::default());
    assert_has(&text(&sheet), &["belum mempunyai pertanyaan"]);
    let report = observations(&ObservationsPrint::default());
    assert_has(&text(&report), &["Belum ada observasi"]);
    let summary = summaries(&SummaryPrint::default());
    assert_has(&text(&summary), &["Belum ada peserta"]);
    let booklet = text(&booklet(BookletPrint::default()));
    let missing = [
        "Belum ada peserta",
        "Belum ada lokus",
        "Belum ada rancangan",
    ];
    assert_has(&booklet, &missing);
    let letter = LetterPrint {
        missing: "Belum ada kelompok.".to_owned(),
        ..LetterPrint::default()
    };
    assert_has(&text(&letters(&letter).0), &["Belum ada kelompok."]);
}

fn a_form() -> FormPrint {
    let ask = |label: &str, answer| FormQuestion {
        label: label.to_owned(),
        hint: "petunjuk".to_owned(),
        answer,
        required: true,
    };
    let choices = |all: &[&str]| all.iter().map(|it| (*it).to_owned()).collect();
    FormPrint {
        lang: Language::Id,
        instrument: "Pengamatan".to_owned(),
        caution: "Bukan nilai SKM resmi.".to_owned(),
        questions: vec![
            ask("Bagian A", FormAnswer::Words),
            ask("Alur layanan", FormAnswer::Text(4)),
            ask("Jumlah loket", FormAnswer::Number),
            ask("Tanggal berlaku", FormAnswer::Date),
            ask(
                "Sikap petugas",
                FormAnswer::One(choices(&["baik", "kurang baik"])),
            ),
            ask(
                "Sarana",
                FormAnswer::Many(choices(&[
                    "ruang tunggu dengan kursi yang cukup untuk semua pengunjung",
                    "jalur kursi roda dari tempat parkir sampai ke loket",
                ])),
            ),
            ask("Sudah dijelaskan", FormAnswer::Tick),
        ],
        indicators: vec![("Waktu tunggu".to_owned(), "hari".to_owned())],
        ..FormPrint::default()
    }
}

#[test]
fn a_blank_sheet_says_how_many_indicators_it_leaves_out() {
    let says = |lang, more_indicators| {
        let print = FormPrint {
            lang,
            more_indicators,
            ..a_form()
        };
        text(&form(&print))
    };
    assert_has(&says(Language::Id, 1), &["+1 indikator lain tidak dimuat"]);
    assert_has(&says(Language::En, 1), &["+1 more indicator left out"]);
    assert_has(&says(Language::En, 3), &["+3 more indicators left out"]);
    assert!(!says(Language::En, 0).contains("left out"));
}

#[test]
fn a_blank_sheet_asks_every_question_with_room_of_its_kind() {
    let document = form(&a_form());
    let words = text(&document);
    assert_has(
        &words,
        &[
            "Bagian A",
            "1. Alur layanan * (petunjuk)",
            "2. Jumlah loket",
            "3. Tanggal berlaku",
            "4. Sikap petugas * (petunjuk; pilih satu)",
            "5. Sarana * (petunjuk; boleh lebih dari satu)",
            "6. Sudah dijelaskan",
            "Waktu tunggu",
            "Bukan nilai SKM resmi.",
            "* wajib diisi",
        ],
    );
    // Two and two choices, one tick, three verdicts, and three marks for each of three photos.
    assert_eq!(words.matches('☐').count(), 2 + 2 + 1 + 3 + 3 * 3);
    let english = form(&FormPrint {
        lang: Language::En,
        ..a_form()
    });
    assert_has(&text(&english), &["OBSERVATION SHEET", "choose one"]);
}

#[test]
fn a_question_stays_with_its_lines_on_both_papers() {
    let mut print = a_form();
    let long = print.questions[1].clone();
    print.questions = vec![long; 40];
    for paper in papers() {
        let pages = lay_out(&form(&print), &paper, &no_media).0;
        for page in 0..pages.pages.len() {
            let last = runs(&pages, page)
                .filter(|run| !run.is_furniture())
                .map(|run| (run.y, run.text.clone()))
                .max_by(|a, b| a.0.total_cmp(&b.0));
            let lines = pages.pages[page]
                .items
                .iter()
                .filter_map(|item| match item {
                    Item::Fill(rect, _) if rect.h == 0.5 => Some(rect.y),
                    _ => None,
                });
            let lowest = lines.fold(0.0, f32::max);
            if let Some((y, text)) = last
                && text.contains("Alur layanan")
            {
                assert!(lowest > y, "page {page} ends with its question");
            }
        }
    }
}

fn report(count: usize) -> ObservationsPrint {
    let one = |number: usize| ObservationPrint {
        title: format!("Temuan{number}x"),
        ..an_observation(Language::Id)
    };
    ObservationsPrint {
        lang: Language::Id,
        of: "Pengamat".to_owned(),
        name: "Peserta 01 (Papua)".to_owned(),
        parts: vec![ObservationsPart {
            title: String::new(),
            observations: (0..count).map(one).collect(),
        }],
        ..ObservationsPrint::default()
    }
}

#[test]
fn a_report_has_every_observation_in_order_and_counts_photos_left_out() {
    let words = text(&observations(&report(7)));
    let places: Vec<usize> = (0..7)
        .map(|number| words.rfind(&format!("Temuan{number}x")).unwrap())
        .collect();
    assert!(places.is_sorted());
    assert_has(&words, &["Jumlah observasi : 7", "14 foto tidak dicetak"]);
    assert_eq!(words.matches("2 foto tidak dicetak").count(), 7);
}

#[test]
fn photos_stand_two_in_a_row_and_a_missing_one_is_named() {
    let mut print = report(1);
    let photo = |number: usize| Photo {
        media: format!("foto{number}"),
        caption: format!("Keterangan {number}"),
    };
    print.parts[0].observations[0].photos = (0..4).map(photo).collect();
    let (pages, warnings) = lay_out(&observations(&print), &Paper::default(), &no_media);
    assert_eq!(warnings.len(), 4);
    let all =
        || (0..pages.pages.len()).flat_map(|page| runs(&pages, page).map(move |it| (page, it)));
    let place = |number: usize| {
        let caption = format!("Keterangan {number}");
        let found = all().find(|(_, run)| run.text == caption);
        found.map(|(page, run)| (page, run.x, run.y)).unwrap()
    };
    let (a, b, c) = (place(0), place(1), place(2));
    assert_eq!((a.0, a.2), (b.0, b.2));
    assert!(b.1 > a.1 + 100.0);
    assert!((c.0, c.2) > (a.0, a.2));
}

#[test]
fn a_pocket_schedule_shows_every_visit_and_day_and_who_travels() {
    let schedule = busy_schedule();
    let count = schedule.visits.len();
    for fold in [Fold::Half, Fold::Quarter] {
        let document = pocket(&PocketPrint {
            schedule: schedule.clone(),
            people: vec!["Peserta 01 (Papua)".to_owned()],
            sites: vec![SiteFacts {
                name: "Mall Pelayanan Publik".to_owned(),
                contacts: vec!["Bagian Humas".to_owned()],
                ..SiteFacts::default()
            }],
            fold,
        });
        let words = text(&document);
        assert_eq!(words.matches("WIB").count(), count);
        for day in 20..=24 {
            assert_eq!(
                words.matches(&format!(", {day} Maret 2018")).count(),
                1,
                "{day}"
            );
        }
        assert_has(&words, &["Peserta 01 (Papua)", "Bagian Humas"]);
    }
}

#[test]
fn a_summary_claims_nothing_that_is_not_recorded() {
    let print = SummaryPrint {
        trainees: vec![Summary {
            name: "Peserta 01 (Papua)".to_owned(),
            sites: vec![SiteTally {
                site: "Mall Pelayanan Publik".to_owned(),
                visits: Vec::new(),
                observations: 2,
            }],
            proposal: "belum ada".to_owned(),
            ..Summary::default()
        }],
        ..SummaryPrint::default()
    };
    let words = text(&summaries(&print));
    assert_has(&words, &["Jumlah 2", "Rancangan : belum ada"]);
    assert!(
        !words.contains("Hasil penilaian") && !words.contains("Keputusan"),
        "{words}"
    );
}

#[test]
fn hostile_markdown_in_an_observation_stays_inside_its_chapter() {
    let mut print = report(1);
    let seen = &mut print.parts[0].observations[0];
    seen.note = "# Judul palsu\n\n<script>x</script>\n\n```\n{{lokus}}\n".to_owned();
    let document = booklet(BookletPrint {
        observations: print.parts,
        ..BookletPrint::default()
    });
    let pages = set(&document);
    assert_has(&pages.text(), &["<script>x</script>", "{{lokus}}"]);
    let fake = pages
        .outline
        .iter()
        .find(|it| it.title == "Judul palsu")
        .unwrap();
    assert!(fake.level > 2, "{fake:?}");
    let chapters = pages.outline.iter().filter(|it| it.level == 1);
    let chapters = chapters.filter(|it| it.title != "Daftar Isi");
    assert!(chapters.clone().all(|it| it.title.starts_with("Bab ")));
    assert_eq!(chapters.count(), 7);
}
