//! A document as a Word file (Office Open XML): the same model that is typeset, with headings,
//! lists, tables, notes and pictures as Word itself has them, and comments beside their passages.
//! Knows neither fonts nor pages, and no clock: equal input gives equal bytes.

mod body;
mod drawing;
mod figure;
mod parts;
mod pictures;
mod remarks;
mod section;
mod styles;
mod table;
mod text;
mod xml;

pub use remarks::{Quote, Remark};

use std::collections::BTreeMap;
use std::ops::Range;

use chrono::{DateTime, FixedOffset};

use super::archive::zip;
use super::model::{Block, Document, Entry, Note, Numbers, entries};
use super::{Paper, ReportError, Warning};
use pictures::Shown;
use remarks::Words;
use section::Opened;
use xml::Xml;

const NAMESPACES: &[(&str, &str)] = &[
    (
        "xmlns:w",
        "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    ),
    (
        "xmlns:r",
        "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    ),
    (
        "xmlns:wp",
        "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    ),
    (
        "xmlns:a",
        "http://schemas.openxmlformats.org/drawingml/2006/main",
    ),
    (
        "xmlns:pic",
        "http://schemas.openxmlformats.org/drawingml/2006/picture",
    ),
];

/// Twips of a point.
const TWIPS: f32 = 20.0;
/// The first footnote of the document; two before it are Word's own separators.
const FIRST_NOTE: usize = 2;
/// The list instance of all bullets; numbered lists follow, each with one of its own.
const BULLETS: usize = 1;

/// A finished Word file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WordFile {
    /// The file.
    pub bytes: Vec<u8>,
    /// What could not be shown as wanted.
    pub warnings: Vec<Warning>,
}

/// Where a comment begins or ends, by its number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Mark {
    Begin(usize),
    End(usize),
}

/// A numbered list: the level it stands on and the number it begins with.
#[derive(Clone, Copy, Debug)]
struct Numbered {
    level: usize,
    start: u64,
}

/// Writes the body once through.
struct Writer<'a> {
    document: &'a Document,
    paper: &'a Paper,
    media: &'a dyn Fn(&str) -> Option<Vec<u8>>,
    /// Without pictures: only to learn where each word comes to stand.
    rehearsing: bool,
    xml: Xml,
    words: Words,
    marks: Vec<(usize, Mark)>,
    /// Marks already written.
    marked: usize,
    numbers: Numbers,
    /// Footnotes mentioned so far, in Word's order, with the document's number.
    noted: Vec<(usize, Note)>,
    /// Inside a footnote.
    in_note: bool,
    /// Names in the document to names that Word allows.
    bookmarks: BTreeMap<String, String>,
    entries: Vec<Entry>,
    /// Headings begun so far.
    headings: usize,
    /// Bookmarks written so far.
    bookmarked: usize,
    /// Targets of links, for the part being written.
    links: Vec<String>,
    pictures: Vec<Shown>,
    seen: BTreeMap<String, Option<usize>>,
    drawings: usize,
    lists: Vec<Numbered>,
    /// How deep in lists.
    depth: usize,
    /// From the left, in twips.
    indent: u32,
    break_before: bool,
    /// Places to sign come next, and no office signs an empty page.
    before_signing: bool,
    section: Opened,
    has_roman: bool,
    warnings: Vec<Warning>,
}

