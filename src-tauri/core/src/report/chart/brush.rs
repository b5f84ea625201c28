//! A drawing while it is made: shapes with short names, hatches, legends. Knows no figures.

use super::label::{cut, width_of};
use super::{Drawing, Ink, Pen, Point, Shape, Step, TextAnchor, point};

/// Size of labels, in points.
pub(super) const LABEL: f32 = 8.5;
/// Size of small print.
pub(super) const SMALL: f32 = 7.5;
/// Line height of labels.
pub(super) const LINE: f32 = 11.0;
/// Size of headings.
pub(super) const HEAD: f32 = 9.5;

/// A thin line.
pub(super) const fn pen(ink: Ink, width: f32) -> Pen {
    Pen {
        ink,
        width,
        dashed: false,
    }
}

/// A thin dashed line.
pub(super) const fn dashes(ink: Ink, width: f32) -> Pen {
    Pen {
        ink,
        width,
        dashed: true,
    }
}

/// A rectangle's pattern, told apart on a grey print too.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Pattern {
    /// Filled.
    Full,
    /// Filled, with lines rising to the right.
    Rising,
    /// Outline only.
    Hollow,
}

/// Gathers shapes.
#[derive(Default)]
pub(super) struct Brush {
    width: f32,
    shapes: Vec<Shape>,
}

impl Brush {
    pub(super) fn new(width: f32) -> Self {
        Brush {
            width,
            shapes: Vec::new(),
        }
    }

    /// The drawing's width.
    pub(super) fn width(&self) -> f32 {
        self.width
    }

    pub(super) fn finish(self, title: &str, alt: String, height: f32) -> Drawing {
        Drawing {
            title: super::label::tidy(title),
            alt,
            width: self.width,
            height,
            shapes: self.shapes,
        }
    }

    pub(super) fn rect(&mut self, at: Point, to: Point, fill: Option<Ink>, pen: Option<Pen>) {
        self.shapes.push(Shape::Rect { at, to, fill, pen });
    }

    pub(super) fn line(&mut self, from: Point, to: Point, pen: Pen) {
        let points = vec![from, to];
        self.shapes.push(Shape::Line { points, pen });
    }

    pub(super) fn lines(&mut self, points: Vec<Point>, pen: Pen) {
        if points.len() > 1 {
            self.shapes.push(Shape::Line { points, pen });
        }
    }

    pub(super) fn circle(&mut self, at: Point, radius: f32, fill: Option<Ink>, pen: Option<Pen>) {
        self.shapes.push(Shape::Circle {
            at,
            radius,
            fill,
            pen,
        });
    }

    pub(super) fn outline(&mut self, corners: &[Point], fill: Option<Ink>, pen: Option<Pen>) {
        let Some((start, rest)) = corners.split_first() else {
            return;
        };
        self.shapes.push(Shape::Path {
            start: *start,
            steps: rest.iter().map(|to| Step::Line { to: *to }).collect(),
            fill,
            pen,
        });
    }

    /// A bar with round ends at its right side.
    pub(super) fn rounded(&mut self, at: Point, to: Point, fill: Option<Ink>, pen: Option<Pen>) {
        let r = ((to.y - at.y) / 2.0)
            .min((to.x - at.x) / 2.0)
            .clamp(0.0, 2.5);
        // Four tenths and a half: the usual stand-in for a quarter circle.
        let k = r * 0.45;
        let steps = vec![
            Step::Line {
                to: point(to.x - r, at.y),
            },
            Step::Curve {
                a: point(to.x - k, at.y),
                b: point(to.x, at.y + k),
                to: point(to.x, at.y + r),
            },
            Step::Line {
                to: point(to.x, to.y - r),
            },
            Step::Curve {
                a: point(to.x, to.y - k),
                b: point(to.x - k, to.y),
                to: point(to.x - r, to.y),
            },
            Step::Line {
                to: point(at.x, to.y),
            },
        ];
        self.shapes.push(Shape::Path {
            start: at,
            steps,
            fill,
            pen,
        });
    }

    /// A bar in a pattern.
    pub(super) fn bar(&mut self, at: Point, to: Point, ink: Ink, pattern: Pattern) {
        let edge = Some(pen(Ink::Line, 0.6));
        let fill = (pattern != Pattern::Hollow).then_some(ink);
        self.rounded(at, to, fill, edge);
        match pattern {
            Pattern::Full | Pattern::Hollow => {}
            Pattern::Rising => self.hatch(at, to),
        }
    }

    /// Lines that rise to the right, cut at the rectangle's sides.
    pub(super) fn hatch(&mut self, at: Point, to: Point) {
        let height = to.y - at.y;
        let mut foot = at.x - height + 3.5;
        while foot < to.x {
            let (left, right) = (foot.max(at.x), (foot + height).min(to.x));
            if right - left > 0.5 {
                let from = point(left, to.y - (left - foot));
                let end = point(right, to.y - (right - foot));
                self.line(from, end, pen(Ink::Ground, 0.8));
            }
            foot += 4.0;
        }
    }

