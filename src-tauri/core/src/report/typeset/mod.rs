//! From blocks to lines with a size: shaping (by parley), line breaking and alignment (by parley
//! only where words must be put in another order), and the blocks' own furniture (markers, bars,
//! rules). Knows the width of the page, not its number.

mod breaking;
mod columns;
mod contents;
mod drawing;
mod figure;
mod flow;
mod gallery;
mod hyphenate;
mod lines;
mod list;
mod look;
mod notes;
mod runs;
mod sections;
mod signatures;
mod source;
mod table;
mod text;
mod words;

use std::collections::{BTreeMap, BTreeSet};

use parley::{FontContext, LayoutContext};

use super::display::Item;
use super::fonts;
use super::model::{Document, Entry, Inline, Look, Numbering, Numbers, Style, anchors, entries};
use super::picture::Picture;
use super::structure::{Structure, Tag};
use super::words::Language;
use super::{Paper, Warning};

pub(crate) use contents::Leader;
pub(crate) use drawing::color;
pub(crate) use look::TextLook;
pub(crate) use table::{LINE, Merged, RowBox, TableBox};

/// A sheet with its margins.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Frame {
    /// Width and height of the sheet.
    pub size: (f32, f32),
    /// The white edge to the sides and above.
    pub margin: f32,
    /// The white edge below.
    pub bottom: f32,
    /// The baseline of the foot line, from the lower edge.
    pub foot: f32,
}

impl Frame {
    /// 18 mm to the sides and above and 20 mm below; less on sheets smaller than A4.
    pub(crate) fn of(paper: &Paper) -> Frame {
        Frame::of_size(paper.points())
    }

    /// The margins of a sheet of this width and height.
    pub(crate) fn of_size(size: (f32, f32)) -> Frame {
        let scale = (size.0.min(size.1) / 595.0).min(1.0);
        Frame {
            size,
            margin: 51.0 * scale,
            bottom: 56.7 * scale,
            foot: 30.0 * scale,
        }
    }

    pub(crate) fn room(&self) -> Room {
        Room {
            width: self.size.0 - 2.0 * self.margin,
            height: self.size.1 - self.margin - self.bottom,
        }
    }
}

/// What a column allows: the width for text and the height between the margins.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Room {
    pub width: f32,
    pub height: f32,
}

/// One line of text: where its items lie relative to its top left corner.
#[derive(Clone, Debug, Default)]
pub(crate) struct LineBox {
    pub height: f32,
    /// From the top to the baseline.
    pub baseline: f32,
    pub items: Vec<Item>,
    /// The numbers of the footnotes whose marks stand in the line.
    pub notes: Vec<usize>,
}

/// The height of lines on top of each other.
pub(crate) fn height_of(lines: &[LineBox]) -> f32 {
    lines.iter().map(|line| line.height).sum()
}

/// Something that stands on one page as a whole: a line, a table row, a picture.
#[derive(Clone, Debug, Default)]
pub(crate) struct Unit {
    /// White space above; dropped at the top of a page.
    pub before: f32,
    pub height: f32,
    /// Relative to the left margin and the unit's top.
    pub items: Vec<Item>,
    /// No page may end after this unit.
    pub keep: bool,
    /// Vertical bars (quotes) at these distances from the left margin.
    pub bars: Vec<f32>,
    /// A grey ground (code) from left, with width.
    pub shade: Option<(f32, f32)>,
    /// Makes an entry in the outline: level and title.
    pub heading: Option<(u8, String)>,
    /// The unit is a table's header (`None`) or one of its rows.
    pub row: Option<(usize, Option<usize>)>,
    /// The unit starts a new page.
    pub new_page: bool,
    /// The numbers of the footnotes that go to the foot of its page.
    pub notes: Vec<usize>,
    /// The names by which links lead here.
    pub anchors: Vec<String>,
    /// The unit ends a line of contents.
    pub leader: Option<Leader>,
}

/// A part of the document with one orientation, number of columns and page numbering.
#[derive(Debug)]
pub(crate) struct Region {
    pub frame: Frame,
    pub columns: u8,
    /// The width of a column and of the space between two.
    pub column: (f32, f32),
    /// Anything but [`Numbering::Continue`] starts a new page.
    pub numbering: Numbering,
    pub units: Vec<Unit>,
}

