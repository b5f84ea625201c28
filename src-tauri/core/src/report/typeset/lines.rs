//! Lines of plain text, put together from words that are shaped already.

use super::super::display::{Glyph, Item, Run};
use super::super::model::{Align, Inline};
use super::breaking::{Bit, Breaker, Kind, Row, Span};
use super::look::TextLook;
use super::runs::{Source, put};
use super::source::joined;
use super::words::{Cut, EM};
use super::{Ink, LineBox, Typesetter};

/// Spaces are stretched by at most this many ems; a line with fewer words stays ragged.
const STRETCH: f32 = 3.0;

impl Typesetter<'_> {
    /// Sets plain text in lines of at most `width`.
    pub(super) fn plain_lines(
        &mut self,
        part: &[Inline],
        look: TextLook,
        width: f32,
        out: &mut Vec<LineBox>,
    ) {
        let text = joined(part);
        let targets = self.targets(part);
        let source = Source {
            text: &text,
            part,
            elements: &self.elements(part, &targets),
            targets: &targets,
            rest: self.flow.structure.current(),
            look,
        };
        let mut breaker = Breaker::new(self, &text, part, look, width);
        let rows = breaker.rows();
        let (spans, bits) = (
            std::mem::take(&mut breaker.spans),
            std::mem::take(&mut breaker.bits),
        );
        for row in rows {
            out.push(self.plain_line(&row, &spans, &bits, &source, width));
        }
    }

    /// The width of the longest word of plain text, and of all of it on one line.
    pub(super) fn plain_widths(&mut self, part: &[Inline], look: TextLook) -> (f32, f32) {
        let text = joined(part);
        Breaker::new(self, &text, part, look, f32::MAX).widths()
    }

    fn plain_line(
        &mut self,
        row: &Row,
        spans: &[Span],
        bits: &[Bit],
        source: &Source<'_>,
        width: f32,
    ) -> LineBox {
        let look = source.look;
        let (ascent, descent) = self.extent(row, spans, bits, look);
        let free = (width - row.width).max(0.0);
        let spaces = row.spaces() as f32;
        let mut stretch = 0.0;
        let x = match look.align {
            Align::Start => 0.0,
            Align::Center => free / 2.0,
            Align::End => free,
            Align::Justify => {
                if !row.is_last && spaces > 0.0 && free <= STRETCH * look.size * spaces {
                    stretch = free / spaces;
                }
                0.0
            }
        };
        let mut line = Line {
            x,
            baseline: ascent,
            open: None,
            items: Vec::new(),
        };
        for token in &row.tokens {
            for bit in &bits[token.bits.clone()] {
                line.add(self, bit, &spans[bit.span], source);
                if token.kind == Kind::Space {
                    line.stretch(stretch);
                }
            }
        }
        if let Some(hyphen) = &row.hyphen {
            line.add(self, hyphen, &spans[hyphen.span], source);
        } else if let (true, Some(last)) = (row.gap, last_bit(row, bits)) {
            let word = self.word(spans[last.span].cut, " ");
            let mut gap = last;
            gap.word = word;
            line.add_unseen(self, &gap, &spans[last.span], source);
        }
        line.finish(source);
        LineBox {
            height: ascent + descent,
            baseline: ascent,
            items: line.items,
            notes: self.notes_within(source.part, row.range()),
        }
    }

    /// How far the line reaches above and below its baseline.
    fn extent(&mut self, row: &Row, spans: &[Span], bits: &[Bit], look: TextLook) -> (f32, f32) {
        let space = self.word(Cut::of(look.face, look.style), " ");
        let mut out = (0f32, 0f32);
        let all = row
            .tokens
            .iter()
            .flat_map(|token| &bits[token.bits.clone()]);
        let all = all.filter(|bit| spans[bit.span].rise == 0.0);
        let all = all.map(|bit| (bit.word, spans[bit.span].size));
        for (word, size) in all.chain([(space, look.size)]) {
            let word = self.words.get(word);
            let lead = (look.leading - 1.0) * word.height / 2.0;
            let above = (word.baseline + lead) * size / EM;
            let below = (word.height - word.baseline + lead) * size / EM;
            out = (out.0.max(above), out.1.max(below));
        }
        out
    }
}

fn last_bit(row: &Row, bits: &[Bit]) -> Option<Bit> {
    bits.get(row.tokens.last()?.bits.clone())?.last().copied()
}

/// A line being put together.
struct Line {
    x: f32,
    baseline: f32,
    open: Option<(Ink, Run)>,
    items: Vec<Item>,
}

impl Line {
    fn add(&mut self, set: &Typesetter<'_>, bit: &Bit, span: &Span, source: &Source<'_>) {
        let scale = span.size / EM;
        let y = self.baseline - span.rise;
        for piece in &set.words.get(bit.word).pieces {
            let goes_on = self.open.as_ref().is_some_and(|(ink, run)| {
                *ink == span.ink && run.font == piece.font && run.size == span.size && run.y == y
            });
            if !goes_on {
                self.finish(source);
                let run = Run {
                    x: self.x + piece.x * scale,
                    y,
                    ..source.run(&span.ink, piece.font, span.size)
                };
                self.open = Some((span.ink.clone(), run));
            }
            let Some((_, run)) = &mut self.open else {
                continue;
            };
            let left = self.x + piece.x * scale - run.x;
            let before = run.text.len() as u32;
            run.glyphs.extend(piece.glyphs.iter().map(|glyph| Glyph {
                id: glyph.id,
                x: left + glyph.x * scale,
                y: glyph.y * scale,
                text: (before + glyph.text.0, before + glyph.text.1),
            }));
            run.text.push_str(&piece.text);
            run.width = left + piece.width * scale;
        }
        self.x += bit.width;
    }

    /// Adds the space that parts the line from the next one for readers of the file. On paper it
    /// takes no room.
    fn add_unseen(&mut self, set: &Typesetter<'_>, bit: &Bit, span: &Span, source: &Source<'_>) {
        let before = self.open.as_ref().map_or(0.0, |(_, run)| run.width);
        self.add(set, bit, span, source);
        if let Some((_, run)) = &mut self.open {
            run.width = before;
        }
    }

    /// Widens the space just added.
    fn stretch(&mut self, by: f32) {
        self.x += by;
        if let Some((_, run)) = &mut self.open {
            run.width += by;
        }
    }

    fn finish(&mut self, source: &Source<'_>) {
        if let Some((ink, run)) = self.open.take() {
            put(run, &ink, source, &mut self.items);
        }
    }
}
