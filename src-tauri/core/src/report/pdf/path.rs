//! Lines and curves as operators of a page.

use printpdf::{
    Line, LineDashPattern, LinePoint, Op, PaintMode, Point, Polygon, PolygonRing, Pt, WindingOrder,
};

use super::super::display::{Path, PathStep};
use super::{Writer, ink, tidy};

/// The dashes of all dashed lines: dash and gap in points.
const DASHES: [f32; 2] = [3.0, 2.0];

impl Writer<'_> {
    pub(super) fn path(&mut self, path: &Path) {
        if let Some(stroke) = &path.stroke {
            let col = ink(stroke.color);
            self.ops.push(Op::SetOutlineColor { col });
            let pt = Pt(tidy(stroke.width));
            self.ops.push(Op::SetOutlineThickness { pt });
            if stroke.dashed {
                let dash = LineDashPattern::new(0.0, &DASHES);
                self.ops.push(Op::SetLineDashPattern { dash });
            }
        }
        if let Some(color) = path.fill {
            self.fill(color);
        }
        let height = self.height;
        let mut points = vec![corner(path.outline.start, height, false)];
        for step in &path.outline.steps {
            match *step {
                PathStep::Line(to) => points.push(corner(to, height, false)),
                PathStep::Curve(a, b, to) => {
                    points.push(corner(a, height, true));
                    points.push(corner(b, height, true));
                    points.push(corner(to, height, false));
                }
            }
        }
        if path.outline.closed {
            let mode = match (path.fill.is_some(), path.stroke.is_some()) {
                (true, true) => PaintMode::FillStroke,
                (true, false) => PaintMode::Fill,
                (false, _) => PaintMode::Stroke,
            };
            let polygon = Polygon {
                rings: vec![PolygonRing { points }],
                mode,
                winding_order: WindingOrder::NonZero,
            };
            self.ops.push(Op::DrawPolygon { polygon });
        } else {
            let line = Line {
                points,
                is_closed: false,
            };
            self.ops.push(Op::DrawLine { line });
        }
        if path.stroke.is_some_and(|stroke| stroke.dashed) {
            let dash = LineDashPattern::solid();
            self.ops.push(Op::SetLineDashPattern { dash });
        }
    }
}

/// A point of an outline, or the handle of a curve.
fn corner(at: (f32, f32), height: f32, bezier: bool) -> LinePoint {
    let p = Point {
        x: Pt(tidy(at.0)),
        y: Pt(tidy(height - at.1)),
    };
    LinePoint { p, bezier }
}
