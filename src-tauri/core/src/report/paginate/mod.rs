//! Distributes units over pages: greedy filling of columns, stepping back to the last place where
//! a page may end, footnotes below what refers to them. Repeats table headers and merged cells.
//! `feet` adds what needs all pages: page numbers and the dots and numbers of contents.

mod column;
mod feet;
mod foot;
mod rows;

use std::collections::BTreeSet;
use std::ops::Range;

use super::display::{Color, Heading, Item, Label, LabelStyle, Page, Pages, Place, Rect};
use super::model::{Document, Numbering};
use super::typeset::{Flow, Frame, Leader, Region, Typesetter, Unit};
use super::{Paper, Warning};
use foot::Foot;

/// Rounding that may not push a line to the next page.
const HAIR: f32 = 0.01;
/// Columns lower than this are not begun at the end of a page.
const LOWEST: f32 = 60.0;

/// Lays a document out on paper.
pub(crate) fn lay_out(
    document: &Document,
    paper: &Paper,
    media: &dyn Fn(&str) -> Option<Vec<u8>>,
) -> (Pages, Vec<Warning>) {
    let mut typesetter = Typesetter::new(document, paper, media);
    let mut unmerged = BTreeSet::new();
    let (mut pages, leaders) = loop {
        typesetter.document(document);
        let mut flow = typesetter.take_flow();
        // What is placed is moved, not copied, from its region to its page.
        let regions = std::mem::take(&mut flow.regions);
        let mut paginator = Paginator::new(&flow, Frame::of(paper));
        paginator.run(regions);
        if paginator.cramped.is_subset(&unmerged) {
            let (mut pages, leaders) = paginator.finish();
            pages.structure = flow.structure;
            break (pages, leaders);
        }
        // Some merged cell found no room for its words on any page: set that table unmerged.
        unmerged.extend(paginator.cramped);
        typesetter.restart(unmerged.clone());
    };
    feet::contents(&mut pages, leaders, &mut typesetter);
    feet::lines(&mut pages, document, &mut typesetter);
    let (pictures, warnings) = typesetter.finish();
    pages.pictures = pictures;
    (pages, warnings)
}

/// A line of contents on its page, to be completed at this place among the page's items.
struct Waiting {
    page: usize,
    item: usize,
    leader: Leader,
    /// The left margin and the top of the line.
    x: f32,
    y: f32,
}

struct Paginator<'a> {
    flow: &'a Flow,
    done: Pages,
    leaders: Vec<Waiting>,
    /// For each merged cell whose words are on a page already: (table, cell).
    said: BTreeSet<(usize, usize)>,
    /// Tables with a merged cell whose words found no room.
    cramped: BTreeSet<usize>,
    /// The open page, its sheet, and how far down from its upper margin it is filled.
    page: Page,
    frame: Frame,
    top: f32,
    /// Something stands on the open page.
    touched: bool,
    foot: Foot<'a>,
}

impl<'a> Paginator<'a> {
    fn new(flow: &'a Flow, frame: Frame) -> Self {
        let mut out = Paginator {
            flow,
            done: Pages::default(),
            leaders: Vec::new(),
            said: BTreeSet::new(),
            cramped: BTreeSet::new(),
            page: Page::default(),
            frame,
            top: 0.0,
            touched: false,
            foot: Foot::new(&flow.notes),
        };
        out.page.size = frame.size;
        out
    }

    fn run(&mut self, regions: Vec<Region>) {
        self.number(LabelStyle::Arabic, 1);
        for region in regions {
            self.region(region);
        }
        while self.touched || self.foot.is_waiting() || self.done.pages.is_empty() {
            self.close();
        }
        for (table, boxes) in self.flow.tables.iter().enumerate() {
            if (0..boxes.merged.len()).any(|cell| !self.said.contains(&(table, cell))) {
                self.cramped.insert(table);
            }
        }
    }

    fn finish(mut self) -> (Pages, Vec<Waiting>) {
        let count = self.done.pages.len();
        self.done.labels.retain(|label| label.page < count);
        (self.done, self.leaders)
    }

