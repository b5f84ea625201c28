//! Lists and notes: a marker in the margin, the blocks beside it.

use super::super::model::{Align, Block, Inline, ListItem};
use super::super::structure::Tag;
use super::flow::{Column, INDENT};
use super::source::is_rtl;
use super::{TextLook, Typesetter, Unit};
use crate::report::model::marker;

impl Typesetter<'_> {
    pub(super) fn list(&mut self, start: Option<u64>, items: &[ListItem], column: &Column) {
        for (i, item) in items.iter().enumerate() {
            let first = self.flow.units.len();
            let mark = Inline::plain(marker(start, i, item.checked));
            self.within(Tag::ListItem, |set| set.marked(mark, &item.blocks, column));
            // Items that are one paragraph stand close together.
            let close = |item: &ListItem| {
                matches!(item.blocks.first(), Some(Block::Paragraph { .. }) | None)
            };
            if i > 0
                && close(item)
                && let Some(unit) = self.flow.units.get_mut(first)
            {
                unit.before = self.look.size * 0.25;
            }
        }
    }

    /// Sets `blocks` set in, with `mark` on the baseline of their first line.
    pub(super) fn marked(&mut self, mark: Inline, blocks: &[Block], column: &Column) {
        let look = TextLook {
            align: Align::Start,
            ..self.body()
        };
        let width = self.widths(std::slice::from_ref(&mark), look).1;
        let mut inner = column.indented(INDENT.max(width + 5.0));
        let beside = inner.x > column.x;
        let room = (inner.x - column.x).max(width.min(column.width));
        let mut left = column.x;
        if is_rtl(blocks) {
            inner.x = column.x;
            left += column.width - width.min(column.width);
        }
        let mut mark = self
            .within(Tag::Label, |set| set.lines(&[mark], look, room))
            .into_iter()
            .next()
            .unwrap_or_default();
        mark.items.iter_mut().for_each(|item| item.shift(left, 0.0));
        let first = self.flow.units.len();
        let structure = &self.flow.structure;
        let list = structure
            .get(structure.current())
            .is_some_and(|e| e.tag == Tag::ListItem);
        if list {
            self.within(Tag::ListBody, |set| set.blocks(blocks, &inner));
        } else {
            self.blocks(blocks, &inner);
        }
        match self.flow.units.get_mut(first) {
            // Beside a line of text: on its baseline.
            Some(unit) if beside && unit.row.is_none() => {
                let run = unit.items.iter().find_map(|item| match item {
                    crate::report::display::Item::Run(run) => Some(run.y),
                    _ => None,
                });
                let dy = run.map_or(0.0, |y| y - mark.baseline);
                mark.items.iter_mut().for_each(|item| item.shift(0.0, dy));
                unit.height = unit.height.max(dy + mark.height);
                unit.items.splice(0..0, mark.items);
            }
            // No room beside, or no line to stand beside: on a line of its own, kept with it.
            found => {
                let keep = found.is_some();
                let new_page = found.is_some_and(|unit| std::mem::take(&mut unit.new_page));
                let unit = Unit {
                    new_page,
                    before: self.look.size * 0.4,
                    height: mark.height,
                    items: mark.items,
                    keep,
                    bars: column.bars.clone(),
                    ..Unit::default()
                };
                self.flow.units.insert(first, unit);
            }
        }
    }
}
