//! Charts as a group of shapes that Word itself draws, so they stay sharp and can be changed.
//! Programs that know no such shapes show what the chart says in words.

use super::super::chart::{Drawing, Ink, Pen, Point, Shape, Step, TextAnchor, point};
use super::super::display::Color;
use super::super::typeset::color;
use super::Writer;
use super::figure::EMU;
use super::text::Look;
use super::xml::Xml;

const MAIN: &str = "http://schemas.openxmlformats.org/drawingml/2006/main";
const GROUP: &str = "http://schemas.microsoft.com/office/word/2010/wordprocessingGroup";
const SHAPE: &str = "http://schemas.microsoft.com/office/word/2010/wordprocessingShape";
const CHOICE: &str = "http://schemas.openxmlformats.org/markup-compatibility/2006";

impl Writer<'_> {
    pub(super) fn chart(&mut self, drawing: &Drawing, caption: &str) {
        let has_caption = !caption.trim().is_empty();
        let look = Look {
            keep_next: has_caption,
            ..Look::styled("Figure")
        };
        self.begin(look, false);
        if !self.rehearsing {
            self.group(drawing);
        }
        self.end();
        if has_caption {
            self.plain(Look::styled("Caption"), caption);
        }
    }

    fn group(&mut self, drawing: &Drawing) {
        let (room, _) = self.room();
        let scale = (room / drawing.width.max(1.0)).clamp(0.05, 1.0);
        let (width, height) = (
            length(drawing.width * scale),
            length(drawing.height * scale),
        );
        self.drawings += 1;
        let id = self.drawings.to_string();
        let name = self.object_name(&id);
        let xml = &mut self.xml;
        xml.open("w:r", &[]);
        xml.open("mc:AlternateContent", &[("xmlns:mc", CHOICE)]);
        let spaces = [
            ("Requires", "wpg"),
            ("xmlns:wpg", GROUP),
            ("xmlns:wps", SHAPE),
        ];
        xml.open("mc:Choice", &spaces);
        xml.open("w:drawing", &[]);
        let edges = [
            ("distT", "0"),
            ("distB", "0"),
            ("distL", "0"),
            ("distR", "0"),
        ];
        xml.open("wp:inline", &edges);
        let size = [("cx", width.as_str()), ("cy", &height)];
        xml.leaf("wp:extent", &size);
        let about = [
            ("id", id.as_str()),
            ("name", &name),
            ("descr", drawing.alt.trim()),
            ("title", drawing.title.trim()),
        ];
        xml.leaf("wp:docPr", &about);
        xml.leaf("wp:cNvGraphicFramePr", &[]);
        xml.open("a:graphic", &[("xmlns:a", MAIN)]);
        xml.open("a:graphicData", &[("uri", GROUP)]);
        xml.open("wpg:wgp", &[]);
        xml.leaf("wpg:cNvGrpSpPr", &[]);
        xml.open("wpg:grpSpPr", &[]);
        xml.open("a:xfrm", &[]);
        xml.leaf("a:off", &[("x", "0"), ("y", "0")]);
        xml.leaf("a:ext", &size);
        xml.leaf("a:chOff", &[("x", "0"), ("y", "0")]);
        xml.leaf("a:chExt", &size);
        xml.close();
        xml.close();
        for shape in &drawing.shapes {
            self.drawings += 1;
            let id = self.drawings;
            shape_of(&mut self.xml, id, shape, drawing.width, scale);
        }
        let xml = &mut self.xml;
        // The group, its graphic, the inline drawing and the choice.
        for _ in 0..6 {
            xml.close();
        }
        xml.open("mc:Fallback", &[]);
        xml.words("w:t", &[("xml:space", "preserve")], drawing.alt.trim());
        for _ in 0..3 {
            xml.close();
        }
    }
}

/// Points as English metric units.
fn length(points: f32) -> String {
    format!("{:.0}", points * EMU)
}

/// An outline inside its bounding box, in scaled points.
struct Outline {
    at: Point,
    to: Point,
    start: Point,
    steps: Vec<Step>,
    closed: bool,
}

