//! What is printed, before it has a place on paper: blocks and styled text.
//! Made from Markdown or from records; knows no fonts, pages or files.

mod markdown;
mod text;

pub use markdown::from_markdown;
pub use text::text_of;
pub(crate) use text::{marker, signature_lines};

use std::cmp::Ordering;

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

/// The head of an office's paper: lines in the middle, a logo to the left, a double rule below.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Letterhead {
    /// The lines from the ministry down to the address; see [`LetterLine::weight`].
    pub lines: Vec<LetterLine>,
    /// The media name of a logo.
    pub logo: Option<String>,
}

impl Letterhead {
    /// A letterhead from plain lines, the parent institution first: the last line but one is the
    /// office's name and the last its address; a single line is the name.
    pub fn from_lines<S: AsRef<str>>(lines: &[S], logo: Option<String>) -> Self {
        let name = lines.len().saturating_sub(2);
        let weight = |i: usize| match i.cmp(&name) {
            Ordering::Less => LetterWeight::Upper,
            Ordering::Equal => LetterWeight::Name,
            Ordering::Greater => LetterWeight::Address,
        };
        let line = |(i, text): (usize, &S)| LetterLine {
            text: text.as_ref().to_owned(),
            weight: weight(i),
        };
        Letterhead {
            lines: lines.iter().enumerate().map(line).collect(),
            logo,
        }
    }
}

/// One line of a letterhead.
#[derive(Clone, Debug, PartialEq)]
pub struct LetterLine {
    /// The words.
    pub text: String,
    /// How large it is set.
    pub weight: LetterWeight,
}

/// The three sizes of letterhead lines.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LetterWeight {
    /// The parent institution.
    Upper,
    /// The office itself, bold.
    Name,
    /// Address and telephone, small.
    Address,
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
    },
    /// Pictures beside each other, two in a row, each with its caption.
    Gallery(Vec<Captioned>),
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
    /// Numbered notes, below a short line.
    Notes(Vec<Note>),
    /// What follows starts on a new page.
    PageBreak,
}

/// A picture of [`Block::Gallery`].
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Captioned {
    /// The media name, resolved by the caller of `render`.
    pub source: String,
    /// Printed below the picture; empty for none.
    pub caption: String,
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
    /// Where they lead. Only http, https and mailto can be followed in the file.
    pub link: Option<String>,
}

impl Inline {
    /// Text without any style.
    pub fn plain(text: impl Into<String>) -> Self {
        Inline {
            text: text.into(),
            ..Inline::default()
        }
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

/// A numbered note.
#[derive(Clone, Debug, PartialEq)]
pub struct Note {
    /// The number its references carry.
    pub number: usize,
    /// The content.
    pub blocks: Vec<Block>,
}

/// A table. Rows are not split over pages unless one is taller than a page.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Table {
    /// The columns from left to right.
    pub columns: Vec<Column>,
    /// The header rows, repeated on every page.
    pub head: Vec<Vec<Cell>>,
    /// The rows. A row leaves out the cells that a taller cell above covers.
    pub rows: Vec<Vec<Cell>>,
    /// Smaller text, for tables with many columns.
    pub compact: bool,
}

/// A column of a table.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Column {
    /// How wide.
    pub width: Width,
    /// How its cells are aligned, headers apart.
    pub align: Align,
}

/// The width of a column.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub enum Width {
    /// As its content needs.
    #[default]
    Content,
    /// A share of the table's full width; shares are relative to each other.
    Share(f32),
}

/// Horizontal alignment.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Align {
    /// At the side where reading starts.
    #[default]
    Start,
    /// In the middle.
    Center,
    /// At the side where reading ends.
    End,
    /// Flush on both sides.
    Justify,
}

/// A cell of a table.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Cell {
    /// The content.
    pub text: Vec<Inline>,
    /// How many rows it covers, at least 1. A cell over several rows is drawn again, with its
    /// words, on each page its rows reach.
    pub rows: usize,
    /// Where its words stand, if not as its column says.
    pub align: Option<Align>,
}

impl Cell {
    /// A cell of one row.
    pub fn new(text: Vec<Inline>) -> Self {
        Cell {
            text,
            rows: 1,
            align: None,
        }
    }

    /// A cell of one row with plain text.
    pub fn plain(text: impl Into<String>) -> Self {
        Cell::new(vec![Inline::plain(text)])
    }
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

    #[test]
    fn letterhead_lines_find_their_weight_by_place() {
        use LetterWeight::{Address, Name, Upper};
        let weights = |lines: &[&str]| -> Vec<LetterWeight> {
            let head = Letterhead::from_lines(lines, None);
            head.lines.iter().map(|line| line.weight).collect()
        };
        assert_eq!(
            weights(&["a", "b", "c", "d"]),
            [Upper, Upper, Name, Address]
        );
        assert_eq!(weights(&["a", "b"]), [Name, Address]);
        assert_eq!(weights(&["a"]), [Name]);
    }
}
