//! The display list: everything on every page, with its place. Lengths are points (1/72 inch),
//! measured from the top left corner of the page. Knows nothing of PDF.

use super::fonts::FontId;
use super::structure::{ElementId, Structure};

/// All pages of a print.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Pages {
    /// Width and height of every page.
    pub size: (f32, f32),
    /// The pages in order.
    pub pages: Vec<Page>,
    /// The headings, in order, for the outline.
    pub outline: Vec<Heading>,
    /// The pictures that [`Item::Image`] refers to.
    pub pictures: Vec<super::picture::Picture>,
    /// What the items are.
    pub structure: Structure,
}

/// One page.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Page {
    /// What is drawn, in reading order.
    pub items: Vec<Item>,
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
    /// An area that leads to an address; its words belong to the same element.
    Link(Rect, String, ElementId),
    /// Items that make up one figure, with the area they cover. Whatever is inside belongs to
    /// the figure's element.
    Drawing(Rect, Vec<Item>, ElementId),
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

    fn shift(&mut self, dx: f32, dy: f32) {
        let moved = |at: &mut (f32, f32)| *at = (at.0 + dx, at.1 + dy);
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
            Item::Path(path) => path.outline.shift(dx, dy),
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

    /// The item at another place.
    pub(crate) fn at(&self, dx: f32, dy: f32) -> Item {
        let mut item = self.clone();
        item.shift(dx, dy);
        item
    }

    /// The item as furniture of the page.
    pub(crate) fn into_artifact(mut self) -> Item {
        match &mut self {
            Item::Run(run) => run.element = ElementId::NONE,
            Item::Image(.., element) | Item::Link(.., element) | Item::Drawing(.., element) => {
                *element = ElementId::NONE;
            }
            Item::Fill(..) | Item::Frame(..) | Item::Path(..) => {}
        }
        self
    }
}

impl Pages {
    /// The content of all pages as text, a line for each run, furniture left out.
    pub fn text(&self) -> String {
        let mut out = String::new();
        for item in self.pages.iter().flat_map(|page| &page.items) {
            match item {
                Item::Run(run) if !run.is_furniture() => push_line(&run.text, &mut out),
                Item::Drawing(_, items, element) if *element != ElementId::NONE => {
                    for item in items {
                        if let Item::Run(run) = item {
                            push_line(&run.text, &mut out);
                        }
                    }
                }
                _ => {}
            }
        }
        out
    }
}

fn push_line(words: &str, out: &mut String) {
    out.push_str(words);
    out.push('\n');
}
