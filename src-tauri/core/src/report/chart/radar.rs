//! A radar: several series over the same axes. An axis a series has no value on stays open.
//! No print shows one yet.

use std::f32::consts::TAU;

use super::super::words::{self, Language};
use super::brush::{Brush, LINE, Mark, SMALL, dashes, head, pen, small};
use super::gap::known;
use super::label::{tidy, wrap};
use super::{Drawing, Ink, Pen, Point, Room, TextAnchor, point, unknown};

/// What a radar is made of.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Radar {
    /// Above it.
    pub title: String,
    /// The axes' names, clockwise from the top.
    pub axes: Vec<String>,
    /// The value at every axis' end; the middle is zero.
    pub most: f64,
    /// The series, at most four; more belong into a table.
    pub series: Vec<Series>,
}

/// One series.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Series {
    /// Whose.
    pub name: String,
    /// One value an axis; `None` is unknown.
    pub values: Vec<Option<f64>>,
}

/// Room for labels beside and above the circle.
const SIDE: f32 = 104.0;
const ABOVE: f32 = 24.0;
/// More axes would lay labels on each other.
const MOST_AXES: usize = 16;
const MOST_SERIES: usize = 4;

/// Draws the radar. Axes and series beyond what can be told apart are counted in the note.
pub fn radar(radar: &Radar, lang: Language, room: Room) -> Drawing {
    let room = room.usable();
    let mut brush = Brush::new(room.width);
    brush.words(point(0.0, 9.5), &radar.title, head());
    let top = 16.0;
    let axes = radar.axes.len().min(MOST_AXES);
    let series = &radar.series[..radar.series.len().min(MOST_SERIES)];
    let foot = LINE * (series.len() + 2) as f32;
    let radius = ((room.width / 2.0 - SIDE).min((room.height - top - foot) / 2.0 - ABOVE))
        .clamp(16.0, 150.0);
    let middle = point(room.width / 2.0, top + ABOVE + radius);
    let wheel = Wheel {
        middle,
        radius,
        axes,
        most: if radar.most.is_finite() && radar.most > 0.0 {
            radar.most
        } else {
            1.0
        },
    };
    wheel.grid(&mut brush, radar, lang);
    for (i, one) in series.iter().enumerate() {
        wheel.series(&mut brush, one, i);
    }
    let mut y = middle.y + radius + ABOVE;
    let named: Vec<(Mark, String)> = series
        .iter()
        .enumerate()
        .map(|(i, one)| (Mark::Stroke(stroke(i)), tidy(&one.name)))
        .collect();
    let named: Vec<(Mark, &str)> = named.iter().map(|(m, n)| (*m, n.as_str())).collect();
    y = brush.legend(y, 0.0, &named);
    let rest = (radar.axes.len() - axes) + (radar.series.len() - series.len());
    let note = if axes == 0 {
        lang.pick("Belum ada data.", "No data yet.").to_owned()
    } else if rest > 0 {
        format!("+{rest} {}", lang.pick("lainnya", "more"))
    } else {
        String::new()
    };
    if !note.is_empty() {
        y += LINE;
        brush.words(point(0.0, y - 2.5), &note, small().ink(Ink::Muted));
    }
    brush.finish(&radar.title, alt(radar, lang), y + 2.0)
}

/// Each series has its own stroke, and its own mark.
fn stroke(index: usize) -> Pen {
    match index {
        0 => pen(Ink::Site, 1.6),
        1 => dashes(Ink::Text, 1.2),
        2 => pen(Ink::Target, 1.6),
        _ => dashes(Ink::Muted, 1.2),
    }
}

struct Wheel {
    middle: Point,
    radius: f32,
    axes: usize,
    most: f64,
}

impl Wheel {
    fn at(&self, axis: usize, share: f32) -> Point {
        let angle = TAU * axis as f32 / self.axes.max(1) as f32;
        let far = self.radius * share;
        point(
            self.middle.x + far * angle.sin(),
            self.middle.y - far * angle.cos(),
        )
    }

    fn grid(&self, brush: &mut Brush, radar: &Radar, lang: Language) {
        for ring in 1..=4 {
            let share = ring as f32 / 4.0;
            let mut corners: Vec<Point> = (0..self.axes).map(|i| self.at(i, share)).collect();
            corners.extend(corners.first().copied());
            brush.lines(corners, pen(Ink::Grid, 0.5));
        }
        for axis in 0..self.axes {
            brush.line(self.middle, self.at(axis, 1.0), pen(Ink::Grid, 0.5));
            self.name(brush, axis, &radar.axes[axis]);
        }
        if self.axes > 0 {
            let most = words::number(self.most, 2, lang);
            let at = point(self.middle.x + 2.5, self.middle.y - self.radius + 8.0);
            brush.text(at, &most, small().ink(Ink::Muted));
        }
    }

    fn name(&self, brush: &mut Brush, axis: usize, name: &str) {
        let at = self.at(axis, 1.0);
        let (dx, dy) = (at.x - self.middle.x, at.y - self.middle.y);
        // With many axes two lines each would touch.
        let most = if self.axes > 10 { 1 } else { 2 };
        let upright = dx.abs() < self.radius * 0.2;
        let (anchor, x, room) = if upright {
            (TextAnchor::Middle, at.x, 2.0 * SIDE)
        } else if dx > 0.0 {
            (TextAnchor::Start, at.x + 6.0, brush.width() - at.x - 6.0)
        } else {
            (TextAnchor::End, at.x - 6.0, at.x - 6.0)
        };
        let lines = wrap(name, SMALL, room, most);
        let block = 9.0 * lines.len() as f32;
        let top = match upright {
            true if dy < 0.0 => at.y - 3.0 - block,
            true => at.y + 3.0,
            false => at.y - block / 2.0,
        };
        for (line, words) in lines.iter().enumerate() {
            let at = point(x, top + 9.0 * (line + 1) as f32 - 2.0);
            brush.text(at, words, small().anchored(anchor));
        }
    }

    fn series(&self, brush: &mut Brush, series: &Series, index: usize) {
        let places: Vec<Option<Point>> = (0..self.axes)
            .map(|axis| {
                let value = known(series.values.get(axis).copied().flatten())?;
                let share = (value / self.most).clamp(0.0, 1.0) as f32;
                Some(self.at(axis, share))
            })
            .collect();
        let pen = stroke(index);
        for axis in 0..self.axes {
            let next = (axis + 1) % self.axes;
            if let (Some(from), Some(to)) = (places[axis], places[next])
                && axis != next
            {
                brush.line(from, to, pen);
            }
        }
        for at in places.into_iter().flatten() {
            match index % 3 {
                0 => brush.dot(at, true),
                1 => brush.dot(at, false),
                _ => brush.diamond(at),
            }
        }
    }
}

fn alt(radar: &Radar, lang: Language) -> String {
    let told = radar.series.iter().map(|series| {
        let values = radar.axes.iter().enumerate().map(|(i, axis)| {
            let value = known(series.values.get(i).copied().flatten());
            let value = match value {
                Some(value) => words::number(value, 2, lang),
                None => unknown(lang).to_owned(),
            };
            format!("{} {value}", tidy(axis))
        });
        let values: Vec<String> = values.collect();
        format!("{}: {}", tidy(&series.name), values.join(", "))
    });
    let told: Vec<String> = told.collect();
    format!("{}. {}.", tidy(&radar.title), told.join("; "))
}
