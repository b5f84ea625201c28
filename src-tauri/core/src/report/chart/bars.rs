//! Horizontal bars from one zero, each with its name and value. No print shows them yet.

use super::super::words::{self, Language};
use super::brush::{Brush, LABEL, Pattern, head, label, pen, small};
use super::gap::known;
use super::label::{cut, width_of, wrap};
use super::{Drawing, Ink, Room, TextAnchor, point, unknown};

/// A bar.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Bar {
    /// What it stands for.
    pub name: String,
    /// How long; `None` is unknown and has no bar.
    pub value: Option<f64>,
}

/// Where values lie on a line that always holds zero.
#[derive(Clone, Copy, Debug)]
pub(super) struct Scale {
    least: f64,
    span: f64,
    left: f32,
    room: f32,
}

impl Scale {
    /// The scale of `values`, from `left` over `room` points.
    pub(super) fn of(values: impl Iterator<Item = f64>, left: f32, room: f32) -> Self {
        // Halved, so that even the span of the largest numbers is a number.
        let (mut least, mut most) = (0.0f64, 0.0f64);
        for value in values {
            (least, most) = (least.min(value / 2.0), most.max(value / 2.0));
        }
        let span = if most > least { most - least } else { 1.0 };
        Scale {
            least,
            span,
            left,
            room: room.max(1.0),
        }
    }

    pub(super) fn x(&self, value: f64) -> f32 {
        let share = ((value / 2.0 - self.least) / self.span).clamp(0.0, 1.0);
        self.left + self.room * share as f32
    }

    pub(super) fn zero(&self) -> f32 {
        self.x(0.0)
    }

    /// The left and right end of a bar; a value of zero is a hair wide.
    pub(super) fn bar(&self, value: f64) -> (f32, f32) {
        let (zero, end) = (self.zero(), self.x(value));
        if end < zero {
            (end, zero)
        } else {
            (zero, end.max(zero + 0.8))
        }
    }
}

const ROW: f32 = 15.0;

/// Draws bars under a title; as many as the room holds, the rest counted.
pub fn bars(title: &str, unit: &str, bars: &[Bar], lang: Language, room: Room) -> Drawing {
    let room = room.usable();
    let mut brush = Brush::new(room.width);
    let mut y = 0.0;
    for line in wrap(title, head().size, room.width, 2) {
        y += 12.0;
        brush.text(point(0.0, y - 2.5), &line, head());
    }
    y += 3.0;
    let fits = (((room.height - y - 12.0) / ROW) as usize).max(1);
    let shown = if bars.len() > fits {
        fits - 1
    } else {
        bars.len()
    };
    let widest = bars[..shown]
        .iter()
        .map(|bar| width_of(&bar.name, LABEL))
        .fold(0.0, f32::max);
    // The very width, not one worked out again: rounding would cut a name that fits.
    let name_room = widest.min(room.width * 0.4);
    let names = name_room + 6.0;
    let values = bars[..shown].iter().filter_map(|bar| known(bar.value));
    let scale = Scale::of(values, names, room.width - names - 90.0);
    let top = y;
    for bar in &bars[..shown] {
        let (middle, base) = (y + ROW / 2.0, y + ROW / 2.0 + 3.0);
        let name = cut(&bar.name, LABEL, name_room);
        brush.text(
            point(name_room, base),
            &name,
            label().anchored(TextAnchor::End),
        );
        match known(bar.value) {
            Some(value) => {
                let (from, to) = scale.bar(value);
                let corners = (point(from, middle - 5.0), point(to, middle + 5.0));
                brush.bar(corners.0, corners.1, Ink::Accent, Pattern::Full);
                brush.words(point(to + 5.0, base), &said(value, unit, lang), label());
            }
            None => {
                let at = point(scale.zero() + 5.0, base);
                brush.words(at, unknown(lang), label().ink(Ink::Muted));
            }
        }
        y += ROW;
    }
    let axis = scale.zero();
    brush.line(
        point(axis, top),
        point(axis, y.max(top + 4.0)),
        pen(Ink::Line, 0.7),
    );
    let rest = bars.len() - shown;
    if rest > 0 || bars.is_empty() {
        y += 11.0;
        let note = if rest > 0 {
            format!("+{rest} {}", lang.pick("lainnya", "more"))
        } else {
            lang.pick("Belum ada data.", "No data yet.").to_owned()
        };
        brush.words(point(0.0, y - 2.5), &note, small().ink(Ink::Muted));
    }
    let told: Vec<String> = bars
        .iter()
        .map(|bar| match known(bar.value) {
            Some(value) => format!("{} {}", bar.name, said(value, unit, lang)),
            None => format!("{} {}", bar.name, unknown(lang)),
        })
        .collect();
    brush.finish(title, format!("{title}: {}.", told.join("; ")), y + 2.0)
}

fn said(value: f64, unit: &str, lang: Language) -> String {
    format!("{} {unit}", words::number(value, 2, lang))
        .trim_end()
        .to_owned()
}
