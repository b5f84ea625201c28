//! What the file says to those who do not see it: the tree of tags, the text in its order, and
//! Arabic as it is copied. Read back with lopdf, and with poppler where it is installed.

use std::collections::{BTreeMap, HashMap};

use lopdf::content::Content;
use lopdf::{Dictionary, Document as File, Object, ObjectId};
use proptest::prelude::*;

use super::files::{media, run, sampler};
use super::layout::hostile;
use super::pages::a_report;
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

/// A file read back, with each page's marked stretches by number.
struct Read {
    file: File,
    marks: BTreeMap<(ObjectId, i64), String>,
    /// Operators that paint outside of any mark.
    unmarked: usize,
}

/// A node of the tree: its type, its dictionary, and what is in it.
struct Node {
    tag: String,
    dictionary: Dictionary,
    kids: Vec<Kid>,
}

enum Kid {
    Node(Node),
    Mark(ObjectId, i64),
    Link(ObjectId),
}

fn rendered(document: &Document) -> Vec<u8> {
    let print = render(document, &Paper::default(), created(), &media);
    print.unwrap().pdf
}

fn read(bytes: &[u8]) -> Read {
    let file = File::load_mem(bytes).unwrap();
    let mut out = Read {
        marks: BTreeMap::new(),
        unmarked: 0,
        file,
    };
    let pages: Vec<ObjectId> = out.file.page_iter().collect();
    for page in pages {
        out.page(page);
    }
    out
}

impl Read {
    fn page(&mut self, page: ObjectId) {
        let fonts = self.file.get_page_fonts(page).unwrap();
        let maps: HashMap<Vec<u8>, HashMap<u16, String>> = fonts
            .iter()
            .map(|(name, font)| (name.clone(), self.unicode(font)))
            .collect();
        let content = self.file.get_page_content(page);
        let mut open: Vec<Option<i64>> = Vec::new();
        let mut font = Vec::new();
        // As deep as this, what is shown is already known in other words.
        let mut replaced = usize::MAX;
        for operation in Content::decode(&content).unwrap().operations {
            let operands = &operation.operands;
            match operation.operator.as_str() {
                "BMC" => open.push(None),
                "BDC" => {
                    let properties = operands[1].as_dict().unwrap();
                    let number = properties.get(b"MCID").and_then(Object::as_i64).ok();
                    if let Some(number) = number {
                        self.marks.insert((page, number), String::new());
                    }
                    let number = number.or(open.last().copied().flatten());
                    open.push(number);
                    if let (Some(number), Ok(text)) = (number, properties.get(b"ActualText")) {
                        let text = lopdf::decode_text_string(text).unwrap();
                        self.marks.get_mut(&(page, number)).unwrap().push_str(&text);
                        replaced = open.len();
                    }
                }
                "EMC" => {
                    open.pop().unwrap();
                    if open.len() < replaced {
                        replaced = usize::MAX;
                    }
                }
                "Tf" => font = operands[0].as_name().unwrap().to_vec(),
                "TJ" | "Tj" | "f" | "S" | "B" | "Do" if open.is_empty() => self.unmarked += 1,
                "TJ" | "Tj" => {
                    if let (Some(Some(number)), true) = (open.last(), open.len() < replaced) {
                        let text = self.marks.get_mut(&(page, *number)).unwrap();
                        show(&operands[0], &maps[&font], text);
                    }
                }
                _ => {}
            }
        }
        assert!(open.is_empty(), "every mark ends on its page");
    }

    /// A font's characters by glyph.
    fn unicode(&self, font: &Dictionary) -> HashMap<u16, String> {
        let map = font.get(b"ToUnicode").unwrap().as_reference().unwrap();
        let map = self.file.get_object(map).unwrap().as_stream().unwrap();
        let map = map
            .decompressed_content()
            .unwrap_or_else(|_| map.content.clone());
        let hex = |text: &str| u16::from_str_radix(text, 16).unwrap();
        let map = String::from_utf8(map).unwrap();
        map.lines()
            .filter_map(|line| line.strip_prefix('<')?.strip_suffix('>')?.split_once("> <"))
            .filter(|(code, text)| (code.len(), *text) != (4, "FFFF"))
            .map(|(code, text)| {
                let units: Vec<u16> = (0..text.len() / 4)
                    .map(|i| hex(&text[i * 4..i * 4 + 4]))
                    .collect();
                (hex(code), String::from_utf16(&units).unwrap())
            })
            .collect()
    }

