//! Rosters through the built program: the three real shapes, and files that
//! are none.

use std::collections::BTreeMap;
use std::fs;

use serde_json::Value;

use crate::cohorts::Place;
use crate::program::{Ran, fixture, tilik_in};

fn import(place: &Place, file: &str, more: &[&str]) -> Ran {
    let more = [&[file, "--json"], more].concat();
    tilik_in(&place.dir(), &["import", "roster"], &more)
}

fn count(of: &Value) -> usize {
    of.as_array().unwrap().len()
}

fn people_in(place: &Place) -> i64 {
    let made = tilik_in(&place.dir(), &["check", "--json"], &[]).json();
    made["log"]["records"].as_i64().unwrap()
}

#[test]
fn the_three_rosters_give_their_people_once() {
    let rosters = [
        ("rosters/bersih.xlsx", 30, 10),
        ("rosters/kop-surat.xlsx", 30, 0),
        ("rosters/titik-koma.csv", 6, 10),
    ];
    for (name, trainees, instructors) in rosters {
        let place = Place::new_cohort();
        let before = people_in(&place);
        let seen = import(&place, &fixture(name), &["--dry-run"]).json();
        assert!(seen["outcome"].is_null());
        assert_eq!(people_in(&place), before, "{name}: looking keeps nothing");

        let first = import(&place, &fixture(name), &[]).json();
        let of = |role: &str| {
            let people = first["preview"]["people"].as_array().unwrap();
            people
                .iter()
                .filter(|person| person["role"] == role)
                .count()
        };
        assert_eq!(
            (of("trainee"), of("instructor")),
            (trainees, instructors),
            "{name}"
        );
        assert_eq!(
            count(&first["outcome"]["added"]),
            trainees + instructors,
            "{name}"
        );
        let after = people_in(&place);

        let again = import(&place, &fixture(name), &[]).json();
        assert_eq!(count(&again["outcome"]["added"]), 0, "{name}");
        assert_eq!(again["outcome"]["groups_made"], 0, "{name}");
        assert_eq!(
            again["outcome"]["already_there"],
            trainees + instructors,
            "{name}"
        );
        assert_eq!(people_in(&place), after, "{name}: twice changes nothing");
    }
}

#[test]
fn every_planted_problem_is_named_by_sheet_row_and_column() {
    let place = Place::new_cohort();
    let seen = import(&place, &fixture("rosters/kop-surat.xlsx"), &["--dry-run"]).json();
    let mut rows: BTreeMap<&str, Vec<u64>> = BTreeMap::new();
    for problem in seen["preview"]["problems"].as_array().unwrap() {
        let code = problem["code"].as_str().unwrap();
        rows.entry(code)
            .or_default()
            .push(problem["row"].as_u64().unwrap());
    }
    let wanted = BTreeMap::from([
        ("nip-damaged", vec![9, 13, 17, 21, 25, 29, 33]),
        ("nip-repeated", vec![16]),
        ("nip-apostrophe", vec![6, 10, 14, 18, 22, 26, 30, 34]),
        ("nip-spaces", vec![7, 11, 15, 16, 19, 23, 27, 31, 35]),
    ]);
    assert_eq!(rows, wanted);

    let file = fixture("rosters/kop-surat.xlsx");
    let spoken = tilik_in(&place.dir(), &["import", "roster"], &[&file, "--dry-run"]);
    assert_eq!(spoken.code, Some(0));
    for words in [
        "Lembar “Sheet1”, baris 9, kolom C: NIP",
        "baris 16, kolom C: NIP",
        "baris 15",
    ] {
        assert!(spoken.out.contains(words), "{words}: {}", spoken.out);
    }
}

#[test]
fn what_is_no_roster_is_refused_and_changes_nothing() {
    let place = Place::new_cohort();
    let before = people_in(&place);
    let planted: [(&str, &[u8], &str); 6] = [
        ("kosong.csv", b"", "empty-file"),
        ("tanpa-judul.csv", b"a;b\nc;d\n", "no-roster"),
        (
            "program.exe",
            b"MZ\x90\0\x03\0\0\0\x04\0\0\0\xff\xff\0\0",
            "not-a-table",
        ),
        (
            "rusak.xlsx",
            b"PK\x03\x04 tetapi bukan zip",
            "workbook-damaged",
        ),
        (
            "halaman.xls",
            b"<html><body><table><tr><td>Nama",
            "not-a-table",
        ),
        ("petik.csv", b"Nama;NIP\n\"Peserta 01;1\n", "open-quote"),
    ];
    for (name, bytes, code) in planted {
        let file = place.file(name);
        fs::write(&file, bytes).unwrap();
        let refused = import(&place, file.to_str().unwrap(), &[]);
        assert_eq!(refused.refusal(), code, "{name}");
    }
    let locked = import(&place, &fixture("rosters/sandi.xlsx"), &[]);
    assert_eq!(locked.refusal(), "password-protected");
    let absent = place.file("tiada.xlsx");
    assert_eq!(
        import(&place, absent.to_str().unwrap(), &[]).refusal(),
        "file"
    );
    assert_eq!(people_in(&place), before);
}

#[test]
fn a_roster_without_people_takes_nobody_in() {
    let place = Place::new_cohort();
    let file = place.file("nol.csv");
    fs::write(&file, "NIP;Nama;Jabatan;Instansi\n").unwrap();
    let done = import(&place, file.to_str().unwrap(), &[]).json();
    assert_eq!(count(&done["preview"]["people"]), 0);
    assert_eq!(count(&done["outcome"]["added"]), 0);
}
