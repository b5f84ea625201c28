//! Charts: a drawing set as one unit, its words shaped like all others. A drawing larger than
//! the page is set smaller.

use super::super::chart::{Drawing, Ink, Pen, Point, Shape, Step, TextAnchor};
use super::super::display::{Color, Item, Outline, Path, PathStep, Rect, Stroke};
use super::super::model::{Align, Face, Inline};
use super::super::structure::Tag;
use super::flow::Column;
use super::{TextLook, Typesetter, Unit};

/// Longer words than this are shaped in vain: no drawing is so wide.
const WIDEST: f32 = 4000.0;

impl Typesetter<'_> {
    pub(super) fn drawing(&mut self, drawing: &Drawing, caption: &str, column: &Column) {
        let look = self.caption_look();
        let lines = match caption.trim() {
            "" => Vec::new(),
            words => {
                let words = [Inline::plain(words)];
                self.within(Tag::Caption, |set| set.lines(&words, look, column.width))
            }
        };
        let below = super::height_of(&lines) + 6.0;
        let scale = (column.width / drawing.width.max(1.0))
            .min((self.room.height - below) / drawing.height.max(1.0))
            .clamp(0.05, 1.0);
        let pencil = Pencil {
            left: column.x + (column.width - drawing.width * scale) / 2.0,
            scale,
        };
        let element = self.flow.structure.open(Tag::Figure);
        if let Some(figure) = self.flow.structure.get_mut(element) {
            figure.alt = drawing.alt.trim().to_owned();
        }
        let mut items = Vec::new();
        for shape in &drawing.shapes {
            self.shape_of(shape, &pencil, drawing.width, &mut items);
        }
        self.flow.structure.close();
        let (width, height) = (drawing.width * scale, drawing.height * scale);
        let area = Rect::new(pencil.left, 0.0, width, height);
        let keep = !lines.is_empty();
        self.push(Unit {
            before: self.look.size * 0.9,
            height,
            items: vec![Item::Drawing(area, items, element)],
            keep,
            bars: column.bars.clone(),
            ..Unit::default()
        });
        self.add_lines(lines, 3.0, column);
    }

    fn shape_of(&mut self, shape: &Shape, pencil: &Pencil, width: f32, items: &mut Vec<Item>) {
        match shape {
            Shape::Text {
                at,
                text,
                size,
                bold,
                anchor,
                ink,
            } => {
                let look = TextLook {
                    face: Face::Sans,
                    color: color(*ink),
                    align: Align::Start,
                    leading: 1.0,
                    ..self.body()
                };
                let mut look = look.sized((size * pencil.scale).max(1.0));
                if *bold {
                    look = look.bold();
                }
                let free = match anchor {
                    TextAnchor::Start => width - at.x,
                    TextAnchor::Middle => 2.0 * at.x.min(width - at.x),
                    TextAnchor::End => at.x,
                };
                // The estimate of a chart may fall short for rare letters: then words are cut.
                let room = (free * pencil.scale + 1.0).clamp(1.0, WIDEST);
                let line = self.one_line(text, look, room);
                let wide = line.items.iter().fold(0.0f32, |wide, item| match item {
                    Item::Run(run) => wide.max(run.x + run.width),
                    _ => wide,
                });
                let at = pencil.at(*at);
                let x = match anchor {
                    TextAnchor::Start => at.x,
                    TextAnchor::Middle => at.x - wide / 2.0,
                    TextAnchor::End => at.x - wide,
                };
                let y = at.y - line.baseline;
                let words = line.items.into_iter();
                items.extend(words.map(|item| item.at(x, y)));
            }
            shape => items.extend(pencil.outline(shape).map(Item::Path)),
        }
    }
}

/// Where and how large a drawing is set.
struct Pencil {
    left: f32,
    scale: f32,
}

impl Pencil {
    fn at(&self, at: Point) -> Point {
        Point {
            x: self.left + at.x * self.scale,
            y: at.y * self.scale,
        }
    }

    fn stroke(&self, pen: &Pen) -> Stroke {
        Stroke {
            color: color(pen.ink),
            width: (pen.width * self.scale).max(0.1),
            dashed: pen.dashed,
        }
    }

    fn outline(&self, shape: &Shape) -> Option<Path> {
        let place = |at: &Point| {
            let at = self.at(*at);
            (at.x, at.y)
        };
        let path = |start, steps, closed, fill: &Option<Ink>, pen: &Option<Pen>| Path {
            outline: Outline {
                start,
                steps,
                closed,
            },
            fill: fill.map(color),
            stroke: pen.as_ref().map(|pen| self.stroke(pen)),
        };
        match shape {
            Shape::Text { .. } => None,
            Shape::Line { points, pen } => {
                let (start, rest) = points.split_first()?;
                let steps = rest.iter().map(|to| PathStep::Line(place(to))).collect();
                Some(path(place(start), steps, false, &None, &Some(*pen)))
            }
            Shape::Path {
                start,
                steps,
                fill,
                pen,
            } => {
                let steps = steps.iter().map(|step| match step {
                    Step::Line { to } => PathStep::Line(place(to)),
                    Step::Curve { a, b, to } => PathStep::Curve(place(a), place(b), place(to)),
                });
                Some(path(place(start), steps.collect(), true, fill, pen))
            }
            Shape::Rect { at, to, fill, pen } => {
                let (left, top) = place(at);
                let (right, bottom) = place(to);
                let corners = [(right, top), (right, bottom), (left, bottom)];
                let steps = corners.map(PathStep::Line).to_vec();
                Some(path((left, top), steps, true, fill, pen))
            }
            Shape::Circle {
                at,
                radius,
                fill,
                pen,
            } => {
                let (x, y) = place(at);
                let r = radius * self.scale;
                // The usual share for four curves that look like a circle.
                let k = r * 0.5523;
                let steps = vec![
                    PathStep::Curve((x + r, y + k), (x + k, y + r), (x, y + r)),
                    PathStep::Curve((x - k, y + r), (x - r, y + k), (x - r, y)),
                    PathStep::Curve((x - r, y - k), (x - k, y - r), (x, y - r)),
                    PathStep::Curve((x + k, y - r), (x + r, y - k), (x + r, y)),
                ];
                Some(path((x + r, y), steps, true, fill, pen))
            }
        }
    }
}

/// The inks on paper: their greys differ as their colours do, and black words stand on every
/// ground.
pub(crate) fn color(ink: Ink) -> Color {
    match ink {
        Ink::Text => Color::BLACK,
        Ink::Muted => Color::GREY,
        Ink::Line => Color::LINE,
        Ink::Grid => Color(205, 207, 210),
        Ink::Ground => Color(255, 255, 255),
        Ink::Soft => Color::SHADE,
        Ink::Home => Color(203, 196, 180),
        Ink::Site => Color(15, 107, 90),
        Ink::Target => Color(217, 162, 59),
        Ink::Accent => Color(15, 107, 90),
        Ink::Heat1 => Color(233, 243, 226),
        Ink::Heat2 => Color(250, 228, 168),
        Ink::Heat3 => Color(240, 186, 128),
        Ink::Heat4 => Color(224, 148, 120),
    }
}
