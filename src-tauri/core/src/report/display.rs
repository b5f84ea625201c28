//! The display list: everything on every page, with its place. Lengths are points (1/72 inch),
//! measured from the top left corner of the page. Knows nothing of PDF.

use std::collections::BTreeMap;

use super::fonts::FontId;
use super::structure::{ElementId, Structure, Tag};
use super::words::roman;

/// All pages of a print.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Pages {
    /// The pages in order.
    pub pages: Vec<Page>,
    /// The headings, in order, for the outline.
    pub outline: Vec<Heading>,
    /// The pictures that [`Item::Image`] refers to.
    pub pictures: Vec<super::picture::Picture>,
    /// Where [`Target::Anchor`] leads, by name.
    pub anchors: BTreeMap<String, Place>,
    /// How the pages are numbered, from the first page on.
    pub labels: Vec<Label>,
    /// What the items are.
    pub structure: Structure,
}

/// One page.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Page {
    /// Width and height.
    pub size: (f32, f32),
    /// What is drawn, in reading order: the content, the footnotes, the foot line.
    pub items: Vec<Item>,
    /// How many of the items are content; the footnotes come after them.
    pub content: usize,
}

/// A place in the print.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Place {
    /// The page, counted from 0.
    pub page: usize,
    /// From the upper edge of the page.
    pub y: f32,
}

/// From this page on, pages are counted from 1 (or go on from `first`) in this style.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Label {
    /// The first page of the series, counted from 0.
    pub page: usize,
    /// How its numbers look.
    pub style: LabelStyle,
    /// The number of its first page.
    pub first: usize,
}

/// How page numbers look.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LabelStyle {
    /// No number, as on a cover.
    None,
    /// i, ii, iii.
    Roman,
    /// 1, 2, 3.
    Arabic,
}

/// An entry of the outline.
#[derive(Clone, Debug, PartialEq)]
pub struct Heading {
    /// 1 is the highest.
    pub level: u8,
    /// The words.
    pub title: String,
    /// The page, counted from 0.
    pub page: usize,
    /// The top of the heading.
    pub y: f32,
}

/// Something drawn.
#[derive(Clone, Debug, PartialEq)]
pub enum Item {
    /// Glyphs on one baseline in one font.
    Run(Run),
    /// A filled rectangle.
    Fill(Rect, Color),
    /// The outline of a rectangle, and its line width.
    Frame(Rect, Color, f32),
    /// Lines and curves.
    Path(Path),
    /// A picture from [`Pages::pictures`], stretched to the rectangle.
    Image(Rect, usize, ElementId),
    /// An area that leads somewhere; its words belong to the same element.
    Link(Rect, Target, ElementId),
    /// Items that make up one figure, with the area they cover. Whatever is inside belongs to
    /// the figure's element.
    Drawing(Rect, Vec<Item>, ElementId),
}

/// Where a link leads.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Target {
    /// An address on the web or for mail.
    Address(String),
    /// A place in the print: the name of one of [`Pages::anchors`].
    Anchor(String),
}

/// Lines and curves, filled or drawn or both.
#[derive(Clone, Debug, PartialEq)]
pub struct Path {
    /// Where they run.
    pub outline: Outline,
    /// The colour inside.
    pub fill: Option<Color>,
    /// The line itself.
    pub stroke: Option<Stroke>,
}

/// Lines and curves from point to point.
#[derive(Clone, Debug, PartialEq)]
pub struct Outline {
    /// Where it begins: from the left, from the top.
    pub start: (f32, f32),
    /// The way.
    pub steps: Vec<PathStep>,
    /// Whether it goes back to where it began.
    pub closed: bool,
}

/// A part of an outline.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum PathStep {
    /// Straight to a point.
    Line((f32, f32)),
    /// A cubic Bézier curve: two control points and the end.
    Curve((f32, f32), (f32, f32), (f32, f32)),
}

/// How a line is drawn.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Stroke {
    /// The colour.
    pub color: Color,
    /// The thickness.
    pub width: f32,
    /// Dashes in place of one stroke.
    pub dashed: bool,
}

impl Outline {
    /// Every point, control points included.
    pub fn points(&self) -> impl Iterator<Item = (f32, f32)> {
        let steps = self.steps.iter().flat_map(|step| match *step {
            PathStep::Line(to) => [to, to, to],
            PathStep::Curve(a, b, to) => [a, b, to],
        });
        std::iter::once(self.start).chain(steps)
    }

