//! Prayer times as an office asks for them on the command line.

use crate::program::tilik;

fn asked(words: &[&str]) -> crate::program::Ran {
    tilik(&[&["prayer"], words].concat())
}

const BANYUWANGI: [&str; 2] = ["--at", "-8.2192,114.3691"];

#[test]
fn each_day_is_an_object_with_its_times_by_the_clock_of_the_zone() {
    let days = ["--from", "2018-03-20", "--to", "2018-03-24", "--json"];
    let on = |zone: &str| asked(&[&BANYUWANGI[..], &["--zone", zone], &days].concat()).json();
    let wib = on("WIB");
    assert_eq!(wib.as_array().unwrap().len(), 5);
    let expected = serde_json::json!({
        "date": "2018-03-20", "imsak": "04:02", "subuh": "04:12", "terbit": "05:24",
        "dzuhur": "11:33", "ashar": "14:46", "maghrib": "17:36", "isya": "18:45",
    });
    assert_eq!(wib[0], expected);
    assert_eq!(wib, on("Asia/Jakarta"));
    let makassar = on("Asia/Makassar");
    assert_eq!(makassar[0]["dzuhur"], "12:33");
    assert_eq!(
        (&makassar, on("wit")[0]["dzuhur"].as_str()),
        (&on("WITA"), Some("13:33"))
    );
}

#[test]
fn a_table_is_for_people_and_says_that_it_is_computed() {
    let day = ["--zone", "wib", "--from", "2018-03-20"];
    let ran = asked(&[&BANYUWANGI[..], &day].concat());
    assert!(ran.out.contains("2018-03-20  04:02   04:12"), "{ran:?}");
    assert!(
        ran.out.contains("WIB") && ran.out.contains("hitungan"),
        "{ran:?}"
    );
    let english = asked(&[&BANYUWANGI[..], &day, &["--lang", "en"]].concat());
    assert!(english.out.contains("Computed"), "{english:?}");
}

#[test]
fn what_cannot_be_reckoned_is_refused_with_a_reason() {
    let day = ["--from", "2018-06-21"];
    for wrong in [
        &["--at", "95,114", "--zone", "wib"],
        &["--at", "x", "--zone", "wib"],
        &["--at", "-8,114", "--zone", "CET"],
        &["--at", "nan,114", "--zone", "wib"],
    ] {
        let ran = asked(&[&wrong[..], &day].concat());
        assert_eq!(ran.code, Some(2), "{ran:?}");
        assert!(
            ran.err.contains("Usage") || ran.err.contains("--help"),
            "{ran:?}"
        );
    }
    let refused = |words: &[&str]| asked(&[words, &["--zone", "wib", "--json"]].concat()).refusal();
    assert_eq!(
        refused(&["--at", "70,25", "--from", "2018-06-21"]),
        "prayer-never"
    );
    assert_eq!(
        refused(&["--at", "-8,114", "--from", "1800-01-01"]),
        "prayer-year"
    );
    let back = [
        "--at",
        "-8,114",
        "--from",
        "2018-03-20",
        "--to",
        "2018-03-19",
    ];
    assert_eq!(refused(&back), "prayer-order");
}