/// Writes `document` as a Word file on `paper`, with `remarks` beside their passages. `media`
/// gives the file of a picture by its name.
///
/// # Errors
/// When memory cannot be written.
pub fn docx(
    document: &Document,
    paper: &Paper,
    created: DateTime<FixedOffset>,
    remarks: &[Remark],
    media: &dyn Fn(&str) -> Option<Vec<u8>>,
) -> Result<WordFile, ReportError> {
    let mut rehearsal = Writer::new(document, paper, media);
    rehearsal.rehearsing = !remarks.is_empty();
    if rehearsal.rehearsing {
        rehearsal.body();
    }
    let words = &rehearsal.words;
    let place = |remark: &Remark| words.place(remark.quote.as_ref()?);
    let places: Vec<Option<Range<usize>>> = remarks.iter().map(place).collect();
    let mut writer = Writer::new(document, paper, media);
    writer.marks = marks(words, &places);
    writer.body();
    let body = std::mem::replace(&mut writer.xml, Xml::new("w:footnotes", NAMESPACES));
    let body_links = std::mem::take(&mut writer.links);
    writer.footnotes();
    let package = parts::Package {
        document,
        created,
        body: body.finish(),
        body_links,
        footnotes: std::mem::replace(&mut writer.xml, Xml::new("w:p", &[])).finish(),
        footnote_links: std::mem::take(&mut writer.links),
        remarks: unplaced_quoted(remarks, &places),
        lists: &writer.lists,
        pictures: &writer.pictures,
    };
    let files = package.files();
    Ok(WordFile {
        bytes: zip(&files)?,
        warnings: writer.warnings,
    })
}

impl<'a> Writer<'a> {
    fn new(
        document: &'a Document,
        paper: &'a Paper,
        media: &'a dyn Fn(&str) -> Option<Vec<u8>>,
    ) -> Self {
        Writer {
            document,
            paper,
            media,
            rehearsing: false,
            xml: Xml::new("w:document", NAMESPACES),
            words: Words::default(),
            marks: Vec::new(),
            marked: 0,
            numbers: Numbers::new(&document.blocks),
            noted: Vec::new(),
            in_note: false,
            bookmarks: bookmarks(&document.blocks),
            entries: entries(&document.blocks),
            headings: 0,
            bookmarked: 0,
            links: Vec::new(),
            pictures: Vec::new(),
            seen: BTreeMap::new(),
            drawings: 0,
            lists: Vec::new(),
            depth: 0,
            indent: 0,
            break_before: false,
            before_signing: false,
            section: Opened::default(),
            has_roman: false,
            warnings: Vec::new(),
        }
    }

    /// The id of a link's target in the part being written.
    fn relation(&mut self, target: &str) -> String {
        let place = self.links.iter().position(|known| known == target);
        let place = place.unwrap_or_else(|| {
            self.links.push(target.to_owned());
            self.links.len() - 1
        });
        format!("link{}", place + 1)
    }
}

/// Word's names for anchors hold 40 plain characters at most.
fn bookmarks(blocks: &[Block]) -> BTreeMap<String, String> {
    let headings = entries(blocks).into_iter().map(|entry| entry.anchor);
    let others = super::model::anchors(blocks);
    let mut names: BTreeMap<String, String> = BTreeMap::new();
    for anchor in headings.chain(others) {
        let name = format!("anchor{}", names.len() + 1);
        names.entry(anchor).or_insert(name);
    }
    names
}

/// Where the comments begin and end; those without a place hang on the first words.
fn marks(words: &Words, places: &[Option<Range<usize>>]) -> Vec<(usize, Mark)> {
    let first = words.text.trim_start();
    let start = words.text.len() - first.len();
    let title = start..start + first.find('\n').unwrap_or(first.len()).max(1);
    let mut marks = Vec::new();
    for (id, place) in places.iter().enumerate() {
        let Range { start, end } = place.clone().unwrap_or_else(|| title.clone());
        marks.push((start, Mark::Begin(id)));
        marks.push((end, Mark::End(id)));
    }
    // Where one ends and another begins, the first ends first.
    marks.sort_by_key(|(at, mark)| (*at, matches!(mark, Mark::Begin(_))));
    marks
}

/// The comments; one whose passage has no place says the passage itself.
fn unplaced_quoted(remarks: &[Remark], places: &[Option<Range<usize>>]) -> Vec<Remark> {
    let dress = |(remark, place): (&Remark, &Option<Range<usize>>)| {
        let mut remark = remark.clone();
        if let (Some(quote), None) = (&remark.quote, place) {
            let exact = quote.exact.split_whitespace().collect::<Vec<_>>().join(" ");
            remark.text = format!("“{exact}”\n{}", remark.text);
        }
        remark
    };
    remarks.iter().zip(places).map(dress).collect()
}
