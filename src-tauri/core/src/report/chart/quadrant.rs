//! Stakeholders in four fields of interest × power. What is known of each is only "high" or
//! "low", so a field holds a list: a place within it would claim more than anyone said.

use super::super::words::Language;
use super::brush::{Brush, LABEL, LINE, Mark, SMALL, head, label, pen, small};
use super::label::{tidy, width_of, wrap};
use super::{Drawing, Ink, Room, TextAnchor, point};
use crate::domain::{Quadrant, Stakeholder};

/// The fields as they lie: power upwards, interest to the right.
const FIELDS: [[Quadrant; 2]; 2] = [
    [Quadrant::Latent, Quadrant::Promoter],
    [Quadrant::Apathetic, Quadrant::Defender],
];
/// Room at the left for the power axis, and above for the title and its word.
const LEFT: f32 = 14.0;
const TOP: f32 = 30.0;
/// Below: the interest axis and the legend.
const FOOT: f32 = 30.0;
/// The head of a field, and the least height of its list.
const FIELD_HEAD: f32 = 25.0;
const PAD: f32 = 6.0;
const LEAST: f32 = 40.0;

/// A line of a field's list: a first line has the mark.
struct Entry {
    internal: Option<bool>,
    words: String,
}

/// Draws the stakeholders, numbered in the order given.
pub fn quadrant(people: &[&Stakeholder], lang: Language, room: Room) -> Drawing {
    let room = room.usable();
    let mut brush = Brush::new(room.width);
    let title = lang.pick("Peta kepentingan dan kuasa", "Map of interest and power");
    brush.words(point(0.0, 9.5), title, head());
    let across = (room.width - LEFT) / 2.0;
    let inner = across - 2.0 * PAD;
    let lists = FIELDS.map(|row| row.map(|field| entries(people, field, inner, lang)));
    let room_left = room.height - TOP - FOOT;
    let heights = heights(&lists, room_left);
    let bottom = TOP + heights[0] + heights[1];

    let mut y = TOP;
    for (row, (fields, height)) in FIELDS.into_iter().zip(heights).enumerate() {
        for (column, field) in fields.into_iter().enumerate() {
            let x = LEFT + across * column as f32;
            let fill = (field == Quadrant::Promoter).then_some(Ink::Soft);
            let corner = point(x + across, y + height);
            brush.rect(point(x, y), corner, fill, Some(pen(Ink::Line, 0.7)));
            let (name, means) = field_words(field, lang);
            brush.text(point(x + PAD, y + 12.0), name, label().bold());
            let means = super::label::cut(means, SMALL, inner);
            brush.text(point(x + PAD, y + 21.5), &means, small().ink(Ink::Muted));
            list(
                &mut brush,
                &lists[row][column],
                x + PAD,
                y + FIELD_HEAD,
                height,
                inner,
                lang,
            );
        }
        y += height;
    }
    axes(&mut brush, bottom, room.width, lang);
    let legend = [
        (Mark::Dot(true), "internal"),
        (Mark::Dot(false), lang.pick("eksternal", "external")),
    ];
    let bottom = brush.legend(bottom + 16.0, LEFT, &legend);
    brush.finish(title, alt(people, title, lang), bottom + 2.0)
}

/// The lines of one field.
fn entries(people: &[&Stakeholder], field: Quadrant, inner: f32, lang: Language) -> Vec<Entry> {
    let mut lines = Vec::new();
    let here = people.iter().enumerate();
    for (i, one) in here.filter(|(_, one)| one.quadrant() == field) {
        let name = name_of(one, lang);
        let words = format!("{}. {name}", i + 1);
        for (line, words) in wrap(&words, LABEL, inner - 12.0, 2).into_iter().enumerate() {
            let internal = (line == 0).then_some(one.internal);
            lines.push(Entry { internal, words });
        }
    }
    lines
}

fn name_of(one: &Stakeholder, lang: Language) -> String {
    match tidy(&one.name) {
        name if name.is_empty() => lang.pick("(tanpa nama)", "(no name)").to_owned(),
        name => name,
    }
}

