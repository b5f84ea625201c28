//! Paragraphs: styled text to lines, shaped by parley where words alone will not do.

use std::borrow::Cow;
use std::ops::Range;

use parley::layout::Line;
use parley::style::{
    FontStyle, FontWeight, LineHeight, OverflowWrap, StyleProperty, VerticalAlign,
};
use parley::{Alignment, AlignmentOptions, Layout};

use super::super::display::{Color, Target};
use super::super::fonts;
use super::super::links::followable;
use super::super::model::{Align, Inline, Style};
use super::super::structure::{ElementId, Tag};
use super::runs::Source;
use super::source::{is_plain, joined, parts};
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
        let target = |inline: &Inline| {
            followable(inline.link.as_deref()?, |name| self.anchors.contains(name))
        };
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
