//! Paragraphs: styled text to lines of positioned glyphs.

use std::borrow::Cow;
use std::collections::BTreeSet;
use std::ops::Range;

use parley::layout::{GlyphRun, Line};
use parley::style::{
    FontStyle, FontWeight, LineHeight, OverflowWrap, StyleProperty, VerticalAlign,
};
use parley::{Alignment, AlignmentOptions, Layout, PositionedLayoutItem};

use super::super::display::{Color, Glyph, Item, Rect, Run, Target};
use super::super::fonts;
use super::super::model::{Align, Face, Inline, Style};
use super::{Ink, LineBox, Typesetter};

/// Longer paragraphs are set as several: shaping keeps 16-bit numbers per paragraph, and nobody
/// reads a paragraph of five pages.
const LONGEST: usize = 16_000;

/// How a paragraph looks where its spans do not say otherwise.
#[derive(Clone, Copy, Debug)]
pub(crate) struct TextLook {
    pub face: Face,
    pub size: f32,
    pub style: Style,
    pub color: Color,
    pub align: Align,
    /// Line height as a multiple of the font's own.
    pub leading: f32,
}

impl TextLook {
    pub(crate) fn bold(self) -> Self {
        TextLook {
            style: Style {
                bold: true,
                ..self.style
            },
            ..self
        }
    }

    pub(crate) fn sized(self, size: f32) -> Self {
        TextLook { size, ..self }
    }

    pub(crate) fn aligned(self, align: Align) -> Self {
        TextLook { align, ..self }
    }
}

