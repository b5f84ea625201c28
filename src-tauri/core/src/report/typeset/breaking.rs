//! Plain text cut into words, and the words into rows: greedily, with hyphens where a row of
//! justified text would be loose, and within a word only where nothing else is left.

use std::ops::Range;

use super::super::model::{Align, Inline};
use super::hyphenate::breaks;
use super::look::TextLook;
use super::text::sum;
use super::words::{Cut, EM, WordId};
use super::{Ink, Typesetter};

/// Rounding that may not break a row.
const HAIR: f32 = 0.01;
/// Longer words are cut; no row holds as many characters.
const LONGEST: usize = 240;
/// Spaces wider than this, in ems beyond their own width, ask for a hyphen.
const LOOSE: f32 = 0.2;
/// Not more rows than this end with a hyphen one below the other.
const LADDER: usize = 2;
/// The size of raised characters, and of code, against the text around them.
const RAISED: f32 = 0.66;
const CODE: f32 = 0.9;

/// A stretch of the text in one style.
pub(super) struct Span {
    pub range: Range<usize>,
    pub cut: Cut,
    pub ink: Ink,
    pub size: f32,
    /// How far its baseline lies above that of the line.
    pub rise: f32,
}

/// A word, or the part of it that stands in one span.
#[derive(Clone, Copy, Debug)]
pub(super) struct Bit {
    pub span: usize,
    pub word: WordId,
    pub width: f32,
    /// Where it begins in the text.
    start: usize,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Word,
    Space,
    /// A forced line break.
    Break,
}

#[derive(Clone, Debug)]
pub(super) struct Token {
    pub kind: Kind,
    pub range: Range<usize>,
    pub bits: Range<usize>,
    width: f32,
}

/// A line before its places are known.
#[derive(Debug, Default)]
pub(super) struct Row {
    pub tokens: Vec<Token>,
    /// What it needs, spaces at their own width.
    pub width: f32,
    /// The hyphen behind the last word.
    pub hyphen: Option<Bit>,
    /// A space stands behind the last word.
    pub gap: bool,
    /// It ends its paragraph, or with a forced break.
    pub is_last: bool,
}

impl Row {
    fn push(&mut self, token: Token) {
        self.width += token.width;
        self.tokens.push(token);
    }

    fn has_words(&self) -> bool {
        self.tokens.iter().any(|token| token.kind == Kind::Word)
    }

    pub(super) fn spaces(&self) -> usize {
        let spaces = self.tokens.iter().filter(|it| it.kind == Kind::Space);
        spaces.map(|token| token.range.len()).sum()
    }

    fn trim(&mut self) {
        while let Some(token) = self.tokens.pop_if(|token| token.kind == Kind::Space) {
            self.width -= token.width;
            self.gap = true;
        }
    }

    /// The place of the row in the text.
    pub(super) fn range(&self) -> Range<usize> {
        let start = self.tokens.first().map_or(0, |token| token.range.start);
        let end = self.tokens.last().map_or(0, |token| token.range.end);
        start..end
    }
}

/// A paragraph being broken.
pub(super) struct Breaker<'b, 'm> {
    set: &'b mut Typesetter<'m>,
    text: &'b str,
    look: TextLook,
    width: f32,
    pub spans: Vec<Span>,
    pub bits: Vec<Bit>,
    /// How many rows in sequence have ended with a hyphen.
    ladder: usize,
}

impl<'b, 'm> Breaker<'b, 'm> {
    pub(super) fn new(
        set: &'b mut Typesetter<'m>,
        text: &'b str,
        part: &[Inline],
        look: TextLook,
        width: f32,
    ) -> Self {
        let mut spans = Vec::with_capacity(part.len());
        let mut start = 0;
        for (i, inline) in part.iter().enumerate() {
            let range = start..start + inline.text.len();
            start = range.end;
            let style = sum(look.style, inline.style);
            let size = look.size * if style.code { CODE } else { 1.0 };
            spans.push(Span {
                range,
                cut: Cut::of(look.face, style),
                ink: Ink::of(inline, i, look.style),
                size: size * if style.superscript { RAISED } else { 1.0 },
                rise: size * if style.superscript { 0.34 } else { 0.0 },
            });
        }
        Breaker {
            set,
            text,
            look,
            width,
            spans,
            bits: Vec::new(),
            ladder: 0,
        }
    }

