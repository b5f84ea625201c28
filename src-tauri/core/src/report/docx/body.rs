//! The blocks of a document, one after the other.

use super::super::model::{Block, Fact, Inline, ListItem, Note, Role, Style, marker};
use super::text::{Look, reads_from_right};
use super::{BULLETS, FIRST_NOTE, Numbered, TWIPS, Writer};

/// One step of a list or a quotation, in twips.
const STEP: u32 = 425;
/// Word's lists have so many levels.
const LEVELS: usize = 9;
/// The whitest space, in points: more than any page is high makes no sense.
const TALLEST_SPACE: f32 = 800.0;
/// Room above a line to write on by hand, in twips.
const LINE_ROOM: u32 = 200;
/// A thin line across the page.
const LINE: Look<'static> = Look {
    style: "Gap",
    line_below: Some("single"),
    number: None,
    hanging: 0,
    tabs: &[],
    leader: None,
    align: None,
    keep_next: false,
    space_above: None,
};
/// Where the values of facts begin.
const VALUE: u32 = 2_600;

impl Writer<'_> {
    /// The whole body.
    pub(super) fn body(&mut self) {
        self.xml.open("w:body", &[]);
        if let Some(head) = &self.document.header {
            self.letterhead(head);
        }
        let mut written = self.document.header.is_some();
        let blocks = &self.document.blocks;
        for (index, block) in blocks.iter().enumerate() {
            let next = blocks.get(index + 1);
            self.before_signing = matches!(next, Some(Block::Signatures(_)));
            match block {
                // What changes before anything is written needs no break.
                Block::Section(next) if !written => self.begin_section(*next),
                Block::Section(next) => self.end_section(*next),
                block => {
                    self.block(block);
                    written = true;
                }
            }
        }
        self.section_properties();
        self.xml.close();
    }

    /// The footnotes that were mentioned, into a part of their own.
    pub(super) fn footnotes(&mut self) {
        for (id, kind, tag) in [
            ("0", "separator", "w:separator"),
            ("1", "continuationSeparator", "w:continuationSeparator"),
        ] {
            self.xml
                .open("w:footnote", &[("w:type", kind), ("w:id", id)]);
            self.xml.open("w:p", &[]);
            self.xml.open("w:r", &[]);
            self.xml.leaf(tag, &[]);
            self.xml.close();
            self.xml.close();
            self.xml.close();
        }
        self.in_note = true;
        let mut next = 0;
        while let Some((_, note)) = self.noted.get(next).cloned() {
            let id = (next + FIRST_NOTE).to_string();
            self.xml.open("w:footnote", &[("w:id", &id)]);
            self.note(&note);
            self.xml.close();
            next += 1;
        }
        self.in_note = false;
    }

    fn note(&mut self, note: &Note) {
        let look = Look::styled("FootnoteText");
        let mut blocks = note.blocks().iter().peekable();
        let first: &[Inline] = match blocks.peek() {
            Some(Block::Paragraph { text, .. }) => {
                blocks.next();
                text
            }
            _ => &[],
        };
        self.begin(look, reads_from_right(first));
        self.xml.open("w:r", &[]);
        self.xml.open("w:rPr", &[]);
        self.xml.value("w:rStyle", "FootnoteReference");
        self.xml.close();
        self.xml.leaf("w:footnoteRef", &[]);
        self.xml.close();
        self.run(" ", Style::default(), false);
        self.inlines(first, Style::default());
        self.end();
        for block in blocks {
            match block {
                Block::Paragraph { text, .. } => self.paragraph(look, text),
                other => self.block(other),
            }
        }
    }

    /// One block.
    pub(super) fn block(&mut self, block: &Block) {
        match block {
            Block::Heading { level, text, .. } => self.heading(*level, text),
            Block::Paragraph { text, role } => self.paragraph(look_of(*role), text),
            Block::List { start, items } => self.list(*start, items),
            Block::Quote(blocks) => {
                self.indent += STEP;
                for block in blocks {
                    match block {
                        Block::Paragraph { text, .. } => {
                            self.paragraph(Look::styled("Quote"), text);
                        }
                        other => self.block(other),
                    }
                }
                self.indent -= STEP;
            }
            Block::Code(text) => {
                let code = Inline {
                    style: Style {
                        code: true,
                        ..Style::default()
                    },
                    ..Inline::plain(text.trim_end_matches('\n'))
                };
                self.paragraph(Look::styled("Code"), &[code]);
            }
            Block::Table(table) => self.table(table),
            Block::Figure {
                source,
                caption,
                alt,
            } => {
                self.figure(source, caption, or(alt, caption));
            }
            Block::Gallery(pictures) => {
                for it in pictures {
                    self.figure(&it.source, &it.caption, or(&it.alt, &it.caption));
                }
            }
            Block::Drawing { drawing, caption } => self.chart(drawing, caption),
            Block::Space(points) => {
                let look = Look {
                    space_above: Some((points.clamp(0.0, TALLEST_SPACE) * TWIPS) as u32),
                    ..Look::styled("Gap")
                };
                self.paragraph(look, &[]);
            }
            Block::Rule => self.paragraph(LINE, &[]),
            Block::WritingLines(lines) => (0..*lines).for_each(|_| self.writing_line()),
            Block::Letterhead(head) => self.letterhead(head),
            Block::Facts(facts) => facts.iter().for_each(|fact| self.fact(fact)),
            Block::Signatures(signatures) => self.signatures(signatures),
            Block::Notes(notes) => self.loose_notes(notes),
            Block::PageBreak => self.break_before = true,
            // A change of page inside a list or a quotation counts for nothing.
            Block::Section(_) => {}
            Block::Anchor(name) => {
                if let Some(bookmark) = self.bookmarks.get(name).cloned() {
                    self.bookmark(&bookmark);
                }
            }
            Block::Contents { depth } => self.contents(*depth),
        }
    }

    fn heading(&mut self, level: u8, text: &[Inline]) {
        let level = level.clamp(1, 6);
        let style = format!("Heading{level}");
        let start = self.words.text.len();
        let entry = (!self.in_note).then_some(self.headings);
        self.begin(Look::styled(&style), reads_from_right(text));
        if let Some(index) = entry {
            self.headings += 1;
            let anchor = self.entries.get(index).map(|entry| entry.anchor.clone());
            let name = anchor.and_then(|anchor| self.bookmarks.get(&anchor).cloned());
            if let Some(name) = name {
                self.bookmark(&name);
            }
        }
        self.inlines(text, Style::default());
        let end = self.words.text.len();
        if level == 1 && !self.in_note {
            let words = self.words.text[start..end].to_owned();
            self.words.chapters.push((start..end, words));
        }
        self.end();
    }

    /// A line to write on: Word draws one border for several paragraphs with the same, so it is
    /// a tab that leads to the edge.
    fn writing_line(&mut self) {
        let (room, _) = self.room();
        let look = Look {
            space_above: Some(LINE_ROOM),
            leader: Some(((room * TWIPS) as u32, "underscore")),
            ..Look::styled("Small")
        };
        self.begin(look, false);
        self.run("\t", Style::default(), false);
        self.end();
    }

    fn bookmark(&mut self, name: &str) {
        self.bookmarked += 1;
        let id = self.bookmarked.to_string();
        self.xml
            .leaf("w:bookmarkStart", &[("w:id", &id), ("w:name", name)]);
        self.xml.leaf("w:bookmarkEnd", &[("w:id", &id)]);
    }

    fn list(&mut self, start: Option<u64>, items: &[ListItem]) {
        let level = self.depth.min(LEVELS - 1);
        let instance = match start {
            None => BULLETS,
            Some(start) => {
                self.lists.push(Numbered { level, start });
                BULLETS + self.lists.len()
            }
        };
        self.depth += 1;
        for item in items {
            let mut blocks = item.blocks.iter().peekable();
            let first: &[Inline] = match blocks.peek() {
                Some(Block::Paragraph { text, .. }) => {
                    blocks.next();
                    text
                }
                _ => &[],
            };
            let look = Look {
                number: item.checked.is_none().then_some((instance, level)),
                hanging: STEP,
                ..Look::styled("ListParagraph")
            };
            self.begin(look, reads_from_right(first));
            if item.checked.is_some() {
                let mark = format!("{}\t", marker(start, 0, item.checked));
                self.run(&mark, Style::default(), false);
            }
            self.inlines(first, Style::default());
            self.end();
            self.indent += STEP;
            for block in blocks {
                match block {
                    Block::Paragraph { text, .. } => {
                        self.paragraph(Look::styled("ListParagraph"), text);
                    }
                    other => self.block(other),
                }
            }
            self.indent -= STEP;
        }
        self.depth -= 1;
    }

    fn fact(&mut self, fact: &Fact) {
        let look = Look {
            hanging: VALUE,
            tabs: &[VALUE - 200, VALUE],
            ..Look::styled("Fact")
        };
        self.begin(look, false);
        self.run(&format!("{}\t:\t", fact.label), Style::default(), false);
        self.inlines(&fact.value, Style::default());
        self.end();
    }

    /// Notes that nothing refers to, with the numbers the document gives them.
    fn loose_notes(&mut self, notes: &[Note]) {
        self.paragraph(LINE, &[]);
        for note in notes {
            let number = self.numbers.of(note);
            let mut first = true;
            for block in note.blocks() {
                if let (true, Block::Paragraph { text, .. }) = (first, block) {
                    self.begin(Look::styled("FootnoteText"), reads_from_right(text));
                    self.run(&format!("{number}. "), Style::default(), false);
                    self.inlines(text, Style::default());
                    self.end();
                } else {
                    self.block(block);
                }
                first = false;
            }
        }
    }

    /// The table of contents: a field that Word brings up to date, filled with what it will say
    /// but for the page numbers.
    fn contents(&mut self, depth: u8) {
        let listed: Vec<_> = self
            .entries
            .iter()
            .filter(|entry| entry.listed && entry.level <= depth)
            .cloned()
            .collect();
        for entry in listed {
            let style = format!("TOC{}", entry.level.clamp(1, 6));
            let Some(bookmark) = self.bookmarks.get(&entry.anchor).cloned() else {
                continue;
            };
            let (room, _) = self.room();
            let look = Look {
                leader: Some(((room * TWIPS) as u32, "dot")),
                ..Look::styled(&style)
            };
            self.begin(look, false);
            self.xml.open("w:hyperlink", &[("w:anchor", &bookmark)]);
            self.run(&format!("{}\t", entry.title), Style::default(), false);
            self.field(&format!("PAGEREF {bookmark} \\h"));
            self.xml.close();
            self.end();
        }
    }

    /// A field that Word or LibreOffice fills in when the file is opened.
    fn field(&mut self, instruction: &str) {
        self.xml.open(
            "w:fldSimple",
            &[("w:instr", instruction), ("w:dirty", "true")],
        );
        self.xml.open("w:r", &[]);
        self.xml.words("w:t", &[], "…");
        self.xml.close();
        self.xml.close();
    }

    /// An almost invisible paragraph that keeps two tables apart.
    pub(super) fn gap(&mut self) {
        self.paragraph(Look::styled("Gap"), &[]);
    }
}

fn look_of(role: Role) -> Look<'static> {
    let style = match role {
        Role::Body | Role::End => "BodyText",
        Role::Title => "Title",
        Role::Subtitle => "Subtitle",
        Role::Small => "Small",
    };
    Look {
        align: (role == Role::End).then_some("right"),
        ..Look::styled(style)
    }
}

/// What a picture shows, or else what is printed below it.
fn or<'a>(alt: &'a str, caption: &'a str) -> &'a str {
    if alt.trim().is_empty() { caption } else { alt }
}
