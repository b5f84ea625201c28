//! What commands say and the exit codes they end with.

use std::process::{Command, Stdio};

use crate::cohorts::Place;
use crate::program::{tilik, tilik_cli, tilik_in};

#[test]
fn the_example_is_made_and_found_whole_with_its_one_conflict_in_words() {
    let place = Place::new_cohort();
    let dir = place.file("contoh");
    let made = tilik_in(&dir, &["example", "--json"], &[]).json();
    assert_eq!(made["is_example"], true);

    let checked = tilik_in(&dir, &["check", "--json"], &[]).json();
    assert_eq!(checked["is_whole"], true, "{checked}");
    assert_eq!(checked["log"]["held"], 0);
    assert_eq!(checked["signed"]["submissions"], 2);
    assert_eq!(checked["signed"]["decisions"], 1);
    let conflicts = checked["conflicts"].as_array().unwrap();
    let of = |severity: &str| {
        conflicts
            .iter()
            .filter(|it| it["severity"] == severity)
            .count()
    };
    assert_eq!((of("block"), of("warn")), (1, 0), "{conflicts:#?}");
    let closed = conflicts.iter().position(|it| it["clash"] == "site-closed");
    let sentence = checked["conflict_sentences"][closed.unwrap()]
        .as_str()
        .unwrap();
    assert!(
        sentence.contains("Kamis, 22 Maret 2018") && sentence.contains("tutup"),
        "{sentence}"
    );

    let spoken = tilik_in(&dir, &["check", "--lang", "en"], &[]);
    assert!(spoken.out.contains("Thursday, 22 March 2018"), "{spoken:?}");
    assert!(!spoken.out.contains("cli-"), "{spoken:?}");
    let verified = tilik_in(&dir, &["verify"], &[]);
    assert!(
        verified.out.contains("2 kiriman, 1 keputusan"),
        "{verified:?}"
    );
    let rebuilt = tilik_in(&dir, &["rebuild", "--json"], &[]).json();
    assert_eq!(
        (&rebuilt["was_equal"], &rebuilt["held"]),
        (&true.into(), &0.into())
    );
}

#[test]
fn a_new_cohort_has_its_coordinator_and_refuses_a_folder_in_use() {
    let place = Place::new_cohort();
    let dir = place.file("baru");
    let words = [
        "--name",
        "Angkatan baru",
        "--coordinator",
        "Panitia 02",
        "--start",
        "2026-03-09",
        "--end",
        "2026-03-13",
        "--zone",
        "wita",
        "--json",
    ];
    let made = tilik_in(&dir, &["new"], &words).json();
    assert_eq!(made["actor"]["name"], "Panitia 02");
    assert_eq!(tilik_in(&dir, &["new"], &words).refusal(), "not-empty");
    let reversed = words.map(|word| {
        if word == "2026-03-13" {
            "2026-03-01"
        } else {
            word
        }
    });
    let other = place.file("lain");
    assert_eq!(
        tilik_in(&other, &["new"], &reversed).refusal(),
        "incomplete"
    );
    assert!(!other.exists(), "a refused cohort leaves no folder behind");
}

#[test]
fn a_search_finds_by_stem_and_an_unknown_word_is_no_failure() {
    let place = Place::example();
    let found = tilik_in(&place.dir(), &["search", "--json"], &["layanan"]).json();
    let titles: Vec<&str> = found
        .as_array()
        .unwrap()
        .iter()
        .map(|hit| hit["title"].as_str().unwrap())
        .collect();
    assert!(titles.contains(&"Mall Pelayanan Publik"), "{titles:?}");
    let none = tilik_in(&place.dir(), &["search"], &["kapal", "selam"]);
    assert_eq!(none.code, Some(0));
    assert!(none.out.contains("kapal selam"), "{none:?}");
    let odd = tilik_in(&place.dir(), &["search", "--json"], &["\" OR * NEAR( ^"]).json();
    assert!(odd.is_array());
}

#[test]
fn wrong_usage_ends_with_two_and_a_refusal_with_one() {
    let place = Place::example();
    assert_eq!(tilik(&["plan-nothing"]).code, Some(2));
    assert_eq!(
        tilik_in(&place.dir(), &["export"], &["schedule"]).code,
        Some(2)
    );
    let both = ["schedule", "--group", "a", "--person", "b", "-o", "x.pdf"];
    assert_eq!(tilik_in(&place.dir(), &["export"], &both).code, Some(2));
    let nowhere = tilik_in(&place.file("tiada"), &["check"], &[]);
    assert_eq!(nowhere.code, Some(1));
    assert!(
        nowhere.out.is_empty() && nowhere.err.contains("tiada"),
        "{nowhere:?}"
    );
    assert_eq!(
        nowhere.err.lines().count(),
        2,
        "what, and what to do: {nowhere:?}"
    );
    assert_eq!(tilik(&["--help"]).code, Some(0));
}

#[test]
fn a_name_that_fits_nobody_or_several_is_said_and_a_choice_is_offered() {
    let place = Place::example();
    let file = place.file("x.pdf");
    let file = file.to_str().unwrap();
    let refused = |words: &[&str]| {
        let words = [words, &["-o", file, "--json"]].concat();
        tilik_in(&place.dir(), &["export"], &words).refusal()
    };
    assert_eq!(refused(&["schedule", "--group", "Kelompok"]), "which-group");
    assert_eq!(refused(&["schedule", "--group", "Kelompok 9"]), "no-group");
    assert_eq!(
        refused(&["schedule", "--person", "Peserta 99"]),
        "no-person"
    );
    assert_eq!(refused(&["observation"]), "choose-one");
    assert_eq!(refused(&["observation", "--id", "abc"]), "choose-one");
    let unknown = "0".repeat(32);
    assert_eq!(refused(&["observation", "--id", &unknown]), "not-found");
    let unknown = "0".repeat(64);
    assert_eq!(refused(&["submission", "--id", &unknown]), "not-found");
    assert!(!place.file("x.pdf").exists());
}

#[test]
fn a_reader_that_goes_away_is_no_failure() {
    let place = Place::example();
    let mut child = Command::new(tilik_cli())
        .args(["search", "--limit", "200"])
        .arg(place.dir())
        .arg("peserta")
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    drop(child.stdout.take());
    let ran = crate::program::Ran::of(child.wait_with_output().unwrap());
    assert_eq!((ran.code, ran.err.as_str()), (Some(0), ""));
}
