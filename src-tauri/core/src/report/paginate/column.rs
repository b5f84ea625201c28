//! Where a page or a column ends: after the last unit that fits and may end it.

use super::super::typeset::{Region, RowBox, Unit};
use super::{HAIR, Paginator};

/// A footnote taller than this part of the page may be parted, so that the line with its mark
/// need not go to the next page.
const LONG: f32 = 0.25;
/// What earlier pages left of long footnotes takes at most this part of the page from the text.
pub(super) const MOST: f32 = 0.6;

impl<'a> Paginator<'a> {
    /// The header to repeat on a page that starts with this unit.
    pub(super) fn repeated(&self, unit: &Unit) -> Option<&'a RowBox> {
        let (table, row) = unit.row?;
        let head = self.flow.tables.get(table)?.head.as_ref()?;
        (row? > 0).then_some(head)
    }

    /// The first unit after `start` that goes to the next page; `start` itself if the rest of
    /// the page cannot even take that.
    pub(super) fn page_end(&self, units: &[Unit], start: usize) -> usize {
        let room = self.frame.room().height;
        let fresh = !self.touched;
        let mut used = self.top;
        used += self.repeated(&units[start]).map_or(0.0, |head| head.height);
        let mut notes = self.foot.height().min(room * MOST);
        let mut end = start;
        while let Some(unit) = units.get(end) {
            let first = end == start;
            if unit.new_page && !first && self.is_seen(&units[start..end]) {
                return end;
            }
            let before = if first && fresh { 0.0 } else { unit.before };
            let below = used + before + unit.height;
            let with = self.foot.after(notes, unit);
            // White space alone never begins a page.
            if below + with > room + HAIR && unit.height > 0.0 {
                let own = with - notes;
                let parts = own > room * LONG || (first && fresh);
                let begins = below + self.foot.least(notes, unit) <= room + HAIR;
                let alone = first && fresh && !self.foot.is_waiting();
                if alone || (own > 0.0 && parts && begins) {
                    end += 1;
                }
                break;
            }
            used = below;
            notes = with;
            end += 1;
        }
        self.step_back(units, start, end, fresh && !self.foot.is_waiting())
    }

    fn is_seen(&self, units: &[Unit]) -> bool {
        self.touched || units.iter().any(|unit| unit.height > 0.0)
    }

    /// The last place up to `end` where a page may end. If there is none, the chain is longer
    /// than a page (`must`) or goes to the next page as a whole.
    fn step_back(&self, units: &[Unit], start: usize, end: usize, must: bool) -> usize {
        if end == units.len() {
            return end;
        }
        let back = (start + 1..=end).rev().find(|at| !units[at - 1].keep);
        back.unwrap_or(if must { end.max(start + 1) } else { start })
    }

    /// The ends of columns of this height, filled one after the other from `start`.
    pub(super) fn columns(&self, region: &Region, start: usize, height: f32) -> Vec<usize> {
        let must = !self.touched && !self.foot.is_waiting();
        self.columns_within(region, start, height, must)
    }

    /// As [`columns`](Self::columns); one that `must` not takes nothing where nothing fits.
    fn columns_within(&self, region: &Region, start: usize, height: f32, must: bool) -> Vec<usize> {
        let mut out = Vec::new();
        let mut from = start;
        for _ in 0..region.columns {
            if from == start || !region.units.get(from).is_some_and(|unit| unit.new_page) {
                from = self.column_end(&region.units, from, height, must);
            }
            out.push(from);
        }
        out
    }

    fn column_end(&self, units: &[Unit], start: usize, height: f32, must: bool) -> usize {
        let Some(first) = units.get(start) else {
            return start;
        };
        let mut used = self.repeated(first).map_or(0.0, |head| head.height);
        let mut end = start;
        while let Some(unit) = units.get(end) {
            if unit.new_page && end > start {
                return end;
            }
            let before = if end == start { 0.0 } else { unit.before };
            let below = used + before + unit.height;
            if below > height + HAIR && unit.height > 0.0 {
                break;
            }
            used = below;
            end += 1;
        }
        self.step_back(units, start, end, must)
    }

    /// The columns that take the units up to `end` with the least height.
    pub(super) fn balanced(
        &self,
        region: &Region,
        start: usize,
        end: usize,
        height: f32,
    ) -> Vec<usize> {
        let (mut low, mut high) = (0.0, height);
        let mut best = self.columns(region, start, high);
        for _ in 0..14 {
            let middle = (low + high) / 2.0;
            let ends = self.columns_within(region, start, middle, false);
            if ends.last() == Some(&end) {
                best = ends;
                high = middle;
            } else {
                low = middle;
            }
        }
        best
    }
}