impl Typesetter<'_> {
    /// The look of running text.
    pub(crate) fn body(&self) -> TextLook {
        TextLook {
            face: self.look.face,
            size: self.look.size,
            style: Style::default(),
            color: Color::BLACK,
            align: if self.look.justify {
                Align::Justify
            } else {
                Align::Start
            },
            leading: 1.04,
        }
    }

    /// Sets a paragraph in lines of at most `width`; no line is wider, whatever the words.
    pub(crate) fn lines(&mut self, text: &[Inline], look: TextLook, width: f32) -> Vec<LineBox> {
        let mut out = Vec::new();
        for part in parts(&self.with_marks(text)) {
            let mut layout = self.shape(&part, look);
            layout.break_all_lines(Some(width));
            // Only a single glyph wider than the column can still stick out: set it smaller.
            let widest = widest(&layout);
            if widest > width + 0.01 && width > 0.0 {
                layout = self.shape(&part, look.sized(look.size * width / widest * 0.98));
                layout.break_all_lines(Some(width));
            }
            layout.align(alignment(look.align), AlignmentOptions::default());
            let text = joined(&part);
            for line in layout.lines() {
                out.push(self.line(&line, &text, &part, look));
            }
        }
        out
    }

    /// One line, cut with an ellipsis where it would be wider than `width`.
    pub(crate) fn one_line(&mut self, text: &str, look: TextLook, width: f32) -> LineBox {
        let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
        let whole: Vec<char> = text.chars().take(300).collect();
        let mut set = |count: usize| {
            let mut words: String = whole[..count].iter().collect();
            if text.len() > words.len() {
                words = format!("{}…", words.trim_end());
            }
            self.lines(&[Inline::plain(words)], look, width)
        };
        let mut best = set(whole.len());
        if best.len() > 1 {
            let (mut fits, mut too_long) = (0, whole.len());
            best = set(0);
            while too_long - fits > 1 {
                let middle = fits.midpoint(too_long);
                let lines = set(middle);
                if lines.len() <= 1 {
                    (fits, best) = (middle, lines);
                } else {
                    too_long = middle;
                }
            }
        }
        best.into_iter().next().unwrap_or_default()
    }

    /// The width of the longest word, and of the whole text on one line.
    pub(crate) fn widths(&mut self, text: &[Inline], look: TextLook) -> (f32, f32) {
        let (mut min, mut max) = (0f32, 0f32);
        for part in parts(&self.with_marks(text)) {
            let widths = self.shape(&part, look).calculate_content_widths();
            (min, max) = (min.max(widths.min), max.max(widths.max));
        }
        // A hair more, so that rounding does not break the last word.
        (min + 0.5, max + 0.5)
    }

    /// The text with the number of each footnote as a piece of its own.
    fn with_marks<'t>(&self, text: &'t [Inline]) -> Cow<'t, [Inline]> {
        if text.iter().all(|inline| inline.note.is_none()) {
            return Cow::Borrowed(text);
        }
        let mut out = Vec::new();
        for inline in text {
            let mut plain = inline.clone();
            let note = plain.note.take();
            out.push(plain);
            out.extend(note.map(|note| Inline {
                style: Style {
                    superscript: true,
                    ..Style::default()
                },
                note: Some(note.clone()),
                ..Inline::plain(self.numbers.of(&note).to_string())
            }));
        }
        Cow::Owned(out)
    }

    /// The numbers of the notes whose marks stand in this range of the part's text.
    fn notes_within(&self, part: &[Inline], range: Range<usize>) -> Vec<usize> {
        let mut at = 0;
        let mut out = Vec::new();
        for inline in part {
            if let Some(note) = &inline.note
                && range.contains(&at)
            {
                out.push(self.numbers.of(note));
            }
            at += inline.text.len();
        }
        out
    }

    fn shape(&mut self, part: &[Inline], look: TextLook) -> Layout<Ink> {
        let text = joined(part);
        let mut builder = self
            .layout
            .ranged_builder(&mut self.fonts, &text, 1.0, false);
        builder.push_default(fonts::families(look.face, look.style.code));
        builder.push_default(StyleProperty::FontSize(look.size));
        builder.push_default(StyleProperty::OverflowWrap(OverflowWrap::BreakWord));
        builder.push_default(LineHeight::MetricsRelative(look.leading));
        let mut start = 0;
        for (i, inline) in part.iter().enumerate() {
            let range = start..start + inline.text.len();
            start = range.end;
            if range.is_empty() {
                continue;
            }
            let style = sum(look.style, inline.style);
            if style.bold {
                builder.push(StyleProperty::FontWeight(FontWeight::BOLD), range.clone());
            }
            if style.italic {
                builder.push(StyleProperty::FontStyle(FontStyle::Italic), range.clone());
            }
            if style.code {
                builder.push(fonts::families(look.face, true), range.clone());
                builder.push(StyleProperty::FontSize(look.size * 0.9), range.clone());
            }
            if style.superscript {
                builder.push(StyleProperty::FontSize(look.size * 0.66), range.clone());
                builder.push(
                    StyleProperty::VerticalAlign(VerticalAlign::SUPER),
                    range.clone(),
                );
            }
            let leads = |link: &String| followable(link, &self.anchors).is_some();
            let link = if inline.link.as_ref().is_some_and(leads) {
                i + 1
            } else {
                0
            };
            builder.push(StyleProperty::Brush(Ink { style, link }), range);
        }
        builder.build(&text)
    }

    fn line(
        &mut self,
        line: &Line<'_, Ink>,
        text: &str,
        part: &[Inline],
        look: TextLook,
    ) -> LineBox {
        let metrics = line.metrics();
        let top = metrics.block_min_coord;
        let mut out = LineBox {
            height: (metrics.block_max_coord - top).max(0.0),
            baseline: metrics.baseline - top,
            items: Vec::new(),
            notes: self.notes_within(part, line.text_range()),
        };
        let end = line.text_range().end;
        let visible = text.get(..end).map_or(end, |t| t.trim_end().len());
        // parley splits a run where its ink changes; the run is taken as a whole at its first
        // part and cut by ink here, since only whole runs give their clusters.
        let mut done = None;
        for item in line.items() {
            let PositionedLayoutItem::GlyphRun(run) = item else {
                continue;
            };
            let key = (run.run().index(), run.run().text_range());
            if done.as_ref() == Some(&key) {
                continue;
            }
            done = Some(key);
            self.run(&run, top, text, part, look, visible, &mut out.items);
        }
        out
    }

    #[allow(
        clippy::too_many_arguments,
        reason = "one caller; a struct would only rename them"
    )]
    fn run(
        &mut self,
        glyphs: &GlyphRun<'_, Ink>,
        top: f32,
        text: &str,
        part: &[Inline],
        look: TextLook,
        visible: usize,
        items: &mut Vec<Item>,
    ) {
        let run = glyphs.run();
        let font = fonts::id_of(run.font());
        let mut x = glyphs.offset();
        let mut open: Option<Pending> = None;
        // Characters of a ligature whose glyph is still to come (right-to-left text).
        // With it, where they begin: the glyph is drawn there.
        let mut ahead: Option<(Range<usize>, f32)> = None;
        for cluster in run.visual_clusters() {
            let range = cluster.text_range();
            let advance = cluster.advance();
            let characters = text.get(range.clone()).unwrap_or_default();
            let blank = characters.chars().all(char::is_whitespace);
            if blank && (range.start >= visible || characters.contains(['\n', '\r'])) {
                x += advance;
                continue;
            }
            if cluster.glyphs().next().is_none() {
                match open.as_mut().and_then(|open| open.ranges.last_mut()) {
                    Some(last) if !cluster.is_rtl() => *last = joint(last, &range),
                    _ => {
                        let part = ahead.take().unwrap_or((range.clone(), x));
                        ahead = Some((joint(&part.0, &range), part.1));
                    }
                }
                x += advance;
                if let Some(open) = &mut open {
                    open.run.width = x - open.run.x;
                }
                continue;
            }
            let ink = &cluster.style().brush;
            let (range, left) = match ahead.take() {
                Some((part, left)) => (joint(&part, &range), left),
                None => (range, x),
            };
            if open.as_ref().is_some_and(|open| open.ink != *ink) {
                finish(open.take(), text, part, &self.anchors, items);
            }
            let current = open.get_or_insert_with(|| Pending {
                ink: ink.clone(),
                run: Run {
                    font,
                    size: run.font_size(),
                    color: if ink.link > 0 {
                        Color::LINK
                    } else {
                        look.color
                    },
                    x: left,
                    y: glyphs.baseline() - top,
                    width: 0.0,
                    glyphs: Vec::new(),
                    text: String::new(),
                    artifact: false,
                },
                ranges: Vec::new(),
            });
            // Until the run is complete, a glyph's text is the number of its cluster.
            let mut owner = Some(current.ranges.len() as u32);
            let mut pen = left - current.run.x;
            for glyph in cluster.glyphs() {
                if glyph.id == 0 {
                    self.missing
                        .extend(characters.chars().filter(|c| is_visible(*c)));
                }
                current.run.glyphs.push(Glyph {
                    id: glyph.id as u16,
                    x: pen + glyph.x,
                    y: -glyph.y,
                    text: (owner.take().unwrap_or(u32::MAX), 0),
                });
                pen += glyph.advance;
            }
            current.ranges.push(range);
            x += advance;
            current.run.width = x - current.run.x;
        }
        if let (Some((rest, _)), Some(last)) =
            (ahead, open.as_mut().and_then(|open| open.ranges.last_mut()))
        {
            *last = joint(last, &rest);
        }
        finish(open, text, part, &self.anchors, items);
    }
}