impl Outline {
    fn new(start: Point, steps: Vec<Step>, closed: bool) -> Self {
        let (mut at, mut to) = (start, start);
        let ends = steps.iter().flat_map(|step| match step {
            Step::Line { to } => vec![*to],
            Step::Curve { a, b, to } => vec![*a, *b, *to],
        });
        for end in ends {
            at = point(at.x.min(end.x), at.y.min(end.y));
            to = point(to.x.max(end.x), to.y.max(end.y));
        }
        Outline {
            at,
            to,
            start,
            steps,
            closed,
        }
    }
}

fn shape_of(xml: &mut Xml, id: usize, shape: &Shape, width: f32, scale: f32) {
    let scaled = |at: &Point| point(at.x * scale, at.y * scale);
    match shape {
        Shape::Line { points, pen } => {
            let Some((start, rest)) = points.split_first() else {
                return;
            };
            let steps = rest.iter().map(|to| Step::Line { to: scaled(to) });
            let outline = Outline::new(scaled(start), steps.collect(), false);
            custom(xml, id, &outline, None, Some(pen), scale);
        }
        Shape::Path {
            start,
            steps,
            fill,
            pen,
        } => {
            let steps = steps.iter().map(|step| match step {
                Step::Line { to } => Step::Line { to: scaled(to) },
                Step::Curve { a, b, to } => Step::Curve {
                    a: scaled(a),
                    b: scaled(b),
                    to: scaled(to),
                },
            });
            let outline = Outline::new(scaled(start), steps.collect(), true);
            custom(xml, id, &outline, *fill, pen.as_ref(), scale);
        }
        Shape::Rect { at, to, fill, pen } => {
            let corners = (scaled(at), scaled(to));
            preset(xml, id, "rect", corners, (*fill, pen.as_ref()), scale);
        }
        Shape::Circle {
            at,
            radius,
            fill,
            pen,
        } => {
            let corners = (
                scaled(&point(at.x - radius, at.y - radius)),
                scaled(&point(at.x + radius, at.y + radius)),
            );
            preset(xml, id, "ellipse", corners, (*fill, pen.as_ref()), scale);
        }
        Shape::Text {
            at,
            text,
            size,
            bold,
            anchor,
            ink,
        } => {
            let (left, right, align) = match anchor {
                TextAnchor::Start => (at.x, width, "left"),
                TextAnchor::Middle => {
                    let half = at.x.min(width - at.x);
                    (at.x - half, at.x + half, "center")
                }
                TextAnchor::End => (0.0, at.x, "right"),
            };
            let corners = (
                scaled(&point(left, at.y - size * 1.1)),
                scaled(&point(right, at.y + size * 0.4)),
            );
            begin(xml, id, true, corners);
            xml.open("a:prstGeom", &[("prst", "rect")]);
            xml.leaf("a:avLst", &[]);
            xml.close();
            xml.leaf("a:noFill", &[]);
            xml.close();
            let words = Words {
                text,
                size: size * scale,
                bold: *bold,
                align,
                ink: *ink,
            };
            words.write(xml);
            let edges = [
                ("wrap", "none"),
                ("lIns", "0"),
                ("tIns", "0"),
                ("rIns", "0"),
                ("bIns", "0"),
            ];
            xml.leaf("wps:bodyPr", &edges);
            xml.close();
        }
    }
}

/// Begins a shape and its properties between two corners.
fn begin(xml: &mut Xml, id: usize, words: bool, (at, to): (Point, Point)) {
    xml.open("wps:wsp", &[]);
    let id = id.to_string();
    xml.leaf("wps:cNvPr", &[("id", &id), ("name", &id)]);
    match words {
        true => xml.leaf("wps:cNvSpPr", &[("txBox", "1")]),
        false => xml.leaf("wps:cNvSpPr", &[]),
    }
    xml.open("wps:spPr", &[]);
    xml.open("a:xfrm", &[]);
    xml.leaf("a:off", &[("x", &length(at.x)), ("y", &length(at.y))]);
    let (across, down) = (length(to.x - at.x), length(to.y - at.y));
    xml.leaf("a:ext", &[("cx", &across), ("cy", &down)]);
    xml.close();
}

fn preset(
    xml: &mut Xml,
    id: usize,
    form: &str,
    corners: (Point, Point),
    (fill, pen): (Option<Ink>, Option<&Pen>),
    scale: f32,
) {
    begin(xml, id, false, corners);
    xml.open("a:prstGeom", &[("prst", form)]);
    xml.leaf("a:avLst", &[]);
    xml.close();
    paint(xml, fill, pen, scale);
}