/// Everything to be distributed over pages.
#[derive(Debug, Default)]
pub(crate) struct Flow {
    pub regions: Vec<Region>,
    /// The units of the region or footnote being set.
    pub units: Vec<Unit>,
    pub tables: Vec<TableBox>,
    /// The footnotes by number.
    pub notes: BTreeMap<usize, Vec<Unit>>,
    /// What the units' items belong to.
    pub structure: Structure,
}

/// What a span of text carries through shaping besides its font.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Ink {
    style: Style,
    /// 1 + the index of the span, where it is more than styled text (a link, code), or 0.
    span: usize,
}

impl Ink {
    /// The ink of the span at this place, in a paragraph of this style.
    fn of(inline: &Inline, place: usize, style: Style) -> Ink {
        let more = inline.link.is_some() || inline.style.code || inline.note.is_some();
        Ink {
            style: text::sum(style, inline.style),
            span: if more { place + 1 } else { 0 },
        }
    }
}

/// Sets blocks. Holds the fonts and collects warnings and pictures on the way.
pub(crate) struct Typesetter<'a> {
    fonts: FontContext,
    layout: LayoutContext<Ink>,
    words: words::Words,
    media: &'a dyn Fn(&str) -> Option<Vec<u8>>,
    lang: Language,
    look: Look,
    /// The size of running text; `look` changes within notes.
    size: f32,
    paper: Paper,
    frame: Frame,
    room: Room,
    numbers: Numbers,
    entries: Vec<Entry>,
    anchors: BTreeSet<String>,
    /// How many of the entries are set.
    headings: usize,
    /// Anchors for the next unit.
    anchors_ahead: Vec<String>,
    /// The next unit starts a page.
    page_ahead: bool,
    in_note: bool,
    /// Tables whose merged cells are set unmerged, since their words found no room.
    unmerged: BTreeSet<usize>,
    flow: Flow,
    pictures: Vec<Picture>,
    /// Media names already read, with their place in `pictures`.
    seen: Vec<(String, Option<usize>)>,
    missing: BTreeSet<char>,
    warnings: Vec<Warning>,
}

impl<'a> Typesetter<'a> {
    pub(crate) fn new(
        document: &Document,
        paper: &Paper,
        media: &'a dyn Fn(&str) -> Option<Vec<u8>>,
    ) -> Self {
        let look = document.look;
        // A size no page can hold would make every line taller than the page.
        let size = if look.size.is_finite() {
            look.size.clamp(5.0, 36.0)
        } else {
            10.5
        };
        Typesetter {
            fonts: fonts::context(),
            layout: LayoutContext::new(),
            words: words::Words::default(),
            media,
            lang: document.lang,
            look: Look { size, ..look },
            size,
            paper: *paper,
            frame: Frame::of(paper),
            room: Frame::of(paper).room(),
            numbers: Numbers::new(&document.blocks),
            entries: entries(&document.blocks),
            anchors: anchors(&document.blocks),
            headings: 0,
            anchors_ahead: Vec::new(),
            page_ahead: false,
            in_note: false,
            unmerged: BTreeSet::new(),
            flow: Flow::default(),
            pictures: Vec::new(),
            seen: Vec::new(),
            missing: BTreeSet::new(),
            warnings: Vec::new(),
        }
    }

    /// Starts over with these tables' merged cells unmerged; fonts and pictures are kept.
    pub(crate) fn restart(&mut self, unmerged: BTreeSet<usize>) {
        self.unmerged = unmerged;
        self.flow = Flow::default();
        self.headings = 0;
        self.warnings.clear();
        for (name, place) in &self.seen {
            if place.is_none() {
                self.warnings.push(Warning::Picture(name.clone()));
            }
        }
    }

    /// What `set` sets belongs to a new element, inside the open one.
    fn within<T>(&mut self, tag: Tag, set: impl FnOnce(&mut Self) -> T) -> T {
        self.flow.structure.open(tag);
        let out = set(self);
        self.flow.structure.close();
        out
    }

    /// The lines made so far, leaving the typesetter empty but usable (for footers).
    pub(crate) fn take_flow(&mut self) -> Flow {
        std::mem::take(&mut self.flow)
    }

    /// The pictures and warnings, once all text is set.
    pub(crate) fn finish(self) -> (Vec<Picture>, Vec<Warning>) {
        let mut warnings = self.warnings;
        warnings.extend(self.missing.into_iter().map(Warning::MissingGlyph));
        (self.pictures, warnings)
    }
}
