//! Paragraphs: styled text to lines of positioned glyphs.

use std::borrow::Cow;
use std::ops::Range;

use parley::layout::{GlyphRun, Line};
use parley::style::{
    FontStyle, FontWeight, LineHeight, OverflowWrap, StyleProperty, VerticalAlign,
};
use parley::{Alignment, AlignmentOptions, Layout, PositionedLayoutItem};

use super::super::display::{Color, Glyph, Item, Rect, Run, Target};
use super::super::fonts::{self, FontId};
use super::super::model::{Align, Inline, Style};
use super::super::structure::{ElementId, Tag};
use super::source::{followable, is_plain, is_visible, joined, parts};
use super::{Ink, LineBox, TextLook, Typesetter};

/// No glyph is wider than this, in ems. Narrower columns need glyphs set smaller.
const WIDEST: f32 = 1.6;

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
            if is_plain(&part) && width > look.size * WIDEST {
                self.plain_lines(&part, look, width, &mut out);
                continue;
            }
            let mut layout = self.shape(&part, look);
            layout.break_all_lines(Some(width));
            // Only a single glyph wider than the column can still stick out: set it smaller.
            let widest = widest(&layout);
            if widest > width + 0.01 && width > 0.0 {
                layout = self.shape(&part, look.sized(look.size * width / widest * 0.98));
                layout.break_all_lines(Some(width));
            }
            layout.align(alignment(look.align), AlignmentOptions::default());
            let targets = self.targets(&part);
            let source = Source {
                text: &joined(&part),
                part: &part,
                elements: &self.elements(&part, &targets),
                targets: &targets,
                rest: self.flow.structure.current(),
                look,
            };
            for line in layout.lines() {
                out.push(self.line(&line, &source));
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
            if is_plain(&part) {
                let widths = self.plain_widths(&part, look);
                (min, max) = (min.max(widths.0), max.max(widths.1));
                continue;
            }
            let widths = self.shape(&part, look).calculate_content_widths();
            (min, max) = (min.max(widths.min), max.max(widths.max));
        }
        // A hair more, so that rounding does not break the last word.
        (min + 0.5, max + 0.5)
    }

    /// Text on one line, however long, without elements.
    pub(super) fn unbroken(&mut self, part: &[Inline], look: TextLook) -> LineBox {
        let mut layout = self.shape(part, look);
        layout.break_all_lines(None);
        let source = Source {
            text: &joined(part),
            part,
            targets: &[],
            elements: &[],
            rest: ElementId::NONE,
            look,
        };
        let first = layout.lines().next();
        first.map_or_else(LineBox::default, |line| self.line(&line, &source))
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
    pub(super) fn notes_within(&self, part: &[Inline], range: Range<usize>) -> Vec<usize> {
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
            let ink = Ink::of(inline, i, look.style);
            builder.push(StyleProperty::Brush(ink), range);
        }
        builder.build(&text)
    }

    /// Where each span leads.
    pub(super) fn targets(&self, part: &[Inline]) -> Vec<Option<Target>> {
        let target = |inline: &Inline| followable(inline.link.as_deref()?, &self.anchors);
        part.iter().map(target).collect()
    }

    /// What each span belongs to: links, code and marks of notes to elements of their own, and
    /// the rest to what is being set.
    pub(super) fn elements(
        &mut self,
        part: &[Inline],
        targets: &[Option<Target>],
    ) -> Vec<ElementId> {
        let structure = &mut self.flow.structure;
        let mut out: Vec<ElementId> = Vec::new();
        for (i, inline) in part.iter().enumerate() {
            let tag = match &targets[i] {
                Some(_) => Tag::Link,
                None if inline.note.is_some() => Tag::Reference,
                None if inline.style.code => Tag::Code,
                None => {
                    out.push(structure.current());
                    continue;
                }
            };
            let before = i.checked_sub(1).map(|i| (&part[i], out[i]));
            let element = match before {
                Some((before, element))
                    if before.link == inline.link
                        && structure.get(element).is_some_and(|e| e.tag == tag) =>
                {
                    element
                }
                _ => structure.add(tag),
            };
            out.push(element);
        }
        out
    }

    fn line(&mut self, line: &Line<'_, Ink>, source: &Source<'_>) -> LineBox {
        let metrics = line.metrics();
        let top = metrics.block_min_coord;
        let mut out = LineBox {
            height: (metrics.block_max_coord - top).max(0.0),
            baseline: metrics.baseline - top,
            items: Vec::new(),
            notes: self.notes_within(source.part, line.text_range()),
        };
        let end = line.text_range().end;
        let visible = source.text.get(..end).map_or(end, |t| t.trim_end().len());
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
            self.run(&run, top, source, visible, &mut out.items);
        }
        out
    }

    fn run(
        &mut self,
        glyphs: &GlyphRun<'_, Ink>,
        top: f32,
        source: &Source<'_>,
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
            let characters = source.text.get(range.clone()).unwrap_or_default();
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
                finish(open.take(), source, items);
            }
            let current = open.get_or_insert_with(|| Pending {
                ink: ink.clone(),
                run: Run {
                    x: left,
                    y: glyphs.baseline() - top,
                    rtl: run.is_rtl(),
                    ..source.run(ink, font, run.font_size())
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
        finish(open, source, items);
    }
}

/// A paragraph as it was shaped.
pub(super) struct Source<'a> {
    pub text: &'a str,
    pub part: &'a [Inline],
    /// Where each span leads.
    pub targets: &'a [Option<Target>],
    /// What each span belongs to.
    pub elements: &'a [ElementId],
    /// What belongs to no span.
    pub rest: ElementId,
    pub look: TextLook,
}

