//! What whole pages have: sections, columns, footnotes, contents, links and numbers.

use super::super::display::{LabelStyle, Target};
use super::super::model::{
    Block, Cell, Document, Inline, Note, Numbering, Role, Section, Table, from_markdown, text_of,
};
use super::super::{Paper, lay_out};
use super::layout::{assert_inside, set};
use super::*;

fn paragraph(text: impl Into<String>) -> Block {
    Block::Paragraph {
        text: vec![Inline::plain(text)],
        role: Role::Body,
    }
}

fn document(blocks: Vec<Block>) -> Document {
    Document {
        title: "Uji".to_owned(),
        blocks,
        ..Document::default()
    }
}

fn section(section: Section) -> Block {
    Block::Section(section)
}

/// Everything arrives, in order, inside the margins.
fn assert_whole(document: &Document) -> Pages {
    let pages = set(document, &Paper::default());
    assert_inside(&pages);
    assert_eq!(letters(&pages.text()), letters(&text_of(document)));
    pages
}

#[test]
fn a_landscape_section_lies_on_pages_of_its_own() {
    let landscape = |it| Section {
        landscape: it,
        ..Section::default()
    };
    let pages = assert_whole(&document(vec![
        paragraph("tegak"),
        section(landscape(Some(true))),
        paragraph("lebar"),
        section(landscape(None)),
        paragraph("tegak lagi"),
    ]));
    let wide: Vec<bool> = pages.pages.iter().map(|p| p.size.0 > p.size.1).collect();
    assert_eq!(wide, [false, true, false]);
    assert!(page_text(&pages, 1).contains("lebar"));
    assert!(page_text(&pages, 1).contains("Halaman 2 dari 3"));
}

#[test]
fn columns_are_balanced_and_the_page_goes_on_below_them() {
    let two = Section {
        columns: 2,
        ..Section::default()
    };
    let mut blocks = vec![Block::heading(1, "Judul"), section(two)];
    blocks.extend((0..12).map(|i| paragraph(format!("Butir {i}. {}", "kata ".repeat(25)))));
    blocks.push(section(Section::default()));
    blocks.push(paragraph("Penutup selebar halaman"));
    let pages = assert_whole(&document(blocks));
    assert_eq!(pages.pages.len(), 1);
    let middle = pages.pages[0].size.0 / 2.0;
    let content: Vec<&Run> = runs(&pages, 0).filter(|run| !run.is_furniture()).collect();
    let (left, right): (Vec<&Run>, Vec<&Run>) = content[1..content.len() - 1]
        .iter()
        .partition(|run| run.x < middle);
    let lowest = |runs: &[&Run]| runs.iter().map(|run| run.y).fold(0.0, f32::max);
    assert!(left.iter().all(|run| run.x + run.width < middle));
    assert!((lowest(&left) - lowest(&right)).abs() < 60.0, "balanced");
    let end = content.last().unwrap();
    assert!(end.y > lowest(&left).max(lowest(&right)) && end.x < middle);
}

#[test]
fn columns_run_over_many_pages_in_order() {
    let two = Section {
        columns: 2,
        ..Section::default()
    };
    let mut blocks = vec![section(two)];
    for i in 0..90 {
        if i % 9 == 0 {
            blocks.push(Block::heading(2, format!("Bab {i}")));
        }
        blocks.push(paragraph(format!("Butir {i}. {}", "kata ".repeat(30))));
    }
    let pages = assert_whole(&document(blocks));
    assert!(pages.pages.len() > 2);
}

#[test]
fn a_table_too_wide_for_its_column_is_as_wide_as_the_page() {
    let two = Section {
        columns: 2,
        ..Section::default()
    };
    let row = |word: &str| (0..6).map(|_| Cell::plain(word)).collect::<Vec<_>>();
    let table = Table {
        head: vec![row("Pertanggungjawaban")],
        rows: vec![row("isi"); 3],
        compact: true,
        ..Table::default()
    };
    let pages = assert_whole(&document(vec![
        section(two),
        paragraph("sebelum ".repeat(60)),
        Block::heading(2, "Judul tabel"),
        Block::Table(table),
        paragraph("sesudah ".repeat(60)),
    ]));
    let widest = pages.pages[0].items.iter().filter_map(|item| match item {
        Item::Frame(rect, ..) => Some(rect.x + rect.w),
        _ => None,
    });
    assert!(widest.fold(0.0, f32::max) > pages.pages[0].size.0 * 0.7);
}