    /// The least and the best width.
    pub(super) fn widths(&mut self) -> (f32, f32) {
        let (mut min, mut max, mut row) = (0f32, 0f32, 0f32);
        for token in self.tokens() {
            match token.kind {
                Kind::Break => row = 0.0,
                Kind::Space => row += token.width,
                Kind::Word => {
                    min = min.max(token.width);
                    row += token.width;
                    max = max.max(row);
                }
            }
        }
        (min, max)
    }

    pub(super) fn rows(&mut self) -> Vec<Row> {
        let mut rest = self.tokens();
        rest.reverse();
        let mut out = Vec::new();
        let mut row = Row::default();
        // Spaces at the beginning count only where somebody put them there.
        let mut forced = true;
        while let Some(token) = rest.pop() {
            let left = self.width - row.width;
            let fits = token.width <= left + HAIR;
            match token.kind {
                Kind::Break => {
                    row.is_last = true;
                    self.close(&mut row, &mut out);
                    forced = true;
                    continue;
                }
                Kind::Space if row.tokens.is_empty() && !forced => continue,
                Kind::Space => {
                    row.push(token);
                    continue;
                }
                Kind::Word if fits => {
                    row.push(token);
                    continue;
                }
                Kind::Word => {}
            }
            if let Some((head, hyphen, tail)) = self.hyphenated(&row, &token, left) {
                row.push(head);
                row.width += hyphen.width;
                row.hyphen = Some(hyphen);
                rest.push(tail);
            } else if self.is_chopped(&row, &token, left) {
                let (head, tail) = self.chopped(token, left);
                row.push(head);
                rest.extend(tail);
            } else {
                rest.push(token);
            }
            self.close(&mut row, &mut out);
            forced = false;
        }
        if row.has_words() {
            row.is_last = true;
            self.close(&mut row, &mut out);
        } else if let Some(row) = out.last_mut() {
            row.is_last = true;
        }
        out
    }

    fn close(&mut self, row: &mut Row, out: &mut Vec<Row>) {
        row.trim();
        self.ladder = if row.hyphen.is_some() {
            self.ladder + 1
        } else {
            0
        };
        let row = std::mem::take(row);
        // Spaces alone before a word that goes to the next row make no row.
        if row.is_last || !row.tokens.is_empty() {
            out.push(row);
        }
    }

    /// Words, spaces and forced breaks.
    fn tokens(&mut self) -> Vec<Token> {
        let text = self.text;
        let mut out = Vec::new();
        let mut start = 0;
        let mut before = ' ';
        let mut chars = text.char_indices().peekable();
        while let Some((at, c)) = chars.next() {
            let end = at + c.len_utf8();
            let next = chars.peek().map(|(_, c)| *c);
            if c == ' ' || c == '\n' {
                if start < at {
                    out.push(self.token(Kind::Word, start..at));
                }
                let kind = if c == ' ' { Kind::Space } else { Kind::Break };
                out.push(self.token(kind, at..end));
                start = end;
            } else if may_break(before, c, next) || (end - start >= LONGEST && next.is_some()) {
                out.push(self.token(Kind::Word, start..end));
                start = end;
            }
            before = c;
        }
        if start < self.text.len() {
            out.push(self.token(Kind::Word, start..self.text.len()));
        }
        out
    }

    fn token(&mut self, kind: Kind, range: Range<usize>) -> Token {
        let first = self.bits.len();
        let mut width = 0.0;
        if kind != Kind::Break {
            let from = self.spans.partition_point(|s| s.range.end <= range.start);
            for span in from..self.spans.len() {
                let within = &self.spans[span].range;
                let (start, end) = (range.start.max(within.start), range.end.min(within.end));
                if within.start >= range.end {
                    break;
                }
                let Some(text) = self.text.get(start..end).filter(|it| !it.is_empty()) else {
                    continue;
                };
                let (cut, size) = (self.spans[span].cut, self.spans[span].size);
                let word = self.set.word(cut, text);
                let bit = Bit {
                    span,
                    word,
                    width: self.set.words.get(word).width * size / EM,
                    start,
                };
                width += bit.width;
                self.bits.push(bit);
            }
        }
        Token {
            kind,
            range,
            bits: first..self.bits.len(),
            width,
        }
    }