    fn moved(&mut self, to: impl Fn((f32, f32)) -> (f32, f32)) {
        let moved = |at: &mut (f32, f32)| *at = to(*at);
        moved(&mut self.start);
        for step in &mut self.steps {
            match step {
                PathStep::Line(to) => moved(to),
                PathStep::Curve(a, b, to) => [a, b, to].into_iter().for_each(moved),
            }
        }
    }
}

/// A rectangle: left, top, width, height.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Rect {
    /// Left edge.
    pub x: f32,
    /// Top edge.
    pub y: f32,
    /// Width.
    pub w: f32,
    /// Height.
    pub h: f32,
}

impl Rect {
    /// The rectangle with this left, top, width and height.
    pub fn new(x: f32, y: f32, w: f32, h: f32) -> Self {
        Rect { x, y, w, h }
    }

    /// Makes it larger or smaller, seen from the page's upper left corner.
    fn scale(&mut self, by: f32) {
        *self = Rect::new(self.x * by, self.y * by, self.w * by, self.h * by);
    }

    /// What two rectangles share; edges that only touch count.
    fn common(&self, other: &Rect) -> Option<Rect> {
        let (x, y) = (self.x.max(other.x), self.y.max(other.y));
        let right = (self.x + self.w).min(other.x + other.w);
        let bottom = (self.y + self.h).min(other.y + other.h);
        (right >= x && bottom >= y).then(|| Rect::new(x, y, right - x, bottom - y))
    }
}

/// A colour: red, green, blue.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Color(pub u8, pub u8, pub u8);

impl Color {
    /// Running text.
    pub const BLACK: Color = Color(0, 0, 0);
    /// Small print and page numbers.
    pub const GREY: Color = Color(90, 90, 90);
    /// Lines of tables.
    pub const LINE: Color = Color(110, 110, 110);
    /// Behind table headers and code.
    pub const SHADE: Color = Color(236, 238, 240);
    /// Links; dark enough to stay readable on a grey print.
    pub const LINK: Color = Color(24, 66, 128);
}

/// Glyphs on one baseline in one font.
#[derive(Clone, Debug, PartialEq)]
pub struct Run {
    /// The font.
    pub font: FontId,
    /// The size.
    pub size: f32,
    /// The colour.
    pub color: Color,
    /// Left end.
    pub x: f32,
    /// The baseline.
    pub y: f32,
    /// How far it reaches to the right of `x`.
    pub width: f32,
    /// The glyphs from left to right.
    pub glyphs: Vec<Glyph>,
    /// The characters in reading order.
    pub text: String,
    /// The glyphs follow each other in reading order from right to left.
    pub rtl: bool,
    /// What the words belong to.
    pub element: ElementId,
}

impl Run {
    /// Whether it is furniture of the page (page number, repeated header), not content.
    pub fn is_furniture(&self) -> bool {
        self.element == ElementId::NONE
    }
}

/// A glyph of a [`Run`].
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Glyph {
    /// The glyph's number in the font.
    pub id: u16,
    /// To the right of the run's left end.
    pub x: f32,
    /// Above the baseline.
    pub y: f32,
    /// The cluster it belongs to, as a byte range of the run's text. Only the first glyph of a
    /// cluster has one; for the others it is empty.
    pub text: (u32, u32),
}

impl Item {
    /// Moves the item.
    pub(crate) fn shift(&mut self, dx: f32, dy: f32) {
        match self {
            Item::Run(run) => {
                run.x += dx;
                run.y += dy;
            }
            Item::Path(path) => path.outline.moved(|(x, y)| (x + dx, y + dy)),
            Item::Fill(rect, _)
            | Item::Frame(rect, ..)
            | Item::Image(rect, ..)
            | Item::Link(rect, ..) => {
                rect.x += dx;
                rect.y += dy;
            }
            Item::Drawing(rect, items, _) => {
                rect.x += dx;
                rect.y += dy;
                items.iter_mut().for_each(|item| item.shift(dx, dy));
            }
        }
    }

