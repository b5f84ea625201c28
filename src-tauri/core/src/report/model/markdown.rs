//! Markdown (CommonMark with tables, task lists, strikethrough and footnotes) to blocks.
//! Any text is accepted. Raw HTML is printed as the characters it is, never interpreted; only
//! `<br>` breaks a line. Containers nested deeper than [`MAX_DEPTH`] lose their marks, not their
//! words. A footnote hangs on its reference; those that nothing refers to stand at the end.

use pulldown_cmark::{Alignment, Event, HeadingLevel, Options, Parser, Tag, TagEnd};

use super::definitions::Definitions;
use super::{Align, Block, Cell, Column, Inline, ListItem, Role, Style, Table};

/// Lists and quotes within each other that keep their marks; far more than anyone reads, and
/// few enough that walking the blocks cannot exhaust the stack.
pub(crate) const MAX_DEPTH: usize = 12;

/// Turns Markdown into blocks; see the module for what is done with HTML, depth and footnotes.
pub fn from_markdown(markdown: &str) -> Vec<Block> {
    let options = Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TASKLISTS;
    let events: Vec<Event<'_>> = Parser::new_ext(markdown, options).collect();
    let notes = Definitions::new(&events);
    let mut blocks = notes.build(0..events.len());
    let rest = notes.rest();
    if !rest.is_empty() {
        blocks.push(Block::Notes(rest));
    }
    blocks
}

enum Container {
    Quote,
    List(Option<u64>),
    Item(Option<bool>),
}

struct Frame {
    container: Container,
    blocks: Vec<Block>,
    items: Vec<ListItem>,
}

/// Makes blocks from events.
#[derive(Default)]
pub(super) struct Builder<'e> {
    notes: Option<&'e Definitions<'e>>,
    root: Vec<Block>,
    frames: Vec<Frame>,
    /// For every open container: whether it got a frame, or was too deep.
    opened: Vec<bool>,
    text: Vec<Inline>,
    bold: usize,
    italic: usize,
    strike: usize,
    links: Vec<String>,
    heading: Option<u8>,
    html: bool,
    code: Option<String>,
    /// Open pictures, and the words of the outermost.
    pictures: usize,
    picture: (String, String),
    table: Option<Table>,
    row: Vec<Cell>,
}

impl<'e> Builder<'e> {
    pub(super) fn new(notes: &'e Definitions<'e>) -> Self {
        Builder {
            notes: Some(notes),
            ..Builder::default()
        }
    }

    pub(super) fn event(&mut self, event: &Event<'_>) {
        match event {
            Event::Start(tag) => self.start(tag),
            Event::End(tag) => self.end(tag),
            Event::Text(text) | Event::InlineMath(text) | Event::DisplayMath(text) => {
                self.push(text, false);
            }
            Event::Code(text) => self.push(text, true),
            Event::Html(html) | Event::InlineHtml(html) => match is_break(html) {
                true => self.push("\n", false),
                false => self.push(html, false),
            },
            Event::SoftBreak => self.push(" ", false),
            Event::HardBreak => self.push("\n", false),
            Event::Rule => {
                self.flush();
                self.add(Block::Rule);
            }
            Event::FootnoteReference(label) => self.reference(label),
            Event::TaskListMarker(done) => {
                if let Some(Frame {
                    container: Container::Item(checked),
                    ..
                }) = self.frames.last_mut()
                {
                    *checked = Some(*done);
                }
            }
        }
    }

    fn start(&mut self, tag: &Tag<'_>) {
        match tag {
            Tag::Paragraph | Tag::HtmlBlock => {
                self.flush();
                self.html = matches!(tag, Tag::HtmlBlock);
            }
            Tag::Heading { level, .. } => {
                self.flush();
                self.heading = Some(depth_of(*level));
            }
            Tag::BlockQuote(_) => self.open(Container::Quote),
            Tag::List(start) => self.open(Container::List(*start)),
            Tag::Item => self.open(Container::Item(None)),
            Tag::CodeBlock(_) => {
                self.flush();
                self.code = Some(String::new());
            }
            Tag::Table(alignments) => {
                self.flush();
                let columns = alignments
                    .iter()
                    .map(|a| Column {
                        align: align_of(*a),
                        ..Column::default()
                    })
                    .collect();
                self.table = Some(Table {
                    columns,
                    ..Table::default()
                });
            }
            Tag::TableHead | Tag::TableRow => self.row.clear(),
            Tag::TableCell => self.text.clear(),
            Tag::Emphasis => self.italic += 1,
            Tag::Strong => self.bold += 1,
            Tag::Strikethrough => self.strike += 1,
            Tag::Link { dest_url, .. } => self.links.push(dest_url.to_string()),
            Tag::Image { dest_url, .. } => {
                self.pictures += 1;
                if self.pictures == 1 {
                    self.picture = (dest_url.to_string(), String::new());
                }
            }
            // `Definitions` keeps these apart, whole; they do not come here.
            Tag::FootnoteDefinition(_) => {}
            // Not enabled above; their words still arrive as text.
            Tag::Superscript
            | Tag::Subscript
            | Tag::DefinitionList
            | Tag::DefinitionListTitle
            | Tag::DefinitionListDefinition
            | Tag::MetadataBlock(_) => {}
        }
    }