    fn tree(&self) -> Node {
        let catalog = self.file.catalog().unwrap();
        let root = catalog.get(b"StructTreeRoot").unwrap();
        let root = self
            .file
            .get_dictionary(root.as_reference().unwrap())
            .unwrap();
        let first = root.get(b"K").unwrap().as_array().unwrap()[0].clone();
        self.node(first.as_reference().unwrap())
    }

    fn node(&self, id: ObjectId) -> Node {
        let dictionary = self.file.get_dictionary(id).unwrap().clone();
        let tag = dictionary.get(b"S").unwrap().as_name().unwrap();
        let page = dictionary.get(b"Pg").and_then(Object::as_reference).ok();
        let kids = match dictionary.get(b"K") {
            Ok(Object::Array(kids)) => kids.clone(),
            Ok(kid) => vec![kid.clone()],
            Err(_) => Vec::new(),
        };
        let kids = kids.iter().map(|kid| match kid {
            Object::Integer(number) => Kid::Mark(page.unwrap(), *number),
            Object::Reference(id) => Kid::Node(self.node(*id)),
            Object::Dictionary(it) if it.has(b"MCID") => Kid::Mark(
                it.get(b"Pg").unwrap().as_reference().unwrap(),
                it.get(b"MCID").unwrap().as_i64().unwrap(),
            ),
            Object::Dictionary(it) => Kid::Link(it.get(b"Obj").unwrap().as_reference().unwrap()),
            other => panic!("{other:?}"),
        });
        Node {
            tag: String::from_utf8(tag.to_vec()).unwrap(),
            kids: kids.collect(),
            dictionary,
        }
    }

    /// The text of the document, its footnotes at the end.
    fn whole(&self) -> String {
        let mut tree = self.tree();
        let notes = notes_of(&mut tree);
        let notes = notes.iter().map(|note| self.text(note));
        let notes: String = notes.collect();
        self.text(&tree) + &notes
    }

    /// The text below a node as a program that follows the tags reads it.
    fn text(&self, node: &Node) -> String {
        if let Ok(actual) = node.dictionary.get(b"ActualText") {
            return lopdf::decode_text_string(actual).unwrap();
        }
        let inner = node.kids.iter().map(|kid| match kid {
            Kid::Node(node) => self.text(node),
            Kid::Mark(page, number) => self.marks[&(*page, *number)].clone(),
            Kid::Link(_) => String::new(),
        });
        let inner: String = inner.collect();
        match node.tag.as_str() {
            "Span" | "Link" | "Code" | "Reference" => inner,
            _ => format!("{inner}\n"),
        }
    }
}

fn show(operand: &Object, map: &HashMap<u16, String>, out: &mut String) {
    match operand {
        Object::Array(parts) => parts.iter().for_each(|part| show(part, map, out)),
        Object::String(bytes, _) => {
            for code in bytes.chunks(2) {
                let code = u16::from_be_bytes([code[0], code[1]]);
                out.push_str(map.get(&code).map_or("", String::as_str));
            }
        }
        _ => {}
    }
}

/// Takes the footnotes out of a tree.
fn notes_of(node: &mut Node) -> Vec<Node> {
    let mut out = Vec::new();
    for kid in std::mem::take(&mut node.kids) {
        match kid {
            Kid::Node(note) if note.tag == "Note" => out.push(note),
            Kid::Node(mut inner) => {
                out.extend(notes_of(&mut inner));
                node.kids.push(Kid::Node(inner));
            }
            kid => node.kids.push(kid),
        }
    }
    out
}

fn visit<'n>(node: &'n Node, see: &mut dyn FnMut(&'n Node)) {
    see(node);
    for kid in &node.kids {
        if let Kid::Node(node) = kid {
            visit(node, see);
        }
    }
}

fn all<'n>(node: &'n Node, tag: &str) -> Vec<&'n Node> {
    let mut out = Vec::new();
    visit(node, &mut |node| {
        if node.tag == tag {
            out.push(node);
        }
    });
    out
}

/// The types of a node's elements, one level down.
fn types(node: &Node) -> Vec<&str> {
    let nodes = node.kids.iter().filter_map(|kid| match kid {
        Kid::Node(node) => Some(node.tag.as_str()),
        _ => None,
    });
    nodes.collect()
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
    let langs: std::collections::BTreeSet<&[u8]> = langs.collect();
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
    #![proptest_config(ProptestConfig::with_cases(16))]

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