    /// Ends the open page with its footnotes and opens the next.
    fn close(&mut self) {
        self.page.content = self.page.items.len();
        let left = self.frame.room().height - self.top;
        let notes = self.foot.take(left, !self.touched);
        self.footnotes(notes);
        let next = Page {
            size: self.frame.size,
            ..Page::default()
        };
        self.done
            .pages
            .push(std::mem::replace(&mut self.page, next));
        self.top = 0.0;
        self.touched = false;
    }

    /// Sets the sheet and the numbering of a region; closes the open page if they change.
    fn turn(&mut self, region: &Region) {
        let renumbers = region.numbering != Numbering::Continue;
        if self.touched && (renumbers || region.frame != self.frame) {
            self.close();
        }
        // A long footnote may have to go on on pages of its own before the sheet is turned.
        while region.frame != self.frame && self.foot.is_waiting() {
            self.close();
        }
        self.frame = region.frame;
        self.page.size = region.frame.size;
        match region.numbering {
            Numbering::Continue => {}
            Numbering::None => self.number(LabelStyle::None, 1),
            Numbering::Roman => self.number(LabelStyle::Roman, self.next_roman()),
            Numbering::Arabic => self.number(LabelStyle::Arabic, 1),
        }
    }

    /// Begins a series of page numbers at the open page.
    fn number(&mut self, style: LabelStyle, first: usize) {
        let page = self.done.pages.len();
        let labels = &mut self.done.labels;
        labels.retain(|label| label.page != page);
        labels.push(Label { page, style, first });
    }

    fn next_roman(&self) -> usize {
        let labels = &self.done.labels;
        let ends = labels.iter().skip(1).map(|label| label.page);
        let ends = ends.chain([self.done.pages.len()]);
        let series = labels.iter().zip(ends);
        series
            .filter(|(label, _)| label.style == LabelStyle::Roman)
            .map(|(label, end)| end.saturating_sub(label.page))
            .sum::<usize>()
            + 1
    }

    fn region(&mut self, mut region: Region) {
        self.turn(&region);
        let count = region.units.len();
        let mut start = 0;
        while start < count {
            if region.units[start].new_page && self.touched {
                self.close();
            }
            let end = match region.columns {
                0 | 1 => self.single(&mut region.units, start),
                _ => self.several(&mut region, start),
            };
            if end < count || end == start {
                self.close();
            }
            start = end;
        }
    }

    /// Fills the rest of the page with units from `start`; gives the first that did not fit.
    fn single(&mut self, units: &mut [Unit], start: usize) -> usize {
        let end = self.page_end(units, start);
        if end > start {
            let fresh = !self.touched;
            self.touch(&units[start..end]);
            self.top = self.place(&mut units[start..end], 0.0, self.top, fresh);
        }
        end
    }

    /// Fills the rest of the page with columns; the last columns of a region are balanced.
    fn several(&mut self, region: &mut Region, start: usize) -> usize {
        let units = &region.units;
        let room = self.frame.room().height;
        let mut top = self.top;
        if self.touched {
            top += units[start].before;
        }
        let mut reserve = self.foot.height().min((room - top) * column::MOST);
        if self.touched && room - top - reserve < LOWEST {
            return start;
        }
        let mut ends = Vec::new();
        // More notes leave less room for what refers to them: a few rounds settle it.
        for _ in 0..6 {
            ends = self.columns(region, start, room - top - reserve);
            let placed = &units[start..ends.last().copied().unwrap_or(start)];
            let need = self.foot.with(placed).min((room - top) * column::MOST);
            if need <= reserve + HAIR {
                break;
            }
            reserve = need;
        }
        let end = ends.last().copied().unwrap_or(start);
        if end == start {
            return start;
        }
        if end == units.len() || units[end].new_page {
            ends = self.balanced(region, start, end, room - top - reserve);
        }
        self.touch(&units[start..end]);
        let mut from = start;
        let mut lowest = top;
        for (i, to) in ends.into_iter().enumerate() {
            let x = i as f32 * (region.column.0 + region.column.1);
            if to > from {
                let part = &mut region.units[from..to];
                lowest = lowest.max(self.place(part, x, top, true));
                from = to;
            }
        }
        self.top = lowest;
        end
    }

