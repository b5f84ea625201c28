//! What stands where: nothing outside the page, nothing lost, tables and headings held together.

use proptest::prelude::*;

use super::super::display::{Item, Pages};
use super::super::model::{
    Block, Cell, Document, Inline, Role, Signature, Table, from_markdown, text_of,
};
use super::super::{Paper, Warning, lay_out};
use super::samples::{busy_schedule, schedule_for};
use super::*;
use crate::report::prints::{Audience, schedule};

pub(super) fn set(document: &Document, paper: &Paper) -> Pages {
    lay_out(document, paper, &no_media).0
}

/// Everything drawn lies on the paper, and text keeps its margins.
pub(super) fn assert_inside(pages: &Pages) {
    for (number, page) in pages.pages.iter().enumerate() {
        let (width, height) = page.size;
        for item in &page.items {
            let (x, y, right, bottom) = match item {
                Item::Run(run) => (run.x, run.y - run.size * 0.7, run.x + run.width, run.y),
                Item::Path(path) => path.outline.points().fold(
                    (f32::MAX, f32::MAX, 0.0, 0.0),
                    |(x, y, right, bottom): (f32, f32, f32, f32), at| {
                        (x.min(at.0), y.min(at.1), right.max(at.0), bottom.max(at.1))
                    },
                ),
                Item::Fill(r, _)
                | Item::Frame(r, ..)
                | Item::Image(r, ..)
                | Item::Link(r, ..)
                | Item::Drawing(r, ..) => (r.x, r.y, r.x + r.w, r.y + r.h),
            };
            let inside = x >= 40.0 && y >= 0.0 && right <= width - 40.0 && bottom <= height;
            assert!(inside, "page {number}: {item:?} outside {width} × {height}");
        }
    }
}

fn table(rows: Vec<Vec<Cell>>) -> Document {
    let head = vec![vec![Cell::plain("Kepala A"), Cell::plain("Kepala B")]];
    let table = Table {
        head,
        rows,
        ..Table::default()
    };
    Document {
        blocks: vec![Block::Table(table)],
        ..Document::default()
    }
}

#[test]
fn a_word_of_two_hundred_letters_is_broken_and_stays_on_the_page() {
    let word = "antidisestablishmentarianisme".repeat(8);
    let text = format!("# {word}\n\n{word}\n\n- {word}\n\n| {word} | b |\n|-|-|\n| a | {word} |\n");
    for paper in papers() {
        let pages = set(&markdown(&text), &paper);
        assert_inside(&pages);
        assert_eq!(letters(&pages.text()).len(), word.len() * 5 + 2);
    }
}

#[test]
fn a_table_header_is_repeated_on_every_page_and_no_row_is_split() {
    let row = |i: usize| {
        vec![
            Cell::plain(format!("Baris{i}mulai")),
            Cell::plain("isi ".repeat(80) + "tamat"),
        ]
    };
    let document = table((0..40).map(row).collect());
    let pages = set(&document, &Paper::default());
    assert!(pages.pages.len() > 2);
    let mut ends = 0;
    for page in 0..pages.pages.len() {
        let text = page_text(&pages, page);
        assert!(
            text.contains("Kepala A") && text.contains("Kepala B"),
            "page {page}"
        );
        assert_eq!(
            text.matches("mulai").count(),
            text.matches("tamat").count(),
            "page {page}"
        );
        ends += text.matches("tamat").count();
    }
    assert_eq!(ends, 40);
    assert_inside(&pages);
    assert_eq!(letters(&pages.text()), letters(&text_of(&document)));
}

#[test]
fn a_row_taller_than_a_page_is_split_and_loses_nothing() {
    let words: Vec<String> = (0..4000).map(|i| format!("kata{i}")).collect();
    let document = table(vec![
        vec![Cell::plain("sebelum"), Cell::plain("x")],
        vec![Cell::plain(words.join(" ")), Cell::plain("kanan")],
        vec![Cell::plain("sesudah"), Cell::plain("y")],
    ]);
    let pages = set(&document, &Paper::default());
    assert_inside(&pages);
    let text = pages.text();
    for word in [
        "sebelum", "kata0", "kata1999", "kata3999", "kanan", "sesudah",
    ] {
        assert!(letters(&text).contains(word), "{word}");
    }
    assert_eq!(letters(&text).len(), letters(&text_of(&document)).len());
}

