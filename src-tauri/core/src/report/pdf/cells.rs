//! Text from right to left. Its glyphs are drawn as filled shapes, and the characters lie over
//! them invisibly, from left to right, one cell each, in a font whose glyphs are empty. Readers
//! turn such lines around as a whole, and so the marks stay with their letters; text maps and
//! replacement texts for shaped glyphs give broken words in every reader tried.

use std::collections::{BTreeMap, BTreeSet};

use skrifa::instance::{LocationRef, Size};
use skrifa::outline::{DrawSettings, OutlinePen};
use skrifa::{FontRef, GlyphId, MetadataProvider};

use super::super::display::Run;
use super::super::fonts::FONTS;
use super::digits::number;

/// The name of the empty font.
pub(super) const NAME: &str = "TilikCells";
/// Its name in content.
pub(super) const RESOURCE: &str = "TX";
/// Keeps a mark at the end of a word from being taken for the beginning of the next.
const RIGHT_TO_LEFT_MARK: char = '\u{200f}';
/// Keeps the space behind a phrase from being turned around with it.
const LEFT_TO_RIGHT_MARK: char = '\u{200e}';

/// The characters that need a cell.
#[derive(Default)]
pub(super) struct Cells {
    characters: Vec<char>,
}

impl Cells {
    pub(super) fn new(mut characters: BTreeSet<char>) -> Cells {
        if !characters.is_empty() {
            characters.extend([RIGHT_TO_LEFT_MARK, LEFT_TO_RIGHT_MARK]);
        }
        Cells {
            characters: characters.into_iter().collect(),
        }
    }

    pub(super) fn is_empty(&self) -> bool {
        self.characters.is_empty()
    }

    /// The glyph of a character; glyph 0 stands for none.
    pub(super) fn code(&self, character: char) -> u16 {
        let found = self.characters.binary_search(&character);
        found.map_or(0, |index| index as u16 + 1)
    }

    pub(super) fn codes(&self) -> impl Iterator<Item = u16> {
        self.characters.iter().map(|c| *c as u16)
    }

    pub(super) fn unicode(&self) -> BTreeMap<u16, String> {
        let text = |c: &char| (self.code(*c), c.to_string());
        self.characters.iter().map(text).collect()
    }

    /// The empty font as a TrueType file: each glyph is one em wide and has no outline.
    pub(super) fn font(&self) -> Vec<u8> {
        let glyphs = self.characters.len() as u16 + 1;
        let shorts =
            |values: &[u16]| -> Vec<u8> { values.iter().flat_map(|v| v.to_be_bytes()).collect() };
        let mut head = shorts(&[1, 0, 1, 0, 0, 0, 0x5f0f, 0x3cf5, 0, 1000]);
        // Created and changed (never), bounds, style, size, direction, short offsets, format.
        head.extend(shorts(&[0; 8]));
        head.extend(shorts(&[0, 0, 1000, 1000, 0, 6, 2, 0, 0]));
        let hhea = shorts(&[
            1,
            0,
            800,
            0u16.wrapping_sub(200),
            0,
            1000,
            0,
            0,
            0,
            1,
            0,
            0,
            0,
            0,
            0,
            0,
            0,
            1,
        ]);
        let mut maxp = shorts(&[1, 0, glyphs]);
        maxp.extend(shorts(&[0; 13]));
        let mut hmtx = shorts(&[1000, 0]);
        hmtx.extend(shorts(&vec![0; usize::from(glyphs) - 1]));
        let loca = shorts(&vec![0; usize::from(glyphs) + 1]);
        table_file(&[
            (b"glyf", vec![0; 4]),
            (b"head", head),
            (b"hhea", hhea),
            (b"hmtx", hmtx),
            (b"loca", loca),
            (b"maxp", maxp),
        ])
    }
}

/// A TrueType file of these tables.
fn table_file(tables: &[(&[u8; 4], Vec<u8>)]) -> Vec<u8> {
    let count = tables.len() as u16;
    let power = 15 - count.leading_zeros() as u16;
    let range = 16 << power;
    let mut out = vec![0, 1, 0, 0];
    for value in [count, range, power, count * 16 - range] {
        out.extend(value.to_be_bytes());
    }
    let mut offset = 12 + 16 * tables.len();
    for (name, table) in tables {
        let word = |chunk: &[u8]| {
            let mut bytes = [0; 4];
            bytes[..chunk.len()].copy_from_slice(chunk);
            u32::from_be_bytes(bytes)
        };
        let sum = table.chunks(4).map(word).fold(0, u32::wrapping_add);
        out.extend_from_slice(*name);
        for value in [sum, offset as u32, table.len() as u32] {
            out.extend(value.to_be_bytes());
        }
        offset += table.len().next_multiple_of(4);
    }
    for (_, table) in tables {
        out.extend(table);
        out.resize(out.len().next_multiple_of(4), 0);
    }
    out
}

