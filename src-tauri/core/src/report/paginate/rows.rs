//! Rows of tables on their page, and the part of each merged cell that lies there.

use std::collections::BTreeSet;

use super::super::display::{Color, Item, Rect};
use super::super::typeset::{LINE, Merged, TableBox, Unit};
use super::{HAIR, Paginator};

impl Paginator<'_> {
    /// Draws a row, and the merged cells that begin with it or go on at the top of the page.
    pub(super) fn row(
        &mut self,
        rest: &[Unit],
        first: bool,
        (table, row): (usize, Option<usize>),
        x: f32,
        y: f32,
    ) {
        let Some(boxes) = self.flow.tables.get(table) else {
            return;
        };
        let Some(row) = row else {
            if let Some(head) = &boxes.head {
                let items = head.cells.iter().flat_map(|(_, items)| items);
                self.page.items.extend(items.map(|item| item.at(x, y)));
            }
            return;
        };
        let Some(own) = boxes.rows.get(row) else {
            return;
        };
        let begins = |m: &Merged| m.rows.start == row || (first && m.rows.contains(&row));
        let merged: Vec<usize> = boxes
            .reaching(row)
            .filter(|i| begins(&boxes.merged[*i]))
            .collect();
        let columns = own.cells.iter().map(|(column, _)| *column);
        let all: BTreeSet<usize> = columns
            .chain(merged.iter().map(|i| boxes.merged[*i].column))
            .collect();
        for column in all {
            for (_, items) in own.cells.iter().filter(|(c, _)| *c == column) {
                let items = items.iter().map(|item| item.at(x, y));
                self.page.items.extend(items);
            }
            for i in merged.iter().filter(|i| boxes.merged[**i].column == column) {
                self.merged(rest, (table, boxes), *i, x, y);
            }
        }
    }

    /// Draws the part of a merged cell that lies on this page, with its words if they fit.
    fn merged(
        &mut self,
        rest: &[Unit],
        (table, boxes): (usize, &TableBox),
        index: usize,
        x: f32,
        y: f32,
    ) {
        let cell = &boxes.merged[index];
        let inside = |unit: &&Unit| matches!(unit.row, Some((t, Some(row))) if t == table && cell.rows.contains(&row));
        let height: f32 = rest.iter().take_while(inside).map(|unit| unit.height).sum();
        let rect = Rect::new(x + cell.x, y, cell.width, height);
        self.page.items.push(Item::Frame(rect, Color::LINE, LINE));
        if cell.height <= height + HAIR {
            let again = !self.said.insert((table, index));
            self.page.items.extend(cell.items.iter().map(|item| {
                let item = item.at(x, y);
                if again { item.into_artifact() } else { item }
            }));
        }
    }
}
