//! The words of a paragraph before they are shaped: cleaned and cut.

use super::super::characters;
use super::super::model::{Block, Inline, Part, walk};

/// Longer paragraphs are set as several: shaping keeps 16-bit numbers per paragraph, and nobody
/// reads a paragraph of five pages.
const LONGEST: usize = 16_000;

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
    first.is_some_and(characters::is_rtl)
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