/// Runs that follow each other from right to left on one line: one piece for readers.
pub(super) struct Piece {
    /// The characters in reading order.
    pub text: String,
    /// Left end.
    pub x: f32,
    /// The baseline.
    pub y: f32,
    pub width: f32,
    pub size: f32,
}

impl Piece {
    /// The piece that these runs make up.
    pub(super) fn of(runs: &[&Run]) -> Piece {
        let left = runs.iter().map(|run| run.x).fold(f32::MAX, f32::min);
        let right = runs.iter().map(|run| run.x + run.width);
        Piece {
            text: runs.iter().map(|run| run.text.as_str()).collect(),
            x: left,
            y: runs.first().map_or(0.0, |run| run.y),
            width: right.fold(left, f32::max) - left,
            size: runs.iter().map(|run| run.size).fold(1.0, f32::max),
        }
    }

    /// The characters as they lie from left to right. `goes_on`: the line goes on from left to
    /// right behind them.
    pub(super) fn cells(&self, goes_on: bool) -> Vec<char> {
        let text = self.text.trim_end();
        let marked = text.chars().next_back().is_some_and(is_mark);
        let first = marked.then_some(RIGHT_TO_LEFT_MARK);
        let last = goes_on.then_some(LEFT_TO_RIGHT_MARK);
        first
            .into_iter()
            .chain(text.chars().rev())
            .chain(last)
            .collect()
    }
}

/// Marks of Hebrew, Arabic and Syriac that stand on the letter before them.
fn is_mark(c: char) -> bool {
    matches!(c, '\u{591}'..='\u{5bd}' | '\u{5bf}' | '\u{5c1}' | '\u{5c2}' | '\u{5c4}' | '\u{5c5}'
        | '\u{610}'..='\u{61a}' | '\u{64b}'..='\u{65f}' | '\u{670}' | '\u{6d6}'..='\u{6dc}'
        | '\u{6df}'..='\u{6e4}' | '\u{6e7}' | '\u{6e8}' | '\u{6ea}'..='\u{6ed}'
        | '\u{711}' | '\u{730}'..='\u{74a}' | '\u{8d3}'..='\u{8ff}')
}

/// Adds the outlines of a run's glyphs as a path; the page's y goes up from `height`.
pub(super) fn outline(run: &Run, height: f32, out: &mut Vec<u8>) {
    let bytes = FONTS[usize::from(run.font.0)].bytes;
    let Ok(font) = FontRef::new(bytes) else {
        return;
    };
    let outlines = font.outline_glyphs();
    for glyph in &run.glyphs {
        let Some(outline) = outlines.get(GlyphId::from(glyph.id)) else {
            continue;
        };
        let settings = DrawSettings::unhinted(Size::new(run.size), LocationRef::default());
        let mut pen = Path {
            x: run.x + glyph.x,
            y: height - run.y + glyph.y,
            at: (0.0, 0.0),
            out,
        };
        // A glyph that cannot be drawn is no worse than an empty one.
        let _ = outline.draw(settings, &mut pen);
    }
}

/// Writes path operators.
struct Path<'a> {
    x: f32,
    y: f32,
    at: (f32, f32),
    out: &'a mut Vec<u8>,
}

impl Path<'_> {
    fn point(&mut self, x: f32, y: f32) {
        number(self.out, self.x + x);
        number(self.out, self.y + y);
    }
}

impl OutlinePen for Path<'_> {
    fn move_to(&mut self, x: f32, y: f32) {
        self.point(x, y);
        self.out.extend_from_slice(b"m ");
        self.at = (x, y);
    }

    fn line_to(&mut self, x: f32, y: f32) {
        self.point(x, y);
        self.out.extend_from_slice(b"l ");
        self.at = (x, y);
    }

    fn quad_to(&mut self, cx: f32, cy: f32, x: f32, y: f32) {
        // The cubic curve that is the same as the quadratic one.
        let third = |from: f32, to: f32| from + (to - from) * 2.0 / 3.0;
        let (x0, y0) = self.at;
        self.curve_to(
            third(x0, cx),
            third(y0, cy),
            third(x, cx),
            third(y, cy),
            x,
            y,
        );
    }

    fn curve_to(&mut self, ax: f32, ay: f32, bx: f32, by: f32, x: f32, y: f32) {
        self.point(ax, ay);
        self.point(bx, by);
        self.point(x, y);
        self.out.extend_from_slice(b"c ");
        self.at = (x, y);
    }

    fn close(&mut self) {
        self.out.extend_from_slice(b"h\n");
    }
}
