//! The blocks of a document, one after the other.

use super::super::model::{Block, Fact, Inline, ListItem, Note, Role, Style, marker};
use super::text::{Look, reads_from_right};
use super::{BOTTOM, BULLETS, FIRST_NOTE, MARGIN, Numbered, TWIPS, Writer};

/// One step of a list or a quotation, in twips.
const STEP: u32 = 425;
/// Word's lists have so many levels.
const LEVELS: usize = 9;
/// Where the values of facts begin.
const VALUE: u32 = 2_600;

impl<'a> Writer<'a> {
    /// The whole body.
    pub(super) fn body(&mut self) {
        self.xml.open("w:body", &[]);
        if let Some(head) = &self.document.header {
            self.letterhead(head);
        }
        let blocks = &self.document.blocks;
        self.notes = notes_in(blocks);
        for (index, block) in blocks.iter().enumerate() {
            let next = blocks.get(index + 1);
            self.before_signing = matches!(next, Some(Block::Signatures(_)));
            self.block(block);
            if matches!(block, Block::Notes(_)) {
                self.notes = notes_in(&blocks[index + 1..]);
            }
        }
        self.page();
        self.xml.close();
    }

    /// Paper and edges; the order is the schema's.
    fn page(&mut self) {
        let (width, height) = self.paper.points();
        let twips = |points: f32| format!("{:.0}", points * TWIPS);
        let (width, height) = (twips(width), twips(height));
        let (margin, bottom) = (MARGIN.to_string(), BOTTOM.to_string());
        let xml = &mut self.xml;
        xml.open("w:sectPr", &[]);
        xml.leaf(
            "w:footerReference",
            &[("w:type", "default"), ("r:id", "footer")],
        );
        let mut size = vec![("w:w", width.as_str()), ("w:h", height.as_str())];
        if self.paper.landscape {
            size.push(("w:orient", "landscape"));
        }
        xml.leaf("w:pgSz", &size);
        let edges = [
            ("w:top", margin.as_str()),
            ("w:right", &margin),
            ("w:bottom", &bottom),
            ("w:left", &margin),
            ("w:header", "500"),
            ("w:footer", "500"),
            ("w:gutter", "0"),
        ];
        xml.leaf("w:pgMar", &edges);
        xml.close();
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
        while let Some(note) = self.noted.get(next).copied() {
            let id = (next + FIRST_NOTE).to_string();
            self.xml.open("w:footnote", &[("w:id", &id)]);
            self.note(note);
            self.xml.close();
            next += 1;
        }
        self.in_note = false;
    }

    fn note(&mut self, note: &'a Note) {
        let look = Look::styled("FootnoteText");
        let mut blocks = note.blocks.iter().peekable();
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
    pub(super) fn block(&mut self, block: &'a Block) {
        match block {
            Block::Heading { level, text, .. } => self.heading(*level, text),
            Block::Paragraph { text, role } => self.paragraph(Look::styled(style_of(*role)), text),
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
            Block::Figure { source, caption } => self.figure(source, caption, caption),
            Block::Rule => {
                let look = Look {
                    line_below: Some("single"),
                    ..Look::styled("Gap")
                };
                self.paragraph(look, &[]);
            }
            Block::Facts(facts) => facts.iter().for_each(|fact| self.fact(fact)),
            Block::Signatures(signatures) => self.signatures(signatures),
            Block::Notes(notes) => self.loose_notes(notes),
            Block::PageBreak => self.break_before = true,
        }
    }

    fn heading(&mut self, level: u8, text: &[Inline]) {
        let level = level.clamp(1, 6);
        let style = format!("Heading{level}");
        let start = self.words.text.len();
        self.begin(Look::styled(&style), reads_from_right(text));
        self.inlines(text, Style::default());
        let end = self.words.text.len();
        if level == 1 && !self.in_note {
            let words = self.words.text[start..end].to_owned();
            self.words.chapters.push((start..end, words));
        }
        self.end();
    }

    fn list(&mut self, start: Option<u64>, items: &'a [ListItem]) {
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

    /// An almost invisible paragraph that keeps two tables apart.
    pub(super) fn gap(&mut self) {
        self.paragraph(Look::styled("Gap"), &[]);
    }

    /// The notes that nothing has referred to; the others stand at the foot of their pages.
    fn loose_notes(&mut self, notes: &'a [Note]) {
        let mentioned = |note: &&Note| self.noted.iter().any(|it| std::ptr::eq(*it, *note));
        let loose: Vec<&Note> = notes.iter().filter(|note| !mentioned(note)).collect();
        if loose.is_empty() || self.in_note {
            return;
        }
        self.block(&Block::Rule);
        // A loose note that is mentioned in another stands here already.
        self.notes = &[];
        for note in loose {
            for (index, block) in note.blocks.iter().enumerate() {
                match block {
                    Block::Paragraph { text, .. } if index == 0 => {
                        self.begin(Look::styled("FootnoteText"), reads_from_right(text));
                        self.run(&format!("{}. ", note.number), Style::default(), false);
                        self.inlines(text, Style::default());
                        self.end();
                    }
                    other => self.block(other),
                }
            }
        }
    }
}

/// The first notes among `blocks`.
fn notes_in(blocks: &[Block]) -> &[Note] {
    let notes = blocks.iter().find_map(|block| match block {
        Block::Notes(notes) => Some(notes.as_slice()),
        _ => None,
    });
    notes.unwrap_or_default()
}

const fn style_of(role: Role) -> &'static str {
    match role {
        Role::Body => "BodyText",
        Role::Title => "Title",
        Role::Subtitle => "Subtitle",
        Role::Small => "Small",
    }
}