#[test]
fn footnotes_stand_at_the_foot_of_the_page_of_their_mark() {
    let mut blocks = Vec::new();
    for i in 0..40 {
        let mut text = vec![Inline::plain(format!("Alinea {i} {}", "kata ".repeat(60)))];
        if i % 3 == 0 {
            let note = format!("CATATAN{i} {}", "isi ".repeat(i));
            text.push(Inline::footnote(Note::plain(note)));
        }
        blocks.push(Block::Paragraph {
            text,
            role: Role::Body,
        });
    }
    let document = document(blocks);
    let pages = assert_whole(&document);
    assert!(pages.pages.len() > 3);
    for (number, page) in pages.pages.iter().enumerate() {
        let words = page_text(&pages, number);
        let (content, notes) = page.items.split_at(page.content);
        let lowest = |items: &[Item]| {
            let ys = items.iter().filter_map(|item| match item {
                Item::Run(run) if !run.is_furniture() => Some(run.y),
                _ => None,
            });
            ys.fold((f32::MAX, 0f32), |(a, b), y| (a.min(y), b.max(y)))
        };
        if notes
            .iter()
            .any(|item| matches!(item, Item::Run(run) if !run.is_furniture()))
        {
            assert!(lowest(content).1 < lowest(notes).0, "page {number}");
        }
        let marks = content.iter().filter(|item| {
            matches!(item, Item::Run(run) if run.size < 8.0 && run.text.parse::<u8>().is_ok())
        });
        assert_eq!(
            marks.count(),
            words.matches("CATATAN").count(),
            "page {number}"
        );
    }
}

#[test]
fn a_footnote_longer_than_a_page_goes_on_at_the_foot_of_the_next_pages() {
    let long: String = (0..2500).map(|i| format!("isi{i} ")).collect();
    let mut blocks = vec![Block::Paragraph {
        text: vec![
            Inline::plain("Bertanda"),
            Inline::footnote(Note::plain(long)),
            Inline::plain(" lanjut"),
        ],
        role: Role::Body,
    }];
    blocks.extend((0..60).map(|i| paragraph(format!("alinea {i} {}", "kata ".repeat(40)))));
    let pages = assert_whole(&document(blocks));
    assert!(
        page_text(&pages, 0).contains("isi0 "),
        "it begins on the page of its mark"
    );
    let carried = (1..pages.pages.len()).filter(|i| page_text(&pages, *i).contains("isi"));
    assert!(carried.count() >= 2);
    assert!(
        page_text(&pages, 1).contains("alinea"),
        "text goes on beside it"
    );
}

#[test]
fn headings_and_cells_may_have_footnotes() {
    let text = "# Judul[^a]\n\n| Kepala[^b] | k |\n|-|-|\n| sel[^c] | [^a] |\n\n[^a]: di judul\n[^b]: di kepala\n[^c]: di sel\n";
    let document = markdown(text);
    let pages = assert_whole(&document);
    let words = letters(&pages.text());
    assert!(words.ends_with("1dijudul2dikepala3disel"), "{words}");
    assert_eq!(pages.outline[0].title, "Judul");
}

#[test]
fn contents_name_the_page_of_each_heading_and_lead_there() {
    let mut blocks = vec![
        Block::unlisted(1, "Daftar Isi"),
        Block::Contents { depth: 2 },
    ];
    for i in 0..60 {
        blocks.push(Block::heading(
            1 + u8::from(i % 3 > 0),
            format!("Bagian {i}"),
        ));
        blocks.push(paragraph("kata ".repeat(200)));
        blocks.push(Block::heading(3, "Terlalu dalam"));
        blocks.push(paragraph("kata"));
    }
    let document = document(blocks);
    let pages = assert_whole(&document);
    for i in 0..60 {
        let heading = pages
            .outline
            .iter()
            .find(|h| h.title == format!("Bagian {i}"));
        let place = pages.anchors[&format!("bagian-{i}")];
        assert_eq!(place.page, heading.unwrap().page);
        let mut lines = (0..3).flat_map(|page| runs(&pages, page));
        let line = lines.find(|run| run.text == format!("Bagian {i}")).unwrap();
        let mut same = (0..3).flat_map(|page| runs(&pages, page)).filter(|run| {
            let number = (place.page + 1).to_string();
            !run.is_furniture() && run.y == line.y && run.text.trim() == number
        });
        assert!(
            same.next().is_some(),
            "Bagian {i} is on page {}",
            place.page + 1
        );
        let links = pages.pages.iter().flat_map(|page| &page.items);
        let target = Target::Anchor(format!("bagian-{i}"));
        let mut links = links.filter(|item| matches!(item, Item::Link(_, t, _) if *t == target));
        assert!(links.next().is_some());
    }
    let first = letters(&page_text(&pages, 0));
    assert_eq!(first.matches("DaftarIsi").count(), 1);
    assert!(!first.contains("Terlaludalam"));
}

