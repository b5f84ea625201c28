//! What the file says to those who do not see it: the tree of tags, the text in its order, and
//! Arabic as it is copied. Poppler reads it too where it is installed.

use std::collections::{BTreeMap, BTreeSet};

use lopdf::ObjectId;
use proptest::prelude::*;

use super::files::{media, run, sampler};
use super::layout::hostile;
use super::pages::a_report;
use super::reading::{Kid, all, read, types, visit};
use super::samples::busy_schedule;
use super::*;
use crate::report::model::{Block, Look, text_of};
use crate::report::prints::schedule;
use crate::report::{lay_out, pdf, render};

/// Phrases as they stand in letters and prayers: with harakat, without, and among Latin words.
pub(super) const ARABIC: &str = "\
بِسْمِ اللَّهِ الرَّحْمَٰنِ الرَّحِيمِ

الْحَمْدُ لِلَّهِ رَبِّ الْعَالَمِينَ

السَّلَامُ عَلَيْكُمْ وَرَحْمَةُ اللَّهِ وَبَرَكَاتُهُ

اللَّهُمَّ صَلِّ عَلَىٰ سَيِّدِنَا مُحَمَّدٍ

المملكة العربية السعودية المدينة
";

fn rendered(document: &Document) -> Vec<u8> {
    let print = render(document, &Paper::default(), created(), &media);
    print.unwrap().pdf
}

fn ragged(text: &str) -> Document {
    let look = Look {
        justify: false,
        ..Look::default()
    };
    Document {
        look,
        ..markdown(text)
    }
}

#[test]
fn every_mark_is_reached_once_and_all_that_paints_is_marked() {
    for document in [sampler(), schedule(&busy_schedule()), a_report()] {
        let read = read(&rendered(&document));
        assert_eq!(read.unmarked, 0);
        let mut reached: BTreeMap<(ObjectId, i64), usize> = BTreeMap::new();
        visit(&read.tree(), &mut |node| {
            for kid in &node.kids {
                if let Kid::Mark(page, number) = kid {
                    *reached.entry((*page, *number)).or_default() += 1;
                }
            }
        });
        assert!(reached.values().all(|count| *count == 1));
        let marks: Vec<_> = read.marks.keys().collect();
        assert_eq!(reached.keys().collect::<Vec<_>>(), marks);
    }
}

#[test]
fn headings_lists_tables_and_figures_have_their_tags() {
    let read = read(&rendered(&sampler()));
    let tree = read.tree();
    assert_eq!(tree.tag, "Document");
    let order = types(&tree);
    assert_eq!(
        order[..6],
        ["H1", "P", "H2", "L", "BlockQuote", "H3"],
        "{order:?}"
    );
    // The author went from level 3 to 4; the tags leave no level out either.
    assert!(all(&tree, "H4").len() == 1 && all(&tree, "H5").is_empty());
    let item = all(&tree, "LI")[0];
    assert_eq!(types(item), ["Lbl", "LBody"]);
    let table = all(&tree, "Table")[0];
    assert_eq!(types(table), ["THead", "TBody"]);
    let header = all(table, "TH")[0];
    let scope = header.dictionary.get(b"A").unwrap().as_dict().unwrap();
    assert_eq!(scope.get(b"Scope").unwrap().as_name().unwrap(), b"Column");
    let body = all(table, "TBody")[0];
    assert!(all(body, "TR").iter().all(|row| types(row) == ["TD"; 4]));
    let figure = all(&tree, "Figure")[0];
    let alt = lopdf::decode_text_string(figure.dictionary.get(b"Alt").unwrap()).unwrap();
    assert!(alt.contains("Papan antrean"), "{alt}");
    assert!(!all(&tree, "Caption").is_empty());
    for link in all(&tree, "Link") {
        let leads = link.kids.iter().find_map(|kid| match kid {
            Kid::Link(id) => Some(read.file.get_dictionary(*id).unwrap()),
            _ => None,
        });
        let words = leads.unwrap().get(b"Contents").unwrap();
        assert!(
            read.text(link)
                .contains(&lopdf::decode_text_string(words).unwrap())
        );
    }
}

