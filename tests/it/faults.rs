//! Folders that are wrong, damaged, from the future, full or closed to us: a
//! clear refusal each, and nothing acknowledged is lost.

use std::fs;
use std::path::Path;

use rusqlite::Connection;

use crate::cohorts::Place;
use crate::program::{Ran, tilik_in};
use crate::saver::Chance;
use tilik_core::store::Access;

fn check(dir: &Path) -> Ran {
    tilik_in(dir, &["check", "--json"], &[])
}

/// A check that found something stored not to be whole, and said so.
fn unwell(dir: &Path) -> serde_json::Value {
    let ran = check(dir);
    assert_eq!((ran.code, ran.err.as_str()), (Some(1), ""), "{ran:?}");
    serde_json::from_str(&ran.out).unwrap()
}

fn sql(place: &Place, statements: &str) {
    let connection = Connection::open(place.database()).unwrap();
    connection.execute_batch(statements).unwrap();
}

#[test]
fn a_folder_that_is_no_cohort_is_named() {
    let place = Place::example();
    for (name, prepare) in [("tiada", false), ("kosong", true)] {
        let dir = place.file(name);
        if prepare {
            fs::create_dir(&dir).unwrap();
        }
        assert_eq!(check(&dir).refusal(), "not-a-cohort", "{name}");
    }
    let dir = place.file("lain");
    fs::create_dir(&dir).unwrap();
    let other = Connection::open(dir.join("cohort.db")).unwrap();
    other
        .execute_batch("CREATE TABLE lagu (judul TEXT)")
        .unwrap();
    drop(other);
    assert_eq!(
        check(&dir).refusal(),
        "not-a-cohort",
        "another program's database"
    );
    assert_eq!(
        tilik_in(&dir, &["rebuild", "--json"], &[]).refusal(),
        "not-a-cohort"
    );
}

#[test]
fn a_cohort_of_a_newer_version_is_left_alone() {
    let place = Place::example();
    sql(&place, "PRAGMA user_version = 99");
    let before = fs::read(place.database()).unwrap();
    assert_eq!(check(&place.dir()).refusal(), "too-new");
    assert_eq!(
        tilik_in(&place.dir(), &["rebuild", "--json"], &[]).refusal(),
        "too-new"
    );
    assert_eq!(fs::read(place.database()).unwrap(), before);
}

#[test]
fn a_database_that_is_none_is_called_damaged() {
    let mut chance = Chance::new(5);
    let noise: Vec<u8> = (0..40_000).map(|_| chance.next() as u8).collect();
    for (name, bytes) in [
        ("derau", noise.as_slice()),
        ("teks", b"bukan basis data".as_slice()),
    ] {
        let place = Place::example();
        fs::write(place.database(), bytes).unwrap();
        assert_eq!(check(&place.dir()).refusal(), "damaged", "{name}");
    }
    let place = Place::example();
    fs::write(place.database(), b"").unwrap();
    assert_eq!(check(&place.dir()).refusal(), "not-a-cohort", "empty");
    let place = Place::example();
    fs::write(place.dir().join("keys.json"), b"{ rusak").unwrap();
    assert_eq!(check(&place.dir()).refusal(), "damaged", "keys");
}

#[test]
fn bytes_changed_anywhere_in_the_database_are_noticed_or_do_no_harm() {
    let example = Place::example();
    let whole = fs::read(example.database()).unwrap();
    let wanted = example
        .open(Access::Read)
        .unwrap()
        .store()
        .digest()
        .unwrap();
    let mut noticed = 0;
    for seed in 1..=24 {
        let mut chance = Chance::new(seed);
        let mut bytes = whole.clone();
        if seed % 4 == 0 {
            bytes.truncate(chance.below(whole.len()));
        } else {
            let from = chance.below(whole.len() - 600);
            bytes[from..from + 512].fill_with(|| chance.next() as u8);
        }
        let place = Place::example();
        fs::write(place.database(), bytes).unwrap();
        match place
            .open(Access::Read)
            .and_then(|session| Ok((session.check()?, session)))
        {
            // Pages hold empty space too.
            Ok((report, session)) if report.is_whole() => {
                assert_eq!(session.store().digest().unwrap(), wanted, "seed {seed}");
            }
            _ => noticed += 1,
        }
    }
    assert!(noticed >= 12, "only {noticed} of 24 were noticed");
}

#[test]
fn a_changed_batch_is_named_by_its_number() {
    let place = Place::example();
    sql(
        &place,
        "UPDATE batch SET frame = CAST(substr(frame, 1, 60) || x'ff' || substr(frame, 62)
                                              AS BLOB) WHERE id = 40",
    );
    let report = unwell(&place.dir());
    assert_eq!(report["log"]["state"], "broken");
    assert_eq!(report["log"]["batch"], 40);
    let verified = tilik_in(&place.dir(), &["verify"], &[]);
    assert_eq!(verified.code, Some(1));
    assert!(verified.out.contains("kumpulan ke-40"), "{verified:?}");
}

#[test]
fn a_changed_projection_is_noticed_and_a_rebuild_mends_it() {
    let place = Place::example();
    sql(
        &place,
        "UPDATE record SET title = 'palsu' WHERE kind = 'site'",
    );
    assert_eq!(unwell(&place.dir())["log"]["is_shown_truly"], false);
    let rebuilt = tilik_in(&place.dir(), &["rebuild", "--json"], &[]).json();
    assert_eq!(rebuilt["was_equal"], false);
    assert_eq!(check(&place.dir()).json()["is_whole"], true);

    sql(&place, "DELETE FROM record; DELETE FROM version");
    tilik_in(&place.dir(), &["rebuild"], &[]);
    assert_eq!(
        check(&place.dir()).json()["is_whole"],
        true,
        "all from the log alone"
    );
}

#[test]
fn a_changed_submission_does_not_fit_its_signature() {
    let place = Place::example();
    sql(
        &place,
        "UPDATE signed SET body = replace(body, 'loket', 'lokat') WHERE kind = 'submission'",
    );
    let report = unwell(&place.dir());
    assert_eq!(
        report["signed"]["bad"].as_array().unwrap().len(),
        1,
        "{report}"
    );
}

#[test]
fn a_second_writer_is_refused_and_a_reader_is_welcome() {
    let place = Place::example();
    let window = place.open(Access::Write).unwrap();
    let refused = tilik_in(&place.dir(), &["rebuild", "--json"], &[]);
    assert_eq!(refused.refusal(), "already-open");
    assert_eq!(check(&place.dir()).json()["is_whole"], true);
    drop(window);
    assert_eq!(tilik_in(&place.dir(), &["rebuild"], &[]).code, Some(0));
}

#[cfg(unix)]
mod disk;
