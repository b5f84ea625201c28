//! Markdown that is too much in every way: the print has all of it, and what could not be printed
//! is named.

use std::fs;

use super::prints::sound;
use crate::cohorts::Place;
use crate::program::tilik;

/// No bundled font has it.
const UNKNOWN: char = '\u{12000}';

#[test]
fn too_much_of_everything_is_printed_or_named_in_a_warning() {
    let place = Place::new_cohort();
    let source = place.file("banyak.md");
    let long = "panjangsekali".repeat(16);
    let mut text = format!(
        "# Terlalu banyak\n\nTanda {UNKNOWN}, kata {long}.\n\n![Rusak](rusak.png)\n\n\
         ![Tidak ada](hilang.jpg)\n\n## Dua puluh ribu kata\n\n"
    );
    for number in 0..20_000 {
        text.push_str(&format!("KATA{} ", number % 500));
    }
    text.push_str("\n\n## Tiga ribu baris\n\n| No. | Nama |\n|--:|---|\n");
    for number in 1..=3000 {
        text.push_str(&format!("| {number} | baris{number}x |\n"));
    }
    fs::write(&source, text).unwrap();
    fs::write(place.file("rusak.png"), b"\x89PNG\r\n\x1a\nbukan gambar").unwrap();
    let out = place.file("banyak.pdf");
    let (from, to) = (source.to_str().unwrap(), out.to_str().unwrap());
    let ran = tilik(&["render", from, "-o", to, "--json"]);
    assert_eq!(ran.code, Some(0), "{ran:?}");
    let said = ran.json()["warnings"].to_string();
    for named in ["rusak.png", "hilang.jpg", &UNKNOWN.to_string()] {
        assert!(said.contains(named), "{named}: {said}");
    }
    let words = sound(&out);
    // In capitals, since those are not broken.
    assert_eq!(words.matches("KATA").count(), 20_000);
    for number in 1..=3000 {
        assert!(words.contains(&format!("baris{number}x")), "row {number}");
    }
    let joined: String = words.split_whitespace().collect();
    assert!(joined.contains(&long), "the long word, over its lines");
    assert!(
        words.contains("Gambar tidak dapat dicetak"),
        "a frame for each"
    );
}