    fn touch(&mut self, units: &[Unit]) {
        let seen = |unit: &Unit| unit.height > 0.0 || !unit.items.is_empty();
        self.touched |= units.iter().any(seen);
    }

    /// Draws units below each other from `top`, `x` to the right of the margin; gives their end.
    /// Their items are gone then.
    fn place(&mut self, units: &mut [Unit], x: f32, top: f32, fresh: bool) -> f32 {
        let left = self.frame.margin + x;
        let mut y = self.frame.margin + top;
        if let Some(head) = units.first().and_then(|unit| self.repeated(unit)) {
            for item in head.cells.iter().flat_map(|(_, items)| items) {
                self.page.items.push(item.at(left, y).into_artifact());
            }
            y += head.height;
        }
        for i in 0..units.len() {
            let items = std::mem::take(&mut units[i].items);
            let unit = &units[i];
            let previous = i.checked_sub(1).map(|before| &units[before]);
            let above = y;
            y += if i == 0 && fresh { 0.0 } else { unit.before };
            ground(&mut self.page, unit, previous, left, above..y);
            self.mark(unit, y);
            self.page.items.extend(items.into_iter().map(|mut item| {
                item.shift(left, y);
                item
            }));
            if let Some((table, row)) = unit.row {
                self.row(&units[i..], i == 0, (table, row), left, y);
            }
            if let Some(leader) = &unit.leader {
                self.leaders.push(Waiting {
                    page: self.done.pages.len(),
                    item: self.page.items.len(),
                    leader: leader.clone(),
                    x: left,
                    y,
                });
            }
            self.foot.add(unit);
            y += unit.height;
        }
        y - self.frame.margin
    }

    /// Enters what outline and links need to know of a unit.
    fn mark(&mut self, unit: &Unit, y: f32) {
        let page = self.done.pages.len();
        if let Some((level, title)) = &unit.heading {
            self.done.outline.push(Heading {
                level: *level,
                title: title.clone(),
                page,
                y,
            });
        }
        for name in &unit.anchors {
            let place = Place { page, y };
            self.done.anchors.entry(name.clone()).or_insert(place);
        }
    }

    /// Draws notes at the foot of the page, below a short line.
    fn footnotes(&mut self, notes: Vec<(&'a [Unit], Range<usize>)>) {
        let units = || {
            notes
                .iter()
                .flat_map(|(units, range)| &units[range.clone()])
        };
        let height: f32 = units().map(|unit| unit.before + unit.height).sum();
        if notes.is_empty() {
            return;
        }
        let room = self.frame.room();
        let top = room.height - height;
        let rule = Rect::new(
            self.frame.margin,
            self.frame.margin + top - foot::BELOW,
            110.0,
            0.5,
        );
        self.page.items.push(Item::Fill(rule, Color::LINE));
        let mut y = top;
        for (units, range) in notes {
            y = self.place(&mut units[range].to_vec(), 0.0, y, false);
        }
    }
}

/// What lies behind or beside a unit: the ground of code and the bars of quotes, drawn over the
/// space above where the unit before has them too.
fn ground(page: &mut Page, unit: &Unit, previous: Option<&Unit>, left: f32, above: Range<f32>) {
    let y = above.end;
    if let Some((x, width)) = unit.shade {
        let joined = previous.is_some_and(|p| p.shade == unit.shade) && unit.before == 0.0;
        let pad = if joined { 0.0 } else { 3.0 };
        let rect = Rect::new(left + x, y - pad, width, unit.height + pad + 3.0);
        page.items.push(Item::Fill(rect, Color::SHADE));
    }
    for bar in &unit.bars {
        let joined = previous.is_some_and(|p| p.bars.contains(bar));
        let from = if joined { above.start } else { y };
        let rect = Rect::new(left + bar, from, 1.6, y + unit.height - from);
        page.items.push(Item::Fill(rect, Color::LINE));
    }
}
