//! Places to sign: up to three beside each other, one alone to the right.

use super::super::model::{Align, Inline, Signature, signature_lines};
use super::super::structure::Tag;
use super::flow::Column;
use super::{LineBox, TextLook, Typesetter, Unit, height_of};

/// The room left for a signature and a stamp.
const SPACE: f32 = 46.0;

impl Typesetter<'_> {
    pub(super) fn signatures(&mut self, signatures: &[Signature], column: &Column) {
        // No office signs an empty page: the last lines or rows go along.
        let after = self.flow.units.len().saturating_sub(3);
        self.flow.units[after..]
            .iter_mut()
            .for_each(|unit| unit.keep = true);
        let across = if self.room.width > 600.0 { 3 } else { 2 };
        for row in signatures.chunks(across) {
            self.signature_row(row, across, column);
        }
    }

    fn signature_row(&mut self, row: &[Signature], across: usize, column: &Column) {
        let cell = column.width / across as f32;
        let width = cell - 20.0;
        let look = TextLook {
            align: Align::Start,
            leading: 1.0,
            ..self.body()
        };
        let mut stacks = Vec::new();
        for signature in row {
            let (above, below) = signature_lines(signature);
            let mut head = Vec::new();
            for line in above {
                let line = [Inline::plain(line)];
                head.extend(self.within(Tag::Paragraph, |set| set.lines(&line, look, width)));
            }
            let mut foot = Vec::new();
            for (i, line) in below.into_iter().enumerate() {
                let named = i == 0 && !signature.name.is_empty();
                let inline = if named {
                    Inline::bold(line)
                } else {
                    Inline::plain(line)
                };
                foot.extend(self.within(Tag::Paragraph, |set| set.lines(&[inline], look, width)));
            }
            stacks.push((head, foot));
        }
        let top = stacks
            .iter()
            .map(|(head, _)| height_of(head))
            .fold(0.0, f32::max)
            + SPACE;
        let foot = stacks
            .iter()
            .map(|(_, foot)| height_of(foot))
            .fold(0.0, f32::max);
        let before = self.look.size * 2.0;
        // A name longer than a page is a mistake, but its letters are printed all the same.
        if top + foot > self.room.height {
            for (head, foot) in stacks {
                self.add_lines(head, before, column);
                self.add_lines(foot, SPACE, column);
            }
            return;
        }
        let first = if row.len() == 1 { across - 1 } else { 0 };
        let step = if row.len() == 2 && across == 3 { 2 } else { 1 };
        let mut items = Vec::new();
        for (i, (head, foot)) in stacks.iter().enumerate() {
            let x = column.x + (first + i * step) as f32 * cell + 10.0;
            stack(head, x, top - SPACE - height_of(head), &mut items);
            stack(foot, x, top, &mut items);
        }
        self.push(Unit {
            before,
            height: top + foot,
            items,
            ..Unit::default()
        });
    }
}

fn stack(lines: &[LineBox], x: f32, mut y: f32, items: &mut Vec<super::Item>) {
    for line in lines {
        items.extend(line.items.iter().map(|item| item.at(x, y)));
        y += line.height;
    }
}
