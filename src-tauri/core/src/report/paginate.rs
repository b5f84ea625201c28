//! Distributes units over pages: greedy filling, stepping back to the last place where a page may
//! end. Repeats table headers and merged cells, and adds the foot of each page.

use std::collections::BTreeSet;

use super::display::{Color, Heading, Item, Page, Pages, Rect};
use super::model::{Align, Document, Face, Style};
use super::typeset::{Flow, LINE, Merged, Room, RowBox, TableBox, TextLook, Typesetter, Unit};
use super::words::Language;
use super::{Paper, Warning};

/// The white edge of a page, in points: 18 mm to the sides and above, 20 mm below.
const MARGIN: f32 = 51.0;
const BOTTOM: f32 = 56.7;
/// The baseline of the foot, from the lower edge.
const FOOT: f32 = 30.0;
/// Rounding that may not push a line to the next page.
const HAIR: f32 = 0.01;

/// Lays a document out on paper.
pub(crate) fn lay_out(
    document: &Document,
    paper: &Paper,
    media: &dyn Fn(&str) -> Option<Vec<u8>>,
) -> (Pages, Vec<Warning>) {
    let size = paper.points();
    let room = Room {
        width: size.0 - 2.0 * MARGIN,
        height: size.1 - MARGIN - BOTTOM,
    };
    let mut typesetter = Typesetter::new(document.look, document.lang, room, media);
    let mut unmerged = BTreeSet::new();
    let mut pages = loop {
        typesetter.document(document.header.as_ref(), &document.blocks);
        let flow = typesetter.take_flow();
        let mut paginator = Paginator::new(&flow, room);
        paginator.run();
        let Paginator {
            pages,
            outline,
            cramped,
            ..
        } = paginator;
        if cramped.is_subset(&unmerged) {
            break Pages {
                size,
                pages,
                outline,
                pictures: Vec::new(),
                structure: flow.structure,
            };
        }
        // Some merged cell found no room for its words on any page: set that table unmerged.
        unmerged.extend(cramped);
        typesetter.restart(unmerged.clone());
    };
    feet(&mut pages, document, &mut typesetter);
    let (pictures, warnings) = typesetter.finish();
    pages.pictures = pictures;
    (pages, warnings)
}

struct Paginator<'a> {
    flow: &'a Flow,
    room: Room,
    pages: Vec<Page>,
    outline: Vec<Heading>,
    /// For each merged cell whose words are on a page already: (table, cell).
    said: BTreeSet<(usize, usize)>,
    /// Tables with a merged cell whose words found no room.
    cramped: BTreeSet<usize>,
}

impl<'a> Paginator<'a> {
    fn new(flow: &'a Flow, room: Room) -> Self {
        Paginator {
            flow,
            room,
            pages: Vec::new(),
            outline: Vec::new(),
            said: BTreeSet::new(),
            cramped: BTreeSet::new(),
        }
    }

    fn run(&mut self) {
        let units = &self.flow.units;
        let mut start = 0;
        while start < units.len() {
            let end = self.page_end(start);
            self.page(start..end);
            start = end;
        }
        if self.pages.is_empty() {
            self.pages.push(Page::default());
        }
        for (table, boxes) in self.flow.tables.iter().enumerate() {
            if (0..boxes.merged.len()).any(|cell| !self.said.contains(&(table, cell))) {
                self.cramped.insert(table);
            }
        }
    }

