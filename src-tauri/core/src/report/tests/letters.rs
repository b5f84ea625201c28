//! Letters from templates: every field is filled in or named, and nothing of a template is lost.

use std::collections::BTreeMap;

use proptest::prelude::*;

use super::super::model::{Cell, Table, text_of};
use super::super::prints::*;
use super::office::{set, text};
use super::prints::assert_has;

fn letter(body: &str) -> Letter {
    let text = |it: &str| FieldValue::Text(it.to_owned());
    let table = Table {
        rows: vec![vec![Cell::plain("Peserta 01 (Papua)")]],
        ..Table::default()
    };
    Letter {
        number: "{{nomor}}".to_owned(),
        subject: "Permohonan kunjungan {{ lokus }}".to_owned(),
        recipient: "Yth. Pimpinan {{lokus}}\n{{alamat}}".to_owned(),
        body: body.to_owned(),
        fields: BTreeMap::from([
            ("nomor".to_owned(), text("")),
            ("lokus".to_owned(), text("Mall *Pelayanan* Publik")),
            ("alamat".to_owned(), text("  ")),
            ("daftar".to_owned(), FieldValue::Table(table)),
            ("kosong".to_owned(), FieldValue::Table(Table::default())),
        ]),
        ..Letter::default()
    }
}

fn printed(letter: Letter) -> (String, Vec<Gap>) {
    let (document, gaps) = letters(&LetterPrint {
        letters: vec![letter],
        ..LetterPrint::default()
    });
    (text(&document), gaps)
}

#[test]
fn a_letter_names_every_field_without_a_value_and_leaves_dots() {
    let (words, gaps) = printed(letter(
        "Di {{tempat_duduk}} dan **{{lokus}}**.\n\n{{daftar}}\n\n{{kosong}}",
    ));
    assert_has(
        &words,
        &[
            "Permohonan kunjungan Mall *Pelayanan* Publik",
            "Peserta 01 (Papua)",
        ],
    );
    assert!(
        words.contains("Mall *Pelayanan* Publik"),
        "no markup comes from a value"
    );
    assert!(!words.contains("{{") && !words.contains("}}"), "{words}");
    assert_eq!(
        gaps,
        [
            Gap::Empty("alamat".to_owned()),
            Gap::Empty("kosong".to_owned()),
            Gap::Empty("nomor".to_owned()),
            Gap::Unknown("tempat_duduk".to_owned()),
        ]
    );
    // Number, address, the unknown field and the empty table.
    assert_eq!(
        words.matches("……………………").count() - words.matches("…………………………………").count(),
        4
    );
}

#[test]
fn footnotes_of_a_template_stay_at_their_words_and_are_filled_in() {
    let (words, gaps) = printed(letter(
        "Kepada[^a] tempat[^a].\n\n{{daftar}}[^a]\n\n[^a]: Menurut {{lokus}} dan {{aturan}}.\n",
    ));
    assert_has(&words, &["Kepada1 tempat1."]);
    let note = "Menurut Mall *Pelayanan* Publik dan ……………………";
    assert_eq!(words.matches(note).count(), 1, "{words}");
    // The note would be lost with the paragraph, so no table stands in its place.
    assert!(gaps.contains(&Gap::Empty("daftar".to_owned())), "{gaps:?}");
    assert!(gaps.contains(&Gap::Unknown("aturan".to_owned())));
}

#[test]
fn a_value_is_never_read_for_fields_again() {
    let mut hostile = letter("{{lokus}}");
    let value = "{{lokus}} {{nomor}} # <script> | a | b | [x](http://x)";
    let field = FieldValue::Text(value.to_owned());
    hostile.fields.insert("lokus".to_owned(), field);
    let (words, gaps) = printed(hostile);
    assert!(words.contains("{{lokus}} {{nomor}} # <script>"), "{words}");
    assert_eq!(gaps.len(), 2, "{gaps:?}");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]
    #[test]
    fn any_template_and_any_value_is_printed_whole(
        body in "[ -~\n{}]{0,120}",
        value in "\\PC{1,40}",
    ) {
        let mut any = letter(&format!("{body}\n\nawal {{{{lokus}}}} akhir"));
        any.subject = "Hal {{lokus}}".to_owned();
        any.fields.insert("lokus".to_owned(), FieldValue::Text(value.clone()));
        let print = LetterPrint {
            letters: vec![any],
            ..LetterPrint::default()
        };
        let (document, _) = letters(&print);
        // In subject, recipient and body; a value may also be split over pages, so the model is
        // read for it.
        prop_assert!(text_of(&document).matches(value.trim()).count() >= 2);
        prop_assert!(!set(&document).pages.is_empty());
    }
}