    fn end(&mut self, tag: &TagEnd) {
        match tag {
            TagEnd::Paragraph | TagEnd::HtmlBlock | TagEnd::Heading(_) => self.flush(),
            TagEnd::BlockQuote(_) | TagEnd::List(_) | TagEnd::Item => self.close(),
            TagEnd::CodeBlock => {
                if let Some(code) = self.code.take() {
                    self.add(Block::Code(code));
                }
            }
            TagEnd::Table => {
                if let Some(table) = self.table.take() {
                    self.add(Block::Table(table));
                }
            }
            TagEnd::TableHead | TagEnd::TableRow => {
                let row = std::mem::take(&mut self.row);
                if let Some(table) = &mut self.table {
                    match tag {
                        TagEnd::TableHead => table.head.push(row),
                        _ => table.rows.push(row),
                    }
                }
            }
            TagEnd::TableCell => {
                let text = std::mem::take(&mut self.text);
                self.row.push(Cell::new(text));
            }
            TagEnd::Emphasis => self.italic = self.italic.saturating_sub(1),
            TagEnd::Strong => self.bold = self.bold.saturating_sub(1),
            TagEnd::Strikethrough => self.strike = self.strike.saturating_sub(1),
            TagEnd::Link => {
                self.links.pop();
            }
            TagEnd::Image => self.end_picture(),
            TagEnd::FootnoteDefinition
            | TagEnd::Superscript
            | TagEnd::Subscript
            | TagEnd::DefinitionList
            | TagEnd::DefinitionListTitle
            | TagEnd::DefinitionListDefinition
            | TagEnd::MetadataBlock(_) => {}
        }
    }

    fn push(&mut self, text: &str, code: bool) {
        if let Some(block) = &mut self.code {
            block.push_str(text);
        } else if self.pictures > 0 {
            self.picture.1.push_str(text);
        } else if !text.is_empty() {
            let style = Style {
                bold: self.bold > 0,
                italic: self.italic > 0,
                strike: self.strike > 0,
                code,
                superscript: false,
            };
            let link = self.links.last().cloned();
            match self.text.last_mut() {
                Some(last) if last.style == style && last.link == link && last.note.is_none() => {
                    last.text.push_str(text);
                }
                _ => self.text.push(Inline {
                    text: text.to_owned(),
                    style,
                    link,
                    note: None,
                }),
            }
        }
    }

    fn reference(&mut self, label: &str) {
        let plain = self.code.is_some() || self.pictures > 0;
        let note = self.notes.filter(|_| !plain).and_then(|it| it.note(label));
        match note {
            Some(note) => self.text.push(Inline::footnote(note)),
            None => self.push(&format!("[^{label}]"), false),
        }
    }

    /// A picture between words ends the paragraph before it; in a table or heading only its
    /// words can stand.
    fn end_picture(&mut self) {
        self.pictures = self.pictures.saturating_sub(1);
        if self.pictures > 0 {
            return;
        }
        let (source, caption) = std::mem::take(&mut self.picture);
        if self.table.is_some() || self.heading.is_some() {
            self.push(&format!("[{caption}]"), false);
        } else {
            self.flush();
            let alt = String::new();
            self.add(Block::Figure {
                source,
                caption,
                alt,
            });
        }
    }

    fn open(&mut self, container: Container) {
        self.flush();
        let fits = self.frames.len() < MAX_DEPTH;
        self.opened.push(fits);
        if fits {
            self.frames.push(Frame {
                container,
                blocks: Vec::new(),
                items: Vec::new(),
            });
        }
    }

    fn close(&mut self) {
        self.flush();
        if self.opened.pop() != Some(true) {
            return;
        }
        let Some(Frame {
            container,
            blocks,
            mut items,
        }) = self.frames.pop()
        else {
            return;
        };
        match container {
            Container::Quote => self.add(Block::Quote(blocks)),
            Container::List(start) => {
                if !blocks.is_empty() {
                    items.push(ListItem {
                        checked: None,
                        blocks,
                    });
                }
                self.add(Block::List { start, items });
            }
            Container::Item(checked) => {
                let item = ListItem { checked, blocks };
                match self.frames.last_mut() {
                    Some(list) => list.items.push(item),
                    None => self.root.extend(item.blocks),
                }
            }
        }
    }

