//! How wide words are, cut and wrapped to a room. The widths are those of the bundled Noto Sans
//! (a test compares them with the font); other scripts count as wide, so that nothing sticks out.

/// Advance widths of the printable ASCII characters in thousandths of an em, bold first where it
/// is wider: one table serves both weights.
const ASCII: [u16; 95] = [
    260, 286, 472, 646, 572, 901, 750, 266, 339, 339, 551, 572, 285, 322, 285, 413, 572, 572, 572,
    572, 572, 572, 572, 572, 572, 572, 285, 285, 572, 572, 572, 477, 899, 690, 672, 637, 740, 560,
    549, 728, 765, 389, 331, 664, 565, 943, 813, 796, 628, 796, 660, 551, 579, 756, 650, 967, 667,
    624, 579, 331, 413, 331, 572, 444, 362, 604, 633, 514, 633, 591, 387, 633, 657, 305, 305, 620,
    305, 982, 657, 619, 633, 633, 454, 497, 434, 657, 569, 856, 578, 569, 488, 394, 551, 394, 572,
];

/// A width no letter of the bundled text fonts exceeds, but for a few ligatures.
const WIDE: u16 = 1000;

fn width_of_char(c: char) -> u16 {
    match c {
        ' '..='~' => ASCII[c as usize - 0x20],
        '–' => 500,
        '·' | '•' => 376,
        '“' | '”' | '‘' | '’' => 445,
        '\u{c0}'..='\u{17f}' => 800,
        _ => WIDE,
    }
}

/// At most how wide `text` is at `size`, in points.
pub(crate) fn width_of(text: &str, size: f32) -> f32 {
    let units: f32 = text.chars().map(|c| f32::from(width_of_char(c))).sum();
    units * size / 1000.0
}

/// The words on one line: no control characters, one space between words.
pub(super) fn tidy(text: &str) -> String {
    let plain: String = text
        .chars()
        .map(|c| if c.is_control() { ' ' } else { c })
        .filter(|c| !matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}'))
        .collect();
    plain.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// `text`, cut with an ellipsis where it would be wider than `room`.
pub(super) fn cut(text: &str, size: f32, room: f32) -> String {
    let text = tidy(text);
    if width_of(&text, size) <= room {
        return text;
    }
    let mut out = String::new();
    let mut left = room - width_of("…", size);
    for c in text.chars() {
        left -= width_of(c.encode_utf8(&mut [0; 4]), size);
        if left < 0.0 {
            break;
        }
        out.push(c);
    }
    format!("{}…", out.trim_end())
}

/// `text` in at most `most` lines that are no wider than `room`; the last is cut where more
/// would follow. A word wider than the room is broken.
pub(super) fn wrap(text: &str, size: f32, room: f32, most: usize) -> Vec<String> {
    let text = tidy(text);
    let mut rest = text.as_str();
    let mut lines = Vec::new();
    while !rest.is_empty() && lines.len() + 1 < most {
        let end = line_end(rest, size, room);
        lines.push(rest[..end].trim_end().to_owned());
        rest = rest[end..].trim_start();
    }
    if !rest.is_empty() && most > 0 {
        lines.push(cut(rest, size, room));
    }
    lines
}

/// Where the first line of `text` ends: after the last word that fits, or else the last
/// character; at least one character further.
fn line_end(text: &str, size: f32, room: f32) -> usize {
    let mut used = 0.0;
    let mut space = None;
    for (at, c) in text.char_indices() {
        used += width_of(c.encode_utf8(&mut [0; 4]), size);
        if c == ' ' {
            space = Some(at);
        } else if used > room {
            return space.unwrap_or(if at == 0 { c.len_utf8() } else { at });
        }
    }
    text.len()
}