#[test]
fn a_merged_day_is_named_again_after_a_page_break() {
    let mut rows = Vec::new();
    for i in 0..30 {
        let mut row = vec![Cell::plain(format!(
            "kegiatan {i}. {}",
            "rincian ".repeat(40)
        ))];
        if i == 0 {
            row.insert(
                0,
                Cell {
                    text: vec![Inline::plain("Selasa")],
                    rows: 30,
                    ..Cell::default()
                },
            );
        }
        rows.push(row);
    }
    let document = table(rows);
    let pages = set(&document, &Paper::default());
    assert!(pages.pages.len() >= 2);
    for page in 0..pages.pages.len() {
        assert_eq!(
            page_text(&pages, page).matches("Selasa").count(),
            1,
            "page {page}"
        );
    }
    assert_eq!(
        pages.text().matches("Selasa").count(),
        1,
        "only the first is content"
    );
    assert_inside(&pages);
}

#[test]
fn a_merged_cell_with_more_words_than_room_loses_none() {
    for words in [5, 60, 400, 3000] {
        let label: Vec<String> = (0..words).map(|i| format!("hari{i}")).collect();
        let mut rows = Vec::new();
        for i in 0..7 {
            let mut row = vec![Cell::plain(format!("baris {i} {}", "isi ".repeat(i * 90)))];
            if i == 2 {
                row.insert(
                    0,
                    Cell {
                        text: vec![Inline::plain(label.join(" "))],
                        rows: 4,
                        ..Cell::default()
                    },
                );
            } else if !(3..6).contains(&i) {
                row.insert(0, Cell::plain("satu"));
            }
            rows.push(row);
        }
        let document = table(rows);
        for paper in papers() {
            let pages = set(&document, &paper);
            assert_inside(&pages);
            let (mut got, mut want): (Vec<char>, Vec<char>) = (
                letters(&pages.text()).chars().collect(),
                letters(&text_of(&document)).chars().collect(),
            );
            got.sort_unstable();
            want.sort_unstable();
            assert_eq!(got, want, "{words} words");
        }
    }
}

#[test]
fn a_heading_never_ends_a_page_and_paragraphs_leave_two_lines() {
    let mut text = String::new();
    for i in 0..120 {
        text += &format!(
            "## Judul {i}\n\n{}\n\n",
            "kalimat yang agak panjang ".repeat(3 + i % 17)
        );
    }
    let pages = set(&markdown(&text), &Paper::default());
    assert!(pages.pages.len() > 5);
    for page in 0..pages.pages.len() {
        let content: Vec<&Run> = runs(&pages, page)
            .filter(|run| !run.is_furniture())
            .collect();
        let last = content.last().unwrap();
        assert!(
            !last.text.starts_with("Judul"),
            "page {page} ends with a heading"
        );
        // A page begins with a heading or with at least two lines of a paragraph.
        if !content[0].text.starts_with("Judul") {
            assert!(
                !content[1].text.starts_with("Judul"),
                "page {page} begins with a widow"
            );
        }
    }
    assert_eq!(pages.outline.len(), 120);
}

#[test]
fn a_signature_block_stays_whole() {
    for lines in 30..60 {
        let mut blocks: Vec<Block> = (0..lines)
            .map(|i| Block::Paragraph {
                text: vec![Inline::plain(format!("baris {i}"))],
                role: Role::Body,
            })
            .collect();
        blocks.push(Block::Signatures(vec![Signature {
            place_and_date: "Banyuwangi, 20 Maret 2018".to_owned(),
            role: "Ketua Panitia,".to_owned(),
            name: "Widyaiswara 01".to_owned(),
            nip: "197001011995031001".to_owned(),
        }]));
        let pages = set(
            &Document {
                blocks,
                ..Document::default()
            },
            &Paper::default(),
        );
        let last = page_text(&pages, pages.pages.len() - 1);
        assert!(
            last.contains("baris"),
            "{lines} lines: the signature stands alone"
        );
        for part in ["Banyuwangi, 20", "Ketua", "Widyaiswara 01", "NIP 1970"] {
            assert!(
                last.contains(part),
                "{lines} lines: {part} is not on the last page"
            );
        }
    }
}

