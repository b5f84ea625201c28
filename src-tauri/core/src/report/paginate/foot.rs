//! The footnotes that wait for the foot of a page. Each note stands on the page of its first
//! mark; what does not fit goes on at the foot of the next page, in order.

use std::collections::{BTreeMap, BTreeSet, VecDeque};
use std::ops::Range;

use super::super::typeset::Unit;
use super::HAIR;

/// White space above the rule of the notes, and from the rule to the first note.
pub(super) const ABOVE: f32 = 9.0;
pub(super) const BELOW: f32 = 3.0;

pub(super) struct Foot<'a> {
    notes: &'a BTreeMap<usize, Vec<Unit>>,
    /// The height of each note.
    heights: BTreeMap<usize, f32>,
    /// The notes of the open page and the rest of earlier ones: number, and the first unit left.
    waiting: VecDeque<(usize, usize)>,
    /// The height of what waits.
    height: f32,
    /// The notes whose mark is on a page already.
    seen: BTreeSet<usize>,
}

fn height_of(units: &[Unit]) -> f32 {
    units.iter().map(|unit| unit.before + unit.height).sum()
}

impl<'a> Foot<'a> {
    pub(super) fn new(notes: &'a BTreeMap<usize, Vec<Unit>>) -> Self {
        let heights = notes.iter().map(|(n, units)| (*n, height_of(units)));
        Foot {
            notes,
            heights: heights.collect(),
            waiting: VecDeque::new(),
            height: 0.0,
            seen: BTreeSet::new(),
        }
    }

    pub(super) fn is_waiting(&self) -> bool {
        !self.waiting.is_empty()
    }

    /// The room that the foot of the open page needs, its rule included.
    pub(super) fn height(&self) -> f32 {
        if self.waiting.is_empty() {
            0.0
        } else {
            self.height + ABOVE + BELOW
        }
    }

    /// The notes that a unit brings, those within them included, without those already set.
    fn brought(&self, unit: &Unit) -> Vec<usize> {
        let mut out = Vec::new();
        self.gather(&unit.notes, &mut out);
        out
    }

    fn gather(&self, numbers: &[usize], out: &mut Vec<usize>) {
        for number in numbers {
            if self.seen.contains(number) || out.contains(number) {
                continue;
            }
            if let Some(units) = self.notes.get(number) {
                out.push(*number);
                units.iter().for_each(|unit| self.gather(&unit.notes, out));
            }
        }
    }

    /// The room the foot needs if, beyond the `height` it needs so far, this unit is placed.
    pub(super) fn after(&self, height: f32, unit: &Unit) -> f32 {
        if unit.notes.is_empty() {
            return height;
        }
        let own: f32 = self.brought(unit).iter().map(|n| self.heights[n]).sum();
        match (own > 0.0, height > 0.0) {
            (false, _) => height,
            (true, true) => height + own,
            (true, false) => own + ABOVE + BELOW,
        }
    }

    /// As [`after`](Self::after), with only the first lines of the unit's first note.
    pub(super) fn least(&self, height: f32, unit: &Unit) -> f32 {
        let brought = self.brought(unit);
        let first = brought.first().and_then(|number| self.notes.get(number));
        let Some(units) = first else {
            return height;
        };
        let lines = units.iter().take_while(|unit| unit.keep).count() + 1;
        let own = height_of(&units[..lines.min(units.len())]);
        height + own + if height > 0.0 { 0.0 } else { ABOVE + BELOW }
    }

    /// The room the foot needs if all these units are placed.
    pub(super) fn with(&self, units: &[Unit]) -> f32 {
        let mut all = Vec::new();
        units
            .iter()
            .for_each(|unit| self.gather(&unit.notes, &mut all));
        let own: f32 = all.iter().map(|n| self.heights[n]).sum();
        match (own > 0.0, self.height()) {
            (false, height) => height,
            (true, height) if height > 0.0 => height + own,
            (true, _) => own + ABOVE + BELOW,
        }
    }

    /// A unit is placed: its notes wait for the foot of the page.
    pub(super) fn add(&mut self, unit: &Unit) {
        for number in self.brought(unit) {
            self.seen.insert(number);
            self.height += self.heights[&number];
            self.waiting.push_back((number, 0));
        }
    }

    /// The notes that fit into `room`; the rest goes on waiting. `must`: at least one line.
    pub(super) fn take(&mut self, room: f32, must: bool) -> Vec<(&'a [Unit], Range<usize>)> {
        let mut left = room - ABOVE - BELOW;
        let mut out = Vec::new();
        while let Some((number, from)) = self.waiting.front().copied() {
            let units: &'a [Unit] = self.notes.get(&number).map_or(&[], Vec::as_slice);
            let mut end = from;
            while let Some(unit) = units.get(end) {
                let needs = unit.before + unit.height;
                let first = must && out.is_empty() && end == from;
                if needs > left + HAIR && !first {
                    break;
                }
                left -= needs;
                end += 1;
            }
            if end < units.len() {
                let back = (from + 1..=end).rev().find(|at| !units[at - 1].keep);
                let least = if must && out.is_empty() { end } else { from };
                end = back.unwrap_or(least);
            }
            if end > from {
                self.height -= height_of(&units[from..end]);
                out.push((units, from..end));
            }
            if end < units.len() {
                self.waiting[0] = (number, end);
                break;
            }
            self.waiting.pop_front();
        }
        if self.waiting.is_empty() {
            self.height = 0.0;
        }
        out
    }
}