    /// Makes the item larger or smaller, seen from the page's upper left corner.
    pub(crate) fn scale(&mut self, by: f32) {
        match self {
            Item::Run(run) => {
                run.size *= by;
                run.x *= by;
                run.y *= by;
                run.width *= by;
                for glyph in &mut run.glyphs {
                    glyph.x *= by;
                    glyph.y *= by;
                }
            }
            Item::Fill(rect, _) | Item::Image(rect, ..) | Item::Link(rect, ..) => rect.scale(by),
            Item::Drawing(rect, items, _) => {
                rect.scale(by);
                items.iter_mut().for_each(|item| item.scale(by));
            }
            Item::Frame(rect, _, width) => {
                rect.scale(by);
                *width *= by;
            }
            Item::Path(path) => {
                path.outline.moved(|(x, y)| (x * by, y * by));
                if let Some(stroke) = &mut path.stroke {
                    stroke.width *= by;
                }
            }
        }
    }

    /// The item as far as it lies in `frame`. Only rectangles can be cut; words and pictures
    /// that touch the frame stay whole.
    pub(crate) fn within(mut self, frame: &Rect) -> Option<Item> {
        match &mut self {
            Item::Run(run) => {
                let above = run.y - run.size;
                let place = Rect::new(run.x, above, run.width, run.size);
                frame.common(&place)?;
            }
            Item::Image(rect, ..) | Item::Drawing(rect, ..) => {
                frame.common(rect)?;
            }
            Item::Path(path) => {
                let is_in = |(x, y): (f32, f32)| frame.common(&Rect::new(x, y, 0.0, 0.0)).is_some();
                path.outline.points().any(is_in).then_some(())?;
            }
            Item::Fill(rect, _) | Item::Frame(rect, ..) | Item::Link(rect, ..) => {
                *rect = frame.common(rect)?;
            }
        }
        Some(self)
    }

    /// The item at another place.
    pub(crate) fn at(&self, dx: f32, dy: f32) -> Item {
        let mut item = self.clone();
        item.shift(dx, dy);
        item
    }

    /// The item as furniture of the page.
    pub(crate) fn into_artifact(self) -> Item {
        self.of(ElementId::NONE)
    }

    /// The item as a part of this element.
    pub(crate) fn of(mut self, whole: ElementId) -> Item {
        match &mut self {
            Item::Run(run) => run.element = whole,
            Item::Image(.., element) | Item::Link(.., element) | Item::Drawing(.., element) => {
                *element = whole;
            }
            Item::Fill(..) | Item::Frame(..) | Item::Path(..) => {}
        }
        self
    }
}

impl Pages {
    /// The content of all pages as text, a line for each run, then their footnotes; furniture
    /// left out, words that a hyphen breaks joined.
    pub fn text(&self) -> String {
        let mut out = String::new();
        for page in &self.pages {
            let content = page.content.min(page.items.len());
            self.words(&page.items[..content], &mut out);
        }
        for page in &self.pages {
            let content = page.content.min(page.items.len());
            self.words(&page.items[content..], &mut out);
        }
        out
    }

    fn words(&self, items: &[Item], out: &mut String) {
        let own = |element: &ElementId| {
            let tag = self.structure.get(*element).map(|it| it.tag);
            *element != ElementId::NONE && tag != Some(Tag::PageNumber)
        };
        for item in items {
            match item {
                Item::Run(run) if own(&run.element) => push_line(&run.text, out),
                Item::Drawing(_, items, element) if own(element) => {
                    for item in items {
                        if let Item::Run(run) = item {
                            push_line(&run.text, out);
                        }
                    }
                }
                _ => {}
            }
        }
    }

    /// The number on a page, as its foot and the table of contents have it; empty for none.
    pub fn label(&self, page: usize) -> String {
        let series = self.labels.iter().rev().find(|label| label.page <= page);
        match series {
            None => (page + 1).to_string(),
            Some(Label {
                style,
                first,
                page: from,
            }) => {
                let number = page - from + first;
                match style {
                    LabelStyle::None => String::new(),
                    LabelStyle::Roman => roman(number).to_lowercase(),
                    LabelStyle::Arabic => number.to_string(),
                }
            }
        }
    }
}

/// Ends a run whose last word goes on in the next line; its glyph is a hyphen.
pub(crate) const SOFT_HYPHEN: char = '\u{ad}';

fn push_line(words: &str, out: &mut String) {
    match words.strip_suffix(SOFT_HYPHEN) {
        Some(begun) => out.push_str(begun),
        None => {
            out.push_str(words);
            out.push('\n');
        }
    }
}