#[test]
fn pages_say_which_of_how_many_they_are() {
    let pages = set(&markdown(&"kata ".repeat(3000)), &Paper::default());
    let count = pages.pages.len();
    for page in 0..count {
        assert!(page_text(&pages, page).contains(&format!("Halaman {} dari {count}", page + 1)));
    }
}

#[test]
fn a_broken_picture_and_a_missing_glyph_are_told() {
    let document = markdown("![papan](media:hilang)\n\nhuruf \u{12000} asing");
    let (pages, warnings) = lay_out(&document, &Paper::default(), &no_media);
    assert!(warnings.contains(&Warning::Picture("media:hilang".to_owned())));
    assert!(warnings.contains(&Warning::MissingGlyph('\u{12000}')));
    assert!(page_text(&pages, 0).contains("Gambar tidak dapat dicetak"));
}

#[test]
fn arabic_and_javanese_find_their_fonts() {
    let document = markdown("بِسْمِ اللَّهِ الرَّحْمَٰنِ الرَّحِيمِ dan ꦧꦚꦸꦮꦔꦶ ☑ → ≥");
    let (pages, warnings) = lay_out(&document, &Paper::default(), &no_media);
    assert_eq!(warnings, []);
    assert_inside(&pages);
    let fonts: std::collections::BTreeSet<_> = runs(&pages, 0).map(|run| run.font).collect();
    assert!(fonts.len() >= 4, "{fonts:?}");
}

#[test]
fn an_empty_document_has_one_page() {
    assert_eq!(set(&Document::default(), &Paper::default()).pages.len(), 1);
}

#[test]
fn a_schedule_shows_every_day_and_group_in_order_of_time() {
    for paper in papers() {
        let document = schedule(&busy_schedule());
        let pages = set(&document, &paper);
        assert_inside(&pages);
        assert_eq!(letters(&pages.text()), letters(&text_of(&document)));
        let text = pages.text();
        let days = ["Selasa", "Rabu", "Kamis", "Jumat", "Sabtu"];
        let found: Vec<usize> = days.iter().map(|day| text.find(day).unwrap()).collect();
        assert!(found.is_sorted());
        for group in 1..=4 {
            assert!(letters(&text).contains(&format!("Kelompok{group}")));
        }
        assert!(letters(&text).contains(&letters("08.30–10.15 WIB")));
    }
}

#[test]
fn an_empty_schedule_says_so() {
    let mut print = schedule_for(Audience::Person("Peserta 01 (Papua)".to_owned()));
    print.visits.clear();
    let text = set(&schedule(&print), &Paper::default()).text();
    assert!(text.contains("Belum ada kegiatan yang dijadwalkan."));
    assert!(text.contains("Untuk: Peserta 01 (Papua)"));
}

/// Pieces that break parsers and layouts, in any order and depth.
pub(super) fn hostile() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        "[a-zA-Z ]{1,40}",
        "\\PC{0,30}",
        Just("<script>alert('x')</script>".to_owned()),
        Just("\n\n".to_owned()),
        Just("\n".to_owned()),
        Just("> ".to_owned()),
        Just("- ".to_owned()),
        Just("1. ".to_owned()),
        Just("    ".to_owned()),
        Just("```\n".to_owned()),
        Just("# ".to_owned()),
        Just("**".to_owned()),
        Just("~~".to_owned()),
        Just("`".to_owned()),
        Just("[^1]".to_owned()),
        Just("\n[^1]: ".to_owned()),
        Just("![a](b)".to_owned()),
        Just("[kata](https://contoh.id/a?b=(c))".to_owned()),
        Just("\n| a | b |\n|---|:-:|\n| c | d |\n".to_owned()),
        Just("\n---\n".to_owned()),
        Just("- [x] ".to_owned()),
        Just("بِسْمِ اللَّهِ".to_owned()),
        Just("ꦧꦚꦸꦮꦔꦶ".to_owned()),
        Just("\u{202e}\u{0}\u{feff}\u{fdfd}".to_owned()),
        Just("x".repeat(300)),
        Just("> ".repeat(60)),
        Just("- ".repeat(40)),
        Just(format!(
            "\n{}\n{}\n{}\n",
            "| k ".repeat(70),
            "|-".repeat(70),
            "| v ".repeat(70)
        )),
    ];
    prop::collection::vec(piece, 0..40).prop_map(|pieces| pieces.concat())
}

