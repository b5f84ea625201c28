//! The words of a document in reading order, for search, tests and comparison.
//! Must say exactly what the pages will show, page furniture apart.

use super::super::chart::Shape;
use super::{Block, Cell, Document, Inline, ListItem, Note, Numbers, Signature, entries};

/// The dotted line that stands for a name to be filled in by hand.
pub(crate) const BLANK_NAME: &str = "…………………………………";

/// What a list puts before its item.
pub(crate) fn marker(start: Option<u64>, index: usize, checked: Option<bool>) -> String {
    match (checked, start) {
        (Some(true), _) => "☑".to_owned(),
        (Some(false), _) => "☐".to_owned(),
        (None, Some(first)) => format!("{}.", first.saturating_add(index as u64)),
        (None, None) => "•".to_owned(),
    }
}

/// The lines of a signature: above the space for the signature, and below it.
pub(crate) fn signature_lines(signature: &Signature) -> (Vec<&str>, Vec<String>) {
    let above = [signature.place_and_date.as_str(), signature.role.as_str()];
    let name = if signature.name.is_empty() {
        BLANK_NAME
    } else {
        &signature.name
    };
    let mut below = vec![name.to_owned()];
    if !signature.nip.is_empty() {
        below.push(format!("NIP {}", signature.nip));
    }
    (
        above.into_iter().filter(|line| !line.is_empty()).collect(),
        below,
    )
}

/// All words of `document` in reading order, one block or cell to a line, footnotes at the end.
/// Text repeated because a page ended (table headers, merged cells) is there once; the page
/// numbers of contents are not there.
pub fn text_of(document: &Document) -> String {
    let mut words = Words {
        out: String::new(),
        numbers: Numbers::new(&document.blocks),
        blocks: &document.blocks,
    };
    if let Some(header) = &document.header {
        header.lines.iter().for_each(|line| words.push(&line.text));
    }
    words.blocks(&document.blocks);
    let foot = words.numbers.foot().to_vec();
    foot.iter().for_each(|note| words.note(note));
    words.out
}

struct Words<'a> {
    out: String,
    numbers: Numbers,
    blocks: &'a [Block],
}

impl Words<'_> {
    fn push(&mut self, text: &str) {
        self.out.push_str(text);
        self.out.push('\n');
    }

    fn inlines(&mut self, text: &[Inline]) {
        for inline in text {
            self.out.push_str(&inline.text);
            if let Some(note) = &inline.note {
                self.out.push_str(&self.numbers.of(note).to_string());
            }
        }
        self.out.push('\n');
    }

    fn cells(&mut self, row: &[Cell]) {
        row.iter().for_each(|cell| self.inlines(&cell.text));
    }

    fn note(&mut self, note: &Note) {
        let number = self.numbers.of(note);
        self.push(&number.to_string());
        self.blocks(note.blocks());
    }

    fn blocks(&mut self, blocks: &[Block]) {
        blocks.iter().for_each(|block| self.block(block));
    }

    fn block(&mut self, block: &Block) {
        match block {
            Block::Heading { text, .. } | Block::Paragraph { text, .. } => self.inlines(text),
            Block::List { start, items } => {
                for (i, ListItem { checked, blocks }) in items.iter().enumerate() {
                    self.push(&marker(*start, i, *checked));
                    self.blocks(blocks);
                }
            }
            Block::Quote(content) => self.blocks(content),
            Block::Code(text) => self.push(text),
            Block::Table(table) => {
                let rows = table.head.iter().chain(&table.rows);
                rows.for_each(|row| self.cells(row));
            }
            Block::Figure { caption, .. } => self.push(caption),
            Block::Drawing { drawing, caption } => {
                for shape in &drawing.shapes {
                    if let Shape::Text { text, .. } = shape {
                        self.push(text);
                    }
                }
                self.push(caption);
            }
            Block::Gallery(pictures) => pictures.iter().for_each(|it| self.push(&it.caption)),
            Block::Letterhead(header) => header.lines.iter().for_each(|it| self.push(&it.text)),
            Block::Facts(facts) => {
                for fact in facts {
                    self.push(&fact.label);
                    self.push(":");
                    self.inlines(&fact.value);
                }
            }
            Block::Signatures(signatures) => {
                for signature in signatures {
                    let (above, below) = signature_lines(signature);
                    above.iter().for_each(|line| self.push(line));
                    below.iter().for_each(|line| self.push(line));
                }
            }
            Block::Notes(notes) => notes.iter().for_each(|note| self.note(note)),
            Block::Contents { depth } => {
                for entry in entries(self.blocks) {
                    if entry.listed && entry.level <= *depth {
                        self.push(&entry.title);
                    }
                }
            }
            Block::Rule
            | Block::Space(_)
            | Block::WritingLines(_)
            | Block::PageBreak
            | Block::Section(_)
            | Block::Anchor(_) => {}
        }
    }
}
