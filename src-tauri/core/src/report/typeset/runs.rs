//! Lines that parley has shaped: their runs of glyphs, each with its characters.

use std::ops::Range;

use parley::PositionedLayoutItem;
use parley::layout::{GlyphRun, Line};

use super::super::display::{Color, Glyph, Item, Rect, Run, Target};
use super::super::fonts::{self, FontId};
use super::super::model::Inline;
use super::super::structure::ElementId;
use super::source::is_visible;
use super::{Ink, LineBox, TextLook, Typesetter};

impl Typesetter<'_> {
    pub(super) fn line(&mut self, line: &Line<'_, Ink>, source: &Source<'_>) -> LineBox {
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
        let gap = source.gap(visible);
        // parley splits a run where its ink changes; the run is taken as a whole at its first
        // part and cut by ink here, since only whole runs give their clusters.
        let mut done = None;
        let mut items = Vec::new();
        for item in line.items() {
            let PositionedLayoutItem::GlyphRun(run) = item else {
                continue;
            };
            let key = (run.run().index(), run.run().text_range());
            if done.as_ref() == Some(&key) {
                continue;
            }
            done = Some(key);
            self.run(&run, top, source, visible, &mut items);
        }
        let rtl = |(_, item): &(usize, Item)| matches!(item, Item::Run(run) if run.rtl);
        if items.iter().any(rtl) {
            // Reading order, not the order from left to right.
            items.sort_by_key(|(start, _)| *start);
        }
        if let (true, Some((_, Item::Run(last)))) = (
            gap,
            items
                .iter_mut()
                .rfind(|(_, item)| matches!(item, Item::Run(_))),
        ) && last.rtl
        {
            last.text.push(' ');
        }
        out.items = items.into_iter().map(|(_, item)| item).collect();
        out
    }

    fn run(
        &mut self,
        glyphs: &GlyphRun<'_, Ink>,
        top: f32,
        source: &Source<'_>,
        visible: usize,
        items: &mut Vec<(usize, Item)>,
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
            // The space between this line and the next is there for readers of the file.
            let ends = blank && range.start >= visible;
            let gap = range.start == visible && !cluster.is_rtl() && source.gap(visible);
            if characters.contains(['\n', '\r']) || (ends && !gap) {
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
            if !ends {
                current.run.width = x - current.run.x;
            }
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
    /// Whether a space parts what ends here from the rest of the paragraph.
    fn gap(&self, end: usize) -> bool {
        let rest = self.text.get(end..).unwrap_or_default();
        rest.starts_with(' ') && !rest.trim().is_empty()
    }

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

/// Completes a run: its text in reading order, and each cluster's place in it. Every item goes
/// with the place in the text at which it begins.
fn finish(open: Option<Pending>, source: &Source<'_>, items: &mut Vec<(usize, Item)>) {
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
    let start = order.first().map_or(0, |i| ranges[*i].start);
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
    let mut placed = Vec::new();
    put(run, &ink, source, &mut placed);
    items.extend(placed.into_iter().map(|item| (start, item)));
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