/// Few enough for every day; `PROPTEST_CASES` asks for more.
fn cases() -> ProptestConfig {
    match std::env::var_os("PROPTEST_CASES") {
        Some(_) => ProptestConfig::default(),
        None => ProptestConfig::with_cases(48),
    }
}

proptest! {
    #![proptest_config(cases())]

    #[test]
    fn any_markdown_is_set_inside_the_page_and_keeps_its_letters(
        text in hostile(), landscape: bool
    ) {
        let document = Document { blocks: from_markdown(&text), ..Document::default() };
        let pages = set(&document, &Paper { landscape, ..Paper::default() });
        assert_inside(&pages);
        let (mut got, mut want): (Vec<char>, Vec<char>) = (
            letters(&pages.text()).chars().collect(),
            letters(&text_of(&document)).chars().collect(),
        );
        got.sort_unstable();
        want.sort_unstable();
        prop_assert_eq!(got, want);
    }

    #[test]
    fn latin_text_keeps_its_order(
        words in prop::collection::vec("[a-z]{1,12}( [*_#>-] )?", 1..300)
    ) {
        let document = markdown(&words.join(" "));
        let pages = set(&document, &Paper::default());
        prop_assert_eq!(letters(&pages.text()), letters(&text_of(&document)));
    }

    #[test]
    fn any_table_is_set_whole(
        cells in prop::collection::vec(
            prop::collection::vec(("[a-z ]{0,60}", 1usize..5), 1..5), 1..40),
        landscape: bool
    ) {
        let rows = cells.into_iter().map(|row| {
            row.into_iter().map(|(text, rows)| Cell { rows, ..Cell::plain(text) })
                .collect()
        }).collect();
        let document = table(rows);
        let pages = set(&document, &Paper { landscape, ..Paper::default() });
        assert_inside(&pages);
        let (mut got, mut want): (Vec<char>, Vec<char>) = (
            letters(&pages.text()).chars().collect(),
            letters(&text_of(&document)).chars().collect(),
        );
        got.sort_unstable();
        want.sort_unstable();
        prop_assert_eq!(got, want);
    }
}

#[test]
fn huge_and_deep_markdown_is_set_without_harm() {
    let texts = [
        "x".repeat(100_000),
        "> ".repeat(20_000) + "dalam",
        "- ".repeat(5_000) + "dalam",
        "*".repeat(20_000) + "dalam",
        "[".repeat(20_000) + "dalam",
        "![".repeat(3_000) + "dalam",
        "| a ".repeat(3_000) + "\n" + &"|-".repeat(3_000) + "\n" + &"| b ".repeat(3_000),
        "<div>".repeat(10_000),
        "kata\n".repeat(8_000),
        "`kata`*kata*".repeat(3_000),
    ];
    for text in texts {
        let document = markdown(&text);
        let pages = set(&document, &Paper::default());
        assert_inside(&pages);
        assert_eq!(
            letters(&pages.text()).len(),
            letters(&text_of(&document)).len()
        );
    }
}

#[test]
fn no_page_is_left_empty_after_a_table_that_fills_its_page() {
    for rows in 20..60 {
        let row = |i: usize| vec![Cell::plain(i.to_string()), Cell::plain("isi")];
        let pages = set(&table((0..rows).map(row).collect()), &Paper::default());
        let last = pages.pages.len() - 1;
        assert!(
            runs(&pages, last).any(|run| !run.is_furniture()),
            "{rows} rows"
        );
    }
}