/// The height of both rows: as their longest list needs, cut down evenly to the room.
fn heights(lists: &[[Vec<Entry>; 2]; 2], room: f32) -> [f32; 2] {
    let need = |row: &[Vec<Entry>; 2]| {
        let lines = row[0].len().max(row[1].len());
        FIELD_HEAD + (lines as f32 * LINE + PAD).max(LEAST)
    };
    let (a, b) = (need(&lists[0]), need(&lists[1]));
    let half = room / 2.0;
    if a + b <= room {
        [a, b]
    } else if a <= half {
        [a, room - a]
    } else if b <= half {
        [room - b, b]
    } else {
        [half, half]
    }
}

fn list(
    brush: &mut Brush,
    lines: &[Entry],
    x: f32,
    top: f32,
    height: f32,
    inner: f32,
    lang: Language,
) {
    let most = (((height - FIELD_HEAD - PAD) / LINE) as usize).max(1);
    let mut shown = lines.len();
    if shown > most {
        shown = most - 1;
        // Never a name without its second line.
        while shown > 0 && lines.get(shown).is_some_and(|line| line.internal.is_none()) {
            shown -= 1;
        }
    }
    let mut y = top;
    for line in &lines[..shown] {
        y += LINE;
        if let Some(internal) = line.internal {
            brush.dot(point(x + 3.0, y - 3.0), internal);
        }
        brush.text(point(x + 12.0, y), &line.words, label());
    }
    if lines.is_empty() {
        let none = lang.pick("tidak ada", "none");
        brush.text(point(x, y + LINE), none, small().ink(Ink::Muted));
    }
    let rest = lines[shown..].iter().filter(|line| line.internal.is_some());
    let rest = rest.count();
    if rest > 0 {
        let words = match lang {
            Language::Id => format!("+{rest} lainnya, lihat tabel"),
            Language::En => format!("+{rest} more, see the table"),
        };
        let words = super::label::cut(&words, SMALL, inner - 12.0);
        brush.text(point(x + 12.0, y + LINE), &words, small().ink(Ink::Muted));
    }
}

fn axes(brush: &mut Brush, bottom: f32, width: f32, lang: Language) {
    let up = lang.pick("Kuasa", "Power");
    let across = lang.pick("Kepentingan", "Interest");
    let x = LEFT / 2.0 - 1.0;
    brush.arrow(point(x, bottom), point(x, TOP), Ink::Muted);
    brush.text(point(0.0, TOP - 4.0), up, small().ink(Ink::Muted));
    let words = width_of(across, SMALL);
    let y = bottom + 8.0;
    brush.arrow(point(LEFT, y), point(width - words - 8.0, y), Ink::Muted);
    let looks = small().ink(Ink::Muted).anchored(TextAnchor::End);
    brush.text(point(width, y + 2.5), across, looks);
}

/// The name of a field and what it means.
pub(crate) fn field_words(field: Quadrant, lang: Language) -> (&'static str, &'static str) {
    let of = |id, en| lang.pick(id, en);
    match field {
        Quadrant::Promoter => (
            of("Promotor", "Promoters"),
            of(
                "kuasa tinggi, kepentingan tinggi",
                "high power, high interest",
            ),
        ),
        Quadrant::Defender => (
            of("Pembela", "Defenders"),
            of(
                "kuasa rendah, kepentingan tinggi",
                "low power, high interest",
            ),
        ),
        Quadrant::Latent => (
            of("Laten", "Latents"),
            of(
                "kuasa tinggi, kepentingan rendah",
                "high power, low interest",
            ),
        ),
        Quadrant::Apathetic => (
            of("Apatis", "Apathetics"),
            of(
                "kuasa rendah, kepentingan rendah",
                "low power, low interest",
            ),
        ),
    }
}

fn alt(people: &[&Stakeholder], title: &str, lang: Language) -> String {
    let told = FIELDS.into_iter().flatten().map(|field| {
        let names: Vec<String> = people
            .iter()
            .filter(|one| one.quadrant() == field)
            .map(|one| name_of(one, lang))
            .collect();
        let names = if names.is_empty() {
            lang.pick("tidak ada", "none").to_owned()
        } else {
            names.join(", ")
        };
        let (name, means) = field_words(field, lang);
        format!("{name} ({means}): {names}")
    });
    format!("{title}. {}.", told.collect::<Vec<_>>().join("; "))
}