    /// The header to repeat on a page that starts with this unit.
    fn repeated(&self, unit: &Unit) -> Option<&'a RowBox> {
        let (table, row) = unit.row?;
        let head = self.flow.tables.get(table)?.head.as_ref()?;
        (row? > 0).then_some(head)
    }

    /// The first unit after `start` that goes to the next page.
    fn page_end(&self, start: usize) -> usize {
        let units = &self.flow.units;
        let mut used = self.repeated(&units[start]).map_or(0.0, |head| head.height);
        let mut end = start;
        while let Some(unit) = units.get(end) {
            if unit.new_page && end > start {
                return end;
            }
            let before = if end == start { 0.0 } else { unit.before };
            // White space alone never begins a page.
            let full = used + before + unit.height > self.room.height + HAIR;
            if full && unit.height > 0.0 && end > start {
                break;
            }
            used += before + unit.height;
            end += 1;
        }
        if end == units.len() {
            return end;
        }
        // Step back to where a page may end; if nowhere, the chain is longer than a page.
        let back = (start + 1..=end).rev().find(|at| !units[at - 1].keep);
        back.unwrap_or(end).max(start + 1)
    }

    fn page(&mut self, range: std::ops::Range<usize>) {
        let units = &self.flow.units[range];
        let number = self.pages.len();
        let mut page = Page::default();
        let mut y = MARGIN;
        if let Some(head) = units.first().and_then(|unit| self.repeated(unit)) {
            for item in head.cells.iter().flat_map(|(_, items)| items) {
                page.items.push(item.at(MARGIN, y).into_artifact());
            }
            y += head.height;
        }
        let mut previous: Option<&Unit> = None;
        for (i, unit) in units.iter().enumerate() {
            let top = y;
            y += if i == 0 { 0.0 } else { unit.before };
            ground(&mut page, unit, previous, top, y);
            if let Some((level, title)) = &unit.heading {
                let title = title.clone();
                self.outline.push(Heading {
                    level: *level,
                    title,
                    page: number,
                    y,
                });
            }
            page.items
                .extend(unit.items.iter().map(|item| item.at(MARGIN, y)));
            if let Some((table, row)) = unit.row {
                self.row(&mut page, &units[i..], i == 0, table, row, y);
            }
            y += unit.height;
            previous = Some(unit);
        }
        self.pages.push(page);
    }

    /// Draws a row, and the merged cells that begin with it or go on at the top of the page.
    fn row(
        &mut self,
        page: &mut Page,
        rest: &[Unit],
        first: bool,
        table: usize,
        row: Option<usize>,
        y: f32,
    ) {
        let Some(boxes) = self.flow.tables.get(table) else {
            return;
        };
        let Some(row) = row else {
            if let Some(head) = &boxes.head {
                let items = head.cells.iter().flat_map(|(_, items)| items);
                page.items.extend(items.map(|item| item.at(MARGIN, y)));
            }
            return;
        };
        let Some(own) = boxes.rows.get(row) else {
            return;
        };
        let begins = |m: &Merged| m.rows.start == row || (first && m.rows.contains(&row));
        let merged: Vec<usize> = (0..boxes.merged.len())
            .filter(|i| begins(&boxes.merged[*i]))
            .collect();
        let columns = own.cells.iter().map(|(column, _)| *column);
        let all: BTreeSet<usize> = columns
            .chain(merged.iter().map(|i| boxes.merged[*i].column))
            .collect();
        for column in all {
            for (_, items) in own.cells.iter().filter(|(c, _)| *c == column) {
                page.items
                    .extend(items.iter().map(|item| item.at(MARGIN, y)));
            }
            for i in merged.iter().filter(|i| boxes.merged[**i].column == column) {
                self.merged(page, rest, table, boxes, *i, y);
            }
        }
    }

    /// Draws the part of a merged cell that lies on this page, with its words if they fit.
    fn merged(
        &mut self,
        page: &mut Page,
        rest: &[Unit],
        table: usize,
        boxes: &TableBox,
        index: usize,
        y: f32,
    ) {
        let cell = &boxes.merged[index];
        let inside = |unit: &&Unit| matches!(unit.row, Some((t, Some(row))) if t == table && cell.rows.contains(&row));
        let height: f32 = rest.iter().take_while(inside).map(|unit| unit.height).sum();
        let rect = Rect::new(MARGIN + cell.x, y, cell.width, height);
        page.items.push(Item::Frame(rect, Color::LINE, LINE));
        if cell.height <= height + HAIR {
            let again = !self.said.insert((table, index));
            page.items.extend(cell.items.iter().map(|item| {
                let item = item.at(MARGIN, y);
                if again { item.into_artifact() } else { item }
            }));
        }
    }
}

/// What lies behind or beside a unit: the ground of code and the bars of quotes, drawn over the
/// space above where the unit before has them too.
fn ground(page: &mut Page, unit: &Unit, previous: Option<&Unit>, top: f32, y: f32) {
    if let Some((x, width)) = unit.shade {
        let joined = previous.is_some_and(|p| p.shade == unit.shade) && unit.before == 0.0;
        let pad = if joined { 0.0 } else { 3.0 };
        let rect = Rect::new(MARGIN + x, y - pad, width, unit.height + pad + 3.0);
        page.items.push(Item::Fill(rect, Color::SHADE));
    }
    for bar in &unit.bars {
        let joined = previous.is_some_and(|p| p.bars.contains(bar));
        let from = if joined { top } else { y };
        let rect = Rect::new(MARGIN + bar, from, 1.6, y + unit.height - from);
        page.items.push(Item::Fill(rect, Color::LINE));
    }
}

/// The foot of each page: the running title and "Halaman 1 dari 3".
fn feet(pages: &mut Pages, document: &Document, typesetter: &mut Typesetter<'_>) {
    let look = TextLook {
        face: Face::Sans,
        size: 8.0,
        style: Style::default(),
        color: Color::GREY,
        align: Align::Start,
        leading: 1.0,
    };
    let width = pages.size.0 - 2.0 * MARGIN;
    let side = 110.0;
    let title = typesetter.one_line(&document.title, look, width - side - 10.0);
    let count = pages.pages.len();
    for (i, page) in pages.pages.iter_mut().enumerate() {
        let words = match document.lang {
            Language::Id => format!("Halaman {} dari {count}", i + 1),
            Language::En => format!("Page {} of {count}", i + 1),
        };
        let number = typesetter.one_line(&words, look.aligned(Align::End), side);
        let y = pages.size.1 - FOOT;
        let rule = Rect::new(MARGIN, y - 12.0, width, 0.4);
        page.items.push(Item::Fill(rule, Color::LINE));
        for (line, x) in [(&title, MARGIN), (&number, MARGIN + width - side)] {
            let y = y - line.baseline;
            page.items
                .extend(line.items.iter().map(|item| item.at(x, y).into_artifact()));
        }
    }
}