    /// Ends the running paragraph or heading.
    pub(super) fn flush(&mut self) {
        let heading = self.heading.take();
        let html = std::mem::take(&mut self.html);
        let mut text = std::mem::take(&mut self.text);
        if html && let Some(last) = text.last_mut() {
            last.text.truncate(last.text.trim_end().len());
        }
        if text.iter().all(Inline::is_blank) {
            return;
        }
        self.add(match heading {
            Some(level) => Block::Heading {
                level,
                text,
                listed: true,
            },
            None => Block::Paragraph {
                text,
                role: Role::Body,
            },
        });
    }

    fn add(&mut self, block: Block) {
        match self.frames.last_mut() {
            Some(frame) => frame.blocks.push(block),
            None => self.root.push(block),
        }
    }

    pub(super) fn finish(mut self) -> Vec<Block> {
        self.flush();
        while !self.opened.is_empty() {
            self.close();
        }
        self.root
    }
}

fn is_break(html: &str) -> bool {
    matches!(
        html.trim().to_ascii_lowercase().as_str(),
        "<br>" | "<br/>" | "<br />"
    )
}

fn depth_of(level: HeadingLevel) -> u8 {
    match level {
        HeadingLevel::H1 => 1,
        HeadingLevel::H2 => 2,
        HeadingLevel::H3 => 3,
        HeadingLevel::H4 => 4,
        HeadingLevel::H5 => 5,
        HeadingLevel::H6 => 6,
    }
}

fn align_of(alignment: Alignment) -> Align {
    match alignment {
        Alignment::None | Alignment::Left => Align::Start,
        Alignment::Center => Align::Center,
        Alignment::Right => Align::End,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::model::Note;

    #[test]
    fn html_is_printed_as_characters_and_br_breaks_the_line() {
        let blocks = from_markdown("a<br>b <b>c</b>\n\n<script>alert(1)</script>\n");
        let [
            Block::Paragraph { text, .. },
            Block::Paragraph { text: script, .. },
        ] = &blocks[..]
        else {
            panic!("{blocks:?}")
        };
        assert_eq!(text[0].text, "a\nb <b>c</b>");
        assert_eq!(script[0].text, "<script>alert(1)</script>");
    }

    #[test]
    fn a_footnote_hangs_on_its_references_and_none_is_lost() {
        let blocks =
            from_markdown("x[^b] y[^a] z[^b]\n\n[^a]: satu\n\n[^c]: tanpa\n\n[^b]: dua[^a]\n");
        let [Block::Paragraph { text, .. }, Block::Notes(rest)] = &blocks[..] else {
            panic!("{blocks:?}")
        };
        let notes: Vec<&Note> = text.iter().filter_map(|i| i.note.as_ref()).collect();
        assert_eq!(notes.len(), 3);
        let numbers = crate::report::model::Numbers::new(&blocks);
        let found: Vec<usize> = notes.iter().map(|note| numbers.of(note)).collect();
        assert_eq!(found, [1, 2, 1]);
        assert_eq!(numbers.of(&rest[0]), 3);
    }

    #[test]
    fn a_footnote_within_itself_and_a_long_chain_of_notes_end() {
        let mut text = "x[^0] y[^sendiri]\n\n[^sendiri]: lagi[^sendiri]\n\n".to_owned();
        for i in 0..2000 {
            text += &format!("[^{i}]: isi{i} [^{}]\n\n", i + 1);
        }
        let document = super::super::Document {
            blocks: from_markdown(&text),
            ..super::super::Document::default()
        };
        let words = super::super::text_of(&document);
        for i in 0..2000 {
            assert_eq!(words.matches(&format!("isi{i} ")).count(), 1, "{i}");
        }
        assert!(words.contains("lagi[^sendiri]"));
    }

    #[test]
    fn nesting_is_capped_and_the_words_stay() {
        let deep = format!("{}kata", "> ".repeat(5000));
        let document = super::super::Document {
            blocks: from_markdown(&deep),
            ..super::super::Document::default()
        };
        assert_eq!(super::super::text_of(&document).trim(), "kata");
    }

    #[test]
    fn a_picture_splits_its_paragraph() {
        let blocks = from_markdown("sebelum ![papan *antrean*](media:1) sesudah");
        assert_eq!(blocks.len(), 3, "{blocks:?}");
        assert_eq!(
            blocks[1],
            Block::Figure {
                source: "media:1".to_owned(),
                caption: "papan antrean".to_owned(),
                alt: String::new(),
            }
        );
    }

    #[test]
    fn task_lists_and_tables_keep_their_shape() {
        let blocks = from_markdown("- [x] a\n- [ ] b\n\n| k | n |\n|:-:|--:|\n| x | 1 |\n");
        let [Block::List { items, .. }, Block::Table(table)] = &blocks[..] else {
            panic!("{blocks:?}")
        };
        assert_eq!(
            (items[0].checked, items[1].checked),
            (Some(true), Some(false))
        );
        assert_eq!(table.columns[1].align, Align::End);
        assert_eq!((table.head.len(), table.rows.len()), (1, 1));
    }
}
