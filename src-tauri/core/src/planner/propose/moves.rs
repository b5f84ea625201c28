//! Changes to try: visits replaced, moved, exchanged, made and left out; whole
//! days exchanged. Proposes only; whether a change is any good is not known here.

use super::memory::Order;
use super::problem::Problem;
use super::random::Chance;
use super::schedule::{Change, Schedule};

/// How many near sites are favoured.
const NEAR: usize = 12;

/// Proposes changes by chance.
pub(super) struct Moves {
    /// For each location, the sites near it, nearest first.
    near: Vec<Vec<u16>>,
}

impl Moves {
    pub(super) fn new(problem: &Problem) -> Self {
        let near = |location: usize| {
            let mut sites: Vec<u16> = (0..problem.sites).map(|site| site as u16).collect();
            sites.sort_by_key(|site| {
                let there = problem.places[usize::from(*site)].location;
                (problem.ride(location, there), *site)
            });
            sites.truncate(NEAR);
            sites
        };
        Self {
            near: (0..problem.locations).map(near).collect(),
        }
    }

    /// A change to try, if what chance picked makes sense.
    pub(super) fn propose(&self, it: &Schedule<'_>, chance: &mut Chance) -> Option<Change> {
        let group = chance.below(it.problem.groups.len());
        if it.visits[group] < it.problem.groups[group].visits && chance.below(4) == 0 {
            return self.make(it, group, chance);
        }
        match chance.below(100) {
            0..25 => self.replace(it, group, chance),
            25..45 => relocate(it, group, chance),
            45..62 => exchange(it, group, chance),
            62..72 => self.elsewhere(it, group, chance),
            72..75 => leave_out(it, group, chance),
            75..81 => exchange_days(it, group, chance),
            81..87 => reorder(it, group, chance),
            87..92 => exchange_within(it, group, chance),
            92..96 => exchange_whole(it, group, chance),
            _ => retime(it, group, chance),
        }
    }

    /// A site the group has not seen: near `location` more often than not.
    fn unseen(
        &self,
        it: &Schedule<'_>,
        group: usize,
        location: usize,
        chance: &mut Chance,
    ) -> Option<u16> {
        let near = &self.near[location];
        let site = if chance.below(3) > 0 && !near.is_empty() {
            near[chance.below(near.len())]
        } else {
            chance.below(it.problem.sites.max(1)) as u16
        };
        let exists = usize::from(site) < it.problem.sites;
        (exists && !it.has_seen(group, site)).then_some(site)
    }

    fn replace(&self, it: &Schedule<'_>, group: usize, chance: &mut Chance) -> Option<Change> {
        let (cell, at) = pick(it, group, chance)?;
        let order = it.cells[cell].order;
        let around = match (at.checked_sub(1), chance.below(3)) {
            (Some(before), 0) => location(it, order.places()[before]),
            (_, 1) => order
                .places()
                .get(at + 1)
                .map_or(0, |it2| location(it, *it2)),
            _ => location(it, order.places()[at]),
        };
        let site = self.unseen(it, group, around, chance)?;
        Some(Change::of(&[(cell, order.replaced(at, site))]))
    }

    fn make(&self, it: &Schedule<'_>, group: usize, chance: &mut Chance) -> Option<Change> {
        let cell = it.problem.cell(group, chance.below(it.problem.days));
        let order = it.cells[cell].order;
        let at = chance.below(order.len() + 1);
        let around = at
            .checked_sub(1)
            .map_or(0, |it2| location(it, order.places()[it2]));
        let site = self.unseen(it, group, around, chance)?;
        Some(Change::of(&[(cell, order.inserted(at, site)?)]))
    }

    /// One visit left out and another made on some day.
    fn elsewhere(&self, it: &Schedule<'_>, group: usize, chance: &mut Chance) -> Option<Change> {
        let (from, at) = pick(it, group, chance)?;
        let to = it.problem.cell(group, chance.below(it.problem.days));
        let left = it.cells[from].order.removed(at);
        let order = if from == to { left } else { it.cells[to].order };
        let place = chance.below(order.len() + 1);
        let around = place
            .checked_sub(1)
            .map_or(0, |it2| location(it, order.places()[it2]));
        let site = self.unseen(it, group, around, chance)?;
        let order = order.inserted(place, site)?;
        if from == to {
            return Some(Change::of(&[(to, order)]));
        }
        Some(Change::of(&[(from, left), (to, order)]))
    }
}

fn location(it: &Schedule<'_>, place: u16) -> usize {
    it.problem.places[usize::from(place)].location
}

/// A visit of the group that is not fixed: its day and its place in the order.
fn pick(it: &Schedule<'_>, group: usize, chance: &mut Chance) -> Option<(usize, usize)> {
    let cell = it.problem.cell(group, chance.below(it.problem.days));
    let order = it.cells[cell].order;
    let at = chance.below(order.len().max(1));
    let place = order.places().get(at)?;
    (!it.problem.is_fixed(*place)).then_some((cell, at))
}

