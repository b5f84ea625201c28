//! One indicator as three bars from one zero: at home now, at the site, wanted at home.

use super::super::words::{self, Language};
use super::bars::Scale;
use super::brush::{Brush, LINE, Pattern, dashes, head, label, pen, small};
use super::label::{tidy, width_of, wrap};
use super::{Drawing, Ink, TextAnchor, point, unknown};
use crate::domain::Better;

/// An indicator with where it stands and where it shall stand; `None` is unknown.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Gap {
    /// What is measured.
    pub name: String,
    /// In what; empty for none.
    pub unit: String,
    /// Which direction is better.
    pub better: Better,
    /// At home now.
    pub home: Option<f64>,
    /// At the site.
    pub site: Option<f64>,
    /// Wanted at home.
    pub target: Option<f64>,
}

impl Gap {
    /// How far home is from the target; `None` while one of them is unknown.
    pub fn to_target(&self) -> Option<f64> {
        Some(known(self.target)? - known(self.home)?)
    }
}

/// A number that is one; a value that is no number is unknown.
pub(super) fn known(value: Option<f64>) -> Option<f64> {
    value.filter(|value| value.is_finite())
}

const ROW: f32 = 15.0;
const BAR: f32 = 10.0;
/// Room for the names of the bars, and for the value behind the longest.
const NAMES: f32 = 84.0;
const VALUES: f32 = 110.0;

/// Draws one indicator. The drawing is as high as its name needs.
pub fn gap_bars(gap: &Gap, lang: Language, width: f32) -> Drawing {
    let width = super::Room { width, height: 0.0 }.usable().width;
    let mut brush = Brush::new(width);
    let name = match tidy(&gap.name) {
        name if name.is_empty() => lang
            .pick("(indikator belum dipilih)", "(no indicator chosen)")
            .to_owned(),
        name => name,
    };
    let mut y = 0.0;
    for line in wrap(&name, head().size, width, 3) {
        y += 12.0;
        brush.text(point(0.0, y - 2.5), &line, head());
    }
    let better = better_words(gap.better, lang);
    let unit = tidy(&gap.unit);
    let below = match unit.as_str() {
        "" => better.to_owned(),
        unit => format!("{}: {unit} · {better}", lang.pick("satuan", "unit")),
    };
    y += LINE;
    brush.words(point(0.0, y - 2.5), &below, small().ink(Ink::Muted));
    y += 3.0;

    let rows = [
        (
            lang.pick("Kantor sendiri", "Own office"),
            gap.home,
            Ink::Home,
            Pattern::Full,
        ),
        (
            lang.pick("Lokus", "Site"),
            gap.site,
            Ink::Site,
            Pattern::Full,
        ),
        ("Target", gap.target, Ink::Target, Pattern::Rising),
    ];
    let values = rows.map(|(_, value, ..)| known(value));
    let room = width - NAMES - VALUES;
    let scale = Scale::of(values.into_iter().flatten(), NAMES, room);
    let top = y;
    for ((name, _, ink, pattern), value) in rows.into_iter().zip(values) {
        let middle = y + ROW / 2.0;
        let base = middle + 3.0;
        brush.text(point(0.0, base), name, label());
        match value {
            Some(value) => {
                let (from, to) = scale.bar(value);
                let (at, to) = (
                    point(from, middle - BAR / 2.0),
                    point(to, middle + BAR / 2.0),
                );
                brush.bar(at, to, ink, pattern);
                let said = with_unit(value, &unit, lang);
                brush.words(point(to.x + 5.0, base), &said, label());
            }
            None => {
                let looks = label().ink(Ink::Muted);
                brush.words(point(scale.zero() + 5.0, base), unknown(lang), looks);
            }
        }
        y += ROW;
    }
    let axis = scale.zero();
    brush.line(point(axis, top), point(axis, y), pen(Ink::Line, 0.7));
    if let Some(target) = values[2] {
        // Down through the bars of home and site, but not through the words of what is unknown.
        let x = scale.x(target);
        for (row, value) in values[..2].iter().enumerate() {
            let from = top + ROW * row as f32;
            if value.is_some() {
                brush.line(point(x, from), point(x, from + ROW), dashes(Ink::Line, 0.7));
            }
        }
    }
    y += LINE;
    let said = gap_words(gap, lang);
    brush.words(point(0.0, y - 2.0), &said, label().bold());
    arrow(&mut brush, gap.better, lang, y - 5.0, width, &said);
    y += 4.0;
    let alt = alt(gap, &name, &unit, lang);
    brush.finish(&name, alt, y)
}

/// An arrow towards the better side, at the right end of the last line if there is room.
fn arrow(brush: &mut Brush, better: Better, lang: Language, y: f32, width: f32, said: &str) {
    let words = lang.pick("lebih baik", "better");
    let right = width - width_of(words, small().size) - 34.0;
    if width_of(said, label().size) > right - 8.0 {
        return;
    }
    let looks = small().ink(Ink::Muted).anchored(TextAnchor::End);
    match better {
        Better::Higher => {
            brush.text(point(width - 28.0, y + 2.5), words, looks);
            brush.arrow(point(width - 24.0, y), point(width - 2.0, y), Ink::Muted);
        }
        Better::Lower => {
            brush.arrow(point(right + 24.0, y), point(right + 2.0, y), Ink::Muted);
            brush.text(point(width - 2.0, y + 2.5), words, looks);
        }
    }
}

fn better_words(better: Better, lang: Language) -> &'static str {
    match better {
        Better::Higher => lang.pick("makin besar makin baik", "higher is better"),
        Better::Lower => lang.pick("makin kecil makin baik", "lower is better"),
    }
}

fn with_unit(value: f64, unit: &str, lang: Language) -> String {
    let number = words::number(value, 2, lang);
    if unit.is_empty() {
        number
    } else {
        format!("{number} {unit}")
    }
}

/// "Kesenjangan ke target: 6 hari".
fn gap_words(gap: &Gap, lang: Language) -> String {
    let words = lang.pick("Kesenjangan ke target", "Gap to target");
    let unit = tidy(&gap.unit);
    let Some(way) = gap.to_target() else {
        return format!("{words}: {}", unknown(lang));
    };
    let reached = match gap.better {
        Better::Higher => way <= 0.0,
        Better::Lower => way >= 0.0,
    };
    if reached {
        return format!(
            "{words}: {}",
            lang.pick("sudah tercapai", "already reached")
        );
    }
    let sign = if way > 0.0 { "+" } else { "−" };
    format!("{words}: {sign}{}", with_unit(way.abs(), &unit, lang))
}

fn alt(gap: &Gap, name: &str, unit: &str, lang: Language) -> String {
    let value = |value: Option<f64>| match known(value) {
        Some(value) => with_unit(value, unit, lang),
        None => unknown(lang).to_owned(),
    };
    format!(
        "{name}, {}. {} {}, {} {}, target {}. {}.",
        better_words(gap.better, lang),
        lang.pick("Kantor sendiri", "Own office"),
        value(gap.home),
        lang.pick("lokus", "site"),
        value(gap.site),
        value(gap.target),
        gap_words(gap, lang)
    )
}