#[test]
fn the_tags_give_every_word_in_order_with_a_space_between_lines() {
    let prose = "Kalimat yang **cukup panjang** agar tidak muat dalam *satu baris saja*, dengan \
                 `kode` dan kata berikut-lanjutnya. ";
    let text = format!(
        "# Judul {}\n\n{}\n\nbaris satu\\\nbaris **dua**\\\nbaris tiga\n\n> {}\n\n| a | b |\n|---|---|\n| {} | {} |\n",
        "panjang ".repeat(12),
        prose.repeat(30),
        prose.repeat(4),
        prose.repeat(2),
        prose.repeat(3),
    );
    let document = ragged(&text);
    let read = read(&rendered(&document));
    let found = read.text(&read.tree());
    let words =
        |text: &str| -> Vec<String> { text.split_whitespace().map(str::to_owned).collect() };
    assert_eq!(words(&found), words(&text_of(&document)));
}

#[test]
fn contents_say_the_number_of_the_page_within_the_link() {
    let read = read(&rendered(&a_report()));
    let tree = read.tree();
    let entries = all(&tree, "TOCI");
    assert!(entries.len() > 2);
    for entry in entries {
        let link = all(entry, "Link")[0];
        let words = read.text(link);
        let (_, number) = words.trim().rsplit_once(char::is_whitespace).unwrap();
        let target = link.kids.iter().find_map(|kid| match kid {
            Kid::Link(id) => Some(read.file.get_dictionary(*id).unwrap()),
            _ => None,
        });
        let action = target.unwrap().get(b"A").unwrap().as_dict().unwrap();
        let place = action.get(b"D").unwrap().as_array().unwrap();
        let page = place[0].as_reference().unwrap();
        let page = read.file.page_iter().position(|id| id == page).unwrap();
        let (pages, _) = lay_out(&a_report(), &Paper::default(), &media);
        assert_eq!(number, pages.label(page), "{words}");
    }
}

#[test]
fn arabic_and_javanese_are_read_in_order_with_their_language() {
    let text = format!("{ARABIC}\nAksara Jawa: ꦧꦚꦸꦮꦔꦶ.\n");
    let read = read(&rendered(&markdown(&text)));
    let tree = read.tree();
    let words: Vec<String> = read
        .text(&tree)
        .split_whitespace()
        .map(str::to_owned)
        .collect();
    assert_eq!(words, text.split_whitespace().collect::<Vec<_>>());
    let langs = all(&tree, "Span");
    let langs = langs
        .iter()
        .filter_map(|span| span.dictionary.get(b"Lang").ok()?.as_str().ok());
    let langs: BTreeSet<&[u8]> = langs.collect();
    assert_eq!(
        langs.into_iter().collect::<Vec<_>>(),
        [b"ar".as_slice(), b"jv"]
    );
}

#[test]
fn a_long_arabic_paragraph_keeps_the_space_between_its_lines() {
    let text = "السَّلَامُ عَلَيْكُمْ وَرَحْمَةُ اللَّهِ وَبَرَكَاتُهُ ".repeat(20);
    let read = read(&rendered(&markdown(&text)));
    let found = read.text(&read.tree());
    let words: Vec<&str> = found.split_whitespace().collect();
    assert_eq!(words, text.split_whitespace().collect::<Vec<_>>());
}

