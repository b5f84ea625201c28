//! From blocks to lines with a size: shaping, line breaking and alignment (by parley), and the
//! blocks' own furniture (markers, bars, rules). Knows the width of the page, not its number.

mod columns;
mod figure;
mod flow;
mod gallery;
mod list;
mod signatures;
mod source;
mod table;
mod text;

use std::collections::BTreeSet;

use parley::{FontContext, LayoutContext};

use super::Warning;
use super::display::Item;
use super::fonts;
use super::model::{Look, Style};
use super::picture::Picture;
use super::structure::{Structure, Tag};
use super::words::Language;

pub(crate) use table::{LINE, Merged, RowBox, TableBox};
pub(crate) use text::TextLook;

/// What the page allows: the width for text and the height between the margins.
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
}

/// Everything to be distributed over pages.
#[derive(Debug, Default)]
pub(crate) struct Flow {
    pub units: Vec<Unit>,
    pub tables: Vec<TableBox>,
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

/// Sets blocks. Holds the fonts and collects warnings and pictures on the way.
pub(crate) struct Typesetter<'a> {
    fonts: FontContext,
    layout: LayoutContext<Ink>,
    media: &'a dyn Fn(&str) -> Option<Vec<u8>>,
    lang: Language,
    look: Look,
    room: Room,
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
        look: Look,
        lang: Language,
        room: Room,
        media: &'a dyn Fn(&str) -> Option<Vec<u8>>,
    ) -> Self {
        // A size no page can hold would make every line taller than the page.
        let size = if look.size.is_finite() {
            look.size.clamp(5.0, 36.0)
        } else {
            10.5
        };
        Typesetter {
            fonts: fonts::context(),
            layout: LayoutContext::new(),
            media,
            lang,
            look: Look { size, ..look },
            room,
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
