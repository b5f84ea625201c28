//! What is printed, before it has a place on paper: blocks and styled text.
//! Made from Markdown or from records; knows no fonts, pages or files.

mod anchors;
mod definitions;
mod letterhead;
mod markdown;
mod notes;
mod section;
mod table;
mod text;
mod walk;

pub use anchors::{Entry, anchors, entries};
pub use letterhead::{LetterLine, LetterWeight, Letterhead};
pub use markdown::from_markdown;
pub use notes::Note;
pub(crate) use notes::Numbers;
pub use section::{Numbering, Section};
pub use table::{Align, Cell, Column, Table, Width};
pub use text::text_of;
pub(crate) use text::{marker, signature_lines};
pub(crate) use walk::{Part, walk};

use super::chart::Drawing;
use super::words::Language;

/// A whole print.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Document {
    /// The title in the file's metadata and in the running line at the foot of each page.
    pub title: String,
    /// The language of the fixed words ("Halaman 1 dari 3") and of the file.
    pub lang: Language,
    /// Who wrote it, for the file's metadata.
    pub author: String,
    /// The letterhead on top of the first page.
    pub header: Option<Letterhead>,
    /// The typeface and size of running text.
    pub look: Look,
    /// The content, in reading order.
    pub blocks: Vec<Block>,
}

impl Document {
    /// A document from Markdown, named after its first heading or else `name`.
    pub fn from_markdown(markdown: &str, name: &str, lang: Language) -> Self {
        let blocks = from_markdown(markdown);
        let first = blocks.iter().find_map(|block| match block {
            Block::Heading { text, .. } => Some(text),
            _ => None,
        });
        let heading: String = first
            .into_iter()
            .flatten()
            .map(|i| i.text.as_str())
            .collect();
        let heading = heading.split_whitespace().collect::<Vec<_>>().join(" ");
        let title = if heading.is_empty() {
            name.to_owned()
        } else {
            heading
        };
        Document {
            title,
            lang,
            blocks,
            ..Document::default()
        }
    }
}

/// The typeface and size of running text.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Look {
    /// With or without serifs.
    pub face: Face,
    /// Text size in points.
    pub size: f32,
    /// Whether paragraphs are set flush on both sides.
    pub justify: bool,
}

impl Default for Look {
    fn default() -> Self {
        Look {
            face: Face::Serif,
            size: 10.5,
            justify: true,
        }
    }
}

/// The two bundled text families.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Face {
    /// Noto Serif, for reading.
    #[default]
    Serif,
    /// Noto Sans, for tables and forms.
    Sans,
}

/// A block of content.
#[derive(Clone, Debug, PartialEq)]
pub enum Block {
    /// A heading; level 1 to 6.
    Heading {
        /// 1 is the highest.
        level: u8,
        /// The words.
        text: Vec<Inline>,
        /// Whether tables of contents name it; the outline names every heading.
        listed: bool,
    },
    /// A paragraph.
    Paragraph {
        /// The words.
        text: Vec<Inline>,
        /// How it is set.
        role: Role,
    },
    /// A numbered, bulleted or task list.
    List {
        /// The number of the first item; `None` for bullets.
        start: Option<u64>,
        /// The items.
        items: Vec<ListItem>,
    },
    /// Quoted blocks, with a bar beside them.
    Quote(Vec<Block>),
    /// Preformatted text.
    Code(String),
    /// A table.
    Table(Table),
    /// A picture on a line of its own.
    Figure {
        /// The media name, resolved by the caller of `render`.
        source: String,
        /// Printed below the picture; empty for none.
        caption: String,
        /// What it shows, for those who cannot see it; empty if the caption says it.
        alt: String,
    },
    /// Pictures beside each other, two in a row, each with its caption.
    Gallery(Vec<Captioned>),
    /// A chart.
    Drawing {
        /// What is drawn.
        drawing: Drawing,
        /// Printed below; empty for none.
        caption: String,
    },
    /// White space of so many points; none at the top of a page.
    Space(f32),
    /// A thin line across the page.
    Rule,
    /// So many empty lines to write on by hand.
    WritingLines(usize),
    /// A letterhead inside a print that holds several letters.
    Letterhead(Letterhead),
    /// "Label : value" lines, as forms have them.
    Facts(Vec<Fact>),
    /// Places to sign; never split over pages.
    Signatures(Vec<Signature>),
    /// Notes that nothing refers to, numbered, below a short line.
    Notes(Vec<Note>),
    /// What follows starts on a new page.
    PageBreak,
    /// From here on: another orientation, number of columns or page numbering. Counts only
    /// between the document's own blocks, not inside lists or quotes.
    Section(Section),
    /// A place that links lead to as `#name`; headings have one of their own, see [`entries`].
    Anchor(String),
    /// The table of contents: the listed headings down to this level, with their pages.
    Contents {
        /// The deepest level named; 1 is the highest.
        depth: u8,
    },
}