#[test]
fn a_link_within_the_text_leads_to_its_heading_and_a_dangling_one_is_plain() {
    let pages = assert_whole(&markdown(
        "[ke bab](#bab-dua) [ke mana](#tidak-ada)\n\n# Bab dua\n",
    ));
    let links: Vec<&Item> = pages.pages[0]
        .items
        .iter()
        .filter(|item| matches!(item, Item::Link(..)))
        .collect();
    let [Item::Link(_, target, _)] = links[..] else {
        panic!("{links:?}")
    };
    assert_eq!(*target, Target::Anchor("bab-dua".to_owned()));
    assert!(pages.anchors.contains_key("bab-dua"));
    let dangling = runs(&pages, 0)
        .find(|run| run.text.contains("mana"))
        .unwrap();
    assert_eq!(dangling.color, super::super::display::Color::BLACK);
    let own = document(vec![
        Block::Anchor("sini".to_owned()),
        paragraph("x"),
        Block::Paragraph {
            text: vec![Inline::link("kembali", "#sini")],
            role: Role::Body,
        },
    ]);
    assert!(set(&own, &Paper::default()).anchors.contains_key("sini"));
}

#[test]
fn a_cover_has_no_number_front_matter_is_roman_and_the_main_matter_begins_at_one() {
    let numbered = |numbering| {
        section(Section {
            numbering,
            ..Section::default()
        })
    };
    let pages = assert_whole(&document(vec![
        numbered(Numbering::None),
        paragraph("sampul"),
        numbered(Numbering::Roman),
        paragraph("pengesahan"),
        Block::PageBreak,
        paragraph("daftar"),
        numbered(Numbering::Arabic),
        paragraph("utama"),
        Block::PageBreak,
        paragraph("akhir"),
    ]));
    let labels: Vec<String> = (0..5).map(|page| pages.label(page)).collect();
    assert_eq!(labels, ["", "i", "ii", "1", "2"]);
    let styles: Vec<LabelStyle> = pages.labels.iter().map(|label| label.style).collect();
    assert_eq!(
        styles,
        [LabelStyle::None, LabelStyle::Roman, LabelStyle::Arabic]
    );
    assert!(!page_text(&pages, 0).contains("Halaman"));
    assert!(page_text(&pages, 2).contains("Halaman ii\n"));
    assert!(page_text(&pages, 4).contains("Halaman 2 dari 2"));
}

#[test]
fn rows_to_be_filled_in_by_hand_have_their_height() {
    let table = Table {
        rows: vec![vec![Cell::plain("1"), Cell::plain("")]; 5],
        row_height: 40.0,
        ..Table::default()
    };
    let pages = set(&document(vec![Block::Table(table)]), &Paper::default());
    let frames = pages.pages[0].items.iter().filter_map(|item| match item {
        Item::Frame(rect, ..) => Some(rect.h),
        _ => None,
    });
    assert_eq!(frames.collect::<Vec<_>>(), [40.0; 10]);
}

#[test]
fn the_commonmark_specification_is_set_whole_and_in_order() {
    let text = include_str!("commonmark/spec.txt");
    let whole = markdown(text);
    let (pages, _) = lay_out(&whole, &Paper::default(), &no_media);
    assert_inside(&pages);
    let (got, want) = (letters(&pages.text()), letters(&text_of(&whole)));
    assert!(
        got == want,
        "{} letters instead of {}",
        got.len(),
        want.len()
    );
    // The examples as Markdown of their own, in whatever state each leaves the parser.
    let mut blocks = Vec::new();
    for example in text
        .split("\n````````````````````````````````")
        .skip(1)
        .step_by(2)
    {
        let source = example.split("\n.\n").next().unwrap_or_default();
        let source = source.trim_start_matches(" example").replace('→', "\t");
        blocks.extend(from_markdown(&source));
    }
    assert_whole(&document(blocks));
}