/// A run that is being gathered: its ink, and the text range of each of its clusters.
struct Pending {
    ink: Ink,
    run: Run,
    ranges: Vec<Range<usize>>,
}

fn joint(a: &Range<usize>, b: &Range<usize>) -> Range<usize> {
    a.start.min(b.start)..a.end.max(b.end)
}

/// Completes a run: its text in reading order, each cluster's place in it, and what the ink asks
/// for around it (a link's area and line, a strike).
fn finish(
    open: Option<Pending>,
    text: &str,
    part: &[Inline],
    anchors: &BTreeSet<String>,
    items: &mut Vec<Item>,
) {
    let Some(Pending {
        ink,
        mut run,
        ranges,
    }) = open
    else {
        return;
    };
    let mut order: Vec<usize> = (0..ranges.len()).collect();
    order.sort_by_key(|i| ranges[*i].start);
    let mut places = vec![(0, 0); ranges.len()];
    for i in order {
        let start = run.text.len() as u32;
        run.text
            .push_str(text.get(ranges[i].clone()).unwrap_or_default());
        places[i] = (start, run.text.len() as u32);
    }
    for glyph in &mut run.glyphs {
        glyph.text = places.get(glyph.text.0 as usize).copied().unwrap_or((0, 0));
    }
    if run.glyphs.is_empty() {
        return;
    }
    let (x, y, width, size) = (run.x, run.y, run.width, run.size);
    let color = run.color;
    items.push(Item::Run(run));
    if ink.style.strike {
        items.push(Item::Fill(
            Rect::new(x, y - size * 0.29, width, size * 0.05),
            color,
        ));
    }
    let target = ink
        .link
        .checked_sub(1)
        .and_then(|i| part.get(i)?.link.as_deref());
    if let Some(target) = target.and_then(|link| followable(link, anchors)) {
        items.push(Item::Fill(Rect::new(x, y + size * 0.12, width, 0.4), color));
        items.push(Item::Link(
            Rect::new(x, y - size * 0.85, width, size * 1.1),
            target,
        ));
    }
}

/// Where a link leads, if it is one that a reader may follow. An anchor is named as it is or, as
/// in web pages, with its special characters written as `%C3%A9`.
fn followable(link: &str, anchors: &BTreeSet<String>) -> Option<Target> {
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

fn sum(a: Style, b: Style) -> Style {
    Style {
        bold: a.bold || b.bold,
        italic: a.italic || b.italic,
        code: a.code || b.code,
        strike: a.strike || b.strike,
        superscript: a.superscript || b.superscript,
    }
}

fn alignment(align: Align) -> Alignment {
    match align {
        Align::Start => Alignment::Start,
        Align::Center => Alignment::Center,
        Align::End => Alignment::End,
        Align::Justify => Alignment::Justify,
    }
}

fn widest(layout: &Layout<Ink>) -> f32 {
    let visible = |line: Line<'_, Ink>| line.metrics().advance - line.metrics().hanging_advance;
    layout.lines().map(visible).fold(0.0, f32::max)
}

fn joined(part: &[Inline]) -> String {
    part.iter().map(|inline| inline.text.as_str()).collect()
}

/// Characters that should leave a mark on paper.
fn is_visible(c: char) -> bool {
    !c.is_whitespace()
        && !c.is_control()
        && !matches!(c, '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{200b}'..='\u{200f}'
            | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{fe00}'..='\u{fe0f}'
            | '\u{feff}' | '\u{e0000}'..='\u{e0fff}')
}

/// Cleans the text (no control characters, tabs as spaces) and cuts it into paragraphs that are
/// not too long, at a space where there is one.
fn parts(text: &[Inline]) -> Vec<Vec<Inline>> {
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
    text.chars()
        .filter_map(|c| match c {
            '\t' => Some(' '),
            '\u{2028}' | '\u{2029}' | '\u{85}' | '\u{b}' | '\u{c}' => Some('\n'),
            '\n' => Some('\n'),
            c if c.is_control() => None,
            // Embedding and override marks could turn the order of a whole line around.
            '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => None,
            c => Some(c),
        })
        .collect()
}
