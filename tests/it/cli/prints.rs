//! Prints read back by other programs: well-formed, fonts inside, words there.

use std::fs;
use std::path::{Path, PathBuf};

use crate::cohorts::Place;
use crate::program::{Ran, tilik, tilik_in, tool};

const DAYS: [&str; 5] = [
    "20 Maret 2018",
    "21 Maret 2018",
    "22 Maret 2018",
    "23 Maret 2018",
    "24 Maret 2018",
];

fn export(place: &Place, name: &str, words: &[&str]) -> (Ran, PathBuf) {
    let file = place.file(name);
    let words = [words, &["-o", file.to_str().unwrap()]].concat();
    (tilik_in(&place.dir(), &["export"], &words), file)
}

/// A print that qpdf and poppler have no fault to find with, as its words.
fn words_of(place: &Place, name: &str, words: &[&str]) -> String {
    let (ran, file) = export(place, name, words);
    assert_eq!((ran.code, ran.err.as_str()), (Some(0), ""), "{words:?}");
    sound(&file)
}

pub(super) fn sound(file: &Path) -> String {
    let checked = tool("qpdf", &["--check"], file);
    assert!(
        checked.contains("No syntax or stream encoding errors"),
        "{checked}"
    );
    let fonts = tool("pdffonts", &[], file);
    let mut lines = fonts.lines().skip(2).peekable();
    assert!(lines.peek().is_some(), "no fonts: {fonts}");
    for line in lines {
        // … emb sub uni object ID
        let columns: Vec<&str> = line.split_whitespace().rev().collect();
        assert_eq!(
            (columns[4], columns[3]),
            ("yes", "yes"),
            "embedded, subset: {line}"
        );
    }
    let output = std::process::Command::new("pdftotext")
        .arg(file)
        .arg("-")
        .output();
    let text = Ran::of(output.unwrap()).out;
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn size(file: &Path) -> String {
    let info = tool("pdfinfo", &[], file);
    let line = info
        .lines()
        .find(|line| line.starts_with("Page size"))
        .unwrap();
    let numbers = line
        .split_whitespace()
        .filter_map(|word| word.parse::<f64>().ok());
    numbers
        .map(|number| format!("{number:.0}"))
        .collect::<Vec<_>>()
        .join(" × ")
}

#[test]
fn the_schedule_shows_all_five_days_and_every_group_on_both_papers() {
    let place = Place::example();
    let sheets: [(&str, &[&str], &str); 4] = [
        ("a4.pdf", &["schedule", "--format", "pdf"], "842 × 595"),
        ("f4.pdf", &["schedule", "--paper", "f4"], "935 × 609"),
        ("a4-tegak.pdf", &["schedule", "--portrait"], "595 × 842"),
        (
            "f4-tegak.pdf",
            &["schedule", "--paper", "f4", "--portrait"],
            "609 × 935",
        ),
    ];
    for (name, words, wanted) in sheets {
        let text = words_of(&place, name, words);
        let groups = (1..=4).map(|number| format!("Kelompok {number}"));
        let heads = ["Waktu", "Kegiatan", "Tempat", "Penanggung", "Keterangan"];
        let sought = DAYS
            .into_iter()
            .chain(heads)
            .map(str::to_owned)
            .chain(groups);
        for part in sought {
            assert!(text.contains(&part), "{name} lacks {part}: {text}");
        }
        assert_eq!(size(&place.file(name)), wanted, "{name}");
    }
}

#[test]
fn a_group_and_a_person_get_their_own_schedule() {
    let place = Place::example();
    let group = words_of(&place, "k2.pdf", &["schedule", "--group", "Kelompok 2"]);
    assert!(group.contains("Kelompok 2"));
    for other in ["Kelompok 1", "Kelompok 3", "Kelompok 4"] {
        assert!(!group.contains(other), "{other}: {group}");
    }
    for day in DAYS {
        assert!(group.contains(day), "{day}: {group}");
    }
    let person = words_of(
        &place,
        "p.pdf",
        &["schedule", "--person", "Widyaiswara 03", "--paper", "f4"],
    );
    assert!(person.contains("Widyaiswara 03"), "{person}");
    assert!(
        !person.contains("Widyaiswara 06"),
        "only what concerns them: {person}"
    );
    let english = words_of(&place, "en.pdf", &["schedule", "--lang", "en"]);
    assert!(english.contains("21 March 2018"), "{english}");
}

#[test]
fn a_series_goes_into_one_file_or_one_each_and_replaces_nothing() {
    let place = Place::example();
    let folder = place.file("cetakan");
    let out = ["-o", folder.to_str().unwrap()];
    let batch = |series: &str, more: &[&str]| {
        let words = [&[series, "--json"], &out[..], more].concat();
        let told = tilik_in(&place.dir(), &["batch"], &words).json();
        let files = told["files"].as_array().unwrap().clone();
        files
            .iter()
            .map(|name| name.as_str().unwrap().to_owned())
            .collect::<Vec<_>>()
    };
    let each = batch("group-schedule", &[]);
    assert_eq!(each.len(), 4);
    for (group, name) in (1..=4).zip(&each) {
        assert!(sound(&folder.join(name)).contains(&format!("Kelompok {group}")));
    }
    let again = batch("group-schedule", &[]);
    assert!(again.iter().all(|name| !each.contains(name)), "{again:?}");

    let one = batch("newest-submission", &["--one-file", "--both-sides"]);
    assert_eq!(one, ["usulan-terakhir-diajukan.pdf"]);
    sound(&folder.join(&one[0]));
}

#[test]
fn every_record_that_can_be_printed_is_and_twice_gives_the_same_bytes() {
    let place = Place::example();
    for kind in ["observation", "proposal", "submission", "review"] {
        let (asked, _) = export(&place, "x.pdf", &[kind, "--json"]);
        let ids = match asked.code {
            Some(0) => vec![None],
            _ => {
                assert_eq!(asked.refusal(), "choose-one", "{kind}");
                let refusal: serde_json::Value = serde_json::from_str(&asked.err).unwrap();
                let ids = refusal["params"]["ids"].as_str().unwrap().to_owned();
                ids.split(' ').map(|id| Some(id.to_owned())).collect()
            }
        };
        for id in ids {
            let mut words = vec![kind];
            if let Some(id) = &id {
                words.extend(["--id", id]);
            }
            let (ran, file) = export(&place, "satu.pdf", &words);
            assert_eq!(ran.code, Some(0), "{ran:?}");
            assert!(sound(&file).split(' ').count() > 20, "{kind} {id:?}");
            let (_, again) = export(&place, "dua.pdf", &words);
            assert_eq!(
                fs::read(file).unwrap(),
                fs::read(again).unwrap(),
                "{kind} {id:?}"
            );
            words.extend(["--format", "json"]);
            let (ran, data) = export(&place, "data.json", &words);
            assert_eq!(ran.code, Some(0), "{ran:?}");
            let data: serde_json::Value = serde_json::from_slice(&fs::read(data).unwrap()).unwrap();
            assert!(data.is_object());
        }
    }
}

#[test]
fn a_coaching_log_is_printed_for_who_is_named() {
    let place = Place::example();
    let of = |person: &str| words_of(&place, "kartu.pdf", &["coaching", "--person", person]);
    assert!(of("Widyaiswara 01").contains("KARTU BIMBINGAN"));
    assert!(of("Peserta 01").contains("Peserta 01"));
    let words = ["coaching", "--person", "Peserta 01", "--format", "json"];
    let (ran, file) = export(&place, "kartu.json", &words);
    assert_eq!(ran.code, Some(0), "{ran:?}");
    let data: serde_json::Value = serde_json::from_slice(&fs::read(file).unwrap()).unwrap();
    assert!(data["coaching"].is_array());
}

#[test]
fn the_data_of_a_schedule_has_names_and_local_times() {
    let place = Place::example();
    let words = ["schedule", "--format", "json", "--group", "Kelompok 2"];
    let (ran, file) = export(&place, "jadwal.json", &words);
    assert_eq!(ran.code, Some(0), "{ran:?}");
    let data: serde_json::Value = serde_json::from_slice(&fs::read(file).unwrap()).unwrap();
    let visits = data["visits"].as_array().unwrap();
    assert!(
        visits
            .iter()
            .any(|visit| visit["start"] == "2018-03-21T08:15"
                && visit["site"] == "Pondok Pesantren Gontor V"
                && visit["groups"][0] == "Kelompok 2")
    );
}

#[test]
fn a_markdown_file_becomes_a_print_with_only_its_own_pictures() {
    let place = Place::new_cohort();
    fs::create_dir(place.file("laporan")).unwrap();
    let source = place.file("laporan/catatan.md");
    let text = "# Catatan perjalanan\n\nLoket **terpadu**, lihat ![foto](../rahasia.png).\n\n\
                | Lokus | Hari |\n|---|---|\n| Mall Pelayanan Publik | Rabu |\n\n\
                <script>alert('x')</script>\n";
    fs::write(&source, text).unwrap();
    fs::write(place.file("rahasia.png"), b"\x89PNG").unwrap();
    let out = place.file("catatan.pdf");
    let words = [
        "render",
        source.to_str().unwrap(),
        "-o",
        out.to_str().unwrap(),
        "--paper",
        "f4",
    ];
    let ran = tilik(&words);
    assert_eq!(ran.code, Some(0), "{ran:?}");
    assert!(ran.err.contains("../rahasia.png"), "{ran:?}");
    let words = sound(&out);
    for part in [
        "Catatan perjalanan",
        "Mall Pelayanan Publik",
        "Halaman 1 dari 1",
        "alert('x')",
    ] {
        assert!(words.contains(part), "{part}: {words}");
    }
    assert_eq!(size(&out), "609 × 935");

    let out = place.file("catatan.DOCX");
    let from = source.to_str().unwrap();
    let ran = tilik(&["render", from, "-o", out.to_str().unwrap()]);
    assert_eq!(ran.code, Some(0), "{ran:?}");
    assert!(fs::read(&out).unwrap().starts_with(b"PK"), "a Word file");

    fs::write(&source, b"\xff\xfe\x00biner").unwrap();
    let refused = tilik(&["render", source.to_str().unwrap(), "-o", "x.pdf", "--json"]);
    assert_eq!(refused.refusal(), "not-text");
    let refused = tilik(&[
        "render",
        place.dir().to_str().unwrap(),
        "-o",
        "x.pdf",
        "--json",
    ]);
    assert_eq!(refused.refusal(), "file");
}

#[test]
fn every_print_of_an_office_is_asked_for_by_its_name() {
    let place = Place::example();
    let kinds: [(&[&str], &str); 9] = [
        (&["pocket", "--fold", "half"], "Rabu, 21 Maret 2018"),
        (
            &["pocket", "--in-order", "--group", "Kelompok 2"],
            "Kelompok 2",
        ),
        (&["attendance", "--day", "2018-03-21"], "DAFTAR HADIR"),
        (&["form", "--paper", "f4"], "LEMBAR OBSERVASI"),
        (&["report", "--site", "Mall Pelayanan Publik"], "Ikhtisar"),
        (&["request", "--lang", "en"], "Dear Sir"),
        (&["assignment", "--each-group"], "SURAT TUGAS"),
        (&["summary", "--person", "Peserta 04"], "RINGKASAN"),
        (&["booklet"], "Bab 7. Keputusan"),
    ];
    for (words, wanted) in kinds {
        let (ran, file) = export(&place, "satu.pdf", words);
        assert_eq!(ran.code, Some(0), "{ran:?}");
        let text = sound(&file);
        assert!(text.contains(wanted), "{words:?}: {text}");
    }
    let (ran, _) = export(&place, "surat.pdf", &["request"]);
    assert!(ran.err.contains("nomor"), "the gap is named: {ran:?}");
    let (ran, _) = export(&place, "x.json", &["booklet", "--format", "json", "--json"]);
    assert_eq!((ran.code, ran.refusal().as_str()), (Some(1), "only-paper"));
}
