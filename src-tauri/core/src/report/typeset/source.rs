//! The words of a paragraph before they are shaped: cleaned, cut, and their addresses checked.

use std::collections::BTreeSet;

use super::super::display::Target;
use super::super::model::{Block, Inline, Part, walk};

/// Longer paragraphs are set as several: shaping keeps 16-bit numbers per paragraph, and nobody
/// reads a paragraph of five pages.
const LONGEST: usize = 16_000;

/// Where a link leads, if it is one that a reader may follow. An anchor is named as it is or, as
/// in web pages, with its special characters written as `%C3%A9`.
pub(super) fn followable(link: &str, anchors: &BTreeSet<String>) -> Option<Target> {
    if let Some(name) = link.trim().strip_prefix('#') {
        let names = [name.to_owned(), decoded(name), decoded(name).to_lowercase()];
        let known = names.into_iter().find(|name| anchors.contains(name));
        return known.map(Target::Anchor);
    }
    let lower = link.trim().to_ascii_lowercase();
    let known = ["http://", "https://", "mailto:"];
    if !known.iter().any(|scheme| lower.starts_with(scheme)) {
        return None;
    }
    let mut out = String::new();
    for byte in link.trim().bytes() {
        match byte {
            b'!'..=b'~' if !matches!(byte, b'"' | b'<' | b'>' | b'\\' | b'(' | b')') => {
                out.push(char::from(byte));
            }
            _ => out.push_str(&format!("%{byte:02X}")),
        }
    }
    Some(Target::Address(out))
}

fn decoded(name: &str) -> String {
    let bytes = name.as_bytes();
    let mut out = Vec::new();
    let mut at = 0;
    while let Some(byte) = bytes.get(at) {
        let hex = name.get(at + 1..at + 3).filter(|_| *byte == b'%');
        match hex.and_then(|hex| u8::from_str_radix(hex, 16).ok()) {
            Some(meant) => {
                out.push(meant);
                at += 3;
            }
            None => {
                out.push(*byte);
                at += 1;
            }
        }
    }
    String::from_utf8_lossy(&out).into_owned()
}

/// The text of all spans.
pub(super) fn joined(part: &[Inline]) -> String {
    part.iter().map(|inline| inline.text.as_str()).collect()
}

/// Text that runs from left to right, with spaces between its words: it needs no bidirectional
/// ordering, and may be set from words shaped one by one.
pub(super) fn is_plain(part: &[Inline]) -> bool {
    let plain = |c: char| {
        matches!(c, '\u{0}'..='\u{58f}' | '\u{1e00}'..='\u{1fff}' | '\u{2010}'..='\u{2027}'
            | '\u{202f}'..='\u{205e}' | '\u{2070}'..='\u{2bff}' | '\u{fb00}'..='\u{fb06}')
    };
    part.iter().all(|inline| inline.text.chars().all(plain))
}

/// Whether the first letter of the blocks is of a script that is read from right to left.
pub(super) fn is_rtl(blocks: &[Block]) -> bool {
    let mut first = None;
    walk(blocks, &mut |part| {
        if let (None, Part::Inline(inline)) = (first, part) {
            first = inline.text.chars().find(|c| c.is_alphabetic());
        }
    });
    matches!(
        first,
        Some(
            '\u{590}'..='\u{8ff}'
            | '\u{fb1d}'..='\u{fdff}'
            | '\u{fe70}'..='\u{feff}'
            | '\u{10800}'..='\u{10fff}'
            | '\u{1e800}'..='\u{1efff}',
        )
    )
}

/// Characters that should leave a mark on paper.
pub(super) fn is_visible(c: char) -> bool {
    !c.is_whitespace()
        && !c.is_control()
        && !matches!(c, '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{200b}'..='\u{200f}'
            | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{fe00}'..='\u{fe0f}'
            | '\u{feff}' | '\u{e0000}'..='\u{e0fff}')
}

/// Cleans the text (no control characters, tabs as spaces) and cuts it into paragraphs that are
/// not too long, at a space where there is one.
pub(super) fn parts(text: &[Inline]) -> Vec<Vec<Inline>> {
    let mut out = vec![Vec::new()];
    let mut length = 0;
    for inline in text {
        let mut rest = clean(&inline.text);
        while length + rest.len() > LONGEST {
            let (head, tail) = split(&rest, LONGEST.saturating_sub(length));
            push(&mut out, inline, head);
            out.push(Vec::new());
            length = 0;
            rest = tail;
        }
        length += rest.len();
        if out.last().is_some_and(|part| part.len() >= 2000) {
            out.push(Vec::new());
            length = rest.len();
        }
        push(&mut out, inline, rest);
    }
    out.retain(|part| part.iter().any(|inline| !inline.text.is_empty()));
    out
}

fn push(out: &mut [Vec<Inline>], inline: &Inline, text: String) {
    if let Some(part) = out.last_mut()
        && !text.is_empty()
    {
        part.push(Inline {
            text,
            ..inline.clone()
        });
    }
}

fn split(text: &str, at: usize) -> (String, String) {
    let mut at = at.min(text.len());
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    let at = text[..at]
        .rfind(' ')
        .filter(|space| *space > at / 2)
        .map_or(at, |space| space + 1);
    (text[..at].to_owned(), text[at..].to_owned())
}

fn clean(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\t' => out.push(' '),
            // The space parts the lines for those who read them on end.
            '\n' | '\u{2028}' | '\u{2029}' | '\u{85}' | '\u{b}' | '\u{c}' => out.push_str(" \n"),
            // Where words may be broken is decided here; a soft hyphen would only be read aloud.
            c if c.is_control() || c == '\u{ad}' => {}
            // Embedding and override marks could turn the order of a whole line around.
            '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => {}
            c => out.push(c),
        }
    }
    out
}