#[test]
fn a_word_broken_by_a_hyphen_is_whole_in_the_text() {
    let words = "mempertanggungjawabkan pelayanan pemerintahan kesejahteraan masyarakat ";
    let document = markdown(&words.repeat(40));
    let pages = assert_whole(&document);
    let hyphens = runs(&pages, 0).filter(|run| run.text.ends_with('\u{ad}'));
    assert!(hyphens.count() > 3, "some lines end with a hyphen");
    assert_eq!(
        pages
            .text()
            .split_whitespace()
            .filter(|w| *w == "pemerintahan")
            .count(),
        40
    );
    let right = pages.pages[0].size.0 - 51.0;
    for run in runs(&pages, 0) {
        assert!(run.x + run.width <= right + 0.1, "{run:?}");
    }
}

#[test]
fn a_paragraph_from_right_to_left_is_mirrored() {
    let document = markdown("- بسم الله الرحمن الرحيم\n- kata\n");
    let pages = set(&document, &Paper::default());
    let marks: Vec<f32> = runs(&pages, 0)
        .filter(|run| run.text == "•")
        .map(|run| run.x)
        .collect();
    assert!(marks[0] > 500.0 && marks[1] < 60.0, "{marks:?}");
    assert_inside(&pages);
}

#[test]
fn three_thousand_rows_and_a_section_of_twenty_thousand_words_are_set_whole() {
    let row = |i: usize| vec![Cell::plain(i.to_string()), Cell::plain("Peserta (Papua)")];
    let table = Table {
        head: vec![vec![Cell::plain("No."), Cell::plain("Nama")]],
        rows: (0..3000).map(row).collect(),
        ..Table::default()
    };
    let words: String = (0..20_000).map(|i| format!("kata{} ", i % 700)).collect();
    assert_whole(&document(vec![Block::Table(table), paragraph(words)]));
}

/// A report with everything that whole pages have, for [`look`](super::files).
pub(super) fn a_report() -> Document {
    let numbered = |numbering| Section {
        numbering,
        ..Section::default()
    };
    let prose = "Pelayanan pemerintahan yang mempertanggungjawabkan kesejahteraan masyarakat di daerah ini diselenggarakan dengan keterbukaan, sehingga permasalahan yang dilaporkan warga ditindaklanjuti selambat-lambatnya tiga hari. ";
    let body = |times: usize, note: &str| {
        let mut text = vec![Inline::plain(prose.repeat(times))];
        if !note.is_empty() {
            text.push(Inline::footnote(Note::plain(note)));
            text.push(Inline::plain(" Kalimat sesudah catatan."));
        }
        Block::Paragraph {
            text,
            role: Role::Body,
        }
    };
    let mut blocks = vec![
        section(numbered(Numbering::None)),
        Block::Paragraph {
            text: vec![Inline::plain("Laporan Benchmarking")],
            role: Role::Title,
        },
        section(numbered(Numbering::Roman)),
        Block::unlisted(1, "Daftar Isi"),
        Block::Contents { depth: 2 },
        section(numbered(Numbering::Arabic)),
    ];
    for i in 1..6 {
        blocks.push(Block::heading(1, format!("Bab {i} tentang pelayanan")));
        blocks.push(body(3, &prose.repeat(i)));
        blocks.push(Block::heading(2, format!("Bagian {i}.1")));
        blocks.push(body(4, ""));
    }
    blocks.push(section(Section {
        columns: 2,
        ..Section::default()
    }));
    blocks.push(Block::heading(2, "Dua kolom"));
    blocks.extend((0..6).map(|i| body(2, if i == 2 { "Catatan di kolom." } else { "" })));
    blocks.push(section(Section {
        landscape: Some(true),
        ..Section::default()
    }));
    blocks.push(Block::Table(Table {
        head: vec![vec![
            Cell::plain("No."),
            Cell::plain("Nama"),
            Cell::plain("Tanda tangan"),
        ]],
        rows: (1..9)
            .map(|i| {
                vec![
                    Cell::plain(i.to_string()),
                    Cell::plain("Peserta (Papua)"),
                    Cell::plain(""),
                ]
            })
            .collect(),
        row_height: 36.0,
        ..Table::default()
    }));
    blocks.push(section(Section {
        columns: 0,
        ..Section::default()
    }));
    blocks.extend(from_markdown("- بسم الله الرحمن الرحيم\n- kata\n\n> بسم الله الرحمن الرحيم\n\n> kutipan `kode panjang` dan **tebal** serta ~~coret~~ [tautan ke bab](#bagian-11)\n"));
    document(blocks)
}