impl Source<'_> {
    /// A run in this ink, still without glyphs.
    pub(super) fn run(&self, ink: &Ink, font: FontId, size: f32) -> Run {
        Run {
            font,
            size,
            color: match self.target(ink) {
                Some(_) => Color::LINK,
                None => self.look.color,
            },
            x: 0.0,
            y: 0.0,
            width: 0.0,
            glyphs: Vec::new(),
            text: String::new(),
            rtl: false,
            element: self.element(ink),
        }
    }

    fn element(&self, ink: &Ink) -> ElementId {
        let span = ink.span.checked_sub(1);
        let own = span.and_then(|i| self.elements.get(i).copied());
        own.unwrap_or(self.rest)
    }

    fn target(&self, ink: &Ink) -> Option<&Target> {
        self.targets.get(ink.span.checked_sub(1)?)?.as_ref()
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

/// Completes a run: its text in reading order, and each cluster's place in it.
fn finish(open: Option<Pending>, source: &Source<'_>, items: &mut Vec<Item>) {
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
            .push_str(source.text.get(ranges[i].clone()).unwrap_or_default());
        places[i] = (start, run.text.len() as u32);
    }
    for glyph in &mut run.glyphs {
        glyph.text = places.get(glyph.text.0 as usize).copied().unwrap_or((0, 0));
    }
    put(run, &ink, source, items);
}

/// Adds a run, and what its ink asks for around it: a link's area and line, a strike.
pub(super) fn put(run: Run, ink: &Ink, source: &Source<'_>, items: &mut Vec<Item>) {
    if run.glyphs.is_empty() {
        return;
    }
    let (x, y, width, size) = (run.x, run.y, run.width, run.size);
    let (color, element) = (run.color, run.element);
    items.push(Item::Run(run));
    if ink.style.strike {
        items.push(Item::Fill(
            Rect::new(x, y - size * 0.29, width, size * 0.05),
            color,
        ));
    }
    if let Some(target) = source.target(ink) {
        items.push(Item::Fill(Rect::new(x, y + size * 0.12, width, 0.4), color));
        items.push(Item::Link(
            Rect::new(x, y - size * 0.85, width, size * 1.1),
            target.clone(),
            element,
        ));
    }
}

pub(super) fn sum(a: Style, b: Style) -> Style {
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
