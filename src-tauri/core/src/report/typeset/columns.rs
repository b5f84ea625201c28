//! The grid of a table: which column each cell falls in, and how wide the columns are.

use super::super::model::{Align, Cell, Inline, Table};

/// So much of a table the columns may take that have as much as they need.
const OWN: f32 = 0.45;

/// A column narrower than this holds no words.
pub(super) const NARROWEST: f32 = 26.0;

/// A cell that has found its place in the grid.
pub(super) struct Placed<'a> {
    pub row: usize,
    pub column: usize,
    pub rows: usize,
    pub text: &'a [Inline],
    pub align: Option<Align>,
}

/// A table whose cells have found their places.
pub(super) struct Grid<'a> {
    pub head: Vec<Placed<'a>>,
    pub body: Vec<Placed<'a>>,
    /// How many columns there are.
    pub count: usize,
}

impl<'a> Grid<'a> {
    pub(super) fn of(table: &'a Table) -> Grid<'a> {
        let head = grid(&table.head, true);
        let body = grid(&table.rows, false);
        let across = head.iter().chain(&body).map(|cell| cell.column + 1).max();
        let count = across.map_or(0, |across| across.max(table.columns.len()));
        Grid { head, body, count }
    }
}

/// Gives each cell the next free column of its row.
fn grid(rows: &[Vec<Cell>], head: bool) -> Vec<Placed<'_>> {
    let mut busy: Vec<usize> = Vec::new();
    let mut out = Vec::new();
    for (row, cells) in rows.iter().enumerate() {
        let mut column = 0;
        for cell in cells {
            while busy.get(column).is_some_and(|left| *left > 0) {
                column += 1;
            }
            let most = if head { 1 } else { rows.len() - row };
            let rows = cell.rows.clamp(1, most);
            if busy.len() <= column {
                busy.resize(column + 1, 0);
            }
            busy[column] = rows;
            out.push(Placed {
                row,
                column,
                rows,
                text: &cell.text,
                align: cell.align,
            });
            column += 1;
        }
        busy.iter_mut()
            .for_each(|left| *left = left.saturating_sub(1));
    }
    out
}

/// Shares out `room` among columns that need (at least, at best) so much.
pub(super) fn distribute(need: &[(f32, f32)], shares: &[Option<f32>], room: f32) -> Vec<f32> {
    let least: f32 = need.iter().map(|(min, _)| min).sum();
    let best: f32 = need.iter().map(|(_, max)| max).sum();
    if least >= room {
        let floor = vec![NARROWEST; need.len()];
        return at_least(
            need.iter().map(|(min, _)| min * room / least).collect(),
            &floor,
            room,
        );
    }
    if shares.iter().any(Option::is_some) {
        // Columns without a share take what they need, up to nearly half of the table in all.
        let own = |i: usize| if shares[i].is_none() { need[i].1 } else { 0.0 };
        let free: f32 = (0..need.len()).map(own).sum();
        let scale = if free > room * OWN {
            room * OWN / free
        } else {
            1.0
        };
        let total: f32 = shares.iter().flatten().sum();
        let widths = need.iter().zip(shares).map(|(n, share)| match share {
            Some(share) => (room - free * scale) * share / total,
            None => n.1 * scale,
        });
        let widths: Vec<f32> = widths.collect();
        // No column breaks its longest word while another has room to spare; and those without a
        // share keep what they need, if that leaves the others their longest words.
        let least: Vec<f32> = need.iter().map(|(min, _)| *min).collect();
        let own = widths.iter().zip(&least).zip(shares);
        let floor: Vec<f32> = own
            .map(|((width, min), share)| {
                if share.is_none() {
                    width.max(*min)
                } else {
                    *min
                }
            })
            .collect();
        let fits = floor.iter().sum::<f32>() <= room;
        return at_least(widths, if fits { &floor } else { &least }, room);
    }
    if best <= room {
        let stretch = if best > room * 0.7 { room / best } else { 1.0 };
        return need.iter().map(|(_, max)| max * stretch).collect();
    }
    let slack = (room - least) / (best - least).max(0.001);
    need.iter()
        .map(|(min, max)| min + (max - min) * slack)
        .collect()
}

/// Widens columns below their floor, at the cost of the others; the sum stays within `room`.
fn at_least(widths: Vec<f32>, floor: &[f32], room: f32) -> Vec<f32> {
    let over = |(w, f): (&f32, &f32)| (w - f).max(0.0);
    let lack: f32 = widths
        .iter()
        .zip(floor)
        .map(|(w, f)| (f - w).max(0.0))
        .sum();
    let spare: f32 = widths.iter().zip(floor).map(over).sum();
    if lack <= 0.0 || spare <= 0.0 {
        return widths;
    }
    let keep = ((spare - lack) / spare).max(0.0);
    let out: Vec<f32> = widths
        .iter()
        .zip(floor)
        .map(|(w, f)| f + over((w, f)) * keep)
        .collect();
    let sum: f32 = out.iter().sum();
    let scale = if sum > room { room / sum } else { 1.0 };
    out.iter().map(|w| w * scale).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_tall_cell_pushes_the_cells_below_it_aside() {
        let tall = Cell {
            rows: 2,
            ..Cell::plain("a")
        };
        let rows = vec![vec![tall, Cell::plain("b")], vec![Cell::plain("c")]];
        let places: Vec<_> = grid(&rows, false)
            .iter()
            .map(|c| (c.row, c.column))
            .collect();
        assert_eq!(places, [(0, 0), (0, 1), (1, 1)]);
    }

    proptest! {
        #[test]
        fn columns_fill_the_room_and_never_more(
            columns in prop::collection::vec(
                (26f32..200.0, 0f32..400.0, prop::option::of(0.1f32..50.0)), 1..18)
        ) {
            let need: Vec<_> = columns.iter().map(|(min, more, _)| (*min, min + more)).collect();
            let shares: Vec<_> = columns.iter().map(|c| c.2).collect();
            let widths = distribute(&need, &shares, 493.0);
            let sum: f32 = widths.iter().sum();
            prop_assert!(sum <= 493.5, "{widths:?}");
            prop_assert!(widths.iter().all(|w| *w > 20.0), "{widths:?}");
            if shares.iter().any(Option::is_some) {
                prop_assert!(sum > 492.0, "{widths:?}");
            }
        }
    }
}