impl Block {
    /// A listed heading of plain words.
    pub fn heading(level: u8, text: impl Into<String>) -> Self {
        Block::Heading {
            level,
            text: vec![Inline::plain(text)],
            listed: true,
        }
    }

    /// A heading that no table of contents names.
    pub fn unlisted(level: u8, text: impl Into<String>) -> Self {
        Block::Heading {
            level,
            text: vec![Inline::plain(text)],
            listed: false,
        }
    }
}

/// A picture of [`Block::Gallery`].
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Captioned {
    /// The media name, resolved by the caller of `render`.
    pub source: String,
    /// Printed below the picture; empty for none.
    pub caption: String,
    /// What it shows, for those who cannot see it.
    pub alt: String,
}

/// How a paragraph is set.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Role {
    /// Running text.
    #[default]
    Body,
    /// The document's title: large, bold, centred.
    Title,
    /// A line below the title: centred.
    Subtitle,
    /// Small grey text.
    Small,
    /// At the side where reading ends, as the date of a letter.
    End,
}

/// One piece of text in one style; a line feed in it is a forced line break.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Inline {
    /// The characters.
    pub text: String,
    /// How they look.
    pub style: Style,
    /// Where they lead. Only http, https and mailto, and `#name` of an anchor in the same
    /// document, can be followed in the file; anything else is plain words.
    pub link: Option<String>,
    /// The footnote that hangs on their end. Its number follows the characters.
    pub note: Option<Note>,
}

impl Inline {
    /// Text without any style.
    pub fn plain(text: impl Into<String>) -> Self {
        Inline {
            text: text.into(),
            ..Inline::default()
        }
    }

    /// Nothing to see: white space alone.
    pub(crate) fn is_blank(&self) -> bool {
        self.text.trim().is_empty() && self.note.is_none()
    }

    /// Bold text.
    pub fn bold(text: impl Into<String>) -> Self {
        Inline {
            style: Style {
                bold: true,
                ..Style::default()
            },
            ..Inline::plain(text)
        }
    }

    /// Text that leads to an address or, as `#name`, to an anchor.
    pub fn link(text: impl Into<String>, target: impl Into<String>) -> Self {
        Inline {
            link: Some(target.into()),
            ..Inline::plain(text)
        }
    }

    /// The mark of a footnote, to stand behind the words it belongs to.
    pub fn footnote(note: Note) -> Self {
        Inline {
            note: Some(note),
            ..Inline::default()
        }
    }

    /// Italic text.
    pub fn italic(text: impl Into<String>) -> Self {
        Inline {
            style: Style {
                italic: true,
                ..Style::default()
            },
            ..Inline::plain(text)
        }
    }
}

/// The style of a piece of text; styles add up.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Style {
    /// Bold.
    pub bold: bool,
    /// Italic.
    pub italic: bool,
    /// Monospaced.
    pub code: bool,
    /// Struck through.
    pub strike: bool,
    /// Raised and small.
    pub superscript: bool,
}

/// An item of a list.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ListItem {
    /// For task lists: whether it is done.
    pub checked: Option<bool>,
    /// The content.
    pub blocks: Vec<Block>,
}

/// A line of [`Block::Facts`].
#[derive(Clone, Debug, PartialEq)]
pub struct Fact {
    /// What it is.
    pub label: String,
    /// What it is for this document.
    pub value: Vec<Inline>,
}

impl Fact {
    /// A fact with a plain value.
    pub fn new(label: impl Into<String>, value: impl Into<String>) -> Self {
        Fact {
            label: label.into(),
            value: vec![Inline::plain(value)],
        }
    }
}

/// A place to sign.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Signature {
    /// "Banyuwangi, 20 Maret 2018"; empty for none.
    pub place_and_date: String,
    /// "Ketua Panitia,"; may hold several lines.
    pub role: String,
    /// The signer's name; empty leaves a dotted line.
    pub name: String,
    /// The civil servant's number; empty for none.
    pub nip: String,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_document_is_named_after_its_first_heading() {
        let named = Document::from_markdown("kata\n\n## Judul  *miring*\n", "berkas", Language::Id);
        assert_eq!(named.title, "Judul miring");
        let unnamed = Document::from_markdown("kata", "berkas", Language::En);
        assert_eq!(unnamed.title, "berkas");
    }
}