/// Marks that only steer the order of characters.
fn plain(text: &str) -> String {
    text.chars()
        .filter(|c| !matches!(c, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}'))
        .collect()
}

#[test]
fn poppler_copies_every_arabic_word_with_its_marks() {
    let Some(found) = run("pdftotext", &["-"], &rendered(&markdown(ARABIC))) else {
        return;
    };
    let found = plain(&found);
    let found: Vec<&str> = found.split_whitespace().collect();
    for word in ARABIC.split_whitespace() {
        assert!(found.contains(&word), "{word} in {found:?}");
    }
}

#[test]
fn poppler_keeps_the_spaces_around_arabic_in_a_line() {
    let text = "Tuan rumah mengucapkan السَّلَامُ عَلَيْكُمْ kepada rombongan.";
    let Some(found) = run("pdftotext", &["-"], &rendered(&markdown(text))) else {
        return;
    };
    let found = plain(&found);
    let words: Vec<&str> = text.split_whitespace().collect();
    let found: Vec<&str> = found.split_whitespace().take(words.len()).collect();
    assert_eq!(found, words);
}

#[test]
fn characters_without_a_glyph_are_copied_right() {
    let Some(found) = run(
        "pdftotext",
        &["-"],
        &rendered(&markdown("Huruf 漢字 dan 𒀀.")),
    ) else {
        return;
    };
    assert!(found.contains("Huruf 漢字 dan 𒀀."), "{found}");
}

#[test]
fn a_hyphen_of_a_broken_word_is_no_letter_of_it() {
    let word = "mempertanggungjawabkan";
    let read = read(&rendered(&markdown(
        &format!("{word} pelayanan ").repeat(60),
    )));
    let found = read.text(&read.tree());
    assert!(found.contains('\u{ad}'), "{found}");
    assert_eq!(found.replace('\u{ad}', "").matches(word).count(), 60);
    assert!(!found.contains('-'), "{found}");
}

#[test]
fn poppler_reads_the_tags_in_order() {
    let document = ragged(&format!(
        "# Judul\n\n{}\n\n- butir\n",
        "kata kata ".repeat(40)
    ));
    let Some(found) = run("pdfinfo", &["-struct-text"], &rendered(&document)) else {
        return;
    };
    assert!(found.contains("H1") && found.contains("LBody"), "{found}");
    assert!(
        !found.contains("katakata"),
        "lines are parted by a space: {found}"
    );
}

#[test]
fn the_file_does_not_depend_on_how_many_pages_are_written_at_once() {
    let mut document = a_report();
    document.blocks.extend(markdown(&ARABIC.repeat(60)).blocks);
    document
        .blocks
        .extend((0..40).map(|i| Block::heading(1, format!("Bab {i}"))));
    let (pages, _) = lay_out(&document, &Paper::default(), &media);
    assert!(pages.pages.len() > 16, "enough pages for several threads");
    let one = pdf::write_with(&pages, &document, created(), 1).unwrap();
    for threads in [2, 3, 8] {
        let many = pdf::write_with(&pages, &document, created(), threads).unwrap();
        assert!(one == many, "{threads} threads");
    }
}

#[test]
fn the_file_of_the_commonmark_specification_says_every_letter_in_order() {
    let document = markdown(include_str!("commonmark/spec.txt"));
    let read = read(&rendered(&document));
    let (got, want) = (letters(&read.whole()), letters(&text_of(&document)));
    assert!(got == want, "{} letters, not {}", got.len(), want.len());
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn the_file_of_any_markdown_is_sound_and_says_its_letters_in_order(text in hostile()) {
        let document = markdown(&text);
        let read = read(&rendered(&document));
        prop_assert_eq!(read.unmarked, 0);
        prop_assert_eq!(letters(&read.whole()), letters(&text_of(&document)));
    }

    #[test]
    fn the_file_of_any_prose_says_its_words_in_order(
        words in prop::collection::vec("[a-z]{1,14}[,.]?|\\*\\*[a-z]{1,9}\\*\\*|`[a-z]{1,9}`|[a-z]{2,5}\\\\\n", 1..400)
    ) {
        let document = ragged(&words.join(" "));
        let read = read(&rendered(&document));
        let (got, want) = (read.whole(), text_of(&document));
        let words = |text: &str| -> Vec<String> { text.split_whitespace().map(str::to_owned).collect() };
        prop_assert_eq!(words(&got), words(&want));
    }
}