fn relocate(it: &Schedule<'_>, group: usize, chance: &mut Chance) -> Option<Change> {
    let (from, at) = pick(it, group, chance)?;
    let to = it.problem.cell(group, chance.below(it.problem.days));
    let order = it.cells[from].order;
    let place = order.places()[at];
    let left = order.removed(at);
    if from == to {
        let to_place = chance.below(left.len() + 1);
        let moved = left.inserted(to_place, place)?;
        return (moved != order).then(|| Change::of(&[(to, moved)]));
    }
    let other = it.cells[to].order;
    let moved = other.inserted(chance.below(other.len() + 1), place)?;
    Some(Change::of(&[(from, left), (to, moved)]))
}

/// Two groups exchange a visit each.
fn exchange(it: &Schedule<'_>, group: usize, chance: &mut Chance) -> Option<Change> {
    let other = chance.below(it.problem.groups.len());
    if other == group {
        return None;
    }
    let (cell, at) = pick(it, group, chance)?;
    let (cell2, at2) = pick(it, other, chance)?;
    let (order, order2) = (it.cells[cell].order, it.cells[cell2].order);
    let (one, two) = (order.places()[at], order2.places()[at2]);
    if one == two || it.has_seen(group, two) || it.has_seen(other, one) {
        return None;
    }
    Some(Change::of(&[
        (cell, order.replaced(at, two)),
        (cell2, order2.replaced(at2, one)),
    ]))
}

fn leave_out(it: &Schedule<'_>, group: usize, chance: &mut Chance) -> Option<Change> {
    let (cell, at) = pick(it, group, chance)?;
    Some(Change::of(&[(cell, it.cells[cell].order.removed(at))]))
}

fn free_of_fixed(it: &Schedule<'_>, order: &Order) -> bool {
    order
        .places()
        .iter()
        .all(|place| !it.problem.is_fixed(*place))
}

/// One group does its Tuesday on Thursday and the other way round.
fn exchange_days(it: &Schedule<'_>, group: usize, chance: &mut Chance) -> Option<Change> {
    let one = it.problem.cell(group, chance.below(it.problem.days));
    let two = it.problem.cell(group, chance.below(it.problem.days));
    let (first, second) = (it.cells[one].order, it.cells[two].order);
    let makes_sense = one != two && first != second;
    let free = free_of_fixed(it, &first) && free_of_fixed(it, &second);
    (makes_sense && free).then(|| Change::of(&[(one, second), (two, first)]))
}

fn reorder(it: &Schedule<'_>, group: usize, chance: &mut Chance) -> Option<Change> {
    let (cell, at) = pick(it, group, chance)?;
    let order = it.cells[cell].order;
    let other = chance.below(order.len());
    if other == at || it.problem.is_fixed(order.places()[other]) {
        return None;
    }
    Some(Change::of(&[(cell, order.swapped(at, other))]))
}

/// One group exchanges two visits of different days.
fn exchange_within(it: &Schedule<'_>, group: usize, chance: &mut Chance) -> Option<Change> {
    let (cell, at) = pick(it, group, chance)?;
    let (cell2, at2) = pick(it, group, chance)?;
    if cell == cell2 {
        return None;
    }
    let (order, order2) = (it.cells[cell].order, it.cells[cell2].order);
    let (one, two) = (order.places()[at], order2.places()[at2]);
    Some(Change::of(&[
        (cell, order.replaced(at, two)),
        (cell2, order2.replaced(at2, one)),
    ]))
}

/// Two groups exchange a whole day.
fn exchange_whole(it: &Schedule<'_>, group: usize, chance: &mut Chance) -> Option<Change> {
    let other = chance.below(it.problem.groups.len());
    let day = chance.below(it.problem.days);
    let (one, two) = (it.problem.cell(group, day), it.problem.cell(other, day));
    let (first, second) = (it.cells[one].order, it.cells[two].order);
    if other == group
        || first == second
        || !free_of_fixed(it, &first)
        || !free_of_fixed(it, &second)
    {
        return None;
    }
    let strange = |to: usize, theirs: &Order, own: &Order| {
        let mut sites = theirs.places().iter();
        sites.any(|site| it.has_seen(to, *site) && !own.places().contains(site))
    };
    let strange = strange(group, &second, &first) || strange(other, &first, &second);
    (!strange).then(|| Change::of(&[(one, second), (two, first)]))
}

/// The same stops at other times, to make room for others.
fn retime(it: &Schedule<'_>, group: usize, chance: &mut Chance) -> Option<Change> {
    let cell = it.problem.cell(group, chance.below(it.problem.days));
    let order = it.cells[cell].order;
    (order.len() > 0).then(|| Change::of(&[(cell, order)]))
}
