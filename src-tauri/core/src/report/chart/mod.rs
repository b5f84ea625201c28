//! Charts: one small drawing model, and pure functions that make drawings from figures.
//! The PDF and the window draw the same [`Drawing`]; neither knows what it shows. Nothing here
//! knows fonts' files, pages, records' ids or the store.
//!
//! Rules every chart keeps: what is unknown is said in words and never drawn as zero; nothing is
//! told by colour alone (a word, a value or a hatch says it too); no label leaves the drawing or
//! lies on another; what finds no room is counted in words.

mod bars;
mod brush;
mod calendar;
mod gantt;
mod gap;
mod heat;
mod label;
mod quadrant;
mod radar;
mod risks;
#[cfg(test)]
mod tests;

pub use bars::{Bar, bars};
pub use gantt::gantt;
pub use gap::{Gap, gap_bars};
pub use heat::{Heat, HeatCell, heat};
pub(crate) use quadrant::field_words;
pub use quadrant::quadrant;
pub use radar::{Radar, Series, radar};
pub use risks::risk_matrix;

use serde::{Deserialize, Serialize};
use specta::Type;

use super::words::Language;

/// A finished drawing. Lengths are points (1/72 inch) from the top left corner.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, Type)]
pub struct Drawing {
    /// What it shows, in a few words.
    pub title: String,
    /// What it says, with the figures, for who cannot see it.
    pub alt: String,
    /// Width.
    #[specta(type = i32)]
    pub width: f32,
    /// Height.
    #[specta(type = i32)]
    pub height: f32,
    /// What is drawn, back to front; its texts are in reading order.
    pub shapes: Vec<Shape>,
}

/// Something drawn.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Type)]
#[serde(tag = "shape", rename_all = "lowercase")]
pub enum Shape {
    /// Straight lines from point to point.
    Line {
        /// At least two.
        points: Vec<Point>,
        /// How it is drawn.
        pen: Pen,
    },
    /// A closed outline of lines and curves.
    Path {
        /// Where it begins.
        start: Point,
        /// The way round.
        steps: Vec<Step>,
        /// Inside.
        fill: Option<Ink>,
        /// Outline.
        pen: Option<Pen>,
    },
    /// A rectangle.
    Rect {
        /// Upper left corner.
        at: Point,
        /// Lower right corner.
        to: Point,
        /// Inside.
        fill: Option<Ink>,
        /// Outline.
        pen: Option<Pen>,
    },
    /// A circle.
    Circle {
        /// Centre.
        at: Point,
        /// Radius.
        #[specta(type = i32)]
        radius: f32,
        /// Inside.
        fill: Option<Ink>,
        /// Outline.
        pen: Option<Pen>,
    },
    /// Words on one line.
    Text {
        /// Where the anchor lies, on the baseline.
        at: Point,
        /// The words.
        text: String,
        /// Letter size.
        #[specta(type = i32)]
        size: f32,
        /// Bold.
        bold: bool,
        /// Which part of the words lies at `at`.
        anchor: TextAnchor,
        /// Colour.
        ink: Ink,
    },
}

/// A place.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize, Type)]
pub struct Point {
    /// To the right.
    #[specta(type = i32)]
    pub x: f32,
    /// Down.
    #[specta(type = i32)]
    pub y: f32,
}

/// The place (`x`, `y`).
pub const fn point(x: f32, y: f32) -> Point {
    Point { x, y }
}

/// A part of an outline.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize, Type)]
#[serde(tag = "step", rename_all = "lowercase")]
pub enum Step {
    /// Straight.
    Line {
        /// The end.
        to: Point,
    },
    /// A cubic Bézier curve.
    Curve {
        /// First control point.
        a: Point,
        /// Second control point.
        b: Point,
        /// The end.
        to: Point,
    },
}

/// A line's looks.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize, Type)]
pub struct Pen {
    /// Colour.
    pub ink: Ink,
    /// Thickness.
    #[specta(type = i32)]
    pub width: f32,
    /// Dashes in place of one stroke.
    pub dashed: bool,
}

/// Where a text is held.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "lowercase")]
pub enum TextAnchor {
    /// At its left end.
    Start,
    /// In the middle.
    Middle,
    /// At its right end.
    End,
}

/// A colour by its task: paper and both themes of the window give it their own value.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "lowercase")]
pub enum Ink {
    /// Words.
    Text,
    /// Lesser words.
    Muted,
    /// Frames and axes.
    Line,
    /// Grid lines, lighter than frames.
    Grid,
    /// The ground of the drawing.
    Ground,
    /// A slightly darker ground.
    Soft,
    /// How it is at home.
    Home,
    /// How it is at the site.
    Site,
    /// What is wanted.
    Target,
    /// The main series.
    Accent,
    /// Lowest of four grounds that words can stand on.
    Heat1,
    /// Second.
    Heat2,
    /// Third.
    Heat3,
    /// Highest.
    Heat4,
}

/// The room a drawing may take.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Room {
    /// Width in points; the drawing is exactly so wide.
    pub width: f32,
    /// Height in points; the drawing is at most so high.
    pub height: f32,
}

impl Room {
    /// The room with sides that words can stand in.
    fn usable(self) -> Self {
        let side = |length: f32, least: f32| match length.is_finite() {
            true => length.clamp(least, 4000.0),
            false => least,
        };
        Room {
            width: side(self.width, 240.0),
            height: side(self.height, 200.0),
        }
    }
}

/// What stands for a figure nobody knows.
fn unknown(lang: Language) -> &'static str {
    lang.pick("belum diketahui", "not known yet")
}