fn custom(
    xml: &mut Xml,
    id: usize,
    outline: &Outline,
    fill: Option<Ink>,
    pen: Option<&Pen>,
    scale: f32,
) {
    let Outline { at, to, .. } = *outline;
    begin(xml, id, false, (at, to));
    xml.open("a:custGeom", &[]);
    for part in ["a:avLst", "a:gdLst", "a:ahLst", "a:cxnLst"] {
        xml.leaf(part, &[]);
    }
    xml.leaf("a:rect", &[("l", "0"), ("t", "0"), ("r", "r"), ("b", "b")]);
    xml.open("a:pathLst", &[]);
    let (across, down) = (length(to.x - at.x), length(to.y - at.y));
    xml.open("a:path", &[("w", &across), ("h", &down)]);
    let place = |xml: &mut Xml, it: &Point| {
        let (x, y) = (length(it.x - at.x), length(it.y - at.y));
        xml.leaf("a:pt", &[("x", &x), ("y", &y)]);
    };
    xml.open("a:moveTo", &[]);
    place(xml, &outline.start);
    xml.close();
    for step in &outline.steps {
        match step {
            Step::Line { to } => {
                xml.open("a:lnTo", &[]);
                place(xml, to);
            }
            Step::Curve { a, b, to } => {
                xml.open("a:cubicBezTo", &[]);
                for it in [a, b, to] {
                    place(xml, it);
                }
            }
        }
        xml.close();
    }
    if outline.closed {
        xml.leaf("a:close", &[]);
    }
    for _ in 0..3 {
        xml.close();
    }
    paint(xml, fill, pen, scale);
}

/// Inside and outline of a shape, and its end.
fn paint(xml: &mut Xml, fill: Option<Ink>, pen: Option<&Pen>, scale: f32) {
    ink(xml, fill);
    match pen {
        Some(pen) => {
            let width = length((pen.width * scale).max(0.1));
            xml.open("a:ln", &[("w", &width)]);
            ink(xml, Some(pen.ink));
            if pen.dashed {
                xml.leaf("a:prstDash", &[("val", "dash")]);
            }
        }
        None => {
            xml.open("a:ln", &[]);
            ink(xml, None);
        }
    }
    xml.close();
    xml.close();
    xml.leaf("wps:bodyPr", &[]);
    xml.close();
}

fn ink(xml: &mut Xml, ink: Option<Ink>) {
    let Some(ink) = ink else {
        xml.leaf("a:noFill", &[]);
        return;
    };
    xml.open("a:solidFill", &[]);
    xml.leaf("a:srgbClr", &[("val", &hex(ink))]);
    xml.close();
}

fn hex(ink: Ink) -> String {
    let Color(red, green, blue) = color(ink);
    format!("{red:02X}{green:02X}{blue:02X}")
}

/// One line of a chart. No words of the document, so no comment counts them.
struct Words<'a> {
    text: &'a str,
    /// In points.
    size: f32,
    bold: bool,
    align: &'a str,
    ink: Ink,
}

impl Words<'_> {
    fn write(&self, xml: &mut Xml) {
        xml.open("wps:txbx", &[]);
        xml.open("w:txbxContent", &[]);
        xml.open("w:p", &[]);
        xml.open("w:pPr", &[]);
        let tight = [
            ("w:before", "0"),
            ("w:after", "0"),
            ("w:line", "240"),
            ("w:lineRule", "auto"),
        ];
        xml.leaf("w:spacing", &tight);
        xml.value("w:jc", self.align);
        xml.close();
        xml.open("w:r", &[]);
        xml.open("w:rPr", &[]);
        let fonts = [
            ("w:ascii", "Arial"),
            ("w:hAnsi", "Arial"),
            ("w:cs", "Arial"),
        ];
        xml.leaf("w:rFonts", &fonts);
        if self.bold {
            xml.leaf("w:b", &[]);
        }
        xml.value("w:color", &hex(self.ink));
        // Word counts letters in half points.
        xml.value("w:sz", &format!("{:.0}", (self.size * 2.0).max(2.0)));
        xml.close();
        xml.words("w:t", &[("xml:space", "preserve")], self.text);
        for _ in 0..4 {
            xml.close();
        }
    }
}