    pub(super) fn text(&mut self, at: Point, text: &str, looks: Looks) {
        if !text.is_empty() {
            self.shapes.push(Shape::Text {
                at,
                text: text.to_owned(),
                size: looks.size,
                bold: looks.bold,
                anchor: looks.anchor,
                ink: looks.ink,
            });
        }
    }

    /// Words to the right of `at`, cut at the drawing's edge.
    pub(super) fn words(&mut self, at: Point, text: &str, looks: Looks) {
        let text = cut(text, looks.size, self.width - at.x);
        self.text(at, &text, looks);
    }

    /// Patches with their words beside each other, in as many lines as they need from `top`;
    /// answers where they end.
    pub(super) fn legend(&mut self, top: f32, left: f32, items: &[(Mark, &str)]) -> f32 {
        let (mut x, mut y) = (left, top);
        for (mark, words) in items {
            let words = cut(words, SMALL, self.width - left - 14.0);
            let wide = 14.0 + width_of(&words, SMALL) + 12.0;
            if x > left && x + wide - 12.0 > self.width {
                (x, y) = (left, y + LINE);
            }
            self.mark(*mark, point(x, y + 1.5));
            self.text(point(x + 14.0, y + 8.0), &words, small().ink(Ink::Muted));
            x += wide;
        }
        if items.is_empty() { top } else { y + LINE }
    }

    /// A mark in the square of 8 points below and right of `at`.
    pub(super) fn mark(&mut self, mark: Mark, at: Point) {
        let (x, y) = (at.x, at.y);
        let middle = point(x + 4.0, y + 4.0);
        let edge = Some(pen(Ink::Line, 0.6));
        match mark {
            Mark::Bar(ink, pattern) => {
                self.bar(point(x, y + 0.5), point(x + 10.0, y + 7.5), ink, pattern)
            }
            Mark::Ground(ink) => self.rect(at, point(x + 8.0, y + 8.0), Some(ink), edge),
            Mark::Dot(full) => self.dot(middle, full),
            Mark::Diamond => self.diamond(middle),
            Mark::Stroke(pen) => {
                self.line(point(x, y + 4.0), point(x + 10.0, y + 4.0), pen);
            }
        }
    }

    /// A small dot, filled or hollow.
    pub(super) fn dot(&mut self, at: Point, full: bool) {
        let fill = Some(if full { Ink::Accent } else { Ink::Ground });
        self.circle(at, 2.6, fill, Some(pen(Ink::Text, 0.7)));
    }

    /// A hollow diamond.
    pub(super) fn diamond(&mut self, at: Point) {
        let corners = [
            point(at.x, at.y - 4.0),
            point(at.x + 4.0, at.y),
            point(at.x, at.y + 4.0),
            point(at.x - 4.0, at.y),
        ];
        self.outline(&corners, Some(Ink::Ground), Some(pen(Ink::Text, 0.8)));
    }

    /// An arrow from `from` to `to` along one axis.
    pub(super) fn arrow(&mut self, from: Point, to: Point, ink: Ink) {
        self.line(from, to, pen(ink, 0.9));
        let (dx, dy) = (to.x - from.x, to.y - from.y);
        let length = dx.hypot(dy).max(0.01);
        let (ux, uy) = (dx / length * 4.0, dy / length * 4.0);
        let corners = [
            to,
            point(to.x - ux - uy * 0.5, to.y - uy + ux * 0.5),
            point(to.x - ux + uy * 0.5, to.y - uy - ux * 0.5),
        ];
        self.outline(&corners, Some(ink), None);
    }
}

/// What stands before words of a legend.
#[derive(Clone, Copy, Debug)]
pub(super) enum Mark {
    Bar(Ink, Pattern),
    Ground(Ink),
    Dot(bool),
    Diamond,
    Stroke(Pen),
}

/// How words look.
#[derive(Clone, Copy, Debug)]
pub(super) struct Looks {
    pub size: f32,
    pub bold: bool,
    pub anchor: TextAnchor,
    pub ink: Ink,
}

impl Looks {
    pub(super) fn ink(self, ink: Ink) -> Self {
        Looks { ink, ..self }
    }

    pub(super) fn bold(self) -> Self {
        Looks { bold: true, ..self }
    }

    pub(super) fn anchored(self, anchor: TextAnchor) -> Self {
        Looks { anchor, ..self }
    }
}

/// Labels.
pub(super) fn label() -> Looks {
    Looks {
        size: LABEL,
        bold: false,
        anchor: TextAnchor::Start,
        ink: Ink::Text,
    }
}

/// Small print.
pub(super) fn small() -> Looks {
    Looks {
        size: SMALL,
        ..label()
    }
}

/// Headings.
pub(super) fn head() -> Looks {
    Looks {
        size: HEAD,
        bold: true,
        ..label()
    }
}