    /// The token broken at a syllable, so that its beginning and a hyphen fit into `left`.
    fn hyphenated(&mut self, row: &Row, token: &Token, left: f32) -> Option<(Token, Bit, Token)> {
        let needed = token.width > self.width + HAIR;
        if !(needed || self.is_loose(row, left)) {
            return None;
        }
        let [bit] = self.bits.get(token.bits.clone())? else {
            return None;
        };
        let bit = *bit;
        let word = self.text.get(token.range.clone())?;
        let core = word.trim_matches(|c: char| !c.is_alphabetic());
        let before = word.find(core)?;
        let Span { cut, size, .. } = self.spans[bit.span];
        let hyphen = self.set.word(cut, "\u{ad}");
        let hyphen = Bit {
            word: hyphen,
            width: self.set.words.get(hyphen).width * size / EM,
            ..bit
        };
        let places = self.places(token);
        for at in breaks(core, self.set.lang).into_iter().rev() {
            let cut = token.range.start + before + at;
            let begins = places.iter().find(|(place, _)| *place == cut);
            if begins.is_none_or(|(_, x)| x + hyphen.width > left) {
                continue;
            }
            let head = self.token(Kind::Word, token.range.start..cut);
            if head.width + hyphen.width <= left + HAIR {
                let tail = self.token(Kind::Word, cut..token.range.end);
                return Some((head, hyphen, tail));
            }
        }
        None
    }

    /// Whether the row, ended here, would have wide spaces.
    fn is_loose(&self, row: &Row, left: f32) -> bool {
        if self.look.align != Align::Justify || self.ladder >= LADDER || !row.has_words() {
            return false;
        }
        let ends = row.tokens.iter().rev();
        let ends = ends.take_while(|token| token.kind == Kind::Space);
        let (count, width) = ends.fold((0, 0.0), |(n, w), it| (n + it.range.len(), w + it.width));
        let spaces = row.spaces() - count;
        left + width > LOOSE * self.look.size * spaces as f32
    }

    /// Whether the word must be broken anywhere: it fits no row, and stands at the beginning of
    /// one or goes on from a word that was broken.
    fn is_chopped(&self, row: &Row, token: &Token, left: f32) -> bool {
        let glued = row.tokens.last().is_some_and(|it| it.kind == Kind::Word);
        let goes_on = (glued || !row.has_words()) && left > self.look.size * 2.0;
        token.width > self.width + HAIR && (row.tokens.is_empty() || goes_on)
    }

    /// Where in the text the clusters of a token begin, and how far from its left end.
    fn places(&self, token: &Token) -> Vec<(usize, f32)> {
        let mut out = Vec::new();
        let mut x = 0.0;
        for bit in &self.bits[token.bits.clone()] {
            let scale = self.spans[bit.span].size / EM;
            let mut at = bit.start;
            for piece in &self.set.words.get(bit.word).pieces {
                let begins = piece.glyphs.iter().filter(|it| it.text.0 < it.text.1);
                out.extend(begins.map(|glyph| {
                    let place = at + glyph.text.0 as usize;
                    (place, x + (piece.x + glyph.x) * scale)
                }));
                at += piece.text.len();
            }
            x += bit.width;
        }
        out
    }

    /// The token broken between two characters, so that its beginning fits into `left`.
    fn chopped(&mut self, token: Token, left: f32) -> (Token, Option<Token>) {
        let range = token.range.clone();
        let mut places = self.places(&token);
        places.retain(|(at, _)| *at > range.start && self.text.is_char_boundary(*at));
        let mut fitting = places.partition_point(|(_, x)| *x <= left);
        loop {
            let Some((cut, _)) = places.get(fitting.saturating_sub(1)).copied() else {
                return (token, None);
            };
            let head = self.token(Kind::Word, range.start..cut);
            if head.width <= left + HAIR || fitting <= 1 {
                let tail = self.token(Kind::Word, cut..range.end);
                return (head, Some(tail));
            }
            fitting -= 1;
        }
    }
}

/// Whether a row may end between `c` and `next` though no space stands there.
fn may_break(before: char, c: char, next: Option<char>) -> bool {
    let Some(next) = next else { return false };
    if next == ' ' || next == '\n' {
        return false;
    }
    match c {
        '-' => before.is_alphanumeric() && next.is_alphabetic(),
        '/' => before.is_alphanumeric() && next.is_alphanumeric(),
        '\u{2013}' | '\u{2014}' | '\u{2010}' => before != ' ' && next.is_alphanumeric(),
        _ => false,
    }
}
