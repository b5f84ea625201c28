//! What changed since a release, on the command line.

use crate::cohorts::Place;
use crate::program::tilik_in;

#[test]
fn a_single_release_has_its_changes_told_from_nothing_and_from_itself() {
    let place = Place::new_cohort();
    let dir = place.file("contoh");
    tilik_in(&dir, &["example"], &[]);
    let since_it = tilik_in(&dir, &["changes"], &["--json"]).json();
    assert_eq!(
        (&since_it["since"], &since_it["until"]),
        (&1.into(), &().into())
    );
    assert_eq!(since_it["changes"], serde_json::json!([]));
    let none = tilik_in(&dir, &["changes"], &[]);
    assert!(none.out.contains("Tidak ada perubahan"), "{none:?}");

    let all = ["--since", "0", "--group", "Kelompok 1"];
    let told = tilik_in(&dir, &["changes"], &all);
    assert!(
        told.out.contains("Terbitan 1") && told.out.contains("Baru"),
        "{told:?}"
    );
    assert!(!told.out.contains("Kelompok 2"), "{told:?}");
    let english = tilik_in(&dir, &["changes", "--lang", "en"], &all);
    assert!(english.out.contains("Release 1"), "{english:?}");

    let file = place.file("perubahan.pdf");
    let output = ["changes", "--since", "0", "-o", file.to_str().unwrap()];
    let printed = tilik_in(&dir, &["export"], &output);
    assert_eq!(printed.code, Some(0), "{printed:?}");
    assert!(std::fs::read(file).unwrap().starts_with(b"%PDF"));

    let unknown = tilik_in(&dir, &["changes"], &["--since", "9", "--json"]);
    assert_eq!(unknown.refusal(), "not-found");
}
