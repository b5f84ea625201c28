//! Operators of a page, and the state they leave behind: a colour, font or place is written only
//! where it changes. Knows nothing of tags.

use super::super::display::{Color, Path, PathStep, Rect, Stroke};
use super::super::fonts::FontId;
use super::digits::{decimal, fixed, hundredths, number};

/// The dashes of all dashed lines: dash and gap in points.
const DASHES: &str = "[3 2]0 d\n";

/// The operators written so far. Lengths come from the upper edge of the page and go into the
/// file from the lower one.
pub(super) struct Operators {
    pub out: Vec<u8>,
    height: f32,
    /// Inside a text object: the start of its line, in hundredths of a point.
    text: Option<(i32, i32)>,
    font: Option<(FontId, f32)>,
    fill: Option<Color>,
    line: Option<Color>,
    width: Option<f32>,
}

impl Operators {
    /// For a page of this height.
    pub(super) fn new(height: f32) -> Self {
        Operators {
            out: Vec::new(),
            height,
            text: None,
            font: None,
            fill: None,
            line: None,
            width: None,
        }
    }

    pub(super) fn put(&mut self, operators: &str) {
        self.out.extend_from_slice(operators.as_bytes());
    }

    /// A distance from the lower edge of the page.
    pub(super) fn up(&self, y: f32) -> f32 {
        self.height - y
    }

    pub(super) fn in_text(&self) -> bool {
        self.text.is_some()
    }

    pub(super) fn begin_text(&mut self) {
        if self.text.is_none() {
            self.put("BT\n");
            self.text = Some((0, 0));
        }
    }

    pub(super) fn end_text(&mut self) {
        if self.text.take().is_some() {
            self.put("ET\n");
        }
    }

    /// Text goes on at this place, whose `y` is from the lower edge.
    pub(super) fn move_to(&mut self, x: f32, y: f32) {
        let to = (hundredths(x), hundredths(y));
        let from = self.text.replace(to).unwrap_or_default();
        fixed(&mut self.out, to.0 - from.0);
        fixed(&mut self.out, to.1 - from.1);
        self.put("Td");
    }

    /// Text goes on in a bundled font, named as `name` says.
    pub(super) fn font(&mut self, font: FontId, size: f32, name: impl FnOnce() -> String) {
        if self.font.replace((font, size)) != Some((font, size)) {
            self.other_font(&name(), size);
            self.font = Some((font, size));
        }
    }

    /// Text goes on in a font that is none of the bundled ones.
    pub(super) fn other_font(&mut self, name: &str, size: f32) {
        self.font = None;
        self.put("/");
        self.put(name);
        self.put(" ");
        number(&mut self.out, size);
        self.put("Tf\n");
    }

    pub(super) fn fill(&mut self, color: Color) {
        if self.fill.replace(color) != Some(color) {
            self.ink(color, "g\n", "rg\n");
        }
    }

    pub(super) fn stroke(&mut self, color: Color, width: f32) {
        if self.line.replace(color) != Some(color) {
            self.ink(color, "G\n", "RG\n");
        }
        if self.width.replace(width) != Some(width) {
            number(&mut self.out, width);
            self.put("w\n");
        }
    }

    fn ink(&mut self, Color(r, g, b): Color, grey: &str, rgb: &str) {
        let same = r == g && g == b;
        let parts = if same { &[r][..] } else { &[r, g, b][..] };
        for part in parts {
            let thousandths = (f32::from(*part) / 255.0 * 1000.0).round() as i32;
            decimal(&mut self.out, thousandths, 3);
        }
        self.put(if same { grey } else { rgb });
    }

    /// A rectangle, painted as `paint` says.
    pub(super) fn rectangle(&mut self, rect: &Rect, paint: &str) {
        let y = self.up(rect.y + rect.h);
        for value in [rect.x, y, rect.w, rect.h] {
            number(&mut self.out, value);
        }
        self.put("re ");
        self.put(paint);
    }

    /// Lines and curves; nothing if they are neither filled nor drawn.
    pub(super) fn path(&mut self, path: &Path) {
        if let Some(color) = path.fill {
            self.fill(color);
        }
        if let Some(Stroke { color, width, .. }) = path.stroke {
            self.stroke(color, width);
        }
        let dashed = path.stroke.is_some_and(|stroke| stroke.dashed);
        if dashed {
            self.put(DASHES);
        }
        self.point(path.outline.start);
        self.put("m ");
        for step in &path.outline.steps {
            match *step {
                PathStep::Line(to) => {
                    self.point(to);
                    self.put("l ");
                }
                PathStep::Curve(a, b, to) => {
                    [a, b, to].into_iter().for_each(|at| self.point(at));
                    self.put("c ");
                }
            }
        }
        if path.outline.closed {
            self.put("h ");
        }
        self.put(match (path.fill, path.stroke) {
            (Some(_), Some(_)) => "B\n",
            (Some(_), None) => "f\n",
            (None, Some(_)) => "S\n",
            (None, None) => "n\n",
        });
        if dashed {
            self.put("[]0 d\n");
        }
    }

    fn point(&mut self, (x, y): (f32, f32)) {
        let y = self.up(y);
        number(&mut self.out, x);
        number(&mut self.out, y);
    }
}
