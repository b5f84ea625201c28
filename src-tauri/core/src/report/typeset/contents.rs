//! The table of contents: the words of its lines. Which page each leads to is known, and entered,
//! when all pages are made; the number's room does not depend on it.

use super::super::display::{Item, Rect, Target};
use super::super::model::{Align, Entry, Face, Inline};
use super::super::structure::{ElementId, Tag};
use super::flow::Column;
use super::{TextLook, Typesetter};

/// How far each level is set in.
const STEP: f32 = 14.0;

/// The end of a line of contents, still without dots and number.
#[derive(Clone, Debug)]
pub(crate) struct Leader {
    pub anchor: String,
    /// From the left margin: where the words end, and where the number does.
    pub from: f32,
    pub to: f32,
    /// From the unit's top.
    pub baseline: f32,
    pub look: TextLook,
    /// What its words belong to.
    pub link: ElementId,
}

impl Typesetter<'_> {
    pub(super) fn contents(&mut self, depth: u8, column: &Column) {
        let listed = |entry: &&Entry| entry.listed && entry.level <= depth;
        let entries: Vec<Entry> = self.entries.iter().filter(listed).cloned().collect();
        let highest = entries.iter().map(|entry| entry.level).min().unwrap_or(1);
        self.flow.structure.open(Tag::Contents);
        for entry in entries {
            let level = f32::from(entry.level - highest);
            self.within(Tag::ContentsEntry, |set| {
                set.contents_line(entry, level, column);
            });
        }
        self.flow.structure.close();
    }

    fn contents_line(&mut self, entry: Entry, level: f32, column: &Column) {
        let size = self.look.size;
        let look = TextLook {
            face: Face::Sans,
            align: Align::Start,
            leading: 1.0,
            ..self.body()
        };
        let look = look.sized(size * 0.95);
        let look = if level == 0.0 { look.bold() } else { look };
        let inner = column.indented((level * STEP).min(column.width * 0.3));
        let room = size * 4.0;
        let width = (inner.width - room).max(20.0);
        let link = self.flow.structure.open(Tag::Link);
        let lines = self.lines(&[Inline::plain(entry.title)], look, width);
        self.flow.structure.close();
        let before = size * if level == 0.0 { 0.5 } else { 0.12 };
        let last = lines.last().map(|line| {
            let ends = line.items.iter().filter_map(|item| match item {
                Item::Run(run) => Some(run.x + run.width),
                _ => None,
            });
            (ends.fold(0.0, f32::max), line.baseline)
        });
        let first = self.flow.units.len();
        self.add_lines(lines, before, &inner);
        for unit in &mut self.flow.units[first..] {
            let area = Rect::new(inner.x, 0.0, inner.width, unit.height);
            let target = Target::Anchor(entry.anchor.clone());
            unit.items.push(Item::Link(area, target, link));
        }
        if let (Some((end, baseline)), Some(unit)) = (last, self.flow.units.last_mut()) {
            unit.leader = Some(Leader {
                anchor: entry.anchor,
                from: inner.x + end,
                to: inner.x + inner.width,
                baseline,
                look,
                link,
            });
        }
    }
}
